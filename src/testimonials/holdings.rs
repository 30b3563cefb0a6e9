//! What testimonials hold about people with an account: who prepared, sent, answered, noted. Those who speak are in the sheet,
//! in words, with their release.

use crate::domain::testimonial::Sheet;
use crate::platform::holdings::{Holding, Why};
use crate::platform::media::Rows;

/// The videos of drafts and of every version that was sent. Captions and materials are text, and stand in the rows themselves.
pub const FILES: &[Rows] =
    &[Rows::within(super::FOLDER, "select sheet from testimonial union select sheet from testimonial_version", videos)];

/// A sheet that cannot be read names no file: its own page says what is wrong with it.
fn videos(sheet: &str) -> Vec<(String, i64)> {
    let sheet: Sheet = serde_json::from_str(sheet).unwrap_or_default();
    sheet.video.map(|video| (video.sha256, video.bytes)).into_iter().collect()
}

pub const HOLDINGS: &[Holding] = &[
    Holding::authored(
        "testimonials",
        "testimonial",
        "select testimonial_id, ente_id, created_at, changed_at, first_published_at, withdrawn_at from testimonial \
         where prepared_by = $1 or created_by = $1 or changed_by = $1 or published_by = $1 or withdrawn_by = $1 order by created_at",
        Why::OfTheEnte,
    ),
    Holding::authored(
        "testimonial-versions",
        "testimonial_version",
        "select testimonial_id, version, sent_at, answer, answer_text, answered_at, signed_name from testimonial_version \
         where sent_by = $1 or answered_by = $1 order by sent_at",
        Why::OfTheEnte,
    ),
    Holding::authored(
        "testimonial-releases",
        "testimonial_release",
        "select testimonial_id, testimonial_release_id, added_at, removed_at from testimonial_release \
         where added_by = $1 or removed_by = $1 order by added_at",
        Why::OfOthers,
    ),
    Holding::authored(
        "testimonial-suspensions",
        "testimonial_suspension",
        "select testimonial_suspension_id, starts_on, ends_on, created_at, removed_at from testimonial_suspension \
         where created_by = $1 or removed_by = $1 order by created_at",
        Why::OfTheProgramme,
    ),
];
