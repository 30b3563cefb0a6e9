//! The file of a quesito whose form comes back: it waits for the next send, for whoever chose it and nobody else.

use affianca::domain::ids::ForumDayId;
use rocket::futures::future::join;
use rocket::http::Method;

use super::{count, id_in, open_day};
use crate::house::{Answer, Browser, House, on_each_engine, on_each_engine_with};

const PDF: &[u8] = b"%PDF-1.7 prospetto delle presenze\n%%EOF\n";
const LAID_BY: &str = "select count(*) from upload where taken_at is null and expires_at > 0";

/// The empty form, as somebody opened it.
struct Form {
    key: String,
    ente: String,
    day: String,
}

async fn open(browser: &Browser<'_>, day: &ForumDayId) -> Form {
    let page = browser.get(&format!("/quesiti/nuovo?giorno={day}")).await.is(200);
    Form { key: page.field("chiave").unwrap(), ente: page.field("ente").unwrap(), day: day.to_string() }
}

impl Form {
    fn fields<'a>(&'a self, title: &'a str, more: &[(&'a str, &'a str)]) -> Vec<(&'a str, &'a str)> {
        let fields = [("tema", "Anagrafe"), ("titolo", title), ("testo", "Che cosa dobbiamo fare?"), ("simili", "1")];
        let hidden = [("chiave", self.key.as_str()), ("ente", self.ente.as_str()), ("giorno", self.day.as_str())];
        fields.into_iter().chain(hidden).chain(more.iter().copied()).collect()
    }

    /// Sent with a file and without a title: it comes back.
    async fn refused(&self, browser: &Browser<'_>, name: &str, bytes: &[u8]) -> (Answer, String) {
        let page = browser.upload("/quesiti/nuovo", &self.fields("", &[]), name, bytes).await.is(422);
        let id = page.field("file.caricamento").unwrap();
        (page, id)
    }

    async fn again(&self, browser: &Browser<'_>, title: &str, more: &[(&str, &str)]) -> Answer {
        browser.post("/quesiti/nuovo", &self.fields(title, more)).await
    }
}

async fn only_file(browser: &Browser<'_>, sent: &Answer) -> Vec<u8> {
    let id = id_in(sent);
    let page = browser.get(&format!("/quesiti/{id}")).await.is(200);
    let files: Vec<&str> = page.body.split(&format!("/quesiti/{id}/allegati/")).skip(1).map(|rest| &rest[..36]).collect();
    assert_eq!(files.len(), 1, "{files:?}");
    browser.get(&format!("/quesiti/{id}/allegati/{}", files[0])).await.is(200).bytes
}

#[test]
fn a_form_that_comes_back_brings_its_file_along() {
    on_each_engine(async |house| {
        let day = open_day(house).await;
        let anna = house.member_of("Agliè").await;
        let form = open(&anna, &day).await;
        let (page, file) = form.refused(&anna, "prospetto.pdf", PDF).await;
        page.shows("Scrivete il quesito in una riga.").shows("prospetto.pdf").shows("1 kB").shows("Togli questo allegato");
        // A second fault, and it is still there.
        let page = form.again(&anna, "", &[("file.caricamento", &file)]).await.is(422);
        assert_eq!(page.field("file.caricamento").as_deref(), Some(file.as_str()));
        let sent = form.again(&anna, "Presenze", &[("file.caricamento", &file)]).await.is(303);
        assert_eq!(only_file(&anna, &sent).await, PDF);
        anna.get(&format!("/quesiti/{}", id_in(&sent))).await.is(200).shows("prospetto.pdf");
        // It is an upload no longer, and the job finds nothing to mourn.
        assert_eq!(count(house, LAID_BY).await, 0);
        house.tick().await;
        assert_eq!(count(house, "select count(*) from upload").await, 0);
        assert_eq!(only_file(&anna, &sent).await, PDF);
    });
}

#[test]
fn what_is_like_it_comes_first_and_the_file_waits() {
    on_each_engine(async |house| {
        let day = open_day(house).await;
        let (anna, bruno) = (house.member_of("Agliè").await, house.member_of("Bairo").await);
        let known = super::ask(&bruno, &day, "Presenze nel centro di accoglienza").await;
        super::release(&house.secretary().await, &known, "Presenze nel centro di accoglienza").await;
        let form = open(&anna, &day).await;
        let fields: Vec<_> = form.fields("Presenze nel centro", &[]).into_iter().filter(|(name, _)| *name != "simili").collect();
        let page = anna.upload("/quesiti/nuovo", &fields, "prospetto.pdf", PDF).await.is(422);
        page.clone().shows("Forse la risposta c’è già").shows("prospetto.pdf");
        let file = page.field("file.caricamento").unwrap();
        let sent = form.again(&anna, "Presenze nel centro", &[("file.caricamento", &file)]).await.is(303);
        assert_eq!(only_file(&anna, &sent).await, PDF);
        house.letters_left();
    });
}

#[test]
fn it_can_be_struck_out_or_replaced_and_a_file_that_is_none_is_told_at_once() {
    on_each_engine(async |house| {
        let day = open_day(house).await;
        let anna = house.member_of("Agliè").await;
        let form = open(&anna, &day).await;
        let (_, file) = form.refused(&anna, "prospetto.pdf", PDF).await;
        let page = form.again(&anna, "", &[("file.caricamento", &file), ("senza-file", "1")]).await.is(422);
        assert_eq!((page.field("file.caricamento"), count(house, LAID_BY).await), (None, 0));
        // Chosen again, then another instead.
        let (_, file) = form.refused(&anna, "prospetto.pdf", PDF).await;
        let other: &[u8] = b"%PDF-1.7 un altro\n%%EOF\n";
        let sent =
            anna.upload("/quesiti/nuovo", &form.fields("Presenze", &[("file.caricamento", &file)]), "altro.pdf", other).await.is(303);
        assert_eq!(only_file(&anna, &sent).await, other);
        assert_eq!(count(house, LAID_BY).await, 0);
        // Both faults at once: what is wrong with the text, and with the file.
        let form = open(&anna, &day).await;
        let page = anna.upload("/quesiti/nuovo", &form.fields("", &[]), "nota.pdf", b"non un PDF").await.is(422);
        page.clone().shows("Scrivete il quesito in una riga.").shows("non è un PDF, un JPEG o un PNG intero");
        assert_eq!((page.field("file.caricamento"), count(house, LAID_BY).await), (None, 0));
    });
}

#[test]
fn nobody_else_finds_it_by_any_address() {
    on_each_engine(async |house| {
        let day = open_day(house).await;
        let (anna, colleague) = (house.member_of("Agliè").await, house.coordinator_of("Agliè").await);
        let (bruno, desk) = (house.coordinator_of("Bairo").await, house.secretary().await);
        let (_, file) = open(&anna, &day).await.refused(&anna, "Diallo Fatima.pdf", PDF).await;
        for other in [&colleague, &bruno] {
            let form = open(other, &day).await;
            let page = form.again(other, "Presenze", &[("file.caricamento", &file)]).await.is(422);
            page.shows("non c’è più").hides("Diallo");
            // Nor can anybody strike it out.
            form.again(other, "", &[("file.caricamento", &file), ("senza-file", "1")]).await.is(422);
        }
        let (address, visitor) = (format!("/caricamenti/{file}"), house.visitor());
        for other in [&colleague, &bruno, &desk, &anna] {
            other.get(&format!("{address}/file")).await.is(404).hides("prospetto");
            other.ask(Method::Delete, &address).same_origin().header("Tus-Resumable", "1.0.0").send().await.is(404);
        }
        visitor.get(&format!("{address}/file")).await.is(303);
        assert_eq!(count(house, LAID_BY).await, 1);
    });
}

#[test]
fn what_nobody_sends_is_forgotten() {
    on_each_engine(async |house| {
        let day = open_day(house).await;
        let anna = house.member_of("Agliè").await;
        let form = open(&anna, &day).await;
        let (_, file) = form.refused(&anna, "prospetto.pdf", PDF).await;
        house.clock.set(house.clock.now().plus_minutes(60 * 72));
        for _ in 0..2 {
            house.tick().await;
        }
        assert_eq!(count(house, "select count(*) from upload").await, 0);
        anna.sign_in().await.is(303);
        // The text does not go with it.
        let page = form.again(&anna, "Presenze", &[("file.caricamento", &file)]).await.is(422);
        page.shows("L’allegato che avevate scelto non c’è più").shows("Che cosa dobbiamo fare?");
        house.letters_left();
    });
}

#[test]
fn somebody_who_sends_nothing_does_not_fill_the_store() {
    on_each_engine_with("upload_largest = 1\nupload_waiting = 1", async |house| {
        let day = open_day(house).await;
        let anna = house.member_of("Agliè").await;
        let large = [b"%PDF-1.7\n".as_slice(), &vec![b' '; 600_000], b"%%EOF\n"].concat();
        open(&anna, &day).await.refused(&anna, "uno.pdf", &large).await;
        let form = open(&anna, &day).await;
        let page = anna.upload("/quesiti/nuovo", &form.fields("Presenze", &[]), "due.pdf", &large).await.is(422);
        page.shows("Avete già allegato molti file a quesiti che non avete inviato");
        assert_eq!((count(house, LAID_BY).await, count(house, "select count(*) from question").await), (1, 0));
        // Another person is not in their way.
        let bruno = house.member_of("Bairo").await;
        open(&bruno, &day).await.refused(&bruno, "tre.pdf", &large).await;
    });
}

/// A form of four comuni opened for one, and sent for another.
async fn moved(house: &House) {
    let day = open_day(house).await;
    let carla = house.four_comuni_secretary().await;
    carla.switch_to("Agliè").await.is(303);
    let form = open(&carla, &day).await;
    carla.switch_to("Bairo").await.is(303);
    let page = carla.upload("/quesiti/nuovo", &form.fields("Presenze", &[]), "prospetto.pdf", PDF).await.is(409);
    page.clone().shows("Ora operate per il Comune di Bairo").shows("Che cosa dobbiamo fare?").shows("prospetto.pdf");
    assert_eq!(count(house, "select count(*) from question").await, 0);
    let (file, ente) = (page.field("file.caricamento").unwrap(), page.field("ente").unwrap());
    let sent = Form { ente, ..form }.again(&carla, "Presenze", &[("file.caricamento", &file)]).await.is(303);
    carla.get(&format!("/quesiti/{}", id_in(&sent))).await.is(200).shows("Comune di Bairo").shows("prospetto.pdf");
}

#[test]
fn a_form_that_was_opened_for_another_ente_comes_back_whole() {
    on_each_engine(async |house| moved(house).await);
}

#[test]
fn a_form_with_a_file_sent_twice_makes_one_quesito_with_one_file() {
    on_each_engine(async |house| {
        let day = open_day(house).await;
        let anna = house.member_of("Agliè").await;
        let form = open(&anna, &day).await;
        let (_, file) = form.refused(&anna, "prospetto.pdf", PDF).await;
        let more = [("file.caricamento", file.as_str())];
        let (one, other) = join(form.again(&anna, "Presenze", &more), form.again(&anna, "Presenze", &more)).await;
        assert_eq!(one.is(303).location, other.is(303).location);
        // And once more, from the page that the browser went back to.
        let third = form.again(&anna, "Presenze", &more).await.is(303);
        assert_eq!(only_file(&anna, &third).await, PDF);
        assert_eq!(count(house, "select count(*) from question_attachment").await, 1);
    });
}
