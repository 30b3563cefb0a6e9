//! Uploads that have not arrived whole: one file each in a folder of this machine, as long as what has arrived.
//!
//! The length of the file is the truth about where an upload goes on: it is written to the disk before anybody is told of it, and
//! what a checksum has not confirmed is cut off again, also by whoever opens the file after the program was killed.

use std::fs::{File, OpenOptions, TryLockError};
use std::io::{self, Seek, SeekFrom, Write};
use std::path::{Path, PathBuf};
use std::time::Duration;

use sha1::Sha1;
use sha2::{Digest, Sha256};
use tokio::io::{AsyncRead, AsyncReadExt};

use crate::domain::tus::Checksum;
use crate::platform::{Error, Result};

/// Bytes read at once.
const PIECE: usize = 256 * 1024;
/// Bytes after which what has arrived is written to the disk: of a line that drops, no more is sent twice.
const SYNCED: u64 = 32 * 1024 * 1024;
/// How long nothing may arrive before the line counts as dropped.
const SILENCE: Duration = Duration::from_secs(60);

/// The folder of what has not arrived whole.
#[derive(Debug, Clone)]
pub struct Parts {
    folder: PathBuf,
}

/// One of them, held: nobody else writes to it, in no other process either.
pub struct Part {
    file: File,
    path: PathBuf,
    /// Stands beside it while a piece arrives that a checksum will confirm: where that piece began.
    doubt: PathBuf,
}

/// What came of a piece.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Added {
    /// It goes on from here.
    Up(u64),
    /// The line dropped, or it was told to stop; what had arrived is kept.
    Cut(u64),
    /// More came than the file has.
    TooMuch,
    /// Other bytes than the checksum says; none is kept.
    Mismatch,
}

impl Parts {
    pub fn new(folder: &Path) -> Parts {
        Parts { folder: folder.to_owned() }
    }

    pub fn path(&self, id: &str) -> PathBuf {
        self.folder.join(id)
    }

    /// A new one, with nothing in it.
    pub fn create(&self, id: &str) -> Result<()> {
        std::fs::create_dir_all(&self.folder).map_err(|e| away(&self.folder, &e))?;
        let path = self.path(id);
        File::create_new(&path).and_then(|file| file.sync_all()).map_err(|e| away(&path, &e))
    }

    /// Holds one for writing; none while somebody else does. Not there: [`Error::NotFound`].
    pub fn hold(&self, id: &str) -> Result<Option<Part>> {
        let (path, doubt) = (self.path(id), self.folder.join(format!("{id}.dubbio")));
        let file = OpenOptions::new().read(true).write(true).open(&path).map_err(|e| away(&path, &e))?;
        match file.try_lock() {
            Ok(()) => {
                let mut part = Part { file, path, doubt };
                part.settle().map_err(|e| away(&part.path, &e))?;
                Ok(Some(part))
            }
            Err(TryLockError::WouldBlock) => Ok(None),
            Err(TryLockError::Error(e)) => Err(away(&path, &e)),
        }
    }

    /// Forgets one. Twice does no harm.
    pub fn remove(&self, id: &str) -> Result<()> {
        for path in [self.path(id), self.folder.join(format!("{id}.dubbio"))] {
            match std::fs::remove_file(&path) {
                Err(e) if e.kind() != io::ErrorKind::NotFound => return Err(away(&path, &e)),
                _ => {}
            }
        }
        Ok(())
    }

    /// Names of all that lie there, with when they were last written, in seconds of the Unix era.
    pub fn all(&self) -> Result<Vec<String>> {
        let entries = match std::fs::read_dir(&self.folder) {
            Ok(entries) => entries,
            Err(e) if e.kind() == io::ErrorKind::NotFound => return Ok(Vec::new()),
            Err(e) => return Err(away(&self.folder, &e)),
        };
        Ok(entries.flatten().filter_map(|entry| entry.file_name().into_string().ok()).collect())
    }
}

impl Part {
    pub fn path(&self) -> &Path {
        &self.path
    }

    /// Cuts off what nobody has confirmed, and has the rest written to the disk.
    fn settle(&mut self) -> io::Result<()> {
        if let Ok(text) = std::fs::read_to_string(&self.doubt) {
            // Half written: the piece had not begun.
            if let Ok(from) = text.trim().parse::<u64>()
                && self.file.metadata()?.len() > from
            {
                self.file.set_len(from)?;
            }
            std::fs::remove_file(&self.doubt)?;
        }
        self.file.sync_data()
    }

    /// How much has arrived, in bytes: all of it on the disk.
    pub fn length(&self) -> Result<u64> {
        self.file.metadata().map(|meta| meta.len()).map_err(|e| away(&self.path, &e))
    }

    /// Adds what comes, up to a whole of `whole` bytes, until it ends or `stop` says so.
    pub async fn add(
        &mut self,
        from: impl AsyncRead,
        whole: u64,
        checksum: Option<&Checksum>,
        stop: impl Future<Output = ()>,
    ) -> Result<Added> {
        let begin = self.length()?;
        if checksum.is_some() {
            self.doubt_from(begin).map_err(|e| away(&self.doubt, &e))?;
        }
        self.file.seek(SeekFrom::End(0)).map_err(|e| away(&self.path, &e))?;
        let (mut sum, path) = (Sum::of(checksum), self.path.clone());
        let ended = self.pour(from, whole - begin, &mut sum, stop).await.map_err(|e| away(&path, &e))?;
        self.close(begin, ended, checksum.map(|expected| sum.is(expected))).map_err(|e| away(&path, &e))
    }

    fn doubt_from(&self, begin: u64) -> io::Result<()> {
        let mut mark = File::create(&self.doubt)?;
        mark.write_all(begin.to_string().as_bytes())?;
        mark.sync_all()
    }

    /// The end of a piece: what may stay stays, and is on the disk.
    fn close(&mut self, begin: u64, ended: Ended, confirmed: Option<bool>) -> io::Result<Added> {
        let keeps = match (ended, confirmed) {
            (Ended::TooMuch, _) => false,
            // Half a piece has no checksum.
            (Ended::Cut, Some(_)) => false,
            (Ended::Cut, None) => true,
            (Ended::Well, confirmed) => confirmed != Some(false),
        };
        if !keeps {
            self.file.set_len(begin)?;
        }
        self.file.sync_data()?;
        if confirmed.is_some() {
            std::fs::remove_file(&self.doubt)?;
        }
        let length = self.file.metadata()?.len();
        Ok(match ended {
            Ended::TooMuch => Added::TooMuch,
            Ended::Cut => Added::Cut(length),
            Ended::Well if keeps => Added::Up(length),
            Ended::Well => Added::Mismatch,
        })
    }

    async fn pour(&mut self, from: impl AsyncRead, most: u64, sum: &mut Sum, stop: impl Future<Output = ()>) -> io::Result<Ended> {
        let (mut from, mut stop) = (std::pin::pin!(from), std::pin::pin!(stop));
        let (mut buffer, mut left, mut unsynced) = (vec![0; PIECE], most, 0);
        loop {
            let read = tokio::select! {
                biased;
                () = &mut stop => return Ok(Ended::Cut),
                read = tokio::time::timeout(SILENCE, from.read(&mut buffer)) => read,
            };
            let n = match read {
                Ok(Ok(0)) => return Ok(Ended::Well),
                Ok(Ok(n)) => n,
                Ok(Err(_)) | Err(_) => return Ok(Ended::Cut),
            };
            if n as u64 > left {
                return Ok(Ended::TooMuch);
            }
            sum.update(&buffer[..n]);
            self.file.write_all(&buffer[..n])?;
            (left, unsynced) = (left - n as u64, unsynced + n as u64);
            if unsynced >= SYNCED {
                let file = self.file.try_clone()?;
                tokio::task::spawn_blocking(move || file.sync_data()).await.map_err(io::Error::other)??;
                unsynced = 0;
            }
        }
    }
}

/// How a piece came to its end.
#[derive(Debug, Clone, Copy)]
enum Ended {
    Well,
    Cut,
    TooMuch,
}

/// The checksum of a piece, as it grows.
enum Sum {
    None,
    Sha1(Sha1),
    Sha256(Sha256),
}

impl Sum {
    fn of(checksum: Option<&Checksum>) -> Sum {
        match checksum {
            None => Sum::None,
            Some(Checksum::Sha1(_)) => Sum::Sha1(Sha1::new()),
            Some(Checksum::Sha256(_)) => Sum::Sha256(Sha256::new()),
        }
    }

    fn update(&mut self, bytes: &[u8]) {
        match self {
            Sum::None => {}
            Sum::Sha1(sum) => sum.update(bytes),
            Sum::Sha256(sum) => sum.update(bytes),
        }
    }

    fn is(self, expected: &Checksum) -> bool {
        match (self, expected) {
            (Sum::Sha1(sum), Checksum::Sha1(expected)) => sum.finalize()[..] == expected[..],
            (Sum::Sha256(sum), Checksum::Sha256(expected)) => sum.finalize()[..] == expected[..],
            _ => false,
        }
    }
}

/// Moves a file where it lies on the same disk; false where it does not.
pub(super) async fn moved(from: &Path, to: &Path) -> Result<bool> {
    let folder = to.parent().unwrap_or(to);
    std::fs::create_dir_all(folder).map_err(|e| away(folder, &e))?;
    match std::fs::rename(from, to) {
        // The name is on the disk when its folder is.
        Ok(()) => File::open(folder).and_then(|folder| folder.sync_all()).map(|()| true).map_err(|e| away(to, &e)),
        Err(e) if e.kind() == io::ErrorKind::CrossesDevices => Ok(false),
        Err(e) => Err(away(from, &e)),
    }
}

/// Not there is one thing; a disk that is full or read-only is another.
fn away(path: &Path, error: &io::Error) -> Error {
    match error.kind() {
        io::ErrorKind::NotFound => Error::NotFound,
        _ => Error::Unavailable(format!("{}: {error}", path.display())),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    async fn never() {
        std::future::pending().await
    }

    fn sha256(bytes: &[u8]) -> Checksum {
        Checksum::Sha256(Sha256::digest(bytes).to_vec())
    }

    #[tokio::test]
    async fn it_grows_by_what_arrives_and_is_written_by_one_alone() {
        let folder = tempfile::tempdir().unwrap();
        let parts = Parts::new(&folder.path().join("uploads"));
        assert!(matches!(parts.hold("a"), Err(Error::NotFound)));
        parts.create("a").unwrap();
        let mut part = parts.hold("a").unwrap().unwrap();
        assert!(parts.hold("a").unwrap().is_none(), "two writers");
        assert_eq!(part.add(&b"quattro "[..], 20, None, never()).await.unwrap(), Added::Up(8));
        assert_eq!(part.add(&b"passi"[..], 20, Some(&sha256(b"passi")), never()).await.unwrap(), Added::Up(13));
        assert_eq!(part.add(&b"corsa"[..], 20, Some(&sha256(b"passi")), never()).await.unwrap(), Added::Mismatch);
        assert_eq!(part.add(&b" in piazza"[..], 20, None, never()).await.unwrap(), Added::TooMuch);
        assert_eq!(part.add(&b" in"[..], 20, None, std::future::ready(())).await.unwrap(), Added::Cut(13));
        drop(part);
        assert_eq!(parts.hold("a").unwrap().unwrap().length().unwrap(), 13);
        assert_eq!(std::fs::read(parts.path("a")).unwrap(), b"quattro passi");
        parts.remove("a").unwrap();
        parts.remove("a").unwrap();
        assert_eq!(parts.all().unwrap(), Vec::<String>::new());
    }

    #[tokio::test]
    async fn what_no_checksum_has_confirmed_is_cut_off_after_a_kill() {
        let folder = tempfile::tempdir().unwrap();
        let parts = Parts::new(folder.path());
        std::fs::write(parts.path("a"), b"good, and half a piece").unwrap();
        std::fs::write(folder.path().join("a.dubbio"), b"4").unwrap();
        assert_eq!(parts.hold("a").unwrap().unwrap().length().unwrap(), 4);
        assert_eq!(parts.all().unwrap(), ["a"]);
        // Killed between the mark and its number: nothing of the piece was there yet.
        std::fs::write(folder.path().join("a.dubbio"), b"").unwrap();
        assert_eq!(parts.hold("a").unwrap().unwrap().length().unwrap(), 4);
    }
}
