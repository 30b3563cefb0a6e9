//! A file that is brought to the house: for what, of which kind by what it holds, and why it is not taken.

use super::file_kinds::file_kinds;
use super::material;

/// What a file is brought for; it decides which kinds are admitted, and where the file is kept.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Purpose {
    /// An interview, or another video that pages show.
    Video,
    /// What is said in a video, as WebVTT.
    Captions,
    /// Something to read: documents without macros, and pictures.
    Document,
    Image,
    /// Several files in one.
    Archive,
}

impl Purpose {
    pub const ALL: [Purpose; 5] = [Purpose::Video, Purpose::Captions, Purpose::Document, Purpose::Image, Purpose::Archive];

    pub fn as_str(self) -> &'static str {
        match self {
            Purpose::Video => "video",
            Purpose::Captions => "captions",
            Purpose::Document => "document",
            Purpose::Image => "image",
            Purpose::Archive => "archive",
        }
    }

    pub fn parse(text: &str) -> Option<Purpose> {
        Purpose::ALL.into_iter().find(|purpose| purpose.as_str() == text)
    }

    /// The folder of the media store.
    pub fn folder(self) -> &'static str {
        match self {
            Purpose::Video => "video",
            Purpose::Captions => "sottotitoli",
            Purpose::Document => "documenti",
            Purpose::Image => "immagini",
            Purpose::Archive => "archivi",
        }
    }

    /// What is admitted.
    pub fn kinds(self) -> &'static [Kind] {
        match self {
            Purpose::Video => &[Kind::Mp4, Kind::Webm],
            Purpose::Captions => &[Kind::Vtt],
            Purpose::Document => &[Kind::Pdf, Kind::Pptx, Kind::Docx, Kind::Xlsx, Kind::Odp, Kind::Odt, Kind::Ods, Kind::Jpeg, Kind::Png],
            Purpose::Image => &[Kind::Jpeg, Kind::Png],
            Purpose::Archive => &[Kind::Zip],
        }
    }

    /// Largest file in bytes, where the purpose sets a limit of its own below that of the installation.
    pub fn largest(self) -> Option<u64> {
        match self {
            Purpose::Video | Purpose::Archive => None,
            Purpose::Captions => Some(2 * 1024 * 1024),
            Purpose::Document => Some(200 * 1024 * 1024),
            Purpose::Image => Some(20 * 1024 * 1024),
        }
    }
}

file_kinds! {
    /// A kind of file, told by what it holds.
    #[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
    Mp4: "mp4", "video/mp4";
    Webm: "webm", "video/webm";
    Vtt: "vtt", "text/vtt";
    Pdf: "pdf", "application/pdf";
    Pptx: "pptx", "application/vnd.openxmlformats-officedocument.presentationml.presentation";
    Docx: "docx", "application/vnd.openxmlformats-officedocument.wordprocessingml.document";
    Xlsx: "xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
    Odp: "odp", "application/vnd.oasis.opendocument.presentation";
    Odt: "odt", "application/vnd.oasis.opendocument.text";
    Ods: "ods", "application/vnd.oasis.opendocument.spreadsheet";
    Jpeg: "jpg", "image/jpeg";
    Png: "png", "image/png";
    Zip: "zip", "application/zip";
}

impl Kind {
    /// Of the documents and pictures that are judged as materials are.
    fn of_material(kind: material::Kind) -> Option<Kind> {
        Kind::parse(kind.media())
    }
}

/// Why a file that has arrived whole is not taken.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Refusal {
    Empty,
    /// Of no kind that is admitted for this, or cut off.
    NotAdmitted,
    /// A document that carries programs.
    Macros,
    /// The former formats of Office, in which programs cannot be told from the rest.
    Former,
    /// The antivirus said no, or could not say.
    Unsafe,
}

impl Refusal {
    pub const ALL: [Refusal; 5] = [Refusal::Empty, Refusal::NotAdmitted, Refusal::Macros, Refusal::Former, Refusal::Unsafe];

    pub fn as_str(self) -> &'static str {
        match self {
            Refusal::Empty => "empty",
            Refusal::NotAdmitted => "not-admitted",
            Refusal::Macros => "macros",
            Refusal::Former => "former",
            Refusal::Unsafe => "unsafe",
        }
    }

    pub fn parse(text: &str) -> Option<Refusal> {
        Refusal::ALL.into_iter().find(|refusal| refusal.as_str() == text)
    }
}

/// Bytes of the beginning that are looked at.
pub const HEAD: usize = 64 * 1024;
/// Bytes of the end that are looked at: archives keep their directory there.
pub const TAIL: usize = 4 * 1024 * 1024;

/// Beginning and end of a file; of a small one they overlap.
#[derive(Debug, Clone, Copy)]
pub struct Ends<'a> {
    pub head: &'a [u8],
    pub tail: &'a [u8],
    /// Length of the whole.
    pub bytes: u64,
}

impl<'a> Ends<'a> {
    /// Of a file that is in memory.
    pub fn of(bytes: &'a [u8]) -> Ends<'a> {
        Ends { head: &bytes[..bytes.len().min(HEAD)], tail: &bytes[bytes.len().saturating_sub(TAIL)..], bytes: bytes.len() as u64 }
    }
}

/// What a file is, if it may be brought for this: by what it holds, not by its name.
pub fn judge(purpose: Purpose, ends: &Ends<'_>) -> Result<Kind, Refusal> {
    let kind = match ends.head {
        [] => return Err(Refusal::Empty),
        head if is_mp4(head) => Kind::Mp4,
        head if is_webm(head) => Kind::Webm,
        head if is_vtt(head) => Kind::Vtt,
        head if head.starts_with(b"PK\x03\x04") => archive(purpose, ends)?,
        head => document(head, ends)?,
    };
    if purpose.kinds().contains(&kind) { Ok(kind) } else { Err(Refusal::NotAdmitted) }
}

/// The first box of the file says for which players it is written (ISO/IEC 14496-12, 4.3). QuickTime's own (`qt  `) and pictures
/// in the same wrapping are something else: browsers do not play them.
fn is_mp4(head: &[u8]) -> bool {
    const BRANDS: [&[u8]; 12] =
        [b"isom", b"iso2", b"iso4", b"iso5", b"iso6", b"mp41", b"mp42", b"avc1", b"M4V ", b"MSNV", b"dash", b"mmp4"];
    head.get(4..8) == Some(b"ftyp") && head.get(8..12).is_some_and(|brand| BRANDS.contains(&brand))
}

/// EBML, whose header names its kind (DocType, RFC 8794, 11.2.7; Matroska's own is not admitted). Writers give sizes in one byte
/// or in eight, and may leave room behind the name.
fn is_webm(head: &[u8]) -> bool {
    const DOC_TYPE: &[u8] = b"\x42\x82";
    let first = &head[..head.len().min(1024)];
    let at = first.windows(2).position(|window| window == DOC_TYPE);
    let kind = at.and_then(|at| sized(&first[at + DOC_TYPE.len()..]));
    first.starts_with(b"\x1A\x45\xDF\xA3")
        && kind.is_some_and(|kind| kind.strip_prefix(b"webm").is_some_and(|rest| rest.iter().all(|b| *b == 0)))
}

/// What stands behind its length (RFC 8794, 4): the zeros that the first byte begins with say how many bytes the length takes.
fn sized(rest: &[u8]) -> Option<&[u8]> {
    let first = *rest.first()?;
    let octets = first.leading_zeros() as usize + 1;
    let marked = rest.get(..octets)?.iter().fold(0u64, |length, byte| length << 8 | u64::from(*byte));
    let length = marked & !(1u64.checked_shl(u32::try_from(7 * octets).ok()?)?);
    rest.get(octets..octets.checked_add(usize::try_from(length).ok()?)?)
}

/// A signature, then a line end, a space or nothing (WebVTT, 4.1); and it is text.
fn is_vtt(head: &[u8]) -> bool {
    let head = head.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(head);
    let Some(rest) = head.strip_prefix(b"WEBVTT") else { return false };
    // The beginning may end in the middle of a character.
    let is_text = std::str::from_utf8(head).map_or_else(|e| e.error_len().is_none(), |_| true);
    matches!(rest.first(), None | Some(b'\n' | b'\r' | b' ' | b'\t')) && is_text && !head.contains(&0)
}

fn archive(purpose: Purpose, ends: &Ends<'_>) -> Result<Kind, Refusal> {
    let judged = material::document(ends.head, ends.tail, ends.bytes);
    match judged {
        Ok(kind) => Kind::of_material(kind).ok_or(Refusal::NotAdmitted),
        Err(material::Refusal::Macros) => Err(Refusal::Macros),
        // An archive of anything; one that is cut off has no directory.
        Err(_) if purpose == Purpose::Archive && material::is_whole_archive(ends.tail, ends.bytes) => Ok(Kind::Zip),
        Err(_) => Err(Refusal::NotAdmitted),
    }
}

fn document(head: &[u8], ends: &Ends<'_>) -> Result<Kind, Refusal> {
    let last = &ends.tail[ends.tail.len().saturating_sub(1024)..];
    let ends_with = |mark: &[u8]| last.windows(mark.len()).any(|window| window == mark);
    match () {
        () if head.starts_with(b"%PDF-") && ends_with(b"%%EOF") => Ok(Kind::Pdf),
        () if head.starts_with(&[0xFF, 0xD8, 0xFF]) && ends_with(&[0xFF, 0xD9]) => Ok(Kind::Jpeg),
        () if head.starts_with(b"\x89PNG\r\n\x1a\n") && ends_with(b"IEND") => Ok(Kind::Png),
        () if head.starts_with(b"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1") => Err(Refusal::Former),
        () => Err(Refusal::NotAdmitted),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_file_is_what_it_holds_and_is_taken_only_for_what_it_is() {
        let webm = b"\x1A\x45\xDF\xA3\x9f\x42\x86\x81\x01\x42\xf7\x81\x01\x42\xf2\x81\x04\x42\xf3\x81\x08\x42\x82\x84webm....";
        let long = b"\x1A\x45\xDF\xA3\x01\0\0\0\0\0\0\x1f\x42\x86\x81\x01\x42\x82\x01\0\0\0\0\0\0\x06webm\0\0....";
        let matroska = b"\x1A\x45\xDF\xA3\xa3\x42\x86\x81\x01\x42\x82\x88matroska....";
        let table: &[(Purpose, &[u8], Result<Kind, Refusal>)] = &[
            (Purpose::Video, b"", Err(Refusal::Empty)),
            (Purpose::Video, b"\0\0\0\x20ftypisom\0\0\x02\0", Ok(Kind::Mp4)),
            (Purpose::Video, b"\0\0\0\x20ftypqt  \0\0\x02\0", Err(Refusal::NotAdmitted)),
            (Purpose::Video, b"\0\0\0\x20ftypheic\0\0\x02\0", Err(Refusal::NotAdmitted)),
            (Purpose::Video, webm, Ok(Kind::Webm)),
            (Purpose::Video, long, Ok(Kind::Webm)),
            (Purpose::Video, b"\x1A\x45\xDF\xA3\x9f\x42\x82\x85webmx", Err(Refusal::NotAdmitted)),
            (Purpose::Video, b"\x1A\x45\xDF\xA3\x9f\x42\x82", Err(Refusal::NotAdmitted)),
            (Purpose::Video, matroska, Err(Refusal::NotAdmitted)),
            (Purpose::Video, b"<html><script>alert(1)</script>", Err(Refusal::NotAdmitted)),
            (Purpose::Video, b"%PDF-1.7\n%%EOF\n", Err(Refusal::NotAdmitted)),
            (Purpose::Document, b"\0\0\0\x20ftypisom\0\0\x02\0", Err(Refusal::NotAdmitted)),
            (Purpose::Document, b"%PDF-1.7\n%%EOF\n", Ok(Kind::Pdf)),
            (Purpose::Document, b"%PDF-1.7\n cut off", Err(Refusal::NotAdmitted)),
            (Purpose::Document, b"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1 a former .doc", Err(Refusal::Former)),
            (Purpose::Document, b"MZ\x90\0", Err(Refusal::NotAdmitted)),
            (Purpose::Captions, b"WEBVTT\n\n00:00.000 --> 00:01.000\nPerch\xc3\xa9\n", Ok(Kind::Vtt)),
            (Purpose::Captions, b"\xEF\xBB\xBFWEBVTT - Agli\xc3\xa8\r\n", Ok(Kind::Vtt)),
            (Purpose::Captions, b"WEBVTT\n\0", Err(Refusal::NotAdmitted)),
            (Purpose::Captions, b"WEBVTT\nlatin \xe8 one", Err(Refusal::NotAdmitted)),
            (Purpose::Captions, b"WEBVTTX\n", Err(Refusal::NotAdmitted)),
            (Purpose::Captions, b"1\n00:00:00,000 --> 00:00:01,000\nSubRip", Err(Refusal::NotAdmitted)),
            (Purpose::Image, b"\xff\xd8\xff\xe0....\xff\xd9", Ok(Kind::Jpeg)),
            (Purpose::Image, b"\xff\xd8\xff\xe0.... cut off", Err(Refusal::NotAdmitted)),
            (Purpose::Image, b"%PDF-1.7\n%%EOF\n", Err(Refusal::NotAdmitted)),
            (Purpose::Archive, b"PK\x03\x04 cut off", Err(Refusal::NotAdmitted)),
            (Purpose::Archive, b"PK\x03\x04PK\x05\x06\0\0\0\0\0\0\0\0\0\0\0\0\x04\0\0\0\0\0", Ok(Kind::Zip)),
            (Purpose::Document, b"PK\x03\x04PK\x05\x06\0\0\0\0\0\0\0\0\0\0\0\0\x04\0\0\0\0\0", Err(Refusal::NotAdmitted)),
        ];
        for (purpose, bytes, expected) in table {
            assert_eq!(judge(*purpose, &Ends::of(bytes)), *expected, "{purpose:?} {}", String::from_utf8_lossy(bytes));
        }
    }

    #[test]
    fn names_are_read_as_they_are_written() {
        assert!(Purpose::ALL.iter().all(|one| Purpose::parse(one.as_str()) == Some(*one) && !one.kinds().is_empty()));
        assert!(Kind::ALL.iter().all(|one| Kind::parse(one.media()) == Some(*one)));
        assert!(Refusal::ALL.iter().all(|one| Refusal::parse(one.as_str()) == Some(*one)));
    }

    proptest::proptest! {
        #[test]
        fn nothing_makes_it_panic(bytes in proptest::collection::vec(proptest::num::u8::ANY, 0..200), which in 0usize..6) {
            let starts: [&[u8]; 6] = [b"", b"PK\x03\x04", b"WEBVTT", b"\x1A\x45\xDF\xA3", b"\0\0\0\x20ftyp", b"%PDF-"];
            let bytes = [starts[which], &bytes, b"PK\x05\x06", &bytes].concat();
            for purpose in Purpose::ALL {
                let _ = judge(purpose, &Ends::of(&bytes));
            }
        }
    }
}
