//! Pages of courses: the list, a course, a lesson, a quiz and its outcome, the desk.

mod course;
mod desk;
mod lesson;
mod list;
mod prose;
mod quiz;

pub use course::{CoursePage, course};
pub use desk::{Figures, desk};
pub use lesson::{LessonPage, lesson};
pub use list::{Listed, list};
pub use quiz::{Asked, Before, Done, asked, before, done};
