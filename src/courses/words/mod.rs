//! The phrases of courses.

mod english;
mod italian;

use crate::domain::course::Theme;
use crate::domain::course::quiz::Wrong;
use crate::domain::course::text::Callout;
use crate::ui::dates;
use crate::ui::words::Lang;

pub struct Words {
    pub title: &'static str,
    pub lead: &'static str,
    pub description: &'static str,
    pub none: &'static str,
    pub theme: fn(Theme) -> &'static str,
    pub minutes: fn(u32) -> String,
    pub lessons: fn(usize) -> String,
    pub not_enrolled: &'static str,
    pub progress: fn(usize, usize) -> String,
    pub test_left: &'static str,
    pub completed_on: &'static str,
    pub audience: &'static str,
    pub authors: &'static str,
    pub reviewed: &'static str,
    pub version: &'static str,
    pub rule_title: &'static str,
    /// Right answers needed, of how many.
    pub rule: fn(usize, usize) -> String,
    /// Attempts, then days of pause.
    pub rule_tries: fn(u32, u32) -> String,
    pub prerequisites: &'static str,
    pub prerequisites_missing: &'static str,
    pub done: &'static str,
    pub contents: &'static str,
    pub sources: &'static str,
    pub enrol: &'static str,
    pub enrol_hint: &'static str,
    pub sign_in: &'static str,
    pub start: &'static str,
    pub resume_at: &'static str,
    pub to_test: &'static str,
    pub enrolled: &'static str,
    pub enrol_first: &'static str,
    pub completed_now: &'static str,
    pub lesson_done: &'static str,
    pub changed_title: fn(u32, u32) -> String,
    pub lesson_of: fn(usize, usize) -> String,
    pub read: &'static str,
    pub to_read: &'static str,
    pub mark_read: &'static str,
    pub already_read: &'static str,
    pub previous: &'static str,
    pub next: &'static str,
    pub in_this_course: &'static str,
    pub practice: &'static str,
    pub practice_hint: &'static str,
    pub practice_start: &'static str,
    pub callout: fn(Callout) -> &'static str,
    pub external: &'static str,
    pub captions: &'static str,
    pub download_captions: &'static str,
    pub table: fn(usize) -> String,
    pub download: fn(&str, usize) -> String,
    pub question_of: fn(usize, usize) -> String,
    pub choose_all: &'static str,
    pub hand_in: &'static str,
    pub hand_in_hint: &'static str,
    pub test_start: &'static str,
    pub test_rule: fn(usize, usize) -> String,
    pub tries_left: fn(u32) -> String,
    pub no_tries: &'static str,
    pub lessons_left: fn(usize) -> String,
    pub test_passed: &'static str,
    pub past: &'static str,
    pub past_line: fn(i64, usize, usize) -> String,
    pub passed: &'static str,
    pub failed: &'static str,
    pub result: fn(usize, usize) -> String,
    pub result_passed: &'static str,
    pub result_failed: fn(usize) -> String,
    pub result_practice: &'static str,
    pub outdated: &'static str,
    pub questions_changed: &'static str,
    pub right: &'static str,
    pub wrong: &'static str,
    pub your_answer: &'static str,
    pub not_answered: &'static str,
    pub back_to_course: &'static str,
    pub back_to_lesson: &'static str,
    pub try_again: &'static str,
    pub answer_wrong: fn(Wrong) -> String,
    pub secretariat: &'static str,
    pub desk: &'static str,
    pub desk_lead: &'static str,
    pub desk_caption: &'static str,
    pub desk_nobody: &'static str,
    pub csv: &'static str,
    pub xlsx: &'static str,
    pub column_course: &'static str,
    pub column_theme: &'static str,
    pub column_enrolled: &'static str,
    pub column_begun: &'static str,
    pub column_completed: &'static str,
    pub column_share: &'static str,
    pub sheet: &'static str,
    pub heads: [&'static str; 12],
}

pub fn words(lang: Lang) -> &'static Words {
    match lang {
        Lang::It => &italian::IT,
        Lang::En => &english::EN,
    }
}

/// Kilobytes or megabytes, as people know them.
fn size(lang: Lang, bytes: usize) -> String {
    const KB: f64 = 1000.0;
    let size = bytes as f64 / KB;
    if size < KB { format!("{} kB", dates::number(lang, size.ceil(), 0)) } else { format!("{} MB", dates::number(lang, size / KB, 1)) }
}

fn plain(lang: Lang, number: f64) -> String {
    dates::number(lang, number, if number.fract() == 0.0 { 0 } else { 2 })
}
