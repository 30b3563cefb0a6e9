//! Ids as types of their own, so that a person is never taken for an ente.

use std::fmt;

/// A UUIDv7 in its hyphenated text form, made by the platform.
pub trait Id: Sized {
    /// Takes text for an id only if it has the shape of one: 36 characters, lower-case hexadecimal with hyphens.
    fn parse(text: &str) -> Option<Self>;
    fn as_str(&self) -> &str;
}

fn is_uuid(text: &str) -> bool {
    text.len() == 36
        && text.bytes().enumerate().all(|(i, b)| match i {
            8 | 13 | 18 | 23 => b == b'-',
            _ => b.is_ascii_digit() || (b'a'..=b'f').contains(&b),
        })
}

macro_rules! ids {
    ($($(#[$doc:meta])* $name:ident)*) => { $(
        $(#[$doc])*
        #[derive(Debug, Clone, PartialEq, Eq, Hash, PartialOrd, Ord, sqlx::Type)]
        #[sqlx(transparent)]
        pub struct $name(String);

        impl Id for $name {
            fn parse(text: &str) -> Option<Self> {
                is_uuid(text).then(|| $name(text.to_owned()))
            }

            fn as_str(&self) -> &str {
                &self.0
            }
        }

        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str(&self.0)
            }
        }
    )* };
}

ids! {
    /// An address of a page of others.
    WebLinkId
    /// A person with an account.
    PersonId
    /// One *incarico*: a person acting for an ente, or for the programme, in one role.
    AppointmentId
    /// A comune, an unione or another associated form.
    EnteId
    /// A *rilevazione*.
    AssessmentId
    /// A page rating left by a visitor.
    RatingId
    /// A letter in the outbox; also the left part of its Message-ID.
    LetterId
    /// A line of the audit trail.
    DeedId
    /// A line of the access log of system administrators.
    SystemAccessId
    /// A new address that waits for both mailboxes.
    AddressChangeId
    /// A forgotten password that waits for its letter.
    ResetRequestId
    /// An *edizione* of the programme.
    EditionId
    /// A request for an account that waits for approval, or an invitation.
    RegistrationId
    /// A contact by telephone, letter or in person, noted by the segreteria.
    ContactId
    /// An invitation to many enti at once.
    MailingId
    /// A file of enti, people or successions, from its upload on.
    ImportId
    /// One ente that went on in another.
    SuccessionId
    /// A signed-in browser, as its owner sees it in their list.
    SessionId
    /// A seminar of an edition.
    SeminarId
    /// A *giornata d'aula* of a seminar.
    ClassDayId
    /// A part of a giornata that is signed for on its own.
    ClassSessionId
    /// Seats of a giornata kept for an ente or a province.
    ReservedSeatId
    /// A person on a giornata; also what the links in letters stand for.
    EnrolmentId
    /// A line of the history of an enrolment.
    EnrolmentStepId
    /// The secret address of somebody's own calendar.
    CalendarFeedId
    /// One thing noted of one person in one session.
    PresenceMarkId
    /// A file for those enrolled on a giornata, through all its versions.
    MaterialId
    /// One version of it.
    MaterialVersionId
    /// What those who were at a giornata are asked.
    SurveyId
    /// A file of a signed register.
    RegisterScanId
    /// A file of who joined and left an online session.
    PresenceLogId
    /// A file that is on its way in.
    UploadId
    /// A *giornata di forum telematico*.
    ForumDayId
    /// A *quesito*.
    QuestionId
    /// A file of a quesito.
    QuestionAttachmentId
    /// What an expert asked about a quesito, or its ente replied.
    QuestionMessageId
    /// A line of the history of a quesito.
    QuestionStepId
    /// A *risposta dell'esperto*.
    ExpertAnswerId
    /// An *intervento* below a quesito.
    ForumPostId
    /// A line of the history of an intervento.
    ForumPostStepId
    /// An *attestato di partecipazione*.
    CertificateId
    /// A person on a course.
    CourseEnrolmentId
    /// One go at a quiz of a course.
    QuizAttemptId
    /// An identity at an OpenID Connect provider, linked to an account.
    IdentityId
    /// A *domanda frequente*.
    FaqId
    /// What an ente tells of how it did it.
    TestimonialId
    /// The word of somebody who can be recognised in one.
    ReleaseId
    /// An electoral period in which testimonials are out of sight.
    SuspensionId
    /// A document of the library.
    DocumentId
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_the_canonical_text_is_an_id() {
        let text = "0192f0c1-2345-7abc-8def-0123456789ab";
        assert_eq!(EnteId::parse(text).map(|id| id.to_string()), Some(text.to_owned()));
        for wrong in ["", "1", &text.to_uppercase(), &text[1..], &format!("{text}0"), "0192f0c1-2345-7abc-8def-0123456789ag"] {
            assert_eq!(EnteId::parse(wrong), None, "{wrong}");
        }
    }
}
