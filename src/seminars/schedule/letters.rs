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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::class_plan::Occupancy;
    use crate::domain::ids::{ClassDayId, ClassSessionId, Id, SeminarId};
    use crate::domain::moment::{Day, Moment};
    use crate::domain::seminar::{ClassDay, Place, Seminar, Session, State};
    use crate::ui::mail::specimen::{keep, now};

    const ID: &str = "0192f0c1-2345-7abc-8def-0123456789ab";

    fn day() -> DaySheet {
        let at = |hour| Moment::at(Day::new(2026, 3, 12).unwrap(), hour, 0).unwrap();
        let session =
            |from, to| Session { id: ClassSessionId::parse(ID).unwrap(), starts_at: at(from), ends_at: at(to), topic: String::new() };
        let seminar = Seminar {
            id: SeminarId::parse(ID).unwrap(),
            theme: "Modelli organizzativi".into(),
            title: "Organizzarsi in piccolo".into(),
            description: String::new(),
            audience: String::new(),
            prerequisites: String::new(),
        };
        let place = Place {
            name: "Palazzo civico".into(),
            address: "Piazza Palazzo di Città 1".into(),
            city: "Torino".into(),
            province: "TO".into(),
            ..Place::default()
        };
        let day = ClassDay {
            id: ClassDayId::parse(ID).unwrap(),
            seminar: seminar.id.clone(),
            state: State::Published,
            sessions: vec![session(9, 13), session(14, 17)],
            region: Some("Piemonte".into()),
            place,
            online_link: None,
            seats: 30,
            enrol_by: at(8),
            offer_hours: None,
            trainers: Vec::new(),
        };
        let seats = Occupancy { seats: 30, ..Occupancy::default() };
        DaySheet { day, seminar, revision: 1, changed_at: now(), cancelled: None, trainers: Vec::new(), reserved: Vec::new(), seats }
    }

    #[test]
    fn every_letter_reads_as_it_did() {
        let (before, mut after) = (day(), day());
        after.day.place.room = "Sala delle Colonne".into();
        after.day.sessions.pop();
        keep("", |lang| changed(lang, &before, &after));
        keep("", |lang| cancelled(lang, &before, "La sala non è disponibile per lavori."));
    }
}
