//! The form of a giornata di forum: a day with its hours, themes, experts and seminars.

use crate::access::form::Fields;
use crate::domain::forum_day::{Hours, Impossible, impossible};
use crate::domain::ids::{Id, PersonId, SeminarId};
use crate::domain::moment::{Day, Moment};

use super::{DayDraft, DaySheet};

pub const LINE_MAX: usize = 200;
pub const TEXT_MAX: usize = 4000;

/// The fields as typed.
#[derive(Debug, Clone, Default)]
pub struct DayForm {
    pub title: String,
    pub presentation: String,
    pub day: String,
    pub opens: String,
    pub closes: String,
    pub gathering: String,
    /// One on each line.
    pub themes: String,
    pub read_twice: String,
    pub experts: Vec<PersonId>,
    pub seminars: Vec<SeminarId>,
    /// The revision that the form was opened on.
    pub seen: i64,
}

/// What is to be corrected.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Fault {
    NoTitle,
    NoDay,
    /// No Italian time in the field of this name.
    NoHour(&'static str),
    NoGathering,
    Cannot(Impossible),
    NoThemes,
    UnknownTheme,
    TooLong(&'static str),
}

impl Fault {
    /// The field it belongs to.
    pub fn field(self) -> &'static str {
        match self {
            Fault::NoTitle => "titolo",
            Fault::NoDay => "giorno",
            Fault::NoHour(name) | Fault::TooLong(name) => name,
            Fault::NoGathering | Fault::Cannot(Impossible::GathersAfterOpening) => "raccolta",
            Fault::Cannot(_) => "chiusura",
            Fault::NoThemes => "temi",
            Fault::UnknownTheme => "doppia",
        }
    }
}

/// `9`, `9.30`, `09:30` on a day, as Italian clocks show it.
pub fn hour(day: Day, text: &str) -> Option<Moment> {
    let (hour, minute) = text.split_once([':', '.', ',']).unwrap_or((text, "00"));
    let figures = |text: &str| !text.is_empty() && text.len() <= 2 && text.bytes().all(|b| b.is_ascii_digit());
    if !figures(hour) || !figures(minute) || minute.len() != 2 {
        return None;
    }
    Moment::on_the_clock(day, hour.parse().ok()?, minute.parse().ok()?).ok()
}

/// `09:30`, as a field for hours wants it.
pub fn shown(moment: Moment) -> String {
    let at = moment.in_italy();
    format!("{:02}:{:02}", at.hour(), at.minute())
}

fn lines(text: &str) -> Vec<String> {
    let mut found: Vec<String> = Vec::new();
    for line in text.lines().map(|line| line.split_whitespace().collect::<Vec<_>>().join(" ")).filter(|line| !line.is_empty()) {
        if !found.contains(&line) {
            found.push(line);
        }
    }
    found
}

impl DayForm {
    /// An empty form: from nine to five, on the themes of the edition.
    pub fn new(themes: &[String]) -> DayForm {
        DayForm { opens: "09:00".into(), closes: "17:00".into(), themes: themes.join("\n"), ..DayForm::default() }
    }

    pub fn of(sheet: &DaySheet) -> DayForm {
        let (day, hours) = (&sheet.day, &sheet.day.hours);
        DayForm {
            title: day.title.clone(),
            presentation: day.presentation.clone(),
            day: day.held_on().to_string(),
            opens: shown(hours.opens_at),
            closes: shown(hours.closes_at),
            gathering: hours.gathering_from.day().to_string(),
            themes: day.themes.join("\n"),
            read_twice: day.read_twice.join("\n"),
            experts: sheet.experts.iter().map(|expert| expert.id.clone()).collect(),
            seminars: sheet.seminars.iter().map(|(id, _)| id.clone()).collect(),
            seen: day.revision,
        }
    }

    pub fn read(fields: &Fields) -> DayForm {
        DayForm {
            title: fields.text("titolo").split_whitespace().collect::<Vec<_>>().join(" "),
            presentation: fields.text("presentazione").to_owned(),
            day: fields.text("giorno").to_owned(),
            opens: fields.text("apertura").to_owned(),
            closes: fields.text("chiusura").to_owned(),
            gathering: fields.text("raccolta").to_owned(),
            themes: fields.text("temi").to_owned(),
            read_twice: fields.text("doppia").to_owned(),
            experts: fields.all("esperto").filter_map(PersonId::parse).collect(),
            seminars: fields.all("seminario").filter_map(SeminarId::parse).collect(),
            seen: fields.text("visto").parse().unwrap_or(0),
        }
    }

    /// The draft, or everything that is wrong, in the order of the form.
    pub fn draft(&self) -> Result<DayDraft, Vec<Fault>> {
        let mut faults = Vec::new();
        if self.title.is_empty() {
            faults.push(Fault::NoTitle);
        }
        let long = |text: &str, most: usize| text.chars().count() > most;
        for (name, text, most) in [("titolo", &self.title, LINE_MAX), ("presentazione", &self.presentation, TEXT_MAX)] {
            if long(text, most) {
                faults.push(Fault::TooLong(name));
            }
        }
        let hours = self.hours(&mut faults);
        let (themes, read_twice) = (lines(&self.themes), lines(&self.read_twice));
        if themes.is_empty() {
            faults.push(Fault::NoThemes);
        } else if themes.iter().any(|theme| long(theme, LINE_MAX)) {
            faults.push(Fault::TooLong("temi"));
        }
        if read_twice.iter().any(|theme| !themes.contains(theme)) {
            faults.push(Fault::UnknownTheme);
        }
        let (Some((gathering_from, opens_at, closes_at)), true) = (hours, faults.is_empty()) else { return Err(faults) };
        let (title, presentation) = (self.title.clone(), self.presentation.clone());
        let (experts, seminars) = (self.experts.clone(), self.seminars.clone());
        Ok(DayDraft { title, presentation, themes, read_twice, gathering_from, opens_at, closes_at, experts, seminars })
    }

    fn hours(&self, faults: &mut Vec<Fault>) -> Option<(Moment, Moment, Moment)> {
        let day = Day::parse(&self.day);
        if day.is_none() {
            faults.push(Fault::NoDay);
        }
        let mut at = |name: &'static str, text: &str| {
            let moment = day.and_then(|day| hour(day, text));
            if day.is_some() && moment.is_none() {
                faults.push(Fault::NoHour(name));
            }
            moment
        };
        let (opens_at, closes_at) = (at("apertura", &self.opens), at("chiusura", &self.closes));
        let gathering_from = Day::parse(&self.gathering).and_then(|day| Moment::at(day, 0, 0));
        if gathering_from.is_none() {
            faults.push(Fault::NoGathering);
        }
        let (gathering_from, opens_at, closes_at) = (gathering_from?, opens_at?, closes_at?);
        let hours = Hours { gathering_from, opens_at, closes_at, extended_to: None, published_at: None };
        faults.extend(impossible(&hours).into_iter().map(Fault::Cannot));
        Some((gathering_from, opens_at, closes_at))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn whole() -> DayForm {
        DayForm { title: "Prima giornata".into(), day: "2026-03-12".into(), gathering: "2026-03-05".into(), ..DayForm::new(&[]) }
    }

    #[test]
    fn a_whole_form_is_a_day_and_themes_are_told_apart() {
        let draft = whole();
        assert_eq!(draft.draft().unwrap_err(), [Fault::NoThemes], "the themes of a new form are the edition's");
        let draft = DayForm { themes: "Anagrafe\n  Servizi   sociali\n\nAnagrafe".into(), ..draft }.draft().unwrap();
        assert_eq!(draft.themes, ["Anagrafe", "Servizi sociali"]);
        assert_eq!(draft.opens_at.rfc3339(), "2026-03-12T08:00:00Z");
        assert_eq!(draft.gathering_from.rfc3339(), "2026-03-04T23:00:00Z");
    }

    #[test]
    fn what_is_wrong_is_told_beside_its_field() {
        let themed = || DayForm { themes: "Anagrafe".into(), ..whole() };
        let table = [
            (DayForm { title: String::new(), ..themed() }, Fault::NoTitle),
            (DayForm { day: "domani".into(), ..themed() }, Fault::NoDay),
            (DayForm { opens: "25".into(), ..themed() }, Fault::NoHour("apertura")),
            (DayForm { gathering: String::new(), ..themed() }, Fault::NoGathering),
            (DayForm { gathering: "2026-03-13".into(), ..themed() }, Fault::Cannot(Impossible::GathersAfterOpening)),
            (DayForm { closes: "8.00".into(), ..themed() }, Fault::Cannot(Impossible::ClosesBeforeOpening)),
            (DayForm { read_twice: "Tributi".into(), ..themed() }, Fault::UnknownTheme),
            (DayForm { presentation: "è".repeat(TEXT_MAX + 1), ..themed() }, Fault::TooLong("presentazione")),
        ];
        for (form, fault) in table {
            assert_eq!(form.draft().unwrap_err(), [fault], "{form:?}");
        }
    }
}
