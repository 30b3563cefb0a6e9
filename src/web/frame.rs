//! The frame of a page as a request guard: `fn home(actor: Actor<Visitor>, frame: Frame<'_>) -> Markup`.

use std::convert::Infallible;

use rocket::http::Status;
use rocket::outcome::Outcome;
use rocket::request::{FromRequest, Request};

use crate::platform::{Error, Result};
use crate::ui::failure;
use crate::ui::page::Frame;
use crate::ui::words::Lang;

#[rocket::async_trait]
impl<'r> FromRequest<'r> for Frame<'r> {
    type Error = ();

    async fn from_request(request: &'r Request<'_>) -> Outcome<Self, (Status, ()), Status> {
        match failure::frame_of(request).await {
            Some(frame) => Outcome::Success(frame),
            None => Outcome::Error((Status::InternalServerError, ())),
        }
    }
}

/// A reader who asks again and again, mostly in vain: the frame is made only if something is drawn.
pub struct Glance<'r>(&'r Request<'r>);

impl<'r> Glance<'r> {
    pub fn lang(&self) -> Lang {
        failure::lang_of(self.0)
    }

    pub async fn frame(&self) -> Result<Frame<'r>> {
        failure::frame_of(self.0).await.ok_or_else(|| Error::Bug("the frame is not mounted".into()))
    }
}

#[rocket::async_trait]
impl<'r> FromRequest<'r> for Glance<'r> {
    type Error = Infallible;

    async fn from_request(request: &'r Request<'_>) -> Outcome<Self, (Status, Infallible), Status> {
        Outcome::Success(Glance(request))
    }
}
