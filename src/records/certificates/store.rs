//! The register of attestati in the database; their files in the media store.

use std::collections::HashMap;

use sqlx::FromRow;

use super::{Certificate, Content, Due, Revoked, by_person, letters, numbered, themes};
use crate::access::{Actor, Secretariat};
use crate::courses::{self, Shelf};
use crate::domain::certificate::{CertificateCode, lacking};
use crate::domain::deed::{Deed, Kind};
use crate::domain::edition::Edition;
use crate::domain::ids::{CertificateId, EditionId, PersonId};
use crate::domain::moment::Moment;
use crate::domain::place_names::fold;
use crate::platform::config::Config;
use crate::platform::db::{AsConn, Tx, q};
use crate::platform::media::{Media, Named};
use crate::platform::outbox::Recipient;
use crate::platform::{Error, Result, documents, random};
use crate::presence::{self, Attendance, Whose};
use crate::programme;
use crate::records::record::{self, CourseLine};

/// Where files lie in the media store.
const FOLDER: &str = "attestati";

/// `$1` edition, `$2` person, `$3` code, `$4` id: empty for any.
const FIND: &str = "\
    select c.certificate_id, c.code, c.edition_id, c.number, c.person_id, c.theme, c.content, c.sha256, c.issued_at, \
        c.revoked_at, c.revoked_why, n.number as new_number, n.code as new_code \
    from certificate c left join certificate n on n.replaces = c.certificate_id \
    where ($1 = '' or c.edition_id = $1) and ($2 = '' or c.person_id = $2) and ($3 = '' or c.code = $3) \
        and ($4 = '' or c.certificate_id = $4) \
    order by c.issued_at desc, c.number desc";
/// Numbers are given one at a time: whoever issues holds the edition.
const HOLD: &str = "update edition set revision = revision where edition_id = $1";
const LAST: &str = "select coalesce(max(number), 0) from certificate where edition_id = $1";
const STANDING: &str = "\
    select count(*) from certificate where edition_id = $1 and person_id = $2 and theme = $3 and revoked_at is null";
const ADD: &str = "\
    insert into certificate (certificate_id, code, edition_id, number, person_id, theme, content, minutes, sha256, issued_at, issued_by, \
        replaces) \
    values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)";
const REVOKE: &str = "\
    update certificate set revoked_at = $2, revoked_by = $3, revoked_why = $4 where certificate_id = $1 and revoked_at is null";

#[derive(FromRow)]
struct Row {
    certificate_id: CertificateId,
    code: String,
    edition_id: EditionId,
    number: i64,
    person_id: PersonId,
    theme: String,
    content: String,
    sha256: String,
    issued_at: Moment,
    revoked_at: Option<Moment>,
    revoked_why: Option<String>,
    new_number: Option<i64>,
    new_code: Option<String>,
}

impl Row {
    fn certificate(self) -> Result<Certificate> {
        let content: Content =
            serde_json::from_str(&self.content).map_err(|e| Error::Bug(format!("certificate {}: {e}", self.certificate_id)))?;
        Ok(Certificate {
            id: self.certificate_id,
            code: self.code,
            edition: self.edition_id,
            number: self.number,
            person: self.person_id,
            theme: self.theme,
            content,
            sha256: self.sha256,
            issued_at: self.issued_at,
            revoked: self.revoked_at.zip(self.revoked_why).map(|(at, why)| Revoked { at, why }),
            replaced_by: self.new_number.zip(self.new_code),
        })
    }
}

/// Which of them: empty for any.
#[derive(Default)]
struct Which<'a> {
    edition: &'a str,
    person: &'a str,
    code: &'a str,
    id: &'a str,
}

async fn find(on: &mut impl AsConn, which: Which<'_>) -> Result<Vec<Certificate>> {
    let rows: Vec<Row> = q(FIND).bind(which.edition).bind(which.person).bind(which.code).bind(which.id).all(on).await?;
    rows.into_iter().map(Row::certificate).collect()
}

/// All of one person, the last issued first. One statement.
pub async fn of_person<R>(actor: &Actor<R>, person: &PersonId) -> Result<Vec<Certificate>> {
    find(&mut actor.reader().await?, Which { person: &person.to_string(), ..Which::default() }).await
}

/// All of an edition, the last issued first. One statement.
pub async fn of_edition(actor: &Actor<Secretariat>, edition: &EditionId) -> Result<Vec<Certificate>> {
    find(&mut actor.reader().await?, Which { edition: &edition.to_string(), ..Which::default() }).await
}

/// The one with this code, for anybody who holds it.
pub async fn by_code<R>(actor: &Actor<R>, code: &CertificateCode) -> Result<Option<Certificate>> {
    Ok(find(&mut actor.reader().await?, Which { code: &code.bare(), ..Which::default() }).await?.pop())
}

pub async fn one(actor: &Actor<Secretariat>, id: &CertificateId) -> Result<Certificate> {
    let found = find(&mut actor.reader().await?, Which { id: &id.to_string(), ..Which::default() }).await?.pop();
    found.ok_or(Error::NotFound)
}

/// Where the file of one lies, whoever may have it.
pub fn named(certificate: &Certificate) -> Named {
    Named::new(FOLDER, &certificate.sha256)
}

/// Who has earned one on a theme and does not have it, by name. Four statements.
pub async fn due(actor: &Actor<Secretariat>, edition: &Edition) -> Result<Vec<Due>> {
    let Some(rule) = &edition.terms.certificate else { return Ok(Vec::new()) };
    let issued = of_edition(actor, &edition.id).await?;
    let has = |person: &PersonId, theme: &str| issued.iter().any(|one| one.stands() && one.person == *person && one.theme == theme);
    let mut completed: HashMap<PersonId, Vec<String>> = HashMap::new();
    for done in courses::completed_by_all(actor).await? {
        completed.entry(done.person).or_default().push(done.course);
    }
    let mut due = Vec::new();
    for (person, lines) in by_person(presence::attendance(actor, Whose::Edition(&edition.id)).await?) {
        let completed = completed.get(&person).map_or(&[][..], Vec::as_slice);
        for (theme, line) in themes(&lines) {
            let attended = theme.attended();
            if lacking(rule, &theme.theme, attended, completed).is_empty() && !has(&person, &theme.theme) {
                let ente = line.ente.as_ref().map(crate::ui::page::ente).unwrap_or_default();
                due.push(Due { person: person.clone(), name: line.name.clone(), ente, theme: theme.theme.clone(), attended });
            }
        }
    }
    due.sort_by_cached_key(|one| (fold(&one.name), one.person.clone(), one.theme.clone()));
    Ok(due)
}

/// What a paper takes besides the database.
#[derive(Clone, Copy)]
pub struct Means<'a> {
    pub config: &'a Config,
    pub media: &'a Media,
    /// For the titles of courses.
    pub shelf: &'a Shelf,
}

#[derive(Clone, Copy)]
pub struct Issuing<'a> {
    pub means: Means<'a>,
    pub edition: &'a Edition,
}

/// What somebody has behind them.
struct Behind {
    lines: Vec<Attendance>,
    courses: Vec<CourseLine>,
}

impl Behind {
    async fn of(actor: &Actor<Secretariat>, shelf: &Shelf, person: &PersonId) -> Result<Behind> {
        let lines = presence::attendance(actor, Whose::Person(person)).await?;
        Ok(Behind { lines, courses: record::courses_of(actor, shelf, person).await? })
    }
}

/// Issues one to somebody who has earned it; false if it is issued already, or no longer earned.
pub async fn issue(actor: &Actor<Secretariat>, with: Issuing<'_>, person: &PersonId, theme: &str) -> Result<bool> {
    let behind = Behind::of(actor, with.means.shelf, person).await?;
    let mut tx = actor.begin_on(HOLD, &with.edition.id).await?;
    if q(STANDING).bind(&with.edition.id).bind(person).bind(theme).count(&mut tx).await? > 0 {
        return Ok(false);
    }
    let Some(content) = earned(with.edition, &behind, theme) else { return Ok(false) };
    let (_, number) = write(actor, &mut tx, with, Fresh { person, content: &content, replaces: None }).await?;
    tx.post(actor.now(), Recipient::Person(person), |lang| letters::issued(lang, theme, &number, None)).await?;
    actor.record(&mut tx, Deed::new(Kind::CertificateIssued).to(person).detail(format!("{number} {theme}"))).await?;
    tx.commit().await?;
    Ok(true)
}

/// What stands on the attestato of one theme, if what a person has behind them earns it.
fn earned(edition: &Edition, behind: &Behind, theme: &str) -> Option<Content> {
    let own: Vec<Attendance> = behind.lines.iter().filter(|line| line.edition == edition.id).cloned().collect();
    let (of_theme, line) = themes(&own).into_iter().find(|(of, _)| of.theme == theme)?;
    let rule = edition.terms.certificate.as_ref()?;
    let completed: Vec<String> = behind.courses.iter().map(|course| course.id.clone()).collect();
    let asked: Vec<CourseLine> =
        behind.courses.iter().filter(|course| rule.courses_on(theme).any(|asked| asked == course.id)).cloned().collect();
    let earned = lacking(rule, theme, of_theme.attended(), &completed).is_empty();
    earned.then(|| Content::of(&edition.name, &of_theme, line, &asked))
}

/// One about to be issued.
struct Fresh<'a> {
    person: &'a PersonId,
    content: &'a Content,
    replaces: Option<&'a CertificateId>,
}

/// Sets, stores and writes one down, under the next number of the edition, which the transaction holds.
async fn write(actor: &Actor<Secretariat>, tx: &mut Tx, with: Issuing<'_>, fresh: Fresh<'_>) -> Result<(CertificateId, String)> {
    let now = actor.now();
    let number = q(LAST).bind(&with.edition.id).count(tx).await? + 1;
    let (id, code): (CertificateId, _) = (random::id(now), CertificateCode::from_lot(random::bytes()));
    let shown = numbered(number, now);
    let paper = letters::paper(
        with.means.config,
        with.edition,
        &letters::Paper { content: fresh.content, number: &shown, code: &code, day: now.day() },
    );
    let sha256 = with.means.media.keep(FOLDER, documents::pdf(paper).await?).await?;
    let content = serde_json::to_string(fresh.content).map_err(|e| Error::Bug(format!("certificate: {e}")))?;
    let row = q(ADD).bind(&id).bind(code.bare()).bind(&with.edition.id).bind(number).bind(fresh.person).bind(&fresh.content.theme);
    let row = row
        .bind(content)
        .bind(fresh.content.present)
        .bind(sha256)
        .bind(now)
        .bind(actor.person())
        .bind(fresh.replaces.map(ToString::to_string));
    row.run(tx).await?;
    Ok((id, shown))
}

/// Revokes one, with the reason; false if it is revoked already.
pub async fn revoke(actor: &Actor<Secretariat>, certificate: &Certificate, why: &str) -> Result<bool> {
    let mut tx = actor.begin().await?;
    if q(REVOKE).bind(&certificate.id).bind(actor.now()).bind(actor.person()).bind(why).run(&mut tx).await? != 1 {
        return Ok(false);
    }
    let (number, theme) = (numbered(certificate.number, certificate.issued_at), &certificate.theme);
    tx.post(actor.now(), Recipient::Person(&certificate.person), |lang| letters::revoked(lang, theme, &number, why)).await?;
    let detail = format!("{number} {theme}: {why}");
    actor.record(&mut tx, Deed::new(Kind::CertificateRevoked).to(&certificate.person).detail(detail)).await?;
    tx.commit().await?;
    Ok(true)
}

/// What came of issuing one again.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Reissued {
    Done,
    /// It was revoked meanwhile.
    Gone,
    /// What the registers say now does not earn it.
    NotEarned,
}

/// Issues one again from what the registers and the account say now; the old one is revoked with the reason.
pub async fn reissue(actor: &Actor<Secretariat>, means: Means<'_>, old: &Certificate, why: &str) -> Result<Reissued> {
    let kept = programme::one(actor, &old.edition).await?;
    let with = Issuing { means, edition: &kept.edition };
    let behind = Behind::of(actor, means.shelf, &old.person).await?;
    let mut tx = actor.begin_on(HOLD, &old.edition).await?;
    if q(REVOKE).bind(&old.id).bind(actor.now()).bind(actor.person()).bind(why).run(&mut tx).await? != 1 {
        return Ok(Reissued::Gone);
    }
    let Some(content) = earned(&kept.edition, &behind, &old.theme) else { return Ok(Reissued::NotEarned) };
    let (_, number) = write(actor, &mut tx, with, Fresh { person: &old.person, content: &content, replaces: Some(&old.id) }).await?;
    let before = numbered(old.number, old.issued_at);
    tx.post(actor.now(), Recipient::Person(&old.person), |lang| letters::issued(lang, &old.theme, &number, Some(&before))).await?;
    let detail = format!("{before} → {number} {}: {why}", old.theme);
    actor.record(&mut tx, Deed::new(Kind::CertificateReissued).to(&old.person).detail(detail)).await?;
    tx.commit().await?;
    Ok(Reissued::Done)
}
