//! The pages of experts: the queue, the release of a quesito, the answer.

use maud::{Markup, html};

use super::prose;
use crate::domain::ids::{Id, QuestionId};
use crate::domain::moment::Moment;
use crate::forum::asking::{LINE_MAX, TEXT_MAX, kind};
use crate::forum::words::answers::{Words, words};
use crate::forum::words::public::words as public;
use crate::forum::words::suspects;
use crate::forum::{Answer, Attachment, NotYours, Question, Queued, Text};
use crate::ui::fields::{self, Choice, Field, Group, Wrong};
use crate::ui::page::{self, Frame, Notice, Shell, heading};
use crate::ui::table::{Column, table};
use crate::ui::{dates, paths};

/// A draft that waits for its second reader: where it is read, whose it is, on which theme.
pub struct ToReadLine {
    pub href: String,
    pub author: String,
    pub theme: String,
}

pub struct QueueView<'a> {
    pub frame: &'a Frame<'a>,
    pub now: Moment,
    pub queue: Vec<Queued>,
    pub themes: Vec<String>,
    pub to_read: Vec<ToReadLine>,
    pub theme: &'a str,
    pub assignee: &'a str,
    pub unreleased: bool,
    /// Who looks; experts alone take.
    pub me: &'a str,
    pub is_expert: bool,
    pub notice: Option<Notice>,
}

pub fn queue(view: &QueueView<'_>) -> Markup {
    let (frame, words) = (view.frame, words(view.frame.lang));
    page::page(
        &Shell::new(frame, words.queue).crumb(frame.words().area, paths::AREA).notices(view.notice.clone()),
        html! {
            (heading(words.queue, Some(words.queue_lead)))
            (filters(view, words))
            @if view.queue.is_empty() { div .aff-box { p { (words.none) } } } @else { (rows(view, words)) }
            @if view.is_expert && !view.to_read.is_empty() {
                h2 { (words.to_read) }
                p { (words.to_read_lead) }
                ul { @for one in &view.to_read { li { a href=(one.href) { ((words.draft_of)(&one.author, &one.theme)) } } } }
            }
        },
    )
}

fn filters(view: &QueueView<'_>, words: &Words) -> Markup {
    let shared = public(view.frame.lang);
    let assignees = [("", words.anybody), ("nessuno", words.nobody), ("io", words.me)];
    let assignees = assignees.into_iter().filter(|(value, _)| *value != "io" || view.is_expert);
    html! {
        form .aff-search.aff-desk-filters method="get" action=(paths::QUEUE) role="search" {
            div .aff-field {
                label .active for="vista" { (words.which) }
                select .form-select #vista name="vista" {
                    option value="" { (words.unanswered) }
                    option value="da-rilasciare" selected[view.unreleased] { (words.unreleased) }
                }
            }
            div .aff-field {
                label .active for="tema" { (shared.theme) }
                select .form-select #tema name="tema" {
                    option value="" { (shared.all_themes) }
                    @for one in &view.themes { option value=(one) selected[one == view.theme] { (one) } }
                }
            }
            div .aff-field {
                label .active for="esperto" { (words.assignee) }
                select .form-select #esperto name="esperto" {
                    @for (value, label) in assignees { option value=(value) selected[value == view.assignee] { (label) } }
                }
            }
            p .aff-buttons { button .btn.btn-outline-primary type="submit" { (shared.apply) } }
        }
    }
}

fn rows(view: &QueueView<'_>, words: &Words) -> Markup {
    let columns = [
        Column::new(words.column_question),
        Column::new(public(view.frame.lang).theme),
        Column::new(words.column_age),
        Column::new(words.column_release),
        Column::new(words.column_expert),
    ];
    let body = html! { @for one in &view.queue { (row(view, one, words)) } };
    html! { div .aff-stack { (table("coda", words.caption, &columns, body, view.frame.words())) } }
}

fn row(view: &QueueView<'_>, one: &Queued, words: &Words) -> Markup {
    let (lang, shared) = (view.frame.lang, public(view.frame.lang));
    let age = i64::from((view.now.day().date() - one.asked_at.day().date()).get_days());
    html! {
        tr {
            th scope="row" {
                a href=(paths::quesito(&one.id)) { (one.title) }
                span .aff-line {
                    (page::ente(&one.ente)) " · "
                    @match &one.day { Some((_, title)) => (title), None => (shared.in_queue) }
                    @if one.interested > 0 { " · " ((shared.interested)(one.interested)) }
                }
            }
            td { (one.theme) }
            td { ((words.days_old)(age)) span .aff-line { (dates::short(one.asked_at.day())) ", " (dates::hour(lang, one.asked_at)) } }
            td {
                @if one.is_released { (words.released) } @else { a href=(paths::question_release(&one.id)) { (words.not_released) } }
                @if one.is_flagged && !one.is_released { span .aff-line { strong { (words.flagged) } } }
            }
            td {
                @match &one.assigned_to {
                    Some(by) if by.id.as_str() == view.me => a href=(paths::question_answer(&one.id)) { (words.write) },
                    Some(by) => (by.name),
                    None if view.is_expert => (super::button(&paths::question_taking(&one.id), words.take, &[])),
                    None => (words.nobody),
                }
            }
        }
    }
}

/// Somebody was first, or it is done: what happened, and the way back.
pub struct Held<'a> {
    pub frame: &'a Frame<'a>,
    pub now: Moment,
    pub question: &'a QuestionId,
    pub why: &'a NotYours,
    /// What was typed, to be copied: nothing is lost.
    pub typed: &'a str,
}

pub fn held(view: &Held<'_>) -> Markup {
    let (frame, words) = (view.frame, words(view.frame.lang));
    let told = match view.why {
        NotYours::TakenBy(who, at) => (words.taken_by)(who, &dates::lately(frame.lang, *at, view.now)),
        NotYours::Done => words.done.to_owned(),
        NotYours::NotTaken => words.not_taken.to_owned(),
    };
    page::page(
        &Shell::new(frame, words.queue).crumb(frame.words().area, paths::AREA).crumb(words.queue, paths::QUEUE),
        html! {
            (heading(words.queue, None))
            div .aff-box { p { (told) } }
            @if !view.typed.is_empty() { (prose(view.typed)) }
            p .aff-buttons {
                a .btn.btn-primary href=(paths::QUEUE) { (words.back_to_queue) }
                a .btn.btn-outline-primary href=(paths::quesito(view.question)) { (words.open_question) }
            }
        },
    )
}

pub struct ReleaseView<'a> {
    pub frame: &'a Frame<'a>,
    pub question: &'a Question,
    pub files: &'a [Attachment],
    /// The public text as it is to be shown, and the files that are to go with it.
    pub text: &'a Text,
    pub chosen: &'a [String],
    pub wrong: &'a [(&'static str, &'static str)],
}

pub fn release(view: &ReleaseView<'_>) -> Markup {
    let (frame, question, words) = (view.frame, view.question, words(view.frame.lang));
    let faults: Vec<Wrong> = view.wrong.iter().map(|(name, text)| Wrong { name: (*name).to_owned(), text: (*text).to_owned() }).collect();
    let kinds: Vec<_> = question.flags.iter().filter_map(|flag| kind(flag)).collect();
    page::page(
        &Shell::new(frame, words.release_title)
            .crumb(words.queue, paths::QUEUE)
            .crumb(&question.original.title, paths::quesito(&question.id)),
        html! {
            (heading(words.release_title, Some(words.release_lead)))
            @if !kinds.is_empty() { p .aff-box { strong { ((words.looks_like)(&suspects(frame.lang, &kinds))) } } }
            (fields::summary(frame.words(), &faults))
            div .row {
                section .col-12.col-lg-6 aria-labelledby="originale" {
                    h2 #originale { (words.original) }
                    p .aff-quiet { (page::ente(&question.ente)) " · " (question.theme) }
                    p { strong { (question.original.title) } }
                    (prose(&question.original.body))
                    @if !question.original.law.is_empty() { p { (question.original.law) } }
                }
                section .col-12.col-lg-6 aria-labelledby="pubblico" { h2 #pubblico { (words.public) } (public_form(view, words)) }
            }
        },
    )
}

fn public_form(view: &ReleaseView<'_>, words: &Words) -> Markup {
    let (shared, labels, text) = (view.frame.words(), public(view.frame.lang), view.text);
    let of = |name: &str| view.wrong.iter().find(|(field, _)| *field == name).map(|(_, text)| *text);
    let files: Vec<Choice> = view
        .files
        .iter()
        .map(|file| Choice::new(file.id.as_str(), &file.name, view.chosen.iter().any(|one| one == file.id.as_str())))
        .collect();
    html! {
        form .aff-form method="post" action=(paths::question_release(&view.question.id)) {
            (fields::text(&Field::new("titolo", labels.title).value(&text.title).longest(LINE_MAX).error(of("titolo")), shared))
            (fields::area(&Field::new("testo", labels.body).value(&text.body).longest(TEXT_MAX).error(of("testo")), 14, shared))
            (fields::text(&Field::new("norma", labels.law).value(&text.law).longest(LINE_MAX).optional(), shared))
            @if !files.is_empty() {
                (fields::group(&Group::checks("allegato", html! { (words.files) }).choices(files).hint(html! { (words.files_hint) }), shared))
            }
            (fields::check("confermo", &html! { (words.confirm) }, false, of("confermo"), shared))
            p .aff-buttons {
                button .btn.btn-primary type="submit" { (words.release_button) }
                a .btn.btn-outline-primary href=(paths::quesito(&view.question.id)) { (words.open_question) }
            }
        }
    }
}

pub struct AnswerView<'a> {
    pub frame: &'a Frame<'a>,
    pub question: &'a Question,
    /// As typed: body, references, last day, signature.
    pub body: &'a str,
    pub law: &'a str,
    pub valid_until: &'a str,
    pub role: &'a str,
    /// Other quesiti that it may close: id, title, theme; and those that it does.
    pub others: &'a [(QuestionId, String, String)],
    pub chosen: &'a [QuestionId],
    pub seen: i64,
    pub reader: Option<&'a str>,
    pub wrong: &'a [(&'static str, &'static str)],
    pub notice: Option<Notice>,
}

pub fn answering(view: &AnswerView<'_>) -> Markup {
    let (frame, question, words) = (view.frame, view.question, words(view.frame.lang));
    let faults: Vec<Wrong> = view.wrong.iter().map(|(name, text)| Wrong { name: (*name).to_owned(), text: (*text).to_owned() }).collect();
    let shell =
        Shell::new(frame, words.answering).crumb(words.queue, paths::QUEUE).crumb(&question.original.title, paths::quesito(&question.id));
    page::page(
        &shell.notices(view.notice.clone()),
        html! {
            (heading(words.answering, Some(words.answering_lead)))
            (fields::summary(frame.words(), &faults))
            @if let Some(reader) = view.reader { div .aff-box { p { ((words.read_by)(reader)) } } }
            @if question.answered_at.is_some() { p { (words.supersedes) } }
            details .aff-more open[view.body.is_empty()] {
                summary { (question.original.title) }
                p .aff-quiet { (page::ente(&question.ente)) " · " (question.theme) }
                (prose(&question.original.body))
                @if !question.original.law.is_empty() { p { (question.original.law) } }
            }
            (answer_form(view, words))
        },
    )
}

fn answer_form(view: &AnswerView<'_>, words: &Words) -> Markup {
    let shared = view.frame.words();
    let of = |name: &str| view.wrong.iter().find(|(field, _)| *field == name).map(|(_, text)| *text);
    let others: Vec<Choice> = view
        .others
        .iter()
        .map(|(id, title, theme)| Choice::new(id.as_str(), &format!("{title} ({theme})"), view.chosen.contains(id)))
        .collect();
    html! {
        form .aff-form method="post" action=(paths::question_answer(&view.question.id)) {
            (fields::area(&Field::new("testo", words.body).value(view.body).longest(20_000).error(of("testo")), 16, shared))
            (fields::text(&Field::new("norma", words.law).value(view.law).hint(words.law_hint).longest(1000).optional(), shared))
            (fields::date(&Field::new("valida", words.valid_until).value(view.valid_until).hint(words.valid_hint).optional().error(of("valida")), shared))
            (fields::text(&Field::new("firma", words.role).value(view.role).hint(words.role_hint).longest(LINE_MAX).optional(), shared))
            @if !others.is_empty() { (fields::group(&Group::checks("anche", html! { (words.also) }).choices(others), shared)) }
            (fields::hidden("visto", &view.seen.to_string()))
            p .aff-buttons {
                button .btn.btn-outline-primary type="submit" name="azione" value="salva" { (words.save) }
                button .btn.btn-primary type="submit" name="azione" value="pubblica" { (words.publish) }
            }
        }
    }
}

pub struct Reading<'a> {
    pub frame: &'a Frame<'a>,
    pub answer: &'a Answer,
    pub questions: &'a [(QuestionId, String)],
    /// The author may look, and not approve.
    pub may_approve: bool,
    pub notice: Option<Notice>,
}

pub fn reading(view: &Reading<'_>) -> Markup {
    let (frame, answer, words) = (view.frame, view.answer, words(view.frame.lang));
    let labels = public(frame.lang);
    page::page(
        &Shell::new(frame, words.reading).crumb(words.queue, paths::QUEUE).notices(view.notice.clone()),
        html! {
            (heading(words.reading, Some(&(words.draft_of)(&answer.author, &answer.theme))))
            h2 { (words.reading_for) }
            ul { @for (id, title) in view.questions { li { a href=(paths::quesito(id)) { (title) } } } }
            section .aff-answer aria-label=(words.body) {
                (prose(&answer.body))
                @if !answer.law.is_empty() { p { strong { (labels.references) ": " } (answer.law) } }
                @if let Some(day) = answer.valid_until { p { ((labels.holds_until)(&dates::day(frame.lang, day))) } }
            }
            @if let Some(reader) = &answer.reader { p { ((words.read_by)(reader)) } }
            @else if view.may_approve {
                form method="post" action=(paths::answer_reading(&answer.id)) {
                    (fields::hidden("visto", &answer.revision.to_string()))
                    p .aff-buttons { button .btn.btn-primary type="submit" { (words.approve) } }
                }
            }
        },
    )
}
