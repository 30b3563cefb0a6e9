//! The form of a seminar: what is taught, to whom.

use super::{LINE_MAX, TEXT_MAX, is_long, line};
use crate::access::form::Fields;
use crate::domain::seminar::Seminar;
use crate::seminars::SeminarDraft;

/// The fields as typed.
#[derive(Debug, Clone, Default)]
pub struct SeminarForm {
    pub theme: String,
    pub title: String,
    pub description: String,
    pub audience: String,
    pub prerequisites: String,
    /// The revision that the form was opened on.
    pub seen: i64,
}

/// What is wrong with the form.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Fault {
    NoTheme,
    NoTitle,
    NoDescription,
    NoAudience,
    TooLong(&'static str),
}

impl SeminarForm {
    pub fn of(seminar: &Seminar, revision: i64) -> SeminarForm {
        SeminarForm {
            theme: seminar.theme.clone(),
            title: seminar.title.clone(),
            description: seminar.description.clone(),
            audience: seminar.audience.clone(),
            prerequisites: seminar.prerequisites.clone(),
            seen: revision,
        }
    }

    pub fn read(fields: &Fields) -> SeminarForm {
        SeminarForm {
            theme: line(fields.text("tema")),
            title: line(fields.text("titolo")),
            description: fields.text("descrizione").to_owned(),
            audience: fields.text("destinatari").to_owned(),
            prerequisites: fields.text("prerequisiti").to_owned(),
            seen: fields.text("visto").parse().unwrap_or(0),
        }
    }

    /// The draft, or everything that is wrong, in the order of the form. `themes` are those of the edition, and that which the
    /// seminar has; an edition without themes takes any.
    pub fn draft(&self, themes: &[String]) -> Result<SeminarDraft, Vec<Fault>> {
        let mut faults = Vec::new();
        if self.theme.is_empty() || (!themes.is_empty() && !themes.contains(&self.theme)) {
            faults.push(Fault::NoTheme);
        }
        let missing = [(&self.title, Fault::NoTitle), (&self.description, Fault::NoDescription), (&self.audience, Fault::NoAudience)];
        faults.extend(missing.into_iter().filter(|(text, _)| text.is_empty()).map(|(_, fault)| fault));
        let texts = [
            ("tema", &self.theme, LINE_MAX),
            ("titolo", &self.title, LINE_MAX),
            ("descrizione", &self.description, TEXT_MAX),
            ("destinatari", &self.audience, TEXT_MAX),
            ("prerequisiti", &self.prerequisites, TEXT_MAX),
        ];
        faults.extend(texts.into_iter().filter(|(_, text, longest)| is_long(text, *longest)).map(|(name, ..)| Fault::TooLong(name)));
        if !faults.is_empty() {
            return Err(faults);
        }
        Ok(SeminarDraft {
            theme: self.theme.clone(),
            title: self.title.clone(),
            description: self.description.clone(),
            audience: self.audience.clone(),
            prerequisites: self.prerequisites.clone(),
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_fault_is_told_and_an_edition_without_themes_takes_any() {
        let sound = SeminarForm {
            theme: "Uno".into(),
            title: "Titolo".into(),
            description: "Testo".into(),
            audience: "Tutti".into(),
            prerequisites: String::new(),
            seen: 1,
        };
        let themes = ["Uno".to_owned(), "Due".to_owned()];
        assert!(sound.draft(&themes).is_ok());
        let other = SeminarForm { theme: "Tre".into(), ..sound.clone() };
        assert_eq!(other.draft(&themes).unwrap_err(), [Fault::NoTheme]);
        assert!(other.draft(&[]).is_ok());
        let all = [Fault::NoTheme, Fault::NoTitle, Fault::NoDescription, Fault::NoAudience];
        assert_eq!(SeminarForm::default().draft(&themes).unwrap_err(), all);
        let long = SeminarForm { title: "à".repeat(LINE_MAX + 1), ..sound };
        assert_eq!(long.draft(&themes).unwrap_err(), [Fault::TooLong("titolo")]);
    }
}
