//! The form of a domanda frequente: what was typed, and what is wrong with it.

use super::{Draft, Owner, STANDS};
use crate::access::form::Fields;
use crate::domain::ids::{Id, PersonId};
use crate::domain::moment::Day;
use crate::domain::personal_data;
use crate::domain::prose::{self, Prose};

/// Longest line, longest list of laws, in characters.
pub const LINE: usize = 200;
pub const LAW: usize = 2_000;

/// What was typed, as typed.
#[derive(Debug, Clone, Default)]
pub struct Form {
    pub theme: String,
    pub question: String,
    pub answer: String,
    pub law: String,
    pub author: String,
    pub author_role: String,
    pub answered_on: String,
    pub review_on: String,
    pub owner: String,
    /// What looks like personal data was looked at.
    pub confirmed: bool,
    /// The revision the form was opened on.
    pub seen: i64,
    pub publishes: bool,
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Fault {
    NoTheme,
    NoQuestion,
    NoAnswer,
    /// With the number of bytes it has.
    AnswerTooLong(usize),
    NoAuthor,
    NoDay,
    NoReview,
    ReviewBeforeAnswer,
    UnknownOwner,
    /// A withdrawal says why, in a line.
    NoReason,
    /// A field, by its control, with the characters it may have.
    TooLong(&'static str, usize),
    /// Kinds that are believed to be in it, before it goes out.
    PersonalData(Vec<personal_data::Kind>),
}

impl Form {
    /// An empty one, signed by whoever writes.
    pub fn new(today: Day, author: &str, author_role: &str) -> Form {
        Form {
            author: author.to_owned(),
            author_role: author_role.to_owned(),
            answered_on: today.to_string(),
            review_on: today.plus_days(STANDS).to_string(),
            ..Form::default()
        }
    }

    pub fn of(draft: &Draft, revision: i64) -> Form {
        Form {
            theme: draft.theme.clone(),
            question: draft.question.clone(),
            answer: draft.answer.clone(),
            law: draft.law.clone(),
            author: draft.author.clone(),
            author_role: draft.author_role.clone(),
            answered_on: draft.answered_on.to_string(),
            review_on: draft.review_on.to_string(),
            owner: draft.owner.as_ref().map(|owner| owner.as_str().to_owned()).unwrap_or_default(),
            confirmed: false,
            seen: revision,
            publishes: false,
        }
    }

    pub fn read(fields: &Fields) -> Form {
        let line = |name: &str| fields.text(name).split_whitespace().collect::<Vec<_>>().join(" ");
        Form {
            theme: line("tema"),
            question: line("domanda"),
            answer: fields.text("risposta").to_owned(),
            law: fields.text("riferimenti").to_owned(),
            author: line("autore"),
            author_role: line("qualifica"),
            answered_on: line("data"),
            review_on: line("rileggere"),
            owner: line("cura"),
            confirmed: fields.has("confermo"),
            seen: fields.text("visto").parse().unwrap_or_default(),
            publishes: fields.text("azione") == "pubblica",
        }
    }

    /// What is to be kept, or all that is wrong.
    pub fn draft(&self, owners: &[Owner]) -> Result<Draft, Vec<Fault>> {
        let mut faults = self.missing();
        let (answered, review) = (Day::parse(&self.answered_on), Day::parse(&self.review_on));
        let owner = PersonId::parse(&self.owner);
        if !self.owner.is_empty() && !owners.iter().any(|one| Some(&one.id) == owner.as_ref()) {
            faults.push(Fault::UnknownOwner);
        }
        let (Some(answered_on), Some(review_on)) = (answered, review) else {
            faults.extend(answered.is_none().then_some(Fault::NoDay));
            faults.extend(review.is_none().then_some(Fault::NoReview));
            return Err(faults);
        };
        if review_on < answered_on {
            faults.push(Fault::ReviewBeforeAnswer);
        }
        let personal = self.personal();
        if self.publishes && !self.confirmed && !personal.is_empty() {
            faults.push(Fault::PersonalData(personal));
        }
        if !faults.is_empty() {
            return Err(faults);
        }
        let copy = |text: &str| text.to_owned();
        Ok(Draft {
            theme: copy(&self.theme),
            question: copy(&self.question),
            answer: copy(&self.answer),
            law: copy(&self.law),
            author: copy(&self.author),
            author_role: copy(&self.author_role),
            answered_on,
            review_on,
            owner,
        })
    }

    fn missing(&self) -> Vec<Fault> {
        let mut faults = Vec::new();
        let empty = [(&self.theme, Fault::NoTheme), (&self.question, Fault::NoQuestion), (&self.author, Fault::NoAuthor)];
        faults.extend(empty.into_iter().filter(|(text, _)| text.is_empty()).map(|(_, fault)| fault));
        match Prose::read(&self.answer) {
            Ok(prose) if prose.is_empty() => faults.push(Fault::NoAnswer),
            Ok(_) => {}
            Err(prose::TooLong(bytes)) => faults.push(Fault::AnswerTooLong(bytes)),
        }
        let lines = [("tema", &self.theme), ("domanda", &self.question), ("autore", &self.author), ("qualifica", &self.author_role)];
        faults.extend(lines.into_iter().filter(|(_, text)| text.chars().count() > LINE).map(|(name, _)| Fault::TooLong(name, LINE)));
        faults.extend((self.law.chars().count() > LAW).then_some(Fault::TooLong("riferimenti", LAW)));
        faults
    }

    /// Kinds of personal data in what readers will see, the signature apart.
    fn personal(&self) -> Vec<personal_data::Kind> {
        let text = format!("{}\n{}", self.question, Prose::kept(&self.answer).plain());
        personal_data::kinds(&personal_data::find(&text))
    }
}
