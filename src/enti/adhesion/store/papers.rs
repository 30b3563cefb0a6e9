//! The papers behind an adhesion: reference, and the protocollo of both sides.

use sqlx::FromRow;

use super::super::{Paper, PaperKind};
use crate::access::{Actor, Secretariat};
use crate::domain::deed::{Deed, Kind};
use crate::domain::ids::{EditionId, EnteId};
use crate::domain::moment::Day;
use crate::platform::db::q;
use crate::platform::{Error, Result};

const PAPERS: &str = "\
    select kind, reference, sent_number, sent_on, received_number, received_on from adhesion_paper \
    where edition_id = $1 and ente_id = $2";
const HOLD: &str = "update adhesion set revision = revision where edition_id = $1 and ente_id = $2";
const KEEP: &str = "\
    insert into adhesion_paper (edition_id, ente_id, kind, reference, sent_number, sent_on, received_number, received_on, changed_at, changed_by) \
    values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10) \
    on conflict (edition_id, ente_id, kind) do update set reference = excluded.reference, sent_number = excluded.sent_number, \
        sent_on = excluded.sent_on, received_number = excluded.received_number, received_on = excluded.received_on, \
        changed_at = excluded.changed_at, changed_by = excluded.changed_by";

#[derive(FromRow)]
struct PaperRow {
    kind: String,
    reference: String,
    sent_number: String,
    sent_on: Option<String>,
    received_number: String,
    received_on: Option<String>,
}

/// What is noted so far: at most one paper of each kind.
pub async fn papers(actor: &Actor<Secretariat>, edition: &EditionId, ente: &EnteId) -> Result<Vec<Paper>> {
    let rows: Vec<PaperRow> = q(PAPERS).bind(edition).bind(ente).all(&mut actor.reader().await?).await?;
    let day = |text: Option<String>| text.as_deref().and_then(Day::parse);
    let paper = |row: PaperRow| {
        Some(Paper {
            kind: PaperKind::parse(&row.kind)?,
            reference: row.reference,
            sent_number: row.sent_number,
            sent_on: day(row.sent_on),
            received_number: row.received_number,
            received_on: day(row.received_on),
        })
    };
    Ok(rows.into_iter().filter_map(paper).collect())
}

/// Notes the papers as they are given; only those that changed go into the trail.
pub async fn keep_papers(actor: &Actor<Secretariat>, edition: &EditionId, ente: &EnteId, given: &[Paper]) -> Result<()> {
    let kept = papers(actor, edition, ente).await?;
    let mut tx = actor.begin().await?;
    if q(HOLD).bind(edition).bind(ente).run(&mut tx).await? == 0 {
        return Err(Error::NotFound);
    }
    let is_new = |paper: &&Paper| kept.iter().find(|k| k.kind == paper.kind).map_or(!paper.is_blank(), |k| k != *paper);
    for paper in given.iter().filter(is_new) {
        q(KEEP)
            .bind(edition)
            .bind(ente)
            .bind(paper.kind.as_str())
            .bind(&paper.reference)
            .bind(&paper.sent_number)
            .bind(paper.sent_on)
            .bind(&paper.received_number)
            .bind(paper.received_on)
            .bind(actor.now())
            .bind(actor.person())
            .run(&mut tx)
            .await?;
        let detail = format!("{}: {}; {}; {}", paper.kind.as_str(), paper.reference, paper.sent_number, paper.received_number);
        actor.record(&mut tx, Deed::new(Kind::PaperNoted).of(ente).detail(detail)).await?;
    }
    tx.commit().await
}
