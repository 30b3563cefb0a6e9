//! One testimonial for those who prepare it: how it stands, what is missing, what can be done next.

use maud::{Markup, html};

use crate::access::form::Fields;
use crate::domain::testimonial::{Approval, Missing, State};
use crate::testimonials::form::{LINE, SHORT};
use crate::testimonials::words::desk::{Words, missing, parts, state, words};
use crate::testimonials::words::steps::{fault, step as step_name};
use crate::testimonials::{Answer, Draft as Prepared, Fault, Kept, Side, Step, Version};
use crate::ui::fields::{self, Field, Wrong};
use crate::ui::page::{self, Frame, Notice, Shell, heading, page};
use crate::ui::table::{Column, table};
use crate::ui::{dates, paths};

/// One, and a form that came back.
pub struct Draft<'a> {
    pub frame: &'a Frame<'a>,
    pub draft: &'a Prepared,
    pub notices: Vec<Notice>,
    pub typed: &'a Fields,
    pub faults: &'a [Fault],
}

impl Draft<'_> {
    fn words(&self) -> &'static Words {
        words(self.frame.lang)
    }

    fn told(&self, name: &str) -> Option<String> {
        self.faults.iter().find(|one| one.field == name).map(|one| fault(self.frame.lang, &one.what))
    }
}

pub fn draft(view: &Draft<'_>) -> Markup {
    let (frame, words, draft) = (view.frame, view.words(), view.draft);
    let wrong: Vec<Wrong> = view.faults.iter().map(|one| Wrong { name: one.field.clone(), text: fault(frame.lang, &one.what) }).collect();
    page(
        &Shell::new(frame, &draft.told.sheet.title)
            .crumb(words.preparation, paths::PREPARATION)
            .notices(view.notices.clone())
            .notices(gone(view)),
        html! {
            (heading(&draft.told.sheet.title, Some(&format!("{} · {}", page::ente(&draft.told.ente), state(frame.lang, draft.state)))))
            (fields::summary(frame.words(), &wrong))
            (to_publish(view))
            (steps(view))
            (send(view))
            (versions(view))
            (releases(view))
            @if draft.state.is_public() { (withdrawal(view)) }
        },
    )
}

/// Why it is no longer public.
fn gone(view: &Draft<'_>) -> Option<Notice> {
    let (lang, words, draft) = (view.frame.lang, view.words(), view.draft);
    match (draft.state, &draft.withdrawn, draft.lapsed_at) {
        (State::Withdrawn, Some((at, Side::Ente, why)), _) => {
            Some(Notice::care(&(words.is_withdrawn_by_ente)(&dates::day(lang, at.day()), why)))
        }
        (State::Withdrawn, Some((at, Side::Programme, why)), _) => {
            Some(Notice::care(&(words.is_withdrawn)(&dates::day(lang, at.day()), why)))
        }
        (State::Lapsed, _, Some(at)) => Some(Notice::care(&(words.is_lapsed)(&dates::day(lang, at.day())))),
        _ => None,
    }
}

fn to_publish(view: &Draft<'_>) -> Markup {
    let (frame, words, draft) = (view.frame, view.words(), view.draft);
    html! {
        section .aff-box aria-labelledby="pubblicare" {
            h2 #pubblicare { (words.to_publish) }
            @if draft.missing.is_empty() {
                @if draft.state == State::Public { p { a href=(paths::testimonial(&draft.told.id)) { (words.public_page) } } } @else {
                    p { (words.ready) " " (words.publish_lead) }
                    form method="post" action=(paths::publication(&draft.told.id)) {
                        button .btn.btn-primary type="submit" { (words.publish) }
                    }
                }
            } @else {
                p { (words.missing) }
                ul { @for one in &draft.missing { li { (missing(frame.lang, one)) } } }
                @if draft.state == State::Ahead { p { a href=(paths::testimonial(&draft.told.id)) { (words.public_page) } } }
            }
        }
    }
}

fn steps(view: &Draft<'_>) -> Markup {
    let (frame, words, id) = (view.frame, view.words(), &view.draft.told.id);
    html! {
        h2 { (words.steps) }
        ol .aff-told-steps { @for one in Step::ALL { li { a href=(paths::preparation_step(id, one.as_str())) { (step_name(frame.lang, one)) } } } }
        p .aff-buttons { a .btn.btn-outline-primary href=(paths::preview(id)) { (words.preview) } }
    }
}

fn send(view: &Draft<'_>) -> Markup {
    let (words, draft) = (view.words(), view.draft);
    let again = draft.asked.approval != Approval::NeverAsked;
    let has_it = again && draft.asked.changed.is_empty() && matches!(draft.asked.approval, Approval::Waiting | Approval::Approved(_));
    let has_it = has_it && !draft.missing.contains(&Missing::TakenBack);
    let note = Field::new("nota", words.note).value(view.typed.text("nota")).hint(words.note_hint).longest(SHORT).optional();
    let wrong = view.told("nota");
    html! {
        h2 { (if again { words.send_again } else { words.send }) }
        @if has_it { p { (words.sent_as_is) } } @else {
            p { (words.send_lead) }
            form .aff-form method="post" action=(paths::sending(&draft.told.id)) {
                (fields::area(&note.error(wrong.as_deref()), 3, view.frame.words()))
                p .aff-buttons { button .btn.btn-primary type="submit" { (if again { words.send_again } else { words.send }) } }
            }
        }
    }
}

fn versions(view: &Draft<'_>) -> Markup {
    let (frame, words, draft) = (view.frame, view.words(), view.draft);
    html! {
        h2 { (words.versions) }
        @if draft.versions.is_empty() { p { (words.no_versions) } }
        @for version in &draft.versions { (version_of(frame, version)) }
        @if !draft.asked.changed.is_empty() { p { ((words.changed_since)(&parts(frame.lang, &draft.asked.changed))) } }
    }
}

fn version_of(frame: &Frame<'_>, version: &Version) -> Markup {
    let words = words(frame.lang);
    let day = |at: crate::domain::moment::Moment| dates::day(frame.lang, at.day());
    html! {
        div .aff-version {
            p { strong { ((words.version)(version.number, &day(version.sent_at))) } }
            @if !version.note.is_empty() { p .form-text { (words.note) ": " (version.note) } }
            @match &version.answer {
                None => p { (words.waiting) },
                Some(Answer::Approved(name, at)) => p { ((words.approved_by)(name, &day(*at))) },
                Some(Answer::Corrections(text, at)) => {
                    p { ((words.corrections_on)(&day(*at))) }
                    blockquote .aff-quote { @for line in text.lines() { (line) br; } }
                },
            }
        }
    }
}

fn releases(view: &Draft<'_>) -> Markup {
    let (frame, words, draft) = (view.frame, view.words(), view.draft);
    let columns = [words.name, words.reference, words.signed_on, words.expires_on, words.remove_release];
    let rows = html! { @for kept in &draft.releases { (release(view, kept)) } };
    html! {
        h2 #liberatorie { (words.releases) }
        p { (words.releases_lead) }
        @if draft.releases.is_empty() { p { (words.no_releases) } }
        @else { (table("tabella-liberatorie", words.releases_caption, &columns.map(Column::new), rows, frame.words())) }
        (release_form(view))
    }
}

fn release(view: &Draft<'_>, kept: &Kept) -> Markup {
    let (frame, words) = (view.frame, view.words());
    html! {
        tr {
            th scope="row" { (kept.release.name) }
            td { (kept.reference) }
            td { (dates::short(kept.signed_on)) }
            td {
                @match kept.release.expires_on {
                    Some(last) => { (dates::short(last)) @if !kept.release.holds(frame.today) { " (" strong { (words.expired) } ")" } },
                    None => { (words.without_end) },
                }
            }
            td {
                form .aff-inline method="post" action=(paths::release_end(&view.draft.told.id, &kept.id)) {
                    button .btn.btn-link type="submit" {
                        (words.remove_release) span .visually-hidden { " " ((words.release_of)(&kept.release.name)) }
                    }
                }
            }
        }
    }
}

fn release_form(view: &Draft<'_>) -> Markup {
    let (shared, words, typed) = (view.frame.words(), view.words(), view.typed);
    let (name, reference, signed, until) = (view.told("nome"), view.told("riferimento"), view.told("firmata"), view.told("scadenza"));
    let name_field = Field::new("nome", words.name).value(typed.text("nome")).longest(LINE).autocomplete("off");
    let paper = Field::new("riferimento", words.reference).value(typed.text("riferimento")).hint(words.reference_hint).longest(LINE);
    html! {
        form .aff-form method="post" action=(paths::releases(&view.draft.told.id)) {
            (fields::text(&name_field.error(name.as_deref()), shared))
            (fields::text(&paper.autocomplete("off").error(reference.as_deref()), shared))
            (fields::date(&Field::new("firmata", words.signed_on).value(typed.text("firmata")).error(signed.as_deref()), shared))
            (fields::date(&Field::new("scadenza", words.expires_on).value(typed.text("scadenza")).optional().error(until.as_deref()), shared))
            p .aff-buttons { button .btn.btn-outline-primary type="submit" { (words.add_release) } }
        }
    }
}

fn withdrawal(view: &Draft<'_>) -> Markup {
    let words = view.words();
    let wrong = view.told("motivo");
    let reason = Field::new("motivo", words.reason).value(view.typed.text("motivo")).longest(LINE).autocomplete("off");
    html! {
        h2 { (words.withdrawal) }
        p { (words.withdrawal_lead) }
        form .aff-form method="post" action=(paths::preparation_withdrawal(&view.draft.told.id)) {
            (fields::text(&reason.error(wrong.as_deref()), view.frame.words()))
            p .aff-buttons { button .btn.btn-outline-primary type="submit" { (words.withdraw) } }
        }
    }
}
