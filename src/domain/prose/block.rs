//! Blocks as they grow: text comes in pieces, in the style of the moment.

use super::link::{self, Link};
use super::{Block, Run, glyphs};

/// What begins at an item of a list.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Place {
    Paragraph,
    /// With the number of the item, if it has one.
    Item(Option<u32>),
}

#[derive(Default)]
pub struct Builder {
    blocks: Vec<Block>,
    runs: Vec<Run>,
    /// Whether they hold more than white space: looked at as text comes, since looking back over and over is what hostile
    /// texts are made for.
    has_words: bool,
    place: Option<Place>,
    /// The list before is over, though the next block is an item too.
    parted: bool,
    pub bold: bool,
    pub italic: bool,
    pub link: Option<Link>,
}

impl Builder {
    pub fn text(&mut self, text: &str) {
        self.has_words = self.has_words || text.contains(|c: char| !c.is_whitespace());
        match self.runs.last_mut() {
            Some(last) if last.bold == self.bold && last.italic == self.italic && last.link == self.link => last.text.push_str(text),
            _ => self.runs.push(Run { text: text.to_owned(), bold: self.bold, italic: self.italic, link: self.link.clone() }),
        }
    }

    /// A new line; a second one ends the paragraph.
    pub fn line(&mut self) {
        let ended = self.runs.last().is_some_and(|run| run.text.trim_end_matches([' ', '\t']).ends_with('\n'));
        match ended && !matches!(self.place, Some(Place::Item(_))) {
            true => self.end(),
            false => self.text("\n"),
        }
    }

    /// A block inside an item: a line of it, unless it is the first.
    pub fn line_within(&mut self) {
        if self.has_words && !self.runs.last().is_some_and(|run| run.text.ends_with('\n')) {
            self.text("\n");
        }
    }

    /// Ends the block, and says what the next one is.
    pub fn begin(&mut self, place: Place) {
        self.end();
        self.place = Some(place);
    }

    /// Ends the list: another may follow.
    pub fn part(&mut self) {
        self.end();
        self.parted = true;
    }

    /// Ends the block.
    pub fn end(&mut self) {
        self.has_words = false;
        let runs = link::named(link::found(glyphs::clean(std::mem::take(&mut self.runs))));
        if runs.is_empty() {
            return;
        }
        let place = self.place.take();
        let parted = std::mem::take(&mut self.parted);
        match (place, self.blocks.last_mut()) {
            (Some(Place::Item(number)), Some(Block::List { first, items })) if !parted && first.is_some() == number.is_some() => {
                items.push(runs)
            }
            (Some(Place::Item(first)), _) => self.blocks.push(Block::List { first, items: vec![runs] }),
            _ => self.blocks.push(Block::Paragraph(runs)),
        }
    }

    pub fn done(mut self) -> Vec<Block> {
        self.end();
        self.blocks
    }
}
