//! Pictures named in the settings: the owner's logo, the emblems of whoever pays. Read once, at start.

use std::path::Path;
use std::sync::Arc;

use sha2::{Digest, Sha256};

use super::random::hex;

/// Largest file taken: an emblem is no photograph.
const LARGEST: usize = 256 * 1024;

/// What browsers draw, by the ending of the file's name.
const KINDS: &[(&str, &str)] =
    &[("svg", "image/svg+xml"), ("png", "image/png"), ("jpg", "image/jpeg"), ("jpeg", "image/jpeg"), ("webp", "image/webp")];

/// A picture in memory, and what it says to whoever does not see it.
#[derive(Clone)]
pub struct Picture {
    pub text: String,
    /// First twelve hexadecimal digits of the SHA-256 of the content: its name in the address.
    pub hash: String,
    pub media: &'static str,
    pub body: Arc<[u8]>,
}

impl Picture {
    /// Fails with a sentence that names the file.
    pub fn read(file: &str, text: &str) -> Result<Picture, String> {
        let ending = Path::new(file).extension().and_then(|e| e.to_str()).unwrap_or_default().to_lowercase();
        let Some((_, media)) = KINDS.iter().find(|(kind, _)| *kind == ending) else {
            return Err(format!("{file}: not a picture (svg, png, jpg, webp)"));
        };
        let body = std::fs::read(file).map_err(|e| format!("{file}: {e}"))?;
        if body.len() > LARGEST {
            return Err(format!("{file}: {} KiB, at most {} KiB", body.len() / 1024, LARGEST / 1024));
        }
        let hash = hex(&Sha256::digest(&body)[..6]);
        Ok(Picture { text: text.to_owned(), hash, media, body: body.into() })
    }
}

impl std::fmt::Debug for Picture {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "Picture({}, {}, {} bytes)", self.text, self.media, self.body.len())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_pictures_of_a_fair_size_are_taken() {
        let folder = tempfile::tempdir().unwrap();
        let file = |name: &str, bytes: usize| {
            let path = folder.path().join(name);
            std::fs::write(&path, vec![b' '; bytes]).unwrap();
            path.to_str().unwrap().to_owned()
        };
        let read = |path: &str| Picture::read(path, "Unione europea");
        let good = read(&file("ue.SVG", 10)).unwrap();
        assert_eq!((good.media, good.hash.len(), good.text.as_str()), ("image/svg+xml", 12, "Unione europea"));
        for (path, told) in
            [(file("ue.gif", 1), "not a picture"), (file("ue.png", LARGEST + 1), "at most 256 KiB"), ("none.svg".into(), "none.svg")]
        {
            assert!(read(&path).unwrap_err().contains(told), "{path}");
        }
    }
}
