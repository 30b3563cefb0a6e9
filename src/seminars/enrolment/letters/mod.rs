//! The letters of an enrolment: one for every step, and the reminder.

mod words;

use self::words::words;
use super::Told;
use crate::domain::enrolment::{How, Standing, Step, Why};
use crate::domain::lang::Lang;
use crate::domain::letter::Letter;
use crate::ui::{dates, paths};

/// A step with what its reader is told of it.
pub struct Happened<'a> {
    pub step: &'a Step,
    /// Among those who wait, from 1.
    pub place: Option<usize>,
    /// Seats are kept for others and not yet released.
    pub reserved: bool,
    /// Who did it, if it was somebody else.
    pub by: Option<&'a str>,
    /// What they said with it; may be empty.
    pub note: &'a str,
    /// For whoever came on the list with this step.
    pub entered: Option<Entered<'a>>,
    /// Who goes instead of the reader.
    pub substitute: Option<&'a str>,
}

/// How somebody came on the list.
pub struct Entered<'a> {
    pub how: How,
    /// Whose seat it was.
    pub instead_of: Option<&'a str>,
}

/// What a step is told as.
pub fn step(lang: Lang, told: &Told, happened: &Happened<'_>) -> Letter {
    let letter = match (happened.step.standing, &happened.entered) {
        (Standing::Seated, Some(entered)) => seated(lang, told, happened, entered),
        (Standing::Seated, None) => promoted(lang, told, happened),
        (Standing::Offered, _) => offered(lang, told, happened),
        (Standing::Waiting, _) => waiting(lang, told, happened),
        (Standing::Out, _) => return out(lang, told, happened),
    };
    letter.say(words(lang).change_mind).action(words(lang).to_own, paths::OWN_SEMINARS)
}

/// Day, hours and place, to be copied into a diary.
fn with_facts(letter: Letter, lang: Lang, told: &Told) -> Letter {
    let words = words(lang);
    let mut facts = vec![(words.seminar.to_owned(), told.title.clone()), (words.when.to_owned(), when(lang, told))];
    let whereabouts = told.place.in_full();
    if !whereabouts.is_empty() {
        facts.push((words.where_.to_owned(), whereabouts));
    }
    if let Some(link) = &told.online_link {
        facts.push((words.online.to_owned(), link.clone()));
    }
    letter.facts(facts)
}

fn when(lang: Lang, told: &Told) -> String {
    let (day, from, until) =
        (dates::weekday(lang, told.starts_at.day()), dates::hour(lang, told.starts_at), dates::hour(lang, told.ends_at));
    (words(lang).hours)(&day, &from, &until)
}

fn short(lang: Lang, told: &Told) -> String {
    dates::weekday(lang, told.starts_at.day())
}

fn quoted(letter: Letter, lang: Lang, note: &str) -> Letter {
    if note.is_empty() { letter } else { letter.say((words(lang).note)(note)) }
}

fn seated(lang: Lang, told: &Told, happened: &Happened<'_>, entered: &Entered<'_>) -> Letter {
    let words = words(lang);
    let say = match (entered.how, happened.by, entered.instead_of) {
        (How::Substitute, by, Some(former)) => (words.instead)(former, by),
        (How::WalkIn, ..) => words.walk_in.to_owned(),
        (How::Desk, ..) => words.by_desk.to_owned(),
        (_, Some(by), _) => (words.by_colleague)(by),
        _ => words.by_oneself.to_owned(),
    };
    let kind = if entered.how == How::Substitute { "enrolment-substitute" } else { "enrolment-seated" };
    let letter = quoted(Letter::new(kind, lang, (words.seated_subject)(&short(lang, told))).say(say), lang, happened.note);
    with_facts(letter, lang, told).action(words.to_day, paths::class_day(&told.day))
}

/// Somebody who waited, or accepted, has a seat now.
fn promoted(lang: Lang, told: &Told, happened: &Happened<'_>) -> Letter {
    let words = words(lang);
    let (kind, say) = match happened.step.before {
        Some(Standing::Offered) => ("enrolment-accepted", words.accepted),
        _ => ("enrolment-promoted", words.promoted),
    };
    let letter = Letter::new(kind, lang, (words.seated_subject)(&short(lang, told))).say(say);
    with_facts(letter, lang, told).action(words.to_day, paths::class_day(&told.day))
}

fn offered(lang: Lang, told: &Told, happened: &Happened<'_>) -> Letter {
    let words = words(lang);
    let until = happened.step.offer_until.map(|until| dates::moment(lang, until)).unwrap_or_default();
    let letter = Letter::new("enrolment-offered", lang, (words.offered_subject)(&short(lang, told))).say((words.offered)(&until));
    with_facts(letter, lang, told).action(words.answer, paths::class_day(&told.day)).say(words.offered_else)
}

fn waiting(lang: Lang, told: &Told, happened: &Happened<'_>) -> Letter {
    let words = words(lang);
    let mut letter = Letter::new("enrolment-waiting", lang, (words.waiting_subject)(&short(lang, told)));
    if let Some(by) = happened.by {
        letter = letter.say((words.waiting_by)(by));
    }
    letter = quoted(letter.say((words.waiting)(happened.place.unwrap_or(1))), lang, happened.note);
    if happened.reserved {
        letter = letter.say(words.reserved);
    }
    with_facts(letter, lang, told).action(words.to_day, paths::class_day(&told.day))
}

fn out(lang: Lang, told: &Told, happened: &Happened<'_>) -> Letter {
    let words = words(lang);
    let (kind, subject, say) = match happened.step.why {
        Some(Why::Declined) => ("enrolment-declined", words.declined_subject, words.declined.to_owned()),
        Some(Why::Lapsed) => ("enrolment-lapsed", words.lapsed_subject, words.lapsed.to_owned()),
        Some(Why::Replaced) => {
            ("enrolment-replaced", words.replaced_subject, (words.replaced)(happened.substitute.unwrap_or_default(), happened.by))
        }
        Some(Why::Removed) => ("enrolment-removed", words.removed_subject, words.removed.to_owned()),
        Some(Why::Cancelled) => ("enrolment-cancelled", words.cancelled_subject, words.cancelled.to_owned()),
        Some(Why::Begun) => ("enrolment-begun", words.begun_subject, words.begun.to_owned()),
        Some(Why::Withdrew) | None => {
            let say = happened.by.map_or_else(|| words.withdrew.to_owned(), words.withdrawn_by);
            ("enrolment-withdrew", words.withdrew_subject, say)
        }
    };
    let note = if happened.step.why == Some(Why::Cancelled) { told.cancelled_why.as_str() } else { happened.note };
    let letter = quoted(Letter::new(kind, lang, subject(&short(lang, told))).say(say), lang, note);
    with_facts(letter, lang, told).action(words.other_days, paths::SEMINARS)
}

/// Some days before, to who has a seat. `token` opens a page with one button.
pub fn reminder(lang: Lang, told: &Told, token: &str) -> Letter {
    let words = words(lang);
    let letter = Letter::new("enrolment-reminder", lang, (words.reminder_subject)(&short(lang, told))).say(words.reminder);
    let directions = [&told.place.directions, &told.place.accessibility].into_iter().filter(|text| !text.is_empty()).cloned();
    with_facts(letter, lang, told)
        .list(directions)
        .action(words.to_day, paths::class_day(&told.day))
        .say(words.cannot)
        .action(words.cannot_action, paths::cannot_come(token))
        .secret()
}

/// What the segreteria writes to those who are enrolled.
pub fn from_desk(lang: Lang, told: &Told, subject: &str, text: &str) -> Letter {
    let words = words(lang);
    let paragraphs = text.split("\n\n").map(str::trim).filter(|paragraph| !paragraph.is_empty());
    let letter = paragraphs.fold(Letter::new("enrolment-message", lang, subject), Letter::say).say(words.from_desk);
    with_facts(letter, lang, told).action(words.to_day, paths::class_day(&told.day))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::ids::{ClassDayId, EnrolmentId, Id};
    use crate::domain::seminar::Place;
    use crate::ui::mail::specimen::{TOKEN, keep, now};

    const ID: &str = "0192f0c1-2345-7abc-8def-0123456789ab";

    fn told() -> Told {
        Told {
            day: ClassDayId::parse(ID).unwrap(),
            title: "Organizzarsi in piccolo".into(),
            theme: "Modelli organizzativi".into(),
            starts_at: now().plus_days(10),
            ends_at: now().plus_days(10).plus_minutes(8 * 60),
            place: Place {
                name: "Palazzo civico".into(),
                address: "Piazza Palazzo di Città 1".into(),
                city: "Torino".into(),
                province: "TO".into(),
                directions: "A dieci minuti a piedi dalla stazione di Porta Susa.".into(),
                accessibility: "Ascensore al cortile.".into(),
                ..Place::default()
            },
            online_link: None,
            cancelled_why: "La sala non è disponibile per lavori.".into(),
        }
    }

    fn to(standing: Standing) -> Step {
        Step { id: EnrolmentId::parse(ID).unwrap(), before: None, standing, why: None, offer_until: None }
    }

    fn happened(step: &Step) -> Happened<'_> {
        Happened { step, place: None, reserved: false, by: None, note: "", entered: None, substitute: None }
    }

    fn entered(how: How) -> Option<Entered<'static>> {
        Some(Entered { how, instead_of: (how == How::Substitute).then_some("Bruno Neri") })
    }

    #[test]
    fn letters_to_who_has_a_seat_read_as_they_did() {
        let told = told();
        let seated = to(Standing::Seated);
        keep("", |lang| step(lang, &told, &Happened { entered: entered(How::Own), ..happened(&seated) }));
        let by = Some("Bruno Neri");
        keep("colleague", |lang| step(lang, &told, &Happened { by, entered: entered(How::Colleague), ..happened(&seated) }));
        let note = "Come d’accordo al telefono.";
        keep("desk", |lang| step(lang, &told, &Happened { note, entered: entered(How::Desk), ..happened(&seated) }));
        keep("", |lang| step(lang, &told, &Happened { by, entered: entered(How::Substitute), ..happened(&seated) }));
        keep("", |lang| {
            step(lang, &told, &Happened { step: &Step { before: Some(Standing::Waiting), ..seated.clone() }, ..happened(&seated) })
        });
        keep("", |lang| {
            step(lang, &told, &Happened { step: &Step { before: Some(Standing::Offered), ..seated.clone() }, ..happened(&seated) })
        });
        keep("", |lang| reminder(lang, &told, TOKEN));
        keep("", |lang| from_desk(lang, &told, "Parcheggio", "Il parcheggio è chiuso.\n\nVenite in treno."));
    }

    #[test]
    fn letters_to_who_waits_read_as_they_did() {
        let told = told();
        let waiting = to(Standing::Waiting);
        let offered = Step { before: Some(Standing::Waiting), offer_until: Some(now().plus_days(1)), ..to(Standing::Offered) };
        keep("", |lang| step(lang, &told, &Happened { place: Some(2), reserved: true, entered: entered(How::Own), ..happened(&waiting) }));
        keep("", |lang| step(lang, &told, &happened(&offered)));
    }

    #[test]
    fn letters_to_who_is_out_read_as_they_did() {
        let told = told();
        let out = |why| Step { before: Some(Standing::Seated), why: Some(why), ..to(Standing::Out) };
        for why in [Why::Withdrew, Why::Declined, Why::Lapsed, Why::Removed, Why::Cancelled, Why::Begun] {
            let gone = out(why);
            let note = if why == Why::Removed { "Vi siete iscritti due volte." } else { "" };
            keep("", |lang| step(lang, &told, &Happened { note, ..happened(&gone) }));
        }
        let replaced = out(Why::Replaced);
        keep("", |lang| step(lang, &told, &Happened { by: Some("Bruno Neri"), substitute: Some("Carla Verdi"), ..happened(&replaced) }));
    }
}
