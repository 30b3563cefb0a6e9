//! The testimonials of an ente, for who coordinates for it: to look at, to correct, to approve, to withdraw.

use maud::{Markup, html};

use super::told::{Page, body};
use crate::access::form::Fields;
use crate::testimonials::form::{LINE, SHORT};
use crate::testimonials::words::desk::{Words, parts, words};
use crate::testimonials::words::steps::fault;
use crate::testimonials::{Answer, Fault, Own as Sent};
use crate::ui::fields::{self, Field, Wrong};
use crate::ui::page::{self, Frame, Notice, Shell, heading, page};
use crate::ui::{dates, paths};

pub fn own(frame: &Frame<'_>, all: &[Sent]) -> Markup {
    let words = words(frame.lang);
    page(
        &Shell::new(frame, words.own).crumb(words.area, paths::AREA),
        html! {
            (heading(words.own, Some(words.own_lead)))
            @if all.is_empty() { div .aff-box { p { (words.own_none) } p { (words.own_none_what) } } }
            ul .aff-told {
                @for one in all {
                    li {
                        article .aff-card {
                            h2 .h4 lang="it" { a href=(paths::own_testimonial(&one.id)) { (one.version.sheet.title) } }
                            @if !one.today.is_empty() { p .form-text { (page::ente(&one.ente)) } }
                            p { (standing(one, words)) }
                        }
                    }
                }
            }
        },
    )
}

fn standing(own: &Sent, words: &'static Words) -> &'static str {
    let since = |at| own.withdrawn.as_ref().is_some_and(|(then, ..)| *then >= at);
    match &own.version.answer {
        None if own.is_public => words.own_public_and_waiting,
        _ if own.is_public => words.own_public,
        None if since(own.version.sent_at) => words.own_withdrawn,
        None => words.own_waiting,
        Some(Answer::Corrections(..)) => words.own_corrections,
        Some(Answer::Approved(_, at)) if since(*at) => words.own_withdrawn,
        Some(Answer::Approved(..)) => words.own_approved,
    }
}

/// One, and a form that came back.
pub struct Own<'a> {
    pub shown: Page<'a>,
    pub own: &'a Sent,
    pub notices: Vec<Notice>,
    pub typed: &'a Fields,
    pub faults: &'a [Fault],
}

impl Own<'_> {
    fn told(&self, name: &str) -> Option<String> {
        self.faults.iter().find(|one| one.field == name).map(|one| fault(self.shown.frame.lang, &one.what))
    }
}

pub fn own_one(view: &Own<'_>) -> Markup {
    let frame = view.shown.frame;
    let words = words(frame.lang);
    let wrong: Vec<Wrong> = view.faults.iter().map(|one| Wrong { name: one.field.clone(), text: fault(frame.lang, &one.what) }).collect();
    let changed = view.own.changed.as_ref().map(|all| match all.is_empty() {
        true => Notice::info(words.own_unchanged),
        false => Notice::info(&(words.own_changed)(&parts(frame.lang, all))),
    });
    page(
        &Shell::new(frame, &view.own.version.sheet.title)
            .crumb(words.area, paths::AREA)
            .crumb(words.own, paths::OWN_TESTIMONIALS)
            .notices(view.notices.clone())
            .notice(Notice::info(words.own_notice))
            .notices(changed),
        html! {
            (fields::summary(frame.words(), &wrong))
            (body(&view.shown))
            (decide(view, words))
        },
    )
}

fn decide(view: &Own<'_>, words: &Words) -> Markup {
    let (lang, own) = (view.shown.frame.lang, view.own);
    let on = |at: crate::domain::moment::Moment| dates::day(lang, at.day());
    let taken_back = |at| own.withdrawn.as_ref().is_some_and(|(then, ..)| *then >= at);
    let approved = matches!(&own.version.answer, Some(Answer::Approved(_, at)) if !taken_back(*at));
    html! {
        section .aff-box #risposta aria-labelledby="risposta-titolo" {
            h2 #risposta-titolo { (words.decide) }
            p { ((words.version)(own.version.number, &on(own.version.sent_at))) }
            @if !own.version.note.is_empty() { p { strong { (words.note) ":" } " " (own.version.note) } }
            @match &own.version.answer {
                None => { (approval(view, words)) (corrections(view, words)) },
                Some(Answer::Approved(name, at)) => p { ((words.approved_by)(name, &on(*at))) },
                Some(Answer::Corrections(text, at)) => {
                    p { ((words.corrections_on)(&on(*at))) }
                    blockquote .aff-quote { @for line in text.lines() { (line) br; } }
                },
            }
            @if own.is_public { p { a href=(paths::testimonial(&own.id)) { (words.public_page) } } }
            @if own.is_public || approved { (withdrawal(view, words)) }
        }
    }
}

fn approval(view: &Own<'_>, words: &Words) -> Markup {
    let wrong = view.told("nome");
    let own_name = view.shown.frame.person.as_ref().map_or("", |person| person.name.as_str());
    let typed = view.typed.get("nome").unwrap_or(own_name);
    let name = Field::new("nome", words.approve_name).value(typed).longest(LINE).autocomplete("name").error(wrong.as_deref());
    html! {
        h3 { (words.approve) }
        p { (words.approve_lead) }
        form .aff-form method="post" action=(paths::own_approval(&view.own.id)) {
            (fields::hidden("versione", &view.own.version.number.to_string()))
            (fields::text(&name, view.shown.frame.words()))
            p .aff-buttons { button .btn.btn-primary type="submit" { (words.approve) } }
        }
    }
}

fn corrections(view: &Own<'_>, words: &Words) -> Markup {
    let wrong = view.told("testo");
    let text = Field::new("testo", words.ask_text).value(view.typed.text("testo")).longest(SHORT * 4).error(wrong.as_deref());
    html! {
        h3 { (words.ask) }
        form .aff-form method="post" action=(paths::own_corrections(&view.own.id)) {
            (fields::hidden("versione", &view.own.version.number.to_string()))
            (fields::area(&text, 6, view.shown.frame.words()))
            p .aff-buttons { button .btn.btn-outline-primary type="submit" { (words.ask_send) } }
        }
    }
}

fn withdrawal(view: &Own<'_>, words: &Words) -> Markup {
    let wrong = view.told("motivo");
    let reason =
        Field::new("motivo", words.reason).value(view.typed.text("motivo")).longest(LINE).autocomplete("off").error(wrong.as_deref());
    html! {
        h3 { (words.own_withdraw) }
        p { (words.own_withdraw_lead) }
        form .aff-form method="post" action=(paths::own_withdrawal(&view.own.id)) {
            (fields::text(&reason, view.shown.frame.words()))
            p .aff-buttons { button .btn.btn-outline-primary type="submit" { (words.own_withdraw) } }
        }
    }
}
