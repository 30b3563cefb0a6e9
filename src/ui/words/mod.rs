//! The phrases of the shell, in Italian and English; a third language is a third const.

mod english;
mod italian;

use crate::access::RoleName;

pub use crate::domain::lang::Lang;

pub use english::EN;
pub use italian::IT;

impl Lang {
    /// What a role is called where the person has no *qualifica* of their own.
    pub const fn role(self, role: RoleName) -> &'static str {
        let (it, en) = match role {
            RoleName::Member => ("partecipante", "participant"),
            RoleName::Coordinator => ("referente per il Piano", "contact person for the Plan"),
            RoleName::Expert => ("esperto", "expert"),
            RoleName::Trainer => ("docente", "trainer"),
            RoleName::Secretariat => ("segreteria organizzativa", "organising secretariat"),
            RoleName::Observer => ("osservatore", "observer"),
            RoleName::Administrator => ("gestore del sistema", "system manager"),
        };
        match self {
            Lang::It => it,
            Lang::En => en,
        }
    }

    /// The name of an ente inside a sentence, with its article: "il Comune di Agliè (TO)", "l’Unione delle Colline (TO)".
    pub fn the(self, ente: &str) -> String {
        let first = ente.split(' ').next().unwrap_or_default();
        match (self, first) {
            (Lang::It, "Comune" | "Consorzio") => format!("il {ente}"),
            (Lang::It, "Comunità" | "Società" | "Federazione") => format!("la {ente}"),
            (Lang::It, _) if ente.starts_with(['A', 'E', 'I', 'O', 'U']) => format!("l’{ente}"),
            _ => ente.to_owned(),
        }
    }

    pub const fn words(self) -> &'static Words {
        match self {
            Lang::It => &IT,
            Lang::En => &EN,
        }
    }
}

/// Everything the shell, the fields, the tables and the charts say.
pub struct Words {
    pub tagline: &'static str,
    pub skip: &'static str,
    pub skip_content: &'static str,
    pub skip_footer: &'static str,
    pub language: &'static str,
    pub sign_in: &'static str,
    pub register: &'static str,
    /// The same where there is little room.
    pub sign_in_short: &'static str,
    pub sign_out: &'static str,
    pub account: &'static str,
    pub acting_for: &'static str,
    pub change: &'static str,
    pub act_for: &'static str,
    pub main_menu: &'static str,
    pub menu: &'static str,
    pub you_are_here: &'static str,
    pub home: &'static str,
    pub area: &'static str,
    pub assessment: &'static str,
    pub seminars: &'static str,
    pub forum: &'static str,
    pub courses: &'static str,
    pub testimonials: &'static str,
    pub documents: &'static str,
    pub assistance: &'static str,
    pub desk: &'static str,
    pub updated: &'static str,
    pub contacts: &'static str,
    pub help: &'static str,
    pub transparency: &'static str,
    pub address: &'static str,
    pub pec: &'static str,
    pub mail: &'static str,
    pub telephone: &'static str,
    pub faq: &'static str,
    pub report_problem: &'static str,
    pub open_administration: &'static str,
    pub statistics: &'static str,
    pub legal: &'static str,
    pub privacy: &'static str,
    pub legal_notes: &'static str,
    pub accessibility_declaration: &'static str,
    pub accessibility: &'static str,
    pub site_map: &'static str,
    pub feedback: Feedback,
    pub form: Form,
    pub table: Table,
    pub listing: Listing,
    pub chart: Chart,
    pub step: Step,
    pub failure: Failure,
}

/// "How clear is this page": the wording is the one the public-sector design rules fix.
pub struct Feedback {
    pub title: &'static str,
    pub hint: &'static str,
    /// For the rates 1 to 5.
    pub rates: [&'static str; 5],
    pub liked: &'static str,
    pub liked_answers: [&'static str; 5],
    pub disliked: &'static str,
    pub disliked_answers: [&'static str; 5],
    pub details: &'static str,
    pub details_hint: &'static str,
    pub send: &'static str,
    pub thanks: &'static str,
}

pub struct Form {
    pub optional: &'static str,
    pub choose: &'static str,
    pub error: &'static str,
    pub one_error: &'static str,
    pub errors: fn(usize) -> String,
    pub show_password: &'static str,
}

pub struct Table {
    pub pages: &'static str,
    pub page: fn(usize) -> String,
    pub page_of: fn(usize, usize) -> String,
    pub previous: &'static str,
    pub next: &'static str,
    pub sort_by: fn(&str) -> String,
    pub ascending: &'static str,
    pub descending: &'static str,
}

/// Filters of a table, its rows on a page and as a file.
pub struct Listing {
    pub filters: &'static str,
    pub chosen: &'static str,
    pub take_away: fn(&str) -> String,
    pub take_all_away: &'static str,
    pub apply: &'static str,
    pub any: &'static str,
    pub rows: &'static str,
    pub rows_of: fn(usize) -> String,
    pub as_file: &'static str,
    pub csv: &'static str,
    pub xlsx: &'static str,
    pub nothing_one: &'static str,
    pub nothing_many: &'static str,
}

pub struct Chart {
    pub today: &'static str,
    pub target: &'static str,
    pub not_known: &'static str,
    pub not_counted: &'static str,
    pub gap: &'static str,
    pub affinity: &'static str,
    pub scale: &'static str,
}

pub struct Step {
    pub todo: &'static str,
    pub begun: &'static str,
    pub done: &'static str,
    pub skipped: &'static str,
    pub current: &'static str,
    pub position: fn(usize, usize) -> String,
}

/// One sentence on what happened, one on what to do.
pub struct Fault {
    pub title: &'static str,
    pub what: &'static str,
    pub remedy: &'static str,
}

pub struct Failure {
    pub bad_request: Fault,
    pub unsigned: Fault,
    pub forbidden: Fault,
    pub not_found: Fault,
    pub stale: Fault,
    pub too_large: Fault,
    pub unprocessable: Fault,
    pub too_many: Fault,
    /// "ore 10.42": the next attempt is heard from then on.
    pub too_many_until: fn(hour: &str) -> String,
    pub defect: Fault,
    pub damaged: Fault,
    pub unavailable: Fault,
    pub code: &'static str,
    pub code_hint: &'static str,
    pub back_home: &'static str,
    pub back_area: &'static str,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn enti_have_their_article_inside_a_sentence() {
        for (name, said) in [
            ("Comune di Agliè (TO)", "il Comune di Agliè (TO)"),
            ("Unione delle Colline (TO)", "l’Unione delle Colline (TO)"),
            ("Comunità montana (AL)", "la Comunità montana (AL)"),
            ("Terre di Mezzo (AL)", "Terre di Mezzo (AL)"),
        ] {
            assert_eq!(Lang::It.the(name), said);
            assert_eq!(Lang::En.the(name), name);
        }
    }
}
