//! Access as the profile shows it: password, last access, and the browsers in which the person is signed in.

use maud::{Markup, html};

use crate::access::sessions::SignedIn;
use crate::domain::moment::Moment;
use crate::people::account::words::words;
use crate::ui::page::Frame;
use crate::ui::table::{Column, table};
use crate::ui::{dates, paths};

pub fn sessions(frame: &Frame<'_>, list: &[SignedIn], now: Moment) -> Markup {
    let words = words(frame.lang);
    let columns = [words.column_browser, words.column_client, words.column_since, words.column_seen, words.column_act];
    let body = html! { @for session in list { (row(frame, session, now)) } };
    html! {
        h2 #sessioni { (words.sessions) }
        p { (words.sessions_lead) }
        (table("sessioni-aperte", words.sessions_caption, &columns.map(Column::new), body, frame.words()))
        @if list.len() > 1 {
            form method="post" action=(paths::OTHER_SESSIONS) {
                p .aff-buttons { button .btn.btn-outline-primary type="submit" { (words.end_others) } }
            }
        }
    }
}

fn row(frame: &Frame<'_>, session: &SignedIn, now: Moment) -> Markup {
    let words = words(frame.lang);
    let browser = if session.browser.is_empty() { words.unknown_browser } else { &session.browser };
    let client = session.client.as_deref().unwrap_or(words.unknown_client);
    html! {
        tr {
            th scope="row" { (browser) @if session.here { br; strong { (words.this_device) } } }
            td { (client) }
            td { (dates::lately(frame.lang, session.since, now)) }
            td { (dates::lately(frame.lang, session.seen, now)) }
            td {
                @if !session.here {
                    form method="post" action=(paths::end_session(&session.id)) {
                        button .btn.btn-outline-primary.btn-sm type="submit" { (words.end) span .visually-hidden { " " (browser) ", " (client) } }
                    }
                }
            }
        }
    }
}
