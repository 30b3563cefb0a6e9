//! Rules on one file by itself: its first sentence, its length, its names; and which of its texts are statements.

use super::houseplan::{ANY_LENGTH, EMPTY_NAMES, LONGEST_FILE};
use super::rules::{Finding, Rule, finding};
use super::source::{Source, Token};

/// Rules on the form of a file, wherever it is.
pub fn form(source: &Source, tokens: &[Token]) -> Vec<Finding> {
    let at = |line, rule, what: String| finding(&source.path, line, rule, what);
    let mut found = Vec::new();
    if !source.text.starts_with("//! ") {
        found.push(at(1, Rule::Opening, "the first line is no //! sentence".to_owned()));
    }
    let lines = source.text.lines().count();
    if lines > LONGEST_FILE && !source.path.ends_with(&format!("/{ANY_LENGTH}")) {
        found.push(at(lines, Rule::Length, format!("{lines} lines")));
    }
    for part in source.path.trim_end_matches(".rs").split('/') {
        found.extend(empty_name(part).map(|name| at(1, Rule::Name, format!("«{part}» is called {name}"))));
    }
    for (i, token) in tokens.iter().enumerate() {
        let is_attribute = |back: usize| i >= back && tokens[i - back].is_sign('#');
        if token.is_word("allow") && i > 0 && tokens[i - 1].is_sign('[') && (is_attribute(2) || is_attribute(3)) {
            found.push(at(token.line, Rule::Allow, "#[allow]".to_owned()));
        }
        let declares = matches!(token.word(), Some("mod" | "struct" | "enum" | "trait" | "type"));
        if let Some(name) = tokens.get(i + 1).and_then(Token::word).filter(|_| declares) {
            found.extend(empty_name(name).map(|empty| at(token.line, Rule::Name, format!("«{name}» is called {empty}"))));
        }
    }
    found
}

/// The empty name among the words of a name, in the singular or the plural: `FormHelpers` is a helper.
fn empty_name(name: &str) -> Option<&'static str> {
    let mut spaced = String::new();
    for c in name.chars() {
        if c.is_uppercase() {
            spaced.push('_');
        }
        spaced.extend(c.to_lowercase());
    }
    EMPTY_NAMES.into_iter().find(|empty| spaced.split(['_', '-']).any(|word| word == *empty || word == format!("{empty}s")))
}

/// Whether a string literal is a statement.
pub fn is_sql(text: &str) -> bool {
    let text = text.trim_start().to_lowercase();
    ["select ", "insert into ", "update ", "delete from ", "with "].iter().any(|verb| text.starts_with(verb))
        && (!text.starts_with("with ") || text.contains(" as ("))
        && (!text.starts_with("update ") || text.contains(" set "))
}

/// Words by which a statement would ask the engine for the time or for chance.
pub fn sql_clock(text: &str) -> Option<&'static str> {
    let text = text.to_lowercase();
    ["now()", "current_timestamp", "current_date", "current_time", "'now'", "unixepoch", "julianday", "clock_timestamp", "random()"]
        .into_iter()
        .find(|word| text.contains(word))
}
