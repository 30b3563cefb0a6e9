//! What the headers of resumable uploads say (tus 1.0.0: core, creation, checksum).

/// The version of the protocol.
pub const VERSION: &str = "1.0.0";
/// What of it is spoken here.
pub const EXTENSIONS: &str = "creation,expiration,checksum,termination";
/// Ways of checking a piece.
pub const ALGORITHMS: &str = "sha1,sha256";

/// How a piece is checked when it has arrived.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Checksum {
    Sha1(Vec<u8>),
    Sha256(Vec<u8>),
}

impl Checksum {
    /// `sha1 Kq5sNclPz7QV2+lfQIuc6R7oRu0=`; none for another algorithm, or for a digest of another length.
    pub fn parse(header: &str) -> Option<Checksum> {
        let (algorithm, digest) = header.trim().split_once(' ')?;
        let digest = base64(digest.trim())?;
        match (algorithm, digest.len()) {
            ("sha1", 20) => Some(Checksum::Sha1(digest)),
            ("sha256", 32) => Some(Checksum::Sha256(digest)),
            _ => None,
        }
    }
}

/// `filename dmlkZW8ubXA0,purpose dmlkZW8=`: the value under a key; a key without a value is empty.
pub fn metadata(header: &str, key: &str) -> Option<String> {
    let mut pairs = header.split(',').map(|pair| pair.trim().split_once(' ').unwrap_or((pair.trim(), "")));
    let (_, value) = pairs.find(|(name, _)| *name == key)?;
    String::from_utf8(base64(value.trim())?).ok()
}

/// RFC 4648, 4, with its padding.
fn base64(text: &str) -> Option<Vec<u8>> {
    let value = |b: u8| match b {
        b'A'..=b'Z' => Some(b - b'A'),
        b'a'..=b'z' => Some(b - b'a' + 26),
        b'0'..=b'9' => Some(b - b'0' + 52),
        b'+' => Some(62),
        b'/' => Some(63),
        _ => None,
    };
    if !text.len().is_multiple_of(4) {
        return None;
    }
    let bare = text.strip_suffix("==").or_else(|| text.strip_suffix('=')).unwrap_or(text);
    let mut bytes = Vec::with_capacity(bare.len() * 3 / 4);
    for group in bare.as_bytes().chunks(4) {
        let mut bits = 0u32;
        for (n, sign) in group.iter().enumerate() {
            bits |= u32::from(value(*sign)?) << (18 - 6 * n);
        }
        bytes.extend_from_slice(&bits.to_be_bytes()[1..group.len()]);
    }
    Some(bytes)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn base64_is_read_as_it_is_written() {
        for (text, bytes) in [("", ""), ("Zg==", "f"), ("Zm8=", "fo"), ("Zm9v", "foo"), ("Zm9vYg==", "foob"), ("UGVyY2jDqQ==", "Perché")] {
            assert_eq!(base64(text).as_deref(), Some(bytes.as_bytes()), "{text}");
        }
        for wrong in ["Z", "Zg", "Zg=", "Z===", "Zm9v\n", "Zm 9", "è===", "Z=g="] {
            assert_eq!(base64(wrong), None, "{wrong}");
        }
    }

    #[test]
    fn headers_are_read() {
        assert!(matches!(Checksum::parse("sha1 Kq5sNclPz7QV2+lfQIuc6R7oRu0="), Some(Checksum::Sha1(digest)) if digest.len() == 20));
        for wrong in ["", "sha1", "md5 Kq5sNclPz7QV2+lfQIuc6Q==", "sha1 Zg==", "sha1 !", "SHA1 Kq5sNclPz7QV2+lfQIuc6R7oRu0="] {
            assert_eq!(Checksum::parse(wrong), None, "{wrong}");
        }
        let header = "filename UGVyY2jDqS5tcDQ=, purpose dmlkZW8=,empty";
        assert_eq!(metadata(header, "filename").as_deref(), Some("Perché.mp4"));
        assert_eq!(metadata(header, "purpose").as_deref(), Some("video"));
        assert_eq!(metadata(header, "empty").as_deref(), Some(""));
        assert_eq!(metadata(header, "other"), None);
        assert_eq!(metadata("filename /w==", "filename"), None);
    }

    proptest::proptest! {
        #[test]
        fn nothing_makes_it_panic(text in ".{0,40}") {
            let _ = (base64(&text), metadata(&text, "a"), Checksum::parse(&text));
        }
    }
}
