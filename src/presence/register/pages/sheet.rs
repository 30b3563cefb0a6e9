//! The register on paper, as a pure function of what it says.

use serde_json::{Value, json};

use crate::domain::edition::Edition;
use crate::domain::seminar::Session;
use crate::platform::config::Config;
use crate::platform::documents::{Document, Template};
use crate::presence::register::words::PAPER;
use crate::presence::words as shared;
use crate::presence::{Attendee, Register};
use crate::ui::dates;
use crate::ui::edition::{Letterhead, letterhead};
use crate::ui::page::ente;
use crate::ui::words::Lang;

const TEMPLATE: Template = Template { name: "registro-presenze.typ", text: include_str!("register.typ") };

/// Rows of a page, and how high they are in millimetres: a hand needs eleven to sign.
const PORTRAIT: (usize, i64) = (13, 12);
const LANDSCAPE: (usize, i64) = (6, 12);
/// Rows left free for people who come without being enrolled; whatever is left of the last page is struck through.
const FREE: usize = 4;
/// The register is an act between offices: Italian, whoever prints it.
const LANG: Lang = Lang::It;

/// The register of a giornata, to be printed and signed.
pub fn sheet(config: &Config, edition: &Edition, register: &Register) -> Document {
    let Letterhead { mut data, pictures } = letterhead(config, edition);
    let sessions = &register.day.sessions;
    let (rows, height) = if sessions.len() > 2 { LANDSCAPE } else { PORTRAIT };
    let own = json!({
        "titolo": PAPER.title,
        "dettagli": details(register),
        "sessioni": sessions.iter().map(|s| json!({ "nome": shared::part_of_day(LANG, s), "ore": shared::hours(LANG, s) })).collect::<Vec<_>>(),
        "altezza": height,
        "iscritti": register.people.len(),
        "pagine": pages(&register.people, rows),
        "docenza": teaching(register),
        "totali": { "titolo": PAPER.totals, "colonne": [PAPER.session, PAPER.enrolled, PAPER.present, PAPER.absent] },
        "parole": {
            "numero": PAPER.number, "persona": PAPER.person, "entrata": PAPER.entry, "uscita": PAPER.exit, "iscritti": PAPER.enrolled,
            "assenti_qui": PAPER.absent_here, "timbro": PAPER.stamp, "pagina": PAPER.page, "di": PAPER.of, "annotazioni": PAPER.notes,
            "responsabile": PAPER.responsible,
        },
    });
    if let (Some(data), Value::Object(own)) = (data.as_object_mut(), own) {
        data.extend(own);
    }
    Document { template: &TEMPLATE, data, pictures }
}

fn details(register: &Register) -> Vec<(&'static str, String)> {
    let day = &register.day;
    let date = day.starts_at().map(|at| dates::weekday(LANG, at.day())).unwrap_or_default();
    let hours: Vec<String> = day.sessions.iter().map(|s| shared::session(LANG, s)).collect();
    let mut at = day.place.in_short();
    if !day.place.address.is_empty() && !at.is_empty() {
        at = format!("{at}, {}", day.place.address);
    }
    let all = [
        (PAPER.seminar, register.title.clone()),
        (PAPER.theme, register.theme.clone()),
        (PAPER.date, date),
        (PAPER.hours, hours.join("; ")),
        (PAPER.place, if at.is_empty() { PAPER.online.to_owned() } else { at }),
        (PAPER.trainers, register.trainers.join(", ")),
    ];
    all.into_iter().filter(|(_, value)| !value.is_empty()).collect()
}

/// The rows page by page: people, free rows, and what is left struck through.
fn pages(people: &[Attendee], rows: usize) -> Vec<Vec<Value>> {
    let pages = (people.len() + FREE).div_ceil(rows).max(1);
    let row = |n: usize| match people.get(n) {
        Some(person) => json!({
            "tipo": "iscritto",
            "n": n + 1,
            "nome": person.name,
            "ente": person.ente.as_ref().map(ente).unwrap_or_default(),
            "qualifica": person.qualifica,
        }),
        None if n < people.len() + FREE => json!({ "tipo": "libera", "n": n + 1 }),
        None => json!({ "tipo": "barrata", "n": "" }),
    };
    (0..pages).map(|page| (page * rows..(page + 1) * rows).map(row).collect()).collect()
}

/// A row for each docente in each session.
fn teaching(register: &Register) -> Value {
    let row = |session: &Session, name: &str| {
        json!({
            "sessione": format!("{} {}", shared::part_of_day(LANG, session), shared::hours(LANG, session)),
            "argomento": session.topic,
            "durata": dates::length(LANG, session.minutes()),
            "docente": name,
        })
    };
    let nobody = [String::new()];
    let names: &[String] = if register.trainers.is_empty() { &nobody } else { &register.trainers };
    let rows: Vec<Value> = register.day.sessions.iter().flat_map(|s| names.iter().map(move |name| row(s, name))).collect();
    let columns = [PAPER.session, PAPER.topic, PAPER.topic_done, PAPER.duration, PAPER.trainer, PAPER.signature];
    json!({ "titolo": PAPER.teaching, "colonne": columns, "righe": rows })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::ids::{Id, PersonId};

    fn people(count: usize) -> Vec<Attendee> {
        let person = |n: usize| Attendee {
            person: PersonId::parse("0192f0c1-2345-7abc-8def-0123456789ab").unwrap(),
            name: format!("Persona {n}"),
            email: String::new(),
            ente: None,
            qualifica: String::new(),
            walked_in: false,
            marks: Default::default(),
        };
        (0..count).map(person).collect()
    }

    #[test]
    fn every_page_is_full_and_what_nobody_may_sign_is_struck_through() {
        for (count, sheets) in [(0, 1), (1, 1), (9, 1), (10, 2), (30, 3), (31, 3), (35, 3), (36, 4)] {
            let pages = pages(&people(count), PORTRAIT.0);
            assert_eq!(pages.len(), sheets, "{count}");
            assert!(pages.iter().all(|page| page.len() == PORTRAIT.0), "{count}");
            let of = |kind: &str| pages.iter().flatten().filter(|row| row["tipo"] == kind).count();
            assert_eq!((of("iscritto"), of("libera")), (count, FREE), "{count}");
        }
    }
}
