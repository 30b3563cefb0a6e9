//! The page of the notice with its declaration, and the line in the personal area that leads there.

use maud::{Markup, html};

use super::words::words;
use crate::area::pages::notice_text;
use crate::ui::fields::{self, Wrong};
use crate::ui::page::{Frame, Notice, Shell, heading, page};
use crate::ui::paths;

/// `back`: where they were going. `unread`: the declaration was missing.
pub fn reading(frame: &Frame<'_>, back: &str, unread: bool) -> Markup {
    let words = words(frame.lang);
    let fault = unread.then_some(words.fault);
    let faults: Vec<Wrong> = fault.iter().map(|text| Wrong { name: "informativa".into(), text: (*text).into() }).collect();
    // Asked for again, in the other language, it still knows where they were going.
    let frame = &Frame { path: paths::notice(back), ..frame.clone() };
    let was_another = frame.person.as_ref().is_some_and(|person| person.notice.is_some());
    page(
        &Shell::new(frame, words.title).crumb(words.area, paths::AREA).without_opinion(),
        html! {
            (heading(words.title, Some(if was_another { words.lead_changed } else { words.lead })))
            (fields::summary(frame.words(), &faults))
            (notice_text(frame))
            form .aff-form method="post" action=(paths::NOTICE) {
                (fields::hidden("ritorno", back))
                (fields::check("informativa", &html! { (words.declaration) }, false, fault, frame.words()))
                p .aff-buttons {
                    button .btn.btn-primary type="submit" { (words.go_on) }
                    a .btn.btn-outline-primary href=(back) { (words.later) }
                }
                p { (words.no_consent) }
            }
        },
    )
}

/// For the personal area: the notice is still to be read.
pub fn still_to_read(frame: &Frame<'_>) -> Option<Notice> {
    let words = words(frame.lang);
    let text = || html! { (words.still) " " a href=(paths::NOTICE) { (words.still_link) } "." };
    frame.owes_the_notice().then(|| Notice { text: text(), ..Notice::info("") })
}
