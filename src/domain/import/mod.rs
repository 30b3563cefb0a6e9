//! What an office holds already: enti, people and successions as tables, read, judged row by row, and turned into a plan
//! that is shown before anything is written.

pub mod cells;
pub mod columns;
pub mod enti;
pub mod facts;
pub mod fault;
pub mod people;
pub mod register;
pub mod sheet;
pub mod successions;

use sha2::{Digest, Sha256};

use columns::{BadHeading, Layout};
use enti::EntiWork;
use fault::Fault;
use people::PeopleWork;
use sheet::{Sheet, Unreadable};
use successions::SuccessionWork;

/// What a file is about.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum FileKind {
    Enti,
    People,
    Successions,
}

impl FileKind {
    pub const ALL: [FileKind; 3] = [FileKind::Enti, FileKind::People, FileKind::Successions];

    pub fn as_str(self) -> &'static str {
        match self {
            FileKind::Enti => "enti",
            FileKind::People => "people",
            FileKind::Successions => "successions",
        }
    }

    pub fn parse(text: &str) -> Option<FileKind> {
        FileKind::ALL.into_iter().find(|kind| kind.as_str() == text)
    }

    /// A file that shows how it is done, and can be imported as it stands.
    pub fn template(self) -> &'static str {
        match self {
            FileKind::Enti => include_str!("enti.csv"),
            FileKind::People => include_str!("persone.csv"),
            FileKind::Successions => include_str!("successioni.csv"),
        }
    }

    /// Its name, as people save it.
    pub fn template_name(self) -> &'static str {
        match self {
            FileKind::Enti => "enti.csv",
            FileKind::People => "persone.csv",
            FileKind::Successions => "successioni.csv",
        }
    }
}

/// What becomes of a row.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Outcome {
    Created,
    /// The columns that change.
    Changed(Vec<&'static str>),
    /// It already stands so.
    Same,
}

impl Outcome {
    /// The same, with more columns that change.
    fn and(self, columns: Vec<&'static str>) -> Outcome {
        match self {
            Outcome::Same if columns.is_empty() => Outcome::Same,
            Outcome::Same => Outcome::Changed(columns),
            Outcome::Changed(before) => Outcome::Changed(before.into_iter().chain(columns).collect()),
            Outcome::Created => Outcome::Created,
        }
    }
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Line {
    pub row: usize,
    /// What the row is about, as in "Agliè (TO)".
    pub about: String,
    pub outcome: Outcome,
}

/// How many rows have which outcome.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Counts {
    pub created: usize,
    pub changed: usize,
    pub same: usize,
}

/// Everything a file would do. With a single fault nothing is done.
#[derive(Debug, Clone)]
pub struct Plan<W> {
    pub work: W,
    pub lines: Vec<Line>,
    /// By row.
    pub faults: Vec<Fault>,
}

impl<W> Plan<W> {
    pub fn counts(&self) -> Counts {
        let mut counts = Counts::default();
        for line in &self.lines {
            match line.outcome {
                Outcome::Created => counts.created += 1,
                Outcome::Changed(_) => counts.changed += 1,
                Outcome::Same => counts.same += 1,
            }
        }
        counts
    }

    /// Sixteen hexadecimal digits that follow from what would be done to which row: what is confirmed is what was shown.
    pub fn fingerprint(&self) -> String {
        let mut hash = Sha256::new();
        for line in &self.lines {
            let done = match &line.outcome {
                Outcome::Created => "created".to_owned(),
                Outcome::Changed(columns) => columns.join(","),
                Outcome::Same => String::new(),
            };
            hash.update(format!("{}\t{}\t{done}\n", line.row, line.about));
        }
        hash.update(format!("{} faults", self.faults.len()));
        hash.finalize()[..8].iter().map(|b| format!("{b:02x}")).collect()
    }

    /// Lines and faults in the order of the file.
    fn sorted(mut self) -> Self {
        self.lines.sort_by_key(|line| line.row);
        self.faults.sort_by_key(|fault| fault.row);
        self
    }
}

/// A file that is no table, or not the one it was said to be.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum NotATable {
    Unreadable(Unreadable),
    Heading(Vec<BadHeading>),
}

/// A plan of whichever kind.
#[derive(Debug, Clone)]
pub enum Judged {
    Enti(Plan<EntiWork>),
    People(Plan<PeopleWork>),
    Successions(Plan<SuccessionWork>),
}

/// One of three plans, asked for what all have.
macro_rules! each {
    ($judged:expr, $plan:ident => $asked:expr) => {
        match $judged {
            Judged::Enti($plan) => $asked,
            Judged::People($plan) => $asked,
            Judged::Successions($plan) => $asked,
        }
    };
}

impl Judged {
    pub fn lines(&self) -> &[Line] {
        each!(self, plan => &plan.lines)
    }

    pub fn faults(&self) -> &[Fault] {
        each!(self, plan => &plan.faults)
    }

    pub fn counts(&self) -> Counts {
        each!(self, plan => plan.counts())
    }

    pub fn fingerprint(&self) -> String {
        each!(self, plan => plan.fingerprint())
    }
}

/// A table whose columns are known.
#[derive(Debug, Clone)]
pub struct Table {
    pub kind: FileKind,
    pub sheet: Sheet,
    pub layout: Layout,
}

impl Table {
    pub fn read(kind: FileKind, text: &str) -> Result<Table, NotATable> {
        let sheet = sheet::read(text).map_err(NotATable::Unreadable)?;
        let layout = Layout::of(kind, &sheet).map_err(NotATable::Heading)?;
        Ok(Table { kind, sheet, layout })
    }

    /// The rows with a fault and the heading, as a table to be corrected; a last column, without a heading of ours, says
    /// what is wrong.
    pub fn bad_rows(&self, faults: &[Fault], told: impl Fn(&Fault) -> String) -> Vec<Vec<String>> {
        let bad = self.sheet.rows.iter().filter_map(|row| {
            let own: Vec<String> = faults.iter().filter(|fault| fault.row == row.number).map(&told).collect();
            (!own.is_empty()).then(|| (row, own.join(" ")))
        });
        bad.map(|(row, told)| {
            let width = self.sheet.header.cells.len().max(row.cells.len());
            row.cells.iter().cloned().chain(std::iter::repeat_n(String::new(), width - row.cells.len())).chain([told]).collect()
        })
        .collect()
    }
}

/// "Agliè (TO)".
pub fn placed(name: &str, province: &str) -> String {
    format!("{name} ({province})")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_templates_have_every_column_and_no_other() {
        for kind in FileKind::ALL {
            let sheet = sheet::read(kind.template()).unwrap();
            let names: Vec<&str> = columns::of(kind).iter().map(|c| c.name).collect();
            assert_eq!(sheet.header.cells, names, "{kind:?}");
            assert!(Layout::of(kind, &sheet).unwrap().unknown.is_empty());
            assert_eq!(FileKind::parse(kind.as_str()), Some(kind));
        }
    }
}
