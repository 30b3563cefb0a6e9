//! From Markdown to the tree of a lesson (`docs/course-format.md`): what is not in the tree's vocabulary becomes plain text, and a remark.

use std::iter::Peekable;
use std::ops::Range;
use std::vec::IntoIter;

use pulldown_cmark::{BlockQuoteKind, CodeBlockKind, Event, HeadingLevel, Options, Parser, Tag, TagEnd};

use super::fault::Mistake;
use super::text::{Block, Callout, Inline, Item, Target, plain};

/// A lesson as read, with what is wrong in it by byte range.
#[derive(Debug, Default)]
pub struct Reading {
    pub blocks: Vec<Block>,
    pub remarks: Vec<(Range<usize>, Mistake)>,
    /// Links inside the course, for whoever knows its lessons and files.
    pub targets: Vec<(Range<usize>, Target)>,
    /// Files shown in the text: pictures and videos.
    pub shown: Vec<(Range<usize>, String)>,
    pub headings: Vec<String>,
}

/// Reads one lesson. Never fails: whatever is written can be shown, harmless.
pub fn read(text: &str) -> Reading {
    let options = Options::ENABLE_TABLES | Options::ENABLE_TASKLISTS | Options::ENABLE_GFM;
    let events: Vec<_> = Parser::new_ext(text, options).into_offset_iter().collect();
    let mut reader = Reader { events: events.into_iter().peekable(), reading: Reading::default(), level: 0 };
    let blocks = reader.blocks(None);
    reader.reading.blocks = blocks;
    reader.reading
}

struct Reader<'t> {
    events: Peekable<IntoIter<(Event<'t>, Range<usize>)>>,
    reading: Reading,
    /// That of the heading before, as written; 0 before the first.
    level: u8,
}

/// The last heading that a page has.
const DEEPEST: u8 = 6;

impl<'t> Reader<'t> {
    fn remark(&mut self, at: &Range<usize>, mistake: Mistake) {
        self.reading.remarks.push((at.clone(), mistake));
    }

    /// Up to the end of what they stand in, or of the text.
    fn blocks(&mut self, end: Option<TagEnd>) -> Vec<Block> {
        let mut blocks = Vec::new();
        while let Some((event, at)) = self.events.next() {
            match event {
                Event::End(tag) if Some(tag) == end => break,
                Event::Start(tag) if is_block(&tag) => blocks.extend(self.block(tag, &at)),
                Event::Rule => blocks.push(Block::Rule),
                Event::Html(html) => blocks.push(self.raw(&html, &at)),
                // The text of a tight list stands in its item without a paragraph.
                other => {
                    let text = self.loose((other, at));
                    if !text.is_empty() {
                        blocks.push(Block::Paragraph(text));
                    }
                }
            }
        }
        blocks
    }

    fn block(&mut self, tag: Tag<'t>, at: &Range<usize>) -> Option<Block> {
        match tag {
            Tag::Paragraph => self.paragraph(at),
            Tag::Heading { level, .. } => Some(self.heading(level, at)),
            Tag::BlockQuote(kind) => Some(Block::Quote { callout: kind.map(callout), blocks: self.blocks(Some(TagEnd::BlockQuote(kind))) }),
            Tag::List(start) => Some(self.list(start)),
            Tag::Table(_) => Some(self.table()),
            Tag::CodeBlock(kind) => Some(self.code(&kind)),
            Tag::HtmlBlock => {
                let inner = self.blocks(Some(TagEnd::HtmlBlock));
                inner.into_iter().next()
            }
            other => {
                self.blocks(Some(other.to_end()));
                None
            }
        }
    }

    /// HTML that an author wrote: its letters, and nothing more.
    fn raw(&mut self, html: &str, at: &Range<usize>) -> Block {
        self.remark(at, Mistake::RawHtml);
        let mut all = html.to_owned();
        while let Some((Event::Html(more), _)) = self.events.next_if(|(event, _)| matches!(event, Event::Html(_))) {
            all.push_str(&more);
        }
        Block::Paragraph(vec![Inline::Text(all.trim_end().to_owned())])
    }

    /// A picture alone in its paragraph is a figure or a video.
    fn paragraph(&mut self, at: &Range<usize>) -> Option<Block> {
        if let Some((Event::Start(Tag::Image { .. }), _)) = self.events.peek()
            && let Some((Event::Start(Tag::Image { dest_url, title, .. }), place)) = self.events.next()
        {
            let alt = plain(&self.inlines(TagEnd::Image));
            let block = self.media(dest_url.as_ref(), title.as_ref(), &alt, &place);
            let rest = self.inlines(TagEnd::Paragraph);
            if !rest.is_empty() {
                self.remark(at, Mistake::PictureInText);
            }
            return Some(block);
        }
        let text = self.inlines(TagEnd::Paragraph);
        (!text.is_empty()).then_some(Block::Paragraph(text))
    }

    fn media(&mut self, address: &str, title: &str, alt: &str, at: &Range<usize>) -> Block {
        let Some(file) = file_name(address) else {
            self.remark(at, Mistake::PictureElsewhere { address: address.to_owned() });
            return Block::Paragraph(vec![Inline::Text(alt.to_owned())]);
        };
        self.reading.shown.push((at.clone(), file.to_owned()));
        if alt.trim().is_empty() {
            self.remark(at, Mistake::MissingAlt { file: file.to_owned() });
        }
        match file.rsplit_once('.') {
            Some((stem, "mp4" | "webm")) => Block::Video { file: file.to_owned(), captions: format!("{stem}.vtt"), title: alt.to_owned() },
            _ => {
                let caption = Some(title.trim().to_owned()).filter(|caption| !caption.is_empty());
                Block::Figure { file: file.to_owned(), alt: alt.to_owned(), caption }
            }
        }
    }

    /// Written from `#`, shown from the second level: the first is the title of the lesson.
    fn heading(&mut self, level: HeadingLevel, at: &Range<usize>) -> Block {
        let written = level as u8;
        if written > self.level + 1 {
            self.remark(at, Mistake::HeadingSkipped { level: written, after: self.level });
        }
        if written >= DEEPEST {
            self.remark(at, Mistake::HeadingTooDeep);
        }
        self.level = written;
        let text = self.inlines(TagEnd::Heading(level));
        let base = slug(&plain(&text));
        if base.is_empty() {
            self.remark(at, Mistake::EmptyHeading);
        }
        let taken = |id: &String| self.reading.headings.contains(id);
        let id = (1..).map(|n| if n == 1 { base.clone() } else { format!("{base}-{n}") }).find(|id| !taken(id)).unwrap_or_default();
        self.reading.headings.push(id.clone());
        Block::Heading { level: (written + 1).min(DEEPEST), id, text }
    }

    fn list(&mut self, start: Option<u64>) -> Block {
        let mut items = Vec::new();
        while let Some((event, _)) = self.events.next() {
            match event {
                Event::Start(Tag::Item) => {
                    let box_ = self.events.next_if(|(event, _)| matches!(event, Event::TaskListMarker(_))).is_some();
                    items.push(Item { box_, blocks: self.blocks(Some(TagEnd::Item)) });
                }
                Event::End(TagEnd::List(_)) => break,
                _ => {}
            }
        }
        Block::List { start, items }
    }

    fn table(&mut self) -> Block {
        let (mut head, mut rows, mut row) = (Vec::new(), Vec::new(), Vec::new());
        while let Some((event, at)) = self.events.next() {
            match event {
                Event::Start(Tag::TableCell) => row.push(self.inlines(TagEnd::TableCell)),
                Event::End(TagEnd::TableHead) => {
                    head = std::mem::take(&mut row);
                    if head.iter().any(Vec::is_empty) {
                        self.remark(&at, Mistake::TableWithoutHeader);
                    }
                }
                Event::End(TagEnd::TableRow) => rows.push(std::mem::take(&mut row)),
                Event::End(TagEnd::Table) => break,
                _ => {}
            }
        }
        Block::Table { head, rows }
    }

    fn code(&mut self, _kind: &CodeBlockKind<'_>) -> Block {
        let mut all = String::new();
        for (event, _) in self.events.by_ref() {
            match event {
                Event::Text(text) => all.push_str(&text),
                Event::End(TagEnd::CodeBlock) => break,
                _ => {}
            }
        }
        Block::Code(all.trim_end().to_owned())
    }

    /// Words that stand in an item by themselves, up to the next block or the end.
    fn loose(&mut self, first: (Event<'t>, Range<usize>)) -> Vec<Inline> {
        let mut all = Vec::new();
        self.inline(first, &mut all);
        while let Some(next) = self.events.next_if(|(event, _)| continues(event)) {
            self.inline(next, &mut all);
        }
        all
    }

    fn inlines(&mut self, end: TagEnd) -> Vec<Inline> {
        let mut all = Vec::new();
        while let Some((event, at)) = self.events.next() {
            if matches!(&event, Event::End(tag) if *tag == end) {
                break;
            }
            self.inline((event, at), &mut all);
        }
        all
    }

    fn inline(&mut self, (event, at): (Event<'t>, Range<usize>), all: &mut Vec<Inline>) {
        match event {
            Event::Text(text) => all.push(Inline::Text(text.into_string())),
            Event::Code(text) => all.push(Inline::Code(text.into_string())),
            Event::SoftBreak => all.push(Inline::Text(" ".to_owned())),
            Event::HardBreak => all.push(Inline::Break),
            Event::InlineHtml(html) | Event::Html(html) => {
                self.remark(&at, Mistake::RawHtml);
                all.push(Inline::Text(html.into_string()));
            }
            Event::Start(Tag::Strong) => {
                let inner = self.inlines(TagEnd::Strong);
                all.push(Inline::Strong(inner));
            }
            Event::Start(Tag::Emphasis) => {
                let inner = self.inlines(TagEnd::Emphasis);
                all.push(Inline::Emphasis(inner));
            }
            Event::Start(Tag::Link { dest_url, .. }) => {
                let text = self.inlines(TagEnd::Link);
                all.push(self.link(dest_url.as_ref(), text, &at));
            }
            Event::Start(Tag::Image { .. }) => {
                self.remark(&at, Mistake::PictureInText);
                let alt = self.inlines(TagEnd::Image);
                all.extend(alt);
            }
            _ => {}
        }
    }

    fn link(&mut self, address: &str, text: Vec<Inline>, at: &Range<usize>) -> Inline {
        let words = plain(&text);
        if words.trim().is_empty() {
            self.remark(at, Mistake::LinkWithoutText);
        } else if VAGUE.contains(&words.trim().to_lowercase().as_str()) {
            self.remark(at, Mistake::VagueLink { text: words });
        }
        let to = target(address);
        if to == Target::Nowhere {
            self.remark(at, Mistake::UnsafeLink { address: address.to_owned() });
        }
        self.reading.targets.push((at.clone(), to.clone()));
        Inline::Link { to, text }
    }
}

/// Words that say nothing to whoever hears the links of a page one after the other.
const VAGUE: [&str; 6] = ["qui", "clicca qui", "link", "leggi", "here", "click here"];

fn is_block(tag: &Tag<'_>) -> bool {
    !matches!(tag, Tag::Strong | Tag::Emphasis | Tag::Strikethrough | Tag::Link { .. } | Tag::Image { .. })
}

fn continues(event: &Event<'_>) -> bool {
    match event {
        Event::Start(tag) => !is_block(tag),
        Event::Text(_) | Event::Code(_) | Event::SoftBreak | Event::HardBreak | Event::InlineHtml(_) => true,
        _ => false,
    }
}

fn callout(kind: BlockQuoteKind) -> Callout {
    match kind {
        BlockQuoteKind::Note => Callout::Note,
        BlockQuoteKind::Tip => Callout::Tip,
        BlockQuoteKind::Important => Callout::Important,
        BlockQuoteKind::Warning => Callout::Warning,
        BlockQuoteKind::Caution => Callout::Caution,
    }
}

/// `files/schema.svg` → `schema.svg`. Whatever goes elsewhere has no name here.
fn file_name(address: &str) -> Option<&str> {
    address.strip_prefix("files/").filter(|name| is_file_name(name))
}

/// Small letters, digits, `-`, `_` and dots inside: the same on every machine, and nothing to escape in an address.
pub fn is_file_name(name: &str) -> bool {
    let fits = |b: u8| b.is_ascii_lowercase() || b.is_ascii_digit() || matches!(b, b'-' | b'_' | b'.');
    !name.starts_with('.') && !name.ends_with('.') && !name.contains("..") && name.contains('.') && name.bytes().all(fits)
}

fn target(address: &str) -> Target {
    if let Some(heading) = address.strip_prefix('#') {
        return Target::Here(heading.to_owned());
    }
    if let Some(name) = file_name(address) {
        return Target::File(name.to_owned());
    }
    let is_web = |scheme: &str| address.strip_prefix(scheme).is_some_and(|rest| !rest.is_empty());
    if is_web("https://") || is_web("http://") {
        return Target::Web(address.to_owned());
    }
    if let Some(mailbox) = address.strip_prefix("mailto:").filter(|mailbox| mailbox.contains('@')) {
        return Target::Mail(mailbox.to_owned());
    }
    let (file, heading) = address.split_once('#').map_or((address, None), |(file, heading)| (file, Some(heading.to_owned())));
    match file.strip_suffix(".md") {
        Some(stem) => Target::Lesson { lesson: super::lesson_id(stem).unwrap_or(stem).to_owned(), heading },
        None => Target::Nowhere,
    }
}

/// `L'iscrizione: chi può` → `l-iscrizione-chi-può` without accents: `l-iscrizione-chi-puo`.
pub fn slug(text: &str) -> String {
    let plain = |c: char| match c {
        'à' | 'á' => 'a',
        'è' | 'é' => 'e',
        'ì' | 'í' => 'i',
        'ò' | 'ó' => 'o',
        'ù' | 'ú' => 'u',
        c if c.is_ascii_alphanumeric() => c,
        _ => '-',
    };
    let all: String = text.to_lowercase().chars().map(plain).collect();
    let parts: Vec<&str> = all.split('-').filter(|part| !part.is_empty()).collect();
    parts.join("-")
}

#[cfg(test)]
#[path = "markdown_tests.rs"]
mod tests;
