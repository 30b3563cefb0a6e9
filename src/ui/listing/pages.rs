//! What the tables of a listing look like: filters, what is chosen, how many rows, the same rows as a file.

use maud::{Markup, html};

use super::{Listing, SIZES};
use crate::ui::page::{Frame, icon};
use crate::ui::table::{Column, pages};

/// A value of a filter and how it reads.
pub type Choices = Vec<(String, String)>;

/// A list to choose one value of a filter from, "Tutti" first.
pub fn choose(frame: &Frame<'_>, name: &str, label: &str, choices: &Choices, listing: &Listing) -> Markup {
    let now = listing.get(name);
    html! {
        div .aff-field {
            label .active for=(name) { (label) }
            select .form-select id=(name) name=(name) {
                option value="" { (frame.words().listing.any) }
                @for (value, reads) in choices { option value=(value) selected[value == now] { (reads) } }
            }
        }
    }
}

/// The form of the filters: what is always in sight, and the rest folded until one of it is in use.
pub fn filters(frame: &Frame<'_>, listing: &Listing, first: &Markup, rest: &Markup, open: bool) -> Markup {
    let words = &frame.words().listing;
    html! {
        form .aff-search.aff-desk-filters method="get" action=(listing.path()) role="search" {
            (first)
            details .aff-more open[open] { summary { (words.filters) } div .aff-desk-more { (rest) } }
            @for (name, value) in listing.carried() { input type="hidden" name=(name) value=(value); }
            p .aff-buttons { button .btn.btn-primary type="submit" { (words.apply) } }
        }
    }
}

/// The filters in use, each with a way to take it off. `names` says how a filter reads, in the order of the address.
pub fn chips(frame: &Frame<'_>, listing: &Listing, names: &[(&'static str, String)]) -> Markup {
    let words = &frame.words().listing;
    html! {
        @if !names.is_empty() {
            nav .aff-chips aria-label=(words.chosen) {
                ul {
                    @for (name, reads) in names {
                        li { a .chip.chip-simple.chip-lg href=(listing.without(name)) title=((words.take_away)(reads)) {
                            span .chip-label { (reads) } span .visually-hidden { ": " ((words.take_away)("")) }
                            (icon("it-close", "icon-xs"))
                        } }
                    }
                    @if names.len() > 1 { li { a href=(listing.bare()) { (words.take_all_away) } } }
                }
            }
        }
    }
}

/// Nothing corresponds: which filters to take off.
pub fn nothing(frame: &Frame<'_>, listing: &Listing, names: &[(&'static str, String)], says: &str) -> Markup {
    let words = &frame.words().listing;
    html! {
        div .aff-box role="status" {
            p { (says) }
            @if !names.is_empty() {
                p { (if names.len() == 1 { words.nothing_one } else { words.nothing_many }) }
                ul { @for (name, reads) in names { li { a href=(listing.without(name)) { ((words.take_away)(&format!("«{reads}»"))) } } } }
            }
        }
    }
}

/// Below a table: its pages, how many rows on each, the same rows as a file.
pub fn foot(frame: &Frame<'_>, listing: &Listing, total: i64) -> Markup {
    let words = &frame.words().listing;
    html! {
        (pages(listing.page(), listing.last(total), |n| listing.at_page(n), frame.words()))
        div .aff-desk-foot {
            @if total > SIZES[0] as i64 {
                p { (words.rows) ": " @for size in SIZES {
                    @if size == listing.size() { strong aria-current="true" { (size) } } @else {
                        a href=(listing.sized(size)) aria-label=((words.rows_of)(size)) { (size) }
                    }
                    " "
                } }
            }
            p { (words.as_file) " " a href=(listing.file("csv")) { (words.csv) } " " a href=(listing.file("xlsx")) { (words.xlsx) } }
        }
    }
}

/// A heading by which the table can be put in order.
pub fn sortable(listing: &Listing, name: &str, order: &str) -> Column {
    Column::new(name).sort(listing.sorted(order), listing.ascending(order))
}
