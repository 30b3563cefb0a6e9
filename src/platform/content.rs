//! The folders of questionnaires: read from the disk for whoever names one, embedded for the server.

use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use rust_embed::RustEmbed;

use crate::domain::questionnaire::Questionnaire;
use crate::domain::questionnaire::parse::{Fault, FolderNames, SourceFile, Warning, is_draft, parse_folder};

/// The questionnaires shipped with the product.
#[derive(RustEmbed)]
#[folder = "$CARGO_MANIFEST_DIR/questionnaires"]
struct Shipped;

const MAIN: &str = "questionnaire.toml";

/// The folder of one version.
#[derive(Debug, Clone)]
pub struct VersionFolder {
    /// As whoever asked calls it, for the place of a fault: `questionnaires/piccoli-comuni/1`.
    pub shown: String,
    /// Name of the folder of the questionnaire.
    pub questionnaire: String,
    /// Name of the folder itself.
    pub version: String,
    pub files: Vec<SourceFile>,
}

/// Why a folder gives no files.
#[derive(Debug)]
pub enum Unreadable {
    /// Neither a version nor a folder of versions.
    NoQuestionnaire(PathBuf),
    /// All its versions are drafts.
    OnlyDrafts(PathBuf),
    NotUtf8(PathBuf),
    File(PathBuf, io::Error),
}

impl VersionFolder {
    /// The questionnaire, or what is wrong with its files; [`Fault::file`] is relative to the folder.
    pub fn parse(&self) -> Result<(Questionnaire, Vec<Warning>), Vec<Fault>> {
        let names = FolderNames { questionnaire: &self.questionnaire, version: &self.version };
        parse_folder(&self.files, Some(names))
    }

    fn is_draft(&self) -> bool {
        self.files.iter().any(|file| file.path == MAIN && is_draft(&file.text))
    }

    /// Versions count upwards; a name that is no number comes before all of them.
    fn number(&self) -> Option<u64> {
        self.version.parse().ok()
    }
}

/// A version folder, or the highest published version of a questionnaire's folder.
pub fn questionnaire(folder: &Path) -> Result<VersionFolder, Unreadable> {
    if folder.join(MAIN).is_file() {
        return version(folder);
    }
    let versions = versions(folder)?;
    if versions.is_empty() {
        return Err(Unreadable::NoQuestionnaire(folder.to_owned()));
    }
    let published = versions.into_iter().filter(|version| !version.is_draft());
    published.max_by_key(VersionFolder::number).ok_or_else(|| Unreadable::OnlyDrafts(folder.to_owned()))
}

/// All versions in a questionnaire's folder, drafts included, from the lowest number to the highest.
pub fn versions(folder: &Path) -> Result<Vec<VersionFolder>, Unreadable> {
    let inside = entries(folder)?.into_iter().filter(|path| path.join(MAIN).is_file());
    let mut versions = inside.map(|path| version(&path)).collect::<Result<Vec<_>, _>>()?;
    versions.sort_by_key(VersionFolder::number);
    Ok(versions)
}

/// The versions shipped with the product, drafts included, by questionnaire and number.
pub fn shipped() -> Vec<VersionFolder> {
    let mut folders: Vec<VersionFolder> = Vec::new();
    for path in Shipped::iter().filter(|path| path.ends_with(".toml")) {
        let mut parts = path.splitn(3, '/');
        let (Some(questionnaire), Some(version), Some(inside)) = (parts.next(), parts.next(), parts.next()) else {
            continue;
        };
        let Some(text) = Shipped::get(&path).and_then(|file| String::from_utf8(file.data.into_owned()).ok()) else {
            continue;
        };
        let file = SourceFile { path: inside.to_owned(), text };
        match folders.iter_mut().find(|f| f.questionnaire == questionnaire && f.version == version) {
            Some(folder) => folder.files.push(file),
            None => folders.push(VersionFolder {
                shown: format!("questionnaires/{questionnaire}/{version}"),
                questionnaire: questionnaire.to_owned(),
                version: version.to_owned(),
                files: vec![file],
            }),
        }
    }
    folders.sort_by_key(|f| (f.questionnaire.clone(), f.number()));
    folders
}

fn version(folder: &Path) -> Result<VersionFolder, Unreadable> {
    let real = folder.canonicalize().map_err(|e| Unreadable::File(folder.to_owned(), e))?;
    let name = |path: Option<&Path>| path.and_then(Path::file_name).map(|n| n.to_string_lossy().into_owned()).unwrap_or_default();
    let mut files = Vec::new();
    for (path, inside) in toml_files(folder)? {
        let bytes = fs::read(&path).map_err(|e| Unreadable::File(path.clone(), e))?;
        let text = String::from_utf8(bytes).map_err(|_| Unreadable::NotUtf8(path))?;
        files.push(SourceFile { path: inside, text });
    }
    let shown = folder.display().to_string();
    let shown = shown.strip_suffix('/').map_or(shown.clone(), str::to_owned);
    Ok(VersionFolder { shown, questionnaire: name(real.parent()), version: name(Some(&real)), files })
}

/// The files of a version, with their paths inside it: those of the folder and of its `sections`.
fn toml_files(folder: &Path) -> Result<Vec<(PathBuf, String)>, Unreadable> {
    let sections = folder.join("sections");
    let mut paths = entries(folder)?;
    if sections.is_dir() {
        paths.extend(entries(&sections)?);
    }
    let toml = paths.into_iter().filter(|path| path.is_file() && path.extension().is_some_and(|e| e == "toml"));
    let named = toml.map(|path| {
        let name = path.file_name().unwrap_or_default().to_string_lossy().into_owned();
        let inside = if path.parent() == Some(&sections) { format!("sections/{name}") } else { name };
        (path, inside)
    });
    Ok(named.collect())
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

    fn folder(versions: &[(&str, &str)]) -> tempfile::TempDir {
        let dir = tempfile::tempdir().expect("a folder");
        for (version, text) in versions {
            let inside = dir.path().join("prova").join(version);
            fs::create_dir_all(inside.join("sections")).expect("folders");
            fs::write(inside.join(MAIN), text).expect("a file");
            fs::write(inside.join("sections/01.toml"), "").expect("a file");
            fs::write(inside.join("README.md"), "not TOML").expect("a file");
        }
        dir
    }

    #[test]
    fn the_highest_published_version_is_taken_by_number_not_by_letter() {
        let dir = folder(&[("2", ""), ("10", ""), ("11", "draft = true")]);
        let found = questionnaire(&dir.path().join("prova")).expect("a version");
        assert_eq!((found.questionnaire.as_str(), found.version.as_str()), ("prova", "10"));
        let paths: Vec<_> = found.files.iter().map(|f| f.path.as_str()).collect();
        assert_eq!(paths, [MAIN, "sections/01.toml"]);
    }

    #[test]
    fn a_version_folder_is_itself_also_when_it_is_a_draft() {
        let dir = folder(&[("11", "draft = true")]);
        let found = questionnaire(&dir.path().join("prova/11/")).expect("a version");
        assert_eq!(found.version, "11");
        assert!(found.shown.ends_with("prova/11"), "{}", found.shown);
    }

    #[test]
    fn a_folder_without_published_versions_says_why() {
        let dir = folder(&[("1", "draft = true")]);
        assert!(matches!(questionnaire(&dir.path().join("prova")), Err(Unreadable::OnlyDrafts(_))));
        assert!(matches!(questionnaire(dir.path()), Err(Unreadable::NoQuestionnaire(_))));
        assert!(matches!(questionnaire(&dir.path().join("altro")), Err(Unreadable::File(..))));
    }

    #[test]
    fn a_file_in_another_encoding_is_named() {
        let dir = folder(&[("1", "")]);
        let path = dir.path().join("prova/1/sections/01.toml");
        fs::write(&path, b"title = \"perch\xe9\"").expect("a file");
        assert!(matches!(questionnaire(&dir.path().join("prova/1")), Err(Unreadable::NotUtf8(p)) if p == path));
    }

    #[test]
    fn what_is_shipped_is_what_the_folder_holds() {
        let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("questionnaires");
        for folder in shipped() {
            let on_disk = version(&root.join(&folder.questionnaire).join(&folder.version)).expect("the same folder");
            let by_path = |mut files: Vec<SourceFile>| {
                files.sort_by(|a, b| a.path.cmp(&b.path));
                files
            };
            assert_eq!(by_path(folder.files), by_path(on_disk.files), "{}", folder.shown);
        }
        assert!(shipped().iter().any(|f| f.questionnaire == "piccoli-comuni"));
    }

    #[test]
    fn every_questionnaire_shipped_checks_cleanly() {
        for folder in shipped() {
            assert_eq!(folder.parse().map(|(_, warnings)| warnings), Ok(Vec::new()), "{}", folder.shown);
        }
    }
}
