//! The text of a lesson as a tree: there is no place in it for HTML, so nothing an author writes can become any.

/// A part of a lesson that stands on lines of its own.
#[derive(Debug, Clone, PartialEq)]
pub enum Block {
    Heading {
        /// As a page shows it: 2 and below, because the title of the lesson is the only first heading.
        level: u8,
        /// Where links inside the course lead to.
        id: String,
        text: Vec<Inline>,
    },
    Paragraph(Vec<Inline>),
    List {
        /// Number of the first item; none where order says nothing.
        start: Option<u64>,
        items: Vec<Item>,
    },
    /// A quotation, or a box that an author set apart.
    Quote {
        callout: Option<Callout>,
        blocks: Vec<Block>,
    },
    Table {
        head: Vec<Vec<Inline>>,
        rows: Vec<Vec<Vec<Inline>>>,
    },
    Figure {
        /// Name in the folder `files`.
        file: String,
        alt: String,
        caption: Option<String>,
    },
    Video {
        file: String,
        /// WebVTT, beside the video.
        captions: String,
        title: String,
    },
    Code(String),
    Rule,
}

#[derive(Debug, Clone, PartialEq)]
pub struct Item {
    /// An item to be ticked off, on paper.
    pub box_: bool,
    pub blocks: Vec<Block>,
}

/// The kinds of box, `> [!NOTE]` and so on.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Callout {
    Note,
    Tip,
    Important,
    Warning,
    /// What is not certain.
    Caution,
}

#[derive(Debug, Clone, PartialEq)]
pub enum Inline {
    Text(String),
    Code(String),
    Strong(Vec<Inline>),
    Emphasis(Vec<Inline>),
    Link { to: Target, text: Vec<Inline> },
    Break,
}

/// Where a link leads. There is no other kind of address.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Target {
    /// A heading of the same lesson.
    Here(String),
    /// A lesson of the course by its id, and a heading in it.
    Lesson {
        lesson: String,
        heading: Option<String>,
    },
    /// A file of the course by its name.
    File(String),
    /// An address outside, `https://` or `http://`.
    Web(String),
    Mail(String),
    /// Nothing that a link may lead to: the words stay, the link does not.
    Nowhere,
}

/// The words without their form.
pub fn plain(inlines: &[Inline]) -> String {
    let mut all = String::new();
    gather(inlines, &mut all);
    all
}

fn gather(inlines: &[Inline], all: &mut String) {
    for inline in inlines {
        match inline {
            Inline::Text(text) | Inline::Code(text) => all.push_str(text),
            Inline::Strong(inner) | Inline::Emphasis(inner) | Inline::Link { text: inner, .. } => gather(inner, all),
            Inline::Break => all.push(' '),
        }
    }
}

/// All words of a lesson, for whoever searches or reads it as text.
pub fn words(blocks: &[Block]) -> String {
    let mut parts = Vec::new();
    each(blocks, &mut |block| match block {
        Block::Heading { text, .. } | Block::Paragraph(text) => parts.push(plain(text)),
        Block::Table { head, rows } => parts.extend(head.iter().chain(rows.iter().flatten()).map(|cell| plain(cell))),
        Block::Figure { alt, caption, .. } => parts.extend([Some(alt.clone()), caption.clone()].into_iter().flatten()),
        Block::Video { title, .. } => parts.push(title.clone()),
        Block::Code(text) => parts.push(text.clone()),
        _ => {}
    });
    parts.join("\n")
}

/// Every block, those inside others too.
pub fn each<'b>(blocks: &'b [Block], see: &mut impl FnMut(&'b Block)) {
    for block in blocks {
        see(block);
        match block {
            Block::List { items, .. } => items.iter().for_each(|item| each(&item.blocks, see)),
            Block::Quote { blocks, .. } => each(blocks, see),
            _ => {}
        }
    }
}
