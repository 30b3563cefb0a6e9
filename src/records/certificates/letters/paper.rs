//! The attestato on paper, as a pure function of what it certifies.

use serde_json::{Value, json};

use crate::domain::certificate::CertificateCode;
use crate::domain::edition::Edition;
use crate::domain::moment::Day;
use crate::platform::config::Config;
use crate::platform::documents::{Document, Drawing, Template};
use crate::records::certificates::Content;
use crate::records::certificates::words::PAPER;
use crate::ui::edition::{Letterhead, letterhead};
use crate::ui::words::Lang;
use crate::ui::{dates, paths};

const TEMPLATE: Template = Template { name: "attestato.typ", text: include_str!("certificate.typ") };
/// Papers between offices are in Italian whatever language the desk reads.
const LANG: Lang = Lang::It;

/// One about to be printed.
pub struct Paper<'a> {
    pub content: &'a Content,
    /// "12/2026".
    pub number: &'a str,
    pub code: &'a CertificateCode,
    pub day: Day,
}

/// Where anybody checks it, as printed and in the code for cameras.
pub fn address(config: &Config, code: &CertificateCode) -> String {
    format!("{}{}", config.server.public_url, paths::certificate(&code.grouped()))
}

pub fn paper(config: &Config, edition: &Edition, paper: &Paper<'_>) -> Document {
    let Letterhead { mut data, mut pictures } = letterhead(config, edition);
    let Paper { content, number, code, day } = paper;
    let address = address(config, code);
    pictures.push(Drawing { name: "qr.svg".into(), body: qr(&address).into() });
    let row = |one: &super::super::ContentDay| {
        let shown = Day::parse(&one.day).map(dates::short).unwrap_or_default();
        let place = if one.city.is_empty() { PAPER.online } else { &one.city };
        json!([shown, one.title, place, dates::length(LANG, one.present)])
    };
    let course = |one: &super::super::ContentCourse| {
        let shown = Day::parse(&one.day).map(dates::short).unwrap_or_default();
        json!([one.title, shown, one.test.map(|(right, of)| (PAPER.test)(right, of)).unwrap_or_default()])
    };
    let of: Vec<&str> = [content.qualifica.as_str(), content.ente.as_str()].into_iter().filter(|text| !text.is_empty()).collect();
    let of = of.join(", ");
    let own = json!({
        "titolo": PAPER.title,
        "numero": (PAPER.number)(number),
        "si-attesta": PAPER.certifies,
        "nome": content.name,
        "presso": of,
        "ha-partecipato": (PAPER.attended)(&content.theme, &content.edition),
        "ore": (PAPER.hours)(&dates::length(LANG, content.present), &dates::length(LANG, content.planned)),
        "colonne": PAPER.columns,
        "righe": content.days.iter().map(row).collect::<Vec<_>>(),
        "corsi-titolo": (PAPER.courses)(content.courses.len()),
        "corsi-colonne": PAPER.course_columns,
        "corsi": content.courses.iter().map(course).collect::<Vec<_>>(),
        "data": (PAPER.issued)(&dates::day(LANG, *day)),
        "verifica": { "titolo": PAPER.check, "testo": PAPER.check_text, "indirizzo": address, "codice": code.grouped(), "qr": (PAPER.qr)(&address) },
        "parole": { "codice": PAPER.code, "pagina": PAPER.page, "di": PAPER.of },
    });
    if let (Some(data), Value::Object(own)) = (data.as_object_mut(), own) {
        data.extend(own);
    }
    Document { template: &TEMPLATE, data, pictures }
}

fn qr(address: &str) -> Vec<u8> {
    let drawn =
        qrcode::QrCode::new(address.as_bytes()).map(|code| code.render::<qrcode::render::svg::Color<'_>>().quiet_zone(false).build());
    // An address too long for a QR code: the paper goes without the drawing.
    drawn.unwrap_or_else(|_| "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 1 1\"/>".into()).into_bytes()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::edition::Terms;
    use crate::domain::ids::{EditionId, Id};
    use crate::platform::documents::typeset;
    use crate::records::certificates::{ContentCourse, ContentDay};

    fn set(name: &str, days: usize) -> Document {
        let config = Config::from_text("public_url = \"https://affianca.example.it\"\nowner = \"Ente di prova\"").unwrap();
        let id = EditionId::parse("0192f0c1-2345-7abc-8def-0123456789ab").unwrap();
        let day = |month| Day::new(2026, month, 1).unwrap();
        let mut edition = Edition { id, name: "Edizione di prova".into(), starts_on: day(3), ends_on: day(12), terms: Terms::default() };
        edition.terms.funding.cup = "B89C15000120001".into();
        let one = ContentDay { day: "2026-05-12".into(), title: "Mediazione".into(), city: "Torino".into(), present: 390 };
        let content = Content {
            name: name.into(),
            ente: "Comune di Agliè (TO)".into(),
            qualifica: "Istruttrice".into(),
            edition: "Edizione di prova".into(),
            theme: "Servizi demografici".into(),
            days: vec![one; days],
            planned: 420,
            present: 390,
            courses: vec![ContentCourse { title: "L’anagrafe".into(), day: "2026-05-20".into(), test: Some((9, 10)) }],
        };
        let code = CertificateCode::from_lot([5; 16]);
        paper(&config, &edition, &Paper { content: &content, number: "12/2026", code: &code, day: day(6) })
    }

    #[test]
    fn a_paper_says_who_what_how_long_and_where_it_is_checked() {
        let said = set("Anna D’Àrcole", 2).data.to_string();
        let code = CertificateCode::from_lot([5; 16]).grouped();
        let address = format!("https://affianca.example.it/attestati/{code}");
        for part in [
            "n. 12/2026",
            "Anna D’Àrcole",
            "Comune di Agliè (TO)",
            "Servizi demografici",
            "6 ore e 30 minuti",
            "1º giugno 2026",
            "Ha completato anche un corso",
            "L’anagrafe",
            "superata: 9 risposte giuste su 10",
            &code,
            &address,
            "CUP",
        ] {
            assert!(said.contains(part), "{part} in {said}");
        }
    }

    #[test]
    fn it_is_a_document_for_everybody_however_many_days_it_has() {
        for days in [1, 40] {
            let pdf = typeset(&set("Anna #strong[x]", days)).unwrap();
            assert!(pdf.windows(13).any(|window| window == b"pdfuaid:part>"));
        }
    }
}
