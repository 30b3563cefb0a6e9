//! What those who were at a giornata are asked: when, whom, what is kept of their answers, and from how many on it is shown
//! (docs/decisions/0028).

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use super::moment::{Day, Moment};
use super::points::Sheet;
use super::presence::{self, Mark, State};
use super::questionnaire::answer::{DONT_KNOW, NOT_APPLICABLE};
use super::questionnaire::{Answer, Answers, Kind, Questionnaire};

/// The least group that settings may ask for.
pub const LEAST_GROUP: i64 = 3;

/// At which distance from the giornata.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Occasion {
    /// When it is over: what they thought of it.
    Day,
    /// Three months later: what of it they use.
    Later,
}

impl Occasion {
    pub const ALL: [Occasion; 2] = [Occasion::Day, Occasion::Later];

    pub fn as_str(self) -> &'static str {
        match self {
            Occasion::Day => "day",
            Occasion::Later => "later",
        }
    }

    pub fn parse(text: &str) -> Option<Occasion> {
        Occasion::ALL.into_iter().find(|occasion| occasion.as_str() == text)
    }

    /// Id of the questionnaire that is asked, in its highest version.
    pub fn questionnaire(self) -> &'static str {
        match self {
            Occasion::Day => "gradimento-giornata",
            Occasion::Later => "uso-dopo-tre-mesi",
        }
    }

    /// Days from the opening to the reminder.
    fn reminder_days(self) -> i32 {
        match self {
            Occasion::Day => 4,
            Occasion::Later => 7,
        }
    }

    /// Days from the opening to the last one on which it can be answered.
    fn open_days(self) -> i32 {
        match self {
            Occasion::Day => 14,
            Occasion::Later => 21,
        }
    }

    /// When it opens, for a giornata that ends then: at its end, or at nine in the morning three months later.
    pub fn opens(self, ends_at: Moment) -> Moment {
        match self {
            Occasion::Day => ends_at,
            Occasion::Later => Moment::at(three_months_after(ends_at.day()), 9, 0).unwrap_or(ends_at.plus_days(91)),
        }
    }

    /// The midnight at which it closes.
    pub fn closes(self, opens: Moment) -> Moment {
        let days = self.open_days();
        Moment::at(opens.day().plus_days(days + 1), 0, 0).unwrap_or(opens.plus_days(i64::from(days)))
    }

    /// From when those who have not answered are written to again, once: at nine in the morning.
    pub fn reminds(self, opens: Moment) -> Moment {
        let days = self.reminder_days();
        Moment::at(opens.day().plus_days(days), 9, 0).unwrap_or(opens.plus_days(i64::from(days)))
    }
}

/// The same day of the month; where there is none, the last before it.
fn three_months_after(day: Day) -> Day {
    let date = day.date();
    let (year, month) = if date.month() > 9 { (date.year() + 1, date.month() - 9) } else { (date.year(), date.month() + 3) };
    (0..4).find_map(|less| Day::new(year, month, date.day() - less)).unwrap_or(day.plus_days(91))
}

/// Whether somebody with a seat is asked. `sessions` holds what was noted of them in each session: present once is enough;
/// while the giornata is not closed, whoever is not known to have been absent counts as there.
pub fn is_asked(sessions: &[&[Mark]], is_held: bool) -> bool {
    let state = |marks: &&[Mark]| presence::in_force(marks).map(|mark| mark.said.state);
    let mut all = sessions.iter().map(state).collect::<Vec<_>>();
    let there = all.contains(&Some(State::Present));
    all.retain(|state| *state != Some(State::Absent));
    there || !is_held && !all.is_empty()
}

/// What was answered to one question, by all of them: who gave two of these answers can not be told.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Tally {
    /// To how many it was asked: some questions hang on others.
    pub asked: i64,
    /// How many gave an answer, be it "don't know".
    pub answered: i64,
    /// By option, level, number as typed, or `row/column`.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub counts: BTreeMap<String, i64>,
    /// In alphabetical order, which is no order in which they came.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub texts: Vec<String>,
}

impl Tally {
    fn add(&mut self, answer: &Answer) {
        self.answered += 1;
        let mut count = |key: String| *self.counts.entry(key).or_default() += 1;
        match answer {
            Answer::Choice(id) => count(id.clone()),
            Answer::Choices(ids) => ids.iter().for_each(|id| count(id.clone())),
            Answer::Level(level) => count(level.to_string()),
            Answer::Number(value) => count(value.to_string()),
            Answer::Rows(rows) => rows.iter().for_each(|(row, column)| count(format!("{row}/{column}"))),
            Answer::NotApplicable => count(NOT_APPLICABLE.to_owned()),
            Answer::DontKnow => count(DONT_KNOW.to_owned()),
            Answer::Text(text) => {
                let at = self.texts.partition_point(|other| other < text);
                self.texts.insert(at, text.clone());
            }
        }
    }

    /// With that of another group.
    fn join(&mut self, other: &Tally) {
        self.asked += other.asked;
        self.answered += other.answered;
        for (key, count) in &other.counts {
            *self.counts.entry(key.clone()).or_default() += count;
        }
        self.texts.extend(other.texts.iter().cloned());
        self.texts.sort();
    }

    pub fn of(&self, key: &str) -> i64 {
        self.counts.get(key).copied().unwrap_or_default()
    }
}

/// All that is kept of the answers to a survey: for every question its tally, and nothing that ties one question to another.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct BallotBox(pub BTreeMap<String, Tally>);

impl BallotBox {
    /// Puts in what somebody answered; answers to questions that were not asked of them are left out.
    pub fn put(&mut self, questionnaire: &Questionnaire, answers: &Answers) {
        for scored in Sheet::mark(questionnaire, answers).questions.iter().filter(|scored| scored.standing.is_visible()) {
            let tally = self.0.entry(scored.question.id.clone()).or_default();
            tally.asked += 1;
            if let Some(answer) = scored.answer {
                tally.add(answer);
            }
        }
    }
}

/// The answers of a survey as far as they may be shown.
#[derive(Debug, Clone, PartialEq)]
pub enum Figures {
    /// It is still open: figures that grow from one day to the next would tell who answered what.
    Open,
    /// Fewer answered than the least group.
    TooFew,
    /// By question: none where too few answered that one.
    Shown(BTreeMap<String, Option<Tally>>),
}

/// How a survey stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Turnout {
    pub closes_at: Moment,
    pub answers: i64,
}

/// What may be shown of a box by now, to whoever it is, if at least `least` people answered.
///
/// Only once the survey is closed, so that nobody subtracts yesterday's figures from today's; a question that fewer answered
/// than `least` stays hidden by itself, a text by how many were asked, since nobody says who of them wrote.
pub fn figures(questionnaire: &Questionnaire, ballots: &BallotBox, turnout: Turnout, (least, now): (i64, Moment)) -> Figures {
    if now < turnout.closes_at {
        return Figures::Open;
    }
    let least = least.max(LEAST_GROUP);
    if turnout.answers < least {
        return Figures::TooFew;
    }
    let shown = questionnaire.questions().map(|question| {
        let tally = ballots.0.get(&question.id);
        let group = |tally: &&Tally| if matches!(question.kind, Kind::Text { .. }) { tally.asked } else { tally.answered };
        (question.id.clone(), tally.filter(|tally| group(tally) >= least).cloned())
    });
    Figures::Shown(shown.collect())
}

/// The sum of what is shown of several groups: what is hidden of one is in no sum, so that no subtraction finds it.
pub fn sum<'a>(shown: impl IntoIterator<Item = &'a BTreeMap<String, Option<Tally>>>) -> BTreeMap<String, Option<Tally>> {
    let mut sum: BTreeMap<String, Option<Tally>> = BTreeMap::new();
    for (id, tally) in shown.into_iter().flatten() {
        let of = sum.entry(id.clone()).or_default();
        if let Some(tally) = tally {
            of.get_or_insert_default().join(tally);
        }
    }
    sum
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::presence::{Said, Source};
    use crate::domain::questionnaire::parse::{SourceFile, parse};

    fn at(year: i16, month: i8, day: i8, hour: i8) -> Moment {
        Moment::at(Day::new(year, month, day).unwrap(), hour, 0).unwrap()
    }

    #[test]
    fn it_opens_reminds_and_closes_on_italian_days() {
        let end = at(2026, 3, 2, 17);
        let day = Occasion::Day;
        assert_eq!(day.opens(end), end);
        assert_eq!(day.reminds(end), at(2026, 3, 6, 9));
        // The fourteenth day is the last one, whole; clocks change in between on other dates only.
        assert_eq!(day.closes(end), at(2026, 3, 17, 0));
        let later = Occasion::Later.opens(end);
        // On the other side of the change to summer time nine o'clock is nine o'clock.
        assert_eq!(later, at(2026, 6, 2, 9));
        assert_eq!((Occasion::Later.reminds(later), Occasion::Later.closes(later)), (at(2026, 6, 9, 9), at(2026, 6, 24, 0)));
    }

    #[test]
    fn three_months_later_is_the_same_day_or_the_last_before_it() {
        for ((y, m, d), (ly, lm, ld)) in [
            ((2026, 3, 2), (2026, 6, 2)),
            ((2026, 10, 31), (2027, 1, 31)),
            ((2026, 11, 30), (2027, 2, 28)),
            ((2027, 11, 30), (2028, 2, 29)),
            ((2026, 12, 31), (2027, 3, 31)),
            ((2026, 3, 31), (2026, 6, 30)),
        ] {
            assert_eq!(three_months_after(Day::new(y, m, d).unwrap()), Day::new(ly, lm, ld).unwrap(), "{y}-{m}-{d}");
        }
    }

    fn mark(state: State) -> Mark {
        let said = Said { state, late: 0, early: 0, away: 0 };
        Mark { source: Source::Tick, said, number: 1, at: at(2026, 3, 2, 9), by: String::new(), reason: String::new() }
    }

    #[test]
    fn who_was_there_is_asked_and_until_it_is_known_who_was_enrolled() {
        let (there, gone, nothing) = (vec![mark(State::Present)], vec![mark(State::Absent)], Vec::new());
        let cases: [(&[&[Mark]], bool, bool); 7] = [
            (&[&there, &gone], true, true),
            (&[&gone, &gone], true, false),
            (&[&gone, &gone], false, false),
            (&[&gone, &nothing], false, true),
            (&[&gone, &nothing], true, false),
            (&[&nothing, &nothing], false, true),
            (&[&nothing, &nothing], true, false),
        ];
        for (sessions, is_held, expected) in cases {
            assert_eq!(is_asked(sessions, is_held), expected, "{sessions:?} {is_held}");
        }
    }

    const HEAD: &str = "id = \"prova\"\nversion = \"1\"\ntitle = \"Prova\"\nlang = \"it\"\nabout = [\"Una prova.\"]\n";
    const QUESTIONS: &str = "\
        id = \"s\"\ntitle = \"S\"\nminutes = 1\n\
        [[question]]\nid = \"Q1\"\nkind = \"single\"\ntext = \"Come?\"\noptions = [{ id = \"a\", text = \"A\" }, { id = \"b\", text = \"B\" }]\n\
        [[question]]\nid = \"Q2\"\nkind = \"text\"\ntext = \"Che cosa?\"\nmax_chars = 100\n\
        [[question]]\nid = \"Q3\"\nkind = \"text\"\ntext = \"Perché?\"\nmax_chars = 100\nvisible = \"Q1 = b\"\n";

    fn questionnaire() -> Questionnaire {
        let file = |path: &str, text: &str| SourceFile { path: path.to_owned(), text: text.to_owned() };
        let files = [file("questionnaire.toml", HEAD), file("sections/00-s.toml", QUESTIONS)];
        parse(&files).unwrap_or_else(|faults| panic!("{faults:?}")).0
    }

    fn answers(choice: &str, text: &str, why: &str) -> Answers {
        let mut answers = Answers::from([("Q1".to_owned(), Answer::Choice(choice.to_owned()))]);
        for (id, text) in [("Q2", text), ("Q3", why)] {
            if !text.is_empty() {
                answers.insert(id.to_owned(), Answer::Text(text.to_owned()));
            }
        }
        answers
    }

    #[test]
    fn the_box_does_not_know_in_which_order_answers_came() {
        let q = questionnaire();
        let all = [answers("a", "zeta", "nascosta"), answers("b", "alfa", "perché sì"), answers("b", "", "boh"), answers("a", "alfa", "")];
        let filled = |order: &[usize]| {
            let mut ballots = BallotBox::default();
            order.iter().for_each(|n| ballots.put(&q, &all[*n]));
            ballots
        };
        let first = filled(&[0, 1, 2, 3]);
        for order in [[3, 2, 1, 0], [1, 3, 0, 2], [2, 0, 3, 1]] {
            assert_eq!(serde_json::to_string(&filled(&order)).unwrap(), serde_json::to_string(&first).unwrap());
        }
        let tally = |id: &str| first.0[id].clone();
        assert_eq!((tally("Q1").answered, tally("Q1").of("a"), tally("Q1").of("b")), (4, 2, 2));
        assert_eq!(tally("Q2").texts, ["alfa", "alfa", "zeta"]);
        // What was typed to a question that was not asked is left out.
        assert_eq!((tally("Q3").asked, tally("Q3").texts), (2, vec!["boh".to_owned(), "perché sì".to_owned()]));
    }

    #[test]
    fn figures_are_shown_of_enough_people_once_nothing_can_change() {
        let q = questionnaire();
        let closes_at = at(2026, 3, 17, 0);
        let filled = |n: usize| {
            let mut ballots = BallotBox::default();
            (0..n).for_each(|i| ballots.put(&q, &answers(if i == 0 { "b" } else { "a" }, "testo", "segreto")));
            ballots
        };
        let shown = |n: usize, now: Moment| figures(&q, &filled(n), Turnout { closes_at, answers: n as i64 }, (5, now));
        assert_eq!(shown(9, closes_at.plus_minutes(-1)), Figures::Open);
        assert_eq!(shown(4, closes_at), Figures::TooFew);
        let Figures::Shown(by_question) = shown(5, closes_at) else { panic!("five are enough") };
        assert_eq!(by_question["Q1"].as_ref().unwrap().of("a"), 4);
        assert_eq!(by_question["Q2"].as_ref().unwrap().texts.len(), 5);
        // One alone was asked why.
        assert_eq!(by_question["Q3"], None);
        // Nobody can ask for less than the rule allows.
        assert_eq!(figures(&q, &filled(2), Turnout { closes_at, answers: 2 }, (1, closes_at)), Figures::TooFew);
    }

    #[test]
    fn a_sum_holds_only_what_is_shown_by_itself() {
        let tally = |n: i64| Tally { asked: n, answered: n, counts: BTreeMap::from([("a".to_owned(), n)]), texts: Vec::new() };
        let one = BTreeMap::from([("Q1".to_owned(), Some(tally(7))), ("Q2".to_owned(), None)]);
        let other = BTreeMap::from([("Q1".to_owned(), Some(tally(5))), ("Q2".to_owned(), Some(tally(6)))]);
        let both = sum([&one, &other]);
        assert_eq!((both["Q1"].as_ref().unwrap().of("a"), both["Q2"].as_ref().unwrap().of("a")), (12, 6));
        assert_eq!(sum([&one])["Q2"], None);
    }
}
