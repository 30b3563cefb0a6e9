//! The audit trail knows who, in which role, when; the address of the client cannot be made up.

use affianca::domain::deed::{Deed, Kind};
use affianca::platform::db::q;

use crate::house::on_each_engine;

const TRAIL: &str = "select kind, role, person_id, detail, happened_at from deed";

#[test]
fn a_deed_is_kept_with_its_fact() {
    on_each_engine(async |house| {
        let anna = house.member_of("Agliè").await;
        let actor = house.housekeeper();
        let mut tx = actor.begin().await.unwrap();
        actor.record(&mut tx, Deed::new(Kind::RoleGranted).to(&anna.who().id).detail("observer")).await.unwrap();
        tx.commit().await.unwrap();
        let rows: Vec<(String, String, String, String, i64)> = q(TRAIL).all(&mut house.db.reader().await.unwrap()).await.unwrap();
        let expected = ("role-granted".to_owned(), "housekeeper".to_owned(), anna.who().id.to_string(), "observer".to_owned());
        assert_eq!(rows, [(expected.0, expected.1, expected.2, expected.3, house.clock.now().millis())]);
    });
}
