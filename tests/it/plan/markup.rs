//! Text in the middle of markup: what a page would say in one language only.

use super::source::{Kind, Token};

/// Literals with a letter in them that `html!` would show, with their lines. Values of attributes, classes, arms of a match
/// and arguments are no text of the page.
pub fn spoken(tokens: &[Token]) -> Vec<(usize, String)> {
    let mut found = Vec::new();
    let mut at = 0;
    while at + 2 < tokens.len() {
        at = if opens(tokens, at) { markup(tokens, at + 2, &mut found) } else { at + 1 };
    }
    found
}

/// An abbreviation in capitals speaks no language: JSON, CSV.
fn has_words(text: &str) -> bool {
    text.chars().any(char::is_lowercase) || (text.contains(' ') && text.chars().any(char::is_alphabetic))
}

fn opens(tokens: &[Token], at: usize) -> bool {
    let sign = |ahead: usize, sign| tokens.get(at + ahead).is_some_and(|token| token.is_sign(sign));
    tokens[at].is_word("html") && sign(1, '!') && sign(2, '{')
}

/// One `html! { … }`, from its brace on; gives the place after it.
fn markup(tokens: &[Token], start: usize, found: &mut Vec<(usize, String)>) -> usize {
    // What is open: `true` for what holds values rather than text.
    let mut open: Vec<bool> = Vec::new();
    let mut at = start;
    while at < tokens.len() {
        // Markup handed to a function is markup again.
        if opens(tokens, at) {
            at = markup(tokens, at + 2, found);
            continue;
        }
        let before = at.checked_sub(1).map(|b| &tokens[b].kind);
        match &tokens[at].kind {
            Kind::Sign('{') => open.push(before == Some(&Kind::Sign('='))),
            Kind::Sign('(' | '[') => open.push(true),
            Kind::Sign('}' | ')' | ']') => {
                open.pop();
                if open.is_empty() {
                    return at + 1;
                }
            }
            Kind::Text(text) => {
                let is_value = open.contains(&true) || matches!(before, Some(Kind::Sign('=' | '.' | '#' | '|')));
                let is_arm = tokens.get(at + 1).is_some_and(|next| next.is_sign('=') || next.is_sign('|'));
                if !is_value && !is_arm && has_words(text) {
                    found.push((tokens[at].line, text.clone()));
                }
            }
            _ => {}
        }
        at += 1;
    }
    tokens.len()
}
