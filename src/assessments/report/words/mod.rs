//! The phrases of the report, for a giunta rather than for statisticians: no coefficients, no marks, no blame.
//!
//! Braces stand for what a page puts in: names of the ente and of models, which are content in its own language.

mod articles;
mod english;
mod italian;
mod reasons;

use crate::domain::moment::Moment;
use crate::domain::positioning::{Participation, Robustness};
use crate::domain::questionnaire::{Effort, Impact};
use crate::ui::dates;
use crate::ui::words::Lang;

pub use articles::{ente_first, ente_inside};
pub use reasons::{step, why};

use english::EN;
use italian::IT;

pub struct Words {
    pub title: &'static str,
    pub running: fn(ente: &str, day: &str) -> String,
    pub print_hint: &'static str,
    pub answers_as_file: &'static str,
    pub as_json: &'static str,
    pub as_csv: &'static str,
    pub in_this_page: &'static str,
    pub indicative: &'static str,
    pub indicative_text: &'static str,
    pub reopened: fn(when: &str, by: &str, reason: &str) -> String,
    // Who, when.
    pub facts: &'static str,
    pub closed: &'static str,
    pub closed_value: fn(when: &str, number: i64) -> String,
    pub questionnaire: &'static str,
    pub version: fn(&str) -> String,
    pub closed_by: &'static str,
    pub authorised_by: &'static str,
    pub act: &'static str,
    // The verdict.
    pub summary: &'static str,
    pub missing_one: &'static str,
    pub missing_more: &'static str,
    pub missing_which: &'static str,
    pub insufficient: &'static str,
    pub to_complete: &'static str,
    pub to_complete_link: &'static str,
    pub none: &'static str,
    pub none_nearest: &'static str,
    pub single: &'static str,
    pub clear: &'static str,
    pub prevalent: &'static str,
    pub hybrid: &'static str,
    pub form_one: &'static str,
    pub form_two: &'static str,
    pub functioning: &'static str,
    pub what_it_is: &'static str,
    pub when_it_suits: &'static str,
    pub proposed: &'static str,
    pub proposed_same: &'static str,
    pub no_target: &'static str,
    pub consolidation: &'static str,
    pub first_things: &'static str,
    pub first_things_consolidation: &'static str,
    pub no_first_things: &'static str,
    pub duties_too: fn(usize) -> String,
    pub reliability: &'static str,
    pub reliability_full: fn(percent: &str) -> String,
    pub reliability_indicative: fn(percent: &str, full: &str) -> String,
    pub reliability_none: fn(percent: &str, least: &str) -> String,
    pub coverage_only: fn(percent: &str) -> String,
    pub participation: fn(Participation) -> String,
    // Models.
    pub models: &'static str,
    pub models_lead: &'static str,
    pub models_caption: &'static str,
    pub model: &'static str,
    pub affinity: &'static str,
    pub admissible: &'static str,
    pub yes: &'static str,
    pub no: &'static str,
    pub not_possible: &'static str,
    pub always_admissible: &'static str,
    pub admitted_because: fn(condition: &str) -> String,
    pub excluded_unless: fn(condition: &str) -> String,
    pub wanted: &'static str,
    pub answered_now: &'static str,
    pub no_answer: &'static str,
    // Profile.
    pub profile: &'static str,
    pub profile_lead: &'static str,
    pub profile_lead_alone: &'static str,
    pub radar: &'static str,
    pub profile_caption: &'static str,
    pub dimension: &'static str,
    pub today: &'static str,
    pub target: &'static str,
    pub gap: &'static str,
    pub coverage: &'static str,
    pub nothing: &'static str,
    pub strengths: &'static str,
    pub strengths_none: &'static str,
    pub gaps: &'static str,
    pub gaps_none: &'static str,
    pub lacking: &'static str,
    pub lacking_lead: &'static str,
    pub lacking_none: &'static str,
    pub lacking_decides: &'static str,
    pub lacking_unknown: &'static str,
    // Suggestions and duties.
    pub suggestions: &'static str,
    pub suggestions_lead: &'static str,
    pub suggestions_consolidation: &'static str,
    pub suggestions_none: &'static str,
    pub why_here: &'static str,
    pub steps: &'static str,
    pub effort: &'static str,
    pub effort_of: fn(Effort) -> &'static str,
    pub impact: &'static str,
    pub impact_of: fn(Impact) -> &'static str,
    pub effect: &'static str,
    pub theme: &'static str,
    pub testimonials: &'static str,
    pub examples: &'static str,
    pub examples_note: &'static str,
    pub forum: &'static str,
    pub forum_value: &'static str,
    pub goal: &'static str,
    pub duties: &'static str,
    pub duties_lead: &'static str,
    // Change.
    pub change: &'static str,
    pub change_lead: fn(when: &str) -> String,
    pub change_caption: &'static str,
    pub before: &'static str,
    pub now: &'static str,
    pub difference: &'static str,
    pub changed_answers: &'static str,
    pub changed_caption: &'static str,
    pub changed_none: &'static str,
    pub question: &'static str,
    pub not_asked: &'static str,
    // Peers.
    pub peers: &'static str,
    pub peers_lead: fn(of: usize) -> String,
    pub peers_warning: &'static str,
    pub peers_caption: &'static str,
    pub yours: &'static str,
    pub median: &'static str,
    pub middle_half: &'static str,
    pub range: fn(lower: &str, upper: &str) -> String,
    pub peers_too_few: &'static str,
    // Answers.
    pub answers: &'static str,
    pub answers_lead: &'static str,
    pub answer: &'static str,
    pub points: fn(&str) -> String,
    pub points_heading: &'static str,
    pub note: &'static str,
    pub reference: &'static str,
    pub next_level: &'static str,
    pub at_the_top: &'static str,
    pub unanswered: &'static str,
    pub dont_know: &'static str,
    pub not_applicable: &'static str,
    pub all_excluded: &'static str,
    pub option_excluded: &'static str,
    // Method.
    pub method: &'static str,
    pub method_version: fn(title: &str, version: &str, hash: &str) -> String,
    pub method_again: &'static str,
    pub method_proposal: &'static str,
    pub method_proposal_alone: &'static str,
    pub method_score: &'static str,
    pub method_affinity: &'static str,
    pub method_weights: &'static str,
    pub method_robust: fn(Robustness) -> String,
    pub method_sensitive: &'static str,
    pub method_self_declared: &'static str,
    pub ignored: fn(usize) -> String,
}

pub fn words(lang: Lang) -> &'static Words {
    match lang {
        Lang::It => &IT,
        Lang::En => &EN,
    }
}

/// "2 marzo 2026"
pub fn day(lang: Lang, moment: Moment) -> String {
    dates::day(lang, moment.day())
}
