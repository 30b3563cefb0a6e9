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
    /// The name of its file, without the folder.
    pub file: String,
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
        if !is_what_it_says(media, &body) {
            return Err(format!("{file}: not what its name says, {ending}"));
        }
        let hash = hex(&Sha256::digest(&body)[..6]);
        let name = Path::new(file).file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
        Ok(Picture { text: text.to_owned(), file: name, hash, media, body: body.into() })
    }
}

impl Picture {
    /// How the name of a file of its kind ends.
    pub fn ending(&self) -> &'static str {
        KINDS.iter().find(|(_, media)| *media == self.media).map_or("svg", |(ending, _)| ending)
    }
}

/// Whether a file begins as its kind does; a renamed one would show on no page and stop every letter.
fn is_what_it_says(media: &str, body: &[u8]) -> bool {
    match media {
        "image/png" => body.starts_with(b"\x89PNG\r\n\x1a\n"),
        "image/jpeg" => body.starts_with(b"\xff\xd8\xff"),
        "image/webp" => body.starts_with(b"RIFF") && body.get(8..12) == Some(b"WEBP"),
        _ => std::str::from_utf8(body).is_ok_and(|text| text.contains("<svg")),
    }
}

/// Emblems are told apart by what they say, and by how they look. Fails with a sentence that names the file.
pub fn distinct(emblems: &[Picture]) -> Result<(), String> {
    for (n, emblem) in emblems.iter().enumerate() {
        let (file, before) = (&emblem.file, &emblems[..n]);
        if emblem.text.trim().is_empty() {
            return Err(format!("{file}: text is empty: write what the emblem says"));
        }
        if let Some(same) = before.iter().find(|other| other.text == emblem.text) {
            return Err(format!("{file}: says the same as {}: «{}»", same.file, emblem.text));
        }
        if let Some(same) = before.iter().find(|other| other.hash == emblem.hash) {
            return Err(format!("{file}: the same picture as {}", same.file));
        }
    }
    Ok(())
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
            std::fs::write(&path, ["<svg/>", &" ".repeat(bytes)].concat()).unwrap();
            path.to_str().unwrap().to_owned()
        };
        let read = |path: &str| Picture::read(path, "Unione europea");
        let good = read(&file("ue.SVG", 10)).unwrap();
        assert_eq!((good.media, good.hash.len(), good.text.as_str()), ("image/svg+xml", 12, "Unione europea"));
        assert_eq!(good.file, "ue.SVG");
        for (path, told) in [
            (file("ue.gif", 1), "not a picture"),
            (file("ue.png", LARGEST + 1), "at most 256 KiB"),
            ("none.svg".into(), "none.svg"),
            (file("drawing.png", 9), "not what its name says"),
        ] {
            assert!(read(&path).unwrap_err().contains(told), "{path}");
        }
    }

    #[test]
    fn emblems_are_told_apart() {
        let picture = |file: &str, text: &str, hash: &str| Picture {
            text: text.into(),
            file: file.into(),
            hash: hash.into(),
            media: "image/svg+xml",
            body: Arc::new([]),
        };
        let one = picture("a.svg", "Unione europea", "1");
        assert_eq!(distinct(&[one.clone(), picture("b.svg", "Regione", "2")]), Ok(()));
        for (other, told) in [
            (picture("b.svg", " ", "2"), "text is empty"),
            (picture("b.svg", "Unione europea", "2"), "says the same as a.svg"),
            (picture("b.svg", "Regione", "1"), "the same picture as a.svg"),
        ] {
            assert!(distinct(&[one.clone(), other]).unwrap_err().contains(told), "{told}");
        }
    }
}
