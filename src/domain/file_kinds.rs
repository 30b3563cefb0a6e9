//! A list of kinds of files as an enum: what the web calls each, and how its names end.

/// ```ignore
/// file_kinds! {
///     /// What may be attached.
///     #[derive(Debug, Clone, Copy, PartialEq, Eq)]
///     Pdf: "pdf", "application/pdf";
/// }
/// ```
macro_rules! file_kinds {
    ($(#[$about:meta])* $($kind:ident: $ending:literal, $media:literal;)*) => {
        $(#[$about])*
        pub enum Kind {
            $($kind,)*
        }

        impl Kind {
            pub const ALL: &[Kind] = &[$(Kind::$kind,)*];

            /// As the web calls it.
            pub fn media(self) -> &'static str {
                match self { $(Kind::$kind => $media,)* }
            }

            pub fn ending(self) -> &'static str {
                match self { $(Kind::$kind => $ending,)* }
            }

            pub fn parse(media: &str) -> Option<Kind> {
                Kind::ALL.iter().copied().find(|kind| kind.media() == media)
            }

            /// "pdf" → "PDF", as people call it.
            pub fn called(self) -> String {
                self.ending().to_uppercase()
            }
        }
    };
}

pub(super) use file_kinds;
