//! The words and signs of a condition, each with its place in the text.

use super::{Place, Placed, Syntax, SyntaxFault};

#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) enum Token<'a> {
    /// Keyword, name, question or option: the parser tells them apart by where they stand. Whole numbers are words
    /// too, because an option may be called `1`.
    Word(&'a str),
    /// A number with decimals.
    Decimal(&'a str),
    Sign(&'static str),
    End,
}

/// Longest first: `<=` before `<`.
const SIGNS: [&str; 12] = ["!=", "<=", ">=", "..", "=", "<", ">", "(", ")", "{", "}", ","];

pub(super) fn tokens(text: &str) -> Result<Vec<Placed<Token<'_>>>, SyntaxFault> {
    let mut found = Vec::new();
    let mut at = 0;
    while let Some(c) = text[at..].chars().next() {
        if c.is_whitespace() {
            at += c.len_utf8();
            continue;
        }
        let Some((token, length)) = next(&text[at..]) else {
            return Err(SyntaxFault { at: Place::new(at, at + c.len_utf8()), problem: Syntax::Character(c) });
        };
        found.push(Placed { at: Place::new(at, at + length), value: token });
        at += length;
    }
    found.push(Placed { at: Place::new(at, at), value: Token::End });
    Ok(found)
}

/// The token that the text begins with, and its length in bytes.
fn next(text: &str) -> Option<(Token<'_>, usize)> {
    if let Some(sign) = SIGNS.iter().find(|sign| text.starts_with(**sign)) {
        return Some((Token::Sign(sign), sign.len()));
    }
    let word = run(text, |b| b.is_ascii_alphanumeric() || b == b'-' || b == b'_');
    if word == 0 {
        return None;
    }
    let decimals = match text[word..].strip_prefix('.') {
        Some(rest) if is_whole(&text[..word]) => run(rest, |b| b.is_ascii_digit()),
        _ => 0,
    };
    match decimals {
        0 => Some((Token::Word(&text[..word]), word)),
        _ => Some((Token::Decimal(&text[..word + 1 + decimals]), word + 1 + decimals)),
    }
}

fn is_whole(word: &str) -> bool {
    let digits = word.strip_prefix('-').unwrap_or(word);
    !digits.is_empty() && digits.bytes().all(|b| b.is_ascii_digit())
}

fn run(text: &str, belongs: impl Fn(u8) -> bool) -> usize {
    text.bytes().take_while(|b| belongs(*b)).count()
}
