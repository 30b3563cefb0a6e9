//! The tree of a lesson as markup: every word is escaped, and there is nothing else in the tree.

use maud::{Markup, html};

use crate::courses::words::{Words, words};
use crate::domain::course::Course;
use crate::domain::course::text::{Block, Callout, Inline, Item, Target};
use crate::ui::page::icon;
use crate::ui::paths;
use crate::ui::words::Lang;

/// What the blocks of a lesson are drawn with.
struct Pen<'a> {
    course: &'a Course,
    words: &'static Words,
    /// Tables so far: each has a name of its own.
    tables: std::cell::Cell<usize>,
}

/// The text of a lesson in its own language.
pub fn prose(course: &Course, blocks: &[Block], lang: Lang) -> Markup {
    let pen = Pen { course, words: words(lang), tables: std::cell::Cell::new(0) };
    html! { div .aff-prose lang=(course.lang) { (pen.blocks(blocks)) } }
}

impl Pen<'_> {
    fn blocks(&self, blocks: &[Block]) -> Markup {
        html! { @for block in blocks { (self.block(block)) } }
    }

    fn block(&self, block: &Block) -> Markup {
        match block {
            Block::Heading { level, id, text } => self.heading(*level, id, text),
            Block::Paragraph(text) => html! { p { (self.inlines(text)) } },
            Block::List { start, items } => self.list(*start, items),
            Block::Quote { callout: Some(callout), blocks } => self.callout(*callout, blocks),
            Block::Quote { callout: None, blocks } => html! { blockquote { (self.blocks(blocks)) } },
            Block::Table { head, rows } => self.table(head, rows),
            Block::Figure { file, alt, caption } => html! {
                figure .aff-figure {
                    img src=(paths::course_file(&self.course.id, file)) alt=(alt) loading="lazy";
                    @if let Some(caption) = caption { figcaption { (caption) } }
                }
            },
            Block::Video { file, captions, title } => self.video(file, captions, title),
            Block::Code(text) => html! { pre tabindex="0" { code { (text) } } },
            Block::Rule => html! { hr; },
        }
    }

    fn heading(&self, level: u8, id: &str, text: &[Inline]) -> Markup {
        let text = self.inlines(text);
        match level {
            2 => html! { h2 id=(id) { (text) } },
            3 => html! { h3 id=(id) { (text) } },
            4 => html! { h4 id=(id) { (text) } },
            5 => html! { h5 id=(id) { (text) } },
            _ => html! { h6 id=(id) { (text) } },
        }
    }

    fn list(&self, start: Option<u64>, items: &[Item]) -> Markup {
        let boxes = items.iter().any(|item| item.box_);
        let inner = html! { @for item in items { li { (self.item(item)) } } };
        match start {
            Some(1) => html! { ol { (inner) } },
            Some(first) => html! { ol start=(first) { (inner) } },
            None => html! { ul .aff-boxes[boxes] { (inner) } },
        }
    }

    /// A single paragraph needs no element of its own.
    fn item(&self, item: &Item) -> Markup {
        match item.blocks.as_slice() {
            [Block::Paragraph(text), rest @ ..] => html! { (self.inlines(text)) (self.blocks(rest)) },
            blocks => self.blocks(blocks),
        }
    }

    fn callout(&self, callout: Callout, blocks: &[Block]) -> Markup {
        let (class, drawing) = match callout {
            Callout::Note => ("note", "it-info-circle"),
            Callout::Tip => ("success", "it-check-circle"),
            Callout::Important => ("important", "it-pin"),
            Callout::Warning => ("warning", "it-warning-circle"),
            Callout::Caution => ("warning", "it-help-circle"),
        };
        html! {
            div .callout.(class) {
                div .callout-inner {
                    p .callout-title { (icon(drawing, "")) span .text { ((self.words.callout)(callout)) } }
                    (self.blocks(blocks))
                }
            }
        }
    }

    fn table(&self, head: &[Vec<Inline>], rows: &[Vec<Vec<Inline>>]) -> Markup {
        let number = self.tables.get() + 1;
        self.tables.set(number);
        let id = format!("tabella-{number}");
        html! {
            div .table-responsive.aff-table tabindex="0" role="region" aria-labelledby=(id) {
                table .table {
                    caption id=(id) { ((self.words.table)(number)) }
                    thead { tr { @for cell in head { th scope="col" { (self.inlines(cell)) } } } }
                    tbody {
                        @for row in rows {
                            tr {
                                @for (n, cell) in row.iter().enumerate() {
                                    @if n == 0 { th scope="row" { (self.inlines(cell)) } } @else { td { (self.inlines(cell)) } }
                                }
                            }
                        }
                    }
                }
            }
        }
    }

    fn video(&self, file: &str, captions: &str, title: &str) -> Markup {
        let (film, words) = (paths::course_file(&self.course.id, file), paths::course_file(&self.course.id, captions));
        html! {
            figure .aff-figure {
                video controls preload="metadata" src=(film) aria-label=(title) {
                    track kind="captions" src=(words) srclang=(self.course.lang) label=(self.words.captions) default;
                }
                figcaption { (title) " · " a href=(words) { (self.words.download_captions) } }
            }
        }
    }

    fn inlines(&self, inlines: &[Inline]) -> Markup {
        html! { @for inline in inlines { (self.inline(inline)) } }
    }

    fn inline(&self, inline: &Inline) -> Markup {
        match inline {
            Inline::Text(text) => html! { (text) },
            Inline::Code(text) => html! { code { (text) } },
            Inline::Strong(inner) => html! { strong { (self.inlines(inner)) } },
            Inline::Emphasis(inner) => html! { em { (self.inlines(inner)) } },
            Inline::Link { to, text } => self.link(to, text),
            Inline::Break => html! { br; },
        }
    }

    fn link(&self, to: &Target, text: &[Inline]) -> Markup {
        let text = self.inlines(text);
        match to {
            Target::Here(heading) => html! { a href={ "#" (heading) } { (text) } },
            Target::Lesson { lesson, heading } => {
                let heading = heading.as_ref().map(|heading| format!("#{heading}")).unwrap_or_default();
                html! { a href={ (paths::lesson(&self.course.id, lesson)) (heading) } { (text) } }
            }
            Target::File(name) => {
                let about = self.course.file(name).map(|file| (self.words.download)(&file.format(), file.size));
                html! { a href=(paths::course_file(&self.course.id, name)) { (text) @if let Some(about) = about { " (" (about) ")" } } }
            }
            Target::Web(address) => external(address, &text, self.words),
            Target::Mail(mailbox) => html! { a href={ "mailto:" (mailbox) } { (text) } },
            Target::Nowhere => text,
        }
    }
}

/// A link that leaves the site says so.
pub fn external(address: &str, text: &Markup, words: &Words) -> Markup {
    html! {
        a href=(address) rel="noopener noreferrer" {
            (text) (icon("it-external-link", "icon-xs icon-primary")) span .visually-hidden { " (" (words.external) ")" }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::course::markdown::read;
    use crate::platform::courseware;

    const HOSTILE: &str = "\
# <img src=x onerror=alert(1)>

<script>alert(document.cookie)</script>

<iframe src=\"https://altrove.it\"></iframe>

Testo <b onmouseover=\"alert(1)\">forte</b> e [premio](javascript:alert(1)) e [altro](data:text/html;base64,PHNjcmlwdD4=).

![x\" onerror=\"alert(1)](files/a.svg \"t\" onload=\"alert(1)\")

| <script>1</script> | B |
|---|---|
| [a](//altrove.it) | `</code><script>2</script>` |

```html
</pre><script>3</script>
```

[v](https://altrove.it/\"onclick=\"alert(1))
";

    #[test]
    fn a_hostile_lesson_renders_harmless() {
        let course = courseware::shipped()[0].parse().expect("a course");
        let html = prose(&course, &read(HOSTILE).blocks, Lang::It).into_string();
        let tags: Vec<&str> = html.split('<').skip(1).map(|tag| tag.split('>').next().unwrap_or_default()).collect();
        for tag in &tags {
            let name = tag.trim_start_matches('/').split(|c: char| !c.is_ascii_alphanumeric()).next().unwrap_or_default();
            assert!(!["script", "iframe", "b", "object", "style"].contains(&name), "<{tag}>");
            let values_out = tag.split('"').step_by(2).collect::<Vec<_>>().concat();
            assert!(!values_out.contains(" on"), "<{tag}>");
            assert!(!tag.contains("javascript:") && !tag.contains("data:") && !tag.contains("\"//"), "<{tag}>");
        }
        assert!(html.contains("&lt;script&gt;alert(document.cookie)&lt;/script&gt;"), "{html}");
        assert!(html.contains("e premio e altro"), "links to nowhere are words: {html}");
    }
}
