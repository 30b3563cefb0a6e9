//! Work timed in turns with a loop of fixed work: the ratio of the two stays the same on a slower machine, the
//! microseconds do not.

use std::error::Error;
use std::fs;
use std::hint::black_box;
use std::path::Path;
use std::time::{Duration, Instant};

use affianca::domain::questionnaire::answer::answers_from_json;
use affianca::domain::questionnaire::{Answers, Questionnaire};
use affianca::platform::content;

/// Cases with one model, with two equally near, and of an unione.
pub const CASES: [&str; 3] = ["01-presidio-essenziale", "05-righe-in-convenzione", "06-unione"];
const ROUNDS: usize = 15;
/// Steps of the loop of fixed work.
const STEPS: u64 = 10_000;

/// The questionnaire in use.
pub fn questionnaire() -> Result<Questionnaire, Box<dyn Error>> {
    let folder = content::questionnaire(&root().join("questionnaires/piccoli-comuni/1")).map_err(|why| format!("{why:?}"))?;
    let (questionnaire, _) = folder.parse().map_err(|faults| format!("{faults:?}"))?;
    Ok(questionnaire)
}

/// The answers of a case of the tests.
pub fn answers(questionnaire: &Questionnaire, case: &str) -> Result<Answers, Box<dyn Error>> {
    let text = fs::read_to_string(root().join(format!("tests/it/scoring_cases/{case}.json")))?;
    Ok(answers_from_json(questionnaire, &serde_json::from_str(&text)?).map_err(|faults| format!("{faults:?}"))?)
}

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

pub fn head(what: &str) {
    println!("{what:<28}{:>10}{:>18}", "µs", "× fixed loop");
}

/// Prints the median time of one call, and how many fixed loops it is worth. `runs` calls make a round.
pub fn line(name: &str, runs: u32, mut work: impl FnMut()) {
    let (mut own, mut fixed) = (Vec::new(), Vec::new());
    for _ in 0..ROUNDS {
        own.push(timed(runs, &mut work));
        fixed.push(timed(runs, &mut fixed_work));
    }
    let (own, fixed) = (median(own).as_secs_f64(), median(fixed).as_secs_f64());
    println!("{name:<28}{:>10.2}{:>18.2}", own * 1e6, own / fixed);
}

fn timed(runs: u32, work: &mut impl FnMut()) -> Duration {
    let start = Instant::now();
    for _ in 0..runs {
        work();
    }
    start.elapsed() / runs
}

fn median(mut times: Vec<Duration>) -> Duration {
    times.sort();
    times[times.len() / 2]
}

/// A chain in which each step needs the one before, and which no compiler can shorten: shifts and products mixed.
fn fixed_work() {
    let mut state = black_box(1_u64);
    for _ in 0..STEPS {
        state = (state ^ (state >> 33)).wrapping_mul(0xff51_afd7_ed55_8ccd);
    }
    black_box(state);
}
