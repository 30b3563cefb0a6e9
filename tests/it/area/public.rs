//! The pages that everybody may read.

use super::scene::{one_answer, rilevazione};
use crate::house::{on_each_engine, on_each_engine_with};

/// Addresses of this server that a page links to.
fn links(html: &str) -> Vec<String> {
    let hrefs = html.split("href=\"").skip(1).filter_map(|rest| rest.split('"').next());
    let own = hrefs.filter(|href| href.starts_with('/') && !href.starts_with("/static/"));
    own.map(|href| href.replace("&amp;", "&")).collect()
}

#[test]
fn home_says_what_this_is_and_leads_to_what_exists() {
    on_each_engine_with("name = \"Insieme\"\nowner = \"Provincia di prova\"\nfunding = \"Con fondi di prova.\"", async |house| {
        let page = house.visitor().get("/").await.is(200);
        let page =
            page.shows("Insieme aiuta i piccoli Comuni").shows("href=\"/autodiagnosi\"").shows("href=\"/autodiagnosi/questionario\"");
        let page = page.shows("Il servizio è di Provincia di prova.").shows("Con fondi di prova.").shows("47 domande");
        let page = page.shows("Nessun ente ha ancora chiuso la rilevazione").shows("href=\"/seminari\"");
        let page = page.shows("href=\"/forum\"").shows("href=\"/corsi\"").shows("href=\"/domande-frequenti\"");
        let page = page.shows("href=\"/testimonial\"").shows("href=\"/documenti\"").hides("href=\"/piano");
        assert_eq!(page.body.matches("<h1").count(), 1);
        house.visitor().get("/?esito=uscita").await.is(200).shows("Siete usciti.");
        house.member_of("Agliè").await.get("/?esito=uscita").await.is(200).hides("Siete usciti.").shows("Vai all’area personale");
        house.visitor().get("/?lang=en").await.is(200).shows("helps small municipalities");
    });
}

#[test]
fn enti_that_closed_are_counted_once_by_region() {
    on_each_engine(async |house| {
        let (aglie, bairo) = (house.coordinator_of("Agliè").await, house.coordinator_of("Bairo").await);
        let livo = house.coordinator_of("Livo (CO)").await;
        // Open ones do not count, and two of one ente count once.
        rilevazione(house, &bairo, "Bairo", &one_answer(), false).await;
        house.visitor().get("/").await.is(200).shows("Nessun ente ha ancora chiuso");
        house.visitor().get("/statistiche").await.is(200).shows("Nessun ente ha ancora chiuso").shows("Nessuna pagina ha ancora");
        rilevazione(house, &aglie, "Agliè", &one_answer(), true).await;
        rilevazione(house, &aglie, "Agliè", &one_answer(), true).await;
        house.visitor().get("/").await.is(200).shows("Finora l’ha completata un ente, in Piemonte.");
        rilevazione(house, &livo, "Livo (CO)", &one_answer(), true).await;
        let page = house.visitor().get("/").await.is(200);
        page.shows("Finora l’hanno completata 2 enti: 1 in Lombardia e 1 in Piemonte.").hides("Agliè").hides("Livo");
        let page = house.visitor().get("/statistiche").await.is(200);
        let page = page.shows("<th scope=\"row\">Lombardia</th><td class=\"aff-figures\">1</td>");
        page.shows("<th scope=\"row\">In tutto</th><td class=\"aff-figures\">2</td>").hides("Agliè");
    });
}

#[test]
fn the_map_leads_to_pages_that_exist_for_whoever_asks() {
    on_each_engine(async |house| {
        let browsers = [
            house.visitor(),
            house.coordinator_of("Agliè").await,
            house.secretary().await,
            house.observer().await,
            house.person("sola").await,
        ];
        for browser in &browsers {
            let page = browser.get("/mappa").await.is(200);
            let main = page.body.split_once("<main").unwrap().1.split_once("</main>").unwrap().0;
            let links = links(main);
            assert!(links.len() >= 10, "{links:?}");
            for link in links {
                let answer = browser.get(&link).await;
                // Who is inside is led away from sign-in.
                assert!(answer.status == 200 || (link == "/entra" && answer.status == 303), "{link}: {}", answer.status);
            }
        }
        browsers[0].get("/mappa").await.hides("/segreteria/enti").hides("href=\"/area/profilo\"").shows("dopo essere entrati");
        browsers[1].get("/mappa").await.hides("/segreteria/enti").shows("href=\"/area/autodiagnosi\"");
        browsers[2].get("/mappa").await.shows("/segreteria/enti").hides("href=\"/area/autodiagnosi\"");
    });
}

#[test]
fn no_link_of_the_shell_leads_nowhere() {
    on_each_engine(async |house| {
        for browser in [house.visitor(), house.member_of("Agliè").await, house.secretary().await] {
            for page in ["/", "/assistenza", "/accessibilita", "/privacy", "/note-legali", "/statistiche", "/mappa"] {
                for link in links(&browser.get(page).await.is(200).body) {
                    let path = link.split('#').next().unwrap();
                    let status = browser.get(path).await.status;
                    assert!(matches!(status, 200 | 303), "{page} → {link}: {status}");
                }
            }
        }
    });
}

#[test]
fn notices_name_whoever_runs_the_installation() {
    let settings =
        "owner = \"Provincia di prova\"\naccessibility_url = \"https://form.agid.example/view/1\"\ncontact_email = \"aiuto@prova.example\"";
    on_each_engine_with(settings, async |house| {
        let visitor = house.visitor();
        visitor.get("/privacy").await.is(200).shows("Il titolare del trattamento è Provincia di prova.").hides("{titolare}");
        visitor.get("/note-legali").await.is(200).shows("EUPL-1.2").shows("dati ISTAT e Openpolis, CC BY 4.0").hides("{titolare}");
        let page = visitor.get("/accessibilita").await.is(200).shows("href=\"https://form.agid.example/view/1\"");
        page.shows("mailto:aiuto@prova.example").shows("data-element=\"accessibility-link\"").hides("{titolare}");
        visitor
            .get("/assistenza")
            .await
            .is(200)
            .shows("id=\"domande-frequenti\"")
            .shows("Provincia di prova vede dati d’insieme")
            .hides("{titolare}");
        for page in ["/privacy", "/note-legali", "/accessibilita", "/assistenza"] {
            visitor.get(&format!("{page}?lang=en")).await.is(200).shows("<html lang=\"en\">").hides("{titolare}");
        }
    });
    // Without settings nothing is invented.
    on_each_engine(async |house| {
        let visitor = house.visitor();
        visitor.get("/accessibilita").await.is(200).shows("non ha ancora indicato l’indirizzo della dichiarazione");
        visitor.get("/assistenza").await.is(200).shows("non sono ancora stati indicati").hides("mailto:").hides("tel:");
    });
}

#[test]
fn public_pages_may_be_kept_and_those_of_a_session_may_not() {
    on_each_engine(async |house| {
        let page = house.visitor().get("/autodiagnosi").await.is(200);
        assert_eq!(page.header("Cache-Control"), Some("public, max-age=60"));
        // It names the latest testimonial, which may be taken back.
        let page = house.visitor().get("/").await.is(200);
        assert_eq!(page.header("Cache-Control"), Some("public, no-cache"));
        let page = house.member_of("Agliè").await.get("/").await.is(200);
        assert_eq!(page.header("Cache-Control"), Some("private, no-cache"));
        house.visitor().get("/robots.txt").await.is(200).shows("Disallow: /area\n");
    });
}

#[test]
fn public_pages_ask_the_database_little_and_always_the_same() {
    on_each_engine(async |house| {
        let ask = async |path: &str| house.counting(house.visitor().get(path)).await.1;
        let before = (ask("/").await, ask("/statistiche").await, ask("/assistenza").await);
        let aglie = house.coordinator_of("Agliè").await;
        rilevazione(house, &aglie, "Agliè", &one_answer(), true).await;
        for (page, comune) in [("/", "Bairo"), ("/mappa", "Ozegna"), ("/privacy", "Livo (TN)")] {
            let referente = house.coordinator_of(comune).await;
            rilevazione(house, &referente, comune, &one_answer(), true).await;
            for _ in 0..5 {
                house.visitor().post("/valutazione", &[("pagina", page), ("voto", "5")]).await.is(200);
            }
        }
        assert_eq!(before, (5, 2, 0));
        assert_eq!((ask("/").await, ask("/statistiche").await, ask("/assistenza").await), before);
    });
}
