//! The languages of the interface and of letters.

use serde::{Deserialize, Serialize};

/// The language of the interface. Content keeps its author's own.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Lang {
    #[default]
    It,
    En,
}

impl Lang {
    pub const ALL: [Lang; 2] = [Lang::It, Lang::En];

    /// The tag of BCP 47, as in `lang="…"`, `?lang=…` and the cookie.
    pub const fn as_str(self) -> &'static str {
        match self {
            Lang::It => "it",
            Lang::En => "en",
        }
    }

    /// Nothing is guessed: what is not one of our tags is `None`.
    pub fn parse(tag: &str) -> Option<Lang> {
        Lang::ALL.into_iter().find(|lang| lang.as_str() == tag)
    }

    /// The language's name in itself, and its short label for narrow screens.
    pub const fn names(self) -> (&'static str, &'static str) {
        match self {
            Lang::It => ("Italiano", "IT"),
            Lang::En => ("English", "EN"),
        }
    }
}
