//! The courses at hand: those of the folder set, or those shipped with the program, read once when the server starts.

use std::borrow::Cow;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use crate::domain::course::{Course, Fault, File};
use crate::platform::courseware::{self, Unreadable};

#[derive(Debug, Clone, Default)]
pub struct Shelf {
    courses: Vec<Arc<Course>>,
    /// Where their files are; none: in the program.
    folder: Option<PathBuf>,
}

/// Why the courses at hand cannot be used.
#[derive(Debug)]
pub enum LoadFault {
    Unreadable(Unreadable),
    /// The folder, and what is wrong with its files.
    Faulty(String, Vec<Fault>),
}

impl Shelf {
    pub fn load(folder: Option<&Path>) -> Result<Shelf, LoadFault> {
        let folders = match folder {
            None => courseware::shipped(),
            Some(folder) => courseware::courses(folder).map_err(LoadFault::Unreadable)?,
        };
        let mut courses = Vec::with_capacity(folders.len());
        for folder in folders {
            let course = folder.parse().map_err(|faults| LoadFault::Faulty(folder.shown.clone(), faults))?;
            courses.push(Arc::new(course));
        }
        courses.sort_by(|a, b| (a.theme, &a.title).cmp(&(b.theme, &b.title)));
        Ok(Shelf { courses, folder: folder.map(Path::to_owned) })
    }

    /// By theme and title.
    pub fn all(&self) -> impl Iterator<Item = &Arc<Course>> {
        self.courses.iter()
    }

    pub fn course(&self, id: &str) -> Option<&Arc<Course>> {
        self.courses.iter().find(|course| course.id == id)
    }

    /// The title of a course; its id where the folder is gone.
    pub fn title<'s>(&'s self, id: &'s str) -> &'s str {
        self.course(id).map_or(id, |course| course.title.as_str())
    }

    /// A file that belongs to a course, with its content.
    pub fn file(&self, course: &str, name: &str) -> Option<(&File, Cow<'static, [u8]>)> {
        let file = self.course(course)?.file(name)?;
        let body = match &self.folder {
            None => courseware::file(course, name)?,
            Some(folder) => courseware::file_in(folder, course, name)?.into(),
        };
        Some((file, body))
    }
}
