//! Attestati at the desk: who has earned one, the register of those issued, and the form that ends one.

use maud::{Markup, html};

use crate::records::certificates::words::words;
use crate::records::certificates::{AT_ONCE, Certificate, Due, REASON_MAX, numbered};
use crate::ui::fields::{self, Field, Wrong};
use crate::ui::listing::{Choices, Listing, chips, choose, filters, foot, nothing, sortable};
use crate::ui::page::{Frame, Notice, Shell, heading, page};
use crate::ui::table::{Column, table};
use crate::ui::words::Lang;
use crate::ui::{dates, paths};

/// Rows of those who are due one that are shown.
const SHOWN: usize = 20;

pub struct Desk<'a> {
    pub frame: &'a Frame<'a>,
    /// Name of the edition; none where there is none.
    pub edition: Option<&'a str>,
    pub has_rule: bool,
    pub due: &'a [Due],
    pub all: &'a [Certificate],
    pub found: &'a [&'a Certificate],
    pub listing: &'a Listing,
    pub notice: Option<Notice>,
}

fn shell<'a>(frame: &'a Frame<'a>, title: &str) -> Shell<'a> {
    Shell::new(frame, title).crumb(frame.words().desk, paths::DESK)
}

pub fn desk(view: &Desk<'_>) -> Markup {
    let (frame, words) = (view.frame, words(view.frame.lang));
    page(
        &shell(frame, words.desk).notices(view.notice.clone()),
        html! {
            (heading(words.desk, view.edition.or(Some(words.desk_lead))))
            @if view.edition.is_none() { p { (words.no_edition) } } @else {
                @if view.has_rule { (due(view)) } @else {
                    p { (words.no_rule) }
                    p { a .btn.btn-primary href=(paths::EDITIONS) { (words.set_rule) } }
                }
                @if !view.all.is_empty() { h2 { (words.register) } (register(view)) }
            }
        },
    )
}

fn due(view: &Desk<'_>) -> Markup {
    let (frame, words, lang) = (view.frame, words(view.frame.lang), view.frame.lang);
    let total = view.due.len();
    let columns = [words.person, words.ente, words.theme, words.hours].map(Column::new);
    html! {
        @if total == 0 { p { (words.nobody_due) } } @else {
            h2 { ((words.due)(total)) }
            p { (words.due_lead) }
            form method="post" action=(paths::CERTIFICATES) {
                p .aff-buttons { button .btn.btn-primary type="submit" { ((words.issue)(total.min(AT_ONCE))) } }
                p .form-text { ((words.issue_note)(AT_ONCE)) }
            }
            (table("da-emettere", words.due_caption, &columns, html! {
                @for one in view.due.iter().take(SHOWN) {
                    tr {
                        th scope="row" { a href=(paths::person(&one.person)) { (one.name) } }
                        td { (one.ente) }
                        td { (one.theme) }
                        td { ((words.of)(&dates::length(lang, one.attended.present), &dates::length(lang, one.attended.planned))) }
                    }
                }
            }, frame.words()))
            @if total > SHOWN { p { ((words.due_more)(SHOWN, total)) } }
        }
    }
}

fn register(view: &Desk<'_>) -> Markup {
    let (frame, listing, words) = (view.frame, view.listing, words(view.frame.lang));
    let mut themes: Vec<&str> = view.all.iter().map(|one| one.theme.as_str()).collect();
    themes.sort_unstable();
    themes.dedup();
    let themes: Choices = themes.into_iter().map(|theme| (theme.to_owned(), theme.to_owned())).collect();
    let states: Choices = [("validi", words.stands), ("revocati", words.revoked)].map(|(v, reads)| (v.to_owned(), reads.to_owned())).into();
    let search =
        Field::new("cerca", words.search).value(listing.get("cerca")).hint(words.search_hint).optional_unmarked().autocomplete("off");
    let first = html! { (fields::search(&search, frame.words())) (choose(frame, "stato", words.state, &states, listing)) };
    let rest = choose(frame, "tema", words.theme, &themes, listing);
    let names = names(listing, frame.lang);
    let total = i64::try_from(view.found.len()).unwrap_or(i64::MAX);
    html! {
        (filters(frame, listing, &first, &rest, !listing.get("tema").is_empty()))
        (chips(frame, listing, &names))
        @if view.found.is_empty() { (nothing(frame, listing, &names, words.none)) } @else { (rows(view)) (foot(frame, listing, total)) }
    }
}

/// How the filters in use read.
fn names(listing: &Listing, lang: Lang) -> Vec<(&'static str, String)> {
    let words = words(lang);
    let reads = |name: &str, value: &str| match (name, value) {
        ("cerca", typed) => format!("«{typed}»"),
        ("stato", "validi") => words.stands.to_owned(),
        ("stato", _) => words.revoked.to_owned(),
        (_, value) => value.to_owned(),
    };
    listing.chosen().iter().map(|(name, value)| (*name, reads(name, value))).collect()
}

fn rows(view: &Desk<'_>) -> Markup {
    let (frame, listing, words) = (view.frame, view.listing, words(view.frame.lang));
    let columns = [
        sortable(listing, words.number, "numero"),
        sortable(listing, words.person, "nome"),
        Column::new(words.theme),
        Column::new(words.hours),
        Column::new(words.issued),
        Column::new(words.state),
    ];
    let (size, before) = listing.window();
    let (size, before) = (usize::try_from(size).unwrap_or(0), usize::try_from(before).unwrap_or(0));
    let body = html! { @for one in view.found.iter().skip(before).take(size) { (row(frame, one)) } };
    table("attestati", words.caption, &columns, body, frame.words())
}

fn row(frame: &Frame<'_>, one: &Certificate) -> Markup {
    let (lang, words) = (frame.lang, words(frame.lang));
    let number = numbered(one.number, one.issued_at);
    html! {
        tr {
            th scope="row" { a href=(paths::certificate(&super::grouped(&one.code))) { (number) } }
            td { a href=(paths::person(&one.person)) { (one.content.name) } span .aff-line { (one.content.ente) } }
            td { (one.theme) }
            td { (dates::length(lang, one.content.present)) }
            td { (dates::short(one.issued_at.day())) }
            td {
                (state(lang, one))
                @if one.stands() {
                    div .aff-actions {
                        a href=(paths::certificate_end(&one.id, "nuova-emissione")) { (words.reissue) span .visually-hidden { ": " (number) } }
                        a href=(paths::certificate_end(&one.id, "revoca")) { (words.revoke) span .visually-hidden { ": " (number) } }
                    }
                }
            }
        }
    }
}

pub fn state(lang: Lang, one: &Certificate) -> &'static str {
    let words = words(lang);
    match (&one.revoked, &one.replaced_by) {
        (None, _) => words.stands,
        (Some(_), None) => words.revoked,
        (Some(_), Some(_)) => words.replaced_state,
    }
}

/// The form that revokes one, or issues it again.
pub struct Ending<'a> {
    pub frame: &'a Frame<'a>,
    pub one: &'a Certificate,
    pub reissue: bool,
    pub why: &'a str,
    pub no_reason: bool,
    pub not_earned: bool,
}

pub fn ending(view: &Ending<'_>) -> Markup {
    let (frame, words, one) = (view.frame, words(view.frame.lang), view.one);
    let (title, lead, button, kind) = match view.reissue {
        true => (words.reissue, words.reissue_lead, words.reissue_confirm, "nuova-emissione"),
        false => (words.revoke, words.revoke_lead, words.revoke_confirm, "revoca"),
    };
    let wrong = view.no_reason.then_some(words.no_reason);
    let faults: Vec<Wrong> = wrong.iter().map(|text| Wrong { name: "motivo".into(), text: (*text).to_owned() }).collect();
    let not_earned = view.not_earned.then(|| Notice::failed(words.not_earned));
    page(
        &shell(frame, title).crumb(words.desk, paths::CERTIFICATES).notices(not_earned).without_opinion(),
        html! {
            (heading(title, Some(&(words.number_of)(&numbered(one.number, one.issued_at)))))
            p { (one.content.name) ", " (one.theme) "." }
            p { (lead) }
            (fields::summary(frame.words(), &faults))
            form .aff-form method="post" action=(paths::certificate_end(&one.id, kind)) {
                (fields::text(&Field::new("motivo", words.why).value(view.why).hint(words.why_hint).longest(REASON_MAX).error(wrong), frame.words()))
                p .aff-buttons {
                    button .btn.(if view.reissue { "btn-primary" } else { "btn-danger" }) type="submit" { (button) }
                    a .btn.btn-outline-primary href=(paths::CERTIFICATES) { (words.back) }
                }
            }
        },
    )
}
