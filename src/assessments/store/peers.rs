//! Where enti stand among their peers: written at every closing, read by the reports of the others.

use sqlx::FromRow;

use super::closing::thaw;
use crate::access::roles::OfEnte;
use crate::access::{Actor, Housekeeper};
use crate::domain::ids::{AssessmentId, EnteId};
use crate::domain::moment::Moment;
use crate::domain::peers::{Scores, Standing};
use crate::domain::points::Sheet;
use crate::domain::questionnaire::Questionnaire;
use crate::platform::db::{Tx, q};
use crate::platform::{Error, Result};

const STAND: &str = "\
    insert into peer_standing (ente_id, questionnaire, closed_at, class, scores) values ($1, $2, $3, $4, $5) \
    on conflict (ente_id, questionnaire) do update set closed_at = excluded.closed_at, class = excluded.class, scores = excluded.scores \
    where excluded.closed_at >= peer_standing.closed_at";
const OTHERS: &str = "select scores from peer_standing where questionnaire = $1 and class = $2 and ente_id <> $3";
const UNPLACED: &str = "\
    select a.ente_id, a.assessment_id, a.questionnaire, a.version, a.content_hash, c.number, c.closed_at \
    from closing c join assessment a on a.assessment_id = c.assessment_id \
    where not exists (select 1 from peer_standing s where s.ente_id = a.ente_id and s.questionnaire = a.questionnaire) \
    order by c.closed_at desc, c.number desc";
const ANSWERS: &str = "select answers from closing where assessment_id = $1 and number = $2";

/// Notes where an ente stands from this closing on. The closing holds its rilevazione; an older one changes nothing.
pub(super) async fn stand(tx: &mut Tx, ente: &EnteId, questionnaire: &str, at: Moment, standing: &Standing) -> Result<()> {
    let scores = serde_json::to_string(&standing.scores).map_err(|e| Error::Bug(e.to_string()))?;
    q(STAND).bind(ente).bind(questionnaire).bind(at).bind(standing.class.as_deref()).bind(scores).run(tx).await?;
    Ok(())
}

/// The scores of the other enti of a class, of each those of its latest closing. Whose they are is not said.
pub async fn others<R: OfEnte>(actor: &Actor<R>, questionnaire: &str, class: &str) -> Result<Vec<Scores>> {
    let rows: Vec<(String,)> = q(OTHERS).bind(questionnaire).bind(class).bind(actor.ente()).all(&mut actor.reader().await?).await?;
    let scores = rows.iter().map(|(text,)| serde_json::from_str(text)).collect::<Result<_, _>>();
    scores.map_err(|e| Error::Bug(format!("scores of class {class}: {e}")))
}

/// A closing whose ente has no standing yet.
#[derive(Debug, FromRow)]
pub struct Unplaced {
    pub ente_id: EnteId,
    pub assessment_id: AssessmentId,
    pub questionnaire: String,
    pub version: String,
    pub content_hash: String,
    pub number: i64,
    pub closed_at: i64,
}

/// Closings made before standings were kept, the latest first.
pub async fn unplaced(actor: &Actor<Housekeeper>) -> Result<Vec<Unplaced>> {
    q(UNPLACED).all(&mut actor.reader().await?).await
}

/// Notes what such a closing says. An ente that closes meanwhile keeps the later standing.
pub async fn place(actor: &Actor<Housekeeper>, on: &Questionnaire, closing: &Unplaced) -> Result<()> {
    let Unplaced { assessment_id, number, .. } = closing;
    let (text,): (String,) = q(ANSWERS).bind(assessment_id).bind(*number).one(&mut actor.reader().await?).await?;
    let entries = thaw(on, &text).ok_or_else(|| Error::Bug(format!("closing {number} of rilevazione {assessment_id}")))?;
    let answers = entries.into_iter().filter_map(|(id, entry)| Some((id, entry.answer?))).collect();
    let standing = Standing::of(&Sheet::mark(on, &answers));
    let mut tx = actor.begin().await?;
    stand(&mut tx, &closing.ente_id, &closing.questionnaire, Moment::from_millis(closing.closed_at), &standing).await?;
    tx.commit().await
}
