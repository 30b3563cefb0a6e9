//! Documents of the library: under which licence and in which language, where one lies, until when it stands.

use super::moment::Day;
use super::prose::Link;

/// Longest line and description, in characters.
pub const LINE: usize = 200;
pub const DESCRIPTION: usize = 2_000;

macro_rules! licences {
    ($($(#[$doc:meta])* $licence:ident: $text:literal;)*) => {
        /// What readers may do with a document.
        #[derive(Debug, Clone, Copy, PartialEq, Eq)]
        pub enum Licence {
            $($(#[$doc])* $licence,)*
        }

        impl Licence {
            pub const ALL: &[Licence] = &[$(Licence::$licence,)*];

            pub fn as_str(self) -> &'static str {
                match self { $(Licence::$licence => $text,)* }
            }
        }
    };
}

licences! {
    /// To be read and passed on as it is; for everything else its author is asked. What holds where nobody has said more.
    Reading: "reading";
    CcBy: "cc-by";
    CcBySa: "cc-by-sa";
    CcByNc: "cc-by-nc";
    Cc0: "cc0";
    /// Italian Open Data License 2.0.
    Iodl: "iodl";
}

impl Licence {
    pub fn parse(text: &str) -> Option<Licence> {
        Licence::ALL.iter().copied().find(|licence| licence.as_str() == text)
    }

    /// Where the licence itself is read.
    pub fn address(self) -> Option<&'static str> {
        match self {
            Licence::Reading => None,
            Licence::CcBy => Some("https://creativecommons.org/licenses/by/4.0/deed.it"),
            Licence::CcBySa => Some("https://creativecommons.org/licenses/by-sa/4.0/deed.it"),
            Licence::CcByNc => Some("https://creativecommons.org/licenses/by-nc/4.0/deed.it"),
            Licence::Cc0 => Some("https://creativecommons.org/publicdomain/zero/1.0/deed.it"),
            Licence::Iodl => Some("https://www.dati.gov.it/content/italian-open-data-license-v20"),
        }
    }
}

/// Languages a document may be in, as tags (RFC 5646): those of offices, and those in which newcomers are most often written to.
pub const LANGUAGES: [&str; 15] = ["it", "en", "fr", "es", "de", "ar", "uk", "ro", "sq", "zh", "bn", "ur", "pa", "ru", "pt"];

/// An address on the web as typed, made whole; none for every other.
pub fn web_address(typed: &str) -> Option<String> {
    let link = Link::parse(typed)?;
    link.href().starts_with("http").then(|| link.href().to_owned())
}

/// Whether a document still stands on a day: to the end of its last.
pub fn stands(valid_until: Option<Day>, today: Day) -> bool {
    valid_until.is_none_or(|last| today <= last)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_document_stands_to_the_end_of_its_last_day() {
        let day = |day| Day::new(2026, 3, day).unwrap();
        assert!(stands(None, day(2)) && stands(Some(day(2)), day(2)) && stands(Some(day(3)), day(2)));
        assert!(!stands(Some(day(1)), day(2)));
    }

    #[test]
    fn only_what_is_on_the_web_is_an_address() {
        assert_eq!(web_address(" https://www.interno.gov.it/it ").as_deref(), Some("https://www.interno.gov.it/it"));
        for wrong in ["", "www.interno.gov.it", "mailto:a@example.it", "javascript:alert(1)", "file:///etc/passwd", "https://"] {
            assert_eq!(web_address(wrong), None, "{wrong}");
        }
        assert_eq!(web_address("https://anna:segreta@example.it/").as_deref(), Some("https://example.it/"));
    }

    #[test]
    fn licences_are_read_as_they_are_written() {
        assert!(Licence::ALL.iter().all(|licence| Licence::parse(licence.as_str()) == Some(*licence)));
        assert_eq!(Licence::parse("mit"), None);
    }
}
