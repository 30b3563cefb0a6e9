//! An account made on behalf of somebody: person, appointment, contact, letters and deed in one transaction.

use super::{Draft, Fault, letters};
use crate::access::session::EnteName;
use crate::access::{Actor, Secretariat, password};
use crate::domain::deed::{Deed, Kind};
use crate::domain::edition::may_take_part;
use crate::domain::ids::{AppointmentId, ContactId, EnteId, Id, PersonId};
use crate::domain::place_names::fold;
use crate::enti::{self, Admitting};
use crate::people;
use crate::platform::db::{Tx, q};
use crate::platform::outbox::Recipient;
use crate::platform::{Error, Result, random};
use crate::programme;

const ENTI: &str = "\
    select ente_id, kind, name, province from ente \
    where search = $1 and ($2 = '' or province = $2) and (ended_on is null or ended_on > $3) order by ente_id limit 2";
/// Holds the ente: of two registrations of one person at once, the second sees the first.
const HOLD: &str = "update ente set created_at = created_at where ente_id = $1";
const KNOWN: &str = "\
    select person_id, name from person where email = $1 and merged_into is null and erased_at is null order by person_id limit 1";
const ADD: &str = "\
    insert into person (person_id, username, name, email, password_hash, created_at) values ($1, $2, $3, $4, $5, $6) on conflict do nothing";
const APPOINT: &str = "\
    insert into appointment (appointment_id, person_id, ente_id, role, qualifica, starts_on) values ($1, $2, $3, $4, $5, $6)";
const NOTE: &str = "\
    insert into contact (contact_id, ente_id, person_id, channel, happened_on, outcome, noted_at, noted_by) \
    values ($1, $2, $3, 'telefono', $4, $5, $6, $7)";
/// Usernames tried before giving up: `anna.bianchi`, `anna.bianchi.2` and so on.
const TRIES: usize = 200;

/// Registers somebody who is on the telephone. They choose their password by letter; until then the account opens for nobody.
/// `outcome` is what the contact says.
pub async fn register(actor: &Actor<Secretariat>, draft: &Draft, outcome: &str) -> Result<Result<PersonId, Vec<Fault>>> {
    let mut faults = draft.check();
    let mut tx = actor.begin().await?;
    let ente = match ente(actor, &mut tx, &draft.ente).await? {
        Ok(ente) => Some(ente),
        Err(fault) => {
            faults.push(fault);
            None
        }
    };
    let Some(ente) = ente.filter(|_| faults.is_empty()) else { return Ok(Err(faults)) };
    if q(HOLD).bind(&ente.id).run(&mut tx).await? == 0 {
        return Err(Error::NotFound);
    }
    let known: Option<(PersonId, String)> = q(KNOWN).bind(&draft.address).optional(&mut tx).await?;
    if let Some((id, name)) = known.filter(|_| !draft.somebody_else) {
        return Ok(Err(vec![Fault::Known(id, name)]));
    }
    if let Some(fault) = admit(actor, &mut tx, &ente.id, &draft.exception).await? {
        return Ok(Err(vec![fault]));
    }
    let (person, username) = add(actor, &mut tx, draft).await?;
    let appointment: AppointmentId = random::id(actor.now());
    let appointed = q(APPOINT).bind(&appointment).bind(&person).bind(&ente.id).bind(&draft.role).bind(&draft.qualifica);
    appointed.bind(actor.now().day()).run(&mut tx).await?;
    note(actor, &mut tx, (&ente.id, &person), outcome).await?;
    tx.post(actor.now(), Recipient::Person(&person), |lang| letters::registered(lang, &username, &ente)).await?;
    people::invite_to_choose_password(actor, &mut tx, &person).await?;
    actor.record(&mut tx, Deed::new(Kind::PersonRegistered).to(&person).of(&ente.id).detail(&draft.role)).await?;
    tx.commit().await?;
    Ok(Ok(person))
}

/// The ente as named: `Agliè`, `Comune di Agliè`, `Livo (CO)`.
async fn ente(actor: &Actor<Secretariat>, tx: &mut Tx, typed: &str) -> Result<Result<EnteName, Fault>> {
    let (name, province) = typed.strip_suffix(')').and_then(|n| n.rsplit_once('(')).unwrap_or((typed, ""));
    let name = fold(name);
    let name = name.strip_prefix("comune di ").unwrap_or(&name);
    let statement = q(ENTI).bind(name).bind(province.trim().to_uppercase()).bind(actor.now().day());
    let mut found: Vec<(EnteId, String, String, String)> = statement.all(tx).await?;
    Ok(match (found.pop(), found.is_empty()) {
        (None, _) => Err(Fault::NoEnte),
        (Some(_), false) => Err(Fault::WhichEnte),
        (Some((id, kind, name, province)), true) => Ok(EnteName { id, kind, name, province }),
    })
}

/// Whether the edition that counts takes the ente, as when somebody registers by themselves. One outside the rule is admitted by
/// exception where a note says why; else that is the fault.
async fn admit(actor: &Actor<Secretariat>, tx: &mut Tx, ente: &EnteId, note: &str) -> Result<Option<Fault>> {
    let Some(edition) = programme::current(actor).await? else { return Ok(None) };
    let facts = programme::facts(tx, &edition.id, ente).await?;
    match may_take_part(&edition.terms, &facts, actor.now().day()) {
        Ok(()) => Ok(None),
        Err(why) if note.is_empty() => Ok(Some(Fault::Outside(Box::new((edition, why))))),
        Err(_) => {
            enti::admit_in(actor, tx, (&edition.id, ente), Admitting::Because(note)).await?;
            Ok(None)
        }
    }
}

/// The person under the first username that is free.
async fn add(actor: &Actor<Secretariat>, tx: &mut Tx, draft: &Draft) -> Result<(PersonId, String)> {
    let (id, plain): (PersonId, String) = (random::id(actor.now()), draft.username());
    for n in 1..=TRIES {
        let username = if n == 1 { plain.clone() } else { format!("{plain}.{n}") };
        let fresh = q(ADD).bind(&id).bind(&username).bind(&draft.name).bind(&draft.address).bind(password::NOT_CHOSEN).bind(actor.now());
        if fresh.run(tx).await? == 1 {
            return Ok((id, username));
        }
    }
    Err(Error::Bug(format!("no username left like {plain}")))
}

async fn note(actor: &Actor<Secretariat>, tx: &mut Tx, (ente, person): (&EnteId, &PersonId), outcome: &str) -> Result<()> {
    let id: ContactId = random::id(actor.now());
    let noted = q(NOTE).bind(&id).bind(ente).bind(person).bind(actor.now().day()).bind(outcome);
    noted.bind(actor.now()).bind(actor.person()).run(tx).await?;
    Ok(())
}

const ALIVE: &str = "\
    update person set created_at = created_at \
    where person_id = $1 and disabled_at is null and merged_into is null and erased_at is null \
      and not exists (select a.appointment_id from appointment a where a.person_id = $1 and a.ente_id is null)";

/// Sends the letter to choose a password again. Of people with a role of the programme it is the gestore's business.
pub async fn invite_again(actor: &Actor<Secretariat>, person: &PersonId) -> Result<()> {
    let mut tx = actor.begin_on(ALIVE, person).await?;
    people::invite_to_choose_password(actor, &mut tx, person).await?;
    actor.record(&mut tx, Deed::new(Kind::PasswordInvited).to(person)).await?;
    tx.commit().await
}

/// Whether the desk may change the address of this account: not of people with a role of the programme, or else whoever
/// keeps the desk could become the gestore by letter.
pub async fn may_correct(actor: &Actor<Secretariat>, person: &PersonId) -> Result<()> {
    const IS: &str = "\
        select count(*) from person p where p.person_id = $1 and p.disabled_at is null and p.merged_into is null and p.erased_at is null \
          and not exists (select a.appointment_id from appointment a where a.person_id = p.person_id and a.ente_id is null)";
    match q(IS).bind(person.as_str()).count(&mut actor.reader().await?).await? {
        1 => Ok(()),
        _ => Err(Error::NotFound),
    }
}
