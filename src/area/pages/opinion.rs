//! What answers a visitor who has said how clear a page is.

use maud::{Markup, html};

use crate::area::words::words;
use crate::ui::feedback::DETAILS_MAX;
use crate::ui::fields::{self, Choice, Field, Group, Wrong};
use crate::ui::page::{Frame, Shell, heading, page};
use crate::ui::paths;

/// `back` is the page that was rated.
pub fn thanks(frame: &Frame<'_>, back: &str) -> Markup {
    let words = words(frame.lang);
    page(
        &Shell::new(frame, words.thanks_title).without_opinion(),
        html! {
            (heading(words.thanks_title, Some(frame.words().feedback.thanks)))
            p .aff-buttons { a .btn.btn-primary href=(back) { (words.back) } }
        },
    )
}

/// An opinion that lacks its rate or says too much, as it came.
pub struct Unfinished<'a> {
    pub frame: &'a Frame<'a>,
    /// The page that was rated.
    pub page: &'a str,
    /// As sent; none if it is no rate.
    pub stars: Option<i64>,
    pub detail: &'a str,
    pub too_long: bool,
}

pub fn unfinished(view: &Unfinished<'_>) -> Markup {
    let (frame, words) = (view.frame, words(view.frame.lang));
    let own = &frame.words().feedback;
    let rate_fault = view.stars.is_none().then_some(words.need_rate);
    let detail_fault = view.too_long.then_some(words.too_long);
    let faults: Vec<Wrong> = [("voto", rate_fault), ("dettagli", detail_fault)]
        .into_iter()
        .filter_map(|(name, fault)| Some(Wrong { name: name.into(), text: fault?.into() }))
        .collect();
    let rates = (1..).zip(own.rates).map(|(n, rate)| Choice::new(n.to_string(), rate, view.stars == Some(n))).collect();
    let group = Group::radios("voto", html! { (own.title) }).hint(html! { (own.hint) }).choices(rates).error(rate_fault);
    let detail = Field::new("dettagli", own.details).value(view.detail).hint(own.details_hint).optional().longest(DETAILS_MAX);
    page(
        &Shell::new(frame, words.rate_title).without_opinion(),
        html! {
            (heading(words.rate_title, None))
            (fields::summary(frame.words(), &faults))
            form .aff-form method="post" action=(paths::RATING) {
                (fields::hidden("pagina", view.page))
                (fields::group(&group, frame.words()))
                (fields::area(&detail.error(detail_fault), 3, frame.words()))
                p .aff-buttons {
                    button .btn.btn-primary type="submit" { (own.send) }
                    a .btn.btn-outline-primary href=(view.page) { (words.back) }
                }
            }
        },
    )
}
