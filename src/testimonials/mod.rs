//! Testimonials: what a comune or an association tells of how it did it. It belongs to the ente that speaks.
//!
//! A docente or the segreteria prepares it; the ente sees each version it is sent, asks for corrections or approves; only the
//! version it approved is ever shown, and only while every release holds and no electoral period forbids it. The rules are in
//! `domain/testimonial`; every statement that reads for others goes through `store::public`.

mod form;
mod holdings;
mod letters;
mod links;
mod pages;
mod routes;
mod store;
mod words;

use rocket::Route;

use crate::access::RoleName;
use crate::access::session::EnteName;
use crate::domain::captions::{self, Paragraph};
use crate::domain::ids::{ReleaseId, SuspensionId, TestimonialId};
use crate::domain::moment::{Day, Moment};
use crate::domain::testimonial::{Asked, Missing, Release, Sheet, State, Suspension};
use crate::platform::jobs::Job;
use crate::ui::paths;
use crate::ui::sitemap::{Audience, Entry};

pub use form::{Fault, Step, What};
pub use holdings::{FILES, HOLDINGS};
pub use links::LINKS;
pub use store::answers::{Signed as Signature, approve, ask_corrections, waiting};
pub use store::latest;
pub use store::preparing::{Start, begin, keep_captions, keep_sheet, keep_video, publish, send};
pub use store::releases::{NewRelease, add as add_release};

/// Folder of the videos in the store.
pub const FOLDER: &str = "video";

/// The pages that people can go to by name.
pub const SITEMAP: &[Entry] = &[
    Entry::new(paths::TESTIMONIALS, routes::name, Audience::Everyone),
    Entry::new(paths::OWN_TESTIMONIALS, routes::own_name, Audience::Only(RoleName::Coordinator)),
    Entry::new(paths::PREPARATION, routes::preparation_name, Audience::Only(RoleName::Trainer)),
    Entry::new(paths::PREPARATION, routes::preparation_name, Audience::Only(RoleName::Secretariat)),
    Entry::new(paths::SUSPENSIONS, routes::suspensions_name, Audience::Only(RoleName::Secretariat)),
];

/// What everybody reads, what the ente answers, what is prepared.
pub fn routes() -> Vec<Route> {
    routes::routes()
}

/// Releases expire, electoral periods begin and end: what may no longer be seen goes, and comes back when it may.
pub fn jobs() -> Vec<Job> {
    vec![
        Job { name: "testimonial-releases", every: 1, run: |turn| Box::pin(store::upkeep::expire(turn.db, turn.now)) },
        Job { name: "testimonial-sight", every: 1, run: |turn| Box::pin(store::upkeep::sight(turn.db, turn.now)) },
    ]
}

/// A testimonial as readers see it, or would.
#[derive(Debug, Clone)]
pub struct Told {
    pub id: TestimonialId,
    pub ente: EnteName,
    pub region: String,
    pub sheet: Sheet,
    /// As uploaded; empty: none.
    pub captions: String,
    /// The enti that go on with the one that tells it, if it is no more.
    pub today: Vec<EnteName>,
    pub published_at: Option<Moment>,
    pub first_published_at: Option<Moment>,
}

/// Who may prepare it, and how it stands, in a list.
#[derive(Debug, Clone)]
pub struct Line {
    pub id: TestimonialId,
    pub ente: EnteName,
    pub title: String,
    pub state: State,
    pub missing: Vec<Missing>,
    pub prepared_by: Option<String>,
    pub changed_at: Moment,
}

/// One as those see it who prepare it.
#[derive(Debug, Clone)]
pub struct Draft {
    pub told: Told,
    pub revision: i64,
    pub state: State,
    pub asked: Asked,
    pub missing: Vec<Missing>,
    pub prepared_by: Option<String>,
    pub versions: Vec<Version>,
    pub releases: Vec<Kept>,
    /// When, by which side and why it was withdrawn.
    pub withdrawn: Option<(Moment, Side, String)>,
    pub lapsed_at: Option<Moment>,
}

/// Who withdrew a testimonial.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Side {
    Ente,
    Programme,
}

impl Side {
    pub fn as_str(self) -> &'static str {
        match self {
            Side::Ente => "ente",
            Side::Programme => "programme",
        }
    }
}

/// A draft as it was sent to the ente.
#[derive(Debug, Clone)]
pub struct Version {
    pub number: i64,
    pub sheet: Sheet,
    pub captions: String,
    pub sent_at: Moment,
    pub note: String,
    pub answer: Option<Answer>,
}

/// What the ente answered.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Answer {
    /// "Visto, si pubblichi", with name and instant.
    Approved(String, Moment),
    Corrections(String, Moment),
}

/// A release, as it was noted.
#[derive(Debug, Clone)]
pub struct Kept {
    pub id: ReleaseId,
    pub release: Release,
    pub reference: String,
    pub signed_on: Day,
}

/// One as its ente sees it.
#[derive(Debug, Clone)]
pub struct Own {
    pub id: TestimonialId,
    pub ente: EnteName,
    /// The enti that go on with it, if it is no more.
    pub today: Vec<EnteName>,
    pub region: String,
    /// The version sent last.
    pub version: Version,
    /// What was changed since the version sent before; none: it is the first.
    pub changed: Option<Vec<crate::domain::testimonial::Part>>,
    pub is_public: bool,
    /// The public version is another than the one sent last.
    pub public_version: Option<i64>,
    pub withdrawn: Option<(Moment, Side, String)>,
}

/// What a page of the public finds at an address.
pub enum Found {
    Told(Box<Told>),
    /// Public, and out of sight for an electoral period until that day.
    Suspended(Day),
}

/// An electoral period, as it was entered.
#[derive(Debug, Clone)]
pub struct Period {
    pub id: SuspensionId,
    pub suspension: Suspension<EnteName>,
    pub reason: String,
}

/// Somebody changed it, or sent another version, since the form was opened.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct ChangedMeanwhile;

impl Told {
    /// The transcript: none without captions.
    pub fn transcript(&self) -> Vec<Paragraph> {
        let read = captions::parse(self.captions.as_bytes(), None).unwrap_or_default();
        read.paragraphs(&self.sheet.chapters)
    }
}

/// What letters are about.
#[derive(Debug, Clone)]
pub struct About {
    pub id: TestimonialId,
    pub title: String,
    /// As in "Comune di Agliè (TO)".
    pub ente: String,
}
