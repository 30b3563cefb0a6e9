//! Text that people paste, as a browser would read it. `make fuzz` goes on from the same corpus for as long as one likes.

pub mod judge;

use proptest::prelude::*;

use judge::judged;

/// Texts that were once trouble, here or elsewhere: one a file.
fn corpus() -> Vec<(String, String)> {
    let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/corpus/prose");
    let files = std::fs::read_dir(folder).unwrap().map(|file| file.unwrap().path());
    files.map(|path| (path.display().to_string(), String::from_utf8_lossy(&std::fs::read(&path).unwrap()).into_owned())).collect()
}

#[test]
fn the_corpus_is_harmless() {
    let corpus = corpus();
    assert!(corpus.len() >= 20, "{} texts", corpus.len());
    for (path, text) in corpus {
        judged(&text).unwrap_or_else(|fault| panic!("{path}: {fault}"));
    }
}

#[test]
fn what_is_kept_is_written_as_it_was_meant() {
    let page = judged("Un **caso** di `<b>`:\n- vedi www.interno.gov.it\n- *poi*\n\n1. uno\n2. due").unwrap();
    assert_eq!(
        page,
        "<p dir=\"auto\">Un <strong>caso</strong> di `&lt;b&gt;`:</p>\
         <ul><li dir=\"auto\">vedi <a href=\"https://www.interno.gov.it/\" rel=\"nofollow noopener ugc\">www.interno.gov.it</a></li>\
         <li dir=\"auto\"><em>poi</em></li></ul><ol start=\"1\"><li dir=\"auto\">uno</li><li dir=\"auto\">due</li></ol>"
    );
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 400, ..ProptestConfig::default() })]

    #[test]
    fn any_text_is_harmless(
        typed in "(\\PC{0,6}|</?(p|b|i|a|ul|ol|li|br|div|script|svg|style|table|td|math|template)( (href|onclick|style|class|start)=[\"']?(javascript:|https://a\\.it|mailto:a@b\\.it|x)[\"']?)?/?>|<!--|-->|<!\\[|&(lt|gt|amp|quot|#x?[0-9a-f]{1,4});|\\*\\*|_|- |\n|1\\. |www\\.a\\.it[.)]?|[\u{200b}-\u{206f}]|[\u{300}-\u{306}]){0,40}"
    ) {
        judged(&typed).map_err(TestCaseError::fail)?;
    }
}
