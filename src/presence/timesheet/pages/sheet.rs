//! The hours of one docente on paper, as a pure function of what it says.

use serde_json::{Value, json};

use crate::domain::edition::Edition;
use crate::platform::config::Config;
use crate::platform::documents::{Document, Template};
use crate::presence::timesheet::words::PAPER;
use crate::presence::timesheet::{Line, total};
use crate::presence::words as shared;
use crate::ui::dates;
use crate::ui::edition::{Letterhead, letterhead};
use crate::ui::words::Lang;

const TEMPLATE: Template = Template { name: "foglio-ore.typ", text: include_str!("hours.typ") };

/// What was confirmed, summed up; what was not is counted and left out.
pub fn sheet(config: &Config, edition: &Edition, name: &str, lines: &[Line]) -> Document {
    let Letterhead { mut data, pictures } = letterhead(config, edition);
    let confirmed: Vec<&Line> = lines.iter().filter(|line| line.confirmed.is_some()).collect();
    let missing = lines.len() - confirmed.len();
    let row = |line: &&Line| {
        let at = if line.city.is_empty() { line.title.clone() } else { format!("{}, {}", line.title, line.city) };
        let (day, session) = (dates::short(line.session.starts_at.day()), shared::session(Lang::It, &line.session));
        json!([day, at, session, line.topic(), dates::length(Lang::It, line.minutes())])
    };
    let own = json!({
        "titolo": PAPER.title,
        "docente": name,
        "colonne": PAPER.columns,
        "righe": confirmed.iter().map(row).collect::<Vec<_>>(),
        "totale": dates::length(Lang::It, total(lines)),
        "mancano": if missing > 0 { (PAPER.not_confirmed)(missing) } else { String::new() },
        "parole": {
            "docente": PAPER.trainer, "totale": PAPER.total, "dichiaro": PAPER.declares, "luogo": PAPER.place_and_date,
            "firma": PAPER.signature, "pagina": PAPER.page, "di": PAPER.of,
        },
    });
    if let (Some(data), Value::Object(own)) = (data.as_object_mut(), own) {
        data.extend(own);
    }
    Document { template: &TEMPLATE, data, pictures }
}
