//! Every letter that the product writes is kept as it reads, in both languages: a new one fails until somebody has read it.

use std::collections::BTreeSet;
use std::path::Path;

use super::read;

/// Written, and not yet kept: this list only grows shorter. What is kept may not stand here.
const STILL_TO_KEEP: [&str; 9] = [
    "data-erased",
    "data-handed-over",
    "edition-invitation",
    "enrolment-message",
    "enrolment-offered",
    "enrolment-reminder",
    "enrolment-waiting",
    "facts-asked",
    "facts-noted",
];
/// Where kinds are made from what has happened; their words are tested beside them.
const BY_WHAT_HAPPENED: &str = "src/seminars/enrolment/letters/";

/// Kinds as the source spells them: `Letter::new("password-reset", …`. The digest alone is named by a constant.
fn written() -> BTreeSet<String> {
    let mut kinds = BTreeSet::from(["digest".to_owned()]);
    for file in read(&["src"]) {
        // What tests make up is no letter of the product.
        let product = file.text.split("#[cfg(test)]\nmod tests").next().unwrap_or_default();
        for made in product.split("Letter::new(").skip(1) {
            match made.trim_start().strip_prefix('"') {
                Some(kind) => {
                    kinds.insert(kind.split('"').next().unwrap_or_default().to_owned());
                }
                None if file.path.starts_with(BY_WHAT_HAPPENED) => {}
                None => assert!(made.starts_with("DIGEST,"), "{}: the kind of a letter is written where it is made", file.path),
            }
        }
    }
    kinds
}

/// `password-reset-it` as insta names it: `password-reset-it.snap`.
fn kept() -> BTreeSet<String> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/letters");
    let names = std::fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().file_name().to_string_lossy().into_owned());
    names.filter_map(|name| name.strip_suffix(".snap").map(str::to_owned)).collect()
}

#[test]
fn every_kind_of_letter_is_kept_in_both_languages() {
    let (written, kept) = (written(), kept());
    assert!(written.len() >= 25, "only {written:?}: are letters made elsewhere?");
    for kind in STILL_TO_KEEP {
        assert!(
            written.contains(kind) && !kept.contains(&format!("{kind}-it")),
            "{kind} is kept, or written no more: take it off the list"
        );
    }
    for kind in written.iter().filter(|kind| !STILL_TO_KEEP.contains(&kind.as_str())) {
        for lang in ["it", "en"] {
            let name = format!("{kind}-{lang}");
            assert!(kept.contains(&name), "tests/letters/{name}.snap: keep the letter with `ui::mail::specimen`, and read it");
        }
    }
    for name in &kept {
        assert!(written.iter().any(|kind| name.starts_with(&format!("{kind}-"))), "tests/letters/{name}.snap: no letter is of this kind");
    }
}
