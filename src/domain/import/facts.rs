//! What the funder asks of those who take part, where an office knows it already: columns of a file of people.

use std::collections::HashMap;

use super::cells;
use super::columns::{AGE_CLASS, Column, GENDER, Layout, SETTORE};
use super::fault::{Faults, Problem};
use super::sheet::Row;
use crate::domain::edition::{Asked, ParticipantField};
use crate::domain::ids::PersonId;
use crate::domain::place_names::fold;

/// The columns, and what they tell. The qualifica belongs to an appointment, and has a column of its own.
pub const FIELDS: [(Column, ParticipantField); 3] =
    [(GENDER, ParticipantField::Gender), (AGE_CLASS, ParticipantField::AgeClass), (SETTORE, ParticipantField::Settore)];

/// One thing told of a person, as it stands afterwards.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Fact {
    pub person: PersonId,
    pub field: ParticipantField,
    pub value: String,
}

/// What the edition in force asks, and what is told of everybody.
#[derive(Debug, Default)]
pub struct Facts {
    asked: Vec<Asked>,
    told: HashMap<(PersonId, ParticipantField), String>,
    /// The row that first says it.
    said: HashMap<(PersonId, ParticipantField), (usize, String)>,
}

impl Facts {
    pub fn new(asked: Vec<Asked>, told: impl IntoIterator<Item = Fact>) -> Facts {
        let told = told.into_iter().map(|fact| ((fact.person, fact.field), fact.value)).collect();
        Facts { asked, told, said: HashMap::new() }
    }

    /// Columns of what nobody asks for: it is not kept.
    pub fn unasked(&self) -> impl Iterator<Item = Column> {
        FIELDS.into_iter().filter(|(_, field)| self.asking(*field).is_none()).map(|(column, _)| column)
    }

    fn asking(&self, field: ParticipantField) -> Option<&Asked> {
        self.asked.iter().find(|asked| asked.field == field)
    }

    /// What a row tells, in the funder's own words.
    pub fn read(&self, row: &Row, layout: &Layout, faults: &mut Faults<'_>) -> Vec<(Column, ParticipantField, String)> {
        let mut told = Vec::new();
        for (column, field) in FIELDS {
            let (Some(text), Some(asked)) = (layout.cell(row, column), self.asking(field)) else { continue };
            if let Some(value) = faults.take(column, text, answer(asked, column, text)) {
                told.push((column, field, value));
            }
        }
        told
    }

    /// Notes what a row tells of a person: the names of the columns that change something, and those changes. None, and a
    /// fault, if an earlier row tells otherwise.
    pub fn note(
        &mut self,
        person: &PersonId,
        told: Vec<(Column, ParticipantField, String)>,
        faults: &mut Faults<'_>,
    ) -> Option<(Vec<&'static str>, Vec<Fact>)> {
        let (mut columns, mut facts) = (Vec::new(), Vec::new());
        for (column, field, value) in told {
            let key = (person.clone(), field);
            match self.said.get(&key) {
                Some((row, said)) if *said != value => {
                    faults.add(column, &value, Problem::SaysOtherwise { row: *row });
                    return None;
                }
                Some(_) => continue,
                None => {}
            }
            if self.told.get(&key) != Some(&value) {
                columns.push(column.name);
                facts.push(Fact { person: person.clone(), field, value: value.clone() });
            }
            self.said.insert(key, (faults.row, value));
        }
        Some((columns, facts))
    }
}

/// One of the choices, whatever its case and accents; where there are none, the text.
fn answer(asked: &Asked, column: Column, text: &str) -> Result<String, Problem> {
    let text = cells::line(text);
    if asked.choices.is_empty() {
        return if text.chars().count() > column.longest { Err(Problem::TooLong { most: column.longest }) } else { Ok(text) };
    }
    // A spreadsheet writes "30-54" for the funder's "30–54": folded, both are one.
    let same = |choice: &&String| fold(choice) == fold(&text);
    asked.choices.iter().find(same).cloned().ok_or_else(|| Problem::NotAChoice { choices: asked.choices.clone() })
}

#[cfg(test)]
mod tests {
    use super::super::FileKind;
    use super::super::sheet;
    use super::*;
    use crate::domain::ids::Id;

    fn asked(field: ParticipantField, choices: &[&str]) -> Asked {
        Asked { field, reason: "rendicontazione".into(), choices: choices.iter().map(|c| (*c).to_owned()).collect() }
    }

    fn facts() -> Facts {
        let asked = vec![asked(ParticipantField::AgeClass, &["18–29", "30–54"]), asked(ParticipantField::Settore, &[])];
        let told = Fact { person: luca(), field: ParticipantField::Settore, value: "Anagrafe".into() };
        Facts::new(asked, [told])
    }

    fn luca() -> PersonId {
        PersonId::parse("00000000-0000-7000-8000-000000000001").unwrap()
    }

    /// What the first row of the text tells, and what is wrong with it.
    fn first(facts: &Facts, text: &str) -> (Vec<(ParticipantField, String)>, Vec<Problem>) {
        let sheet = sheet::read(text).unwrap();
        let layout = Layout::of(FileKind::People, &sheet).unwrap();
        let mut all = Vec::new();
        let told = facts.read(&sheet.rows[0], &layout, &mut Faults { row: 2, all: &mut all });
        (told.into_iter().map(|(_, field, value)| (field, value)).collect(), all.into_iter().map(|fault| fault.problem).collect())
    }

    const HEADING: &str = "nome;e-mail;ente;genere;fascia d’età;settore\nAnna;a@b.it;Agliè";

    #[test]
    fn a_choice_is_known_whatever_its_dash_and_case_and_comes_out_as_the_funder_words_it() {
        let (told, faults) = first(&facts(), &format!("{HEADING};;30 - 54;Servizi  sociali"));
        let expected = [(ParticipantField::AgeClass, "30–54".to_owned()), (ParticipantField::Settore, "Servizi sociali".to_owned())];
        assert_eq!((told.as_slice(), faults), (expected.as_slice(), vec![]));
    }

    #[test]
    fn what_is_no_choice_is_told_with_the_choices() {
        let (_, faults) = first(&facts(), &format!("{HEADING};;33;"));
        assert_eq!(faults, [Problem::NotAChoice { choices: vec!["18–29".into(), "30–54".into()] }]);
    }

    #[test]
    fn what_nobody_asks_for_is_not_kept() {
        let (told, faults) = first(&facts(), &format!("{HEADING};donna;;"));
        assert!(told.is_empty() && faults.is_empty());
        assert_eq!(facts().unasked().map(|column| column.name).collect::<Vec<_>>(), ["genere"]);
    }

    #[test]
    fn one_person_is_told_of_once_and_not_in_two_ways() {
        let (mut facts, luca) = (facts(), luca());
        let mut all = Vec::new();
        let mut note = |row, value: &str| {
            let told = vec![(SETTORE, ParticipantField::Settore, value.to_owned())];
            facts.note(&luca, told, &mut Faults { row, all: &mut all }).map(|(columns, facts)| (columns.len(), facts.len()))
        };
        assert_eq!(note(2, "Anagrafe"), Some((0, 0)));
        assert_eq!(note(3, "Anagrafe"), Some((0, 0)));
        assert_eq!(note(4, "Tributi"), None);
        assert_eq!(all[0].problem, Problem::SaysOtherwise { row: 2 });
    }
}
