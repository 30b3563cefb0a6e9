//! What the sheet of an ente tells of before and after, and the ways to record and to undo.

use maud::{Markup, html};

use crate::domain::moment::Day;
use crate::enti::Ente;
use crate::enti::succession::words::words;
use crate::enti::succession::{Dissolved, Lineage, Step};
use crate::ui::imports::words as imports;
use crate::ui::page::{self, Frame};
use crate::ui::{dates, paths};

/// What became of an ente that is no more, or is to be no more, above everything else on its sheet.
pub fn ended(frame: &Frame<'_>, ente: &Ente, lineage: &Lineage) -> Markup {
    let words = words(frame.lang);
    let told = |sentence: fn(&str, &str) -> String, on: Day| sentence(&page::ente(&ente.named()), &dates::day(frame.lang, on));
    html! {
        @match (ente.ended_on, announced_end(lineage)) {
            (Some(on), _) => { p .aff-box { strong { (told(words.ended, on)) } } }
            (None, Some(on)) => { p .aff-box { strong { (told(words.will_end, on)) } } }
            (None, None) => {}
        }
    }
}

/// The day on which an ente is to be no more, where that is announced.
fn announced_end(lineage: &Lineage) -> Option<Day> {
    let after = lineage.after.iter().find(|step| step.announced).map(|step| step.on);
    after.or(lineage.dissolved.as_ref().filter(|dissolved| dissolved.announced).map(|dissolved| dissolved.on))
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
                @for step in after { (told(frame, step, if step.announced { words.will_go_into } else { words.went_into })) }
                @if let Some(Dissolved { on, act, announced }) = dissolved {
                    li { (if *announced { words.will_dissolve } else { words.dissolved }(&dates::day(lang, *on))) (noted(act)) }
                }
                @for step in before { (told(frame, step, if step.announced { words.will_take_in } else { words.came_from })) }
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

/// The ways on: recording a succession of an ente that is there, undoing the one that was recorded.
pub fn buttons(frame: &Frame<'_>, ente: &Ente, lineage: &Lineage) -> Markup {
    let words = words(frame.lang);
    html! {
        @if ente.ended_on.is_none() {
            a .btn.btn-outline-primary href=(paths::ente_succession(&ente.id)) { (words.declare) }
        }
        @if !lineage.after.is_empty() || lineage.dissolved.is_some() {
            " " a .btn.btn-outline-primary href=(paths::ente_succession_undoing(&ente.id)) { (words.undo) }
        }
    }
}
