//! A giornata as an appointment, and letters that carry it.

use super::Entry;
use super::words::words;
use crate::domain::invitation::{Method, Occasion};
use crate::domain::lang::Lang;
use crate::domain::letter::Letter;
use crate::domain::moment::Moment;
use crate::domain::seminar::State;
use crate::ui::{dates, paths};

/// Puts the giornata into the reader's calendar, or brings what is there up to date.
#[must_use]
pub fn request(letter: Letter, entry: &Entry) -> Letter {
    let occasion = Occasion { sequence: entry.touched, ..occasion(letter.lang, entry, true) };
    letter.invite(Method::Request, occasion)
}

/// Takes it out.
#[must_use]
pub fn cancel(letter: Letter, entry: &Entry) -> Letter {
    let occasion = Occasion { sequence: entry.touched, ..occasion(letter.lang, entry, false) };
    letter.invite(Method::Cancel, occasion)
}

/// As calendars that are followed carry it; `inside` for those who have a seat, or teach.
pub fn occasion(lang: Lang, entry: &Entry, inside: bool) -> Occasion {
    let words = words(lang);
    let mut lines: Vec<String> = entry.sessions.iter().map(|part| hours(lang, part.starts_at, part.ends_at, &part.topic)).collect();
    let link = entry.online_link.as_deref().filter(|link| inside && !link.is_empty());
    lines.extend(link.map(|link| (words.online)(link)));
    let told = |text: &str, say: fn(&str) -> String| (!text.is_empty()).then(|| say(text));
    lines.extend(told(&entry.place.directions, words.directions));
    lines.extend(told(&entry.place.accessibility, words.accessibility));
    let place = Some(entry.place.in_full()).filter(|place| !place.is_empty());
    Occasion {
        id: entry.day.to_string(),
        sequence: entry.sequence,
        changed_at: entry.changed_at,
        starts_at: entry.starts_at,
        ends_at: entry.ends_at,
        title: entry.title.clone(),
        place: place.unwrap_or_else(|| words.is_online.to_owned()),
        text: lines.join("\n"),
        path: paths::class_day(&entry.day),
        is_cancelled: entry.state == State::Cancelled,
    }
}

fn hours(lang: Lang, starts: Moment, ends: Moment, topic: &str) -> String {
    format!("{}–{} {topic}", dates::hour(lang, starts), dates::hour(lang, ends)).trim_end().to_owned()
}
