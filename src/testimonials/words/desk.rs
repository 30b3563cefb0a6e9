//! The phrases of those who prepare testimonials, of the ente that approves them, and of electoral periods.

use super::part;
use crate::domain::testimonial::{Missing, State};
use crate::ui::words::Lang;

type Text = &'static str;

super::phrases! {
    area: Text = "Area personale", "Personal area";
    preparation: Text = "Testimonianze in preparazione", "Testimonials being prepared";
    preparation_lead: Text = "Quello che un ente racconta appartiene all’ente: si pubblica solo la versione che ha approvato.", "What a body tells belongs to it: only the version that it approved is published.";
    caption: Text = "Testimonianze, con quello che manca per pubblicarle", "Testimonials, with what is missing before they can be published";
    column_title: Text = "Testimonianza", "Testimonial";
    column_ente: Text = "Ente", "Body";
    column_state: Text = "Stato", "State";
    column_missing: Text = "Che cosa manca", "What is missing";
    column_by: Text = "La prepara", "Prepared by";
    nothing_missing: Text = "nulla", "nothing";
    more_missing: fn(usize) -> String = |n| format!("e altre {n} cose"), |n| format!("and {n} more");
    nobody: Text = "nessuno", "nobody";
    none: Text = "Non c’è ancora nessuna testimonianza: cominciate la prima.", "There is no testimonial yet: begin the first.";
    new: Text = "Nuova testimonianza", "New testimonial";
    new_lead: Text = "Scegliete l’ente che racconta: è l’unico che potrà approvarla.", "Choose the body that tells: it alone can approve it.";
    search_ente: Text = "Ente che racconta", "Body that tells";
    search_hint: Text = "Una parte del nome; se non c’è, la segreteria lo aggiunge al registro degli enti.", "Part of its name; if it is missing, the secretariat adds it to the register.";
    search: Text = "Cerca", "Search";
    no_ente_found: Text = "Nessun ente con questo nome.", "No body of this name.";
    choose_ente: Text = "Quale ente", "Which body";
    title: Text = "Titolo", "Title";
    title_hint: Text = "Che cosa hanno fatto, in una riga: «Sei comuni, uno sportello».", "What they did, in a line: “Six municipalities, one desk”.";
    begin: Text = "Comincia", "Begin";
    give_up: Text = "Lascia stare", "Leave it";
    // One.
    to_publish: Text = "Per pubblicarla", "To publish it";
    ready: Text = "Non manca nulla: si può pubblicare.", "Nothing is missing: it can be published.";
    missing: Text = "Mancano ancora:", "Still missing:";
    steps: Text = "La scheda, passo per passo", "The sheet, step by step";
    preview: Text = "Anteprima", "Preview";
    preview_notice: Text = "Anteprima: la vedono solo chi la prepara e la segreteria.", "Preview: seen only by those who prepare it and by the secretariat.";
    public_page: Text = "Pagina pubblica", "Public page";
    send: Text = "Invia all’ente", "Send to the body";
    send_lead: Text = "L’ente vedrà la scheda com’è adesso e riceverà un messaggio. Ogni invio è una versione: se poi la cambiate, va inviata e approvata di nuovo.", "The body will see the sheet as it is now, and receive a message. Each is a version: if you change it afterwards, it has to be sent and approved again.";
    send_again: Text = "Invia di nuovo all’ente", "Send to the body again";
    sent_as_is: Text = "L’ente ha già questa versione.", "The body has this version already.";
    note: Text = "Nota per l’ente", "Note for the body";
    note_hint: Text = "Che cosa guardare, o che cosa è cambiato.", "What to look at, or what has changed.";
    publish: Text = "Pubblica", "Publish";
    publish_lead: Text = "Sarà pubblica la versione che l’ente ha approvato.", "The version that the body approved will be public.";
    withdrawal: Text = "Ritiro", "Withdrawal";
    withdrawal_lead: Text = "I lettori non la vedono più e la ricerca non la trova. L’ente riceve un messaggio con il motivo.", "Readers do not see it any more and the search does not find it. The body receives a message with the reason.";
    reason: Text = "Motivo", "Reason";
    withdraw: Text = "Ritira", "Withdraw";
    versions: Text = "Versioni inviate all’ente", "Versions sent to the body";
    version: fn(i64, &str) -> String = |n, d| format!("Versione {n}, inviata: {d}"), |n, d| format!("Version {n}, sent: {d}");
    no_versions: Text = "L’ente non ha ancora visto nulla.", "The body has not seen anything yet.";
    approved_by: fn(&str, &str) -> String = |n, d| format!("«Visto, si pubblichi»: {n}, {d}"), |n, d| format!("Approved: {n}, {d}");
    corrections_on: fn(&str) -> String = |d| format!("Correzioni chieste ({d}):"), |d| format!("Corrections asked for ({d}):");
    waiting: Text = "In attesa di risposta.", "Waiting for an answer.";
    changed_since: fn(&str) -> String = |p| format!("Cambiati da allora: {p}."), |p| format!("Changed since: {p}.");
    releases: Text = "Liberatorie", "Releases";
    releases_lead: Text = "Di ogni persona riconoscibile, nel video o nel testo: nome, dov’è il documento firmato, fino a quando vale. Alla scadenza la testimonianza non è più pubblica; trenta giorni prima arriva un messaggio.", "Of every person who can be recognised, in the video or in the text: name, where the signed paper is, until when it holds. When it expires the testimonial is no longer public; a message comes thirty days before.";
    releases_caption: Text = "Liberatorie annotate", "Releases noted";
    no_releases: Text = "Nessuna liberatoria annotata.", "No release noted.";
    name: Text = "Nome e cognome", "Name and surname";
    reference: Text = "Dov’è il documento", "Where the paper is";
    reference_hint: Text = "Protocollo o fascicolo: «prot. 1234 del 2 marzo 2026».", "Protocol number or folder: “prot. 1234, 2 March 2026”.";
    signed_on: Text = "Firmata il", "Signed on";
    expires_on: Text = "Vale fino al", "Holds until";
    without_end: Text = "senza scadenza", "without end";
    expired: Text = "scaduta", "expired";
    add_release: Text = "Annota la liberatoria", "Note the release";
    remove_release: Text = "Togli", "Remove";
    release_of: fn(&str) -> String = |n| format!("la liberatoria di {n}"), |n| format!("the release of {n}");
    is_withdrawn_by_ente: fn(&str, &str) -> String = |d, w| format!("L’ente l’ha ritirata il {d}: {w}"), |d, w| format!("Withdrawn by the body on {d}: {w}");
    is_withdrawn: fn(&str, &str) -> String = |d, w| format!("Ritirata il {d}: {w}"), |d, w| format!("Withdrawn on {d}: {w}");
    is_lapsed: fn(&str) -> String = |d| format!("Non è più pubblica dal {d}, perché una liberatoria è scaduta o è stata tolta."), |d| format!("No longer public since {d}, because a release expired or was removed.");
    done_begun: Text = "Testimonianza cominciata: compilate la scheda, passo per passo.", "Testimonial begun: fill in the sheet, step by step.";
    done_saved: Text = "Salvato.", "Saved.";
    done_sent: Text = "Inviata all’ente, che ha ricevuto un messaggio.", "Sent to the body, which has received a message.";
    done_published: Text = "Pubblicata.", "Published.";
    done_withdrawn: Text = "Ritirata: i lettori non la vedono più.", "Withdrawn: readers do not see it any more.";
    done_release: Text = "Liberatoria annotata.", "Release noted.";
    done_release_removed: Text = "Liberatoria tolta.", "Release removed.";
    not_sent: Text = "Prima di inviarla compilate:", "Before sending it, write:";
    not_published: Text = "Non si può ancora pubblicare.", "It cannot be published yet.";
    changed_meanwhile: Text = "Qualcun altro ha cambiato la scheda mentre scrivevate. Quello che avete scritto è qui sotto: controllatelo e salvate di nuovo.", "Somebody else changed the sheet while you were writing. What you wrote is below: check it and save again.";
    // The ente.
    own: Text = "Le vostre testimonianze", "Your testimonials";
    own_lead: Text = "Quello che il vostro ente racconta agli altri. Nulla è pubblico senza la vostra approvazione.", "What your body tells others. Nothing is public without your approval.";
    own_none: Text = "Nessuna testimonianza da guardare.", "No testimonial to look at.";
    own_none_what: Text = "Se il vostro ente ha un’esperienza da raccontare, scrivete alla segreteria.", "If your body has an experience to tell, write to the secretariat.";
    own_waiting: Text = "da approvare", "to be approved";
    own_corrections: Text = "avete chiesto correzioni", "you asked for corrections";
    own_approved: Text = "approvata, non ancora pubblica", "approved, not public yet";
    own_public: Text = "pubblica", "public";
    own_public_and_waiting: Text = "pubblica; una nuova versione è da approvare", "public; a new version is to be approved";
    own_withdrawn: Text = "ritirata", "withdrawn";
    own_notice: Text = "Questa è la pagina come la vedrebbero i lettori. Le vostre scelte sono in fondo.", "This is the page as readers would see it. Your choices are at the end.";
    own_changed: fn(&str) -> String = |p| format!("Rispetto alla versione che avevate visto prima, sono cambiati: {p}."), |p| format!("Compared with the version you saw before, these have changed: {p}.");
    own_unchanged: Text = "Nulla è cambiato rispetto alla versione che avevate visto prima.", "Nothing has changed since the version you saw before.";
    decide: Text = "La vostra risposta", "Your answer";
    approve: Text = "Visto, si pubblichi", "Seen, may be published";
    approve_lead: Text = "Approvate questa versione, così com’è. Se chi la prepara la cambia, dovrà chiedervelo di nuovo.", "You approve this version as it is. If those who prepare it change it, they have to ask you again.";
    approve_name: Text = "Nome e cognome di chi approva", "Name of whoever approves";
    ask: Text = "Chiedete correzioni", "Ask for corrections";
    ask_text: Text = "Che cosa va corretto", "What is to be corrected";
    ask_send: Text = "Invia le correzioni", "Send the corrections";
    own_withdraw: Text = "Ritirate la vostra approvazione", "Take your approval back";
    own_withdraw_lead: Text = "La pagina sparisce subito dal sito e dalla ricerca. Per pubblicarla di nuovo serve una vostra nuova approvazione.", "The page goes from the site and from the search at once. It needs a new approval of yours to be published again.";
    done_corrections: Text = "Correzioni inviate a chi prepara la testimonianza.", "Corrections sent to those who prepare the testimonial.";
    done_approved: Text = "Approvata. Chi la prepara è stato avvisato.", "Approved. Those who prepare it have been told.";
    done_taken_back: Text = "Ritirata: non è più pubblica.", "Withdrawn: it is no longer public.";
    another_version: Text = "Nel frattempo è arrivata un’altra versione, o qualcuno ha già risposto: guardate com’è adesso.", "Meanwhile another version has arrived, or somebody has answered already: look at it as it is now.";
    // Electoral periods.
    suspensions: Text = "Periodi elettorali", "Electoral periods";
    suspensions_lead: Text = "Dalla convocazione dei comizi alla chiusura del voto le amministrazioni non fanno comunicazione (art. 9, L. 28/2000). In questi giorni le testimonianze interessate non si vedono: al loro posto c’è un avviso neutro, e tornano da sole.", "From the calling of an election to the end of the vote, public bodies do not communicate (art. 9, L. 28/2000). On these days the testimonials concerned are out of sight: a neutral notice stands in their place, and they come back by themselves.";
    suspensions_caption: Text = "Periodi inseriti", "Periods entered";
    no_suspensions: Text = "Nessun periodo inserito.", "No period entered.";
    for_whom: Text = "Chi riguarda", "Whom it concerns";
    for_all: Text = "Tutte le testimonianze", "All testimonials";
    for_region: fn(&str) -> String = |r| format!("Regione {r}"), |r| format!("Region {r}");
    from: Text = "Dal", "From";
    to: Text = "Al (compreso)", "To (included)";
    suspension_reason: Text = "Consultazione", "Vote";
    suspension_reason_hint: Text = "«Elezioni amministrative del 24 maggio 2026».", "“Local elections of 24 May 2026”.";
    add_suspension: Text = "Inserisci il periodo", "Enter the period";
    remove_suspension: Text = "Togli", "Remove";
    going_on: Text = "in corso", "going on";
    done_suspended: Text = "Periodo inserito.", "Period entered.";
    done_unsuspended: Text = "Periodo tolto.", "Period removed.";
}

pub fn words(lang: Lang) -> &'static Words {
    match lang {
        Lang::It => &IT,
        Lang::En => &EN,
    }
}

pub fn state(lang: Lang, state: State) -> &'static str {
    let said = match state {
        State::Draft => ("in preparazione", "being prepared"),
        State::Waiting => ("in attesa dell’ente", "waiting for the body"),
        State::Corrections => ("l’ente chiede correzioni", "the body asks for corrections"),
        State::Approved => ("approvata dall’ente", "approved by the body"),
        State::Public => ("pubblica", "public"),
        State::Ahead => ("pubblica, con modifiche da approvare", "public, with changes to be approved"),
        State::Withdrawn => ("ritirata", "withdrawn"),
        State::Lapsed => ("non più pubblica: liberatoria", "no longer public: release"),
    };
    super::either(lang, said)
}

/// Parts in a row: "il titolo, le cifre".
pub fn parts(lang: Lang, all: &[crate::domain::testimonial::Part]) -> String {
    all.iter().map(|one| part(lang, *one)).collect::<Vec<_>>().join(", ")
}

pub fn missing(lang: Lang, one: &Missing) -> String {
    let (it, en) = match one {
        Missing::Part(which) => return part(lang, *which).to_owned(),
        Missing::NotSent(changed) if changed.is_empty() => ("l’invio all’ente".to_owned(), "sending it to the body".to_owned()),
        Missing::NotSent(changed) => (
            format!("l’approvazione dell’ente per quello che è cambiato: {}", parts(lang, changed)),
            format!("the approval of the body for what has changed: {}", parts(lang, changed)),
        ),
        Missing::NotAnswered => ("la risposta dell’ente".to_owned(), "the answer of the body".to_owned()),
        Missing::ToCorrect => ("le correzioni che l’ente chiede".to_owned(), "the corrections that the body asks for".to_owned()),
        Missing::TakenBack => (
            "una nuova approvazione: l’ente l’ha ritirata (inviatela di nuovo)".to_owned(),
            "a new approval: the body took it back (send it again)".to_owned(),
        ),
        Missing::NoRelease(name) => (format!("la liberatoria di {name}"), format!("the release of {name}")),
        Missing::ReleaseExpired(name) => {
            (format!("una nuova liberatoria di {name}: è scaduta"), format!("a new release of {name}: it has expired"))
        }
    };
    match lang {
        Lang::It => it,
        Lang::En => en,
    }
}
