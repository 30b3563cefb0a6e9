//! What the audit trail keeps: the deeds that somebody may have to answer for.

use super::ids::{EnteId, PersonId};

/// What was done. A deed that is kept never changes its name.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Kind {
    RoleGranted,
    RoleWithdrawn,
    EditionCreated,
    EditionChanged,
    /// An ente was invited to an edition.
    EnteInvited,
    /// Adhering, withdrawn, invited again; the detail has the state.
    AdhesionChanged,
    /// Admitted although outside the rule, with the reason; or no longer.
    ExceptionGranted,
    ExceptionWithdrawn,
    /// The reference or the protocollo of an act was noted.
    PaperNoted,
    CodeMade,
    CodeUsed,
    /// PEC, IPA code or mail domain of an ente.
    EnteReached,
}

/// One line of the trail; who, when and from where are known by the actor.
#[derive(Debug, Clone)]
pub struct Deed {
    pub kind: Kind,
    /// To whom.
    pub person: Option<PersonId>,
    /// For which ente.
    pub ente: Option<EnteId>,
    /// What else is needed to understand it, in few words: a role, a reason, old and new value. No passwords, no codes.
    pub detail: String,
}

impl Kind {
    pub const ALL: [Kind; 12] = [
        Kind::RoleGranted,
        Kind::RoleWithdrawn,
        Kind::EditionCreated,
        Kind::EditionChanged,
        Kind::EnteInvited,
        Kind::AdhesionChanged,
        Kind::ExceptionGranted,
        Kind::ExceptionWithdrawn,
        Kind::PaperNoted,
        Kind::CodeMade,
        Kind::CodeUsed,
        Kind::EnteReached,
    ];

    pub fn as_str(self) -> &'static str {
        match self {
            Kind::RoleGranted => "role-granted",
            Kind::RoleWithdrawn => "role-withdrawn",
            Kind::EditionCreated => "edition-created",
            Kind::EditionChanged => "edition-changed",
            Kind::EnteInvited => "ente-invited",
            Kind::AdhesionChanged => "adhesion-changed",
            Kind::ExceptionGranted => "exception-granted",
            Kind::ExceptionWithdrawn => "exception-withdrawn",
            Kind::PaperNoted => "paper-noted",
            Kind::CodeMade => "code-made",
            Kind::CodeUsed => "code-used",
            Kind::EnteReached => "ente-reached",
        }
    }

    pub fn parse(text: &str) -> Option<Kind> {
        Kind::ALL.into_iter().find(|kind| kind.as_str() == text)
    }
}

impl Deed {
    pub fn new(kind: Kind) -> Deed {
        Deed { kind, person: None, ente: None, detail: String::new() }
    }

    #[must_use]
    pub fn to(mut self, person: &PersonId) -> Deed {
        self.person = Some(person.clone());
        self
    }

    #[must_use]
    pub fn of(mut self, ente: &EnteId) -> Deed {
        self.ente = Some(ente.clone());
        self
    }

    #[must_use]
    pub fn detail(mut self, detail: impl Into<String>) -> Deed {
        self.detail = detail.into();
        self
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_read_back() {
        for kind in Kind::ALL {
            assert_eq!(Kind::parse(kind.as_str()), Some(kind));
        }
    }
}
