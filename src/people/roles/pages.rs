//! Pages of the gestore: people with their roles, and one account.

use maud::{Markup, html};

use super::words::{Words, kept, not_granted, state, words};
use super::{Account, Kept, Listed, NotGranted, State};
use crate::access::RoleName;
use crate::access::session::EnteName;
use crate::domain::moment::{Day, Moment};
use crate::people::Held;
use crate::ui::fields::{self, Choice, Field, Group, Wrong};
use crate::ui::page::{Frame, Notice, Shell, ente as full_name, heading, page};
use crate::ui::table::{Column, pages, table};
use crate::ui::words::Lang;
use crate::ui::{dates, paths};

pub struct People<'a> {
    pub frame: &'a Frame<'a>,
    /// As typed.
    pub text: &'a str,
    pub role: Option<RoleName>,
    pub state: State,
    pub people: Vec<Listed>,
    pub total: i64,
    /// Counted from 1.
    pub page: usize,
    pub last: usize,
    pub now: Moment,
}

pub fn people(view: &People<'_>) -> Markup {
    let (frame, words) = (view.frame, words(view.frame.lang));
    let role = view.role.map_or("", RoleName::as_str);
    page(
        &Shell::new(frame, words.people).crumb(words.area, paths::AREA),
        html! {
            (heading(words.people, Some(words.lead)))
            (search(view))
            @if view.people.is_empty() {
                div .aff-box {
                    p { (words.nothing) }
                    p .aff-buttons { a .btn.btn-outline-primary href=(paths::ACCOUNTS) { (words.all_people) } }
                }
            } @else {
                p role="status" { ((words.found)(view.total, &dates::count(frame.lang, view.total))) }
                (listed(view))
                (pages(view.page, view.last, |n| paths::accounts(view.text, role, view.state.as_str(), n), frame.words()))
            }
        },
    )
}

fn search(view: &People<'_>) -> Markup {
    let (lang, words) = (view.frame.lang, words(view.frame.lang));
    let text = Field::new("cerca", words.search).value(view.text).hint(words.search_hint).optional_unmarked().autocomplete("off");
    html! {
        form .aff-search method="get" action=(paths::ACCOUNTS) role="search" {
            (fields::search(&text, view.frame.words()))
            div .aff-field {
                label .active for="ruolo" { (words.role) }
                select .form-select #ruolo name="ruolo" {
                    option value="" { (words.any_role) }
                    @for role in RoleName::ALL { option value=(role.as_str()) selected[view.role == Some(role)] { (lang.role(role)) } }
                }
            }
            div .aff-field {
                label .active for="stato" { (words.state) }
                select .form-select #stato name="stato" {
                    @for one in State::ALL { option value=(one.as_str()) selected[view.state == one] { (state(lang, one)) } }
                }
            }
            p .aff-buttons { button .btn.btn-primary type="submit" { (words.find) } }
        }
    }
}

fn listed(view: &People<'_>) -> Markup {
    let (lang, words) = (view.frame.lang, words(view.frame.lang));
    let columns = [words.column_name, words.column_username, words.column_roles, words.column_seen, words.column_email];
    let body = html! {
        @for person in &view.people {
            tr {
                th scope="row" {
                    a href=(paths::account(&person.id)) { (person.name) }
                    @if person.disabled { br; (words.disabled) }
                }
                td { (person.username) }
                td {
                    @if person.roles.is_empty() { (words.no_roles) }
                    @for (n, (role, ente)) in person.roles.iter().enumerate() {
                        @if n > 0 { br; }
                        (lang.role(*role)) @if let Some(ente) = ente { " · " (full_name(ente)) }
                    }
                }
                td { @match person.seen { Some(at) => (dates::lately(lang, at, view.now)), None => (words.never) } }
                td { (person.email) }
            }
        }
    };
    table("persone", words.caption, &columns.map(Column::new), body, view.frame.words())
}

/// The form that grants a role, as typed.
#[derive(Debug, Default)]
pub struct Granting {
    pub role: Option<RoleName>,
    pub ente: String,
    /// Enti that the name may mean, to choose from.
    pub matches: Vec<EnteName>,
    pub qualifica: String,
    pub from: String,
    pub to: String,
    pub fault: Option<Fault>,
}

/// What is to be corrected in it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Fault {
    NoRole,
    NoSuchEnte,
    WhichEnte,
    LongQualifica,
    From,
    To,
    Refused(NotGranted),
}

/// One account, its appointments and what can be done about them.
pub struct Sheet<'a> {
    pub frame: &'a Frame<'a>,
    pub account: &'a Account,
    /// The gestore's own.
    pub own: bool,
    pub now: Moment,
    pub notice: Option<Notice>,
    pub granting: Granting,
    /// Why a role was not withdrawn, or the account not disabled: form and reason typed.
    pub kept: Option<(Form, Kept, String)>,
}

/// The forms that ask a reason.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Form {
    Withdraw,
    Disable,
    Enable,
}

pub fn sheet(view: &Sheet<'_>) -> Markup {
    let (frame, account, words) = (view.frame, view.account, words(view.frame.lang));
    let shell = Shell::new(frame, account.name.as_str()).crumb(words.area, paths::AREA).crumb(words.people, paths::ACCOUNTS);
    page(
        &shell.notices(view.notice.clone()),
        html! {
            (heading(&account.name, None))
            (fields::summary(frame.words(), &faults(view)))
            (facts(view))
            h2 { (words.appointments) }
            @if account.appointments.is_empty() { p { (words.appointments_none) } } @else { (appointments(view)) }
            @if account.disabled.is_none() {
                (granting(view))
                @if account.appointments.iter().any(|held| is_open(held, frame.today)) { (withdrawing(view)) }
            }
            (disabling(view))
        },
    )
}

fn faults(view: &Sheet<'_>) -> Vec<Wrong> {
    let lang = view.frame.lang;
    let granting = view.granting.fault.map(|fault| Wrong { name: field_of(fault).into(), text: told(words(lang), lang, fault).into() });
    let kept = view.kept.as_ref().map(|(form, why, _)| Wrong { name: reason_field(*form).into(), text: kept(lang, *why).into() });
    granting.into_iter().chain(kept).collect()
}

fn field_of(fault: Fault) -> &'static str {
    match fault {
        Fault::NoRole => "ruolo",
        Fault::NoSuchEnte | Fault::Refused(NotGranted::NoEnte | NotGranted::NeedlessEnte) => "ente",
        Fault::WhichEnte => "scelto",
        Fault::LongQualifica => "qualifica",
        Fault::From | Fault::Refused(NotGranted::Held | NotGranted::Disabled) => "dal",
        Fault::To | Fault::Refused(NotGranted::Days) => "al",
    }
}

fn told(words: &'static Words, lang: Lang, fault: Fault) -> &'static str {
    match fault {
        Fault::NoRole => words.need_role,
        Fault::NoSuchEnte => words.no_such_ente,
        Fault::WhichEnte => words.need_ente,
        Fault::LongQualifica => words.too_long,
        Fault::From | Fault::To => words.bad_day,
        Fault::Refused(why) => not_granted(lang, why),
    }
}

const fn reason_field(form: Form) -> &'static str {
    match form {
        Form::Withdraw => "motivo-revoca",
        Form::Disable | Form::Enable => "motivo",
    }
}

fn facts(view: &Sheet<'_>) -> Markup {
    let (lang, account, words) = (view.frame.lang, view.account, words(view.frame.lang));
    html! {
        @if let Some(disabled) = &account.disabled {
            div .alert.alert-warning role="status" {
                p { ((words.disabled_since)(&dates::moment(lang, disabled.at), disabled.by.as_deref().unwrap_or(words.by_machine))) }
                p .mb-0 { (words.reason) ": " (disabled.reason) }
            }
        }
        dl .aff-facts {
            div { dt { (words.column_username) } dd { (account.username) } }
            div { dt { (words.column_email) } dd { (account.email) } }
            div { dt { (words.created) } dd { (dates::moment(lang, account.created)) } }
            div { dt { (words.column_seen) } dd {
                @match account.seen { Some(at) => (dates::lately(lang, at, view.now)), None => (words.never) }
            } }
        }
        p { a href=(paths::trail(&account.username, "", "", "", 1)) { (words.deeds) } }
    }
}

fn is_open(held: &Held, today: Day) -> bool {
    held.to.is_none_or(|to| to >= today)
}

fn appointments(view: &Sheet<'_>) -> Markup {
    let (frame, words) = (view.frame, words(view.frame.lang));
    let columns = [words.column_ente, words.column_role, words.column_capacity, words.column_from, words.column_to];
    let body = html! {
        @for held in &view.account.appointments {
            tr {
                th scope="row" { (held.ente.as_ref().map_or_else(|| words.programme.to_owned(), full_name)) }
                td { (frame.lang.role(held.role)) }
                td { (held.qualifica) }
                td { (dates::short(held.from)) }
                td {
                    @match held.to { Some(to) => (dates::short(to)), None => (words.no_end) }
                    @if !is_open(held, frame.today) { br; (words.over) }
                }
            }
        }
    };
    table("incarichi", words.appointments_caption, &columns.map(Column::new), body, frame.words())
}

fn granting(view: &Sheet<'_>) -> Markup {
    let (frame, words, form) = (view.frame, words(view.frame.lang), &view.granting);
    let wrong = |name: &str| form.fault.filter(|fault| field_of(*fault) == name).map(|fault| told(words, frame.lang, fault));
    let roles: Vec<(String, String)> = RoleName::ALL.iter().map(|r| (r.as_str().to_owned(), frame.lang.role(*r).to_owned())).collect();
    let role = Field::new("ruolo", words.role).value(form.role.map_or("", RoleName::as_str)).error(wrong("ruolo"));
    let ente = Field::new("ente", words.ente).value(&form.ente).hint(words.ente_hint).error(wrong("ente")).optional().autocomplete("off");
    let qualifica = Field::new("qualifica", words.column_capacity).value(&form.qualifica).hint(words.capacity_hint);
    let from = Field::new("dal", words.column_from).value(&form.from).hint(words.from_hint).error(wrong("dal")).optional();
    let to = Field::new("al", words.column_to).value(&form.to).hint(words.to_hint).error(wrong("al")).optional();
    html! {
        h2 { (words.grant) }
        p { (words.grant_lead) }
        form .aff-form method="post" action=(paths::grant(&view.account.id)) {
            (fields::select(&role, &roles, frame.words()))
            (fields::text(&ente, frame.words()))
            @if !form.matches.is_empty() { (which_ente(view, wrong("scelto"))) }
            (fields::text(&qualifica.error(wrong("qualifica")).optional().autocomplete("off"), frame.words()))
            (fields::date(&from, frame.words()))
            (fields::date(&to, frame.words()))
            p .aff-buttons { button .btn.btn-primary type="submit" { (words.grant_it) } }
        }
    }
}

fn which_ente(view: &Sheet<'_>, wrong: Option<&'static str>) -> Markup {
    let words = words(view.frame.lang);
    let choices = view.granting.matches.iter().map(|ente| Choice::new(ente.id.to_string(), &full_name(ente), false)).collect();
    let group = Group::radios("scelto", html! { (words.ente_which) }).choices(choices).error(wrong);
    fields::group(&group, view.frame.words())
}

fn withdrawing(view: &Sheet<'_>) -> Markup {
    let (frame, words) = (view.frame, words(view.frame.lang));
    let open: Vec<&Held> = view.account.appointments.iter().filter(|held| is_open(held, frame.today)).collect();
    let label = |held: &Held| match &held.ente {
        Some(ente) => format!("{} · {}", frame.lang.role(held.role), full_name(ente)),
        None => frame.lang.role(held.role).to_owned(),
    };
    let choices = open.iter().enumerate().map(|(n, held)| Choice::new(held.id.to_string(), &label(held), n == 0)).collect();
    html! {
        h2 { (words.withdraw) }
        p { (words.withdraw_lead) }
        form .aff-form method="post" action=(paths::withdrawal(&view.account.id)) {
            (fields::group(&Group::radios("incarico", html! { (words.which) }).choices(choices), frame.words()))
            (reason(view, Form::Withdraw))
            p .aff-buttons { button .btn.btn-outline-primary type="submit" { (words.withdraw) } }
        }
    }
}

fn reason(view: &Sheet<'_>, form: Form) -> Markup {
    let words = words(view.frame.lang);
    let came = view.kept.as_ref().filter(|(of, ..)| *of == form);
    let typed = came.map_or("", |(_, _, typed)| typed.as_str());
    let error = came.map(|(_, why, _)| kept(view.frame.lang, *why));
    let field = Field::new(reason_field(form), words.reason).value(typed).hint(words.reason_hint).error(error).longest(super::LONGEST);
    fields::text(&field.autocomplete("off"), view.frame.words())
}

fn disabling(view: &Sheet<'_>) -> Markup {
    let words = words(view.frame.lang);
    let (form, title, lead, button) = match view.account.disabled {
        None => (Form::Disable, words.disable, words.disable_lead, words.disable_it),
        Some(_) => (Form::Enable, words.enable, words.enable_lead, words.enable_it),
    };
    let action = if form == Form::Disable { paths::disabling(&view.account.id) } else { paths::enabling(&view.account.id) };
    html! {
        h2 { (title) }
        @if view.own { p { (words.own) } } @else {
            p { (lead) }
            form .aff-form method="post" action=(action) {
                (reason(view, form))
                p .aff-buttons { button .btn.btn-outline-primary type="submit" { (button) } }
            }
        }
    }
}
