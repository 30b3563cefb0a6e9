//! The forum telematico: announced days in which enti put quesiti to the programme's experts, and what remains of them.
//!
//! A quesito is its ente's alone until an expert or the segreteria releases it: the rule is `domain::question::sight`, and every
//! statement that reads quesiti for others says `released_at is not null or ente_id = …`.

mod asking;
mod day_form;
mod holdings;
mod letters;
mod pages;
mod routes;
mod store;
mod words;

use rocket::Route;

use crate::access::RoleName;
use crate::access::session::EnteName;
use crate::domain::forum_day::{Hours, Refusal, State};
use crate::domain::ids::{EditionId, ExpertAnswerId, ForumDayId, ForumPostId, PersonId, QuestionAttachmentId, QuestionId, SeminarId};
use crate::domain::moment::{Day, Moment};
use crate::domain::question::Progress;
use crate::domain::scan::{self, Kind as FileKind};
use crate::enti::Absence;
use crate::platform::jobs::Job;
use crate::ui::paths;
use crate::ui::sitemap::{Audience, Entry};
use crate::ui::words::Lang;
use crate::web::uploads::NotKept;

pub use holdings::{FILES, HOLDINGS};
pub use store::answers::{Unpublished, draft as draft_answer, publish as publish_answer, take};
pub use store::asking::{Asked, ask};
pub use store::attended::attended;
pub use store::desk::{create as create_day, publish as publish_day};
pub use store::release::release;
pub use store::standing::{announced, waiting};
pub use store::talk::{Said, interest, post};

/// The pages that people can go to by name.
pub const SITEMAP: &[Entry] = &[
    Entry::new(paths::FORUM, routes::name, Audience::Everyone),
    Entry::new(paths::QUEUE, routes::queue_name, Audience::Only(RoleName::Expert)),
    Entry::new(paths::QUEUE, routes::queue_name, Audience::Only(RoleName::Secretariat)),
    Entry::new(paths::FORUM_DESK, routes::desk_name, Audience::Only(RoleName::Secretariat)),
];

/// Days, quesiti, answers, interventi, proceedings.
pub fn routes() -> Vec<Route> {
    routes::routes()
}

/// Quesiti that waited for the next day join it when it begins to gather; at the end of a day its followers are told.
pub fn jobs() -> Vec<Job> {
    vec![
        Job { name: "forum-queue", every: 1, run: |turn| Box::pin(store::upkeep::gather(turn.db, turn.now)) },
        Job { name: "forum-digest", every: 5, run: |turn| Box::pin(store::upkeep::digest(turn.db, turn.now)) },
    ]
}

/// A person by name.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Named {
    pub id: PersonId,
    pub name: String,
}

/// A giornata di forum.
#[derive(Debug, Clone)]
pub struct ForumDay {
    pub id: ForumDayId,
    pub edition: EditionId,
    pub edition_name: String,
    pub title: String,
    pub presentation: String,
    pub themes: Vec<String>,
    /// Those of them whose answers a second expert reads before they are published.
    pub read_twice: Vec<String>,
    pub hours: Hours,
    pub extended_why: Option<String>,
    pub revision: i64,
    /// Grows at whatever readers of the day see change.
    pub touched: i64,
    pub changed_at: Moment,
    /// Quesiti that whoever asks may see, and how many of those are answered.
    pub asked: i64,
    pub answered: i64,
}

impl ForumDay {
    pub fn state(&self, now: Moment) -> State {
        self.hours.state(now)
    }

    /// The Italian day it is held on.
    pub fn held_on(&self) -> Day {
        self.hours.opens_at.day()
    }
}

/// A day for who looks at it from afar: on the first page, in a calendar.
#[derive(Debug, Clone)]
pub struct Announced {
    pub id: ForumDayId,
    pub title: String,
    pub hours: Hours,
}

impl Announced {
    /// State and clock in one sentence, without a full stop.
    pub fn told(&self, lang: Lang, now: Moment) -> String {
        routes::clock(lang, &self.hours, now)
    }
}

/// What the queue holds for an expert.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Waiting {
    /// Quesiti without an answer, and when the oldest was put.
    pub unanswered: i64,
    pub oldest: Option<Moment>,
    /// Those of them that the expert took.
    pub own: i64,
    /// Quesiti that no other ente sees yet.
    pub unreleased: i64,
    /// Drafts of others that wait for a second reader.
    pub to_read: i64,
}

/// A day with the people and the seminars that belong to it.
#[derive(Debug, Clone)]
pub struct DaySheet {
    pub day: ForumDay,
    pub experts: Vec<Named>,
    pub seminars: Vec<(SeminarId, String)>,
    /// Quesiti of the day in whatever state, released or not.
    pub total: i64,
    /// Those that nobody but their ente and the programme sees.
    pub unreleased: i64,
    /// Those without an answer.
    pub unanswered: i64,
}

/// A day as the segreteria writes it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DayDraft {
    pub title: String,
    pub presentation: String,
    pub themes: Vec<String>,
    pub read_twice: Vec<String>,
    pub gathering_from: Moment,
    pub opens_at: Moment,
    pub closes_at: Moment,
    pub experts: Vec<PersonId>,
    pub seminars: Vec<SeminarId>,
}

/// A quesito as its author writes it.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct QuestionDraft {
    pub theme: String,
    pub title: String,
    pub body: String,
    pub law: String,
}

/// Why a quesito is not taken.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum NotAsked {
    /// Not at this hour.
    Hour(Refusal),
    /// The ente takes no part in the edition.
    Absent(Absence),
}

/// Something that somebody follows.
#[derive(Debug, Clone)]
pub struct Follow {
    pub edition: EditionId,
    pub kind: Followed,
    /// The id of a quesito or of a day, or the theme itself.
    pub about: String,
    /// None of a theme, and of a quesito that is out of sight.
    pub title: Option<String>,
}

/// Why a file is not attached.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum NoFile {
    /// By what it is, or because it is there already.
    Scan(scan::Refusal),
    /// By the rules of all uploads.
    Upload(NotKept),
}

/// A quesito in a list: the released text, or the original for those who see it whole.
#[derive(Debug, Clone)]
pub struct Line {
    pub id: QuestionId,
    pub title: String,
    pub theme: String,
    pub asked_at: Moment,
    pub progress: Progress,
    pub is_released: bool,
    /// Of the ente acted for.
    pub is_own: bool,
    /// Enti that it interests too.
    pub interested: i64,
    pub posts: i64,
}

/// The text of a quesito.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Text {
    pub title: String,
    pub body: String,
    pub law: String,
}

/// A quesito with what its page shows.
#[derive(Debug, Clone)]
pub struct Question {
    pub id: QuestionId,
    pub edition: EditionId,
    pub theme: String,
    pub ente: EnteName,
    pub asked_by: Option<Named>,
    pub asked_at: Moment,
    pub original: Text,
    /// What looks like personal data in it, by kind.
    pub flags: Vec<String>,
    pub released: Option<Text>,
    pub released_at: Option<Moment>,
    pub assigned_to: Option<Named>,
    pub assigned_at: Option<Moment>,
    pub answered_at: Option<Moment>,
    pub declined: Option<(Moment, String)>,
    /// The day it belongs to; none while it waits for one.
    pub day: Option<DayOfQuestion>,
    pub touched: i64,
}

/// What a quesito has to know of its day.
#[derive(Debug, Clone)]
pub struct DayOfQuestion {
    pub id: ForumDayId,
    pub title: String,
    pub hours: Hours,
    pub read_twice: Vec<String>,
}

impl Question {
    pub fn progress(&self) -> Progress {
        Progress::of(self.assigned_to.is_some(), self.answered_at.is_some(), self.declined.is_some())
    }

    /// Its day, if others see it there: what happens to one that is not released must not be noticed, not even by who only asks
    /// whether something is new.
    pub fn shown_day(&self) -> Option<&ForumDayId> {
        self.day.as_ref().filter(|_| self.released.is_some()).map(|day| &day.id)
    }

    /// The text that others see, or the original where there is none yet.
    pub fn public(&self) -> &Text {
        self.released.as_ref().unwrap_or(&self.original)
    }
}

/// A file of a quesito.
#[derive(Debug, Clone)]
pub struct Attachment {
    pub id: QuestionAttachmentId,
    pub name: String,
    pub kind: FileKind,
    pub bytes: i64,
    pub sha256: String,
    pub is_released: bool,
    /// It is the redacted copy of this one.
    pub redacts: Option<QuestionAttachmentId>,
}

/// Of which side of the private thread a message is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Side {
    Expert,
    Ente,
}

/// A line of the private thread between expert and asker.
#[derive(Debug, Clone)]
pub struct Message {
    pub side: Side,
    pub body: String,
    pub written_at: Moment,
    pub author: String,
}

/// A risposta dell'esperto.
#[derive(Debug, Clone)]
pub struct Answer {
    pub id: ExpertAnswerId,
    pub theme: String,
    pub author: String,
    pub author_id: Option<PersonId>,
    pub author_role: String,
    pub body: String,
    pub law: String,
    pub valid_until: Option<Day>,
    pub read_twice: bool,
    pub reader: Option<String>,
    pub read_at: Option<Moment>,
    pub changed_at: Moment,
    pub published_at: Option<Moment>,
    pub superseded_by: Option<ExpertAnswerId>,
    pub superseded_at: Option<Moment>,
    pub revision: i64,
}

/// What an expert writes.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct AnswerDraft {
    pub body: String,
    pub law: String,
    pub valid_until: Option<Day>,
    pub author_role: String,
    /// The quesiti it answers.
    pub questions: Vec<QuestionId>,
}

/// An intervento.
#[derive(Debug, Clone)]
pub struct Post {
    pub id: ForumPostId,
    pub author: String,
    pub author_role: String,
    pub ente: Option<EnteName>,
    /// Of the ente that asked: named to those alone who see who asked.
    pub by_asker: bool,
    pub body: String,
    pub written_at: Moment,
    /// When and why it was hidden.
    pub hidden: Option<(Moment, String)>,
    pub reports: i64,
}

/// What somebody can be told about.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Followed {
    Question,
    Theme,
    Day,
}

impl Followed {
    pub fn as_str(self) -> &'static str {
        match self {
            Followed::Question => "question",
            Followed::Theme => "theme",
            Followed::Day => "day",
        }
    }

    pub fn parse(text: &str) -> Option<Followed> {
        [Followed::Question, Followed::Theme, Followed::Day].into_iter().find(|one| one.as_str() == text)
    }
}

/// A quesito in the expert's queue.
#[derive(Debug, Clone)]
pub struct Queued {
    pub id: QuestionId,
    pub title: String,
    pub theme: String,
    pub ente: EnteName,
    pub asked_at: Moment,
    pub assigned_to: Option<Named>,
    pub is_released: bool,
    pub is_flagged: bool,
    pub day: Option<(ForumDayId, String)>,
    pub interested: i64,
}

/// Why a quesito is not taken, given on or answered.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum NotYours {
    /// Somebody was first.
    TakenBy(String, Moment),
    /// It is answered, or was laid aside.
    Done,
    /// Nobody has it, or somebody else: take it first.
    NotTaken,
}

/// What a closed day comes to.
#[derive(Debug, Clone)]
pub struct Proceedings {
    pub day: ForumDay,
    pub experts: Vec<Named>,
    /// Released quesiti by theme, in the order of the day.
    pub themes: Vec<(String, Vec<Settled>)>,
    pub figures: Figures,
}

/// A released quesito with the answers that hold.
#[derive(Debug, Clone)]
pub struct Settled {
    pub id: QuestionId,
    pub text: Text,
    pub answers: Vec<Answer>,
}

/// The figures of a day.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Figures {
    pub asked: i64,
    pub answered: i64,
    /// Quesiti that share an answer with another.
    pub merged: i64,
    /// Minutes from a quesito to its first answer.
    pub median_minutes: Option<i64>,
    pub enti: i64,
    pub posts: i64,
}

/// What a giornata meant for one of its experts.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Duty {
    pub day: ForumDayId,
    pub title: String,
    pub held_on: Day,
    pub expert: Named,
    /// Hours of the day in minutes, extension and all; 0 for who was not on duty and helped.
    pub minutes: i64,
    /// Published, and the quesiti they closed.
    pub answers: i64,
    pub questions: i64,
    /// Answers of others read before they were published.
    pub readings: i64,
    /// Messages in private threads.
    pub messages: i64,
}

/// Somebody took part in a giornata, for an ente or for the programme.
#[derive(Debug, Clone)]
pub struct Attended {
    pub day: ForumDayId,
    pub edition: EditionId,
    pub title: String,
    pub held_on: Day,
    pub person: Named,
    /// As styled at the ente now.
    pub qualifica: String,
    /// None: for the programme.
    pub ente: Option<EnteName>,
    /// Of the ente.
    pub region: String,
    pub did: Contribution,
}

/// What they did there. No hours: nobody notes when people come to a page and when they go.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Contribution {
    pub asked: i64,
    /// Interventi that are not hidden.
    pub posted: i64,
    /// Messages between expert and asker.
    pub replied: i64,
    /// Answers published.
    pub answered: i64,
    /// Answers of others read before they were published.
    pub readings: i64,
    pub on_duty: bool,
}

impl Contribution {
    /// What was done for two enti on one day.
    #[must_use]
    pub fn with(self, other: Contribution) -> Contribution {
        Contribution {
            asked: self.asked + other.asked,
            posted: self.posted + other.posted,
            replied: self.replied + other.replied,
            answered: self.answered + other.answered,
            readings: self.readings + other.readings,
            on_duty: self.on_duty || other.on_duty,
        }
    }
}

/// What the feed tells of a day: its proceedings.
#[derive(Debug, Clone)]
pub struct Told {
    pub day: ForumDayId,
    pub title: String,
    pub presentation: String,
    pub published_at: Moment,
    /// Released quesiti.
    pub questions: Vec<(QuestionId, String)>,
}
