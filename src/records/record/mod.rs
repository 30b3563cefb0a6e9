//! What somebody attended, by edition, theme and giornata, and what it comes to.

pub(super) mod routes;

mod pages;
mod words;

use std::collections::BTreeMap;

use crate::access::Actor;
use crate::courses::{self, Completion, Shelf};
use crate::domain::certificate::{Attended, CertificateRule};
use crate::domain::edition::Edition;
use crate::domain::ids::{ClassDayId, EditionId, ForumDayId, PersonId};
use crate::domain::moment::{Day, Moment};
use crate::domain::seminar::State;
use crate::forum::{self, Contribution};
use crate::platform::Result;
use crate::presence::{self, Attendance, Whose};
use crate::programme;

/// Hours of training a year at which a directive aims (direttiva del Ministro per la pubblica amministrazione, 14 gennaio
/// 2025): a goal, not a duty laid down by law.
pub const GOAL_HOURS: i64 = 40;

/// One giornata with a seat.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DayLine {
    pub day: ClassDayId,
    pub title: String,
    pub city: String,
    pub starts_at: Moment,
    /// The register is closed: what it says is final but for corrections.
    pub held: bool,
    /// Minutes.
    pub planned: i64,
    /// Minutes; of a day that is not closed, as noted until now.
    pub present: i64,
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OfTheme {
    pub theme: String,
    /// From the first on.
    pub days: Vec<DayLine>,
}

impl OfTheme {
    /// Of the days that are closed.
    pub fn attended(&self) -> Attended {
        let held = self.days.iter().filter(|day| day.held);
        held.fold(Attended::default(), |sum, day| Attended { present: sum.present + day.present, planned: sum.planned + day.planned })
    }
}

/// A course that somebody completed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CourseLine {
    pub id: String,
    /// As it is called now; its id where it is gone.
    pub title: String,
    pub at: Moment,
    /// Right answers and questions of the test that was passed.
    pub test: Option<(usize, usize)>,
}

impl CourseLine {
    pub fn of(done: Completion, shelf: &Shelf) -> CourseLine {
        CourseLine { title: shelf.title(&done.course).to_owned(), id: done.course, at: done.at, test: done.test }
    }
}

/// A day of the forum in which somebody took part.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ForumLine {
    pub day: ForumDayId,
    pub title: String,
    pub held_on: Day,
    pub did: Contribution,
}

/// What somebody attended of one edition.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OfEdition {
    pub edition: EditionId,
    pub name: String,
    /// None: the edition issues no attestati.
    pub rule: Option<CertificateRule>,
    pub themes: Vec<OfTheme>,
    /// From the first on.
    pub forum: Vec<ForumLine>,
}

impl OfEdition {
    /// Minutes of the days that are closed.
    pub fn minutes(&self) -> i64 {
        self.themes.iter().map(|theme| theme.attended().present).sum()
    }
}

/// Lines of one person, edition by edition in the order given; editions without a line are left out.
pub fn by_edition(lines: &[Attendance], forum: &[forum::Attended], editions: &[Edition]) -> Vec<OfEdition> {
    let of = |edition: &Edition| {
        let themes = by_theme(lines.iter().filter(|line| line.edition == edition.id));
        let forum = by_day(forum.iter().filter(|line| line.edition == edition.id));
        let Edition { id, name, terms, .. } = edition;
        let told = !themes.is_empty() || !forum.is_empty();
        told.then(|| OfEdition { edition: id.clone(), name: name.clone(), rule: terms.certificate.clone(), themes, forum })
    };
    editions.iter().filter_map(of).collect()
}

/// Days of the forum of one person, in their order; what was done for two enti on one day is one line.
pub fn by_day<'a>(lines: impl Iterator<Item = &'a forum::Attended>) -> Vec<ForumLine> {
    let mut days: Vec<ForumLine> = Vec::new();
    for line in lines {
        match days.iter_mut().find(|day| day.day == line.day) {
            Some(day) => day.did = day.did.with(line.did),
            None => days.push(ForumLine { day: line.day.clone(), title: line.title.clone(), held_on: line.held_on, did: line.did }),
        }
    }
    days
}

/// Lines of one person in one edition, theme by theme.
pub fn by_theme<'a>(lines: impl Iterator<Item = &'a Attendance>) -> Vec<OfTheme> {
    let mut themes: BTreeMap<&str, Vec<DayLine>> = BTreeMap::new();
    for line in lines {
        let days = themes.entry(&line.theme).or_default();
        match days.iter_mut().find(|day| day.day == line.day) {
            Some(day) => {
                day.starts_at = day.starts_at.min(line.session.starts_at);
                day.planned += line.session.minutes();
                day.present += line.minutes();
            }
            None => days.push(DayLine {
                day: line.day.clone(),
                title: line.title.clone(),
                city: line.place.city.clone(),
                starts_at: line.session.starts_at,
                held: line.state == State::Held,
                planned: line.session.minutes(),
                present: line.minutes(),
            }),
        }
    }
    let told = themes.into_iter().map(|(theme, mut days)| {
        days.sort_by_key(|day| (day.starts_at, day.day.clone()));
        OfTheme { theme: theme.to_owned(), days }
    });
    told.collect()
}

/// Minutes of closed days in a civil year.
pub fn minutes_in(record: &[OfEdition], year: i16) -> i64 {
    let days = record.iter().flat_map(|edition| &edition.themes).flat_map(|theme| &theme.days);
    days.filter(|day| day.held && day.starts_at.day().date().year() == year).map(|day| day.present).sum()
}

/// All that one person attended, the last edition first. Whoever asks may see it. Four statements.
pub async fn of_person<R>(actor: &Actor<R>, person: &PersonId) -> Result<Vec<OfEdition>> {
    let lines = presence::attendance(actor, Whose::Person(person)).await?;
    let forum = forum::attended(actor, Whose::Person(person)).await?;
    let editions: Vec<Edition> = programme::all(actor).await?.into_iter().map(|kept| kept.edition).collect();
    Ok(by_edition(&lines, &forum, &editions))
}

/// The courses that one person completed, oldest first. Whoever asks may see it. One statement.
pub async fn courses_of<R>(actor: &Actor<R>, shelf: &Shelf, person: &PersonId) -> Result<Vec<CourseLine>> {
    let completed = courses::completed(actor, person).await?;
    Ok(completed.into_iter().map(|done| CourseLine::of(done, shelf)).collect())
}
