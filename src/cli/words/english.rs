//! The English of the command line.

use crate::domain::questionnaire::condition::{DEEPEST, Expected, Syntax};
use crate::domain::questionnaire::parse::{AtomForm, FaultKind, Thing, Type, WarningKind};
use crate::platform::content::Unreadable;
use crate::ui::dates;
use crate::ui::words::Lang;

fn number(value: f64) -> String {
    dates::number(Lang::En, value, 2)
}

/// Long, because it is one table: the compiler names the kind without a sentence.
pub(super) fn fault(kind: &FaultKind) -> String {
    use FaultKind as F;
    match kind {
        F::Toml { detail } => format!("the file is not valid TOML: {detail}"),
        F::MissingFile => "the file is missing".to_owned(),
        F::UnexpectedFile => {
            "unexpected file: what is read here is questionnaire.toml, models.toml, suggestions.toml and sections/*.toml".to_owned()
        }
        F::MissingKey { key } => format!("“{key}” is missing"),
        F::UnknownKey { key } => format!("“{key}” is not a key that belongs here"),
        F::KeyNotForKind { key, kind } => format!("“{key}” does not belong to a question of kind “{}”", kind.as_str()),
        F::WrongType { key, expected, found } => format!("“{key}” must be {}, not {}", type_name(*expected), type_name(*found)),
        F::Empty { key } => format!("“{key}” is empty"),
        F::UnknownWord { key, word, known } => format!("“{key}” cannot be “{word}”: write one of {}", quoted(known)),
        F::BadId { thing, id } => format!("“{id}” cannot name {}: {}", a(*thing), shape(*thing)),
        F::Duplicate { thing, id } => format!("there is already {} “{id}”", a(*thing)),
        F::Unknown { thing, id } => format!("there is no {} “{id}”", noun(*thing)),
        F::TooFew { key, least, found } => format!("“{key}” must have at least {least} entries: there are {found}"),
        F::OutOfRange { key, value, min, max } => {
            format!("“{key}” must be between {} and {}, not {}", number(*min), number(*max), number(*value))
        }
        F::NotPositive { key, value } => format!("“{key}” must be above zero, not {}", number(*value)),
        F::Inverted { low, high } => format!("“{low}” may not be above “{high}”"),
        F::NotTheFolder { thing, id, folder } => {
            format!("the {} is called “{id}”, but its folder is called “{folder}”: they must be the same", noun(*thing))
        }
        F::Condition(problem) => syntax(problem),
        F::UnknownName { name } => format!("“{name}” is not among the named conditions ([conditions])"),
        F::RecursiveName { name } => format!("the condition “{name}” leads back to itself"),
        F::UnknownOption { question, option } => format!("question {question} has no option “{option}”"),
        F::UnfitAtom { atom, question, kind } => {
            format!("{} does not apply to question {question}, which is of kind “{}”", atom_form(*atom), kind.as_str())
        }
        F::PointsOfUnscored { question } => format!("question {question} gives no points: points(…) would always be false"),
        F::RowsOutOfRange { question, rows } => {
            format!("the rows of question {question} go from 1 to {rows}, the first not beyond the last")
        }
        F::LaterQuestion { question } => format!("visibility may depend only on questions before, and {question} comes later"),
        F::OwnQuestion { question } => format!("the visibility of {question} cannot depend on {question} itself"),
        F::SectionWithoutQuestions => "the section has no questions".to_owned(),
        F::ScoredWithoutDimension { question } => format!("{question} has a weight, but the section has no dimension to bring it to"),
        F::DimensionWithoutQuestions { dimension } => format!("no question with a weight measures dimension {dimension}"),
        F::WeightsSum { sum } => format!("the weights of the dimensions must add up to 100: they add up to {}", number(*sum)),
        F::OptionWithoutPoints { option } => {
            format!("option “{option}” has no points: write points = …, or scored = false if it stays out of the score")
        }
        F::PointsWithoutWeight { question } => format!("{question} has no weight: it cannot give points"),
        F::PointsUnscored { option } => format!("option “{option}” has points and scored = false at once"),
        F::NothingScored { question } => format!("{question} has a weight, but none of its options gives points"),
        F::ExclusiveOutsideMultiple { option } => format!("option “{option}” is exclusive: that makes sense only in a multiple choice"),
        F::TwoExclusives { first, second } => format!("two exclusive options, “{first}” and “{second}”: one is enough"),
        F::MaturityWithoutScale => "the common scale (maturity) is missing in questionnaire.toml".to_owned(),
        F::ScaleLength { found } => format!("the scale of maturity has five levels: here they are {found}"),
        F::CurveTooShort => "the curve needs at least two points".to_owned(),
        F::CurveNotRising { value, after } => {
            format!("the values of the curve must rise: {} comes after {}", number(*value), number(*after))
        }
        F::OtherNotANumber { key, question } => format!("“{key}” must name another question of kind “number”, and {question} is not one"),
        F::ModelsWithoutPositioning => "there are models, but [positioning] is missing in questionnaire.toml".to_owned(),
        F::PositioningWithoutModels => "there is [positioning], but not one model in models.toml".to_owned(),
        F::ProfileLacks { dimension } => format!("the profile does not say dimension {dimension}"),
        F::AllIndifferent { model } => format!("for model {model} every dimension is indifferent: no distance can be computed"),
        F::TargetMissing { question } => {
            format!("“target” is missing: question {question} gives points, and the suggestion must say how many it leads to")
        }
        F::TargetWithoutPoints { question } => format!("“target” is of no use: question {question} gives no points"),
        F::TargetUnreachable { question, best } => {
            format!("no answer to {question} is worth that much: the best is worth {}", number(*best))
        }
        F::TargetRulesOpen { model } => {
            format!("for an ente positioned on {model} it may be that no rule applies: add one without condition")
        }
        F::OfficesNotMultiple { question } => format!("offices are counted in a multiple choice, and {question} is not one"),
    }
}

fn syntax(problem: &Syntax) -> String {
    match problem {
        Syntax::Character(c) => format!("conditions do not use “{c}”"),
        Syntax::TooDeep => format!("too many parentheses inside one another: {DEEPEST} at most"),
        Syntax::Expected { expected, found } if found.is_empty() => {
            format!("the condition breaks off: {} should follow", wanted(*expected))
        }
        Syntax::Expected { expected, found } => format!("here goes {}, not “{found}”", wanted(*expected)),
    }
}

fn wanted(expected: Expected) -> String {
    match expected {
        Expected::Condition => "a condition, such as Q07 = d, or its name".to_owned(),
        Expected::Joint => "“and”, “or” or the end".to_owned(),
        Expected::Operator => "=, !=, in {…} or has {…}".to_owned(),
        Expected::Comparison => "<, <=, =, >= or >".to_owned(),
        Expected::Question => "a question, such as Q07".to_owned(),
        Expected::Option => "an option, such as a".to_owned(),
        Expected::Number => "a number".to_owned(),
        Expected::RowNumber => "the number of a row".to_owned(),
        Expected::Sign(sign) => format!("“{sign}”"),
    }
}

fn atom_form(atom: AtomForm) -> &'static str {
    match atom {
        AtomForm::Is => "“=”",
        AtomForm::IsNot => "“!=”",
        AtomForm::In => "“in”",
        AtomForm::Has => "“has”",
        AtomForm::Level => "level(…)",
        AtomForm::Value => "value(…)",
        AtomForm::Points => "points(…)",
        AtomForm::Rows => "rows(…)",
    }
}

fn a(thing: Thing) -> String {
    let article = if thing == Thing::Option { "an" } else { "a" };
    format!("{article} {}", noun(thing))
}

fn noun(thing: Thing) -> &'static str {
    match thing {
        Thing::Questionnaire => "questionnaire",
        Thing::Version => "version",
        Thing::Language => "language",
        Thing::Condition => "condition",
        Thing::Theme => "theme",
        Thing::Dimension => "dimension",
        Thing::Model => "model",
        Thing::Section => "section",
        Thing::Question => "question",
        Thing::Option => "option",
        Thing::Row => "row",
        Thing::Column => "column",
        Thing::Suggestion => "suggestion",
        Thing::PeerClass => "class of enti",
    }
}

fn shape(thing: Thing) -> &'static str {
    match thing {
        Thing::Question => "a capital, then letters or digits, as in Q07",
        Thing::Condition => "small letters, digits, - and _, and no word of the condition language",
        Thing::Version => "a whole number, as in 1",
        Thing::Language => "a code, as in it",
        Thing::Theme | Thing::Dimension | Thing::Model | Thing::Suggestion => "letters without accents, digits and -",
        _ => "small letters without accents, digits and -",
    }
}

fn type_name(kind: Type) -> &'static str {
    match kind {
        Type::Text => "a text",
        Type::Whole => "a whole number",
        Type::Number => "a number",
        Type::NotFinite => "a number without end",
        Type::Flag => "true or false",
        Type::Date => "a date",
        Type::List => "a list",
        Type::Table => "a table",
        Type::FlagOrText => "true or a text",
        Type::Pair => "a pair [value, points]",
    }
}

fn quoted(words: &[&str]) -> String {
    words.iter().map(|w| format!("“{w}”")).collect::<Vec<_>>().join(", ")
}

pub(super) fn warning(kind: &WarningKind) -> String {
    match kind {
        WarningKind::ModelsTooNear { first, second, distance, least } => format!(
            "models {first} and {second} can no longer be told apart: they are {} apart and should be at least {}",
            number(*distance),
            number(*least)
        ),
    }
}

pub(super) fn unreadable(why: &Unreadable) -> String {
    match why {
        Unreadable::NoQuestionnaire(path) => {
            format!("{}: no questionnaire here (neither questionnaire.toml nor version folders that hold it)", path.display())
        }
        Unreadable::OnlyDrafts(path) => {
            format!("{}: all versions are drafts (draft = true); name the folder of one version", path.display())
        }
        Unreadable::NotUtf8(path) => format!("{}: the file is not in UTF-8", path.display()),
        Unreadable::File(path, error) => format!("{}: cannot be read ({error})", path.display()),
    }
}
