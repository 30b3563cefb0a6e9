//! Personal data in what somebody is about to send: fiscal numbers, numbers of documents, telephones, addresses, accounts.
//!
//! A warning and a flag for whoever reads before a text is released, never a guarantee: in a town of nine hundred "the family
//! with three children that came in March" names people without any number, and only a reader sees that.

mod documents;
mod letters;
mod phones;
mod reading;
mod streets;

use std::ops::Range;

use self::reading::Reading;

/// What was found.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Kind {
    FiscalNumber,
    /// Of a permit of stay, or of the receipt for one.
    Permit,
    Passport,
    IdentityCard,
    Iban,
    Mail,
    Phone,
    /// Street and number.
    Street,
}

impl Kind {
    pub const ALL: [Kind; 8] =
        [Kind::FiscalNumber, Kind::Permit, Kind::Passport, Kind::IdentityCard, Kind::Iban, Kind::Mail, Kind::Phone, Kind::Street];
}

/// One place of a text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Finding {
    pub kind: Kind,
    /// Bytes of the text, on the borders of characters.
    pub span: Range<usize>,
}

type Finder = fn(&Reading) -> Vec<(Kind, Range<usize>)>;
/// The surest first: what one has taken, the next leaves alone.
const FINDERS: [Finder; 6] =
    [letters::mails, letters::ibans, letters::fiscal_numbers, documents::numbers, phones::numbers, streets::addresses];

/// Everything found, in the order of the text; no two overlap. Time grows with the length of the text alone.
pub fn find(text: &str) -> Vec<Finding> {
    let reading = Reading::of(text);
    let mut taken = vec![false; reading.len()];
    let mut found = Vec::new();
    for finder in FINDERS {
        for (kind, place) in finder(&reading) {
            let Some(places) = taken.get_mut(place.clone()) else { continue };
            if !places.contains(&true) {
                places.fill(true);
                found.push(Finding { kind, span: reading.bytes(&place) });
            }
        }
    }
    found.sort_by_key(|finding| finding.span.start);
    found
}

/// Which kinds occur, each once, for a sentence of warning.
pub fn kinds(findings: &[Finding]) -> Vec<Kind> {
    Kind::ALL.into_iter().filter(|kind| findings.iter().any(|finding| finding.kind == *kind)).collect()
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn of(text: &str) -> Vec<(Kind, &str)> {
        find(text).into_iter().map(|f| (f.kind, &text[f.span])).collect()
    }

    #[test]
    fn what_names_a_person_is_found_where_it_stands() {
        use Kind::*;
        let table: &[(&str, &[(Kind, &str)])] = &[
            ("Il signor RSSMRA85T10A562S chiede la residenza.", &[(FiscalNumber, "RSSMRA85T10A562S")]),
            ("cf rss mra 85t10 a562s, grazie", &[(FiscalNumber, "rss mra 85t10 a562s")]),
            ("RSSMRA85T10A56NH (omocodia)", &[(FiscalNumber, "RSSMRA85T10A56NH")]),
            ("scritto male: RSSMRA85T10A562X.", &[(FiscalNumber, "RSSMRA85T10A562X")]),
            ("permesso di soggiorno n. I01234567", &[(Permit, "I01234567")]),
            ("ha solo la ricevuta assicurata 061234567890", &[(Permit, "061234567890")]),
            ("pratica Vestanet FI0012345", &[(Permit, "FI0012345")]),
            ("PSE nr. I 12345678 scaduto", &[(Permit, "I 12345678")]),
            ("passaporto nigeriano A0123456", &[(Passport, "A0123456")]),
            ("passaporto n. B 01234567", &[(Passport, "B 01234567")]),
            ("documento YA1234567", &[(Passport, "YA1234567")]),
            ("carta d'identità CA12345AB", &[(IdentityCard, "CA12345AB")]),
            ("C.I. n. AX 1234567", &[(IdentityCard, "AX 1234567")]),
            ("IT60 X054 2811 1010 0000 0123 456", &[(Iban, "IT60 X054 2811 1010 0000 0123 456")]),
            ("conto DE89370400440532013000", &[(Iban, "DE89370400440532013000")]),
            ("scrivere a fatima.diallo@gmail.com.", &[(Mail, "fatima.diallo@gmail.com")]),
            ("<mario.rossi@comune.aglie.to.it>", &[(Mail, "mario.rossi@comune.aglie.to.it")]),
            ("cell. 320 1234567", &[(Phone, "320 1234567")]),
            ("chiamare 3201234567 dopo le 10", &[(Phone, "3201234567")]),
            ("+39 055 1234567 oppure", &[(Phone, "+39 055 1234567")]),
            ("0039-320-123.45.67", &[(Phone, "0039-320-123.45.67")]),
            ("tel. 0124 33441", &[(Phone, "0124 33441")]),
            ("055/1234567", &[(Phone, "055/1234567")]),
            ("(+221 77 123 45 67)", &[(Phone, "+221 77 123 45 67")]),
            ("abita in via Garibaldi 12, al primo piano", &[(Street, "via Garibaldi 12")]),
            ("Via XX Settembre, n. 5/A", &[(Street, "Via XX Settembre, n. 5/A")]),
            ("piazza della Libertà 3", &[(Street, "piazza della Libertà 3")]),
            ("residente in via roma 7", &[(Street, "via roma 7")]),
            ("C.so Vittorio Emanuele II n°21 bis", &[(Street, "C.so Vittorio Emanuele II n°21 bis")]),
            ("loc. San Rocco snc", &[(Street, "loc. San Rocco snc")]),
            ("abita in via 4 Novembre 18", &[(Street, "via 4 Novembre 18")]),
            (
                "RSSMRA85T10A562S, via Roma 1, tel 0124 33441, anna@libero.it",
                &[(FiscalNumber, "RSSMRA85T10A562S"), (Street, "via Roma 1"), (Phone, "0124 33441"), (Mail, "anna@libero.it")],
            ),
        ];
        for (text, expected) in table {
            assert_eq!(&of(text), expected, "{text}");
        }
    }

    /// A warning that comes for every protocol number is a warning that nobody reads.
    #[test]
    fn what_names_an_act_a_day_or_an_office_is_left_alone() {
        for plain in [
            "",
            "Ai sensi dell'art. 7, comma 3, del D.P.R. 223/1989 e dell'art. 15 del DPR 31 agosto 1999, n. 394",
            "art. 5 c. 2 D.Lgs. 25 luglio 1998, n. 286; L. 5 febbraio 1992 n. 91, art. 9",
            "prot. n. 0012345/2024 del 03/12/2024",
            "Prot. 0123456789 del 03.12.2024",
            "protocollo 3201234567",
            "n. prot. AB1234567",
            "CUP J31B15000120006 – CIG Z1234567AB",
            "CIG 3201234567",
            "CUP: F89J21012340007 per € 350.000.000",
            "dal 05/11/2023 30 persone, dal 01-02-2024 12345 fogli",
            "entro il 2026-03-02 alle ore 10.00, dalle 9:00 alle 13:00",
            "partita IVA 01234567897",
            "P.IVA 03456789012 e codice fiscale dell'ente 83000810018",
            "circolare n. 300/C/2000/3700/A/2.43 del 20.11.2000, circ. 2/2024",
            "il codice ISTAT 001001 e il CAP 10011",
            "protocollo@comune.aglie.to.it, comune.aglie@pec.it, info@prefettura.it",
            "la via telematica 24 ore su 24; in via eccezionale 3 volte; via PEC 2 giorni prima",
            "il corso di formazione 2024 e il corso 3",
            "una strada di 12 km, piazza 3, in località 2",
            "350.000.000 euro in 10 anni, 320 000 000 abitanti",
            "tra 320 e 340 persone, 333 333 volte",
            "articolo 14, comma 28, decreto-legge 31 maggio 2010 n. 78",
            "sentenza della Corte costituzionale 33/2019, reg. UE 2016/679",
            "delibera 2024000123 - determina 0000456",
            "INTERNAZIONALITA",
            "capitolo 03 12 2024 esercizio 2025",
            "@ e a@b",
            "Unione di 5 comuni, zona 3, capoluogo 12.345 abitanti",
        ] {
            assert_eq!(of(plain), [], "{plain}");
        }
    }

    #[test]
    fn each_kind_is_named_once() {
        let findings = find("via Roma 1, via Roma 2, anna@libero.it");
        assert_eq!(findings.len(), 3);
        assert_eq!(kinds(&findings), [Kind::Mail, Kind::Street]);
    }

    /// Fields of the same text pasted many times over: a megabyte of what each finder begins to read and gives up.
    #[test]
    fn a_long_text_is_read_all_the_same() {
        for piece in ["IT60X", "0", "3 2 0 ", "via ", "via Roma ", "a@", "@", "RSSMRA", "passaporto ", "A1 ", "+39 ", ".a"] {
            let long = piece.repeat(30_000 / piece.len());
            assert!(find(&long).len() <= long.len(), "{piece}");
        }
    }

    proptest! {
        #[test]
        fn any_text_is_read_and_spans_are_whole_characters(text in "(\\PC|RSSMRA85T10A562S|via Roma |[0-9 ./+-]|@|à|\u{200b}|IT60X|\\s){0,80}") {
            let mut end = 0;
            for finding in find(&text) {
                prop_assert!(text.get(finding.span.clone()).is_some_and(|found| !found.is_empty()));
                prop_assert!(finding.span.start >= end);
                end = finding.span.end;
            }
        }

        /// Wherever it stands in a sentence.
        #[test]
        fn a_fiscal_number_is_found_in_any_sentence(before in "[a-zà-ù ,.]{0,30}", after in "[a-zà-ù ,.]{0,30}") {
            let text = format!("{before} RSSMRA85T10A562S {after}");
            prop_assert_eq!(of(&text), vec![(Kind::FiscalNumber, "RSSMRA85T10A562S")]);
        }
    }
}
