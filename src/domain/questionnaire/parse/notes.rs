//! Places in the files, and the faults found at them.

use std::cell::RefCell;

use super::{Fault, FaultKind, SourceFile, Warning, WarningKind};
use crate::domain::questionnaire::condition::Place;

/// From where to where in a file, in bytes.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(in crate::domain) struct Spot {
    /// Index in the files.
    pub file: usize,
    pub from: usize,
    pub to: usize,
}

/// A value and where it was written.
#[derive(Debug, Clone, PartialEq)]
pub(in crate::domain) struct At<T> {
    pub spot: Spot,
    pub value: T,
}

/// The files being read and what was found wrong with them, so that one run tells as much as possible.
pub(in crate::domain) struct Notes<'a> {
    files: &'a [SourceFile],
    faults: RefCell<Vec<(Spot, FaultKind)>>,
    missing: RefCell<Vec<&'static str>>,
}

impl<'a> Notes<'a> {
    pub(in crate::domain) fn new(files: &'a [SourceFile]) -> Notes<'a> {
        Notes { files, faults: RefCell::default(), missing: RefCell::default() }
    }

    pub(in crate::domain) fn fault(&self, spot: Spot, kind: FaultKind) {
        self.faults.borrow_mut().push((spot, kind));
    }

    /// A file that should be there.
    pub(in crate::domain) fn missing(&self, path: &'static str) {
        self.missing.borrow_mut().push(path);
    }

    /// Faults so far.
    pub(in crate::domain) fn count(&self) -> usize {
        self.faults.borrow().len()
    }

    pub(in crate::domain) fn is_clean(&self) -> bool {
        self.faults.borrow().is_empty() && self.missing.borrow().is_empty()
    }

    /// Missing files first, then by file, line and column; the same fault at the same place once.
    pub(in crate::domain) fn into_faults(self) -> Vec<Fault> {
        let mut faults = self.faults.take();
        faults.sort_by_key(|(spot, _)| (spot.file, spot.from));
        faults.dedup();
        let missing = self.missing.take().into_iter();
        let missing = missing.map(|path| Fault { file: path.to_owned(), line: 1, column: 1, kind: FaultKind::MissingFile });
        let placed = faults.into_iter().map(|(spot, kind)| {
            let (line, column) = self.line_and_column(spot);
            Fault { file: self.files[spot.file].path.clone(), line, column, kind }
        });
        missing.chain(placed).collect()
    }

    pub(in crate::domain) fn warning(&self, spot: Spot, kind: WarningKind) -> Warning {
        let (line, column) = self.line_and_column(spot);
        Warning { file: self.files[spot.file].path.clone(), line, column, kind }
    }

    /// Both from 1; columns count characters, as editors do.
    pub(in crate::domain) fn line_and_column(&self, spot: Spot) -> (usize, usize) {
        let text = &self.files[spot.file].text;
        let before = &text[..text.floor_char_boundary(spot.from)];
        let line = before.matches('\n').count() + 1;
        let start = before.rfind('\n').map_or(0, |at| at + 1);
        (line, before[start..].chars().count() + 1)
    }

    /// A place inside a written text. Where escapes make the text differ from what stands in the file, its beginning.
    pub(in crate::domain) fn inside(&self, text: &At<String>, place: Place) -> Spot {
        let raw = &self.files[text.spot.file].text[text.spot.from..text.spot.to];
        match raw.find(text.value.as_str()) {
            Some(start) if !text.value.is_empty() => {
                let from = text.spot.from + start;
                Spot { file: text.spot.file, from: from + place.from, to: from + place.to }
            }
            _ => text.spot,
        }
    }
}
