//! What the library holds about people: who looks after a domanda frequente, who wrote what of it, who published a document.

use crate::platform::holdings::{Holding, Why};
use crate::platform::media::Rows;

/// Every version that is a file.
pub const FILES: &[Rows] =
    &[Rows::new("documenti", "select distinct sha256, bytes from document_version where sha256 is not null order by sha256")];

/// What was published is signed in words, and stays so; the account behind it may go.
pub const HOLDINGS: &[Holding] = &[
    Holding::authored(
        "faq",
        "faq",
        "select faq_id, theme, review_on, created_at, withdrawn_at from faq \
         where owner_id = $1 or created_by = $1 or withdrawn_by = $1 order by created_at",
        Why::OfTheProgramme,
    ),
    Holding::authored(
        "faq-versions",
        "faq_version",
        "select faq_id, version, question, saved_at from faq_version where saved_by = $1 order by saved_at",
        Why::OfTheProgramme,
    ),
    Holding::authored(
        "documents",
        "document",
        "select document_id, title, published_at, withdrawn_at from document \
         where created_by = $1 or withdrawn_by = $1 order by published_at, document_id",
        Why::OfTheProgramme,
    ),
    Holding::authored(
        "document-versions",
        "document_version",
        "select document_id, number, name, added_at from document_version where added_by = $1 order by added_at, document_id",
        Why::OfTheProgramme,
    ),
];
