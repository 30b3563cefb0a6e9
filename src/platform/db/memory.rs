//! What was read from SQLite, for as long as nobody writes what it was read from (docs/decisions/0023).
//!
//! A statement costs two changes of thread, far more than to find its rows. So the rows are kept, by statement and values,
//! until a transaction writes to a table that the statement names. That nobody else wrote meanwhile is seen in the head of
//! the wal-index, the file beside the database through which its processes tell one another of every commit.

use std::collections::{HashMap, HashSet};
use std::fs::File;
use std::path::Path;
use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use sqlx::sqlite::SqliteRow;
use sqlx::{Row, TypeInfo, ValueRef};

use super::value::Value;

/// The rows of one asking. One reads them at a time: a value of SQLite may change its form while it is read.
pub(super) type Rows = Arc<Mutex<Vec<SqliteRow>>>;

/// How many of its rows a statement was asked for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Extent {
    All,
    First,
}

/// Bytes kept, of all rows and of those of one asking. A national day of the forum, twelve hundred quesiti with ten interventi each,
/// takes some twenty million.
const MOST: usize = 32 << 20;
const MOST_AT_ONCE: usize = 128 << 10;
/// What a value takes beside its text, and an asking beside its values: whoever tries cookies at random asks for nothing, often.
const PER_VALUE: usize = 96;
const PER_ASKING: usize = 256;

/// The head of the wal-index, first copy (sqlite.org/walformat.html, section 2.2): each commit changes it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Head([u8; 48]);

impl Head {
    /// Commits so far (bytes 8 to 11, in the byte order of the machine).
    fn commits(&self) -> u32 {
        u32::from_ne_bytes([self.0[8], self.0[9], self.0[10], self.0[11]])
    }
}

#[derive(Debug)]
pub struct Memory {
    /// Closed after the connections, never before: it would take the locks away that they hold on the same file (fcntl(2)).
    /// So only the pool of the server remembers, which lives as long as its process.
    index: File,
    kept: Mutex<Kept>,
    recalled: AtomicU64,
}

#[derive(Debug, Default)]
struct Kept {
    /// The state of the database that everything kept belongs to.
    head: Option<Head>,
    /// The writer of this process is about to change the state, and will say so.
    is_committing: bool,
    /// By where their text stands: to look at all of it would take longer than to find the rows.
    statements: HashMap<Place, Statement>,
    bytes: usize,
}

/// Where a text of the program begins, and its length in bytes.
type Place = (usize, usize);

fn place(sql: &'static str) -> Place {
    (sql.as_ptr().addr(), sql.len())
}

#[derive(Debug)]
struct Statement {
    /// Every word of its text: tables are among them.
    words: HashSet<&'static str>,
    askings: HashMap<Vec<u8>, Remembered>,
}

#[derive(Debug)]
struct Remembered {
    rows: Rows,
    bytes: usize,
    /// Whether it was asked for again since room was last made.
    again: bool,
}

/// One asking: a statement, its values, and the state in which it was asked.
pub(super) struct Asking {
    sql: &'static str,
    values: Vec<u8>,
    head: Option<Head>,
}

impl Memory {
    /// Over a database that has a connection open already. None where there is no such file, or no way to read it: then
    /// nothing is remembered.
    pub(super) fn over(database: &Path) -> Option<Memory> {
        let mut index = database.as_os_str().to_owned();
        index.push("-shm");
        let memory = Memory { index: File::open(index).ok()?, kept: Mutex::default(), recalled: AtomicU64::default() };
        memory.head().map(|_| memory)
    }

    /// The state of the database now.
    pub(super) fn head(&self) -> Option<Head> {
        let mut head = [0; 48];
        read_at_start(&self.index, &mut head).ok()?;
        Some(Head(head))
    }

    /// The rows of a statement that reads, if they are known; else what to call them when they are.
    pub(super) fn recall(&self, sql: &'static str, extent: Extent, values: &[Value]) -> Result<Rows, Asking> {
        let values = in_bytes(extent, values);
        let mut kept = self.kept();
        let head = self.head();
        let asking = Asking { sql, values, head };
        if head.is_none() || kept.head != head {
            if !kept.is_committing {
                // Another process wrote.
                kept.forget_all();
                kept.head = head;
            }
            return Err(asking);
        }
        match kept.statements.get_mut(&place(sql)).and_then(|statement| statement.askings.get_mut(&asking.values)) {
            Some(remembered) => {
                self.recalled.fetch_add(1, Ordering::Relaxed);
                remembered.again = true;
                Ok(remembered.rows.clone())
            }
            None => Err(asking),
        }
    }

    /// Keeps what was found, if the state is still the one in which it was asked.
    pub(super) fn keep(&self, asking: Asking, rows: Vec<SqliteRow>) -> Rows {
        let bytes = rows.iter().map(size).sum::<usize>() + asking.values.len() + PER_ASKING;
        let rows = Arc::new(Mutex::new(rows));
        if bytes > MOST_AT_ONCE || asking.head.is_none() || self.head() != asking.head {
            return rows;
        }
        let mut kept = self.kept();
        if kept.head == asking.head {
            if kept.bytes + bytes > MOST {
                kept.make_room();
            }
            kept.bytes += bytes;
            let statement = kept.statements.entry(place(asking.sql)).or_insert_with(|| Statement::of(asking.sql));
            let remembered = Remembered { rows: rows.clone(), bytes, again: false };
            if let Some(former) = statement.askings.insert(asking.values, remembered) {
                kept.bytes -= former.bytes;
            }
        }
        rows
    }

    /// Called while the writer's lock is held, before its transaction is committed.
    pub(super) fn commit(self: &Arc<Self>) -> Commit {
        self.kept().is_committing = true;
        Commit { before: self.head(), memory: self.clone() }
    }

    fn moved(&self, before: Head, after: Head, written: &Written) {
        let mut kept = self.kept();
        if after == before || kept.head != Some(before) {
            return;
        }
        if written.anything || after.commits() != before.commits().wrapping_add(1) {
            kept.forget_all();
        }
        kept.forget(&written.tables);
        kept.head = Some(after);
    }

    /// Askings answered without SQLite so far.
    pub(super) fn recalled(&self) -> u64 {
        self.recalled.load(Ordering::Relaxed)
    }

    fn kept(&self) -> MutexGuard<'_, Kept> {
        self.kept.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// A commit under way. Until it is dropped, a new state does not mean that somebody else wrote.
pub(super) struct Commit {
    memory: Arc<Memory>,
    /// The state before it.
    before: Option<Head>,
}

impl Commit {
    /// It is done: what was read from the tables it wrote to is forgotten. If more than this one changed the database, all is.
    pub(super) fn done(self, written: &Written) {
        if let (Some(before), Some(after)) = (self.before, self.memory.head()) {
            self.memory.moved(before, after, written);
        }
    }
}

impl Drop for Commit {
    fn drop(&mut self) {
        self.memory.kept().is_committing = false;
    }
}

impl Kept {
    fn forget_all(&mut self) {
        self.statements.clear();
        self.bytes = 0;
    }

    fn forget(&mut self, written: &[&'static str]) {
        for statement in self.statements.values_mut().filter(|statement| written.iter().any(|table| statement.words.contains(table))) {
            self.bytes -= statement.askings.drain().map(|(_, remembered)| remembered.bytes).sum::<usize>();
        }
    }

    /// What nobody asked for a second time goes: a thousand pages that are each read once do not drive out who is signed in. If that
    /// leaves little room, all goes.
    fn make_room(&mut self) {
        for statement in self.statements.values_mut() {
            statement.askings.retain(|_, remembered| std::mem::take(&mut remembered.again));
        }
        self.bytes = self.statements.values().flat_map(|statement| statement.askings.values()).map(|remembered| remembered.bytes).sum();
        if self.bytes > MOST / 2 {
            self.forget_all();
        }
    }
}

impl Statement {
    fn of(sql: &'static str) -> Statement {
        Statement { words: words(sql).collect(), askings: HashMap::new() }
    }
}

/// Every word of a statement: the tables that it names are among them.
pub fn words(sql: &'static str) -> impl Iterator<Item = &'static str> {
    sql.split(|c: char| !c.is_ascii_alphanumeric() && c != '_').filter(|word| !word.is_empty())
}

/// What a transaction wrote to.
#[derive(Debug, Default)]
pub struct Written {
    /// May name words that are no tables.
    pub tables: Vec<&'static str>,
    /// A statement of another kind ran: nothing is known of what it did.
    pub anything: bool,
}

impl Written {
    pub fn note(&mut self, sql: &'static str) {
        let known = words(sql).next().is_some_and(|verb| ["select", "insert", "update", "delete", "with"].contains(&verb));
        self.anything |= !known;
        let mut before = ["", ""];
        self.tables.extend(words(sql).filter(|word| {
            let [first, second] = before;
            before = [second, *word];
            matches!((first, second), (_, "into" | "update") | ("delete", "from"))
        }));
    }
}

/// Values so that different ones differ.
fn in_bytes(extent: Extent, values: &[Value]) -> Vec<u8> {
    let mut bytes = Vec::with_capacity(values.len() * 40 + 1);
    bytes.push(extent as u8);
    for value in values {
        match value {
            Value::Bool(v) => bytes.extend([b'b', v.map_or(2, u8::from)]),
            Value::I64(Some(v)) => {
                bytes.push(b'i');
                bytes.extend(v.to_ne_bytes());
            }
            Value::F64(Some(v)) => {
                bytes.push(b'f');
                bytes.extend(v.to_bits().to_ne_bytes());
            }
            Value::Text(Some(v)) => {
                bytes.push(b't');
                bytes.extend(v.len().to_ne_bytes());
                bytes.extend(v.as_bytes());
            }
            Value::I64(None) | Value::F64(None) | Value::Text(None) => bytes.push(b'n'),
        }
    }
    bytes
}

/// Bytes that a row takes, by and large.
fn size(row: &SqliteRow) -> usize {
    let text = |i| {
        let is_text = row.try_get_raw(i).is_ok_and(|value| !value.is_null() && value.type_info().name() == "TEXT");
        if is_text { row.try_get::<&str, _>(i).map_or(0, str::len) } else { 0 }
    };
    (0..row.len()).map(|i| PER_VALUE + text(i)).sum()
}

#[cfg(unix)]
fn read_at_start(file: &File, into: &mut [u8]) -> std::io::Result<()> {
    std::os::unix::fs::FileExt::read_exact_at(file, into, 0)
}

#[cfg(not(unix))]
fn read_at_start(_: &File, _: &mut [u8]) -> std::io::Result<()> {
    Err(std::io::ErrorKind::Unsupported.into())
}
