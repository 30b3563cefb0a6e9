//! Adhesions and their one-use codes: who gets one, what it opens, once and for one person.

use affianca::access::{Actor, Housekeeper, Secretariat};
use affianca::domain::activation_code::ActivationCode;
use affianca::domain::edition::Terms;
use affianca::domain::ids::{EditionId, EnteId, PersonId};
use affianca::enti::{self, AdhesionState, Admitting, CodeState, Entering, Opened, Unusable, WantedCodes};
use affianca::platform::db::q;

use crate::house::{House, on_each_engine};

/// Enters a code as the page of activation does: in a transaction of its own, dropped on a refusal.
async fn enter(by: &Actor<Housekeeper>, code: &ActivationCode, person: &PersonId) -> Result<Opened, Unusable> {
    let mut tx = by.begin().await.unwrap();
    let outcome = enti::redeem(by, &mut tx, &Entering { code, person, qualifica: "Istruttrice" }).await.unwrap();
    if outcome.is_ok() {
        tx.commit().await.unwrap();
    }
    outcome
}

async fn code_for(desk: &Actor<Secretariat>, edition: &EditionId, ente: &EnteId, replace: bool) -> Option<ActivationCode> {
    let wanted = WantedCodes { edition, enti: std::slice::from_ref(ente), expires: desk.now().plus_days(60), replace };
    enti::make_codes(desk, &wanted).await.unwrap().pop().map(|made| made.code)
}

/// An edition, Agliè invited to it, and the desk.
async fn scene(house: &House) -> (Actor<Secretariat>, EditionId, EnteId) {
    let (desk, edition, aglie) = (house.desk().await, house.edition(Terms::default()).await, house.ente("Agliè").await);
    assert_eq!(enti::invite(&desk, &edition, std::slice::from_ref(&aglie)).await.unwrap(), 1);
    (desk, edition, aglie)
}

async fn in_force(house: &House, person: &PersonId, role: &str) -> i64 {
    let sql = "\
        select count(*) from appointment where person_id = $1 and role = $2 and starts_on <= $3 and coalesce(ends_on, $3) >= $3";
    let today = house.clock.now().day();
    q(sql).bind(person).bind(role).bind(today).count(&mut house.db.reader().await.unwrap()).await.unwrap()
}

#[test]
fn whoever_enters_the_code_becomes_referente_and_the_ente_adheres() {
    on_each_engine(async |house| {
        let (desk, edition, aglie) = scene(house).await;
        let code = code_for(&desk, &edition, &aglie, false).await.unwrap();
        let anna = house.member_of("Agliè").await;
        let seen = enti::look_at_code(&house.housekeeper(), &code).await.unwrap().unwrap();
        assert_eq!((seen.ente.id, seen.ente.name.as_str(), seen.edition_name.as_str()), (aglie.clone(), "Agliè", "Edizione di prova"));
        enter(&house.housekeeper(), &code, &anna.who().id).await.unwrap();
        let stands = enti::adhesion_of(&desk, &edition, &aglie).await.unwrap().unwrap();
        assert_eq!((stands.state, stands.by.as_deref()), (AdhesionState::Adhering, Some(anna.who().name.as_str())));
        assert_eq!(stands.code, CodeState::Used(house.clock.now()));
        // Referente instead of partecipante, at once.
        assert_eq!((in_force(house, &anna.who().id, "coordinator").await, in_force(house, &anna.who().id, "member").await), (1, 0));
        anna.get("/area").await.is(200);
        // Once: neither she nor a colleague enters it again.
        assert_eq!(enter(&house.housekeeper(), &code, &anna.who().id).await.unwrap_err(), Unusable::Used);
        let bruno = house.settle("bruno", "", &[]).await;
        assert_eq!(enter(&house.housekeeper(), &code, &bruno.id).await.unwrap_err(), Unusable::Used);
        assert_eq!(in_force(house, &bruno.id, "coordinator").await, 0);
    });
}

#[test]
fn a_partecipante_of_long_goes_on_at_once_as_referente() {
    on_each_engine(async |house| {
        let (desk, edition, aglie) = scene(house).await;
        let anna = house.member_of("Agliè").await;
        house.clock.set(house.clock.now().plus_days(3));
        let (anna, desk) = (anna.elsewhere().await, Housekeeper::secretariat(desk.person().clone()));
        let desk = house.housekeeper().stand_in(desk, house.clock.now());
        let code = code_for(&desk, &edition, &aglie, false).await.unwrap();
        enter(&house.housekeeper(), &code, &anna.who().id).await.unwrap();
        // The browser she sits at acts for Agliè as before, and may do what a referente may.
        anna.get("/area/persone").await.is(200);
        assert_eq!((in_force(house, &anna.who().id, "coordinator").await, in_force(house, &anna.who().id, "member").await), (1, 0));
    });
}

#[test]
fn of_two_who_enter_a_code_at_once_one_becomes_referente() {
    on_each_engine(async |house| {
        let (desk, edition, aglie) = scene(house).await;
        let (anna, bruno) = (house.settle("anna", "", &[]).await, house.settle("bruno", "", &[]).await);
        for _ in 0..5 {
            let code = code_for(&desk, &edition, &aglie, true).await.unwrap();
            let (one, two) = (house.housekeeper(), house.housekeeper());
            let both = rocket::tokio::join!(enter(&one, &code, &anna.id), enter(&two, &code, &bruno.id));
            let outcomes = [both.0.err(), both.1.err()];
            assert_eq!(outcomes.iter().filter(|o| o.is_none()).count(), 1, "{outcomes:?}");
            assert!(outcomes.contains(&Some(Unusable::Used)), "{outcomes:?}");
        }
    });
}

#[test]
fn a_code_is_entered_while_another_takes_its_place_and_one_of_the_two_counts() {
    on_each_engine(async |house| {
        let (desk, edition, aglie) = scene(house).await;
        let anna = house.settle("anna", "", &[]).await;
        for _ in 0..5 {
            let old = code_for(&desk, &edition, &aglie, true).await.unwrap();
            let keeper = house.housekeeper();
            let (entered, fresh) = rocket::tokio::join!(enter(&keeper, &old, &anna.id), code_for(&desk, &edition, &aglie, true));
            // Either it was used before the other was made, or it is void: never both alive.
            assert!(matches!(entered, Ok(_) | Err(Unusable::Replaced)), "{entered:?}");
            let seen = enti::look_at_code(&house.housekeeper(), &old).await.unwrap().unwrap_err();
            assert_eq!(seen, if entered.is_ok() { Unusable::Used } else { Unusable::Replaced });
            assert!(enti::look_at_code(&house.housekeeper(), &fresh.unwrap()).await.unwrap().is_ok());
        }
    });
}

#[test]
fn a_code_that_expired_was_replaced_or_never_was_opens_nothing() {
    on_each_engine(async |house| {
        let (desk, edition, aglie) = scene(house).await;
        let anna = house.settle("anna", "", &[]).await;
        let unknown = ActivationCode::from_lot([3; 16]);
        assert_eq!(enter(&house.housekeeper(), &unknown, &anna.id).await.unwrap_err(), Unusable::Unknown);
        let old = code_for(&desk, &edition, &aglie, false).await.unwrap();
        assert!(code_for(&desk, &edition, &aglie, false).await.is_none(), "one waits already");
        let fresh = code_for(&desk, &edition, &aglie, true).await.unwrap();
        assert_eq!(enter(&house.housekeeper(), &old, &anna.id).await.unwrap_err(), Unusable::Replaced);
        house.clock.set(house.clock.now().plus_days(60));
        let expired = Unusable::Expired(house.clock.now());
        assert_eq!(enter(&house.housekeeper(), &fresh, &anna.id).await.unwrap_err(), expired);
        assert_eq!(in_force(house, &anna.id, "coordinator").await, 0);
        // Another may be made without saying that it replaces anything: none waits.
        let desk = house.desk().await;
        assert!(code_for(&desk, &edition, &aglie, false).await.is_some());
    });
}

#[test]
fn who_was_not_invited_or_withdrew_gets_no_code() {
    on_each_engine(async |house| {
        let (desk, edition, aglie) = scene(house).await;
        assert!(code_for(&desk, &edition, &house.ente("Bairo").await, false).await.is_none());
        let code = code_for(&desk, &edition, &aglie, false).await.unwrap();
        let stands = enti::adhesion_of(&desk, &edition, &aglie).await.unwrap().unwrap();
        let withdrawn = enti::change_adhesion(&desk, (&edition, &aglie), AdhesionState::Withdrawn, stands.revision);
        withdrawn.await.unwrap().unwrap();
        assert!(code_for(&desk, &edition, &aglie, true).await.is_none());
        assert_eq!(enti::look_at_code(&house.housekeeper(), &code).await.unwrap().unwrap_err(), Unusable::Replaced);
    });
}

#[test]
fn of_two_changes_of_state_at_once_the_later_is_told() {
    on_each_engine(async |house| {
        let (desk, edition, aglie) = scene(house).await;
        let seen = enti::adhesion_of(&desk, &edition, &aglie).await.unwrap().unwrap().revision;
        let (one, two) = rocket::tokio::join!(
            enti::change_adhesion(&desk, (&edition, &aglie), AdhesionState::Adhering, seen),
            enti::change_adhesion(&desk, (&edition, &aglie), AdhesionState::Withdrawn, seen),
        );
        assert!(one.unwrap().is_ok() != two.unwrap().is_ok());
    });
}

#[test]
fn the_code_itself_is_kept_nowhere_and_the_trail_says_who_did_what() {
    on_each_engine(async |house| {
        let (desk, edition, aglie) = scene(house).await;
        let anna = house.settle("anna", "", &[]).await;
        let code = code_for(&desk, &edition, &aglie, false).await.unwrap();
        enter(&house.housekeeper(), &code, &anna.id).await.unwrap();
        enti::admit(&desk, &edition, &aglie, Admitting::Because("capofila di ambito")).await.unwrap();
        let mut conn = house.db.reader().await.unwrap();
        let kept: Vec<(String,)> = q("select code_hash from activation").all(&mut conn).await.unwrap();
        assert!(kept.iter().all(|(hash,)| hash.len() == 64 && !hash.contains(&code.bare())));
        let trail: Vec<(String, String)> =
            q("select kind, detail from deed where ente_id = $1 order by deed_id").bind(&aglie).all(&mut conn).await.unwrap();
        let mut kinds: Vec<&str> = trail.iter().map(|(kind, _)| kind.as_str()).collect();
        kinds.sort_unstable();
        assert_eq!(kinds, ["adhesion-changed", "code-made", "code-used", "ente-invited", "exception-granted"]);
        assert!(trail.iter().all(|(_, detail)| !detail.contains(&code.bare()) && !detail.contains(&code.grouped())));
    });
}
