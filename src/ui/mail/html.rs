//! The HTML part: the same words, with a link that looks like one thing to do.

use maud::{DOCTYPE, Markup, html};

use super::View;
use crate::domain::letter::Block;

// On the elements, because Gmail drops style sheets where it likes.
const BODY: &str = "margin:0;padding:0;background-color:#ffffff;";
const SHEET: &str = "width:100%;max-width:600px;font-family:'Titillium Web',Arial,Helvetica,sans-serif;font-size:16px;line-height:1.5;color:#17324d;text-align:left;";
const CELL: &str = "padding:24px 16px;";
const HEADING: &str = "margin:32px 0 8px;padding:16px 0 0;border-top:1px solid #c5c7c9;font-size:20px;line-height:1.3;";
const PARAGRAPH: &str = "margin:0 0 16px;";
const BUTTON: &str = "background-color:#0066cc;border-radius:4px;";
const LINK: &str = "display:inline-block;padding:12px 24px;color:#ffffff;font-weight:bold;text-decoration:none;";
const ADDRESS: &str = "margin:8px 0 24px;font-size:14px;word-break:break-all;";
const FACTS: &str = "margin:0 0 16px;border-collapse:collapse;";
const NAME: &str = "padding:4px 16px 4px 0;text-align:left;vertical-align:top;font-weight:bold;";
const VALUE: &str = "padding:4px 0;text-align:left;vertical-align:top;";
const CODE: &str =
    "margin:0 0 16px;font-family:'Roboto Mono','Courier New',monospace;font-size:20px;letter-spacing:1px;word-break:break-all;";
const FOOT: &str = "padding:16px;border-top:1px solid #c5c7c9;font-size:14px;color:#435a70;";
const LINE: &str = "margin:0 0 8px;";

pub(super) fn write(view: &View<'_>) -> Markup {
    html! {
        (DOCTYPE)
        html lang=(view.letter.lang.as_str()) {
            head {
                meta http-equiv="Content-Type" content="text/html; charset=utf-8";
                meta name="viewport" content="width=device-width, initial-scale=1";
                title { (view.letter.subject) }
            }
            body style=(BODY) {
                // Outlook knows no widest width: a table of its own keeps the lines short there.
                table role="presentation" width="600" align="center" cellpadding="0" cellspacing="0" border="0" style=(SHEET) {
                    tr { td style=(CELL) {
                        p style=(PARAGRAPH) { (view.greeting()) }
                        @for block in &view.letter.body { (one(view, block)) }
                    } }
                    tr { td style=(FOOT) { (foot(view)) } }
                }
            }
        }
    }
}

fn one(view: &View<'_>, block: &Block) -> Markup {
    match block {
        Block::Heading(text) => html! { h2 style=(HEADING) { (text) } },
        Block::Paragraph(text) => html! { p style=(PARAGRAPH) { (broken(text)) } },
        Block::Action { label, path } => action(view, label, &view.address(path)),
        Block::Link { label, path } => html! { p style=(PARAGRAPH) { a href=(view.address(path)) { (label) } } },
        Block::Facts(facts) => html! {
            table cellpadding="0" cellspacing="0" border="0" style=(FACTS) {
                @for (name, value) in facts { tr { th scope="row" style=(NAME) { (name) } td style=(VALUE) { (broken(value)) } } }
            }
        },
        Block::List(items) => html! { ul style=(PARAGRAPH) { @for item in items { li { (item) } } } },
        Block::Code(code) => html! { p style=(CODE) { (code) } },
    }
}

/// A button by the cell that it stands in: Outlook gives links neither colour nor room.
fn action(view: &View<'_>, label: &str, address: &str) -> Markup {
    html! {
        table role="presentation" cellpadding="0" cellspacing="0" border="0" {
            tr { td bgcolor="#0066cc" style=(BUTTON) { a href=(address) style=(LINK) { (label) } } }
        }
        p style=(ADDRESS) { (view.words.or_copy) br; a href=(address) { (address) } }
    }
}

/// Line breaks of the text stay.
fn broken(text: &str) -> Markup {
    html! { @for (i, line) in text.lines().enumerate() { @if i > 0 { br; } (line) } }
}

fn foot(view: &View<'_>) -> Markup {
    let contacts = view.contacts();
    html! {
        p style=(LINE) { (view.who_writes()) }
        p style=(LINE) { (view.why()) }
        @if let Some((how, address)) = view.how() { p style=(LINE) { (how) br; a href=(address) { (address) } } }
        @if !contacts.is_empty() {
            p style=(LINE) {
                (view.words.questions)
                @for (name, contact) in contacts { br; (name) " " (contact) }
            }
        }
    }
}
