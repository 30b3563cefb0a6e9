//! What somebody types who asks: what is wrong with it, and what in it looks like data of a person.

use super::{NoFile, QuestionDraft};
use crate::access::form::Fields;
use crate::domain::personal_data::{self, Kind};
use crate::domain::prose::Prose;

/// Longest title and law reference, and longest text, in characters.
pub const LINE_MAX: usize = 200;
pub const TEXT_MAX: usize = 8000;

/// What is to be corrected.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Fault {
    NoTheme,
    NoTitle,
    NoBody,
    TooLong(&'static str),
    File(NoFile),
}

impl Fault {
    /// The field it belongs to.
    pub fn field(self) -> &'static str {
        match self {
            Fault::NoTheme => "tema",
            Fault::NoTitle => "titolo",
            Fault::NoBody => "testo",
            Fault::TooLong(name) => name,
            Fault::File(_) => "file",
        }
    }
}

/// The fields as typed.
pub fn read(fields: &Fields) -> QuestionDraft {
    let line = |name: &str| fields.text(name).split_whitespace().collect::<Vec<_>>().join(" ");
    QuestionDraft { theme: line("tema"), title: line("titolo"), body: fields.text("testo").to_owned(), law: line("norma") }
}

/// Everything that is wrong, in the order of the form. Themes to choose from; none: any is typed.
pub fn faults(draft: &QuestionDraft, themes: &[String]) -> Vec<Fault> {
    let mut found = Vec::new();
    if draft.theme.is_empty() || (!themes.is_empty() && !themes.contains(&draft.theme)) {
        found.push(Fault::NoTheme);
    }
    if draft.title.is_empty() {
        found.push(Fault::NoTitle);
    }
    if draft.body.is_empty() {
        found.push(Fault::NoBody);
    }
    let long = |text: &str, most: usize| text.chars().count() > most;
    for (name, text, most) in [("titolo", &draft.title, LINE_MAX), ("testo", &draft.body, TEXT_MAX), ("norma", &draft.law, LINE_MAX)] {
        if long(text, most) {
            found.push(Fault::TooLong(name));
        }
    }
    found
}

/// Kinds of personal data as a column keeps them.
const KINDS: [(Kind, &str); 8] = [
    (Kind::FiscalNumber, "fiscal-number"),
    (Kind::Permit, "permit"),
    (Kind::Passport, "passport"),
    (Kind::IdentityCard, "identity-card"),
    (Kind::Iban, "iban"),
    (Kind::Mail, "mail"),
    (Kind::Phone, "phone"),
    (Kind::Street, "street"),
];

/// What seems to be personal data in a quesito. A hint for whoever releases it, never a proof that there are none.
pub fn found(draft: &QuestionDraft) -> Vec<Kind> {
    // As it will be read: marks of a word processor must not hide a number.
    let body = Prose::kept(&draft.body).plain();
    let findings = [&draft.title, &body, &draft.law].map(|text| personal_data::find(text)).concat();
    personal_data::kinds(&findings)
}

/// The same as a column keeps it.
pub fn flags(draft: &QuestionDraft) -> Vec<String> {
    let name = |kind: Kind| KINDS.iter().find(|(one, _)| *one == kind).map(|(_, name)| (*name).to_owned());
    found(draft).into_iter().filter_map(name).collect()
}

/// A kind as a column keeps it.
pub fn kind(name: &str) -> Option<Kind> {
    KINDS.iter().find(|(_, one)| *one == name).map(|(kind, _)| *kind)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_missing_or_too_long_is_told_in_the_order_of_the_form() {
        let whole = QuestionDraft { theme: "Anagrafe".into(), title: "Rinnovo".into(), body: "Che fare?".into(), law: String::new() };
        let themes = ["Anagrafe".to_owned()];
        assert_eq!(faults(&whole, &themes), []);
        assert_eq!(faults(&QuestionDraft::default(), &themes), [Fault::NoTheme, Fault::NoTitle, Fault::NoBody]);
        assert_eq!(faults(&QuestionDraft { theme: "Altro".into(), ..whole.clone() }, &themes), [Fault::NoTheme]);
        assert_eq!(faults(&QuestionDraft { theme: "Altro".into(), ..whole.clone() }, &[]), []);
        let long = QuestionDraft { body: "è".repeat(TEXT_MAX + 1), ..whole.clone() };
        assert_eq!(faults(&long, &themes), [Fault::TooLong("testo")]);
        let exact = QuestionDraft { body: "è".repeat(TEXT_MAX), title: "t".repeat(LINE_MAX), ..whole };
        assert_eq!(faults(&exact, &themes), []);
    }

    #[test]
    fn every_kind_of_personal_data_has_a_name_that_is_read_back() {
        for one in Kind::ALL {
            assert!(KINDS.iter().any(|(kind, _)| *kind == one), "{one:?}");
        }
        let draft = QuestionDraft { body: "Il codice è RSSMRA85T10A562S".into(), ..QuestionDraft::default() };
        assert_eq!(flags(&draft), ["fiscal-number"]);
        assert_eq!(kind("fiscal-number"), Some(Kind::FiscalNumber));
    }
}
