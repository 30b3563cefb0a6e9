//! Two accounts of one person: what was read and passed on either counts on the one that stays.

use super::*;
use crate::house::on_each_engine_with;

#[test]
fn what_was_done_on_either_account_counts_on_the_one_that_stays() {
    let folder = Folder::new();
    on_each_engine_with(&folder.settings(), async |house| {
        let (stays, goes) = (house.member_of("Agliè").await, house.member_of("Agliè").await);
        enrol(&stays).await;
        complete(&goes).await;
        let desk = house.secretary().await;
        let (kept, gone) = (stays.who().id.clone(), goes.who().id.clone());
        desk.post(&format!("/segreteria/persone/{kept}/unione/{gone}"), &[("resta", &kept.to_string())]).await.is(303);
        house.letters_left();
        let merged = affianca::courses::completed(&house.housekeeper(), &kept).await.unwrap();
        assert_eq!(merged.len(), 1);
        stays.get(COURSE).await.is(200).shows("Completato il");
    });
}
