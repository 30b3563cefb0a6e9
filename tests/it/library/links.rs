//! Links to pages of others: asked for at a small real site, broken only after two days, mended, called fine; told to readers and to
//! those who look after them, and to nobody else.

use std::collections::BTreeMap;
use std::io::{BufRead, BufReader, Write};
use std::net::{TcpListener, TcpStream};
use std::sync::{Arc, Mutex};
use std::time::Duration;

use affianca::platform::db::q;
use affianca::{library, testimonials};

use super::{draft, moderator};
use crate::house::{Browser, House, on_each_engine, on_each_engine_with};

const LIST: &str = "/area/documenti/collegamenti";
/// Tests run on this machine, which is not on the net.
const HERE: &str = "link_private = true\nlink_seconds = 3\n";

/// What a site was asked.
#[derive(Default)]
struct Heard {
    /// Method, host and path.
    requests: Vec<String>,
    agents: Vec<String>,
    /// Now, and at most so far, by host.
    at_once: BTreeMap<String, (usize, usize)>,
    /// Pages that answer otherwise than at first.
    changed: BTreeMap<String, u16>,
}

/// A site of several hosts, all on this machine.
struct Site {
    port: u16,
    heard: Arc<Mutex<Heard>>,
}

impl Site {
    fn open() -> Site {
        let listener = TcpListener::bind("0.0.0.0:0").unwrap();
        let (port, heard) = (listener.local_addr().unwrap().port(), Arc::<Mutex<Heard>>::default());
        let told = heard.clone();
        // It ends with the test run.
        std::thread::spawn(move || {
            for line in listener.incoming().flatten() {
                let told = told.clone();
                std::thread::spawn(move || answer(line, &told));
            }
        });
        Site { port, heard }
    }

    /// A page of one of its hosts.
    fn at(&self, host: u8, path: &str) -> String {
        format!("http://127.0.0.{host}:{}{path}", self.port)
    }

    fn requests(&self) -> Vec<String> {
        std::mem::take(&mut self.heard.lock().unwrap().requests)
    }

    fn change(&self, path: &str, status: u16) {
        self.heard.lock().unwrap().changed.insert(path.to_owned(), status);
    }
}

fn answer(mut line: TcpStream, heard: &Mutex<Heard>) {
    let mut head = Vec::new();
    for text in BufReader::new(line.try_clone().unwrap()).lines() {
        match text {
            Ok(text) if !text.is_empty() => head.push(text),
            _ => break,
        }
    }
    let Some((method, path)) = head.first().and_then(|first| first.split_once(' ')) else { return };
    let (method, path) = (method.to_owned(), path.split(' ').next().unwrap().to_owned());
    let header = |name: &str| {
        let of = head.iter().filter_map(|text| text.split_once(": "));
        of.filter(|(known, _)| known.eq_ignore_ascii_case(name)).map(|(_, value)| value.to_owned()).next().unwrap_or_default()
    };
    let host = header("host").split(':').next().unwrap().to_owned();
    let changed = {
        let mut heard = heard.lock().unwrap();
        heard.requests.push(format!("{method} {host}{path}"));
        heard.agents.push(header("user-agent"));
        let (now, most) = heard.at_once.entry(host.clone()).or_default();
        *now += 1;
        *most = (*most).max(*now);
        heard.changed.get(&path).copied()
    };
    let (status, to) = match (changed, path.as_str(), method.as_str()) {
        (Some(status), ..) => (status, ""),
        (_, "/spostato", _) => (301, "/buono"),
        (_, "/per-ora", _) => (302, "/buono"),
        (_, "/giro", _) => (302, "/giro"),
        (_, "/manca", _) => (404, ""),
        (_, "/guasto", _) => (500, ""),
        (_, "/chiuso", _) => (403, ""),
        (_, "/senza-head", "HEAD") => (405, ""),
        (_, "/head-bugiarda", "HEAD") => (404, ""),
        (_, "/muto", _) => {
            std::thread::sleep(Duration::from_secs(9));
            (200, "")
        }
        _ => (200, ""),
    };
    let location = if to.is_empty() { String::new() } else { format!("Location: {to}\r\n") };
    let said = format!("HTTP/1.1 {status} Prova\r\n{location}Content-Length: 0\r\nConnection: close\r\n\r\n");
    // Answered before it is heard: whoever hears it may ask the next at once.
    heard.lock().unwrap().at_once.entry(host).and_modify(|(now, _)| *now -= 1);
    line.write_all(said.as_bytes()).unwrap_or_default();
}

async fn published(by: &Browser<'_>, title: &str, address: &str) -> String {
    let fields = [("titolo", title), ("tema", "Anagrafe"), ("descrizione", ""), ("editore", "Paolo Riva"), ("data", "2026-03-02")];
    let rest = [("fino", ""), ("lingua", "it"), ("licenza", "reading"), ("indirizzo", address)];
    let answer = by.post("/area/documenti/nuovo", &[&fields[..], &rest].concat()).await.is(303);
    answer.location.unwrap().split('?').next().unwrap().rsplit('/').next().unwrap().to_owned()
}

/// The address of a form of a link.
async fn form(house: &House, address: &str, what: &str) -> String {
    let id = q("select web_link_id from web_link where address = $1").bind(address);
    let (id,): (String,) = id.one(&mut house.db.reader().await.unwrap()).await.unwrap();
    format!("{LIST}/{id}/{what}")
}

/// What came back from each page last, by its path, and how often in a row it failed.
async fn stand(house: &House) -> BTreeMap<String, (String, i64)> {
    let rows: Vec<(String, String, i64)> =
        q("select address, finding, failures from web_link").all(&mut house.db.reader().await.unwrap()).await.unwrap();
    let path = |address: &str| format!("/{}", address.splitn(4, '/').nth(3).unwrap());
    rows.into_iter().map(|(address, finding, failures)| (path(&address), (finding, failures))).collect()
}

fn asked(done: &[affianca::platform::jobs::Ran]) -> u64 {
    *done.iter().find(|ran| ran.name == "links").unwrap().outcome.as_ref().unwrap()
}

#[test]
fn every_link_is_asked_for_and_one_that_fails_on_two_days_is_broken() {
    on_each_engine_with(HERE, async |house| {
        let (site, docente) = (Site::open(), house.trainer().await);
        let pages = ["/buono", "/spostato", "/per-ora", "/manca", "/guasto", "/chiuso", "/giro", "/senza-head", "/head-bugiarda"];
        let mut ids = BTreeMap::new();
        for (place, page) in pages.iter().enumerate() {
            ids.insert(*page, published(&docente, &format!("Pagina {page}"), &site.at(1 + place as u8 % 3, page)).await);
        }
        ids.insert("/muto", published(&docente, "Pagina muta", &site.at(7, "/muto")).await);
        let closed = TcpListener::bind("127.0.0.1:0").unwrap().local_addr().unwrap();
        published(&docente, "Pagina spenta", &format!("http://{closed}/spenta")).await;

        assert_eq!(asked(&house.tick().await), 11);
        let stood: Vec<_> =
            stand(house).await.into_iter().map(|(path, (finding, failures))| format!("{path} {finding} {failures}")).collect();
        let expected = [
            "/buono good 0",
            "/chiuso refused 1",
            "/giro loop 1",
            "/guasto failing 1",
            "/head-bugiarda good 0",
            "/manca gone 1",
            "/muto slow 1",
            "/per-ora good 0",
            "/senza-head good 0",
            "/spenta unreachable 1",
            "/spostato good 0",
        ];
        assert_eq!(stood, expected);
        let requests = site.requests();
        // A page that answers HEAD is asked once; at most five times is anybody followed.
        assert_eq!(
            requests.iter().filter(|one| one.ends_with("127.0.0.1/buono") || one.ends_with("GET 127.0.0.1/buono")).count(),
            1,
            "{requests:?}"
        );
        assert_eq!(requests.iter().filter(|one| one.ends_with("/giro")).count(), 6);
        {
            let heard = site.heard.lock().unwrap();
            assert!(heard.agents.iter().all(|agent| agent.starts_with("Affianca/") && agent.contains("+http://127.0.0.1:8000")));
            // Whoever is slow is left before it answers.
            let patient = heard.at_once.iter().filter(|(host, _)| *host != "127.0.0.7");
            assert!(
                patient.clone().count() > 2 && patient.map(|(_, (_, most))| *most).max() == Some(1),
                "two at once: {:?}",
                heard.at_once
            );
        }

        // Nothing is broken yet; what has moved for good is told with its new address.
        docente.get(LIST).await.is(200).shows("Pagina /spostato").shows("ha cambiato indirizzo").shows("/buono").hides("Pagina /manca");
        docente.get(&format!("{LIST}?stato=dubbi")).await.is(200).shows("Pagina /manca").shows("una volta").hides("Pagina /buono");
        docente.get("/area/documenti").await.is(200).shows("Un collegamento da sistemare");
        let page = |path: &str| format!("/documenti/{}", ids[path]);
        house.visitor().get(&page("/manca")).await.is(200).hides("non ci risponde");

        // The same day changes nothing, and nobody is asked again before their time.
        house.clock.set(house.clock.now().plus_minutes(60));
        assert_eq!(asked(&house.tick().await), 0);
        house.clock.set(house.clock.now().plus_days(1));
        assert_eq!(asked(&house.tick().await), 6, "only those that failed");
        docente.sign_in().await;
        let visitor = house.visitor();
        let list = docente.get(LIST).await.is(200).shows("7 collegamenti").shows("Il sito c’è, ma la pagina no. (404)");
        let list =
            list.shows("Dal 2 marzo 2026, 2 volte di seguito").shows("Il sito non risponde in tempo").shows("senza arrivare a una pagina");
        docente.get("/area/documenti").await.is(200).shows("7 collegamenti da sistemare");
        docente.get("/area").await.is(200).shows("7 collegamenti ad altri siti non rispondono più").shows(&format!("href=\"{LIST}\""));
        house.secretary().await.get("/segreteria").await.is(200).shows("7 collegamenti ad altri siti sono da sistemare");
        house.member_of("Bairo").await.get("/area").await.is(200).hides("Collegamenti da sistemare");
        for path in ["/manca", "/guasto", "/giro", "/muto"] {
            visitor.get(&page(path)).await.is(200).shows("Dal 2 marzo 2026 questo indirizzo non ci risponde");
        }
        // What is only not for programs may be fine for people.
        visitor.get(&page("/chiuso")).await.is(200).hides("non ci risponde");
        visitor.get(&page("/buono")).await.is(200).hides("non ci risponde");
        let first = list.body.find("Pagina /guasto").unwrap();
        assert!(first < list.body.find("Pagina /spostato").unwrap(), "what is broken comes first");
        docente.get(&format!("{LIST}?stato=spostati&ordine=-indirizzo")).await.is(200).shows("Un collegamento").hides("Pagina /manca");
        docente.get(&format!("{LIST}?cerca=guasto")).await.is(200).shows("Pagina /guasto").hides("Pagina /manca");
        docente.get(&format!("{LIST}?stato=boh&dove=boh&pagina=9")).await.is(303);
        docente.get(&format!("{LIST}?lang=en&stato=tutti")).await.is(200).shows("11 links").shows("The page has moved");
    });
}

#[test]
fn what_is_mended_or_called_fine_is_gone_from_the_page() {
    on_each_engine_with(HERE, async |house| {
        let (site, docente) = (Site::open(), house.trainer().await);
        let (gone, closed) = (site.at(1, "/manca"), site.at(2, "/chiuso"));
        let id = published(&docente, "Guida", &gone).await;
        published(&docente, "Portale", &closed).await;
        for _ in 0..2 {
            house.tick().await;
            house.clock.set(house.clock.now().plus_days(1));
        }
        docente.sign_in().await;
        docente.get(LIST).await.is(200).shows("2 collegamenti");
        let again = form(house, &gone, "verifica").await;
        docente
            .post(&again, &[("elenco", &format!("{LIST}?cerca=guida"))])
            .await
            .leads_to(&format!("{LIST}?cerca=guida&esito=non-risponde"));
        docente.get(&format!("{LIST}?esito=non-risponde")).await.is(200).shows("non risponde nemmeno adesso").shows("3 volte di seguito");
        docente.post(&again, &[("elenco", "https://altrove.example/")]).await.leads_to(&format!("{LIST}?esito=non-risponde"));
        assert_eq!(stand(house).await["/manca"].1, 3, "twice on a day counts once");
        let edit = format!("/area/documenti/{id}");
        docente.get(&edit).await.is(200).shows("L’indirizzo di questo documento non risponde").shows("3 volte di seguito");
        site.change("/manca", 200);
        docente.post(&again, &[]).await.leads_to(&format!("{LIST}?esito=risponde"));
        docente.get(LIST).await.is(200).hides("Guida").shows("Portale");
        house.visitor().get(&format!("/documenti/{id}")).await.is(200).hides("non ci risponde");
        docente.get(&edit).await.is(200).hides("non risponde");

        let fine = form(house, &closed, "visto").await;
        for _ in 0..2 {
            docente.post(&fine, &[]).await.leads_to(&format!("{LIST}?esito=visto"));
        }
        docente.get(LIST).await.is(200).shows("Niente da sistemare").shows("2 collegamenti controllati");
        docente.get(&format!("{LIST}?stato=visti")).await.is(200).shows("Portale").shows("Qualcuno l’ha aperto e funziona");
        let noted = q("select count(*) from deed where kind = 'link-fine'");
        assert_eq!(noted.count(&mut house.db.reader().await.unwrap()).await.unwrap(), 1);
        // While the answer is the same it stays so; another is another matter.
        house.clock.set(house.clock.now().plus_days(8));
        house.tick().await;
        docente.sign_in().await;
        docente.get(LIST).await.is(200).shows("Niente da sistemare");
        site.change("/chiuso", 404);
        house.clock.set(house.clock.now().plus_days(8));
        house.tick().await;
        docente.sign_in().await;
        docente.get(LIST).await.is(200).shows("Portale");
    });
}

#[test]
fn machines_that_are_not_on_the_net_are_left_in_peace() {
    on_each_engine_with("link_seconds = 1\n", async |house| {
        let (site, docente) = (Site::open(), house.trainer().await);
        published(&docente, "Casa nostra", &site.at(1, "/buono")).await;
        published(&docente, "Numero strano", &format!("http://[::ffff:127.0.0.1]:{}/buono", site.port)).await;
        assert_eq!(asked(&house.tick().await), 2);
        assert!(stand(house).await.values().all(|(finding, _)| finding == "private"));
        let again = form(house, &site.at(1, "/buono"), "verifica").await;
        docente.post(&again, &[]).await.leads_to(&format!("{LIST}?esito=non-risponde"));
        assert_eq!(site.requests(), Vec::<String>::new());
    });
}

#[test]
fn a_line_of_our_own_that_is_down_breaks_nobodys_links() {
    on_each_engine_with(HERE, async |house| {
        let docente = house.trainer().await;
        let port = TcpListener::bind("127.0.0.1:0").unwrap().local_addr().unwrap().port();
        for host in 1..4 {
            published(&docente, "Altrove", &format!("http://127.0.0.{host}:{port}/x")).await;
        }
        assert_eq!(asked(&house.tick().await), 0);
        assert!(stand(house).await.is_empty());
        docente.get(LIST).await.is(200).shows("Non c’è ancora nessun collegamento controllato");
    });
}

#[test]
fn links_of_answers_and_testimonials_are_looked_after_too_by_those_whose_they_are() {
    on_each_engine_with(HERE, async |house| {
        let (site, docente, other, desk) = (Site::open(), house.trainer().await, house.trainer().await, house.secretary().await);
        let esperta = house.expert().await;
        let of_documents = published(&docente, "Slide altrove", &site.at(1, "/manca")).await;
        let answer = format!("Si veda la circolare: {}.", site.at(2, "/guasto"));
        let faq = affianca::library::Draft { owner: Some(esperta.who().id.clone()), ..draft("Dove si legge?", &answer) };
        let writer = moderator(house, &esperta).await;
        let written = library::write(&writer, &faq).await.unwrap();
        library::publish(&writer, &written).await.unwrap();
        let referente = house.coordinator_of("Agliè").await;
        let ente = house.ente("Agliè").await;
        let told = house.testimonial(&docente.who().id, &ente, "Come abbiamo fatto").await;
        let preparing = house.housekeeper().stand_in(affianca::access::Housekeeper::trainer(docente.who().id.clone()), house.clock.now());
        let sheet = affianca::domain::testimonial::Sheet {
            website: site.at(3, "/giro"),
            ..crate::house::testimonials::sheet("Come abbiamo fatto")
        };
        testimonials::keep_sheet(&preparing, &told, &sheet, (2, true)).await.unwrap().unwrap();
        // A draft leads nowhere yet.
        assert_eq!(asked(&house.tick().await), 2);
        house.interview(&docente.who().id, &told).await;
        house.republished(&docente.who().id, (&referente.who().id, &ente), &told).await;
        house.clock.set(house.clock.now().plus_minutes(10));
        assert_eq!(asked(&house.tick().await), 1);
        house.clock.set(house.clock.now().plus_days(1));
        house.tick().await;
        for browser in [&docente, &other, &desk, &esperta] {
            browser.sign_in().await;
        }
        docente.get(LIST).await.is(200).shows("Slide altrove").shows("Come abbiamo fatto").hides("Dove si legge?");
        esperta.get(LIST).await.is(200).shows("Dove si legge?").hides("Slide altrove").shows("domanda frequente");
        other.get(LIST).await.is(200).hides("Slide altrove").shows("Non c’è ancora nessun collegamento");
        desk.get(LIST).await.is(200).shows("Slide altrove").shows("Come abbiamo fatto").shows("Dove si legge?").shows("3 collegamenti");
        desk.get(&format!("{LIST}?dove=testimonianze")).await.is(200).shows("Come abbiamo fatto").hides("Slide altrove");
        let again = form(house, &site.at(1, "/manca"), "verifica").await;
        for stranger in [&other, &esperta] {
            stranger.post(&again, &[]).await.is(404);
            stranger.post(&again.replace("verifica", "visto"), &[]).await.is(404);
        }
        desk.post(&again, &[]).await.is(303);
        referente.sign_in().await;
        referente.get(LIST).await.is(404);
        // What is withdrawn leads nowhere any more, and is forgotten.
        docente.post(&format!("/area/documenti/{of_documents}/ritiro"), &[("motivo", "Superata")]).await.is(303);
        desk.get(LIST).await.is(200).hides("Slide altrove");
        house.clock.set(house.clock.now().plus_minutes(10));
        house.tick().await;
        assert!(!stand(house).await.contains_key("/manca"));
        house.letters_left();
    });
}

#[test]
fn one_link_and_three_take_the_same_statements() {
    on_each_engine(async |house| {
        let docente = house.trainer().await;
        let mut counted = Vec::new();
        for addresses in [&["https://a.example.it/1"][..], &["https://b.example.it/2", "https://c.example.it/3"]] {
            for address in addresses {
                let id = published(&docente, address, address).await;
                let gone = affianca::domain::web_link::Heard::only(affianca::domain::web_link::Finding::Gone);
                library::note_link(&house.housekeeper(), (address, gone)).await.unwrap();
                docente.get(&format!("/documenti/{id}")).await.is(200);
            }
            let (answer, list) = house.counting(docente.get(&format!("{LIST}?stato=tutti"))).await;
            answer.is(200);
            let (answer, desk) = house.counting(docente.get("/area/documenti")).await;
            answer.is(200);
            counted.push((list, desk));
        }
        assert_eq!(counted[0], counted[1]);
        // The job is switched off here.
        assert_eq!(asked(&house.tick().await), 0);
    });
}
