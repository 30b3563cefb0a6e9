//! Home, personal area, public pages and opinions, over HTTP.

mod my_data;
mod opinions;
mod personal;
mod public;
mod scene;
