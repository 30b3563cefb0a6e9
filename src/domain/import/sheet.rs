//! A table as it comes from an office: encoding and separator recognised, rows numbered as a spreadsheet numbers them.

/// Largest file, in bytes.
pub const LARGEST: usize = 20 * 1024 * 1024;
/// Most rows below the heading.
pub const MOST_ROWS: usize = 100_000;

/// How the text was written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Encoding {
    Utf8,
    /// UTF-8 that begins with a byte order mark, as spreadsheets write it.
    Utf8Marked,
    /// "ANSI" of Western Windows: what Excel writes by default.
    Windows1252,
    /// "Unicode text" of Excel.
    Utf16,
}

impl Encoding {
    const ALL: [Encoding; 4] = [Encoding::Utf8, Encoding::Utf8Marked, Encoding::Windows1252, Encoding::Utf16];

    pub fn as_str(self) -> &'static str {
        match self {
            Encoding::Utf8 => "utf-8",
            Encoding::Utf8Marked => "utf-8-bom",
            Encoding::Windows1252 => "windows-1252",
            Encoding::Utf16 => "utf-16",
        }
    }

    pub fn parse(text: &str) -> Option<Encoding> {
        Encoding::ALL.into_iter().find(|encoding| encoding.as_str() == text)
    }
}

/// Why a file is no table at all.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Unreadable {
    TooLarge,
    /// Not even a heading.
    Empty,
    /// A workbook (.xlsx, .xls, .ods) instead of text.
    Workbook,
    Binary,
    QuoteNeverClosed {
        row: usize,
    },
    TooManyRows,
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Row {
    /// As the spreadsheet numbers it: the first is 1, empty rows count.
    pub number: usize,
    pub cells: Vec<String>,
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Sheet {
    pub separator: char,
    /// The first row that is not empty.
    pub header: Row,
    /// Those below, without the empty ones.
    pub rows: Vec<Row>,
}

/// The text of a file, without byte order mark.
pub fn decode(bytes: &[u8]) -> Result<(Encoding, String), Unreadable> {
    if bytes.len() > LARGEST {
        return Err(Unreadable::TooLarge);
    }
    // Zip (xlsx, ods), and the compound file of old workbooks.
    if bytes.starts_with(b"PK\x03\x04") || bytes.starts_with(&[0xD0, 0xCF, 0x11, 0xE0]) {
        return Err(Unreadable::Workbook);
    }
    let (encoding, text) = match bytes {
        [0xFF, 0xFE, rest @ ..] => (Encoding::Utf16, utf16(rest, u16::from_le_bytes)),
        [0xFE, 0xFF, rest @ ..] => (Encoding::Utf16, utf16(rest, u16::from_be_bytes)),
        [0xEF, 0xBB, 0xBF, rest @ ..] if std::str::from_utf8(rest).is_ok() => {
            (Encoding::Utf8Marked, String::from_utf8_lossy(rest).into_owned())
        }
        _ => match std::str::from_utf8(bytes) {
            Ok(text) => (Encoding::Utf8, text.to_owned()),
            Err(_) => (Encoding::Windows1252, bytes.iter().map(|b| windows_1252(*b)).collect()),
        },
    };
    match text.contains('\0') {
        true => Err(Unreadable::Binary),
        false => Ok((encoding, text)),
    }
}

fn utf16(bytes: &[u8], unit: fn([u8; 2]) -> u16) -> String {
    let units = bytes.chunks_exact(2).map(|pair| unit([pair[0], pair[1]]));
    char::decode_utf16(units).map(|c| c.unwrap_or(char::REPLACEMENT_CHARACTER)).collect()
}

/// The 27 characters of 0x80–0x9F that differ from Latin-1; the five bytes that mean nothing stay as they are.
fn windows_1252(byte: u8) -> char {
    const HIGH: [char; 32] = [
        '€', '\u{81}', '‚', 'ƒ', '„', '…', '†', '‡', 'ˆ', '‰', 'Š', '‹', 'Œ', '\u{8d}', 'Ž', '\u{8f}', '\u{90}', '‘', '’', '“', '”', '•',
        '–', '—', '˜', '™', 'š', '›', 'œ', '\u{9d}', 'ž', 'Ÿ',
    ];
    match byte {
        0x80..=0x9F => HIGH[usize::from(byte - 0x80)],
        _ => char::from(byte),
    }
}

/// Rows and cells of a text (RFC 4180, any of `;`, `,` and the tab).
pub fn read(text: &str) -> Result<Sheet, Unreadable> {
    let separator = separator(text);
    let mut rows = rows(text, separator)?.into_iter().filter(|row| row.cells.iter().any(|cell| !cell.is_empty()));
    let header = rows.next().ok_or(Unreadable::Empty)?;
    let rows: Vec<Row> = rows.collect();
    match rows.len() {
        0 => Err(Unreadable::Empty),
        n if n > MOST_ROWS => Err(Unreadable::TooManyRows),
        _ => Ok(Sheet { separator, header, rows }),
    }
}

/// Whichever parts the first line with anything in it most often.
fn separator(text: &str) -> char {
    let line = text.lines().find(|line| !line.trim().is_empty()).unwrap_or_default();
    let count = |candidate: char| {
        let mut quoted = false;
        line.chars()
            .filter(|c| {
                quoted ^= *c == '"';
                !quoted && *c == candidate
            })
            .count()
    };
    // Of equals the last wins: `;` is what Italian spreadsheets write.
    [',', '\t', ';'].into_iter().max_by_key(|c| count(*c)).unwrap_or(';')
}

fn rows(text: &str, separator: char) -> Result<Vec<Row>, Unreadable> {
    let mut rows = Vec::new();
    let (mut cells, mut cell) = (Vec::new(), String::new());
    let mut quoted: Option<usize> = None;
    let mut characters = text.chars().peekable();
    while let Some(c) = characters.next() {
        match c {
            '"' if quoted.is_some() && characters.peek() == Some(&'"') => {
                cell.push('"');
                characters.next();
            }
            '"' if quoted.is_some() => quoted = None,
            // A quote in the middle of a cell is a character like others.
            '"' if cell.trim().is_empty() => {
                cell.clear();
                quoted = Some(rows.len() + 1);
            }
            _ if quoted.is_some() => cell.push(c),
            '\r' if characters.peek() == Some(&'\n') => {}
            '\n' | '\r' => {
                cells.push(tidy(&cell));
                cell.clear();
                rows.push(Row { number: rows.len() + 1, cells: std::mem::take(&mut cells) });
            }
            c if c == separator => {
                cells.push(tidy(&cell));
                cell.clear();
            }
            c => cell.push(c),
        }
    }
    if let Some(row) = quoted {
        return Err(Unreadable::QuoteNeverClosed { row });
    }
    if !cell.is_empty() || !cells.is_empty() {
        cells.push(tidy(&cell));
        rows.push(Row { number: rows.len() + 1, cells });
    }
    Ok(rows)
}

/// Without space around; the apostrophe by which spreadsheets force text goes as well.
fn tidy(cell: &str) -> String {
    let plain = cell.replace(['\u{a0}', '\u{202f}'], " ");
    let trimmed = plain.trim().trim_matches('\u{feff}');
    let forced = trimmed
        .strip_prefix('\'')
        .filter(|rest| rest.starts_with(['=', '+', '-', '@', '＝', '＋', '－', '＠', '0', '1', '2', '3', '4', '5', '6', '7', '8', '9']));
    forced.unwrap_or(trimmed).to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn cells(text: &str) -> Vec<(usize, Vec<String>)> {
        let sheet = read(text).unwrap();
        std::iter::once(sheet.header).chain(sheet.rows).map(|row| (row.number, row.cells)).collect()
    }

    #[test]
    fn rows_are_numbered_as_a_spreadsheet_numbers_them() {
        let text = "\nnome;note\n\nAgliè;\"due\nrighe; e \"\"virgolette\"\"\"\n;;\n\nBairo;fine";
        let found = cells(text);
        assert_eq!(found[0], (2, vec!["nome".into(), "note".into()]));
        // The row with a line break inside is one row of the spreadsheet.
        assert_eq!(found[1], (4, vec!["Agliè".into(), "due\nrighe; e \"virgolette\"".into()]));
        assert_eq!(found[2], (7, vec!["Bairo".into(), "fine".into()]));
        assert_eq!(found.len(), 3);
    }

    #[test]
    fn the_separator_is_the_one_that_parts_the_heading() {
        for (text, separator) in [("a;b\n1;2", ';'), ("a,b\n1,2", ','), ("a\tb\n1\t2", '\t'), ("a\n1", ';'), ("\"x,y,z\";b\n1;2", ';')] {
            let sheet = read(text).unwrap();
            assert_eq!(sheet.separator, separator, "{text}");
        }
        assert_eq!(cells("a,b\r\n1,\"2, o 3\"\r\n")[1].1, ["1", "2, o 3"]);
    }

    #[test]
    fn encodings_are_recognised() {
        let text = "nome\nAgliè – “sì”";
        let windows = b"nome\nAgli\xe8 \x96 \x93s\xec\x94";
        let marked = [b"\xEF\xBB\xBF", text.as_bytes()].concat();
        let little: Vec<u8> = [0xFF, 0xFE].into_iter().chain(text.encode_utf16().flat_map(u16::to_le_bytes)).collect();
        let big: Vec<u8> = [0xFE, 0xFF].into_iter().chain(text.encode_utf16().flat_map(u16::to_be_bytes)).collect();
        for (bytes, encoding) in [
            (text.as_bytes(), Encoding::Utf8),
            (&marked, Encoding::Utf8Marked),
            (&windows[..], Encoding::Windows1252),
            (&little, Encoding::Utf16),
            (&big, Encoding::Utf16),
        ] {
            assert_eq!(decode(bytes), Ok((encoding, text.to_owned())));
            assert_eq!(Encoding::parse(encoding.as_str()), Some(encoding));
        }
    }

    #[test]
    fn what_is_no_table_is_told_apart() {
        assert_eq!(decode(b"PK\x03\x04 and so on"), Err(Unreadable::Workbook));
        assert_eq!(decode(b"nome\0"), Err(Unreadable::Binary));
        assert_eq!(decode(&vec![b'a'; LARGEST + 1]), Err(Unreadable::TooLarge));
        for nothing in ["", "\n\n", "nome;cognome", ";;\n;;"] {
            assert_eq!(read(nothing), Err(Unreadable::Empty), "{nothing}");
        }
        assert_eq!(read("nome\nuno\n\"due\ntre\nquattro"), Err(Unreadable::QuoteNeverClosed { row: 3 }));
        assert_eq!(read(&"a\n".repeat(MOST_ROWS + 2)), Err(Unreadable::TooManyRows));
        assert!(read(&"a\n".repeat(MOST_ROWS + 1)).is_ok());
    }

    #[test]
    fn cells_lose_what_spreadsheets_add() {
        assert_eq!(cells("a;b;c\n\u{a0}Agliè ;'001001;'=1+1\n")[1].1, ["Agliè", "001001", "=1+1"]);
        // An apostrophe that belongs to a word stays.
        assert_eq!(cells("a;b\n'Ndrangheta;d'Ivrea\n")[1].1, ["'Ndrangheta", "d'Ivrea"]);
    }

    proptest::proptest! {
        #[test]
        fn whatever_is_written_is_read_back(table in proptest::collection::vec(proptest::collection::vec("[a-zè0-9 ;,\"\n]{1,12}", 2..4), 1..6)) {
            let written = |cell: &String| format!("\"x{}x\"", cell.replace('"', "\"\""));
            let text: String = table.iter().map(|row| row.iter().map(written).collect::<Vec<_>>().join(";") + "\r\n").collect();
            let sheet = read(&format!("a;b;c\n{text}")).unwrap();
            let read: Vec<Vec<String>> = sheet.rows.into_iter().map(|row| row.cells).collect();
            let meant: Vec<Vec<String>> = table.iter().map(|row| row.iter().map(|cell| format!("x{cell}x")).collect()).collect();
            assert_eq!(read, meant);
        }
    }
}
