//! Files that people attach, kept under the fingerprint of their content, in a folder or in a bucket (`Place`).
//!
//! A file is written once and never changed: the same content has the same name, whoever attaches it, and a row of the
//! database says what it is. One that no row names any more, because the transaction after it failed, does no harm.
//! What has been uploaded and is not used yet is *parked*, under the id of its upload (docs/decisions/0032).

mod ends;
mod limits;
mod outgoing;
pub mod parts;
mod place;
mod rows;

use std::collections::HashSet;
use std::ops::Range;
use std::path::Path as FilePath;
use std::sync::{Arc, Mutex, OnceLock};

use object_store::path::Path;
use object_store::{GetOptions, GetResult, ObjectStore, ObjectStoreExt, PutPayload, WriteMultipart};
use sha2::{Digest, Sha256};
use tokio::io::AsyncReadExt;

pub use ends::{Whole, look_at};
pub use limits::{Limits, Written};
pub use outgoing::Outgoing;
pub use place::Place;
pub use rows::{Lost, Rows, lost};

use super::{Error, Result, random};
use crate::domain::mp4::{Layout, Walk};

/// Where parked files lie.
const PARKED: &str = "sospesi";
/// Files up to this length are read through before they are served for the first time, in bytes: one that was changed is not handed out.
const READ_THROUGH: u64 = 32 * 1024 * 1024;
/// Of so many files it is remembered that they were read through; then it begins anew.
const REMEMBERED: usize = 10_000;
/// A piece on its way to a bucket, in bytes; with at most two under way, this is what an upload needs in memory.
const PIECE: usize = 8 * 1024 * 1024;

/// A file that a row names.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Named {
    pub folder: String,
    /// SHA-256 in hexadecimal.
    pub sha256: String,
    /// Its length, where the row says it.
    pub bytes: Option<u64>,
}

impl Named {
    pub fn new(folder: &str, sha256: &str) -> Named {
        Named { folder: folder.to_owned(), sha256: sha256.to_owned(), bytes: None }
    }

    /// A length as rows have it.
    #[must_use]
    pub fn long(mut self, bytes: i64) -> Named {
        self.bytes = u64::try_from(bytes).ok();
        self
    }
}

/// What became of a file that a row names.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum State {
    Sound,
    Missing,
    /// Other bytes than those that were kept.
    Changed,
}

/// A file found, of this length.
pub struct Found {
    path: Path,
    pub bytes: u64,
}

/// The store of one installation.
#[derive(Debug, Clone)]
pub struct Media {
    place: Place,
    opened: Arc<OnceLock<Arc<dyn ObjectStore>>>,
    /// Files that were read through, as they were then.
    read_through: Arc<Mutex<HashSet<String>>>,
}

impl Media {
    pub fn new(place: &Place) -> Media {
        Media { place: place.clone(), opened: Arc::default(), read_through: Arc::default() }
    }

    fn store(&self) -> Result<Arc<dyn ObjectStore>> {
        if let Some(store) = self.opened.get() {
            return Ok(store.clone());
        }
        let store = self.place.open()?;
        Ok(self.opened.get_or_init(|| store).clone())
    }

    /// Two letters of the fingerprint between: no folder grows to thousands of files.
    fn path(&self, folder: &str, hash: &str) -> Path {
        self.under(&format!("{folder}/{}/{hash}", hash.get(..2).unwrap_or_default()))
    }

    fn under(&self, name: &str) -> Path {
        Path::from(format!("{}/{name}", self.place.prefix()))
    }

    /// Keeps a file below a folder of the store, as in `registri`; gives its fingerprint, SHA-256 in hexadecimal.
    pub async fn keep(&self, folder: &str, bytes: Vec<u8>) -> Result<String> {
        let hash = fingerprint(&bytes);
        self.store()?.put(&self.path(folder, &hash), PutPayload::from(bytes)).await.map_err(unavailable)?;
        Ok(hash)
    }

    /// A file as it was kept, in memory. Missing, or another than it was: [`Error::Damaged`].
    pub async fn read(&self, folder: &str, hash: &str) -> Result<Vec<u8>> {
        let path = self.path(folder, hash);
        let found = self.store()?.get(&path).await.map_err(|e| not_found(&path, e))?;
        let bytes = found.bytes().await.map_err(unavailable)?.to_vec();
        if fingerprint(&bytes) == hash { Ok(bytes) } else { Err(changed(&path)) }
    }

    /// Looks a file up to serve it: there, of the length that its row says, and, unless it is long, read through once.
    pub async fn find(&self, named: &Named) -> Result<Found> {
        let path = self.path(&named.folder, &named.sha256);
        let meta = self.store()?.head(&path).await.map_err(|e| not_found(&path, e))?;
        if named.bytes.is_some_and(|bytes| bytes != meta.size) {
            return Err(changed(&path));
        }
        let as_it_is = format!("{path} {} {:?} {}", meta.last_modified, meta.e_tag, meta.size);
        if meta.size <= READ_THROUGH && !self.is_remembered(&as_it_is) {
            if self.digest(&path).await? != named.sha256 {
                return Err(changed(&path));
            }
            self.remember(as_it_is);
        }
        Ok(Found { path, bytes: meta.size })
    }

    fn is_remembered(&self, file: &str) -> bool {
        self.read_through.lock().is_ok_and(|known| known.contains(file))
    }

    fn remember(&self, file: String) {
        if let Ok(mut known) = self.read_through.lock() {
            if known.len() >= REMEMBERED {
                known.clear();
            }
            known.insert(file);
        }
    }

    /// Bytes of a file that was found.
    pub async fn open(&self, found: &Found, range: Range<u64>) -> Result<Outgoing> {
        if range.is_empty() {
            return Ok(Outgoing::nothing());
        }
        Ok(Outgoing::of(self.get(&found.path, Some(range)).await?))
    }

    async fn get(&self, path: &Path, range: Option<Range<u64>>) -> Result<GetResult> {
        let options = GetOptions { range: range.map(Into::into), ..GetOptions::default() };
        self.store()?.get_opts(path, options).await.map_err(|e| not_found(path, e))
    }

    /// Where the index of an MP4 stands: of the file, only the heads of its boxes are read.
    pub async fn layout(&self, named: &Named) -> Result<Layout> {
        let path = self.path(&named.folder, &named.sha256);
        let length = self.store()?.head(&path).await.map_err(|e| not_found(&path, e))?.size;
        let mut walk = Walk::new(length);
        while let Some(range) = walk.wants() {
            let head = self.get(&path, Some(range)).await?.bytes().await.map_err(unavailable)?;
            walk.give(&head);
        }
        Ok(walk.layout())
    }

    /// SHA-256 of what lies there, in hexadecimal, read piece by piece.
    async fn digest(&self, path: &Path) -> Result<String> {
        let mut from = Outgoing::of(self.get(path, None).await?);
        let (mut sum, mut buffer) = (Sha256::new(), vec![0; 256 * 1024]);
        loop {
            match from.read(&mut buffer).await.map_err(|e| Error::Unavailable(format!("media: {path}: {e}")))? {
                0 => return Ok(random::hex(&sum.finalize())),
                n => sum.update(&buffer[..n]),
            }
        }
    }

    /// Whether a file is there with its length, and with `deep` whether it holds what it held.
    pub async fn state(&self, named: &Named, deep: bool) -> Result<State> {
        let path = self.path(&named.folder, &named.sha256);
        let meta = match self.store()?.head(&path).await {
            Ok(meta) => meta,
            Err(object_store::Error::NotFound { .. }) => return Ok(State::Missing),
            Err(error) => return Err(unavailable(error)),
        };
        let sound = named.bytes.is_none_or(|bytes| bytes == meta.size) && (!deep || self.digest(&path).await? == named.sha256);
        Ok(if sound { State::Sound } else { State::Changed })
    }

    /// Parks a local file under the id of its upload. Into a folder of the same disk it is moved, and is gone where it was.
    pub async fn park(&self, id: &str, file: &FilePath) -> Result<()> {
        let to = self.under(&format!("{PARKED}/{id}"));
        if let Some(folder) = self.place.folder() {
            self.store()?;
            let target = folder.join(PARKED).join(id);
            if parts::moved(file, &target).await? {
                return Ok(());
            }
        }
        let mut from = tokio::fs::File::open(file).await.map_err(|e| Error::Unavailable(format!("{}: {e}", file.display())))?;
        let mut out = WriteMultipart::new_with_chunk_size(self.store()?.put_multipart(&to).await.map_err(unavailable)?, PIECE);
        let mut buffer = vec![0; 1024 * 1024];
        loop {
            let n = from.read(&mut buffer).await.map_err(|e| Error::Unavailable(format!("{}: {e}", file.display())))?;
            if n == 0 {
                break;
            }
            out.wait_for_capacity(1).await.map_err(unavailable)?;
            out.write(&buffer[..n]);
        }
        out.finish().await.map_err(unavailable)?;
        Ok(())
    }

    /// Gives a parked file its place; it stays parked as well, until [`Media::unpark`]. Twice does no harm.
    pub async fn settle(&self, id: &str, named: &Named) -> Result<()> {
        let (from, to) = (self.under(&format!("{PARKED}/{id}")), self.path(&named.folder, &named.sha256));
        if self.state(named, false).await? == State::Sound {
            return Ok(());
        }
        self.store()?.copy(&from, &to).await.map_err(|e| not_found(&from, e))
    }

    /// A parked file, if it is there.
    pub async fn parked(&self, id: &str) -> Result<Option<Found>> {
        let path = self.under(&format!("{PARKED}/{id}"));
        match self.store()?.head(&path).await {
            Ok(meta) => Ok(Some(Found { path, bytes: meta.size })),
            Err(object_store::Error::NotFound { .. }) => Ok(None),
            Err(error) => Err(unavailable(error)),
        }
    }

    /// Lets go of a parked file. Twice does no harm.
    pub async fn unpark(&self, id: &str) -> Result<()> {
        match self.store()?.delete(&self.under(&format!("{PARKED}/{id}"))).await {
            Ok(()) | Err(object_store::Error::NotFound { .. }) => Ok(()),
            Err(error) => Err(unavailable(error)),
        }
    }

    /// Whether something can be written.
    pub async fn probe(&self) -> Result<()> {
        let (store, path) = (self.store()?, self.under("prova"));
        store.put(&path, PutPayload::from_static(b"prova")).await.map_err(unavailable)?;
        store.delete(&path).await.map_err(unavailable)
    }
}

/// SHA-256 in hexadecimal.
pub fn fingerprint(bytes: &[u8]) -> String {
    random::hex(&Sha256::digest(bytes))
}

fn unavailable(error: object_store::Error) -> Error {
    Error::Unavailable(format!("media: {error}"))
}

/// Missing is a defect of the store, not of the line to it.
fn not_found(path: &Path, error: object_store::Error) -> Error {
    match error {
        object_store::Error::NotFound { .. } => Error::Damaged(format!("media: {path} is missing")),
        other => unavailable(other),
    }
}

fn changed(path: &Path) -> Error {
    Error::Damaged(format!("media: {path} was changed"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[tokio::test]
    async fn a_file_comes_back_as_it_was_kept_and_one_that_was_changed_does_not() {
        let folder = tempfile::tempdir().unwrap();
        let media = Media::new(&Place::Folder(folder.path().join("media")));
        let hash = media.keep("registri", b"firme".to_vec()).await.unwrap();
        assert_eq!(media.read("registri", &hash).await.unwrap(), b"firme");
        assert_eq!(media.keep("registri", b"firme".to_vec()).await.unwrap(), hash);
        let named = Named::new("registri", &hash).long(5);
        assert_eq!(media.state(&named, true).await.unwrap(), State::Sound);
        assert_eq!(media.find(&named).await.unwrap().bytes, 5);
        let kept = folder.path().join("media/registri").join(&hash[..2]).join(&hash);
        std::fs::write(&kept, b"falso").unwrap();
        assert!(matches!(media.read("registri", &hash).await, Err(Error::Damaged(_))));
        assert!(matches!(media.find(&named).await, Err(Error::Damaged(_))));
        assert_eq!((media.state(&named, false).await.unwrap(), media.state(&named, true).await.unwrap()), (State::Sound, State::Changed));
        std::fs::write(kept, b"altre firme").unwrap();
        assert_eq!(media.state(&named, false).await.unwrap(), State::Changed);
        let never = Named::new("registri", &fingerprint(b"mai vista"));
        assert!(matches!(media.find(&never).await, Err(Error::Damaged(_))));
        assert_eq!(media.state(&never, false).await.unwrap(), State::Missing);
        media.probe().await.unwrap();
    }

    #[tokio::test]
    async fn a_parked_file_gets_its_place_and_is_let_go() {
        let folder = tempfile::tempdir().unwrap();
        for place in [Place::Memory, Place::Folder(folder.path().join("media"))] {
            let media = Media::new(&place);
            let file = folder.path().join("part");
            std::fs::write(&file, b"una intervista").unwrap();
            media.park("0192", &file).await.unwrap();
            let named = Named::new("video", &fingerprint(b"una intervista")).long(14);
            for _ in 0..2 {
                media.settle("0192", &named).await.unwrap();
            }
            for _ in 0..2 {
                media.unpark("0192").await.unwrap();
            }
            assert!(media.parked("0192").await.unwrap().is_none());
            let found = media.find(&named).await.unwrap();
            let mut part = String::new();
            media.open(&found, 4..14).await.unwrap().read_to_string(&mut part).await.unwrap();
            assert_eq!((part.as_str(), found.bytes), ("intervista", 14));
        }
    }

    #[tokio::test]
    async fn memory_keeps_files_too() {
        let media = Media::new(&Place::Memory);
        let hash = media.keep("registri", b"firme".to_vec()).await.unwrap();
        assert_eq!(media.clone().read("registri", &hash).await.unwrap(), b"firme");
    }
}
