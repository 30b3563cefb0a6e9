//! Phrases that all of the forum shares: states, the clock, what cannot be written now and what can be done instead.

pub mod answers;
pub mod desk;
pub mod lasting;
pub mod letters;
pub mod public;

use crate::domain::forum_day::{Hours, Refusal, State};
use crate::domain::moment::Moment;
use crate::domain::personal_data::Kind;
use crate::domain::question::Progress;
use crate::ui::dates;
use crate::ui::words::Lang;

pub fn state(lang: Lang, state: State) -> &'static str {
    match (lang, state) {
        (Lang::It, State::Announced) => "annunciata",
        (Lang::It, State::Gathering) => "raccolta dei quesiti",
        (Lang::It, State::Open) => "aperta",
        (Lang::It, State::Closing) => "in chiusura",
        (Lang::It, State::Published) => "conclusa",
        (Lang::En, State::Announced) => "announced",
        (Lang::En, State::Gathering) => "gathering questions",
        (Lang::En, State::Open) => "open",
        (Lang::En, State::Closing) => "closing",
        (Lang::En, State::Published) => "over",
    }
}

pub fn progress(lang: Lang, progress: Progress) -> &'static str {
    match (lang, progress) {
        (Lang::It, Progress::Waiting) => "in attesa",
        (Lang::It, Progress::Taken) => "preso in carico",
        (Lang::It, Progress::Answered) => "risposto",
        (Lang::It, Progress::Declined) => "archiviato",
        (Lang::En, Progress::Waiting) => "waiting",
        (Lang::En, Progress::Taken) => "taken",
        (Lang::En, Progress::Answered) => "answered",
        (Lang::En, Progress::Declined) => "laid aside",
    }
}

/// "2 ore e 10 minuti", "3 giorni e 2 ore", "un minuto".
pub fn length(lang: Lang, minutes: i64) -> String {
    let (days, hours, rest) = (minutes / (24 * 60), minutes / 60 % 24, minutes % 60);
    let one = |n: i64, it: [&str; 2], en: [&str; 2]| {
        let [single, many] = if lang == Lang::It { it } else { en };
        if n == 1 { single.to_owned() } else { format!("{n} {many}") }
    };
    let days_told = one(days, ["un giorno", "giorni"], ["one day", "days"]);
    let hours_told = one(hours, ["un’ora", "ore"], ["one hour", "hours"]);
    let minutes_told = one(rest, ["un minuto", "minuti"], ["one minute", "minutes"]);
    let parts = match (days, hours, rest) {
        (0, 0, _) => vec![minutes_told],
        (0, _, 0) => vec![hours_told],
        (0, ..) => vec![hours_told, minutes_told],
        (_, 0, _) => vec![days_told],
        _ => vec![days_told, hours_told],
    };
    parts.join(if lang == Lang::It { " e " } else { " and " })
}

/// State and clock in one sentence: "Aperta fino alle 17.00: mancano 2 ore e 10 minuti".
pub fn clock(lang: Lang, hours: &Hours, now: Moment) -> String {
    // The minute that is running counts: nobody is told that nothing is left.
    let left = |at: Moment| length(lang, (now.seconds_until(at) + 59) / 60);
    let hour = |at: Moment| dates::hour(lang, at);
    match (lang, hours.state(now)) {
        (Lang::It, State::Announced) => {
            format!("I quesiti si raccolgono da {}: tra {}", dates::moment(lang, hours.gathering_from), left(hours.gathering_from))
        }
        (Lang::En, State::Announced) => {
            format!("Questions are gathered from {}: in {}", dates::moment(lang, hours.gathering_from), left(hours.gathering_from))
        }
        (Lang::It, State::Gathering) => {
            format!("Raccolta dei quesiti in corso. Si apre {}: tra {}", dates::moment(lang, hours.opens_at), left(hours.opens_at))
        }
        (Lang::En, State::Gathering) => {
            format!("Gathering questions. It opens {}: in {}", dates::moment(lang, hours.opens_at), left(hours.opens_at))
        }
        (Lang::It, State::Open) => format!("Aperta fino alle {}: tempo rimasto {}", hour(hours.ends_at()), left(hours.ends_at())),
        (Lang::En, State::Open) => format!("Open until {}: {} left", hour(hours.ends_at()), left(hours.ends_at())),
        (Lang::It, State::Closing) => format!("Chiusa alle {}. Gli esperti completano le risposte", hour(hours.ends_at())),
        (Lang::En, State::Closing) => format!("Closed at {}. The experts complete their answers", hour(hours.ends_at())),
        (Lang::It, State::Published) => format!("Conclusa {}. Gli atti sono pubblici", dates::moment(lang, hours.ends_at())),
        (Lang::En, State::Published) => format!("Over since {}. The proceedings are out", dates::moment(lang, hours.ends_at())),
    }
}

/// Why a quesito is not taken by its day, and what can be done instead.
pub fn question_refused(lang: Lang, refusal: Refusal) -> String {
    match (lang, refusal) {
        (Lang::It, Refusal::GathersFrom(at) | Refusal::OpensAt(at)) => {
            format!(
                "Questa giornata raccoglie quesiti da {}. Il vostro testo è qui sotto: potete già metterlo in coda.",
                dates::moment(lang, at)
            )
        }
        (Lang::En, Refusal::GathersFrom(at) | Refusal::OpensAt(at)) => {
            format!("This day takes questions from {}. Your text is below: you can already put it in the queue.", dates::moment(lang, at))
        }
        (Lang::It, Refusal::ClosedAt(at)) => {
            format!(
                "La giornata si è chiusa {}. Il vostro testo è qui sotto: potete metterlo in coda per la prossima giornata.",
                dates::moment(lang, at)
            )
        }
        (Lang::En, Refusal::ClosedAt(at)) => {
            format!("The day closed {}. Your text is below: you can put it in the queue for the next day.", dates::moment(lang, at))
        }
    }
}

/// Why an intervento or an answer is not taken now, and what can be done instead.
pub fn writing_refused(lang: Lang, refusal: Refusal) -> String {
    match (lang, refusal) {
        (Lang::It, Refusal::GathersFrom(at) | Refusal::OpensAt(at)) => {
            format!("La giornata si apre {}: tornate allora. Il vostro testo è qui sotto.", dates::moment(lang, at))
        }
        (Lang::En, Refusal::GathersFrom(at) | Refusal::OpensAt(at)) => {
            format!("The day opens {}: come back then. Your text is below.", dates::moment(lang, at))
        }
        (Lang::It, Refusal::ClosedAt(at)) => {
            format!(
                "La giornata si è chiusa {}. Il vostro testo è qui sotto: potete farne un quesito in coda per la prossima giornata.",
                dates::moment(lang, at)
            )
        }
        (Lang::En, Refusal::ClosedAt(at)) => {
            format!(
                "The day closed {}. Your text is below: you can make a question of it, in the queue for the next day.",
                dates::moment(lang, at)
            )
        }
    }
}

fn suspect(lang: Lang, kind: Kind) -> &'static str {
    match (lang, kind) {
        (Lang::It, Kind::FiscalNumber) => "un codice fiscale",
        (Lang::It, Kind::Permit) => "il numero di un permesso di soggiorno",
        (Lang::It, Kind::Passport) => "il numero di un passaporto",
        (Lang::It, Kind::IdentityCard) => "il numero di una carta d’identità",
        (Lang::It, Kind::Iban) => "un conto corrente",
        (Lang::It, Kind::Mail) => "un indirizzo e-mail",
        (Lang::It, Kind::Phone) => "un numero di telefono",
        (Lang::It, Kind::Street) => "un indirizzo di casa",
        (Lang::En, Kind::FiscalNumber) => "a fiscal code",
        (Lang::En, Kind::Permit) => "the number of a residence permit",
        (Lang::En, Kind::Passport) => "the number of a passport",
        (Lang::En, Kind::IdentityCard) => "the number of an identity card",
        (Lang::En, Kind::Iban) => "a bank account",
        (Lang::En, Kind::Mail) => "an e-mail address",
        (Lang::En, Kind::Phone) => "a telephone number",
        (Lang::En, Kind::Street) => "a home address",
    }
}

/// "un codice fiscale, un numero di telefono".
pub fn suspects(lang: Lang, kinds: &[Kind]) -> String {
    kinds.iter().map(|kind| suspect(lang, *kind)).collect::<Vec<_>>().join(", ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lengths_are_told_as_people_tell_them() {
        let table = [
            (1, "un minuto"),
            (59, "59 minuti"),
            (60, "un’ora"),
            (130, "2 ore e 10 minuti"),
            (24 * 60, "un giorno"),
            (51 * 60, "2 giorni e 3 ore"),
        ];
        for (minutes, told) in table {
            assert_eq!(length(Lang::It, minutes), told);
        }
        assert_eq!(length(Lang::En, 61), "one hour and one minute");
    }
}
