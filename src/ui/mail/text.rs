//! The text part: lines of at most 72 signs, readable by whoever has nothing else.

use super::View;
use crate::domain::letter::Block;

/// Signs in a line, unless one word is longer: addresses are never broken.
const WIDTH: usize = 72;

pub(super) fn write(view: &View<'_>) -> String {
    let mut parts = vec![view.greeting()];
    parts.extend(view.letter.body.iter().map(|block| one(view, block)));
    format!("{}\n\n-- \n{}\n", parts.join("\n\n"), foot(view))
}

fn one(view: &View<'_>, block: &Block) -> String {
    match block {
        Block::Heading(text) => {
            let heading = wrapped(text, "", "");
            let longest = heading.lines().map(|line| line.chars().count()).max().unwrap_or(0);
            format!("{heading}\n{}", "-".repeat(longest))
        }
        Block::Paragraph(text) => wrapped(text, "", ""),
        Block::Action { label, path } | Block::Link { label, path } => {
            format!("{}\n{}", wrapped(&format!("{label}:"), "", ""), view.address(path))
        }
        Block::Facts(facts) => lines(facts.iter().map(|(name, value)| wrapped(&format!("{name}: {value}"), "", "  "))),
        Block::List(items) => lines(items.iter().map(|item| wrapped(item, "- ", "  "))),
        Block::Code(code) => format!("    {code}"),
    }
}

fn foot(view: &View<'_>) -> String {
    let mut parts = vec![wrapped(&view.who_writes(), "", ""), wrapped(view.why(), "", "")];
    if let Some((how, address)) = view.how() {
        parts.extend([wrapped(how, "", ""), address]);
    }
    let contacts = view.contacts();
    if !contacts.is_empty() {
        parts.push(wrapped(view.words.questions, "", ""));
        parts.extend(contacts.iter().map(|(name, contact)| wrapped(&format!("{name} {contact}"), "- ", "  ")));
    }
    parts.join("\n")
}

fn lines(of: impl Iterator<Item = String>) -> String {
    of.collect::<Vec<_>>().join("\n")
}

/// Breaks lines between words; the first begins with `first`, the others with `rest`. Line breaks of the text stay.
fn wrapped(text: &str, first: &str, rest: &str) -> String {
    let mut out = String::new();
    let mut start = first;
    for paragraph in text.lines() {
        let mut line = start.to_owned();
        let mut is_empty = true;
        for word in paragraph.split_whitespace() {
            if !is_empty && line.chars().count() + 1 + word.chars().count() > WIDTH {
                out.push_str(&line);
                out.push('\n');
                line = rest.to_owned();
                is_empty = true;
            }
            if !is_empty {
                line.push(' ');
            }
            line.push_str(word);
            is_empty = false;
        }
        out.push_str(line.trim_end());
        out.push('\n');
        start = rest;
    }
    out.truncate(out.trim_end().len());
    out
}

#[cfg(test)]
mod tests {
    use super::{WIDTH, wrapped};

    #[test]
    fn lines_are_broken_between_words_and_addresses_never() {
        let text = "più ".repeat(40);
        let broken = wrapped(&text, "- ", "  ");
        assert!(broken.lines().all(|line| line.chars().count() <= WIDTH), "{broken}");
        assert!(broken.starts_with("- più") && broken.lines().skip(1).all(|line| line.starts_with("  più")), "{broken}");
        let address = format!("https://ente.example/{}", "x".repeat(100));
        assert_eq!(wrapped(&format!("Qui: {address}"), "", ""), format!("Qui:\n{address}"));
        assert_eq!(wrapped("uno\ndue", "", ""), "uno\ndue");
        assert_eq!(wrapped("", "", ""), "");
    }
}
