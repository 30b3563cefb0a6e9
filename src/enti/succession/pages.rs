//! The form of a succession, and what a sheet tells of the ente before and after.

use maud::{Markup, html};

use super::words::words;
use super::{Lineage, Step};
use crate::domain::succession::Kind;
use crate::enti::Ente;
use crate::ui::fields::{self, Choice, Field, Group, Wrong};
use crate::ui::imports::words as imports;
use crate::ui::page::{self, Frame, Shell, heading, page};
use crate::ui::{dates, paths};

/// The form as typed, with what is wrong beside its field.
pub struct SuccessionForm<'a> {
    pub frame: &'a Frame<'a>,
    pub ente: &'a Ente,
    pub kind: Option<Kind>,
    pub to: &'a str,
    pub day: &'a str,
    pub act: &'a str,
    pub carry: bool,
    /// Field and sentence.
    pub wrong: Vec<(&'static str, String)>,
}

impl SuccessionForm<'_> {
    fn fault(&self, field: &str) -> Option<&str> {
        self.wrong.iter().find(|(name, _)| *name == field).map(|(_, text)| text.as_str())
    }
}

pub fn form(view: &SuccessionForm<'_>) -> Markup {
    let (frame, words, lang) = (view.frame, words(view.frame.lang), view.frame.lang);
    let name = page::ente(&view.ente.named());
    let shell = Shell::new(frame, words.title).crumb(frame.words().desk, paths::DESK).crumb(words.enti, paths::ENTI);
    let kinds = Kind::ALL.map(|kind| Choice::new(kind.as_str(), imports::succession(lang, kind), view.kind == Some(kind)));
    let carry = [("si", words.carry_yes, view.carry), ("no", words.carry_no, !view.carry)];
    let carry = carry.map(|(value, name, chosen)| Choice::new(value, name, chosen));
    let wrong: Vec<Wrong> = view.wrong.iter().map(|(name, text)| Wrong { name: (*name).into(), text: text.clone() }).collect();
    let phrases = frame.words();
    page(
        &shell.crumb(view.ente.name.clone(), paths::ente(&view.ente.id)),
        html! {
            (heading(words.title, Some(&(words.lead)(&name))))
            (fields::summary(phrases, &wrong))
            form .aff-form method="post" action=(paths::ente_succession(&view.ente.id)) {
                (fields::group(&Group::radios("tipo", html! { (words.kind) }).choices(kinds.to_vec()).error(view.fault("tipo")), phrases))
                (fields::text(
                    &Field::new("a", words.to).value(view.to).hint(words.to_hint).optional_unmarked().autocomplete("off").error(view.fault("a")),
                    phrases,
                ))
                (fields::date(&Field::new("giorno", words.day).value(view.day).hint(words.day_hint).error(view.fault("giorno")), phrases))
                (fields::text(
                    &Field::new("atto", words.act).value(view.act).hint(words.act_hint).optional().longest(200).error(view.fault("atto")),
                    phrases,
                ))
                (fields::group(&Group::radios("incarichi", html! { (words.carry) }).choices(carry.to_vec()), phrases))
                p .aff-box { (words.what_follows) }
                p .aff-buttons {
                    button .btn.btn-primary type="submit" { (words.save) }
                    a .btn.btn-outline-primary href=(paths::ente(&view.ente.id)) { (words.give_up) }
                }
            }
        },
    )
}

/// What became of an ente that is no more, above everything else on its sheet.
pub fn ended(frame: &Frame<'_>, ente: &Ente) -> Markup {
    let words = words(frame.lang);
    html! {
        @if let Some(on) = ente.ended_on {
            p .aff-box { strong { ((words.ended)(&page::ente(&ente.named()), &dates::day(frame.lang, on))) } }
        }
    }
}

/// Before and after; nothing where there is nothing to tell.
pub fn history(frame: &Frame<'_>, lineage: &Lineage) -> Markup {
    let (lang, words) = (frame.lang, words(frame.lang));
    let Lineage { before, after, dissolved, codes, left, stranded } = lineage;
    let silent = before.is_empty() && after.is_empty() && dissolved.is_none() && codes.is_empty() && left.is_empty();
    html! {
        @if !silent {
            h2 { (words.history) }
            ul {
                @for step in after { (told(frame, step, words.went_into)) }
                @if let Some((on, act)) = dissolved { li { ((words.dissolved)(&dates::day(lang, *on))) (noted(act)) } }
                @for step in before { (told(frame, step, words.came_from)) }
                @for (code, on) in codes { li { ((words.code_until)(code, &dates::day(lang, *on))) } }
                @for (id, name, on) in left { li { ((words.left)(&dates::day(lang, *on))) " " a href=(paths::ente(id)) { (name) } } }
            }
        }
        @if !stranded.is_empty() {
            h2 { (words.stranded) }
            p { (words.stranded_lead) }
            ul { @for person in stranded { li { (person.name) @if !person.qualifica.is_empty() { ", " (person.qualifica) } } } }
        }
    }
}

fn told(frame: &Frame<'_>, step: &Step, sentence: fn(&str, &str) -> String) -> Markup {
    let on = dates::day(frame.lang, step.on);
    html! {
        li { (sentence(&on, imports::succession(frame.lang, step.kind))) " " a href=(paths::ente(&step.ente)) { (step.name) } (noted(&step.act)) }
    }
}

fn noted(act: &str) -> Markup {
    html! { @if !act.is_empty() { " (" (act) ")" } }
}

/// Leads to the form, for an ente that is there.
pub fn button(frame: &Frame<'_>, ente: &Ente) -> Markup {
    html! {
        @if ente.ended_on.is_none() {
            a .btn.btn-outline-primary href=(paths::ente_succession(&ente.id)) { (words(frame.lang).declare) }
        }
    }
}
