//! From the text of files to a questionnaire, or to everything that is wrong with them (`docs/questionnaire-format.md`).
//!
//! First each file is read for itself ([`keys`] and the files named after what they read), then what the files say of
//! one another is checked ([`check`]). One run tells as many faults as it can, without inventing any that only follow
//! from another.

mod check;
mod code;
mod conditions;
mod fault;
mod header;
pub(in crate::domain) mod keys;
pub(in crate::domain) mod kind;
mod models;
pub(in crate::domain) mod notes;
mod positioning;
mod section;
mod targets;
mod warn;

use sha2::{Digest, Sha256};
use toml::de::DeTable;

pub use fault::{AtomForm, Fault, FaultKind, KindName, Thing, Type, Warning, WarningKind};

use self::check::{Drafts, together};
use self::header::Header;
use self::keys::Keys;
use self::kind::Shared;
use self::notes::{Notes, Spot};
use super::Questionnaire;

/// One file of a version.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SourceFile {
    /// Relative to the folder of the version, with `/`: `sections/02-regia.toml`. Part of the hash.
    pub path: String,
    pub text: String,
}

/// The questionnaire that the files make, with what a curator should look at; or all faults found, in order of place.
///
/// The order of the files does not matter: they are read by path.
pub fn parse(files: &[SourceFile]) -> Result<(Questionnaire, Vec<Warning>), Vec<Fault>> {
    parse_folder(files, None)
}

/// The names of the folders that files came from.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct FolderNames<'a> {
    pub questionnaire: &'a str,
    pub version: &'a str,
}

/// [`parse`], with the folders held to the id and the version: addresses and rilevazioni find a questionnaire by them.
pub fn parse_folder(files: &[SourceFile], names: Option<FolderNames<'_>>) -> Result<(Questionnaire, Vec<Warning>), Vec<Fault>> {
    let mut files = files.to_vec();
    files.sort_by(|a, b| a.path.cmp(&b.path));
    let notes = Notes::new(&files);
    let tables: Vec<_> = (0..files.len()).map(|file| table(&notes, &files, file)).collect();
    let readable = notes.is_clean();
    let drafts = read(&notes, &files, &tables);
    if let (Some(drafts), Some(names)) = (&drafts, names) {
        same_names(&notes, &drafts.header, names);
    }
    // Without the text of a file, what others say of it cannot be judged.
    if let Some(drafts) = drafts.filter(|_| readable) {
        let questionnaire = together(&notes, &drafts, hash(&files));
        if notes.is_clean() {
            let warnings = warn::warnings(&notes, &drafts, &questionnaire);
            return Ok((questionnaire, warnings));
        }
    }
    Err(notes.into_faults())
}

fn same_names(notes: &Notes<'_>, header: &Header, names: FolderNames<'_>) {
    let pairs = [(Thing::Questionnaire, &header.id, names.questionnaire), (Thing::Version, &header.version, names.version)];
    for (thing, id, folder) in pairs {
        if !id.value.is_empty() && id.value != folder {
            notes.fault(id.spot, FaultKind::NotTheFolder { thing, id: id.value.clone(), folder: folder.to_owned() });
        }
    }
}

pub(in crate::domain) type Top<'a> = toml::Spanned<DeTable<'a>>;

/// A file as TOML; what is wrong with it as such, once per line: the parser goes on after a fault and stumbles over
/// the rest of the line.
pub(in crate::domain) fn table<'a>(notes: &Notes<'_>, files: &'a [SourceFile], file: usize) -> Option<Top<'a>> {
    let text = &files[file].text;
    let (table, mut errors) = DeTable::parse_recoverable(text);
    if errors.is_empty() {
        return Some(table);
    }
    errors.sort_by_key(|e| e.span().map_or(0, |s| s.start));
    let line = |e: &toml::de::Error| text[..e.span().map_or(0, |s| s.start)].matches('\n').count();
    errors.dedup_by_key(|e| line(e));
    for error in errors {
        let at = error.span().unwrap_or(0..0);
        let spot = Spot { file, from: at.start, to: at.end };
        notes.fault(spot, FaultKind::Toml { detail: error.message().to_owned() });
    }
    None
}

/// Each file by its name. None without a readable `questionnaire.toml`.
fn read<'a>(notes: &'a Notes<'a>, files: &[SourceFile], tables: &'a [Option<Top<'a>>]) -> Option<Drafts> {
    let keys = |file: usize| {
        let table = tables.get(file)?.as_ref()?;
        Some(Keys::new(notes, file, 0..0, table.get_ref()))
    };
    let named = |path: &str| files.iter().position(|f| f.path == path);
    let Some(main) = named(MAIN) else {
        notes.missing(MAIN);
        return None;
    };
    let header = keys(main).map(header::header);
    // Unless the header says that there is no scale, there is one.
    let scale = header.as_ref().map_or(Some(Vec::new()), |h| h.maturity.clone());
    let lang = header.as_ref().map_or(String::new(), |h| h.lang.clone());
    let shared = Shared { scale: scale.as_deref(), lang: &lang };
    let mut sections = Vec::new();
    for (file, source) in files.iter().enumerate() {
        if is_section(&source.path) {
            sections.extend(keys(file).map(|keys| section::section(keys, shared)));
        } else if ![MAIN, MODELS, SUGGESTIONS].contains(&source.path.as_str()) {
            notes.fault(Spot { file, from: 0, to: 0 }, FaultKind::UnexpectedFile);
        }
    }
    if !files.iter().any(|f| is_section(&f.path)) {
        notes.missing(SECTIONS);
    }
    let models = named(MODELS).and_then(keys).map(models::models).unwrap_or_default();
    let suggestions = named(SUGGESTIONS).and_then(keys).map(models::suggestions).unwrap_or_default();
    Some(Drafts { header: header?, models, sections, suggestions })
}

const MAIN: &str = "questionnaire.toml";
const MODELS: &str = "models.toml";
const SUGGESTIONS: &str = "suggestions.toml";
const SECTIONS: &str = "sections/*.toml";

fn is_section(path: &str) -> bool {
    path.strip_prefix("sections/").is_some_and(|name| !name.contains('/') && name.ends_with(".toml"))
}

/// SHA-256 over path, length and content of each file in order of path, in hex. The length (eight bytes, big endian)
/// and a zero byte after the path keep the border between two files from moving unnoticed.
fn hash(files: &[SourceFile]) -> String {
    let mut sum = Sha256::new();
    for file in files {
        sum.update(file.path.as_bytes());
        sum.update([0]);
        sum.update((file.text.len() as u64).to_be_bytes());
        sum.update(file.text.as_bytes());
    }
    sum.finalize().iter().map(|byte| format!("{byte:02x}")).collect()
}

/// Whether the text of a `questionnaire.toml` says `draft = true`. One that cannot be read does not: the check of it
/// tells why, instead of passing it over.
pub fn is_draft(text: &str) -> bool {
    DeTable::parse(text).is_ok_and(|table| table.get_ref().get("draft").and_then(|d| d.get_ref().as_bool()) == Some(true))
}
