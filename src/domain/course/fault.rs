//! What can be wrong with the folder of a course: kinds with their data, no sentences (`cli/course_words.rs` has them).

use crate::domain::questionnaire::parse::FaultKind;

/// Something that keeps a folder from being a course.
#[derive(Debug, Clone, PartialEq)]
pub struct Fault {
    /// Relative to the folder of the course.
    pub file: String,
    /// From 1.
    pub line: usize,
    /// From 1, in characters.
    pub column: usize,
    pub kind: Mistake,
}

#[derive(Debug, Clone, PartialEq)]
pub enum Mistake {
    /// What the files of questionnaires can have wrong as well: TOML, keys, types, ids.
    Format(FaultKind),
    NotUtf8,
    /// A day that is none, or not written YYYY-MM-DD.
    NotADay {
        text: String,
    },
    UnknownPrerequisite {
        course: String,
    },
    /// Courses that ask for one another: the first is also the last.
    PrerequisiteCircle {
        way: Vec<String>,
    },

    /// A file of the folder that is neither a lesson, nor a test, nor a file shown or linked.
    UnexpectedFile,
    /// Listed, and not there.
    NotInFolder {
        path: String,
    },
    /// There, and not listed.
    LessonNotListed,
    QuizNotUsed,
    FileNotUsed,
    /// Not `NN-name.md`, or a name that pages of the course have.
    LessonName {
        path: String,
    },
    /// The numbers of the files go another way than the list.
    LessonsOutOfOrder {
        path: String,
    },
    FileType {
        path: String,
    },
    /// In bytes.
    TooLarge {
        path: String,
        size: usize,
        most: usize,
    },
    /// An SVG that does more than show: script, handler, or something from elsewhere.
    ActiveSvg,
    MissingCaptions {
        path: String,
    },
    /// Not WebVTT, or without a single cue.
    BrokenCaptions,

    EmptyLesson,
    RawHtml,
    EmptyHeading,
    /// Levels as written; after 0 stands for the beginning.
    HeadingSkipped {
        level: u8,
        after: u8,
    },
    HeadingTooDeep,
    MissingAlt {
        file: String,
    },
    PictureInText,
    PictureElsewhere {
        address: String,
    },
    LinkWithoutText,
    VagueLink {
        text: String,
    },
    UnsafeLink {
        address: String,
    },
    NoSuchLesson {
        lesson: String,
    },
    NoSuchHeading {
        heading: String,
    },
    TableWithoutHeader,

    NoRightAnswer {
        question: String,
    },
    /// More than one, where one can be chosen.
    ManyRightAnswers {
        question: String,
    },
    OptionWithoutFeedback {
        option: String,
    },
    /// A row whose right column is missing or none of the columns.
    RowWithoutRight {
        row: String,
    },
    /// The right number lies outside the bounds of the question.
    RightOutOfBounds {
        question: String,
    },
    UnknownPool {
        pool: String,
    },
    /// More to draw than there is.
    PoolTooSmall {
        pool: String,
        draw: usize,
        found: usize,
    },
    EmptyQuiz,
    /// Attempts without the days after which one may try again, or the other way round.
    AttemptsWithoutPause,
}

impl Mistake {
    /// The same word in every language and release, for programs that read the result.
    pub fn code(&self) -> &'static str {
        match self {
            Mistake::Format(kind) => kind.code(),
            Mistake::NotUtf8 => "not-utf8",
            Mistake::NotADay { .. } => "not-a-day",
            Mistake::UnknownPrerequisite { .. } => "unknown-prerequisite",
            Mistake::PrerequisiteCircle { .. } => "prerequisite-circle",
            Mistake::UnexpectedFile => "unexpected-file",
            Mistake::NotInFolder { .. } => "not-in-folder",
            Mistake::LessonNotListed => "lesson-not-listed",
            Mistake::QuizNotUsed => "quiz-not-used",
            Mistake::FileNotUsed => "file-not-used",
            Mistake::LessonName { .. } => "lesson-name",
            Mistake::LessonsOutOfOrder { .. } => "lessons-out-of-order",
            Mistake::FileType { .. } => "file-type",
            Mistake::TooLarge { .. } => "too-large",
            Mistake::ActiveSvg => "active-svg",
            Mistake::MissingCaptions { .. } => "missing-captions",
            Mistake::BrokenCaptions => "broken-captions",
            Mistake::EmptyLesson => "empty-lesson",
            Mistake::RawHtml => "raw-html",
            Mistake::EmptyHeading => "empty-heading",
            Mistake::HeadingSkipped { .. } => "heading-skipped",
            Mistake::HeadingTooDeep => "heading-too-deep",
            Mistake::MissingAlt { .. } => "missing-alt",
            Mistake::PictureInText => "picture-in-text",
            Mistake::PictureElsewhere { .. } => "picture-elsewhere",
            Mistake::LinkWithoutText => "link-without-text",
            Mistake::VagueLink { .. } => "vague-link",
            Mistake::UnsafeLink { .. } => "unsafe-link",
            Mistake::NoSuchLesson { .. } => "no-such-lesson",
            Mistake::NoSuchHeading { .. } => "no-such-heading",
            Mistake::TableWithoutHeader => "table-without-header",
            Mistake::NoRightAnswer { .. } => "no-right-answer",
            Mistake::ManyRightAnswers { .. } => "many-right-answers",
            Mistake::OptionWithoutFeedback { .. } => "option-without-feedback",
            Mistake::RowWithoutRight { .. } => "row-without-right",
            Mistake::RightOutOfBounds { .. } => "right-out-of-bounds",
            Mistake::UnknownPool { .. } => "unknown-pool",
            Mistake::PoolTooSmall { .. } => "pool-too-small",
            Mistake::EmptyQuiz => "empty-quiz",
            Mistake::AttemptsWithoutPause => "attempts-without-pause",
        }
    }
}
