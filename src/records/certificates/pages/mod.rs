//! Pages of attestati: those of a person, and the public one where anybody checks one. The desk's are in `desk`.

mod desk;

use maud::{Markup, html};

use super::words::{misread, words};
use super::{Certificate, numbered};
use crate::domain::activation_code::{ActivationCode, Misread};
use crate::domain::moment::Day;
use crate::ui::fields::{self, Field, Wrong};
use crate::ui::page::{Frame, Notice, Shell, heading, page};
use crate::ui::table::{Column, table};
use crate::ui::words::Lang;
use crate::ui::{dates, paths};

pub use desk::{Desk, Ending, desk, ending, state};

/// As printed: in four groups.
pub fn grouped(code: &str) -> String {
    ActivationCode::parse(code).map(|code| code.grouped()).unwrap_or_default()
}

/// The attestati of a person on their own page; nothing where there are none.
pub fn own(lang: Lang, certificates: &[Certificate]) -> Markup {
    let words = words(lang);
    html! {
        @if !certificates.is_empty() {
            section {
                h2 { (words.own) }
                ul .aff-certificates { @for one in certificates { (mine(lang, one)) } }
            }
        }
    }
}

fn mine(lang: Lang, one: &Certificate) -> Markup {
    let words = words(lang);
    let number = (words.number_of)(&numbered(one.number, one.issued_at));
    html! {
        li .aff-card {
            h3 .h5 { (one.theme) }
            p {
                (number) ", " ((words.issued_on)(&dates::day(lang, one.issued_at.day()))) ", " (dates::length(lang, one.content.present))
                @if let Some(revoked) = &one.revoked {
                    ", " strong { ((words.revoked_on)(&dates::day(lang, revoked.at.day()))) } ". " (revoked.why)
                }
            }
            p .aff-buttons {
                @if one.stands() {
                    a .btn.btn-primary href=(paths::own_certificate(&one.id)) {
                        (words.download) span .visually-hidden { ": " (one.theme) }
                    }
                }
                a .btn.btn-outline-primary href=(paths::certificate(&grouped(&one.code))) {
                    (words.check) span .visually-hidden { ": " (number) }
                }
            }
        }
    }
}

/// Where a code is typed; `typed` comes back with what is wrong with it.
pub fn asking(frame: &Frame<'_>, typed: &str, wrong: Option<Misread>) -> Markup {
    let words = words(frame.lang);
    let told = wrong.map(|why| misread(frame.lang, why));
    page(&Shell::new(frame, words.title), html! { (heading(words.title, Some(words.lead))) (form(frame, typed, told.as_deref())) })
}

/// A code that is well formed, and nobody's.
pub fn unknown(frame: &Frame<'_>, typed: &str) -> Markup {
    let words = words(frame.lang);
    let shell = Shell::new(frame, words.title).crumb(words.title, paths::CHECK_CERTIFICATE);
    page(&shell, html! { (heading(words.title, None)) (form(frame, typed, Some(words.unknown))) })
}

fn form(frame: &Frame<'_>, typed: &str, wrong: Option<&str>) -> Markup {
    let words = words(frame.lang);
    let faults: Vec<Wrong> = wrong.iter().map(|text| Wrong { name: "codice".into(), text: (*text).to_owned() }).collect();
    html! {
        (fields::summary(frame.words(), &faults))
        form .aff-form method="get" action=(paths::CHECK_CERTIFICATE) {
            (fields::text(
                &Field::new("codice", words.code).value(typed).hint(words.code_hint).autocomplete("off").longest(40).error(wrong),
                frame.words(),
            ))
            p .aff-buttons { button .btn.btn-primary type="submit" { (words.look) } }
        }
    }
}

/// What came of comparing a file with the one that was issued.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Compared {
    Same,
    Other,
    NoFile,
}

/// One attestato, for whoever holds its code.
pub fn checked(frame: &Frame<'_>, one: &Certificate, compared: Option<Compared>) -> Markup {
    let (lang, words) = (frame.lang, words(frame.lang));
    let standing = match &one.revoked {
        None => Notice::done(words.valid),
        Some(revoked) => Notice::failed(&(words.not_valid)(&dates::day(lang, revoked.at.day()))),
    };
    let told = compared.and_then(|what| match what {
        Compared::Same => Some(Notice::done(words.same_file)),
        Compared::Other => Some(Notice::failed(words.other_file)),
        Compared::NoFile => None,
    });
    let title = (words.number_of)(&numbered(one.number, one.issued_at));
    page(
        &Shell::new(frame, &*title).crumb(words.title, paths::CHECK_CERTIFICATE).notice(standing).notices(told).without_opinion(),
        html! {
            (heading(&title, Some(words.says)))
            @if let Some((number, code)) = &one.replaced_by {
                p { a href=(paths::certificate(&grouped(code))) { ((words.replaced)(&number.to_string())) } }
            }
            (facts(lang, one))
            (days(frame, one))
            (courses(frame, one))
            (compare(frame, one, compared == Some(Compared::NoFile)))
        },
    )
}

fn facts(lang: Lang, one: &Certificate) -> Markup {
    let (words, said) = (words(lang), &one.content);
    let hours = (words.of)(&dates::length(lang, said.present), &dates::length(lang, said.planned));
    html! {
        dl .aff-facts {
            div { dt { (words.name) } dd { (said.name) } }
            @if !said.ente.is_empty() { div { dt { (words.ente) } dd { (said.ente) } } }
            div { dt { (words.theme) } dd { (said.theme) } }
            div { dt { (words.edition) } dd { (said.edition) } }
            div { dt { (words.hours) } dd { (hours) } }
            div { dt { (words.issued) } dd { (dates::day_tag(lang, one.issued_at.day())) } }
            div { dt { (words.hash) } dd { code .aff-hash { (one.sha256) } } }
        }
    }
}

fn days(frame: &Frame<'_>, one: &Certificate) -> Markup {
    let (lang, words) = (frame.lang, words(frame.lang));
    let columns = [words.day, words.seminar, words.place, words.hours].map(Column::new);
    let rows = html! {
        @for day in &one.content.days {
            tr {
                th scope="row" { (Day::parse(&day.day).map(dates::short).unwrap_or_default()) }
                td { (day.title) }
                td { (day.city) }
                td { (dates::length(lang, day.present)) }
            }
        }
    };
    html! { h2 { (words.days) } (table("giornate", words.days, &columns, rows, frame.words())) }
}

/// The courses that the attestato certifies; nothing where it has none.
fn courses(frame: &Frame<'_>, one: &Certificate) -> Markup {
    let words = words(frame.lang);
    let columns = [words.course, words.completed_on, words.test].map(Column::new);
    let rows = html! {
        @for course in &one.content.courses {
            tr {
                th scope="row" { (course.title) }
                td { (Day::parse(&course.day).map(dates::short).unwrap_or_default()) }
                td { @if let Some((right, of)) = course.test { ((words.test_said)(right, of)) } }
            }
        }
    };
    html! {
        @if !one.content.courses.is_empty() {
            h2 { (words.courses) }
            (table("corsi", words.courses, &columns, rows, frame.words()))
        }
    }
}

fn compare(frame: &Frame<'_>, one: &Certificate, missing: bool) -> Markup {
    let words = words(frame.lang);
    html! {
        h2 { (words.compare) }
        p { (words.compare_lead) }
        form .aff-form method="post" action=(paths::certificate(&grouped(&one.code))) enctype="multipart/form-data" {
            div .aff-field.aff-wrong[missing] {
                label .active for="file" { (words.file) }
                @if missing { p .aff-error #file-error { (words.no_file) } }
                input .form-control type="file" #file name="file" accept="application/pdf" required aria-describedby=[missing.then_some("file-error")];
            }
            p .aff-buttons { button .btn.btn-outline-primary type="submit" { (words.compare_button) } }
        }
    }
}
