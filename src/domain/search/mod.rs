//! What is the same in a search: words folded, stemmed and weighed, before any database sees them.
//!
//! Both engines are asked for the stems made here, so that both find the same (docs/decisions/0027).

mod highlight;
mod stems;

pub use highlight::{Piece, marked, snippet};
pub use stems::{Stem, stems};

use std::collections::BTreeMap;

/// Distinct stems of a question that count; of longer texts, those that occur first.
pub const ASKED: usize = 12;
/// Longest text of which words are kept, in characters: the forum's longest, and no more rows than it is worth.
const READ: usize = 60_000;

/// A word of a title says as much as so many of the text, and one of the theme.
const TITLE: i64 = 4;
const THEME: i64 = 2;
/// BM25: how soon more of the same word stop telling, and how much long texts count less. Length in words.
const SOON: f64 = 1.2;
const LENGTH: f64 = 0.6;
const USUAL_LENGTH: f64 = 80.0;
/// Weights are integers: sums are then the same in whatever order an engine adds them.
const UNIT: f64 = 1000.0;

/// Each stem of an entry with its weight, in alphabetical order.
pub fn weights(title: &str, theme: &str, text: &str) -> BTreeMap<String, i64> {
    let cut = text.char_indices().nth(READ).map_or(text.len(), |(at, _)| at);
    let mut counts: BTreeMap<String, i64> = BTreeMap::new();
    let mut length = 0;
    for (part, worth) in [(title, TITLE), (theme, THEME), (text.get(..cut).unwrap_or_default(), 1)] {
        for stem in stems(part) {
            *counts.entry(stem.text).or_default() += worth;
            length += 1;
        }
    }
    let long = 1.0 - LENGTH + LENGTH * f64::from(length) / USUAL_LENGTH;
    counts.into_iter().map(|(stem, count)| (stem, weight(count, long))).collect()
}

fn weight(count: i64, long: f64) -> i64 {
    let count = f64::from(i32::try_from(count).unwrap_or(i32::MAX));
    rounded(UNIT * count * (SOON + 1.0) / (count + SOON * long))
}

/// How much a stem tells that stands in `holding` of `all` entries.
pub fn rarity(all: i64, holding: i64) -> i64 {
    let number = |n: i64| f64::from(i32::try_from(n.max(0)).unwrap_or(i32::MAX));
    let (all, holding) = (number(all), number(holding));
    rounded(UNIT * (1.0 + (all - holding).max(0.0) / (holding + 0.5)).ln()).max(1)
}

#[expect(clippy::cast_possible_truncation, reason = "weights are a few thousand")]
fn rounded(value: f64) -> i64 {
    value.round() as i64
}

/// The distinct stems of a question, in the order typed.
pub fn asked(query: &str) -> Vec<String> {
    let mut distinct: Vec<String> = Vec::new();
    for stem in stems(query) {
        if !distinct.contains(&stem.text) {
            distinct.push(stem.text);
        }
        if distinct.len() == ASKED {
            break;
        }
    }
    distinct
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn one(text: &str) -> Vec<String> {
        asked(text)
    }

    #[test]
    fn number_case_accents_and_apostrophes_make_no_difference() {
        for same in ["permessi", "permesso", "PERMESSO", "Permessi,", "«permesso»", "permèsso"] {
            assert_eq!(one(same), one("permesso"), "{same}");
        }
        assert_eq!(one("l'identità"), one("identita'"));
        assert_eq!(one("dell’anagrafe"), one("Anagrafe"));
        assert_eq!(one("residenti"), one("residenza"));
        assert_eq!(one("rinnovare"), one("rinnovo"));
        assert_eq!(one("extracomunitari"), one("stranieri"));
        assert_eq!(one("e\u{300}tà"), one("età"));
    }

    #[test]
    fn acts_are_found_however_they_are_written() {
        assert_eq!(one("D.P.R. 223/1989"), one("dpr 223 1989"));
        assert_eq!(one("d.lgs. 286/98"), one("D.Lgs 286/98"));
        assert_eq!(one("art. 7, c. 3"), ["art", "7", "3"]);
    }

    #[test]
    fn what_every_question_says_tells_nothing() {
        assert_eq!(one("Buongiorno, vorrei sapere che cosa è e come si fa, grazie"), Vec::<String>::new());
        assert_eq!(one(""), Vec::<String>::new());
    }

    #[test]
    fn titles_tell_more_and_rare_words_too() {
        let weights = weights("Permesso scaduto", "anagrafe", "Il permesso del cittadino, il permesso e la ricevuta");
        let weight = |word: &str| weights[&one(word)[0]];
        assert!(weight("scaduto") > weight("ricevuta"), "{weights:?}");
        assert!(weight("permesso") > weight("scaduto"), "{weights:?}");
        assert!(rarity(100, 1) > rarity(100, 50) && rarity(100, 100) > 0);
    }

    #[test]
    fn a_snippet_shows_the_words_where_they_stand() {
        let text = format!("{} Il rinnovo del permesso va chiesto <b>subito</b>. {}", "Parole prima. ".repeat(30), "E dopo. ".repeat(40));
        let pieces = snippet(&text, &asked("permessi rinnovati"));
        let marked: Vec<&str> = pieces.iter().filter(|p| p.marked).map(|p| p.text.as_str()).collect();
        assert_eq!(marked, ["rinnovo", "permesso"]);
        let whole: String = pieces.iter().map(|p| p.text.as_str()).collect();
        assert!(whole.starts_with('…') && whole.ends_with('…') && whole.chars().count() < 320, "{whole}");
        assert_eq!(snippet("breve", &asked("altro")), [Piece { text: "breve".into(), marked: false }]);
    }

    proptest! {
        #[test]
        fn stems_stand_where_they_say(text in "(\\PC|[a-zà-ù' .]|D\\.P\\.R\\.|\\s){0,60}") {
            let mut end = 0;
            for stem in stems(&text) {
                prop_assert!(text.get(stem.span.clone()).is_some());
                prop_assert!(stem.span.start >= end && !stem.text.is_empty());
                end = stem.span.end;
            }
            let whole: String = marked(&text, &asked(&text)).into_iter().map(|piece| piece.text).collect();
            prop_assert_eq!(whole, text);
        }
    }
}
