//! What one assessment costs: scored whole, robustness runs included, on the questionnaire in use. Aim: under 50 µs.

#![expect(clippy::disallowed_methods, reason = "a bench measures time")]

mod beside;

use std::error::Error;
use std::hint::black_box;

use affianca::domain::scoring::score;

const RUNS: u32 = 1_000;

fn main() -> Result<(), Box<dyn Error>> {
    let questionnaire = beside::questionnaire()?;
    beside::head("scoring");
    for case in beside::CASES {
        let answers = beside::answers(&questionnaire, case)?;
        beside::line(case, RUNS, || drop(black_box(score(&questionnaire, black_box(&answers)))));
    }
    Ok(())
}
