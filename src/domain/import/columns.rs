//! The columns of each kind of file: their names as an office writes them, and what else they may be called.

use super::FileKind;
use super::sheet::{Row, Sheet};
use crate::domain::place_names::fold;

/// A column by its name in the heading.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Column {
    pub name: &'static str,
    /// Other names under which it is recognised, folded.
    also: &'static [&'static str],
    /// Longest value, in characters.
    pub longest: usize,
}

const fn column(name: &'static str, also: &'static [&'static str], longest: usize) -> Column {
    Column { name, also, longest }
}

pub const KIND: Column = column("tipo", &["tipo ente", "tipologia"], 60);
pub const NAME: Column = column("nome", &["denominazione", "ente nome"], 200);
pub const PROVINCE: Column = column("provincia", &["prov", "sigla provincia", "pr"], 40);
pub const REGION: Column = column("regione", &[], 60);
pub const ISTAT: Column = column("codice ISTAT", &["istat", "codice istat comune", "cod istat"], 12);
pub const MEMBERS: Column = column("comuni", &["comuni membri", "membri", "comuni aderenti"], 20_000);
pub const FROM: Column = column("dal", &["inizio", "data inizio"], 10);
pub const PEC: Column = column("PEC", &["indirizzo pec", "posta certificata"], 254);
pub const IPA: Column = column("codice IPA", &["ipa", "cod ipa"], 40);
pub const DOMAIN: Column = column("dominio", &["dominio di posta", "dominio e mail", "dominio email"], 253);
pub const MOUNTAIN: Column = column("montano", &["comune montano", "montana"], 10);
pub const RESIDENTS: Column = column("residenti", &["popolazione", "abitanti"], 20);
pub const YEAR: Column = column("anno residenti", &["anno", "anno popolazione"], 4);

pub const USERNAME: Column = column("nome utente", &["utente", "username"], 60);
pub const FIRST_NAME: Column = column("nome", &["nome e cognome", "nominativo"], 200);
pub const SURNAME: Column = column("cognome", &[], 100);
pub const MAIL: Column = column("e-mail", &["email", "mail", "posta elettronica", "indirizzo e mail", "indirizzo email"], 254);
pub const ENTE: Column = column("ente", &["comune", "amministrazione"], 300);
pub const ROLE: Column = column("ruolo", &[], 40);
pub const QUALIFICA: Column = column("qualifica", &["profilo", "incarico"], 120);
pub const GENDER: Column = column("genere", &["sesso"], 60);
pub const AGE_CLASS: Column = column("fascia d’età", &["fascia di eta", "classe di eta", "eta"], 60);
pub const SETTORE: Column = column("settore", &["ufficio", "servizio", "area"], 120);
pub const TO: Column = column("al", &["fine", "data fine"], 10);

pub const OLD: Column = column("da", &["ente cessato", "vecchio ente"], 300);
pub const NEW: Column = column("a", &["ente nuovo", "nuovo ente", "nuovo codice"], 300);
pub const DAY: Column = column("giorno", &["data", "decorrenza"], 10);
pub const ACT: Column = column("atto", &["legge", "provvedimento"], 200);
pub const CARRY: Column = column("incarichi", &["prosegui incarichi"], 10);
pub const NEW_PROVINCE: Column = column("nuova provincia", &[], 2);

/// The columns that a kind of file may have, in the order of its template.
pub fn of(kind: FileKind) -> &'static [Column] {
    match kind {
        FileKind::Enti => &[KIND, NAME, PROVINCE, REGION, ISTAT, MEMBERS, FROM, PEC, IPA, DOMAIN, MOUNTAIN, RESIDENTS, YEAR],
        FileKind::People => &[USERNAME, FIRST_NAME, SURNAME, MAIL, ENTE, ISTAT, ROLE, QUALIFICA, FROM, TO, GENDER, AGE_CLASS, SETTORE],
        FileKind::Successions => &[KIND, OLD, NEW, DAY, ACT, CARRY, NEW_PROVINCE],
    }
}

/// What must be there: of each group one.
pub fn required(kind: FileKind) -> &'static [&'static [Column]] {
    match kind {
        FileKind::Enti => &[&[ISTAT, NAME]],
        FileKind::People => &[&[FIRST_NAME], &[MAIL], &[ENTE, ISTAT]],
        FileKind::Successions => &[&[KIND], &[OLD], &[NEW], &[DAY]],
    }
}

/// A heading that cannot be worked with.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum BadHeading {
    /// One of these is missing.
    Missing(Vec<&'static str>),
    Twice(&'static str),
}

/// Which column of the file is which.
#[derive(Debug, Clone)]
pub struct Layout {
    places: Vec<(&'static str, usize)>,
    width: usize,
    /// Headings that no column has, as written: they are passed over.
    pub unknown: Vec<String>,
}

impl Layout {
    pub fn of(kind: FileKind, sheet: &Sheet) -> Result<Layout, Vec<BadHeading>> {
        let (mut places, mut unknown, mut bad) = (Vec::new(), Vec::new(), Vec::new());
        for (place, written) in sheet.header.cells.iter().enumerate() {
            match of(kind).iter().find(|column| column.is_called(&fold(written))) {
                Some(column) if places.iter().any(|(name, _)| *name == column.name) => bad.push(BadHeading::Twice(column.name)),
                Some(column) => places.push((column.name, place)),
                None if written.is_empty() => {}
                None => unknown.push(written.clone()),
            }
        }
        let lacks = |group: &&&[Column]| !group.iter().any(|column| places.iter().any(|(name, _)| *name == column.name));
        bad.extend(required(kind).iter().filter(lacks).map(|group| BadHeading::Missing(group.iter().map(|c| c.name).collect())));
        // What stands below an empty heading is nobody's.
        let width = sheet.header.cells.iter().rposition(|cell| !cell.is_empty()).map_or(0, |last| last + 1);
        if bad.is_empty() { Ok(Layout { places, width, unknown }) } else { Err(bad) }
    }

    /// From now on as if nothing had these headings; they are named among the unknown.
    pub fn pass_over(&mut self, columns: impl IntoIterator<Item = Column>) {
        for column in columns {
            if self.has(column) {
                self.places.retain(|(name, _)| *name != column.name);
                self.unknown.push(column.name.to_owned());
            }
        }
    }

    pub fn has(&self, column: Column) -> bool {
        self.places.iter().any(|(name, _)| *name == column.name)
    }

    /// The cell of a column; none where the column is missing or the cell empty.
    pub fn cell<'r>(&self, row: &'r Row, column: Column) -> Option<&'r str> {
        let (_, place) = self.places.iter().find(|(name, _)| *name == column.name)?;
        row.cells.get(*place).map(String::as_str).filter(|cell| !cell.is_empty())
    }

    /// What stands to the right of the last heading: a separator too many.
    pub fn beyond<'r>(&self, row: &'r Row) -> Option<&'r str> {
        row.cells.iter().skip(self.width).map(String::as_str).find(|cell| !cell.is_empty())
    }
}

impl Column {
    fn is_called(&self, folded: &str) -> bool {
        fold(self.name) == folded || self.also.contains(&folded)
    }
}

#[cfg(test)]
mod tests {
    use super::super::sheet::read;
    use super::*;

    #[test]
    fn headings_are_recognised_whatever_their_case_accents_and_order() {
        let sheet = read("ENTE;E_Mail;Note varie;  nome e COGNOME\nAgliè (TO);a@b.it;x;Anna").unwrap();
        let layout = Layout::of(FileKind::People, &sheet).unwrap();
        let row = &sheet.rows[0];
        assert_eq!(layout.cell(row, ENTE), Some("Agliè (TO)"));
        assert_eq!(layout.cell(row, MAIL), Some("a@b.it"));
        assert_eq!(layout.cell(row, FIRST_NAME), Some("Anna"));
        assert_eq!(layout.cell(row, ROLE), None);
        assert_eq!(layout.unknown, ["Note varie"]);
    }

    #[test]
    fn what_is_missing_or_twice_is_told_all_at_once() {
        let sheet = read("nome;Nominativo\nAnna;Anna").unwrap();
        let bad = Layout::of(FileKind::People, &sheet).unwrap_err();
        assert_eq!(
            bad,
            [BadHeading::Twice("nome"), BadHeading::Missing(vec!["e-mail"]), BadHeading::Missing(vec!["ente", "codice ISTAT"])]
        );
    }

    #[test]
    fn a_cell_beyond_the_headings_is_seen() {
        let sheet = read("nome;e-mail;ente;;\nAnna;a@b.it;Agliè;;\nBruno;b@b.it;Rossi;Agliè;").unwrap();
        let layout = Layout::of(FileKind::People, &sheet).unwrap();
        assert_eq!(layout.beyond(&sheet.rows[0]), None);
        assert_eq!(layout.beyond(&sheet.rows[1]), Some("Agliè"));
    }

    #[test]
    fn no_name_means_two_columns() {
        for kind in FileKind::ALL {
            let names: Vec<String> = of(kind).iter().flat_map(|c| c.also.iter().map(|a| (*a).to_owned()).chain([fold(c.name)])).collect();
            let mut unique = names.clone();
            unique.sort();
            unique.dedup();
            assert_eq!(unique.len(), names.len(), "{kind:?}");
            assert!(of(kind).iter().flat_map(|c| c.also).all(|name| fold(name) == **name));
        }
    }
}
