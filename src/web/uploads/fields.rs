//! The field of a file in a form: it works by itself, and with the page's script a file may take its time.

use maud::{Markup, html};

use super::brought::{PURPOSE, UPLOAD};
use super::words::{admitted, size, words};
use super::{Kept, Uploads};
use crate::domain::ids::Id;
use crate::domain::upload::Purpose;
use crate::ui::fields::{hidden, id_of};
use crate::ui::page::Frame;
use crate::ui::paths;

/// What the field of a file shows.
#[derive(Debug, Clone)]
pub struct FileField<'a> {
    name: &'a str,
    label: &'a str,
    purpose: Purpose,
    hint: Option<&'a str>,
    error: Option<String>,
    brought: Option<&'a Kept>,
    optional: bool,
    /// Whether the label says so.
    marked: bool,
}

impl<'a> FileField<'a> {
    /// `name` is that of the field, as [`super::Brought::file`] is asked for it.
    pub fn new(name: &'a str, label: &'a str, purpose: Purpose) -> Self {
        FileField { name, label, purpose, hint: None, error: None, brought: None, optional: false, marked: true }
    }

    /// Above what is said of kinds and size anyway.
    #[must_use]
    pub fn hint(mut self, hint: &'a str) -> Self {
        self.hint = Some(hint);
        self
    }

    #[must_use]
    pub fn error(mut self, error: Option<String>) -> Self {
        self.error = error;
        self
    }

    /// The file that came with a form which is shown again: nobody uploads it twice.
    #[must_use]
    pub fn brought(mut self, kept: Option<&'a Kept>) -> Self {
        self.brought = kept;
        self
    }

    #[must_use]
    pub fn optional(mut self) -> Self {
        self.optional = true;
        self
    }

    /// It or something else is asked for: not required by itself, and the label does not say so.
    #[must_use]
    pub fn alternative(mut self) -> Self {
        (self.optional, self.marked) = (true, false);
        self
    }
}

pub fn field(frame: &Frame<'_>, uploads: &Uploads, field: &FileField<'_>) -> Markup {
    let (id, form) = (id_of(field.name), &frame.words().form);
    let endings: Vec<String> = field.purpose.kinds().iter().map(|kind| format!(".{}", kind.ending())).collect();
    let described = if field.error.is_some() { format!("{id}-hint {id}-error") } else { format!("{id}-hint") };
    html! {
        div .aff-field.aff-wrong[field.error.is_some()] data-upload=(paths::UPLOADS) data-upload-purpose=(field.purpose.as_str()) {
            label .active for=(id) { (field.label) @if field.optional && field.marked { " " span .aff-optional { (form.optional) } } }
            p .form-text id={ (id) "-hint" } {
                @if let Some(hint) = field.hint { (hint) " " }
                (admitted(frame.lang, field.purpose, uploads.largest(field.purpose)))
            }
            @if let Some(text) = &field.error { p .aff-error id={ (id) "-error" } { span .visually-hidden { (form.error) " " } (text) } }
            @if let Some(kept) = field.brought { (already(frame, kept)) }
            (hidden(&format!("{}.{PURPOSE}", field.name), field.purpose.as_str()))
            (hidden(&format!("{}.{UPLOAD}", field.name), field.brought.map_or("", |kept| kept.id.as_str())))
            input .form-control.is-invalid[field.error.is_some()] type="file" id=(id) name=(field.name) accept=(endings.join(","))
                required[!field.optional && field.brought.is_none()] aria-invalid=[field.error.as_ref().map(|_| "true")]
                aria-describedby=(described);
            (progress(frame, &id))
        }
    }
}

fn already(frame: &Frame<'_>, kept: &Kept) -> Markup {
    let words = words(frame.lang);
    html! {
        p .aff-upload-kept {
            (words.brought) " " strong { (kept.name) } " (" (size(frame.lang, u64::try_from(kept.bytes).unwrap_or(0))) "). "
            a href=(paths::upload_file(&kept.id)) { (words.look) } ". " (words.another)
        }
    }
}

/// Shown by the script while a file is on its way; its sentences are data of the page.
fn progress(frame: &Frame<'_>, id: &str) -> Markup {
    let words = words(frame.lang);
    html! {
        div .aff-upload data-upload-progress hidden
            data-sending=(words.sending) data-paused=(words.paused) data-checking=(words.checking) data-arrived=(words.arrived)
            data-waiting=(words.waiting) data-failed=(words.failed) data-resumed=(words.resumed) data-unfinished=(words.unfinished)
            data-of=(words.of) {
            progress aria-label=(words.progress) id={ (id) "-progress" } max="100" value="0" {}
            p .aff-upload-told role="status" {}
            p .form-text { (words.resumable) }
            p .aff-buttons {
                button .btn.btn-outline-primary type="button" data-upload-pause { (words.pause) }
                button .btn.btn-outline-primary type="button" data-upload-resume hidden { (words.resume) }
                button .btn.btn-link type="button" data-upload-cancel { (words.cancel) }
            }
        }
    }
}

/// Once on a page that has such fields.
pub fn script() -> Markup {
    html! {
        script src=(paths::asset("vendor/tus.min.js")) defer {}
        script src=(paths::asset("upload.js")) defer {}
    }
}
