//! The form of a document: what was typed, and what is wrong with it.

use super::{Handed, Sheet};
use crate::access::form::Fields;
use crate::domain::document::{DESCRIPTION, LANGUAGES, LINE, Licence, web_address};
use crate::domain::material::{self, Refusal};
use crate::domain::moment::Day;
use crate::web::uploads::{Kept, NotKept};

/// What was chosen in the field of the file, if anything.
pub type Chosen<'a> = Result<Option<&'a Kept>, NotKept>;

/// What was typed, as typed.
#[derive(Debug, Clone, Default)]
pub struct Form {
    pub title: String,
    pub theme: String,
    pub description: String,
    pub language: String,
    pub licence: String,
    pub publisher: String,
    pub dated_on: String,
    pub valid_until: String,
    /// Of a document elsewhere; empty where a file is chosen.
    pub address: String,
    /// What changed.
    pub note: String,
    /// The revision the form was opened on.
    pub seen: i64,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Fault {
    NoTitle,
    NoTheme,
    NoPublisher,
    NoDay,
    UnknownDay,
    EndsBefore,
    UnknownLanguage,
    UnknownLicence,
    /// A field, by its control, with the characters it may have.
    TooLong(&'static str, usize),
    /// Neither a file nor an address.
    Nothing,
    /// A file and an address.
    Both,
    Address,
    File(Refusal),
    NotKept(NotKept),
    Same,
    /// A withdrawal says why, in a line.
    NoReason,
}

impl Form {
    /// An empty one, of today, in Italian, by whoever writes; under the licence that gives nothing away.
    pub fn new(today: Day, publisher: &str, theme: &str) -> Form {
        Form {
            theme: theme.to_owned(),
            language: LANGUAGES[0].to_owned(),
            licence: Licence::Reading.as_str().to_owned(),
            publisher: publisher.to_owned(),
            dated_on: today.to_string(),
            ..Form::default()
        }
    }

    pub fn of(sheet: &Sheet, revision: i64) -> Form {
        Form {
            title: sheet.title.clone(),
            theme: sheet.theme.clone(),
            description: sheet.description.clone(),
            language: sheet.language.clone(),
            licence: sheet.licence.as_str().to_owned(),
            publisher: sheet.publisher.clone(),
            dated_on: sheet.dated_on.to_string(),
            valid_until: sheet.valid_until.map(|day| day.to_string()).unwrap_or_default(),
            seen: revision,
            ..Form::default()
        }
    }

    pub fn read(fields: &Fields) -> Form {
        let line = |name: &str| fields.text(name).split_whitespace().collect::<Vec<_>>().join(" ");
        Form {
            title: line("titolo"),
            theme: line("tema"),
            description: fields.text("descrizione").trim().to_owned(),
            language: line("lingua"),
            licence: line("licenza"),
            publisher: line("editore"),
            dated_on: line("data"),
            valid_until: line("fino"),
            address: line("indirizzo"),
            note: line("nota"),
            seen: fields.text("visto").parse().unwrap_or_default(),
        }
    }

    /// A new one: a file without a title is called as it is named.
    pub fn whole(&self, file: Chosen<'_>) -> Result<(Sheet, Handed), Vec<Fault>> {
        let named = file.ok().flatten().map(|file| material::title_of(&file.name)).unwrap_or_default();
        let title = if self.title.is_empty() { named } else { self.title.clone() };
        match (Form { title, ..self.clone() }.sheet(), self.content(file)) {
            (Ok(sheet), Ok(content)) => Ok((sheet, content)),
            (sheet, content) => {
                // The file comes first on the page.
                let mut faults: Vec<Fault> = content.err().into_iter().collect();
                faults.extend(sheet.err().unwrap_or_default());
                Err(faults)
            }
        }
    }

    /// What is handed in: a file or an address.
    pub fn content(&self, file: Chosen<'_>) -> Result<Handed, Fault> {
        if self.note.chars().count() > LINE {
            return Err(Fault::TooLong("nota", LINE));
        }
        match (file.map_err(Fault::NotKept)?, self.address.as_str()) {
            (None, "") => Err(Fault::Nothing),
            (Some(_), address) if !address.is_empty() => Err(Fault::Both),
            (Some(file), _) => Ok(Handed::Brought(file.clone())),
            (None, address) => web_address(address).map(Handed::Address).ok_or(Fault::Address),
        }
    }

    /// What is said of it, or all that is wrong.
    pub fn sheet(&self) -> Result<Sheet, Vec<Fault>> {
        let mut faults = Vec::new();
        let empty = [(&self.title, Fault::NoTitle), (&self.theme, Fault::NoTheme), (&self.publisher, Fault::NoPublisher)];
        faults.extend(empty.into_iter().filter(|(text, _)| text.is_empty()).map(|(_, fault)| fault));
        let lines = [("titolo", &self.title, LINE), ("tema", &self.theme, LINE), ("editore", &self.publisher, LINE)];
        let long = lines.into_iter().chain([("descrizione", &self.description, DESCRIPTION)]);
        faults.extend(long.filter(|(_, text, most)| text.chars().count() > *most).map(|(name, _, most)| Fault::TooLong(name, most)));
        if !LANGUAGES.contains(&self.language.as_str()) {
            faults.push(Fault::UnknownLanguage);
        }
        let (licence, dated_on, valid_until) = (Licence::parse(&self.licence), Day::parse(&self.dated_on), Day::parse(&self.valid_until));
        faults.extend(licence.is_none().then_some(Fault::UnknownLicence));
        faults.extend(dated_on.is_none().then_some(Fault::NoDay));
        faults.extend((!self.valid_until.is_empty() && valid_until.is_none()).then_some(Fault::UnknownDay));
        if dated_on.zip(valid_until).is_some_and(|(from, to)| to < from) {
            faults.push(Fault::EndsBefore);
        }
        match (licence, dated_on) {
            (Some(licence), Some(dated_on)) if faults.is_empty() => Ok(Sheet {
                title: self.title.clone(),
                theme: self.theme.clone(),
                description: self.description.clone(),
                language: self.language.clone(),
                licence,
                publisher: self.publisher.clone(),
                dated_on,
                valid_until,
            }),
            _ => Err(faults),
        }
    }
}
