//! What anybody may read before signing in: the explanation, and the questionnaire to print.

use maud::Markup;
use rocket::{State, get};

use crate::access::{Actor, Visitor};
use crate::assessments::Catalogue;
use crate::assessments::blank::pages::explanation::{ExplanationPage, explanation};
use crate::assessments::blank::pages::paper::{PaperPage, paper};
use crate::assessments::blank::words::words as own_words;
use crate::assessments::words::words;
use crate::domain::questionnaire::{Questionnaire, Section};
use crate::platform::{Error, Result};
use crate::ui::page::Frame;
use crate::ui::reply::Reply;

#[get("/autodiagnosi")]
pub async fn about(_actor: Actor<Visitor>, frame: Frame<'_>, catalogue: &State<Catalogue>) -> Result<Reply> {
    let questionnaire = catalogue.offered(frame.edition.as_deref())?;
    let page = ExplanationPage { frame: &frame, words: own_words(frame.lang), common: words(frame.lang), questionnaire };
    Ok(Reply::Page(explanation(&page)))
}

#[get("/autodiagnosi/questionario")]
pub async fn whole(_actor: Actor<Visitor>, frame: Frame<'_>, catalogue: &State<Catalogue>) -> Result<Reply> {
    Ok(Reply::Page(on_paper(&frame, catalogue.offered(frame.edition.as_deref())?, None)))
}

#[get("/autodiagnosi/questionario/<section>")]
pub async fn part(_actor: Actor<Visitor>, frame: Frame<'_>, catalogue: &State<Catalogue>, section: &str) -> Result<Reply> {
    let questionnaire = catalogue.offered(frame.edition.as_deref())?;
    let only = questionnaire.section(section).ok_or(Error::NotFound)?;
    Ok(Reply::Page(on_paper(&frame, questionnaire, Some(only))))
}

fn on_paper(frame: &Frame<'_>, questionnaire: &Questionnaire, only: Option<&Section>) -> Markup {
    paper(&PaperPage { frame, words: own_words(frame.lang), common: words(frame.lang), questionnaire, only })
}
