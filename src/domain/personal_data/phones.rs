//! Telephone numbers as they are written in Italy, and the others by their `+`.

use std::ops::Range;

use super::Kind;
use super::reading::Reading;

/// After these, figures are a telephone.
const PHONES: [&str; 13] =
    ["tel", "telefono", "telefonico", "cell", "cellulare", "mobile", "fax", "whatsapp", "recapito", "chiamare", "numero", "utenza", "tf"];
/// After these they are something else. (`numero` alone says nothing: what stands before it does.)
const OTHERS: [&str; 28] = [
    "prot",
    "protocollo",
    "cig",
    "cup",
    "cap",
    "iva",
    "piva",
    "delibera",
    "determina",
    "determinazione",
    "fattura",
    "mandato",
    "matricola",
    "pratica",
    "codice",
    "euro",
    "art",
    "articolo",
    "legge",
    "capitolo",
    "repertorio",
    "rif",
    "istat",
    "conto",
    "decreto",
    "circolare",
    "bando",
    "ordinanza",
];
/// Before these they are an amount.
const AMOUNTS: [&str; 6] = ["euro", "€", "abitanti", "km", "volte", "residenti"];

/// Figures in groups, from a place on.
struct Figures {
    /// Place after each group, with its figures.
    groups: Vec<(usize, String)>,
    /// Only dots between groups: an amount, unless a word says telephone.
    is_dotted: bool,
}

pub fn numbers(text: &Reading) -> Vec<(Kind, Range<usize>)> {
    let mut found: Vec<(Kind, Range<usize>)> = Vec::new();
    let mut free = 0;
    for at in 0..text.len() {
        let starts = at >= free
            && match text.at(at) {
                Some('+') => text.at(at + 1).is_some_and(|c| c.is_ascii_digit()),
                Some(c) if c.is_ascii_digit() => {
                    let before = at.checked_sub(1).and_then(|before| text.at(before));
                    !before.is_some_and(|c| c.is_alphanumeric() || "/-.,+_@:".contains(c))
                }
                _ => false,
            };
        if let Some(end) = starts.then(|| number(text, at)).flatten() {
            found.push((Kind::Phone, at..end));
            free = end;
        }
    }
    found
}

/// The end of the telephone number that begins here.
fn number(text: &Reading, from: usize) -> Option<usize> {
    let international = text.at(from) == Some('+') || (text.at(from) == Some('0') && text.at(from + 1) == Some('0'));
    let first = if text.at(from) == Some('+') { from + 1 } else { from };
    if is_date(text, first) || text.follows(from, &OTHERS, 2) {
        return None;
    }
    let named = text.follows(from, &PHONES, 3);
    let figures = figures(text, first);
    // The longest that makes a number: figures after it may be something else.
    (1..=figures.groups.len()).rev().find_map(|count| {
        let groups = figures.groups.get(..count)?;
        let end = groups.last()?.0;
        let fits = match international {
            true => is_international(groups),
            false => is_national(groups, named) && (named || !is_amount(text, &figures, groups)),
        };
        (fits && text.is_border(end)).then_some(end)
    })
}

/// At most seven groups over single separators, or a hyphen or stroke between spaces; twenty figures at most.
fn figures(text: &Reading, from: usize) -> Figures {
    let mut read = Figures { groups: Vec::new(), is_dotted: true };
    let (mut at, mut total) = (from, 0);
    while read.groups.len() < 7 && total <= 20 {
        let end = (at..text.len().min(at + 21))
            .find(|&place| !text.at(place).is_some_and(|c| c.is_ascii_digit()))
            .unwrap_or(text.len().min(at + 21));
        if end == at {
            break;
        }
        total += end - at;
        read.groups.push((end, text.text(at..end)));
        let (skip, dotted) = separator(text, end);
        if skip == 0 {
            break;
        }
        read.is_dotted &= dotted;
        at = end + skip;
    }
    read
}

/// How many characters part two groups, and whether they are a dot.
fn separator(text: &Reading, at: usize) -> (usize, bool) {
    match (text.at(at), text.at(at + 1), text.at(at + 2)) {
        (Some(' '), Some('-' | '/' | '–'), Some(' ')) => (3, false),
        (Some('.'), Some(c), _) if c.is_ascii_digit() => (1, true),
        (Some(' ' | '\u{a0}' | '-' | '/'), Some(c), _) if c.is_ascii_digit() => (1, false),
        _ => (0, false),
    }
}

fn joined(groups: &[(usize, String)]) -> String {
    groups.iter().map(|(_, figures)| figures.as_str()).collect()
}

/// E.164: a country code and six to fourteen figures more.
fn is_international(groups: &[(usize, String)]) -> bool {
    let all = joined(groups);
    let plain = all.strip_prefix("00").unwrap_or(&all);
    (9..=15).contains(&plain.len()) && !plain.starts_with('0')
}

/// Mobile: 3 and eight or nine figures more, the first three together. Fixed: 0, an area, and a number; without a word that
/// says telephone, nine figures at least, in groups or ten of them, so that neither a protocol nor a VAT number is one.
fn is_national(groups: &[(usize, String)], named: bool) -> bool {
    let all = joined(groups);
    let first = groups.first().map(|(_, figures)| figures.len()).unwrap_or_default();
    let second = all.as_bytes().get(1).copied().unwrap_or_default();
    let small = groups.iter().skip(1).any(|(_, figures)| figures.len() < 2);
    let in_groups = groups.len() > 1 && !small;
    match all.as_bytes().first() {
        _ if small && !named => false,
        Some(b'3') if second.is_ascii_digit() && second != b'0' => {
            (all.len() == 10 && (first == 3 || groups.len() == 1))
                || (named && all.len() == 9)
                || (all.len() == 9 && first == 3 && groups.len() == 2)
        }
        Some(b'0') if second != b'0' => {
            let area = (2..=4).contains(&first);
            (named && (6..=11).contains(&all.len()))
                || (in_groups && area && (9..=11).contains(&all.len()))
                || (groups.len() == 1 && all.len() == 10)
        }
        _ => named && (6..=11).contains(&all.len()) && second.is_ascii_digit() && groups.len() <= 4,
    }
}

/// Thousands in threes, or money and people after it.
fn is_amount(text: &Reading, figures: &Figures, groups: &[(usize, String)]) -> bool {
    let threes = groups.iter().skip(1).all(|(_, figures)| figures.len() == 3);
    let end = groups.last().map(|(end, _)| *end).unwrap_or_default();
    let after = text.text(end..(end + 12).min(text.len())).to_lowercase();
    let counted = after.split_whitespace().next().is_some_and(|word| AMOUNTS.contains(&word));
    counted || (groups.len() > 1 && threes && figures.is_dotted)
}

/// `03/12/2024`, `3.12.24`, `2024-12-03`.
fn is_date(text: &Reading, from: usize) -> bool {
    let piece: String = text.text(from..(from + 10).min(text.len()));
    let mut parts = piece.split(['/', '.', '-', ' ']);
    let figures = |part: Option<&str>| part.map(|p| p.chars().take_while(char::is_ascii_digit).collect::<String>()).unwrap_or_default();
    let (a, b, c) = (figures(parts.next()), figures(parts.next()), figures(parts.next()));
    let number = |text: &str| text.parse::<u32>().unwrap_or_default();
    let day_first = a.len() <= 2
        && b.len() <= 2
        && (1..=31).contains(&number(&a))
        && (1..=12).contains(&number(&b))
        && (1900..=2099).contains(&number(&c));
    let year_first = (1900..=2099).contains(&number(&a)) && (1..=12).contains(&number(&b)) && (1..=31).contains(&number(&c));
    day_first || year_first
}
