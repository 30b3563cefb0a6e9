//! The register of enti over HTTP: found by name, associations created and changed.

mod adhesion;
mod announcing;
mod associations;
mod confirming;
mod imports;
mod letters;
mod registration;
mod successions;
mod undoing;
