//! The shell that every page stands in: header, breadcrumb, notices, opinion of the page, footer.
//!
//! ```ignore
//! let shell = Shell::new(&frame, "Autodiagnosi")          // the tab reads "Autodiagnosi – Affianca"
//!     .crumb("Area personale", paths::AREA)                // Home / Area personale / Autodiagnosi
//!     .notice(Notice::done("Risposte salvate alle 10:42."));
//! page(&shell, html! {
//!     (heading("Autodiagnosi", Some("Comune di Agliè (TO)")))
//!     p { "…" }
//! })
//! ```
//! A [`Frame`] is what a request knows before its page does; it is made once, beside the guard.
//! `page` gives the `<main>` a container: children are blocks, or `div.row`s of the kit's grid.

use std::borrow::Cow;
use std::sync::Arc;

use maud::{DOCTYPE, Markup, PreEscaped, html};

use crate::access::RoleName;
use crate::access::session::{Appointment, EnteName, Identity};
use crate::domain::edition::Edition;
use crate::domain::moment::Day;
use crate::platform::config::Site;
use crate::ui::edition::Funders;
use crate::ui::sitemap::Sitemap;
use crate::ui::words::{Lang, Words};
use crate::ui::{dates, feedback, footer, header, paths};

/// Who asks, where, when and in which language.
#[derive(Debug, Clone)]
pub struct Frame<'a> {
    pub site: &'a Site,
    pub lang: Lang,
    /// Path and query as asked for: language switch, current menu entry, way back from sign-in.
    pub path: String,
    /// Nobody when the visitor has not signed in.
    pub person: Option<Acting>,
    /// Shown as the day of the last update unless the page knows better.
    pub today: Day,
    /// The edition of the programme that counts today.
    pub edition: Option<Arc<Edition>>,
}

impl Frame<'_> {
    /// Whether somebody is signed in who has not declared having read the privacy notice in force.
    pub fn owes_the_notice(&self) -> bool {
        self.person.as_ref().is_some_and(|person| person.notice.as_deref() != Some(self.site.notice_version.as_str()))
    }

    /// Who pays, as the edition says or else the settings.
    pub fn funders(&self) -> Funders<'_> {
        Funders::of(self.site, self.edition.as_deref())
    }

    pub fn words(&self) -> &'static Words {
        self.lang.words()
    }
}

/// The person signed in, and the appointment in use.
#[derive(Debug, Clone, Default)]
pub struct Acting {
    pub name: String,
    /// As in "Comune di Agliè (TO)"; none for those who act for the programme.
    pub acting_for: Option<String>,
    /// The person's own *qualifica*, or the name of the role.
    pub capacity: String,
    /// The role of the appointment in use.
    pub role: Option<RoleName>,
    /// The person's other appointments.
    pub switches: Vec<Switch>,
    /// Pages of this role, added to the menu after the personal area.
    pub menu: Vec<Link>,
    /// The version of the privacy notice that they declared having read.
    pub notice: Option<String>,
}

impl Acting {
    /// From the session: the appointment in use, the others to change to, and the pages that exist for it.
    pub fn of(identity: &Identity, lang: Lang, map: &Sitemap) -> Acting {
        let active = identity.active();
        let role = active.map(|a| a.role);
        let others = identity.appointments.iter().filter(|a| active.is_none_or(|b| a.id != b.id));
        Acting {
            name: identity.name.clone(),
            acting_for: active.and_then(|a| a.ente.as_ref()).map(ente),
            capacity: active.map(|a| capacity(a, lang)).unwrap_or_default(),
            switches: others.map(|a| Switch { appointment: a.id.to_string(), label: switch_label(a, lang) }).collect(),
            role,
            menu: map.menu(role, lang),
            notice: identity.notice.clone(),
        }
    }
}

/// "Comune di Agliè (TO)": the province always, since five names occur twice. Associations carry their kind in their name.
pub fn ente(ente: &EnteName) -> String {
    let of = if ente.kind == "comune" { "Comune di " } else { "" };
    format!("{of}{} ({})", ente.name, ente.province)
}

/// The person's own *qualifica*, else what the role is called.
fn capacity(appointment: &Appointment, lang: Lang) -> String {
    if appointment.qualifica.is_empty() { lang.role(appointment.role).to_owned() } else { appointment.qualifica.clone() }
}

fn switch_label(appointment: &Appointment, lang: Lang) -> String {
    let capacity = capacity(appointment, lang);
    appointment.ente.as_ref().map_or_else(|| capacity.clone(), |e| format!("{} · {capacity}", ente(e)))
}

/// Another appointment, taken up by a POST of its id.
#[derive(Debug, Clone)]
pub struct Switch {
    pub appointment: String,
    pub label: String,
}

#[derive(Debug, Clone)]
pub struct Link {
    pub name: Cow<'static, str>,
    pub href: Cow<'static, str>,
}

impl Link {
    pub fn new(name: impl Into<Cow<'static, str>>, href: impl Into<Cow<'static, str>>) -> Self {
        Link { name: name.into(), href: href.into() }
    }
}

/// What a notice tells: something done, something to know, something to see to, something that failed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Tone {
    Done,
    Info,
    Care,
    Failed,
}

/// A sentence above the page's own heading.
#[derive(Debug, Clone)]
pub struct Notice {
    pub tone: Tone,
    pub text: Markup,
}

impl Notice {
    pub fn done(text: &str) -> Self {
        Notice { tone: Tone::Done, text: html! { (text) } }
    }
    pub fn info(text: &str) -> Self {
        Notice { tone: Tone::Info, text: html! { (text) } }
    }
    pub fn care(text: &str) -> Self {
        Notice { tone: Tone::Care, text: html! { (text) } }
    }
    pub fn failed(text: &str) -> Self {
        Notice { tone: Tone::Failed, text: html! { (text) } }
    }
}

/// One page's place in the site.
#[derive(Debug, Clone)]
pub struct Shell<'a> {
    pub frame: &'a Frame<'a>,
    pub title: String,
    pub crumbs: Vec<Link>,
    pub notices: Vec<Notice>,
    pub updated: Day,
    pub description: Option<String>,
    /// Repeated on every printed sheet, as in "Comune di Agliè (TO) · Autodiagnosi del 2 marzo 2026".
    pub running: Option<String>,
    opinion: bool,
    trail: bool,
}

impl<'a> Shell<'a> {
    pub fn new(frame: &'a Frame<'a>, title: impl Into<String>) -> Self {
        Shell {
            frame,
            title: title.into(),
            crumbs: Vec::new(),
            notices: Vec::new(),
            updated: frame.today,
            description: None,
            running: None,
            opinion: true,
            trail: true,
        }
    }

    /// A page between home and this one.
    #[must_use]
    pub fn crumb(mut self, name: impl Into<String>, href: impl Into<String>) -> Self {
        self.crumbs.push(Link::new(name.into(), href.into()));
        self
    }

    #[must_use]
    pub fn notice(mut self, notice: Notice) -> Self {
        self.notices.push(notice);
        self
    }

    /// As `notice`, for what a redirect may have left to say.
    #[must_use]
    pub fn notices(mut self, notices: impl IntoIterator<Item = Notice>) -> Self {
        self.notices.extend(notices);
        self
    }

    /// When what the page shows last changed, if not today.
    #[must_use]
    pub fn updated(mut self, day: Day) -> Self {
        self.updated = day;
        self
    }

    /// What search engines show under the title of a public page.
    #[must_use]
    pub fn description(mut self, text: impl Into<String>) -> Self {
        self.description = Some(text.into());
        self
    }

    #[must_use]
    pub fn running(mut self, text: impl Into<String>) -> Self {
        self.running = Some(text.into());
        self
    }

    /// Without breadcrumb: the first page.
    #[must_use]
    pub fn first(mut self) -> Self {
        self.trail = false;
        self
    }

    /// Without the question on how clear the page is: pages of failure, and the answer to that question.
    #[must_use]
    pub fn without_opinion(mut self) -> Self {
        self.opinion = false;
        self
    }
}

/// The whole page.
pub fn page(shell: &Shell<'_>, main: Markup) -> Markup {
    let frame = shell.frame;
    let words = frame.words();
    html! {
        (DOCTYPE)
        html lang=(frame.lang.as_str()) {
            head { (head(shell)) }
            body {
                (header::skiplinks(words))
                (header::header(frame))
                main #contenuto .container.aff-main tabindex="-1" {
                    @if let Some(running) = &shell.running { p .aff-running aria-hidden="true" { (running) } }
                    @if shell.trail { (trail(shell)) }
                    @for notice in &shell.notices { (alert(notice.tone, &notice.text)) }
                    (main)
                    p .aff-updated { (words.updated) " " (dates::day_tag(frame.lang, shell.updated)) }
                }
                @if shell.opinion { (feedback::feedback(frame)) }
                (footer::footer(frame))
            }
        }
    }
}

fn head(shell: &Shell<'_>) -> Markup {
    let site = shell.frame.site;
    html! {
        meta charset="utf-8";
        meta name="viewport" content="width=device-width, initial-scale=1";
        title { @if shell.title.is_empty() { (site.name) } @else { (shell.title) " – " (site.name) } }
        @if let Some(text) = &shell.description { meta name="description" content=(text); }
        meta name="theme-color" content="#0066cc";
        link rel="icon" type="image/svg+xml" href=(paths::asset("favicon.svg"));
        link rel="stylesheet" href=(paths::asset("vendor/fonts.css"));
        link rel="stylesheet" href=(paths::asset("vendor/bootstrap-italia.min.css"));
        link rel="stylesheet" href=(paths::asset("affianca.css"));
        script src=(paths::asset("affianca.js")) defer {}
    }
}

fn trail(shell: &Shell<'_>) -> Markup {
    let words = shell.frame.words();
    html! {
        nav .breadcrumb-container aria-label=(words.you_are_here) {
            ol .breadcrumb data-element="breadcrumb" {
                li .breadcrumb-item { a href=(paths::HOME) { (words.home) } span .separator aria-hidden="true" { "/" } }
                @for crumb in &shell.crumbs {
                    li .breadcrumb-item { a href=(crumb.href) { (crumb.name) } span .separator aria-hidden="true" { "/" } }
                }
                li .breadcrumb-item.active aria-current="page" { (shell.title) }
            }
        }
    }
}

/// The page's `<h1>`, with the line that says for whom or of when it is.
pub fn heading(title: &str, about: Option<&str>) -> Markup {
    html! {
        div .aff-heading {
            h1 { (title) }
            @if let Some(about) = about { p .lead { (about) } }
        }
    }
}

/// A box of the kit that says something; a failure is read out at once by screen readers.
pub fn alert(tone: Tone, text: &Markup) -> Markup {
    let (class, role) = match tone {
        Tone::Done => ("alert-success", "status"),
        Tone::Info => ("alert-info", "status"),
        Tone::Care => ("alert-warning", "status"),
        Tone::Failed => ("alert-danger", "alert"),
    };
    html! { div .alert.(class) role=(role) { (text) } }
}

/// An icon of the kit beside words that say the same, hence hidden from screen readers.
pub fn icon(name: &str, class: &str) -> Markup {
    html! {
        svg .icon.(PreEscaped(class)) aria-hidden="true" focusable="false" { use href={ (paths::sprites()) "#" (name) } {} }
    }
}
