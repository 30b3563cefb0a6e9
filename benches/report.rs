//! What the page of a report costs, shell included, once its assessment is scored. Aim: under 1 ms (1,000 µs).

#![expect(clippy::disallowed_methods, reason = "a bench measures time")]

mod beside;

use std::collections::BTreeMap;
use std::error::Error;
use std::hint::black_box;

use affianca::access::session::EnteName;
use affianca::assessments::report::pages::report as body;
use affianca::assessments::report::{Previous, Report};
use affianca::assessments::{Assessment, Closing};
use affianca::domain::ids::{AssessmentId, EnteId, Id};
use affianca::domain::moment::Moment;
use affianca::domain::questionnaire::{Answers, Questionnaire};
use affianca::domain::saving::Entry;
use affianca::domain::scoring::{Scoring, score};
use affianca::platform::config::Site;
use affianca::ui::page::{Acting, Frame, Shell, page};
use affianca::ui::words::Lang;

const RUNS: u32 = 100;
const ENTE: &str = "Comune di Agliè (TO)";
/// 2 March 2026, ten o'clock in Italy.
const CLOSED: Moment = Moment::from_millis(1_772_442_000_000);

fn main() -> Result<(), Box<dyn Error>> {
    let questionnaire = beside::questionnaire()?;
    // The report also tells what has changed: here, since other answers of the same questionnaire.
    let earlier = beside::answers(&questionnaire, "13-sessanta-per-cento")?;
    let before = score(&questionnaire, &earlier);
    beside::head("report");
    for case in beside::CASES {
        let answers = beside::answers(&questionnaire, case)?;
        let rilevazione = Rilevazione::closed(&questionnaire).ok_or("an id that is none")?;
        let (scoring, own) = (score(&questionnaire, &answers), entries(&answers));
        beside::line(case, RUNS, || drop(black_box(rilevazione.page(&questionnaire, &scoring, &own, &before))));
    }
    Ok(())
}

fn entries(answers: &Answers) -> BTreeMap<String, Entry> {
    let noted = |answer: &_| Entry { answer: Some(Clone::clone(answer)), note: "Verificato con l'ufficio.".into(), act: String::new() };
    answers.iter().map(|(id, answer)| (id.clone(), noted(answer))).collect()
}

struct Rilevazione {
    assessment: Assessment,
    closing: Closing,
    site: Site,
}

impl Rilevazione {
    fn closed(questionnaire: &Questionnaire) -> Option<Rilevazione> {
        let assessment = Assessment {
            id: AssessmentId::parse("0192f0c1-2345-7abc-8def-0123456789ab")?,
            questionnaire: questionnaire.id.clone(),
            version: questionnaire.version.clone(),
            content_hash: questionnaire.hash.clone(),
            opened_at: CLOSED.plus_days(-30),
            opened_by: "Anna Bruno".into(),
            closed_at: Some(CLOSED),
            closings: 2,
            ente: EnteName {
                id: EnteId::parse("0196a0b2-7c00-7000-8000-000000000002")?,
                kind: "comune".into(),
                name: "Agliè".into(),
                province: "TO".into(),
            },
            inherited: None,
        };
        let closing = Closing {
            number: 2,
            closed_at: CLOSED,
            name: "Anna Bruno".into(),
            office: "Segreteria".into(),
            authorised_by: "il Sindaco".into(),
            act: "deliberazione di Giunta n. 12".into(),
            reopening: None,
        };
        Some(Rilevazione { assessment, closing, site: Site::default() })
    }

    fn page(
        &self,
        questionnaire: &Questionnaire,
        scoring: &Scoring<'_>,
        entries: &BTreeMap<String, Entry>,
        earlier: &Scoring<'_>,
    ) -> String {
        let report = Report {
            exports: true,
            ente: ENTE,
            assessment: &self.assessment,
            closing: &self.closing,
            questionnaire,
            scoring,
            entries,
            previous: Some(Previous { closed_at: CLOSED.plus_days(-365), scoring: earlier }),
            peers: None,
            examples: &[],
            lang: Lang::It,
        };
        let person = Acting { name: "Anna Bruno".into(), acting_for: Some(ENTE.into()), ..Acting::default() };
        let path = "/area/autodiagnosi".to_owned();
        let frame = Frame { site: &self.site, lang: Lang::It, path, person: Some(person), today: CLOSED.day(), edition: None };
        page(&Shell::new(&frame, "Rapporto").running(ENTE), body(&report)).into_string()
    }
}
