//! Every letter that the product writes is kept as it reads, in both languages: a new one fails until somebody has read it.

use std::collections::BTreeSet;
use std::path::Path;

use super::read;

/// Between offices one writes in Italian.
const ITALIAN_ALONE: [&str; 1] = ["edition-invitation"];
/// Kinds that are chosen by what has happened before the letter is made: `("enrolment-seated", …`.
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
                None if file.path.starts_with(BY_WHAT_HAPPENED) => kinds.extend(named(product, "\"enrolment-")),
                None => assert!(made.starts_with("DIGEST,"), "{}: the kind of a letter is written where it is made", file.path),
            }
        }
    }
    kinds
}

/// Texts that begin so, without their quotes.
fn named(source: &str, beginning: &str) -> Vec<String> {
    let found = source.split(beginning).skip(1);
    found.map(|rest| format!("{}{}", &beginning[1..], rest.split('"').next().unwrap_or_default())).collect()
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
    for kind in &written {
        let langs = if ITALIAN_ALONE.contains(&kind.as_str()) { &["it"][..] } else { &["it", "en"] };
        for lang in langs {
            let name = format!("{kind}-{lang}");
            assert!(kept.contains(&name), "tests/letters/{name}.snap: keep the letter with `ui::mail::specimen`, and read it");
        }
    }
    for name in &kept {
        assert!(written.iter().any(|kind| name.starts_with(&format!("{kind}-"))), "tests/letters/{name}.snap: no letter is of this kind");
    }
}
