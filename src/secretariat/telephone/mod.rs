//! Somebody registered by the segreteria while they are on the telephone: an account without a password, and a letter.

pub(super) mod routes;

mod letters;
mod pages;
mod store;
mod words;

use crate::access::RoleName;
use crate::access::form::Fields;
use crate::domain::edition::{Edition, Outside};
use crate::domain::ids::PersonId;
use crate::domain::place_names::fold;
use crate::people::is_address;

/// Longest name and longest qualifica, in characters.
pub const NAME_MAX: usize = 120;
/// Longest note on an exception, in characters.
pub const EXCEPTION_MAX: usize = 500;

/// The form as typed.
#[derive(Debug, Clone, Default)]
pub struct Draft {
    pub name: String,
    pub address: String,
    /// Name of the ente, with its province where it takes one.
    pub ente: String,
    pub role: String,
    pub qualifica: String,
    /// Somebody else, although the mailbox is known already.
    pub somebody_else: bool,
    /// Why the ente is admitted although it is outside the edition; empty where it is inside.
    pub exception: String,
}

/// What is wrong with the form.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Fault {
    /// The ente is outside the edition that counts, for this reason: to be admitted by exception, with a note.
    Outside(Box<(Edition, Outside)>),
    ExceptionTooLong,
    NoName,
    NameTooLong,
    NoAddress,
    NoEnte,
    WhichEnte,
    NoRole,
    QualificaTooLong,
    /// Somebody has an account with this address: perhaps the same person.
    Known(PersonId, String),
}

impl Draft {
    pub fn read(fields: &Fields) -> Draft {
        let one_line = |name: &str| fields.text(name).split_whitespace().collect::<Vec<_>>().join(" ");
        Draft {
            name: one_line("nome"),
            address: fields.text("indirizzo").to_lowercase(),
            ente: one_line("ente"),
            role: fields.text("ruolo").to_owned(),
            qualifica: one_line("qualifica"),
            somebody_else: fields.text("altra") == "1",
            exception: one_line("deroga"),
        }
    }

    /// What can be seen to be wrong without looking anything up.
    pub fn check(&self) -> Vec<Fault> {
        let name = self.name.chars().count();
        [
            fold(&self.name).is_empty().then_some(Fault::NoName),
            (name > NAME_MAX).then_some(Fault::NameTooLong),
            (!is_address(&self.address)).then_some(Fault::NoAddress),
            (!RoleName::parse(&self.role).is_some_and(RoleName::is_of_an_ente)).then_some(Fault::NoRole),
            (self.qualifica.chars().count() > NAME_MAX).then_some(Fault::QualificaTooLong),
            (self.exception.chars().count() > EXCEPTION_MAX).then_some(Fault::ExceptionTooLong),
        ]
        .into_iter()
        .flatten()
        .collect()
    }

    /// The username that is tried first: `anna.bianchi`.
    pub fn username(&self) -> String {
        let plain: String = fold(&self.name).replace(' ', ".").chars().take(50).collect();
        if plain.len() < 3 { format!("persona.{plain}").trim_end_matches('.').to_owned() } else { plain }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn usernames_have_their_shape_whatever_the_name() {
        for (name, username) in
            [("Anna Bianchi", "anna.bianchi"), ("Nicolò D'Angelò", "nicolo.d.angelo"), ("Li", "persona.li"), ("李", "persona")]
        {
            assert_eq!(Draft { name: name.into(), ..Draft::default() }.username(), username);
        }
        let long = Draft { name: "a".repeat(90), ..Draft::default() }.username();
        assert_eq!(long.len(), 50);
    }

    #[test]
    fn all_that_is_wrong_is_told_at_once() {
        assert_eq!(Draft::default().check(), [Fault::NoName, Fault::NoAddress, Fault::NoRole]);
        let right = Draft { name: "Anna".into(), address: "a@x.example".into(), role: "member".into(), ..Draft::default() };
        assert_eq!(right.check(), []);
        assert_eq!(Draft { role: "secretariat".into(), ..right }.check(), [Fault::NoRole]);
    }
}
