//! What pages of the desk share: the letters to somebody.

use maud::{Markup, html};

use super::correspondence::Posted;
use super::words::words;
use crate::ui::dates;
use crate::ui::page::Frame;
use crate::ui::table::{Column, table};

/// The latest letters to somebody: on what, and whether they left.
pub fn letters(frame: &Frame<'_>, letters: &[Posted]) -> Markup {
    let words = words(frame.lang);
    let columns = [words.letter_day, words.letter_subject, words.letter_to, words.letter_state].map(Column::new);
    html! {
        section aria-labelledby="lettere-titolo" {
            h2 #lettere-titolo { (words.letters) }
            @if letters.is_empty() { p { (words.no_letters) } } @else {
                (table("lettere", words.letters_caption, &columns, html! { @for letter in letters {
                    tr {
                        th scope="row" { (dates::short(letter.posted_at.day())) }
                        td { (letter.subject) }
                        td { (letter.to) ", " (letter.address) }
                        td { @match (letter.sent_at, letter.failed) {
                            (Some(at), _) => ((words.letter_sent)(&dates::short(at.day()))),
                            (None, true) => strong { (words.letter_failed) },
                            (None, false) => (words.letter_waiting),
                        } }
                    }
                } }, frame.words()))
            }
        }
    }
}
