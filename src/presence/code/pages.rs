//! The page for the projector, and that for who takes part.

use maud::{Markup, html};

use super::words::words;
use super::{Own, Projected};
use crate::domain::moment::Moment;
use crate::domain::presence_code;
use crate::presence::Register;
use crate::presence::pages::{below, head};
use crate::presence::words as shared;
use crate::ui::fields::{self, Field, Wrong};
use crate::ui::page::{Frame, Notice, Shell, heading, page};
use crate::ui::{dates, paths, qr};

/// What the projector shows; `public_url` is where telephones reach this server.
pub fn projector(frame: &Frame<'_>, register: &Register, projected: &Projected, now: Moment, public_url: &str) -> Markup {
    let words = words(frame.lang);
    let inside = match projected {
        Projected::NotBegun => html! {
            p { (words.begin_lead) }
            form method="post" action=(paths::presence_code(register.id())) {
                p .aff-buttons { button .btn.btn-primary type="submit" { (words.begin) } }
            }
        },
        Projected::Between(Some(opens)) => html! { p .lead { ((words.between)(&dates::hour(frame.lang, *opens))) } },
        Projected::Between(None) => html! { p .lead { (words.ended) } },
        Projected::Over => html! { p .lead { (words.over) } },
        Projected::Shown { secret, session } => {
            let code = presence_code::shown(secret, now);
            let link = format!("{public_url}{}", paths::check_in(&code));
            let bare = public_url.trim_start_matches("https://").trim_start_matches("http://");
            html! {
                p .lead { (shared::session(frame.lang, session)) }
                div .aff-projector {
                    div {
                        p { ((words.how)(&format!("{bare}{}", paths::CHECK_IN))) }
                        p .aff-projected { (code[..3]) " " (code[3..]) }
                        p { ((words.renewed)(presence_code::renewed_in(now))) }
                        p { (words.scan) }
                    }
                    (qr::picture(&link, &(words.qr)(&code)))
                }
            }
        }
    };
    page(&below(frame, register, words.title).without_opinion(), html! { (head(frame, register, words.title)) (inside) })
}

/// The page of who takes part.
pub struct CheckIn<'a> {
    pub frame: &'a Frame<'a>,
    pub typed: &'a str,
    pub own: Vec<Own>,
    pub fault: Option<String>,
    pub notice: Option<Notice>,
}

pub fn check_in(view: &CheckIn<'_>) -> Markup {
    let (frame, words) = (view.frame, words(view.frame.lang));
    let wrong: Vec<Wrong> = view.fault.iter().map(|text| Wrong { name: "codice".into(), text: text.clone() }).collect();
    let code = Field::new("codice", words.code).value(view.typed).hint(words.code_hint).autocomplete("off").longest(9);
    page(
        &Shell::new(frame, words.check_in).notices(view.notice.clone()),
        html! {
            (heading(words.check_in, Some(words.check_in_lead)))
            (fields::summary(frame.words(), &wrong))
            form .aff-form method="post" action=(paths::CHECK_IN) {
                (fields::number(&code.error(view.fault.as_deref()), None, false, frame.words()))
                p .aff-buttons { button .btn.btn-primary.btn-lg type="submit" { (words.enter) } }
            }
            h2 { (words.today) }
            @if view.own.is_empty() { p { (words.nothing_today) } } @else { (today(frame, &view.own)) p { (words.sign_too) } }
        },
    )
}

fn today(frame: &Frame<'_>, own: &[Own]) -> Markup {
    let words = words(frame.lang);
    html! {
        ul {
            @for one in own {
                li {
                    strong { (one.title) } ", " (shared::session(frame.lang, &one.session)) ": "
                    @match one.entered_at {
                        Some(at) => ((words.entered_at)(&dates::hour(frame.lang, at))),
                        None => (words.not_entered),
                    }
                }
            }
        }
    }
}
