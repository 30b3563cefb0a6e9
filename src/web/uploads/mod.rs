//! Files that people bring: by a form, or piece by piece over a line that drops (tus 1.0). The door for slices that take them.
//!
//! **On the page of a slice**, inside a form with `method="post"` and `enctype="multipart/form-data"`:
//! ```ignore
//! (uploads::field(&frame, &FileField::new("video", words.video, Purpose::Video).error(error).brought(kept.as_ref())))
//! … after the form, once per page: (uploads::script())
//! ```
//! With script the file goes piece by piece, with progress, pause, and going on after the tab was closed; the form then carries the id
//! of the upload. Without, it comes with the form and is written to the disk as it arrives. For the slice both are the same:
//! ```ignore
//! #[post("/testimonial/<id>/video", data = "<form>")]
//! async fn attach(actor: Actor<Trainer>, uploads: &State<Uploads>, id: TestimonialId, form: Brought) -> Result<Reply> {
//!     // form.fields: all other fields, as of any form. No file chosen: NotKept::Missing.
//!     match uploads::claim(&actor, uploads, form.file("video"), Purpose::Video).await? {
//!         Ok(kept) => store::attach(&actor, &id, &kept).await?,
//!         Err(why) => { /* 422: uploads::not_kept(lang, &why) is the sentence beside the field */ }
//!     }
//! ```
//! **In the store of the slice**, in the transaction that writes the row (folder `purpose.folder()`, `kept.sha256`, `kept.bytes`,
//! `kept.kind.media()`, `kept.name`): `uploads::take(&mut tx, &actor, &kept).await?`, which is false if it was taken meanwhile. What is
//! claimed and not taken (a form that came back for another fault) stays, and [`FileField::brought`] shows it again; after some days
//! (`upload_hours`) it is forgotten. **To serve it**: [`crate::web::serving`]. Whoever sends such forms is a
//! [`crate::access::Publisher`]; another role may not bring files in this way, and gets 404: see [`lay_by`]. What was taken is looked for by
//! `affianca check` (`FILES`); a slice need not do anything for that.

mod brought;
mod fields;
mod keeping;
mod laid_by;
mod routes;
mod store;
mod words;

use std::collections::HashMap;
use std::sync::{Arc, Mutex};

use rocket::Route;
use tokio::sync::Notify;

pub use brought::{Brought, Choice};
pub use fields::{FileField, field, script};
pub use keeping::{claim, layout};
pub use laid_by::{lay_by, recall};
pub use routes::Override;
pub use store::{let_go, take};
pub use words::{not_kept, size};

use crate::domain::ids::UploadId;
use crate::domain::upload::{Kind, Purpose, Refusal};
use crate::platform::config::Config;
use crate::platform::holdings::{Erasure, Holding, Purpose as For, Stays, Why};
use crate::platform::jobs::Job;
use crate::platform::media::parts::Parts;
use crate::platform::media::{Limits, Media, Named, Rows};

/// Managed by Rocket: limits, the folder of what is arriving, the media store.
#[derive(Clone)]
pub struct Uploads {
    pub limits: Limits,
    pub(crate) parts: Parts,
    pub(crate) media: Media,
    /// Pieces that are arriving in this process, to be told that their sender has come back on another line.
    stops: Arc<Mutex<HashMap<UploadId, Arc<Notify>>>>,
}

impl Uploads {
    pub fn new(config: &Config, media: &Media) -> Uploads {
        let limits = config.uploads.clone();
        Uploads { parts: Parts::new(&limits.folder), limits, media: media.clone(), stops: Arc::default() }
    }

    /// While it lives, [`Uploads::stop`] reaches whoever waits on it.
    fn sending(&self, id: &UploadId) -> Sending<'_> {
        let stop = Arc::new(Notify::new());
        if let Ok(mut stops) = self.stops.lock() {
            stops.insert(id.clone(), stop.clone());
        }
        Sending { uploads: self, id: id.clone(), stop }
    }

    /// Whoever sends this one has come back on another line: the former has dropped, even if nobody has noticed yet.
    fn stop(&self, id: &UploadId) {
        if let Ok(stops) = self.stops.lock()
            && let Some(stop) = stops.get(id)
        {
            stop.notify_one();
        }
    }

    /// Largest file for a purpose, in bytes.
    pub fn largest(&self, purpose: Purpose) -> u64 {
        purpose.largest().map_or(self.limits.largest, |own| own.min(self.limits.largest))
    }
}

/// A piece that is arriving.
struct Sending<'u> {
    uploads: &'u Uploads,
    id: UploadId,
    stop: Arc<Notify>,
}

impl Drop for Sending<'_> {
    fn drop(&mut self) {
        if let Ok(mut stops) = self.uploads.stops.lock() {
            stops.remove(&self.id);
        }
    }
}

/// A file that has arrived whole, was judged, and lies in its place in the media store.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Kept {
    pub id: UploadId,
    pub purpose: Purpose,
    pub kind: Kind,
    /// As the person called it, without folders, at most 120 characters.
    pub name: String,
    pub bytes: i64,
    /// SHA-256 in hexadecimal.
    pub sha256: String,
}

impl Kept {
    /// As the media store knows it.
    pub fn named(&self) -> Named {
        Named::new(self.purpose.folder(), &self.sha256).long(self.bytes)
    }
}

/// Why there is no file.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum NotKept {
    /// Nothing was chosen.
    Missing,
    /// Longer than so many bytes.
    TooLarge(u64),
    /// The person has begun too much that was not used.
    Waiting,
    /// The installation has no room.
    Full,
    /// Somebody else's, used already, forgotten, or brought for something else.
    Gone,
    /// So many bytes of so many have arrived.
    Arriving(u64, u64),
    /// All of it has arrived, and it is not taken.
    Refused(Refusal),
}

pub const HOLDINGS: &[Holding] = &[Holding {
    key: "uploads",
    table: "upload",
    export: "select upload_id, purpose, name, bytes, created_at, expires_at, media, sha256, finished_at, refused, taken_at, cleared_at \
             from upload where person_id = $1 order by upload_id",
    withheld: &[("person_id", Why::Key)],
    rest: None,
    purpose: For::Programme,
    // What has no row is removed from the disk by the job below; what was parked goes first.
    erasure: Erasure::Thin(
        Stays::Trail,
        &["update upload set expires_at = 0 where person_id = $1 and taken_at is null", "update upload set name = '' where person_id = $1"],
    ),
    expiry: None,
}];

/// What was taken, purpose by purpose.
pub const FILES: &[Rows] = &[
    Rows::new("video", "select distinct sha256, bytes from upload where taken_at is not null and purpose = 'video' order by sha256"),
    Rows::new(
        "sottotitoli",
        "select distinct sha256, bytes from upload where taken_at is not null and purpose = 'captions' order by sha256",
    ),
    Rows::new("documenti", "select distinct sha256, bytes from upload where taken_at is not null and purpose = 'document' order by sha256"),
    Rows::new("immagini", "select distinct sha256, bytes from upload where taken_at is not null and purpose = 'image' order by sha256"),
    Rows::new("archivi", "select distinct sha256, bytes from upload where taken_at is not null and purpose = 'archive' order by sha256"),
];

/// Forgets what did not go on, and what nobody used.
pub const JOB: Job = Job { name: "uploads", every: 60, run: |turn| Box::pin(keeping::tidy(turn)) };

pub fn routes() -> Vec<Route> {
    routes::routes()
}
