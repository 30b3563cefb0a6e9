//! The questionnaire on paper, whole or one section: lines to write on and boxes to tick.

use maud::{Markup, html};

use super::question::{Paper, question};
use crate::assessments::blank::words::Words;
use crate::assessments::words::Words as Common;
use crate::domain::questionnaire::{Questionnaire, Section};
use crate::ui::page::{Frame, Shell, heading, page};
use crate::ui::paths;

pub struct PaperPage<'a> {
    pub frame: &'a Frame<'a>,
    pub words: &'a Words,
    pub common: &'a Common,
    pub questionnaire: &'a Questionnaire,
    /// One section only.
    pub only: Option<&'a Section>,
}

pub fn paper(view: &PaperPage<'_>) -> Markup {
    let (words, q) = (view.words, view.questionnaire);
    let paper = Paper { lang: view.frame.lang, words, common: view.common, questionnaire: q };
    let title = view.only.map_or_else(|| words.paper.to_owned(), |section| (words.paper_section)(&section.title));
    let mut shell =
        Shell::new(view.frame, title.clone()).crumb(view.common.title, paths::ASSESSMENT).running((words.running)(&q.title, &q.version));
    if view.only.is_some() {
        shell = shell.crumb(words.paper, paths::BLANK);
    }
    let sections = view.only.map_or(q.sections.as_slice(), std::slice::from_ref);
    page(
        &shell,
        html! {
            div .aff-screen {
                (heading(&title, Some(words.paper_lead)))
                p { (words.print_hint) }
                (index(view))
            }
            div .aff-paper {
                (head(view, &paper))
                @for section in sections { (part(section, &paper)) }
            }
        },
    )
}

/// Which part to print.
fn index(view: &PaperPage<'_>) -> Markup {
    let words = view.words;
    let current = |is: bool| is.then_some("page");
    let only = view.only.map(|s| s.id.as_str());
    html! {
        nav .aff-paper-index aria-labelledby="indice" {
            h2 #indice { (words.print_one) }
            ul {
                @if view.only.is_some() { li .aff-paper-all { a href=(paths::BLANK) { (words.print_all) } } }
                @for section in &view.questionnaire.sections {
                    li {
                        a href=(paths::blank_section(&section.id)) aria-current=[current(only == Some(&section.id))] {
                            span lang=[view.content()] { (section.title) }
                        }
                        " " span .form-text { ((words.extent)(section.questions.len(), section.minutes)) }
                    }
                }
            }
        }
    }
}

impl PaperPage<'_> {
    fn content(&self) -> Option<&str> {
        (self.questionnaire.lang != self.frame.lang.as_str()).then_some(self.questionnaire.lang.as_str())
    }
}

/// What is written once on the first sheet: whose answers these are.
fn head(view: &PaperPage<'_>, paper: &Paper<'_>) -> Markup {
    let (words, q) = (view.words, view.questionnaire);
    html! {
        header .aff-paper-head {
            p .aff-paper-title lang=[paper.content()] { (q.title) }
            p .form-text { (words.whole) ", " ((words.version)(&q.version)) ". " (words.paper_note) }
            div .aff-paper-lines {
                (line(words.ente)) (line(words.date)) (line(words.compiler)) (line(words.office))
            }
        }
    }
}

fn line(label: &str) -> Markup {
    html! { p .aff-writing { span { (label) } } }
}

/// The heading and the first question stay on one sheet.
fn part(section: &Section, paper: &Paper<'_>) -> Markup {
    let (first, rest) = section.questions.split_at(section.questions.len().min(1));
    html! {
        section aria-labelledby={ "sezione-" (section.id) } {
            div .aff-paper-start {
                div .aff-paper-section {
                    h2 id={ "sezione-" (section.id) } lang=[paper.content()] { (section.title) }
                    p .form-text { ((paper.words.extent)(section.questions.len(), section.minutes)) }
                }
                @if let Some(intro) = &section.intro { p lang=[paper.content()] { (intro) } }
                @for asked in first { (question(asked, paper)) }
            }
            @for asked in rest { (question(asked, paper)) }
        }
    }
}
