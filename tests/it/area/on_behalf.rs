//! Copies and erasures by the segreteria, for who asks by letter or on the telephone; accounts that nobody ever entered.

use affianca::access::RoleName;
use affianca::domain::ids::PersonId;
use affianca::platform::db::q;

use crate::house::{House, on_each_engine};

const ASKED: [(&str, &str); 2] = [("giorno", "2026-02-27"), ("come", "PEC del comune, prot. 123")];

async fn name_of(house: &House, id: &PersonId) -> (String, String) {
    let statement = q("select name, email from person where person_id = $1").bind(id);
    statement.one(&mut house.db.reader().await.unwrap()).await.unwrap()
}

#[test]
fn somebody_who_asked_is_erased_with_a_last_letter() {
    on_each_engine(async |house| {
        let (anna, neighbour) = (house.member_of("Agliè").await, house.member_of("Agliè").await);
        let segreteria = house.secretary().await;
        let (sheet, form) =
            (format!("/segreteria/persone/{}", anna.who().id), format!("/segreteria/persone/{}/cancellazione", anna.who().id));
        segreteria.get(&sheet).await.is(200).shows(&form);
        segreteria.get(&form).await.is(200).shows("Non si può annullare").shows("Che cosa resta");
        segreteria.post(&form, &ASKED).await.is(422).shows("Spuntate la casella").shows("PEC del comune, prot. 123");
        segreteria.post(&form, &[("conferma", "1")]).await.is(422).shows("Scrivete il giorno").shows("Scrivete come");
        anna.get("/area").await.is(200);
        let sure = [ASKED[0], ASKED[1], ("conferma", "1")];
        segreteria.post(&form, &sure).await.leads_to(&format!("{sheet}?esito=cancellata"));
        let letters = house.letters().await;
        assert_eq!(letters.len(), 1);
        let (letter, who) = (&letters[0], anna.who());
        assert_eq!((letter.kind.as_str(), letter.to.as_str()), ("data-erased", format!("{}@comune.example", who.username).as_str()));
        assert!(letter.text.contains("27 febbraio 2026"), "{}", letter.text);
        // Out at once, in no more, and nothing has the name.
        anna.get("/area").await.is(303);
        anna.sign_in().await.is(422);
        assert_eq!(name_of(house, &who.id).await.1, "");
        segreteria
            .get(&format!("{sheet}?esito=cancellata"))
            .await
            .is(200)
            .hides(&who.name)
            .shows("sono stati cancellati")
            .hides("/cancellazione");
        segreteria.get("/segreteria/persone").await.is(200).hides(&who.name).shows(&neighbour.who().name);
        neighbour.get("/area").await.is(200);
        let trail = house.administrator().await.get("/gestione/registro?tipo=erased-on-behalf").await.is(200);
        trail.shows("2026-02-27: PEC del comune, prot. 123").shows(&segreteria.who().name).hides(&who.name);
        // Once.
        segreteria.get(&form).await.is(404);
        segreteria.post(&form, &sure).await.is(404);
        assert_eq!(house.letters().await.len(), 0);
    });
}

#[test]
fn of_people_with_a_role_of_the_programme_the_gestore_decides() {
    on_each_engine(async |house| {
        let (esperta, segreteria) = (house.expert().await, house.secretary().await);
        for what in ["cancellazione", "copia"] {
            let form = format!("/segreteria/persone/{}/{what}", esperta.who().id);
            segreteria.get(&form).await.is(200).shows("decide il gestore del sistema").hides("<textarea");
            segreteria.post(&form, &[ASKED[0], ASKED[1], ("conferma", "1")]).await.is(404);
        }
        segreteria.get(&format!("/segreteria/persone/{}", esperta.who().id)).await.is(200).hides("/cancellazione");
        esperta.get("/area").await.is(200);
    });
}

#[test]
fn a_copy_is_noted_told_and_opens_nothing() {
    on_each_engine(async |house| {
        let anna = house.member_of("Agliè").await;
        let (neighbour, segreteria) = (house.member_of("Bairo").await, house.secretary().await);
        let form = format!("/segreteria/persone/{}/copia", anna.who().id);
        // A letter with a link waits in the outbox: whoever makes the copy must not get in by it.
        segreteria.post(&format!("/segreteria/persone/{}/password", anna.who().id), &[]).await.is(303);
        segreteria.get(&form).await.is(200).shows("Regolamento UE 2016/679");
        segreteria.post(&form, &[("giorno", "2026-03-03"), ("come", "")]).await.is(422).shows("deve ancora venire");
        let json = segreteria.post(&form, &[ASKED[0], ASKED[1], ("formato", "json")]).await.is(200);
        json.shows(&anna.who().username).hides(&neighbour.who().username).hides("/entra/password/").hides("argon2");
        let waiting = house.letters().await;
        assert!(waiting.iter().any(|letter| letter.link().starts_with("/entra/password/")));
        assert!(waiting.iter().any(|letter| letter.kind == "data-handed-over"));
        let csv = segreteria.post(&form, &ASKED).await.is(200);
        assert!(csv.body.starts_with('\u{feff}') && csv.body.contains(&anna.who().username));
        assert_eq!(house.letters().await.len(), 1);
        house.administrator().await.get("/gestione/registro?tipo=data-handed-over").await.is(200).shows("prot. 123");
    });
}

#[test]
fn accounts_that_nobody_ever_entered_go_after_a_year() {
    on_each_engine(async |house| {
        let never = house.settle("mai", "", &[(RoleName::Member, Some("Agliè"))]).await;
        let again = house.settle("richiamata", "", &[(RoleName::Member, Some("Agliè"))]).await;
        let of_programme = house.settle("docente", "", &[(RoleName::Trainer, None)]).await;
        let entered = house.member_of("Agliè").await;
        let segreteria = house.secretary().await;
        house.clock.set(house.clock.now().plus_days(364));
        house.tick().await;
        assert_eq!(name_of(house, &never.id).await.0, never.name);
        let segreteria = segreteria.elsewhere().await;
        segreteria.post(&format!("/segreteria/persone/{}/password", again.id), &[]).await.is(303);
        house.letters().await;
        house.clock.set(house.clock.now().plus_days(2));
        house.tick().await;
        assert_eq!(name_of(house, &never.id).await, (String::new(), String::new()));
        for stays in [&again, &of_programme, entered.who()] {
            assert_eq!(name_of(house, &stays.id).await.0, stays.name);
        }
        // Twice does no harm, and it stands in the trail and in the register.
        house.clock.set(house.clock.now().plus_days(1));
        house.tick().await;
        let gestore = house.administrator().await;
        gestore.get("/gestione/registro?tipo=unused-erased").await.is(200).shows("1 riga");
        gestore.get("/gestione/trattamenti").await.is(200).shows("12 mesi dalla creazione se nessuno entra mai");
    });
}
