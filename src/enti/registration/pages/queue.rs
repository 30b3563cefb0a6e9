//! The requests that wait anywhere, for the segreteria.

use maud::{Markup, html};

use super::people::{Verdicts, reason_name, request};
use crate::enti::registration::Waiting;
use crate::enti::registration::words::{Words, words};
use crate::ui::fields::{self, Field, Wrong};
use crate::ui::page::{Notice, Shell, heading, page};
use crate::ui::paths;
use crate::ui::table::pages;

pub struct QueuePage<'a> {
    pub verdicts: Verdicts<'a>,
    /// As typed.
    pub name: &'a str,
    pub without_referente: bool,
    pub waiting: &'a [Waiting],
    pub total: i64,
    /// Counted from 1.
    pub page: usize,
    pub last: usize,
    pub notice: Option<Notice>,
}

pub fn queue(view: &QueuePage<'_>) -> Markup {
    let frame = view.verdicts.frame;
    let words = words(frame.lang);
    let wrong = view.verdicts.wrong.map(|(id, _, text)| Wrong { name: reason_name(id), text: text.to_owned() });
    page(
        &Shell::new(frame, words.requests).crumb(frame.words().desk, paths::DESK).notices(view.notice.clone()),
        html! {
            (heading(words.requests, Some(words.requests_lead)))
            (fields::summary(frame.words(), &wrong.into_iter().collect::<Vec<_>>()))
            (filter(view, words))
            @if view.total == 0 {
                p role="status" { (if view.name.is_empty() && !view.without_referente { words.none_waits } else { words.none_found }) }
            } @else {
                p role="status" { ((words.how_many)(view.total)) }
                h2 .visually-hidden { (words.waiting) }
                @for one in view.waiting { (request(&view.verdicts, one)) }
                (pages(view.page, view.last, |n| paths::requests(view.name, view.without_referente, n), frame.words()))
            }
        },
    )
}

fn filter(view: &QueuePage<'_>, words: &Words) -> Markup {
    let frame = view.verdicts.frame;
    let name = Field::new("cerca", words.search).value(view.name).hint(words.search_hint).optional_unmarked().autocomplete("off");
    html! {
        form .aff-search method="get" action=(paths::REQUESTS) role="search" {
            (fields::search(&name, frame.words()))
            div .aff-field {
                label .active for="senza" { (words.which) }
                select .form-select #senza name="senza" {
                    option value="" selected[!view.without_referente] { (words.which_all) }
                    option value="referente" selected[view.without_referente] { (words.which_without) }
                }
            }
            p .aff-buttons { button .btn.btn-primary type="submit" { (words.filter) } }
        }
    }
}
