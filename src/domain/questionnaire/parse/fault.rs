//! What can be wrong with the files of a questionnaire: kinds with their data, no sentences (`cli/words.rs` has them).

use crate::domain::questionnaire::Kind;
use crate::domain::questionnaire::condition::Syntax;

/// Something that keeps the files from being a questionnaire.
#[derive(Debug, Clone, PartialEq)]
pub struct Fault {
    /// As in [`super::SourceFile::path`].
    pub file: String,
    /// From 1.
    pub line: usize,
    /// From 1, in characters.
    pub column: usize,
    pub kind: FaultKind,
}

/// Something that a curator should look at, although the questionnaire works.
#[derive(Debug, Clone, PartialEq)]
pub struct Warning {
    pub file: String,
    pub line: usize,
    pub column: usize,
    pub kind: WarningKind,
}

#[derive(Debug, Clone, PartialEq)]
pub enum FaultKind {
    /// Not TOML; the parser's own words.
    Toml {
        detail: String,
    },
    /// The folder lacks a file that every questionnaire has: the one that the fault names as its place.
    MissingFile,
    /// A file that no part of the format reads.
    UnexpectedFile,

    MissingKey {
        key: &'static str,
    },
    UnknownKey {
        key: String,
    },
    /// A key that other kinds of question have.
    KeyNotForKind {
        key: String,
        kind: KindName,
    },
    WrongType {
        key: String,
        expected: Type,
        found: Type,
    },
    Empty {
        key: String,
    },
    /// A word outside a closed list.
    UnknownWord {
        key: &'static str,
        word: String,
        known: &'static [&'static str],
    },
    /// An id that does not have the shape of its thing.
    BadId {
        thing: Thing,
        id: String,
    },
    Duplicate {
        thing: Thing,
        id: String,
    },
    Unknown {
        thing: Thing,
        id: String,
    },
    /// Fewer entries than make sense.
    TooFew {
        key: &'static str,
        least: usize,
        found: usize,
    },
    OutOfRange {
        key: String,
        value: f64,
        min: f64,
        max: f64,
    },
    NotPositive {
        key: String,
        value: f64,
    },
    /// The first number may not be above the second.
    Inverted {
        low: &'static str,
        high: &'static str,
    },
    /// The folder is called otherwise than the questionnaire or its version.
    NotTheFolder {
        thing: Thing,
        id: String,
        folder: String,
    },

    Condition(Syntax),
    UnknownName {
        name: String,
    },
    /// A named condition that leads back to itself.
    RecursiveName {
        name: String,
    },
    UnknownOption {
        question: String,
        option: String,
    },
    /// An atom that says nothing about questions of that kind.
    UnfitAtom {
        atom: AtomForm,
        question: String,
        kind: KindName,
    },
    /// `points(…)` of a question without weight.
    PointsOfUnscored {
        question: String,
    },
    /// Rows below 1, beyond the last or back to front.
    RowsOutOfRange {
        question: String,
        rows: usize,
    },
    /// Visibility may look only at questions before: this one comes later.
    LaterQuestion {
        question: String,
    },
    /// Visibility that depends on the question itself.
    OwnQuestion {
        question: String,
    },

    SectionWithoutQuestions,
    ScoredWithoutDimension {
        question: String,
    },
    DimensionWithoutQuestions {
        dimension: String,
    },
    /// The weights of the dimensions do not add up to 100.
    WeightsSum {
        sum: f64,
    },
    OptionWithoutPoints {
        option: String,
    },
    PointsWithoutWeight {
        question: String,
    },
    /// Points beside `scored = false`.
    PointsUnscored {
        option: String,
    },
    /// A question with weight, none of whose options has points.
    NothingScored {
        question: String,
    },
    ExclusiveOutsideMultiple {
        option: String,
    },
    TwoExclusives {
        first: String,
        second: String,
    },
    MaturityWithoutScale,
    /// The common scale has another number of levels than five.
    ScaleLength {
        found: usize,
    },
    CurveTooShort,
    CurveNotRising {
        value: f64,
        after: f64,
    },
    /// `at_most` or `share_of` names a question that is no number, or the question itself.
    OtherNotANumber {
        key: &'static str,
        question: String,
    },

    ModelsWithoutPositioning,
    PositioningWithoutModels,
    ProfileLacks {
        dimension: String,
    },
    /// Every dimension is indifferent: no distance can be computed.
    AllIndifferent {
        model: String,
    },
    TargetMissing {
        question: String,
    },
    TargetWithoutPoints {
        question: String,
    },
    /// No answer is worth that much.
    TargetUnreachable {
        question: String,
        best: f64,
    },
    /// For an ente of this model, no rule of the target is sure to apply.
    TargetRulesOpen {
        model: String,
    },
    OfficesNotMultiple {
        question: String,
    },
}

#[derive(Debug, Clone, PartialEq)]
pub enum WarningKind {
    /// Two models too similar to be told apart (section 3, end).
    ModelsTooNear { first: String, second: String, distance: f64, least: f64 },
}

/// What an id may belong to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Thing {
    Questionnaire,
    Version,
    Language,
    Condition,
    Theme,
    Dimension,
    Model,
    Section,
    Question,
    Option,
    Row,
    Column,
    Suggestion,
    PeerClass,
}

/// The types of TOML, as a curator would name them.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Type {
    Text,
    Whole,
    Number,
    /// `inf`, `nan`, or beyond what a number can hold.
    NotFinite,
    Flag,
    Date,
    List,
    Table,
    /// `true`, `false` or a text.
    FlagOrText,
    /// `[value, points]`
    Pair,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum KindName {
    Single,
    Multiple,
    YesNo,
    Maturity,
    Number,
    Matrix,
    Text,
}

/// The forms of an atom, by what they begin with.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum AtomForm {
    Is,
    IsNot,
    In,
    Has,
    Level,
    Value,
    Points,
    Rows,
}

impl KindName {
    /// As written in the files, in the order of [`KindName::ALL`].
    pub const WORDS: [&'static str; 7] = ["single", "multiple", "yes-no", "maturity", "number", "matrix", "text"];
    pub const ALL: [KindName; 7] =
        [KindName::Single, KindName::Multiple, KindName::YesNo, KindName::Maturity, KindName::Number, KindName::Matrix, KindName::Text];

    pub fn of(kind: &Kind) -> KindName {
        match kind {
            Kind::Single { .. } => KindName::Single,
            Kind::Multiple { .. } => KindName::Multiple,
            Kind::YesNo { .. } => KindName::YesNo,
            Kind::Maturity { .. } => KindName::Maturity,
            Kind::Number(_) => KindName::Number,
            Kind::Matrix { .. } => KindName::Matrix,
            Kind::Text { .. } => KindName::Text,
        }
    }

    pub fn as_str(self) -> &'static str {
        match self {
            KindName::Single => "single",
            KindName::Multiple => "multiple",
            KindName::YesNo => "yes-no",
            KindName::Maturity => "maturity",
            KindName::Number => "number",
            KindName::Matrix => "matrix",
            KindName::Text => "text",
        }
    }
}
