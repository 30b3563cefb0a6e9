//! Adhesions and codes in the database. The row of the adhesion owns every rule: whoever changes anything holds it first.

use sqlx::FromRow;

use super::super::{Absence, Adhesion, ChangedMeanwhile, CodeState, Entering, Made, Opened, State, Unusable};
use crate::access::roles::Doing;
use crate::access::session::EnteName;
use crate::access::{Actor, RoleName, Secretariat};
use crate::domain::activation_code::ActivationCode;
use crate::domain::deed::{Deed, Kind};
use crate::domain::edition::may_take_part;
use crate::domain::ids::{EditionId, EnteId};
use crate::domain::moment::{Day, Moment};
use crate::people::{self, Post};
use crate::platform::db::{AsConn, Tx, q};
use crate::platform::{Error, Result, random};
use crate::programme;

const ONE: &str = "\
    select a.state, a.since, p.name as by_name, a.exception, a.revision from adhesion a left join person p on p.person_id = a.set_by \
    where a.edition_id = $1 and a.ente_id = $2";
/// The code that counts: the last one made that no other replaced.
const CODE: &str = "\
    select made_at, expires_at, used_at from activation where edition_id = $1 and ente_id = $2 and void_at is null \
    order by made_at desc limit 1";
const INVITE: &str = "\
    insert into adhesion (edition_id, ente_id, state, since, set_by, revision) \
    select $1, ente_id, 'invited', $3, $4, 1 from ente where ente_id = $2 on conflict do nothing";
const HOLD: &str = "update adhesion set revision = revision where edition_id = $1 and ente_id = $2";
const SET: &str = "\
    update adhesion set state = $3, since = $4, set_by = $5, revision = revision + 1 \
    where edition_id = $1 and ente_id = $2 and revision = $6 and state <> $3";
const ADMIT: &str = "\
    update adhesion set exception = $3, exception_at = $4, exception_by = $5, revision = revision + 1 \
    where edition_id = $1 and ente_id = $2";
const VOID: &str = "update activation set void_at = $3 where edition_id = $1 and ente_id = $2 and used_at is null and void_at is null";
const WAITING: &str = "\
    select count(*) from activation \
    where edition_id = $1 and ente_id = $2 and used_at is null and void_at is null and expires_at > $3";
const MAKE: &str = "\
    insert into activation (code_hash, edition_id, ente_id, made_at, made_by, expires_at) values ($1, $2, $3, $4, $5, $6)";
/// Holds the adhesion that a code belongs to, before the code is looked at.
const HOLD_BY_CODE: &str = "\
    update adhesion set revision = revision where exists (select 1 from activation c \
        where c.code_hash = $1 and c.edition_id = adhesion.edition_id and c.ente_id = adhesion.ente_id)";
const BY_CODE: &str = "\
    select c.edition_id, d.name as edition_name, c.expires_at, c.used_at, c.void_at, \
           e.ente_id, e.kind, e.name, e.province, e.ended_on \
    from activation c join edition d on d.edition_id = c.edition_id join ente e on e.ente_id = c.ente_id where c.code_hash = $1";
const USE: &str = "update activation set used_at = $2, used_by = $3 where code_hash = $1 and used_at is null and void_at is null";
const ADHERE: &str = "\
    update adhesion set state = 'adhering', since = $3, set_by = $4, revision = revision + 1 \
    where edition_id = $1 and ente_id = $2 and state <> 'adhering'";
/// Whatever makes somebody its referente is decided one at a time, by whichever way they come.
const HOLD_ENTE: &str = "update ente set created_at = created_at where ente_id = $1";

#[derive(FromRow)]
struct AdhesionRow {
    state: String,
    since: Moment,
    by_name: Option<String>,
    exception: Option<String>,
    revision: i64,
}

#[derive(FromRow)]
struct CodeRow {
    made_at: Moment,
    expires_at: Moment,
    used_at: Option<i64>,
}

impl CodeRow {
    fn state(&self, now: Moment) -> CodeState {
        match self.used_at {
            Some(used) => CodeState::Used(Moment::from_millis(used)),
            None if self.expires_at <= now => CodeState::Expired(self.expires_at),
            None => CodeState::Waiting { made: self.made_at, expires: self.expires_at },
        }
    }
}

/// How an ente stands with an edition; none if nobody has asked it. Two statements.
pub async fn of<R>(actor: &Actor<R>, edition: &EditionId, ente: &EnteId) -> Result<Option<Adhesion>> {
    let mut conn = actor.reader().await?;
    let Some(row): Option<AdhesionRow> = q(ONE).bind(edition).bind(ente).optional(&mut conn).await? else { return Ok(None) };
    let code: Option<CodeRow> = q(CODE).bind(edition).bind(ente).optional(&mut conn).await?;
    let state = State::parse(&row.state).ok_or_else(|| Error::Bug(format!("state of an adhesion: {}", row.state)))?;
    let code = code.map_or(CodeState::None, |code| code.state(actor.now()));
    Ok(Some(Adhesion { state, since: row.since, by: row.by_name, exception: row.exception, revision: row.revision, code }))
}

/// Why an ente takes no part in an edition; none: it does. Asked before rows are held that others wait for.
pub async fn absence<R>(actor: &Actor<R>, edition: &EditionId, ente: &EnteId) -> Result<Option<Absence>> {
    let terms = programme::one(actor, edition).await?.edition.terms;
    let facts = programme::facts_of(actor, edition, ente).await?;
    if let Err(outside) = may_take_part(&terms, &facts, actor.now().day()) {
        return Ok(Some(Absence::Outside(outside)));
    }
    let adhesion = of(actor, edition, ente).await?;
    Ok(adhesion.filter(|adhesion| adhesion.state == State::Withdrawn).map(|_| Absence::Withdrew))
}

/// Invites enti that nobody has asked yet. Returns how many.
pub async fn invite(actor: &Actor<Secretariat>, edition: &EditionId, enti: &[EnteId]) -> Result<u64> {
    let mut tx = actor.begin().await?;
    let mut invited = 0;
    for ente in enti {
        invited += u64::from(invite_in(actor, &mut tx, edition, ente).await?);
    }
    tx.commit().await?;
    Ok(invited)
}

/// One of them, in a transaction that does more. False if somebody had asked it already.
pub async fn invite_in(actor: &Actor<Secretariat>, tx: &mut Tx, edition: &EditionId, ente: &EnteId) -> Result<bool> {
    let fresh = q(INVITE).bind(edition).bind(ente).bind(actor.now()).bind(actor.person()).run(tx).await?;
    if fresh == 1 {
        actor.record(tx, Deed::new(Kind::EnteInvited).of(ente)).await?;
    }
    Ok(fresh == 1)
}

/// Brings an ente to another state; `seen` is the revision that the page showed. Whoever withdraws leaves no code behind.
pub async fn change_state(
    actor: &Actor<Secretariat>,
    (edition, ente): (&EditionId, &EnteId),
    state: State,
    seen: i64,
) -> Result<Result<(), ChangedMeanwhile>> {
    let mut tx = actor.begin().await?;
    let query = q(SET).bind(edition).bind(ente).bind(state.as_str()).bind(actor.now()).bind(actor.person()).bind(seen);
    if query.run(&mut tx).await? == 0 {
        return Ok(Err(ChangedMeanwhile));
    }
    if state == State::Withdrawn {
        q(VOID).bind(edition).bind(ente).bind(actor.now()).run(&mut tx).await?;
    }
    actor.record(&mut tx, Deed::new(Kind::AdhesionChanged).of(ente).detail(state.as_str())).await?;
    tx.commit().await?;
    Ok(Ok(()))
}

/// Whether an ente outside the rule is admitted all the same.
#[derive(Debug, Clone, Copy)]
pub enum Admitting<'a> {
    /// Why; it is invited if nobody had asked it yet.
    Because(&'a str),
    NoLonger,
}

/// Admits an ente by exception, or takes the exception back.
pub async fn admit(actor: &Actor<Secretariat>, edition: &EditionId, ente: &EnteId, admitting: Admitting<'_>) -> Result<()> {
    let mut tx = actor.begin().await?;
    admit_in(actor, &mut tx, (edition, ente), admitting).await?;
    tx.commit().await
}

/// The same where a transaction does more: the exception stands or falls with the rest of it.
pub async fn admit_in(
    actor: &Actor<Secretariat>,
    tx: &mut Tx,
    (edition, ente): (&EditionId, &EnteId),
    admitting: Admitting<'_>,
) -> Result<()> {
    let (note, deed) = match admitting {
        Admitting::Because(why) => {
            invite_in(actor, tx, edition, ente).await?;
            (Some(why), Deed::new(Kind::ExceptionGranted).detail(why))
        }
        Admitting::NoLonger => (None, Deed::new(Kind::ExceptionWithdrawn)),
    };
    let since = note.map(|_| actor.now());
    let by = note.map(|_| actor.person());
    if q(ADMIT).bind(edition).bind(ente).bind(note.map(str::to_owned)).bind(since).bind(by).run(tx).await? == 0 {
        return Err(Error::NotFound);
    }
    actor.record(tx, deed.of(ente)).await
}

/// Which codes to make.
#[derive(Debug, Clone, Copy)]
pub struct Wanted<'a> {
    pub edition: &'a EditionId,
    pub enti: &'a [EnteId],
    pub expires: Moment,
    /// Also for enti whose code still waits to be used: that one is worth nothing any more.
    pub replace: bool,
}

/// Makes codes for enti that are invited or adhere; the others, and those whose code still waits, are passed over.
/// The codes are in what this returns, and nowhere else.
pub async fn make_codes(actor: &Actor<Secretariat>, wanted: &Wanted<'_>) -> Result<Vec<Made>> {
    let mut tx = actor.begin().await?;
    let mut made = Vec::new();
    for ente in wanted.enti {
        if let Some(code) = make_code(actor, &mut tx, wanted, ente).await? {
            made.push(Made { ente: ente.clone(), code });
        }
    }
    tx.commit().await?;
    Ok(made)
}

const MAY_GET_A_CODE: &str = "select count(*) from adhesion where edition_id = $1 and ente_id = $2 and state <> 'withdrawn'";

async fn make_code(actor: &Actor<Secretariat>, tx: &mut Tx, wanted: &Wanted<'_>, ente: &EnteId) -> Result<Option<ActivationCode>> {
    let edition = wanted.edition;
    let held = q(HOLD).bind(edition).bind(ente).run(tx).await?;
    if held == 0 || q(MAY_GET_A_CODE).bind(edition).bind(ente).count(tx).await? == 0 {
        return Ok(None);
    }
    if !wanted.replace && q(WAITING).bind(edition).bind(ente).bind(actor.now()).count(tx).await? > 0 {
        return Ok(None);
    }
    let code = ActivationCode::from_lot(random::bytes());
    put_code(actor, tx, wanted, (ente, &code)).await?;
    Ok(Some(code))
}

/// A code that everybody knows, for the demonstration.
pub async fn rehearse_code(actor: &Actor<Secretariat>, wanted: &Wanted<'_>, code: &ActivationCode) -> Result<()> {
    let mut tx = actor.begin().await?;
    for ente in wanted.enti {
        q(HOLD).bind(wanted.edition).bind(ente).run(&mut tx).await?;
        put_code(actor, &mut tx, wanted, (ente, code)).await?;
    }
    tx.commit().await
}

/// In the place of one that waits, if any.
async fn put_code(actor: &Actor<Secretariat>, tx: &mut Tx, wanted: &Wanted<'_>, (ente, code): (&EnteId, &ActivationCode)) -> Result<()> {
    let edition = wanted.edition;
    let replaced = q(VOID).bind(edition).bind(ente).bind(actor.now()).run(tx).await?;
    q(MAKE)
        .bind(random::fingerprint(&code.bare()))
        .bind(edition)
        .bind(ente)
        .bind(actor.now())
        .bind(actor.person())
        .bind(wanted.expires)
        .run(tx)
        .await?;
    let detail = if replaced > 0 { "replaces" } else { "" };
    actor.record(tx, Deed::new(Kind::CodeMade).of(ente).detail(detail)).await
}

#[derive(FromRow)]
struct OpenedRow {
    edition_id: EditionId,
    edition_name: String,
    expires_at: Moment,
    used_at: Option<i64>,
    void_at: Option<i64>,
    ente_id: EnteId,
    kind: String,
    name: String,
    province: String,
    ended_on: Option<String>,
}

impl OpenedRow {
    fn opened(self, now: Moment) -> Result<Opened, Unusable> {
        let ended = self.ended_on.as_deref().and_then(Day::parse).is_some_and(|day| day <= now.day());
        match () {
            () if self.used_at.is_some() => Err(Unusable::Used),
            () if self.void_at.is_some() => Err(Unusable::Replaced),
            () if self.expires_at <= now => Err(Unusable::Expired(self.expires_at)),
            () if ended => Err(Unusable::EnteEnded),
            () => Ok(Opened {
                edition: self.edition_id,
                edition_name: self.edition_name,
                ente: EnteName { id: self.ente_id, kind: self.kind, name: self.name, province: self.province },
                expires: self.expires_at,
            }),
        }
    }
}

/// What a code would open, without using it: so that a page can say whose it is before it asks for anything else.
pub async fn look<R>(actor: &Actor<R>, code: &ActivationCode) -> Result<Result<Opened, Unusable>> {
    look_on(&mut actor.reader().await?, code, actor.now()).await
}

async fn look_on(on: &mut impl AsConn, code: &ActivationCode, now: Moment) -> Result<Result<Opened, Unusable>> {
    let row: Option<OpenedRow> = q(BY_CODE).bind(random::fingerprint(&code.bare())).optional(on).await?;
    Ok(row.ok_or(Unusable::Unknown).and_then(|row| row.opened(now)))
}

/// Uses a code in a transaction that may already have made the person: they become referente of the ente, which adheres from
/// now on. Of two who enter the same code at once, one does. On a refusal the caller drops the transaction.
pub async fn redeem<R: Doing>(actor: &Actor<R>, tx: &mut Tx, entering: &Entering<'_>) -> Result<Result<Opened, Unusable>> {
    let hash = random::fingerprint(&entering.code.bare());
    q(HOLD_BY_CODE).bind(&hash).run(tx).await?;
    let opened = match look_on(tx, entering.code, actor.now()).await? {
        Ok(opened) => opened,
        Err(unusable) => return Ok(Err(unusable)),
    };
    if q(USE).bind(&hash).bind(actor.now()).bind(entering.person).run(tx).await? == 0 {
        return Ok(Err(Unusable::Used));
    }
    let (edition, ente) = (&opened.edition, &opened.ente.id);
    if q(ADHERE).bind(edition).bind(ente).bind(actor.now()).bind(entering.person).run(tx).await? == 1 {
        let adhering = Deed::new(Kind::AdhesionChanged).of(ente).detail(State::Adhering.as_str());
        actor.record(tx, adhering.to(entering.person)).await?;
    }
    q(HOLD_ENTE).bind(ente).run(tx).await?;
    let post = Post { person: entering.person, ente, role: RoleName::Coordinator, qualifica: entering.qualifica };
    people::appoint(tx, actor.now(), post).await?;
    actor.record(tx, Deed::new(Kind::CodeUsed).of(ente).to(entering.person)).await?;
    Ok(Ok(opened))
}
