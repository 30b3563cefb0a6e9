//! A letter is a row in the transaction of its fact.

use affianca::domain::lang::Lang;
use affianca::domain::letter::Letter;
use affianca::platform::db::q;
use affianca::platform::outbox::Recipient;

use crate::house::{House, on_each_engine};

const WAITING: &str = "select name, address, subject, kind from letter order by subject";

async fn waiting(house: &House) -> Vec<(String, String, String, String)> {
    q(WAITING).all(&mut house.db.reader().await.unwrap()).await.unwrap()
}

fn letter(lang: Lang) -> Letter {
    Letter::new("greeting", lang, if lang == Lang::En { "Good morning" } else { "Buongiorno" }).say("…")
}

#[test]
fn a_letter_leaves_with_its_fact_or_never_was() {
    on_each_engine(async |house| {
        let anna = house.member_of("Agliè").await;
        let now = house.clock.now();
        let mut tx = house.db.begin().await.unwrap();
        tx.post(now, Recipient::Person(&anna.who().id), letter).await.unwrap();
        drop(tx);
        assert_eq!(waiting(house).await, []);
        let mut tx = house.db.begin().await.unwrap();
        tx.post(now, Recipient::Person(&anna.who().id), letter).await.unwrap();
        tx.post(now, Recipient::Address { name: "John", address: "john@x.example", lang: Lang::En }, letter).await.unwrap();
        tx.commit().await.unwrap();
        let found = waiting(house).await;
        let rows: Vec<_> = found.iter().map(|(n, a, s, k)| [n.as_str(), a.as_str(), s.as_str(), k.as_str()]).collect();
        let address = format!("{}@comune.example", anna.who().username);
        assert_eq!(
            rows,
            [[anna.who().name.as_str(), &address, "Buongiorno", "greeting"], ["John", "john@x.example", "Good morning", "greeting"]]
        );
        house.letters_left();
    });
}
