//! A text as its finders read it: characters with their place, words before a place, groups of figures.

use std::ops::Range;

/// Characters by number, with the byte where each begins.
pub struct Reading {
    chars: Vec<char>,
    /// One more than there are characters: the last is the length of the text.
    starts: Vec<usize>,
}

/// How far back a word may stand that says what a number is.
const CONTEXT: usize = 40;

impl Reading {
    pub fn of(text: &str) -> Reading {
        let mut starts: Vec<usize> = text.char_indices().map(|(start, _)| start).collect();
        starts.push(text.len());
        Reading { chars: text.chars().collect(), starts }
    }

    pub fn len(&self) -> usize {
        self.chars.len()
    }

    pub fn at(&self, place: usize) -> Option<char> {
        self.chars.get(place).copied()
    }

    pub fn bytes(&self, place: &Range<usize>) -> Range<usize> {
        let byte = |at: usize| self.starts.get(at).copied().unwrap_or_default();
        byte(place.start)..byte(place.end)
    }

    pub fn text(&self, place: Range<usize>) -> String {
        self.chars.get(place).unwrap_or_default().iter().collect()
    }

    /// Whether letters or figures stand on neither side of the border.
    pub fn is_border(&self, place: usize) -> bool {
        let inside = |at: Option<usize>| at.and_then(|at| self.at(at)).is_some_and(char::is_alphanumeric);
        !(inside(place.checked_sub(1)) && inside(Some(place)))
    }

    /// Where words of letters and figures begin.
    pub fn words(&self) -> impl Iterator<Item = usize> + '_ {
        (0..self.len()).filter(|&at| self.at(at).is_some_and(char::is_alphanumeric) && self.is_border(at))
    }

    /// The end of the letters and figures that stand together from here on.
    pub fn word_end(&self, from: usize) -> usize {
        (from..self.len()).find(|&at| !self.at(at).is_some_and(char::is_alphanumeric)).unwrap_or(self.len())
    }

    /// Letters and figures from here on in capitals, over single spaces, hyphens and dots, each with the place after it;
    /// `count` of them at most.
    pub fn run(&self, from: usize, count: usize) -> Vec<(char, usize)> {
        let mut run = Vec::with_capacity(count);
        let mut at = from;
        while run.len() < count {
            match self.at(at) {
                Some(c) if c.is_ascii_alphanumeric() => run.push((c.to_ascii_uppercase(), at + 1)),
                Some(' ' | '\u{a0}' | '-' | '.') if self.at(at + 1).is_some_and(|c| c.is_ascii_alphanumeric()) && at > from => {}
                _ => break,
            }
            at += 1;
        }
        run
    }

    /// The words before a place in small letters, the nearest first, as far as they may say what stands there.
    pub fn before(&self, place: usize) -> Vec<String> {
        let window = self.text(place.saturating_sub(CONTEXT)..place).to_lowercase();
        window.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()).rev().map(str::to_owned).collect()
    }

    /// Whether one of these words is among the last before a place.
    pub fn follows(&self, place: usize, words: &[&str], within: usize) -> bool {
        self.before(place).iter().take(within).any(|word| words.contains(&word.as_str()))
    }
}
