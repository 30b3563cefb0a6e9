//! Faults of sections, dimensions and questions: points, weights, options.

use affianca::domain::questionnaire::parse::{FaultKind as F, KindName, Thing, Type};

use super::base::*;

#[test]
fn ids_that_occur_twice() {
    let twice = |thing, id: &str| F::Duplicate { thing, id: id.into() };
    one_fault(CONTEXT_FILE, "id = \"Q6\"", "id = ▸\"Q5\"", twice(Thing::Question, "Q5"));
    one_fault(FIRST_FILE, "id = \"x\"", "id = ▸\"a\"", twice(Thing::Option, "a"));
    one_fault(FIRST_FILE, "id = \"italiano\"", "id = ▸\"sportello\"", twice(Thing::Row, "sportello"));
    one_fault(SECOND_FILE, "id = \"seconda\"", "id = ▸\"prima\"", twice(Thing::Section, "prima"));
    one_fault(
        HEADER_FILE,
        "[[dimension]]\nid = \"D1\"",
        "[[theme]]\nid = ▸\"1\"\nname = \"Altro\"\n\n[[dimension]]\nid = \"D1\"",
        twice(Thing::Theme, "1"),
    );
    one_fault(SUGGESTIONS_FILE, "id = \"S2\"", "id = ▸\"S1\"", twice(Thing::Suggestion, "S1"));
    let class = "[[positioning.peers.class]]\nid = \"piccoli\"\nname = \"Altri\"\nwhen = \"always\"\n[[positioning.peers.class]]\nid = ▸\"piccoli\"";
    one_fault(HEADER_FILE, "[[positioning.peers.class]]\nid = \"piccoli\"", class, twice(Thing::PeerClass, "piccoli"));
}

#[test]
fn a_column_twice() {
    one_fault(
        FIRST_FILE,
        "id = \"n\"",
        "id = \"n\", text = \"Prima\", scored = false },\n  { id = ▸\"n\"",
        F::Duplicate { thing: Thing::Column, id: "n".into() },
    );
}

#[test]
fn models_and_dimensions_twice() {
    let mut files = files();
    changed(&mut files, MODELS_FILE, "id = \"M2\"", "id = \"M1\"");
    changed(&mut files, HEADER_FILE, "id = \"D2\"", "id = \"D1\"");
    let faults = parsed(&files).expect_err("faults");
    let twice = |thing, id: &str| F::Duplicate { thing, id: id.into() };
    for (kind, file, line) in [(twice(Thing::Model, "M1"), MODELS_FILE, 10), (twice(Thing::Dimension, "D1"), HEADER_FILE, 28)] {
        assert!(faults.iter().any(|f| f.kind == kind && f.file == file && f.line == line && f.column == 6), "{faults:#?}");
    }
}

#[test]
fn a_section_of_an_unknown_dimension() {
    let mut files = files();
    changed(&mut files, SECOND_FILE, "dimension = \"D2\"", "dimension = \"D9\"");
    let told: Vec<_> = parsed(&files).expect_err("faults").into_iter().map(|f| (f.file, f.line, f.column, f.kind)).collect();
    let unknown = F::Unknown { thing: Thing::Dimension, id: "D9".into() };
    let unmeasured = F::DimensionWithoutQuestions { dimension: "D2".into() };
    assert_eq!(told, [(HEADER_FILE.into(), 28, 6, unmeasured), (SECOND_FILE.into(), 3, 13, unknown)]);
}

#[test]
fn a_section_without_questions() {
    let mut files = files();
    let empty = "id = \"vuota\"\ntitle = \"Vuota\"\nminutes = 1\n".to_owned();
    files.push(affianca::domain::questionnaire::parse::SourceFile { path: "sections/03-vuota.toml".into(), text: empty });
    let told: Vec<_> = parsed(&files).expect_err("faults").into_iter().map(|f| (f.file, f.line, f.column, f.kind)).collect();
    assert_eq!(told, [("sections/03-vuota.toml".into(), 1, 1, F::SectionWithoutQuestions)]);
}

#[test]
fn a_weight_where_no_dimension_takes_it() {
    let kind = F::ScoredWithoutDimension { question: "Q4".into() };
    one_fault(
        CONTEXT_FILE,
        "id = \"Q4\"\nkind = \"number\"",
        "id = ▸\"Q4\"\nkind = \"number\"\nweight = 1\ncurve = [[0, 0], [1, 100]]",
        kind,
    );
}

#[test]
fn a_dimension_that_nothing_measures() {
    let kind = F::DimensionWithoutQuestions { dimension: "D3".into() };
    let mut files = files();
    changed(&mut files, MODELS_FILE, "D2 = 20", "D2 = 20, D3 = 1");
    changed(&mut files, MODELS_FILE, "D2 = 70", "D2 = 70, D3 = 1");
    let third =
        "weight = 30\nwhy = \"Perché no.\"\n\n[[dimension]]\nid = \"D3\"\nname = \"Terza\"\nshort = \"Terza\"\nweight = 10\nwhy = \"Mah.\"";
    changed(&mut files, HEADER_FILE, "weight = 40\nwhy = \"Perché no.\"", third);
    let told: Vec<_> = parsed(&files).expect_err("faults").into_iter().map(|f| (f.line, f.column, f.kind)).collect();
    assert_eq!(told, [(35, 6, kind)]);
}

#[test]
fn weights_that_do_not_add_up() {
    one_fault(
        HEADER_FILE,
        "id = \"D1\"\nname = \"Prima\"\nshort = \"Prima\"\nweight = 60",
        "id = ▸\"D1\"\nname = \"Prima\"\nshort = \"Prima\"\nweight = 59.5",
        F::WeightsSum { sum: 99.5 },
    );
}

#[test]
fn an_option_without_points_where_they_count() {
    let kind = F::OptionWithoutPoints { option: "x".into() };
    one_fault(FIRST_FILE, "{ id = \"x\", text = \"Non serve\", scored = false }", "▸{ id = \"x\", text = \"Non serve\" }", kind);
}

#[test]
fn points_where_there_is_no_weight_are_told_once() {
    let kind = F::PointsWithoutWeight { question: "Q2".into() };
    // The suggestion on Q2 has a target, which is not a second fault.
    one_fault(FIRST_FILE, "weight = 3\noptions = [\n  { id = \"a\"", "options = [\n  { id = ▸\"a\"", kind);
}

#[test]
fn points_of_yes_and_no_without_weight() {
    let kind = F::PointsWithoutWeight { question: "Q11".into() };
    one_fault(SECOND_FILE, "text = \"C'è il registro?\"", "text = \"C'è il registro?\"\npoints = ▸{ s = 50 }", kind);
}

#[test]
fn a_curve_without_weight() {
    let kind = F::PointsWithoutWeight { question: "Q4".into() };
    one_fault(CONTEXT_FILE, "text = \"Residenti\"", "text = \"Residenti\"\ncurve = ▸[[0, 0], [1, 2]]", kind);
}

#[test]
fn points_and_out_of_the_score_at_once() {
    let kind = F::PointsUnscored { option: "x".into() };
    one_fault(FIRST_FILE, "text = \"Non serve\", scored = false", "text = \"Non serve\", scored = false, points = ▸10", kind);
}

#[test]
fn a_question_with_weight_that_scores_nothing() {
    let columns =
        "columns = ▸[\n  { id = \"n\", text = \"Non attivo\", scored = false },\n  { id = \"c\", text = \"Insieme\", scored = false },\n]";
    let old = "columns = [\n  { id = \"n\", text = \"Non attivo\", scored = false },\n  { id = \"a\", text = \"Da soli\", points = 0 },\n  { id = \"c\", text = \"Insieme\", points = 70 },\n]";
    one_fault(FIRST_FILE, old, columns, F::NothingScored { question: "Q8".into() });
}

#[test]
fn an_exclusive_option_in_a_single_choice() {
    let kind = F::ExclusiveOutsideMultiple { option: "b".into() };
    one_fault(CONTEXT_FILE, "{ id = \"b\", text = \"Unione\" }", "{ id = \"b\", text = \"Unione\", exclusive = ▸true }", kind);
}

#[test]
fn two_exclusive_options() {
    let kind = F::TwoExclusives { first: "b".into(), second: "z".into() };
    one_fault(
        CONTEXT_FILE,
        "text = \"Un solo ufficio\" },\n  { id = \"z\"",
        "text = \"Un solo ufficio\", exclusive = true },\n  { id = ▸\"z\"",
        kind,
    );
}

#[test]
fn a_maturity_question_without_the_common_scale() {
    let mut files = files();
    let start = HEADER.find("maturity").expect("the scale");
    let end = HEADER.find("[conditions]").expect("after the scale");
    changed(&mut files, HEADER_FILE, &HEADER[start..end], "");
    let told: Vec<_> = parsed(&files).expect_err("faults").into_iter().map(|f| (f.file, f.line, f.column, f.kind)).collect();
    assert_eq!(told, [(FIRST_FILE.into(), 20, 8, F::MaturityWithoutScale)]);
}

#[test]
fn a_scale_of_four() {
    one_fault(HEADER_FILE, "maturity = [\n  { text = \"uno\", points = 0 },", "maturity = ▸[", F::ScaleLength { found: 4 });
}

#[test]
fn a_scored_number_without_a_curve() {
    one_fault(
        SECOND_FILE,
        "[[question]]\nid = \"Q9\"\nkind = \"number\"\ntext = \"Ore?\"\nweight = 2\nmin = 0\nmax = 168\ndecimals = true\ncurve = [[0, 0], [2, 40], [12, 100]]",
        "▸[[question]]\nid = \"Q9\"\nkind = \"number\"\ntext = \"Ore?\"\nweight = 2\nmin = 0\nmax = 168",
        F::MissingKey { key: "curve" },
    );
}

#[test]
fn a_curve_of_one_point() {
    one_fault(SECOND_FILE, "[[0, 0], [2, 40], [12, 100]]", "▸[[0, 0]]", F::CurveTooShort);
}

#[test]
fn a_curve_that_goes_back() {
    one_fault(SECOND_FILE, "[12, 100]", "▸[2, 100]", F::CurveNotRising { value: 2.0, after: 2.0 });
}

#[test]
fn a_point_of_a_curve_that_is_no_pair() {
    let kind = F::WrongType { key: "curve".into(), expected: Type::Pair, found: Type::List };
    one_fault(SECOND_FILE, "[2, 40]", "▸[2, 40, 50]", kind);
}

#[test]
fn a_number_bounded_by_itself_or_by_a_choice() {
    let bound = |question: &str| F::OtherNotANumber { key: "at_most", question: question.into() };
    one_fault(CONTEXT_FILE, "at_most = \"Q4\"", "at_most = ▸\"Q5\"", bound("Q5"));
    one_fault(CONTEXT_FILE, "at_most = \"Q4\"", "at_most = ▸\"Q1\"", bound("Q1"));
}

#[test]
fn a_number_that_is_a_share_of_itself_or_of_a_choice() {
    let share = |question: &str| F::OtherNotANumber { key: "share_of", question: question.into() };
    one_fault(CONTEXT_FILE, "share_of = \"Q4\"", "share_of = ▸\"Q5\"", share("Q5"));
    one_fault(CONTEXT_FILE, "share_of = \"Q4\"", "share_of = ▸\"Q1\"", share("Q1"));
    one_fault(CONTEXT_FILE, "share_of = \"Q4\"", "share_of = ▸\"Q94\"", F::Unknown { thing: Thing::Question, id: "Q94".into() });
}

#[test]
fn a_proposal_that_the_system_cannot_make() {
    let unknown = F::UnknownWord { key: "propose", word: "abitanti".into(), known: &["residents"] };
    one_fault(CONTEXT_FILE, "propose = \"residents\"", "propose = ▸\"abitanti\"", unknown);
    let elsewhere = F::KeyNotForKind { key: "propose".into(), kind: KindName::Text };
    one_fault(CONTEXT_FILE, "na = \"nessuna osservazione\"", "▸propose = \"residents\"\nna = \"nessuna osservazione\"", elsewhere);
}
