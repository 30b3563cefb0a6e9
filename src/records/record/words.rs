//! The phrases of the record of what people attended.

use crate::domain::certificate::{CertificateRule, CourseAsked, Lacking};
use crate::forum::Contribution;
use crate::ui::words::Lang;

pub struct Words {
    pub title: &'static str,
    pub lead: &'static str,
    pub none: &'static str,
    pub none_next: &'static str,
    pub year: fn(year: i16) -> String,
    pub of_goal: fn(present: &str, goal: i64) -> String,
    pub goal_note: &'static str,
    pub total: fn(length: &str) -> String,
    pub caption: fn(theme: &str) -> String,
    pub day: &'static str,
    pub seminar: &'static str,
    pub place: &'static str,
    pub attended: &'static str,
    pub online: &'static str,
    pub to_come: &'static str,
    pub not_closed: &'static str,
    pub absent: &'static str,
    pub of_planned: fn(present: &str, planned: &str) -> String,
    pub earned: &'static str,
    pub lacks: &'static str,
    pub courses: &'static str,
    pub courses_caption: &'static str,
    pub course: &'static str,
    pub completed_on: &'static str,
    pub test: &'static str,
    pub test_said: fn(right: usize, of: usize) -> String,
    pub forum: &'static str,
    pub forum_caption: fn(edition: &str) -> String,
    pub forum_day: &'static str,
    pub did: &'static str,
}

/// "2 quesiti, un intervento": what somebody did on a day of the forum.
pub fn contribution(lang: Lang, did: Contribution) -> String {
    let counted = |n: i64, one: &str, more: &str| match n {
        0 => None,
        1 => Some(one.to_owned()),
        n => Some(format!("{n} {more}")),
    };
    let parts = match lang {
        Lang::It => [
            did.on_duty.then(|| "di turno come esperto".to_owned()),
            counted(did.asked, "un quesito", "quesiti"),
            counted(did.posted, "un intervento", "interventi"),
            counted(did.answered, "una risposta", "risposte"),
            counted(did.readings, "una risposta riletta", "risposte rilette"),
            counted(did.replied, "un messaggio", "messaggi"),
        ],
        Lang::En => [
            did.on_duty.then(|| "on duty as expert".to_owned()),
            counted(did.asked, "one quesito", "quesiti"),
            counted(did.posted, "one intervento", "interventi"),
            counted(did.answered, "one answer", "answers"),
            counted(did.readings, "one answer read again", "answers read again"),
            counted(did.replied, "one message", "messages"),
        ],
    };
    parts.into_iter().flatten().collect::<Vec<_>>().join(", ")
}

pub fn words(lang: Lang) -> &'static Words {
    match lang {
        Lang::It => &IT,
        Lang::En => &EN,
    }
}

/// What an edition asks for an attestato; `title` says how a course is called.
pub fn rule(lang: Lang, rule: &CertificateRule, title: impl Fn(&str) -> String) -> Vec<String> {
    let course = |asked: &CourseAsked| match (lang, asked.theme.as_str()) {
        (Lang::It, "") => format!("Serve anche il corso «{}» completato, con la prova finale superata.", title(&asked.course)),
        (Lang::It, theme) => {
            format!("Per il tema «{theme}» serve anche il corso «{}» completato, con la prova finale superata.", title(&asked.course))
        }
        (Lang::En, "") => format!("It also takes the course “{}” completed, with its final test passed.", title(&asked.course)),
        (Lang::En, theme) => {
            format!("On “{theme}” it also takes the course “{}” completed, with its final test passed.", title(&asked.course))
        }
    };
    [hours(lang, rule)].into_iter().chain(rule.courses.iter().map(course)).collect()
}

fn hours(lang: Lang, rule: &CertificateRule) -> String {
    match (lang, rule.hours, rule.share) {
        (Lang::It, 0, 0) => "L’attestato spetta, per ogni tema, a chi ha partecipato.".into(),
        (Lang::It, h, 0) => format!("L’attestato spetta, per ogni tema, con almeno {h} ore di presenza."),
        (Lang::It, 0, s) => format!("L’attestato spetta, per ogni tema, con almeno {s} % delle ore delle vostre giornate."),
        (Lang::It, h, s) => {
            format!("L’attestato spetta, per ogni tema, con almeno {h} ore di presenza e almeno {s} % delle ore delle vostre giornate.")
        }
        (Lang::En, 0, 0) => "The attestato is due, for each theme, to whoever took part.".into(),
        (Lang::En, h, 0) => format!("The attestato is due, for each theme, with at least {h} hours present."),
        (Lang::En, 0, s) => format!("The attestato is due, for each theme, with at least {s}% of the hours of your giornate."),
        (Lang::En, h, s) => {
            format!("The attestato is due, for each theme, with at least {h} hours present and {s}% of the hours of your giornate.")
        }
    }
}

/// "2 ore di presenza", after "mancano ancora"; of a course the page makes a link.
pub fn lacking(lang: Lang, lacking: &Lacking, length: impl Fn(i64) -> String) -> String {
    match (lang, lacking) {
        (Lang::It, Lacking::Minutes(minutes)) => format!("{} di presenza", length(*minutes)),
        (Lang::En, Lacking::Minutes(minutes)) => format!("{} present", length(*minutes)),
        (Lang::It, Lacking::Share { is, asked }) => format!("almeno {asked} % delle ore (ora {is} %)"),
        (Lang::En, Lacking::Share { is, asked }) => format!("{asked}% of the hours (now {is}%)"),
        (Lang::It, Lacking::Course(_)) => "il corso ".into(),
        (Lang::En, Lacking::Course(_)) => "the course ".into(),
    }
}

const IT: Words = Words {
    title: "Il mio percorso",
    lead: "Le giornate d’aula a cui avete partecipato, con le ore che risultano dai registri, le giornate di forum, i corsi completati e gli attestati.",
    none: "Non risultano ancora partecipazioni.",
    none_next: "Guardate le giornate in programma",
    year: |year| format!("Ore di formazione nel {year}"),
    of_goal: |present, goal| format!("Registrate qui: {present} su {goal} ore"),
    goal_note: "Quaranta ore l’anno sono l’obiettivo di una direttiva del Ministro per la pubblica amministrazione (14 gennaio 2025), non un obbligo di legge. Qui contano solo le ore in aula di questo programma: il forum e i corsi in rete non hanno ore registrate.",
    total: |length| format!("In tutto {length} di presenza in giornate concluse."),
    caption: |theme| format!("Giornate sul tema «{theme}»"),
    day: "Giorno",
    seminar: "Seminario",
    place: "Luogo",
    attended: "Presenza",
    online: "online",
    to_come: "in programma",
    not_closed: "registro non ancora chiuso",
    absent: "assente",
    of_planned: |present, planned| format!("{present} su {planned}"),
    earned: "Avete i requisiti per l’attestato: lo emette la segreteria organizzativa.",
    lacks: "Per l’attestato mancano ancora:",
    courses: "Corsi completati",
    courses_caption: "Corsi in rete che avete completato",
    course: "Corso",
    completed_on: "Completato il",
    test: "Prova finale",
    test_said: |right, of| format!("superata: {right} risposte giuste su {of}"),
    forum: "Forum telematico",
    forum_caption: |edition| format!("Giornate di forum a cui avete partecipato: {edition}"),
    forum_day: "Giornata",
    did: "Che cosa avete fatto",
};

const EN: Words = Words {
    title: "My record",
    lead: "The giornate d’aula you attended, with the hours that the registers say, the days of the forum, the courses completed and the attestati.",
    none: "Nothing has been recorded yet.",
    none_next: "See the days to come",
    year: |year| format!("Hours of training in {year}"),
    of_goal: |present, goal| format!("Recorded here: {present} of {goal} hours"),
    goal_note: "Forty hours a year are the goal of a directive of the Minister for public administration (14 January 2025), not a duty laid down by law. Only the hours in class of this programme count here: the forum and online courses have no hours on record.",
    total: |length| format!("{length} present in all, on days that are closed."),
    caption: |theme| format!("Giornate on “{theme}”"),
    day: "Day",
    seminar: "Seminar",
    place: "Place",
    attended: "Present",
    online: "online",
    to_come: "to come",
    not_closed: "register not closed yet",
    absent: "absent",
    of_planned: |present, planned| format!("{present} of {planned}"),
    earned: "You have what the attestato asks for: the segreteria organizzativa issues it.",
    lacks: "For the attestato there still lacks:",
    courses: "Courses completed",
    courses_caption: "Online courses that you completed",
    course: "Course",
    completed_on: "Completed on",
    test: "Final test",
    test_said: |right, of| format!("passed: {right} right answers of {of}"),
    forum: "Forum telematico",
    forum_caption: |edition| format!("Days of the forum in which you took part: {edition}"),
    forum_day: "Giornata",
    did: "What you did",
};
