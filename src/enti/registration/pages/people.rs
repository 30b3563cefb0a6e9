//! The people of the ente: who waits for an answer, who acts, who was invited, who once acted.

use maud::{Markup, html};

use crate::access::RoleName;
use crate::domain::ids::{EnteId, PersonId, RegistrationId};
use crate::domain::moment::{Day, Moment};
use crate::domain::registration::{INVITED_AT_ONCE, REASON_MAX};
use crate::enti::registration::words::{Words, words};
use crate::enti::registration::{Holder, Invited, Waiting};
use crate::ui::fields::{self, Choice, Field, Group, Wrong};
use crate::ui::page::{Frame, Notice, Shell, heading, page};
use crate::ui::table::{Column, table};
use crate::ui::{dates, paths};

/// Who is asked for a yes or a no, and the one that came back.
pub struct Verdicts<'a> {
    pub frame: &'a Frame<'a>,
    /// The ente acted for, against stale tabs; none for the segreteria.
    pub ente: Option<&'a EnteId>,
    pub action: fn(&RegistrationId) -> String,
    /// The request whose reason is missing, what was typed, and what is wrong with it.
    pub wrong: Option<(&'a RegistrationId, &'a str, &'static str)>,
    pub now: Moment,
}

/// Addresses to invite, as they came.
#[derive(Debug, Default)]
pub struct InviteForm<'a> {
    pub addresses: &'a str,
    pub referente: bool,
    pub fault: Option<String>,
}

pub struct PeoplePage<'a> {
    pub verdicts: Verdicts<'a>,
    pub person: &'a PersonId,
    pub ente: &'a EnteId,
    pub waiting: &'a [Waiting],
    pub holders: &'a [Holder],
    pub invited: &'a [Invited],
    pub invite: InviteForm<'a>,
    pub notice: Option<Notice>,
}

pub fn people(view: &PeoplePage<'_>) -> Markup {
    let frame = view.verdicts.frame;
    let words = words(frame.lang);
    let ente = frame.person.as_ref().and_then(|p| p.acting_for.as_deref()).unwrap_or_default();
    let today = view.verdicts.now.day();
    let (former, current): (Vec<&Holder>, Vec<&Holder>) = view.holders.iter().partition(|one| one.to.is_some_and(|to| to < today));
    page(
        &Shell::new(frame, words.people).crumb(words.area, paths::AREA).notices(view.notice.clone()),
        html! {
            (heading(words.people, Some(&(words.people_lead)(&frame.lang.the(ente)))))
            (faults(view))
            h2 { (words.waiting) }
            @if view.waiting.is_empty() { p { (words.nobody_waits) } } @else {
                p { (words.waiting_text) }
                @for one in view.waiting { (request(&view.verdicts, one)) }
            }
            h2 { (words.who_acts) }
            (holders(view, "persone", &(words.who_acts_caption)(ente), &current))
            h2 #invita { (words.invite) }
            (invite(view, words))
            @if !view.invited.is_empty() { h3 { (words.invited) } (invited(view, words)) }
            @if !former.is_empty() {
                h2 { (words.former) }
                (holders(view, "passate", &(words.former_caption)(ente), &former))
            }
        },
    )
}

/// The summary of whatever came back: addresses, or a reason.
fn faults(view: &PeoplePage<'_>) -> Markup {
    let addresses = view.invite.fault.iter().map(|text| Wrong { name: "indirizzi".into(), text: text.clone() });
    let reason = view.verdicts.wrong.map(|(id, _, text)| Wrong { name: reason_name(id), text: text.to_owned() });
    fields::summary(view.verdicts.frame.words(), &addresses.chain(reason).collect::<Vec<_>>())
}

/// The name of the field with the reason: each request has its own.
pub fn reason_name(id: &RegistrationId) -> String {
    format!("motivo-{id}")
}

/// One request, with what can be answered.
pub fn request(verdicts: &Verdicts<'_>, one: &Waiting) -> Markup {
    let (frame, words) = (verdicts.frame, words(verdicts.frame.lang));
    let came_back = verdicts.wrong.filter(|(id, _, _)| **id == one.id);
    let field_name = reason_name(&one.id);
    let reason = Field::new(&field_name, words.reason).hint(words.reason_hint).longest(REASON_MAX);
    let reason = reason.value(came_back.map_or("", |(_, typed, _)| typed)).error(came_back.map(|(_, _, text)| text)).optional_unmarked();
    let heading = format!("richiesta-{}", one.id);
    html! {
        section .aff-card.aff-request aria-labelledby=(heading) {
            h3 id=(heading) { (one.name) }
            p {
                @if verdicts.ente.is_none() { strong { (crate::ui::page::ente(&one.ente)) } " · " }
                @if !one.qualifica.is_empty() { (one.qualifica) " · " }
                (one.email) " · " ((words.asked_on)(&dates::lately(frame.lang, one.arrived_at, verdicts.now)))
            }
            @if verdicts.ente.is_none() { (standing(verdicts, one, words)) }
            form method="post" action=((verdicts.action)(&one.id)) {
                @if let Some(ente) = verdicts.ente { (fields::hidden("ente", &ente.to_string())) }
                (yes(verdicts, one, words))
                details .aff-fold open[came_back.is_some()] {
                    summary { (words.refuse) span .visually-hidden { " " (one.name) } }
                    (fields::area(&reason, 3, frame.words()))
                    p .aff-buttons {
                        button .btn.btn-outline-primary type="submit" name="azione" value="rifiuta" {
                            (words.refuse_this) span .visually-hidden { ": " (one.name) }
                        }
                    }
                }
            }
        }
    }
}

/// The referente lets colleagues in; the segreteria can make somebody the referente that is missing.
fn yes(verdicts: &Verdicts<'_>, one: &Waiting, words: &Words) -> Markup {
    let hidden = html! { span .visually-hidden { ": " (one.name) } };
    html! {
        p .aff-buttons {
            @if verdicts.ente.is_some() {
                button .btn.btn-primary type="submit" name="azione" value="approva" { (words.approve) (hidden) }
            } @else {
                button .btn.btn-primary type="submit" name="azione" value="approva" { (words.approve_member) (hidden) }
                button .btn.btn-outline-primary type="submit" name="azione" value="referente" { (words.approve_referente) (hidden) }
            }
        }
    }
}

fn standing(verdicts: &Verdicts<'_>, one: &Waiting, words: &Words) -> Markup {
    let reminded = one.reminded_at.map(|at| (words.reminded_on)(&dates::lately(verdicts.frame.lang, at, verdicts.now)));
    html! {
        p .aff-quiet {
            (if one.has_referente { words.has_referente } else { words.has_none })
            @if let Some(reminded) = reminded { " · " (reminded) }
        }
    }
}

fn holders(view: &PeoplePage<'_>, id: &str, caption: &str, shown: &[&Holder]) -> Markup {
    let (frame, words) = (view.verdicts.frame, words(view.verdicts.frame.lang));
    let over = id == "passate";
    let mut columns =
        vec![words.column_name, words.column_role, words.column_qualifica, words.column_email, words.column_from, words.column_to];
    if !over {
        columns.push(words.column_do);
    }
    let columns: Vec<Column> = columns.into_iter().map(Column::new).collect();
    let body = html! { @for one in shown { (holder(view, one, over)) } };
    table(id, caption, &columns, body, frame.words())
}

fn holder(view: &PeoplePage<'_>, one: &Holder, over: bool) -> Markup {
    let (frame, words) = (view.verdicts.frame, words(view.verdicts.frame.lang));
    html! {
        tr {
            th scope="row" {
                (one.name)
                @if one.person == *view.person { " " span .aff-quiet { (words.you) } }
                @if one.disabled { " " span .aff-quiet { (words.disabled) } }
            }
            td { (frame.lang.role(one.role)) }
            td { (one.qualifica) }
            td { (one.email) }
            td { (day(one.from)) }
            td { @match one.to { Some(to) => (day(to)), None => (words.no_end) } }
            @if !over { td { (change(view, one, words)) } }
        }
    }
}

fn change(view: &PeoplePage<'_>, one: &Holder, words: &Words) -> Markup {
    let frame = view.verdicts.frame;
    let name = format!("fine-{}", one.appointment);
    let today = view.verdicts.now.day().to_string();
    let last = Field::new(&name, words.last_day).hint(words.last_day_hint).value(&today);
    html! {
        details .aff-fold {
            summary { (words.change) span .visually-hidden { ": " (one.name) } }
            @if one.role == RoleName::Member && !one.disabled {
                form method="post" action=(paths::colleague_referente(&one.appointment)) {
                    (fields::hidden("ente", &view.ente.to_string()))
                    p .form-text { (words.make_referente_text) }
                    p .aff-buttons {
                        button .btn.btn-outline-primary type="submit" { (words.make_referente) span .visually-hidden { ": " (one.name) } }
                    }
                }
            }
            form method="post" action=(paths::colleague_end(&one.appointment)) {
                (fields::hidden("ente", &view.ente.to_string()))
                (fields::date(&last, frame.words()))
                p .aff-buttons {
                    button .btn.btn-outline-primary type="submit" { (words.end) span .visually-hidden { ": " (one.name) } }
                }
            }
        }
    }
}

fn invite(view: &PeoplePage<'_>, words: &Words) -> Markup {
    let frame = view.verdicts.frame;
    let hint = (words.addresses_hint)(INVITED_AT_ONCE);
    let addresses = Field::new("indirizzi", words.addresses).value(view.invite.addresses).hint(&hint).error(view.invite.fault.as_deref());
    let roles = vec![
        Choice::new("partecipante", words.as_member, !view.invite.referente),
        Choice::new("referente", words.as_referente, view.invite.referente),
    ];
    html! {
        p { (words.invite_text) }
        form .aff-form method="post" action=(paths::OWN_INVITATIONS) {
            (fields::hidden("ente", &view.ente.to_string()))
            (fields::area(&addresses, 4, frame.words()))
            (fields::group(&Group::radios("ruolo", html! { (words.invite_as) }).choices(roles), frame.words()))
            p .aff-buttons { button .btn.btn-primary type="submit" { (words.send_invitations) } }
        }
    }
}

fn invited(view: &PeoplePage<'_>, words: &Words) -> Markup {
    let frame = view.verdicts.frame;
    let columns = [words.column_email, words.column_role, words.column_until, words.column_do].map(Column::new);
    let body = html! {
        @for one in view.invited {
            tr {
                th scope="row" { (one.email) }
                td { (frame.lang.role(one.role)) }
                td {
                    @if one.expired { ((words.lapsed)(&dates::short(one.expires_at.day()))) } @else { (day(one.expires_at.day())) }
                }
                td {
                    form method="post" action=(paths::invitation_withdrawal(&one.id)) {
                        (fields::hidden("ente", &view.ente.to_string()))
                        button .btn.btn-outline-primary.btn-sm type="submit" {
                            (words.take_back) span .visually-hidden { ": " (one.email) }
                        }
                    }
                }
            }
        }
    };
    table("inviti", words.invited_caption, &columns, body, frame.words())
}

fn day(day: Day) -> Markup {
    html! { time datetime=(day.to_string()) { (dates::short(day)) } }
}
