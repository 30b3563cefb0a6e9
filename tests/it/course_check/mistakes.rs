//! One change to the base, one mistake, with its file and line.

use affianca::domain::course::Mistake;
use affianca::domain::course::parse::Beside;

use super::base::*;

/// File, what stands there, what is put in its place, and all that is said of it.
const CHANGES: &[(&str, &str, &str, &[&str])] = &[
    // course.toml
    ("course.toml", "title = \"Prova\"", "titolo = \"Prova\"", &["course.toml:1 missing-key", "course.toml:3 unknown-key"]),
    ("course.toml", "title = \"Prova\"", "title = ", &["course.toml:3 toml"]),
    ("course.toml", "minutes = 5", "minutes = \"5\"", &["course.toml:20 wrong-type"]),
    ("course.toml", "audience = \"Chi prova.\"", "audience = \" \"", &["course.toml:7 empty"]),
    ("course.toml", "theme = \"registry\"", "theme = \"anagrafe\"", &["course.toml:6 unknown-word"]),
    ("course.toml", "id = \"prova\"", "id = \"altro\"", &["course.toml:1 not-the-folder"]),
    ("course.toml", "2026-11-22", "22/11/2026", &["course.toml:9 not-a-day"]),
    ("course.toml", "authors = [\"Redazione\"]", "authors = []", &["course.toml:8 too-few"]),
    ("course.toml", "prerequisites = []", "prerequisites = [\"altrove\"]", &["course.toml:10 unknown-prerequisite"]),
    (
        "course.toml",
        "02-seconda.md",
        "02-terza.md",
        &["01-prima.md:1 no-such-lesson", "02-seconda.md:1 lesson-not-listed", "course.toml:24 not-in-folder"],
    ),
    (
        "course.toml",
        "02-seconda.md",
        "01-prima.md",
        &["01-prima.md:1 no-such-lesson", "02-seconda.md:1 lesson-not-listed", "course.toml:24 duplicate"],
    ),
    ("course.toml", "quiz = \"prima\"\n", "", &["quiz/prima.toml:1 quiz-not-used"]),
    ("course.toml", "test = \"finale\"", "test = \"ultima\"", &["course.toml:11 not-in-folder", "quiz/finale.toml:1 quiz-not-used"]),
    // lessons
    ("01-prima.md", "![Due porte, una aperta]", "![]", &["01-prima.md:5 missing-alt"]),
    ("01-prima.md", "02-seconda.md#la-tabella", "03-terza.md", &["01-prima.md:1 no-such-lesson"]),
    ("01-prima.md", "#la-tabella", "#il-quadro", &["01-prima.md:1 no-such-heading"]),
    ("01-prima.md", "(files/scheda.txt)", "(files/altra.txt)", &["01-prima.md:1 not-in-folder", "files/scheda.txt:1 file-not-used"]),
    (
        "01-prima.md",
        "files/porte.svg",
        "https://altrove.it/porte.svg",
        &["01-prima.md:5 picture-elsewhere", "files/porte.svg:1 file-not-used"],
    ),
    ("01-prima.md", "## Sotto", "### Sotto", &["01-prima.md:9 heading-skipped"]),
    ("01-prima.md", "# Una figura", "## Una figura", &["01-prima.md:3 heading-skipped"]),
    ("01-prima.md", "- [ ] uno", "<script>alert(1)</script>\n\n- [ ] uno", &["01-prima.md:11 raw-html"]),
    ("01-prima.md", "- [ ] uno", "- [ ] uno <b onclick=\"x()\">forte</b>", &["01-prima.md:11 raw-html", "01-prima.md:11 raw-html"]),
    ("01-prima.md", "- [ ] uno", "- [ ] [uno](javascript:alert(1))", &["01-prima.md:11 unsafe-link"]),
    ("01-prima.md", "[scheda]", "[qui]", &["01-prima.md:1 vague-link"]),
    ("01-prima.md", "[scheda]", "[]", &["01-prima.md:1 link-without-text"]),
    ("01-prima.md", "Si comincia", "![Porte](files/porte.svg) Si comincia", &["01-prima.md:1 picture-in-text"]),
    ("02-seconda.md", "| Chi | Quando |", "| | Quando |", &["02-seconda.md:3 table-without-header"]),
    // files
    ("files/sindaca.vtt", "WEBVTT", "Sottotitoli", &["files/sindaca.vtt:1 broken-captions"]),
    ("files/porte.svg", "<rect", "<script>alert(1)</script><rect", &["files/porte.svg:1 active-svg"]),
    ("files/porte.svg", "<rect", "<rect onload=\"alert(1)\"", &["files/porte.svg:1 active-svg"]),
    // quizzes
    ("quiz/finale.toml", "draw = 1", "draw = 3", &["quiz/finale.toml:9 pool-too-small"]),
    ("quiz/finale.toml", "pass = 60", "pass = 160", &["quiz/finale.toml:3 out-of-range"]),
    ("quiz/finale.toml", "pass = 60", "pass = 0", &["quiz/finale.toml:3 out-of-range"]),
    ("quiz/finale.toml", "pause_days = 1\n", "", &["quiz/finale.toml:4 attempts-without-pause"]),
    ("quiz/finale.toml", "right = \"s\"\n", "", &["quiz/finale.toml:13 no-right-answer"]),
    ("quiz/finale.toml", "right = 60", "right = 600", &["quiz/finale.toml:27 right-out-of-bounds"]),
    ("quiz/finale.toml", "pool = \"norme\"\ntext = \"Vero?\"", "pool = \"altre\"\ntext = \"Vero?\"", &["quiz/finale.toml:13 unknown-pool"]),
    ("quiz/finale.toml", "id = \"Q3\"", "id = \"Q2\"", &["quiz/finale.toml:31 duplicate"]),
    ("quiz/finale.toml", "kind = \"number\"", "kind = \"essay\"", &["quiz/finale.toml:22 unknown-word"]),
    ("quiz/prima.toml", "right = true, ", "", &["quiz/prima.toml:5 no-right-answer"]),
    ("quiz/prima.toml", "text = \"Quella\",", "text = \"Quella\", right = true,", &["quiz/prima.toml:5 many-right-answers"]),
    ("quiz/prima.toml", ", feedback = \"No.\"", "", &["quiz/prima.toml:10 option-without-feedback"]),
    ("quiz/prima.toml", "right = \"y\"", "right = \"z\"", &["quiz/prima.toml:20 row-without-right"]),
    ("quiz/prima.toml", "id = \"b\"", "id = \"a\"", &["quiz/prima.toml:10 duplicate"]),
    ("quiz/prima.toml", "id = \"Q1\"", "id = \"prima domanda\"", &["quiz/prima.toml:5 bad-id"]),
];

#[test]
fn the_base_is_a_course() {
    let course = check(&files(), &[]).expect("no faults");
    assert_eq!((course.lessons.len(), course.minutes(), course.test.asked(), course.test.enough()), (2, 20, 2, 2));
    assert_eq!(course.lessons[0].id, "prima");
    assert!(course.quiz("prima").is_some() && course.quiz("finale").is_some() && course.quiz("altro").is_none());
}

#[test]
fn each_mistake_is_told_with_its_file_and_line() {
    let mut wrong = Vec::new();
    for (file, from, to, expected) in CHANGES {
        let said = places(check(&changed(file, from, to), &[]));
        if said != *expected {
            wrong.push(format!("{file}: {from:?} → {to:?}\n  expected {expected:?}\n  said     {said:?}"));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn the_table_shows_more_than_twenty_kinds() {
    let mut kinds: Vec<_> =
        CHANGES.iter().flat_map(|(.., said)| said.iter().filter_map(|s| s.split_once(' '))).map(|(_, kind)| kind).collect();
    kinds.sort_unstable();
    kinds.dedup();
    assert!(kinds.len() >= 30, "{}: {kinds:?}", kinds.len());
}

#[test]
fn files_that_are_missing_strange_or_too_large_are_told() {
    let with = |path: &str, bytes: &[u8]| {
        let mut files = files();
        files.retain(|(before, _)| before != path);
        files.push((path.to_owned(), bytes.to_vec()));
        places(check(&files, &[]))
    };
    assert_eq!(with("files/porte.svg", &[b'x'; 600 * 1024]), ["files/porte.svg:1 too-large"]);
    assert_eq!(with("files/Scheda Nuova.pdf", b"x"), ["files/Scheda Nuova.pdf:1 file-type"]);
    assert_eq!(with("files/macro.xlsm", b"x"), ["files/macro.xlsm:1 file-type"]);
    assert_eq!(with("files/altra.png", b"x"), ["files/altra.png:1 file-not-used"]);
    assert_eq!(with("README.toml", b""), ["README.toml:1 unexpected-file"]);
    assert_eq!(
        with("02-seconda.md", b"perch\xe9"),
        ["01-prima.md:1 no-such-lesson", "02-seconda.md:1 not-utf8", "course.toml:24 not-in-folder"]
    );
    assert_eq!(with("02-seconda.md", b"\n"), ["01-prima.md:1 no-such-heading", "02-seconda.md:1 empty-lesson"]);
    let without = |path: &str| {
        let mut files = files();
        files.retain(|(before, _)| before != path);
        places(check(&files, &[]))
    };
    assert_eq!(without("course.toml"), ["course.toml:1 missing-file"]);
    assert_eq!(without("files/sindaca.vtt"), ["01-prima.md:7 missing-captions"]);
    assert_eq!(without("files/sindaca.mp4"), ["01-prima.md:7 not-in-folder"]);
}

#[test]
fn courses_that_ask_for_one_another_are_a_circle() {
    let beside = |id: &str, asked: &[&str]| Beside { id: id.to_owned(), prerequisites: asked.iter().map(|a| (*a).to_owned()).collect() };
    let files = changed("course.toml", "prerequisites = []", "prerequisites = [\"due\"]");
    assert!(check(&files, &[beside("due", &["tre"]), beside("tre", &[])]).is_ok());
    let faults = check(&files, &[beside("due", &["tre"]), beside("tre", &["prova"])]).expect_err("a circle");
    let way = ["prova", "due", "tre", "prova"].map(str::to_owned).to_vec();
    assert_eq!((faults.len(), &faults[0].kind), (1, &Mistake::PrerequisiteCircle { way }));
    let own = changed("course.toml", "prerequisites = []", "prerequisites = [\"prova\"]");
    assert_eq!(places(check(&own, &[])), ["course.toml:10 prerequisite-circle"]);
    // A circle of others is theirs to tell.
    assert!(check(&files, &[beside("due", &["tre"]), beside("tre", &["due"])]).is_ok());
}
