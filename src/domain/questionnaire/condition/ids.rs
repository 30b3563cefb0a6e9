//! The shapes of ids, as conditions and form field names need them.

/// `[A-Z][A-Za-z0-9]*`
pub fn is_question(word: &str) -> bool {
    word.starts_with(|c: char| c.is_ascii_uppercase()) && word.bytes().all(|b| b.is_ascii_alphanumeric())
}

/// `[a-z0-9-]+`: options, rows and columns are parts of form field names.
pub fn is_option(word: &str) -> bool {
    !word.is_empty() && word.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'-')
}

/// `[a-z][a-z0-9_-]*`, and none of the words of the language.
pub fn is_name(word: &str) -> bool {
    const TAKEN: [&str; 10] = ["always", "and", "has", "in", "level", "not", "or", "points", "rows", "value"];
    let fits = |b: u8| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'-' || b == b'_';
    word.starts_with(|c: char| c.is_ascii_lowercase()) && word.bytes().all(fits) && !TAKEN.contains(&word)
}
