//! The specification of the files on one page, with their templates.

use maud::{Markup, html};

use crate::domain::import::{FileKind, columns};
use crate::enti::import::words::{column, kind_lead, words};
use crate::ui::imports::words as imports;
use crate::ui::page::{Frame, Shell, heading, page};
use crate::ui::paths;
use crate::ui::table::{Column, table};

pub fn format(frame: &Frame<'_>) -> Markup {
    let words = words(frame.lang);
    page(
        &Shell::new(frame, words.format_title).crumb(frame.words().desk, paths::DESK).crumb(words.title, paths::IMPORTS),
        html! {
            (heading(words.format_title, Some(words.format_lead)))
            h2 { (words.format_file) }
            ul { @for point in words.format_file_points { li { (point) } } }
            @for kind in FileKind::ALL { (of_kind(frame, kind)) }
        },
    )
}

fn of_kind(frame: &Frame<'_>, kind: FileKind) -> Markup {
    let (lang, words) = (frame.lang, words(frame.lang));
    let title = (words.format_columns)(imports::kind(lang, kind));
    let heads = [Column::new(words.format_column), Column::new(words.format_meaning), Column::new(words.format_example)];
    let body = html! {
        @for wanted in columns::of(kind) {
            @let (meaning, example) = column(lang, kind, wanted.name);
            tr { th scope="row" { (wanted.name) } td { (meaning) } td { (example) } }
        }
    };
    html! {
        h2 { (title) }
        p { (kind_lead(lang, kind)) }
        (table(&format!("colonne-{}", kind.as_str()), &title, &heads, body, frame.words()))
        p .aff-buttons {
            a .btn.btn-outline-primary href=(paths::import_template(kind.template_name())) { ((words.format_template)(kind.template_name())) }
        }
    }
}
