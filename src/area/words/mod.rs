//! The phrases of the home page, the personal area, and the pages that every public site has.

mod english;
mod italian;

use crate::access::RoleName;
use crate::domain::moment::Moment;
use crate::ui::dates;
use crate::ui::words::Lang;

use english::EN;
use italian::IT;

/// A part of a page of plain text. `{titolare}` stands for whoever runs the installation.
pub struct Part {
    pub id: &'static str,
    pub title: &'static str,
    pub text: &'static [&'static str],
}

pub struct Words {
    // Home.
    pub home: &'static str,
    pub home_title: &'static str,
    pub home_lead: fn(name: &str) -> String,
    pub door: &'static str,
    pub door_text: fn(questions: usize, minutes: u32) -> String,
    pub door_report: &'static str,
    pub door_how: &'static str,
    pub door_print: &'static str,
    pub door_enter: &'static str,
    pub seminars: &'static str,
    pub seminars_text: &'static str,
    pub seminars_next: fn(when: &str, city: &str) -> String,
    pub seminars_online: &'static str,
    pub seminars_none: &'static str,
    pub seminars_look: &'static str,
    pub seminars_all: &'static str,
    pub forum: &'static str,
    pub forum_text: &'static str,
    pub forum_none: &'static str,
    pub forum_look: &'static str,
    pub forum_all: &'static str,
    pub told: &'static str,
    pub told_all: &'static str,
    pub documents: &'static str,
    pub documents_all: &'static str,
    pub done_by: &'static str,
    pub done_by_text: fn(&[(String, i64)]) -> String,
    pub whose: &'static str,
    pub whose_text: fn(owner: &str) -> String,
    pub whose_nobody: &'static str,
    pub signed_out: &'static str,
    pub erased: &'static str,
    // Personal area.
    pub area: &'static str,
    pub next: &'static str,
    pub open_title: &'static str,
    pub open_text: fn(questions: usize, minutes: u32) -> String,
    pub open_button: &'static str,
    pub unready_title: &'static str,
    pub unready_text: &'static str,
    pub unready_button: &'static str,
    pub wait_title: &'static str,
    pub wait_text: &'static str,
    pub wait_button: &'static str,
    pub resume_title: &'static str,
    pub begin_title: &'static str,
    pub resume_text: fn(answered: usize, asked: usize, section: &str, minutes: u32) -> String,
    pub begin_text: fn(asked: usize, section: &str, minutes: u32) -> String,
    pub resume_button: &'static str,
    pub begin_button: &'static str,
    pub close_title: &'static str,
    pub close_text: &'static str,
    pub close_text_member: &'static str,
    pub close_button: &'static str,
    pub read_title: &'static str,
    pub read_text: fn(when: &str) -> String,
    pub read_button: &'static str,
    pub all_of_it: &'static str,
    pub colleagues: &'static str,
    pub colleagues_caption: fn(ente: &str) -> String,
    pub column_name: &'static str,
    pub column_capacity: &'static str,
    pub column_activity: &'static str,
    pub you: &'static str,
    pub no_answer_yet: &'static str,
    pub alone: &'static str,
    pub add_colleagues: &'static str,
    pub invite_colleagues: &'static str,
    // Beside the next step.
    pub waiting_title: &'static str,
    pub waiting_text: fn(enti: &str) -> String,
    pub waiting_button: &'static str,
    pub calendar: &'static str,
    pub calendar_none: &'static str,
    pub calendar_seminar: fn(title: &str) -> String,
    pub calendar_seated: &'static str,
    pub calendar_offered: &'static str,
    pub calendar_waiting: &'static str,
    pub calendar_forum: fn(title: &str) -> String,
    pub calendar_last: fn(edition: &str) -> String,
    pub calendar_last_text: &'static str,
    pub coming_button: &'static str,
    pub courses: &'static str,
    pub lessons_read: fn(read: usize, of: usize) -> String,
    pub lesson_next: &'static str,
    pub lesson_test: &'static str,
    pub queue_title: &'static str,
    pub queue_none: &'static str,
    pub queue_unanswered: fn(count: i64, since: &str) -> String,
    pub queue_own: fn(count: i64) -> String,
    pub queue_unreleased: fn(count: i64) -> String,
    pub queue_to_read: fn(count: i64) -> String,
    pub queue_button: &'static str,
    pub queue_forum: &'static str,
    pub links_title: &'static str,
    pub links_text: fn(count: usize) -> String,
    pub links_button: &'static str,
    pub told_waits_title: &'static str,
    pub told_waits_text: fn(count: i64) -> String,
    pub told_waits_button: &'static str,
    pub teaching_title: &'static str,
    pub teaching_text: &'static str,
    pub teaching_button: &'static str,
    pub surveys_title: &'static str,
    pub surveys_text: fn(count: usize) -> String,
    pub surveys_button: &'static str,
    pub facts_title: &'static str,
    pub facts_text: &'static str,
    pub facts_button: &'static str,
    pub no_appointment_yet: &'static str,
    pub ask_appointment: &'static str,
    pub desk_title: &'static str,
    pub desk_text: &'static str,
    pub desk_button: &'static str,
    pub observer_title: &'static str,
    pub observer_text: &'static str,
    pub observer_button: &'static str,
    pub administrator_title: &'static str,
    pub administrator_text: &'static str,
    pub administrator_button: &'static str,
    pub nothing_title: &'static str,
    pub nothing_text: fn(role: &str) -> String,
    pub nothing_button: &'static str,
    pub choose_title: &'static str,
    pub choose_text: &'static str,
    pub no_appointment_title: &'static str,
    pub no_appointment_text: &'static str,
    // Assistance.
    pub assistance: &'static str,
    pub assistance_lead: &'static str,
    pub call: &'static str,
    pub call_nobody: &'static str,
    pub before_calling: &'static str,
    pub before_calling_list: &'static [&'static str],
    pub report: &'static str,
    pub report_text: &'static str,
    pub faq: &'static str,
    /// Question and answer.
    pub faq_list: &'static [(&'static str, &'static str)],
    // Accessibility, privacy, legal notes.
    pub accessibility: &'static str,
    pub accessibility_parts: &'static [Part],
    pub declaration: &'static str,
    pub declaration_text: &'static str,
    pub no_declaration: &'static str,
    pub feedback_channel: &'static str,
    pub feedback_channel_text: &'static str,
    pub privacy: &'static str,
    pub privacy_lead: &'static str,
    pub privacy_parts: &'static [Part],
    pub full_notice: &'static str,
    pub legal: &'static str,
    pub legal_parts: &'static [Part],
    // Statistics.
    pub statistics: &'static str,
    pub statistics_lead: &'static str,
    pub by_region: &'static str,
    pub by_region_caption: &'static str,
    pub column_region: &'static str,
    pub column_enti: &'static str,
    pub total: &'static str,
    pub nobody_yet: &'static str,
    pub ratings: &'static str,
    pub ratings_caption: &'static str,
    pub column_page: &'static str,
    pub column_ratings: &'static str,
    pub column_mean: &'static str,
    pub out_of_five: fn(mean: &str) -> String,
    pub ratings_none: &'static str,
    pub ratings_few: &'static str,
    // Map.
    pub map: &'static str,
    pub map_public: &'static str,
    pub map_reserved: &'static str,
    pub map_sign_in: &'static str,
    // Rating of a page.
    pub thanks_title: &'static str,
    pub back: &'static str,
    pub rate_title: &'static str,
    pub need_rate: &'static str,
    pub too_long: &'static str,
    // Whoever runs the installation, where it is not said.
    pub owner: &'static str,
}

pub fn words(lang: Lang) -> &'static Words {
    match lang {
        Lang::It => &IT,
        Lang::En => &EN,
    }
}

/// A text with the name of whoever runs the installation.
pub fn filled(text: &str, owner: &str, lang: Lang) -> String {
    text.replace("{titolare}", if owner.is_empty() { words(lang).owner } else { owner })
}

/// "l’ultima risposta oggi alle 10.42".
pub fn activity(lang: Lang, last_answer: Option<Moment>, now: Moment) -> String {
    match (lang, last_answer) {
        (_, None) => words(lang).no_answer_yet.to_owned(),
        (Lang::It, Some(at)) => format!("ultima risposta: {}", dates::lately(lang, at, now)),
        (Lang::En, Some(at)) => format!("last answer: {}", dates::lately(lang, at, now)),
    }
}

/// What a role is called inside a sentence.
pub fn as_role(lang: Lang, role: RoleName) -> String {
    match lang {
        Lang::It => format!("come {}", lang.role(role)),
        Lang::En => format!("as {}", lang.role(role)),
    }
}

/// "in Piemonte", "nel Lazio", "nelle Marche"; of bilingual names the Italian half.
fn in_region(region: &str) -> String {
    let name = region.split('/').next().unwrap_or(region);
    match name {
        "Lazio" => "nel Lazio".into(),
        "Marche" => "nelle Marche".into(),
        name => format!("in {name}"),
    }
}

/// "4 in Piemonte, 3 in Toscana e 2 in Puglia", the most first.
fn listed(regions: &[(String, i64)], and: &str, place: fn(&str) -> String) -> String {
    let mut sorted: Vec<_> = regions.iter().collect();
    sorted.sort_by(|a, b| b.1.cmp(&a.1).then_with(|| a.0.cmp(&b.0)));
    let mut parts: Vec<String> = sorted.into_iter().map(|(region, n)| format!("{n} {}", place(region))).collect();
    match (parts.pop(), parts.is_empty()) {
        (Some(last), false) => format!("{} {and} {last}", parts.join(", ")),
        (Some(last), true) => last,
        (None, _) => String::new(),
    }
}

fn minutes_it(minutes: u32) -> String {
    if minutes <= 1 { "circa un minuto".into() } else { format!("circa {minutes} minuti") }
}

fn minutes_en(minutes: u32) -> String {
    if minutes <= 1 { "about a minute".into() } else { format!("about {minutes} minutes") }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn said(lang: Lang, regions: &[(&str, i64)]) -> String {
        let regions: Vec<_> = regions.iter().map(|(region, n)| ((*region).to_owned(), *n)).collect();
        (words(lang).done_by_text)(&regions)
    }

    #[test]
    fn figures_by_region_are_said_in_words() {
        assert!(said(Lang::It, &[]).starts_with("Nessun ente"));
        assert_eq!(said(Lang::It, &[("Lazio", 1)]), "Finora l’ha completata un ente, nel Lazio.");
        assert_eq!(said(Lang::It, &[("Marche", 3)]), "Finora l’hanno completata 3 enti, tutti nelle Marche.");
        let three = [("Piemonte", 4), ("Puglia", 2), ("Toscana", 4), ("Trentino-Alto Adige/Südtirol", 1)];
        assert_eq!(
            said(Lang::It, &three),
            "Finora l’hanno completata 11 enti: 4 in Piemonte, 4 in Toscana, 2 in Puglia e 1 in Trentino-Alto Adige."
        );
        assert_eq!(said(Lang::En, &three[..2]), "So far 6 bodies have completed it: 4 in Piemonte and 2 in Puglia.");
    }

    #[test]
    fn whoever_runs_the_installation_is_named_if_they_said_so() {
        assert_eq!(filled("Il titolare è {titolare}.", "Provincia X", Lang::It), "Il titolare è Provincia X.");
        assert_eq!(filled("Il titolare è {titolare}.", "", Lang::It), "Il titolare è chi gestisce il servizio.");
    }
}
