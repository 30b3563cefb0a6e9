//! What somebody follows in the forum, all on one page, to be stopped there.

use sqlx::FromRow;

use super::own_ente;
use crate::access::roles::Seated;
use crate::access::{Actor, Participant};
use crate::domain::ids::{EditionId, QuestionId};
use crate::forum::{Follow, Followed};
use crate::platform::Result;
use crate::platform::db::q;

/// `$2` own ente · `$3` sees all: of a quesito its title as whoever asks may read it, and none of one that is out of sight.
const ALL: &str = "\
    select f.edition_id, f.kind, f.about, coalesce(d.title, case when q.ente_id = $2 or $3 then q.title \
        when q.released_at is not null and q.declined_at is null then q.released_title end) as title \
    from forum_follow f left join forum_day d on f.kind = 'day' and d.forum_day_id = f.about \
        left join question q on f.kind = 'question' and q.question_id = f.about \
    where f.person_id = $1 order by f.since, f.kind, f.about";
/// Said by this person for the ente acted for, and still to be seen.
const INTERESTS: &str = "\
    select q.question_id, q.released_title as title from question_interest i join question q on q.question_id = i.question_id \
    where i.expressed_by = $1 and i.ente_id = $2 and q.released_at is not null and q.declined_at is null \
    order by i.expressed_at, q.question_id";
const STOP: &str = "delete from forum_follow where person_id = $1 and edition_id = $2 and kind = $3 and about = $4";

#[derive(FromRow)]
struct Row {
    edition_id: EditionId,
    kind: String,
    about: String,
    title: Option<String>,
}

#[derive(FromRow)]
struct InterestRow {
    question_id: QuestionId,
    title: Option<String>,
}

/// What they follow, and the quesiti of which they said that they interest their ente too. Two statements.
pub async fn all(actor: &Actor<Participant>) -> Result<(Vec<Follow>, Vec<(QuestionId, String)>)> {
    let (own, mut conn) = (own_ente(actor.role()), actor.reader().await?);
    let rows: Vec<Row> = q(ALL).bind(actor.person()).bind(own).bind(actor.role().seat().sees_all()).all(&mut conn).await?;
    let interests: Vec<InterestRow> = q(INTERESTS).bind(actor.person()).bind(own).all(&mut conn).await?;
    let follow = |row: Row| Some(Follow { edition: row.edition_id, kind: Followed::parse(&row.kind)?, about: row.about, title: row.title });
    let interest = |row: InterestRow| (row.question_id, row.title.unwrap_or_default());
    Ok((rows.into_iter().filter_map(follow).collect(), interests.into_iter().map(interest).collect()))
}

/// Follows it no more, whether or not it is still to be seen. Twice does no harm.
pub async fn stop(actor: &Actor<Participant>, (edition, kind, about): (&EditionId, Followed, &str)) -> Result<()> {
    let mut tx = actor.begin().await?;
    q(STOP).bind(actor.person()).bind(edition).bind(kind.as_str()).bind(about).run(&mut tx).await?;
    tx.commit().await
}
