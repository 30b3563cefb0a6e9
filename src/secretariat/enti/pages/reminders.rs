//! The list of enti worth a call, each with what to do about it.

use maud::{Markup, html};

use super::referente;
use crate::secretariat::enti::words::{due, words};
use crate::secretariat::enti::{Line, QUIET_DAYS};
use crate::secretariat::words::words as desk;
use crate::ui::listing::Listing;
use crate::ui::listing::foot;
use crate::ui::page::{Frame, Notice, Shell, heading, page};
use crate::ui::table::{Column, table};
use crate::ui::{dates, paths};

pub fn reminders(frame: &Frame<'_>, listing: &Listing, (lines, total): (&[Line], i64), notice: Option<Notice>) -> Markup {
    let words = words(frame.lang);
    let columns = [words.column_name, words.why, words.referente, words.last, words.action].map(Column::new);
    page(
        &Shell::new(frame, words.reminders).crumb(desk(frame.lang).desk, paths::DESK).notices(notice),
        html! {
            (heading(words.reminders, Some(&(words.reminders_lead)(QUIET_DAYS))))
            @if total == 0 { p role="status" { (words.reminders_none) } } @else {
                p role="status" { ((words.found)(total, &dates::count(frame.lang, total))) }
                (table("solleciti", words.reminders_caption, &columns, html! { @for line in lines { (row(frame, line)) } }, frame.words()))
                (foot(frame, listing, total))
            }
        },
    )
}

fn row(frame: &Frame<'_>, line: &Line) -> Markup {
    let (lang, words) = (frame.lang, words(frame.lang));
    html! {
        tr {
            th scope="row" { a href=(paths::ente(&line.id)) { (line.name) " (" (line.province) ")" } }
            td { @if let Some(why) = line.due { (due(lang, why, QUIET_DAYS)) } @if let Some(day) = line.next_call { ": " (dates::short(day)) } }
            td { (referente(line, words)) }
            td .aff-typed {
                @if let Some(day) = line.last_contact { (dates::short(day)) ": " }
                (line.last_outcome.as_deref().unwrap_or(words.never_heard))
            }
            td {
                div .aff-actions {
                    a .btn.btn-outline-primary.btn-sm href=(paths::ente_contacts(&line.id)) {
                        (words.note) span .visually-hidden { ": " (line.name) }
                    }
                    form method="post" action=(paths::ente_unanswered(&line.id)) {
                        button .btn.btn-outline-primary.btn-sm type="submit" { (words.unanswered) span .visually-hidden { ": " (line.name) } }
                    }
                }
            }
        }
    }
}
