//! What the funder wants to know of a participant: asked for at the door, because it cannot be recovered afterwards.

use serde::{Deserialize, Serialize};

/// What can be asked. An answer that is kept never changes its name.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum ParticipantField {
    Gender,
    AgeClass,
    /// How the person is styled in the office: kept with the appointment.
    Qualifica,
    /// The office or sector in which they work.
    Settore,
    /// What kind of body sends them. Of an ente of the register it is known already.
    EnteKind,
}

impl ParticipantField {
    pub const ALL: [ParticipantField; 5] = [
        ParticipantField::Gender,
        ParticipantField::AgeClass,
        ParticipantField::Qualifica,
        ParticipantField::Settore,
        ParticipantField::EnteKind,
    ];

    pub fn as_str(self) -> &'static str {
        match self {
            ParticipantField::Gender => "gender",
            ParticipantField::AgeClass => "age-class",
            ParticipantField::Qualifica => "qualifica",
            ParticipantField::Settore => "settore",
            ParticipantField::EnteKind => "ente-kind",
        }
    }

    pub fn parse(text: &str) -> Option<ParticipantField> {
        ParticipantField::ALL.into_iter().find(|field| field.as_str() == text)
    }

    /// Whether it is only ever answered by one of the choices: free text about these would be too much to know.
    pub fn is_closed(self) -> bool {
        matches!(self, ParticipantField::Gender | ParticipantField::AgeClass)
    }
}

/// One field that an edition requires.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Asked {
    pub field: ParticipantField,
    /// Why, in the edition's own words: shown beside the field.
    pub reason: String,
    /// As the funder words them; none: free text.
    #[serde(default)]
    pub choices: Vec<String>,
}

impl Asked {
    /// Whether an answer may stand: one of the choices, or some text where there are none.
    pub fn takes(&self, answer: &str) -> bool {
        if self.choices.is_empty() { !answer.trim().is_empty() } else { self.choices.iter().any(|choice| choice == answer) }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_answer_is_one_of_the_choices_or_some_text() {
        let mut asked = Asked { field: ParticipantField::AgeClass, reason: "rendicontazione".into(), choices: vec!["18–29".into()] };
        assert!(asked.takes("18–29") && !asked.takes("30–54") && !asked.takes(""));
        asked.choices.clear();
        assert!(asked.takes("anagrafe") && !asked.takes("  "));
    }

    #[test]
    fn names_are_read_back() {
        for field in ParticipantField::ALL {
            assert_eq!(ParticipantField::parse(field.as_str()), Some(field));
            assert_eq!(serde_json::to_value(field).unwrap(), field.as_str());
        }
    }
}
