//! Materials of a giornata: what may be attached, judged by its content; from when it is seen; when its letter leaves.

use super::file_kinds::file_kinds;
use super::moment::Moment;
use super::place_names::fold;

/// Largest file, in bytes.
pub const LARGEST: usize = 20 * 1024 * 1024;
/// Longest title, in characters.
pub const LONGEST_TITLE: usize = 120;
/// Minutes without a further file after which those enrolled are written to: one letter for what was attached together.
pub const QUIET: i64 = 10;

/// From when those enrolled see it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Shown {
    AtOnce,
    AfterDay,
}

impl Shown {
    pub const ALL: [Shown; 2] = [Shown::AtOnce, Shown::AfterDay];

    pub fn as_str(self) -> &'static str {
        match self {
            Shown::AtOnce => "at-once",
            Shown::AfterDay => "after-day",
        }
    }

    pub fn parse(text: &str) -> Option<Shown> {
        Shown::ALL.into_iter().find(|shown| shown.as_str() == text)
    }

    /// Whether somebody enrolled on a giornata that ends then sees it.
    pub fn is_seen(self, ends_at: Moment, now: Moment) -> bool {
        self == Shown::AtOnce || now >= ends_at
    }
}

file_kinds! {
    /// What may be attached: documents without macros, and pictures.
    #[derive(Debug, Clone, Copy, PartialEq, Eq)]
    Pdf: "pdf", "application/pdf";
    Pptx: "pptx", "application/vnd.openxmlformats-officedocument.presentationml.presentation";
    Docx: "docx", "application/vnd.openxmlformats-officedocument.wordprocessingml.document";
    Xlsx: "xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
    Odp: "odp", "application/vnd.oasis.opendocument.presentation";
    Odt: "odt", "application/vnd.oasis.opendocument.text";
    Ods: "ods", "application/vnd.oasis.opendocument.spreadsheet";
    Jpeg: "jpg", "image/jpeg";
    Png: "png", "image/png";
}

/// Why a file is not taken.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Refusal {
    Missing,
    TooLarge,
    /// None of the kinds, or cut off.
    Unknown,
    /// A document that carries programs.
    Macros,
    /// The former formats of Office (`.ppt`, `.doc`, `.xls`), in which programs cannot be told from the rest.
    Former,
}

/// What a file is, if it may be attached: by what it holds, not by its name.
pub fn judge(bytes: &[u8]) -> Result<Kind, Refusal> {
    let tail = &bytes[bytes.len().saturating_sub(1024)..];
    let ends_with = |mark: &[u8]| tail.windows(mark.len()).any(|window| window == mark);
    match () {
        () if bytes.is_empty() => Err(Refusal::Missing),
        () if bytes.len() > LARGEST => Err(Refusal::TooLarge),
        () if bytes.starts_with(b"%PDF-") && ends_with(b"%%EOF") => Ok(Kind::Pdf),
        () if bytes.starts_with(&[0xFF, 0xD8, 0xFF]) && ends_with(&[0xFF, 0xD9]) => Ok(Kind::Jpeg),
        () if bytes.starts_with(b"\x89PNG\r\n\x1a\n") && ends_with(b"IEND") => Ok(Kind::Png),
        () if bytes.starts_with(b"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1") => Err(Refusal::Former),
        () if bytes.starts_with(b"PK\x03\x04") => document(bytes, bytes, bytes.len() as u64),
        () => Err(Refusal::Unknown),
    }
}

/// A document kept as an archive, of which beginning, end and length are known: OpenDocument says what it is in its first entry,
/// Office Open XML by its folders.
pub(super) fn document(head: &[u8], tail: &[u8], length: u64) -> Result<Kind, Refusal> {
    let names = entries(tail, length).ok_or(Refusal::Unknown)?;
    let has = |is: &dyn Fn(&str) -> bool| names.iter().any(|name| is(name));
    if has(&|name| name.to_ascii_lowercase().contains("vbaproject") || name.starts_with("Basic/") || name.starts_with("Scripts/")) {
        return Err(Refusal::Macros);
    }
    if let Some(media) = head.get(38..).filter(|_| head.get(30..38) == Some(b"mimetype")) {
        let odf = [Kind::Odp, Kind::Odt, Kind::Ods];
        return odf.into_iter().find(|kind| is_media(media, kind.media())).ok_or(Refusal::Unknown);
    }
    let folders = [("ppt/", Kind::Pptx), ("word/", Kind::Docx), ("xl/", Kind::Xlsx)];
    let found = folders.into_iter().find(|(folder, _)| has(&|name| name.starts_with(folder)));
    found.filter(|_| has(&|name| name == "[Content_Types].xml")).map(|(_, kind)| kind).ok_or(Refusal::Unknown)
}

/// Whether an archive has its directory, which stands at its end.
pub(super) fn is_whole_archive(tail: &[u8], length: u64) -> bool {
    entries(tail, length).is_some()
}

/// The whole text: a template is `…presentation-template`. The next entry of the archive follows, or its end.
fn is_media(content: &[u8], media: &str) -> bool {
    content.strip_prefix(media.as_bytes()).is_some_and(|rest| rest.starts_with(b"PK"))
}

/// Names in the directory of an archive (APPNOTE.TXT 4.3.12, 4.3.16), from its end and its length; none where it is not whole.
fn entries(bytes: &[u8], length: u64) -> Option<Vec<String>> {
    let two = |at: usize| Some(usize::from(u16::from_le_bytes(bytes.get(at..at + 2)?.try_into().ok()?)));
    let four = |at: usize| Some(u32::from_le_bytes(bytes.get(at..at + 4)?.try_into().ok()?));
    let from = bytes.len().saturating_sub(22 + usize::from(u16::MAX));
    let end = from + bytes.get(from..)?.windows(4).rposition(|window| window == b"PK\x05\x06")?;
    // Positions are counted from the beginning of the whole.
    let before = length.checked_sub(bytes.len() as u64)?;
    let mut at = usize::try_from(u64::from(four(end + 16)?).checked_sub(before)?).ok()?;
    let mut names = Vec::new();
    for _ in 0..two(end + 10)? {
        if bytes.get(at..at + 4)? != b"PK\x01\x02" {
            return None;
        }
        let length = two(at + 28)?;
        names.push(String::from_utf8_lossy(bytes.get(at + 46..at + 46 + length)?).into_owned());
        at += 46 + length + two(at + 30)? + two(at + 32)?;
    }
    Some(names)
}

/// The title of a file that nobody gave one: its name without the ending.
pub fn title_of(name: &str) -> String {
    let stem = name.rsplit_once('.').map_or(name, |(stem, _)| stem);
    let readable: String = stem.chars().map(|c| if c == '_' { ' ' } else { c }).collect();
    readable.trim().chars().take(LONGEST_TITLE).collect()
}

/// The name under which it is downloaded, of letters and digits alone: "slide-del-mattino.pdf".
pub fn file_name(title: &str, kind: Kind) -> String {
    let letters = fold(title).chars().map(|c| if c.is_ascii_alphanumeric() { c } else { ' ' }).collect::<String>();
    let stem = letters.split_whitespace().collect::<Vec<_>>().join("-").to_ascii_lowercase();
    format!("{}.{}", if stem.is_empty() { "materiale" } else { &stem }, kind.ending())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::moment::Day;

    /// An archive of empty files, the first of which may say what it is.
    fn archive(first: &[u8], names: &[&str]) -> Vec<u8> {
        let mut bytes = b"PK\x03\x04".to_vec();
        bytes.extend([0; 26]);
        bytes.extend(first);
        let directory = bytes.len();
        for name in names {
            bytes.extend(b"PK\x01\x02");
            bytes.extend([0; 24]);
            bytes.extend(u16::try_from(name.len()).unwrap().to_le_bytes());
            bytes.extend([0; 16]);
            bytes.extend(name.as_bytes());
        }
        bytes.extend(b"PK\x05\x06");
        bytes.extend([0; 6]);
        bytes.extend(u16::try_from(names.len()).unwrap().to_le_bytes());
        bytes.extend([0; 4]);
        bytes.extend(u32::try_from(directory).unwrap().to_le_bytes());
        bytes.extend([0; 2]);
        bytes
    }

    #[test]
    fn a_file_is_what_it_holds() {
        let odp = b"mimetypeapplication/vnd.oasis.opendocument.presentationPK";
        let template = b"mimetypeapplication/vnd.oasis.opendocument.presentation-templatePK";
        let table: Vec<(Vec<u8>, Result<Kind, Refusal>)> = vec![
            (b"".to_vec(), Err(Refusal::Missing)),
            (vec![b'%'; LARGEST + 1], Err(Refusal::TooLarge)),
            (b"%PDF-1.7\n..\n%%EOF\n".to_vec(), Ok(Kind::Pdf)),
            (b"%PDF-1.7\n.. cut off".to_vec(), Err(Refusal::Unknown)),
            (b"\xff\xd8\xff\xe0....\xff\xd9".to_vec(), Ok(Kind::Jpeg)),
            (b"\x89PNG\r\n\x1a\n....IEND\xaeB`\x82".to_vec(), Ok(Kind::Png)),
            (b"<html><script>alert(1)</script></html>".to_vec(), Err(Refusal::Unknown)),
            (b"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1 a former .ppt".to_vec(), Err(Refusal::Former)),
            (archive(b"", &["[Content_Types].xml", "ppt/presentation.xml"]), Ok(Kind::Pptx)),
            (archive(b"", &["[Content_Types].xml", "word/document.xml"]), Ok(Kind::Docx)),
            (archive(b"", &["[Content_Types].xml", "xl/workbook.xml"]), Ok(Kind::Xlsx)),
            (archive(b"", &["[Content_Types].xml", "ppt/presentation.xml", "ppt/vbaProject.bin"]), Err(Refusal::Macros)),
            (archive(odp, &["mimetype", "content.xml"]), Ok(Kind::Odp)),
            (archive(odp, &["mimetype", "Basic/Standard/script-lb.xml"]), Err(Refusal::Macros)),
            (archive(template, &["mimetype"]), Err(Refusal::Unknown)),
            (archive(b"", &["setup.exe"]), Err(Refusal::Unknown)),
            (b"PK\x03\x04 cut off".to_vec(), Err(Refusal::Unknown)),
        ];
        for (bytes, expected) in table {
            assert_eq!(judge(&bytes), expected, "{}", String::from_utf8_lossy(&bytes[..bytes.len().min(60)]));
        }
    }

    proptest::proptest! {
        #[test]
        fn no_archive_makes_it_panic(bytes in proptest::collection::vec(proptest::num::u8::ANY, 0..200)) {
            let _ = judge(&[b"PK\x03\x04".as_slice(), &bytes, b"PK\x05\x06", &bytes].concat());
        }
    }

    #[test]
    fn it_is_seen_at_once_or_from_the_end_of_the_day() {
        let end = Moment::at(Day::new(2026, 3, 12).unwrap(), 17, 0).unwrap();
        assert!(Shown::AtOnce.is_seen(end, end.plus_minutes(-1)));
        assert!(!Shown::AfterDay.is_seen(end, end.plus_minutes(-1)));
        assert!(Shown::AfterDay.is_seen(end, end));
        assert!(Shown::ALL.iter().all(|shown| Shown::parse(shown.as_str()) == Some(*shown)));
        assert!(Kind::ALL.iter().all(|kind| Kind::parse(kind.media()) == Some(*kind)));
    }

    #[test]
    fn titles_and_names_are_made_of_each_other() {
        assert_eq!(title_of("Slide_del mattino.pdf"), "Slide del mattino");
        assert_eq!(title_of(".pdf"), "");
        assert_eq!(file_name("Perché \"così\"?", Kind::Pptx), "perche-cosi.pptx");
        assert_eq!(file_name("«»", Kind::Pdf), "materiale.pdf");
    }
}
