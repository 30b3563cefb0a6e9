//! Numbers of documents as they are written in Italy: permits of stay and their receipts, passports, identity cards.

use std::ops::Range;

use super::Kind;
use super::reading::Reading;

/// Near these, a number is of an act or of a contract.
const ACTS: [&str; 14] = [
    "prot",
    "protocollo",
    "cig",
    "cup",
    "delibera",
    "determina",
    "ordinanza",
    "matricola",
    "fattura",
    "repertorio",
    "iva",
    "codice",
    "rif",
    "mandato",
];
const PERMITS: [&str; 10] = ["permesso", "permessi", "soggiorno", "pds", "pse", "carta", "assicurata", "ricevuta", "vestanet", "questura"];
const RECEIPTS: [&str; 4] = ["assicurata", "ricevuta", "raccomandata", "vestanet"];
const PASSPORTS: [&str; 4] = ["passaporto", "passaporti", "passport", "pass"];
const CARDS: [&str; 7] = ["identità", "identita", "ci", "cie", "c", "carta", "documento"];
/// How many words back the one may stand that says what a number is.
const NEAR: usize = 6;

pub fn numbers(text: &Reading) -> Vec<(Kind, Range<usize>)> {
    text.words().filter_map(|from| number(text, from)).collect()
}

fn number(text: &Reading, from: usize) -> Option<(Kind, Range<usize>)> {
    if text.follows(from, &ACTS, 2) {
        return None;
    }
    let end = end_of(text, from)?;
    let shape: String = text.text(from..end).chars().filter(|c| !c.is_whitespace()).map(class).collect();
    let kind = by_shape(text, from, &shape).or_else(|| by_context(text, from, &shape))?;
    Some((kind, from..end))
}

/// A word with figures in it, or one or two capitals, a space, and figures.
fn end_of(text: &Reading, from: usize) -> Option<usize> {
    let end = text.word_end(from);
    let is_series = end - from <= 2 && text.text(from..end).chars().all(|c| c.is_ascii_uppercase());
    let next = text.at(end + 1).filter(char::is_ascii_digit).filter(|_| text.at(end) == Some(' '));
    let whole = if is_series && next.is_some() { text.word_end(end + 1) } else { end };
    (whole - from <= 15).then_some(whole)
}

fn class(c: char) -> char {
    match c {
        _ if c.is_ascii_digit() => '0',
        _ if c.is_ascii_alphabetic() => 'A',
        _ => '?',
    }
}

/// Shapes that nothing else has: the permit I01234567, the electronic card CA12345AB, passport and paper card with two
/// letters and seven figures (of passports the first is Y).
fn by_shape(text: &Reading, from: usize, shape: &str) -> Option<Kind> {
    let first = text.at(from)?.to_ascii_uppercase();
    match shape {
        "A00000000" if first == 'I' => Some(Kind::Permit),
        "AA00000AA" => Some(Kind::IdentityCard),
        "AA0000000" if text.follows(from, &RECEIPTS, NEAR) => Some(Kind::Permit),
        "AA0000000" if first == 'Y' || text.follows(from, &PASSPORTS, NEAR) => Some(Kind::Passport),
        "AA0000000" => Some(Kind::IdentityCard),
        _ => None,
    }
}

/// Shapes of other states, and of receipts, where a word says what they are.
fn by_context(text: &Reading, from: usize, shape: &str) -> Option<Kind> {
    let figures = shape.bytes().filter(|b| *b == b'0').count();
    let is_number = !shape.contains('?') && figures >= 6 && shape.len() >= 7;
    if !is_number {
        return None;
    }
    // The nearest word decides: "permesso scaduto, passaporto A0123456".
    text.before(from).iter().take(NEAR).find_map(|word| match word.as_str() {
        word if PASSPORTS.contains(&word) => Some(Kind::Passport),
        word if PERMITS.contains(&word) && word != "carta" => Some(Kind::Permit),
        word if CARDS.contains(&word) && word.len() > 1 && shape.starts_with('A') => Some(Kind::IdentityCard),
        _ => None,
    })
}
