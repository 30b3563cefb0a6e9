//! The home and the personal area.

use maud::{Markup, html};

use crate::area::words::{Words, words};
use crate::assessments::NextStep;
use crate::domain::moment::Moment;
use crate::domain::questionnaire::Questionnaire;
use crate::people::Colleague;
use crate::ui::page::{Frame, Shell, heading, page};
use crate::ui::table::{Column, table};
use crate::ui::{dates, paths};

/// `regions`: how many enti of each have closed a rilevazione.
pub fn home(frame: &Frame<'_>, questionnaire: &Questionnaire, regions: &[(String, i64)]) -> Markup {
    let words = words(frame.lang);
    let minutes = questionnaire.sections.iter().map(|s| s.minutes).sum();
    let shell = Shell::new(frame, "").first().description(words.home_lead);
    page(
        &shell,
        html! {
            div .aff-hero { h1 { (words.home_title) } p .lead { (words.home_lead) } }
            div .aff-cards {
                div .aff-card {
                    h2 { (words.door_assessment) }
                    p { ((words.door_assessment_text)(questionnaire.questions().count(), minutes)) }
                    p .aff-buttons {
                        a .btn.btn-primary href=(paths::ASSESSMENT) { (words.door_open) }
                        a .btn.btn-outline-primary href=(paths::BLANK) { (words.door_print) }
                    }
                }
            }
            section aria-labelledby="fatte" {
                h2 #fatte { (words.done_title) }
                p { (done(words, regions)) }
            }
            @if !frame.site.owner.is_empty() {
                section aria-labelledby="chi" {
                    h2 #chi { (words.who_title) }
                    p { ((words.who_owner)(&frame.site.owner)) }
                }
            }
        },
    )
}

/// How many enti, by region, in words.
fn done(words: &Words, regions: &[(String, i64)]) -> String {
    let all: i64 = regions.iter().map(|(_, enti)| enti).sum();
    if all == 0 {
        return words.done_none.to_owned();
    }
    let by_region: Vec<String> = regions.iter().map(|(region, enti)| (words.done_region)(region, *enti)).collect();
    format!("{}: {}.", (words.done)(all), by_region.join(", "))
}

/// What somebody can do first, by the appointment in use.
pub enum Task {
    Assessment(NextStep),
    Enti,
    /// A role whose pages are still to come.
    Nothing,
    /// No appointment in force.
    Nobody,
}

pub struct AreaPage<'a> {
    pub frame: &'a Frame<'a>,
    pub task: Task,
    /// The people of the ente acted for, oneself among them.
    pub colleagues: Vec<Colleague>,
    pub person: String,
    pub now: Moment,
}

pub fn area(view: &AreaPage<'_>) -> Markup {
    let (words, frame) = (words(view.frame.lang), view.frame);
    let name = frame.person.as_ref().map(|p| p.name.as_str()).unwrap_or_default();
    page(
        &Shell::new(frame, frame.words().area),
        html! {
            (heading(frame.words().area, Some(&(words.area_lead_signed)(name))))
            section aria-labelledby="passo" {
                h2 #passo { (words.next) }
                div .aff-card.aff-next { (task(view, words)) }
            }
            @if !view.colleagues.is_empty() { (colleagues(view, words)) }
        },
    )
}

fn task(view: &AreaPage<'_>, words: &Words) -> Markup {
    match &view.task {
        Task::Assessment(step) => next_step(view, words, step),
        Task::Enti => card(words.secretary_title, words.secretary_text, paths::ENTI, words.secretary_action),
        Task::Nothing => card(words.other_title, words.other_text, paths::ASSESSMENT, words.door_open),
        Task::Nobody => card(words.nobody_title, words.nobody_text, paths::ASSISTANCE, words.assistance_title),
    }
}

fn next_step(view: &AreaPage<'_>, words: &Words, step: &NextStep) -> Markup {
    match step {
        NextStep::Open { questions, minutes } => {
            card(words.open_title, &(words.open_text)(*questions, *minutes), paths::OWN_ASSESSMENT, words.open_action)
        }
        NextStep::Wait => card(words.wait_title, words.wait_text, paths::BLANK, words.door_print),
        NextStep::Resume { id, answered, asked, section, minutes } => {
            let text = (words.resume_text)(*answered, *asked, section, *minutes);
            card(words.resume_title, &text, &paths::resume(id), words.resume_action)
        }
        NextStep::Close { id } => card(words.close_title, words.close_text, &paths::review(id), words.close_action),
        NextStep::Read { id, closing, closed_at } => {
            let when = dates::lately(view.frame.lang, *closed_at, view.now);
            card(words.read_title, &(words.read_text)(&when), &paths::report(id, *closing), words.read_action)
        }
    }
}

fn card(title: &str, text: &str, href: &str, action: &str) -> Markup {
    html! {
        h3 { (title) }
        p { (text) }
        p { a .btn.btn-primary href=(href) { (action) } }
    }
}

fn colleagues(view: &AreaPage<'_>, words: &Words) -> Markup {
    let columns = [Column::new(words.colleague), Column::new(words.qualifica), Column::new(words.activity)];
    let body = html! { @for colleague in &view.colleagues { (colleague_row(view, words, colleague)) } };
    html! {
        section aria-labelledby="colleghi" {
            h2 #colleghi { (words.colleagues) }
            (table("persone", words.colleagues_caption, &columns, body, view.frame.words()))
            @if let [_] = view.colleagues.as_slice() { p { (words.alone) } }
        }
    }
}

fn colleague_row(view: &AreaPage<'_>, words: &Words, colleague: &Colleague) -> Markup {
    html! {
        tr {
            th scope="row" {
                (colleague.name)
                @if colleague.id.to_string() == view.person { " (" (words.you) ")" }
            }
            td { (colleague.qualifica) @if colleague.coordinates { ", " (words.coordinates) } }
            td {
                @match colleague.last_answer {
                    Some(at) => ((words.activity_answer)(&dates::lately(view.frame.lang, at, view.now))),
                    None => (words.activity_none),
                }
            }
        }
    }
}
