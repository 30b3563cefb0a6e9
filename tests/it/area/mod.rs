//! Home, personal area, public pages and opinions, over HTTP.

mod coming;
mod my_data;
mod notice;
mod on_behalf;
mod opinions;
mod personal;
mod public;
mod scene;
