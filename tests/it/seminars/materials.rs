//! Materials: who attaches them, who sees them and from when, and the one letter of what arrived after the day.

use affianca::domain::edition::Terms;
use affianca::domain::ids::{ClassDayId, Id, MaterialId};
use affianca::domain::moment::{Day, Moment};
use affianca::platform::db::q;
use affianca::seminars;

use crate::house::{Browser, House, Received, on_each_engine};

fn pdf(what: &str) -> Vec<u8> {
    format!("%PDF-1.7\n{what}\n%%EOF\n").into_bytes()
}

/// On the wall clock of the day of the house.
fn at(hour: i8, minute: i8) -> Moment {
    Moment::at(Day::new(2026, 3, 2).unwrap(), hour, minute).unwrap()
}

/// A giornata of today, until five, with its docente.
struct Class<'h> {
    house: &'h House,
    docente: Browser<'h>,
    day: ClassDayId,
}

async fn class(house: &House) -> Class<'_> {
    let docente = house.trainer().await;
    let edition = house.edition(Terms::default()).await;
    let day = house.class_day(&edition, &house.today_draft(30, &docente.who().id)).await;
    Class { house, docente, day }
}

const NEWEST: &str = "select material_id from material order by material_id desc limit 1";

impl Class<'_> {
    fn desk(&self, rest: &str) -> String {
        format!("/area/docenza/{}/materiali{rest}", self.day)
    }

    fn file(&self, id: &MaterialId) -> String {
        format!("/seminari/{}/materiali/{id}", self.day)
    }

    async fn attach(&self, fields: &[(&str, &str)], name: &str, bytes: &[u8]) -> MaterialId {
        self.house.clock.set(self.house.clock.now().plus_minutes(1));
        let answer = self.docente.upload(&self.desk(""), fields, name, bytes).await;
        answer.leads_to(&self.desk("?esito=caricato"));
        let (id,): (String,) = q(NEWEST).one(&mut self.house.db.reader().await.unwrap()).await.unwrap();
        MaterialId::parse(&id).unwrap()
    }

    async fn enrolled(&self, ente: &str) -> Browser<'_> {
        let one = self.house.member_of(ente).await;
        self.house.seat(&self.day, &one.who().id, ente).await;
        one
    }
}

#[test]
fn those_enrolled_see_a_file_and_for_anybody_else_it_does_not_exist() {
    on_each_engine(async |house| {
        let class = class(house).await;
        let (anna, stranger) = (class.enrolled("Agliè").await, house.member_of("Bairo").await);
        let other = house.trainer().await;
        let id = class.attach(&[], "Slide_del mattino.pdf", &pdf("uno")).await;
        let page = format!("/seminari/{}", class.day);
        anna.get(&page).await.is(200).shows("Slide del mattino").shows("PDF, 1 kB");
        anna.get("/area/seminari").await.is(200).shows("Slide del mattino");
        let file = anna.get(&class.file(&id)).await.is(200);
        assert_eq!(file.header("Content-Disposition"), Some("attachment; filename=\"slide-del-mattino.pdf\""));
        assert_eq!(file.bytes, pdf("uno"));
        for one in [&stranger, &other] {
            one.get(&class.file(&id)).await.is(404);
            one.get(&page).await.is(200).hides("Slide del mattino");
        }
        house.visitor().get(&page).await.is(200).hides("Slide del mattino");
        class.docente.get(&class.file(&id)).await.is(200);
        house.secretary().await.get(&class.file(&id)).await.is(200);
        // Neither does the page for who attaches it, nor a neighbour's giornata lend it.
        for path in ["", &format!("/{id}"), &format!("/{id}/versione")] {
            other.get(&class.desk(path)).await.is(404);
            anna.get(&class.desk(path)).await.is(404);
        }
        other.upload(&class.desk(""), &[], "altro.pdf", &pdf("altro")).await.is(404);
        other.post(&class.desk(&format!("/{id}/ritiro")), &[]).await.is(404);
        house.letters_left();
    });
}

#[test]
fn what_is_for_the_end_of_the_day_is_seen_from_its_end() {
    on_each_engine(async |house| {
        let class = class(house).await;
        let anna = class.enrolled("Agliè").await;
        let id = class.attach(&[("titolo", "Soluzioni"), ("visibile", "after-day")], "s.pdf", &pdf("s")).await;
        house.clock.set(at(16, 59));
        anna.get(&class.file(&id)).await.is(404);
        anna.get("/area/seminari").await.is(200).hides("Soluzioni");
        house.clock.set(at(17, 0));
        anna.get(&class.file(&id)).await.is(200);
        anna.get("/area/seminari").await.is(200).shows("Soluzioni");
        house.letters_left();
    });
}

#[test]
fn a_new_version_takes_the_place_of_the_former_and_one_withdrawn_is_seen_no_more() {
    on_each_engine(async |house| {
        let class = class(house).await;
        let anna = class.enrolled("Agliè").await;
        let id = class.attach(&[("titolo", "Slide")], "a.pdf", &pdf("prima")).await;
        let version = class.desk(&format!("/{id}/versione"));
        class.docente.get(&version).await.is(200).shows("Slide");
        class.docente.upload(&version, &[], "b.txt", b"testo").await.is(422).shows("non è di un tipo ammesso");
        class.docente.upload(&version, &[], "a.pdf", &pdf("prima")).await.is(422).shows("già tra i materiali");
        class.docente.upload(&version, &[], "b.pdf", &pdf("seconda")).await.leads_to(&class.desk("?esito=sostituito"));
        assert_eq!(anna.get(&class.file(&id)).await.is(200).bytes, pdf("seconda"));
        class.docente.get(&class.desk("")).await.is(200).shows("versione 2");
        let withdrawal = class.desk(&format!("/{id}/ritiro"));
        for _ in 0..2 {
            class.docente.post(&withdrawal, &[]).await.leads_to(&class.desk("?esito=ritirato"));
        }
        anna.get(&class.file(&id)).await.is(404);
        class.docente.get(&class.file(&id)).await.is(404);
        class.docente.get(&class.desk("")).await.is(200).shows("ritirato da");
        class.docente.upload(&version, &[], "c.pdf", &pdf("terza")).await.is(404);
        house.letters_left();
    });
}

#[test]
fn what_cannot_be_attached_is_told_with_what_was_typed() {
    on_each_engine(async |house| {
        let class = class(house).await;
        let fields = [("titolo", "Le slide"), ("visibile", "after-day"), ("per", "seminario")];
        let cases: [(&str, Vec<u8>, &str); 4] = [
            ("a.txt", b"testo".to_vec(), "non è di un tipo ammesso"),
            ("a.ppt", b"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1".to_vec(), "formato di Office non più in uso"),
            ("a.exe.pdf", b"MZ\x90".to_vec(), "non è di un tipo ammesso"),
            ("a.pdf", Vec::new(), "non è di un tipo ammesso"),
        ];
        for (name, bytes, says) in cases {
            let says = if bytes.is_empty() { "Scegliete il file" } else { says };
            let answer = class.docente.upload(&class.desk(""), &fields, name, &bytes).await;
            answer.is(422).shows(says).shows("value=\"Le slide\"");
        }
        class.docente.upload(&class.desk(""), &[("titolo", &"x".repeat(121))], "a.pdf", &pdf("a")).await.is(422).shows("120 caratteri");
        class.attach(&[], "a.pdf", &pdf("a")).await;
        class.docente.upload(&class.desk(""), &[], "b.pdf", &pdf("a")).await.is(422).shows("già tra i materiali");
        house.letters_left();
    });
}

#[test]
fn files_that_arrive_after_the_day_are_told_in_one_letter() {
    on_each_engine(async |house| {
        let class = class(house).await;
        let anna = class.enrolled("Agliè").await;
        let waiting = house.member_of("Bairo").await;
        house.clock.set(at(12, 0));
        class.attach(&[("titolo", "Del mattino")], "a.pdf", &pdf("a")).await;
        house.clock.set(at(18, 0));
        house.tick().await;
        let told = |letters: Vec<Received>| letters.into_iter().filter(|l| l.kind == "materials-arrived").collect::<Vec<_>>();
        assert!(told(house.letters().await).is_empty(), "it was there during the day");
        class.attach(&[("titolo", "Del pomeriggio")], "b.pdf", &pdf("b")).await;
        house.clock.set(at(18, 8));
        house.tick().await;
        class.attach(&[("titolo", "Schema"), ("per", "seminario")], "c.pdf", &pdf("c")).await;
        house.clock.set(at(18, 15));
        house.tick().await;
        assert!(told(house.letters().await).is_empty(), "another file came eight minutes later");
        for minute in [20, 26] {
            house.clock.set(at(18, minute));
            house.tick().await;
        }
        let letters = told(house.letters().await);
        assert_eq!(letters.len(), 1, "one letter for both, once");
        assert!(letters[0].to.starts_with(&anna.who().username) && waiting.who().username != anna.who().username);
        assert!(
            letters[0].text.contains("Del pomeriggio") && letters[0].text.contains("Schema") && !letters[0].text.contains("Del mattino")
        );
        anna.sign_in().await.is(303);
        anna.get(&letters[0].link()).await.leads_to(&format!("/seminari/{}#materiali", class.day));
        // A new version is told only if whoever attaches it wants so.
        let id = class.attach(&[("titolo", "Ultimo"), ("visibile", "after-day")], "d.pdf", &pdf("d")).await;
        class.docente.post(&class.desk(&format!("/{id}/ritiro")), &[]).await.is(303);
        house.clock.set(at(19, 0));
        house.tick().await;
        assert!(told(house.letters().await).is_empty(), "it was withdrawn before the letter left");
    });
}

#[test]
fn a_file_of_the_seminar_is_for_all_its_days_and_lists_cost_the_same_with_three() {
    on_each_engine(async |house| {
        let class = class(house).await;
        let desk = house.desk().await;
        let seminar = seminars::one(&desk, &class.day).await.unwrap().seminar;
        let second = seminars::add_day(&desk, &seminar, &house.day_draft(5)).await.unwrap();
        assert!(seminars::publish(&desk, &second).await.unwrap());
        let anna = house.member_of("Agliè").await;
        house.seat(&second, &anna.who().id, "Agliè").await;
        let common = class.attach(&[("titolo", "Comune a tutte"), ("per", "seminario")], "a.pdf", &pdf("a")).await;
        let only = class.attach(&[("titolo", "Solo di oggi")], "b.pdf", &pdf("b")).await;
        anna.get(&format!("/seminari/{second}/materiali/{common}")).await.is(200);
        anna.get(&format!("/seminari/{second}/materiali/{only}")).await.is(404);
        anna.get(&class.file(&common)).await.is(404);
        let count = async || {
            let (answer, queries) = house.counting(anna.get(&format!("/seminari/{second}"))).await;
            answer.is(200);
            queries
        };
        let one = count().await;
        for n in ["c", "d"] {
            class.attach(&[("per", "seminario")], n, &pdf(n)).await;
        }
        assert_eq!(count().await, one);
        house.letters_left();
    });
}

#[test]
fn of_two_who_withdraw_and_replace_at_once_nothing_is_half_done() {
    on_each_engine(async |house| {
        let class = class(house).await;
        let id = class.attach(&[], "a.pdf", &pdf("a")).await;
        let secretary = house.secretary().await;
        let (withdrawal, version) = (class.desk(&format!("/{id}/ritiro")), class.desk(&format!("/{id}/versione")));
        let b = pdf("b");
        let (withdrawn, replaced) =
            rocket::tokio::join!(class.docente.post(&withdrawal, &[]), secretary.upload(&version, &[], "b.pdf", &b));
        withdrawn.is(303);
        assert!([303, 404, 422].contains(&replaced.status), "{}", replaced.status);
        class.docente.get(&class.file(&id)).await.is(404);
        house.letters_left();
    });
}
