//! The form of a quesito.

use maud::{Markup, html};

use crate::domain::forum_day::Refusal;
use crate::domain::personal_data::Kind;
use crate::domain::scan;
use crate::forum::QuestionDraft;
use crate::forum::asking::{Fault, LINE_MAX, TEXT_MAX};
use crate::forum::words::public::{Words, words};
use crate::forum::words::{question_refused, suspects};
use crate::ui::fields::{self, Field, Wrong};
use crate::ui::page::{Frame, Notice, Shell, heading, page};
use crate::ui::paths;

pub struct AskView<'a> {
    pub frame: &'a Frame<'a>,
    pub draft: &'a QuestionDraft,
    pub themes: &'a [String],
    /// The day it is for, by id and title; none: the queue.
    pub day: Option<(&'a str, &'a str)>,
    /// Made with the empty form: sent twice, it is one quesito.
    pub key: &'a str,
    pub faults: &'a [Fault],
    /// Why the day does not take it.
    pub refused: Option<Refusal>,
    /// What looks like personal data, before it is sent all the same.
    pub suspects: &'a [Kind],
}

pub(super) fn file_told(words: &Words, refusal: scan::Refusal) -> &'static str {
    match refusal {
        scan::Refusal::Missing => words.file_missing,
        scan::Refusal::TooLarge => words.file_large,
        scan::Refusal::Unknown => words.file_kind,
        scan::Refusal::Twice => words.file_twice,
    }
}

fn told(words: &Words, fault: Fault) -> &'static str {
    match fault {
        Fault::NoTheme => words.no_theme,
        Fault::NoTitle => words.no_title,
        Fault::NoBody => words.no_body,
        Fault::TooLong("testo") => words.long_text,
        Fault::TooLong(_) => words.long_line,
        Fault::File(refusal) => file_told(words, refusal),
    }
}

pub fn asking(view: &AskView<'_>) -> Markup {
    let (frame, words) = (view.frame, words(view.frame.lang));
    let about = view.day.map(|(_, title)| (words.asking_on)(title));
    let faults: Vec<Wrong> =
        view.faults.iter().map(|fault| Wrong { name: fault.field().to_owned(), text: told(words, *fault).to_owned() }).collect();
    let refused = view.refused.map(|refusal| Notice::care(&question_refused(frame.lang, refusal)));
    let suspicious = (!view.suspects.is_empty()).then(|| Notice::care(&(words.suspicious)(&suspects(frame.lang, view.suspects))));
    page(
        &Shell::new(frame, words.asking).crumb(words.forum, paths::FORUM).notices(refused).notices(suspicious),
        html! {
            (heading(words.asking, Some(about.as_deref().unwrap_or(words.asking_queue))))
            p { (words.asking_who) }
            (fields::summary(frame.words(), &faults))
            form .aff-form method="post" action=(paths::ASK) enctype="multipart/form-data" {
                (controls(view, words))
                (fields::hidden("chiave", view.key))
                @if let (Some((id, _)), None) = (view.day, view.refused) { (fields::hidden("giorno", id)) }
                @if !view.suspects.is_empty() { (fields::hidden("visti", "1")) }
                p .aff-buttons { button .btn.btn-primary type="submit" { (send(view, words)) } }
            }
            p { a href=(paths::ASSISTANCE) { (words.contact) } }
        },
    )
}

fn send(view: &AskView<'_>, words: &Words) -> &'static str {
    if !view.suspects.is_empty() {
        words.send_anyway
    } else if view.day.is_some() && view.refused.is_none() {
        words.send
    } else {
        words.send_queue
    }
}

fn controls(view: &AskView<'_>, words: &Words) -> Markup {
    let (shared, draft) = (view.frame.words(), view.draft);
    let of = |name: &str| view.faults.iter().find(|fault| fault.field() == name).map(|fault| told(words, *fault));
    let themes: Vec<(String, String)> = view.themes.iter().map(|theme| (theme.clone(), theme.clone())).collect();
    let theme = Field::new("tema", words.theme).value(&draft.theme).error(of("tema"));
    let title = Field::new("titolo", words.title).value(&draft.title).hint(words.title_hint).longest(LINE_MAX).autocomplete("off");
    let body = Field::new("testo", words.body).value(&draft.body).hint(words.body_hint).longest(TEXT_MAX);
    let law = Field::new("norma", words.law).value(&draft.law).hint(words.law_hint).longest(LINE_MAX).optional().autocomplete("off");
    html! {
        @if view.themes.is_empty() { (fields::text(&theme.longest(LINE_MAX), shared)) } @else { (fields::select(&theme, &themes, shared)) }
        (fields::text(&title.error(of("titolo")), shared))
        (fields::area(&body.error(of("testo")), 10, shared))
        (fields::text(&law.error(of("norma")), shared))
        (file(view, words, of("file")))
    }
}

fn file(view: &AskView<'_>, words: &Words, wrong: Option<&str>) -> Markup {
    html! {
        div .aff-field.aff-wrong[wrong.is_some()] {
            label .active for="file" { (words.file) " " span .aff-optional { (view.frame.words().form.optional) } }
            p .form-text #file-hint { (words.file_hint) }
            @if let Some(text) = wrong { p .aff-error #file-error { (text) } }
            input .form-control type="file" #file name="file" accept="application/pdf,image/jpeg,image/png" aria-describedby="file-hint";
        }
    }
}
