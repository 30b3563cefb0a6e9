//! Pages on adhesions, and the letter that brings the code.

mod addresses;
mod adhesion;
mod codes;
mod letter;

pub use addresses::{AddressesForm, addresses};
pub use adhesion::{AdhesionPage, PaperForm, Typed, adhesion, control};
pub use codes::{CodesPage, codes};
pub use letter::{Printing, address};

use super::Fault;
use super::words::fault;
use crate::ui::fields::Wrong;
use crate::ui::words::Lang;

/// The control that a fault belongs to.
fn field_of(fault: Fault) -> &'static str {
    match fault {
        Fault::NoNote => "motivo",
        Fault::TooLong(name) | Fault::NotADay(name) => name,
        Fault::Expiry => "scadenza",
        Fault::Pec => "pec",
        Fault::Ipa => "ipa",
        Fault::Domain(_) => "dominio",
        Fault::NobodyChosen => "regione",
    }
}

fn wrongs(lang: Lang, faults: &[Fault]) -> Vec<Wrong> {
    faults.iter().map(|f| Wrong { name: field_of(*f).into(), text: fault(lang, *f).into() }).collect()
}

/// The sentence beside a field.
fn told(lang: Lang, faults: &[Fault], name: &str) -> Option<&'static str> {
    faults.iter().find(|f| field_of(**f) == name).map(|f| fault(lang, *f))
}
