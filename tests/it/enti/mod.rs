//! The register of enti over HTTP: found by name, associations created and changed.

mod associations;
mod register;
