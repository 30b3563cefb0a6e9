//! Who is invited, and a mailing begun: its enti are written down in one transaction, the messages by a job.

use std::collections::{HashMap, HashSet};

use sqlx::FromRow;

use crate::access::session::EnteName;
use crate::access::{Actor, Secretariat};
use crate::domain::deed::{Deed, Kind as DeedKind};
use crate::domain::edition::{Edition, EnteFacts, MemberFacts};
use crate::domain::ente::Kind;
use crate::domain::ids::{EnteId, MailingId};
use crate::domain::letter::Letter;
use crate::domain::moment::{Day, Moment};
use crate::platform::Result;
use crate::platform::db::{AsConn, Tx, q};
use crate::secretariat::mailings::{Addressee, Begun, Draft, LATELY_DAYS, Outcome, Plan, letters};

/// All enti, with what decides whether one is invited. `$1` edition · `$2` today · `$3` lately since.
const ADDRESSEES: &str = "\
    select e.ente_id, e.kind, e.name, e.province, e.region, e.residents, e.residents_year, e.ended_on, coalesce(e.pec, '') as address, \
           coalesce(a.state, '') as state, case when a.exception is null then false else true end as excepted, \
           exists (select 1 from appointment p join person h on h.person_id = p.person_id and h.disabled_at is null \
                   where p.ente_id = e.ente_id and p.role = 'coordinator' and p.starts_on <= $2 and coalesce(p.ends_on, $2) >= $2) as has_referente, \
           exists (select 1 from mailing_ente m join mailing g on g.mailing_id = m.mailing_id \
                   where m.ente_id = e.ente_id and coalesce(m.outcome, 'sent') = 'sent' and g.made_at > $3) as lately \
    from ente e left join adhesion a on a.ente_id = e.ente_id and a.edition_id = $1 order by e.search, e.province, e.ente_id";
const MEMBERS: &str =
    "select m.association_id, c.region, c.residents from ente_member m join ente c on c.ente_id = m.comune_id order by m.association_id";
/// Of two mailings begun at once the second sees whom the first invites.
const HOLD: &str = "update edition set revision = revision where edition_id = $1";
const BEGIN: &str = "\
    insert into mailing (mailing_id, made_at, made_by, chosen, touched, edition_id, paragraph) values ($1, $2, $3, $4, 0, $5, $6) \
    on conflict (mailing_id) do nothing";
const IS_BEGUN: &str = "select count(*) from mailing where mailing_id = $1";
const ADD: &str = "insert into mailing_ente (mailing_id, ente_id, done_at, outcome) values ($1, $2, $3, $4)";
/// The same, [`AT_ONCE`] rows at a time.
const ADD_MANY: &str = "\
    insert into mailing_ente (mailing_id, ente_id, done_at, outcome) values \
    ($1, $2, $3, $4), ($1, $5, $6, $7), ($1, $8, $9, $10), ($1, $11, $12, $13), ($1, $14, $15, $16), \
    ($1, $17, $18, $19), ($1, $20, $21, $22), ($1, $23, $24, $25), ($1, $26, $27, $28), ($1, $29, $30, $31), \
    ($1, $32, $33, $34), ($1, $35, $36, $37), ($1, $38, $39, $40), ($1, $41, $42, $43), ($1, $44, $45, $46), \
    ($1, $47, $48, $49), ($1, $50, $51, $52), ($1, $53, $54, $55), ($1, $56, $57, $58), ($1, $59, $60, $61)";
/// Rows of a statement: one row a statement costs a journey to PostgreSQL each.
const AT_ONCE: usize = 20;

#[derive(FromRow)]
struct Row {
    ente_id: EnteId,
    kind: String,
    name: String,
    province: String,
    region: String,
    residents: Option<i64>,
    residents_year: Option<i64>,
    ended_on: Option<String>,
    address: String,
    state: String,
    excepted: bool,
    has_referente: bool,
    lately: bool,
}

impl Row {
    fn addressee(self, members: Vec<MemberFacts>) -> Addressee {
        let facts = EnteFacts {
            kind: Kind::parse(&self.kind).unwrap_or(Kind::Other),
            region: self.region,
            residents: self.residents,
            residents_year: self.residents_year,
            members,
            ended_on: self.ended_on.as_deref().and_then(Day::parse),
            by_exception: self.excepted,
        };
        Addressee {
            ente: EnteName { id: self.ente_id, kind: self.kind, name: self.name, province: self.province },
            facts,
            withdrawn: self.state == "withdrawn",
            has_referente: self.has_referente,
            address: self.address,
            lately: self.lately,
        }
    }
}

#[derive(FromRow)]
struct MemberRow {
    association_id: EnteId,
    region: String,
    residents: Option<i64>,
}

/// Whether the form of this mailing was heard already. One statement.
pub async fn is_begun(actor: &Actor<Secretariat>, id: &MailingId) -> Result<bool> {
    Ok(q(IS_BEGUN).bind(id).count(&mut actor.reader().await?).await? > 0)
}

/// Who of these enti would be invited now. Two statements.
pub async fn plan(actor: &Actor<Secretariat>, edition: &Edition, enti: &[EnteId]) -> Result<Plan> {
    planned(&mut actor.reader().await?, (edition, enti), actor.now()).await
}

async fn planned(on: &mut impl AsConn, (edition, enti): (&Edition, &[EnteId]), now: Moment) -> Result<Plan> {
    let wanted: HashSet<&EnteId> = enti.iter().collect();
    let rows: Vec<Row> = q(ADDRESSEES).bind(&edition.id).bind(now.day()).bind(now.plus_days(-LATELY_DAYS)).all(on).await?;
    let mut members: HashMap<EnteId, Vec<MemberFacts>> = HashMap::new();
    for row in q(MEMBERS).all::<MemberRow>(on).await? {
        members.entry(row.association_id).or_default().push(MemberFacts { region: row.region, residents: row.residents });
    }
    let mut plan = Plan::default();
    for row in rows.into_iter().filter(|row| wanted.contains(&row.ente_id)) {
        let of = members.remove(&row.ente_id).unwrap_or_default();
        let addressee = row.addressee(of);
        match addressee.left_out(edition, now.day()) {
            None => plan.go.push(addressee.ente),
            Some(why) => plan.stay.push((addressee.ente.id, why)),
        }
    }
    Ok(plan)
}

/// The message to the first of those who would be invited, as it would leave.
pub fn rehearse(plan: &Plan, edition: &Edition, paragraph: &str) -> Option<Letter> {
    plan.go.first().map(|ente| letters::invitation(ente, edition, paragraph))
}

/// Begins a mailing, all or nothing, if it still invites as many as were shown. The messages are written by a job.
pub async fn begin(actor: &Actor<Secretariat>, draft: &Draft<'_>) -> Result<Begun> {
    let now = actor.now();
    let mut tx = actor.begin_on(HOLD, &draft.edition.id).await?;
    let row = q(BEGIN).bind(draft.id).bind(now).bind(actor.person()).bind(draft.chosen).bind(&draft.edition.id).bind(draft.paragraph);
    if row.run(&mut tx).await? == 0 {
        return Ok(Begun::Already);
    }
    let plan = planned(&mut tx, (draft.edition, draft.enti), now).await?;
    if plan.go.len() != draft.seen || plan.go.is_empty() {
        return Ok(Begun::Differs);
    }
    let go = plan.go.iter().map(|ente| (&ente.id, None));
    let stay = plan.stay.iter().map(|(ente, why)| (ente, Some(*why)));
    let all: Vec<(&EnteId, Option<Outcome>)> = go.chain(stay).collect();
    add(&mut tx, draft.id, &all, now).await?;
    let detail = format!("{}: {}", draft.edition.name, plan.go.len());
    actor.record(&mut tx, Deed::new(DeedKind::MailingBegun).detail(detail)).await?;
    tx.wake();
    tx.commit().await?;
    Ok(Begun::Now)
}

/// Those that are invited wait; of the others it is written down why they are not.
async fn add(tx: &mut Tx, id: &MailingId, enti: &[(&EnteId, Option<Outcome>)], now: Moment) -> Result<()> {
    let whole = enti.len() - enti.len() % AT_ONCE;
    for some in enti[..whole].chunks(AT_ONCE).chain(enti[whole..].chunks(1)) {
        let statement = if some.len() == AT_ONCE { ADD_MANY } else { ADD };
        let bind = |query: crate::platform::db::Query, (ente, outcome): &(&EnteId, Option<Outcome>)| {
            query.bind(*ente).bind(outcome.map(|_| now)).bind(outcome.map(Outcome::as_str))
        };
        some.iter().fold(q(statement).bind(id), bind).run(tx).await?;
    }
    Ok(())
}
