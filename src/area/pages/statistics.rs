//! How much the service is used, and how clear its pages are.

use maud::{Markup, html};

use crate::area::Rated;
use crate::area::words::words;
use crate::ui::page::{Frame, Shell, heading, page};
use crate::ui::sitemap::Sitemap;
use crate::ui::table::{Column, table};
use crate::ui::{dates, paths};

pub struct Statistics<'a> {
    pub frame: &'a Frame<'a>,
    /// Enti that have closed a rilevazione.
    pub regions: Vec<(String, i64)>,
    pub rated: Vec<Rated>,
    pub map: &'a Sitemap,
}

pub fn statistics(view: &Statistics<'_>) -> Markup {
    let words = words(view.frame.lang);
    page(
        &Shell::new(view.frame, words.statistics),
        html! {
            (heading(words.statistics, Some(words.statistics_lead)))
            h2 { (words.by_region) }
            @if view.regions.is_empty() { p { (words.nobody_yet) } } @else { (regions(view)) }
            h2 { (words.ratings) }
            @if view.rated.is_empty() { p { (words.ratings_none) } } @else { (ratings(view)) p { (words.ratings_few) } }
        },
    )
}

fn regions(view: &Statistics<'_>) -> Markup {
    let (lang, words) = (view.frame.lang, words(view.frame.lang));
    let total = view.regions.iter().map(|(_, n)| n).sum();
    let columns = [Column::new(words.column_region), Column::new(words.column_enti).figures()];
    let row = |name: &str, n: i64| html! { tr { th scope="row" { (name) } td .aff-figures { (dates::count(lang, n)) } } };
    let body = html! { @for (region, n) in &view.regions { (row(region, *n)) } (row(words.total, total)) };
    table("regioni", words.by_region_caption, &columns, body, view.frame.words())
}

fn ratings(view: &Statistics<'_>) -> Markup {
    let (lang, words) = (view.frame.lang, words(view.frame.lang));
    let columns = [Column::new(words.column_page), Column::new(words.column_ratings).figures(), Column::new(words.column_mean).figures()];
    let body = html! {
        @for rated in &view.rated {
            tr {
                th scope="row" { (name(view, &rated.page)) }
                td .aff-figures { (dates::count(lang, rated.ratings)) }
                td .aff-figures { ((words.out_of_five)(&dates::number(lang, rated.mean, 1))) }
            }
        }
    };
    table("valutazioni", words.ratings_caption, &columns, body, view.frame.words())
}

/// The page by its name; one with ids in its address, by the address without them.
fn name(view: &Statistics<'_>, page: &str) -> String {
    let by_name = view.map.name_of(page, view.frame.lang).map(str::to_owned);
    by_name.unwrap_or_else(|| paths::without_ids(page))
}
