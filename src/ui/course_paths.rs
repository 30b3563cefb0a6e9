//! Addresses of the courses.

use crate::domain::ids::QuizAttemptId;

/// The courses, by theme.
pub const COURSES: &str = "/corsi";
/// Enrolments and completions at the desk; the same rows as files at `.csv` and `.xlsx`.
pub const COURSE_FIGURES: &str = "/segreteria/corsi";

pub fn course(id: &str) -> String {
    format!("{COURSES}/{id}")
}

/// POST: enrols.
pub fn course_enrolment(id: &str) -> String {
    format!("{COURSES}/{id}/iscrizione")
}

pub fn lesson(course: &str, lesson: &str) -> String {
    format!("{COURSES}/{course}/{lesson}")
}

/// POST: declares a lesson read.
pub fn lesson_read(course: &str, lesson: &str) -> String {
    format!("{COURSES}/{course}/lettura/{lesson}")
}

/// A picture, a video or a download.
pub fn course_file(course: &str, name: &str) -> String {
    format!("{COURSES}/{course}/file/{name}")
}

/// A quiz or the final test: what there is to know before, or the questions; POST: hands in.
pub fn quiz(course: &str, quiz: &str) -> String {
    format!("{COURSES}/{course}/prova/{quiz}")
}

/// POST: begins.
pub fn quiz_start(course: &str, quiz: &str) -> String {
    format!("{COURSES}/{course}/prova/{quiz}/inizio")
}

/// How an attempt came out.
pub fn attempt(course: &str, quiz: &str, attempt: &QuizAttemptId) -> String {
    format!("{COURSES}/{course}/prova/{quiz}/{attempt}")
}
