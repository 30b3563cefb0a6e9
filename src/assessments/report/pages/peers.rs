//! The ente beside similar ones: the middle value and the middle half, never a name.

use maud::{Markup, html};

use super::{content, figure, part, whole};
use crate::assessments::report::Report;
use crate::assessments::report::words::Words;
use crate::ui::table::{Column, table};

pub(super) fn peers(report: &Report<'_>, words: &Words) -> Markup {
    let Some(view) = &report.peers else { return Markup::default() };
    let columns = [
        Column::new(words.dimension),
        Column::new(words.yours).figures(),
        Column::new(words.median).figures(),
        Column::new(words.middle_half).figures(),
    ];
    let body = html! {
        @for (d, quartiles) in report.sheet().dimensions.iter().zip(&view.quartiles) {
            tr {
                th scope="row" { (content(report, &d.dimension.name)) }
                td .aff-figures { (figure(report, words, d.score)) }
                @match quartiles {
                    None => td .aff-figures colspan="2" { (words.peers_too_few) },
                    Some(q) => {
                        td .aff-figures { (whole(report, q.median)) }
                        td .aff-figures { ((words.range)(&whole(report, q.lower), &whole(report, q.upper))) }
                    }
                }
            }
        }
    };
    part(
        "enti-simili",
        words.peers,
        html! {
            p { strong { (content(report, &view.class.name)) } ". " ((words.peers_lead)(view.of)) }
            p { (words.peers_warning) }
            (table("enti-simili-tabella", words.peers_caption, &columns, body, report.lang.words()))
        },
    )
}
