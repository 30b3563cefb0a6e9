//! Who pays for an edition, and what that obliges it to show and to ask.

use serde::{Deserialize, Serialize};

use super::asked::{Asked, ParticipantField};

/// All of it may be empty: an edition may be paid by whoever runs it.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct Funding {
    /// *Codice unico di progetto*.
    pub cup: String,
    /// The project's code with the funder.
    pub project: String,
    /// The sentence that the funder wants on every page and paper.
    pub statement: String,
    /// Pictures of the settings shown for it, by what they say (`emblems`, `text`), in order.
    pub emblems: Vec<String>,
    /// What the report to the funder needs of each participant.
    pub asked: Vec<Asked>,
}

impl Funding {
    pub fn asks(&self, field: ParticipantField) -> Option<&Asked> {
        self.asked.iter().find(|asked| asked.field == field)
    }
}

/// Whether a text has the shape of a CUP (CIPE, delibera 143/2002): fifteen signs, as in `B89C15000120001`.
pub fn is_cup(text: &str) -> bool {
    text.len() == 15 && text.bytes().enumerate().all(|(i, b)| if matches!(i, 0 | 3) { b.is_ascii_uppercase() } else { b.is_ascii_digit() })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_cup_has_fifteen_signs_two_of_them_letters() {
        assert!(is_cup("B89C15000120001"));
        for wrong in ["", "b89c15000120001", "B89C1500012000", "B89C150001200011", "BB9C15000120001", "B89C15000 20001", "B89C1500012000È"]
        {
            assert!(!is_cup(wrong), "{wrong}");
        }
    }
}
