//! What the segreteria does for somebody who asked by letter or on the telephone: a copy of their data, or their erasure.

use sqlx::FromRow;

use super::erasing::anonymise;
use super::held_about;
use crate::access::{Actor, Secretariat};
use crate::domain::deed::{Deed, Kind};
use crate::domain::ids::PersonId;
use crate::domain::lang::Lang;
use crate::domain::moment::Moment;
use crate::people::privacy::{Asking, Held, Subject, letters};
use crate::platform::Result;
use crate::platform::db::{Tx, q};
use crate::platform::holdings::Holdings;
use crate::platform::outbox::Recipient;

const ONE: &str = "\
    select p.name, p.email, p.lang, p.disabled_at, \
           (select count(*) from appointment a where a.person_id = p.person_id and a.ente_id is null and coalesce(a.ends_on, $2) >= $2) as roles \
    from person p where p.person_id = $1 and p.merged_into is null and p.erased_at is null";
/// Not of those with a role of the programme: theirs is the gestore's decision, who takes the role away first.
const HOLD: &str = "\
    update person set created_at = created_at where person_id = $1 and merged_into is null and erased_at is null \
    and not exists (select a.appointment_id from appointment a \
        where a.person_id = person.person_id and a.ente_id is null and coalesce(a.ends_on, $2) >= $2)";

#[derive(FromRow)]
struct Row {
    name: String,
    email: String,
    lang: Option<String>,
    disabled_at: Option<i64>,
    roles: i64,
}

/// Somebody whose data are asked for; [`crate::platform::Error::NotFound`] if the account was merged or erased.
pub async fn subject(actor: &Actor<Secretariat>, id: &PersonId) -> Result<Subject> {
    let row: Row = q(ONE).bind(id).bind(actor.now().day()).one(&mut actor.reader().await?).await?;
    Ok(row.subject(id))
}

impl Row {
    fn subject(self, id: &PersonId) -> Subject {
        Subject { id: id.clone(), name: self.name, email: self.email, disabled: self.disabled_at.is_some(), of_programme: self.roles > 0 }
    }
}

/// Holds the person, and says who they are while there is still something to say.
async fn begin(actor: &Actor<Secretariat>, id: &PersonId) -> Result<Option<(Tx, Subject, Lang)>> {
    let today = actor.now().day();
    let mut tx = actor.begin().await?;
    if q(HOLD).bind(id).bind(today).run(&mut tx).await? == 0 {
        return Ok(None);
    }
    let row: Row = q(ONE).bind(id).bind(today).one(&mut tx).await?;
    let lang = row.lang.as_deref().and_then(Lang::parse).unwrap_or_default();
    Ok(Some((tx, row.subject(id), lang)))
}

/// All that is held about somebody who asked for it (Reg. UE 2016/679, art. 15), noted in the trail and told them by letter.
/// None: they have a role of the programme, or are no more.
pub async fn hand_over(actor: &Actor<Secretariat>, holdings: &Holdings, id: &PersonId, asking: &Asking) -> Result<Option<Vec<Held>>> {
    let Some((mut tx, ..)) = begin(actor, id).await? else { return Ok(None) };
    let held = held_about(&mut tx, id, holdings).await?;
    actor.record(&mut tx, Deed::new(Kind::DataHandedOver).to(id).detail(asking.detail())).await?;
    tx.post(actor.now(), Recipient::Person(id), |lang| letters::handed_over(lang, asking.day)).await?;
    tx.commit().await?;
    Ok(Some(held))
}

/// Erases somebody who asked for it (Reg. UE 2016/679, art. 17); the confirmation is the last letter they get. `name` stands
/// where theirs stood. False: they have a role of the programme, or are no more.
pub async fn erase_for(actor: &Actor<Secretariat>, (holdings, name): (&Holdings, &str), id: &PersonId, asking: &Asking) -> Result<bool> {
    let now: Moment = actor.now();
    let Some((mut tx, subject, lang)) = begin(actor, id).await? else { return Ok(false) };
    anonymise(&mut tx, now, id, (holdings, name)).await?;
    actor.record(&mut tx, Deed::new(Kind::ErasedOnBehalf).to(id).detail(asking.detail())).await?;
    let to = Recipient::Address { name: &subject.name, address: &subject.email, lang };
    tx.post(now, to, |lang| letters::erased(lang, asking.day)).await?;
    tx.commit().await?;
    Ok(true)
}
