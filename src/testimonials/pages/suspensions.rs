//! Electoral periods, for the segreteria.

use maud::{Markup, html};

use crate::access::form::Fields;
use crate::access::session::EnteName;
use crate::domain::ids::Id;
use crate::domain::testimonial::Scope;
use crate::testimonials::form::LINE;
use crate::testimonials::words::desk::words;
use crate::testimonials::words::steps::fault;
use crate::testimonials::{Fault, Period};
use crate::ui::fields::{self, Field, Wrong};
use crate::ui::page::{self, Frame, Notice, Shell, heading, page};
use crate::ui::table::{Column, table};
use crate::ui::{dates, paths};

pub struct Suspensions<'a> {
    pub frame: &'a Frame<'a>,
    pub periods: &'a [Period],
    /// Enti with testimonials, and all regions.
    pub enti: &'a [EnteName],
    pub regions: &'a [String],
    pub typed: &'a Fields,
    pub faults: &'a [Fault],
    pub notice: Option<Notice>,
}

pub fn suspensions(view: &Suspensions<'_>) -> Markup {
    let (frame, words) = (view.frame, words(view.frame.lang));
    let wrong: Vec<Wrong> = view.faults.iter().map(|one| Wrong { name: one.field.clone(), text: fault(frame.lang, &one.what) }).collect();
    let columns = [words.for_whom, words.from, words.to, words.suspension_reason, words.remove_suspension];
    page(
        &Shell::new(frame, words.suspensions).notices(view.notice.clone()),
        html! {
            (heading(words.suspensions, Some(words.suspensions_lead)))
            (fields::summary(frame.words(), &wrong))
            @if view.periods.is_empty() { p { (words.no_suspensions) } } @else {
                (table("periodi", words.suspensions_caption, &columns.map(Column::new), rows(view), frame.words()))
            }
            (form(view))
        },
    )
}

fn rows(view: &Suspensions<'_>) -> Markup {
    let (frame, words) = (view.frame, words(view.frame.lang));
    html! {
        @for period in view.periods {
            @let of = &period.suspension;
            @let whom = whom(view, &of.scope);
            tr {
                th scope="row" { (whom) @if of.starts_on <= frame.today && frame.today <= of.ends_on { " (" strong { (words.going_on) } ")" } }
                td { (dates::short(of.starts_on)) }
                td { (dates::short(of.ends_on)) }
                td { (period.reason) }
                td {
                    form .aff-inline method="post" action=(paths::suspension_end(&period.id)) {
                        button .btn.btn-link type="submit" { (words.remove_suspension) span .visually-hidden { ": " (whom) ", " (period.reason) } }
                    }
                }
            }
        }
    }
}

fn whom(view: &Suspensions<'_>, scope: &Scope<EnteName>) -> String {
    let words = words(view.frame.lang);
    match scope {
        Scope::Everybody => words.for_all.to_owned(),
        Scope::Region(region) => (words.for_region)(region),
        Scope::Ente(ente) => page::ente(ente),
    }
}

fn form(view: &Suspensions<'_>) -> Markup {
    let (frame, words, typed) = (view.frame, words(view.frame.lang), view.typed);
    let told = |name: &str| view.faults.iter().find(|one| one.field == name).map(|one| fault(frame.lang, &one.what));
    let (whom, from, to, why) = (told("riguarda"), told("dal"), told("al"), told("consultazione"));
    let mut choices = vec![("tutti".to_owned(), words.for_all.to_owned())];
    choices.extend(view.regions.iter().map(|region| (format!("regione:{region}"), (words.for_region)(region))));
    choices.extend(view.enti.iter().map(|ente| (format!("ente:{}", ente.id.as_str()), page::ente(ente))));
    let reason = Field::new("consultazione", words.suspension_reason).value(typed.text("consultazione")).hint(words.suspension_reason_hint);
    html! {
        form .aff-form method="post" action=(paths::SUSPENSIONS) {
            (fields::select(&Field::new("riguarda", words.for_whom).value(typed.text("riguarda")).error(whom.as_deref()), &choices, frame.words()))
            (fields::date(&Field::new("dal", words.from).value(typed.text("dal")).error(from.as_deref()), frame.words()))
            (fields::date(&Field::new("al", words.to).value(typed.text("al")).error(to.as_deref()), frame.words()))
            (fields::text(&reason.longest(LINE).autocomplete("off").error(why.as_deref()), frame.words()))
            p .aff-buttons { button .btn.btn-primary type="submit" { (words.add_suspension) } }
        }
    }
}
