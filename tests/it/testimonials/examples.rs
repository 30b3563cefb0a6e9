//! Reports lead to who tells how they did it, while it may be seen.

use affianca::platform::db::q;
use affianca::testimonials;

use crate::house::testimonials::sheet;
use crate::house::{House, on_each_engine};

async fn entered(house: &House) -> Vec<String> {
    let all = q("select illustrates from example order by illustrates");
    let rows: Vec<(String,)> = all.all(&mut house.db.reader().await.unwrap()).await.unwrap();
    rows.into_iter().map(|(id,)| id).collect()
}

#[test]
fn examples_come_with_publication_and_go_with_a_withdrawal() {
    on_each_engine(async |house| {
        let (trainer, referente) = (house.trainer().await, house.coordinator_of("Agliè").await);
        let (ente, me) = (house.ente("Agliè").await, trainer.who().id.clone());
        let id = house.testimonial(&me, &ente, "Ascolto").await;
        house.letters_left();
        let linked = [("modello", "M4"), ("suggerimento", "S02"), ("suggerimento", "S20"), ("visto", "2")];
        trainer.post(&format!("/area/preparazione/{id}/collegamenti"), &linked).await.is(303);
        assert!(entered(house).await.is_empty());
        house.republished(&me, (&referente.who().id, &ente), &id).await;
        assert_eq!(entered(house).await, ["M4", "S02", "S20"]);
        house.visitor().get(&format!("/testimonial/{id}")).await.is(200).shows("S20").shows("illustra dell’autodiagnosi");
        // Published anew with fewer, the others go.
        let actor = house.housekeeper().stand_in(affianca::access::Housekeeper::trainer(me.clone()), house.clock.now());
        let fewer = affianca::domain::testimonial::Sheet { suggestions: vec!["S20".into()], ..sheet("Ascolto") };
        testimonials::keep_sheet(&actor, &id, &fewer, (3, true)).await.unwrap().unwrap();
        house.republished(&me, (&referente.who().id, &ente), &id).await;
        assert_eq!(entered(house).await, ["S20"]);
        referente.post(&format!("/area/testimonial/{id}/ritiro"), &[("motivo", "Basta")]).await.is(303);
        assert!(entered(house).await.is_empty());
    });
}
