//! Between the first factor and the session: what else is needed, and the session once nothing is.

use rocket::http::Status;
use rocket::outcome::Outcome;
use rocket::request::{FromRequest, Request};

use super::super::super::{Carried, routes as people};
use super::super::{Needed, pages, store};
use crate::access::errand::{Errand, Errands};
use crate::access::roles::required;
use crate::access::session::{self, Device, Identity, Opening};
use crate::access::{Actor, RoleName, Visitor};
use crate::domain::ids::{EnteId, PersonId};
use crate::platform::config::Config;
use crate::platform::sign_in::Provider;
use crate::platform::{Error, Result};
use crate::ui::page::Frame;
use crate::ui::paths;
use crate::ui::reply::Reply;
use crate::ui::sitemap::Sitemap;

/// All that is needed to let somebody in.
pub struct Threshold<'r> {
    pub actor: Actor<Visitor>,
    pub frame: Frame<'r>,
    pub errands: Errands<'r>,
    pub config: &'r Config,
    device: Device<'r>,
    map: &'r Sitemap,
}

/// Somebody who has shown who they are, by a password or through the provider.
pub struct Entrant<'a> {
    pub person: &'a PersonId,
    /// A form that could not be saved when their session had expired.
    pub carried: Option<&'a Carried>,
    /// Where they were going, a path of ours.
    pub back: &'a str,
    /// What they have shown counts as two factors.
    pub proven: bool,
}

impl Threshold<'_> {
    /// The roles that nobody takes up without a second factor.
    pub fn required(&self) -> Vec<RoleName> {
        required(&self.config.sign_in)
    }

    /// The identity provider of the settings.
    pub fn provider(&self) -> Option<&Provider> {
        self.config.sign_in.provider.as_ref()
    }

    /// A session, or first the second step.
    pub async fn cross(&self, entrant: &Entrant<'_>) -> Result<Reply> {
        let needed = match entrant.proven {
            true => Needed::Nothing,
            false => {
                let mut conn = self.actor.reader().await?;
                store::needed(&mut conn, entrant.person, &self.required(), self.actor.now()).await?
            }
        };
        if needed == Needed::Nothing {
            return self.enter(entrant).await;
        }
        let own = entrant.carried.filter(|carried| carried.is_of(entrant.person));
        let token = store::wait(&self.actor, entrant.person, own.and_then(Carried::ente).as_ref(), entrant.back).await?;
        self.errands.begin(Errand::Code, token);
        Ok(match (entrant.carried, needed) {
            // A form that is carried fits into no redirect.
            (Some(carried), Needed::Code) => Reply::Page(pages::step(&self.at(paths::SIGN_IN_CODE), None, Some(carried))),
            (Some(carried), _) => {
                let pending = self.pending().await?.ok_or(Error::Unsigned)?;
                let offer = store::offer(&pending.username);
                Reply::Page(pages::begin_waiting(&self.at(paths::SIGN_IN_BEGIN), &offer, None, Some(carried)))
            }
            (None, Needed::Code) => Reply::Go(paths::SIGN_IN_CODE.to_owned()),
            (None, _) => Reply::Go(paths::SIGN_IN_BEGIN.to_owned()),
        })
    }

    async fn enter(&self, entrant: &Entrant<'_>) -> Result<Reply> {
        let prefer = entrant.carried.filter(|carried| carried.is_of(entrant.person)).and_then(Carried::ente);
        let identity = self.open(entrant.person, prefer.as_ref(), entrant.proven).await?;
        Ok(match entrant.carried {
            Some(carried) => people::on_with(&self.inside(&identity, &carried.action), carried, entrant.person),
            None => Reply::Go(self.onward(&identity, entrant.back)),
        })
    }

    /// Where somebody goes who is in: past the privacy notice, if they have not declared having read the one in force.
    pub fn onward(&self, identity: &Identity, back: &str) -> String {
        match identity.notice.as_deref() == Some(self.config.site.notice_version.as_str()) {
            true => back.to_owned(),
            false => paths::notice(back),
        }
    }

    /// The session of who has shown all that is asked; whatever waited in this browser is over.
    pub async fn open(&self, person: &PersonId, prefer: Option<&EnteId>, proven: bool) -> Result<Identity> {
        self.errands.end(Errand::Code);
        session::open(&self.actor, &Opening { person, prefer, proven }, &self.device).await
    }

    /// The frame of a page shown in the same breath in which the session was opened.
    pub fn inside(&self, identity: &Identity, path: &str) -> Frame<'_> {
        people::as_now(&self.frame, identity, self.map, path)
    }

    /// The frame of a page that can be read at that address.
    pub fn at(&self, path: &str) -> Frame<'_> {
        Frame { path: path.to_owned(), ..self.frame.clone() }
    }

    /// Who waits in this browser.
    pub async fn pending(&self) -> Result<Option<super::super::Pending>> {
        match self.errands.token(Errand::Code) {
            Some(token) => store::waiting(&self.actor, &token).await,
            None => Ok(None),
        }
    }
}

#[rocket::async_trait]
impl<'r> FromRequest<'r> for Threshold<'r> {
    type Error = Error;

    async fn from_request(request: &'r Request<'_>) -> Outcome<Self, (Status, Error), Status> {
        let bug = || Outcome::Error((Status::InternalServerError, Error::Bug("the threshold is not mounted".into())));
        let actor = rocket::outcome::try_outcome!(Actor::<Visitor>::from_request(request).await);
        let errands = rocket::outcome::try_outcome!(Errands::from_request(request).await);
        let device = rocket::outcome::try_outcome!(Device::from_request(request).await);
        let Outcome::Success(frame) = Frame::from_request(request).await else { return bug() };
        let (Some(config), Some(map)) = (request.rocket().state::<Config>(), request.rocket().state::<Sitemap>()) else { return bug() };
        Outcome::Success(Threshold { actor, frame, errands, config, device, map })
    }
}
