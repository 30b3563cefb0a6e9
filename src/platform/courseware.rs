//! The folders of courses: read from the disk for whoever names one, embedded for the server.

use std::borrow::Cow;
use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use rust_embed::RustEmbed;

use crate::domain::course::parse::{Beside, FolderFile, MAIN, Place, beside, parse};
use crate::domain::course::{Course, Fault};

/// The courses shipped with the product.
#[derive(RustEmbed)]
#[folder = "$CARGO_MANIFEST_DIR/courses"]
struct Shipped;

/// The folder of one course.
#[derive(Debug, Clone)]
pub struct CourseFolder {
    /// As whoever asked calls it, for the place of a fault: `courses/iscrizione-anagrafica`.
    pub shown: String,
    /// Name of the folder.
    pub name: String,
    pub files: Vec<FolderFile>,
    /// The courses of the folders next to it.
    pub beside: Vec<Beside>,
}

/// Why a folder gives no files.
#[derive(Debug)]
pub enum Unreadable {
    /// Neither a course nor a folder of courses.
    NoCourse(PathBuf),
    File(PathBuf, io::Error),
}

impl CourseFolder {
    /// The course, or what is wrong with its files; [`Fault::file`] is relative to the folder.
    pub fn parse(&self) -> Result<Course, Vec<Fault>> {
        parse(&self.files, Place { folder: &self.name, beside: &self.beside })
    }
}

/// The course in a folder; or all courses in a folder of folders, by name.
pub fn courses(folder: &Path) -> Result<Vec<CourseFolder>, Unreadable> {
    let real = folder.canonicalize().map_err(|e| Unreadable::File(folder.to_owned(), e))?;
    if folder.join(MAIN).is_file() {
        let beside = real.parent().map(neighbours).transpose()?.unwrap_or_default();
        return Ok(vec![course(folder, &name_of(&real), &beside)?]);
    }
    let beside = neighbours(folder)?;
    let inside = entries(folder)?.into_iter().filter(|path| path.join(MAIN).is_file());
    let found = inside.map(|path| course(&path, &name_of(&path), &beside)).collect::<Result<Vec<_>, _>>()?;
    if found.is_empty() { Err(Unreadable::NoCourse(folder.to_owned())) } else { Ok(found) }
}

/// The courses shipped with the product, by name.
pub fn shipped() -> Vec<CourseFolder> {
    let mut folders: Vec<CourseFolder> = Vec::new();
    for path in Shipped::iter() {
        let Some((name, inside)) = path.split_once('/') else { continue };
        let Some(found) = Shipped::get(&path) else { continue };
        let file = FolderFile { path: inside.to_owned(), bytes: found.data.into_owned() };
        match folders.iter_mut().find(|folder| folder.name == name) {
            Some(folder) => folder.files.push(file),
            None => {
                let shown = format!("courses/{name}");
                folders.push(CourseFolder { shown, name: name.to_owned(), files: vec![file], beside: Vec::new() });
            }
        }
    }
    folders.sort_by(|a, b| a.name.cmp(&b.name));
    let mains = folders.iter().filter_map(|folder| folder.files.iter().find(|file| file.path == MAIN));
    let all: Vec<Beside> = mains.filter_map(|file| beside(std::str::from_utf8(&file.bytes).ok()?)).collect();
    for folder in &mut folders {
        folder.beside = all.iter().filter(|course| course.id != folder.name).cloned().collect();
    }
    folders
}

/// A file of a shipped course.
pub fn file(course: &str, name: &str) -> Option<Cow<'static, [u8]>> {
    Shipped::get(&format!("{course}/files/{name}")).map(|found| found.data)
}

/// A file of a course in a folder of courses. The name is one that the course has: nothing is looked for outside.
pub fn file_in(folder: &Path, course: &str, name: &str) -> Option<Vec<u8>> {
    fs::read(folder.join(course).join("files").join(name)).ok()
}

fn neighbours(folder: &Path) -> Result<Vec<Beside>, Unreadable> {
    let mains = entries(folder)?.into_iter().map(|path| path.join(MAIN)).filter(|path| path.is_file());
    Ok(mains.filter_map(|path| beside(&fs::read_to_string(path).ok()?)).collect())
}

fn name_of(path: &Path) -> String {
    path.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default()
}

fn course(folder: &Path, name: &str, all: &[Beside]) -> Result<CourseFolder, Unreadable> {
    let mut files = Vec::new();
    gather(folder, "", &mut files)?;
    let shown = folder.display().to_string();
    let shown = shown.strip_suffix('/').map_or(shown.clone(), str::to_owned);
    let beside = all.iter().filter(|course| course.id != name).cloned().collect();
    Ok(CourseFolder { shown, name: name.to_owned(), files, beside })
}

/// All files below a folder; those whose name begins with a dot belong to the editor of whoever writes.
fn gather(folder: &Path, before: &str, files: &mut Vec<FolderFile>) -> Result<(), Unreadable> {
    for path in entries(folder)? {
        let name = name_of(&path);
        if name.starts_with('.') {
            continue;
        }
        let inside = format!("{before}{name}");
        if path.is_dir() {
            gather(&path, &format!("{inside}/"), files)?;
        } else {
            let bytes = fs::read(&path).map_err(|e| Unreadable::File(path.clone(), e))?;
            files.push(FolderFile { path: inside, bytes });
        }
    }
    Ok(())
}

fn entries(folder: &Path) -> Result<Vec<PathBuf>, Unreadable> {
    let fault = |e| Unreadable::File(folder.to_owned(), e);
    let found = fs::read_dir(folder).map_err(fault)?.map(|entry| entry.map(|e| e.path()));
    let mut paths = found.collect::<io::Result<Vec<_>>>().map_err(fault)?;
    paths.sort();
    Ok(paths)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_shipped_is_what_the_folder_holds() {
        let on_disk = courses(&Path::new(env!("CARGO_MANIFEST_DIR")).join("courses")).expect("courses");
        let shipped = shipped();
        assert_eq!(shipped.len(), on_disk.len());
        for (ours, theirs) in shipped.iter().zip(&on_disk) {
            let by_path = |files: &[FolderFile]| {
                let mut files = files.to_vec();
                files.sort_by(|a, b| a.path.cmp(&b.path));
                files
            };
            assert_eq!((&ours.name, by_path(&ours.files)), (&theirs.name, by_path(&theirs.files)));
            assert_eq!(ours.beside, theirs.beside);
        }
    }

    #[test]
    fn a_folder_without_courses_says_so() {
        let dir = tempfile::tempdir().expect("a folder");
        assert!(matches!(courses(dir.path()), Err(Unreadable::NoCourse(_))));
        assert!(matches!(courses(&dir.path().join("altro")), Err(Unreadable::File(..))));
    }
}
