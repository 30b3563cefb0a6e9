//! Conditions in words, for the printable blank and the report: "alla domanda Q07 avete risposto c), d) o e)".

mod words;

use crate::domain::questionnaire::condition::Atom;
use crate::domain::questionnaire::{Condition, Kind, Question, Questionnaire};
use crate::ui::words::Lang;

/// A clause to stand after "se" / "if". Named conditions are told by what they stand for: a reader does not know the
/// name.
pub fn words(condition: &Condition, questionnaire: &Questionnaire, lang: Lang) -> String {
    Speaker { questionnaire, lang }.clause(condition, Join::Alone)
}

/// "Visibile se alla domanda Q07 avete risposto c), d) o e)"; none for a question that everybody sees.
pub fn visible(question: &Question, questionnaire: &Questionnaire, lang: Lang) -> Option<String> {
    match question.visible {
        Condition::Always => None,
        _ => Some(words::visible(lang, &words(&question.visible, questionnaire, lang))),
    }
}

/// What a clause stands in, and so whether it needs parentheses.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Join {
    Alone,
    All,
    Any,
    Not,
}

struct Speaker<'q> {
    questionnaire: &'q Questionnaire,
    lang: Lang,
}

impl Speaker<'_> {
    fn clause(&self, condition: &Condition, within: Join) -> String {
        match condition {
            Condition::Always => words::always(self.lang).to_owned(),
            Condition::Not(inner) => words::not(self.lang, &self.clause(inner, Join::Not)),
            Condition::All(parts) => self.joined(parts, Join::All, within),
            Condition::Any(parts) => self.joined(parts, Join::Any, within),
            Condition::Named(_, definition) => self.clause(definition, within),
            Condition::Atom(atom) => self.atom(atom),
        }
    }

    fn joined(&self, parts: &[Condition], join: Join, within: Join) -> String {
        let clauses: Vec<String> = parts.iter().map(|part| self.clause(part, join)).collect();
        let text = clauses.join(if join == Join::All { words::and(self.lang) } else { words::or(self.lang) });
        if within == Join::Alone || within == join { text } else { format!("({text})") }
    }

    fn atom(&self, atom: &Atom) -> String {
        let id = atom.question();
        let question = self.questionnaire.question(id);
        let labels: Vec<String> = atom.options().iter().map(|option| label(question, option, self.lang)).collect();
        let several = matches!(question.map(|q| &q.kind), Some(Kind::Multiple { .. }));
        let lang = self.lang;
        match atom {
            Atom::Is { .. } | Atom::In { .. } => words::answered(lang, id, &list(&labels, words::or_last(lang))),
            Atom::IsNot { .. } if several => words::not_chosen(lang, id, &list(&labels, words::or_last(lang))),
            Atom::IsNot { .. } => words::answered_otherwise(lang, id, &list(&labels, words::or_last(lang))),
            Atom::Has { .. } => words::chosen(lang, id, &list(&labels, words::and(lang)), labels.len()),
            Atom::Level { is, than, .. } => words::level(lang, id, *is, *than),
            Atom::Value { is, than, .. } => words::value(lang, id, *is, *than, unit(question)),
            Atom::Points { is, than, .. } => words::points(lang, id, *is, *than),
            Atom::Rows { from, to, is, than, .. } => {
                let all = matches!(question.map(|q| &q.kind), Some(Kind::Matrix { rows, .. }) if *from == 1 && *to == rows.len());
                words::rows(lang, words::Rows { id, from: *from, to: *to, all }, &list(&labels, ""), *is, *than)
            }
        }
    }
}

fn unit(question: Option<&Question>) -> Option<&str> {
    match question.map(|q| &q.kind) {
        Some(Kind::Number(number)) => number.unit.as_deref(),
        _ => None,
    }
}

/// A letter as on the page, "c)"; the text of an option whose id is a word, and of yes and no.
fn label(question: Option<&Question>, option: &str, lang: Lang) -> String {
    let yes_no = question.is_some_and(|q| matches!(q.kind, Kind::YesNo { .. }));
    match question.and_then(|q| q.kind.choice(option)) {
        Some(choice) if yes_no || option.len() > 2 => words::quoted(lang, &choice.text),
        _ => format!("{option})"),
    }
}

/// "a), b) o c)"
fn list(labels: &[String], last: &str) -> String {
    match labels.split_last() {
        Some((one, [])) => one.clone(),
        Some((end, rest)) => format!("{}{last}{end}", rest.join(", ")),
        None => String::new(),
    }
}

#[cfg(test)]
mod tests;
