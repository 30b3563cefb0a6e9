//! A section of the questionnaire: where one is, the questions, the bar at the foot.

use std::collections::BTreeMap;

use maud::{Markup, html};

use super::question::{QuestionView, Sheet, entry_text, question};
use crate::assessments::words::Words;
use crate::assessments::{Assessment, Visit};
use crate::domain::ids::{EnteId, PersonId};
use crate::domain::moment::Moment;
use crate::domain::progress::{Progress, State};
use crate::domain::questionnaire::{Questionnaire, Section};
use crate::domain::saving::Submitted;
use crate::ui::fields::{self, Wrong};
use crate::ui::page::{Frame, Notice, Shell, heading, icon, page};
use crate::ui::steps::{Step, steps};
use crate::ui::{dates, paths, steps as ui_steps};

/// All that a section's page shows.
pub struct SectionPage<'a> {
    pub frame: &'a Frame<'a>,
    pub words: &'a Words,
    pub questionnaire: &'a Questionnaire,
    pub assessment: &'a Assessment,
    pub section: &'a Section,
    pub progress: &'a Progress<'a>,
    pub questions: Vec<QuestionView<'a>>,
    pub notices: Vec<Notice>,
    pub colleagues: Vec<Visit>,
    /// Who and for which ente: a stale tab and a changed person are noticed by them.
    pub person: &'a PersonId,
    pub ente: &'a EnteId,
    pub now: Moment,
}

pub fn section(view: &SectionPage<'_>) -> Markup {
    let (words, frame) = (view.words, view.frame);
    let title = view.section.title.clone();
    let shell = Shell::new(frame, &title)
        .crumb(words.area, paths::AREA)
        .crumb(words.title, paths::OWN_ASSESSMENT)
        .notices(view.notices.iter().cloned());
    let acting_for = frame.person.as_ref().and_then(|p| p.acting_for.as_deref());
    page(
        &shell,
        html! {
            (heading(&title, acting_for))
            div .row {
                div .col-lg-3 { (steps(words.sections, &stepper(view.assessment, view.progress, Some(&view.section.id), words), frame.words())) }
                div .col-lg-9 {
                    (head(view))
                    (form(view))
                }
            }
        },
    )
}

/// The sections with their state, for the list beside every page of the rilevazione.
pub fn stepper(assessment: &Assessment, progress: &Progress<'_>, current: Option<&str>, words: &Words) -> Vec<Step> {
    progress
        .sections
        .iter()
        .map(|s| Step {
            name: s.section.title.clone(),
            href: Some(paths::section(&assessment.id, &s.section.id)),
            state: match s.state {
                State::ToDo => ui_steps::State::Todo,
                State::Begun => ui_steps::State::Begun,
                State::Done => ui_steps::State::Done,
                State::NotAsked => ui_steps::State::Skipped,
            },
            current: current == Some(s.section.id.as_str()),
            note: (s.state == State::Begun).then(|| (words.answered_short)(s.answered, s.asked)),
        })
        .collect()
}

fn head(view: &SectionPage<'_>) -> Markup {
    let words = view.words;
    let names: Vec<&str> = view.colleagues.iter().map(|v| v.name.as_str()).collect();
    html! {
        p .aff-section-facts {
            ((words.section_about)(view.section.minutes)) " · "
            span data-progress { ((words.answered_of)(view.progress.answered, view.progress.asked)) }
        }
        p .aff-who { (icon("it-locked", "icon-sm icon-secondary")) span { ((words.private)(&view.frame.site.owner)) } }
        @if let Some(intro) = &view.section.intro { p lang=(view.questionnaire.lang) { (intro) } }
        @if !names.is_empty() { div .alert.alert-info role="status" { ((words.colleagues_here)(&names.join(", "))) } }
    }
}

fn form(view: &SectionPage<'_>) -> Markup {
    let words = view.words;
    let wrong: Vec<Wrong> = view
        .questions
        .iter()
        .filter_map(|q| Some(Wrong { name: q.question.id.clone(), text: format!("{}: {}", q.question.id, q.problem.as_ref()?) }))
        .collect();
    let conflicts: Vec<&QuestionView<'_>> = view.questions.iter().filter(|q| q.conflict).collect();
    let content = (view.questionnaire.lang != view.frame.lang.as_str()).then_some(view.questionnaire.lang.as_str());
    let sheet = Sheet { lang: view.frame.lang, words, content, now: view.now, describes_practice: true };
    html! {
        (fields::summary(view.frame.words(), &wrong))
        @if !conflicts.is_empty() {
            div .alert.alert-warning role="alert" {
                h2 .h5 { ((words.conflict_title)(conflicts.len())) }
                p { (words.conflict_choose) }
                ul { @for q in &conflicts { li { a href={ "#" (q.question.id) } { (q.question.id) } } } }
            }
        }
        form .aff-section method="post" action=(paths::section(&view.assessment.id, &view.section.id)) novalidate
            data-autosave={ (view.person) ":" (view.assessment.id) ":" (view.section.id) }
            data-saving=(words.saving) data-offline=(words.offline) data-expired=(words.expired) data-restored=(words.restored)
            data-sign-in=(words.sign_in_again) {
            // The first button is the one that Enter presses.
            button .visually-hidden type="submit" name="poi" value="resta" tabindex="-1" aria-hidden="true" { (words.save_here) }
            (fields::hidden("chi", &view.person.to_string()))
            (fields::hidden("ente", &view.ente.to_string()))
            @if view.progress.sections.iter().any(|s| s.section.id == view.section.id && s.state == State::NotAsked) {
                p { (words.not_asked_section) }
            }
            @for q in &view.questions { (question(q, &sheet)) }
            (foot(view))
        }
        script src=(paths::asset("section.js")) defer {}
    }
}

/// The bar at the foot: on, out, and when it was last saved.
fn foot(view: &SectionPage<'_>) -> Markup {
    let words = view.words;
    let last = view.questions.iter().filter_map(|q| q.kept).map(|k| k.changed_at).max();
    let index = view.questionnaire.sections.iter().position(|s| s.id == view.section.id).unwrap_or(0);
    let previous = index.checked_sub(1).and_then(|i| view.questionnaire.sections.get(i));
    html! {
        @if let Some(previous) = previous {
            p { button .btn.btn-link.aff-back type="submit" name="poi" value=(previous.id) { (words.previous) ": " (previous.title) } }
        }
        div .aff-foot {
            div {
                p .aff-saved data-last-saved role="status" {
                    @match last {
                        Some(at) => ((words.last_saved)(&dates::lately(view.frame.lang, at, view.now))),
                        None => (words.never_saved),
                    }
                }
                div .aff-buttons {
                    button .btn.btn-outline-primary type="submit" name="poi" value="esci" { (words.save_and_leave) }
                    button .btn.btn-primary type="submit" name="poi" value="continua" { (words.save_and_go_on) }
                }
            }
        }
    }
}

/// The rilevazione was closed while somebody was writing.
pub struct FrozenPage<'a> {
    pub frame: &'a Frame<'a>,
    pub words: &'a Words,
    pub section: &'a Section,
    pub typed: &'a BTreeMap<String, Submitted>,
    pub now: Moment,
}

/// What was typed is not lost: it stands here to be copied.
pub fn frozen(view: &FrozenPage<'_>) -> Markup {
    let words = view.words;
    let shell =
        Shell::new(view.frame, words.title).crumb(words.area, paths::AREA).notice(Notice::care(words.frozen_meanwhile)).without_opinion();
    let sheet = Sheet { lang: view.frame.lang, words, content: None, now: view.now, describes_practice: true };
    let typed = |s: &&Submitted| !s.entry.is_empty() && s.shown.as_deref() != Some(&s.entry.fingerprint());
    page(
        &shell,
        html! {
            (heading(&view.section.title, None))
            h2 .h4 { (words.frozen_typed) }
            dl {
                @for q in &view.section.questions {
                    @if let Some(submitted) = view.typed.get(&q.id).filter(typed) {
                        dt { (q.id) " " (q.text) }
                        dd { (entry_text(q, &submitted.entry, &sheet)) }
                    }
                }
            }
            p { a .btn.btn-primary href=(paths::OWN_ASSESSMENT) { (words.title) } }
        },
    )
}
