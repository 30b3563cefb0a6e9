//! When an *attestato di partecipazione* is earned: hours present, their share of the hours planned, courses completed.

use serde::{Deserialize, Serialize};

/// What a public page calls a certificate by: sixteen signs, the last of which checks the others. Drawn by lot (75 bits),
/// not secret to whoever holds the paper.
pub type CertificateCode = super::activation_code::ActivationCode;

/// What an edition asks for an attestato on one of its themes; all of it at once.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct CertificateRule {
    /// Hours present at the least, of the giornate on the theme.
    pub hours: i64,
    /// Percent of the hours of those giornate, 0–100.
    pub share: i64,
    /// Courses to complete, test included.
    #[serde(default)]
    pub courses: Vec<CourseAsked>,
}

/// A course that an attestato asks for. Its test can be tried only once all lessons are read: passing it completes the course.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct CourseAsked {
    /// Id of the course, as its folder is called.
    pub course: String,
    /// The theme whose attestato asks for it; empty: that of every theme.
    pub theme: String,
}

impl CertificateRule {
    /// Ids of the courses that the attestato on a theme asks for.
    pub fn courses_on<'r>(&'r self, theme: &'r str) -> impl Iterator<Item = &'r str> {
        let asked = self.courses.iter().filter(move |asked| asked.theme.is_empty() || asked.theme == theme);
        asked.map(|asked| asked.course.as_str())
    }
}

/// What somebody has behind them on one theme: minutes of giornate that are closed, where they had a seat.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Attended {
    pub present: i64,
    pub planned: i64,
}

impl Attended {
    /// Percent, rounded down: 79.9 is not 80.
    pub fn share(self) -> i64 {
        if self.planned > 0 { self.present * 100 / self.planned } else { 0 }
    }
}

/// What is not there yet.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Lacking {
    /// Minutes still to be attended.
    Minutes(i64),
    /// Percent attended, where more is asked.
    Share { is: i64, asked: i64 },
    /// Id of a course to be completed.
    Course(String),
}

/// Nothing lacks where the attestato on a theme is earned; `completed` holds ids of courses. Nobody earns one without having
/// been there.
pub fn lacking(rule: &CertificateRule, theme: &str, attended: Attended, completed: &[String]) -> Vec<Lacking> {
    let asked = (rule.hours * 60).max(1);
    let minutes = (attended.present < asked).then(|| Lacking::Minutes(asked - attended.present));
    let is = attended.share();
    let share = (attended.planned > 0 && is < rule.share).then_some(Lacking::Share { is, asked: rule.share });
    let courses = rule.courses_on(theme).filter(|course| !completed.iter().any(|done| done == course));
    minutes.into_iter().chain(share).chain(courses.map(|course| Lacking::Course(course.to_owned()))).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn after(present: i64, planned: i64) -> Vec<Lacking> {
        let rule = CertificateRule { hours: 6, share: 80, courses: Vec::new() };
        lacking(&rule, "Anagrafe", Attended { present, planned }, &[])
    }

    fn asked(course: &str, theme: &str) -> CourseAsked {
        CourseAsked { course: course.into(), theme: theme.into() }
    }

    #[test]
    fn courses_are_needed_on_their_theme_or_on_all() {
        let rule = CertificateRule { hours: 1, share: 0, courses: vec![asked("registro", "Anagrafe"), asked("base", "")] };
        let course = |id: &str| Lacking::Course(id.into());
        let done = |ids: &[&str]| ids.iter().map(|id| (*id).to_owned()).collect::<Vec<_>>();
        for (theme, completed, lacks) in [
            ("Anagrafe", &[][..], vec![course("registro"), course("base")]),
            ("Anagrafe", &["base"], vec![course("registro")]),
            ("Anagrafe", &["base", "registro", "altro"], vec![]),
            ("Modelli", &["registro"], vec![course("base")]),
            ("Modelli", &["base"], vec![]),
        ] {
            assert_eq!(lacking(&rule, theme, Attended { present: 60, planned: 60 }, &done(completed)), lacks, "{theme} {completed:?}");
        }
        // A course alone is no presence.
        let there = lacking(&rule, "Modelli", Attended::default(), &done(&["base"]));
        assert_eq!(there, [Lacking::Minutes(60)]);
    }

    #[test]
    fn rules_written_before_courses_counted_are_read() {
        let rule: CertificateRule = serde_json::from_str(r#"{"hours":6,"share":80}"#).unwrap();
        assert_eq!(rule, CertificateRule { hours: 6, share: 80, courses: Vec::new() });
    }

    #[test]
    fn hours_and_share_are_both_needed() {
        assert_eq!(after(6 * 60, 7 * 60), []);
        assert_eq!(after(6 * 60 - 1, 7 * 60), [Lacking::Minutes(1)]);
        assert_eq!(after(6 * 60, 14 * 60), [Lacking::Share { is: 42, asked: 80 }]);
        assert_eq!(after(60, 7 * 60), [Lacking::Minutes(5 * 60), Lacking::Share { is: 14, asked: 80 }]);
    }

    #[test]
    fn a_share_is_rounded_down() {
        assert_eq!(Attended { present: 799, planned: 1000 }.share(), 79);
        assert_eq!(Attended { present: 800, planned: 1000 }.share(), 80);
    }

    #[test]
    fn a_rule_that_asks_nothing_still_asks_somebody_to_have_been_there() {
        let rule = CertificateRule::default();
        assert_eq!(lacking(&rule, "", Attended::default(), &[]), [Lacking::Minutes(1)]);
        assert_eq!(lacking(&rule, "", Attended { present: 1, planned: 420 }, &[]), []);
    }
}
