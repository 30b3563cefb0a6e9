//! The upload of a file, and the imports so far.

use maud::{Markup, html};

use crate::domain::import::FileKind;
use crate::enti::import::words::{Words, words};
use crate::enti::import::{Import, State};
use crate::ui::fields::{self, Choice, Group, Wrong};
use crate::ui::imports::words as imports;
use crate::ui::page::{Frame, Notice, Shell, heading, page};
use crate::ui::table::{Column, pages, table};
use crate::ui::{dates, paths};

pub struct ListPage<'a> {
    pub frame: &'a Frame<'a>,
    pub imports: Vec<Import>,
    /// Counted from 1.
    pub page: usize,
    pub last: usize,
    /// As chosen.
    pub kind: Option<FileKind>,
    pub no_kind: bool,
    /// What is wrong with the file.
    pub wrong_file: Option<String>,
    pub notice: Option<Notice>,
}

pub fn list(view: &ListPage<'_>) -> Markup {
    let words = words(view.frame.lang);
    page(
        &Shell::new(view.frame, words.title).crumb(view.frame.words().desk, paths::DESK).notices(view.notice.clone()),
        html! {
            (heading(words.title, Some(words.lead)))
            p { a href=(paths::IMPORT_FORMAT) { (words.format) } }
            (upload(view, words))
            h2 { (words.past) }
            @if view.imports.is_empty() { p { (words.past_none) } } @else { (past(view, words)) }
        },
    )
}

fn upload(view: &ListPage<'_>, words: &Words) -> Markup {
    let mut wrong = Vec::new();
    if view.no_kind {
        wrong.push(Wrong { name: "tipo".into(), text: words.no_kind.into() });
    }
    if let Some(text) = &view.wrong_file {
        wrong.push(Wrong { name: "file".into(), text: text.clone() });
    }
    let kinds = [(FileKind::Enti, words.kind_enti), (FileKind::People, words.kind_people), (FileKind::Successions, words.kind_successions)];
    let choices = kinds.map(|(kind, name)| Choice::new(kind.as_str(), name, view.kind == Some(kind)));
    let kind = Group::radios("tipo", html! { (words.kind) }).choices(choices.to_vec()).error(view.no_kind.then_some(words.no_kind));
    html! {
        h2 { (words.upload_title) }
        (fields::summary(view.frame.words(), &wrong))
        form .aff-form method="post" action=(paths::IMPORTS) enctype="multipart/form-data" {
            (fields::group(&kind, view.frame.words()))
            div .aff-field.aff-wrong[view.wrong_file.is_some()] {
                label .active for="file" { (words.file) }
                p .form-text #file-hint { (words.file_hint) }
                @if let Some(text) = &view.wrong_file {
                    p .aff-error #file-error { span .visually-hidden { (view.frame.words().form.error) " " } (text) }
                }
                input .form-control type="file" id="file" name="file" accept=".csv,text/csv,text/plain" required
                    aria-describedby=(if view.wrong_file.is_some() { "file-hint file-error" } else { "file-hint" })
                    aria-invalid=[view.wrong_file.as_ref().map(|_| "true")];
            }
            p .aff-buttons { button .btn.btn-primary type="submit" { (words.upload) } }
        }
    }
}

fn past(view: &ListPage<'_>, words: &Words) -> Markup {
    let columns = [
        Column::new(words.column_file),
        Column::new(words.column_kind),
        Column::new(words.column_when),
        Column::new(words.column_by),
        Column::new(words.column_rows).figures(),
        Column::new(words.column_state),
    ];
    let body = html! { @for import in &view.imports { (row(view, import, words)) } };
    html! {
        (table("importazioni", words.past_caption, &columns, body, view.frame.words()))
        (pages(view.page, view.last, paths::imports, view.frame.words()))
    }
}

fn row(view: &ListPage<'_>, import: &Import, words: &Words) -> Markup {
    let lang = view.frame.lang;
    html! {
        tr {
            th scope="row" { a href=(paths::import(&import.id)) { (import.file_name) } }
            td { (imports::kind(lang, import.kind)) }
            td { (dates::moment_tag(lang, import.uploaded_at)) }
            td { (import.uploaded_by.as_deref().unwrap_or(words.command_line)) }
            td .aff-figures { (dates::count(lang, import.rows)) }
            td { (state(import, words)) }
        }
    }
}

fn state(import: &Import, words: &Words) -> String {
    match &import.state {
        State::Waiting => words.state_waiting.into(),
        State::Running(_) => words.state_running.into(),
        State::Done { counts, .. } => (words.state_done)(*counts),
        State::Forgotten => words.state_forgotten.into(),
    }
}
