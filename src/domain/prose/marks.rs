//! Plain text with the few marks that people type, and the bullets that word processors leave.

use super::block::{Builder, Place};

/// Bullets, also those of symbol fonts; they count before a space or a tab.
const BULLETS: [char; 12] = ['-', '–', '—', '•', '·', '*', '▪', '◦', '●', '‣', '\u{f0b7}', '\u{f0a7}'];
/// Numbered items have two figures at most: `2026. ` begins a sentence.
const FIGURES: usize = 2;

pub fn read(text: &str, builder: &mut Builder) {
    let mut in_list = false;
    for line in text.split(['\n', '\u{2028}', '\u{2029}', '\u{b}', '\u{c}']) {
        let line = line.trim();
        if line.is_empty() {
            builder.part();
            in_list = false;
        } else if let Some((place, rest)) = item(line) {
            builder.begin(place);
            styled(rest, builder);
            in_list = true;
        } else {
            if in_list {
                builder.part();
                in_list = false;
            } else {
                builder.line();
            }
            styled(line, builder);
        }
    }
}

/// The item that a line is.
fn item(line: &str) -> Option<(Place, &str)> {
    let first = line.chars().next()?;
    if BULLETS.contains(&first) {
        let rest = line.get(first.len_utf8()..)?;
        return rest.starts_with([' ', '\t', '\u{a0}']).then(|| (Place::Item(None), rest.trim())).filter(|(_, rest)| !rest.is_empty());
    }
    let figures = line.find(|c: char| !c.is_ascii_digit()).filter(|count| (1..=FIGURES).contains(count))?;
    let (number, rest) = line.split_at(figures);
    let rest = rest.strip_prefix(['.', ')'])?;
    let is_item = rest.starts_with([' ', '\t', '\u{a0}']) && !rest.trim().is_empty();
    Some((Place::Item(number.parse().ok()), rest.trim())).filter(|_| is_item)
}

/// A mark, the byte where it stands, and whether it can open and close.
struct Mark {
    sign: &'static str,
    at: usize,
    opens: bool,
    closes: bool,
}

/// Bold between `**`, italic between `*` or `_`, within a line and around words.
fn styled(line: &str, builder: &mut Builder) {
    let marks = marks(line);
    let last = |sign: &str| marks.iter().rev().find(|mark| mark.closes && mark.sign == sign).map_or(0, |mark| mark.at);
    let lasts = [("**", last("**")), ("*", last("*")), ("_", last("_"))];
    let mut open: Vec<&str> = Vec::new();
    let mut from = 0;
    for mark in &marks {
        let is_open = open.contains(&mark.sign);
        let comes = lasts.iter().any(|(sign, at)| *sign == mark.sign && *at > mark.at);
        let counts = if is_open { mark.closes } else { mark.opens && comes };
        if !counts {
            continue;
        }
        builder.text(line.get(from..mark.at).unwrap_or_default());
        if is_open {
            open.retain(|sign| *sign != mark.sign);
        } else {
            open.push(mark.sign);
        }
        builder.bold = open.contains(&"**");
        builder.italic = open.contains(&"*") || open.contains(&"_");
        from = mark.at + mark.sign.len();
    }
    builder.text(line.get(from..).unwrap_or_default());
    (builder.bold, builder.italic) = (false, false);
}

fn marks(line: &str) -> Vec<Mark> {
    let mut marks = Vec::new();
    let mut before: Option<char> = None;
    let mut skip = 0;
    for (at, c) in line.char_indices() {
        if at < skip {
            continue;
        }
        let rest = line.get(at..).unwrap_or_default();
        if let Some(sign) = ["**", "*", "_"].into_iter().find(|sign| rest.starts_with(sign)) {
            let after = rest.get(sign.len()..).and_then(|rest| rest.chars().next());
            let (left, right) = (before.is_some_and(char::is_alphanumeric), after.is_some_and(char::is_alphanumeric));
            let solid = |c: Option<char>| c.is_some_and(|c| !c.is_whitespace());
            // Around words: `a_b_c` and `3 * 4` say nothing.
            marks.push(Mark { sign, at, opens: solid(after) && !left, closes: solid(before) && !right });
            skip = at + sign.len();
        }
        before = Some(c);
    }
    marks
}
