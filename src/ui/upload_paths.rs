//! Addresses of files that are brought.

use crate::domain::ids::UploadId;

pub const UPLOADS: &str = "/caricamenti";

pub fn upload(id: &UploadId) -> String {
    format!("{UPLOADS}/{id}")
}

/// One's own file, before it is used.
pub fn upload_file(id: &UploadId) -> String {
    format!("{UPLOADS}/{id}/file")
}
