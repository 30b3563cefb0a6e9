//! Whom to ask, and the answers to the most common questions.

use maud::{Markup, html};

use crate::area::words::{filled, words};
use crate::ui::contacts;
use crate::ui::page::{Frame, Shell, heading, page};

pub fn assistance(frame: &Frame<'_>) -> Markup {
    let words = words(frame.lang);
    page(
        &Shell::new(frame, words.assistance).description(words.assistance_lead),
        html! {
            (heading(words.assistance, Some(words.assistance_lead)))
            div .aff-cards.aff-two {
                section .aff-card aria-labelledby="recapiti" {
                    h2 #recapiti { (words.call) }
                    @if contacts::any(frame.site) {
                        @if !frame.site.owner.is_empty() { p { strong { (frame.site.owner) } } }
                        (contacts::list(frame.site, frame.words()))
                    } @else {
                        p { (words.call_nobody) }
                    }
                }
                section .aff-card aria-labelledby="prima" {
                    h2 #prima { (words.before_calling) }
                    ul { @for line in words.before_calling_list { li { (line) } } }
                }
            }
            h2 #segnala { (words.report) }
            p { (words.report_text) }
            h2 #domande-frequenti { (words.faq) }
            @for (question, answer) in words.faq_list {
                details .aff-fold {
                    summary { (question) }
                    div { p { (filled(answer, &frame.site.owner, frame.lang)) } }
                }
            }
        },
    )
}
