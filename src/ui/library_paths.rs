//! Addresses of the library: domande frequenti, documents and the search.

use crate::domain::ids::{DocumentId, FaqId, WebLinkId};
use crate::platform::search::{Hit, Kind};
use crate::ui::paths::encoded;

/// The domande frequenti, by theme.
pub const FAQ: &str = "/domande-frequenti";
/// The latest of them, to follow.
pub const FAQ_FEED: &str = "/domande-frequenti.atom";
/// What is released, searched: `?q=…`.
pub const SEARCH: &str = "/cerca";
/// All domande frequenti, drafts too, for experts and the segreteria.
pub const FAQ_DESK: &str = "/area/domande-frequenti";
/// A form: a new one.
pub const NEW_FAQ: &str = "/area/domande-frequenti/nuova";

pub fn faq(id: &FaqId) -> String {
    format!("{FAQ}/{id}")
}

/// Its name in a feed: the same wherever the installation moves to.
pub fn faq_name(id: &FaqId) -> String {
    format!("urn:uuid:{id}")
}

/// Its form; POST: saves or publishes.
pub fn faq_change(id: &FaqId) -> String {
    format!("{FAQ_DESK}/{id}")
}

/// POST `motivo`: no longer public.
pub fn faq_withdrawal(id: &FaqId) -> String {
    format!("{FAQ_DESK}/{id}/ritiro")
}

/// The documents that are public, with filters.
pub const DOCUMENTS: &str = "/documenti";
/// The newest of them, to follow.
pub const DOCUMENTS_FEED: &str = "/documenti.atom";
/// Those that somebody looks after.
pub const DOCUMENTS_DESK: &str = "/area/documenti";
/// A form: a new one.
pub const NEW_DOCUMENT: &str = "/area/documenti/nuovo";

/// Links to pages of others, and which of them are broken.
pub const LINKS: &str = "/area/documenti/collegamenti";

/// POST: asked for again now.
pub fn link_again(id: &WebLinkId) -> String {
    format!("{LINKS}/{id}/verifica")
}

/// POST: somebody has opened it, and it works.
pub fn link_fine(id: &WebLinkId) -> String {
    format!("{LINKS}/{id}/visto")
}

pub fn document(id: &DocumentId) -> String {
    format!("{DOCUMENTS}/{id}")
}

/// Its name in a feed: the same wherever the installation moves to.
pub fn document_name(id: &DocumentId) -> String {
    format!("urn:uuid:{id}")
}

/// The latest version: an address that stays.
pub fn document_file(id: &DocumentId) -> String {
    format!("{DOCUMENTS}/{id}/file")
}

pub fn document_version(id: &DocumentId, number: i64) -> String {
    format!("{DOCUMENTS}/{id}/versioni/{number}")
}

/// Its forms; POST: saves what is said of it.
pub fn document_change(id: &DocumentId) -> String {
    format!("{DOCUMENTS_DESK}/{id}")
}

/// POST: another file, or another address.
pub fn document_new_version(id: &DocumentId) -> String {
    format!("{DOCUMENTS_DESK}/{id}/versione")
}

/// POST `motivo`: no longer public.
pub fn document_withdrawal(id: &DocumentId) -> String {
    format!("{DOCUMENTS_DESK}/{id}/ritiro")
}

/// A page of results, counted from 1.
pub fn search(query: &str, page: i64) -> String {
    let page = if page > 1 { format!("&pagina={page}") } else { String::new() };
    format!("{SEARCH}?q={}{page}", encoded(query))
}

/// Where something found is read.
pub fn found(hit: &Hit) -> String {
    // What follows a `#` is a place on the page.
    let (id, place) = hit.id.split_once('#').map_or((hit.id.as_str(), String::new()), |(id, place)| (id, format!("#{place}")));
    let id = encoded(id);
    match hit.kind {
        Kind::Faq => format!("{FAQ}/{id}"),
        Kind::Question => format!("/quesiti/{id}"),
        Kind::Proceedings => format!("/forum/{id}/atti"),
        Kind::Testimonial => format!("/testimonial/{id}{place}"),
        Kind::Course => format!("/corsi/{id}"),
        Kind::Document => format!("{DOCUMENTS}/{id}"),
    }
}
