//! Pages: my data, before erasing, the register of processing.

use maud::{Markup, html};

use super::words::{Words, words};
use crate::people::HeldData;
use crate::platform::holdings::{Holding, Holdings};
use crate::ui::fields::{self, Field, Wrong};
use crate::ui::page::{Frame, Shell, heading, page};
use crate::ui::table::{Column, table};
use crate::ui::{contacts, paths};

pub fn my_data(frame: &Frame<'_>, held: &[HeldData]) -> Markup {
    let words = words(frame.lang);
    let columns = [words.column_what, words.column_rows, words.column_why, words.column_until].map(Column::new);
    let rows = html! {
        @for table in held.iter().filter(|table| !table.rows.is_empty()) {
            tr {
                th scope="row" { (words.of(table.holding.key).title) span .d-block.fw-normal { (words.of(table.holding.key).what) } }
                td .aff-figures { (table.rows.len()) }
                td { (words.purpose(table.holding.purpose).title) }
                td { (words.until(&table.holding)) }
            }
        }
    };
    page(
        &Shell::new(frame, words.my_data).crumb(words.area, paths::AREA),
        html! {
            (heading(words.my_data, Some(words.my_data_lead)))
            (table("miei-dati", words.my_data_caption, &columns, rows, frame.words()))
            h2 { (words.copy) }
            p { (words.copy_text) }
            p .aff-buttons {
                a .btn.btn-primary href=(paths::MY_DATA_CSV) { (words.copy_csv) }
                a .btn.btn-outline-primary href=(paths::MY_DATA_JSON) { (words.copy_json) }
            }
            h2 { (words.correct) }
            p { (words.correct_text) " " a href=(paths::PROFILE) { (words.correct_link) } "." }
            h2 { (words.erase) }
            p { (words.erase_text) " " a href=(paths::ERASURE) { (words.erase_link) } "." }
            h2 { (words.rights) }
            p { (words.rights_text) " " a href=(paths::PRIVACY) { (words.notice) } "." }
            (whom_to_write(frame, words))
        },
    )
}

fn whom_to_write(frame: &Frame<'_>, words: &Words) -> Markup {
    html! {
        @if !frame.site.dpo.is_empty() { p { ((words.dpo)(&frame.site.dpo)) } }
        @if contacts::any(frame.site) { (contacts::list(frame.site, frame.words())) }
    }
}

/// The form before an erasure, as it is or as it came back.
#[derive(Debug, Default)]
pub struct Erasing {
    pub sure: bool,
    pub sure_fault: Option<&'static str>,
    pub password_fault: Option<&'static str>,
}

/// What goes and what stays, of what is there.
pub fn erasure(frame: &Frame<'_>, held: &[HeldData], form: &Erasing) -> Markup {
    let words = words(frame.lang);
    let faults: Vec<Wrong> = [("conferma", form.sure_fault), ("password", form.password_fault)]
        .into_iter()
        .filter_map(|(name, fault)| Some(Wrong { name: name.into(), text: fault?.into() }))
        .collect();
    let password = Field::new("password", words.password).hint(words.password_hint).autocomplete("current-password");
    let there: Vec<Holding> = held.iter().filter(|table| !table.rows.is_empty()).map(|table| table.holding).collect();
    page(
        &Shell::new(frame, words.erasure).crumb(words.area, paths::AREA).crumb(words.my_data, paths::MY_DATA).without_opinion(),
        html! {
            (heading(words.erasure, Some(words.erasure_lead)))
            (fields::summary(frame.words(), &faults))
            h2 { (words.goes) }
            ul { @for holding in there.iter().filter(|h| h.erasure.stays().is_none()) { li { (words.of(holding.key).title) } } }
            h2 { (words.stays) }
            p { (words.stays_text) }
            ul {
                @for holding in &there {
                    @if let Some(why) = holding.erasure.stays() {
                        li { (words.of(holding.key).title) ": " (words.stay(why)) }
                    }
                }
            }
            form .aff-form method="post" action=(paths::ERASURE) {
                (fields::check("conferma", &html! { (words.sure) }, form.sure, form.sure_fault, frame.words()))
                (fields::password(&password.error(form.password_fault), frame.words()))
                p .aff-buttons {
                    button .btn.btn-danger type="submit" { (words.erase_button) }
                    a .btn.btn-outline-primary href=(paths::MY_DATA) { (words.leave_it) }
                }
            }
        },
    )
}

/// The register of processing of the controller (Reg. UE 2016/679, art. 30), made from what the tables declare.
pub fn processing(frame: &Frame<'_>, holdings: &Holdings) -> Markup {
    let words = words(frame.lang);
    let columns = words.processing_heads.map(Column::new);
    let body = html! {
        @for row in processing_rows(frame, holdings) {
            tr { @for (i, cell) in row.iter().enumerate() { @if i == 0 { th scope="row" { (cell) } } @else { td { (cell) } } } }
        }
    };
    let site = frame.site;
    page(
        &Shell::new(frame, words.processing).crumb(words.area, paths::AREA),
        html! {
            (heading(words.processing, Some(words.processing_lead)))
            dl .aff-facts {
                div { dt { (words.controller) } dd { @if site.owner.is_empty() { (words.not_said) } @else { (site.owner) } } }
                div { dt { (words.dpo_name) } dd { @if site.dpo.is_empty() { (words.not_said) } @else { (site.dpo) } } }
                div { dt { (words.processors) } dd {
                    @if site.processors.is_empty() { (words.no_processors) } @else { (site.processors.join("; ")) }
                } }
                div { dt { (words.transfers) } dd { (words.transfers_none) } }
                div { dt { (words.measures) } dd { (words.measures_text) } }
            }
            (table("trattamenti", words.processing_caption, &columns, body, frame.words()))
            p .aff-buttons { a .btn.btn-primary href=(paths::PROCESSING_CSV) { (words.processing_csv) } }
        },
    )
}

/// The register as rows, in the order of its heads.
pub fn processing_rows(frame: &Frame<'_>, holdings: &Holdings) -> Vec<Vec<String>> {
    let words = words(frame.lang);
    let basis = frame.site.legal_basis.as_str();
    let row = |holding: &Holding| {
        let (said, purpose) = (words.of(holding.key), words.purpose(holding.purpose));
        let basis = if basis.is_empty() || purpose.own_basis { purpose.basis } else { basis };
        let after = holding.erasure.stays().map_or(words.goes_short, |why| words.stay(why));
        [purpose.title, said.title, said.what, said.whose, basis, said.seen_by]
            .map(str::to_owned)
            .into_iter()
            .chain([words.until(holding), after.to_owned()])
            .collect::<Vec<_>>()
    };
    holdings.0.iter().map(row).collect()
}
