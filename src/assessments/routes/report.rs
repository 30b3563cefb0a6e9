//! The report of a closed rilevazione.

use std::collections::BTreeMap;

use maud::Markup;
use rocket::{State, get};

use crate::access::roles::OfEnte;
use crate::access::{Actor, Member};
use crate::assessments::report::pages::report as report_body;
use crate::assessments::report::words::{day, words as phrases};
use crate::assessments::report::{PeerView, Previous, Report};
use crate::assessments::words::words;
use crate::assessments::{Assessment, Catalogue, Closing, store};
use crate::domain::ids::AssessmentId;
use crate::domain::peers;
use crate::domain::questionnaire::{Answers, Questionnaire};
use crate::domain::saving::Entry;
use crate::domain::scoring::{Scoring, score};
use crate::platform::{Error, Result};
use crate::ui::dates;
use crate::ui::page::{self, Frame, Notice, Shell};
use crate::ui::paths;
use crate::ui::reply::Reply;

#[get("/area/autodiagnosi/<id>/rapporto/<number>?<esito>")]
pub async fn show(
    actor: Actor<Member>,
    frame: Frame<'_>,
    catalogue: &State<Catalogue>,
    id: AssessmentId,
    number: i64,
    esito: Option<&str>,
) -> Result<Reply> {
    let shown = body(&actor, &frame, catalogue, &Asked { id: &id, number, exports: true }).await?;
    let ente = page::ente(&shown.assessment.ente);
    let shell = shell(&frame, &ente, &shown.closing, esito).notices(inherited(&frame, &shown.assessment));
    Ok(Reply::Page(page::page(&shell, shown.body)))
}

/// Whose it was, above a report that came down from another ente.
fn inherited(frame: &Frame<'_>, assessment: &Assessment) -> Option<Notice> {
    let on = dates::day(frame.lang, assessment.inherited?);
    Some(Notice::info(&(words(frame.lang).inherited)(&page::ente(&assessment.ente), &on)))
}

/// Which report, and for whom.
pub struct Asked<'a> {
    pub id: &'a AssessmentId,
    pub number: i64,
    /// Whether the answers can be taken away as a file.
    pub exports: bool,
}

/// A report without its shell, and what it is made of.
pub struct Shown {
    pub body: Markup,
    pub assessment: Assessment,
    pub closing: Closing,
}

/// The report of the ente acted for.
pub async fn body<R: OfEnte>(actor: &Actor<R>, frame: &Frame<'_>, catalogue: &Catalogue, asked: &Asked<'_>) -> Result<Shown> {
    let Asked { id, number, exports } = *asked;
    let all = store::of_ente(actor).await?;
    let assessment = all.iter().find(|a| a.id == *id).ok_or(Error::NotFound)?;
    let closings = store::closings_of_ente(actor).await?;
    let closing = closings.iter().find(|(of, c)| of == id && c.number == number).map(|(_, c)| c).ok_or(Error::NotFound)?;
    let questionnaire = catalogue.of(assessment)?;
    let entries = store::frozen(actor, questionnaire, id, number).await?;
    let answers = answers(&entries);
    let scoring = score(questionnaire, &answers);
    let before = match before(&all, &closings, assessment, closing) {
        Some((id, before)) => Some((before, store::frozen(actor, questionnaire, id, before.number).await?)),
        None => None,
    };
    let answers_before = before.as_ref().map(|(_, entries)| self::answers(entries));
    let scoring_before = answers_before.as_ref().map(|answers| score(questionnaire, answers));
    let previous = before.as_ref().zip(scoring_before.as_ref());
    let ente = page::ente(&assessment.ente);
    let examples = store::examples(actor, &questionnaire.id).await?;
    let body = report_body(&Report {
        ente: &ente,
        exports,
        assessment,
        closing,
        questionnaire,
        scoring: &scoring,
        entries: &entries,
        previous: previous.map(|((closing, _), scoring)| Previous { closed_at: closing.closed_at, scoring }),
        peers: beside_peers(actor, questionnaire, &scoring).await?,
        examples: &examples,
        lang: frame.lang,
    });
    Ok(Shown { body, assessment: assessment.clone(), closing: closing.clone() })
}

fn answers(entries: &BTreeMap<String, Entry>) -> Answers {
    entries.iter().filter_map(|(id, entry)| Some((id.clone(), entry.answer.clone()?))).collect()
}

/// The middle of the other enti of the same class, as their latest closings stand now; none where they are too few.
async fn beside_peers<'a, R: OfEnte>(
    actor: &Actor<R>,
    questionnaire: &'a Questionnaire,
    scoring: &Scoring<'a>,
) -> Result<Option<PeerView<'a>>> {
    let rules = questionnaire.positioning.as_ref().and_then(|rules| rules.peers.as_ref());
    let Some((rules, class)) = rules.zip(scoring.comparison.as_ref().and_then(|comparison| comparison.class)) else { return Ok(None) };
    let others = store::others(actor, &questionnaire.id, &class.id).await?;
    let quartiles = peers::middle(questionnaire, &others, rules.least);
    Ok(quartiles.map(|quartiles| PeerView { class, of: others.len(), quartiles }))
}

/// The latest closing of the ente before this one, on the same version of the same questionnaire.
fn before<'a>(
    all: &[Assessment],
    closings: &'a [(AssessmentId, Closing)],
    this: &Assessment,
    closing: &Closing,
) -> Option<(&'a AssessmentId, &'a Closing)> {
    let same = |a: &Assessment| {
        a.ente.id == this.ente.id
            && a.questionnaire == this.questionnaire
            && a.version == this.version
            && a.content_hash == this.content_hash
    };
    let comparable = |id: &AssessmentId| all.iter().any(|a| a.id == *id && same(a));
    let earlier = |id: &AssessmentId, c: &Closing| c.closed_at < closing.closed_at || (*id == this.id && c.number < closing.number);
    // The latest comes first.
    closings.iter().find(|(id, c)| earlier(id, c) && comparable(id)).map(|(id, c)| (id, c))
}

fn shell<'a>(frame: &'a Frame<'a>, ente: &str, closing: &Closing, esito: Option<&str>) -> Shell<'a> {
    let (own, phrases) = (words(frame.lang), phrases(frame.lang));
    let running = (phrases.running)(ente, &day(frame.lang, closing.closed_at));
    let notice = (esito == Some("chiusa")).then(|| Notice::done(own.closed_now));
    Shell::new(frame, phrases.title)
        .crumb(own.area, paths::AREA)
        .crumb(own.title, paths::OWN_ASSESSMENT)
        .notices(notice)
        .updated(closing.closed_at.day())
        .running(running)
}
