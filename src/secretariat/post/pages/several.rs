//! All messages of the filters that were given up, let go once more: first how many, and which stay.

use maud::{Markup, html};

use crate::secretariat::post::words::words;
use crate::secretariat::words::words as desk;
use crate::ui::listing::Listing;
use crate::ui::page::{Frame, Shell, heading, page};
use crate::ui::{dates, fields, paths};

pub struct Several<'a> {
    pub frame: &'a Frame<'a>,
    pub listing: &'a Listing,
    pub go: usize,
    /// Why some stay, and how many.
    pub stay: Vec<(&'static str, usize)>,
}

pub fn several(view: &Several<'_>) -> Markup {
    let (frame, words) = (view.frame, words(view.frame.lang));
    let go = i64::try_from(view.go).unwrap_or(i64::MAX);
    let here = view.listing.at_page(1);
    page(
        &Shell::new(frame, words.several).crumb(desk(frame.lang).desk, paths::DESK).crumb(words.post, paths::POST),
        html! {
            (heading(words.several, None))
            p .lead { ((words.several_go)(go, &dates::count(frame.lang, go))) }
            @if !view.stay.is_empty() {
                p { (words.several_stay) }
                ul { @for (why, count) in &view.stay { li { ((words.several_count)(*count as i64)) " " (why) } } }
            }
            form method="post" action=(paths::FAILED_MESSAGES) {
                (fields::hidden("elenco", &here))
                p .aff-buttons {
                    @if view.go > 0 { button .btn.btn-primary type="submit" { ((words.several_button)(go)) } }
                    a .btn.btn-outline-primary href=(here) { (words.back) }
                }
            }
        },
    )
}
