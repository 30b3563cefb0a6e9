//! Pages of the forum: days, quesiti, answers, the desk.

mod answering;
mod asking;
mod days;
mod desk;
mod following;
mod lasting;
mod proceedings;
mod sheet;
mod thread;

use maud::{Markup, html};

use super::words::{progress as told, state as state_told};
use crate::domain::forum_day::State;
use crate::domain::prose::Prose;
use crate::domain::question::Progress;
use crate::ui::prose::prose as cleaned;
use crate::ui::words::Lang;

pub use answering::{AnswerView, Held, QueueView, Reading, ReleaseView, ToReadLine, answering, held, queue, reading, release};
pub use asking::{AskView, BROUGHT, STRUCK, asking, no_file, similar};
pub use days::{DayView, Days, clock_line as clock, day, days, list};
pub use desk::{DeskDay, DeskDays, FormView, day_form, desk_day, desk_days, no_edition};
pub use following::{FollowingView, following};
pub use lasting::{feed, hours};
pub use proceedings::{page_of as proceedings, sheet as paper};
pub use thread::{ThreadView, live, thread};

/// How far a day is, as a label of the kit: words first, the colour repeats them.
fn state(lang: Lang, state: State) -> Markup {
    let class = match state {
        State::Open => "bg-success",
        State::Gathering => "bg-primary",
        State::Announced | State::Closing | State::Published => "bg-secondary",
    };
    html! { span .badge.(class) { (state_told(lang, state)) } }
}

fn progress(lang: Lang, progress: Progress) -> Markup {
    let class = match progress {
        Progress::Answered => "bg-success",
        Progress::Taken => "bg-primary",
        Progress::Waiting | Progress::Declined => "bg-secondary",
    };
    html! { span .badge.(class) { (told(lang, progress)) } }
}

/// Text as people pasted it: of its marks only those that do no harm.
fn prose(text: &str) -> Markup {
    html! { div .aff-prose { (cleaned(&Prose::kept(text))) } }
}

/// A form of one button.
fn button(action: &str, label: &str, hidden: &[(&str, &str)]) -> Markup {
    html! {
        form .aff-inline method="post" action=(action) {
            @for (name, value) in hidden { input type="hidden" name=(name) value=(value); }
            button .btn.btn-outline-primary.btn-sm type="submit" { (label) }
        }
    }
}
