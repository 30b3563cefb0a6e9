//! Opinions on pages: written one by one, read only as figures.

use crate::access::{Actor, Visitor};
use crate::domain::ids::RatingId;
use crate::platform::db::q;
use crate::platform::{Result, random};

const ADD: &str = "insert into rating (rating_id, page, stars, answer, detail, created_at) values ($1, $2, $3, $4, $5, $6)";
/// Pages with fewer opinions than this are not told: one opinion would be somebody's.
const LEAST: i64 = 5;
const BY_PAGE: &str = "\
    select page, count(*) as opinions, cast(avg(stars) as double precision) as mean from rating \
    group by page having count(*) >= $1 order by count(*) desc, page limit 50";
const ALL: &str = "select count(*) from rating";

/// An opinion on a page.
pub struct Rating<'a> {
    /// A path of ours.
    pub page: &'a str,
    /// 1–5.
    pub stars: i64,
    /// Which of the answers offered, as in `piace-2`; empty where none was chosen.
    pub answer: &'a str,
    pub detail: &'a str,
}

pub async fn rate(actor: &Actor<Visitor>, rating: &Rating<'_>) -> Result<()> {
    let id: RatingId = random::id(actor.now());
    let mut tx = actor.begin().await?;
    q(ADD).bind(&id).bind(rating.page).bind(rating.stars).bind(rating.answer).bind(rating.detail).bind(actor.now()).run(&mut tx).await?;
    tx.commit().await
}

/// How many opinions there are, and the pages with enough of them: path, how many, mean.
pub async fn opinions(actor: &Actor<Visitor>) -> Result<(i64, Vec<(String, i64, f64)>)> {
    let mut conn = actor.reader().await?;
    Ok((q(ALL).count(&mut conn).await?, q(BY_PAGE).bind(LEAST).all(&mut conn).await?))
}
