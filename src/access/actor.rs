//! `Actor<R>`: who asks, when, and the only road to the database.

use std::net::IpAddr;

use rocket::http::{Method, Status};
use rocket::outcome::Outcome;
use rocket::request::{FromRequest, Request};
use rocket::{Ignite, Rocket, Sentinel};
use rocket_db_pools::Database;

use super::roles::{Admission, Doing, Housekeeper, OfEnte, Reader, Role, Secretariat, Signed};
use super::{same_origin, session};
use crate::domain::deed::Deed;
use crate::domain::ids::{EnteId, Id, PersonId};
use crate::domain::moment::Moment;
use crate::platform::audit::Doer;
use crate::platform::config::Config;
use crate::platform::db::{Conn, Db, Stage, Tx, q};
use crate::platform::{Clock, Error, Result};

/// Built by the door for one request and one appointment. Stores ask for the actor they need.
pub struct Actor<R> {
    role: R,
    db: Db,
    now: Moment,
    client: Option<IpAddr>,
}

impl<R> Actor<R> {
    pub fn role(&self) -> &R {
        &self.role
    }

    /// The instant of this request: asked once, the same for all it does.
    pub fn now(&self) -> Moment {
        self.now
    }

    /// Where the request came from, if it came over a network.
    pub fn client(&self) -> Option<IpAddr> {
        self.client
    }

    pub async fn reader(&self) -> Result<Conn> {
        self.db.reader().await
    }

    pub async fn begin(&self) -> Result<Tx> {
        self.db.begin().await
    }

    /// A writing transaction that holds the row which owns the rule before anything is looked at.
    /// No such row: [`Error::NotFound`].
    pub async fn begin_on(&self, hold: &'static str, id: &impl Id) -> Result<Tx> {
        let mut tx = self.db.begin().await?;
        match q(hold).bind(id).run(&mut tx).await? {
            1 => Ok(tx),
            _ => Err(Error::NotFound),
        }
    }
}

impl Actor<Secretariat> {
    /// Reads for one ente, which has consented to it: the caller has looked, and has noted it in the trail.
    pub fn reading(&self, ente: EnteId) -> Actor<Reader> {
        let role = Reader { person: self.person().clone(), ente };
        Actor { role, db: self.db.clone(), now: self.now, client: self.client }
    }
}

impl<R: Doing> Actor<R> {
    /// Notes in the audit trail what this transaction does.
    pub async fn record(&self, tx: &mut Tx, deed: Deed) -> Result<()> {
        let doer = Doer { person: self.role.doer(), role: R::NAME, client: self.client };
        tx.keep(self.now, doer, &deed).await
    }
}

impl<R: Signed> Actor<R> {
    pub fn person(&self) -> &PersonId {
        self.role.person()
    }
}

impl<R: OfEnte> Actor<R> {
    /// The ente acted for: there is no other in any query.
    pub fn ente(&self) -> &EnteId {
        self.role.ente()
    }

    /// Like [`Actor::begin_on`], for a row that belongs to the ente: `$1` is the id, `$2` the ente.
    pub async fn begin_on_own(&self, hold: &'static str, id: &impl Id) -> Result<Tx> {
        let mut tx = self.db.begin().await?;
        match q(hold).bind(id).bind(self.ente()).run(&mut tx).await? {
            1 => Ok(tx),
            _ => Err(Error::NotFound),
        }
    }
}

impl Actor<Housekeeper> {
    /// For commands and jobs, which run with the rights of the machine.
    pub fn housekeeper(db: Db, now: Moment) -> Self {
        Actor { role: Housekeeper(()), db, now, client: None }
    }

    /// The same road, walked in the shoes of a role (demonstration data).
    pub fn stand_in<R>(&self, role: R, now: Moment) -> Actor<R> {
        Actor { role, db: self.db.clone(), now, client: None }
    }
}

#[rocket::async_trait]
impl<'r, R: Role> FromRequest<'r> for Actor<R> {
    type Error = Error;

    async fn from_request(request: &'r Request<'_>) -> Outcome<Self, (Status, Error), Status> {
        match admit(request).await {
            Ok(actor) => Outcome::Success(actor),
            Err(error) => Outcome::Error((status(&error), error)),
        }
    }
}

async fn admit<R: Role>(request: &Request<'_>) -> Result<Actor<R>> {
    let (Some(db), Some(clock), Some(config)) =
        (Stage::fetch(request.rocket()), request.rocket().state::<Clock>(), request.rocket().state::<Config>())
    else {
        return Err(Error::Bug("the door is not mounted".into()));
    };
    if !matches!(request.method(), Method::Get | Method::Head | Method::Options) && !same_origin::holds(request, &config.server.public_url)
    {
        return Err(Error::ForeignOrigin);
    }
    let identity = session::identity(request).await?;
    match R::of(identity.as_deref()) {
        Admission::Granted(role) => Ok(Actor { role, db: Db::clone(db), now: clock.now(), client: super::client(request, &config.server) }),
        Admission::SignIn => Err(Error::Unsigned),
        Admission::Hidden => Err(Error::NotFound),
    }
}

/// The status of a refusal at the door; the page is made by the catchers of `ui/failure.rs`.
pub fn status(error: &Error) -> Status {
    match error {
        Error::NotFound => Status::NotFound,
        Error::Unsigned => Status::Unauthorized,
        Error::ForeignOrigin => Status::Forbidden,
        Error::Stale => Status::Conflict,
        Error::BadRequest(_) => Status::BadRequest,
        Error::TooLarge => Status::PayloadTooLarge,
        Error::TooMany(_) => Status::TooManyRequests,
        Error::Unavailable(_) => Status::ServiceUnavailable,
        Error::Damaged(_) | Error::Bug(_) => Status::InternalServerError,
    }
}

/// The server refuses to start if something an actor needs is not there.
impl<R> Sentinel for Actor<R> {
    fn abort(rocket: &Rocket<Ignite>) -> bool {
        Stage::fetch(rocket).is_none() || rocket.state::<Clock>().is_none() || rocket.state::<Config>().is_none()
    }
}

const PING: &str = "select count(*) from job";

/// Whether the database answers, for the health address.
pub async fn database_answers(rocket: &Rocket<rocket::Orbit>) -> bool {
    let Some(db) = Stage::fetch(rocket) else { return false };
    match db.reader().await {
        Ok(mut conn) => q(PING).count(&mut conn).await.is_ok(),
        Err(_) => false,
    }
}
