//! The post: what waits, what left, what did not and why; and letting it leave once more.

use affianca::domain::ids::LetterId;
use affianca::domain::lang::Lang;
use affianca::domain::letter::Letter;
use affianca::domain::moment::{Day, Moment};
use affianca::platform::db::q;
use affianca::platform::mail::{Carrier, Fault, FaultKind, Sealed};
use affianca::platform::outbox::Recipient;

use crate::house::{Answer, Browser, House, on_each_engine};

const POST: &str = "/segreteria/posta";

fn refuse(house: &House, refuse: Option<fn(&Sealed) -> Option<Fault>>) {
    let Carrier::Kept(kept) = &house.carrier else { unreachable!() };
    kept.lock().unwrap().refuse = refuse;
}

fn gone(_: &Sealed) -> Option<Fault> {
    Some(Fault::new(FaultKind::Refused, "550 5.1.1 no such user"))
}

fn news(lang: Lang, subject: &str) -> Letter {
    Letter::new("news", lang, subject).say("Perché è così: c’è una <novità>.").action("Vedi", "/area")
}

async fn post(house: &House, to: Recipient<'_>, letter: impl FnOnce(Lang) -> Letter) -> LetterId {
    let mut tx = house.db.begin().await.unwrap();
    let id = tx.post_known(house.clock.now(), to, letter).await.unwrap().unwrap();
    tx.commit().await.unwrap();
    id
}

async fn post_to(house: &House, browser: &Browser<'_>, subject: &str) -> LetterId {
    post(house, Recipient::Person(&browser.who().id), |lang| news(lang, subject)).await
}

/// Subjects in the first column of the table.
fn subjects(page: &Answer) -> Vec<String> {
    let rows = page.body.split("<th scope=\"row\">").skip(1);
    rows.map(|row| row.split('>').nth(1).unwrap().split('<').next().unwrap().to_owned()).collect()
}

async fn move_to(house: &House, browser: &Browser<'_>, address: &str) {
    let mut tx = house.db.begin().await.unwrap();
    q("update person set email = $2 where person_id = $1").bind(&browser.who().id).bind(address).run(&mut tx).await.unwrap();
    tx.commit().await.unwrap();
}

/// One was sent, one given up, one waits for tomorrow. Whoever reads the last wants them gathered.
async fn scene(house: &House) -> (Browser<'_>, Browser<'_>, [LetterId; 3]) {
    let (segreteria, anna) = (house.secretary().await, house.member_of("Agliè").await);
    let sent = post_to(house, &anna, "La nuova sede").await;
    house.letters().await;
    house.clock.set(house.clock.now().plus_minutes(1));
    refuse(house, Some(gone));
    let to = Recipient::Address { name: "Ufficio anagrafe", address: "nessuno@bairo.example", lang: Lang::It };
    let failed = post(house, to, |lang| news(lang, "Perché scriviamo")).await;
    house.letters().await;
    refuse(house, None);
    house.clock.set(house.clock.now().plus_minutes(1));
    anna.post("/area/profilo/messaggi", &[("quando", "daily"), ("lingua", "it")]).await.is(303);
    let waiting = post_to(house, &anna, "Domani alle nove").await;
    (segreteria, anna, [sent, failed, waiting])
}

#[test]
fn the_table_says_what_left_what_waits_and_what_did_not_arrive_and_why() {
    on_each_engine(async |house| {
        let (segreteria, ..) = scene(house).await;
        let page = segreteria.get(POST).await.is(200).shows("3 messaggi.").shows("spedito il 02/03/2026");
        assert_eq!(subjects(&page), ["Domani alle nove", "Perché scriviamo", "La nuova sede"]);
        page.shows("parte martedì 3 marzo 2026, ore 7.00").shows("<strong>non consegnato</strong>").shows("ha rifiutato il messaggio");
        for (query, found) in [
            ("stato=spediti", vec!["La nuova sede"]),
            ("stato=in-attesa", vec!["Domani alle nove"]),
            ("stato=non-consegnati", vec!["Perché scriviamo"]),
            ("motivo=refused", vec!["Perché scriviamo"]),
            ("motivo=carrier", vec![]),
            ("cerca=PERCHE+nessuno", vec!["Perché scriviamo"]),
            ("cerca=anagrafe", vec!["Perché scriviamo"]),
            ("cerca=%25_", vec!["Domani alle nove", "Perché scriviamo", "La nuova sede"]),
            ("dal=2026-03-03", vec![]),
            ("dal=2026-03-02&al=2026-03-02&ordine=giorno", vec!["La nuova sede", "Perché scriviamo", "Domani alle nove"]),
            ("ordine=oggetto", vec!["Domani alle nove", "La nuova sede", "Perché scriviamo"]),
            ("ordine=-oggetto", vec!["Perché scriviamo", "La nuova sede", "Domani alle nove"]),
            // What the table does not know is passed over.
            ("stato=persi&motivo=x&dal=ieri&ordine=content", vec!["Domani alle nove", "Perché scriviamo", "La nuova sede"]),
        ] {
            assert_eq!(subjects(&segreteria.get(&format!("{POST}?{query}")).await.is(200)), found, "{query}");
        }
        segreteria
            .get("/segreteria")
            .await
            .is(200)
            .shows("href=\"/segreteria/posta?stato=non-consegnati\"")
            .shows("Un messaggio non è stato consegnato");
        let file = segreteria.get(&format!("{POST}.csv?stato=non-consegnati")).await.is(200);
        assert_eq!(file.body.lines().count(), 2, "{}", file.body);
        file.shows("Perché scriviamo;Ufficio anagrafe;nessuno@bairo.example;2026-03-02;non consegnato;;1;").shows("550 5.1.1 no such user");
        assert!(segreteria.get(&format!("{POST}.xlsx")).await.is(200).bytes.starts_with(b"PK"));
        house.letters_left();
    });
}

#[test]
fn one_message_and_three_take_the_same_statements() {
    on_each_engine(async |house| {
        let (segreteria, anna) = (house.secretary().await, house.member_of("Agliè").await);
        let id = post_to(house, &anna, "Prima").await;
        for _ in 0..2 {
            for (page, literal) in [(POST.to_owned(), 2), (format!("{POST}/{id}"), 3), (format!("{POST}/non-consegnati"), 2)] {
                let (answer, statements) = house.counting(segreteria.get(&page)).await;
                assert_eq!((answer.status, statements), (200, literal), "{page}");
            }
            for subject in ["Seconda", "Terza"] {
                post_to(house, &anna, subject).await;
            }
        }
        segreteria.get(&format!("{POST}?pagina=9")).await.leads_to(POST);
        house.letters_left();
    });
}

#[test]
fn a_message_shows_what_it_said_as_it_was_sent() {
    on_each_engine(async |house| {
        let (segreteria, _, [sent, failed, _]) = scene(house).await;
        let page = segreteria.get(&format!("{POST}/{sent}")).await.is(200).shows("&lt;novità&gt;").shows("http://127.0.0.1:8000/area");
        page.shows(&format!("&lt;{sent}@localhost&gt;")).shows("Invia una copia");
        segreteria.get(&format!("{POST}/{failed}")).await.is(200).shows("550 5.1.1 no such user").shows("Invia di nuovo");
        house.letters_left();
    });
}

#[test]
fn what_was_given_up_leaves_again_under_its_own_id_to_the_address_of_today() {
    on_each_engine(async |house| {
        let (segreteria, anna) = (house.secretary().await, house.member_of("Agliè").await);
        refuse(house, Some(gone));
        let id = post_to(house, &anna, "Rifiutata").await;
        assert!(house.letters().await.is_empty());
        refuse(house, None);
        move_to(house, &anna, "anna.nuova@comune.example").await;
        let page = segreteria.get(&format!("{POST}/{id}")).await.is(200);
        page.shows("andrà a quello nuovo");
        let again = format!("{POST}/{id}/invio");
        segreteria
            .post(&again, &[("elenco", "/segreteria/posta?stato=non-consegnati")])
            .await
            .leads_to("/segreteria/posta?stato=non-consegnati&esito=di-nuovo");
        // Somebody else was quicker: it is on its way.
        segreteria.post(&again, &[]).await.leads_to(&format!("{POST}/{id}?esito=fermo"));
        let letters = house.letters().await;
        assert_eq!(letters.len(), 1);
        assert_eq!((letters[0].to.as_str(), letters[0].message_id.as_str()), ("anna.nuova@comune.example", &*format!("<{id}@localhost>")));
        let trail = house.administrator().await.get("/gestione/registro?tipo=letter-sent-again").await.is(200);
        trail.shows("Messaggio inviato di nuovo").shows("Rifiutata").shows("1 riga");
    });
}

#[test]
fn what_was_sent_leaves_as_another_one() {
    on_each_engine(async |house| {
        let (segreteria, anna) = (house.secretary().await, house.member_of("Agliè").await);
        let id = post_to(house, &anna, "Spedita").await;
        let first = house.letters().await;
        segreteria.post(&format!("{POST}/{id}/invio"), &[]).await.leads_to(&format!("{POST}/{id}?esito=copia"));
        let second = house.letters().await;
        assert_eq!((second.len(), &second[0].text), (1, &first[0].text));
        assert_ne!(second[0].message_id, first[0].message_id);
    });
}

#[test]
fn what_a_secret_message_says_is_never_shown_nor_copied_nor_sent_elsewhere() {
    on_each_engine(async |house| {
        let (segreteria, anna) = (house.secretary().await, house.member_of("Agliè").await);
        let secret =
            |lang| Letter::new("choose-password", lang, "Scegliete la password").action("Scegli", "/entra/password/segretissimo").secret();
        let id = post(house, Recipient::Person(&anna.who().id), secret).await;
        let page = format!("{POST}/{id}");
        segreteria.get(&page).await.is(200).hides("segretissimo").shows("lo legge soltanto chi lo riceve");
        refuse(house, Some(gone));
        house.letters().await;
        refuse(house, None);
        segreteria.get(&page).await.is(200).hides("segretissimo").shows("Invia di nuovo");
        // The link was made for the former mailbox.
        let former = format!("{}@comune.example", anna.who().username);
        move_to(house, &anna, "altra@comune.example").await;
        segreteria.get(&page).await.is(200).hides("segretissimo").shows("per un indirizzo che la persona non ha più");
        segreteria.post(&format!("{page}/invio"), &[]).await.leads_to(&format!("{page}?esito=fermo"));
        move_to(house, &anna, &former).await;
        segreteria.post(&format!("{page}/invio"), &[]).await.leads_to(&format!("{page}?esito=di-nuovo"));
        assert_eq!(house.letters().await.len(), 1);
        segreteria.get(&page).await.is(200).shows("Password dimenticata").hides("Invia una copia");
        segreteria.post(&format!("{page}/invio"), &[]).await.leads_to(&format!("{page}?esito=fermo"));
        assert!(house.letters().await.is_empty());
    });
}

#[test]
fn a_link_that_is_dead_by_now_is_not_sent_again() {
    on_each_engine(async |house| {
        let anna = house.member_of("Agliè").await;
        refuse(house, Some(gone));
        let mut ids = Vec::new();
        for kind in ["choose-password", "password-reset"] {
            ids.push(post(house, Recipient::Person(&anna.who().id), |lang| Letter::new(kind, lang, kind).secret()).await);
        }
        house.letters().await;
        refuse(house, None);
        let segreteria = house.secretary().await;
        segreteria.get(&format!("{POST}/{}", ids[0])).await.is(200).shows("Invia di nuovo");
        segreteria.get(&format!("{POST}/{}", ids[1])).await.is(200).shows("ormai scaduto");
        house.clock.set(house.clock.now().plus_days(8));
        let segreteria = segreteria.elsewhere().await;
        for id in &ids {
            segreteria.get(&format!("{POST}/{id}")).await.is(200).shows("ormai scaduto");
            segreteria.post(&format!("{POST}/{id}/invio"), &[]).await.leads_to(&format!("{POST}/{id}?esito=fermo"));
        }
    });
}

#[test]
fn all_that_were_given_up_leave_again_at_once_and_those_that_cannot_are_told() {
    on_each_engine(async |house| {
        let (segreteria, anna) = (house.secretary().await, house.member_of("Agliè").await);
        refuse(house, Some(gone));
        for subject in ["Una", "Due", "Tre"] {
            post_to(house, &anna, subject).await;
        }
        post(house, Recipient::Person(&anna.who().id), |lang| Letter::new("password-reset", lang, "Password").secret()).await;
        let to = Recipient::Address { name: "", address: "altri@x.example", lang: Lang::It };
        post(house, to, |lang| news(lang, "Altri")).await;
        house.letters().await;
        refuse(house, None);
        let page = segreteria.get(&format!("{POST}?cerca=comune.example")).await.is(200);
        page.shows("href=\"/segreteria/posta/non-consegnati?cerca=comune.example\"");
        let asked = segreteria.get(&format!("{POST}/non-consegnati?cerca=comune.example")).await.is(200);
        asked.shows("3 messaggi non consegnati ripartono").shows("ormai scaduto");
        let form = [("elenco", "/segreteria/posta?cerca=comune.example")];
        segreteria
            .post(&format!("{POST}/non-consegnati"), &form)
            .await
            .leads_to("/segreteria/posta?cerca=comune.example&esito=rimessi&quanti=3");
        let letters = house.letters().await;
        assert_eq!(letters.len(), 3, "the others were not of the filter, or hold a dead link");
        segreteria
            .post(&format!("{POST}/non-consegnati"), &form)
            .await
            .leads_to("/segreteria/posta?cerca=comune.example&esito=rimessi&quanti=0");
    });
}

#[test]
fn two_who_send_again_at_once_send_it_once() {
    on_each_engine(async |house| {
        let (segreteria, anna) = (house.secretary().await, house.member_of("Agliè").await);
        let other = segreteria.elsewhere().await;
        refuse(house, Some(gone));
        let id = post_to(house, &anna, "Contesa").await;
        house.letters().await;
        refuse(house, None);
        let again = format!("{POST}/{id}/invio");
        let answers = tokio::join!(segreteria.post(&again, &[]), other.post(&again, &[]));
        let mut outcomes = [answers.0, answers.1].map(|answer| answer.location.unwrap().split('=').nth(1).unwrap().to_owned());
        outcomes.sort();
        assert_eq!(outcomes, ["di-nuovo", "fermo"]);
        assert_eq!(house.letters().await.len(), 1);
    });
}

#[test]
fn what_waits_after_a_failure_can_be_tried_at_once_and_a_digest_takes_along_what_it_holds() {
    on_each_engine(async |house| {
        let anna = house.member_of("Agliè").await;
        anna.post("/area/profilo/messaggi", &[("quando", "daily"), ("lingua", "it")]).await.is(303);
        let held = [post_to(house, &anna, "Una").await, post_to(house, &anna, "Due").await];
        house.clock.set(Moment::at(Day::new(2026, 3, 3).unwrap(), 7, 0).unwrap());
        let segreteria = house.secretary().await;
        refuse(house, Some(|_| Some(Fault::new(FaultKind::Deferred, "451 greylisted"))));
        house.letters().await;
        refuse(house, None);
        let found: (LetterId,) =
            q("select letter_id from letter where kind = 'digest'").one(&mut house.db.reader().await.unwrap()).await.unwrap();
        segreteria
            .get(POST)
            .await
            .is(200)
            .shows("in attesa dopo un tentativo; si riprova martedì 3 marzo 2026, ore 7.01")
            .shows("Riprova subito");
        segreteria.post(&format!("{POST}/{}/invio", held[0]), &[]).await.leads_to(&format!("{POST}/{}?esito=fermo", held[0]));
        segreteria.post(&format!("{POST}/{}/invio", found.0), &[]).await.leads_to(&format!("{POST}/{}?esito=subito", found.0));
        assert_eq!(house.letters().await.len(), 1);
        let page = segreteria.get(&format!("{POST}/{}", held[1])).await.is(200).shows("spedito il 03/03/2026, ");
        page.shows(&format!("href=\"{POST}/{}\"", found.0));
    });
}
