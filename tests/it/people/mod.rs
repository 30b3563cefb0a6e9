//! People over HTTP: signing in and out, acting for one ente at a time, forms carried along.

mod carried;
mod factor;
mod profile;
mod sessions;
mod sign_in;
