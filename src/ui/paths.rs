//! The sitemap as functions: an address is written here and nowhere else.

use std::borrow::Cow;

use crate::domain::ids::{AppointmentId, AssessmentId, ClassDayId, EnteId, RegistrationId, SessionId};
use crate::platform::assets;
use crate::platform::pictures::Picture;
use crate::ui::words::Lang;

pub use crate::ui::course_paths::*;
pub use crate::ui::desk_paths::*;
pub use crate::ui::enrolment_paths::*;
pub use crate::ui::forum_paths::*;
pub use crate::ui::library_paths::*;
pub use crate::ui::presence_paths::*;
pub use crate::ui::record_paths::*;
pub use crate::ui::seminar_paths::*;
pub use crate::ui::testimonial_paths::*;
pub use crate::ui::upload_paths::*;

/// A file of `static/`, with the hash of its content: `asset("affianca.css")`, `asset("vendor/fonts.css")`.
pub fn asset(name: &str) -> Cow<'static, str> {
    // Not built yet: the address answers 404 and the page still reads, without style.
    assets::address(name).map_or_else(|| format!("/static/{name}").into(), Cow::Borrowed)
}

/// The icons of the kit, each by its name after a `#`.
pub fn sprites() -> Cow<'static, str> {
    asset("vendor/sprites.svg")
}

/// A picture named in the settings.
pub fn picture(picture: &Picture) -> String {
    format!("/immagini/{}", picture.hash)
}

/// The same page in another language. `path` is path and query as asked for.
pub fn in_language(path: &str, lang: Lang) -> String {
    let (path, query) = path.split_once('?').unwrap_or((path, ""));
    let kept = query.split('&').filter(|pair| !pair.is_empty() && pair.split('=').next() != Some("lang"));
    let kept: String = kept.map(|pair| format!("{pair}&")).collect();
    format!("{path}?{kept}lang={}", lang.as_str())
}

/// The sign-in page, and back to `path` afterwards.
pub fn sign_in(path: &str) -> String {
    match path {
        "" | HOME | SIGN_OUT => SIGN_IN.to_owned(),
        // The page itself already knows the way back.
        _ if path.split('?').next() == Some(SIGN_IN) => path.to_owned(),
        _ => format!("{SIGN_IN}?ritorno={}", encoded(path)),
    }
}

/// Percent-encoding of a value in a query (RFC 3986, unreserved characters and `/` stay).
pub fn encoded(value: &str) -> String {
    let mut text = String::with_capacity(value.len());
    for b in value.bytes() {
        match b {
            b'A'..=b'Z' | b'a'..=b'z' | b'0'..=b'9' | b'-' | b'.' | b'_' | b'~' | b'/' => text.push(char::from(b)),
            _ => text.push_str(&format!("%{b:02X}")),
        }
    }
    text
}

pub const HOME: &str = "/";
/// The sign-in page; POST `utente`, `password`, `ritorno`.
pub const SIGN_IN: &str = "/entra";
/// A forgotten password; POST `chi`.
pub const RESET: &str = "/entra/recupero";
/// The second step: the code, after the password; POST `codice`.
pub const SIGN_IN_CODE: &str = "/entra/codice";
/// After the password, for a role that requires a second factor and a person without one; POST `chiave`, `codice`.
pub const SIGN_IN_BEGIN: &str = "/entra/attivazione";
/// Leads to the identity provider, if one is set: GET, because a form may not lead to another site.
pub const FEDERATED: &str = "/entra/esterno";
/// Back from the identity provider.
pub const FEDERATED_BACK: &str = "/entra/esterno/ritorno";
/// An identity that opens nothing yet, shown to who has signed in with the password; POST: links it.
pub const FEDERATED_LINK: &str = "/entra/esterno/collegamento";
/// One's own identities at the provider; POST `identita`: unlinks.
pub const IDENTITIES: &str = "/area/profilo/identita";
/// One's own second factor; POST `chiave`, `codice`: begins it.
pub const FACTOR: &str = "/area/profilo/codici";
/// POST `codice`: ten new recovery codes.
pub const FACTOR_CODES: &str = "/area/profilo/codici/recupero";
/// POST `codice-fine`, `password`: ends it.
pub const FACTOR_END: &str = "/area/profilo/codici/disattivazione";
/// For the gestore: takes somebody's factor away; POST `utente`.
pub const FACTOR_RESET: &str = "/gestione/codici";

/// To the identity provider, and to `back` afterwards.
pub fn federated(back: &str) -> String {
    if back.is_empty() { FEDERATED.to_owned() } else { format!("{FEDERATED}?ritorno={}", encoded(back)) }
}

/// A page that asks; POST: ends the session.
pub const SIGN_OUT: &str = "/esci";
/// POST `incarico=<appointment>`: acts for another ente from now on.
pub const SWITCH: &str = "/area/incarico";
pub const AREA: &str = "/area";
/// The person's own data and appointments.
pub const PROFILE: &str = "/area/profilo";
/// The person changes their password, their address; calls a change of address off.
pub const OWN_PASSWORD: &str = "/area/profilo/password";
/// How one wants to be written to.
pub const OWN_LETTERS: &str = "/area/profilo/messaggi";
pub const OWN_ADDRESS: &str = "/area/profilo/indirizzo";
pub const STOP_ADDRESS: &str = "/area/profilo/indirizzo/fine";
/// POST: ends all sessions but the one that asks.
pub const OTHER_SESSIONS: &str = "/area/profilo/sessioni/fine";
/// The privacy notice for whoever has not declared having read it; POST `informativa`, `ritorno`.
pub const NOTICE: &str = "/area/informativa";

/// The same, and from there to a page of ours.
pub fn notice(back: &str) -> String {
    format!("{NOTICE}?ritorno={}", encoded(back))
}

pub const MY_DATA: &str = "/area/dati";
pub const MY_DATA_JSON: &str = "/area/dati/copia.json";
pub const MY_DATA_CSV: &str = "/area/dati/copia.csv";
pub const ERASURE: &str = "/area/dati/cancellazione";
pub const NOTICE_READ: &str = "/area/dati/informativa";
pub const PROCESSING: &str = "/gestione/trattamenti";
pub const PROCESSING_CSV: &str = "/gestione/trattamenti.csv";
/// The way in: the ente one works for is looked for here.
pub const REGISTRATION: &str = "/registrazione";
/// Enti found while somebody types, as JSON.
pub const SUGGESTIONS: &str = "/registrazione/enti";
/// What to do after the form was sent.
pub const REGISTRATION_SENT: &str = "/registrazione/inviata";
/// POST: the account that a code opens.
pub const ACTIVATION_ACCOUNT: &str = "/attivazione/accesso";
/// What the person has asked for.
pub const OWN_REQUESTS: &str = "/area/incarichi";
/// The people of the ente acted for.
pub const OWN_PEOPLE: &str = "/area/persone";
/// POST: invites colleagues.
pub const OWN_INVITATIONS: &str = "/area/persone/inviti";
/// What the funder needs to know of the person.
pub const FACTS: &str = "/area/dati-richiesti";
/// Requests for access that wait, for the segreteria.
pub const REQUESTS: &str = "/segreteria/richieste";

/// The form for one ente.
pub fn registration(ente: &EnteId) -> String {
    format!("{REGISTRATION}/{ente}")
}

/// The search for an ente as it was typed.
pub fn registration_search(name: &str) -> String {
    format!("{REGISTRATION}?nome={}", encoded(name))
}

/// The link of the letter that verifies an address.
pub fn registration_link(token: &str) -> String {
    format!("{REGISTRATION}/conferma/{token}")
}

/// The link by which somebody who is in already confirms their address.
pub fn address_link(token: &str) -> String {
    format!("{REGISTRATION}/indirizzo/{token}")
}

pub fn invitation(token: &str) -> String {
    format!("/inviti/{token}")
}

/// POST: takes back what the person has asked for.
pub fn own_request_withdrawal(id: &RegistrationId) -> String {
    format!("{OWN_REQUESTS}/{id}/ritiro")
}

/// POST: yes or no to a request, by the referente.
pub fn own_people_request(id: &RegistrationId) -> String {
    format!("{OWN_PEOPLE}/richieste/{id}")
}

/// POST: takes an invitation back.
pub fn invitation_withdrawal(id: &RegistrationId) -> String {
    format!("{OWN_INVITATIONS}/{id}/ritiro")
}

/// POST: the last day of a colleague's appointment.
pub fn colleague_end(id: &AppointmentId) -> String {
    format!("{OWN_PEOPLE}/incarichi/{id}/fine")
}

/// POST: makes a colleague referente.
pub fn colleague_referente(id: &AppointmentId) -> String {
    format!("{OWN_PEOPLE}/incarichi/{id}/referente")
}

/// POST: yes or no to a request, by the segreteria.
pub fn request(id: &RegistrationId) -> String {
    format!("{REQUESTS}/{id}")
}

/// A page of the requests that wait, counted from 1, by part of the name of an ente.
pub fn requests(name: &str, without_referente: bool, page: usize) -> String {
    let pairs = [
        ("cerca", encoded(name)),
        ("senza", if without_referente { "referente".to_owned() } else { String::new() }),
        ("pagina", if page > 1 { page.to_string() } else { String::new() }),
    ];
    let query: Vec<String> =
        pairs.into_iter().filter(|(_, value)| !value.is_empty()).map(|(name, value)| format!("{name}={value}")).collect();
    if query.is_empty() { REQUESTS.to_owned() } else { format!("{REQUESTS}?{}", query.join("&")) }
}

/// Public explanation of the self-assessment.
pub const ASSESSMENT: &str = "/autodiagnosi";
pub const ASSISTANCE: &str = "/assistenza";
pub const ACCESSIBILITY: &str = "/accessibilita";
pub const PRIVACY: &str = "/privacy";
pub const LEGAL_NOTES: &str = "/note-legali";
pub const SITE_MAP: &str = "/mappa";
/// Aggregated figures on the use of the site.
pub const STATISTICS: &str = "/statistiche";
/// POST: a visitor's opinion of a page (fields of `ui/feedback.rs`).
pub const RATING: &str = "/valutazione";

/// A new password, by a link that came in a letter.
pub fn new_password(token: &str) -> String {
    format!("{SIGN_IN}/password/{token}")
}

/// A new address confirmed or stopped, by a link that came in a letter.
pub fn confirm_address(token: &str) -> String {
    format!("{SIGN_IN}/indirizzo/{token}")
}

/// POST: ends one of the person's own sessions.
pub fn end_session(id: &SessionId) -> String {
    format!("{PROFILE}/sessioni/{id}/fine")
}

/// The rilevazioni of the ente acted for.
pub const OWN_ASSESSMENT: &str = "/area/autodiagnosi";
/// The blank questionnaire, for printing.
pub const BLANK: &str = "/autodiagnosi/questionario";

/// One section of the blank questionnaire.
pub fn blank_section(section: &str) -> String {
    format!("{BLANK}/{section}")
}

/// One section of a rilevazione.
pub fn section(id: &AssessmentId, section: &str) -> String {
    format!("{OWN_ASSESSMENT}/{id}/sezioni/{section}")
}

/// A question where it stands in its section.
pub fn question(id: &AssessmentId, of: &str, question: &str) -> String {
    format!("{}#{question}", section(id, of))
}

/// Leads on to the first question without an answer.
pub fn resume(id: &AssessmentId) -> String {
    format!("{OWN_ASSESSMENT}/{id}/ripresa")
}

pub fn review(id: &AssessmentId) -> String {
    format!("{OWN_ASSESSMENT}/{id}/riepilogo")
}

/// POST: closes the rilevazione.
pub fn closing(id: &AssessmentId) -> String {
    format!("{OWN_ASSESSMENT}/{id}/chiusura")
}

pub fn reopening(id: &AssessmentId) -> String {
    format!("{OWN_ASSESSMENT}/{id}/riapertura")
}

/// The report of a closed version.
pub fn report(id: &AssessmentId, closing: i64) -> String {
    format!("{OWN_ASSESSMENT}/{id}/rapporto/{closing}")
}

/// Answers and scores of a closed version as a file: `json` or `csv`.
pub fn export(id: &AssessmentId, closing: i64, format: &str) -> String {
    format!("{OWN_ASSESSMENT}/{id}/rapporto/{closing}/risposte.{format}")
}

/// An address of the router without what stands for ids, to be read: `/segreteria/enti/…/modifica`.
pub fn without_ids(template: &str) -> String {
    let segments = template.split('/').map(|segment| if segment.starts_with('<') { "…" } else { segment });
    segments.collect::<Vec<_>>().join("/")
}

/// All of them as a calendar to follow; `?regione=` and `?tema=` cut it down.
pub const SEMINARS_CALENDAR: &str = "/seminari/calendario.ics";
/// One's own calendar; POST: a new secret address.
pub const OWN_CALENDAR: &str = "/area/calendario";
/// POST: the address opens nothing any more.
pub const OWN_CALENDAR_END: &str = "/area/calendario/revoca";

/// One giornata as a file for calendars.
pub fn class_day_file(id: &ClassDayId) -> String {
    format!("{SEMINARS}/{id}.ics")
}

/// A secret calendar.
pub fn calendar_feed(token: &str) -> String {
    format!("/calendario/{token}.ics")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_language_link_keeps_the_rest_of_the_query() {
        assert_eq!(in_language("/mappa", Lang::En), "/mappa?lang=en");
        assert_eq!(in_language("/a?x=1&lang=it&y=2", Lang::En), "/a?x=1&y=2&lang=en");
        assert_eq!(in_language("/a?lang=en", Lang::It), "/a?lang=it");
    }

    #[test]
    fn the_way_back_from_sign_in_is_one_value() {
        assert_eq!(sign_in("/area/a?x=1&y=è"), "/entra?ritorno=/area/a%3Fx%3D1%26y%3D%C3%A8");
        for here in ["/entra", "/entra?ritorno=/area"] {
            assert_eq!(sign_in(here), here);
        }
    }
}
