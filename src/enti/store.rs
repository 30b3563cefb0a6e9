//! Enti in the database: comuni from the shipped list, associations from the segreteria.

use sqlx::FromRow;

use super::association::NAME_MAX;
use super::members::store::{join, leave};
use super::{Association, Ente, Kind, Refusal, Residents, Wanted};
use crate::access::roles::{OfEnte, Signed};
use crate::access::{Actor, Housekeeper, Secretariat};
use crate::domain::ids::EnteId;
use crate::domain::moment::Day;
use crate::domain::place_names::fold;
use crate::platform::db::{Tx, q};
use crate::platform::{Error, Result, random};

const COLUMNS_ONE: &str = "\
    select e.ente_id, e.kind, e.name, e.province, e.region, e.istat_code, e.residents, e.residents_year, e.ended_on, \
           (select count(*) from ente_member m where m.association_id = e.ente_id) as members, \
           (select cast(sum(c.residents) as bigint) from ente_member m join ente c on c.ente_id = m.comune_id \
            where m.association_id = e.ente_id) as members_residents, \
           (select max(c.residents_year) from ente_member m join ente c on c.ente_id = m.comune_id \
            where m.association_id = e.ente_id) as members_year \
    from ente e where e.ente_id = $1";
/// `$1` is folded text, which holds no wildcard; names that begin with it come first.
const FIND: &str = "\
    select e.ente_id, e.kind, e.name, e.province, e.region, e.istat_code, e.residents, e.residents_year, e.ended_on, \
           (select count(*) from ente_member m where m.association_id = e.ente_id) as members, \
           (select cast(sum(c.residents) as bigint) from ente_member m join ente c on c.ente_id = m.comune_id \
            where m.association_id = e.ente_id) as members_residents, \
           (select max(c.residents_year) from ente_member m join ente c on c.ente_id = m.comune_id \
            where m.association_id = e.ente_id) as members_year \
    from ente e \
    where e.search like '%' || $1 || '%' and ($2 = '' or e.kind = $2 or ($2 = 'associazione' and e.kind <> 'comune')) \
    order by case when e.search = $1 then 0 when e.search like $1 || '%' then 1 else 2 end, e.search, e.province, e.ente_id \
    limit $3 offset $4";
const HOW_MANY: &str = "\
    select count(*) from ente e \
    where e.search like '%' || $1 || '%' and ($2 = '' or e.kind = $2 or ($2 = 'associazione' and e.kind <> 'comune'))";
const MEMBERS: &str = "\
    select e.ente_id, e.kind, e.name, e.province, e.region, e.istat_code, e.residents, e.residents_year, e.ended_on, \
           cast(0 as bigint) as members, cast(null as bigint) as members_residents, cast(null as bigint) as members_year \
    from ente_member m join ente e on e.ente_id = m.comune_id where m.association_id = $1 order by e.search, e.province";
const MEMBER_OF: &str = "\
    select e.ente_id, e.kind, e.name, e.province, e.region, e.istat_code, e.residents, e.residents_year, e.ended_on, \
           cast(0 as bigint) as members, cast(null as bigint) as members_residents, cast(null as bigint) as members_year \
    from ente_member m join ente e on e.ente_id = m.association_id where m.comune_id = $1 order by e.search, e.province";
/// As many placeholders as [`AT_ONCE`]; what is over repeats the last id.
const COMUNI_OF: &str = "\
    select e.ente_id, e.kind, e.name, e.province, e.region, e.istat_code, e.residents, e.residents_year, e.ended_on, \
           cast(0 as bigint) as members, cast(null as bigint) as members_residents, cast(null as bigint) as members_year \
    from ente e where e.kind = 'comune' and e.ended_on is null and e.ente_id in \
        ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19, $20, \
         $21, $22, $23, $24, $25, $26, $27, $28, $29, $30, $31, $32, $33, $34, $35, $36, $37, $38, $39, $40)";
/// Ids asked for in one statement: more than most associations have.
const AT_ONCE: usize = 40;
const REGION_OF: &str = "select region from ente where province = $1 and kind = 'comune' limit 1";
const PROVINCES: &str = "select distinct province, region from ente where kind = 'comune' order by province";
const COMUNI: &str = "select count(*) from ente where kind = 'comune'";
const ADD: &str = "\
    insert into ente (ente_id, kind, name, province, region, istat_code, cadastral_code, residents, residents_year, latitude, longitude, \
                      search, created_at, created_by) \
    values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14) on conflict do nothing";
/// Holds the province of a seat, by its first comune: within it, names of associations are told apart. Changes nothing.
const HOLD_SEAT: &str = "\
    update ente set created_at = created_at \
    where ente_id = (select min(ente_id) from ente where province = $1 and kind = 'comune')";
const HOLD: &str = "update ente set created_at = created_at where ente_id = $1 and kind <> 'comune'";
const CHANGE: &str = "update ente set name = $2, search = $3, province = $4, region = $5, kind = $6 where ente_id = $1";
const SAME_NAME: &str = "select count(*) from ente where search = $1 and province = $2 and kind <> 'comune' and ente_id <> $3";

#[derive(FromRow)]
struct Found {
    ente_id: EnteId,
    kind: String,
    name: String,
    province: String,
    region: String,
    istat_code: Option<String>,
    residents: Option<i64>,
    residents_year: Option<i64>,
    members: i64,
    members_residents: Option<i64>,
    members_year: Option<i64>,
    ended_on: Option<String>,
}

impl From<Found> for Ente {
    fn from(row: Found) -> Ente {
        let kind = Kind::parse(&row.kind).unwrap_or(Kind::Other);
        Ente {
            id: row.ente_id,
            kind,
            name: row.name,
            province: row.province,
            region: row.region,
            istat_code: row.istat_code,
            // An association counts the residents of its comuni.
            residents: if kind == Kind::Comune { row.residents } else { row.members_residents },
            residents_year: if kind == Kind::Comune { row.residents_year } else { row.members_year },
            members: row.members,
            ended_on: row.ended_on.as_deref().and_then(Day::parse),
        }
    }
}

/// Enti whose name contains what was typed, accents and case ignored, and how many there are in all.
pub async fn find(actor: &Actor<Secretariat>, wanted: &Wanted<'_>) -> Result<(Vec<Ente>, i64)> {
    let mut conn = actor.reader().await?;
    let name = fold(wanted.name);
    let rows: Vec<Found> = q(FIND).bind(&name).bind(wanted.kind).bind(wanted.limit).bind(wanted.offset).all(&mut conn).await?;
    let total = q(HOW_MANY).bind(&name).bind(wanted.kind).count(&mut conn).await?;
    Ok((rows.into_iter().map(Ente::from).collect(), total))
}

/// One ente with those it is tied to: the comuni of an association, the associations of a comune.
pub async fn one<R: Signed>(actor: &Actor<R>, id: &EnteId) -> Result<(Ente, Vec<Ente>)> {
    let mut conn = actor.reader().await?;
    let ente: Ente = q(COLUMNS_ONE).bind(id).one::<Found>(&mut conn).await?.into();
    let tied = q(if ente.kind == Kind::Comune { MEMBER_OF } else { MEMBERS }).bind(id).all::<Found>(&mut conn).await?;
    Ok((ente, tied.into_iter().map(Ente::from).collect()))
}

/// The residents of the ente acted for; of an association, those of its comuni. None where no figure is at hand.
pub async fn residents<R: OfEnte>(actor: &Actor<R>) -> Result<Option<Residents>> {
    let ente: Ente = q(COLUMNS_ONE).bind(actor.ente()).one::<Found>(&mut actor.reader().await?).await?.into();
    Ok(ente.residents.zip(ente.residents_year).map(|(count, year)| Residents { count, year }))
}

/// The comuni among these ids, by name; every other id is passed over.
pub async fn comuni(actor: &Actor<Secretariat>, ids: &[EnteId]) -> Result<Vec<Ente>> {
    let mut conn = actor.reader().await?;
    let mut found: Vec<Ente> = Vec::new();
    for some in ids.chunks(AT_ONCE) {
        let padded = some.iter().chain(std::iter::repeat(&some[some.len() - 1])).take(AT_ONCE);
        let query = padded.fold(q(COMUNI_OF), |query, id| query.bind(id));
        found.extend(query.all::<Found>(&mut conn).await?.into_iter().map(Ente::from));
    }
    found.sort_by(|a, b| (fold(&a.name), &a.province, &a.id).cmp(&(fold(&b.name), &b.province, &b.id)));
    found.dedup_by(|a, b| a.id == b.id);
    Ok(found)
}

/// Provinces with their regions, by plate code.
pub async fn provinces(actor: &Actor<Secretariat>) -> Result<Vec<(String, String)>> {
    q(PROVINCES).all(&mut actor.reader().await?).await
}

/// Creates an association with its member comuni.
pub async fn associate(actor: &Actor<Secretariat>, draft: &Association) -> Result<Result<EnteId, Vec<Refusal>>> {
    let id: EnteId = random::id(actor.now());
    let mut tx = actor.begin().await?;
    q(HOLD_SEAT).bind(&draft.province).run(&mut tx).await?;
    let region = match admissible(&mut tx, draft, &id).await? {
        Ok(region) => region,
        Err(refusals) => return Ok(Err(refusals)),
    };
    q(ADD)
        .bind(&id)
        .bind(draft.kind.as_str())
        .bind(&draft.name)
        .bind(&draft.province)
        .bind(&region)
        .bind(None::<String>)
        .bind(None::<String>)
        .bind(None::<i64>)
        .bind(None::<i64>)
        .bind(None::<f64>)
        .bind(None::<f64>)
        .bind(fold(&draft.name))
        .bind(actor.now())
        .bind(actor.person())
        .run(&mut tx)
        .await?;
    if add_members(&mut tx, &id, draft, actor.now().day()).await? == 0 {
        return Ok(Err(vec![Refusal::NoMembers]));
    }
    tx.commit().await?;
    Ok(Ok(id))
}

/// Changes an association: name, kind, seat and member comuni. `seen` is the fingerprint of what the form was opened on:
/// of two changes at once, the later is told.
pub async fn reassociate(actor: &Actor<Secretariat>, id: &EnteId, draft: &Association, seen: &str) -> Result<Result<(), Vec<Refusal>>> {
    let mut tx = actor.begin().await?;
    q(HOLD_SEAT).bind(&draft.province).run(&mut tx).await?;
    if q(HOLD).bind(id).run(&mut tx).await? == 0 {
        return Err(Error::NotFound);
    }
    let before = stands(&mut tx, id).await?;
    if before.fingerprint() != seen {
        return Ok(Err(vec![Refusal::ChangedMeanwhile]));
    }
    let region = match admissible(&mut tx, draft, id).await? {
        Ok(region) => region,
        Err(refusals) => return Ok(Err(refusals)),
    };
    q(CHANGE)
        .bind(id)
        .bind(&draft.name)
        .bind(fold(&draft.name))
        .bind(&draft.province)
        .bind(&region)
        .bind(draft.kind.as_str())
        .run(&mut tx)
        .await?;
    for gone in before.members.iter().filter(|member| !draft.members.contains(member)) {
        leave(&mut tx, id, gone, actor.now().day()).await?;
    }
    add_members(&mut tx, id, draft, actor.now().day()).await?;
    if stands(&mut tx, id).await?.members.is_empty() {
        return Ok(Err(vec![Refusal::NoMembers]));
    }
    tx.commit().await?;
    Ok(Ok(()))
}

/// An association as it stands now.
async fn stands(tx: &mut Tx, id: &EnteId) -> Result<Association> {
    let ente: Ente = q(COLUMNS_ONE).bind(id).one::<Found>(tx).await?.into();
    let members: Vec<Found> = q(MEMBERS).bind(id).all(tx).await?;
    Ok(ente.as_association(members.into_iter().map(|m| m.ente_id).collect()))
}

/// The region of the seat, or all that stands in the way.
async fn admissible(tx: &mut Tx, draft: &Association, own: &EnteId) -> Result<Result<String, Vec<Refusal>>> {
    let mut refusals = Vec::new();
    if draft.kind == Kind::Comune {
        refusals.push(Refusal::NoKind);
    }
    match draft.name.chars().count() {
        _ if fold(&draft.name).is_empty() => refusals.push(Refusal::NoName),
        length if length > NAME_MAX => refusals.push(Refusal::NameTooLong),
        _ if q(SAME_NAME).bind(fold(&draft.name)).bind(&draft.province).bind(own).count(tx).await? > 0 => refusals.push(Refusal::SameName),
        _ => {}
    }
    let region: Option<(String,)> = q(REGION_OF).bind(&draft.province).optional(tx).await?;
    if region.is_none() {
        refusals.push(Refusal::UnknownProvince);
    }
    if draft.members.is_empty() {
        refusals.push(Refusal::NoMembers);
    }
    Ok(match region {
        Some((region,)) if refusals.is_empty() => Ok(region),
        _ => Err(refusals),
    })
}

/// How many comuni were added; an id of anything else adds nothing.
async fn add_members(tx: &mut Tx, id: &EnteId, draft: &Association, on: Day) -> Result<u64> {
    let mut added = 0;
    for member in &draft.members {
        added += join(tx, id, member, on).await?;
    }
    Ok(added)
}

/// Brings in the comuni that are shipped with the program and not yet there. Returns how many were added.
pub async fn bring_in_comuni(actor: &Actor<Housekeeper>) -> Result<u64> {
    let comuni = super::comuni::shipped()?;
    let mut tx = actor.begin().await?;
    if q(COMUNI).count(&mut tx).await? >= comuni.len() as i64 {
        return Ok(0);
    }
    let mut added = 0;
    for comune in comuni {
        let id: EnteId = random::id(actor.now());
        added += q(ADD)
            .bind(&id)
            .bind(Kind::Comune.as_str())
            .bind(&comune.name)
            .bind(&comune.province)
            .bind(&comune.region)
            .bind(&comune.istat_code)
            .bind(&comune.cadastral_code)
            .bind(comune.population)
            .bind(comune.population_year)
            .bind(comune.lat)
            .bind(comune.lon)
            .bind(fold(&comune.name))
            .bind(actor.now())
            .bind(None::<String>)
            .run(&mut tx)
            .await?;
    }
    tx.commit().await?;
    Ok(added)
}

const BY_NAME: &str = "\
    select ente_id from ente where search = $1 and ($2 = '' or province = $2) order by case when kind = 'comune' then 0 else 1 end, ente_id";

/// The enti of exactly that name (`Agliè`), of one province if given (`TO`).
pub async fn named(actor: &Actor<Housekeeper>, name: &str, province: &str) -> Result<Vec<EnteId>> {
    let rows: Vec<(EnteId,)> = q(BY_NAME).bind(fold(name)).bind(province).all(&mut actor.reader().await?).await?;
    Ok(rows.into_iter().map(|(id,)| id).collect())
}
