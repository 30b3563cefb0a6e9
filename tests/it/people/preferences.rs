//! How somebody wants to be written to.

use affianca::domain::lang::Lang;
use affianca::domain::letter::Letter;
use affianca::domain::moment::{Day, Moment};
use affianca::platform::db::q;
use affianca::platform::outbox::Recipient;

use crate::house::{Browser, House, Received, on_each_engine};

const PAGE: &str = "/area/profilo/messaggi";

async fn choose(browser: &Browser<'_>, rhythm: &str, lang: &str) {
    browser.post(PAGE, &[("quando", rhythm), ("lingua", lang)]).await.leads_to("/area/profilo?esito=messaggi");
}

async fn write(house: &House, to: &Browser<'_>, letter: impl FnOnce(Lang) -> Letter) {
    let mut tx = house.db.begin().await.unwrap();
    tx.post(house.clock.now(), Recipient::Person(&to.who().id), letter).await.unwrap();
    tx.commit().await.unwrap();
}

fn news(lang: Lang, n: usize) -> Letter {
    let (subject, text) = match lang {
        Lang::It => (format!("Novità {n}"), format!("Perché la novità {n} conta.")),
        Lang::En => (format!("News {n}"), format!("Why news {n} matters.")),
    };
    Letter::new("news", lang, subject).say(text).action(if lang == Lang::It { "Vedi" } else { "See" }, format!("/area?n={n}"))
}

fn subjects(letters: &[Received]) -> Vec<&str> {
    letters.iter().map(|letter| letter.subject.as_str()).collect()
}

#[test]
fn a_person_chooses_how_to_be_written_to_and_finds_it_on_the_profile() {
    on_each_engine(async |house| {
        let anna = house.member_of("Agliè").await;
        anna.get("/area/profilo").await.is(200).shows("uno per uno, appena partono").shows("Cambia come ricevere i messaggi");
        anna.get(PAGE).await.is(200).shows("value=\"each\" id=\"quando\" checked").shows("value=\"it\" id=\"lingua\" checked");
        choose(&anna, "daily", "en").await;
        let profile = anna.get("/area/profilo?esito=messaggi").await.is(200);
        profile.shows("d’ora in poi vi scriviamo così").shows("raccolti una volta al giorno, alle 7").shows("English");
        anna.get(PAGE).await.is(200).shows("id=\"quando-daily\" checked").shows("id=\"lingua-en\" checked");
    });
}

#[test]
fn a_form_without_an_answer_comes_back_with_what_was_chosen() {
    on_each_engine(async |house| {
        let anna = house.member_of("Agliè").await;
        let page = anna.post(PAGE, &[("quando", "daily")]).await.is(422);
        page.shows("Scegliete la lingua dei messaggi.").hides("Scegliete quando").shows("id=\"quando-daily\" checked");
        anna.post(PAGE, &[("quando", "mai"), ("lingua", "it")]).await.is(422).shows("Scegliete quando volete ricevere i messaggi.");
        let kept = "select count(*) from person where person_id = $1 and letters is null and lang is null";
        assert_eq!(q(kept).bind(&anna.who().id).count(&mut house.db.reader().await.unwrap()).await.unwrap(), 1);
    });
}

#[test]
fn a_digest_says_all_that_its_letters_say_in_the_language_of_its_reader() {
    on_each_engine(async |house| {
        let anna = house.member_of("Agliè").await;
        choose(&anna, "daily", "en").await;
        for n in 1..=3 {
            write(house, &anna, |lang| news(lang, n)).await;
        }
        write(house, &anna, |lang| news(lang, 4).secret()).await;
        assert_eq!(subjects(&house.letters().await), ["News 4"], "what opens something waits for nobody");
        house.clock.set(Moment::at(Day::new(2026, 3, 3).unwrap(), 7, 0).unwrap());
        let letters = house.letters().await;
        assert_eq!(subjects(&letters), ["Your 3 messages of today"]);
        let (text, html) = (&letters[0].text, &letters[0].html);
        for n in 1..=3 {
            let (heading, link) =
                (format!("\nNews {n}\n------\n\nWhy news {n} matters.\n\nSee:\n"), format!("http://127.0.0.1:8000/area?n={n}"));
            assert!(text.contains(&heading) && text.contains(&link) && html.contains(&link), "{text}");
        }
        assert!(!text.contains("News 4"), "{text}");
        assert_eq!(text.matches("/area/profilo/messaggi").count(), 1, "where to change this, once: {text}");
    });
}

#[test]
fn who_wants_them_one_by_one_again_gets_at_once_what_was_waiting() {
    on_each_engine(async |house| {
        let (anna, bruno) = (house.member_of("Agliè").await, house.member_of("Bairo").await);
        for who in [&anna, &bruno] {
            choose(who, "daily", "it").await;
            for n in 1..=2 {
                write(house, who, |lang| news(lang, n)).await;
            }
        }
        assert!(house.letters().await.is_empty());
        choose(&anna, "each", "it").await;
        let letters = house.letters().await;
        assert_eq!(subjects(&letters), ["Novità 1", "Novità 2"]);
        let address = format!("{}@comune.example", anna.who().username);
        assert!(letters.iter().all(|letter| letter.to == address), "those of Bruno wait: {letters:?}");
        house.letters_left();
    });
}

#[test]
fn a_change_and_a_gathering_at_once_send_each_letter_once() {
    on_each_engine(async |house| {
        let anna = house.member_of("Agliè").await;
        choose(&anna, "daily", "it").await;
        for n in 1..=2 {
            write(house, &anna, |lang| news(lang, n)).await;
        }
        house.clock.set(Moment::at(Day::new(2026, 3, 3).unwrap(), 7, 0).unwrap());
        let anna = anna.elsewhere().await;
        let (changed, letters) = tokio::join!(anna.post(PAGE, &[("quando", "each"), ("lingua", "it")]), house.letters());
        changed.is(303);
        let all: String = letters.into_iter().chain(house.letters().await).map(|letter| letter.text).collect();
        for n in 1..=2 {
            assert_eq!(all.matches(&format!("Perché la novità {n} conta.")).count(), 1, "{all}");
        }
    });
}
