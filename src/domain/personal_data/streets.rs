//! Street and number, as people write where somebody lives.

use std::ops::Range;

use super::Kind;
use super::reading::Reading;

/// Also in small letters they open an address.
const STREETS: [&str; 8] = ["via", "viale", "piazza", "vicolo", "p.zza", "p.za", "v.le", "piazzale"];
/// Words of every day too: what follows must look like a name.
const PLACES: [&str; 16] = [
    "corso",
    "c.so",
    "largo",
    "strada",
    "str.",
    "borgo",
    "contrada",
    "c.da",
    "località",
    "localita",
    "loc.",
    "frazione",
    "fraz.",
    "salita",
    "lungomare",
    "traversa",
];
/// Small words inside names.
const LINKS: [&str; 24] = [
    "di", "del", "della", "dello", "dei", "degli", "delle", "dell", "da", "dal", "dalla", "d", "la", "le", "il", "lo", "i", "e", "a", "al",
    "alla", "san", "santa", "sant",
];
/// After "via" they make no street: *in via eccezionale*, *via PEC*.
const NO_NAMES: [&str; 34] = [
    "eccezionale",
    "telematica",
    "ordinaria",
    "generale",
    "definitiva",
    "provvisoria",
    "amministrativa",
    "prioritaria",
    "preventiva",
    "principale",
    "esclusiva",
    "breve",
    "sperimentale",
    "informatica",
    "residuale",
    "urgenza",
    "libera",
    "pec",
    "mail",
    "email",
    "fax",
    "web",
    "posta",
    "sms",
    "giudiziaria",
    "straordinaria",
    "cautelare",
    "subordinata",
    "gerarchica",
    "analogica",
    "e",
    "per",
    "internet",
    "telefono",
];
/// Longest name, in words: *via della Madonna di San Luca*.
const WORDS: usize = 6;
/// Longest address read, in characters.
const LONGEST: usize = 90;

pub fn addresses(text: &Reading) -> Vec<(Kind, Range<usize>)> {
    text.words().filter_map(|from| address(text, from).map(|end| (Kind::Street, from..end))).collect()
}

fn address(text: &Reading, from: usize) -> Option<usize> {
    let (opening, named) = opening(text, from)?;
    let mut at = from + opening;
    let (mut names, mut capitals) = (0, false);
    for place in 0..WORDS {
        at = spaces(text, at)?;
        if at - from > LONGEST {
            return None;
        }
        let end = text.word_end(at);
        let word = text.text(at..end);
        let is_number = word.chars().next().is_some_and(|c| c.is_ascii_digit());
        // *via 4 Novembre*: a number opens a name only where a capital follows.
        if is_number && (names > 0 || !a_capital_follows(text, end)) {
            return (names > 0 && (named || capitals)).then(|| number(text, at)).flatten();
        }
        if let Some(end) = marked_number(text, at).filter(|_| names > 0 && (named || capitals)) {
            return Some(end);
        }
        let small = word.to_lowercase();
        let is_link = LINKS.contains(&small.as_str());
        if word.is_empty() || (!is_link && NO_NAMES.contains(&small.as_str())) {
            return None;
        }
        let is_capital = word.chars().next().is_some_and(char::is_uppercase);
        // In small letters, one word alone is taken for a name.
        if !is_link && !is_capital && !is_number && (capitals || names > 1 || !named || place > 2) {
            return None;
        }
        capitals |= is_capital;
        names += usize::from(!is_link);
        at = past_mark(text, end);
    }
    let at = spaces(text, at)?;
    marked_number(text, at).or_else(|| number(text, at)).filter(|_| names > 0 && (named || capitals))
}

/// How long the opening word is, and whether small letters may follow it.
fn opening(text: &Reading, from: usize) -> Option<(usize, bool)> {
    let piece = text.text(from..(from + 10).min(text.len())).to_lowercase();
    let opens =
        |word: &&&str| piece.strip_prefix(**word).is_some_and(|rest| word.ends_with('.') || !rest.starts_with(char::is_alphanumeric));
    let street = STREETS.iter().find(opens).map(|word| (word.chars().count(), true));
    street.or_else(|| PLACES.iter().find(opens).map(|word| (word.chars().count(), false)))
}

/// Past one or two spaces; `None` where there is none.
fn spaces(text: &Reading, from: usize) -> Option<usize> {
    let is_space = |at: usize| matches!(text.at(at), Some(' ' | '\u{a0}'));
    let at = (from..from + 3).find(|&at| !is_space(at))?;
    // An apostrophe and a comma part words too: *via dell'Olmo, 3*.
    let parted = at > from || from.checked_sub(1).and_then(|before| text.at(before)).is_some_and(|c| "'’,.".contains(c));
    (parted && at < text.len()).then_some(at)
}

fn past_mark(text: &Reading, at: usize) -> usize {
    at + usize::from(text.at(at).is_some_and(|c| "'’,.".contains(c)))
}

fn a_capital_follows(text: &Reading, end: usize) -> bool {
    text.at(end) == Some(' ') && text.at(end + 1).is_some_and(char::is_uppercase)
}

/// `n. 5`, `n° 5`, `nr 5`, `civico 5`, or `snc`: without a number.
fn marked_number(text: &Reading, at: usize) -> Option<usize> {
    let piece = text.text(at..(at + 8).min(text.len())).to_lowercase();
    if piece.starts_with("snc") && text.is_border(at + 3) {
        return Some(at + 3);
    }
    let mark = ["n.", "n°", "nr.", "nr", "num.", "civico", "civ.", "n "].into_iter().find(|mark| piece.starts_with(mark))?;
    let after = at + mark.chars().count();
    let at = (after..after + 3).find(|&at| text.at(at) != Some(' '))?;
    number(text, at)
}

/// One to four figures, and what may follow them: `5/A`, `21 bis`, `12b`. A year is none, nor the number of an act (`12/2024`).
fn number(text: &Reading, from: usize) -> Option<usize> {
    let figures = (from..text.len().min(from + 5)).take_while(|&at| text.at(at).is_some_and(|c| c.is_ascii_digit())).count();
    let end = from + figures;
    let value: u32 = text.text(from..end).parse().ok()?;
    let is_year = figures == 4 && (1900..=2099).contains(&value);
    if figures > 4 || is_year {
        return None;
    }
    let piece = text.text(end..(end + 6).min(text.len())).to_lowercase();
    let stroke = piece.strip_prefix('/').and_then(|rest| rest.chars().next());
    let tail = match stroke {
        Some(c) if c.is_alphabetic() => 2,
        Some(c) if c.is_ascii_digit() => {
            let more = piece.chars().skip(1).take_while(char::is_ascii_digit).count();
            if more > 2 { return None } else { more + 1 }
        }
        _ if piece.starts_with(" bis") || piece.starts_with(" ter") => 4,
        _ if piece.starts_with("bis") => 3,
        _ if piece.starts_with(|c: char| c.is_alphabetic()) => 1,
        _ => 0,
    };
    text.is_border(end + tail).then_some(end + tail)
}
