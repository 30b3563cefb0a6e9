//! The form of an edition: what was typed, kept as it came.

mod draft;

use std::collections::BTreeMap;

use crate::access::form::Fields;
use crate::domain::certificate::{CertificateRule, CourseAsked};
use crate::domain::edition::{Contacts, Edition, Measure, OtherBody, ParticipantField};
use crate::domain::ente::Kind;
use crate::platform::pictures::Picture;

/// Longest name, line and text, in characters.
pub const NAME_MAX: usize = 200;
pub const LINE_MAX: usize = 200;
pub const TEXT_MAX: usize = 2000;
/// What the names of the controls of emblems begin with.
const PLACE: &str = "posto-";
/// What the names of the controls of courses begin with.
const COURSE: &str = "corso-";
/// What says that a course is asked for on every theme.
pub const EVERY_THEME: &str = "*";
/// Themes, and choices of a field.
const ITEMS_MAX: usize = 40;
/// More residents than any comune has, more days than a forum has.
const RESIDENTS_MAX: i64 = 10_000_000;
const FORUM_DAYS_MAX: i64 = 366;
const CERTIFICATE_HOURS_MAX: i64 = 1000;

/// The fields as typed.
#[derive(Debug, Clone, Default)]
pub struct Form {
    pub name: String,
    pub starts_on: String,
    pub ends_on: String,
    pub everywhere: bool,
    pub regions: Vec<String>,
    pub residents: String,
    pub associations: Vec<Kind>,
    pub measure: Measure,
    pub others: Vec<OtherBody>,
    pub themes: String,
    pub forum_days: String,
    /// Hours and percent that an attestato asks for; both empty: the edition issues none.
    pub certificate_hours: String,
    pub certificate_share: String,
    /// The theme on which an attestato asks for a course, or [`EVERY_THEME`], by the id of the course.
    pub courses: BTreeMap<String, String>,
    /// `piccoli-comuni/1`, or nothing.
    pub questionnaire: String,
    pub contacts: Contacts,
    pub cup: String,
    pub project: String,
    pub statement: String,
    /// The place of each emblem that is shown, by the hash of its picture; 1 is the first.
    pub places: BTreeMap<String, usize>,
    pub asked: Vec<AskedForm>,
    /// The revision that the form was opened on.
    pub seen: i64,
    /// Those who would fall outside were shown, and it is meant.
    pub confirmed: bool,
}

/// One field of the funder, ticked or not.
#[derive(Debug, Clone)]
pub struct AskedForm {
    pub field: ParticipantField,
    pub ticked: bool,
    pub reason: String,
    /// One a line.
    pub choices: String,
}

/// What is wrong with the form.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Fault {
    NoName,
    NameTooLong,
    NoStart,
    NoEnd,
    EndBeforeStart,
    NoRegion,
    BothRegions,
    Residents,
    TooManyThemes,
    ForumDays,
    CertificateHours,
    CertificateShare,
    /// A course is asked for on a theme that the edition does not have.
    CourseTheme,
    UnknownQuestionnaire,
    Email,
    Pec,
    NoContact,
    Cup,
    TooLong(&'static str),
    NoReason(ParticipantField),
    FewChoices(ParticipantField),
    /// So many enti that adhere would be outside: to be confirmed.
    WouldFallOutside(usize),
}

/// What may be chosen from.
#[derive(Debug, Clone, Copy)]
pub struct Offer<'a> {
    pub regions: &'a [String],
    pub questionnaires: &'a [crate::programme::Offered],
    pub courses: &'a [crate::programme::OfferedCourse],
    /// The emblems of the settings.
    pub emblems: &'a [Picture],
}

/// The name of a field's control: `chiesto-gender`, `perche-gender`, `scelte-gender`.
pub fn control(kind: &str, field: ParticipantField) -> String {
    format!("{kind}-{}", field.as_str())
}

impl Form {
    /// An empty form, with what most editions would tick.
    pub fn new() -> Form {
        let asked = ParticipantField::ALL.map(|field| AskedForm { field, ticked: false, reason: String::new(), choices: String::new() });
        Form { asked: asked.into(), ..Form::default() }
    }

    pub fn of(edition: &Edition, revision: i64, emblems: &[Picture]) -> Form {
        let terms = &edition.terms;
        let asked = ParticipantField::ALL.map(|field| {
            let asked = terms.funding.asks(field);
            AskedForm {
                field,
                ticked: asked.is_some(),
                reason: asked.map(|a| a.reason.clone()).unwrap_or_default(),
                choices: asked.map(|a| a.choices.join("\n")).unwrap_or_default(),
            }
        });
        Form {
            name: edition.name.clone(),
            starts_on: edition.starts_on.to_string(),
            ends_on: edition.ends_on.to_string(),
            everywhere: terms.regions.is_empty(),
            regions: terms.regions.clone(),
            residents: terms.residents_at_most.map(|limit| limit.to_string()).unwrap_or_default(),
            associations: terms.associations.clone(),
            measure: terms.measure,
            others: terms.others.clone(),
            themes: terms.themes.join("\n"),
            forum_days: terms.forum_days.to_string(),
            certificate_hours: terms.certificate.as_ref().map(|rule| rule.hours.to_string()).unwrap_or_default(),
            certificate_share: terms.certificate.as_ref().map(|rule| rule.share.to_string()).unwrap_or_default(),
            courses: terms.certificate.as_ref().map(courses).unwrap_or_default(),
            questionnaire: terms.questionnaire.as_ref().map(|q| format!("{}/{}", q.id, q.version)).unwrap_or_default(),
            contacts: terms.contacts.clone(),
            cup: terms.funding.cup.clone(),
            project: terms.funding.project.clone(),
            statement: terms.funding.statement.clone(),
            places: places(&terms.funding.emblems, emblems),
            asked: asked.into(),
            seen: revision,
            confirmed: false,
        }
    }

    pub fn read(fields: &Fields) -> Form {
        let line = |name: &str| fields.text(name).split_whitespace().collect::<Vec<_>>().join(" ");
        let asked = ParticipantField::ALL.map(|field| AskedForm {
            field,
            ticked: fields.has(&control("chiesto", field)),
            reason: line(&control("perche", field)),
            choices: fields.text(&control("scelte", field)).to_owned(),
        });
        let contacts =
            Contacts { office: line("ufficio"), phone: line("telefono"), email: line("email"), pec: line("pec"), hours: line("orari") };
        Form {
            name: line("nome"),
            starts_on: fields.text("dal").to_owned(),
            ends_on: fields.text("al").to_owned(),
            everywhere: fields.has("italia"),
            regions: fields.all("regione").map(str::to_owned).collect(),
            residents: fields.text("residenti").to_owned(),
            associations: fields.all("forma").filter_map(Kind::parse).filter(|kind| *kind != Kind::Comune).collect(),
            measure: Measure::parse(fields.text("misura")).unwrap_or_default(),
            others: fields.all("altro").filter_map(OtherBody::parse).collect(),
            themes: fields.text("temi").to_owned(),
            forum_days: fields.text("forum").to_owned(),
            certificate_hours: fields.text("attestato-ore").to_owned(),
            certificate_share: fields.text("attestato-quota").to_owned(),
            courses: fields.pairs().iter().filter_map(course).collect(),
            questionnaire: fields.text("questionario").to_owned(),
            contacts,
            cup: line("cup").to_uppercase().replace(' ', ""),
            project: line("progetto"),
            statement: line("dicitura"),
            places: fields.pairs().iter().filter_map(place).collect(),
            asked: asked.into(),
            seen: fields.text("visto").parse().unwrap_or(0),
            confirmed: fields.has("confermo"),
        }
    }
}

impl Form {
    /// The emblems that are shown with their places, in order; of two in one place that of the settings is the first.
    pub fn shown<'a>(&self, emblems: &'a [Picture]) -> Vec<(usize, &'a Picture)> {
        let mut shown: Vec<_> = emblems.iter().filter_map(|emblem| Some((*self.places.get(&emblem.hash)?, emblem))).collect();
        shown.sort_by_key(|(place, _)| *place);
        shown
    }
}

/// The name of the control that says on which theme a course is asked for.
pub fn course_control(id: &str) -> String {
    format!("{COURSE}{id}")
}

/// One such control as it came; nothing where the course is not asked for.
fn course((name, value): &(String, String)) -> Option<(String, String)> {
    let id = name.strip_prefix(COURSE)?;
    (!value.is_empty()).then(|| (id.to_owned(), value.clone()))
}

/// What a rule asks for, as the form says it.
fn courses(rule: &CertificateRule) -> BTreeMap<String, String> {
    let said = |asked: &CourseAsked| if asked.theme.is_empty() { EVERY_THEME.to_owned() } else { asked.theme.clone() };
    rule.courses.iter().map(|asked| (asked.course.clone(), said(asked))).collect()
}

/// The name of the control that says where an emblem stands.
pub fn place_control(emblem: &Picture) -> String {
    format!("{PLACE}{}", emblem.hash)
}

/// One such control as it came; nothing where the emblem is not shown.
fn place((name, value): &(String, String)) -> Option<(String, usize)> {
    let hash = name.strip_prefix(PLACE)?;
    let place = value.parse().ok().filter(|place| (1..=ITEMS_MAX).contains(place))?;
    Some((hash.to_owned(), place))
}

/// Where the emblems of an edition stand, by what they say.
fn places(texts: &[String], emblems: &[Picture]) -> BTreeMap<String, usize> {
    let hash = |text: &String| emblems.iter().find(|emblem| emblem.text == *text).map(|emblem| emblem.hash.clone());
    texts.iter().filter_map(hash).zip(1..).collect()
}
