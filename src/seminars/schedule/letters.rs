//! What is told to those who count on a day: that it moved, or that it will not be.

use super::DaySheet;
use super::words::letters::words;
use super::words::{day_and_hours, place_facts};
use crate::domain::lang::Lang;
use crate::domain::letter::Letter;
use crate::ui::paths;

/// What was and what is, of all that decides whether somebody can come.
pub fn changed(lang: Lang, before: &DaySheet, after: &DaySheet) -> Letter {
    let words = words(lang);
    let when = |sheet: &DaySheet| day_and_hours(lang, &sheet.day.sessions);
    let place = |sheet: &DaySheet| place_facts(lang, &sheet.day.place, sheet.day.online_link.is_some());
    let mut facts = Vec::new();
    if when(before) == when(after) {
        facts.push((words.when.to_owned(), when(after)));
    } else {
        facts.push((words.when_was.to_owned(), when(before)));
        facts.push((words.when_is.to_owned(), when(after)));
    }
    if place(before) == place(after) {
        facts.push((words.place.to_owned(), place(after)));
    } else {
        facts.push((words.place_was.to_owned(), place(before)));
        facts.push((words.place_is.to_owned(), place(after)));
    }
    let letter = Letter::new("class-day-changed", lang, (words.changed_subject)(&after.seminar.title))
        .say((words.changed)(&after.seminar.title))
        .facts(facts);
    let letter = if before.day.online_link == after.day.online_link { letter } else { letter.say(words.link_changed) };
    letter.say(words.changed_what).action(words.look, paths::class_day(&after.day.id))
}

/// It will not be, and why; for its docenti. Those on the list are told by whoever gives out the seats.
pub fn cancelled(lang: Lang, day: &DaySheet, why: &str) -> Letter {
    let words = words(lang);
    let facts = [
        (words.when.to_owned(), day_and_hours(lang, &day.day.sessions)),
        (words.place.to_owned(), place_facts(lang, &day.day.place, day.day.online_link.is_some())),
        (words.why.to_owned(), why.to_owned()),
    ];
    Letter::new("class-day-cancelled", lang, (words.cancelled_subject)(&day.seminar.title))
        .say((words.cancelled)(&day.seminar.title))
        .facts(facts)
        .say(words.cancelled_what)
        .action(words.others, paths::SEMINARS)
}
