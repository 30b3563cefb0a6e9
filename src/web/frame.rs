//! The frame of a page as a request guard: `fn home(actor: Actor<Visitor>, frame: Frame<'_>) -> Markup`.

use rocket::http::Status;
use rocket::outcome::Outcome;
use rocket::request::{FromRequest, Request};

use crate::ui::failure;
use crate::ui::page::Frame;

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
