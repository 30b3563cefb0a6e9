//! Why an answer is worth its points, and what would change them, in a line.

use crate::domain::points::{Step, Why};
use crate::domain::questionnaire::{Choice, Kind, Number, Question, Row};
use crate::ui::dates;
use crate::ui::words::Lang;

/// What changes, in a line: what introduces it in the language of the page, and its content.
pub fn step(lang: Lang, question: &Question, step: &Step<'_>) -> (&'static str, String) {
    let list = |texts: Vec<&str>| texts.join("; ");
    match step {
        Step::To(choice) => ("", choice.text.clone()),
        Step::Add(choices) => {
            (if lang == Lang::It { "in più:" } else { "in addition:" }, list(choices.iter().map(|c| c.text.as_str()).collect()))
        }
        Step::Value(value) => {
            let value = dates::number(lang, *value, 1);
            let unit = match &question.kind {
                Kind::Number(Number { unit: Some(unit), .. }) => format!(" {unit}"),
                _ => String::new(),
            };
            (if lang == Lang::It { "almeno" } else { "at least" }, format!("{value}{unit}"))
        }
        Step::Rows(rows) => ("", rows.iter().map(|(row, column)| format!("{}: {}", row.text, column.text)).collect::<Vec<_>>().join("; ")),
    }
}

/// What the points are made of; none where the answer chosen says it all.
pub fn why(lang: Lang, why: &Why<'_>) -> Option<String> {
    let n = |value: f64| dates::number(lang, value, 1);
    let it = lang == Lang::It;
    let options =
        |options: &[&Choice]| options.iter().map(|o| format!("{}) {}", o.id, n(o.points.unwrap_or(0.0)))).collect::<Vec<_>>().join(" + ");
    Some(match why {
        Why::Chosen(_) => return None,
        Why::Sum { options: chosen, .. } if chosen.len() < 2 => return None,
        Why::Sum { options: chosen, sum } if *sum > 100.0 => {
            let capped = if it { "che si fermano a 100" } else { "which stop at 100" };
            format!("{} = {}, {capped}", options(chosen), n(*sum))
        }
        Why::Sum { options: chosen, sum } => format!("{} = {}", options(chosen), n(*sum)),
        Why::Between { lower, upper, .. } if it => {
            format!("tra {} ({}) e {} ({})", n(lower.0), points(lang, lower.1), n(upper.0), points(lang, upper.1))
        }
        Why::Between { lower, upper, .. } => {
            format!("between {} ({}) and {} ({})", n(lower.0), points(lang, lower.1), n(upper.0), points(lang, upper.1))
        }
        Why::Knot { value, knot } if *value < knot.0 => {
            format!("{} {}: {}", if it { "fino a" } else { "up to" }, n(knot.0), points(lang, knot.1))
        }
        Why::Knot { value, knot } if *value > knot.0 => {
            format!("{} {}: {}", if it { "da" } else { "from" }, n(knot.0), points(lang, knot.1))
        }
        Why::Knot { knot, .. } => format!("{}: {}", n(knot.0), points(lang, knot.1)),
        Why::Mean { counted, excluded, unknown, blank } => mean(lang, counted, excluded.len(), unknown.len() + blank.len()),
    })
}

pub(super) fn points(lang: Lang, value: f64) -> String {
    let n = dates::number(lang, value, 1);
    match (lang, n == "1") {
        (Lang::It, true) => "1 punto".into(),
        (Lang::It, false) => format!("{n} punti"),
        (Lang::En, true) => "1 point".into(),
        (Lang::En, false) => format!("{n} points"),
    }
}

pub(super) fn mean(lang: Lang, counted: &[(&Row, &Choice)], excluded: usize, missing: usize) -> String {
    let figures: Vec<_> = counted.iter().map(|(_, column)| dates::number(lang, column.points.unwrap_or(0.0), 1)).collect();
    let mut text = match (lang, figures.len()) {
        (Lang::It, 1) => format!("una riga conta: {}", figures.join(", ")),
        (Lang::En, 1) => format!("one row counts: {}", figures.join(", ")),
        (Lang::It, n) => format!("media di {n} righe: {}", figures.join(", ")),
        (Lang::En, n) => format!("mean of {n} rows: {}", figures.join(", ")),
    };
    for (count, it, en) in [(excluded, "fuori dal calcolo", "out of the calculation"), (missing, "senza risposta", "without an answer")] {
        if count > 0 {
            text += &match lang {
                Lang::It => format!("; righe {it}: {count}"),
                Lang::En => format!("; rows {en}: {count}"),
            };
        }
    }
    text
}
