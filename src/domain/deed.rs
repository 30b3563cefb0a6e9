//! What the audit trail keeps: the deeds that somebody may have to answer for.

use super::ids::{EnteId, PersonId};

macro_rules! kinds {
    ($($(#[$doc:meta])* $kind:ident = $name:literal,)*) => {
        /// What was done. A deed that is kept never changes its name.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
        pub enum Kind {
            $($(#[$doc])* $kind,)*
        }

        impl Kind {
            pub const ALL: &[Kind] = &[$(Kind::$kind,)*];

            pub fn as_str(self) -> &'static str {
                match self {
                    $(Kind::$kind => $name,)*
                }
            }

            pub fn parse(text: &str) -> Option<Kind> {
                Kind::ALL.iter().copied().find(|kind| kind.as_str() == text)
            }
        }
    };
}

// One a line, with its words in `people/trail/words.rs`.
kinds! {
    RoleGranted = "role-granted",
    RoleWithdrawn = "role-withdrawn",
    /// At their own request: their name is nowhere any more.
    PersonErased = "person-erased",
    /// The same done by the segreteria for somebody who asked; the detail has the day and the way of the request.
    ErasedOnBehalf = "erased-on-behalf",
    /// An account that nobody ever entered, when its term was over.
    UnusedErased = "unused-erased",
    /// A copy of somebody's data made by the segreteria at their request; the detail as above.
    DataHandedOver = "data-handed-over",
    /// What the funder asks of a person, noted by the segreteria as told; the detail has the fields.
    FactsNoted = "facts-noted",
    EditionCreated = "edition-created",
    EditionChanged = "edition-changed",
    /// An ente was invited to an edition.
    EnteInvited = "ente-invited",
    /// Adhering, withdrawn, invited again; the detail has the state.
    AdhesionChanged = "adhesion-changed",
    /// Admitted although outside the rule, with the reason; or no longer.
    ExceptionGranted = "exception-granted",
    ExceptionWithdrawn = "exception-withdrawn",
    /// The reference or the protocollo of an act was noted.
    PaperNoted = "paper-noted",
    CodeMade = "code-made",
    CodeUsed = "code-used",
    /// PEC, IPA code or mail domain of an ente.
    EnteReached = "ente-reached",
    PersonDisabled = "person-disabled",
    PersonEnabled = "person-enabled",
    PasswordReset = "password-reset",
    PasswordChosen = "password-chosen",
    PasswordChanged = "password-changed",
    AddressChanged = "address-changed",
    /// A second factor begun, ended by its owner, or taken away by who looks after the installation.
    FactorBegun = "factor-begun",
    FactorEnded = "factor-ended",
    FactorReset = "factor-reset",
    /// Somebody came in with a recovery code; the ten of them were made again.
    RecoveryCodeUsed = "recovery-code-used",
    RecoveryCodesMade = "recovery-codes-made",
    /// An identity at a provider opens the account from now on, or no more.
    IdentityLinked = "identity-linked",
    IdentityUnlinked = "identity-unlinked",
    FiscalNumberGiven = "fiscal-number-given",
    /// Somebody who came by an activation code confirmed the address they had written.
    AddressVerified = "address-verified",
    /// Somebody verified an address and asks to act for an ente.
    RegistrationArrived = "registration-arrived",
    RegistrationApproved = "registration-approved",
    RegistrationRefused = "registration-refused",
    RegistrationWithdrawn = "registration-withdrawn",
    /// To act for an ente; the detail has the address and the role.
    PersonInvited = "person-invited",
    InvitationWithdrawn = "invitation-withdrawn",
    InvitationAccepted = "invitation-accepted",
    /// An appointment began without anybody having to approve it, or somebody became referente; the detail has the role.
    Appointed = "appointed",
    AppointmentEnded = "appointment-ended",
    /// A file of enti, people or successions.
    ImportCarriedOut = "import-carried-out",
    /// An ente ended, and went on in another or nowhere.
    EnteSucceeded = "ente-succeeded",
    /// A succession whose day is still to come was written down.
    SuccessionAnnounced = "succession-announced",
    /// One recorded by mistake was undone; the detail has the reason.
    SuccessionUndone = "succession-undone",
    /// Another ISTAT code.
    CodeChanged = "code-changed",
    /// An account made by the segreteria while the person was on the telephone.
    PersonRegistered = "person-registered",
    /// Another letter to choose a password.
    PasswordInvited = "password-invited",
    /// The account of one person taken into another; the detail has the username that went.
    PeopleMerged = "people-merged",
    /// The referente lets the segreteria read the report of a rilevazione, or no longer.
    ReadingAllowed = "reading-allowed",
    ReadingRevoked = "reading-revoked",
    /// An attestato; the detail has its number and theme, and the reason where it no longer stands.
    CertificateIssued = "certificate-issued",
    CertificateRevoked = "certificate-revoked",
    CertificateReissued = "certificate-reissued",
    /// A giornata d'aula was closed on its signed register; the detail has its title.
    DayHeld = "day-held",
    /// What counts as presence on a closed giornata; the detail has old and new value and the reason.
    PresenceCorrected = "presence-corrected",
    /// A file of a signed register gave way to another; the detail has the reason.
    ScanReplaced = "scan-replaced",
    /// The segreteria read a report with the consent of the ente.
    ReportRead = "report-read",
    SeminarCreated = "seminar-created",
    SeminarChanged = "seminar-changed",
    ClassDayPublished = "class-day-published",
    /// A published giornata; the detail says what differs.
    ClassDayChanged = "class-day-changed",
    /// A file for those enrolled on a giornata; the detail has its title.
    MaterialAttached = "material-attached",
    MaterialReplaced = "material-replaced",
    MaterialWithdrawn = "material-withdrawn",
    /// A document of the library; the detail has its title.
    DocumentPublished = "document-published",
    DocumentReplaced = "document-replaced",
    DocumentChanged = "document-changed",
    /// With its reason.
    DocumentWithdrawn = "document-withdrawn",
    /// A link to a page of others that does not answer us was opened by somebody, and works; the detail has its address.
    LinkFine = "link-fine",
    /// With its reason.
    ClassDayCancelled = "class-day-cancelled",
    /// The list of a giornata changed by the segreteria: somebody put on it, or taken off, with the reason.
    EnrolledByDesk = "enrolled-by-desk",
    EnrolmentRemoved = "enrolment-removed",
    /// A message of the segreteria to those on the list of a giornata; the detail has how many, and the subject.
    EnrolledWrittenTo = "enrolled-written-to",
    /// A giornata di forum: announced, changed, extended with its reason, its proceedings put out, or forgotten before anybody asked.
    ForumDayAnnounced = "forum-day-announced",
    ForumDayChanged = "forum-day-changed",
    ForumDayExtended = "forum-day-extended",
    ForumDayPublished = "forum-day-published",
    ForumDayDiscarded = "forum-day-discarded",
    /// A domanda frequente; the detail has its question, and the reason where it is taken back.
    FaqPublished = "faq-published",
    FaqWithdrawn = "faq-withdrawn",
    /// A testimonial, from its first line to its end; the detail has its title, and the name under an approval or the reason of a withdrawal.
    TestimonialBegun = "testimonial-begun",
    TestimonialSent = "testimonial-sent",
    TestimonialCorrected = "testimonial-corrected",
    TestimonialApproved = "testimonial-approved",
    TestimonialPublished = "testimonial-published",
    TestimonialWithdrawn = "testimonial-withdrawn",
    /// A release expired: no longer public.
    TestimonialLapsed = "testimonial-lapsed",
    /// The word of somebody who can be recognised in one, or no longer.
    ReleaseNoted = "release-noted",
    ReleaseRemoved = "release-removed",
    /// An electoral period; the detail has its days and its reason.
    TestimonialsSuspended = "testimonials-suspended",
    SuspensionRemoved = "suspension-removed",
    /// Invitations to many enti; the detail has the edition and how many.
    MailingBegun = "mailing-begun",
    /// A message that was given up, waited, or had been sent; the detail has its subject.
    LetterSentAgain = "letter-sent-again",
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
            assert_eq!(Kind::parse(kind.as_str()), Some(*kind));
        }
    }
}
