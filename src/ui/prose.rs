//! Text that people pasted, as a page shows it. Every tag is written here; of the text only letters and checked addresses come in.

use maud::{Markup, html};

use crate::domain::prose::{Block, Prose, Run};

/// Blocks find their direction by their first letters, so that Arabic reads as it should and turns nothing around it.
pub fn prose(prose: &Prose) -> Markup {
    html! {
        @for block in &prose.blocks {
            @match block {
                Block::Paragraph(words) => p dir="auto" { (runs(words)) },
                Block::List { first: None, items } => ul { @for item in items { li dir="auto" { (runs(item)) } } },
                Block::List { first: Some(first), items } => ol start=(first) { @for item in items { li dir="auto" { (runs(item)) } } },
            }
        }
    }
}

/// Neighbours with one address are one link.
fn runs(runs: &[Run]) -> Markup {
    html! {
        @for group in runs.chunk_by(|a, b| a.link == b.link) {
            @match group.first().and_then(|run| run.link.as_ref()) {
                Some(link) => a href=(link.href()) rel="nofollow noopener ugc" { @for run in group { (styled(run)) } },
                None => @for run in group { (styled(run)) },
            }
        }
    }
}

fn styled(run: &Run) -> Markup {
    let inner = html! { @for (at, line) in run.text.split('\n').enumerate() { @if at > 0 { br; } (line) } };
    let inner = if run.italic {
        html! { em { (inner) } }
    } else {
        inner
    };
    if run.bold {
        html! { strong { (inner) } }
    } else {
        inner
    }
}
