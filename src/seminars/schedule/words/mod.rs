//! The phrases of seminars and their giornate; here those that several pages share.

pub mod form;
pub mod letters;
pub mod planning;
pub mod public;

use crate::domain::class_plan::{FEW, Openness};
use crate::domain::moment::Moment;
use crate::domain::seminar::{Place, Session, State};
use crate::ui::dates;
use crate::ui::words::Lang;

/// Where a day stands, for those who plan it.
pub fn state(lang: Lang, state: State) -> &'static str {
    let (it, en) = match state {
        State::Draft => ("bozza", "draft"),
        State::Published => ("pubblicata", "published"),
        State::Cancelled => ("annullata", "cancelled"),
        State::Held => ("svolta", "held"),
    };
    if lang == Lang::It { it } else { en }
}

/// Whether there is room, as it is said to whoever thinks of coming.
pub fn openness(lang: Lang, openness: Openness) -> String {
    match (lang, openness) {
        (Lang::It, Openness::Draft) => "bozza, non ancora pubblicata".into(),
        (Lang::It, Openness::Cancelled) => "annullata".into(),
        (Lang::It, Openness::Held) => "svolta".into(),
        (Lang::It, Openness::Begun) => "già cominciata".into(),
        (Lang::It, Openness::Over) => "conclusa".into(),
        (Lang::It, Openness::TermPassed) => "iscrizioni chiuse".into(),
        (Lang::It, Openness::Full(0)) => "al completo".into(),
        (Lang::It, Openness::Full(n)) => format!("al completo, {n} in attesa"),
        (Lang::It, Openness::Free(1)) => "ultimo posto".into(),
        (Lang::It, Openness::Free(n)) if n <= FEW => format!("ultimi {n} posti"),
        (Lang::It, Openness::Free(n)) => format!("{n} posti liberi"),
        (Lang::En, Openness::Draft) => "draft, not published yet".into(),
        (Lang::En, Openness::Cancelled) => "cancelled".into(),
        (Lang::En, Openness::Held) => "held".into(),
        (Lang::En, Openness::Begun) => "already begun".into(),
        (Lang::En, Openness::Over) => "over".into(),
        (Lang::En, Openness::TermPassed) => "enrolment closed".into(),
        (Lang::En, Openness::Full(0)) => "full".into(),
        (Lang::En, Openness::Full(n)) => format!("full, {n} waiting"),
        (Lang::En, Openness::Free(1)) => "last seat".into(),
        (Lang::En, Openness::Free(n)) if n <= FEW => format!("last {n} seats"),
        (Lang::En, Openness::Free(n)) => format!("{n} seats free"),
    }
}

/// "9.00–13.00".
pub fn hours(lang: Lang, from: Moment, to: Moment) -> String {
    format!("{}–{}", dates::hour(lang, from), dates::hour(lang, to))
}

/// "lunedì 2 marzo 2026, ore 9.00–13.00 e 14.00–17.00".
pub fn day_and_hours(lang: Lang, sessions: &[Session]) -> String {
    let Some(first) = sessions.first() else { return String::new() };
    let spans: Vec<String> = sessions.iter().map(|s| hours(lang, s.starts_at, s.ends_at)).collect();
    let all = match spans.split_last() {
        Some((last, before)) if !before.is_empty() => {
            format!("{} {} {last}", before.join(", "), if lang == Lang::It { "e" } else { "and" })
        }
        _ => spans.concat(),
    };
    let day = dates::weekday(lang, first.starts_at.day());
    if lang == Lang::It { format!("{day}, ore {all}") } else { format!("{day}, {all}") }
}

/// "Torino", "Torino e online", "online".
pub fn city(lang: Lang, place: &Place, is_online: bool) -> String {
    match (place.city.as_str(), is_online, lang) {
        ("", ..) => "online".into(),
        (city, false, _) => city.into(),
        (city, true, Lang::It) => format!("{city} e online"),
        (city, true, Lang::En) => format!("{city} and online"),
    }
}

/// The place on one line: "Palazzo civico, Sala delle Colonne, Piazza Palazzo di Città 1, Torino (TO)".
pub fn place_facts(lang: Lang, place: &Place, is_online: bool) -> String {
    if place.city.is_empty() {
        return "online".into();
    }
    let line = place.in_full();
    match (is_online, lang) {
        (false, _) => line,
        (true, Lang::It) => format!("{line}; anche online"),
        (true, Lang::En) => format!("{line}; online as well"),
    }
}
