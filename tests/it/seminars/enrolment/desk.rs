//! The list of a day at the desk: who is where, people enrolled and taken off by hand, a message to all, files.

use affianca::domain::edition::Terms;
use affianca::platform::db::q;

use super::{ask, enrolment, list, told};
use crate::house::on_each_engine;

#[test]
fn the_segreteria_enrols_after_the_deadline_and_takes_off_with_a_reason() {
    on_each_engine(async |house| {
        let edition = house.edition(Terms::default()).await;
        let draft = house.day_draft(1);
        let day = house.class_day(&edition, &draft).await;
        let (anna, bruno) = (house.member_of("Agliè").await, house.member_of("Bairo").await);
        ask(&anna, &day).await.is(303);
        house.clock.set(draft.enrol_by);
        let desk = house.secretary().await;
        let roll = format!("/segreteria/giornate/{day}/iscritti");
        desk.get(&roll).await.is(200).shows(&anna.who().name).shows("1 su 1 posti");
        desk.get(&format!("{roll}/nuovo?cerca=nessuno+cos%C3%AC")).await.is(200).shows("Nessuna persona corrisponde.");
        let sought = format!("{roll}/nuovo?cerca={}", bruno.who().name.replace(' ', "+"));
        desk.get(&sought).await.is(200).shows("Comune di Bairo (TO)");
        desk.post(&format!("{roll}/nuovo"), &[("nota", "Ne avevamo parlato")]).await.is(422).shows("Scegliete una persona");
        let chosen = format!("{}/{}", bruno.who().id, house.ente("Bairo").await);
        let form = [("chi", chosen.as_str()), ("nota", "Ne avevamo parlato")];
        desk.post(&format!("{roll}/nuovo"), &form).await.leads_to(&format!("{roll}?esito=in-attesa"));
        desk.post(&format!("{roll}/nuovo"), &form).await.is(422).shows("già in lista d’attesa");
        let letters = house.letters().await;
        let to_bruno = letters.iter().find(|letter| letter.to.starts_with(&bruno.who().username)).unwrap();
        assert!(to_bruno.text.contains("Ne avevamo parlato"), "{}", to_bruno.text);
        // Off the list, with a reason; the other moves up.
        let entry = format!("{roll}/{}", enrolment(house, &day, &anna.who().id).await);
        desk.get(&entry).await.is(200).shows("Che cosa è successo");
        desk.post(&entry, &[]).await.is(422).shows("Scrivete il motivo");
        desk.post(&entry, &[("motivo", "Iscrizione fatta per errore")]).await.leads_to(&format!("{roll}?esito=tolto"));
        let [a, b] = [&anna, &bruno].map(|one| one.who().username.clone());
        assert_eq!(list(house, &day).await, [format!("{a} out removed"), format!("{b} seated")]);
        let letters = house.letters().await;
        assert!(letters.iter().any(|letter| letter.kind == "enrolment-removed" && letter.text.contains("Iscrizione fatta per errore")));
        desk.get(&entry).await.is(200).shows("Iscrizione fatta per errore").shows(&desk.who().name);
        // The trail knows who put somebody on the list, and who took somebody off.
        let trail = "select count(*) from deed where (kind = 'enrolled-by-desk' and person_id = $1) or (kind = 'enrolment-removed' and person_id = $2)";
        let deeds = q(trail).bind(&bruno.who().id).bind(&anna.who().id).count(&mut house.db.reader().await.unwrap()).await.unwrap();
        assert_eq!(deeds, 2);
        // An enrolment is found on its own day alone.
        let other = house.class_day(&edition, &house.day_draft(1)).await;
        desk.get(&format!("/segreteria/giornate/{other}/iscritti/{}", enrolment(house, &day, &anna.who().id).await)).await.is(404);
        house.letters_left();
    });
}

#[test]
fn a_message_is_confirmed_and_reaches_each_on_the_list() {
    on_each_engine(async |house| {
        let edition = house.edition(Terms::default()).await;
        let day = house.class_day(&edition, &house.day_draft(1)).await;
        let (anna, bruno, desk) = (house.member_of("Agliè").await, house.member_of("Bairo").await, house.secretary().await);
        ask(&anna, &day).await.is(303);
        ask(&bruno, &day).await.is(303);
        let _so_far = house.letters().await;
        let path = format!("/segreteria/giornate/{day}/messaggio");
        desk.post(&path, &[("testo", "Portate un documento.")]).await.is(422).shows("Scrivete l’oggetto.").shows("Portate un documento.");
        let form = [("oggetto", "Che cosa portare"), ("testo", "Portate un documento.\n\nA presto."), ("attesa", "1")];
        desk.post(&path, &form).await.is(200).shows("Il messaggio parte per 2 persone.");
        assert_eq!(told(house).await, Vec::<String>::new(), "nothing leaves before it is confirmed");
        desk.post(&path, &[form[0], form[1], ("azione", "cambia")]).await.is(200).shows("Portate un documento.");
        desk.post(&path, &[form[0], form[1], form[2], ("azione", "invia")])
            .await
            .leads_to(&format!("/segreteria/giornate/{day}/iscritti?esito=inviato&a=2"));
        let letters = house.letters().await;
        assert_eq!(letters.len(), 2);
        assert!(letters.iter().all(|letter| letter.subject == "Che cosa portare" && letter.text.contains("A presto.")));
        desk.post(&path, &[form[0], form[1], ("azione", "invia")]).await.is(303);
        assert_eq!(house.letters().await.len(), 1, "to those who have a seat");
    });
}

#[test]
fn the_list_is_the_same_on_the_page_and_in_files_in_as_many_statements_for_one_as_for_three() {
    on_each_engine(async |house| {
        let edition = house.edition(Terms::default()).await;
        let day = house.class_day(&edition, &house.day_draft(2)).await;
        let desk = house.secretary().await;
        let roll = format!("/segreteria/giornate/{day}/iscritti");
        let anna = house.member_of("Agliè").await;
        ask(&anna, &day).await.is(303);
        let (page, with_one) = house.counting(desk.get(&roll)).await;
        page.is(200);
        for ente in ["Bairo", "Ozegna"] {
            ask(&house.member_of(ente).await, &day).await.is(303);
        }
        let (page, with_three) = house.counting(desk.get(&roll)).await;
        page.is(200).shows("2 su 2 posti; 1 in lista d’attesa").shows("1º in attesa");
        assert_eq!((with_one, with_three), (4, 4));
        let csv = desk.get(&format!("{roll}.csv")).await.is(200);
        assert_eq!(csv.body.lines().count(), 4, "{}", csv.body);
        assert!(csv.body.contains(&anna.who().name) && csv.body.contains("Comune di Agliè (TO)"));
        desk.get(&format!("{roll}.xlsx")).await.is(200);
        house.letters_left();
    });
}
