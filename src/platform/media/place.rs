//! Where files are kept: a folder, a bucket that speaks S3, or the memory of the program.

use std::path::{Path as FilePath, PathBuf};
use std::sync::Arc;

use object_store::aws::AmazonS3Builder;
use object_store::local::LocalFileSystem;
use object_store::memory::InMemory;
use object_store::{ClientOptions, ObjectStore, RetryConfig};

use crate::platform::{Error, Result, tls};

/// Where files are kept, as set.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Place {
    Folder(PathBuf),
    /// Who may write there, and at which address, say the usual variables of the environment (`AWS_ACCESS_KEY_ID`, …).
    Bucket {
        bucket: String,
        /// Before the name of every file, without slashes at its ends; may be empty.
        prefix: String,
    },
    /// Gone with the program.
    Memory,
}

impl Place {
    /// `file://FOLDER`, `s3://BUCKET/PREFIX` or `memory://`.
    pub fn parse(text: &str) -> Result<Place, &'static str> {
        match text.split_once("://") {
            Some(("file", folder)) if !folder.is_empty() => Ok(Place::Folder(folder.into())),
            Some(("s3", rest)) => {
                let (bucket, prefix) = rest.split_once('/').unwrap_or((rest, ""));
                let is_name =
                    bucket.len() >= 3 && bucket.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'-' || b == b'.');
                let prefix = prefix.trim_matches('/').to_owned();
                if is_name { Ok(Place::Bucket { bucket: bucket.to_owned(), prefix }) } else { Err("s3:// without the name of a bucket") }
            }
            Some(("memory", "")) => Ok(Place::Memory),
            _ => Err("neither file://FOLDER nor s3://BUCKET/PREFIX nor memory://"),
        }
    }

    /// The folder, where it is one.
    pub(super) fn folder(&self) -> Option<&FilePath> {
        match self {
            Place::Folder(folder) => Some(folder),
            Place::Bucket { .. } | Place::Memory => None,
        }
    }

    /// What stands before the name of every file.
    pub(super) fn prefix(&self) -> &str {
        match self {
            Place::Bucket { prefix, .. } => prefix,
            Place::Folder(_) | Place::Memory => "",
        }
    }

    /// Opened at the first file: a folder that nothing needs is not made.
    pub(super) fn open(&self) -> Result<Arc<dyn ObjectStore>> {
        match self {
            Place::Memory => Ok(Arc::new(InMemory::new())),
            Place::Folder(folder) => {
                std::fs::create_dir_all(folder).map_err(|e| Error::Unavailable(format!("{}: {e}", folder.display())))?;
                let store = LocalFileSystem::new_with_prefix(folder).map_err(super::unavailable)?;
                Ok(Arc::new(store.with_fsync(true)))
            }
            Place::Bucket { bucket, .. } => {
                tls::ready();
                let builder = AmazonS3Builder::from_env().with_bucket_name(bucket).with_client_options(patience());
                // A page that waits for a store that is away says so before its reader gives up.
                let retry = RetryConfig { max_retries: 4, retry_timeout: std::time::Duration::from_secs(30), ..RetryConfig::default() };
                Ok(Arc::new(builder.with_retry(retry).build().map_err(super::unavailable)?))
            }
        }
    }
}

/// Plain http is for a store on this machine or on a network of one's own: whoever sets such an address has said so. There is no limit on
/// the whole of an answer, which may be a video that somebody watches.
fn patience() -> ClientOptions {
    let seconds = std::time::Duration::from_secs;
    ClientOptions::new().with_allow_http(true).with_connect_timeout(seconds(5)).with_timeout_disabled()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn places_are_read_as_they_are_written() {
        let bucket = |bucket: &str, prefix: &str| Ok(Place::Bucket { bucket: bucket.into(), prefix: prefix.into() });
        assert_eq!(Place::parse("file://data/media"), Ok(Place::Folder("data/media".into())));
        assert_eq!(Place::parse("memory://"), Ok(Place::Memory));
        assert_eq!(Place::parse("s3://affianca-media"), bucket("affianca-media", ""));
        assert_eq!(Place::parse("s3://affianca-media/ente/media/"), bucket("affianca-media", "ente/media"));
        for wrong in ["", "data/media", "file://", "s3://", "s3:///x", "s3://Bucket!", "memory://x", "http://x"] {
            assert!(Place::parse(wrong).is_err(), "{wrong}");
        }
    }
}
