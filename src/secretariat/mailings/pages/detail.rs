//! One mailing: how far it is, and what became of each ente.

use maud::{Markup, html};

use super::chosen;
use crate::secretariat::mailings::words::{outcome, words};
use crate::secretariat::mailings::{LATELY_DAYS, Line, Mailing, Outcome, Shown};
use crate::secretariat::words::words as desk;
use crate::ui::page::{self, Frame, Notice, Shell, heading, page};
use crate::ui::table::{Column, pages, table};
use crate::ui::words::Lang;
use crate::ui::{dates, paths};

pub struct Detail<'a> {
    pub frame: &'a Frame<'a>,
    pub mailing: &'a Mailing,
    pub lines: Vec<Line>,
    pub total: i64,
    pub shown: Shown,
    pub page: usize,
    pub last: usize,
    pub notice: Option<Notice>,
}

pub fn detail(view: &Detail<'_>) -> Markup {
    let (frame, words, mailing) = (view.frame, words(view.frame.lang), view.mailing);
    let title = (words.title)(&dates::day(frame.lang, mailing.made_at.day()));
    let shell = Shell::new(frame, &*title).crumb(desk(frame.lang).desk, paths::DESK).crumb(words.mailings, paths::MAILINGS);
    page(
        &shell.notices(view.notice.clone()),
        html! {
            (heading(&title, Some(&mailing.edition_name)))
            (progress(view))
            (facts(view))
            h2 { (words.enti) }
            (choices(view))
            @if view.total == 0 { p role="status" { (words.nobody_here) } } @else { (list(view)) }
        },
    )
}

fn progress(view: &Detail<'_>) -> Markup {
    let (frame, words, mailing) = (view.frame, words(view.frame.lang), view.mailing);
    let count = |n: i64| dates::count(frame.lang, n);
    let written = mailing.invited - mailing.waiting;
    html! {
        @if mailing.ended_at.is_none() {
            div .aff-box role="status" {
                p { ((words.written)(&count(written), &count(mailing.invited))) }
                progress max=(mailing.invited.max(1)) value=(written) aria-label=(words.progress) { (count(written)) }
                p { (words.goes_on) " " a href=(paths::mailing(&mailing.id)) { (words.refresh) } }
            }
        }
    }
}

fn facts(view: &Detail<'_>) -> Markup {
    let (frame, words, mailing) = (view.frame, words(view.frame.lang), view.mailing);
    let count = |n: i64| dates::count(frame.lang, n);
    html! {
        dl .aff-facts {
            div { dt { (words.who) } dd { (mailing.made_by) ", " (dates::moment_tag(frame.lang, mailing.made_at)) } }
            div { dt { (words.which) } dd { (chosen(frame.lang, mailing)) } }
            div { dt { (words.invited) } dd { (count(mailing.invited)) } }
            div { dt { (words.sent) } dd { (count(mailing.sent)) } }
            div { dt { (words.failed) } dd { (count(mailing.failed)) } }
            div { dt { (words.text) } dd .aff-typed { (mailing.paragraph) } }
        }
    }
}

/// Which enti to show.
fn choices(view: &Detail<'_>) -> Markup {
    let (frame, words) = (view.frame, words(view.frame.lang));
    let of = Outcome::ALL.map(Shown::Of);
    let all = [Shown::All, Shown::Waiting, Shown::Failed].into_iter().chain(of);
    html! {
        nav .aff-chips aria-label=(words.show) {
            ul { @for shown in all { li {
                @if shown == view.shown { strong aria-current="true" { (called(frame.lang, shown)) } } @else {
                    a href=(paths::mailing_lines(&view.mailing.id, shown.as_str(), 1)) { (called(frame.lang, shown)) }
                }
            } } }
        }
    }
}

fn called(lang: Lang, shown: Shown) -> String {
    let words = words(lang);
    match shown {
        Shown::All => words.all.to_owned(),
        Shown::Waiting => words.waiting.to_owned(),
        Shown::Failed => words.failed.to_lowercase(),
        Shown::Of(why) => outcome(lang, why, LATELY_DAYS),
    }
}

fn list(view: &Detail<'_>) -> Markup {
    let (frame, words) = (view.frame, words(view.frame.lang));
    let columns = [words.ente, words.address, words.became].map(Column::new);
    let body = html! { @for line in &view.lines {
        tr {
            th scope="row" { a href=(paths::ente(&line.ente.id)) { (page::ente(&line.ente)) } }
            td { (line.address) }
            td { (became(frame, line)) }
        }
    } };
    html! {
        p role="status" { ((words.found)(view.total, &dates::count(frame.lang, view.total))) }
        (table("invitati", words.enti_caption, &columns, body, frame.words()))
        (pages(view.page, view.last, |n| paths::mailing_lines(&view.mailing.id, view.shown.as_str(), n), frame.words()))
    }
}

fn became(frame: &Frame<'_>, line: &Line) -> Markup {
    let words = words(frame.lang);
    let says = match (line.outcome, line.sent_at, line.failed) {
        (None, ..) => words.waiting.to_owned(),
        (Some(Outcome::Sent), Some(at), _) => (words.sent_on)(&dates::short(at.day())),
        (Some(Outcome::Sent), None, true) => words.failed.to_lowercase(),
        (Some(Outcome::Sent), None, false) => words.leaving.to_owned(),
        (Some(why), ..) => outcome(frame.lang, why, LATELY_DAYS),
    };
    html! {
        @match &line.letter { Some(letter) => a href=(paths::message(letter)) { (says) }, None => (says) }
    }
}
