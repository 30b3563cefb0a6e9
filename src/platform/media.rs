//! Files that people attach, kept under the fingerprint of their content: `file://FOLDER`, or `memory://` for trying out.
//!
//! A file is written once and never changed: the same content has the same name, whoever attaches it, and a row of the
//! database says what it is. One that no row names any more, because the transaction after it failed, does no harm.

use std::path::PathBuf;
use std::sync::Arc;

use object_store::local::LocalFileSystem;
use object_store::memory::InMemory;
use object_store::path::Path;
use object_store::{ObjectStore, ObjectStoreExt, PutPayload};
use sha2::{Digest, Sha256};

use super::{Error, Result, random};

/// Where files are kept, as set.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Place {
    Folder(PathBuf),
    /// Gone with the program.
    Memory,
}

impl Place {
    /// `file://FOLDER` or `memory://`.
    pub fn parse(text: &str) -> Result<Place, &'static str> {
        match text.split_once("://") {
            Some(("file", folder)) if !folder.is_empty() => Ok(Place::Folder(folder.into())),
            Some(("memory", "")) => Ok(Place::Memory),
            _ => Err("neither file://FOLDER nor memory://"),
        }
    }
}

/// The store of one installation.
#[derive(Debug, Clone)]
pub struct Media {
    place: Place,
    /// Opened at the first file: a folder that nothing needs is not made.
    memory: Arc<InMemory>,
}

impl Media {
    pub fn new(place: &Place) -> Media {
        Media { place: place.clone(), memory: Arc::default() }
    }

    fn store(&self) -> Result<Arc<dyn ObjectStore>> {
        match &self.place {
            Place::Memory => Ok(self.memory.clone()),
            Place::Folder(folder) => {
                std::fs::create_dir_all(folder).map_err(|e| Error::Unavailable(format!("{}: {e}", folder.display())))?;
                let store = LocalFileSystem::new_with_prefix(folder).map_err(unavailable)?;
                Ok(Arc::new(store.with_fsync(true)))
            }
        }
    }

    /// Keeps a file below a folder of the store, as in `registri`; gives its fingerprint, SHA-256 in hexadecimal.
    pub async fn keep(&self, folder: &str, bytes: Vec<u8>) -> Result<String> {
        let hash = fingerprint(&bytes);
        self.store()?.put(&path(folder, &hash), PutPayload::from(bytes)).await.map_err(unavailable)?;
        Ok(hash)
    }

    /// A file as it was kept. Missing, or another than it was: a defect that somebody has to look into.
    pub async fn read(&self, folder: &str, hash: &str) -> Result<Vec<u8>> {
        let path = path(folder, hash);
        let found = self.store()?.get(&path).await.map_err(|e| match e {
            object_store::Error::NotFound { .. } => Error::Bug(format!("media: {path} is missing")),
            other => unavailable(other),
        })?;
        let bytes = found.bytes().await.map_err(unavailable)?.to_vec();
        if fingerprint(&bytes) == hash { Ok(bytes) } else { Err(Error::Bug(format!("media: {path} was changed"))) }
    }

    /// Whether something can be written.
    pub async fn probe(&self) -> Result<()> {
        let (store, path) = (self.store()?, Path::from("prova"));
        store.put(&path, PutPayload::from_static(b"prova")).await.map_err(unavailable)?;
        store.delete(&path).await.map_err(unavailable)
    }
}

/// SHA-256 in hexadecimal.
pub fn fingerprint(bytes: &[u8]) -> String {
    random::hex(&Sha256::digest(bytes))
}

/// Two letters of the fingerprint between: no folder grows to thousands of files.
fn path(folder: &str, hash: &str) -> Path {
    Path::from(format!("{folder}/{}/{hash}", hash.get(..2).unwrap_or_default()))
}

fn unavailable(error: object_store::Error) -> Error {
    Error::Unavailable(format!("media: {error}"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn places_are_read_as_they_are_written() {
        assert_eq!(Place::parse("file://data/media"), Ok(Place::Folder("data/media".into())));
        assert_eq!(Place::parse("memory://"), Ok(Place::Memory));
        for wrong in ["", "data/media", "file://", "s3://bucket", "memory://x"] {
            assert!(Place::parse(wrong).is_err(), "{wrong}");
        }
    }

    #[tokio::test]
    async fn a_file_comes_back_as_it_was_kept_and_one_that_was_changed_does_not() {
        let folder = tempfile::tempdir().unwrap();
        let media = Media::new(&Place::Folder(folder.path().join("media")));
        let hash = media.keep("registri", b"firme".to_vec()).await.unwrap();
        assert_eq!(media.read("registri", &hash).await.unwrap(), b"firme");
        assert_eq!(media.keep("registri", b"firme".to_vec()).await.unwrap(), hash);
        let kept = folder.path().join("media/registri").join(&hash[..2]).join(&hash);
        std::fs::write(kept, b"altre firme").unwrap();
        assert!(matches!(media.read("registri", &hash).await, Err(Error::Bug(_))));
        assert!(matches!(media.read("registri", &fingerprint(b"mai vista")).await, Err(Error::Bug(_))));
        media.probe().await.unwrap();
    }

    #[tokio::test]
    async fn memory_keeps_files_too() {
        let media = Media::new(&Place::Memory);
        let hash = media.keep("registri", b"firme".to_vec()).await.unwrap();
        assert_eq!(media.clone().read("registri", &hash).await.unwrap(), b"firme");
    }
}
