//! `affianca questionnaire score DIR --answers FILE` (docs/questionnaire-score.md).

use std::fs;
use std::path::{Path, PathBuf};

use clap::Args;
use serde_json::{Map, Value, json};

use super::questionnaire::{failed, read};
use super::terminal::Terminal;
use super::words::answers;
use super::{Outcome, score_text, words};
use crate::assessments::ScoringJson;
use crate::domain::questionnaire::answer::{AnswerFault, answers_from_json};
use crate::domain::scoring::score;
use crate::platform::content::Unreadable;
use crate::ui::words::Lang;

#[derive(Debug, Args)]
pub(super) struct Score {
    /// A version folder (questionnaires/piccoli-comuni/1), or a questionnaire folder: its highest published version.
    dir: PathBuf,
    /// A JSON object, question id → answer.
    #[arg(long, value_name = "FILE")]
    answers: PathBuf,
    /// Write the result as JSON on standard output, numbers unrounded.
    #[arg(long)]
    json: bool,
}

impl Score {
    pub(super) fn run(self, terminal: &mut Terminal<'_>) -> Outcome {
        let Some((_, questionnaire, _)) = read(&self.dir, self.json, terminal) else {
            return Outcome::Failed;
        };
        let given = match object(&self.answers, terminal.lang) {
            Ok(given) => given,
            Err(sentence) => {
                failed(&sentence, self.json, terminal);
                return Outcome::Failed;
            }
        };
        let answers = match answers_from_json(&questionnaire, &given) {
            Ok(answers) => answers,
            Err(faults) => return self.refuse(&faults, terminal),
        };
        let scoring = score(&questionnaire, &answers);
        if self.json {
            // Only maps with keys that are no text, and numbers that are none, cannot be written; there are neither.
            terminal.say(&serde_json::to_string(&ScoringJson::of(&scoring)).unwrap_or_default());
        } else {
            score_text::lines(&scoring, terminal.lang).iter().for_each(|line| terminal.say(line));
        }
        Outcome::Done
    }

    fn refuse(&self, faults: &[AnswerFault], terminal: &mut Terminal<'_>) -> Outcome {
        let problem = |f: &AnswerFault| answers::problem(&f.problem, terminal.lang);
        let told: Vec<(&str, String)> = faults.iter().map(|f| (f.question.as_str(), problem(f))).collect();
        if self.json {
            let errors: Vec<Value> = told.iter().map(|(question, problem)| json!({ "question": question, "problem": problem })).collect();
            terminal.say(&json!({ "errors": errors }).to_string());
        }
        for (question, problem) in &told {
            terminal.complain(&format!("{question}: {problem}"));
        }
        Outcome::Failed
    }
}

/// The object in a file, or the sentence that says why there is none.
fn object(path: &Path, lang: Lang) -> Result<Map<String, Value>, String> {
    let bytes = fs::read(path).map_err(|error| words::unreadable(&Unreadable::File(path.to_owned(), error), lang))?;
    let text = String::from_utf8(bytes).map_err(|_| words::unreadable(&Unreadable::NotUtf8(path.to_owned()), lang))?;
    // Some editors begin a file with a byte order mark.
    match serde_json::from_str(text.trim_start_matches('\u{feff}')) {
        Ok(Value::Object(object)) => Ok(object),
        Ok(_) => Err(answers::not_an_object(path, lang)),
        Err(error) => Err(answers::not_json(path, &error, lang)),
    }
}
