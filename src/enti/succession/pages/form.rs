//! The form of a succession, and the one that undoes it.

use maud::{Markup, html};

use crate::domain::succession::Kind;
use crate::enti::Ente;
use crate::enti::succession::words::words;
use crate::enti::succession::{REASON_MAX, Recorded};
use crate::ui::fields::{self, Choice, Field, Group, Wrong};
use crate::ui::imports::words as imports;
use crate::ui::page::{self, Frame, Notice, Shell, heading, page};
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

/// The form that undoes what was recorded of an ente.
pub struct UndoingForm<'a> {
    pub frame: &'a Frame<'a>,
    pub ente: &'a Ente,
    /// At least one.
    pub recorded: &'a [Recorded],
    pub reason: &'a str,
    pub reason_fault: Option<&'static str>,
    /// Why it cannot be, told by who tried.
    pub refusal: Option<String>,
}

pub fn undoing(view: &UndoingForm<'_>) -> Markup {
    let (frame, words) = (view.frame, words(view.frame.lang));
    let title = (words.undo_title)(&page::ente(&view.ente.named()));
    let shell = Shell::new(frame, words.undo).crumb(frame.words().desk, paths::DESK).crumb(words.enti, paths::ENTI);
    let refused = view.refusal.as_ref().map(|why| Notice::failed(&format!("{}: {why}", words.not_undone)));
    let wrong: Vec<Wrong> = view.reason_fault.iter().map(|text| Wrong { name: "motivo".into(), text: (*text).into() }).collect();
    let reason = Field::new("motivo", words.reason).value(view.reason).hint(words.reason_hint).longest(REASON_MAX).autocomplete("off");
    page(
        &shell.crumb(view.ente.name.clone(), paths::ente(&view.ente.id)).notices(refused),
        html! {
            (heading(&title, Some(words.undo_lead)))
            (fields::summary(frame.words(), &wrong))
            ul { @for one in view.recorded { li { (told(view, one)) } } }
            @if view.recorded.len() > 1 { p { (words.undo_parts) } }
            @if view.recorded.iter().all(|one| one.announced) { p .aff-box { (words.undo_announced) } }
            form .aff-form method="post" action=(paths::ente_succession_undoing(&view.ente.id)) {
                (fields::text(&reason.error(view.reason_fault), frame.words()))
                p .aff-buttons {
                    button .btn.btn-primary type="submit" { (words.undo_do) }
                    a .btn.btn-outline-primary href=(paths::ente(&view.ente.id)) { (words.give_up) }
                }
            }
        },
    )
}

/// "fusione, dal 1º gennaio 2027: gli succede Bairo (TO) (l.r. 30/2025)".
fn told(view: &UndoingForm<'_>, one: &Recorded) -> String {
    let (lang, words) = (view.frame.lang, words(view.frame.lang));
    let (on, kind) = (dates::day(lang, one.on), imports::succession(lang, one.kind));
    let sentence = if one.announced { words.will_go_into } else { words.went_into };
    let act = if one.act.is_empty() { String::new() } else { format!(" ({})", one.act) };
    format!("{} {}{act}", sentence(&on, kind), one.to.as_deref().unwrap_or(words.to_nobody))
}
