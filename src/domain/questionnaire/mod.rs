//! A questionnaire is data: what is asked, what an answer is worth, which models it is measured against.
//!
//! A folder per version holds TOML files; [`parse`] turns their text into a [`Questionnaire`] or into faults with file,
//! line and column. Nothing here knows one particular questionnaire.

pub mod answer;
pub mod condition;
pub mod parse;

pub use answer::{Answer, Answers};
pub use condition::Condition;

/// One version of one questionnaire, checked: every id it mentions exists.
#[derive(Debug, Clone)]
pub struct Questionnaire {
    /// Slug, as in `piccoli-comuni`.
    pub id: String,
    /// Version, as in `1`: the name of the folder.
    pub version: String,
    pub title: String,
    /// Language of the content (BCP 47), for the `lang` attribute.
    pub lang: String,
    /// A draft is not offered to anybody: only published versions are.
    pub draft: bool,
    /// SHA-256 of the files in name order, in hex: kept with every rilevazione, so that a changed version is noticed.
    pub hash: String,
    /// Paragraphs for the public explanation: who fills it in, what it measures.
    pub about: Vec<String>,
    pub themes: Vec<Theme>,
    pub dimensions: Vec<Dimension>,
    pub models: Vec<Model>,
    pub sections: Vec<Section>,
    pub suggestions: Vec<Suggestion>,
    /// Absent where answers are not measured against models.
    pub positioning: Option<Positioning>,
}

/// A theme of the training that a suggestion leads to.
#[derive(Debug, Clone)]
pub struct Theme {
    pub id: String,
    pub name: String,
}

#[derive(Debug, Clone)]
pub struct Dimension {
    pub id: String,
    pub name: String,
    /// A word or two for the radar.
    pub short: String,
    /// Percent; the weights of a questionnaire add up to 100.
    pub weight: f64,
    pub why: String,
}

/// An organisational model: a type with a context of its own, not a step of a ladder.
#[derive(Debug, Clone)]
pub struct Model {
    pub id: String,
    pub name: String,
    pub description: String,
    /// When the model is the sensible choice, in a sentence.
    pub suits: String,
    /// What must be true for it to be the present positioning (section 4).
    pub admissible: Condition,
    /// Ideal score 0–100 per dimension, in the order of [`Questionnaire::dimensions`].
    pub profile: Vec<Ideal>,
}

/// The ideal score of a model on one dimension.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Ideal {
    pub score: f64,
    /// Indifferent: it does not count in the distance, and stays valid as a target.
    pub indifferent: bool,
}

#[derive(Debug, Clone)]
pub struct Section {
    pub id: String,
    pub title: String,
    /// Index in [`Questionnaire::dimensions`] that its scored questions belong to; none for context and duties.
    pub dimension: Option<usize>,
    /// Estimated minutes with the data at hand.
    pub minutes: u32,
    pub intro: Option<String>,
    pub questions: Vec<Question>,
}

#[derive(Debug, Clone)]
pub struct Question {
    pub id: String,
    pub text: String,
    pub kind: Kind,
    /// Weight inside the dimension; none for a question that gives no points.
    pub weight: Option<f64>,
    pub visible: Condition,
    /// Where "not applicable" is allowed, and for whom ("nessun residente non UE"; may be empty).
    pub not_applicable: Option<String>,
    pub help: Option<String>,
    /// The office that most likely knows.
    pub office: Option<String>,
}

impl Question {
    /// "Don't know" is offered wherever there are points to lose, never on context questions (section 5.1).
    pub fn admits_dont_know(&self) -> bool {
        self.weight.is_some()
    }
}

#[derive(Debug, Clone)]
pub enum Kind {
    Single {
        options: Vec<Choice>,
    },
    Multiple {
        options: Vec<Choice>,
    },
    /// Options `s` and `n`, in this order.
    YesNo {
        options: [Choice; 2],
    },
    /// Five levels, ids `1`–`5`.
    Maturity {
        levels: Vec<Choice>,
    },
    Number(Number),
    /// One column per row. A column without points excludes its row from the mean.
    Matrix {
        rows: Vec<Row>,
        columns: Vec<Choice>,
    },
    /// At most so many characters.
    Text {
        max_chars: usize,
    },
}

/// An option, a level or a column.
#[derive(Debug, Clone, PartialEq)]
pub struct Choice {
    pub id: String,
    pub text: String,
    /// 0–100; none in a question without points, and for an option excluded from scoring.
    pub points: Option<f64>,
    /// Stands only alone (multiple choice).
    pub exclusive: bool,
}

#[derive(Debug, Clone, PartialEq)]
pub struct Row {
    pub id: String,
    pub text: String,
}

#[derive(Debug, Clone)]
pub struct Number {
    pub min: f64,
    pub max: f64,
    /// The answer to another question that this one may not exceed (foreign residents ≤ residents).
    pub at_most: Option<String>,
    /// Another number, of which this one is a part: the page says which share, in percent.
    pub share_of: Option<String>,
    /// What the system knows and proposes; the answer stays the ente's own.
    pub propose: Option<Proposal>,
    pub decimals: bool,
    /// What is counted ("ore alla settimana").
    pub unit: Option<String>,
    /// (value, points), by rising value: linear between, constant outside. Empty without points.
    pub curve: Vec<(f64, f64)>,
}

/// Figures that the system has of an ente.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Proposal {
    /// Residents as ISTAT counts them; of an association, the sum of its comuni.
    Residents,
}

impl Proposal {
    /// As written in the files, in the order of [`Proposal::ALL`].
    pub const WORDS: [&'static str; 1] = ["residents"];
    pub const ALL: [Proposal; 1] = [Proposal::Residents];
}

#[derive(Debug, Clone)]
pub struct Suggestion {
    pub id: String,
    pub title: String,
    /// The question it is linked to.
    pub question: String,
    pub condition: Condition,
    /// Points of the linked question after the improvement; none only for a duty on a question without points.
    pub target: Option<f64>,
    pub effort: Effort,
    pub impact: Impact,
    pub steps: Vec<String>,
    pub effect: String,
    /// Ids of [`Questionnaire::themes`].
    pub themes: Vec<String>,
    /// The forum helps with it.
    pub forum: bool,
    /// Testimonials in words ("Unione Valdera").
    pub testimonials: Vec<String>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Effort {
    Low,
    Medium,
    High,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Impact {
    High,
    Medium,
    Low,
    /// A legal duty: out of the ranking, in a box of its own.
    Duty,
}

/// How answers are measured against models (section 5, points 4–9): every threshold is data.
#[derive(Debug, Clone)]
pub struct Positioning {
    /// Questions that decide admissibility: without a valid answer there is no positioning.
    pub required: Vec<String>,
    pub offices: Option<Offices>,
    pub thresholds: Thresholds,
    pub factors: Factors,
    /// First rule that holds proposes the target model.
    pub targets: Vec<TargetRule>,
    pub peers: Option<Peers>,
}

/// The question that says which offices took part.
#[derive(Debug, Clone)]
pub struct Offices {
    pub question: String,
    pub counted: Vec<String>,
    /// The option that says "there is only one office".
    pub only_one: Option<String>,
}

/// Percentages and points 0–100, on values that are not rounded.
#[derive(Debug, Clone, PartialEq)]
pub struct Thresholds {
    pub coverage_full: f64,
    pub coverage_least: f64,
    pub distance_most: f64,
    pub margin_clear: f64,
    pub margin_prevalent: f64,
    /// How much nearer an inadmissible model must be to be named as "functioning".
    pub functioning_nearer: f64,
    /// Below this share of confirmed trials the result is sensitive to the weights.
    pub robust_share: f64,
    pub consolidation: f64,
    pub strength_least: f64,
    /// From this gap on, suggestions of the dimension count in full.
    pub gap_full: f64,
    /// Two models nearer than this cannot be told apart: a warning of the check.
    pub models_apart: f64,
}

/// What the gain of a suggestion is multiplied by to rank it (section 5.10); all above zero.
#[derive(Debug, Clone, PartialEq)]
pub struct Factors {
    pub effort: Levels,
    pub impact: Levels,
    /// Where the dimension is nearer to the target than [`Thresholds::gap_full`].
    pub near_target: f64,
}

/// One factor per level.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Levels {
    pub low: f64,
    pub medium: f64,
    pub high: f64,
}

impl Factors {
    pub fn of_effort(&self, effort: Effort) -> f64 {
        match effort {
            Effort::Low => self.effort.low,
            Effort::Medium => self.effort.medium,
            Effort::High => self.effort.high,
        }
    }

    /// None for a duty, which is not ranked.
    pub fn of_impact(&self, impact: Impact) -> Option<f64> {
        match impact {
            Impact::Low => Some(self.impact.low),
            Impact::Medium => Some(self.impact.medium),
            Impact::High => Some(self.impact.high),
            Impact::Duty => None,
        }
    }
}

#[derive(Debug, Clone)]
pub struct TargetRule {
    /// Model of the present positioning; none: any.
    pub from: Option<String>,
    pub when: Condition,
    /// All gaps from this model are below so many points.
    pub near: Option<(String, f64)>,
    pub propose: String,
}

/// Classes for the comparison among peers (point 11): the first whose condition holds.
#[derive(Debug, Clone)]
pub struct Peers {
    pub least: usize,
    pub classes: Vec<PeerClass>,
}

#[derive(Debug, Clone)]
pub struct PeerClass {
    pub id: String,
    pub name: String,
    pub when: Condition,
}

impl Questionnaire {
    pub fn questions(&self) -> impl Iterator<Item = &Question> {
        self.sections.iter().flat_map(|s| &s.questions)
    }

    pub fn question(&self, id: &str) -> Option<&Question> {
        self.questions().find(|q| q.id == id)
    }

    pub fn section(&self, id: &str) -> Option<&Section> {
        self.sections.iter().find(|s| s.id == id)
    }

    pub fn model(&self, id: &str) -> Option<&Model> {
        self.models.iter().find(|m| m.id == id)
    }
}

impl Kind {
    /// Options, levels or columns; none for numbers and text.
    pub fn choices(&self) -> &[Choice] {
        match self {
            Kind::Single { options } | Kind::Multiple { options } => options,
            Kind::YesNo { options } => options,
            Kind::Maturity { levels } => levels,
            Kind::Matrix { columns, .. } => columns,
            Kind::Number(_) | Kind::Text { .. } => &[],
        }
    }

    pub fn choice(&self, id: &str) -> Option<&Choice> {
        self.choices().iter().find(|c| c.id == id)
    }
}
