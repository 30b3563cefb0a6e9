//! The account of a person: passwords, the address, browsers in which they are signed in.

pub mod letters;
pub mod pages;
pub mod routes;
pub mod store;
pub mod words;

use crate::access::password::Weakness;
use crate::domain::ids::{AddressChangeId, PersonId};
use crate::domain::mail_address;
use crate::domain::moment::Moment;

/// Minutes for which the link of a forgotten password opens the account.
pub const RESET_LASTS: i64 = 60;
/// Days for which the link to the first password does.
pub const INVITATION_LASTS: i64 = 14;
/// Days within which both mailboxes confirm a new address.
pub const CHANGE_LASTS: i64 = 3;
/// Minutes after which nobody waits for the letter of a forgotten password any more.
pub const LATE: i64 = 60;

/// Why a link by letter was sent.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Purpose {
    /// The password was forgotten.
    Reset,
    /// The account was made by others and has no password yet.
    Invite,
}

impl Purpose {
    pub fn as_str(self) -> &'static str {
        match self {
            Purpose::Reset => "reset",
            Purpose::Invite => "invite",
        }
    }

    pub fn parse(text: &str) -> Option<Purpose> {
        [Purpose::Reset, Purpose::Invite].into_iter().find(|purpose| purpose.as_str() == text)
    }
}

/// A link that is still good, and whose account it opens.
#[derive(Debug, Clone)]
pub struct Link {
    pub person: PersonId,
    pub username: String,
    pub name: String,
    pub purpose: Purpose,
}

/// Somebody to whom a link is written.
#[derive(Debug, Clone)]
pub struct Reader {
    pub id: PersonId,
    pub username: String,
    pub name: String,
}

/// Why a password was not changed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum NotChanged {
    /// The present one is wrong.
    Present,
    Weak(Weakness),
    /// The two do not agree.
    Repeated,
}

/// Why a new address was not taken.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum NotMoved {
    /// No address at all.
    Shape,
    /// The one that is there already.
    Same,
    /// The present password is wrong.
    Present,
}

/// A new address that waits to be confirmed.
#[derive(Debug, Clone)]
pub struct Pending {
    pub id: AddressChangeId,
    pub former: String,
    pub address: String,
    pub expires: Moment,
    pub former_confirmed: bool,
    pub address_confirmed: bool,
}

/// Which mailbox a link was sent to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Mailbox {
    Former,
    New,
}

/// What came of a confirmation.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Confirmed {
    /// The other mailbox has still to.
    Half,
    Both,
}

/// Whether it is one address, as mail servers take them, and nothing around it. Whether anybody reads there is shown by the letter.
pub fn is_address(text: &str) -> bool {
    text.trim() == text && mail_address::parse(text).is_some()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_address_is_one_address() {
        for address in ["anna.bianchi@comune.aglie.to.it", "o'neill@x.example", "protocollo+piano@comune-prova.example"] {
            assert!(is_address(address), "{address}");
        }
        for other in [
            "",
            "anna",
            "anna@",
            "@x.example",
            "a@b@c.example",
            "a b@x.example",
            "a@x",
            "a@.example",
            "a@x..y",
            "a@x.example,b@x.example",
            "<a@x.example>",
            "a@-x.example",
            "a..b@x.example",
            ".a@x.example",
            "a.@x.example",
            " a@x.example",
        ] {
            assert!(!is_address(other), "{other}");
        }
        assert!(!is_address(&format!("{}@x.example", "a".repeat(65))));
    }
}
