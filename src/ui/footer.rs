//! The foot of every page: owner, contacts, help, and the links that the rules for public sites want, with their hooks.

use maud::{Markup, html};

use crate::ui::edition::name_and_dates;
use crate::ui::header;
use crate::ui::page::Frame;
use crate::ui::paths;

pub(super) fn footer(frame: &Frame<'_>) -> Markup {
    html! {
        footer .it-footer #piede tabindex="-1" {
            div .it-footer-main {
                div .container {
                    div .it-brand-wrapper { (header::brand(frame)) }
                    div .row.aff-footer-columns {
                        (contacts(frame))
                        (help(frame))
                        (transparency(frame))
                    }
                    (funders(frame))
                }
            }
            (small_prints(frame))
        }
    }
}

/// Which edition it is, and whoever pays for it: their emblems on white, as their rules ask, and the sentence that goes with them.
fn funders(frame: &Frame<'_>) -> Markup {
    let funders = frame.funders();
    html! {
        @if !funders.is_empty() || frame.edition.is_some() {
            div .aff-funding {
                @for emblem in &funders.emblems { img src=(paths::picture(emblem)) alt=(emblem.text) height="64"; }
                @if let Some(edition) = &frame.edition { p { (name_and_dates(frame.lang, edition)) } }
                @if !funders.statement.is_empty() { p { (funders.statement) } }
            }
        }
    }
}

fn contacts(frame: &Frame<'_>) -> Markup {
    let (site, words) = (frame.site, frame.words());
    html! {
        div .col-lg-4.col-md-6 {
            h2 { (words.contacts) }
            p { strong { (site.owner) } }
            @if !site.contact_phone.is_empty() { p { (words.telephone) " " (site.contact_phone) } }
            @if !site.contact_email.is_empty() {
                p { (words.mail) " " a href={ "mailto:" (site.contact_email) } { (site.contact_email) } }
            }
            @if !site.contact_pec.is_empty() {
                p { (words.pec) " " a href={ "mailto:" (site.contact_pec) } { (site.contact_pec) } }
            }
        }
    }
}

fn help(frame: &Frame<'_>) -> Markup {
    let words = frame.words();
    html! {
        div .col-lg-4.col-md-6 {
            h2 { (words.help) }
            ul .link-list {
                li { a href=(paths::FAQ) data-element="faq" { (words.faq) } }
                li { a href=(paths::ASSISTANCE) data-element="report-inefficiency" { (words.report_problem) } }
            }
        }
    }
}

fn transparency(frame: &Frame<'_>) -> Markup {
    let words = frame.words();
    html! {
        div .col-lg-4.col-md-6 {
            h2 { (words.transparency) }
            ul .link-list {
                @if !frame.site.transparency_url.is_empty() {
                    li { a href=(frame.site.transparency_url) { (words.open_administration) } }
                }
                li { a href=(paths::ACCESSIBILITY) { (words.accessibility) } }
                li { a href=(paths::STATISTICS) { (words.statistics) } }
            }
        }
    }
}

fn small_prints(frame: &Frame<'_>) -> Markup {
    let (site, words) = (frame.site, frame.words());
    let declaration = if site.accessibility_url.is_empty() { paths::ACCESSIBILITY } else { &site.accessibility_url };
    let privacy = if site.privacy_url.is_empty() { paths::PRIVACY } else { &site.privacy_url };
    html! {
        div .it-footer-small-prints {
            div .container {
                h2 .visually-hidden { (words.legal) }
                ul .it-footer-small-prints-list {
                    li { a href=(privacy) data-element="privacy-policy-link" { (words.privacy) } }
                    li { a href=(paths::LEGAL_NOTES) data-element="legal-notes" { (words.legal_notes) } }
                    li { a href=(declaration) data-element="accessibility-link" { (words.accessibility_declaration) } }
                    li { a href=(paths::SITE_MAP) { (words.site_map) } }
                }
            }
        }
    }
}
