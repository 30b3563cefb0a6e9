//! The form of a giornata: a day with its sessions, a place or a link, seats, terms, docenti, seats kept for some.

use super::fault::{Fault, Slot, control, in_order};
use super::hours::{self, Typed};
use super::{LINE_MAX, LINK_MAX, TEXT_MAX, is_long, line};
use crate::access::form::Fields;
use crate::access::session::EnteName;
use crate::domain::class_plan::{Impossible, Plan, impossible};
use crate::domain::ids::{Id, PersonId};
use crate::domain::moment::{Day, Moment};
use crate::domain::place_names::fold;
use crate::domain::seminar::Place;
use crate::seminars::schedule::{DaySheet, Teacher};
use crate::seminars::{DayDraft, Keeper, ReservedDraft, SessionDraft};

/// Sessions and reservations that a form has room for.
pub const SESSIONS: usize = 4;
pub const RESERVATIONS: usize = 4;
/// No room is larger, and nobody waits longer for an answer.
const SEATS_MAX: i64 = 5000;
const OFFER_HOURS_MAX: i64 = 240;

/// The fields as typed.
#[derive(Debug, Clone, Default)]
pub struct DayForm {
    pub day: String,
    pub sessions: [SessionForm; SESSIONS],
    pub place: Place,
    pub link: String,
    pub seats: String,
    pub term_day: String,
    pub term_hour: String,
    pub offer: String,
    pub trainers: Vec<PersonId>,
    pub reserved: [ReservedForm; RESERVATIONS],
    /// The revision that the form was opened on.
    pub seen: i64,
}

#[derive(Debug, Clone, Default)]
pub struct SessionForm {
    pub from: String,
    pub to: String,
    pub topic: String,
}

/// Seats for an ente by its name, or for a province by its plate code.
#[derive(Debug, Clone, Default)]
pub struct ReservedForm {
    pub ente: String,
    pub province: String,
    pub seats: String,
    pub release: String,
}

/// What may be chosen from, and the enti that have the names typed.
#[derive(Debug, Clone, Copy)]
pub struct DayOffer<'a> {
    /// Plate codes with their regions.
    pub provinces: &'a [(String, String)],
    pub teachers: &'a [Teacher],
    pub enti: &'a [EnteName],
}

impl SessionForm {
    fn is_empty(&self) -> bool {
        self.from.is_empty() && self.to.is_empty() && self.topic.is_empty()
    }
}

impl ReservedForm {
    fn is_empty(&self) -> bool {
        [&self.ente, &self.province, &self.seats, &self.release].into_iter().all(String::is_empty)
    }

    /// The name without "Comune di" and without its province, and the province: "Livo", "CO".
    pub fn name(&self) -> (&str, &str) {
        let (bare, province) = self.ente.strip_suffix(')').and_then(|name| name.rsplit_once(" (")).unwrap_or((&self.ente, ""));
        let cut = bare.get(..10).filter(|head| head.eq_ignore_ascii_case("comune di ")).map_or(0, str::len);
        (bare[cut..].trim(), province)
    }

    fn seats(&self) -> Option<i64> {
        self.seats.parse().ok().filter(|seats| (1..=SEATS_MAX).contains(seats))
    }

    fn keeper(&self, n: usize, offer: &DayOffer<'_>) -> Result<Keeper, Fault> {
        match (self.ente.is_empty(), self.province.is_empty()) {
            (true, false) if offer.provinces.iter().any(|(plate, _)| *plate == self.province) => {
                Ok(Keeper::Province(self.province.clone()))
            }
            (false, true) => {
                let (name, province) = self.name();
                let fits = |ente: &&EnteName| fold(&ente.name) == fold(name) && (province.is_empty() || ente.province == province);
                let found: Vec<&EnteName> = offer.enti.iter().filter(fits).collect();
                match found.as_slice() {
                    [] => Err(Fault::UnknownEnte(n)),
                    [one] => Ok(Keeper::Ente(one.id.clone())),
                    _ => Err(Fault::SeveralEnti(n)),
                }
            }
            _ => Err(Fault::Keeper(n)),
        }
    }
}

impl DayForm {
    /// An empty form: enrolment ends at one o'clock, unless somebody says otherwise.
    pub fn new() -> DayForm {
        DayForm { term_hour: "13:00".to_owned(), ..DayForm::default() }
    }

    pub fn of(sheet: &DaySheet) -> DayForm {
        DayForm { seen: sheet.revision, ..DayForm::moved(sheet, 0) }
    }

    /// A day like this one on another date: hours stay, and deadline and releases move by as many days.
    pub fn copied(sheet: &DaySheet, to: Day) -> DayForm {
        DayForm::moved(sheet, (to.date() - sheet.starts_at().day().date()).get_days())
    }

    fn moved(sheet: &DaySheet, days: i32) -> DayForm {
        let day = &sheet.day;
        let on = |moment: Moment| moment.day().plus_days(days).to_string();
        let mut form = DayForm {
            day: on(sheet.starts_at()),
            place: day.place.clone(),
            link: day.online_link.clone().unwrap_or_default(),
            seats: day.seats.to_string(),
            term_day: on(day.enrol_by),
            term_hour: hours::shown(day.enrol_by),
            offer: day.offer_hours.map(|hours| hours.to_string()).unwrap_or_default(),
            trainers: day.trainers.clone(),
            ..DayForm::default()
        };
        for (row, session) in form.sessions.iter_mut().zip(&day.sessions) {
            let (from, to) = (hours::shown(session.starts_at), hours::shown(session.ends_at));
            *row = SessionForm { from, to, topic: session.topic.clone() };
        }
        for (row, reserved) in form.reserved.iter_mut().zip(&sheet.reserved) {
            let (ente, province) = match &reserved.keeper {
                Keeper::Ente(_) => (reserved.name.clone(), String::new()),
                Keeper::Province(plate) => (String::new(), plate.clone()),
            };
            *row = ReservedForm { ente, province, seats: reserved.seats.to_string(), release: on(reserved.release_at) };
        }
        form
    }

    pub fn read(fields: &Fields) -> DayForm {
        let one = |name: &str| line(fields.text(name));
        let long = |name: &str| fields.text(name).to_owned();
        let place = Place {
            name: one("sede"),
            address: one("indirizzo"),
            city: one("citta"),
            province: one("provincia"),
            room: one("sala"),
            directions: long("arrivare"),
            accessibility: long("accessibilita"),
        };
        DayForm {
            day: one("giorno"),
            sessions: std::array::from_fn(|n| {
                let of = |what: &str| one(&control("s", n, what));
                SessionForm { from: of("dal"), to: of("al"), topic: of("tema") }
            }),
            place,
            link: one("collegamento"),
            seats: one("posti"),
            term_day: one("termine"),
            term_hour: one("termine-ora"),
            offer: one("offerta"),
            trainers: fields.all("docente").filter_map(PersonId::parse).collect(),
            reserved: std::array::from_fn(|n| {
                let of = |what: &str| one(&control("r", n, what));
                ReservedForm { ente: of("ente"), province: of("provincia"), seats: of("posti"), release: of("fino") }
            }),
            seen: fields.text("visto").parse().unwrap_or(0),
        }
    }

    /// The names of enti that were typed, to be looked up.
    pub fn names(&self) -> [&str; RESERVATIONS] {
        std::array::from_fn(|n| self.reserved[n].name().0)
    }

    /// The draft, or everything that is wrong, in the order of the form.
    pub fn draft(&self, offer: &DayOffer<'_>) -> Result<DayDraft, Vec<Fault>> {
        let mut faults = Vec::new();
        let day = Day::parse(&self.day);
        if day.is_none() {
            faults.push(Fault::NoDay);
        }
        let sessions = self.timetable(day, &mut faults);
        let (region, online_link) = self.whereabouts(offer, &mut faults);
        let seats = self.seats.parse().ok().filter(|seats| (1..=SEATS_MAX).contains(seats));
        if seats.is_none() {
            faults.push(Fault::Seats);
        }
        let enrol_by = self.term(&mut faults);
        let offer_hours = self.offer.parse().ok().filter(|hours| (1..=OFFER_HOURS_MAX).contains(hours));
        if !self.offer.is_empty() && offer_hours.is_none() {
            faults.push(Fault::Offer);
        }
        let reserved = self.reservations(offer, &mut faults);
        faults.extend(self.too_long());
        faults.extend(cannot(&sessions, enrol_by, seats, &reserved));
        let (Some(seats), Some(enrol_by), true) = (seats, enrol_by, faults.is_empty()) else { return Err(in_order(faults)) };
        let mut sessions: Vec<SessionDraft> = sessions.into_iter().map(|(_, session)| session).collect();
        sessions.sort_by_key(|session| session.starts_at);
        let trainers = offer.teachers.iter().filter(|teacher| self.trainers.contains(&teacher.id)).map(|teacher| teacher.id.clone());
        Ok(DayDraft {
            sessions,
            region,
            place: self.place.clone(),
            online_link,
            seats,
            enrol_by,
            offer_hours,
            trainers: trainers.collect(),
            reserved: reserved.into_iter().map(|(_, reserved)| reserved).collect(),
        })
    }

    /// The sessions that can be read, each with its row.
    fn timetable(&self, day: Option<Day>, faults: &mut Vec<Fault>) -> Vec<(usize, SessionDraft)> {
        let Some(day) = day else { return Vec::new() };
        let mut read = |slot: Slot, text: &str| {
            let typed = hours::on(day, text);
            match typed {
                Typed::Empty => faults.push(Fault::NoHour(slot)),
                Typed::Wrong(why) => faults.push(Fault::Hour(slot, why)),
                Typed::At(_) => {}
            }
            typed.moment()
        };
        let mut sessions = Vec::new();
        for (n, row) in self.sessions.iter().enumerate().filter(|(n, row)| *n == 0 || !row.is_empty()) {
            if let (Some(starts_at), Some(ends_at)) = (read(Slot::From(n), &row.from), read(Slot::To(n), &row.to)) {
                sessions.push((n, SessionDraft { starts_at, ends_at, topic: row.topic.clone() }));
            }
        }
        sessions
    }

    /// The region and the link: a day has a place, or a link, or both.
    fn whereabouts(&self, offer: &DayOffer<'_>, faults: &mut Vec<Fault>) -> (Option<String>, Option<String>) {
        let link = (!self.link.is_empty()).then(|| self.link.clone());
        if link.is_some() && !is_link(&self.link) {
            faults.push(Fault::Link);
        }
        if self.place == Place::default() {
            if link.is_none() {
                faults.push(Fault::NeitherPlaceNorLink);
            }
            return (None, link);
        }
        if self.place.address.is_empty() {
            faults.push(Fault::NoAddress);
        }
        if self.place.city.is_empty() {
            faults.push(Fault::NoCity);
        }
        let region = offer.provinces.iter().find(|(plate, _)| *plate == self.place.province).map(|(_, region)| region.clone());
        if region.is_none() {
            faults.push(Fault::NoProvince);
        }
        (region, link)
    }

    fn term(&self, faults: &mut Vec<Fault>) -> Option<Moment> {
        let Some(day) = Day::parse(&self.term_day) else {
            faults.push(Fault::NoTerm);
            return None;
        };
        match hours::on(day, &self.term_hour) {
            Typed::At(moment) => return Some(moment),
            Typed::Empty => faults.push(Fault::NoHour(Slot::Term)),
            Typed::Wrong(why) => faults.push(Fault::Hour(Slot::Term, why)),
        }
        None
    }

    fn reservations(&self, offer: &DayOffer<'_>, faults: &mut Vec<Fault>) -> Vec<(usize, ReservedDraft)> {
        let mut kept = Vec::new();
        for (n, row) in self.reserved.iter().enumerate().filter(|(_, row)| !row.is_empty()) {
            let keeper = row.keeper(n, offer);
            let release_at = Day::parse(&row.release).and_then(|day| Moment::at(day, 0, 0));
            faults.extend(keeper.as_ref().err());
            if row.seats().is_none() {
                faults.push(Fault::KeptSeats(n));
            }
            if release_at.is_none() {
                faults.push(Fault::NoRelease(n));
            }
            if let (Ok(keeper), Some(seats), Some(release_at)) = (keeper, row.seats(), release_at) {
                kept.push((n, ReservedDraft { keeper, seats, release_at }));
            }
        }
        kept
    }

    fn too_long(&self) -> Vec<Fault> {
        let place = &self.place;
        let texts = [
            ("sede", &place.name, LINE_MAX),
            ("sala", &place.room, LINE_MAX),
            ("indirizzo", &place.address, LINE_MAX),
            ("citta", &place.city, LINE_MAX),
            ("arrivare", &place.directions, TEXT_MAX),
            ("accessibilita", &place.accessibility, TEXT_MAX),
            ("collegamento", &self.link, LINK_MAX),
        ];
        let long = texts.into_iter().filter(|(_, text, longest)| is_long(text, *longest)).map(|(name, ..)| Fault::TooLong(name));
        let topics = self.sessions.iter().enumerate().filter(|(_, row)| is_long(&row.topic, LINE_MAX)).map(|(n, _)| Fault::LongTopic(n));
        long.chain(topics).collect()
    }
}

/// What cannot be, of what could be read, with the rows of the form.
fn cannot(
    sessions: &[(usize, SessionDraft)],
    enrol_by: Option<Moment>,
    seats: Option<i64>,
    reserved: &[(usize, ReservedDraft)],
) -> Vec<Fault> {
    let hours: Vec<_> = sessions.iter().map(|(_, session)| (session.starts_at, session.ends_at)).collect();
    let kept: Vec<_> = reserved.iter().map(|(_, reserved)| (reserved.seats, reserved.release_at)).collect();
    // What could not be read has its own fault, and none here.
    let plan =
        Plan { sessions: &hours, enrol_by: enrol_by.unwrap_or(Moment::from_millis(0)), seats: seats.unwrap_or(i64::MAX), reserved: &kept };
    let row = |n: usize| sessions.get(n).map_or(n, |(row, _)| *row);
    let on_form = |found: Impossible| match found {
        Impossible::EndsBefore(n) => Impossible::EndsBefore(row(n)),
        Impossible::OtherDay(n) => Impossible::OtherDay(row(n)),
        Impossible::Overlap(a, b) => Impossible::Overlap(row(a), row(b)),
        Impossible::ReleaseAfterStart(n) => Impossible::ReleaseAfterStart(reserved.get(n).map_or(n, |(row, _)| *row)),
        Impossible::TermAfterStart | Impossible::TooManyReserved => found,
    };
    impossible(&plan).into_iter().map(|found| Fault::Cannot(on_form(found))).collect()
}

fn is_link(text: &str) -> bool {
    let rest = text.strip_prefix("https://").or_else(|| text.strip_prefix("http://"));
    rest.is_some_and(|rest| rest.contains('.') && !rest.starts_with('.') && !rest.contains([' ', '"', '<', '>']))
}
