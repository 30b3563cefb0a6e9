//! The register of enti over HTTP: found by name, associations created and changed.

mod adhesion;
mod associations;
mod import_command;
mod imports;
mod letters;
mod registration;
mod successions;
