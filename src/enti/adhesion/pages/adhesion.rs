//! How one ente stands with the edition of today: state, exception, papers, code.

use maud::{Markup, html};

use super::{told, wrongs};
use crate::access::session::EnteName;
use crate::domain::edition::Edition;
use crate::enti::adhesion::words::{Words, state, words};
use crate::enti::adhesion::{Adhesion, CodeState, Fault, PaperKind, State};
use crate::ui::fields::{self, Field};
use crate::ui::page::{self, Frame, Notice, Shell, heading, page};
use crate::ui::{dates, paths};

pub struct AdhesionPage<'a> {
    pub frame: &'a Frame<'a>,
    pub ente: &'a EnteName,
    pub edition: &'a Edition,
    pub stands: Option<Adhesion>,
    /// Why the rule keeps it out, if it does.
    pub outside: Option<String>,
    pub typed: Typed,
    pub faults: Vec<Fault>,
    pub notice: Option<Notice>,
}

/// What the forms show: as kept, or as it came back.
#[derive(Debug, Clone)]
pub struct Typed {
    pub note: String,
    pub papers: Vec<PaperForm>,
    /// Last day of a code to make.
    pub until: String,
}

/// One paper, as typed.
#[derive(Debug, Clone)]
pub struct PaperForm {
    pub kind: PaperKind,
    pub reference: String,
    pub sent_number: String,
    pub sent_on: String,
    pub received_number: String,
    pub received_on: String,
}

/// The name of the control of a part of a paper.
pub fn control(kind: PaperKind, part: &str) -> &'static str {
    match (kind, part) {
        (PaperKind::Adhesion, "numero") => "adesione-numero",
        (PaperKind::Adhesion, "giorno") => "adesione-giorno",
        (PaperKind::Adhesion, "nostro-numero") => "adesione-nostro-numero",
        (PaperKind::Adhesion, "nostro-giorno") => "adesione-nostro-giorno",
        (PaperKind::Adhesion, _) => "adesione-atto",
        (PaperKind::Nomination, "numero") => "nomina-numero",
        (PaperKind::Nomination, "giorno") => "nomina-giorno",
        (PaperKind::Nomination, "nostro-numero") => "nomina-nostro-numero",
        (PaperKind::Nomination, "nostro-giorno") => "nomina-nostro-giorno",
        (PaperKind::Nomination, _) => "nomina-atto",
    }
}

pub fn adhesion(view: &AdhesionPage<'_>) -> Markup {
    let (frame, words) = (view.frame, words(view.frame.lang));
    let name = page::ente(view.ente);
    let shell = Shell::new(frame, words.adhesion)
        .crumb(frame.words().desk, paths::DESK)
        .crumb(words.enti, paths::ENTI)
        .crumb(&name, paths::ente(&view.ente.id))
        .notices(view.notice.clone());
    page(
        &shell,
        html! {
            (heading(words.adhesion, Some(&format!("{name} · {}", view.edition.name))))
            (fields::summary(frame.words(), &wrongs(frame.lang, &view.faults)))
            (standing(view))
            @if view.outside.is_some() || view.stands.as_ref().is_some_and(|s| s.exception.is_some()) { (exception(view)) }
            @if view.stands.is_some() { (papers(view)) (code(view)) }
            p .aff-buttons {
                a .btn.btn-outline-primary href=(paths::ente(&view.ente.id)) { (words.back_to_ente) }
                a .btn.btn-outline-primary href=(paths::ente_addresses(&view.ente.id)) { (words.addresses) }
            }
        },
    )
}

fn standing(view: &AdhesionPage<'_>) -> Markup {
    let (lang, words) = (view.frame.lang, words(view.frame.lang));
    let buttons: &[State] = match view.stands.as_ref().map(|s| s.state) {
        None => &[State::Invited],
        Some(State::Invited) => &[State::Adhering, State::Withdrawn],
        Some(State::Adhering) => &[State::Withdrawn],
        Some(State::Withdrawn) => &[State::Adhering, State::Invited],
    };
    html! {
        h2 { (words.part_state) }
        @match &view.stands {
            None => p { (words.never_asked) },
            Some(stands) => p {
                strong { (state(lang, stands.state)) }
                " " ((words.since)(&dates::moment(lang, stands.since), stands.by.as_deref()))
            },
        }
        form method="post" action=(paths::adhesion_state(&view.ente.id)) {
            (fields::hidden("visto", &view.stands.as_ref().map_or(0, |s| s.revision).to_string()))
            p .aff-buttons { @for (n, to) in buttons.iter().enumerate() {
                button .btn.(if n == 0 && *to != State::Withdrawn { "btn-primary" } else { "btn-outline-primary" }) type="submit" name="stato" value=(to.as_str()) {
                    (to_button(words, *to, view.stands.is_some()))
                }
            } }
        }
        @if view.stands.as_ref().is_some_and(|s| s.state != State::Withdrawn) { p .form-text { (words.withdrawing) } }
    }
}

fn to_button(words: &Words, to: State, again: bool) -> &'static str {
    match to {
        State::Invited if again => words.invite_again,
        State::Invited => words.invite,
        State::Adhering => words.adheres,
        State::Withdrawn => words.withdraws,
    }
}

fn exception(view: &AdhesionPage<'_>) -> Markup {
    let (lang, words) = (view.frame.lang, words(view.frame.lang));
    let granted = view.stands.as_ref().and_then(|s| s.exception.as_deref());
    let note = Field::new("motivo", words.note).value(&view.typed.note).hint(words.note_hint).longest(500);
    html! {
        h2 { (words.part_exception) }
        form .aff-form method="post" action=(paths::adhesion_exception(&view.ente.id)) {
            @if let Some(why) = granted {
                p { (words.granted) " " (why) }
                p .aff-buttons { button .btn.btn-outline-primary type="submit" name="azione" value="togli" { (words.no_longer) } }
            } @else {
                @if let Some(outside) = &view.outside { p { (outside) } }
                (fields::area(&note.error(told(lang, &view.faults, "motivo")), 2, view.frame.words()))
                p .aff-buttons { button .btn.btn-outline-primary type="submit" name="azione" value="ammetti" { (words.grant) } }
            }
        }
    }
}

fn papers(view: &AdhesionPage<'_>) -> Markup {
    let words = words(view.frame.lang);
    html! {
        h2 { (words.part_papers) }
        p .form-text { (words.papers_hint) }
        form .aff-form method="post" action=(paths::adhesion_papers(&view.ente.id)) {
            @for paper in &view.typed.papers { (one_paper(view, paper)) }
            p .aff-buttons { button .btn.btn-outline-primary type="submit" { (words.save_papers) } }
        }
    }
}

fn one_paper(view: &AdhesionPage<'_>, paper: &PaperForm) -> Markup {
    let (lang, shared, words) = (view.frame.lang, view.frame.words(), words(view.frame.lang));
    let (legend, hint) = match paper.kind {
        PaperKind::Adhesion => (words.paper_adhesion, words.paper_adhesion_hint),
        PaperKind::Nomination => (words.paper_nomination, words.paper_nomination_hint),
    };
    let field = |part: &str, label, value| {
        let name = control(paper.kind, part);
        Field::new(name, label).value(value).optional_unmarked().autocomplete("off").error(told(lang, &view.faults, name))
    };
    html! {
        fieldset .aff-group {
            legend { (legend) }
            (fields::text(&field("atto", words.reference, &paper.reference).hint(hint).longest(500), shared))
            div .aff-pair {
                (fields::text(&field("numero", words.sent_number, &paper.sent_number).longest(60), shared))
                (fields::date(&field("giorno", words.sent_on, &paper.sent_on), shared))
            }
            div .aff-pair {
                (fields::text(&field("nostro-numero", words.received_number, &paper.received_number).longest(60), shared))
                (fields::date(&field("nostro-giorno", words.received_on, &paper.received_on), shared))
            }
        }
    }
}

fn code(view: &AdhesionPage<'_>) -> Markup {
    let (lang, shared, words) = (view.frame.lang, view.frame.words(), words(view.frame.lang));
    let Some(stands) = view.stands.as_ref().filter(|s| s.state != State::Withdrawn) else { return html! {} };
    let day = |moment| dates::moment(lang, moment);
    let until = Field::new("scadenza", words.until).value(&view.typed.until).error(told(lang, &view.faults, "scadenza"));
    html! {
        h2 { (words.part_code) }
        p {
            @match stands.code {
                CodeState::None => (words.code_none),
                CodeState::Waiting { made, expires } => ((words.code_waiting)(&day(made), &day(expires))),
                CodeState::Expired(at) => ((words.code_expired)(&day(at))),
                CodeState::Used(at) => ((words.code_used)(&day(at))),
            }
        }
        form .aff-form method="post" action=(paths::adhesion_code(&view.ente.id)) {
            (fields::date(&until, shared))
            @if matches!(stands.code, CodeState::Waiting { .. }) {
                (fields::check("sostituisci", &html! { (words.replace_one) }, false, None, shared))
            }
            p .aff-buttons { button .btn.btn-primary type="submit" { (words.make_one) } }
            p .form-text { (words.once) }
        }
    }
}
