//! The table of enti in the database.

use sqlx::FromRow;

use crate::access::{Actor, Secretariat};
use crate::domain::ids::{EditionId, EnteId, Id};
use crate::domain::moment::{Day, Moment};
use crate::domain::place_names::fold;
use crate::enti::{AdhesionState, Kind};
use crate::platform::Result;
use crate::platform::db::q;
use crate::secretariat::enti::{Band, Due, Line, QUIET_DAYS, Rilevazione};
use crate::ui::listing::Listing;

/// One statement whatever is chosen: an empty value asks for nothing. What is needed to choose is gathered once, for the
/// enti that name, kind and place leave; what is only shown, for the rows of the page. `$1` is folded text, which holds
/// no wildcard.
///
/// `$1` name · `$2` kind · `$3` region · `$4` province · `$5`, `$6` residents from and to (−1: any) · `$7` referente ·
/// `$8` rilevazione · `$9` due · `$10` questionnaire · `$11` today · `$12` quiet since · `$13` order · `$14` `giu` from
/// the last to the first · `$15` rows before the first · `$16` the last row · `$17` edition · `$18` state in the edition.
const FIND: &str = "\
    with told as materialized ( \
        select e.ente_id, e.kind, e.name, e.province, e.region, e.istat_code, e.pec, e.search, \
               case when e.kind = 'comune' then e.residents else \
                   (select cast(sum(c.residents) as bigint) from ente_member m join ente c on c.ente_id = m.comune_id \
                    where m.association_id = e.ente_id) end as residents, \
               (select min(p.name) from appointment a join person p on p.person_id = a.person_id \
                where a.ente_id = e.ente_id and a.role = 'coordinator' and a.starts_on <= $11 \
                  and coalesce(a.ends_on, $11) >= $11 and p.disabled_at is null) as referente, \
               (select max(s.assessment_id) from assessment s where s.ente_id = e.ente_id and s.questionnaire = $10) as assessment_id, \
               (select max(c.contact_id) from contact c where c.ente_id = e.ente_id) as contact_id \
        from ente e \
        where e.search like '%' || $1 || '%' and ($2 = '' or e.kind = $2 or ($2 = 'associazione' and e.kind <> 'comune')) \
          and ($3 = '' or e.region = $3) and ($4 = '' or e.province = $4) and (e.ended_on is null or e.ended_on > $11)), \
    seen as ( \
        select t.*, s.opened_at, s.closed_at, c.happened_on, c.next_on, c.noted_at, c.outcome, \
               coalesce(d.state, 'none') as adhesion, d.since, \
               case when s.assessment_id is null then 'da-iniziare' when s.closed_at is null then 'iniziata' else 'chiusa' end as rilevazione, \
               case when s.assessment_id is not null and s.closed_at is null then \
                   (select max(w.changed_at) from answer w where w.assessment_id = s.assessment_id) end as changed_at \
        from told t left join assessment s on s.assessment_id = t.assessment_id left join contact c on c.contact_id = t.contact_id \
             left join adhesion d on d.edition_id = $17 and d.ente_id = t.ente_id), \
    judged as ( \
        select v.*, \
               case when v.next_on <= $11 then 'chiamata' when v.next_on > $11 or v.adhesion = 'withdrawn' or coalesce(v.noted_at, 0) >= $12 then '' \
                    when v.rilevazione = 'iniziata' and coalesce(v.changed_at, v.opened_at) < $12 then 'ferma' \
                    when v.rilevazione = 'da-iniziare' and v.adhesion in ('invited', 'adhering') and v.since < $12 then 'silenzio' \
                    else '' end as due \
        from seen v), \
    placed as ( \
        select j.*, count(*) over () as total, row_number() over ( \
            order by case when $13 <> '' then 0 when j.search = $1 then 0 when j.search like $1 || '%' then 1 else 2 end, \
                case when $14 = '' then case $13 when 'tipo' then j.kind when 'provincia' then j.province when 'regione' then j.region \
                    when 'referente' then coalesce(j.referente, '') when 'rilevazione' then j.rilevazione when 'adesione' then j.adhesion \
                    when 'contatto' then coalesce(j.happened_on, '') end end, \
                case when $14 <> '' then case $13 when 'nome' then j.search when 'tipo' then j.kind when 'provincia' then j.province \
                    when 'regione' then j.region when 'referente' then coalesce(j.referente, '') when 'rilevazione' then j.rilevazione when 'adesione' then j.adhesion \
                    when 'contatto' then coalesce(j.happened_on, '') end end desc, \
                case when $13 = 'residenti' and $14 = '' then coalesce(j.residents, -1) end, \
                case when $13 = 'residenti' and $14 <> '' then coalesce(j.residents, -1) end desc, \
                j.search, j.province, j.ente_id) as place \
        from judged j \
        where ($5 < 0 or (j.residents >= $5 and j.residents <= $6)) \
          and ($7 = '' or ($7 = 'si' and j.referente is not null) or ($7 = 'no' and j.referente is null)) \
          and ($8 = '' or j.rilevazione = $8) and ($18 = '' or j.adhesion = $18) and ($9 = '' or j.due = $9 or ($9 = 'si' and j.due <> ''))) \
    select j.ente_id, j.kind, j.name, j.province, j.region, j.istat_code, j.pec, j.residents, j.referente, j.rilevazione, j.adhesion, \
           j.opened_at, j.closed_at, j.happened_on, j.next_on, j.outcome, j.due, j.total, \
           (select max(c.residents_year) from ente c where c.ente_id = j.ente_id or c.ente_id in \
               (select m.comune_id from ente_member m where m.association_id = j.ente_id)) as residents_year, \
           (select count(*) from ente_member m where m.association_id = j.ente_id) as members, \
           (select count(distinct a.person_id) from appointment a join person p on p.person_id = a.person_id \
            where a.ente_id = j.ente_id and a.starts_on <= $11 and coalesce(a.ends_on, $11) >= $11 and p.disabled_at is null) as people, \
           (select count(distinct a.person_id) from appointment a join person p on p.person_id = a.person_id \
            where a.ente_id = j.ente_id and a.role = 'coordinator' and a.starts_on <= $11 \
              and coalesce(a.ends_on, $11) >= $11 and p.disabled_at is null) as referenti \
    from placed j where j.place > $15 and j.place <= $16 order by j.place";

#[derive(FromRow)]
struct Found {
    ente_id: EnteId,
    kind: String,
    name: String,
    province: String,
    region: String,
    istat_code: Option<String>,
    pec: Option<String>,
    residents: Option<i64>,
    residents_year: Option<i64>,
    members: i64,
    people: i64,
    referenti: i64,
    referente: Option<String>,
    rilevazione: String,
    adhesion: String,
    opened_at: Option<i64>,
    closed_at: Option<i64>,
    happened_on: Option<String>,
    next_on: Option<String>,
    outcome: Option<String>,
    due: String,
    total: i64,
}

impl From<Found> for Line {
    fn from(row: Found) -> Line {
        Line {
            id: row.ente_id,
            kind: Kind::parse(&row.kind).unwrap_or(Kind::Other),
            name: row.name,
            province: row.province,
            region: row.region,
            istat_code: row.istat_code,
            residents: row.residents,
            residents_year: row.residents_year,
            members: row.members,
            pec: row.pec,
            referenti: row.referenti,
            referente: row.referente,
            people: row.people,
            rilevazione: Rilevazione::parse(&row.rilevazione).unwrap_or(Rilevazione::NotBegun),
            adhesion: AdhesionState::parse(&row.adhesion),
            opened_at: row.opened_at.map(Moment::from_millis),
            closed_at: row.closed_at.map(Moment::from_millis),
            last_contact: row.happened_on.as_deref().and_then(Day::parse),
            last_outcome: row.outcome,
            next_call: row.next_on.as_deref().and_then(Day::parse),
            due: Due::parse(&row.due),
        }
    }
}

/// So many rows from the offset on, and how many there are in all; an offset beyond the last says 0.
pub async fn find(actor: &Actor<Secretariat>, chosen: &Chosen<'_>, (limit, offset): (i64, i64)) -> Result<(Vec<Line>, i64)> {
    let Chosen { listing, questionnaire, edition } = chosen;
    let band = Band::parse(listing.get("residenti"));
    let order = listing.order();
    let rows: Vec<Found> = q(FIND)
        .bind(fold(listing.get("cerca")))
        .bind(listing.get("tipo"))
        .bind(listing.get("regione"))
        .bind(listing.get("provincia"))
        .bind(band.map_or(-1, |band| band.from))
        .bind(band.map_or(-1, |band| band.to))
        .bind(listing.get("referente"))
        .bind(listing.get("rilevazione"))
        .bind(listing.get("sollecito"))
        .bind(*questionnaire)
        .bind(actor.now().day())
        .bind(actor.now().plus_days(-QUIET_DAYS))
        .bind(order.trim_start_matches('-'))
        .bind(if order.starts_with('-') { "giu" } else { "" })
        .bind(offset)
        .bind(offset.saturating_add(limit))
        .bind(edition.map_or("", |id| id.as_str()))
        .bind(listing.get("adesione"))
        .all(&mut actor.reader().await?)
        .await?;
    let total = rows.first().map_or(0, |row| row.total);
    Ok((rows.into_iter().map(Line::from).collect(), total))
}

/// What to look for.
pub struct Chosen<'a> {
    pub listing: &'a Listing,
    /// The questionnaire whose rilevazioni are meant.
    pub questionnaire: &'a str,
    /// The edition that counts; none before the first is written.
    pub edition: Option<&'a EditionId>,
}
