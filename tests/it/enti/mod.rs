//! The register of enti over HTTP: found by name, associations created and changed.

mod adhesion;
mod associations;
mod letters;
mod registration;
mod import_command;
mod imports;
mod successions;
