//! The plant on both engines: database facade, jobs, and the House itself.

mod db;
mod delivery;
mod house;
mod jobs;
mod mail;
mod memory;
mod outbox;
mod smtp;
mod trail;
