//! A scanned register: what a file is, by its content rather than by its name.

/// Largest file, in bytes.
pub const LARGEST: usize = 20 * 1024 * 1024;

/// What may be attached.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    Pdf,
    Jpeg,
    Png,
}

impl Kind {
    pub const ALL: [Kind; 3] = [Kind::Pdf, Kind::Jpeg, Kind::Png];

    /// As the web calls it.
    pub fn media(self) -> &'static str {
        match self {
            Kind::Pdf => "application/pdf",
            Kind::Jpeg => "image/jpeg",
            Kind::Png => "image/png",
        }
    }

    pub fn ending(self) -> &'static str {
        match self {
            Kind::Pdf => "pdf",
            Kind::Jpeg => "jpg",
            Kind::Png => "png",
        }
    }

    pub fn parse(media: &str) -> Option<Kind> {
        Kind::ALL.into_iter().find(|kind| kind.media() == media)
    }

    /// By the first bytes, and by the last where the format has an end: what was cut off on the way is no file.
    pub fn of(bytes: &[u8]) -> Option<Kind> {
        let tail = &bytes[bytes.len().saturating_sub(1024)..];
        let ends_with = |mark: &[u8]| tail.windows(mark.len()).any(|window| window == mark);
        if bytes.starts_with(b"%PDF-") && ends_with(b"%%EOF") {
            Some(Kind::Pdf)
        } else if bytes.starts_with(&[0xFF, 0xD8, 0xFF]) && ends_with(&[0xFF, 0xD9]) {
            Some(Kind::Jpeg)
        } else if bytes.starts_with(b"\x89PNG\r\n\x1a\n") && ends_with(b"IEND") {
            Some(Kind::Png)
        } else {
            None
        }
    }
}

/// Why a file is not taken.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Refusal {
    Missing,
    TooLarge,
    /// None of the three, or cut off.
    Unknown,
    /// The same file is there already.
    Twice,
}

/// What a file is, if it may be attached.
pub fn judge(bytes: &[u8]) -> Result<Kind, Refusal> {
    match bytes.len() {
        0 => Err(Refusal::Missing),
        n if n > LARGEST => Err(Refusal::TooLarge),
        _ => Kind::of(bytes).ok_or(Refusal::Unknown),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_file_is_what_it_holds() {
        let table: &[(&[u8], Result<Kind, Refusal>)] = &[
            (b"", Err(Refusal::Missing)),
            (b"%PDF-1.7\n...\n%%EOF\n", Ok(Kind::Pdf)),
            (b"%PDF-1.7\n... cut off", Err(Refusal::Unknown)),
            (b"\xff\xd8\xff\xe0....\xff\xd9", Ok(Kind::Jpeg)),
            (b"\x89PNG\r\n\x1a\n....IEND\xaeB`\x82", Ok(Kind::Png)),
            (b"<html><script>alert(1)</script>%%EOF", Err(Refusal::Unknown)),
            (b"MZ\x90\x00", Err(Refusal::Unknown)),
            (b"GIF89a", Err(Refusal::Unknown)),
        ];
        for (bytes, expected) in table {
            assert_eq!(judge(bytes), *expected, "{}", String::from_utf8_lossy(bytes));
        }
        assert_eq!(judge(&vec![b'%'; LARGEST + 1]), Err(Refusal::TooLarge));
    }
}
