//! A file on the local disk looked at as a whole: its fingerprint, its beginning, its end.

use std::fs::File;
use std::io::{self, Read, Seek, SeekFrom};
use std::path::Path;

use sha2::{Digest, Sha256};

use crate::domain::upload::{Ends, HEAD, TAIL};
use crate::platform::{Error, Result, random};

/// What is known of a file once it was read.
pub struct Whole {
    /// SHA-256 in hexadecimal.
    pub sha256: String,
    head: Vec<u8>,
    tail: Vec<u8>,
    bytes: u64,
}

impl Whole {
    pub fn ends(&self) -> Ends<'_> {
        Ends { head: &self.head, tail: &self.tail, bytes: self.bytes }
    }
}

/// Reads a file through, however long, in little memory; off the threads that serve.
pub async fn look_at(file: &Path) -> Result<Whole> {
    let path = file.to_owned();
    let read = tokio::task::spawn_blocking(move || read(&path)).await.map_err(|e| Error::Bug(format!("reading a file: {e}")))?;
    read.map_err(|e| Error::Unavailable(format!("{}: {e}", file.display())))
}

fn read(path: &Path) -> io::Result<Whole> {
    let mut file = File::open(path)?;
    let (mut sum, mut buffer, mut bytes) = (Sha256::new(), vec![0; 256 * 1024], 0);
    loop {
        match file.read(&mut buffer)? {
            0 => break,
            n => {
                sum.update(&buffer[..n]);
                bytes += n as u64;
            }
        }
    }
    let piece = |file: &mut File, from: u64, most: usize| {
        let mut piece = Vec::new();
        file.seek(SeekFrom::Start(from))?;
        file.take(most as u64).read_to_end(&mut piece).map(|_| piece)
    };
    let head = piece(&mut file, 0, HEAD)?;
    let tail = piece(&mut file, bytes.saturating_sub(TAIL as u64), TAIL)?;
    Ok(Whole { sha256: random::hex(&sum.finalize()), head, tail, bytes })
}
