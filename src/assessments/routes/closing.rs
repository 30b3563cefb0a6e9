//! Review, closing, reopening.

use rocket::http::Status;
use rocket::{State, get, post};

use super::same_ente;
use crate::access::form::Fields;
use crate::access::{Actor, Coordinator, Member};
use crate::assessments::Catalogue;
use crate::assessments::pages::review::{ClosingForm, ReopeningPage, ReviewPage, reopening, review as review_page};
use crate::assessments::store::{self, Reopened, Signature};
use crate::assessments::words::{Words, words};
use crate::domain::ids::AssessmentId;
use crate::domain::points::Sheet;
use crate::domain::positioning::{self, Reliability};
use crate::domain::progress::{missing, progress};
use crate::platform::Result;
use crate::ui::fields::Wrong;
use crate::ui::page::Frame;
use crate::ui::paths;
use crate::ui::reply::Reply;

/// Longest name, office or act, and the shortest reason, in characters.
const LONGEST: usize = 200;
const REASON_LEAST: usize = 10;
const REASON_MOST: usize = 1000;

#[get("/area/autodiagnosi/<id>/riepilogo")]
pub async fn review(actor: Actor<Member>, frame: Frame<'_>, catalogue: &State<Catalogue>, id: AssessmentId) -> Result<Reply> {
    reviewed(&actor, &frame, catalogue, &id, &Fields::default(), false).await
}

/// The review, with the closing form as typed: where something is wrong with it, or answers needed are missing and
/// nobody said "anyway", the page says so. Closed meanwhile: the overview.
async fn reviewed(
    actor: &Actor<Member>,
    frame: &Frame<'_>,
    catalogue: &Catalogue,
    id: &AssessmentId,
    typed: &Fields,
    check: bool,
) -> Result<Reply> {
    let assessment = store::one(actor, id).await?;
    if assessment.closed_at.is_some() {
        return Ok(Reply::Go(paths::OWN_ASSESSMENT.to_owned()));
    }
    let questionnaire = catalogue.of(&assessment)?;
    let answers = store::entries(actor, questionnaire, &assessment).await?.answers();
    let sheet = Sheet::mark(questionnaire, &answers);
    let missing = missing(&sheet);
    let rules = questionnaire.positioning.as_ref();
    let required = rules.map_or(&[] as &[String], |r| &r.required);
    let reliability = rules.map(|r| positioning::reliability(sheet.coverage, &r.thresholds));
    let words = words(frame.lang);
    let incomplete = missing.iter().any(|m| required.contains(&m.score.question.id)) || reliability == Some(Reliability::None);
    let wrong = if check { wrong(typed, incomplete, words) } else { Vec::new() };
    let status = if wrong.is_empty() { Status::Ok } else { Status::UnprocessableEntity };
    let name = frame.person.as_ref().map(|p| p.name.clone()).unwrap_or_default();
    let closing = actor.role().coordinates().then(|| ClosingForm { typed, wrong, name, ente: actor.ente().to_string() });
    Ok(Reply::PageWith(
        status,
        review_page(&ReviewPage {
            frame,
            words,
            assessment: &assessment,
            progress: &progress(&sheet),
            missing,
            required,
            coverage: sheet.coverage.map(|c| c * 100.0),
            reliability,
            thresholds: rules.map(|r| &r.thresholds),
            content: (questionnaire.lang != frame.lang.as_str()).then_some(questionnaire.lang.as_str()),
            closing,
            notices: Vec::new(),
        }),
    ))
}

fn wrong(typed: &Fields, incomplete: bool, words: &Words) -> Vec<Wrong> {
    let needed = [("nome", words.need_name), ("ufficio", words.need_office), ("autorizzato", words.need_authorised)];
    let mut wrong: Vec<Wrong> = Vec::new();
    for (name, text) in needed {
        if typed.text(name).is_empty() {
            wrong.push(Wrong { name: name.into(), text: text.into() });
        }
    }
    for name in ["nome", "ufficio", "autorizzato", "atto"] {
        if typed.text(name).chars().count() > LONGEST {
            wrong.push(Wrong { name: name.into(), text: words.too_long.into() });
        }
    }
    if incomplete && !typed.has("comunque") {
        wrong.push(Wrong { name: "comunque".into(), text: words.need_anyway.into() });
    }
    wrong
}

#[post("/area/autodiagnosi/<id>/chiusura", data = "<fields>")]
pub async fn close(
    actor: Actor<Coordinator>,
    member: Actor<Member>,
    frame: Frame<'_>,
    catalogue: &State<Catalogue>,
    id: AssessmentId,
    fields: Fields,
) -> Result<Reply> {
    same_ente(&actor, &fields)?;
    let reviewed = reviewed(&member, &frame, catalogue, &id, &fields, true).await?;
    if !matches!(reviewed, Reply::PageWith(Status { code: 200 }, _)) {
        return Ok(reviewed);
    }
    let questionnaire = catalogue.of(&store::one(&actor, &id).await?)?.clone();
    let text = |name: &str| fields.text(name).to_owned();
    let signature = Signature { name: text("nome"), office: text("ufficio"), authorised_by: text("autorizzato"), act: text("atto") };
    Ok(Reply::Go(match store::close(&actor, &questionnaire, &id, &signature).await? {
        Some(number) => format!("{}?esito=chiusa", paths::report(&id, number)),
        None => paths::OWN_ASSESSMENT.to_owned(),
    }))
}

#[get("/area/autodiagnosi/<id>/riapertura")]
pub async fn ask_reason(actor: Actor<Coordinator>, frame: Frame<'_>, id: AssessmentId) -> Result<Reply> {
    let assessment = store::one(&actor, &id).await?;
    if assessment.closed_at.is_none() {
        return Ok(Reply::Go(paths::OWN_ASSESSMENT.to_owned()));
    }
    let typed = Fields::default();
    let ente = actor.ente().to_string();
    Ok(Reply::Page(reopening(&ReopeningPage {
        frame: &frame,
        words: words(frame.lang),
        assessment: &assessment,
        typed: &typed,
        wrong: Vec::new(),
        ente,
    })))
}

#[post("/area/autodiagnosi/<id>/riapertura", data = "<fields>")]
pub async fn reopen(actor: Actor<Coordinator>, frame: Frame<'_>, id: AssessmentId, fields: Fields) -> Result<Reply> {
    same_ente(&actor, &fields)?;
    let words = words(frame.lang);
    let length = fields.text("motivo").chars().count();
    if !(REASON_LEAST..=REASON_MOST).contains(&length) {
        let assessment = store::one(&actor, &id).await?;
        let wrong = vec![Wrong { name: "motivo".into(), text: words.need_reason.into() }];
        let ente = actor.ente().to_string();
        let page = ReopeningPage { frame: &frame, words, assessment: &assessment, typed: &fields, wrong, ente };
        return Ok(Reply::PageWith(Status::UnprocessableEntity, reopening(&page)));
    }
    let outcome = match store::reopen(&actor, &id, fields.text("motivo")).await? {
        Reopened::Yes => "riaperta",
        Reopened::WasOpen => "gia-aperta",
        Reopened::AnotherIsOpen => "altra-aperta",
    };
    Ok(Reply::Go(format!("{}?esito={outcome}", paths::OWN_ASSESSMENT)))
}
