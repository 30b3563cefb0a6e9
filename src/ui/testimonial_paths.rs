//! Addresses of the testimonials: what everybody reads, what the ente approves, what those see who prepare them.

use crate::domain::ids::{ReleaseId, SuspensionId, TestimonialId};

/// The testimonials, with filters.
pub const TESTIMONIALS: &str = "/testimonial";
/// The latest of them, to follow.
pub const TESTIMONIAL_FEED: &str = "/testimonial.atom";
/// Those of the ente acted for.
pub const OWN_TESTIMONIALS: &str = "/area/testimonial";
/// Those that somebody prepares, or all for the segreteria.
pub const PREPARATION: &str = "/area/preparazione";
/// A form: a new one; POST: begins it.
pub const NEW_TESTIMONIAL: &str = "/area/preparazione/nuova";
/// Electoral periods; POST: one more.
pub const SUSPENSIONS: &str = "/segreteria/sospensioni";

pub fn testimonial(id: &TestimonialId) -> String {
    format!("{TESTIMONIALS}/{id}")
}

/// The video of a testimonial at this address: `base` is that of the page.
pub fn video_of(base: &str) -> String {
    format!("{base}/video")
}

/// Its captions.
pub fn captions_of(base: &str) -> String {
    format!("{base}/sottotitoli.vtt")
}

/// A second of the video, as a fragment: of the page it is the paragraph that begins there, of the file the second itself.
pub fn at_second(second: i64) -> String {
    format!("#t={second}")
}

/// Its name in a feed: the same wherever the installation moves to.
pub fn testimonial_name(id: &TestimonialId) -> String {
    format!("urn:uuid:{id}")
}

/// What the ente was sent, to look at and to answer.
pub fn own_testimonial(id: &TestimonialId) -> String {
    format!("{OWN_TESTIMONIALS}/{id}")
}

/// POST `versione`, `testo`: corrections asked for.
pub fn own_corrections(id: &TestimonialId) -> String {
    format!("{OWN_TESTIMONIALS}/{id}/correzioni")
}

/// POST `versione`, `nome`: "visto, si pubblichi".
pub fn own_approval(id: &TestimonialId) -> String {
    format!("{OWN_TESTIMONIALS}/{id}/approvazione")
}

/// POST `motivo`: the ente takes its word back.
pub fn own_withdrawal(id: &TestimonialId) -> String {
    format!("{OWN_TESTIMONIALS}/{id}/ritiro")
}

/// How one stands, what is missing, what can be done.
pub fn preparation(id: &TestimonialId) -> String {
    format!("{PREPARATION}/{id}")
}

/// A step of the form; POST: saves it.
pub fn preparation_step(id: &TestimonialId, step: &str) -> String {
    format!("{PREPARATION}/{id}/{step}")
}

/// The draft as readers would see it; video and captions below it.
pub fn preview(id: &TestimonialId) -> String {
    format!("{PREPARATION}/{id}/anteprima")
}

/// POST `nota`: to the ente.
pub fn sending(id: &TestimonialId) -> String {
    format!("{PREPARATION}/{id}/invio")
}

/// POST: to everybody.
pub fn publication(id: &TestimonialId) -> String {
    format!("{PREPARATION}/{id}/pubblicazione")
}

/// POST `motivo`: no longer public.
pub fn preparation_withdrawal(id: &TestimonialId) -> String {
    format!("{PREPARATION}/{id}/ritiro")
}

/// POST `nome`, `riferimento`, `data`, `scadenza`: a release.
pub fn releases(id: &TestimonialId) -> String {
    format!("{PREPARATION}/{id}/liberatorie")
}

/// POST: it counts no longer.
pub fn release_end(id: &TestimonialId, release: &ReleaseId) -> String {
    format!("{PREPARATION}/{id}/liberatorie/{release}/fine")
}

/// POST: an electoral period entered by mistake.
pub fn suspension_end(id: &SuspensionId) -> String {
    format!("{SUSPENSIONS}/{id}/fine")
}
