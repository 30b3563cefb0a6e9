//! Home, personal area, public pages and opinions, over HTTP.

mod opinions;
mod personal;
mod public;
mod scene;
