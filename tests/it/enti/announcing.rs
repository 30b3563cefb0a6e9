//! Successions announced before their day: nothing changes until it begins in Rome, and then everything by itself.

use affianca::domain::moment::{Day, Moment};

use super::successions::{OWN, closed, count, import, long_since, record};
use crate::house::{House, on_each_engine};

const IN_EFFECT: &str = "select count(*) from succession where effective_at is not null";

fn at(year: i16, month: i8, day: i8, (hour, minute): (i8, i8)) -> Moment {
    Moment::at(Day::new(year, month, day).unwrap(), hour, minute).unwrap()
}

async fn sheet(house: &House, name: &str) -> String {
    format!("/segreteria/enti/{}", house.ente(name).await)
}

#[test]
fn an_announced_fusion_takes_effect_at_midnight_in_rome_by_itself() {
    on_each_engine(async |house| {
        let segreteria = house.secretary().await;
        let anna = house.coordinator_of("Agliè").await;
        long_since(house).await;
        let of_aglie = closed(house, &anna, "Agliè").await;
        let (old, new) = (sheet(house, "Agliè").await, sheet(house, "Bairo").await);
        record(house, &segreteria, "Agliè", "Bairo (TO)", &[("giorno", "2026-07-01")]).await.leads_to(&format!("{old}?esito=annunciata"));

        // Told on both pages; nothing has changed.
        segreteria.get(&format!("{old}?esito=annunciata")).await.is(200).shows("avrà effetto da sé");
        let before = segreteria.get(&old).await.is(200).shows("Comune di Agliè (TO) non ci sarà più dal 1º luglio 2026.");
        before.shows("annunciata: fusione, dal 1º luglio 2026; gli succederà").shows("(l.r. 30/2025)").shows("Annulla la successione");
        segreteria.get(&new).await.is(200).shows("annunciata: fusione, dal 1º luglio 2026; vi confluirà").hides("non ci sarà più");
        anna.get(OWN).await.is(200);
        house.visitor().get(&format!("/registrazione/{}", house.ente("Agliè").await)).await.is(200).shows("name=\"email\"");

        // One minute before midnight, which in Rome in summer is 21.59 UTC; then midnight.
        house.clock.set(at(2026, 6, 30, (23, 59)));
        house.tick().await;
        assert_eq!(count(house, IN_EFFECT).await, 0);
        house.clock.set(at(2026, 7, 1, (0, 0)));
        house.tick().await;
        assert_eq!(count(house, IN_EFFECT).await, 1);
        house.clock.set(at(2026, 7, 1, (0, 1)));
        house.tick().await;
        assert_eq!(count(house, "select count(*) from deed where kind = 'ente-succeeded' and done_by is null").await, 1, "once");
        let ends = "select count(*) from appointment where ends_on = '2026-06-30' or (starts_on = '2026-07-01' and ends_on is null)";
        assert_eq!(count(house, ends).await, 2);

        let anna = anna.elsewhere().await;
        anna.get(&format!("{OWN}/{of_aglie}/rapporto/1")).await.is(200).shows("un altro ente, confluito in questo il 1º luglio 2026");
        let segreteria = segreteria.elsewhere().await;
        let after =
            segreteria.get(&old).await.is(200).shows("non c’è più dal 1º luglio 2026").shows("fusione, dal 1º luglio 2026: gli succede");
        after.hides("annunciata");
        segreteria.get(&new).await.is(200).shows("fusione, dal 1º luglio 2026: vi è confluito").hides("annunciata");
    });
}

#[test]
fn what_is_announced_counts_before_its_day_and_several_take_effect_in_their_order() {
    on_each_engine(async |house| {
        let segreteria = house.secretary().await;
        let anna = house.coordinator_of("Agliè").await;
        long_since(house).await;
        record(house, &segreteria, "Bairo", "Ozegna", &[("giorno", "2026-06-01"), ("tipo", "incorporation")]).await.is(303);
        record(house, &segreteria, "Agliè", "Bairo", &[("giorno", "2026-05-01")]).await.is(303);
        for (from, to, day, told) in [
            ("Agliè", "Ozegna", "2026-05-01", "è già annunciato che l’ente finisce il 1º maggio 2026"),
            ("Ozegna", "Bairo", "2026-08-01", "si farebbe un cerchio"),
            ("Bairo", "Ozegna", "2026-04-01", "è già"),
        ] {
            record(house, &segreteria, from, to, &[("giorno", day)]).await.is(422).shows(told);
        }
        // The server was off for months: all that was due is done, the older first.
        house.clock.set(at(2026, 9, 1, (9, 0)));
        house.tick().await;
        assert_eq!(count(house, IN_EFFECT).await, 2);
        let steps = "select count(*) from appointment where starts_on in ('2026-05-01', '2026-06-01')";
        assert_eq!(count(house, steps).await, 2);
        let anna = anna.elsewhere().await;
        anna.get("/area").await.is(200).shows("Ozegna");
        assert_eq!(count(house, "select count(*) from ente_line").await, 3);
    });
}

#[test]
fn a_file_announces_too_and_a_change_of_code_does_not() {
    on_each_engine(async |house| {
        let segreteria = house.secretary().await;
        let file = "tipo;da;a;giorno;atto\nfusione;Agliè (TO);Bairo (TO);1/1/2027;l.r. 1\n";
        import(&segreteria, "successions", file).await.is(303);
        assert_eq!(count(house, "select count(*) from succession where effective_at is null").await, 1);
        assert_eq!(count(house, "select count(*) from deed where kind = 'succession-announced'").await, 1);
        let code = import(&segreteria, "successions", "tipo;da;a;giorno\nnuovo codice;001176;001998;1/1/2027\n").await;
        code.shows("è un giorno futuro");
    });
}
