//! The calendar that everybody reads: a list, a month, a day.

use affianca::domain::edition::Terms;
use affianca::domain::ids::EditionId;
use affianca::domain::moment::{Day, Moment};
use affianca::platform::db::q;
use affianca::seminars::DayDraft;

use super::desk::enrol;
use crate::house::{House, on_each_engine};

/// The usual day, so many days later, in another town.
fn elsewhere(house: &House, days: i64, (region, city): (&str, &str)) -> DayDraft {
    let mut draft = house.day_draft(30);
    draft.region = Some(region.to_owned());
    draft.place.city = city.to_owned();
    draft.enrol_by = draft.enrol_by.plus_days(days);
    for session in &mut draft.sessions {
        (session.starts_at, session.ends_at) = (session.starts_at.plus_days(days), session.ends_at.plus_days(days));
    }
    draft
}

async fn edition(house: &House) -> EditionId {
    house.edition(Terms::default()).await
}

#[test]
fn the_list_says_how_many_seats_are_left_in_words() {
    on_each_engine(async |house| {
        let (edition, visitor) = (edition(house).await, house.visitor());
        let mut small = house.day_draft(3);
        small.place.city = "Cuneo".to_owned();
        let day = house.class_day(&edition, &small).await;
        let page = format!("/seminari/{day}");
        for (username, standing, told) in [
            ("uno", "seated", "ultimi 2 posti"),
            ("due", "offered", "ultimo posto"),
            ("tre", "seated", "al completo"),
            ("quattro", "waiting", "al completo, 1 in attesa"),
        ] {
            enrol(house, &day, username, standing).await;
            for path in ["/seminari", &page] {
                visitor.get(path).await.is(200).shows(&format!(">{told}<"));
            }
        }
        visitor.get("/seminari?posti=liberi").await.is(200).hides("Cuneo").shows("Nessuna giornata corrisponde");
        visitor.get("/seminari?lang=en").await.is(200).shows("full, 1 waiting");
        visitor.get("/seminari?lang=it").await.is(200);
        house.clock.set(Moment::at(Day::new(2026, 3, 11).unwrap(), 13, 0).unwrap());
        visitor.get("/seminari").await.is(200).shows(">iscrizioni chiuse<");
        house.clock.set(Moment::at(Day::new(2026, 3, 12).unwrap(), 12, 0).unwrap());
        visitor.get("/seminari").await.is(200).shows(">già cominciata<");
        // At its end it goes among those that were.
        house.clock.set(Moment::at(Day::new(2026, 3, 12).unwrap(), 17, 0).unwrap());
        visitor.get("/seminari").await.is(200).hides("Cuneo");
        visitor.get("/seminari?passate=si").await.is(200).shows("Cuneo");
        let mut tx = house.db.begin().await.unwrap();
        q("update class_day set held_at = 1").run(&mut tx).await.unwrap();
        tx.commit().await.unwrap();
        visitor.get(&page).await.is(200).shows("Questa giornata si è svolta.");
    });
}

#[test]
fn days_are_found_by_region_and_theme_in_as_many_queries_whatever_their_number() {
    on_each_engine(async |house| {
        let (edition, visitor) = (edition(house).await, house.visitor());
        house.class_day(&edition, &house.day_draft(30)).await;
        let (page, one) = house.counting(visitor.get("/seminari")).await;
        page.is(200).shows("marzo 2026").hides("aria-label=\"Regione\"");
        let april = house.class_day(&edition, &elsewhere(house, 30, ("Puglia", "Bari"))).await;
        house.class_day(&edition, &elsewhere(house, 35, ("Sicilia", "Enna"))).await;
        let (page, three) = house.counting(visitor.get("/seminari")).await;
        let page = page.is(200).shows("aprile 2026").shows("aria-label=\"Regione\"");
        assert_eq!((one, three), (2, 2));
        assert!(page.body.find("Torino") < page.body.find("Bari") && page.body.find("Bari") < page.body.find("Enna"));
        visitor.get("/seminari?regione=Puglia").await.is(200).shows("Bari").hides("<strong>Torino");
        visitor.get("/seminari?tema=Modelli+organizzativi&regione=Sicilia").await.is(200).shows("Enna").hides("<strong>Bari");
        visitor.get("/seminari?tema=Altro").await.is(200).shows("Nessuna giornata corrisponde");
        visitor.get("/seminari?pagina=7").await.is(303);
        // A day, too, asks as much whatever its neighbours.
        let (_, with_others) = house.counting(visitor.get(&format!("/seminari/{april}"))).await;
        assert_eq!(with_others, 8);
        visitor.get("/seminari/0192f0c1-2345-7abc-8def-0123456789ab").await.is(404);
        visitor.get("/seminari/qualcosa").await.is(404);
        // The home page has the next, and the map both pages.
        visitor.get("/").await.is(200).shows("La prossima: giovedì 12 marzo 2026, ore 9.00, Torino.");
        visitor.get("/mappa").await.is(200).shows("href=\"/seminari\"").hides("/segreteria/seminari");
    });
}

#[test]
fn a_month_is_a_table_with_its_days_in_their_cells() {
    on_each_engine(async |house| {
        let (edition, visitor) = (edition(house).await, house.visitor());
        let day = house.class_day(&edition, &house.day_draft(30)).await;
        house.class_day(&edition, &elsewhere(house, 30, ("Puglia", "Bari"))).await;
        let (page, queries) = house.counting(visitor.get("/seminari?vista=mese&mese=2026-03")).await;
        let page = page.is(200).shows("<caption>Giornate d’aula di marzo 2026</caption>").shows(&format!("/seminari/{day}"));
        assert_eq!(queries, 2);
        assert_eq!(page.body.matches("<th scope=\"col\"").count(), 7);
        assert_eq!(page.body.matches("aff-day-number").count(), 31);
        let page = page.hides("Bari").shows("Organizzarsi in piccolo, Torino, 9.00, 30 posti liberi");
        page.shows("mese=2026-02").shows("mese=2026-04");
        visitor.get("/seminari?vista=mese&mese=2026-04").await.is(200).shows("Bari").shows("aprile 2026");
        // Without a month it is this one; an empty one says so; nonsense is passed over.
        visitor.get("/seminari?vista=mese").await.is(200).shows("di marzo 2026");
        visitor.get("/seminari?mese=2026-13").await.is(200).shows("di marzo 2026");
        visitor.get("/seminari?mese=2027-12").await.is(200).shows("In questo mese non ci sono giornate.").shows("mese=2028-01");
        visitor.get("/seminari?vista=mese&mese=2026-04&regione=Sicilia").await.is(200).shows("non ci sono giornate");
    });
}

#[test]
fn what_everybody_reads_may_be_kept_for_a_minute() {
    on_each_engine(async |house| {
        let day = house.class_day(&edition(house).await, &house.day_draft(30)).await;
        for path in ["/seminari".to_owned(), "/seminari?vista=mese".to_owned(), format!("/seminari/{day}")] {
            let answer = house.visitor().get(&path).await.is(200);
            assert_eq!(answer.header("Cache-Control"), Some("public, max-age=60"), "{path}");
            assert!(answer.header("ETag").is_some());
        }
    });
}
