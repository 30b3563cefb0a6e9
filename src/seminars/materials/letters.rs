//! What those whose giornata is over are told: that materials have arrived.

use super::Teaching;
use super::words::words;
use crate::domain::lang::Lang;
use crate::domain::letter::Letter;
use crate::ui::{dates, paths};

/// Titles of what was attached together.
pub fn arrived(lang: Lang, day: &Teaching, titles: &[String]) -> Letter {
    let words = words(lang);
    Letter::new("materials-arrived", lang, (words.arrived_subject)(&day.title))
        .say((words.arrived)(&day.title, &dates::weekday(lang, day.starts_at.day())))
        .list(titles.iter().cloned())
        .action(words.arrived_look, paths::day_materials(&day.day))
        .say(words.arrived_who)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::ids::{ClassDayId, Id};
    use crate::ui::mail::specimen::{keep, now};

    #[test]
    fn the_letter_reads_as_it_did() {
        let day = Teaching {
            day: ClassDayId::parse("0192f0c1-2345-7abc-8def-0123456789ab").unwrap(),
            title: "Organizzarsi in piccolo".into(),
            theme: "Servizi demografici".into(),
            starts_at: now().plus_days(-3),
        };
        keep("", |lang| arrived(lang, &day, &["Slide del mattino".to_owned(), "Schema di convenzione".to_owned()]));
    }
}
