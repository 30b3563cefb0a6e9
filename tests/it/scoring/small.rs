//! Small questionnaires made for one rule each, so that every figure can be done in the head.

use std::fmt::Write;

use affianca::domain::questionnaire::Questionnaire;
use affianca::domain::questionnaire::parse::{SourceFile, parse};

/// Files of a questionnaire in the making: what a test does not speak of is filled in.
#[derive(Default)]
pub(super) struct Small {
    head: String,
    sections: Vec<String>,
    models: String,
    suggestions: String,
}

const THRESHOLDS: &str = "coverage_full = 80\ncoverage_least = 60\ndistance_most = 30\nmargin_clear = 8\nmargin_prevalent = 3\n\
    functioning_nearer = 3\nrobust_share = 75\nconsolidation = 10\nstrength_least = 50\ngap_full = 5\nmodels_apart = 12\n\
    [positioning.factors]\neffort = { low = 1, medium = 0.9, high = 0.75 }\nimpact = { high = 1.5, medium = 1, low = 0.6 }\n\
    near_target = 0.5\n";

impl Small {
    /// Dimensions with these weights, in this order.
    pub(super) fn with_dimensions(dimensions: &[(&str, f64)]) -> Small {
        let mut head = "id = \"small\"\nversion = \"1\"\ntitle = \"Small\"\nlang = \"it\"\nabout = [\"Small.\"]\n".to_owned();
        let levels = [0, 25, 50, 75, 100].map(|points| format!("{{ text = \"{points}\", points = {points} }}"));
        writeln!(head, "maturity = [{}]", levels.join(", ")).unwrap();
        for (id, weight) in dimensions {
            write!(head, "[[dimension]]\nid = \"{id}\"\nname = \"{id}\"\nshort = \"{id}\"\nweight = {weight}\nwhy = \"–\"\n").unwrap();
        }
        Small { head, ..Small::default() }
    }

    /// A section; `dimension` may be empty.
    pub(super) fn section(mut self, dimension: &str, questions: &str) -> Small {
        let number = self.sections.len();
        let of = if dimension.is_empty() { String::new() } else { format!("dimension = \"{dimension}\"\n") };
        self.sections.push(format!("id = \"s{number}\"\ntitle = \"S\"\nminutes = 1\n{of}{questions}"));
        self
    }

    /// A dimension whose score is the answer itself: one number from 0 to 100.
    pub(super) fn measured_by(self, dimension: &str, question: &str) -> Small {
        self.section(
            dimension,
            &format!(
                "[[question]]\nid = \"{question}\"\nkind = \"number\"\ntext = \"?\"\nweight = 1\nmin = 0\nmax = 100\n\
                 decimals = true\ncurve = [[0,0],[100,100]]\nna = true\n"
            ),
        )
    }

    /// A model; `profile` in TOML, `admissible` a condition.
    pub(super) fn model(mut self, id: &str, admissible: &str, profile: &str) -> Small {
        write!(
            self.models,
            "[[model]]\nid = \"{id}\"\nname = \"{id}\"\ndescription = \"–\"\nsuits = \"–\"\nadmissible = \"{admissible}\"\nprofile = {profile}\n"
        )
        .unwrap();
        self
    }

    /// Everybody's target is `target`.
    pub(super) fn aiming_at(mut self, target: &str) -> Small {
        writeln!(
            self.head,
            "[positioning]\nrequired = []\n[positioning.thresholds]\n{THRESHOLDS}[[positioning.target]]\npropose = \"{target}\""
        )
        .unwrap();
        self
    }

    pub(super) fn suggestion(mut self, id: &str, question: &str, rest: &str) -> Small {
        write!(
            self.suggestions,
            "[[suggestion]]\nid = \"{id}\"\ntitle = \"{id}\"\nquestion = \"{question}\"\nthemes = []\nsteps = [\"–\"]\neffect = \"–\"\n{rest}\n"
        )
        .unwrap();
        self
    }

    pub(super) fn read(&self) -> Questionnaire {
        let file = |path: &str, text: &str| SourceFile { path: path.to_owned(), text: text.to_owned() };
        let mut files = vec![file("questionnaire.toml", &self.head)];
        files.extend(self.sections.iter().enumerate().map(|(i, text)| file(&format!("sections/{i:02}.toml"), text)));
        if !self.models.is_empty() {
            files.push(file("models.toml", &self.models));
        }
        if !self.suggestions.is_empty() {
            files.push(file("suggestions.toml", &self.suggestions));
        }
        parse(&files).unwrap_or_else(|faults| panic!("{faults:#?}")).0
    }
}
