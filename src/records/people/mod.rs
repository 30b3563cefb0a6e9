//! The people of an ente, or of an edition, with what each attended: giornate d'aula, days of the forum, courses.

pub(super) mod routes;

mod pages;
mod words;

use std::collections::BTreeMap;

use crate::access::session::EnteName;
use crate::courses::{Completion, Shelf};
use crate::domain::edition::{self, Edition};
use crate::domain::ids::{EnteId, PersonId};
use crate::domain::place_names::fold;
use crate::forum::Attended;
use crate::presence::Attendance;
use crate::records::record::{CourseLine, ForumLine, OfTheme, by_day, by_theme};
use crate::ui::listing::{Listing, Shape};
use crate::ui::page::ente;
use crate::ui::paths;

/// The table of the desk.
pub const SHAPE: Shape = Shape {
    path: paths::RECORDS,
    files: paths::RECORDS,
    filters: &["edizione", "cerca", "ente", "regione", "parte"],
    orders: &["nome", "ente", "giornate", "ore", "forum", "corsi"],
};

/// In what somebody took part, as a filter.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Part {
    Class,
    Forum,
    Courses,
    /// Enrolled, and not there until now.
    Nothing,
}

impl Part {
    pub const ALL: [Part; 4] = [Part::Class, Part::Forum, Part::Courses, Part::Nothing];

    pub fn as_str(self) -> &'static str {
        match self {
            Part::Class => "aula",
            Part::Forum => "forum",
            Part::Courses => "corsi",
            Part::Nothing => "niente",
        }
    }

    pub fn parse(text: &str) -> Option<Part> {
        Part::ALL.into_iter().find(|part| part.as_str() == text)
    }
}

/// One person in one edition, for one ente.
#[derive(Debug, Clone)]
pub struct Colleague {
    pub person: PersonId,
    pub name: String,
    pub qualifica: String,
    /// None: for the programme, or for a body outside the register.
    pub ente: Option<EnteName>,
    /// Of the ente.
    pub region: String,
    pub themes: Vec<OfTheme>,
    pub forum: Vec<ForumLine>,
    /// Completed while the edition ran.
    pub courses: Vec<CourseLine>,
}

impl Colleague {
    /// Giornate that are closed and saw them.
    pub fn days(&self) -> usize {
        self.themes.iter().flat_map(|theme| &theme.days).filter(|day| day.held && day.present > 0).count()
    }

    /// Minutes of giornate that are closed.
    pub fn minutes(&self) -> i64 {
        self.themes.iter().map(|theme| theme.attended().present).sum()
    }

    pub fn themes(&self) -> String {
        let attended = self.themes.iter().filter(|theme| theme.attended().present > 0);
        attended.map(|theme| theme.theme.as_str()).collect::<Vec<_>>().join(", ")
    }

    pub fn titles(&self) -> String {
        self.courses.iter().map(|course| course.title.as_str()).collect::<Vec<_>>().join(", ")
    }

    fn took(&self, part: Part) -> bool {
        match part {
            Part::Class => self.days() > 0,
            Part::Forum => !self.forum.is_empty(),
            Part::Courses => !self.courses.is_empty(),
            Part::Nothing => ![Part::Class, Part::Forum, Part::Courses].into_iter().any(|part| self.took(part)),
        }
    }

    /// "Agliè (TO)", as it is sorted.
    fn at(&self) -> String {
        self.ente.as_ref().map(|of| fold(&ente(of))).unwrap_or_default()
    }
}

/// What the registers, the forum and the courses say, before it is put together.
pub struct Told {
    pub days: Vec<Attendance>,
    pub forum: Vec<Attended>,
    pub courses: Vec<Completion>,
}

/// What they say of one person for one ente in one edition.
#[derive(Default)]
struct Lines<'a> {
    days: Vec<&'a Attendance>,
    forum: Vec<&'a Attended>,
    courses: Vec<&'a Completion>,
}

/// The people of one edition by name. None: what happened while no edition ran, and that are courses alone.
pub fn of_edition(told: &Told, edition: Option<&Edition>, editions: &[Edition], shelf: &Shelf) -> Vec<Colleague> {
    let mut found: BTreeMap<(String, PersonId, Option<EnteId>), Lines<'_>> = BTreeMap::new();
    let key = |name: &str, person: &PersonId, ente: Option<&EnteName>| (fold(name), person.clone(), ente.map(|ente| ente.id.clone()));
    let id = edition.map(|edition| &edition.id);
    for line in told.days.iter().filter(|line| Some(&line.edition) == id) {
        found.entry(key(&line.name, &line.person, line.ente.as_ref())).or_default().days.push(line);
    }
    for line in told.forum.iter().filter(|line| Some(&line.edition) == id) {
        found.entry(key(&line.person.name, &line.person.id, line.ente.as_ref())).or_default().forum.push(line);
    }
    for line in &told.courses {
        if edition::running(editions, line.at.day()).map(|running| &running.id) == id {
            found.entry(key(&line.name, &line.person, line.ente.as_ref())).or_default().courses.push(line);
        }
    }
    found.into_iter().filter_map(|((_, person, _), lines)| colleague(person, &lines, shelf)).collect()
}

fn colleague(person: PersonId, lines: &Lines<'_>, shelf: &Shelf) -> Option<Colleague> {
    // As the last giornata styled them; else as the ente does now.
    let day = lines.days.iter().max_by_key(|line| line.session.starts_at);
    let of_day = day.map(|line| (&line.name, &line.qualifica, &line.ente, &line.ente_region));
    let of_forum = lines.forum.last().map(|line| (&line.person.name, &line.qualifica, &line.ente, &line.region));
    let of_course = lines.courses.last().map(|line| (&line.name, &line.qualifica, &line.ente, &line.region));
    let (name, qualifica, ente, region) = of_day.or(of_forum).or(of_course)?;
    Some(Colleague {
        person,
        name: name.clone(),
        qualifica: qualifica.clone(),
        ente: ente.clone(),
        region: region.clone(),
        themes: by_theme(lines.days.iter().copied()),
        forum: by_day(lines.forum.iter().copied()),
        courses: lines.courses.iter().map(|done| CourseLine::of((*done).clone(), shelf)).collect(),
    })
}

/// The table as asked for; filters that hold nonsense choose nothing.
pub fn listing(asked: &str) -> Listing {
    let mut listing = Listing::read(SHAPE, asked);
    listing.keep_if("parte", |part| Part::parse(part).is_some());
    listing
}

/// The rows that the filters leave, in the order asked for.
pub fn chosen(people: Vec<Colleague>, listing: &Listing) -> Vec<Colleague> {
    let (name, at, region) = (fold(listing.get("cerca")), fold(listing.get("ente")), listing.get("regione"));
    let part = Part::parse(listing.get("parte"));
    let fits = |one: &Colleague| {
        fold(&one.name).contains(&name)
            && (at.is_empty() || one.at().contains(&at))
            && (region.is_empty() || one.region == region)
            && part.is_none_or(|part| one.took(part))
    };
    let mut rows: Vec<Colleague> = people.into_iter().filter(fits).collect();
    let order = listing.order();
    match order.trim_start_matches('-') {
        "ente" => rows.sort_by_cached_key(Colleague::at),
        "giornate" => rows.sort_by_cached_key(Colleague::days),
        "ore" => rows.sort_by_cached_key(|one| one.minutes()),
        "forum" => rows.sort_by_cached_key(|one| one.forum.len()),
        "corsi" => rows.sort_by_cached_key(|one| one.courses.len()),
        _ => {}
    }
    if order.starts_with('-') {
        rows.reverse();
    }
    rows
}

/// The regions that there are, to choose one.
pub fn regions(people: &[Colleague]) -> Vec<String> {
    let mut regions: Vec<String> = people.iter().map(|one| one.region.clone()).filter(|region| !region.is_empty()).collect();
    regions.sort();
    regions.dedup();
    regions
}
