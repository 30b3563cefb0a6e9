//! Finding enti, and who may.

use affianca::domain::ids::{EnteId, Id};

use crate::house::{Answer, on_each_engine};

/// Names in the first column of the table, as they stand in the page.
fn names(page: &Answer) -> Vec<String> {
    let rows = page.body.split("<th scope=\"row\">").skip(1);
    rows.map(|row| row.split('>').nth(1).unwrap().split('<').next().unwrap().replace("&#39;", "'")).collect()
}

#[test]
fn accents_case_and_apostrophes_do_not_count() {
    on_each_engine(async |house| {
        let segreteria = house.secretary().await;
        for typed in ["Agli%C3%A8", "aglie", "AGLIE%27", "+agli%C3%88+"] {
            let page = segreteria.get(&format!("/segreteria/enti?cerca={typed}")).await.is(200);
            // What begins with the letters typed comes before what holds them further on.
            assert_eq!(names(&page), ["Agliè", "Aglientu", "Cavaglietto", "Grottaglie", "Maglie", "Paglieta"], "{typed}");
            page.shows("2558 (2023)").shows("<td>TO</td>").shows("<td>Piemonte</td>").shows("6 enti.");
        }
        let page = segreteria.get("/segreteria/enti?cerca=albiano+d+ivrea").await.is(200);
        assert_eq!(names(&page.shows("Un ente.")), ["Albiano d'Ivrea"]);
    });
}

#[test]
fn wildcards_are_letters_like_others() {
    on_each_engine(async |house| {
        let segreteria = house.secretary().await;
        segreteria.get("/segreteria/enti?cerca=xx%25zz").await.is(200).shows("Nessun ente ha «xx%zz» nel nome.");
        segreteria.get("/segreteria/enti?cerca=%3Cscript%3E").await.is(200).hides("<script>").shows("&lt;script&gt;");
        // Nothing but signs is no search at all.
        segreteria.get("/segreteria/enti?cerca=%25_").await.is(200).shows("7896 enti");
    });
}

#[test]
fn names_that_occur_twice_show_their_provinces() {
    on_each_engine(async |house| {
        let segreteria = house.secretary().await;
        for (name, provinces) in [
            ("Castro", ["BG", "LE"]),
            ("Livo", ["CO", "TN"]),
            ("Peglio", ["CO", "PU"]),
            ("Samone", ["TN", "TO"]),
            ("San Teodoro", ["ME", "SS"]),
        ] {
            let page = segreteria.get(&format!("/segreteria/enti?cerca={}", name.replace(' ', "+"))).await.is(200);
            assert_eq!(names(&page)[..2], [name, name]);
            let at = provinces.map(|p| page.body.find(&format!("<td>{p}</td>")).unwrap_or_else(|| panic!("{name} ({p})")));
            assert!(at[0] < at[1], "{name}");
        }
    });
}

#[test]
fn the_list_comes_in_pages_of_twenty_five() {
    on_each_engine(async |house| {
        let segreteria = house.secretary().await;
        let first =
            segreteria.get("/segreteria/enti").await.is(200).shows("7896 enti").shows("laborazione su dati ISTAT e Openpolis, CC BY 4.0");
        assert_eq!(names(&first).len(), 25);
        let second = segreteria.get("/segreteria/enti?pagina=2").await.is(200);
        assert!(names(&first).iter().all(|name| !names(&second).contains(name)));
        // 7896 = 315 × 25 + 21
        assert_eq!(names(&segreteria.get("/segreteria/enti?pagina=316").await.is(200)).len(), 21);
        segreteria.get("/segreteria/enti?pagina=317").await.leads_to("/segreteria/enti?pagina=316");
        segreteria.get("/segreteria/enti?cerca=aglie&pagina=9").await.leads_to("/segreteria/enti?cerca=aglie");
        for odd in ["0", "-1", "x", "99999999999999999999"] {
            let page = segreteria.get(&format!("/segreteria/enti?pagina={odd}")).await.is(200);
            assert_eq!(names(&page), names(&first), "{odd}");
        }
        let page = segreteria.get("/segreteria/enti?cerca=san&tipo=comune&pagina=2").await.is(200);
        page.shows("/segreteria/enti?cerca=san&amp;tipo=comune&amp;pagina=3").shows("/segreteria/enti?cerca=san&amp;tipo=comune\"");
    });
}

#[test]
fn a_list_of_one_and_a_list_of_many_take_the_same_statements() {
    on_each_engine(async |house| {
        let segreteria = house.secretary().await;
        for path in ["/segreteria/enti?cerca=aglie", "/segreteria/enti?cerca=san", "/segreteria/enti"] {
            let (page, statements) = house.counting(segreteria.get(path)).await;
            page.is(200);
            assert_eq!(statements, 4, "{path}");
        }
        let id = house.ente("Agliè").await;
        let (page, statements) = house.counting(segreteria.get(&format!("/segreteria/enti/{id}"))).await;
        page.is(200);
        assert_eq!(statements, 12);
    });
}

#[test]
fn without_associations_the_page_says_how_to_begin() {
    on_each_engine(async |house| {
        let segreteria = house.secretary().await;
        let page = segreteria.get("/segreteria/enti?tipo=unione").await.is(200);
        page.shows("Non c’è ancora nessuna forma associata").shows("href=\"/segreteria/enti/nuova\"");
        // A kind that does not exist chooses nothing.
        segreteria.get("/segreteria/enti?tipo=regione").await.is(200).shows("7896 enti");
    });
}

#[test]
fn a_sheet_says_what_is_known_of_a_comune() {
    on_each_engine(async |house| {
        let segreteria = house.secretary().await;
        let id = house.ente("Agliè").await;
        let page = segreteria.get(&format!("/segreteria/enti/{id}")).await.is(200);
        let page = page.shows("Comune di Agliè (TO)").shows("Piemonte").shows("2558 (2023)").shows("001001");
        // A comune comes from the list and is not written by hand.
        page.shows("Non risulta in nessuna forma associata.").hides("/modifica");
        segreteria.get(&format!("/segreteria/enti/{id}/modifica")).await.is(404);
        segreteria.post(&format!("/segreteria/enti/{id}/modifica"), &[("nome", "Altro"), ("azione", "salva")]).await.is(404);
        let missing = EnteId::parse("0192f0c1-2345-7abc-8def-0123456789ab").unwrap();
        segreteria.get(&format!("/segreteria/enti/{missing}")).await.is(404);
    });
}

#[test]
fn a_figure_that_is_missing_is_said_to_be_missing() {
    on_each_engine(async |house| {
        let segreteria = house.secretary().await;
        segreteria.get("/segreteria/enti?cerca=misiliscemi").await.is(200).shows("dato non disponibile").hides("None");
    });
}

#[test]
fn the_register_is_the_segreterias_alone() {
    on_each_engine(async |house| {
        let id = house.ente("Agliè").await;
        let pages = ["/segreteria/enti".to_owned(), "/segreteria/enti/nuova".to_owned(), format!("/segreteria/enti/{id}")];
        for page in &pages {
            house.visitor().get(page).await.leads_to(&format!("/entra?ritorno={page}"));
            for other in
                [house.member_of("Agliè").await, house.coordinator_of("Agliè").await, house.observer().await, house.administrator().await]
            {
                other.get(page).await.is(404);
            }
        }
        let anna = house.coordinator_of("Agliè").await;
        anna.post("/segreteria/enti/nuova", &[("azione", "salva")]).await.is(404);
        house.visitor().post("/segreteria/enti/nuova", &[("azione", "salva")]).await.is(401);
    });
}
