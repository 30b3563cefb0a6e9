//! Usernames: the name by which somebody signs in, and those proposed from a person's own name.

use super::place_names::fold;

/// Shortest and longest, in characters.
pub const SHORTEST: usize = 3;
pub const LONGEST: usize = 60;
/// How many numbered ones are proposed after the plain ones: homonyms of one office are fewer.
const NUMBERED: usize = 8;

/// Lower-case letters, digits, `.`, `-`, `_`.
pub fn is_sound(username: &str) -> bool {
    let shape = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit() || matches!(c, '.' | '-' | '_');
    (SHORTEST..=LONGEST).contains(&username.len()) && username.chars().all(shape)
}

/// As people type it: no spaces around it, no capitals.
pub fn tidy(typed: &str) -> String {
    typed.trim().to_lowercase()
}

/// Usernames from a name, the plainest first: `anna.bruno`, `a.bruno`, `annabruno`, `anna.bruno2` … Empty where the name
/// has no letter that a username may have.
pub fn proposed(name: &str) -> Vec<String> {
    let folded = fold(name);
    let words: Vec<&str> = folded.split(' ').filter(|word| !word.is_empty()).collect();
    let plain = match words.as_slice() {
        [] => return Vec::new(),
        [only] => vec![(*only).to_owned(), format!("{only}.piano")],
        [first, rest @ ..] => {
            let last = rest.concat();
            vec![format!("{first}.{last}"), format!("{}.{last}", &first[..1]), format!("{first}{last}")]
        }
    };
    let numbered = (2..2 + NUMBERED).map(|n| format!("{}{n}", cut(&plain[0], LONGEST - 2)));
    let all: Vec<String> = plain.iter().map(|one| cut(one, LONGEST).to_owned()).chain(numbered).collect();
    let mut apart: Vec<String> = Vec::new();
    for one in all {
        // Short names give the same twice: `a.a`.
        if is_sound(&one) && !apart.contains(&one) {
            apart.push(one);
        }
    }
    apart
}

/// Folded names are ASCII: every byte is a character.
fn cut(text: &str, longest: usize) -> &str {
    text.get(..longest).unwrap_or(text)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn the_plainest_comes_first() {
        for (name, expected) in [
            ("Anna Bruno", vec!["anna.bruno", "a.bruno", "annabruno", "anna.bruno2"]),
            ("Niccolò De' Rossi", vec!["niccolo.derossi", "n.derossi", "niccoloderossi", "niccolo.derossi2"]),
            ("  ANNA   maria  D'Angelo ", vec!["anna.mariadangelo", "a.mariadangelo"]),
            ("Madonna", vec!["madonna", "madonna.piano", "madonna2"]),
        ] {
            let found = proposed(name);
            assert_eq!(found[..expected.len()], expected, "{name}");
        }
        assert_eq!(proposed("…"), Vec::<String>::new());
        assert_eq!(proposed("李 明"), Vec::<String>::new());
    }

    #[test]
    fn a_username_is_typed_as_people_type() {
        assert_eq!(tidy("  Anna.Bruno "), "anna.bruno");
        for wrong in ["ab", "anna bruno", "anna@x.it", "è.verde", &"a".repeat(61)] {
            assert!(!is_sound(wrong), "{wrong}");
        }
    }

    proptest! {
        #[test]
        fn whatever_is_proposed_may_be_taken(name in "\\PC{0,120}") {
            let found = proposed(&name);
            prop_assert!(found.iter().all(|one| is_sound(one)), "{found:?}");
            let mut apart = found.clone();
            apart.sort_unstable();
            apart.dedup();
            prop_assert_eq!(apart.len(), found.len());
        }
    }
}
