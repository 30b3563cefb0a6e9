//! A form that could not be saved, carried through sign-in or through a change of ente, so that nothing typed is lost.
//!
//! Inside another form its fields are called `m:<name>`, and `azione` is where they were going.

use crate::access::form::Fields;
use crate::access::local_path;
use crate::domain::ids::{EnteId, Id, PersonId};
use crate::platform::Error;
use crate::ui::paths;

/// Before the names of the fields carried.
const PREFIX: &str = "m:";
/// The field that says where they were going.
const ACTION: &str = "azione";

/// A form as it came, and the address it was sent to. Every form that can be carried has the person who was writing in
/// `chi`, and the ente acted for in `ente`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Carried {
    /// A path under `/area/`.
    pub action: String,
    pub fields: Vec<(String, String)>,
}

impl Carried {
    /// What a form carries, if it does. An address that our pages do not give is refused.
    pub fn unpack(fields: &Fields) -> Result<Option<Carried>, Error> {
        let Some(action) = fields.get(ACTION) else { return Ok(None) };
        let is_ours = local_path(action).is_some_and(|path| path.strip_prefix(paths::AREA).is_some_and(|rest| rest.starts_with('/')));
        if !is_ours {
            return Err(Error::BadRequest("the form carried was going elsewhere"));
        }
        let inner = |(name, value): &(String, String)| Some((name.strip_prefix(PREFIX)?.to_owned(), value.clone()));
        Ok(Some(Carried { action: action.to_owned(), fields: fields.pairs().iter().filter_map(inner).collect() }))
    }

    /// Names and values as they stand inside another form.
    pub fn packed(&self) -> impl Iterator<Item = (String, &str)> {
        let fields = self.fields.iter().map(|(name, value)| (format!("{PREFIX}{name}"), value.as_str()));
        std::iter::once((ACTION.to_owned(), self.action.as_str())).chain(fields)
    }

    /// Whether this person was writing.
    pub fn is_of(&self, person: &PersonId) -> bool {
        self.get("chi") == Some(person.as_str())
    }

    /// The ente for which it was written.
    pub fn ente(&self) -> Option<EnteId> {
        self.get("ente").and_then(EnteId::parse)
    }

    /// What was typed as free text, to be read and copied: notes and acts of a section, by the question.
    pub fn texts(&self) -> impl Iterator<Item = (&str, &str)> {
        let question = |name: &'_ str| name.len() > 3 && (name.starts_with("n[") || name.starts_with("t[")) && name.ends_with(']');
        let typed = self.fields.iter().filter(move |(name, value)| question(name) && !value.trim().is_empty());
        typed.map(|(name, value)| (&name[2..name.len() - 1], value.as_str()))
    }

    fn get(&self, name: &str) -> Option<&str> {
        self.fields.iter().find(|(n, _)| n == name).map(|(_, value)| value.as_str())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn fields(pairs: &[(&str, &str)]) -> Fields {
        Fields::from_pairs(pairs.iter().map(|(n, v)| ((*n).to_owned(), (*v).to_owned())).collect())
    }

    #[test]
    fn what_is_packed_is_unpacked_as_it_was() {
        let pairs = [("chi", "x"), ("a[Q08]", "a"), ("a[Q08]", "b"), ("azione", "salva"), ("m:strano", "1"), ("n[Q07]", "due\nrighe")];
        let carried = Carried { action: "/area/autodiagnosi/1/sezioni/assetto".into(), fields: fields(&pairs).pairs().to_vec() };
        let mut packed: Vec<(String, String)> = carried.packed().map(|(n, v)| (n, v.to_owned())).collect();
        packed.insert(0, ("utente".into(), "rossi".into()));
        assert_eq!(Carried::unpack(&Fields::from_pairs(packed)).unwrap(), Some(carried.clone()));
        assert_eq!(carried.texts().collect::<Vec<_>>(), [("Q07", "due\nrighe")]);
    }

    #[test]
    fn a_form_goes_back_to_the_area_and_nowhere_else() {
        for elsewhere in ["", "/", "/area", "/areax/y", "/esci", "//evil.example/area/", "/area/../esci", "https://evil.example/area/x"] {
            let refused = Carried::unpack(&fields(&[("azione", elsewhere), ("m:a", "1")]));
            assert!(matches!(refused, Err(Error::BadRequest(_))), "{elsewhere}");
        }
        assert_eq!(Carried::unpack(&fields(&[("utente", "rossi"), ("m:a", "1")])).unwrap(), None);
    }
}
