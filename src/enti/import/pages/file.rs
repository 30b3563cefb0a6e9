//! One file: what is wrong with it, what it would do, or what it did.

use std::collections::BTreeSet;

use maud::{Markup, html};

use crate::domain::import::{Counts, FileKind, Judged};
use crate::enti::import::words::{Words, outcome, words};
use crate::enti::import::{Import, Reading, State};
use crate::ui::fields::{self, Choice, Group};
use crate::ui::imports::words as imports;
use crate::ui::page::{Frame, Notice, Shell, heading, page};
use crate::ui::table::{Column, table};
use crate::ui::{dates, paths};

/// Remarks and rows shown on the page; all of them are in the file.
const MOST_FAULTS: usize = 200;
const MOST_LINES: usize = 100;

pub struct FilePage<'a> {
    pub frame: &'a Frame<'a>,
    pub import: &'a Import,
    pub seen: Seen<'a>,
    pub notices: Vec<Notice>,
}

/// What there is to see of a file.
pub enum Seen<'a> {
    /// What it would do.
    Reading(&'a Reading),
    /// Only what the row tells: it runs, is done, or is no more kept.
    State,
}

pub fn file(view: &FilePage<'_>) -> Markup {
    let (frame, words) = (view.frame, words(view.frame.lang));
    let shell = Shell::new(frame, &view.import.file_name).crumb(frame.words().desk, paths::DESK).crumb(words.title, paths::IMPORTS);
    page(
        &shell.notices(view.notices.iter().cloned()),
        html! {
            (heading(&view.import.file_name, Some(imports::kind(frame.lang, view.import.kind))))
            (facts(view, words))
            @match &view.seen {
                Seen::Reading(reading) => { (reading_of(view, reading, words)) }
                Seen::State => { (state(view, words)) }
            }
        },
    )
}

fn facts(view: &FilePage<'_>, words: &Words) -> Markup {
    let (lang, import) = (view.frame.lang, view.import);
    html! {
        dl .aff-facts {
            div {
                dt { (words.uploaded) }
                dd {
                    (dates::moment_tag(lang, import.uploaded_at)) ", "
                    (import.uploaded_by.as_deref().unwrap_or(words.command_line))
                }
            }
            @if let Seen::Reading(reading) = &view.seen {
                div {
                    dt { (words.reading) }
                    dd { ((words.read_as)(imports::encoding(lang, import.encoding), imports::separator(lang, reading.table.sheet.separator))) }
                }
            }
            div { dt { (words.rows) } dd { (dates::count(lang, import.rows)) } }
        }
    }
}

fn reading_of(view: &FilePage<'_>, reading: &Reading, words: &Words) -> Markup {
    let unknown = &reading.table.layout.unknown;
    html! {
        @if !unknown.is_empty() { p .aff-box { ((words.unknown_columns)(&unknown.join(", "))) } }
        @if reading.judged.faults().is_empty() { (would(view, &reading.judged, words)) } @else { (bad(view, &reading.judged, words)) }
    }
}

fn bad(view: &FilePage<'_>, judged: &Judged, words: &Words) -> Markup {
    let (lang, faults) = (view.frame.lang, judged.faults());
    let rows = faults.iter().map(|fault| fault.row).collect::<BTreeSet<_>>().len();
    let columns =
        [Column::new(words.bad_row).figures(), Column::new(words.bad_column), Column::new(words.bad_found), Column::new(words.bad_problem)];
    let body = html! {
        @for fault in faults.iter().take(MOST_FAULTS) {
            tr {
                th scope="row" .aff-figures { (fault.row) }
                td { (fault.column) }
                td { @if fault.found.is_empty() { em { (words.bad_empty) } } @else { "«" (fault.found) "»" } }
                td { (imports::problem(lang, &fault.problem)) }
            }
        }
    };
    html! {
        h2 { (words.bad_title) }
        p { strong { ((words.bad_lead)(rows)) } }
        @if faults.len() > MOST_FAULTS { p { ((words.bad_more)(MOST_FAULTS, faults.len())) } }
        (table("da-correggere", words.bad_caption, &columns, body, view.frame.words()))
        p .aff-buttons {
            a .btn.btn-primary href=(paths::import_bad_rows(&view.import.id)) { (words.bad_export) }
            a .btn.btn-outline-primary href=(paths::IMPORTS) { (words.again) }
        }
        (give_up(view, words))
    }
}

fn would(view: &FilePage<'_>, judged: &Judged, words: &Words) -> Markup {
    let counts = judged.counts();
    html! {
        h2 { (words.would_title) }
        p { (words.would_lead) }
        (figures(counts, words))
        @if counts.created + counts.changed > 0 { (confirmation(view, judged, counts, words)) } @else { p { strong { (words.nothing_to_do) } } }
        (lines(view, judged, words))
        (give_up(view, words))
    }
}

fn figures(counts: Counts, words: &Words) -> Markup {
    html! {
        ul {
            li { ((words.created)(counts.created)) }
            li { ((words.changed)(counts.changed)) }
            li { ((words.same)(counts.same)) }
        }
    }
}

fn confirmation(view: &FilePage<'_>, judged: &Judged, counts: Counts, words: &Words) -> Markup {
    let invitation = Group::radios("invito", html! { (words.invite) })
        .choices(vec![Choice::new("ora", words.invite_now, false), Choice::new("dopo", words.invite_later, true)]);
    html! {
        form .aff-form method="post" action=(paths::import_confirmation(&view.import.id)) {
            (fields::hidden("impronta", &judged.fingerprint()))
            @if view.import.kind == FileKind::People && counts.created > 0 { (fields::group(&invitation, view.frame.words())) }
            p .aff-buttons { button .btn.btn-primary type="submit" { (words.confirm) } }
        }
    }
}

fn lines(view: &FilePage<'_>, judged: &Judged, words: &Words) -> Markup {
    let (lang, lines) = (view.frame.lang, judged.lines());
    let columns = [Column::new(words.bad_row).figures(), Column::new(words.would_about), Column::new(words.would_outcome)];
    let body = html! {
        @for line in lines.iter().take(MOST_LINES) {
            tr {
                th scope="row" .aff-figures { (line.row) }
                td { (line.about) }
                td { (outcome(lang, &line.outcome)) }
            }
        }
    };
    html! {
        @if lines.len() > MOST_LINES { p { ((words.would_more)(MOST_LINES, lines.len())) } }
        (table("righe", words.would_caption, &columns, body, view.frame.words()))
    }
}

fn give_up(view: &FilePage<'_>, words: &Words) -> Markup {
    html! {
        form .aff-form method="post" action=(paths::import_giving_up(&view.import.id)) {
            p .aff-buttons { button .btn.btn-outline-primary type="submit" { (words.give_up) } }
        }
    }
}

fn state(view: &FilePage<'_>, words: &Words) -> Markup {
    let import = view.import;
    html! {
        @match &import.state {
            State::Waiting => {}
            State::Running(_) => {
                div .aff-box role="status" data-refresh="2" {
                    p { strong { ((words.running_rows)(&dates::count(view.frame.lang, import.rows))) } }
                    p { (words.running) }
                }
                p .aff-buttons { a .btn.btn-outline-primary href=(paths::import(&import.id)) { (words.refresh) } }
                script src=(paths::asset("refresh.js")) defer {}
            }
            State::Done { at, by, counts } => {
                p { strong { ((words.done)(*counts)) } }
                p { ((words.done_by)(by.as_deref().unwrap_or(words.command_line), &dates::moment(view.frame.lang, *at))) }
                @if import.kind == FileKind::People && counts.created > 0 {
                    p { (if import.invited { words.done_invited } else { words.done_not_invited }) }
                }
            }
            State::Forgotten => { p { (words.forgotten) } }
        }
        p .aff-buttons { a .btn.btn-outline-primary href=(paths::IMPORTS) { (words.title) } }
    }
}
