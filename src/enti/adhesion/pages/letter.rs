//! The letter on paper that brings an ente its activation code, as a pure function of what it says.

use serde_json::json;

use crate::domain::activation_code::ActivationCode;
use crate::domain::edition::{Contacts, Edition};
use crate::domain::moment::Day;
use crate::enti::adhesion::Addressee;
use crate::enti::adhesion::words::{LetterWords, letter_words};
use crate::platform::config::Config;
use crate::platform::documents::{Document, Drawing, Template};
use crate::ui::edition::{Funders, name_and_dates};
use crate::ui::words::Lang;
use crate::ui::{dates, page, paths};

const LETTER: Template = Template { name: "lettera-attivazione.typ", text: include_str!("letter.typ") };

/// What all letters of one printing have in common.
#[derive(Debug, Clone, Copy)]
pub struct Printing<'a> {
    pub config: &'a Config,
    pub edition: &'a Edition,
    pub today: Day,
    /// The last day on which the codes are taken.
    pub until: Day,
}

/// Where the code is entered, as printed.
pub fn address(config: &Config) -> String {
    format!("{}{}", config.server.public_url, paths::ACTIVATION)
}

impl Printing<'_> {
    /// The letter to one ente. Letters between offices are in Italian whatever language the desk reads.
    pub fn letter(&self, to: &Addressee, code: &ActivationCode) -> Document {
        let (lang, words) = (Lang::It, letter_words(Lang::It));
        let site = &self.config.site;
        let funders = Funders::of(site, Some(self.edition));
        let owner = if site.owner.is_empty() { &site.name } else { &site.owner };
        let ente = page::ente(&to.ente);
        let address = address(self.config);
        let mut pictures = vec![Drawing { name: "qr.svg".into(), body: qr(&address).into() }];
        let mut emblems = Vec::new();
        for (n, emblem) in funders.emblems.iter().enumerate() {
            let name = format!("emblema-{n}.{}", emblem.ending());
            emblems.push(json!({ "file": name, "testo": emblem.text }));
            pictures.push(Drawing { name, body: emblem.body.clone() });
        }
        let data = json!({
            "lingua": lang.as_str(),
            "titolo": format!("{}{}", words.subject_of, (words.subject)(&self.edition.name)),
            "mittente": { "nome": owner, "edizione": name_and_dates(lang, self.edition) },
            "emblemi": emblems,
            "protocollo": { "titolo": words.protocol, "del": words.protocol_of },
            "data": dates::day(lang, self.today),
            "destinatario": [(words.to)(&to.ente.kind, &ente), words.attention],
            "pec": if to.pec.is_empty() { String::new() } else { format!("{}{}", words.pec, to.pec) },
            "saluto": words.greeting,
            "paragrafi": [(words.why)(&ente, &self.edition.name), words.who],
            "codice": {
                "titolo": (words.code_of)(&ente),
                "testo": code.grouped(),
                "scadenza": (words.until)(&dates::day(lang, self.until)),
                "dove": words.enter_at,
                "indirizzo": address,
                "qr": (words.qr)(&address),
            },
            "passi": { "titolo": words.steps, "elenco": words.step_list },
            "avvertenza": words.care,
            "contatti": contacts(words, &self.edition.terms.contacts),
            "firma": (words.signature)(owner),
            "finanziamento": funders.statement,
            "codici": codes(words, &self.edition.terms.funding.cup, &self.edition.terms.funding.project),
        });
        Document { template: &LETTER, data, pictures }
    }
}

fn contacts(words: &LetterWords, contacts: &Contacts) -> String {
    let ways = [
        ("", &contacts.office),
        (words.telephone, &contacts.phone),
        (words.mail, &contacts.email),
        (words.pec, &contacts.pec),
        ("", &contacts.hours),
    ];
    let told: Vec<String> = ways.into_iter().filter(|(_, value)| !value.is_empty()).map(|(name, value)| format!("{name}{value}")).collect();
    if told.is_empty() { String::new() } else { format!("{}{}.", words.ask, told.join(", ")) }
}

fn codes(words: &LetterWords, cup: &str, project: &str) -> String {
    let both = [(words.cup, cup), (words.project, project)];
    both.into_iter().filter(|(_, code)| !code.is_empty()).map(|(name, code)| format!("{name}{code}")).collect::<Vec<_>>().join(" · ")
}

/// The address for a telephone's camera; never the code: a picture of the page must not give it away.
fn qr(address: &str) -> Vec<u8> {
    let drawn =
        qrcode::QrCode::new(address.as_bytes()).map(|code| code.render::<qrcode::render::svg::Color<'_>>().quiet_zone(false).build());
    // An address too long for a QR code: the letter goes without the drawing.
    drawn.unwrap_or_else(|_| "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 1 1\"/>".into()).into_bytes()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::access::session::EnteName;
    use crate::domain::edition::Terms;
    use crate::domain::ids::{EditionId, EnteId, Id};
    use crate::platform::documents::typeset;

    fn letter(change: impl Fn(&mut Edition)) -> Document {
        let config = Config::from_text("public_url = \"https://affianca.example.it\"\nowner = \"Ente di prova\"").unwrap();
        let id = "0192f0c1-2345-7abc-8def-0123456789ab";
        let mut edition = Edition {
            id: EditionId::parse(id).unwrap(),
            name: "Edizione di prova".into(),
            starts_on: Day::new(2026, 3, 1).unwrap(),
            ends_on: Day::new(2026, 12, 31).unwrap(),
            terms: Terms::default(),
        };
        change(&mut edition);
        let ente = EnteName { id: EnteId::parse(id).unwrap(), kind: "comune".into(), name: "Agliè".into(), province: "TO".into() };
        let to = Addressee { ente, pec: "aglie@cert.example.it".into(), waits: false };
        let (today, until) = (Day::new(2026, 3, 2).unwrap(), Day::new(2026, 5, 31).unwrap());
        Printing { config: &config, edition: &edition, today, until }.letter(&to, &ActivationCode::from_lot([5; 16]))
    }

    #[test]
    fn a_letter_says_to_whom_what_where_and_until_when() {
        let document = letter(|edition| {
            edition.terms.contacts.phone = "011 1234".into();
            edition.terms.funding.cup = "B89C15000120001".into();
            edition.terms.funding.statement = "Progetto cofinanziato.".into();
        });
        let said = document.data.to_string();
        for part in [
            "Al Comune di Agliè (TO)",
            "PEC aglie@cert.example.it",
            &ActivationCode::from_lot([5; 16]).grouped(),
            "https://affianca.example.it/attivazione",
            "31 maggio 2026",
            "telefono 011 1234",
            "CUP B89C15000120001",
            "Progetto cofinanziato.",
        ] {
            assert!(said.contains(part), "{part} in {said}");
        }
        let pdf = typeset(&document).unwrap();
        assert!(pdf.windows(13).any(|window| window == b"pdfuaid:part>"));
    }

    #[test]
    fn a_letter_of_an_edition_without_funder_and_contacts_is_a_letter_too() {
        assert!(typeset(&letter(|_| {})).is_ok());
    }

    #[test]
    fn the_drawing_for_cameras_does_not_give_the_code_away() {
        let document = letter(|_| {});
        let drawn = String::from_utf8(document.pictures[0].body.to_vec()).unwrap();
        assert!(drawn.contains("<svg") && !drawn.contains(&ActivationCode::from_lot([5; 16]).bare()));
    }
}
