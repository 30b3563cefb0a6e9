//! For who waits: what happens next, who approves, when they were last reminded.

use maud::{Markup, html};

use crate::domain::moment::Moment;
use crate::domain::registration::REMINDER_DAYS;
use crate::enti::registration::OwnRequest;
use crate::enti::registration::words::{Words, outcome, words};
use crate::ui::page::{Frame, Notice, Shell, ente, heading, page};
use crate::ui::table::{Column, table};
use crate::ui::{dates, paths};

pub fn own_requests(frame: &Frame<'_>, requests: &[OwnRequest], now: Moment, notice: Option<Notice>) -> Markup {
    let words = words(frame.lang);
    let (over, waiting): (Vec<_>, Vec<_>) = requests.iter().partition(|one| !one.waits(now));
    page(
        &Shell::new(frame, words.own_requests).crumb(words.area, paths::AREA).notices(notice),
        html! {
            (heading(words.own_requests, Some(words.own_requests_lead)))
            @if waiting.is_empty() { p { (words.no_requests) } }
            @for one in &waiting { (waits(frame, one, now, words)) }
            @if !over.is_empty() {
                h2 { (words.past_requests) }
                (past(frame, &over, words))
            }
            p .aff-buttons {
                a .btn.btn-primary href=(paths::REGISTRATION) { (words.ask_more) }
                a .btn.btn-outline-primary href=(paths::AREA) { (words.to_area) }
            }
        },
    )
}

fn waits(frame: &Frame<'_>, one: &OwnRequest, now: Moment, words: &Words) -> Markup {
    let lang = frame.lang;
    let heading = format!("attesa-{}", one.id);
    let next = one.reminded_at.unwrap_or(one.arrived_at).plus_days(REMINDER_DAYS);
    html! {
        section .aff-card aria-labelledby=(heading) {
            h2 id=(heading) { ((words.waits_title)(&ente(&one.ente))) }
            p { (if one.has_referente { words.waits_own } else { words.waits_segreteria }) }
            p {
                @match one.reminded_at {
                    Some(at) => { ((words.waits_since)(&dates::lately(lang, one.arrived_at, now))) " " ((words.waits_reminded)(&dates::lately(lang, at, now))) }
                    None => { ((words.waits_told)(&dates::lately(lang, one.arrived_at, now))) }
                }
                " " ((words.waits_next)(&dates::day(lang, next.day())))
                " " ((words.waits_until)(&dates::day(lang, one.expires_at.day())))
            }
            form method="post" action=(paths::own_request_withdrawal(&one.id)) {
                p .aff-buttons {
                    button .btn.btn-outline-primary type="submit" {
                        (words.withdraw) span .visually-hidden { ": " (ente(&one.ente)) }
                    }
                }
            }
        }
    }
}

fn past(frame: &Frame<'_>, over: &[&OwnRequest], words: &Words) -> Markup {
    let columns = [words.column_ente, words.column_outcome, words.column_when, words.column_reason].map(Column::new);
    let body = html! {
        @for one in over {
            tr {
                th scope="row" { (ente(&one.ente)) }
                td { (outcome(frame.lang, one.outcome.unwrap_or(crate::domain::registration::Outcome::Expired))) }
                td { (dates::short(one.decided_at.unwrap_or(one.expires_at).day())) }
                td { (one.reason) }
            }
        }
    };
    table("richieste", words.past_caption, &columns, body, frame.words())
}
