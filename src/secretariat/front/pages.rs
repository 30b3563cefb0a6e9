//! The front page of the desk.

use maud::{Markup, html};

use super::Waiting;
use super::words::words;
use crate::ui::page::{Frame, Link, Shell, heading, page};
use crate::ui::{dates, paths};

/// `tools` are the pages that the segreteria goes to by name.
pub fn front(frame: &Frame<'_>, edition: Option<&str>, waiting: &Waiting, tools: &[Link]) -> Markup {
    let words = words(frame.lang);
    let lead = edition.map_or_else(|| words.no_edition.to_owned(), words.lead);
    let tasks = tasks(frame, waiting);
    page(
        &Shell::new(frame, words.desk),
        html! {
            (heading(words.desk, Some(&lead)))
            h2 { (words.today) }
            @if tasks.is_empty() { p { (words.all_done) } } @else {
                ul .aff-tasks { @for (says, href) in &tasks { li { @match href {
                    Some(href) => a href=(href) { (says) },
                    None => (says),
                } } } }
            }
            h2 { (words.tables) }
            ul .aff-tools { @for tool in tools { li { a href=(tool.href) { (tool.name) } } } }
        },
    )
}

/// What waits, the most urgent first, each with the place where it is done.
fn tasks(frame: &Frame<'_>, waiting: &Waiting) -> Vec<(String, Option<String>)> {
    let words = words(frame.lang);
    let enti = |query: &str| Some(format!("{}?{query}", paths::ENTI));
    let people = |query: &str| Some(format!("{}?{query}", paths::PEOPLE));
    let since = waiting.oldest.map(|at| dates::short(at.day())).unwrap_or_default();
    let requests = (waiting.requests > 0).then(|| ((words.requests)(waiting.requests, &since), Some(paths::REQUESTS.to_owned())));
    let counted = [
        (waiting.failed_letters, words.failed_letters, Some(format!("{}?stato=non-consegnati", paths::POST))),
        (waiting.unreleased, words.unreleased, Some(format!("{}?vista=da-rilasciare", paths::QUEUE))),
        (waiting.registers, words.registers, Some(paths::TEACHING.to_owned())),
        (waiting.proceedings, words.proceedings, Some(paths::FORUM_DESK.to_owned())),
        (waiting.due, words.due, Some(paths::REMINDERS.to_owned())),
        (waiting.without_referente, words.without_referente, enti("adesione=adhering&referente=no")),
        (waiting.not_begun, words.not_begun, enti("adesione=adhering&rilevazione=da-iniziare")),
        (waiting.unverified, words.unverified, people("verifica=no&stato=attivi")),
        (waiting.links, words.links, Some(paths::LINKS.to_owned())),
        (waiting.lacking, words.lacking, Some(paths::REPORTING.to_owned())),
    ];
    let counted = counted
        .into_iter()
        .filter(|(count, ..)| *count > 0)
        .map(|(count, says, href): (i64, fn(i64) -> String, Option<String>)| (says(count), href));
    requests.into_iter().chain(counted).collect()
}
