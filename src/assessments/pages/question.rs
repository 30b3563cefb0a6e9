//! One question of a section as people fill it in: legend, answers, what sets it aside, note and act folded.

use std::collections::BTreeMap;

use maud::{Markup, html};

use super::number::{Whole, number};
use crate::access::form::Fields;
use crate::assessments::section_form::{ACT_MAX, NOTE_MAX, field, row_field};
use crate::assessments::words::{Words, answer_text};
use crate::domain::moment::Moment;
use crate::domain::questionnaire::answer::{DONT_KNOW, NOT_APPLICABLE};
use crate::domain::questionnaire::{Answer, Choice, Kind, Question, Row};
use crate::domain::saving::{Entry, Kept};
use crate::enti::Residents;
use crate::ui::dates;
use crate::ui::fields::{self, Field, id_of};
use crate::ui::words::Lang;

/// What stands in the fields: as kept, or as typed when the form came back.
#[derive(Debug, Clone, Default)]
pub struct Shown {
    values: Vec<String>,
    rows: BTreeMap<String, String>,
    note: String,
    act: String,
}

impl Shown {
    pub fn kept(entry: &Entry) -> Shown {
        let mut shown = Shown { note: entry.note.clone(), act: entry.act.clone(), ..Shown::default() };
        match &entry.answer {
            None => {}
            Some(Answer::Choice(id)) | Some(Answer::Text(id)) => shown.values.push(id.clone()),
            Some(Answer::Choices(ids)) => shown.values.extend(ids.iter().cloned()),
            Some(Answer::Level(level)) => shown.values.push(level.to_string()),
            // As people write it: a comma, no points between thousands.
            Some(Answer::Number(value)) => shown.values.push(value.to_string().replace('.', ",")),
            Some(Answer::Rows(rows)) => shown.rows = rows.clone(),
            Some(Answer::NotApplicable) => shown.values.push(NOT_APPLICABLE.into()),
            Some(Answer::DontKnow) => shown.values.push(DONT_KNOW.into()),
        }
        shown
    }

    pub fn typed(question: &Question, fields: &Fields) -> Shown {
        let rows = match &question.kind {
            Kind::Matrix { rows, .. } => rows.as_slice(),
            _ => &[],
        };
        let row = |id: &str| fields.get(&row_field(&question.id, id)).map(str::to_owned);
        Shown {
            values: fields.all(&field("a", &question.id)).map(str::to_owned).collect(),
            rows: rows.iter().filter_map(|r| Some((r.id.clone(), row(&r.id)?))).collect(),
            note: fields.get(&field("n", &question.id)).unwrap_or_default().to_owned(),
            act: fields.get(&field("t", &question.id)).unwrap_or_default().to_owned(),
        }
    }

    fn has(&self, value: &str) -> bool {
        self.values.iter().any(|v| v == value)
    }

    pub(super) fn typed_text(&self) -> &str {
        self.values.iter().map(String::as_str).find(|v| *v != NOT_APPLICABLE && *v != DONT_KNOW).unwrap_or_default()
    }

    pub(super) fn has_note(&self) -> bool {
        !self.note.trim().is_empty()
    }

    fn is_blank(&self) -> bool {
        self.values.iter().all(String::is_empty) && self.rows.is_empty()
    }
}

/// A question with all that its place in the form needs.
pub struct QuestionView<'a> {
    pub question: &'a Question,
    /// The condition in words, where there is one: said where the question would stand.
    pub condition: Option<String>,
    pub visible: bool,
    pub shown: Shown,
    pub kept: Option<&'a Kept>,
    /// The revision and the fingerprint of what the page showed when it was first served.
    pub revision: i64,
    pub fingerprint: String,
    /// What to correct, in a sentence.
    pub problem: Option<String>,
    /// A colleague changed it first: the person chooses.
    pub conflict: bool,
    /// What the system proposes for a number.
    pub proposed: Option<Residents>,
    /// The number that this one is a part of.
    pub whole: Option<Whole<'a>>,
}

pub struct Sheet<'a> {
    pub lang: Lang,
    pub words: &'a Words,
    /// Language of the content, where it differs from the page's.
    pub content: Option<&'a str>,
    pub now: Moment,
    /// Levels describe what is done in the ente; in a survey they are opinions.
    pub describes_practice: bool,
}

pub fn question(view: &QuestionView<'_>, sheet: &Sheet<'_>) -> Markup {
    let q = view.question;
    html! {
        @if let Some(condition) = &view.condition {
            p .aff-asked-when data-unless=(q.id) hidden[view.visible] { ((sheet.words.asked_when)(&q.id, condition)) }
        }
        div .aff-question.aff-wrong[view.problem.is_some() || view.conflict] id=(q.id) tabindex="-1" data-question=(q.id) hidden[!view.visible] {
            (fields::hidden(&field("rev", &q.id), &view.revision.to_string()))
            (fields::hidden(&field("b", &q.id), &view.fingerprint))
            @if view.conflict { (conflict(view, sheet)) }
            fieldset .aff-group aria-describedby=[described(view)] {
                legend { span .aff-number-of { (q.id) } " " span lang=[sheet.content] { (q.text) } }
                @if let Some(problem) = &view.problem {
                    p .aff-error id={ (q.id) "-error" } { (problem) }
                }
                @if q.help.is_some() || q.office.is_some() { (help(q, sheet)) }
                (answers(view, sheet))
            }
            (note_and_act(view, sheet))
            p .aff-saved-by data-changed=(q.id) { @if let Some(kept) = view.kept { (changed(kept, sheet)) } }
        }
    }
}

/// A question by itself: without note, act, colleagues and revision. Where it hangs on another, that is said above it.
pub fn alone(view: &QuestionView<'_>, sheet: &Sheet<'_>) -> Markup {
    let q = view.question;
    html! {
        div .aff-question.aff-wrong[view.problem.is_some()] id=(q.id) tabindex="-1" {
            @if let Some(condition) = &view.condition { p .aff-asked-when { (condition) } }
            fieldset .aff-group aria-describedby=[described(view)] {
                legend { span .aff-number-of { (q.id) } " " span lang=[sheet.content] { (q.text) } }
                @if let Some(problem) = &view.problem { p .aff-error id={ (q.id) "-error" } { (problem) } }
                @if let Some(help) = &q.help { p .form-text lang=[sheet.content] { (help) } }
                (answers(view, sheet))
            }
        }
    }
}

fn described(view: &QuestionView<'_>) -> Option<String> {
    view.problem.is_some().then(|| format!("{}-error", view.question.id))
}

fn changed(kept: &Kept, sheet: &Sheet<'_>) -> Markup {
    let when = dates::lately(sheet.lang, kept.changed_at, sheet.now);
    html! { @if !kept.changed_by.is_empty() { ((sheet.words.changed_by)(&kept.changed_by, &when)) } }
}

fn help(q: &Question, sheet: &Sheet<'_>) -> Markup {
    html! {
        details .aff-fold {
            summary { (sheet.words.help) span .visually-hidden { " " (q.id) } }
            div {
                @if let Some(help) = &q.help { p lang=[sheet.content] { (help) } }
                @if let Some(office) = &q.office { p { ((sheet.words.office)(office)) } }
            }
        }
    }
}

fn answers(view: &QuestionView<'_>, sheet: &Sheet<'_>) -> Markup {
    let (q, words) = (view.question, sheet.words);
    let name = field("a", &q.id);
    match &q.kind {
        Kind::Single { options } => radios(view, sheet, &name, options, true),
        Kind::YesNo { options } => radios(view, sheet, &name, options, false),
        Kind::Maturity { levels } => html! {
            @if sheet.describes_practice { p .form-text { (words.maturity_hint) } }
            (radios(view, sheet, &name, levels, true))
        },
        Kind::Multiple { options } => html! {
            p .form-text { (words.several_hint) }
            (rows(sheet, &name, "checkbox", options, &view.shown, true))
            (asides(view, sheet, "checkbox"))
        },
        Kind::Number(kind) => number(view, kind, sheet),
        Kind::Matrix { rows, columns } => html! {
            @for row in rows {
                (matrix_row(view, sheet, row, columns))
            }
            (asides(view, sheet, "checkbox"))
        },
        Kind::Text { max_chars } => {
            let field = Field::new(&name, words.your_answer).value(view.shown.typed_text()).longest(*max_chars).optional();
            fields::area(&field, 4, sheet.lang.words())
        }
    }
}

fn radios(view: &QuestionView<'_>, sheet: &Sheet<'_>, name: &str, options: &[Choice], lettered: bool) -> Markup {
    html! {
        (rows(sheet, name, "radio", options, &view.shown, lettered))
        (asides(view, sheet, "radio"))
    }
}

fn rows(sheet: &Sheet<'_>, name: &str, kind: &str, options: &[Choice], shown: &Shown, lettered: bool) -> Markup {
    let choices: Vec<_> = options
        .iter()
        .map(|o| fields::Choice {
            value: o.id.clone(),
            label: html! {
                @if lettered { span .aff-letter { (o.id) ")" } " " }
                span lang=[sheet.content] { (o.text) }
            },
            checked: shown.has(&o.id),
            aside: false,
        })
        .collect();
    fields::rows(name, kind, &choices)
}

/// "Non so", "non applicabile" and, to take a radio back, "lascia senza risposta": set apart and lighter.
pub(super) fn asides(view: &QuestionView<'_>, sheet: &Sheet<'_>, kind: &str) -> Markup {
    let (q, words, shown) = (view.question, sheet.words, &view.shown);
    let name = field("a", &q.id);
    let mut choices = Vec::new();
    if q.admits_dont_know() {
        choices.push((DONT_KNOW, words.dont_know.to_owned(), shown.has(DONT_KNOW)));
    }
    if let Some(case) = &q.not_applicable {
        let label = if case.is_empty() { words.not_applicable.to_owned() } else { (words.not_applicable_when)(case) };
        choices.push((NOT_APPLICABLE, label, shown.has(NOT_APPLICABLE)));
    }
    if kind == "radio" {
        choices.push(("", words.no_answer.to_owned(), shown.is_blank()));
    }
    html! {
        @if !choices.is_empty() {
            div .aff-rows.aff-asides {
                @for (value, label, checked) in &choices {
                    @let own = format!("{}-{}", id_of(&name), if value.is_empty() { "vuota" } else { value });
                    div .aff-row.aff-aside {
                        input type=(kind) name=(name) value=(value) id=(own) checked[*checked];
                        label for=(own) { (label) }
                    }
                }
            }
        }
    }
}

fn matrix_row(view: &QuestionView<'_>, sheet: &Sheet<'_>, row: &Row, columns: &[Choice]) -> Markup {
    let name = row_field(&view.question.id, &row.id);
    let chosen = view.shown.rows.get(&row.id).map(String::as_str).unwrap_or_default();
    let mut choices: Vec<_> = columns
        .iter()
        .map(|c| fields::Choice {
            value: c.id.clone(),
            label: html! { span lang=[sheet.content] { (c.text) } },
            checked: chosen == c.id,
            aside: false,
        })
        .collect();
    if view.question.admits_dont_know() {
        choices.push(fields::Choice::new(DONT_KNOW, sheet.words.dont_know, chosen == DONT_KNOW).aside());
    }
    html! {
        fieldset .aff-matrix-row {
            legend lang=[sheet.content] { (row.text) }
            (fields::rows(&name, "radio", &choices))
        }
    }
}

fn note_and_act(view: &QuestionView<'_>, sheet: &Sheet<'_>) -> Markup {
    let (q, words, shown) = (view.question, sheet.words, &view.shown);
    let (note, act) = (field("n", &q.id), field("t", &q.id));
    html! {
        details .aff-fold.aff-note open[!shown.note.is_empty() || !shown.act.is_empty()] {
            summary { (words.note_and_act) span .visually-hidden { " " (q.id) } }
            div {
                (fields::area(&Field::new(&note, words.note).value(&shown.note).hint(words.note_hint).longest(NOTE_MAX).optional(), 3, sheet.lang.words()))
                (fields::text(&Field::new(&act, words.act).value(&shown.act).hint(words.act_hint).longest(ACT_MAX).optional(), sheet.lang.words()))
            }
        }
    }
}

/// Both values, who and when, and the choice.
fn conflict(view: &QuestionView<'_>, sheet: &Sheet<'_>) -> Markup {
    let (q, words) = (view.question, sheet.words);
    let Some(kept) = view.kept else { return html! {} };
    let when = dates::lately(sheet.lang, kept.changed_at, sheet.now);
    let choice = field("scelta", &q.id);
    html! {
        div .alert.alert-warning.aff-conflict role="alert" {
            (fields::hidden(&field("nuova", &q.id), &kept.revision.to_string()))
            p { strong { ((words.conflict_text)(&kept.changed_by, &when)) } }
            dl {
                dt { (words.conflict_theirs) }
                dd { (entry_text(q, &kept.entry, sheet)) }
            }
            fieldset .aff-group {
                legend .visually-hidden { ((words.conflict_title)(1)) }
                (fields::rows(&choice, "radio", &[
                    fields::Choice::new("salvata", words.keep_theirs, false),
                    fields::Choice::new("mia", words.keep_yours, false),
                ]))
            }
        }
    }
}

/// An entry in words: answer, note, act.
pub fn entry_text(question: &Question, entry: &Entry, sheet: &Sheet<'_>) -> Markup {
    html! {
        @match &entry.answer {
            Some(answer) => span lang=[sheet.content] { (answer_text(question, answer, sheet.lang)) },
            None => (sheet.words.empty_entry),
        }
        @if !entry.note.is_empty() { br; em { (sheet.words.note) ": " } (entry.note) }
        @if !entry.act.is_empty() { br; em { (sheet.words.act) ": " } (entry.act) }
    }
}
