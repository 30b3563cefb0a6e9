//! What no report may hold, whatever the answers and the language.

use std::collections::BTreeSet;

use affianca::ui::words::Lang;

use super::fixture::{CASES, Draft, draft, part, text};

/// Every case in every language, with all the parts that a report can have.
fn every_report(check: impl Fn(&str, &Draft, &str)) {
    for case in CASES {
        for lang in Lang::ALL {
            let mut draft = draft(case);
            draft.lang = lang;
            draft.before = Some(super::fixture::answers("02-sportello-proprio"));
            draft.with_peers = true;
            check(&format!("{case} {lang:?}"), &draft, &draft.write());
        }
    }
}

#[test]
fn no_style_no_script_and_nothing_red() {
    every_report(|case, _, page| {
        for never in ["style=", "<script", "alert-danger", "text-danger", "bg-danger", "aff-wrong"] {
            assert!(!page.contains(never), "{case}: {never}");
        }
    });
}

#[test]
fn no_mark_and_no_blame() {
    every_report(|case, draft, page| {
        // What the page says by itself: content is judged where it is written.
        let told = text(page).to_lowercase();
        let never: &[&str] = match draft.lang {
            Lang::It => &["bocciat", "promoss", "classifica ", "voto ", "carente", "inadempien", "colpevol", "grave", "peggior"],
            Lang::En => &["failed", "grade ", "worst", "guilty", "poor "],
        };
        for word in never {
            assert!(!told.contains(word), "{case}: «{word}»");
        }
    });
}

#[test]
fn the_first_page_has_no_coefficients_and_no_ids_of_models() {
    every_report(|case, _, page| {
        let told = text(part(page, "sintesi"));
        let figures = told.split(' ').filter(|w| w.chars().next().is_some_and(|c| c.is_ascii_digit()) && w.contains([',', '.']));
        let decimals: Vec<_> = figures.filter(|w| w.trim_end_matches([',', '.']).contains(',')).collect();
        assert!(decimals.is_empty(), "{case}: {decimals:?}");
        assert!(
            !told.split(|c: char| !c.is_alphanumeric()).any(|w| matches!(w, "M1" | "M2" | "M3" | "M4" | "M5" | "M6")),
            "{case}: {told}"
        );
    });
}

#[test]
fn every_link_inside_leads_somewhere_and_every_id_is_one() {
    every_report(|case, _, page| {
        let ids: Vec<&str> = page.split(" id=\"").skip(1).map(|rest| rest.split('"').next().unwrap()).collect();
        let known: BTreeSet<&str> = ids.iter().copied().collect();
        assert_eq!(ids.len(), known.len(), "{case}: an id twice in {ids:?}");
        for target in page.split("href=\"#").skip(1).map(|rest| rest.split('"').next().unwrap()) {
            assert!(known.contains(target), "{case}: #{target}");
        }
    });
}

#[test]
fn content_says_its_language_where_it_is_not_the_pages() {
    every_report(|case, draft, page| match draft.lang {
        Lang::It => assert!(!page.contains("lang="), "{case}"),
        Lang::En => {
            for name in ["Convenzione con Comune capofila", "Accesso e prossimità", "A quale punto di accesso si rivolge"] {
                for (at, _) in page.match_indices(name) {
                    let before = &page[..at];
                    let tag = &before[before.rfind('<').unwrap()..];
                    assert!(tag.contains("lang=\"it\"") || tag.starts_with("<desc") || tag.starts_with("<tspan"), "{case}: {tag}{name}");
                }
            }
        }
    });
}

#[test]
fn no_brace_is_left_unfilled() {
    every_report(|case, _, page| assert!(!page.contains(['{', '}']), "{case}"));
}
