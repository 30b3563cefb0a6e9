//! The password changed by its owner.

use maud::{Markup, html};

use super::recovery::{chosen, faults};
use crate::people::account::NotChanged;
use crate::people::account::words::{not_changed, words};
use crate::ui::fields::{self, Field};
use crate::ui::page::{Frame, Notice, Shell, heading, page};
use crate::ui::paths;

pub fn change(frame: &Frame<'_>, fault: Option<NotChanged>, notice: Option<Notice>) -> Markup {
    let words = words(frame.lang);
    let wrong = fault.filter(|why| *why == NotChanged::Present).map(|why| not_changed(frame.lang, why));
    let present = Field::new("attuale", words.present).error(wrong).autocomplete("current-password");
    page(
        &Shell::new(frame, words.change).crumb(words.area, paths::AREA).crumb(words.profile, paths::PROFILE).notices(notice),
        html! {
            (heading(words.change, Some(words.change_lead)))
            (fields::summary(frame.words(), &faults(frame, fault)))
            form .aff-form method="post" action=(paths::OWN_PASSWORD) {
                (fields::password(&present, frame.words()))
                p { (words.forgot) " " a href=(paths::RESET) { (words.ask) } }
                (chosen(frame, fault))
                p .aff-buttons {
                    button .btn.btn-primary type="submit" { (words.save_password) }
                    a .btn.btn-outline-primary href=(paths::PROFILE) { (words.cancel) }
                }
            }
        },
    )
}
