//! The folder `files`: what may travel with a course, how large, and that it only shows.

use super::{Bench, FILES, FolderFile};
use crate::domain::course::markdown::is_file_name;
use crate::domain::course::{File, FileKind, Mistake};

/// The files that a course can carry; those it cannot are told.
pub(super) fn shelf(bench: &Bench<'_>, files: &[FolderFile]) -> Vec<File> {
    let mut shelf = Vec::new();
    for found in files {
        let Some(name) = found.path.strip_prefix(FILES) else { continue };
        let Some(file) = File::of(name, found.bytes.len()).filter(|_| is_file_name(name)) else {
            bench.of_file(&found.path, Mistake::FileType { path: found.path.clone() });
            continue;
        };
        let most = file.kind.most();
        if file.size > most {
            bench.of_file(&found.path, Mistake::TooLarge { path: found.path.clone(), size: file.size, most });
        }
        inside(bench, &found.path, &file);
        shelf.push(file);
    }
    shelf
}

fn inside(bench: &Bench<'_>, path: &str, file: &File) {
    let Some(source) = bench.sources.iter().find(|source| source.path == path) else { return };
    if file.kind == FileKind::Captions && !is_webvtt(&source.text) {
        bench.of_file(path, Mistake::BrokenCaptions);
    }
    if path.ends_with(".svg") && is_active(&source.text) {
        bench.of_file(path, Mistake::ActiveSvg);
    }
}

/// The header, and at least one cue.
fn is_webvtt(text: &str) -> bool {
    let text = text.strip_prefix('\u{feff}').unwrap_or(text);
    let header = text.strip_prefix("WEBVTT").is_some_and(|rest| rest.is_empty() || rest.starts_with(['\n', '\r', ' ', '\t']));
    header && text.lines().any(|line| line.contains(" --> "))
}

/// Anything but shapes and words: scripts, handlers, foreign content, entities, and whatever is fetched from elsewhere.
fn is_active(svg: &str) -> bool {
    const PARTS: [&str; 9] =
        ["<script", "<foreignobject", "<!entity", "<!doctype", "javascript:", "@import", "href=\"http", "href='http", "url(http"];
    let text = svg.to_lowercase();
    PARTS.iter().any(|part| text.contains(part)) || has_handler(&text)
}

/// ` onload=` and its kind, inside a tag.
fn has_handler(text: &str) -> bool {
    text.split('<').filter_map(|tag| tag.split_once('>').map(|(tag, _)| tag)).any(|tag| {
        tag.split(|c: char| c.is_whitespace() || c == '"' || c == '\'' || c == '/').any(|word| {
            word.strip_prefix("on")
                .and_then(|rest| rest.split_once('='))
                .is_some_and(|(name, _)| name.bytes().all(|b| b.is_ascii_lowercase()))
        })
    })
}
