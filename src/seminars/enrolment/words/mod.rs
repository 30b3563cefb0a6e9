//! The phrases of enrolling: what stands, what may be done, what prevents it.

mod desk;
mod english;
mod italian;

use crate::domain::enrolment::{Refusal, Standing, Why};
use crate::domain::lang::Lang;
use crate::ui::dates;

pub use desk::{broken, desk};

pub struct Words {
    pub seats: &'static str,
    pub area: &'static str,
    pub seminars: &'static str,
    pub own_seminars: &'static str,
    pub own_lead: &'static str,
    pub to_come: &'static str,
    pub past: &'static str,
    pub none_to_come: &'static str,
    pub none_past: &'static str,
    pub see_days: &'static str,
    pub free: fn(left: i64) -> String,
    pub would_wait: fn(place: usize) -> String,
    pub kept_for_others: fn(until: &str) -> String,
    pub until: fn(when: &str) -> String,
    pub sign_in: &'static str,
    pub sign_in_text: &'static str,
    pub no_ente: &'static str,
    pub enrol: &'static str,
    pub enrol_waiting: &'static str,
    pub enrol_colleagues: &'static str,
    pub seated: &'static str,
    pub offered: fn(until: &str) -> String,
    pub waiting: fn(place: usize) -> String,
    pub accept: &'static str,
    pub decline: &'static str,
    pub withdraw: &'static str,
    pub withdraw_waiting: &'static str,
    pub send_colleague: &'static str,
    pub of_your_ente: &'static str,
    pub nobody_of_ente: &'static str,
    pub colleague_does_not_come: &'static str,
    pub colleague_instead: &'static str,
    pub withdrawal: &'static str,
    pub withdrawal_own: &'static str,
    pub withdrawal_of: fn(name: &str) -> String,
    pub withdrawal_text: &'static str,
    pub withdrawal_back: &'static str,
    pub withdrawal_yes: &'static str,
    pub keep: &'static str,
    pub substitution: &'static str,
    pub substitution_text: fn(name: &str) -> String,
    pub substitution_who: &'static str,
    pub substitution_none: &'static str,
    pub substitution_yes: &'static str,
    pub choose_one: &'static str,
    pub colleagues: &'static str,
    pub colleagues_text: &'static str,
    pub colleagues_who: &'static str,
    pub colleagues_yes: &'static str,
    pub nobody_to_enrol: &'static str,
    pub add_people: &'static str,
    pub outcome_title: &'static str,
    pub link_title: &'static str,
    pub link_text: fn(name: &str) -> String,
    pub link_yes: &'static str,
    pub link_done: &'static str,
    pub link_over: &'static str,
    pub link_unknown: &'static str,
    pub link_unknown_text: &'static str,
    pub done_seated: &'static str,
    pub done_waiting: &'static str,
    pub done_withdrawn: &'static str,
    pub done_accepted: &'static str,
    pub done_substituted: &'static str,
    pub when: &'static str,
    pub where_: &'static str,
    pub column_day: &'static str,
    pub column_state: &'static str,
    pub column_materials: &'static str,
    pub cancelled: &'static str,
    pub closed: fn(when: &str) -> String,
    pub begun: &'static str,
    pub held: &'static str,
    pub already: fn(Standing) -> &'static str,
    pub not_in: &'static str,
    pub offer_over: &'static str,
    pub not_seated: &'static str,
    pub not_of_the_ente: &'static str,
    pub clash: fn(title: &str, when: &str, standing: Standing) -> String,
    pub outside: &'static str,
    pub ente_withdrew: &'static str,
    pub not_today: &'static str,
    pub standing: fn(Standing) -> &'static str,
    pub why: fn(Why) -> &'static str,
    pub online: &'static str,
    pub hours: fn(day: &str, from: &str, until: &str) -> String,
}

pub fn words(lang: Lang) -> &'static Words {
    match lang {
        Lang::It => &italian::WORDS,
        Lang::En => &english::WORDS,
    }
}

/// Why nothing was done. Of an ente that is outside, the page knows the edition and says more.
pub fn refusal(lang: Lang, refusal: &Refusal) -> String {
    let words = words(lang);
    match refusal {
        Refusal::Closed(when) => (words.closed)(&dates::moment(lang, *when)),
        Refusal::Begun => words.begun.to_owned(),
        Refusal::Cancelled => words.cancelled.to_owned(),
        Refusal::Held => words.held.to_owned(),
        Refusal::Already(standing) => (words.already)(*standing).to_owned(),
        Refusal::NotIn => words.not_in.to_owned(),
        Refusal::OfferOver => words.offer_over.to_owned(),
        Refusal::NotSeated => words.not_seated.to_owned(),
        Refusal::NotOfTheEnte => words.not_of_the_ente.to_owned(),
        Refusal::Clash(clash) => (words.clash)(&clash.title, &dates::moment(lang, clash.starts_at), clash.standing),
        Refusal::Outside(_) => words.outside.to_owned(),
        Refusal::EnteWithdrew => words.ente_withdrew.to_owned(),
        Refusal::NotToday => words.not_today.to_owned(),
    }
}
