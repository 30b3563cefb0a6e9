//! Two people at once: what becomes of one answer that somebody saves (contract: saving a rilevazione).

use sha2::{Digest, Sha256};

use super::moment::Moment;
use super::questionnaire::Answer;

/// What is saved as a whole: an answer with its note and the act it refers to.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Entry {
    pub answer: Option<Answer>,
    pub note: String,
    pub act: String,
}

/// An entry as it stands, and who wrote it.
#[derive(Debug, Clone, PartialEq)]
pub struct Kept {
    pub entry: Entry,
    /// Grows by one at every change; nothing kept yet counts as 0.
    pub revision: i64,
    pub changed_at: Moment,
    /// The person's name as shown to colleagues.
    pub changed_by: String,
}

/// An entry as it comes from a page.
#[derive(Debug, Clone, PartialEq)]
pub struct Submitted {
    pub entry: Entry,
    /// The revision that the page showed.
    pub revision: i64,
    /// [`Entry::fingerprint`] of what the page showed, where the page says it: what nobody touched is not saved.
    pub shown: Option<String>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Decision {
    /// Nothing to do: it already stands so, or was left as the page showed it.
    Nothing,
    /// Save it under this revision.
    Save(i64),
    /// A colleague changed it meanwhile: nothing is saved, the person chooses.
    Conflict,
}

impl Entry {
    pub fn is_empty(&self) -> bool {
        self.answer.is_none() && self.note.is_empty() && self.act.is_empty()
    }

    /// Sixteen hexadecimal digits that tell two entries apart.
    pub fn fingerprint(&self) -> String {
        let mut hash = Sha256::new();
        for part in [self.answer.as_ref().map(Answer::to_stored).unwrap_or_default().as_str(), &self.note, &self.act] {
            hash.update((part.len() as u64).to_be_bytes());
            hash.update(part.as_bytes());
        }
        hash.finalize()[..8].iter().map(|b| format!("{b:02x}")).collect()
    }
}

/// Equal values never conflict; what the page showed and nobody touched is left alone; otherwise the revision must be
/// the one that the page showed.
pub fn decide(kept: Option<&Kept>, submitted: &Submitted) -> Decision {
    let nothing = Entry::default();
    let (standing, revision) = kept.map_or((&nothing, 0), |k| (&k.entry, k.revision));
    let untouched = submitted.shown.as_deref() == Some(&submitted.entry.fingerprint());
    match () {
        () if *standing == submitted.entry || untouched => Decision::Nothing,
        () if revision == submitted.revision => Decision::Save(revision + 1),
        () => Decision::Conflict,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn entry(option: &str) -> Entry {
        Entry { answer: Some(Answer::Choice(option.into())), ..Entry::default() }
    }

    fn kept(option: &str, revision: i64) -> Kept {
        Kept { entry: entry(option), revision, changed_at: Moment::from_millis(0), changed_by: "Anna".into() }
    }

    fn submitted(option: &str, revision: i64) -> Submitted {
        Submitted { entry: entry(option), revision, shown: None }
    }

    #[test]
    fn the_first_answer_is_revision_one() {
        assert_eq!(decide(None, &submitted("a", 0)), Decision::Save(1));
    }

    #[test]
    fn a_page_that_is_up_to_date_saves() {
        assert_eq!(decide(Some(&kept("a", 4)), &submitted("b", 4)), Decision::Save(5));
    }

    #[test]
    fn equal_values_never_conflict() {
        assert_eq!(decide(Some(&kept("a", 7)), &submitted("a", 2)), Decision::Nothing);
        assert_eq!(decide(None, &Submitted { entry: Entry::default(), revision: 0, shown: None }), Decision::Nothing);
    }

    #[test]
    fn a_stale_page_conflicts() {
        assert_eq!(decide(Some(&kept("a", 7)), &submitted("b", 6)), Decision::Conflict);
    }

    #[test]
    fn what_nobody_touched_stays_as_the_colleague_left_it() {
        let page = Submitted { shown: Some(entry("b").fingerprint()), ..submitted("b", 6) };
        assert_eq!(decide(Some(&kept("a", 7)), &page), Decision::Nothing);
    }

    #[test]
    fn note_and_act_are_part_of_what_is_compared() {
        let noted = Entry { note: "delibera in corso".into(), ..entry("a") };
        let acted = Entry { act: "delibera in corso".into(), ..entry("a") };
        assert_ne!(noted.fingerprint(), acted.fingerprint());
        let page = Submitted { entry: noted, revision: 6, shown: None };
        assert_eq!(decide(Some(&kept("a", 7)), &page), Decision::Conflict);
    }
}
