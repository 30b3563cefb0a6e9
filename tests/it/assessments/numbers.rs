//! Numbers: what the system proposes, and the share that one is of another.

use super::form::Form;
use super::{opened, section};
use crate::house::on_each_engine;

const DIFFERS: &str = "Il numero indicato è diverso da quello proposto";

/// The sentence that asks for a reason: whether it is to be seen.
fn asks_why(html: &str) -> bool {
    let at = html.find(DIFFERS).expect("the sentence is in the page");
    !html[html[..at].rfind('<').unwrap()..at].contains(" hidden")
}

#[test]
fn the_residents_are_proposed_with_their_source_and_another_number_wants_a_reason() {
    on_each_engine(async |house| {
        let anna = house.coordinator_of("Agliè").await;
        let rilevazione = opened(&anna).await;
        let contesto = section(&anna, "contesto").await;
        let page =
            anna.get(&contesto).await.is(200).shows("Dato proposto: 2558 (anno 2023).").shows("su dati ISTAT e Openpolis, CC BY 4.0");
        assert!(!asks_why(&page.body));
        // Proposed is not answered.
        assert_eq!(Form::of(&page).get("a[Q02]"), Some(""));
        for (number, note, why) in [("2.558", "", false), ("2.600", "", true), ("2.600", "dato dell'anagrafe al 1º marzo", false)] {
            let form = Form::of(&anna.get(&contesto).await.is(200)).answer("Q02", &[number]).set("n[Q02]", note);
            form.send(&anna, "").await.is(303);
            assert_eq!(asks_why(&anna.get(&contesto).await.body), why, "{number} {note}");
        }
        anna.get(&format!("{rilevazione}/sezioni/assetto")).await.is(200).hides("Dato proposto").hides(DIFFERS);
    });
}

#[test]
fn nothing_is_proposed_where_no_figure_is_at_hand() {
    on_each_engine(async |house| {
        // Born of a merger after the census: the list has no residents of it.
        let anna = house.coordinator_of("Misiliscemi").await;
        opened(&anna).await;
        anna.get(&section(&anna, "contesto").await).await.is(200).hides("Dato proposto").hides(DIFFERS);
    });
}

#[test]
fn a_number_says_what_share_of_the_other_it_is() {
    on_each_engine(async |house| {
        let anna = house.coordinator_of("Agliè").await;
        opened(&anna).await;
        let contesto = section(&anna, "contesto").await;
        let told = "Pari al 5,5% del numero indicato in Q02 (2558).";
        let form = Form::of(&anna.get(&contesto).await.is(200).hides(told)).answer("Q03", &["141"]);
        form.send(&anna, "").await.is(303);
        let form = Form::of(&anna.get(&contesto).await.is(200).hides("Pari al 5")).answer("Q02", &["2.558"]);
        form.send(&anna, "").await.is(303);
        anna.get(&contesto).await.is(200).shows(told);
        anna.get(&format!("{contesto}?lang=en")).await.is(200).shows("That is 5.5% of the number given in Q02 (2558).");
        // More than the whole is no share, and a fault besides.
        let form = Form::of(&anna.get(&contesto).await.is(200)).answer("Q03", &["3000"]);
        form.send(&anna, "").await.is(422).hides("Pari al 1");
    });
}
