//! The personal area: one next step, then who works with you.

use maud::{Markup, html};

use super::calendar::{Calendar, calendar};
use crate::access::RoleName;
use crate::access::session::EnteName;
use crate::area::notice::pages as notice;
use crate::area::words::{activity, as_role, words};
use crate::assessments::NextStep;
use crate::domain::course::Course;
use crate::domain::ids::PersonId;
use crate::domain::moment::Moment;
use crate::forum::Waiting;
use crate::people::Colleague;
use crate::ui::page::{Frame, Shell, ente, heading, page};
use crate::ui::table::{Column, table};
use crate::ui::{contacts, dates, paths};

/// What a person is here to do, by the appointment in use.
pub enum Task {
    Rilevazione {
        step: NextStep,
        coordinates: bool,
        colleagues: Vec<Colleague>,
    },
    Role(RoleName),
    /// None is in force.
    Nothing,
}

pub struct Personal<'a> {
    pub frame: &'a Frame<'a>,
    pub person: &'a PersonId,
    pub task: Task,
    /// Enti for which a request waits.
    pub waiting: Vec<EnteName>,
    /// Whether the funder asks something that is not told yet.
    pub lacks_facts: bool,
    pub calendar: Calendar,
    /// Courses begun and not completed.
    pub courses: Vec<Begun<'a>>,
    /// What the queue of the forum holds, for who answers.
    pub queue: Option<Waiting>,
    /// How many surveys wait for an answer.
    pub surveys: usize,
    /// Testimonials that wait for the answer of the ente.
    pub to_answer: i64,
    /// Links to pages of others, in what they published, that want mending.
    pub links: usize,
    pub now: Moment,
}

/// A course somebody is on.
pub struct Begun<'a> {
    pub course: &'a Course,
    /// Lessons read.
    pub read: usize,
    /// The first that is not; none where only the test is left.
    pub lesson: Option<&'a str>,
}

/// The one thing to do next.
struct Card {
    title: &'static str,
    text: String,
    button: Option<(&'static str, String)>,
}

pub fn personal(view: &Personal<'_>) -> Markup {
    let (frame, words) = (view.frame, words(view.frame.lang));
    let name = frame.person.as_ref().map(|person| person.name.as_str());
    page(
        &Shell::new(frame, words.area).notices(notice::still_to_read(frame)),
        html! {
            (heading(words.area, name))
            (next(view))
            (asides(view))
            @if let Task::Rilevazione { colleagues, .. } = &view.task { (who(view, colleagues)) }
        },
    )
}

fn next(view: &Personal<'_>) -> Markup {
    let words = words(view.frame.lang);
    let card = match &view.task {
        Task::Rilevazione { step, coordinates, .. } => of_step(view, step, *coordinates),
        Task::Role(role) => of_role(view, *role),
        Task::Nothing => return without_appointment(view),
    };
    html! {
        section .aff-card.aff-next aria-labelledby="prossimo-passo" {
            p .aff-kicker { (words.next) }
            h2 #prossimo-passo { (card.title) }
            p { (card.text) }
            @if let Some((name, href)) = &card.button { p .aff-buttons { a .btn.btn-primary href=(href) { (name) } } }
        }
        @if matches!(view.task, Task::Rilevazione { .. }) { p { a href=(paths::OWN_ASSESSMENT) { (words.all_of_it) } } }
    }
}

/// What else there is to know or to do: requests that wait, what the funder asks.
fn asides(view: &Personal<'_>) -> Markup {
    let words = words(view.frame.lang);
    html! {
        (calendar(view.frame, &view.calendar, view.now))
        (courses(view))
        @if view.to_answer > 0 {
            section .aff-card.aff-also aria-labelledby="testimonianze" {
                h2 #testimonianze { (words.told_waits_title) }
                p { ((words.told_waits_text)(view.to_answer)) }
                p .aff-buttons { a .btn.btn-outline-primary href=(paths::OWN_TESTIMONIALS) { (words.told_waits_button) } }
            }
        }
        @if view.links > 0 {
            section .aff-card.aff-also aria-labelledby="collegamenti" {
                h2 #collegamenti { (words.links_title) }
                p { ((words.links_text)(view.links)) }
                p .aff-buttons { a .btn.btn-outline-primary href=(paths::LINKS) { (words.links_button) } }
            }
        }
        @if view.surveys > 0 {
            section .aff-card.aff-also aria-labelledby="questionari" {
                h2 #questionari { (words.surveys_title) }
                p { ((words.surveys_text)(view.surveys)) }
                p .aff-buttons { a .btn.btn-outline-primary href=(paths::SURVEYS) { (words.surveys_button) } }
            }
        }
        @if !view.waiting.is_empty() {
            section .aff-card.aff-also aria-labelledby="in-attesa" {
                h2 #in-attesa { (words.waiting_title) }
                p { ((words.waiting_text)(&view.waiting.iter().map(ente).collect::<Vec<_>>().join(", "))) }
                p .aff-buttons { a .btn.btn-outline-primary href=(paths::OWN_REQUESTS) { (words.waiting_button) } }
            }
        }
        @if view.lacks_facts {
            section .aff-card.aff-also aria-labelledby="dati-richiesti" {
                h2 #dati-richiesti { (words.facts_title) }
                p { (words.facts_text) }
                p .aff-buttons { a .btn.btn-outline-primary href=(paths::FACTS) { (words.facts_button) } }
            }
        }
    }
}

/// Courses begun, each with where one goes on.
fn courses(view: &Personal<'_>) -> Markup {
    let words = words(view.frame.lang);
    html! {
        @if !view.courses.is_empty() {
            section .aff-card.aff-also aria-labelledby="corsi" {
                h2 #corsi { (words.courses) }
                ul .aff-dates {
                    @for begun in &view.courses {
                        @let (id, of) = (&begun.course.id, begun.course.lessons.len());
                        li {
                            p .aff-dates-when { ((words.lessons_read)(begun.read, of)) }
                            div {
                                p lang=(begun.course.lang) { a href=(paths::course(id)) { (begun.course.title) } }
                                p .aff-quiet {
                                    @match begun.lesson {
                                        Some(lesson) => a href=(paths::lesson(id, lesson)) { (words.lesson_next) },
                                        None => (words.lesson_test),
                                    }
                                }
                            }
                        }
                    }
                }
            }
        }
    }
}

fn of_step(view: &Personal<'_>, step: &NextStep, coordinates: bool) -> Card {
    let words = words(view.frame.lang);
    let card = |title, text: String, button, href: String| Card { title, text, button: Some((button, href)) };
    match step {
        NextStep::Open { questions, minutes } => {
            card(words.open_title, (words.open_text)(*questions, *minutes), words.open_button, paths::OWN_ASSESSMENT.to_owned())
        }
        NextStep::NoQuestionnaire => {
            card(words.unready_title, words.unready_text.to_owned(), words.unready_button, paths::ASSISTANCE.to_owned())
        }
        NextStep::Wait => card(words.wait_title, words.wait_text.to_owned(), words.wait_button, paths::BLANK.to_owned()),
        NextStep::Resume { id, answered: 0, asked, section, minutes } => {
            card(words.begin_title, (words.begin_text)(*asked, section, *minutes), words.begin_button, paths::resume(id))
        }
        NextStep::Resume { id, answered, asked, section, minutes } => {
            card(words.resume_title, (words.resume_text)(*answered, *asked, section, *minutes), words.resume_button, paths::resume(id))
        }
        NextStep::Close { id } => {
            let text = if coordinates { words.close_text } else { words.close_text_member };
            card(words.close_title, text.to_owned(), words.close_button, paths::review(id))
        }
        NextStep::Read { id, closing, closed_at } => {
            let when = dates::day(view.frame.lang, closed_at.day());
            card(words.read_title, (words.read_text)(&when), words.read_button, paths::report(id, *closing))
        }
    }
}

fn of_role(view: &Personal<'_>, role: RoleName) -> Card {
    let words = words(view.frame.lang);
    match role {
        RoleName::Secretariat => {
            Card { title: words.desk_title, text: words.desk_text.to_owned(), button: Some((words.desk_button, paths::DESK.to_owned())) }
        }
        RoleName::Expert => of_queue(view),
        RoleName::Trainer => Card {
            title: words.teaching_title,
            text: words.teaching_text.to_owned(),
            button: Some((words.teaching_button, paths::TEACHING.to_owned())),
        },
        RoleName::Observer => Card {
            title: words.observer_title,
            text: words.observer_text.to_owned(),
            button: Some((words.observer_button, paths::STATISTICS.to_owned())),
        },
        RoleName::Administrator => Card {
            title: words.administrator_title,
            text: words.administrator_text.to_owned(),
            button: Some((words.administrator_button, paths::ACCOUNTS.to_owned())),
        },
        other => Card {
            title: words.nothing_title,
            text: (words.nothing_text)(&as_role(view.frame.lang, other)),
            button: Some((words.nothing_button, paths::ASSESSMENT.to_owned())),
        },
    }
}

/// What waits for an expert, with the number that says how much.
fn of_queue(view: &Personal<'_>) -> Card {
    let words = words(view.frame.lang);
    let Some(waiting) = view.queue.filter(|waiting| waiting.unanswered + waiting.unreleased + waiting.to_read > 0) else {
        return Card {
            title: words.queue_title,
            text: words.queue_none.to_owned(),
            button: Some((words.queue_forum, paths::FORUM.to_owned())),
        };
    };
    let since = waiting.oldest.map(|at| dates::day(view.frame.lang, at.day())).unwrap_or_default();
    let told = [
        (waiting.unanswered > 0).then(|| (words.queue_unanswered)(waiting.unanswered, &since)),
        (waiting.own > 0).then(|| (words.queue_own)(waiting.own)),
        (waiting.unreleased > 0).then(|| (words.queue_unreleased)(waiting.unreleased)),
        (waiting.to_read > 0).then(|| (words.queue_to_read)(waiting.to_read)),
    ];
    let text = told.into_iter().flatten().collect::<Vec<_>>().join(" ");
    Card { title: words.queue_title, text, button: Some((words.queue_button, paths::QUEUE.to_owned())) }
}

/// The appointment in use has ended: another one, or whom to ask.
fn without_appointment(view: &Personal<'_>) -> Markup {
    let (frame, words) = (view.frame, words(view.frame.lang));
    let switches = frame.person.as_ref().map(|person| person.switches.as_slice()).unwrap_or_default();
    html! {
        section .aff-card.aff-next aria-labelledby="prossimo-passo" {
            @if switches.is_empty() {
                h2 #prossimo-passo { (words.no_appointment_title) }
                @if view.waiting.is_empty() { p { (words.no_appointment_text) } } @else { p { (words.no_appointment_yet) } }
                p .aff-buttons { a .btn.btn-primary href=(paths::REGISTRATION) { (words.ask_appointment) } }
                @if contacts::any(frame.site) { (contacts::list(frame.site, frame.words())) }
            } @else {
                h2 #prossimo-passo { (words.choose_title) }
                p { (words.choose_text) }
                form method="post" action=(paths::SWITCH) {
                    ul .aff-choices {
                        @for switch in switches {
                            li { button .btn.btn-outline-primary type="submit" name="incarico" value=(switch.appointment) { (switch.label) } }
                        }
                    }
                }
            }
        }
    }
}

fn who(view: &Personal<'_>, colleagues: &[Colleague]) -> Markup {
    let (frame, words) = (view.frame, words(view.frame.lang));
    let here = frame.person.as_ref().and_then(|person| person.acting_for.as_deref()).unwrap_or_default();
    let columns = [words.column_name, words.column_capacity, words.column_activity].map(Column::new);
    html! {
        h2 { (words.colleagues) }
        @if colleagues.iter().all(|colleague| colleague.id == *view.person) {
            p { (words.alone) }
        } @else {
            (table("colleghi", &(words.colleagues_caption)(here), &columns, rows(view, colleagues), frame.words()))
        }
        @if frame.person.as_ref().and_then(|person| person.role) == Some(RoleName::Coordinator) {
            p { a href=(paths::OWN_PEOPLE) { (words.invite_colleagues) } }
        } @else {
            p { (words.add_colleagues) }
        }
    }
}

fn rows(view: &Personal<'_>, colleagues: &[Colleague]) -> Markup {
    let (lang, words) = (view.frame.lang, words(view.frame.lang));
    html! {
        @for colleague in colleagues {
            tr {
                th scope="row" {
                    (colleague.name)
                    @if colleague.id == *view.person { " " span .aff-quiet { (words.you) } }
                }
                td { (capacity(colleague, view)) }
                td { (activity(lang, colleague.last_answer, view.now)) }
            }
        }
    }
}

/// The person's own qualifica, and whether they are the referente.
fn capacity(colleague: &Colleague, view: &Personal<'_>) -> String {
    let lang = view.frame.lang;
    match (colleague.qualifica.as_str(), colleague.coordinates) {
        ("", false) => lang.role(RoleName::Member).to_owned(),
        ("", true) => lang.role(RoleName::Coordinator).to_owned(),
        (qualifica, false) => qualifica.to_owned(),
        (qualifica, true) => format!("{qualifica}, {}", lang.role(RoleName::Coordinator)),
    }
}
