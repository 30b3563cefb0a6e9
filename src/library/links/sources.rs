//! Where the library itself publishes links.

use super::{Linking, Shelf, addresses};
use crate::ui::paths;

/// Documents that lie elsewhere, and answers with links in them.
pub const LINKS: &[Linking] = &[
    Linking {
        shelf: Shelf::Document,
        statement: "select d.document_id, d.created_by, d.title, v.url from document d \
             join document_version v on v.document_id = d.document_id \
                 and v.number = (select max(w.number) from document_version w where w.document_id = d.document_id) \
             where d.withdrawn_at is null and v.url is not null order by d.document_id",
        read: |title, address| (title.to_owned(), vec![address.to_owned()]),
        change: |id| format!("{}/{id}", paths::DOCUMENTS_DESK),
    },
    Linking {
        shelf: Shelf::Faq,
        statement: "select f.faq_id, f.owner_id, v.question, v.answer from faq f \
             join faq_version v on v.faq_id = f.faq_id and v.version = f.version order by f.faq_id",
        read: |question, answer| (question.to_owned(), addresses(answer)),
        change: |id| format!("{}/{id}", paths::FAQ_DESK),
    },
];
