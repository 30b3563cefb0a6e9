//! How the office of an ente is reached: PEC, code of the index of public administrations, domain of its mailboxes.

use maud::{Markup, html};

use super::{told, wrongs};
use crate::access::session::EnteName;
use crate::enti::adhesion::words::words;
use crate::enti::adhesion::{Addresses, Fault};
use crate::ui::fields::{self, Field};
use crate::ui::page::{self, Frame, Shell, heading, page};
use crate::ui::paths;

pub struct AddressesForm<'a> {
    pub frame: &'a Frame<'a>,
    pub ente: &'a EnteName,
    pub typed: &'a Addresses,
    pub faults: &'a [Fault],
}

pub fn addresses(view: &AddressesForm<'_>) -> Markup {
    let (lang, shared, words) = (view.frame.lang, view.frame.words(), words(view.frame.lang));
    let name = page::ente(view.ente);
    let shell = Shell::new(view.frame, words.addresses)
        .crumb(view.frame.words().desk, paths::DESK)
        .crumb(words.enti, paths::ENTI)
        .crumb(&name, paths::ente(&view.ente.id));
    let field = |control, label, value, hint| {
        let field = Field::new(control, label).value(value).hint(hint).optional().autocomplete("off").longest(254);
        field.error(told(lang, view.faults, control))
    };
    page(
        &shell,
        html! {
            (heading(words.addresses, Some(&name)))
            (fields::summary(shared, &wrongs(lang, view.faults)))
            form .aff-form method="post" action=(paths::ente_addresses(&view.ente.id)) {
                (fields::email(&field("pec", words.pec, &view.typed.pec, words.pec_hint), shared))
                (fields::text(&field("ipa", words.ipa, &view.typed.ipa_code, words.ipa_hint), shared))
                (fields::text(&field("dominio", words.domain, &view.typed.mail_domain, words.domain_hint), shared))
                p .aff-buttons {
                    button .btn.btn-primary type="submit" { (words.save_addresses) }
                    a .btn.btn-outline-primary href=(paths::ente(&view.ente.id)) { (words.give_up) }
                }
            }
        },
    )
}
