//! The page of one person: appointments, contacts, letters, and what can be done.

use maud::{Markup, html};

use crate::domain::moment::Moment;
use crate::records;
use crate::secretariat::contacts::Contact;
use crate::secretariat::contacts::pages as contacts;
use crate::secretariat::correspondence::Posted;
use crate::secretariat::pages::letters;
use crate::secretariat::people::words::{Words, words};
use crate::secretariat::people::{Account, Held};
use crate::secretariat::words::words as desk;
use crate::ui::page::{Frame, Notice, Shell, ente, heading, page};
use crate::ui::table::{Column, table};
use crate::ui::{dates, paths};

pub struct PersonPage<'a> {
    pub frame: &'a Frame<'a>,
    pub account: &'a Account,
    pub held: Vec<Held>,
    pub contacts: Vec<Contact>,
    pub letters: Vec<Posted>,
    pub record: Vec<records::OfEdition>,
    pub courses: Vec<records::CourseLine>,
    /// Accounts that were taken into this one: name and username.
    pub taken_in: Vec<(String, String)>,
    pub now: Moment,
    pub notice: Option<Notice>,
}

pub fn person(view: &PersonPage<'_>) -> Markup {
    let (frame, words, account) = (view.frame, words(view.frame.lang), view.account);
    let shell = Shell::new(frame, &*account.name)
        .crumb(desk(frame.lang).desk, paths::DESK)
        .crumb(words.people, paths::PEOPLE)
        .notices(view.notice.clone())
        .notices(standing(account, words));
    page(
        &shell,
        html! {
            (heading(&account.name, Some(&account.email)))
            (facts(frame, account, &view.taken_in))
            @if view.may_help() { (actions(view)) }
            (appointments(view))
            h2 { (words.attended) }
            (attended(view))
            (courses(view))
            (contacts::list(frame, &view.contacts, &paths::person_contacts(&account.id)))
            (letters(frame, &view.letters))
            (privacy(view))
        },
    )
}

/// What the person may ask of the desk about their data.
fn privacy(view: &PersonPage<'_>) -> Markup {
    let (words, account, today) = (words(view.frame.lang), view.account, view.frame.today);
    let of_programme = view.held.iter().any(|held| held.ente.is_none() && held.to.is_none_or(|to| to >= today));
    html! {
        @if account.merged_into.is_none() && !account.erased {
            h2 { (words.data) }
            @if of_programme { p { (words.data_of_programme) } } @else {
                p { (words.data_text) }
                p .aff-buttons {
                    a .btn.btn-outline-primary href=(paths::person_copy(&account.id)) { (words.data_copy) }
                    a .btn.btn-outline-danger href=(paths::person_erasure(&account.id)) { (words.data_erase) }
                }
            }
        }
    }
}

impl PersonPage<'_> {
    /// Whether the desk may send letters that open the account: not of those with a role of the programme, whose accounts
    /// are the gestore's.
    fn may_help(&self) -> bool {
        let account = self.account;
        let stands = account.disabled_at.is_none() && account.merged_into.is_none() && !account.erased;
        stands && self.held.iter().all(|held| held.ente.is_some())
    }
}

fn actions(view: &PersonPage<'_>) -> Markup {
    let (words, id) = (words(view.frame.lang), &view.account.id);
    html! {
        div .aff-actions {
            form method="post" action=(paths::person_password(id)) {
                button .btn.btn-outline-primary type="submit" { (words.invite_again) }
            }
            a .btn.btn-outline-primary href=(paths::person_address(id)) { (words.change_address) }
        }
    }
}

/// What keeps the person out, or makes the page one of the past.
fn standing(account: &Account, words: &Words) -> Option<Notice> {
    if account.erased {
        return Some(Notice::info(words.erased));
    }
    if let Some((into, name)) = &account.merged_into {
        let text = html! { (words.merged_into) " " a href=(paths::person(into)) { (name) } "." };
        return Some(Notice { text, ..Notice::info("") });
    }
    if let Some(at) = account.disabled_at {
        let reason = account.disabled_reason.as_deref().unwrap_or_default().trim_end_matches('.');
        return Some(Notice::care(&(words.disabled_on)(&dates::short(at.day()), reason)));
    }
    (!account.has_password).then(|| Notice::care(words.no_password))
}

fn facts(frame: &Frame<'_>, account: &Account, taken_in: &[(String, String)]) -> Markup {
    let words = words(frame.lang);
    html! {
        dl .aff-facts {
            div { dt { (words.username) } dd { (account.username) } }
            div {
                dt { (words.email) }
                dd {
                    (account.email) ", "
                    @match account.verified_at {
                        Some(at) => ((words.verified_on)(&dates::short(at.day()))),
                        None => (words.not_verified),
                    }
                }
            }
            div { dt { (words.last_access) } dd { @match account.seen_at { Some(at) => (dates::moment_tag(frame.lang, at)), None => (words.never) } } }
            div { dt { (words.created_on) } dd { (dates::day_tag(frame.lang, account.created_at.day())) } }
            @if !taken_in.is_empty() {
                div { dt { (words.taken_in) } dd { ul { @for (name, username) in taken_in { li { (name) ", " (username) } } } } }
            }
        }
    }
}

/// The giornate with a seat, edition by edition.
fn attended(view: &PersonPage<'_>) -> Markup {
    let (frame, words) = (view.frame, words(view.frame.lang));
    let columns = [words.day, words.theme, words.seminar, words.place, words.present].map(Column::new);
    html! {
        @if view.record.is_empty() { p { (words.attended_nothing) } }
        @for (n, edition) in view.record.iter().enumerate() {
            h3 { (edition.name) }
            @if !edition.themes.is_empty() {
                p { ((words.attended_total)(&dates::length(frame.lang, edition.minutes()))) }
                (table(&format!("partecipazioni-{n}"), &(words.attended_caption)(&edition.name), &columns, days(view, edition), frame.words()))
            }
            (forum(view, n, edition))
        }
    }
}

fn days(view: &PersonPage<'_>, edition: &records::OfEdition) -> Markup {
    html! {
        @for theme in &edition.themes {
            @for day in &theme.days {
                tr {
                    th scope="row" { a href=(paths::teaching_day(&day.day)) { (dates::short(day.starts_at.day())) } }
                    td { (theme.theme) }
                    td { (day.title) }
                    td { (day.city) }
                    td { (present(view, day)) }
                }
            }
        }
    }
}

/// Days of the forum in which they took part; nothing where there are none.
fn forum(view: &PersonPage<'_>, n: usize, edition: &records::OfEdition) -> Markup {
    let (frame, words) = (view.frame, words(view.frame.lang));
    let columns = [words.day, words.forum_day, words.forum_did].map(Column::new);
    html! {
        @if !edition.forum.is_empty() {
            (table(&format!("forum-{n}"), &(words.forum_caption)(&edition.name), &columns, html! {
                @for day in &edition.forum {
                    tr {
                        th scope="row" { a href=(paths::forum_day(&day.day)) { (dates::short(day.held_on)) } }
                        td { (day.title) }
                        td { (records::contribution(frame.lang, day.did)) }
                    }
                }
            }, frame.words()))
        }
    }
}

/// The courses completed, with how their tests went; nothing where there are none.
fn courses(view: &PersonPage<'_>) -> Markup {
    let (frame, words) = (view.frame, words(view.frame.lang));
    let columns = [words.course, words.completed_on, words.test].map(Column::new);
    html! {
        @if !view.courses.is_empty() {
            (table("corsi", words.courses, &columns, html! {
                @for course in &view.courses {
                    tr {
                        th scope="row" { (course.title) }
                        td { (dates::short(course.at.day())) }
                        td { @if let Some((right, of)) = course.test { ((words.test_said)(right, of)) } }
                    }
                }
            }, frame.words()))
        }
    }
}

/// "6 ore su 7 ore", or why there is no figure.
fn present(view: &PersonPage<'_>, day: &records::DayLine) -> String {
    let (lang, words) = (view.frame.lang, words(view.frame.lang));
    match (day.held, day.present) {
        (false, _) if day.starts_at > view.now => words.to_come.to_owned(),
        (false, _) => words.not_closed.to_owned(),
        (true, 0) => words.absent.to_owned(),
        (true, minutes) => (words.present_of)(&dates::length(lang, minutes), &dates::length(lang, day.planned)),
    }
}

fn appointments(view: &PersonPage<'_>) -> Markup {
    let (frame, words, account) = (view.frame, words(view.frame.lang), view.account);
    let columns = [words.ente, words.role, words.qualifica, words.from, words.to, words.end].map(Column::new);
    let open = account.merged_into.is_none() && !account.erased;
    html! {
        h2 { (words.appointments) }
        @if view.held.is_empty() { p { (words.no_appointments) } } @else {
            (table("incarichi", &(words.appointments_caption)(&account.name), &columns, html! {
                @for held in &view.held { (row(view, held, open)) }
            }, frame.words()))
        }
        @if open { p .aff-buttons { a .btn.btn-outline-primary href=(paths::person_appointments(&account.id)) { (words.add) } } }
    }
}

fn row(view: &PersonPage<'_>, held: &Held, open: bool) -> Markup {
    let (frame, words) = (view.frame, words(view.frame.lang));
    html! {
        tr {
            th scope="row" {
                @match &held.ente {
                    Some(of) => a href=(paths::ente(&of.id)) { (ente(of)) },
                    None => (words.programme),
                }
            }
            td { (frame.lang.role(held.role)) }
            td { (held.qualifica) }
            td { (dates::short(held.from)) }
            td { @if let Some(to) = held.to { (dates::short(to)) } }
            td {
                @if open && held.ente.is_some() && held.is_in_force(frame.today) {
                    a href=(paths::appointment_end(&view.account.id, &held.id)) {
                        (words.end) @if let Some(of) = &held.ente { span .visually-hidden { ": " (ente(of)) } }
                    }
                }
            }
        }
    }
}
