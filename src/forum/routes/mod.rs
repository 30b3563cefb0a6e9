//! Routes of the forum: days and quesiti for participants, the queue of experts, the desk.

mod answering;
mod asking;
mod days;
mod desk;
mod following;
mod lasting;
mod proceedings;
mod release;
mod talk;
mod thread;

use rocket::Route;

use super::store::live::Mark;
use super::words::{answers, desk as desk_words, public};
use crate::access::Actor;
use crate::access::Participant;
use crate::domain::forum_day::Hours;
use crate::domain::moment::Moment;
use crate::forum::store::days::View;
use crate::ui::reply::tag_of;
use crate::ui::words::Lang;

pub fn routes() -> Vec<Route> {
    let public = [days::routes(), asking::routes(), thread::routes(), talk::routes(), proceedings::routes()].concat();
    [public, following::routes(), release::routes(), answering::routes(), desk::routes(), lasting::routes()].concat()
}

/// The name of the forum on the map of the site.
pub fn name(lang: Lang) -> &'static str {
    public::words(lang).forum
}

pub fn queue_name(lang: Lang) -> &'static str {
    answers::words(lang).queue
}

pub fn desk_name(lang: Lang) -> &'static str {
    desk_words::words(lang).forum
}

/// State and clock of a day in one sentence.
pub fn clock(lang: Lang, hours: &Hours, now: Moment) -> String {
    super::words::clock(lang, hours, now)
}

/// What whoever asks sees of the quesiti: those who sit nowhere see what is released.
fn view(participant: Option<&Actor<Participant>>) -> View<'_> {
    participant.map_or(View::PUBLIC, |actor| View::of(actor.role()))
}

/// The tag of what somebody sees now: it changes with the rows, the clock and the language, and tells nothing else.
fn tag(lang: Lang, mark: Mark) -> String {
    let state = mark.state.map_or("", |state| state.as_str());
    let text = format!("{}|{}|{state}|{}", lang.as_str(), mark.touched, mark.steps);
    tag_of(text.as_bytes())
}
