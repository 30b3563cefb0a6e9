//! A quiz: what there is to know before, the questions, the outcome with its comments.

use std::collections::BTreeMap;

use maud::{Markup, html};

use crate::access::form::Fields;
use crate::courses::quiz_form::{field, row_field};
use crate::courses::words::{Words, words};
use crate::courses::{Attempt, Ended};
use crate::domain::course::draw::{Drawn, Paper};
use crate::domain::course::progress::NotNow;
use crate::domain::course::quiz::Wrong;
use crate::domain::course::{Course, Item, Quiz};
use crate::domain::ids::QuizAttemptId;
use crate::domain::questionnaire::{Answer, Kind, Row};
use crate::ui::fields::{self, Choice, Field, Group, group, hidden, rows, summary};
use crate::ui::page::{Frame, Notice, Shell, heading, page};
use crate::ui::{dates, paths};

/// Of which course a quiz is, and who looks at it.
#[derive(Clone, Copy)]
pub struct Before<'a> {
    pub frame: &'a Frame<'a>,
    pub course: &'a Course,
    pub quiz: &'a Quiz,
}

impl<'a> Before<'a> {
    fn is_final(&self) -> bool {
        self.quiz.id == self.course.test.id
    }

    fn shell(&self, notice: Option<Notice>) -> Shell<'a> {
        let words = words(self.frame.lang);
        Shell::new(self.frame, self.quiz.title.as_str())
            .crumb(words.title, paths::COURSES)
            .crumb(self.course.title.as_str(), paths::course(&self.course.id))
            .notices(notice)
            .without_opinion()
    }

    fn heading(&self) -> Markup {
        heading(&self.quiz.title, Some(&self.course.title))
    }

    /// Back to where one came from.
    fn back(&self) -> Markup {
        let (words, course) = (words(self.frame.lang), self.course);
        let lesson = course.lessons.iter().find(|lesson| lesson.quiz.as_ref().is_some_and(|quiz| quiz.id == self.quiz.id));
        html! {
            @match lesson {
                Some(lesson) => a href=(paths::lesson(&course.id, &lesson.id)) { (words.back_to_lesson) },
                None => a href=(paths::course(&course.id)) { (words.back_to_course) },
            }
        }
    }

    fn start(&self, label: &str) -> Markup {
        html! {
            form method="post" action=(paths::quiz_start(&self.course.id, &self.quiz.id)) {
                p .aff-buttons { button .btn.btn-primary type="submit" { (label) } }
            }
        }
    }
}

/// Before an attempt: the rule, what is left, what was.
pub fn before(view: &Before<'_>, past: &[Attempt], may: Result<Option<u32>, NotNow>, notice: Option<Notice>) -> Markup {
    let (frame, quiz, words) = (view.frame, view.quiz, words(view.frame.lang));
    page(
        &view.shell(notice),
        html! {
            (view.heading())
            @if let Some(intro) = &quiz.intro { p lang=(view.course.lang) { (intro) } }
            @if view.is_final() { p { ((words.test_rule)(quiz.enough(), quiz.asked())) } } @else { p { (words.practice_hint) } }
            @match may {
                Ok(left) => {
                    @if let Some(left) = left { p { ((words.tries_left)(left)) } }
                    (view.start(if !view.is_final() { words.practice_start } else { words.test_start }))
                }
                Err(NotNow::LessonsLeft(n)) => p { strong { ((words.lessons_left)(n)) } },
                Err(NotNow::Until(day)) => p { strong { (words.no_tries) " " (dates::day_tag(frame.lang, day)) "." } },
                Err(NotNow::Passed) => p { strong { (words.test_passed) } },
            }
            (history(view, past))
            p { (view.back()) }
        },
    )
}

fn history(view: &Before<'_>, past: &[Attempt]) -> Markup {
    let words = words(view.frame.lang);
    let ended: Vec<(&Attempt, &Ended)> = past.iter().filter_map(|attempt| Some((attempt, attempt.ended.as_ref()?))).collect();
    html! {
        @if !ended.is_empty() {
            h2 .h4 { (words.past) }
            ul {
                @for (attempt, ended) in ended {
                    li {
                        a href=(paths::attempt(&view.course.id, &view.quiz.id, &attempt.id)) {
                            ((words.past_line)(attempt.number, ended.outcome.right, ended.outcome.of))
                        }
                        @if view.is_final() { ", " (if ended.outcome.passed { words.passed } else { words.failed }) }
                        " · " (dates::moment_tag(view.frame.lang, ended.at))
                    }
                }
            }
        }
    }
}

/// The questions of an open attempt, with what was typed and what is wrong with it.
pub struct Asked<'a> {
    pub of: Before<'a>,
    pub attempt: &'a QuizAttemptId,
    pub paper: &'a Paper,
    pub items: &'a [&'a Item],
    pub typed: &'a Fields,
    pub wrong: &'a BTreeMap<String, Wrong>,
}

pub fn asked(view: &Asked<'_>) -> Markup {
    let (frame, quiz, words) = (view.of.frame, view.of.quiz, words(view.of.frame.lang));
    let faults: Vec<_> = view
        .paper
        .questions
        .iter()
        .enumerate()
        .filter_map(|(n, drawn)| Some((n, drawn, *view.wrong.get(&drawn.id)?)))
        .map(|(n, drawn, wrong)| fields::Wrong {
            name: first_field(view.items, &drawn.id),
            text: format!("{}: {}", (words.question_of)(n + 1, view.items.len()), (words.answer_wrong)(wrong)),
        })
        .collect();
    page(
        &view.of.shell(None),
        html! {
            (view.of.heading())
            (summary(frame.words(), &faults))
            @if let Some(intro) = &quiz.intro { p lang=(view.of.course.lang) { (intro) } }
            form .aff-quiz method="post" action=(paths::quiz(&view.of.course.id, &quiz.id)) novalidate {
                (hidden("attempt", view.attempt.to_string().as_str()))
                @for (n, (item, drawn)) in view.items.iter().zip(&view.paper.questions).enumerate() { (question(view, n, item, drawn)) }
                p .form-text { (words.hand_in_hint) }
                p .aff-buttons { button .btn.btn-primary type="submit" { (words.hand_in) } }
            }
            p { (view.of.back()) }
        },
    )
}

/// Where the summary of faults leads: of a matrix, its first row.
fn first_field(items: &[&Item], id: &str) -> String {
    let item = items.iter().find(|item| item.question.id == id);
    match item.map(|item| &item.question.kind) {
        Some(Kind::Matrix { rows, .. }) => rows.first().map_or_else(|| field(id), |row| row_field(id, &row.id)),
        _ => field(id),
    }
}

fn question(view: &Asked<'_>, n: usize, item: &Item, drawn: &Drawn) -> Markup {
    let (frame, words) = (view.of.frame, words(view.of.frame.lang));
    let question = &item.question;
    let wrong = view.wrong.get(&question.id).map(|wrong| (words.answer_wrong)(*wrong));
    let (name, lang) = (field(&question.id), &view.of.course.lang);
    let number = (words.question_of)(n + 1, view.items.len());
    let legend = html! { span .aff-quiz-number { (number) } " " span lang=(lang) { (question.text) } };
    let typed: Vec<&str> = view.typed.all(&name).collect();
    let choices = || {
        let option = |id: &String| question.kind.choices().iter().find(|option| option.id == *id);
        let choice = |option: &crate::domain::questionnaire::Choice| Choice {
            label: html! { span lang=(lang) { (option.text) } },
            ..Choice::new(option.id.as_str(), "", typed.contains(&option.id.as_str()))
        };
        drawn.options.iter().filter_map(option).map(choice).collect::<Vec<_>>()
    };
    match &question.kind {
        Kind::Multiple { .. } => {
            let hint = html! { (words.choose_all) };
            group(&Group::checks(&name, legend).choices(choices()).hint(hint).error(wrong.as_deref()), frame.words())
        }
        Kind::Number(figure) => {
            let label = format!("{number} {}", question.text);
            let field = Field::new(&name, &label).value(typed.first().copied().unwrap_or_default()).error(wrong.as_deref());
            fields::number(&field, figure.unit.as_deref(), figure.decimals, frame.words())
        }
        Kind::Matrix { rows: matrix, .. } => {
            let rows = html! { @for row in matrix { (matrix_row(view, item, row)) } };
            html! {
                fieldset .aff-group.aff-wrong[wrong.is_some()] {
                    legend { (legend) }
                    @if let Some(wrong) = &wrong { p .aff-error { (wrong) } }
                    (rows)
                }
            }
        }
        _ => group(&Group::radios(&name, legend).choices(choices()).error(wrong.as_deref()), frame.words()),
    }
}

fn matrix_row(view: &Asked<'_>, item: &Item, row: &Row) -> Markup {
    let (name, lang) = (row_field(&item.question.id, &row.id), &view.of.course.lang);
    let typed = view.typed.get(&name).unwrap_or_default();
    let choices = item.question.kind.choices().iter().map(|column| Choice {
        label: html! { span lang=(lang) { (column.text) } },
        ..Choice::new(column.id.as_str(), "", column.id == typed)
    });
    html! {
        fieldset .aff-matrix-row {
            legend lang=(lang) { (row.text) }
            (rows(&name, "radio", &choices.collect::<Vec<_>>()))
        }
    }
}

/// An attempt that was handed in.
pub struct Done<'a> {
    pub of: Before<'a>,
    pub ended: &'a Ended,
    /// None where the questions have changed since.
    pub items: Option<Vec<&'a Item>>,
    pub notice: Option<Notice>,
}

pub fn done(view: &Done<'_>) -> Markup {
    let (words, outcome) = (words(view.of.frame.lang), view.ended.outcome);
    let notice = match (view.of.is_final(), outcome.passed) {
        (false, _) => Notice::info(words.result_practice),
        (true, true) => Notice::done(words.result_passed),
        (true, false) => Notice::care(&(words.result_failed)(view.of.quiz.enough())),
    };
    page(
        &view.of.shell(Some(notice)).notices(view.notice.clone()),
        html! {
            (view.of.heading())
            p .lead { strong { ((words.result)(outcome.right, outcome.of)) } " · " (dates::moment_tag(view.of.frame.lang, view.ended.at)) }
            @match &view.items {
                Some(items) => ol .aff-comments { @for item in items { li { (comment(view, item, words)) } } },
                None => p { (words.questions_changed) },
            }
            p .aff-buttons {
                @if !(view.of.is_final() && outcome.passed) {
                    a .btn.btn-outline-primary href=(paths::quiz(&view.of.course.id, &view.of.quiz.id)) { (words.try_again) }
                }
            }
            p { (view.of.back()) }
        },
    )
}

fn comment(view: &Done<'_>, item: &Item, words: &Words) -> Markup {
    let answer = view.ended.answers.get(&item.question.id);
    let right = answer.is_some_and(|answer| item.is_right(answer));
    let said = answer.map(|answer| item.said(answer)).unwrap_or_default();
    html! {
        p lang=(view.of.course.lang) { strong { (item.question.text) } }
        p .aff-mark { strong { (if right { words.right } else { words.wrong }) } }
        @if let Some(Answer::Number(number)) = answer {
            p { (words.your_answer) ": " (dates::number(view.of.frame.lang, *number, if number.fract() == 0.0 { 0 } else { 2 })) }
        }
        @if answer.is_none() { p { (words.not_answered) } }
        ul lang=(view.of.course.lang) {
            @for said in said { li { @if let Some(part) = said.part { em { (part) } ": " } (said.words) } }
        }
        @if let Some(text) = &item.explanation { p lang=(view.of.course.lang) { (text) } }
    }
}
