//! What the language means, and that what it prints it reads back.

use std::collections::BTreeMap;

use proptest::prelude::*;

use super::*;
use crate::domain::questionnaire::Answer;

/// Answers that are all valid, with points by question and two matrix rows per name.
#[derive(Default)]
struct Given {
    answers: BTreeMap<String, Answer>,
    points: BTreeMap<String, f64>,
    rows: Vec<String>,
}

impl Facts for Given {
    fn answer(&self, question: &str) -> Option<&Answer> {
        self.answers.get(question)
    }
    fn points(&self, question: &str) -> Option<f64> {
        self.points.get(question).copied()
    }
    fn row(&self, _: &str, number: usize) -> Option<&str> {
        number.checked_sub(1).and_then(|n| self.rows.get(n)).map(String::as_str)
    }
}

fn given() -> Given {
    let choices = |ids: &[&str]| Answer::Choices(ids.iter().map(|s| (*s).to_owned()).collect());
    let row = |r: &str, c: &str| (r.to_owned(), c.to_owned());
    let rows = BTreeMap::from([row("uno", "c"), row("due", "c"), row("tre", "a"), row("sei", "c")]);
    let answers = [
        ("Q01", Answer::Choice("a".into())),
        ("Q05", choices(&["a", "d"])),
        ("Q08", Answer::Rows(rows)),
        ("Q09", Answer::Level(3)),
        ("Q24", Answer::Number(5.5)),
        ("Q37", Answer::Choice("a".into())),
    ];
    Given {
        answers: answers.into_iter().map(|(q, a)| (q.to_owned(), a)).collect(),
        points: BTreeMap::from([("Q09".to_owned(), 50.0), ("Q08".to_owned(), 55.0)]),
        rows: ["uno", "due", "tre", "quattro", "cinque", "sei"].map(str::to_owned).to_vec(),
    }
}

fn read(text: &str) -> Condition {
    Tree::read(text).expect("a condition").resolve(&Names::new()).expect("no names")
}

#[test]
fn each_atom_means_what_section_five_says() {
    let facts = given();
    let cases = [
        ("always", true),
        ("Q01 = a", true),
        ("Q01 = b", false),
        ("Q01 != b", true),
        ("Q01 != a", false),
        ("Q01 in {b,a}", true),
        ("Q01 in {b,c}", false),
        ("Q05 has {a,c}", true),
        ("Q05 has {b,c}", false),
        ("Q05 != z", true),
        ("Q05 != d", false),
        ("level(Q09) <= 3", true),
        ("level(Q09) < 3", false),
        ("value(Q24) < 5.6", true),
        ("value(Q24) >= 6", false),
        ("points(Q09) = 50", true),
        ("points(Q08) > 55", false),
        ("rows(Q08,c,1..4) = 2", true),
        ("rows(Q08,c,1..6) = 3", true),
        ("rows(Q08,a,3..3) >= 1", true),
        ("rows(Q08,c,7..9) < 1", true),
    ];
    for (text, expected) in cases {
        assert_eq!(read(text).holds(&facts), expected, "{text}");
    }
}

#[test]
fn without_a_valid_answer_every_atom_is_false_and_only_not_inverts() {
    let nothing = Given::default();
    let atoms = [
        "Q01 = a",
        "Q01 != a",
        "Q01 in {a}",
        "Q01 has {a}",
        "level(Q01) >= 0",
        "value(Q01) >= 0",
        "points(Q01) >= 0",
        "rows(Q01,a,1..2) = 0",
    ];
    for atom in atoms {
        assert!(!read(atom).holds(&nothing), "{atom}");
        assert!(read(&format!("not ({atom})")).holds(&nothing), "not {atom}");
    }
}

#[test]
fn an_option_excluded_from_scoring_is_an_answer_but_has_no_points() {
    assert!(read("Q37 = a").holds(&given()));
    assert!(!read("points(Q37) >= 0").holds(&given()));
}

#[test]
fn and_binds_before_or_and_not_before_both() {
    let facts = given();
    // Q01 = a holds; Q01 = b does not.
    assert!(read("Q01 = a or Q01 = b and Q01 = b").holds(&facts));
    assert!(!read("(Q01 = a or Q01 = b) and Q01 = b").holds(&facts));
    assert!(!read("not Q01 = a and Q01 = b").holds(&facts));
    assert!(read("not (Q01 = a and Q01 = b)").holds(&facts));
}

#[test]
fn a_name_stands_for_its_definition() {
    let names = Names::from([("associato".to_owned(), read("Q05 has {a,b,c}"))]);
    let tree = Tree::read("Q01 = a and not associato").expect("a condition");
    let condition = tree.resolve(&names).expect("the name is known");
    assert!(!condition.holds(&given()));
    assert_eq!(condition.questions(), ["Q01", "Q05"]);
    assert_eq!(condition.to_string(), "Q01 = a and not associato");
}

#[test]
fn names_that_nobody_defined_are_all_told_with_their_places() {
    let unknown = Tree::read("uno or Q01 = a and due").expect("a condition").resolve(&Names::new());
    let at = |from, to, name: &str| Placed { at: Place::new(from, to), value: name.to_owned() };
    assert_eq!(unknown, Err(vec![at(0, 3, "uno"), at(19, 22, "due")]));
}

#[test]
fn a_fault_points_at_the_word_that_should_have_been_another() {
    use Expected as E;
    let cases = [
        ("Q07", 3, E::Operator, ""),
        ("Q07 is d", 4, E::Operator, "is"),
        ("Q07 = ", 6, E::Option, ""),
        ("Q07 = D", 6, E::Option, "D"),
        ("Q07 in a", 7, E::Sign("{"), "a"),
        ("Q07 in {a b}", 10, E::Sign("}"), "b"),
        ("Q07 in {}", 8, E::Option, "}"),
        ("(Q07 = a", 8, E::Sign(")"), ""),
        ("Q07 = a Q08 = b", 8, E::Joint, "Q08"),
        ("Q07 = a or", 10, E::Condition, ""),
        ("level Q09 < 3", 0, E::Condition, "level"),
        ("level(Q09) != 3", 11, E::Comparison, "!="),
        ("level(Q09) < tre", 13, E::Number, "tre"),
        ("level(x) < 3", 6, E::Question, "x"),
        ("rows(Q08,c,1) > 1", 12, E::Sign(".."), ")"),
        ("rows(Q08,c,a..b) > 1", 11, E::RowNumber, "a"),
        ("", 0, E::Condition, ""),
        ("3", 0, E::Condition, "3"),
    ];
    for (text, at, expected, found) in cases {
        let fault = Tree::read(text).expect_err(text);
        assert_eq!((fault.at.from, fault.problem), (at, Syntax::Expected { expected, found: found.into() }), "{text}");
    }
}

#[test]
fn a_strange_character_is_named() {
    let fault = Tree::read("Q07 ≠ d").expect_err("not in the language");
    assert_eq!(fault, SyntaxFault { at: Place::new(4, 7), problem: Syntax::Character('≠') });
}

#[test]
fn a_tower_of_parentheses_is_refused_before_the_stack_ends() {
    let tower = format!("{}Q01 = a{}", "(".repeat(100_000), ")".repeat(100_000));
    assert_eq!(Tree::read(&tower).expect_err("too deep").problem, Syntax::TooDeep);
    assert_eq!(Tree::read(&"not ".repeat(100_000)).expect_err("too deep").problem, Syntax::TooDeep);
    let allowed = format!("{}Q01 = a{}", "(".repeat(DEEPEST - 1), ")".repeat(DEEPEST - 1));
    assert!(Tree::read(&allowed).is_ok());
}

fn question() -> impl Strategy<Value = String> {
    "[A-Z][A-Za-z0-9]{0,3}"
}

fn option() -> impl Strategy<Value = String> {
    "[a-z0-9-]{1,4}"
}

fn comparison() -> impl Strategy<Value = Comparison> {
    use Comparison as C;
    prop_oneof![Just(C::Less), Just(C::AtMost), Just(C::Equal), Just(C::AtLeast), Just(C::Greater)]
}

fn number() -> impl Strategy<Value = f64> {
    prop_oneof![(-1000i32..1000).prop_map(f64::from), (-4000i32..4000).prop_map(|n| f64::from(n) / 8.0)]
}

fn atom() -> impl Strategy<Value = Atom> {
    let options = || prop::collection::vec(option(), 1..4);
    let measured = || (question(), comparison(), number());
    prop_oneof![
        (question(), option()).prop_map(|(question, option)| Atom::Is { question, option }),
        (question(), option()).prop_map(|(question, option)| Atom::IsNot { question, option }),
        (question(), options()).prop_map(|(question, options)| Atom::In { question, options }),
        (question(), options()).prop_map(|(question, options)| Atom::Has { question, options }),
        measured().prop_map(|(question, is, than)| Atom::Level { question, is, than }),
        measured().prop_map(|(question, is, than)| Atom::Value { question, is, than }),
        measured().prop_map(|(question, is, than)| Atom::Points { question, is, than }),
        (measured(), option(), 1usize..9, 1usize..9)
            .prop_map(|((question, is, than), column, from, to)| { Atom::Rows { question, column, from, to, is, than } }),
    ]
}

fn named() -> Names {
    let definition = |text: &str| read(text);
    Names::from([("associato".to_owned(), definition("Q05 has {a,b}")), ("in_rete".to_owned(), definition("Q07 = c or Q30 in {d,e}"))])
}

fn condition() -> impl Strategy<Value = Condition> {
    let name =
        prop_oneof![Just("associato"), Just("in_rete")].prop_map(|name| Condition::Named(name.to_owned(), Box::new(named()[name].clone())));
    let leaf = prop_oneof![1 => Just(Condition::Always), 6 => atom().prop_map(Condition::Atom), 2 => name];
    leaf.prop_recursive(5, 40, 4, |inner| {
        prop_oneof![
            inner.clone().prop_map(|c| Condition::Not(Box::new(c))),
            prop::collection::vec(inner.clone(), 2..5).prop_map(Condition::All),
            prop::collection::vec(inner, 2..5).prop_map(Condition::Any),
        ]
    })
}

proptest! {
    #[test]
    fn what_is_printed_reads_back_the_same(condition in condition()) {
        let text = condition.to_string();
        let tree = Tree::read(&text).expect(&text);
        prop_assert_eq!(tree.resolve(&named()).expect("known names"), condition, "{}", text);
    }

    #[test]
    fn no_text_makes_the_parser_panic_or_point_outside(text in "[Qa-z0-9 ={}(),.!<>è-]{0,40}") {
        if let Err(fault) = Tree::read(&text) {
            prop_assert!(fault.at.from <= fault.at.to && fault.at.to <= text.len());
            prop_assert!(text.is_char_boundary(fault.at.from) && text.is_char_boundary(fault.at.to));
        }
    }
}
