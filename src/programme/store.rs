//! Editions in the database, and what their rule asks of enti.

use std::collections::HashMap;

use sqlx::FromRow;

use super::{Candidate, ChangedMeanwhile, Draft, Kept, Listed};
use crate::access::{Actor, Secretariat};
use crate::domain::deed::{Deed, Kind as DeedKind};
use crate::domain::edition::{self, Edition, EnteFacts, MemberFacts, Terms};
use crate::domain::ente::Kind;
use crate::domain::ids::{EditionId, EnteId};
use crate::domain::moment::{Day, Moment};
use crate::platform::db::{AsConn, Db, Query, q};
use crate::platform::{Error, Result, random};

const ALL: &str =
    "select edition_id, name, starts_on, ends_on, terms, revision, changed_at from edition order by starts_on desc, edition_id desc";
const ONE: &str = "select edition_id, name, starts_on, ends_on, terms, revision, changed_at from edition where edition_id = $1";
const ADD: &str = "\
    insert into edition (edition_id, name, starts_on, ends_on, terms, revision, created_at, created_by, changed_at, changed_by) \
    values ($1, $2, $3, $4, $5, 1, $6, $7, $6, $7)";
const STANDING: &str = "select edition_id, state, count(*) as enti from adhesion group by edition_id, state";
const REGIONS: &str = "select distinct region from ente where kind = 'comune' order by region";
const HOLD: &str = "update edition set revision = revision where edition_id = $1";
const CHANGE: &str = "\
    update edition set name = $2, starts_on = $3, ends_on = $4, terms = $5, revision = revision + 1, changed_at = $6, changed_by = $7 \
    where edition_id = $1";
const FACTS: &str = "\
    select e.ente_id, e.name, e.province, e.kind, e.region, e.residents, e.residents_year, e.ended_on, \
           cast(case when a.exception is null then 0 else 1 end as bigint) as excepted \
    from ente e left join adhesion a on a.ente_id = e.ente_id and a.edition_id = $2 where e.ente_id = $1";
const MEMBERS: &str = "\
    select m.association_id, c.region, c.residents from ente_member m join ente c on c.ente_id = m.comune_id where m.association_id = $1";
const ADHERING: &str = "\
    select e.ente_id, e.name, e.province, e.kind, e.region, e.residents, e.residents_year, e.ended_on, \
           cast(case when a.exception is null then 0 else 1 end as bigint) as excepted \
    from adhesion a join ente e on e.ente_id = a.ente_id where a.edition_id = $1 and a.state = $2 order by e.search, e.province";
const MEMBERS_OF_ADHERING: &str = "\
    select m.association_id, c.region, c.residents from adhesion a \
    join ente_member m on m.association_id = a.ente_id join ente c on c.ente_id = m.comune_id \
    where a.edition_id = $1 and a.state = $2";

#[derive(FromRow)]
struct EditionRow {
    edition_id: EditionId,
    name: String,
    starts_on: String,
    ends_on: String,
    terms: String,
    revision: i64,
    changed_at: Moment,
}

impl EditionRow {
    fn kept(self) -> Result<Kept> {
        let unreadable = |what: &str| Error::Bug(format!("edition {}: {what}", self.edition_id));
        let day = |text: &str| Day::parse(text).ok_or_else(|| unreadable(text));
        let terms: Terms = serde_json::from_str(&self.terms).map_err(|e| unreadable(&e.to_string()))?;
        let (starts_on, ends_on) = (day(&self.starts_on)?, day(&self.ends_on)?);
        let edition = Edition { id: self.edition_id, name: self.name, starts_on, ends_on, terms };
        Ok(Kept { edition, revision: self.revision, changed_at: self.changed_at })
    }
}

/// All editions, the last to begin first.
pub async fn all<R>(actor: &Actor<R>) -> Result<Vec<Kept>> {
    let rows: Vec<EditionRow> = q(ALL).all(&mut actor.reader().await?).await?;
    rows.into_iter().map(EditionRow::kept).collect()
}

/// The editions that are not over, for whoever looks over an installation; none where the schema knows none yet.
pub async fn to_come(db: &Db, now: Moment) -> Result<Vec<Edition>> {
    if db.understands(ALL).await.is_err() {
        return Ok(Vec::new());
    }
    let editions = all(&Actor::housekeeper(db.clone(), now)).await?.into_iter().map(|kept| kept.edition);
    Ok(editions.filter(|edition| edition.ends_on >= now.day()).collect())
}

#[derive(FromRow)]
struct StandingRow {
    edition_id: EditionId,
    state: String,
    enti: i64,
}

/// All editions with how many enti adhere. Two statements.
pub async fn listed(actor: &Actor<Secretariat>) -> Result<Vec<Listed>> {
    let editions = all(actor).await?;
    let rows: Vec<StandingRow> = q(STANDING).all(&mut actor.reader().await?).await?;
    let count = |id: &EditionId, state: &str| rows.iter().filter(|r| r.edition_id == *id && r.state == state).map(|r| r.enti).sum();
    let listed = editions.into_iter().map(|kept| {
        let (adhering, invited) = (count(&kept.edition.id, "adhering"), count(&kept.edition.id, "invited"));
        Listed { edition: kept.edition, adhering, invited }
    });
    Ok(listed.collect())
}

/// The regions of the register of enti, by name.
pub async fn regions(actor: &Actor<Secretariat>) -> Result<Vec<String>> {
    let rows: Vec<(String,)> = q(REGIONS).all(&mut actor.reader().await?).await?;
    Ok(rows.into_iter().map(|(region,)| region).collect())
}

pub async fn one<R>(actor: &Actor<R>, id: &EditionId) -> Result<Kept> {
    q(ONE).bind(id).one::<EditionRow>(&mut actor.reader().await?).await?.kept()
}

/// The edition that counts today: the one that runs, else the next, else the last; none before the first is written.
/// One statement.
pub async fn current<R>(actor: &Actor<R>) -> Result<Option<Edition>> {
    let editions: Vec<Edition> = all(actor).await?.into_iter().map(|kept| kept.edition).collect();
    Ok(edition::current(&editions, actor.now().day()).cloned())
}

/// What somebody wrote, when and who: `$2` to `$7` of both statements.
fn written(actor: &Actor<Secretariat>, row: Query, draft: &Draft) -> Result<Query> {
    let terms = serde_json::to_string(&draft.terms).map_err(|e| Error::Bug(format!("terms: {e}")))?;
    let row = row.bind(&draft.name).bind(draft.starts_on).bind(draft.ends_on).bind(terms);
    Ok(row.bind(actor.now()).bind(actor.person()))
}

pub async fn create(actor: &Actor<Secretariat>, draft: &Draft) -> Result<EditionId> {
    let id: EditionId = random::id(actor.now());
    let mut tx = actor.begin().await?;
    written(actor, q(ADD).bind(&id), draft)?.run(&mut tx).await?;
    actor.record(&mut tx, Deed::new(DeedKind::EditionCreated).detail(&draft.name)).await?;
    tx.commit().await?;
    Ok(id)
}

/// Changes an edition. `seen` is the revision the form was opened on: of two changes at once, the later is told.
pub async fn change(actor: &Actor<Secretariat>, id: &EditionId, draft: &Draft, seen: i64) -> Result<Result<(), ChangedMeanwhile>> {
    let mut tx = actor.begin_on(HOLD, id).await?;
    let before = q(ONE).bind(id).one::<EditionRow>(&mut tx).await?.kept()?;
    if before.revision != seen {
        return Ok(Err(ChangedMeanwhile));
    }
    written(actor, q(CHANGE).bind(id), draft)?.run(&mut tx).await?;
    let what = super::difference::told(&before.edition, draft)?;
    actor.record(&mut tx, Deed::new(DeedKind::EditionChanged).detail(format!("{}: {what}", draft.name))).await?;
    tx.commit().await?;
    Ok(Ok(()))
}

#[derive(FromRow)]
struct FactsRow {
    ente_id: EnteId,
    name: String,
    province: String,
    kind: String,
    region: String,
    residents: Option<i64>,
    residents_year: Option<i64>,
    ended_on: Option<String>,
    excepted: i64,
}

impl FactsRow {
    fn candidate(self, members: Vec<MemberFacts>) -> Candidate {
        let facts = EnteFacts {
            kind: Kind::parse(&self.kind).unwrap_or(Kind::Other),
            region: self.region,
            residents: self.residents,
            residents_year: self.residents_year,
            members,
            ended_on: self.ended_on.as_deref().and_then(Day::parse),
            by_exception: self.excepted == 1,
        };
        Candidate { ente: self.ente_id, name: self.name, province: self.province, facts }
    }
}

#[derive(FromRow)]
struct MemberRow {
    association_id: EnteId,
    region: String,
    residents: Option<i64>,
}

/// What the rule of an edition asks of an ente, read where a transaction may be looking: two statements.
pub async fn facts(on: &mut impl AsConn, edition: &EditionId, ente: &EnteId) -> Result<EnteFacts> {
    let row: FactsRow = q(FACTS).bind(ente).bind(edition).one(on).await?;
    let members: Vec<MemberRow> = q(MEMBERS).bind(ente).all(on).await?;
    let members = members.into_iter().map(|m| MemberFacts { region: m.region, residents: m.residents }).collect();
    Ok(row.candidate(members).facts)
}

/// The same for somebody who only asks.
pub async fn facts_of<R>(actor: &Actor<R>, edition: &EditionId, ente: &EnteId) -> Result<EnteFacts> {
    facts(&mut actor.reader().await?, edition, ente).await
}

/// The enti that stand in a state with an edition, by name, with what its rule asks of them. Two statements.
pub async fn candidates<R>(actor: &Actor<R>, edition: &EditionId, state: &str) -> Result<Vec<Candidate>> {
    let mut conn = actor.reader().await?;
    let rows: Vec<FactsRow> = q(ADHERING).bind(edition).bind(state).all(&mut conn).await?;
    let members: Vec<MemberRow> = q(MEMBERS_OF_ADHERING).bind(edition).bind(state).all(&mut conn).await?;
    let mut by_association: HashMap<EnteId, Vec<MemberFacts>> = HashMap::new();
    for member in members {
        let facts = MemberFacts { region: member.region, residents: member.residents };
        by_association.entry(member.association_id).or_default().push(facts);
    }
    let members_of = |row: &FactsRow| by_association.get(&row.ente_id).cloned().unwrap_or_default();
    Ok(rows.into_iter().map(|row| (members_of(&row), row)).map(|(members, row)| row.candidate(members)).collect())
}
