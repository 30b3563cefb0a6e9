//! Links in the database: what came back from each, where they stand, and who looks after them.

use std::collections::BTreeMap;

use sqlx::FromRow;

use super::{Line, Linked, Linking, Place, WebLink};
use crate::access::{Actor, Librarian};
use crate::domain::deed::{Deed, Kind};
use crate::domain::ids::{PersonId, WebLinkId};
use crate::domain::moment::Moment;
use crate::domain::web_link::{Finding, Heard, Standing};
use crate::platform::db::{AsConn, Db, Tx, q};
use crate::platform::{Error, Result, random};

/// `$1`: an address, or empty for all.
const KNOWN: &str = "\
    select web_link_id, address, finding, status, moved_to, asked_at, good_at, failing_since, failures, fine_for from web_link \
    where finding is not null and ($1 = '' or address = $1) order by address";
const ENTER: &str = "insert into web_link (web_link_id, address, failures) values ($1, $2, 0) on conflict (address) do nothing";
const HOLD: &str = "update web_link set failures = failures where address = $1";
const SET: &str = "\
    update web_link set finding = $2, status = $3, moved_to = $4, asked_at = $5, good_at = $6, failing_since = $7, failures = $8, \
        fine_for = $9 where address = $1";
const FINE: &str =
    "update web_link set fine_for = finding where web_link_id = $1 and failures > 0 and (fine_for is null or fine_for <> finding)";
const FORGET: &str = "delete from web_link where address = $1";

#[derive(FromRow)]
struct Row {
    web_link_id: WebLinkId,
    address: String,
    finding: String,
    status: Option<i64>,
    moved_to: Option<String>,
    asked_at: Moment,
    good_at: Option<Moment>,
    failing_since: Option<Moment>,
    failures: i64,
    fine_for: Option<String>,
}

impl Row {
    fn link(self) -> Result<WebLink> {
        let finding = Finding::parse(&self.finding).ok_or_else(|| Error::Bug(format!("link {}: {}", self.web_link_id, self.finding)))?;
        let status = self.status.and_then(|status| u16::try_from(status).ok());
        let standing = Standing {
            heard: Heard { finding, status, moved_to: self.moved_to },
            asked_at: self.asked_at,
            good_at: self.good_at,
            failing_since: self.failing_since,
            failures: self.failures,
            fine: self.fine_for.as_deref().and_then(Finding::parse),
        };
        Ok(WebLink { id: self.web_link_id, address: self.address, standing })
    }
}

/// All that was asked for so far. One statement.
pub(super) async fn known(on: &mut impl AsConn) -> Result<Vec<WebLink>> {
    let rows: Vec<Row> = q(KNOWN).bind("").all(on).await?;
    rows.into_iter().map(Row::link).collect()
}

/// How one address stands; none: it was not asked for yet. One statement.
pub async fn standing<R>(actor: &Actor<R>, address: &str) -> Result<Option<Standing>> {
    let row: Option<Row> = q(KNOWN).bind(address).optional(&mut actor.reader().await?).await?;
    Ok(row.map(Row::link).transpose()?.map(|link| link.standing))
}

/// The addresses that something public leads to, each with its places. A statement for each source.
pub(super) async fn places(on: &mut impl AsConn, linked: &[Linking]) -> Result<BTreeMap<String, Vec<Place>>> {
    let mut all: BTreeMap<String, Vec<Place>> = BTreeMap::new();
    for source in linked {
        let rows: Vec<(String, Option<PersonId>, String, String)> = q(source.statement).all(on).await?;
        for (id, owner, title, text) in rows {
            let (title, addresses) = (source.read)(&title, &text);
            for address in addresses {
                let place = Place { shelf: source.shelf, title: title.clone(), owner: owner.clone(), change: (source.change)(&id) };
                all.entry(address).or_default().push(place);
            }
        }
    }
    Ok(all)
}

/// What was asked for and still stands somewhere.
async fn standing_lines(on: &mut impl AsConn, linked: &[Linking]) -> Result<Vec<Line>> {
    let mut places = places(on, linked).await?;
    let known = known(on).await?;
    Ok(known.into_iter().filter_map(|link| Some(Line { places: places.remove(&link.address)?, link })).collect())
}

/// The links that somebody looks after: the segreteria after all of them, the others after those of what is theirs. A statement for
/// each source, and one.
pub async fn lines(actor: &Actor<Librarian>, linked: &[Linking]) -> Result<Vec<Line>> {
    let mut lines = standing_lines(&mut actor.reader().await?, linked).await?;
    if !actor.role().keeps_all() {
        for line in &mut lines {
            line.places.retain(|place| place.owner.as_ref() == Some(actor.person()));
        }
        lines.retain(|line| !line.places.is_empty());
    }
    Ok(lines)
}

/// How many of those want something done. As many statements.
pub async fn to_do(actor: &Actor<Librarian>, linked: &Linked) -> Result<usize> {
    Ok(lines(actor, &linked.0).await?.iter().filter(|line| line.is_to_do()).count())
}

/// How many are broken, of all.
pub async fn broken(db: &Db, linked: &[Linking]) -> Result<usize> {
    let lines = standing_lines(&mut db.reader().await?, linked).await?;
    Ok(lines.iter().filter(|line| line.link.standing.is_broken()).count())
}

/// Writes down what came back from an address; gives how it stands now.
pub(super) async fn note(db: &Db, now: Moment, heard: (&str, Heard)) -> Result<Standing> {
    let mut tx = db.begin().await?;
    let standing = noted(&mut tx, now, heard).await?;
    tx.commit().await?;
    Ok(standing)
}

async fn noted(tx: &mut Tx, now: Moment, (address, heard): (&str, Heard)) -> Result<Standing> {
    let id: WebLinkId = random::id(now);
    q(ENTER).bind(&id).bind(address).run(tx).await?;
    q(HOLD).bind(address).run(tx).await?;
    let former: Option<Row> = q(KNOWN).bind(address).optional(tx).await?;
    let former = former.map(Row::link).transpose()?.map(|link| link.standing);
    let standing = Standing::after(former.as_ref(), heard, now);
    let row = q(SET).bind(address).bind(standing.heard.finding.as_str()).bind(standing.heard.status.map(i64::from));
    let row = row.bind(standing.heard.moved_to.as_deref()).bind(standing.asked_at).bind(standing.good_at).bind(standing.failing_since);
    row.bind(standing.failures).bind(standing.fine.map(Finding::as_str)).run(tx).await?;
    Ok(standing)
}

/// The same by somebody who pressed a button, or in the shoes of somebody.
pub async fn note_as<R>(actor: &Actor<R>, heard: (&str, Heard)) -> Result<Standing> {
    let mut tx = actor.begin().await?;
    let standing = noted(&mut tx, actor.now(), heard).await?;
    tx.commit().await?;
    Ok(standing)
}

/// Somebody has opened it, and it works. Twice does no harm.
pub async fn fine(actor: &Actor<Librarian>, link: &WebLink) -> Result<()> {
    let mut tx = actor.begin().await?;
    if q(FINE).bind(&link.id).run(&mut tx).await? == 1 {
        actor.record(&mut tx, Deed::new(Kind::LinkFine).detail(&link.address)).await?;
        tx.commit().await?;
    }
    Ok(())
}

/// Lets go of what nothing leads to any more. Returns how many.
pub(super) async fn forget(db: &Db, addresses: &[String]) -> Result<u64> {
    let mut tx = db.begin().await?;
    let mut gone = 0;
    for address in addresses {
        gone += q(FORGET).bind(address).run(&mut tx).await?;
    }
    tx.commit().await?;
    Ok(gone)
}
