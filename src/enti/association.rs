//! An association as the segreteria writes it: an unione, a comunità montana, a consorzio of comuni.

use sha2::{Digest, Sha256};

use super::Kind;
use crate::domain::ids::EnteId;
use crate::platform::random;

/// Longest name, in characters.
pub const NAME_MAX: usize = 200;

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Association {
    pub kind: Kind,
    pub name: String,
    /// Plate code of the seat's province.
    pub province: String,
    pub members: Vec<EnteId>,
}

/// What stands in the way of an association as written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Refusal {
    NoKind,
    NoName,
    NameTooLong,
    UnknownProvince,
    /// Another association of that name has its seat in that province.
    SameName,
    NoMembers,
    /// Somebody changed it since the form was opened.
    ChangedMeanwhile,
}

impl Association {
    /// The same for the same content, whatever the order of the comuni: a form keeps that of what it was opened on.
    pub fn fingerprint(&self) -> String {
        let mut members: Vec<String> = self.members.iter().map(EnteId::to_string).collect();
        members.sort_unstable();
        let content = [self.kind.as_str(), &self.name, &self.province, &members.join(" ")].join("\n");
        random::hex(&Sha256::digest(content)[..16])
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::ids::Id;

    #[test]
    fn a_fingerprint_follows_from_the_content_alone() {
        let id = |n: u8| EnteId::parse(&format!("0192f0c1-2345-7abc-8def-0123456789a{n}")).unwrap();
        let one = Association { kind: Kind::Unione, name: "Colline".into(), province: "TO".into(), members: vec![id(1), id(2)] };
        let turned = Association { members: vec![id(2), id(1)], ..one.clone() };
        assert_eq!(one.fingerprint(), turned.fingerprint());
        for other in [
            Association { kind: Kind::Consorzio, ..one.clone() },
            Association { name: "Collina".into(), ..one.clone() },
            Association { province: "AL".into(), ..one.clone() },
            Association { members: vec![id(1)], ..one.clone() },
        ] {
            assert_ne!(one.fingerprint(), other.fingerprint(), "{other:?}");
        }
    }
}
