//! Opinions of pages: taken without scripts, kept without names, counted in the statistics.

use affianca::platform::db::q;

use crate::house::{House, on_each_engine};

async fn kept(house: &House) -> Vec<(String, i64, String, String)> {
    q("select page, stars, answer, detail from rating order by created_at, rating_id")
        .all(&mut house.db.reader().await.unwrap())
        .await
        .unwrap()
}

#[test]
fn an_opinion_is_kept_and_thanked_for() {
    on_each_engine(async |house| {
        let visitor = house.visitor();
        let form = visitor.get("/mappa").await.is(200);
        let page = form.field("pagina").unwrap();
        assert_eq!(page, "/mappa");
        let fields = [("pagina", page.as_str()), ("voto", "2"), ("piace", "1"), ("manca", "3"), ("dettagli", " Non trovo il telefono. ")];
        let answer = visitor.post("/valutazione", &fields).await.is(200).shows("Grazie").shows("href=\"/mappa\">Torna alla pagina");
        // The page says thanks and does not ask for an opinion on its thanks.
        answer.hides("data-element=\"feedback\"");
        assert_eq!(kept(house).await, [("/mappa".into(), 2, "manca-3".into(), "Non trovo il telefono.".into())]);
        visitor.post("/valutazione", &[("pagina", "/"), ("voto", "4"), ("piace", "9"), ("dettagli", "")]).await.is(200);
        assert!(kept(house).await.contains(&("/".into(), 4, String::new(), String::new())));
    });
}

#[test]
fn pages_of_an_ente_are_kept_without_its_ids() {
    on_each_engine(async |house| {
        let segreteria = house.secretary().await;
        let id = house.ente("Agliè").await;
        for page in [format!("/segreteria/enti/{id}?esito=creata"), format!("/segreteria/enti/{id}"), "/segreteria/enti?cerca=rossi".into()]
        {
            segreteria.post("/valutazione", &[("pagina", &page), ("voto", "5")]).await.is(200).shows(&format!("href=\"{page}\""));
        }
        let mut pages: Vec<String> = kept(house).await.into_iter().map(|(page, ..)| page).collect();
        pages.sort_unstable();
        assert_eq!(pages, ["/segreteria/enti", "/segreteria/enti/<id>", "/segreteria/enti/<id>"]);
    });
}

#[test]
fn a_rate_that_is_no_rate_comes_back_with_what_was_typed() {
    on_each_engine(async |house| {
        let visitor = house.visitor();
        for rate in ["", "0", "6", "-1", "5.0", "cinque", "99999999999999999999"] {
            let fields = [("pagina", "/mappa"), ("voto", rate), ("dettagli", "un <b>commento</b>")];
            let page = visitor.post("/valutazione", &fields).await.is(422).shows("Scegliete un voto da 1 a 5.");
            page.shows("un &lt;b&gt;commento&lt;/b&gt;").shows("name=\"pagina\" value=\"/mappa\"");
        }
        let long = "è".repeat(201);
        let page = visitor.post("/valutazione", &[("pagina", "/mappa"), ("voto", "3"), ("dettagli", &long)]).await.is(422);
        page.shows("Il commento supera i 200 caratteri").shows(&long).shows("value=\"3\" id=\"voto-3\" checked");
        assert!(kept(house).await.is_empty());
        visitor.post("/valutazione", &[("pagina", "/mappa"), ("voto", "3"), ("dettagli", &"è".repeat(200))]).await.is(200);
    });
}

#[test]
fn only_pages_of_ours_are_rated() {
    on_each_engine(async |house| {
        let visitor = house.visitor();
        for page in [
            "",
            "mappa",
            "//evil.example",
            "/\\evil.example",
            "https://evil.example/",
            "javascript:alert(1)",
            "/che-non-c-e",
            "/static/affianca.css",
            "/valutazione",
        ] {
            visitor.post("/valutazione", &[("pagina", page), ("voto", "5")]).await.is(400).hides("evil.example");
        }
        visitor.post("/valutazione", &[("voto", "5")]).await.is(400);
        assert!(kept(house).await.is_empty());
    });
}

#[test]
fn figures_are_shown_from_five_opinions_on() {
    on_each_engine(async |house| {
        let visitor = house.visitor();
        let id = house.ente("Agliè").await;
        let sheet = format!("/segreteria/enti/{id}");
        for (n, rate) in ["5", "4", "4", "5", "3"].iter().enumerate() {
            visitor.get("/statistiche").await.is(200).hides("4,2 su 5");
            visitor.post("/valutazione", &[("pagina", "/privacy"), ("voto", rate)]).await.is(200);
            visitor.post("/valutazione", &[("pagina", &sheet), ("voto", "1")]).await.is(200);
            if n < 4 {
                visitor.post("/valutazione", &[("pagina", "/mappa"), ("voto", "5")]).await.is(200);
            }
        }
        let page = visitor.get("/statistiche").await.is(200);
        let page =
            page.shows("<th scope=\"row\">Informativa privacy</th><td class=\"aff-figures\">5</td><td class=\"aff-figures\">4,2 su 5</td>");
        page.shows("<th scope=\"row\">/segreteria/enti/…</th>").hides(&id.to_string()).hides("<th scope=\"row\">Mappa del sito</th>");
    });
}
