//! What the self-assessment is, for whoever has never seen it: one main action, nothing to sign in for.

use maud::{Markup, html};

use crate::assessments::blank::words::Words;
use crate::assessments::words::Words as Common;
use crate::domain::questionnaire::{Impact, Questionnaire, Section};
use crate::ui::edition::name_and_dates;
use crate::ui::page::{Frame, Shell, heading, page};
use crate::ui::paths;

pub struct ExplanationPage<'a> {
    pub frame: &'a Frame<'a>,
    pub words: &'a Words,
    pub common: &'a Common,
    pub questionnaire: &'a Questionnaire,
}

pub fn explanation(view: &ExplanationPage<'_>) -> Markup {
    let (q, common) = (view.questionnaire, view.common);
    let mut shell = Shell::new(view.frame, common.title);
    if let Some(first) = q.about.first() {
        shell = shell.description(first);
    }
    page(
        &shell,
        html! {
            (heading(common.title, None))
            @if let Some(first) = q.about.first() { p .lead.aff-about-lead lang=[view.content()] { (first) } }
            @if let Some(edition) = &view.frame.edition { p { (name_and_dates(view.frame.lang, edition)) } }
            (actions(view))
            (facts(view))
            @if q.about.len() > 1 {
                section aria-labelledby="che-cos-e" {
                    h2 #che-cos-e { (view.words.what_it_is) }
                    div lang=[view.content()] { @for paragraph in &q.about[1..] { p { (paragraph) } } }
                }
            }
            (report(view))
            @if !q.models.is_empty() { (models(view)) }
            (sections(view))
        },
    )
}

impl ExplanationPage<'_> {
    /// Language of the content, where it differs from the page's.
    fn content(&self) -> Option<&str> {
        (self.questionnaire.lang != self.frame.lang.as_str()).then_some(self.questionnaire.lang.as_str())
    }

    fn minutes(&self) -> u32 {
        self.questionnaire.sections.iter().map(|s| s.minutes).sum()
    }
}

fn actions(view: &ExplanationPage<'_>) -> Markup {
    let (words, person) = (view.words, view.frame.person.as_ref());
    let signed_in = person.is_some();
    // Whoever acts for no ente has no rilevazione to go on with.
    let may_answer = person.is_none_or(|person| person.acting_for.is_some());
    html! {
        p .aff-buttons {
            @if may_answer {
                a .btn.btn-primary href=(paths::OWN_ASSESSMENT) { (if signed_in { words.go_on } else { words.begin }) }
            }
            a .btn.btn-outline-primary href=(paths::BLANK) { (words.print) }
        }
        @if !signed_in { p .form-text { (words.sign_in_first) } }
    }
}

/// Who, how long, who sees: read at a glance. The content says the rest.
fn facts(view: &ExplanationPage<'_>) -> Markup {
    let (words, owner) = (view.words, &view.frame.site.owner);
    html! {
        dl .aff-facts {
            div { dt { (words.who) } dd { (words.who_text) } }
            div { dt { (words.how_long) } dd { ((words.how_long_text)(view.questionnaire.questions().count(), view.minutes())) } }
            div { dt { (words.who_sees) } dd { ((view.common.private)(owner)) } }
        }
    }
}

fn report(view: &ExplanationPage<'_>) -> Markup {
    let (words, q) = (view.words, view.questionnaire);
    let measured = q.positioning.is_some() && !q.models.is_empty();
    let duties = q.suggestions.iter().any(|s| s.impact == Impact::Duty);
    html! {
        section aria-labelledby="rapporto" {
            h2 #rapporto { (words.report) }
            p { (words.report_lead) }
            ul .aff-plain {
                @if measured { li { (words.report_nearest) } }
                @if !q.dimensions.is_empty() { li { (words.report_profile) } }
                @if measured { li { (words.report_gaps) } li { (words.report_suggestions) } }
                @if duties { li { (words.report_duties) } }
                li { (words.report_answers) }
                li { (words.report_files) }
            }
        }
    }
}

fn models(view: &ExplanationPage<'_>) -> Markup {
    html! {
        section aria-labelledby="modelli" {
            h2 #modelli { (view.words.models) }
            p { (view.words.models_lead) }
            ul .aff-cards {
                @for model in &view.questionnaire.models {
                    li .aff-card {
                        h3 lang=[view.content()] { (model.name) }
                        p lang=[view.content()] { (model.description) }
                        p { strong { (view.words.suits) } " " span lang=[view.content()] { (model.suits) } }
                    }
                }
            }
        }
    }
}

/// Three short columns: unlike the tables of the kit it never needs to scroll, hence no stop for the keyboard.
fn sections(view: &ExplanationPage<'_>) -> Markup {
    let (words, q) = (view.words, view.questionnaire);
    html! {
        section .aff-narrow aria-labelledby="sezioni" {
            h2 #sezioni { (words.sections) }
            div .aff-table {
                table .table {
                    caption { (words.sections_caption) }
                    thead { tr {
                        th scope="col" { (words.column_section) }
                        th .aff-figures scope="col" { (words.column_questions) }
                        th .aff-figures scope="col" { (words.column_minutes) }
                    } }
                    tbody {
                        @for section in &q.sections { (row(view, section)) }
                        tr .aff-total {
                            th scope="row" { (words.total) }
                            td .aff-figures { (q.questions().count()) }
                            td .aff-figures { (view.minutes()) }
                        }
                    }
                }
            }
        }
    }
}

fn row(view: &ExplanationPage<'_>, section: &Section) -> Markup {
    html! {
        tr {
            th scope="row" { a href=(paths::blank_section(&section.id)) lang=[view.content()] { (section.title) } }
            td .aff-figures { (section.questions.len()) }
            td .aff-figures { (section.minutes) }
        }
    }
}
