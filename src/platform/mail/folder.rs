//! A folder in which every letter is a file: for trying the program out, and for whoever sends them by other means.

use std::fs::{self, File};
use std::io::{self, Write};
use std::path::{Path, PathBuf};

use super::message::Sealed;
use super::{Fault, FaultKind};

#[derive(Debug, Clone)]
pub struct Folder {
    path: PathBuf,
}

impl Folder {
    pub(super) fn new(path: PathBuf) -> Folder {
        Folder { path }
    }

    /// Writes the file whole or not at all. Its name begins with the instant of the letter and has its id: written twice, it
    /// is the same file.
    pub(super) fn keep(&self, letter: &Sealed) -> Result<(), Fault> {
        let name = format!("{}-{}.eml", stamp(&letter.posted.rfc3339()), letter.id);
        self.write(&name, &letter.message).map_err(|e| self.fault(&e))
    }

    pub(super) fn check(&self) -> Result<(), Fault> {
        let trial = self.path.join(format!(".trial-{}", std::process::id()));
        let tried = fs::create_dir_all(&self.path).and_then(|()| fs::write(&trial, b"")).and_then(|()| fs::remove_file(&trial));
        tried.map_err(|e| self.fault(&e))
    }

    fn write(&self, name: &str, content: &[u8]) -> io::Result<()> {
        fs::create_dir_all(&self.path)?;
        let (unfinished, finished) = (self.path.join(format!(".{name}.part")), self.path.join(name));
        let mut file = File::create(&unfinished)?;
        file.write_all(content)?;
        file.sync_all()?;
        fs::rename(&unfinished, &finished)?;
        // The name of the file survives a power cut too.
        File::open(Path::new(&self.path)).and_then(|folder| folder.sync_all())
    }

    fn fault(&self, error: &io::Error) -> Fault {
        Fault::new(FaultKind::Carrier, format!("{}: {error}", self.path.display()))
    }
}

/// `2026-03-02T08:00:00.250Z` as it may stand in the name of a file, always of the same length: `20260302T080000.250Z`.
fn stamp(rfc3339: &str) -> String {
    let plain: String = rfc3339.trim_end_matches('Z').chars().filter(|c| !matches!(c, '-' | ':')).collect();
    let (whole, fraction) = plain.split_once('.').unwrap_or((&plain, ""));
    format!("{whole}.{fraction:0<3}Z")
}

#[cfg(test)]
mod tests {
    use super::stamp;

    #[test]
    fn names_sort_by_time() {
        let stamps = ["2026-03-02T08:00:00Z", "2026-03-02T08:00:00.05Z", "2026-03-02T08:00:00.25Z", "2026-03-02T08:00:01Z"].map(stamp);
        assert_eq!(stamps[0], "20260302T080000.000Z");
        assert!(stamps.is_sorted() && stamps.iter().all(|s| s.len() == stamps[0].len()), "{stamps:?}");
    }
}
