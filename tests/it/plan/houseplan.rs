//! The plan as data: floors, slices, rooms, libraries, and the exceptions with their reasons.

/// From the ground up. A floor leans only on those before it.
pub const FLOORS: [&str; 9] = ["domain", "platform", "access", "ui", "web", "slices", "lib", "cli", "main"];

/// Each leans only on those before it.
pub const SLICES: [&str; 14] = [
    "people",
    "programme",
    "enti",
    "library",
    "assessments",
    "seminars",
    "presence",
    "forum",
    "testimonials",
    "courses",
    "records",
    "plans",
    "secretariat",
    "area",
];

/// The rooms of a slice. Whatever has another name is a concept of the slice: plain values and rules, which any room but
/// `words` may use, and which itself may use the store.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Room {
    Door,
    Routes,
    Store,
    Pages,
    Letters,
    Words,
    Concept,
}

impl Room {
    /// By the first name that is a room's: `assessments/report/pages.rs` is a room of pages.
    pub fn of(inside_slice: &[String]) -> Room {
        let named = inside_slice.iter().find_map(|name| match name.as_str() {
            "routes" => Some(Room::Routes),
            "store" => Some(Room::Store),
            "pages" => Some(Room::Pages),
            "letters" => Some(Room::Letters),
            "words" => Some(Room::Words),
            _ => None,
        });
        named.unwrap_or(if inside_slice.is_empty() { Room::Door } else { Room::Concept })
    }

    /// mod → routes, store · routes → pages, store, words · store → letters · pages, letters → words. Handlers choose the
    /// sentence that tells what came of a form, and answer the page's script in JSON (docs/decisions/0007).
    pub fn may_use(self, other: Room) -> bool {
        use Room::{Concept, Door, Letters, Pages, Routes, Store, Words};
        self == other
            || match self {
                Door => matches!(other, Routes | Store | Concept),
                Routes => matches!(other, Pages | Store | Words | Concept),
                Store => matches!(other, Letters | Concept),
                Concept => matches!(other, Store),
                Pages | Letters => matches!(other, Words | Concept),
                Words => false,
            }
    }
}

/// A library and the only places where it may be named.
pub struct Confined {
    pub library: &'static str,
    pub places: &'static [Place],
}

/// A place ends in `/` (a folder), or in `.rs` (a file). `*/store` is that room of any slice, file or folder.
pub struct Place {
    pub at: &'static str,
    /// When only one path of the library is meant, as in `rocket::Route`.
    pub only: &'static [&'static str],
    pub reason: &'static str,
}

const fn place(at: &'static str, reason: &'static str) -> Place {
    Place { at, only: &[], reason }
}

const fn only(at: &'static str, only: &'static [&'static str], reason: &'static str) -> Place {
    Place { at, only, reason }
}

pub const LIBRARIES: &[Confined] = &[
    Confined {
        library: "sqlx",
        places: &[
            place("*/store", "SQL lives there, and row structs derive FromRow"),
            place("src/platform/db/", "the facade"),
            place("src/platform/outbox/", "letters are rows"),
            place("src/platform/jobs.rs", "a row is the lease"),
            place("src/platform/search.rs", "full-text search differs by engine"),
            place("src/access/session.rs", "the door looks sessions up"),
            place("src/web/uploads/store.rs", "what is arriving is rows, for all slices that take files"),
            only("src/domain/ids.rs", &["sqlx::Type", "#[sqlx]"], "newtypes that stand in a column"),
            only("src/domain/moment.rs", &["sqlx::Type", "#[sqlx]"], "newtypes that stand in a column"),
        ],
    },
    Confined {
        library: "maud",
        places: &[
            place("*/pages", "pages are maud and nothing else"),
            place("src/ui/", "the face"),
            place("src/web/uploads/fields.rs", "the field of a file knows what may be brought"),
            only("*/routes", &["maud::Markup"], "a page on its way out"),
        ],
    },
    Confined {
        library: "rocket",
        places: &[
            place("*/routes", "handlers are Rocket and nothing else"),
            place("src/access/", "the door: guards, cookies, ids in addresses"),
            place("src/web/", "the wiring"),
            place("src/ui/failure.rs", "an error becomes a page in a catcher"),
            place("src/ui/reply.rs", "what handlers give back: a page becomes a response there"),
            place("src/lib.rs", "everything is mounted there"),
            place("src/cli/serve.rs", "launches the server"),
            place("src/platform/db/", "the pool that Rocket manages"),
            only("src/platform/config.rs", &["rocket::figment"], "settings are read by figment, which comes with Rocket"),
            only("src/platform/media/outgoing.rs", &["rocket::futures"], "streams of bytes, whose names come with Rocket"),
            only("*/mod.rs", &["rocket::Route"], "a slice hands over its routes"),
        ],
    },
    Confined {
        library: "rocket_db_pools",
        places: &[
            place("src/platform/db/", "the pool that Rocket manages"),
            place("src/access/", "the door takes the pool from Rocket"),
            only("src/lib.rs", &["rocket_db_pools::Database"], "the pool is mounted there"),
            only("src/cli/serve.rs", &["rocket_db_pools::Database"], "the jobs run on the server's pool"),
        ],
    },
    Confined { library: "typst", places: &[place("src/platform/documents/", "documents are set in one place")] },
    Confined { library: "typst_as_lib", places: &[place("src/platform/documents/", "documents are set in one place")] },
    Confined { library: "typst_pdf", places: &[place("src/platform/documents/", "documents are set in one place")] },
    Confined { library: "rust_xlsxwriter", places: &[place("src/platform/spreadsheet.rs", "one place decides what a cell may be")] },
    Confined { library: "object_store", places: &[place("src/platform/media/", "attached files are kept in one place")] },
    Confined { library: "rustls", places: &[place("src/platform/tls.rs", "one cryptographic library for all")] },
    Confined { library: "lettre", places: &[place("src/platform/mail/", "the carriers: what leaves the house is made and sent there")] },
    Confined {
        library: "openidconnect",
        places: &[place("src/platform/federation.rs", "the identity provider is spoken to from one place")],
    },
    Confined {
        library: "rand",
        places: &[
            place("src/platform/random.rs", "randomness comes from one place"),
            only(
                "src/domain/course/draw.rs",
                &["rand::rngs::SmallRng", "rand::seq", "rand::SeedableRng"],
                "a function of its seed: no chance in it",
            ),
            only("src/cli/demo/", &["rand::rngs::SmallRng", "rand::seq", "rand::RngExt", "rand::SeedableRng"], "seeded: no chance in it"),
        ],
    },
];

/// An arrow that the plan forbids and that stands all the same.
pub struct Exception {
    pub file: &'static str,
    /// The path named, from the root of the crate.
    pub names: &'static str,
    pub reason: &'static str,
}

pub const EXCEPTIONS: &[Exception] = &[];

/// Lines of a file: the third is looked at, the second is named in the output, the first fails.
pub const LONGEST_FILE: usize = 500;
pub const LONG_FILE: usize = 300;
/// Phrases are read one by one, not as a whole, and a language added makes the file longer by itself.
pub const ANY_LENGTH: &str = "words.rs";

/// Names that say nothing: a room called so collects what nobody wanted to place.
pub const EMPTY_NAMES: [&str; 6] = ["util", "common", "helper", "manager", "service", "misc"];
