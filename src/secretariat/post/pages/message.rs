//! One message: to whom, where it stands, what it says if that may be read, and what can be done.

use maud::{Markup, html};

use super::{button, standing};
use crate::domain::moment::Moment;
use crate::platform::config::Config;
use crate::platform::mail::Reader;
use crate::secretariat::post::words::{not_again, words};
use crate::secretariat::post::{Line, State, Told};
use crate::secretariat::words::words as desk;
use crate::ui::page::{Frame, Notice, Shell, heading, page};
use crate::ui::{dates, mail, paths};

pub struct MessagePage<'a> {
    pub frame: &'a Frame<'a>,
    pub told: &'a Told,
    pub config: &'a Config,
    pub now: Moment,
    pub notice: Option<Notice>,
}

pub fn message(view: &MessagePage<'_>) -> Markup {
    let (frame, words, line) = (view.frame, words(view.frame.lang), &view.told.line);
    let shell = Shell::new(frame, &*line.subject).crumb(desk(frame.lang).desk, paths::DESK).crumb(words.post, paths::POST);
    page(
        &shell.notices(view.notice.clone()),
        html! {
            (heading(&line.subject, None))
            (facts(view))
            (what_to_do(view))
            h2 { (words.text) }
            (text(view))
        },
    )
}

fn facts(view: &MessagePage<'_>) -> Markup {
    let (frame, words, line) = (view.frame, words(view.frame.lang), &view.told.line);
    let said = line.fault.as_ref().filter(|_| line.state() != State::Sent).map(|fault| fault.said.as_str());
    html! {
        dl .aff-facts {
            div { dt { (words.to) } dd { (reader(line)) (line.address) } }
            div { dt { (words.posted) } dd { (dates::moment_tag(frame.lang, line.posted_at)) } }
            div { dt { (words.state) } dd { (standing(frame, line, view.now)) } }
            @if let Some(said) = said { div { dt { (words.said) } dd .aff-typed { (said) } } }
            div { dt { (words.attempts) } dd { (line.attempts) } }
            div { dt { (words.message_id) } dd .aff-typed { "<" (line.id) "@" (view.config.mail.host) ">" } }
        }
    }
}

fn reader(line: &Line) -> Markup {
    html! {
        @if !line.name.is_empty() {
            @match &line.person { Some(person) => a href=(paths::person(person)) { (line.name) }, None => (line.name) }
            br;
        }
    }
}

fn what_to_do(view: &MessagePage<'_>) -> Markup {
    let (frame, line) = (view.frame, &view.told.line);
    html! {
        @match line.again(view.now) {
            Ok(way) => {
                @if line.moved { p { (words(frame.lang).goes_to_new) } }
                div .aff-actions { (button(frame, line, way, None)) }
            },
            Err(why) => p { (not_again(frame.lang, why)) },
        }
    }
}

fn text(view: &MessagePage<'_>) -> Markup {
    let (words, line) = (words(view.frame.lang), &view.told.line);
    match &view.told.letter {
        Some(letter) => {
            let reader = Reader { name: &line.name, has_account: line.person.is_some() };
            let said = mail::write(letter, &reader, view.config).text;
            html! { pre .aff-message lang=(letter.lang.as_str()) { (said) } }
        }
        None if line.secret => html! { p { (words.secret) } },
        None => html! { p { (words.forgotten) } },
    }
}
