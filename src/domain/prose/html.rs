//! HTML of a page or a word processor, read for its paragraphs, lists, bold, italic and links.

use super::block::{Builder, Place};
use super::link::Link;
use super::tokens::{Token, Tokens, attribute, decoded};

/// What HTML that was copied begins with, and what it closes. A tag that somebody talks about does neither.
const BEGINNINGS: [&str; 26] = [
    "<p>",
    "<p ",
    "<div",
    "<span",
    "<b>",
    "<b ",
    "<strong",
    "<i>",
    "<em>",
    "<em ",
    "<ul",
    "<ol",
    "<li",
    "<a ",
    "<a>",
    "<table",
    "<html",
    "<meta",
    "<!--startfragment",
    "<!doctype",
    "<h1",
    "<h2",
    "<h3",
    "<h4",
    "<br",
    "<font",
];
const ENDS: [&str; 12] = ["</p>", "</b>", "</strong>", "</i>", "</em>", "</a>", "</li>", "</div>", "</span>", "</td>", "<br>", "<br/>"];
/// Elements that stand on lines of their own.
const BLOCKS: [&str; 22] = [
    "p",
    "div",
    "h1",
    "h2",
    "h3",
    "h4",
    "h5",
    "h6",
    "tr",
    "table",
    "blockquote",
    "pre",
    "section",
    "article",
    "header",
    "footer",
    "dl",
    "dt",
    "dd",
    "hr",
    "figure",
    "caption",
];
const HEADINGS: [&str; 6] = ["h1", "h2", "h3", "h4", "h5", "h6"];
/// How a word processor calls the paragraphs that are items, and how it fences their bullets.
const ITEM_CLASS: &str = "MsoListParagraph";
const FENCE: &str = "![if !supportLists]";

pub fn is_html(text: &str) -> bool {
    let small = text.to_ascii_lowercase();
    let begins = BEGINNINGS.iter().any(|sign| small.trim_start().starts_with(sign));
    begins || ENDS.iter().any(|sign| small.contains(sign))
}

/// How many of each are open: marks overlap in what is pasted, and some are never closed.
#[derive(Default)]
struct Open {
    bold: usize,
    italic: usize,
    heading: bool,
    /// Lists around the place: the next number, or bullets. Items of lists in lists stand in one row.
    lists: Vec<Option<u32>>,
    /// Between the fences of a bullet of a word processor: what stood there.
    bullet: Option<String>,
}

/// Lists in lists that are told apart.
const DEEPEST: usize = 8;

pub fn read(text: &str, builder: &mut Builder) {
    let mut open = Open::default();
    for token in Tokens::of(text) {
        match token {
            Token::Text(text) => words(text, &mut open, builder),
            Token::Open(name, inside) => opens(&name, inside, &mut open, builder),
            Token::Close(name) => closes(&name, &mut open, builder),
            Token::Aside(FENCE) => open.bullet = Some(String::new()),
            Token::Aside(_) => fence_ends(&mut open, builder),
        }
        builder.bold = open.bold > 0 || open.heading;
        builder.italic = open.italic > 0;
    }
}

fn words(text: &str, open: &mut Open, builder: &mut Builder) {
    // White space of the source is one space; lines are made by tags.
    let text = decoded(&text.replace(['\n', '\r', '\t'], " "));
    match &mut open.bullet {
        Some(bullet) => bullet.push_str(&text),
        None => builder.text(&text),
    }
}

/// A number makes a numbered item of it.
fn fence_ends(open: &mut Open, builder: &mut Builder) {
    let Some(bullet) = open.bullet.take() else { return };
    let figures: String = bullet.trim().chars().take_while(char::is_ascii_digit).collect();
    builder.begin(Place::Item(figures.parse().ok()));
}

fn opens(name: &str, inside: &str, open: &mut Open, builder: &mut Builder) {
    match name {
        "b" | "strong" => open.bold += 1,
        "i" | "em" | "cite" => open.italic += 1,
        "br" => builder.line(),
        "td" | "th" => builder.text(" "),
        "a" => builder.link = attribute(inside, "href").and_then(|href| Link::parse(&decoded(href))),
        "ul" | "ol" => {
            let first = attribute(inside, "start").and_then(|first| first.parse().ok()).unwrap_or(1);
            if open.lists.is_empty() {
                builder.part();
            }
            if open.lists.len() < DEEPEST {
                open.lists.push((name == "ol").then_some(first));
            }
        }
        "li" => item(open, builder),
        _ if BLOCKS.contains(&name) => {
            open.heading = HEADINGS.contains(&name);
            let is_item = attribute(inside, "class").is_some_and(|class| class.starts_with(ITEM_CLASS));
            // A paragraph in an item is the item.
            match open.lists.is_empty() {
                true if is_item => builder.begin(Place::Item(None)),
                true => builder.begin(Place::Paragraph),
                false => builder.line_within(),
            }
        }
        _ => {}
    }
}

/// The next item of the innermost list.
fn item(open: &mut Open, builder: &mut Builder) {
    let number = match open.lists.last_mut() {
        Some(Some(next)) => {
            let number = *next;
            *next = next.saturating_add(1);
            Some(number)
        }
        _ => None,
    };
    builder.begin(Place::Item(number));
}

fn closes(name: &str, open: &mut Open, builder: &mut Builder) {
    match name {
        "b" | "strong" => open.bold = open.bold.saturating_sub(1),
        "i" | "em" | "cite" => open.italic = open.italic.saturating_sub(1),
        "a" => builder.link = None,
        "li" => builder.end(),
        "ul" | "ol" => {
            open.lists.pop();
            builder.end();
            if open.lists.is_empty() {
                builder.part();
            }
        }
        _ if BLOCKS.contains(&name) => {
            open.heading = false;
            if open.lists.is_empty() {
                builder.begin(Place::Paragraph);
            }
        }
        _ => {}
    }
}
