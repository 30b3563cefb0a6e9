//! The domande frequenti as experts and the segreteria see them: the list, and the form.

use maud::{Markup, html};

use crate::domain::ids::Id;
use crate::domain::moment::Day;
use crate::domain::prose::Prose;
use crate::library::faq::form::{Fault, Form, LAW, LINE};
use crate::library::faq::words::{Words, fault, state, words};
use crate::library::faq::{Kept, Line, Owner, State};
use crate::ui::fields::{self, Field, Wrong};
use crate::ui::page::{Frame, Notice, Shell, heading, page};
use crate::ui::prose::prose;
use crate::ui::table::{Column, table};
use crate::ui::{dates, paths};

pub fn lines(frame: &Frame<'_>, lines: &[Line], today: Day, notice: Option<Notice>) -> Markup {
    let words = words(frame.lang);
    let columns = [words.column_question, words.column_theme, words.column_state, words.column_owner, words.column_until];
    let rows = html! {
        @for line in lines {
            tr {
                th scope="row" { a href=(paths::faq_change(&line.id)) { (line.question) } }
                td { (line.theme) }
                td { (state(frame.lang, line.state)) }
                td { (line.owner.as_deref().unwrap_or(words.nobody)) }
                td { (dates::short(line.review_on)) @if line.has_expired(today) { " (" strong { (words.to_read_again) } ")" } }
            }
        }
    };
    page(
        &Shell::new(frame, words.desk).notices(notice),
        html! {
            (heading(words.desk, Some(words.desk_lead)))
            p .aff-buttons {
                a .btn.btn-primary href=(paths::NEW_FAQ) { (words.new) }
                a .btn.btn-outline-primary href=(paths::FAQ) { (words.read) }
            }
            @if lines.is_empty() { div .aff-box { p { (words.none_at_all) } } }
            @else { (table("domande", words.caption, &columns.map(Column::new), rows, frame.words())) }
        },
    )
}

/// The form as it is to be shown: empty, as kept, or as it came back.
pub struct Writing<'a> {
    pub frame: &'a Frame<'a>,
    pub form: &'a Form,
    /// What is being changed; none for a new one.
    pub kept: Option<&'a Kept>,
    pub owners: &'a [Owner],
    /// Those in use.
    pub themes: &'a [&'a str],
    pub faults: &'a [Fault],
    pub conflict: bool,
}

fn field_of(fault: &Fault) -> &'static str {
    match fault {
        Fault::NoTheme => "tema",
        Fault::NoQuestion => "domanda",
        Fault::NoAnswer | Fault::AnswerTooLong(_) | Fault::PersonalData(_) => "risposta",
        Fault::NoAuthor => "autore",
        Fault::NoDay => "data",
        Fault::NoReview | Fault::ReviewBeforeAnswer => "rileggere",
        Fault::UnknownOwner => "cura",
        Fault::NoReason => "motivo",
        Fault::TooLong(name, _) => name,
    }
}

impl Writing<'_> {
    fn words(&self) -> &'static Words {
        words(self.frame.lang)
    }

    fn told(&self, name: &str) -> Option<String> {
        self.faults.iter().find(|one| field_of(one) == name).map(|one| fault(self.frame.lang, one))
    }

    fn line(&self, name: &str, label: &str, (value, hint): (&str, &str)) -> Markup {
        let told = self.told(name);
        let field = Field::new(name, label).value(value).longest(LINE).autocomplete("off").error(told.as_deref());
        fields::text(&if hint.is_empty() { field } else { field.hint(hint) }, self.frame.words())
    }
}

pub fn writing(view: &Writing<'_>) -> Markup {
    let (frame, words) = (view.frame, view.words());
    let title = if view.kept.is_some() { words.change_title } else { words.new_title };
    let action = view.kept.map_or_else(|| paths::NEW_FAQ.to_owned(), |kept| paths::faq_change(&kept.id));
    let faults: Vec<Wrong> = view.faults.iter().map(|f| Wrong { name: field_of(f).to_owned(), text: fault(frame.lang, f) }).collect();
    let conflict = view.conflict.then(|| Notice::care(words.changed_meanwhile));
    let withdrawn = view.kept.and_then(|kept| kept.withdrawn.as_ref());
    let withdrawn = withdrawn.map(|(at, why)| Notice::info(&(words.is_withdrawn)(&dates::day(frame.lang, at.day()), why)));
    page(
        &Shell::new(frame, title).crumb(words.desk, paths::FAQ_DESK).notices(conflict).notices(withdrawn),
        html! {
            (heading(title, Some(words.form_lead)))
            (fields::summary(frame.words(), &faults))
            form .aff-form method="post" action=(action) {
                (texts(view))
                (signature(view))
                (fields::hidden("visto", &view.form.seen.to_string()))
                p .aff-buttons {
                    button .btn.btn-primary type="submit" name="azione" value="pubblica" { (words.publish) }
                    button .btn.btn-outline-primary type="submit" name="azione" value="salva" { (words.save) }
                    a .btn.btn-outline-primary href=(paths::FAQ_DESK) { (words.give_up) }
                }
            }
            @if let Some(kept) = view.kept { (history(view, kept)) }
        },
    )
}

fn texts(view: &Writing<'_>) -> Markup {
    let (words, shared, form) = (view.words(), view.frame.words(), view.form);
    let (answer, law) = (view.told("risposta"), view.told("riferimenti"));
    let personal = view.faults.iter().any(|fault| matches!(fault, Fault::PersonalData(_)));
    let area = Field::new("risposta", words.answer).value(&form.answer).hint(words.answer_hint);
    let laws = Field::new("riferimenti", words.law).value(&form.law).hint(words.law_hint).longest(LAW).optional();
    html! {
        (view.line("domanda", words.question, (&form.question, words.question_hint)))
        (fields::area(&area.error(answer.as_deref()), 14, shared))
        @if personal || form.confirmed { (fields::check("confermo", &html! { (words.confirm) }, form.confirmed, None, shared)) }
        (fields::area(&laws.error(law.as_deref()), 3, shared))
        (view.line("tema", words.theme, (&form.theme, words.theme_hint)))
        @if !view.themes.is_empty() { p .form-text { (view.themes.join(" · ")) } }
    }
}

fn signature(view: &Writing<'_>) -> Markup {
    let (words, shared, form) = (view.words(), view.frame.words(), view.form);
    let (on, review, owner, role) = (view.told("data"), view.told("rileggere"), view.told("cura"), view.told("qualifica"));
    let owners: Vec<(String, String)> = view.owners.iter().map(|one| (one.id.as_str().to_owned(), one.name.clone())).collect();
    let role = Field::new("qualifica", words.author_role)
        .value(&form.author_role)
        .hint(words.author_role_hint)
        .longest(LINE)
        .optional()
        .error(role.as_deref());
    let again = Field::new("rileggere", words.review).value(&form.review_on).hint(words.review_hint).error(review.as_deref());
    let owned = Field::new("cura", words.owner).value(&form.owner).hint(words.owner_hint).optional().error(owner.as_deref());
    html! {
        (view.line("autore", words.author, (&form.author, "")))
        (fields::text(&role.autocomplete("off"), shared))
        (fields::date(&Field::new("data", words.answered_on).value(&form.answered_on).error(on.as_deref()), shared))
        (fields::date(&again, shared))
        (fields::select(&owned, &owners, shared))
    }
}

/// Every text as it was saved; and its withdrawal, while it is public.
fn history(view: &Writing<'_>, kept: &Kept) -> Markup {
    let (words, lang) = (view.words(), view.frame.lang);
    let why = view.told("motivo");
    let reason = Field::new("motivo", words.reason).hint(words.reason_hint).longest(LINE).autocomplete("off").error(why.as_deref());
    html! {
        h2 { (words.versions) }
        @for version in &kept.versions {
            details .aff-version {
                summary {
                    ((words.version)(version.number)) ", " (dates::moment(lang, version.saved_at))
                    @if let Some(name) = &version.saved_by { ", " (name) }
                    @if kept.public == Some(version.number) { " (" strong { (words.is_public) } ")" }
                }
                div .aff-prose lang="it" { p { strong { (version.question) } } (prose(&Prose::kept(&version.answer))) }
            }
        }
        @if matches!(kept.state, State::Public | State::Ahead) {
            p { a href=(paths::faq(&kept.id)) { (words.read) } }
            h2 { (words.withdrawal) }
            p { (words.withdrawal_lead) }
            form .aff-form method="post" action=(paths::faq_withdrawal(&kept.id)) {
                (fields::text(&reason, view.frame.words()))
                p .aff-buttons { button .btn.btn-outline-primary type="submit" { (words.withdraw) } }
            }
        }
    }
}
