//! Server-side sessions: an opaque 256-bit token in a cookie, its SHA-256 in the database.

use std::sync::Arc;

use rocket::Request;
use rocket::http::{Cookie, CookieJar, SameSite, Status};
use rocket::outcome::Outcome;
use rocket::request::FromRequest;
use rocket_db_pools::Database;
use sqlx::FromRow;

use super::roles::{RoleName, Signed, Visitor, required};
use super::{Actor, Person};
use crate::domain::browser;
use crate::domain::ids::{AppointmentId, EnteId, PersonId, SessionId};
use crate::domain::moment::Moment;
use crate::platform::audit::{AtTheDoor, Passage};
use crate::platform::config::{Config, Server};
use crate::platform::db::{AsConn, Db, Stage, Tx, q};
use crate::platform::{Clock, Error, Result, random};

/// Minutes without a request after which a session is over, and minutes it lasts at most (contract: sessions).
pub(super) const IDLE: i64 = 8 * 60;
pub(super) const LONGEST: i64 = 7 * 24 * 60;
/// A request this many minutes after the last noted one is noted: not every page view is a write.
const NOTE_EVERY: i64 = 10;

/// Who is signed in, and for whom they act.
#[derive(Debug, Clone)]
pub struct Identity {
    pub person: PersonId,
    /// This session, as its owner sees it in their list.
    pub session: SessionId,
    pub username: String,
    pub name: String,
    /// The version of the privacy notice that they declared having read.
    pub notice: Option<String>,
    /// The appointments in force today, by ente.
    pub appointments: Vec<Appointment>,
    active: Option<AppointmentId>,
}

/// An *incarico* in force.
#[derive(Debug, Clone)]
pub struct Appointment {
    pub id: AppointmentId,
    pub role: RoleName,
    pub qualifica: String,
    /// None for roles of the programme.
    pub ente: Option<EnteName>,
}

/// What is needed to name an ente on a page.
#[derive(Debug, Clone)]
pub struct EnteName {
    pub id: EnteId,
    pub kind: String,
    pub name: String,
    pub province: String,
}

impl Identity {
    /// The appointment in use, if it is still in force.
    pub fn active(&self) -> Option<&Appointment> {
        let active = self.active.as_ref()?;
        self.appointments.iter().find(|a| a.id == *active)
    }
}

#[derive(FromRow)]
struct Found {
    person_id: PersonId,
    session_id: SessionId,
    username: String,
    name: String,
    created_at: Moment,
    seen_at: Moment,
    proven_at: Option<i64>,
    notice_version: Option<String>,
    active: Option<AppointmentId>,
    appointment_id: Option<AppointmentId>,
    role: Option<String>,
    qualifica: Option<String>,
    ente_id: Option<EnteId>,
    ente_kind: Option<String>,
    ente_name: Option<String>,
    ente_province: Option<String>,
}

/// One row per appointment in force, or a single one without. Whether the session is over is told afterwards: a statement without
/// the hour in it is the same from one request to the next.
const FIND: &str = "\
    select p.person_id, s.session_id, p.username, p.name, s.created_at, s.seen_at, s.proven_at, p.notice_version, s.appointment_id as active, \
           a.appointment_id, a.role, a.qualifica, e.ente_id, e.kind as ente_kind, e.name as ente_name, e.province as ente_province \
    from session s \
    join person p on p.person_id = s.person_id and p.disabled_at is null \
    left join appointment a on a.person_id = p.person_id and a.starts_on <= $2 and coalesce(a.ends_on, $2) >= $2 \
    left join ente e on e.ente_id = a.ente_id \
    where s.token_hash = $1 \
    order by e.name, e.province, a.appointment_id";
const NOTE: &str = "update session set seen_at = $2 where token_hash = $1";
const SEEN: &str = "update person set seen_at = $2 where person_id = $1";
const OPEN: &str = "\
    insert into session (token_hash, person_id, appointment_id, created_at, seen_at, session_id, client, browser, former_at, proven_at) \
    values ($1, $2, $3, $4, $4, $5, $6, $7, (select seen_at from person where person_id = $2), $8)";
/// The same session under another token.
const RENEW: &str = "update session set token_hash = $2, appointment_id = coalesce($3, appointment_id), seen_at = $4 where token_hash = $1";
const OWNER: &str = "select person_id from session where token_hash = $1";
const END: &str = "delete from session where token_hash = $1";
const PURGE: &str = "delete from session where created_at <= $1 or seen_at <= $2";
/// `$3` is the ente that is wanted, if any.
const FIRST: &str = "\
    select a.appointment_id from appointment a left join ente e on e.ente_id = a.ente_id \
    where a.person_id = $1 and a.starts_on <= $2 and coalesce(a.ends_on, $2) >= $2 \
    order by case when a.ente_id = $3 then 0 else 1 end, e.name, e.province, a.appointment_id limit 1";
const OWN: &str = "\
    select count(*) from appointment \
    where appointment_id = $1 and person_id = $2 and starts_on <= $3 and coalesce(ends_on, $3) >= $3";

/// The name of the cookie: `__Host-` binds it to the host, and browsers accept that only over https.
pub fn cookie_name(server: &Server) -> &'static str {
    if server.is_https() { "__Host-affianca" } else { "affianca" }
}

fn cookie(server: &Server, token: String) -> Cookie<'static> {
    Cookie::build((cookie_name(server), token)).path("/").http_only(true).same_site(SameSite::Lax).secure(server.is_https()).build()
}

/// The identity of a request: looked up once, whoever asks.
pub async fn identity(request: &Request<'_>) -> Result<Option<Arc<Identity>>> {
    let found: &Result<Option<Arc<Identity>>, String> =
        request.local_cache_async(async { look_up(request).await.map_err(|e| e.to_string()) }).await;
    found.clone().map_err(Error::Unavailable)
}

async fn look_up(request: &Request<'_>) -> Result<Option<Arc<Identity>>> {
    let (Some(db), Some(clock), Some(config)) =
        (Stage::fetch(request.rocket()), request.rocket().state::<Clock>(), request.rocket().state::<Config>())
    else {
        return Ok(None);
    };
    let Some(token) = request.cookies().get(cookie_name(&config.server)) else { return Ok(None) };
    let now = clock.now();
    let token_hash = random::fingerprint(token.value());
    let rows = find(&mut db.reader().await?, &token_hash, now).await?;
    if let Some(first) = rows.first()
        && now.minutes_since(first.seen_at) >= NOTE_EVERY
    {
        let mut tx = db.begin().await?;
        q(NOTE).bind(&token_hash).bind(now).run(&mut tx).await?;
        q(SEEN).bind(&first.person_id).bind(now).run(&mut tx).await?;
        tx.commit().await?;
    }
    Ok(identity_of(rows, &required(&config.sign_in)).map(Arc::new))
}

async fn find(on: &mut impl AsConn, token_hash: &str, now: Moment) -> Result<Vec<Found>> {
    let mut rows: Vec<Found> = q(FIND).bind(token_hash).bind(now.day()).all(on).await?;
    rows.retain(|row| row.created_at > now.plus_minutes(-LONGEST) && row.seen_at > now.plus_minutes(-IDLE));
    Ok(rows)
}

/// Without a second factor shown in this session, appointments whose role requires one are not there.
fn identity_of(rows: Vec<Found>, required: &[RoleName]) -> Option<Identity> {
    let first = rows.first()?;
    let proven = first.proven_at.is_some();
    let mut identity = Identity {
        person: first.person_id.clone(),
        session: first.session_id.clone(),
        username: first.username.clone(),
        name: first.name.clone(),
        notice: first.notice_version.clone(),
        active: first.active.clone(),
        appointments: Vec::new(),
    };
    let held = rows.into_iter().filter_map(appointment_of);
    identity.appointments = held.filter(|appointment| proven || !required.contains(&appointment.role)).collect();
    Some(identity)
}

fn appointment_of(row: Found) -> Option<Appointment> {
    let ente = match (row.ente_id, row.ente_kind, row.ente_name, row.ente_province) {
        (Some(id), Some(kind), Some(name), Some(province)) => Some(EnteName { id, kind, name, province }),
        _ => None,
    };
    Some(Appointment { id: row.appointment_id?, role: RoleName::parse(&row.role?)?, qualifica: row.qualifica?, ente })
}

/// Where a session lives: the cookies of a browser, and what it calls itself.
pub struct Device<'r> {
    cookies: &'r CookieJar<'r>,
    server: &'r Server,
    browser: String,
    /// Roles that nobody takes up without a second factor.
    required: Vec<RoleName>,
}

/// What a session is opened for.
pub struct Opening<'a> {
    pub person: &'a PersonId,
    /// The ente they want to act for, if any.
    pub prefer: Option<&'a EnteId>,
    /// Two factors were shown.
    pub proven: bool,
}

#[rocket::async_trait]
impl<'r> FromRequest<'r> for Device<'r> {
    type Error = Error;

    async fn from_request(request: &'r Request<'_>) -> Outcome<Self, (Status, Error), Status> {
        let Some(config) = request.rocket().state::<Config>() else {
            return Outcome::Error((Status::InternalServerError, Error::Bug("the settings are not mounted".into())));
        };
        let browser = browser::in_short(request.headers().get_one("User-Agent").unwrap_or_default());
        let required = required(&config.sign_in);
        Outcome::Success(Device { cookies: request.cookies(), server: &config.server, browser, required })
    }
}

impl Device<'_> {
    /// What is kept of the token that came, if one did.
    fn token_hash(&self) -> Option<String> {
        self.cookies.get(cookie_name(self.server)).map(|cookie| random::fingerprint(cookie.value()))
    }

    fn keep(&self, token: String) {
        self.cookies.add(cookie(self.server, token));
    }
}

/// Opens a session for a person who has shown all that is asked of them: a new token, whatever cookie came. Acts at first
/// for the ente preferred, if the person has an appointment there, else for the first appointment by name.
pub async fn open(actor: &Actor<Visitor>, opening: &Opening<'_>, device: &Device<'_>) -> Result<Identity> {
    let Opening { person, prefer, proven } = *opening;
    let now = actor.now();
    let mut tx = actor.begin().await?;
    if let Some(old) = device.token_hash() {
        q(END).bind(old).run(&mut tx).await?;
    }
    let first: Option<(AppointmentId,)> = q(FIRST).bind(person).bind(now.day()).bind(prefer).optional(&mut tx).await?;
    let token = random::token();
    let session: SessionId = random::id(now);
    q(OPEN)
        .bind(random::fingerprint(&token))
        .bind(person)
        .bind(first.as_ref().map(|(id,)| id))
        .bind(now)
        .bind(&session)
        .bind(actor.client().map(|client| client.to_string()))
        .bind(&device.browser)
        .bind(proven.then_some(now))
        .run(&mut tx)
        .await?;
    q(SEEN).bind(person).bind(now).run(&mut tx).await?;
    tx.pass(now, AtTheDoor::Person(person), Passage::In, actor.client()).await?;
    let identity = stands(&mut tx, &token, device, now).await?;
    tx.commit().await?;
    device.keep(token);
    Ok(identity)
}

/// Acts for another of the person's own appointments, under a new token. None, and all as it was: its role requires a
/// second factor, which was not shown in this session.
pub async fn switch(actor: &Actor<Person>, to: &AppointmentId, device: &Device<'_>) -> Result<Option<Identity>> {
    let now = actor.now();
    let mut tx = actor.begin().await?;
    if q(OWN).bind(to).bind(actor.role().person()).bind(now.day()).count(&mut tx).await? == 0 {
        return Err(Error::NotFound);
    }
    let token = renew(&mut tx, Some(to), device, now).await?;
    let identity = stands(&mut tx, &token, device, now).await?;
    if identity.active().is_none() {
        return Ok(None);
    }
    tx.commit().await?;
    device.keep(token);
    Ok(Some(identity))
}

/// A new token for the session of this request, after a password was changed. The cookie is to be kept by
/// [`Renewed::keep`] once the transaction is committed.
pub async fn renewed<'d>(tx: &mut Tx, device: &'d Device<'d>, now: Moment) -> Result<Renewed<'d>> {
    Ok(Renewed { token: renew(tx, None, device, now).await?, device })
}

/// A token that the browser does not know yet.
#[must_use]
pub struct Renewed<'d> {
    token: String,
    device: &'d Device<'d>,
}

impl Renewed<'_> {
    pub fn keep(self) {
        self.device.keep(self.token);
    }
}

async fn renew(tx: &mut Tx, appointment: Option<&AppointmentId>, device: &Device<'_>, now: Moment) -> Result<String> {
    let token = random::token();
    let Some(old) = device.token_hash() else { return Err(Error::Unsigned) };
    match q(RENEW).bind(old).bind(random::fingerprint(&token)).bind(appointment).bind(now).run(tx).await? {
        1 => Ok(token),
        _ => Err(Error::Unsigned),
    }
}

/// Who stands behind a token from now on. Disabled between the password and here: no session.
async fn stands(tx: &mut Tx, token: &str, device: &Device<'_>, now: Moment) -> Result<Identity> {
    identity_of(find(tx, &random::fingerprint(token), now).await?, &device.required).ok_or(Error::Unsigned)
}

/// Ends the session of this request; without one nothing happens.
pub async fn end(actor: &Actor<Visitor>, device: &Device<'_>) -> Result<()> {
    if let Some(old) = device.token_hash() {
        let mut tx = actor.begin().await?;
        let owner: Option<(PersonId,)> = q(OWNER).bind(&old).optional(&mut tx).await?;
        if let Some((person,)) = owner {
            q(END).bind(old).run(&mut tx).await?;
            tx.pass(actor.now(), AtTheDoor::Person(&person), Passage::Out, actor.client()).await?;
        }
        tx.commit().await?;
    }
    device.cookies.remove(cookie(device.server, String::new()));
    Ok(())
}

/// Deletes sessions that are over. Twice does no harm.
pub async fn purge(db: Db, now: Moment) -> Result<u64> {
    let mut tx = db.begin().await?;
    let gone = q(PURGE).bind(now.plus_minutes(-LONGEST)).bind(now.plus_minutes(-IDLE)).run(&mut tx).await?;
    tx.commit().await?;
    Ok(gone)
}
