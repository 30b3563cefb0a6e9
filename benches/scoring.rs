//! What one assessment costs: scored whole, robustness runs included, on the questionnaire in use. Aim: under 50 µs.
//!
//! Beside it runs a loop of fixed work: the ratio of the two stays the same on a slower machine, the microseconds do
//! not.

#![expect(clippy::disallowed_methods, reason = "a bench measures time")]

use std::error::Error;
use std::fs;
use std::hint::black_box;
use std::path::Path;
use std::time::{Duration, Instant};

use affianca::domain::questionnaire::answer::answers_from_json;
use affianca::domain::scoring::score;
use affianca::platform::content;

const CASES: [&str; 3] = ["01-presidio-essenziale", "05-righe-in-convenzione", "06-unione"];
const ROUNDS: usize = 15;
const RUNS: u32 = 1_000;
/// Steps of the loop of fixed work.
const STEPS: u64 = 10_000;

fn main() -> Result<(), Box<dyn Error>> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let folder = content::questionnaire(&root.join("questionnaires/piccoli-comuni/1")).map_err(|why| format!("{why:?}"))?;
    let (questionnaire, _) = folder.parse().map_err(|faults| format!("{faults:?}"))?;
    println!("{:<28}{:>10}{:>18}", "scoring", "µs", "× fixed loop");
    for case in CASES {
        let text = fs::read_to_string(root.join(format!("tests/it/scoring_cases/{case}.json")))?;
        let answers = answers_from_json(&questionnaire, &serde_json::from_str(&text)?).map_err(|faults| format!("{faults:?}"))?;
        let (own, fixed) = beside(|| drop(black_box(score(&questionnaire, black_box(&answers)))), fixed_work);
        println!("{case:<28}{:>10.2}{:>18.2}", micros(own), own.as_secs_f64() / fixed.as_secs_f64());
    }
    Ok(())
}

/// The median time of one call of each, taken in turns so that both meet the same machine.
fn beside(mut one: impl FnMut(), mut other: impl FnMut()) -> (Duration, Duration) {
    let (mut first, mut second) = (Vec::new(), Vec::new());
    for _ in 0..ROUNDS {
        first.push(timed(&mut one));
        second.push(timed(&mut other));
    }
    (median(first), median(second))
}

fn timed(work: &mut impl FnMut()) -> Duration {
    let start = Instant::now();
    for _ in 0..RUNS {
        work();
    }
    start.elapsed() / RUNS
}

fn median(mut times: Vec<Duration>) -> Duration {
    times.sort();
    times[times.len() / 2]
}

fn micros(time: Duration) -> f64 {
    time.as_secs_f64() * 1e6
}

/// A chain in which each step needs the one before, and which no compiler can shorten: shifts and products mixed.
fn fixed_work() {
    let mut state = black_box(1_u64);
    for _ in 0..STEPS {
        state = (state ^ (state >> 33)).wrapping_mul(0xff51_afd7_ed55_8ccd);
    }
    black_box(state);
}
