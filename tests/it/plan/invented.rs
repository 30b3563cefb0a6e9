//! The checker can fail: for every rule a small invented house that breaks it, and one that does not.

use super::houseplan::Exception;
use super::rules::{Finding, Rule, check_with};
use super::source::{Kind, Source, tokens};

/// A house of these files; each opens as it should.
fn house(files: &[(&str, &str)]) -> Vec<Source> {
    let opened = |text: &str| format!("//! What this is for.\n{text}");
    let known = [
        ("src/domain/ids.rs", ""),
        ("src/platform/mod.rs", ""),
        ("src/access/mod.rs", ""),
        ("src/ui/mod.rs", ""),
        ("src/web/mod.rs", ""),
        ("src/people/mod.rs", ""),
        ("src/people/store.rs", ""),
        ("src/people/pages.rs", ""),
        ("src/people/words.rs", ""),
        ("src/people/letters.rs", ""),
        ("src/people/routes.rs", ""),
        ("src/enti/mod.rs", ""),
        ("src/enti/store.rs", ""),
        ("src/enti/adhesion/mod.rs", ""),
        ("src/enti/adhesion/words.rs", ""),
        ("src/lib.rs", ""),
    ];
    let given = |path: &str| files.iter().any(|(given, _)| *given == path);
    let others = known.iter().filter(|(path, _)| !given(path));
    files.iter().chain(others).map(|(path, text)| Source { path: (*path).to_owned(), text: opened(text) }).collect()
}

/// What is found in one file of a house, without the line of its opening sentence.
fn found_in(path: &str, text: &str) -> Vec<(usize, Rule)> {
    let found: Vec<Finding> = check_with(&house(&[(path, text)]), &[]);
    assert!(found.iter().all(|f| f.file == path), "{found:?}");
    found.into_iter().map(|f| (f.line - 1, f.rule)).collect()
}

#[track_caller]
fn stands(path: &str, text: &str) {
    assert_eq!(found_in(path, text), [], "{path}: {text}");
}

#[track_caller]
fn breaks(path: &str, text: &str, rule: Rule) {
    assert_eq!(found_in(path, text), [(1, rule)], "{path}: {text}");
}

#[test]
fn a_floor_names_lower_floors_only() {
    for (path, text) in [
        ("src/domain/ids.rs", "use crate::platform::db::q;"),
        ("src/platform/mod.rs", "use crate::access::Actor;"),
        ("src/access/mod.rs", "fn f() -> crate::ui::Page {}"),
        ("src/ui/mod.rs", "use crate::web::Headers as H;"),
        ("src/web/mod.rs", "use crate::{domain::ids::Id, people::create};"),
        ("src/people/mod.rs", "use crate::build;"),
        ("src/lib.rs", "use crate::cli::serve;"),
        ("src/platform/mod.rs", "use super::access::Actor;"),
        ("src/domain/ids.rs", "mod tests { use super::super::super::platform::db; }"),
        ("src/domain/ids.rs", "macro_rules! m { () => { $crate::platform::random::id() } }"),
    ] {
        let tree = [(path, text), ("src/cli/mod.rs", "")];
        let found = check_with(&house(&tree), &[]);
        assert_eq!(found.iter().map(|f| (f.line, f.rule)).collect::<Vec<_>>(), [(2, Rule::Floor)], "{path}: {text}");
    }
    stands("src/web/mod.rs", "use crate::{access::Actor, domain::ids::{Id, self}, platform::*};");
    stands("src/main.rs", "use affianca::cli; fn main() { affianca::build(); }");
    stands("src/cli/mod.rs", "use crate::{build, people, ui::words::Lang}; fn f() { people::create(); }");
    stands(
        "src/domain/ids.rs",
        "// use crate::platform::db;\n/* crate::web /* crate::ui::x */ */ const A: &str = \"crate::platform::db\";",
    );
}

#[test]
fn a_slice_names_earlier_slices_only() {
    breaks("src/people/store.rs", "use crate::enti::find;", Rule::Slice);
    breaks("src/people/mod.rs", "fn f() { crate::enti::find() }", Rule::Slice);
    breaks("src/people/pages.rs", "mod tests { use crate::enti::Ente; }", Rule::Slice);
    stands("src/enti/store.rs", "use crate::people::create;");
}

#[test]
fn a_slice_is_entered_by_its_door() {
    breaks("src/enti/store.rs", "use crate::people::store::create;", Rule::Door);
    breaks("src/enti/mod.rs", "use super::people::{words};", Rule::Door);
    breaks("src/lib.rs", "use crate::people::routes::all;", Rule::Door);
    breaks("src/lib.rs", "fn f() { people::store::create() }", Rule::Door);
    stands("src/lib.rs", "pub mod people; fn f() { people::routes() }");
}

#[test]
fn rooms_of_a_slice_keep_their_order() {
    breaks("src/people/store.rs", "use super::pages::page;", Rule::Room);
    breaks("src/people/store.rs", "use crate::people::routes::page;", Rule::Room);
    breaks("src/people/routes.rs", "use super::letters::welcome;", Rule::Room);
    breaks("src/people/pages.rs", "use super::store::find;", Rule::Room);
    breaks("src/people/letters.rs", "use super::{store};", Rule::Room);
    breaks("src/people/words.rs", "use super::pages;", Rule::Room);
    breaks("src/people/mod.rs", "pub use pages::page;", Rule::Room);
    breaks("src/people/store.rs", "use super::create;", Rule::Room);
    stands("src/people/mod.rs", "mod store; mod routes; pub use store::{create, Refusal}; pub use routes::routes;");
    stands("src/people/routes.rs", "use super::{pages, store, words, NewPerson};");
    stands("src/people/store.rs", "use super::{NewPerson, letters}; use crate::people::letters::welcome;");
    // A folder in a slice has a door of its own for its rooms, and for no other's.
    stands("src/enti/adhesion/words.rs", "use super::State; use crate::enti::Kind;");
    breaks("src/enti/adhesion/words.rs", "use super::state;", Rule::Room);
    breaks("src/enti/words.rs", "use super::adhesion::State;", Rule::Room);
    stands("src/people/pages.rs", "use super::words::Words; mod tests { use super::*; use crate::people::words::IT; }");
}

#[test]
fn a_room_may_be_a_folder_and_a_concept_may_have_rooms() {
    let tree = |text| {
        house(&[
            ("src/enti/report/mod.rs", ""),
            ("src/enti/report/words.rs", ""),
            ("src/enti/report/pages/mod.rs", ""),
            ("src/enti/report/pages/summary.rs", text),
            ("src/enti/map.rs", ""),
        ])
    };
    assert_eq!(check_with(&tree("use crate::enti::report::words::IT; use super::title; use crate::enti::map::at;"), &[]), []);
    let found = check_with(&tree("use crate::enti::store::find;"), &[]);
    assert_eq!(found.iter().map(|f| f.rule).collect::<Vec<_>>(), [Rule::Room]);
    breaks("src/enti/map.rs", "use super::routes::all; mod routes {}", Rule::Room);
}

#[test]
fn libraries_stay_where_the_plan_puts_them() {
    breaks("src/people/routes.rs", "use sqlx::FromRow;", Rule::Library);
    breaks("src/people/store.rs", "use rocket::get;", Rule::Library);
    breaks("src/people/store.rs", "use maud::html;", Rule::Library);
    breaks("src/people/letters.rs", "fn f() -> maud::Markup {}", Rule::Library);
    breaks("src/domain/ids.rs", "use sqlx::query;", Rule::Library);
    breaks("src/domain/ids.rs", "use {std::fmt, rocket::form::FromForm};", Rule::Library);
    breaks("src/domain/moment.rs", "mod tests { #[rocket::async_test] async fn f() {} }", Rule::Library);
    breaks("src/domain/place.rs", "#[sqlx(transparent)] struct P(String);", Rule::Library);
    breaks("src/platform/clock.rs", "use rand::Rng;", Rule::Library);
    breaks("src/people/mod.rs", "fn f() -> rocket::State<u8> {}", Rule::Library);
    breaks("src/people/routes.rs", "use rocket_db_pools::Database;", Rule::Library);
    breaks("src/people/pages.rs", "fn f() { ::sqlx::query() }", Rule::Library);
    stands("src/people/store.rs", "use sqlx::FromRow; #[derive(FromRow)] struct A;");
    stands("src/people/store/find.rs", "use sqlx::FromRow;");
    stands("src/people/pages.rs", "use maud::{Markup, html};");
    stands("src/people/mod.rs", "pub fn routes() -> Vec<rocket::Route> { Vec::new() }");
    stands("src/domain/ids.rs", "#[derive(sqlx::Type)] #[sqlx(transparent)] struct A(String);");
    stands("src/people/letters.rs", "fn f(rocket: u8, sqlx: u8) -> u8 { rocket + sqlx }");
}

#[test]
fn nobody_but_the_platform_asks_for_the_time() {
    breaks("src/people/store.rs", "fn f() { std::time::SystemTime::now(); }", Rule::Clock);
    breaks("src/ui/mod.rs", "fn f() { Timestamp::now() }", Rule::Clock);
    breaks("src/people/store.rs", "const A: &str = \"update person set a = now() where b = $1\";", Rule::Clock);
    breaks("src/platform/jobs.rs", "const A: &str = \"\\\n    select a from job \\\n    where due < current_timestamp\";", Rule::Clock);
    breaks("src/people/store.rs", "const A: &str = r#\"delete from a where b < unixepoch()\"#;", Rule::Clock);
    stands("src/people/store.rs", "fn f(a: &Actor) { a.now(); } const A: &str = \"select seen_at from session\";");
    stands("src/platform/clock.rs", "fn f() { SystemTime::now(); }");
    stands("src/ui/words.rs", "const A: &str = \"Update: now() stands for the hour\";");
}

#[test]
fn a_lint_is_expected_not_allowed() {
    breaks("src/people/store.rs", "#[allow(dead_code)] fn f() {}", Rule::Allow);
    breaks("src/people/store.rs", "#![allow(dead_code)]", Rule::Allow);
    stands("src/people/store.rs", "#[expect(dead_code, reason = \"soon\")] fn allow() {} // #[allow(x)]");
}

#[test]
fn every_file_says_what_it_is_for() {
    for text in ["fn f() {}", "// What this is for.\n", "//!\n", ""] {
        let mut house = house(&[]);
        house.push(Source { path: "tests/it/other.rs".to_owned(), text: text.to_owned() });
        assert_eq!(check_with(&house, &[]).iter().map(|f| (f.line, f.rule)).collect::<Vec<_>>(), [(1, Rule::Opening)], "{text}");
    }
}

#[test]
fn a_file_has_five_hundred_lines_at_most() {
    let lines = |count: usize| "//\n".repeat(count - 1);
    assert_eq!(found_in("src/people/store.rs", &lines(501)), [(500, Rule::Length)]);
    stands("src/people/store.rs", &lines(500));
    stands("src/people/words.rs", &lines(900));
}

#[test]
fn names_say_something() {
    breaks("src/people/store.rs", "struct FormHelper;", Rule::Name);
    breaks("src/people/store.rs", "mod utils { }", Rule::Name);
    breaks("src/people/store.rs", "trait MailService {}", Rule::Name);
    assert_eq!(found_in("src/people/helpers.rs", ""), [(0, Rule::Name)]);
    assert_eq!(found_in("src/domain/common/ids.rs", ""), [(0, Rule::Name)]);
    stands("src/people/store.rs", "struct Utility; enum Commoner { Miscellany } mod managing {}");
}

#[test]
fn what_people_read_stands_in_words() {
    let page = |inside: &str| format!("fn page() -> Markup {{ html! {{ {inside} }} }}");
    for inside in [
        "p { \"Buongiorno\" }",
        "p .lead { (words.a) \" di \" (b) }",
        "@if x { \"sì\" }",
        "@match x { 1 => { \"uno\" } }",
        "(f(1, html! { \"uno\" }))",
    ] {
        breaks("src/people/pages.rs", &page(inside), Rule::Words);
    }
    for inside in [
        "p { (words.good_day) \" · \" (a) \": \" a { \"CSV\" } }",
        "a href=\"/area\" class={ \"aff-\" (x) \" wide\" } { (icon(\"it-user\")) }",
        "div .\"col-lg-8\" #\"main\" { @if x == \"y\" { (z) } }",
        "@match x { \"a\" | \"b\" => { (c) } } @for x in [\"a\", \"b\"] { (x) }",
    ] {
        stands("src/people/pages.rs", &page(inside));
    }
}

#[test]
fn an_exception_excuses_one_path_in_one_file_and_dies_with_it() {
    let exception = || [Exception { file: "src/people/store.rs", names: "enti::find", reason: "a test" }];
    assert_eq!(check_with(&house(&[("src/people/store.rs", "use crate::enti::find;")]), &exception()), []);
    let rules = |text| check_with(&house(&[("src/people/store.rs", text)]), &exception()).iter().map(|f| f.rule).collect::<Vec<_>>();
    assert_eq!(rules("use crate::enti::{find, named};"), [Rule::Slice]);
    assert_eq!(rules(""), [Rule::DeadException]);
}

#[test]
fn the_reader_is_not_led_astray() {
    let words = |text: &str| tokens(text).into_iter().filter_map(|t| t.word().map(str::to_owned)).collect::<Vec<_>>();
    assert_eq!(words("a<'b>('c', '\\'', b'd', '\\u{1F600}', 'é') e"), ["a", "b", "e"]);
    assert_eq!(words("r#type br#\"x\"# r\"y\" c\"z\" 0x1f 1.5e3_f64 end"), ["type", "end"]);
    assert_eq!(words("\"a \\\" b\" c // d\n e /* f */ g"), ["c", "e", "g"]);
    let texts: Vec<_> = tokens("\"a \\\n      b\\tc\" r#\"d\"e\"#").into_iter().map(|t| t.kind).collect();
    assert_eq!(texts, [Kind::Text("a b\tc".to_owned()), Kind::Text("d\"e".to_owned())]);
    assert_eq!(tokens("\n\n\"x\ny\" z").iter().map(|t| t.line).collect::<Vec<_>>(), [3, 4]);
}
