//! Where one is in a piece of work of several parts: a list beside the page on wide screens, folded above it on narrow ones.

use maud::{Markup, html};

use crate::ui::page::icon;
use crate::ui::words::Words;

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum State {
    Todo,
    Begun,
    Done,
    /// Does not concern this ente.
    Skipped,
}

#[derive(Debug, Clone)]
pub struct Step {
    pub name: String,
    /// Where it is; none for a part that cannot be opened.
    pub href: Option<String>,
    pub state: State,
    pub current: bool,
    /// A few words under the name: "4 su 6".
    pub note: Option<String>,
}

/// `label` names the list for screen readers. Put it in a `.col-lg-3` beside a `.col-lg-9`.
pub fn steps(label: &str, steps: &[Step], words: &Words) -> Markup {
    let position = steps.iter().position(|s| s.current).map(|n| n + 1);
    html! {
        nav .aff-steps aria-label=(label) {
            details .d-lg-none data-menu {
                summary {
                    @match (position, steps.iter().find(|s| s.current)) {
                        (Some(n), Some(step)) => span { ((words.step.position)(n, steps.len())) ": " strong { (step.name) } },
                        _ => span { (label) },
                    }
                }
                (list(steps, words))
            }
            div .d-none.d-lg-block { (list(steps, words)) }
        }
    }
}

fn list(steps: &[Step], words: &Words) -> Markup {
    html! {
        ol {
            @for step in steps {
                li .(class(step.state)).aff-current[step.current] {
                    @match &step.href {
                        Some(href) => a href=(href) aria-current=[step.current.then_some("step")] { (content(step, words)) },
                        None => span .aff-step { (content(step, words)) },
                    }
                }
            }
        }
    }
}

fn content(step: &Step, words: &Words) -> Markup {
    html! {
        span .aff-sign aria-hidden="true" { (sign(step.state)) }
        span {
            span .aff-step-name { (step.name) }
            span .aff-step-state { (state(step.state, words)) @if let Some(note) = &step.note { " · " (note) } }
        }
    }
}

fn sign(state: State) -> Markup {
    match state {
        State::Done => icon("it-check", "icon-sm icon-primary"),
        State::Begun => icon("it-pencil", "icon-sm icon-primary"),
        State::Skipped => icon("it-minus", "icon-sm icon-secondary"),
        State::Todo => html! {},
    }
}

const fn class(state: State) -> &'static str {
    match state {
        State::Todo => "aff-todo",
        State::Begun => "aff-begun",
        State::Done => "aff-done",
        State::Skipped => "aff-skipped",
    }
}

fn state(state: State, words: &Words) -> &'static str {
    match state {
        State::Todo => words.step.todo,
        State::Begun => words.step.begun,
        State::Done => words.step.done,
        State::Skipped => words.step.skipped,
    }
}
