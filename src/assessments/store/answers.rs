//! Answers: read as they stand, saved one by one, by several people at once.

use std::collections::BTreeMap;

use sqlx::FromRow;

use crate::access::roles::OfEnte;
use crate::access::{Actor, Member};
use crate::assessments::{Assessment, Entries, Visit};
use crate::domain::ids::AssessmentId;
use crate::domain::moment::Moment;
use crate::domain::questionnaire::{Questionnaire, answer};
use crate::domain::saving::{Decision, Entry, Kept, Submitted, decide};
use crate::platform::db::{Tx, q};
use crate::platform::{Error, Result};

/// Holds the rilevazione of the ente acted for.
pub(super) const HOLD: &str = "update assessment set touched = touched + 1 where assessment_id = $1 and ente_id = $2";
const STATE: &str = "select count(*) from assessment where assessment_id = $1 and closed_at is null";
const ANSWERS: &str = "\
    select w.question_id, w.value, w.note, w.act, w.revision, w.changed_at, p.name as changed_by \
    from answer w join person p on p.person_id = w.changed_by where w.assessment_id = $1";
const OWN_ANSWERS: &str = "\
    select w.question_id, w.value, w.note, w.act, w.revision, w.changed_at, p.name as changed_by \
    from answer w join assessment a on a.assessment_id = w.assessment_id join person p on p.person_id = w.changed_by \
    where w.assessment_id = $1 and a.ente_id = $2";
const WRITE: &str = "\
    insert into answer (assessment_id, question_id, value, note, act, revision, changed_at, changed_by) \
    values ($1, $2, $3, $4, $5, $6, $7, $8) \
    on conflict (assessment_id, question_id) do update set value = excluded.value, note = excluded.note, act = excluded.act, \
        revision = excluded.revision, changed_at = excluded.changed_at, changed_by = excluded.changed_by";
const VISITS: &str = "\
    select v.person_id, p.name, v.seen_at from section_visit v join person p on p.person_id = v.person_id \
    where v.assessment_id = $1 and v.section_id = $2 and v.seen_at > $3 order by p.name";
const VISIT: &str = "\
    insert into section_visit (assessment_id, section_id, person_id, seen_at) values ($1, $2, $3, $4) \
    on conflict (assessment_id, section_id, person_id) do update set seen_at = excluded.seen_at";

#[derive(FromRow)]
struct AnswerRow {
    question_id: String,
    value: Option<String>,
    note: String,
    act: String,
    revision: i64,
    changed_at: i64,
    changed_by: String,
}

#[derive(FromRow)]
struct VisitRow {
    person_id: String,
    name: String,
    seen_at: i64,
}

/// What became of a form.
pub enum SaveOutcome {
    /// The rilevazione was closed meanwhile: nothing is saved.
    Closed,
    Done {
        /// Ids of the questions that changed.
        saved: Vec<String>,
        /// Ids of those that a colleague changed first: in `entries` stands the colleague's.
        conflicts: Vec<String>,
        /// As it stands now.
        entries: Entries,
    },
}

/// Saves what can be saved. Each question is its own unit: a conflict on one keeps none of the others back.
pub async fn save(
    actor: &Actor<Member>,
    questionnaire: &Questionnaire,
    id: &AssessmentId,
    submitted: &BTreeMap<String, Submitted>,
) -> Result<SaveOutcome> {
    let mut tx = actor.begin_on_own(HOLD, id).await?;
    if q(STATE).bind(id).count(&mut tx).await? == 0 {
        return Ok(SaveOutcome::Closed);
    }
    let mut entries = read(questionnaire, id, &mut tx).await?;
    let (mut saved, mut conflicts) = (Vec::new(), Vec::new());
    for (question, typed) in submitted {
        match decide(entries.kept.get(question), typed) {
            Decision::Nothing => {}
            Decision::Conflict => conflicts.push(question.clone()),
            Decision::Save(revision) => {
                write(actor, &mut tx, id, question, &typed.entry, revision).await?;
                saved.push(question.clone());
                let changed_by = String::new();
                entries.kept.insert(question.clone(), Kept { entry: typed.entry.clone(), revision, changed_at: actor.now(), changed_by });
            }
        }
    }
    tx.commit().await?;
    Ok(SaveOutcome::Done { saved, conflicts, entries })
}

async fn write(actor: &Actor<Member>, tx: &mut Tx, id: &AssessmentId, question: &str, entry: &Entry, revision: i64) -> Result<()> {
    q(WRITE)
        .bind(id)
        .bind(question)
        .bind(entry.answer.as_ref().map(answer::Answer::to_stored))
        .bind(&entry.note)
        .bind(&entry.act)
        .bind(revision)
        .bind(actor.now())
        .bind(actor.person())
        .run(tx)
        .await?;
    Ok(())
}

/// The answers of a rilevazione of the ente acted for, which was found before.
pub async fn entries<R: OfEnte>(actor: &Actor<R>, questionnaire: &Questionnaire, of: &Assessment) -> Result<Entries> {
    let rows: Vec<AnswerRow> = q(OWN_ANSWERS).bind(&of.id).bind(actor.ente()).all(&mut actor.reader().await?).await?;
    as_entries(questionnaire, &of.id, rows)
}

/// The answers of a rilevazione that the transaction holds.
pub(super) async fn read(questionnaire: &Questionnaire, id: &AssessmentId, on: &mut Tx) -> Result<Entries> {
    as_entries(questionnaire, id, q(ANSWERS).bind(id).all(on).await?)
}

/// Answers to questions that the questionnaire does not have are a defect of ours.
fn as_entries(questionnaire: &Questionnaire, id: &AssessmentId, rows: Vec<AnswerRow>) -> Result<Entries> {
    let mut kept = BTreeMap::new();
    for row in rows {
        let defect = || Error::Bug(format!("answer {} of rilevazione {id}", row.question_id));
        let question = questionnaire.question(&row.question_id).ok_or_else(defect)?;
        let answer = row.value.as_deref().map(|text| answer::from_stored(question, text)).transpose().map_err(|_| defect())?;
        let entry = Entry { answer, note: row.note, act: row.act };
        let changed_at = Moment::from_millis(row.changed_at);
        kept.insert(row.question_id, Kept { entry, revision: row.revision, changed_at, changed_by: row.changed_by });
    }
    Ok(Entries { kept })
}

/// Minutes after which a colleague is no longer "in this section", and after which one's own presence is noted anew.
const PRESENT: i64 = 15;
const NOTE_EVERY: i64 = 5;

/// Notes that the person is in a section, and says which colleagues are.
pub async fn visit(actor: &Actor<Member>, id: &AssessmentId, section: &str) -> Result<Vec<Visit>> {
    let rows: Vec<VisitRow> =
        q(VISITS).bind(id).bind(section).bind(actor.now().plus_minutes(-PRESENT)).all(&mut actor.reader().await?).await?;
    let (own, others): (Vec<_>, Vec<_>) = rows.into_iter().partition(|row| row.person_id == actor.person().to_string());
    if own.iter().all(|row| actor.now().minutes_since(Moment::from_millis(row.seen_at)) >= NOTE_EVERY) {
        let mut tx = actor.begin_on_own(HOLD, id).await?;
        q(VISIT).bind(id).bind(section).bind(actor.person()).bind(actor.now()).run(&mut tx).await?;
        tx.commit().await?;
    }
    Ok(others.into_iter().map(|row| Visit { name: row.name, seen_at: Moment::from_millis(row.seen_at) }).collect())
}
