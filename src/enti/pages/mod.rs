//! Pages: the form of an association.

mod form;

pub use form::{AssociationForm, Matches, form};
