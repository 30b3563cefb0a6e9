//! Where the words that were asked for stand in a text, and the part of it that says most.

use super::stems::{Stem, stems};

/// A part of a text, marked if it is one of the words asked for. The page escapes it like any text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Piece {
    pub text: String,
    pub marked: bool,
}

/// How much of a text is shown, in bytes, and how much of it before the first word found.
const SHOWN: usize = 260;
const BEFORE: usize = 60;

/// The whole text with the words asked for marked.
pub fn marked(text: &str, asked: &[String]) -> Vec<Piece> {
    pieces(text, &stems(text).into_iter().filter(|stem| asked.contains(&stem.text)).collect::<Vec<_>>())
}

/// The part of a text in which most of the words asked for stand; its beginning if none does.
pub fn snippet(text: &str, asked: &[String]) -> Vec<Piece> {
    let found: Vec<Stem> = stems(text).into_iter().filter(|stem| asked.contains(&stem.text)).collect();
    let start = found.iter().map(|stem| stem.span.start).max_by_key(|&start| (told(&found, start), std::cmp::Reverse(start))).unwrap_or(0);
    let from = border(text, start.saturating_sub(BEFORE));
    let to = border_after(text, from + SHOWN);
    let (mut before, mut after) = (String::new(), String::new());
    if from > 0 {
        before.push('…');
    }
    if to < text.len() {
        after.push('…');
    }
    let within: Vec<Stem> = found
        .into_iter()
        .filter(|stem| stem.span.start >= from && stem.span.end <= to)
        .map(|stem| Stem { span: stem.span.start - from..stem.span.end - from, ..stem })
        .collect();
    let mut all = pieces(text.get(from..to).unwrap_or_default().trim_end(), &within);
    for (piece, edge) in [(all.first().is_none_or(|p| p.marked), 0), (all.last().is_none_or(|p| p.marked), 1)] {
        if piece && !all.is_empty() {
            let at = if edge == 0 { 0 } else { all.len() };
            all.insert(at, Piece { text: String::new(), marked: false });
        }
    }
    if let Some(first) = all.first_mut() {
        first.text.insert_str(0, &before);
    }
    if let Some(last) = all.last_mut() {
        last.text.push_str(&after);
    }
    all.retain(|piece| !piece.text.is_empty());
    all
}

/// How many different words asked for stand in what would be shown from here.
fn told(found: &[Stem], start: usize) -> usize {
    let mut seen: Vec<&str> = Vec::new();
    for stem in found.iter().skip_while(|stem| stem.span.start < start).take_while(|stem| stem.span.end < start + SHOWN - BEFORE) {
        if !seen.contains(&stem.text.as_str()) {
            seen.push(&stem.text);
        }
    }
    seen.len()
}

/// The beginning of the word at or before a byte.
fn border(text: &str, at: usize) -> usize {
    let head = text.get(..text.floor_char_boundary(at)).unwrap_or_default();
    head.rfind(char::is_whitespace).map_or(0, |space| space + head.get(space..).and_then(|s| s.chars().next()).map_or(1, char::len_utf8))
}

/// The end of the word at or after a byte.
fn border_after(text: &str, at: usize) -> usize {
    let from = text.ceil_char_boundary(at.min(text.len()));
    // A word without end is cut.
    let window = text.get(from..text.floor_char_boundary((from + 30).min(text.len()))).unwrap_or_default();
    window.find(char::is_whitespace).map_or(from + window.len(), |space| from + space)
}

fn pieces(text: &str, found: &[Stem]) -> Vec<Piece> {
    let mut all = Vec::new();
    let mut at = 0;
    let mut push = |from: usize, to: usize, marked| {
        if let Some(part) = text.get(from..to).filter(|part| !part.is_empty()) {
            all.push(Piece { text: part.to_owned(), marked });
        }
    };
    for stem in found.iter().filter(|stem| stem.span.end <= text.len()) {
        push(at, stem.span.start, false);
        push(stem.span.start, stem.span.end, true);
        at = stem.span.end;
    }
    push(at, text.len(), false);
    all
}
