//! The plant on both engines: database facade, jobs, and the House itself.

mod db;
mod house;
mod jobs;
mod outbox;
mod trail;
