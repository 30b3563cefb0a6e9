//! Two accounts of one person become one: one stays, and what the other had goes over.

pub(super) mod routes;

mod letters;
mod pages;
mod store;
mod words;

use crate::domain::ids::PersonId;
use crate::domain::moment::Moment;

/// What becomes of a row that points to the account that goes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Goes {
    /// It points to the account that stays.
    Over,
    /// It ends with the account: sessions, links by letter, what is of the moment.
    Away,
    /// It says what happened at its time, and keeps pointing to the account that was: its page leads to the one that stays.
    Stays,
}

/// Every column that points to a person, and what becomes of it. A test compares it with the schema: whoever adds a column
/// that points to a person says here what a merger makes of it, and the store does it.
pub const TIES: &[(&str, &str, Goes)] = &[
    ("appointment", "person_id", Goes::Over),
    ("letter", "person_id", Goes::Over),
    ("contact", "person_id", Goes::Over),
    // Who answers for what stands now.
    ("answer", "changed_by", Goes::Over),
    ("assessment", "opened_by", Goes::Over),
    ("reading_consent", "given_by", Goes::Over),
    ("adhesion", "set_by", Goes::Over),
    // Requests still waiting are the person's; of a fact told for both accounts, that of the one that stays is kept.
    ("registration", "person_id", Goes::Over),
    ("registration", "asked_by", Goes::Over),
    ("participant_fact", "person_id", Goes::Over),
    // Of one giornata for which both were enrolled, the enrolment of the account that goes ends.
    ("enrolment", "person_id", Goes::Over),
    ("class_trainer", "person_id", Goes::Over),
    ("presence_mark", "person_id", Goes::Over),
    ("presence_log_match", "person_id", Goes::Over),
    ("timesheet_line", "person_id", Goes::Over),
    ("certificate", "person_id", Goes::Over),
    // Who is told of the answer.
    ("question", "asked_by", Goes::Over),
    ("forum_expert", "person_id", Goes::Over),
    ("forum_follow", "person_id", Goes::Over),
    // Who is told when it has expired.
    ("faq", "owner_id", Goes::Over),
    // Who prepares it, and is told what the ente answers.
    ("testimonial", "prepared_by", Goes::Over),
    // Of one course on which both are, what was read and passed is told to the enrolment of the account that stays.
    ("course_enrolment", "person_id", Goes::Over),
    ("survey_reader", "person_id", Goes::Over),
    // What was brought and not used can be used by who stays.
    ("upload", "person_id", Goes::Over),
    ("session", "person_id", Goes::Away),
    ("calendar_feed", "person_id", Goes::Away),
    ("section_visit", "person_id", Goes::Away),
    ("account_link", "person_id", Goes::Away),
    ("address_change", "person_id", Goes::Away),
    // What opens an account is never inherited: whoever had it for the other links it again.
    ("factor", "person_id", Goes::Away),
    ("recovery_code", "person_id", Goes::Away),
    ("pending_sign_in", "person_id", Goes::Away),
    ("fiscal_number", "person_id", Goes::Away),
    ("external_identity", "person_id", Goes::Away),
    ("namesake", "person_id", Goes::Away),
    ("namesake", "other_id", Goes::Away),
    // Frozen with the closing, or written once.
    ("closing", "closed_by", Goes::Stays),
    ("closing", "reopened_by", Goes::Stays),
    ("reading_consent", "revoked_by", Goes::Stays),
    ("deed", "done_by", Goes::Stays),
    ("deed", "person_id", Goes::Stays),
    ("system_access", "person_id", Goes::Stays),
    ("contact", "noted_by", Goes::Stays),
    ("namesake", "said_by", Goes::Stays),
    ("fiscal_number", "given_by", Goes::Stays),
    ("mailing", "made_by", Goes::Stays),
    ("edition", "created_by", Goes::Stays),
    ("edition", "changed_by", Goes::Stays),
    ("adhesion", "exception_by", Goes::Stays),
    ("adhesion_paper", "changed_by", Goes::Stays),
    ("activation", "made_by", Goes::Stays),
    ("activation", "used_by", Goes::Stays),
    ("import", "uploaded_by", Goes::Stays),
    ("import", "done_by", Goes::Stays),
    ("succession", "created_by", Goes::Stays),
    ("registration", "decided_by", Goes::Stays),
    ("certificate", "issued_by", Goes::Stays),
    ("certificate", "revoked_by", Goes::Stays),
    ("seminar", "created_by", Goes::Stays),
    ("seminar", "changed_by", Goes::Stays),
    ("class_day", "created_by", Goes::Stays),
    ("class_day", "changed_by", Goes::Stays),
    ("class_day", "published_by", Goes::Stays),
    ("class_day", "cancelled_by", Goes::Stays),
    ("class_day", "held_by", Goes::Stays),
    ("enrolment", "asked_by", Goes::Stays),
    ("enrolment_step", "done_by", Goes::Stays),
    ("presence_mark", "noted_by", Goes::Stays),
    ("presence_secret", "made_by", Goes::Stays),
    ("register_scan", "added_by", Goes::Stays),
    ("register_scan", "replaced_by", Goes::Stays),
    ("material", "withdrawn_by", Goes::Stays),
    ("material_version", "added_by", Goes::Stays),
    ("presence_log", "kept_by", Goes::Stays),
    ("presence_log", "applied_by", Goes::Stays),
    ("timesheet_line", "confirmed_by", Goes::Stays),
    ("faq", "withdrawn_by", Goes::Stays),
    ("faq", "created_by", Goes::Stays),
    ("faq_version", "saved_by", Goes::Stays),
    ("document", "created_by", Goes::Over),
    ("document", "withdrawn_by", Goes::Stays),
    ("document_version", "added_by", Goes::Stays),
    ("forum_day", "created_by", Goes::Stays),
    ("forum_day", "changed_by", Goes::Stays),
    ("forum_day", "extended_by", Goes::Stays),
    ("forum_day", "published_by", Goes::Stays),
    ("question", "released_by", Goes::Stays),
    ("question", "assigned_to", Goes::Stays),
    ("question", "declined_by", Goes::Stays),
    ("question_attachment", "added_by", Goes::Stays),
    ("question_attachment", "released_by", Goes::Stays),
    ("question_message", "written_by", Goes::Stays),
    ("question_step", "done_by", Goes::Stays),
    ("expert_answer", "written_by", Goes::Stays),
    ("expert_answer", "second_reader", Goes::Stays),
    ("expert_answer", "published_by", Goes::Stays),
    ("forum_post", "written_by", Goes::Stays),
    ("forum_post", "hidden_by", Goes::Stays),
    ("forum_post_step", "done_by", Goes::Stays),
    ("question_interest", "expressed_by", Goes::Stays),
    ("testimonial", "created_by", Goes::Stays),
    ("testimonial", "changed_by", Goes::Stays),
    ("testimonial", "published_by", Goes::Stays),
    ("testimonial", "withdrawn_by", Goes::Stays),
    ("testimonial_version", "sent_by", Goes::Stays),
    ("testimonial_version", "answered_by", Goes::Stays),
    ("testimonial_release", "added_by", Goes::Stays),
    ("testimonial_release", "removed_by", Goes::Stays),
    ("testimonial_suspension", "created_by", Goes::Stays),
    ("testimonial_suspension", "removed_by", Goes::Stays),
];

/// Two accounts that look like one person.
#[derive(Debug, Clone)]
pub struct Pair {
    pub one: Side,
    pub other: Side,
}

/// An account as it stands in the comparison.
#[derive(Debug, Clone)]
pub struct Side {
    pub id: PersonId,
    pub name: String,
    pub username: String,
    pub email: String,
    pub created_at: Moment,
    pub seen_at: Option<Moment>,
    pub verified: bool,
    pub disabled: bool,
    pub appointments: i64,
    pub letters: i64,
    pub answers: i64,
    /// Has, or had, a role of the programme: its accounts are the gestore's.
    pub of_programme: bool,
}

/// Why two accounts are not merged.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Refusal {
    /// Somebody merged or erased one of them meanwhile.
    Gone,
    /// One of them has a role of the programme.
    OfProgramme,
    /// The one that would stay is disabled.
    Disabled,
}

impl Pair {
    /// Why the second cannot be taken into the first, if so.
    pub fn may_merge(stays: &Side, goes: &Side) -> Result<(), Refusal> {
        if stays.of_programme || goes.of_programme {
            return Err(Refusal::OfProgramme);
        }
        if stays.disabled { Err(Refusal::Disabled) } else { Ok(()) }
    }
}

/// Whether two names may be of one person: the same words in any order, or all the words of the shorter in the longer.
pub fn is_similar(one: &str, other: &str) -> bool {
    use crate::domain::place_names::fold;
    let (one, other) = (fold(one), fold(other));
    let words = |name: &str| name.split(' ').map(str::to_owned).collect::<std::collections::BTreeSet<_>>();
    let (a, b) = (words(&one), words(&other));
    !one.is_empty() && !other.is_empty() && (a.is_subset(&b) || b.is_subset(&a))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_compared_word_by_word() {
        for (one, other) in [("Anna Bianchi", "BIANCHI ANNA"), ("Nicolò Rossi", "nicolo rossi"), ("Anna Maria Bianchi", "Anna Bianchi")] {
            assert!(is_similar(one, other), "{one} {other}");
        }
        for (one, other) in [("Anna Bianchi", "Bruno Bianchi"), ("", "Anna"), ("Anna Bianchi", "Annalisa Bianchi")] {
            assert!(!is_similar(one, other), "{one} {other}");
        }
    }
}
