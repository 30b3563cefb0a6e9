//! The door: who is asking, in which role, and the key to the database that comes with it.

pub mod actor;
mod client;
pub mod errand;
pub mod form;
mod local_path;
pub mod multipart;
pub mod params;
pub mod password;
pub mod roles;
pub mod same_origin;
pub mod session;
pub mod sessions;
pub mod throttle;
pub mod upload;

pub use actor::Actor;
pub use client::client;
pub use local_path::local_path;
pub use roles::{
    Administrator, Coordinator, Expert, Housekeeper, Librarian, Member, Moderator, Participant, Person, Publisher, RoleName, Secretariat,
    Trainer, Visitor,
};
