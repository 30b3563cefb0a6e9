//! The map of the site: what exists for whoever asks.

use maud::{Markup, html};

use crate::area::words::words;
use crate::ui::page::{Frame, Shell, heading, page};
use crate::ui::sitemap::{Entry, Sitemap};

pub fn site_map(frame: &Frame<'_>, map: &Sitemap) -> Markup {
    let words = words(frame.lang);
    let list = |entries: Vec<&Entry>| html! { ul { @for e in entries { li { a href=(e.href) { ((e.name)(frame.lang)) } } } } };
    page(
        &Shell::new(frame, words.map),
        html! {
            (heading(words.map, None))
            h2 { (words.map_public) }
            (list(map.public().collect()))
            @match &frame.person {
                Some(person) => { h2 { (words.map_reserved) } (list(map.reserved(person.role).collect())) }
                None => { p { (words.map_sign_in) } }
            }
        },
    )
}
