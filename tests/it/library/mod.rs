//! Domande frequenti and the search page: what readers see, what those do who look after them, and what nobody sees.

mod documents;
mod links;

use affianca::access::{Actor, Housekeeper, Moderator};
use affianca::domain::ids::{FaqId, Id};
use affianca::domain::moment::{Day, Moment};
use affianca::library::{Draft, Proposal, propose, publish, write};
use affianca::platform::db::q;

use crate::house::{Browser, House, on_each_engine};

const DESK: &str = "/area/domande-frequenti";
const NEW: &str = "/area/domande-frequenti/nuova";

/// A form that is in order; others change it.
const FORM: [(&str, &str); 9] = [
    ("domanda", "Entro quando si rinnova la dichiarazione di dimora abituale?"),
    ("risposta", "Entro **sessanta giorni** dal rinnovo del permesso.\n\n- si mostra il permesso\n- non si paga nulla"),
    ("riferimenti", "art. 7, comma 3, D.P.R. 223/1989"),
    ("tema", "Anagrafe e residenza"),
    ("autore", "Sara Greco"),
    ("qualifica", "esperta"),
    ("data", "2026-02-20"),
    ("rileggere", "2027-02-20"),
    ("cura", ""),
];

fn with<'a>(changes: &[(&'a str, &'a str)]) -> Vec<(&'a str, &'a str)> {
    let mut form: Vec<(&str, &str)> = FORM.to_vec();
    for (name, value) in changes {
        form.retain(|(kept, _)| kept != name);
        form.push((name, value));
    }
    form
}

fn draft(question: &str, answer: &str) -> Draft {
    let day = |text| Day::parse(text).unwrap();
    Draft {
        theme: "Cittadinanza".into(),
        question: question.into(),
        answer: answer.into(),
        law: String::new(),
        author: "Sara Greco".into(),
        author_role: "esperta".into(),
        answered_on: day("2026-01-10"),
        review_on: day("2027-01-10"),
        owner: None,
    }
}

async fn moderator(house: &House, who: &Browser<'_>) -> Actor<Moderator> {
    house.housekeeper().stand_in(Housekeeper::moderator(who.who().id.clone()), house.clock.now())
}

/// The only one in the list of the desk whose question has this text.
async fn id_of(browser: &Browser<'_>, question: &str) -> String {
    let page = browser.get(DESK).await.is(200);
    let before = page.body.split(question).next().unwrap();
    let start = before.rfind("/area/domande-frequenti/").unwrap() + "/area/domande-frequenti/".len();
    before[start..start + 36].to_owned()
}

#[test]
fn an_expert_writes_saves_and_publishes_and_only_then_readers_see_it() {
    on_each_engine(async |house| {
        let (expert, visitor) = (house.expert().await, house.visitor());
        expert.get(NEW).await.is(200).shows(&expert.who().name).hides("aff-error");
        expert.post(NEW, &with(&[("azione", "salva")])).await.leads_to("/area/domande-frequenti?esito=salvata");
        let id = id_of(&expert, "Entro quando si rinnova").await;
        // A draft is nowhere for readers: not in the list, not at its address, not in the feed, not in the search.
        visitor.get("/domande-frequenti").await.is(200).hides("Entro quando si rinnova");
        visitor.get(&format!("/domande-frequenti/{id}")).await.is(404);
        visitor.get("/domande-frequenti.atom").await.is(200).hides("Entro quando si rinnova");
        visitor.get("/cerca?q=dimora").await.is(200).shows("Nessun risultato");
        let form = [("visto", "1"), ("azione", "pubblica")];
        expert.post(&format!("{DESK}/{id}"), &with(&form)).await.leads_to("/area/domande-frequenti?esito=pubblicata");
        visitor.get("/domande-frequenti").await.is(200).shows("Anagrafe e residenza").shows("Entro quando si rinnova");
        let page = visitor.get(&format!("/domande-frequenti/{id}")).await.is(200);
        page.shows("<strong>sessanta giorni</strong>")
            .shows("<li dir=\"auto\">non si paga nulla</li>")
            .shows("art. 7, comma 3")
            .shows("Sara Greco, esperta");
        visitor.get("/domande-frequenti.atom").await.is(200).shows("Entro quando si rinnova").shows(&format!("urn:uuid:{id}"));
        visitor
            .get("/cerca?q=DIMORE")
            .await
            .is(200)
            .shows("1 risultato")
            .shows("<mark>dimora</mark>")
            .shows(&format!("/domande-frequenti/{id}"));
    });
}

#[test]
fn every_version_stays_and_readers_see_the_published_one() {
    on_each_engine(async |house| {
        let (expert, visitor) = (house.expert().await, house.visitor());
        expert.post(NEW, &with(&[("azione", "pubblica")])).await.is(303);
        let id = id_of(&expert, "Entro quando si rinnova").await;
        let further = with(&[("risposta", "Ottanta giorni, forse."), ("visto", "1"), ("azione", "salva")]);
        expert.post(&format!("{DESK}/{id}"), &further).await.is(303);
        visitor.get(&format!("/domande-frequenti/{id}")).await.is(200).shows("sessanta giorni").hides("Ottanta");
        visitor.get("/cerca?q=ottanta").await.is(200).shows("Nessun risultato");
        expert.get(DESK).await.is(200).shows("con una bozza più recente");
        expert.get(&format!("{DESK}/{id}")).await.is(200).shows("Versione 2").shows("Versione 1").shows("Ottanta giorni, forse.");
        // Of two at once the later is told, and keeps what was typed.
        let late = with(&[("risposta", "Novanta."), ("visto", "1"), ("azione", "pubblica")]);
        let form = expert.post(&format!("{DESK}/{id}"), &late).await.is(409).shows("Novanta.").shows("Qualcun altro ha cambiato");
        assert_eq!(form.field("visto").as_deref(), Some("2"));
        visitor.get(&format!("/domande-frequenti/{id}")).await.is(200).hides("Novanta");
    });
}

#[test]
fn what_is_withdrawn_is_gone_for_readers_and_can_come_back() {
    on_each_engine(async |house| {
        let (secretary, visitor) = (house.secretary().await, house.visitor());
        secretary.post(NEW, &with(&[("azione", "pubblica")])).await.is(303);
        let id = id_of(&secretary, "Entro quando si rinnova").await;
        secretary.post(&format!("{DESK}/{id}/ritiro"), &[("motivo", " ")]).await.is(422).shows("Scrivete il motivo");
        visitor.get(&format!("/domande-frequenti/{id}")).await.is(200);
        secretary.post(&format!("{DESK}/{id}/ritiro"), &[("motivo", "superata")]).await.leads_to("/area/domande-frequenti?esito=ritirata");
        visitor.get(&format!("/domande-frequenti/{id}")).await.is(404);
        visitor.get("/cerca?q=dimora").await.is(200).shows("Nessun risultato");
        visitor.get("/domande-frequenti.atom").await.is(200).hides("Entro quando");
        secretary.get(&format!("{DESK}/{id}")).await.is(200).shows("superata").shows("Versione 1");
        secretary.post(&format!("{DESK}/{id}"), &with(&[("visto", "2"), ("azione", "pubblica")])).await.is(303);
        visitor.get("/cerca?q=dimora").await.is(200).shows("1 risultato");
        // Who published what, and why it was taken back, is in the trail.
        let trail = "select kind, detail from deed where kind like 'faq-%' order by kind, detail";
        let kept: Vec<(String, String)> = q(trail).all(&mut house.db.reader().await.unwrap()).await.unwrap();
        let kinds: Vec<&str> = kept.iter().map(|(kind, _)| kind.as_str()).collect();
        assert_eq!(kinds, ["faq-published", "faq-published", "faq-withdrawn"]);
        assert!(kept[2].1.starts_with("Entro quando") && kept[2].1.ends_with(": superata"), "{}", kept[2].1);
    });
}

#[test]
fn a_form_with_faults_comes_back_as_it_was_typed() {
    on_each_engine(async |house| {
        let expert = house.expert().await;
        let long = "à".repeat(40_000);
        for (changes, told) in [
            (vec![("domanda", "")], "Scrivete la domanda."),
            (vec![("risposta", " \n ")], "Scrivete la risposta."),
            (vec![("risposta", long.as_str())], "La risposta è troppo lunga: 80 mila caratteri, al massimo 60."),
            (vec![("tema", "")], "Scrivete il tema."),
            (vec![("autore", "")], "Scrivete chi risponde."),
            (vec![("data", "ieri")], "Scrivete la data della risposta"),
            (vec![("rileggere", "2025-01-01")], "viene prima della risposta"),
            (vec![("cura", "0192f0c1-2345-7abc-8def-0123456789ab")], "Scegliete una persona"),
        ] {
            let page = expert.post(NEW, &with(&changes)).await.is(422);
            page.shows(told).shows("art. 7, comma 3, D.P.R. 223/1989");
        }
        expert.get(DESK).await.is(200).shows("Non ce n’è ancora nessuna");
    });
}

#[test]
fn personal_data_are_told_before_anything_goes_out() {
    on_each_engine(async |house| {
        let expert = house.expert().await;
        let text = [("risposta", "Il caso di RSSMRA85T10A562S, tel. 320 1234567"), ("azione", "pubblica")];
        expert.post(NEW, &with(&text)).await.is(422).shows("un codice fiscale, un numero di telefono").shows("confermo");
        house.visitor().get("/domande-frequenti").await.is(200).hides("Entro quando");
        // Kept as a draft it may be, and published once somebody has looked.
        expert.post(NEW, &with(&[text[0], ("azione", "salva")])).await.is(303);
        expert.post(NEW, &with(&[text[0], text[1], ("confermo", "si")])).await.leads_to("/area/domande-frequenti?esito=pubblicata");
    });
}

#[test]
fn hostile_answers_are_harmless_on_the_page_in_the_feed_and_in_the_search() {
    on_each_engine(async |house| {
        let (expert, visitor) = (house.expert().await, house.visitor());
        let hostile =
            "<p onclick=alert(1)>ortensie <script>alert(1)</script><img src=x onerror=alert(2)><a href=\"javascript:alert(3)\">qui</a></p>";
        let form = with(&[("risposta", hostile), ("domanda", "Ortensie <script>alert(4)</script>?"), ("azione", "pubblica")]);
        expert.post(NEW, &form).await.is(303);
        let id = id_of(&expert, "Ortensie").await;
        for address in
            [format!("/domande-frequenti/{id}"), "/domande-frequenti".into(), "/cerca?q=ortensie".into(), "/domande-frequenti.atom".into()]
        {
            let page = visitor.get(&address).await.is(200);
            page.hides("<script>alert").hides("onerror").hides("javascript:").hides("onclick");
        }
        let page = visitor.get("/cerca?q=%22%3E%3Cscript%3Ealert(5)%3C/script%3E").await.is(200);
        page.hides("<script>alert");
    });
}

#[test]
fn an_expired_answer_warns_readers_and_its_owner_once() {
    on_each_engine(async |house| {
        let expert = house.expert().await;
        let owner = expert.who().id.as_str().to_owned();
        expert.post(NEW, &with(&[("rileggere", "2026-03-10"), ("cura", &owner), ("azione", "pubblica")])).await.is(303);
        let id = id_of(&expert, "Entro quando si rinnova").await;
        let at = |day: i8| Moment::at(Day::new(2026, 3, day).unwrap(), 10, 0).unwrap();
        house.clock.set(at(10));
        house.tick().await;
        assert_eq!(house.letters().await.len(), 0, "its last day is not over");
        house.visitor().get(&format!("/domande-frequenti/{id}")).await.is(200).hides("andava riletta");
        house.clock.set(at(11));
        house.tick().await;
        let letters = house.letters().await;
        assert_eq!(letters.len(), 1);
        assert!(letters[0].text.contains(&format!("/area/domande-frequenti/{id}")), "{}", letters[0].text);
        house.visitor().get(&format!("/domande-frequenti/{id}")).await.is(200).shows("andava riletta entro il 10 marzo 2026");
        house.visitor().get("/domande-frequenti").await.is(200).shows("da verificare");
        house.clock.set(at(12));
        house.tick().await;
        assert_eq!(house.letters().await.len(), 0, "told once");
        // Moved forward, it stands again, until that day.
        expert.sign_in().await;
        expert
            .post(&format!("{DESK}/{id}"), &with(&[("rileggere", "2026-03-12"), ("cura", &owner), ("visto", "1"), ("azione", "pubblica")]))
            .await
            .is(303);
        house.clock.set(at(13));
        house.tick().await;
        assert_eq!(house.letters().await.len(), 1);
    });
}

#[test]
fn an_answer_of_the_forum_becomes_one_draft_however_often_it_is_proposed() {
    on_each_engine(async |house| {
        let expert = house.expert().await;
        let actor = moderator(house, &expert).await;
        let proposal = Proposal {
            from: "0192f0c1-2345-7abc-8def-0123456789ab",
            theme: "Cittadinanza",
            question: "Entro quando si presta giuramento?",
            answer: "Entro sei mesi.",
            law: "art. 10, L. 91/1992",
            author: "Sara Greco",
            author_role: "esperta",
            answered_on: Day::parse("2026-02-20").unwrap(),
            valid_until: None,
            owner: Some(&expert.who().id),
        };
        let (first, second) = tokio::join!(propose(&actor, &proposal), propose(&actor, &proposal));
        assert_eq!(first.unwrap(), second.unwrap());
        let page = expert.get(DESK).await.is(200).shows("Entro quando si presta giuramento?").shows("in bozza").shows("20/02/2027");
        assert_eq!(page.body.matches("giuramento?").count(), 1);
        house.visitor().get("/domande-frequenti").await.is(200).hides("giuramento");
    });
}

#[test]
fn those_who_do_not_write_them_find_no_desk() {
    on_each_engine(async |house| {
        let expert = house.expert().await;
        let id = write(&moderator(house, &expert).await, &draft("Quando?", "Mai.")).await.unwrap();
        for other in [house.member_of("Agliè").await, house.trainer().await, house.observer().await, house.administrator().await] {
            for address in [DESK.to_owned(), NEW.to_owned(), format!("{DESK}/{id}")] {
                other.get(&address).await.is(404);
            }
            other.post(&format!("{DESK}/{id}"), &with(&[("visto", "1"), ("azione", "pubblica")])).await.is(404);
            other.post(&format!("{DESK}/{id}/ritiro"), &[("motivo", "no")]).await.is(404);
        }
        house.visitor().get(&format!("/domande-frequenti/{id}")).await.is(404);
        house.visitor().get("/domande-frequenti/non-esiste").await.is(404);
    });
}

/// A page with one costs what a page with three costs.
#[test]
fn lists_take_the_same_statements_whatever_they_hold() {
    on_each_engine(async |house| {
        let expert = house.expert().await;
        let (actor, visitor) = (moderator(house, &expert).await, house.visitor());
        let (mut lists, mut desks, mut feeds) = (Vec::new(), Vec::new(), Vec::new());
        for some in [1, 2] {
            for number in 0..some {
                let id: FaqId = write(&actor, &draft(&format!("Domanda {some} {number}?"), "Ortensie.")).await.unwrap();
                publish(&actor, &id).await.unwrap();
            }
            lists.push(house.counting(visitor.get("/domande-frequenti")).await.1);
            desks.push(house.counting(expert.get(DESK)).await.1);
            feeds.push(house.counting(visitor.get("/domande-frequenti.atom")).await.1);
        }
        assert_eq!((lists, feeds), (vec![1, 1], vec![1, 1]));
        assert_eq!(desks[0], desks[1]);
    });
}
