//! What remains of the days, for who follows them and for who reports them.

use maud::{Markup, html};

use super::prose;
use crate::domain::ids::Id;
use crate::forum::words::desk::words as desk;
use crate::forum::words::lasting::words;
use crate::forum::words::public;
use crate::forum::{Duty, Told};
use crate::ui::feed::{self, Entry, Feed};
use crate::ui::page::{Frame, Shell, heading, page};
use crate::ui::table::{Column, table};
use crate::ui::{dates, paths};

/// The proceedings that are out, with the quesiti in them.
pub fn feed(frame: &Frame<'_>, told: &[Told], public_url: &str) -> String {
    let entry = |one: &Told| {
        let page = paths::proceedings(&one.day);
        html! {
            (prose(&one.presentation))
            ul { @for (id, title) in &one.questions { li { a href={ (public_url) (page) "#" (id) } { (title) } } } }
        }
    };
    let entries = told
        .iter()
        .map(|one| Entry {
            title: &one.title,
            name: format!("urn:uuid:{}", one.day.as_str()),
            page: paths::proceedings(&one.day),
            published: one.published_at,
            updated: one.published_at,
            author: "",
            category: "",
            lang: "it",
            content: entry(one),
        })
        .collect();
    let title = public::words(frame.lang).proceedings;
    feed::feed(frame, public_url, &Feed { title, own: paths::FORUM_FEED, page: paths::FORUM, entries })
}

/// Who was on duty, and what they wrote.
pub fn hours(frame: &Frame<'_>, duties: &[Duty]) -> Markup {
    let (lang, words) = (frame.lang, words(frame.lang));
    let columns = [
        Column::new(words.expert),
        Column::new(words.day),
        Column::new(words.on_duty).figures(),
        Column::new(words.answers).figures(),
        Column::new(words.questions).figures(),
        Column::new(words.read).figures(),
        Column::new(words.clarifications).figures(),
    ];
    let rows = html! { @for one in duties {
        tr {
            th scope="row" { (one.expert.name) }
            td { a href=(paths::desk_forum_day(&one.day)) { (one.title) } ", " (dates::short(one.held_on)) }
            td .aff-figures { (dates::length(lang, one.minutes)) }
            @for figure in [one.answers, one.questions, one.readings, one.messages] { td .aff-figures { (figure) } }
        }
    } };
    let total: i64 = duties.iter().map(|one| one.minutes).sum();
    page(
        &Shell::new(frame, words.hours).crumb(frame.words().desk, paths::DESK).crumb(desk(lang).forum, paths::FORUM_DESK),
        html! {
            (heading(words.hours, Some(words.hours_lead)))
            @if duties.is_empty() { div .aff-box { p { (words.hours_none) } } } @else {
                p { (words.total) ": " strong { (dates::length(lang, total)) } }
                p .aff-buttons {
                    a .btn.btn-primary href={ (paths::EXPERT_HOURS) ".xlsx" } { (words.xlsx) }
                    a .btn.btn-outline-primary href={ (paths::EXPERT_HOURS) ".csv" } { (words.csv) }
                }
                (table("esperti", words.caption, &columns, rows, frame.words()))
            }
        },
    )
}
