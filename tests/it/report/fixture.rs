//! Reports of the cases that were worked out by hand, as pages and as the text that a reader sees.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;
use std::sync::LazyLock;

use affianca::access::session::EnteName;
use affianca::assessments::report::pages::report;
use affianca::assessments::report::{PeerView, Previous, Report};
use affianca::assessments::{Assessment, Closing};
use affianca::domain::ids::{AssessmentId, EnteId, Id};
use affianca::domain::moment::{Day, Moment};
use affianca::domain::peers::Quartiles;
use affianca::domain::questionnaire::answer::answers_from_json;
use affianca::domain::questionnaire::{Answers, Questionnaire};
use affianca::domain::saving::Entry;
use affianca::domain::scoring::score;
use affianca::platform::content;
use affianca::ui::words::Lang;

pub static PICCOLI_COMUNI: LazyLock<Questionnaire> = LazyLock::new(|| shipped("piccoli-comuni"));
pub static GRADIMENTO: LazyLock<Questionnaire> = LazyLock::new(|| shipped("gradimento-giornata"));

/// Every case of `scoring_cases/`, with or without a positioning.
pub const CASES: [&str; 14] = [
    "01-presidio-essenziale",
    "02-sportello-proprio",
    "03-rete-secondo-livello",
    "04-convenzione-matura",
    "05-righe-in-convenzione",
    "06-unione",
    "07-comunita-accogliente",
    "08-mancante",
    "09-insufficiente",
    "10-nessun-modello",
    "11-righe-prevalente",
    "12-sensibile-ai-pesi",
    "13-sessanta-per-cento",
    "14-ottanta-per-cento",
];

fn shipped(id: &str) -> Questionnaire {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("questionnaires").join(id).join("1");
    content::questionnaire(&folder).unwrap_or_else(|why| panic!("{why:?}")).parse().unwrap_or_else(|faults| panic!("{faults:#?}")).0
}

fn at(year: i16, month: i8, day: i8) -> Moment {
    Moment::at(Day::new(year, month, day).unwrap(), 10, 15).unwrap()
}

/// A report in the making; every part of it may be changed before it is written.
pub struct Draft {
    pub ente: &'static str,
    pub questionnaire: &'static Questionnaire,
    pub entries: BTreeMap<String, Entry>,
    pub closing: Closing,
    /// The answers of the closing before, if any.
    pub before: Option<Answers>,
    pub with_peers: bool,
    pub lang: Lang,
}

pub fn answers(case: &str) -> Answers {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/it/scoring_cases").join(format!("{case}.json"));
    let given = serde_json::from_str(&fs::read_to_string(path).unwrap()).unwrap();
    answers_from_json(&PICCOLI_COMUNI, &given).unwrap_or_else(|faults| panic!("{faults:?}"))
}

pub fn draft(case: &str) -> Draft {
    Draft::of(&PICCOLI_COMUNI, &answers(case))
}

/// The page of a case in Italian.
pub fn page(case: &str) -> String {
    draft(case).write()
}

impl Draft {
    pub fn of(questionnaire: &'static Questionnaire, answers: &Answers) -> Draft {
        let entry = |answer: &_| Entry { answer: Some(Clone::clone(answer)), ..Entry::default() };
        Draft {
            ente: "Comune di Agliè (TO)",
            questionnaire,
            entries: answers.iter().map(|(id, answer)| (id.clone(), entry(answer))).collect(),
            closing: Closing {
                number: 2,
                closed_at: at(2026, 3, 2),
                name: "Anna Bruno".into(),
                office: "Servizi demografici".into(),
                authorised_by: "il Sindaco".into(),
                act: "deliberazione di Giunta n. 12".into(),
                reopening: None,
            },
            before: None,
            with_peers: false,
            lang: Lang::It,
        }
    }

    pub fn answers(&self) -> Answers {
        self.entries.iter().filter_map(|(id, entry)| Some((id.clone(), entry.answer.clone()?))).collect()
    }

    /// A note and an act beside an answer.
    pub fn note(&mut self, question: &str, note: &str, act: &str) {
        let entry = self.entries.entry(question.to_owned()).or_default();
        (entry.note, entry.act) = (note.to_owned(), act.to_owned());
    }

    /// The body of the page.
    pub fn write(&self) -> String {
        let (answers, before) = (self.answers(), self.before.clone().unwrap_or_default());
        let scoring_before = score(self.questionnaire, &before);
        let previous = Previous { closed_at: at(2025, 3, 8), scoring: &scoring_before };
        let scoring = score(self.questionnaire, &answers);
        report(&Report {
            examples: &[],
            exports: true,
            ente: self.ente,
            assessment: &self.assessment(),
            closing: &self.closing,
            questionnaire: self.questionnaire,
            scoring: &scoring,
            entries: &self.entries,
            previous: self.before.is_some().then_some(previous),
            peers: self.with_peers.then(|| self.peers()),
            lang: self.lang,
        })
        .into_string()
    }

    fn assessment(&self) -> Assessment {
        Assessment {
            id: AssessmentId::parse("0196a0b2-7c00-7000-8000-000000000001").unwrap(),
            questionnaire: self.questionnaire.id.clone(),
            version: self.questionnaire.version.clone(),
            content_hash: self.questionnaire.hash.clone(),
            opened_at: at(2026, 2, 20),
            opened_by: "Anna Bruno".into(),
            closed_at: Some(self.closing.closed_at),
            closings: self.closing.number,
            ente: EnteName {
                id: EnteId::parse("0196a0b2-7c00-7000-8000-000000000002").unwrap(),
                kind: "comune".into(),
                name: "Agliè".into(),
                province: "TO".into(),
            },
            inherited: None,
        }
    }

    /// Seven enti, of which only four have a score on the second dimension.
    fn peers(&self) -> PeerView<'static> {
        let rules = self.questionnaire.positioning.as_ref().unwrap().peers.as_ref().unwrap();
        let middle = Quartiles { lower: 20.5, median: 41.5, upper: 60.0, of: 7 };
        let quartiles = (0..self.questionnaire.dimensions.len()).map(|n| (n != 1).then_some(middle)).collect();
        PeerView { class: &rules.classes[0], of: 7, quartiles }
    }
}

/// What a reader sees: text without tags, spaces made one.
pub fn text(html: &str) -> String {
    let mut out = String::new();
    for piece in html.split('<') {
        out.push_str(piece.split_once('>').map_or(piece, |(_, text)| text));
        // Between two blocks there is a space, inside a sentence there is none.
        if ["/p", "/li", "/h", "/d", "/t", "/s", "br", "/div"].iter().any(|tag| piece.starts_with(tag))
            && !piece.starts_with("/strong")
            && !piece.starts_with("/span")
        {
            out.push(' ');
        }
    }
    let out = out.replace("&quot;", "\"").replace("&lt;", "<").replace("&gt;", ">").replace("&amp;", "&");
    out.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// The part of the page with this id, as far as the next part.
pub fn part<'h>(html: &'h str, id: &str) -> &'h str {
    let from = html.find(&format!("id=\"{id}\"")).unwrap_or_else(|| panic!("no part «{id}»"));
    let rest = &html[from..];
    let ends = ["<section", "<nav"].iter().filter_map(|tag| rest.find(tag));
    &rest[..ends.min().unwrap_or(rest.len())]
}

/// The rows of the first table in a piece of the page, each as the text of its cells.
pub fn rows(html: &str) -> Vec<Vec<String>> {
    let body = html.split_once("<tbody>").expect("a table").1.split_once("</tbody>").unwrap().0;
    let cells = |row: &str| row.split("<t").skip(1).filter(|c| c.starts_with(['d', 'h'])).map(|c| text(&format!("<t{c}"))).collect();
    body.split("<tr>").skip(1).map(cells).collect()
}
