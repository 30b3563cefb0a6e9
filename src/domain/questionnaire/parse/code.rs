//! The kinds of fault as stable codes, for programs that read the result of the check.

use super::{FaultKind, WarningKind};

impl FaultKind {
    /// The same word in every language and release: `missing-key`.
    pub fn code(&self) -> &'static str {
        match self {
            FaultKind::Toml { .. } => "toml",
            FaultKind::MissingFile => "missing-file",
            FaultKind::UnexpectedFile => "unexpected-file",
            FaultKind::MissingKey { .. } => "missing-key",
            FaultKind::UnknownKey { .. } => "unknown-key",
            FaultKind::KeyNotForKind { .. } => "key-not-for-kind",
            FaultKind::WrongType { .. } => "wrong-type",
            FaultKind::Empty { .. } => "empty",
            FaultKind::UnknownWord { .. } => "unknown-word",
            FaultKind::BadId { .. } => "bad-id",
            FaultKind::Duplicate { .. } => "duplicate",
            FaultKind::Unknown { .. } => "unknown",
            FaultKind::TooFew { .. } => "too-few",
            FaultKind::OutOfRange { .. } => "out-of-range",
            FaultKind::NotPositive { .. } => "not-positive",
            FaultKind::Inverted { .. } => "inverted",
            FaultKind::NotTheFolder { .. } => "not-the-folder",
            FaultKind::Condition(..) => "condition",
            FaultKind::UnknownName { .. } => "unknown-name",
            FaultKind::RecursiveName { .. } => "recursive-name",
            FaultKind::UnknownOption { .. } => "unknown-option",
            FaultKind::UnfitAtom { .. } => "unfit-atom",
            FaultKind::PointsOfUnscored { .. } => "points-of-unscored",
            FaultKind::RowsOutOfRange { .. } => "rows-out-of-range",
            FaultKind::LaterQuestion { .. } => "later-question",
            FaultKind::OwnQuestion { .. } => "own-question",
            FaultKind::SectionWithoutQuestions => "section-without-questions",
            FaultKind::ScoredWithoutDimension { .. } => "scored-without-dimension",
            FaultKind::DimensionWithoutQuestions { .. } => "dimension-without-questions",
            FaultKind::WeightsSum { .. } => "weights-sum",
            FaultKind::OptionWithoutPoints { .. } => "option-without-points",
            FaultKind::PointsWithoutWeight { .. } => "points-without-weight",
            FaultKind::PointsUnscored { .. } => "points-unscored",
            FaultKind::NothingScored { .. } => "nothing-scored",
            FaultKind::ExclusiveOutsideMultiple { .. } => "exclusive-outside-multiple",
            FaultKind::TwoExclusives { .. } => "two-exclusives",
            FaultKind::MaturityWithoutScale => "maturity-without-scale",
            FaultKind::ScaleLength { .. } => "scale-length",
            FaultKind::CurveTooShort => "curve-too-short",
            FaultKind::CurveNotRising { .. } => "curve-not-rising",
            FaultKind::OtherNotANumber { .. } => "other-not-a-number",
            FaultKind::ModelsWithoutPositioning => "models-without-positioning",
            FaultKind::PositioningWithoutModels => "positioning-without-models",
            FaultKind::ProfileLacks { .. } => "profile-lacks",
            FaultKind::AllIndifferent { .. } => "all-indifferent",
            FaultKind::TargetMissing { .. } => "target-missing",
            FaultKind::TargetWithoutPoints { .. } => "target-without-points",
            FaultKind::TargetUnreachable { .. } => "target-unreachable",
            FaultKind::TargetRulesOpen { .. } => "target-rules-open",
            FaultKind::OfficesNotMultiple { .. } => "offices-not-multiple",
        }
    }
}

impl WarningKind {
    pub fn code(&self) -> &'static str {
        match self {
            WarningKind::ModelsTooNear { .. } => "models-too-near",
        }
    }
}
