//! The rilevazioni of the ente: the one in progress with what to do next, and those closed.

use maud::{Markup, html};

use super::section::stepper;
use crate::assessments::words::Words;
use crate::assessments::{Assessment, Closing, Missing};
use crate::domain::progress::Progress;
use crate::domain::questionnaire::Questionnaire;
use crate::ui::page::{self, Frame, Notice, Shell, heading, icon};
use crate::ui::steps::steps;
use crate::ui::table::{Column, table};
use crate::ui::{dates, fields, paths};

pub struct OverviewPage<'a> {
    pub frame: &'a Frame<'a>,
    pub words: &'a Words,
    /// What a new rilevazione would be opened on, if it is at hand.
    pub offered: Result<&'a Questionnaire, Missing>,
    pub open: Option<(&'a Assessment, &'a Progress<'a>)>,
    /// The closed versions, the latest first; whether the rilevazione is closed now.
    pub closed: Vec<(&'a Assessment, Closing)>,
    pub coordinates: bool,
    pub ente: String,
    pub notices: Vec<Notice>,
}

pub fn overview(view: &OverviewPage<'_>) -> Markup {
    let (words, frame) = (view.words, view.frame);
    let shell = Shell::new(frame, words.title).crumb(words.area, paths::AREA).notices(view.notices.iter().cloned());
    page::page(
        &shell,
        html! {
            (heading(words.title, frame.person.as_ref().and_then(|p| p.acting_for.as_deref())))
            p .aff-who { (icon("it-locked", "icon-sm icon-secondary")) span { ((words.private)(&frame.site.owner)) } }
            @match view.open {
                Some((assessment, progress)) => { (current(view, assessment, progress)) }
                None => { (beginning(view)) }
            }
            (past(view))
            p .aff-buttons {
                a href=(paths::BLANK) { (words.blank) }
                " "
                a href=(paths::ASSESSMENT) { (words.explanation) }
            }
        },
    )
}

fn current(view: &OverviewPage<'_>, assessment: &Assessment, progress: &Progress<'_>) -> Markup {
    let words = view.words;
    let opened = dates::lately(view.frame.lang, assessment.opened_at, assessment.opened_at);
    let opened = if assessment.opened_at.day() == view.frame.today { opened } else { dates::moment(view.frame.lang, assessment.opened_at) };
    html! {
        section .aff-current aria-labelledby="in-corso" {
            h2 #in-corso { (words.current) }
            div .row {
                div .col-lg-7 {
                    p { ((words.opened)(&opened, &assessment.opened_by)) }
                    p .lead { ((words.answered_of)(progress.answered, progress.asked)) }
                    (bar(progress))
                    (next(view, assessment, progress))
                }
                div .col-lg-5 { (steps(words.sections, &stepper(assessment, progress, None, words), view.frame.words())) }
            }
        }
    }
}

/// How much is answered, for the eye: the words above say the same.
fn bar(progress: &Progress<'_>) -> Markup {
    let share = (progress.answered * 100).checked_div(progress.asked).unwrap_or(0);
    html! {
        svg .aff-bar width="100%" height="8" aria-hidden="true" focusable="false" {
            rect .aff-bar-whole width="100%" height="8" rx="4" {}
            rect .aff-bar-part width={ (share) "%" } height="8" rx="4" {}
        }
    }
}

fn next(view: &OverviewPage<'_>, assessment: &Assessment, progress: &Progress<'_>) -> Markup {
    let words = view.words;
    html! {
        @match progress.first_missing {
            Some((section, _)) => {
                p { ((words.where_next)(&section.title, progress.minutes_left)) }
                p .aff-buttons {
                    a .btn.btn-primary href=(paths::resume(&assessment.id)) {
                        (if progress.answered == 0 { words.start } else { words.resume })
                    }
                    a .btn.btn-outline-primary href=(paths::review(&assessment.id)) { (words.to_review) }
                }
            }
            None => {
                p { (words.all_answered) }
                p { a .btn.btn-primary href=(paths::review(&assessment.id)) { (words.to_review) } }
            }
        }
    }
}

fn beginning(view: &OverviewPage<'_>) -> Markup {
    let words = view.words;
    let renewed = view.closed.iter().any(|(assessment, _)| assessment.inherited.is_none());
    html! {
        section .aff-begin aria-labelledby="inizio" {
            h2 #inizio .visually-hidden { (if renewed { words.new_one } else { words.begin }) }
            p .lead { (if renewed { words.new_one_why } else { words.nothing_yet }) }
            @match &view.offered {
                Err(Missing { edition, named }) => {
                    div .aff-box {
                        p { ((words.no_questionnaire)(edition, &named.id, &named.version)) }
                        p { a href=(paths::ASSISTANCE) { (words.ask_for_help) } }
                    }
                }
                Ok(offered) if view.coordinates => { (opening(view, offered, renewed)) }
                Ok(_) => { p { (words.nothing_yet_member) } }
            }
        }
    }
}

/// What it takes, and the button that opens it.
fn opening(view: &OverviewPage<'_>, offered: &Questionnaire, renewed: bool) -> Markup {
    let words = view.words;
    let minutes = offered.sections.iter().map(|s| s.minutes).sum();
    html! {
        p { ((words.what_it_takes)(offered.questions().count(), minutes)) }
        form method="post" action=(paths::OWN_ASSESSMENT) {
            (fields::hidden("ente", &view.ente))
            button .btn.(if renewed { "btn-outline-primary" } else { "btn-primary" }) type="submit" {
                (if renewed { words.new_one } else { words.begin })
            }
        }
    }
}

fn past(view: &OverviewPage<'_>) -> Markup {
    let words = view.words;
    if view.closed.is_empty() {
        return html! {};
    }
    let columns = [
        Column::new(words.column_version),
        Column::new(words.column_closed),
        Column::new(words.column_by),
        Column::new(words.column_state),
    ];
    let body = html! { @for (assessment, closing) in &view.closed { (past_row(view, assessment, closing)) } };
    html! {
        section .aff-past aria-labelledby="chiuse" {
            h2 #chiuse { (words.past) }
            (table("rilevazioni", words.past_caption, &columns, body, view.frame.words()))
        }
    }
}

fn past_row(view: &OverviewPage<'_>, assessment: &Assessment, closing: &Closing) -> Markup {
    let (words, lang) = (view.words, view.frame.lang);
    html! {
        tr {
            th scope="row" {
                a href=(paths::report(&assessment.id, closing.number)) {
                    (words.read_report) span .visually-hidden { " " (dates::moment(lang, closing.closed_at)) }
                }
                " (" ((words.closing_number)(closing.number)) ")"
                @if let Some(on) = assessment.inherited {
                    br;
                    span .aff-quiet { ((words.inherited)(&page::ente(&assessment.ente), &dates::day(lang, on))) }
                }
            }
            td { (dates::moment_tag(lang, closing.closed_at)) }
            td { (closing.name) ", " (closing.office) }
            td {
                @match &closing.reopening {
                    Some(r) => ((words.superseded)(&dates::moment(lang, r.at), &r.by, &r.reason)),
                    None => {
                        (words.in_force)
                        @if view.coordinates && view.open.is_none() && assessment.inherited.is_none() {
                            " · " a href=(paths::reopening(&assessment.id)) { (words.reopen) }
                        }
                        @if view.coordinates { " · " a href=(paths::reading_consent(&assessment.id)) { (words.reading_consent) } }
                    },
                }
            }
        }
    }
}
