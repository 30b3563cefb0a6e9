//! Courses, in English.

use super::{Words, plain, size};
use crate::domain::course::Theme;
use crate::domain::course::quiz::Wrong;
use crate::domain::course::text::Callout;
use crate::ui::words::Lang;

fn theme(theme: Theme) -> &'static str {
    match theme {
        Theme::Models => "Organisational models",
        Theme::Registry => "Demographic services",
        Theme::Common => "Common themes",
    }
}

fn callout(callout: Callout) -> &'static str {
    match callout {
        Callout::Note => "Good to know",
        Callout::Tip => "Tip",
        Callout::Important => "In practice",
        Callout::Warning => "Take care",
        Callout::Caution => "To be verified",
    }
}

fn wrong(wrong: Wrong) -> String {
    match wrong {
        Wrong::Missing => "Give an answer.".to_owned(),
        Wrong::Partial => "Answer every row.".to_owned(),
        Wrong::NotANumber => "Write a number, such as 12 or 12.5.".to_owned(),
        Wrong::OutOfBounds { min, max } => {
            format!("Write a number between {} and {}.", plain(Lang::En, min), plain(Lang::En, max))
        }
        Wrong::NotWhole => "Write a whole number.".to_owned(),
        Wrong::Unknown => "Choose one of the answers on the page.".to_owned(),
        Wrong::Alone => "The last answer cannot be chosen together with others.".to_owned(),
    }
}

fn of(n: usize, one: &str, many: &str) -> String {
    if n == 1 { format!("1 {one}") } else { format!("{n} {many}") }
}

pub(super) const EN: Words = Words {
    title: "Courses",
    lead: "Short courses to follow whenever you like, one lesson at a time: you resume where you left off.",
    description: "Short online courses for those who work in small municipalities: demographic services and organisational models for the reception of foreign citizens.",
    none: "There are no courses yet.",
    theme,
    minutes: |minutes| format!("about {minutes} minutes"),
    lessons: |n| of(n, "lesson", "lessons"),
    not_enrolled: "You are not enrolled",
    progress: |read, of| format!("Lessons read: {read} of {of}"),
    test_left: "The final test is left",
    completed_on: "Completed on",
    audience: "For whom",
    authors: "By",
    reviewed: "Contents last checked on",
    version: "Version",
    rule_title: "When the course is completed",
    rule: |enough, asked| {
        format!("The course is completed when you have read all lessons and passed the final test: {enough} right answers out of {asked}.")
    },
    rule_tries: |tries, days| match (tries, days) {
        (1, 1) => "The test can be taken once; if it fails, again from the day after.".to_owned(),
        (1, days) => format!("The test can be taken once; if it fails, again after {days} days."),
        (tries, 1) => format!("There are {tries} attempts; if they are not enough, you can try again from the day after."),
        (tries, days) => format!("There are {tries} attempts; if they are not enough, you can try again after {days} days."),
    },
    prerequisites: "Courses to complete before",
    prerequisites_missing: "Before enrolling, complete the courses listed under “Courses to complete before”.",
    done: "completed",
    contents: "What it contains",
    sources: "Sources",
    enrol: "Enrol",
    enrol_hint: "Enrolment is free and immediate. The programme office sees who enrols and who completes; your answers to the test remain yours.",
    sign_in: "Sign in to enrol",
    start: "Begin with the first lesson",
    resume_at: "Resume at",
    to_test: "Go to the final test",
    enrolled: "You are enrolled. You can begin.",
    enrol_first: "To read the lessons, enrol in the course.",
    completed_now: "Course completed: the result is recorded.",
    lesson_done: "Lesson marked as read.",
    changed_title: |begun, now| {
        format!(
            "You began version {begun} of the course; version {now} is in use now. Lessons read stay read: look at those that are new or changed."
        )
    },
    lesson_of: |n, of| format!("Lesson {n} of {of}"),
    read: "read",
    to_read: "to read",
    mark_read: "I have read the lesson",
    already_read: "You have read this lesson.",
    previous: "Previous lesson",
    next: "Next lesson",
    in_this_course: "Lessons of the course",
    practice: "Test yourself",
    practice_hint: "Questions for practice: they do not count for completing the course, and can be repeated whenever you like.",
    practice_start: "Begin the practice",
    callout,
    external: "external site",
    captions: "Captions",
    download_captions: "Captions as a text file",
    table: |n| format!("Table {n}"),
    download: |format, bytes| format!("{format}, {}", size(Lang::En, bytes)),
    question_of: |n, of| format!("Question {n} of {of}"),
    choose_all: "Tick all right answers: there may be one or more.",
    hand_in: "Hand in the answers",
    hand_in_hint: "After handing in you see the outcome at once, with a comment on every answer.",
    test_start: "Begin the test",
    test_rule: |enough, asked| format!("It is passed with {enough} right answers out of {asked}."),
    tries_left: |n| if n == 1 { "You have 1 attempt left.".to_owned() } else { format!("You have {n} attempts left.") },
    no_tries: "You have used your attempts. You can try again from",
    lessons_left: |n| match n {
        1 => "The test opens when you have read all lessons: one is left.".to_owned(),
        n => format!("The test opens when you have read all lessons: {n} are left."),
    },
    test_passed: "You have passed the final test.",
    past: "Your attempts",
    past_line: |n, right, of| format!("Attempt {n}: {right} right answers of {of}"),
    passed: "passed",
    failed: "not passed",
    result: |right, of| format!("{right} right answers of {of}"),
    result_passed: "Test passed.",
    result_failed: |enough| format!("Test not passed: {enough} right answers were needed. Read the comments and try again."),
    result_practice: "Practice finished: here are the comments.",
    outdated: "The course has been updated in the meantime: your answers were not marked, and the attempt does not count. Begin again.",
    questions_changed: "The questions of this attempt have changed with an update of the course: the outcome remains.",
    right: "Right",
    wrong: "Not right",
    your_answer: "Your answer",
    not_answered: "No answer",
    back_to_course: "Back to the course",
    back_to_lesson: "Back to the lesson",
    try_again: "Try again",
    answer_wrong: wrong,
    secretariat: "Secretariat",
    desk: "Courses: enrolments and completions",
    desk_lead: "How many people enrolled in each course and how many completed it. The files have a row per person and course; answers to tests are not in them.",
    desk_caption: "Enrolments and completions by course",
    desk_nobody: "Nobody has enrolled yet.",
    csv: "Download for other programs (CSV)",
    xlsx: "Download as a spreadsheet (XLSX)",
    column_course: "Course",
    column_theme: "Theme",
    column_enrolled: "Enrolled",
    column_begun: "Under way",
    column_completed: "Completed",
    column_share: "Completed of enrolled",
    sheet: "Courses",
    heads: [
        "Course",
        "Theme",
        "Version",
        "Name",
        "Body",
        "Kind of body",
        "Province",
        "Enrolled",
        "Lessons read",
        "Lessons",
        "Attempts at the test",
        "Completed",
    ],
};
