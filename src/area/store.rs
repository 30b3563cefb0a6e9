//! Opinions of pages in the database.

use sqlx::FromRow;

use super::{Opinion, Rated};
use crate::access::{Actor, Visitor};
use crate::domain::ids::RatingId;
use crate::platform::db::q;
use crate::platform::{Result, random};

const ADD: &str = "insert into rating (rating_id, page, stars, answer, detail, created_at) values ($1, $2, $3, $4, $5, $6)";
const BY_PAGE: &str = "\
    select page, count(*) as ratings, cast(sum(stars) as bigint) as stars from rating \
    group by page having count(*) >= $1 order by page";

#[derive(FromRow)]
struct Sum {
    page: String,
    ratings: i64,
    stars: i64,
}

pub async fn rate(actor: &Actor<Visitor>, opinion: &Opinion) -> Result<()> {
    let id: RatingId = random::id(actor.now());
    let mut tx = actor.begin().await?;
    q(ADD)
        .bind(&id)
        .bind(&opinion.page)
        .bind(opinion.stars)
        .bind(&opinion.answer)
        .bind(&opinion.detail)
        .bind(actor.now())
        .run(&mut tx)
        .await?;
    tx.commit().await
}

/// Pages with at least so many opinions, by address.
pub async fn rated(actor: &Actor<Visitor>, least: i64) -> Result<Vec<Rated>> {
    let rows: Vec<Sum> = q(BY_PAGE).bind(least).all(&mut actor.reader().await?).await?;
    Ok(rows.into_iter().map(|row| Rated { page: row.page, ratings: row.ratings, mean: row.stars as f64 / row.ratings as f64 }).collect())
}
