//! Answers and scores of a closed version, to take away.

use rocket::http::ContentType;
use rocket::{State, get};

use crate::access::{Actor, Member};
use crate::assessments::Catalogue;
use crate::assessments::export::{Export, Whose};
use crate::assessments::store;
use crate::assessments::words::{answer_text, words};
use crate::domain::ids::AssessmentId;
use crate::domain::questionnaire::{Answer, Question};
use crate::domain::scoring::score;
use crate::enti;
use crate::platform::{Error, Result};
use crate::ui::page::Frame;
use crate::ui::reply::Reply;
use crate::ui::words::Lang;

#[get("/area/autodiagnosi/<id>/rapporto/<number>/risposte.json")]
pub async fn json(actor: Actor<Member>, frame: Frame<'_>, catalogue: &State<Catalogue>, id: AssessmentId, number: i64) -> Result<Reply> {
    exported(&actor, catalogue, (&id, number), frame.lang, |export| {
        let body = export.json().map_err(|e| Error::Bug(e.to_string()))?;
        Ok(Reply::File { name: export.file_name("json"), media: ContentType::JSON, body })
    })
    .await
}

#[get("/area/autodiagnosi/<id>/rapporto/<number>/risposte.csv")]
pub async fn csv(actor: Actor<Member>, frame: Frame<'_>, catalogue: &State<Catalogue>, id: AssessmentId, number: i64) -> Result<Reply> {
    exported(&actor, catalogue, (&id, number), frame.lang, |export| {
        let body = export.csv(&words(frame.lang).export_headings).map_err(|e| Error::Bug(e.to_string()))?;
        let media = ContentType::new("text", "csv").with_params([("charset", "utf-8"), ("header", "present")]);
        Ok(Reply::File { name: export.file_name("csv"), media, body })
    })
    .await
}

/// One closed version of a rilevazione of the ente acted for, ready to be written.
async fn exported(
    actor: &Actor<Member>,
    catalogue: &Catalogue,
    (id, number): (&AssessmentId, i64),
    lang: Lang,
    write: impl Fn(&Export<'_>) -> Result<Reply>,
) -> Result<Reply> {
    let assessment = store::of_ente(actor).await?.into_iter().find(|a| a.id == *id).ok_or(Error::NotFound)?;
    let questionnaire = catalogue.of(&assessment)?;
    let closings = store::closings(actor, id).await?;
    let closing = closings.iter().find(|c| c.number == number).ok_or(Error::NotFound)?;
    let entries = store::frozen(actor, questionnaire, id, number).await?;
    let (ente, _) = enti::one(actor, &assessment.ente.id).await?;
    let answers = entries.iter().filter_map(|(id, entry)| Some((id.clone(), entry.answer.clone()?))).collect();
    write(&Export {
        ente: Whose { kind: ente.kind.as_str(), name: ente.name, province: ente.province, istat_code: ente.istat_code },
        assessment: &assessment,
        closing,
        scoring: &score(questionnaire, &answers),
        entry: &|question| entries.get(question),
        in_words: &|question: &Question, answer: &Answer| answer_text(question, answer, lang),
    })
}
