//! The check of seats and lists: what is not as the rules want it, or that all is well.

use maud::{Markup, html};

use super::when;
use crate::seminars::enrolment::Violation;
use crate::seminars::enrolment::words::{broken, desk};
use crate::ui::page::{Frame, Shell, Tone, alert, heading, page};
use crate::ui::paths;
use crate::ui::table::{Column, table};

pub fn check(frame: &Frame<'_>, violations: &[Violation]) -> Markup {
    let words = desk(frame.lang);
    let columns = words.check_columns.map(Column::new);
    let body = html! {
        @for one in violations {
            tr {
                th scope="row" { a href=(paths::desk_roll(&one.told.day)) { (one.told.title) } br; (when(frame, &one.told)) }
                td { (broken(frame.lang, one.broken)) }
                td { (one.name.as_deref().unwrap_or_default()) }
            }
        }
    };
    page(
        &Shell::new(frame, words.check).crumb(words.desk, paths::DESK),
        html! {
            (heading(words.check, Some(words.check_lead)))
            @if violations.is_empty() { (alert(Tone::Done, &html! { (words.all_well) })) } @else {
                (alert(Tone::Care, &html! { ((words.something)(violations.len())) }))
                (table("controllo", words.check, &columns, body, frame.words()))
            }
        },
    )
}
