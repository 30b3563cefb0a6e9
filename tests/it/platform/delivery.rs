//! Letters leave: once, in time, and never silently not at all.

use std::time::Duration;

use affianca::domain::lang::Lang;
use affianca::domain::letter::Letter;
use affianca::domain::moment::{Day, Moment};
use affianca::platform::db::q;
use affianca::platform::jobs::Plant;
use affianca::platform::mail::{Carrier, Destination, Fault, FaultKind, Sealed};
use affianca::platform::outbox::{Recipient, deliver};
use affianca::ui::mail::PEN;

use crate::house::{Browser, House, Received, on_each_engine};

fn news(lang: Lang, subject: &str) -> Letter {
    Letter::new("news", lang, subject).say("C’è una novità.").code("AB12").action("Vedi", "/area")
}

async fn post_to(house: &House, to: Recipient<'_>, letter: impl FnOnce(Lang) -> Letter) {
    let mut tx = house.db.begin().await.unwrap();
    tx.post(house.clock.now(), to, letter).await.unwrap();
    tx.commit().await.unwrap();
}

async fn post(house: &House, address: &str, subject: &str) {
    post_to(house, Recipient::Address { name: "Anna", address, lang: Lang::It }, |lang| news(lang, subject)).await;
}

fn refuse(house: &House, refuse: Option<fn(&Sealed) -> Option<Fault>>) {
    let Carrier::Kept(kept) = &house.carrier else { unreachable!() };
    kept.lock().unwrap().refuse = refuse;
}

fn subjects(letters: &[Received]) -> Vec<&str> {
    letters.iter().map(|letter| letter.subject.as_str()).collect()
}

type State = (i64, Option<i64>, Option<i64>, Option<String>, Option<String>, i64);
const STATE: &str = "select attempts, sent_at, failed_at, fault, content, due_at from letter where subject = $1";

async fn state(house: &House, subject: &str) -> State {
    q(STATE).bind(subject).one(&mut house.db.reader().await.unwrap()).await.unwrap()
}

async fn prefer(house: &House, browser: &Browser<'_>, letters: &str, lang: &str) {
    let mut tx = house.db.begin().await.unwrap();
    let set = "update person set letters = $2, lang = $3 where person_id = $1";
    assert_eq!(q(set).bind(&browser.who().id).bind(letters).bind(lang).run(&mut tx).await.unwrap(), 1);
    tx.commit().await.unwrap();
}

#[test]
fn a_letter_leaves_once() {
    on_each_engine(async |house| {
        post(house, "anna@x.example", "Prima").await;
        let letters = house.letters().await;
        assert_eq!(subjects(&letters), ["Prima"]);
        let (to, kind) = (letters[0].to.as_str(), letters[0].kind.as_str());
        assert_eq!((to, kind, letters[0].link().as_str(), letters[0].code().as_str()), ("anna@x.example", "news", "/area", "AB12"));
        assert!(letters[0].html.contains("AB12") && letters[0].message_id.ends_with("@localhost>"), "{letters:?}");
        let (attempts, sent, ..) = state(house, "Prima").await;
        assert_eq!((attempts, sent), (1, Some(house.clock.now().millis())));
        assert!(house.letters().await.is_empty());
    });
}

#[test]
fn who_waits_for_letters_is_woken_by_the_commit_alone() {
    on_each_engine(async |house| {
        let woken = async || tokio::time::timeout(Duration::from_millis(50), house.db.letters_posted()).await.is_ok();
        let mut tx = house.db.begin().await.unwrap();
        let to = Recipient::Address { name: "", address: "a@x.example", lang: Lang::It };
        tx.post(house.clock.now(), to, |lang| news(lang, "x")).await.unwrap();
        assert!(!woken().await);
        tx.commit().await.unwrap();
        assert!(woken().await);
        assert!(!woken().await);
        house.db.begin().await.unwrap().commit().await.unwrap();
        assert!(!woken().await, "a transaction without letters wakes nobody");
        house.letters_left();
    });
}

#[test]
fn a_letter_deferred_is_tried_again_later_and_later() {
    on_each_engine(async |house| {
        refuse(house, Some(|_| Some(Fault::new(FaultKind::Deferred, "450 greylisted"))));
        post(house, "anna@x.example", "Rinviata").await;
        let mut waits = Vec::new();
        for _ in 0..15 {
            assert!(house.letters().await.is_empty());
            let (_, sent, failed, fault, _, due) = state(house, "Rinviata").await;
            assert_eq!((sent, failed, fault.as_deref()), (None, None, Some("deferred: 450 greylisted")));
            waits.push(Moment::from_millis(due).minutes_since(house.clock.now()));
            // Not a minute earlier.
            house.clock.set(Moment::from_millis(due - 1));
            house.letters().await;
            assert_eq!(state(house, "Rinviata").await.0, waits.len() as i64);
            house.clock.set(Moment::from_millis(due));
        }
        assert_eq!(waits, [1, 2, 4, 8, 16, 32, 64, 128, 256, 360, 360, 360, 360, 360, 360]);
        house.letters().await;
        let (attempts, _, failed, ..) = state(house, "Rinviata").await;
        assert_eq!((attempts, failed), (16, Some(house.clock.now().millis())));
        refuse(house, None);
        house.clock.set(house.clock.now().plus_days(30));
        assert!(house.letters().await.is_empty(), "given up is given up");
    });
}

#[test]
fn a_letter_that_was_deferred_arrives_in_the_end() {
    on_each_engine(async |house| {
        refuse(house, Some(|_| Some(Fault::new(FaultKind::Deferred, "450 greylisted"))));
        post(house, "anna@x.example", "Rinviata").await;
        house.letters().await;
        refuse(house, None);
        house.clock.set(house.clock.now().plus_minutes(1));
        assert_eq!(subjects(&house.letters().await), ["Rinviata"]);
        let (attempts, sent, _, fault, ..) = state(house, "Rinviata").await;
        assert_eq!((attempts, sent, fault), (2, Some(house.clock.now().millis()), None));
    });
}

#[test]
fn a_reader_refused_for_good_keeps_nobody_else_back() {
    on_each_engine(async |house| {
        refuse(house, Some(|letter| (letter.subject == "Persa").then(|| Fault::new(FaultKind::Refused, "550 no such user"))));
        post(house, "nessuno@x.example", "Persa").await;
        post(house, "senza chiocciola", "Indirizzo").await;
        post(house, "anna@x.example", "Arrivata").await;
        assert_eq!(subjects(&house.letters().await), ["Arrivata"]);
        let (attempts, sent, failed, fault, content, _) = state(house, "Persa").await;
        assert_eq!((attempts, sent, failed), (1, None, Some(house.clock.now().millis())));
        assert_eq!(fault.as_deref(), Some("refused: 550 no such user"));
        assert!(content.is_some());
        let (_, _, failed, fault, ..) = state(house, "Indirizzo").await;
        assert!(failed.is_some() && fault.unwrap().starts_with("address: "));
    });
}

#[test]
fn a_carrier_that_takes_none_is_asked_once_a_turn() {
    on_each_engine(async |house| {
        refuse(house, Some(|_| Some(Fault::new(FaultKind::Carrier, "connection refused"))));
        for subject in ["Una", "Due", "Tre"] {
            post(house, "anna@x.example", subject).await;
        }
        assert!(house.letters().await.is_empty());
        let attempts = "select cast(sum(attempts) as bigint) from letter";
        let sum = async || q(attempts).count(&mut house.db.reader().await.unwrap()).await.unwrap();
        assert_eq!(sum().await, 1);
        house.letters().await;
        assert_eq!(sum().await, 2);
        refuse(house, None);
        house.clock.set(house.clock.now().plus_minutes(1));
        assert_eq!(subjects(&house.letters().await), ["Due", "Tre", "Una"]);
    });
}

#[test]
fn eight_servers_at_once_send_each_letter_once() {
    on_each_engine(async |house| {
        for n in 0..12 {
            post(house, &format!("a{n:02}@x.example"), "Novità").await;
        }
        let servers: Vec<_> = (0..8).map(|_| tokio::spawn(deliver(house.plant().turn(house.clock.now()), PEN))).collect();
        let mut sent = 0;
        for server in servers {
            sent += server.await.unwrap().unwrap();
        }
        let letters = house.letters().await;
        let to: Vec<_> = letters.iter().map(|letter| letter.to.clone()).collect();
        assert_eq!((sent, to), (12, (0..12).map(|n| format!("a{n:02}@x.example")).collect()));
    });
}

#[test]
fn what_a_dead_server_had_taken_is_sent_after_its_lease_under_the_same_id() {
    on_each_engine(async |house| {
        post(house, "anna@x.example", "Presa").await;
        let (plant, now) = (house.plant(), house.clock.now());
        // It hands the letter over and dies before it can note so.
        let first = Plant { carrier: Carrier::kept(), ..plant };
        assert_eq!(deliver(first.turn(now), PEN).await.unwrap(), 1);
        let mut tx = house.db.begin().await.unwrap();
        q("update letter set sent_at = null, taken_at = $1").bind(now).run(&mut tx).await.unwrap();
        tx.commit().await.unwrap();
        house.clock.set(now.plus_minutes(14));
        assert!(house.letters().await.is_empty());
        house.clock.set(now.plus_minutes(15));
        let again = house.letters().await;
        let Carrier::Kept(kept) = first.carrier else { unreachable!() };
        let before = String::from_utf8(kept.lock().unwrap().letters[0].message.clone()).unwrap();
        assert_eq!(again.len(), 1);
        assert_eq!(again[0].message, before, "the same to the byte");
    });
}

#[test]
fn the_words_of_a_secret_letter_are_forgotten_once_it_is_sent() {
    on_each_engine(async |house| {
        let anna = house.member_of("Agliè").await;
        prefer(house, &anna, "daily", "it").await;
        let to = || Recipient::Person(&anna.who().id);
        post_to(house, to(), |lang| news(lang, "Segreta").secret()).await;
        post_to(house, to(), |lang| news(lang, "Aperta")).await;
        assert!(state(house, "Segreta").await.4.is_some());
        assert_eq!(subjects(&house.letters().await), ["Segreta"], "a secret letter waits for nobody");
        assert_eq!(state(house, "Segreta").await.4, None);
        assert!(state(house, "Aperta").await.4.is_some());
        house.letters_left();
    });
}

#[test]
fn letters_are_gathered_at_seven_for_who_asked() {
    on_each_engine(async |house| {
        let (anna, bruno) = (house.member_of("Agliè").await, house.member_of("Bairo").await);
        prefer(house, &anna, "daily", "en").await;
        for subject in ["One", "Two", "Three"] {
            for who in [&anna, &bruno] {
                post_to(house, Recipient::Person(&who.who().id), |lang| news(lang, subject)).await;
            }
        }
        assert_eq!(house.letters().await.len(), 3, "those of Bruno");
        let seven = Moment::at(Day::new(2026, 3, 3).unwrap(), 7, 0).unwrap();
        house.clock.set(Moment::from_millis(seven.millis() - 1));
        assert!(house.letters().await.is_empty());
        house.clock.set(seven);
        let letters = house.letters().await;
        assert_eq!(subjects(&letters), ["Your 3 messages of today"]);
        assert!(["One", "Two", "Three"].iter().all(|subject| letters[0].text.contains(subject)), "{}", letters[0].text);
        let with = "select count(*) from letter where digest_id is not null and sent_at = $1";
        assert_eq!(q(with).bind(seven).count(&mut house.db.reader().await.unwrap()).await.unwrap(), 3);
        // Later ones wait for the next day; a single one goes as it is.
        post_to(house, Recipient::Person(&anna.who().id), |lang| news(lang, "Alone")).await;
        assert!(house.letters().await.is_empty());
        house.clock.set(seven.plus_days(1));
        assert_eq!(subjects(&house.letters().await), ["Alone"]);
    });
}

#[test]
fn what_was_gathered_while_the_carrier_was_out_of_order_is_not_gathered_again() {
    on_each_engine(async |house| {
        let anna = house.member_of("Agliè").await;
        prefer(house, &anna, "daily", "it").await;
        // Written before and due before: at this one the carrier gives up, and the digest is not even tried.
        post(house, "prima@x.example", "Prima").await;
        for subject in ["Una", "Due"] {
            post_to(house, Recipient::Person(&anna.who().id), |lang| news(lang, subject)).await;
        }
        refuse(house, Some(|_| Some(Fault::new(FaultKind::Carrier, "connection refused"))));
        let seven = Moment::at(Day::new(2026, 3, 3).unwrap(), 7, 0).unwrap();
        house.clock.set(seven);
        assert!(house.letters().await.is_empty());
        post_to(house, Recipient::Person(&anna.who().id), |lang| news(lang, "Tre")).await;
        refuse(house, None);
        house.clock.set(seven.plus_days(1));
        let letters = house.letters().await;
        let mut arrived = subjects(&letters);
        arrived.sort_unstable();
        assert_eq!(arrived, ["I vostri 2 messaggi di oggi", "Prima", "Tre"]);
        for subject in ["Una", "Due", "Tre"] {
            assert!(state(house, subject).await.1.is_some(), "{subject}");
        }
    });
}

#[test]
fn two_servers_gather_once() {
    on_each_engine(async |house| {
        let anna = house.member_of("Agliè").await;
        prefer(house, &anna, "daily", "it").await;
        for subject in ["Una", "Due", "Tre"] {
            post_to(house, Recipient::Person(&anna.who().id), |lang| news(lang, subject)).await;
        }
        house.clock.set(house.clock.now().plus_days(1));
        let servers: Vec<_> = (0..4).map(|_| tokio::spawn(deliver(house.plant().turn(house.clock.now()), PEN))).collect();
        for server in servers {
            server.await.unwrap().unwrap();
        }
        assert_eq!(subjects(&house.letters().await), ["I vostri 3 messaggi di oggi"]);
    });
}

#[test]
fn a_digest_refused_says_so_of_all_it_holds() {
    on_each_engine(async |house| {
        let anna = house.member_of("Agliè").await;
        prefer(house, &anna, "daily", "it").await;
        for subject in ["Una", "Due"] {
            post_to(house, Recipient::Person(&anna.who().id), |lang| news(lang, subject)).await;
        }
        refuse(house, Some(|_| Some(Fault::new(FaultKind::Refused, "550 gone"))));
        house.clock.set(house.clock.now().plus_days(1));
        house.letters().await;
        for subject in ["Una", "Due", "I vostri 2 messaggi di oggi"] {
            let (_, sent, failed, fault, ..) = state(house, subject).await;
            assert_eq!((sent, failed.is_some(), fault.as_deref()), (None, true, Some("refused: 550 gone")), "{subject}");
        }
    });
}

#[test]
fn a_folder_gets_a_file_for_each_letter() {
    on_each_engine(async |house| {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("new/mail");
        let mut config = (*house.config).clone();
        config.mail.destination = Destination::Folder(path.clone());
        let plant = Plant { carrier: Carrier::of(&config), ..house.plant() };
        plant.carrier.check().await.unwrap();
        post(house, "anna@x.example", "Prima").await;
        house.clock.set(house.clock.now().plus_minutes(1));
        post(house, "bruno@x.example", "Seconda").await;
        assert_eq!(deliver(plant.turn(house.clock.now()), PEN).await.unwrap(), 2);
        let mut names: Vec<_> = std::fs::read_dir(&path).unwrap().map(|file| file.unwrap().file_name().into_string().unwrap()).collect();
        names.sort();
        assert!(
            names.len() == 2 && names[0].starts_with("20260302T080000.000Z-") && names[1].starts_with("20260302T080100.000Z-"),
            "{names:?}"
        );
        assert!(names.iter().all(|name| name.ends_with(".eml")));
        let first = std::fs::read_to_string(path.join(&names[0])).unwrap();
        assert!(first.contains("Subject: Prima\r\n") && first.contains("To: Anna <anna@x.example>\r\n"), "{first}");
    });
}

#[test]
fn a_folder_that_cannot_be_written_is_a_fault_of_the_carrier() {
    let mut config = affianca::platform::config::Config::from_text("").unwrap();
    config.mail.destination = Destination::Folder("/proc/none/mail".into());
    let runtime = tokio::runtime::Builder::new_current_thread().build().unwrap();
    let fault = runtime.block_on(Carrier::of(&config).check()).unwrap_err();
    assert!(fault.kind == FaultKind::Carrier && fault.said.contains("/proc/none/mail"), "{fault:?}");
}

#[test]
#[should_panic(expected = "letters left in the outbox")]
fn a_letter_that_nobody_reads_fails_its_test() {
    on_each_engine(async |house| post(house, "anna@x.example", "Dimenticata").await);
}
