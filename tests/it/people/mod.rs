//! People over HTTP: signing in and out, acting for one ente at a time, forms carried along.

mod address;
mod carried;
pub mod enumeration;
mod factor;
pub mod letters;
mod password;
mod preferences;
mod profile;
mod roles;
mod sessions;
mod sign_in;
mod throttle;
mod trail;
