//! Documents for those who publish them: the list, a new one in two clicks, one with its versions.

use maud::{Markup, html};

use super::what;
use crate::domain::document::{DESCRIPTION, LANGUAGES, LINE, Licence};
use crate::domain::upload::Purpose;
use crate::library::documents::form::{Fault, Form};
use crate::library::documents::words::{Words, fault, field_of, language, licence, words};
use crate::library::documents::{Document, Version};
use crate::ui::fields::{self, Field, Wrong};
use crate::ui::page::{Frame, Notice, Shell, heading, page};
use crate::ui::table::{Column, table};
use crate::ui::{dates, paths};
use crate::web::uploads::{self, FileField, Kept, Uploads};

pub struct Desk<'a> {
    pub frame: &'a Frame<'a>,
    /// Each with how often it was downloaded.
    pub kept: &'a [(Document, i64)],
    /// Links to pages of others that want somebody.
    pub links: usize,
    /// All there are, or those of the reader.
    pub keeps_all: bool,
    pub notice: Option<Notice>,
}

pub fn desk(view: &Desk<'_>) -> Markup {
    let (frame, words) = (view.frame, words(view.frame.lang));
    page(
        &Shell::new(frame, words.desk).notices(view.notice.clone()),
        html! {
            (heading(words.desk, Some(if view.keeps_all { words.desk_lead_all } else { words.desk_lead })))
            p .aff-buttons {
                a .btn.btn-primary href=(paths::NEW_DOCUMENT) { (words.new) }
                a .btn.btn-outline-primary href=(paths::DOCUMENTS) { (words.read) }
                a .btn.btn-outline-primary href=(paths::LINKS) { (words.links) }
            }
            @if view.links > 0 { p { a href=(paths::LINKS) { ((words.links_to_mend)(view.links)) } } }
            @if view.kept.is_empty() { div .aff-box { p { (words.none_yet) } } } @else { (lines(view)) p .form-text { (words.downloads_note) } }
        },
    )
}

fn lines(view: &Desk<'_>) -> Markup {
    let (frame, words) = (view.frame, words(view.frame.lang));
    let columns = [
        Column::new(words.column_title),
        Column::new(words.theme),
        Column::new(words.column_version),
        Column::new(words.column_state),
        Column::new(words.column_downloads).figures(),
    ];
    let rows = html! {
        @for (one, downloads) in view.kept {
            tr {
                th scope="row" { a href=(paths::document_change(&one.id)) { (one.sheet.title) } span .aff-line { (one.sheet.publisher) } }
                td { (one.sheet.theme) }
                td { (one.latest.number) ", " (dates::short(one.latest.added_at.day())) }
                td { (state(frame, one)) }
                td .aff-figures { (dates::count(frame.lang, *downloads)) }
            }
        }
    };
    table("documenti", words.caption, &columns, rows, frame.words())
}

fn state(frame: &Frame<'_>, one: &Document) -> &'static str {
    let words = words(frame.lang);
    match (&one.withdrawn, one.stands(frame.today)) {
        (Some(_), _) => words.state_withdrawn,
        (None, false) => words.expired_short,
        (None, true) => words.state_public,
    }
}

/// A form as it is to be shown: empty, as kept, or as it came back.
pub struct Writing<'a> {
    pub frame: &'a Frame<'a>,
    pub uploads: &'a Uploads,
    pub form: &'a Form,
    /// The file that came with a form which is shown again.
    pub brought: Option<&'a Kept>,
    /// Those in use.
    pub themes: &'a [String],
    pub faults: &'a [Fault],
}

impl Writing<'_> {
    fn words(&self) -> &'static Words {
        words(self.frame.lang)
    }

    fn told(&self, name: &str) -> Option<String> {
        self.faults.iter().find(|one| field_of(**one) == name).map(|one| fault(self.frame.lang, *one))
    }

    fn summary(&self) -> Markup {
        let wrong = self.faults.iter().map(|one| Wrong { name: field_of(*one).to_owned(), text: fault(self.frame.lang, *one) });
        fields::summary(self.frame.words(), &wrong.collect::<Vec<_>>())
    }

    fn line(&self, (name, label): (&str, &str), value: &str, hint: &str) -> Markup {
        let told = self.told(name);
        let field = Field::new(name, label).value(value).longest(LINE).autocomplete("off").error(told.as_deref());
        fields::text(&if hint.is_empty() { field } else { field.hint(hint) }, self.frame.words())
    }

    fn optional(&self, (name, label): (&str, &str), value: &str, hint: &str) -> Markup {
        let told = self.told(name);
        let field = Field::new(name, label).value(value).hint(hint).longest(LINE).autocomplete("off").optional();
        fields::text(&field.error(told.as_deref()), self.frame.words())
    }
}

fn shell<'a>(frame: &'a Frame<'a>, title: &str) -> Shell<'a> {
    Shell::new(frame, title).crumb(words(frame.lang).desk, paths::DOCUMENTS_DESK)
}

/// A new one: a file and a press are enough, all else is filled in.
pub fn new(view: &Writing<'_>) -> Markup {
    let (words, form) = (view.words(), view.form);
    page(
        &shell(view.frame, words.new),
        html! {
            (heading(words.new, Some(words.new_lead)))
            (view.summary())
            form .aff-form method="post" action=(paths::NEW_DOCUMENT) enctype="multipart/form-data" {
                (content(view))
                (view.optional(("titolo", words.column_title), &form.title, words.title_hint))
                (told(view))
                p .aff-buttons {
                    button .btn.btn-primary type="submit" { (words.publish) }
                    a .btn.btn-outline-primary href=(paths::DOCUMENTS_DESK) { (words.give_up) }
                }
            }
            (uploads::script())
        },
    )
}

/// A file, or where it lies.
fn content(view: &Writing<'_>) -> Markup {
    let words = view.words();
    let file = FileField::new("file", words.file, Purpose::Document).hint(words.file_hint).error(view.told("file"));
    html! {
        (uploads::field(view.frame, view.uploads, &file.brought(view.brought).alternative()))
        (view.optional(("indirizzo", words.address), &view.form.address, words.address_hint))
    }
}

/// What is said of a document, its title apart.
fn told(view: &Writing<'_>) -> Markup {
    let (words, shared, form, lang) = (view.words(), view.frame.words(), view.form, view.frame.lang);
    let (description, until, on) = (view.told("descrizione"), view.told("fino"), view.told("data"));
    let (spoken, under) = (view.told("lingua"), view.told("licenza"));
    let area = Field::new("descrizione", words.description).value(&form.description).hint(words.description_hint).longest(DESCRIPTION);
    let languages: Vec<(String, String)> = LANGUAGES.iter().map(|tag| ((*tag).to_owned(), language(lang, tag).to_owned())).collect();
    let licences: Vec<(String, String)> =
        Licence::ALL.iter().map(|one| (one.as_str().to_owned(), licence(lang, *one).to_owned())).collect();
    let until_field = Field::new("fino", words.valid_until).value(&form.valid_until).hint(words.valid_until_hint).optional();
    let licence_field = Field::new("licenza", words.licence).value(&form.licence).hint(words.licence_hint);
    html! {
        (view.line(("tema", words.theme), &form.theme, words.theme_hint))
        @if !view.themes.is_empty() { p .form-text { (view.themes.join(" · ")) } }
        (fields::area(&area.optional().error(description.as_deref()), 4, shared))
        (view.line(("editore", words.publisher), &form.publisher, words.publisher_hint))
        (fields::date(&Field::new("data", words.dated_on).value(&form.dated_on).error(on.as_deref()), shared))
        (fields::date(&until_field.error(until.as_deref()), shared))
        (fields::select(&Field::new("lingua", words.language).value(&form.language).error(spoken.as_deref()), &languages, shared))
        (fields::select(&licence_field.error(under.as_deref()), &licences, shared))
    }
}

/// One document with its forms.
pub struct Changing<'a> {
    pub writing: Writing<'a>,
    pub document: &'a Document,
    pub versions: &'a [Version],
    /// That the address where it lies does not answer, or has moved.
    pub lies: Option<String>,
    pub notice: Option<Notice>,
}

pub fn changing(view: &Changing<'_>) -> Markup {
    let (writing, document) = (&view.writing, view.document);
    let (frame, words) = (writing.frame, writing.words());
    let withdrawn = document.withdrawn.as_ref();
    let withdrawn = withdrawn.map(|(at, why)| Notice::info(&(words.is_withdrawn)(&dates::day(frame.lang, at.day()), why)));
    page(
        &shell(frame, &document.sheet.title)
            .notices(view.lies.as_deref().map(Notice::care))
            .notices(view.notice.clone())
            .notices(withdrawn),
        html! {
            (heading(&document.sheet.title, Some(words.change_lead)))
            (writing.summary())
            @if document.withdrawn.is_none() { p { a href=(paths::document(&document.id)) { (words.see) } } }
            (version(view))
            h2 { (words.said) }
            form .aff-form method="post" action=(paths::document_change(&document.id)) {
                (writing.line(("titolo", words.column_title), &writing.form.title, ""))
                (told(writing))
                (fields::hidden("visto", &writing.form.seen.to_string()))
                p .aff-buttons {
                    button .btn.btn-primary type="submit" { (if document.withdrawn.is_some() { words.publish_again } else { words.save }) }
                }
            }
            @if document.withdrawn.is_none() { (withdrawal(view)) }
            (uploads::script())
        },
    )
}

/// The versions there are, and one more.
fn version(view: &Changing<'_>) -> Markup {
    let (frame, words) = (view.writing.frame, view.writing.words());
    html! {
        h2 { (words.versions) }
        ul {
            @for one in view.versions {
                li {
                    @if view.document.withdrawn.is_some() { ((words.version)(one.number)) } @else {
                        a href=(paths::document_version(&view.document.id, one.number)) { ((words.version)(one.number)) }
                    }
                    ": " (dates::day_tag(frame.lang, one.added_at.day())) ", " (what(frame.lang, one))
                    @if !one.note.is_empty() { ". " (one.note) }
                }
            }
        }
        form .aff-form method="post" action=(paths::document_new_version(&view.document.id)) enctype="multipart/form-data" {
            h3 { (words.new_version) }
            p { (words.new_version_lead) }
            (content(&view.writing))
            (view.writing.optional(("nota", words.note), &view.writing.form.note, words.note_hint))
            p .aff-buttons { button .btn.btn-primary type="submit" { (words.add_version) } }
        }
    }
}

fn withdrawal(view: &Changing<'_>) -> Markup {
    let (writing, words) = (&view.writing, view.writing.words());
    html! {
        h2 { (words.withdrawal) }
        p { (words.withdrawal_lead) }
        form .aff-form method="post" action=(paths::document_withdrawal(&view.document.id)) {
            (writing.line(("motivo", words.reason), "", words.reason_hint))
            p .aff-buttons { button .btn.btn-outline-primary type="submit" { (words.withdraw) } }
        }
    }
}
