//! The form of a quesito.

use maud::{Markup, html};

use crate::domain::edition::Edition;
use crate::domain::ids::Id;
use crate::domain::personal_data::Kind;
use crate::domain::scan;
use crate::enti::Absence;
use crate::forum::asking::{Fault, LINE_MAX, TEXT_MAX};
use crate::forum::words::lasting::words as lasting;
use crate::forum::words::public::{Words, words};
use crate::forum::words::{question_refused, suspects};
use crate::forum::{NoFile, NotAsked, QuestionDraft};
use crate::platform::search::Hit;
use crate::ui::edition;
use crate::ui::fields::{self, Field, Wrong};
use crate::ui::page::{Frame, Notice, Shell, heading, page};
use crate::ui::paths;
use crate::ui::words::Lang;
use crate::web::uploads::{self, Kept, NotKept, not_kept};

/// The field of a file that came with the form before, and the box that strikes it out.
pub const BROUGHT: &str = "file.caricamento";
pub const STRUCK: &str = "senza-file";

pub struct AskView<'a> {
    pub frame: &'a Frame<'a>,
    /// The ente acted for, against stale tabs.
    pub ente: &'a str,
    pub draft: &'a QuestionDraft,
    pub themes: &'a [String],
    /// The day it is for, by id and title; none: the queue.
    pub day: Option<(&'a str, &'a str)>,
    /// Made with the empty form: sent twice, it is one quesito.
    pub key: &'a str,
    pub edition: &'a Edition,
    pub faults: &'a [Fault],
    /// Why it is not taken.
    pub refused: Option<&'a NotAsked>,
    /// What looks like personal data, before it is sent all the same.
    pub suspects: &'a [Kind],
    /// What may answer it already, and whether that was shown.
    pub similar: &'a [Hit],
    pub is_seen: bool,
    /// The file that came with it, and goes with the next send.
    pub brought: Option<&'a Kept>,
    /// It was opened for another ente than the one acted for now.
    pub is_moved: bool,
}

impl AskView<'_> {
    /// The form is here for reading only what is told above it.
    fn is_absent(&self) -> bool {
        matches!(self.refused, Some(NotAsked::Absent(_)))
    }

    /// It goes to the day; else to the queue.
    fn day_takes(&self) -> bool {
        self.day.is_some() && self.refused.is_none()
    }
}

/// Why a file is not attached, beside its field or above the page.
pub fn no_file(lang: Lang, why: NoFile) -> String {
    let words = words(lang);
    match why {
        NoFile::Scan(scan::Refusal::Missing) => words.file_missing.to_owned(),
        NoFile::Scan(scan::Refusal::TooLarge) => words.file_large.to_owned(),
        NoFile::Scan(scan::Refusal::Unknown) => words.file_kind.to_owned(),
        NoFile::Scan(scan::Refusal::Twice) => words.file_twice.to_owned(),
        NoFile::Upload(NotKept::Gone) => lasting(lang).file_gone.to_owned(),
        NoFile::Upload(NotKept::Waiting) => lasting(lang).file_waiting.to_owned(),
        NoFile::Upload(why) => not_kept(lang, &why),
    }
}

fn told(lang: Lang, fault: Fault) -> String {
    let words = words(lang);
    match fault {
        Fault::NoTheme => words.no_theme.to_owned(),
        Fault::NoTitle => words.no_title.to_owned(),
        Fault::NoBody => words.no_body.to_owned(),
        Fault::TooLong("testo") => words.long_text.to_owned(),
        Fault::TooLong(_) => words.long_line.to_owned(),
        Fault::File(why) => no_file(lang, why),
    }
}

fn refusal_told(view: &AskView<'_>, refused: &NotAsked) -> String {
    let lang = view.frame.lang;
    match refused {
        NotAsked::Hour(refusal) => question_refused(lang, *refusal),
        NotAsked::Absent(Absence::Outside(why)) => edition::outside(lang, why, view.edition),
        NotAsked::Absent(Absence::Withdrew) => lasting(lang).withdrew.to_owned(),
    }
}

pub fn asking(view: &AskView<'_>) -> Markup {
    let (frame, words) = (view.frame, words(view.frame.lang));
    let about = view.day.map(|(_, title)| (words.asking_on)(title));
    let faults: Vec<Wrong> =
        view.faults.iter().map(|fault| Wrong { name: fault.field().to_owned(), text: told(frame.lang, *fault) }).collect();
    let refused = view.refused.map(|refused| Notice::care(&refusal_told(view, refused)));
    let suspicious = (!view.suspects.is_empty()).then(|| Notice::care(&(words.suspicious)(&suspects(frame.lang, view.suspects))));
    let now = frame.person.as_ref().and_then(|person| person.acting_for.as_deref()).unwrap_or_default();
    let moved = view.is_moved.then(|| Notice::care(&(lasting(frame.lang).moved)(&frame.lang.the(now))));
    page(
        &Shell::new(frame, words.asking).crumb(words.forum, paths::FORUM).notices(refused).notices(suspicious).notices(moved),
        html! {
            (heading(words.asking, Some(about.as_deref().unwrap_or(words.asking_queue))))
            @if !view.is_absent() { (form(view, words, &faults)) }
            p { a href=(paths::ASSISTANCE) { (words.contact) } }
        },
    )
}

fn form(view: &AskView<'_>, words: &Words, faults: &[Wrong]) -> Markup {
    html! {
        p { (words.asking_who) }
        (fields::summary(view.frame.words(), faults))
        form .aff-form method="post" action=(paths::ASK) enctype="multipart/form-data" data-similar-from=(paths::SIMILAR) {
            (controls(view, words))
            (fields::hidden("chiave", view.key))
            (fields::hidden("ente", view.ente))
            @if let (Some((id, _)), true) = (view.day, view.day_takes()) { (fields::hidden("giorno", id)) }
            @if !view.suspects.is_empty() { (fields::hidden("visti", "1")) }
            @if view.is_seen { (fields::hidden("simili", "1")) }
            p .aff-buttons { button .btn.btn-primary type="submit" { (send(view, words)) } }
        }
        script src=(paths::asset("asking.js")) defer {}
    }
}

fn send(view: &AskView<'_>, words: &Words) -> &'static str {
    // Sent once already, and come back for a look at something.
    let came_back = !view.draft.body.is_empty() && !view.similar.is_empty();
    if !view.suspects.is_empty() || came_back {
        words.send_anyway
    } else if view.day_takes() {
        words.send
    } else {
        words.send_queue
    }
}

fn controls(view: &AskView<'_>, words: &Words) -> Markup {
    let (shared, draft) = (view.frame.words(), view.draft);
    let of = |name: &str| view.faults.iter().find(|fault| fault.field() == name).map(|fault| told(view.frame.lang, *fault));
    let wrong = ["tema", "titolo", "testo", "norma", "file"].map(of);
    let [no_theme, no_title, no_body, no_law, no_file] = wrong.each_ref().map(Option::as_deref);
    let themes: Vec<(String, String)> = view.themes.iter().map(|theme| (theme.clone(), theme.clone())).collect();
    let theme = Field::new("tema", words.theme).value(&draft.theme).error(no_theme);
    let title = Field::new("titolo", words.title).value(&draft.title).hint(words.title_hint).longest(LINE_MAX).autocomplete("off");
    let body = Field::new("testo", words.body).value(&draft.body).hint(words.body_hint).longest(TEXT_MAX);
    let law = Field::new("norma", words.law).value(&draft.law).hint(words.law_hint).longest(LINE_MAX).optional().autocomplete("off");
    html! {
        @if view.themes.is_empty() { (fields::text(&theme.longest(LINE_MAX), shared)) } @else { (fields::select(&theme, &themes, shared)) }
        (fields::text(&title.error(no_title), shared))
        div .aff-similar data-similar aria-live="polite" { (similar(view.frame.lang, view.similar)) }
        (fields::area(&body.error(no_body), 10, shared))
        (fields::text(&law.error(no_law), shared))
        (brought(view))
        (file(view, words, no_file))
    }
}

/// What may answer it already; nothing, if there is none. In a tab of their own: what is typed here stays.
pub fn similar(lang: Lang, hits: &[Hit]) -> Markup {
    let words = lasting(lang);
    html! {
        @if !hits.is_empty() {
            section .aff-box aria-labelledby="simili" {
                h2 .h5 #simili { (words.similar) }
                p { (words.similar_lead) }
                ul { @for hit in hits {
                    li {
                        a href=(paths::found(hit)) target="_blank" rel="noopener" { @for piece in &hit.title { (piece.text) } }
                        @if !hit.theme.is_empty() { " · " (hit.theme) }
                    }
                } }
            }
        }
    }
}

fn file(view: &AskView<'_>, words: &Words, wrong: Option<&str>) -> Markup {
    let described = if wrong.is_some() { "file-hint file-error" } else { "file-hint" };
    html! {
        div .aff-field.aff-wrong[wrong.is_some()] {
            label .active for="file" {
                (if view.brought.is_some() { lasting(view.frame.lang).file_other } else { words.file })
                " " span .aff-optional { (view.frame.words().form.optional) }
            }
            p .form-text #file-hint { (words.file_hint) }
            @if let Some(text) = wrong { p .aff-error #file-error { span .visually-hidden { (view.frame.words().form.error) " " } (text) } }
            input .form-control type="file" #file name="file" accept="application/pdf,image/jpeg,image/png"
                aria-invalid=[wrong.map(|_| "true")] aria-describedby=(described);
        }
    }
}

/// The file that goes with the form: what it is called, and a box that strikes it out.
fn brought(view: &AskView<'_>) -> Markup {
    let (lang, words) = (view.frame.lang, lasting(view.frame.lang));
    html! {
        @if let Some(kept) = view.brought {
            div .aff-box.aff-brought {
                p { (words.file_brought) " " strong { (kept.name) } ", " (uploads::size(lang, u64::try_from(kept.bytes).unwrap_or(0))) }
                (fields::hidden(BROUGHT, kept.id.as_str()))
                (fields::check(STRUCK, &html! { (words.file_strike) }, false, None, view.frame.words()))
            }
        }
    }
}
