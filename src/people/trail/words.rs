//! The phrases of the audit trail: what each deed is called.

use crate::access::RoleName;
use crate::domain::deed::Kind;
use crate::platform::audit::Passage;
use crate::ui::words::Lang;

pub struct Words {
    pub area: &'static str,
    pub trail: &'static str,
    pub trail_lead: &'static str,
    pub search: &'static str,
    pub search_hint: &'static str,
    pub kind: &'static str,
    pub any_kind: &'static str,
    pub from: &'static str,
    pub to: &'static str,
    pub find: &'static str,
    pub found: fn(total: i64, shown: &str) -> String,
    pub nothing: &'static str,
    pub all: &'static str,
    pub caption: &'static str,
    pub column_when: &'static str,
    pub column_what: &'static str,
    pub column_by: &'static str,
    pub column_role: &'static str,
    pub column_person: &'static str,
    pub column_ente: &'static str,
    pub column_detail: &'static str,
    pub column_client: &'static str,
    pub column_username: &'static str,
    pub machine: &'static str,
    pub visitor: &'static str,
    pub export: &'static str,
    // The access log.
    pub log: &'static str,
    pub log_lead: &'static str,
    pub log_caption: &'static str,
    pub log_nothing: &'static str,
    pub log_search_hint: &'static str,
    pub file_trail: &'static str,
    pub file_log: &'static str,
}

pub fn words(lang: Lang) -> &'static Words {
    match lang {
        Lang::It => &IT,
        Lang::En => &EN,
    }
}

/// What a deed is called.
pub fn deed(lang: Lang, kind: Kind) -> &'static str {
    let (it, en) = match kind {
        Kind::RoleGranted => ("Ruolo dato", "Role granted"),
        Kind::RoleWithdrawn => ("Ruolo tolto", "Role withdrawn"),
        Kind::PersonErased => ("Persona resa anonima, su sua richiesta", "Person made anonymous, at their own request"),
        Kind::CertificateIssued => ("Attestato emesso", "Attestato issued"),
        Kind::CertificateRevoked => ("Attestato revocato", "Attestato revoked"),
        Kind::CertificateReissued => ("Attestato emesso di nuovo", "Attestato issued again"),
        Kind::EditionCreated => ("Edizione creata", "Edition created"),
        Kind::EditionChanged => ("Edizione modificata", "Edition changed"),
        Kind::ErasedOnBehalf => ("Dati di una persona cancellati a sua richiesta", "Data of a person erased at their request"),
        Kind::UnusedErased => ("Accesso mai usato cancellato", "Account never used erased"),
        Kind::DataHandedOver => ("Copia dei dati preparata a richiesta", "Copy of personal data made on request"),
        Kind::FactsNoted => ("Dati per la rendicontazione annotati", "Data for the report to the funder noted"),
        Kind::EnteInvited => ("Ente invitato a un’edizione", "Body invited to an edition"),
        Kind::AdhesionChanged => ("Adesione cambiata", "Adhesion changed"),
        Kind::ExceptionGranted => ("Ente ammesso in deroga", "Body admitted by exception"),
        Kind::ExceptionWithdrawn => ("Deroga tolta", "Exception withdrawn"),
        Kind::PaperNoted => ("Atto o protocollo annotato", "Act or protocol number noted"),
        Kind::CodeMade => ("Codice di attivazione creato", "Activation code made"),
        Kind::CodeUsed => ("Codice di attivazione usato", "Activation code used"),
        Kind::EnteReached => ("Recapiti di un ente cambiati", "Contacts of a body changed"),
        Kind::PersonDisabled => ("Accesso disabilitato", "Account disabled"),
        Kind::PersonEnabled => ("Accesso riabilitato", "Account enabled"),
        Kind::PasswordReset => ("Password scelta di nuovo, con un link", "Password chosen anew, by a link"),
        Kind::PasswordChosen => ("Prima password scelta", "First password chosen"),
        Kind::PasswordChanged => ("Password cambiata", "Password changed"),
        Kind::AddressChanged => ("Indirizzo e-mail cambiato", "E-mail address changed"),
        Kind::FactorBegun => ("Codici di accesso attivati", "One-time codes begun"),
        Kind::FactorEnded => ("Codici di accesso disattivati", "One-time codes ended"),
        Kind::FactorReset => ("Codici di accesso tolti dalla gestione", "One-time codes taken away by the management"),
        Kind::RecoveryCodeUsed => ("Codice di recupero usato", "Recovery code used"),
        Kind::RecoveryCodesMade => ("Codici di recupero creati di nuovo", "Recovery codes made again"),
        Kind::IdentityLinked => ("Identità digitale collegata", "Identity at a provider linked"),
        Kind::ForumDayAnnounced => ("Giornata di forum annunciata", "Forum day announced"),
        Kind::ForumDayChanged => ("Giornata di forum modificata", "Forum day changed"),
        Kind::ForumDayExtended => ("Giornata di forum prorogata", "Forum day extended"),
        Kind::ForumDayPublished => ("Atti del forum pubblicati", "Forum proceedings published"),
        Kind::ForumDayDiscarded => ("Giornata di forum eliminata", "Forum day deleted"),
        Kind::FaqPublished => ("Domanda frequente pubblicata", "Frequent question published"),
        Kind::FaqWithdrawn => ("Domanda frequente ritirata", "Frequent question withdrawn"),
        Kind::DayHeld => ("Giornata d’aula chiusa", "Classroom day closed"),
        Kind::PresenceCorrected => ("Presenza corretta a giornata chiusa", "Presence corrected on a closed day"),
        Kind::ScanReplaced => ("Scansione del registro sostituita", "Scan of a register replaced"),
        Kind::IdentityUnlinked => ("Identità digitale scollegata", "Identity at a provider unlinked"),
        Kind::FiscalNumberGiven => ("Codice fiscale annotato", "Fiscal number noted"),
        Kind::AddressVerified => ("Indirizzo e-mail confermato", "E-mail address confirmed"),
        Kind::RegistrationArrived => ("Richiesta di agire per un ente", "Request to act for a body"),
        Kind::RegistrationApproved => ("Richiesta approvata", "Request approved"),
        Kind::RegistrationRefused => ("Richiesta rifiutata", "Request refused"),
        Kind::RegistrationWithdrawn => ("Richiesta ritirata", "Request withdrawn"),
        Kind::PersonInvited => ("Persona invitata ad agire per un ente", "Person invited to act for a body"),
        Kind::InvitationWithdrawn => ("Invito ritirato", "Invitation withdrawn"),
        Kind::InvitationAccepted => ("Invito accettato", "Invitation accepted"),
        Kind::Appointed => ("Incarico iniziato", "Appointment begun"),
        Kind::AppointmentEnded => ("Incarico terminato", "Appointment ended"),
        Kind::ImportCarriedOut => ("Importazione eseguita", "Import carried out"),
        Kind::EnteSucceeded => ("Successione di un ente", "Succession of a body"),
        Kind::SuccessionAnnounced => ("Successione annunciata", "Succession announced"),
        Kind::SuccessionUndone => ("Successione annullata", "Succession undone"),
        Kind::CodeChanged => ("Codice ISTAT cambiato", "ISTAT code changed"),
        Kind::PersonRegistered => ("Accesso creato per telefono", "Account made by telephone"),
        Kind::PasswordInvited => ("Messaggio per scegliere la password", "Message to choose a password"),
        Kind::PeopleMerged => ("Due accessi uniti", "Two accounts merged"),
        Kind::ReadingAllowed => ("Lettura di un rapporto permessa", "Reading of a report allowed"),
        Kind::ReadingRevoked => ("Lettura di un rapporto non più permessa", "Reading of a report no longer allowed"),
        Kind::TestimonialBegun => ("Testimonianza cominciata", "Testimonial begun"),
        Kind::TestimonialSent => ("Testimonianza inviata all’ente", "Testimonial sent to its body"),
        Kind::TestimonialCorrected => ("Correzioni chieste dall’ente", "Corrections asked for by the body"),
        Kind::TestimonialApproved => ("Testimonianza approvata dall’ente", "Testimonial approved by its body"),
        Kind::TestimonialPublished => ("Testimonianza pubblicata", "Testimonial published"),
        Kind::TestimonialWithdrawn => ("Testimonianza ritirata", "Testimonial withdrawn"),
        Kind::TestimonialLapsed => {
            ("Testimonianza non più pubblica: liberatoria scaduta", "Testimonial no longer public: a release expired")
        }
        Kind::ReleaseNoted => ("Liberatoria annotata", "Release noted"),
        Kind::ReleaseRemoved => ("Liberatoria tolta", "Release removed"),
        Kind::TestimonialsSuspended => ("Periodo elettorale inserito", "Electoral period entered"),
        Kind::SuspensionRemoved => ("Periodo elettorale tolto", "Electoral period removed"),
        Kind::MailingBegun => ("Inviti a molti enti", "Invitations to many bodies"),
        Kind::LetterSentAgain => ("Messaggio inviato di nuovo", "Message sent again"),
        Kind::ReportRead => ("Rapporto letto con il consenso dell’ente", "Report read with the consent of the body"),
        Kind::SeminarCreated => ("Seminario creato", "Seminar created"),
        Kind::SeminarChanged => ("Seminario modificato", "Seminar changed"),
        Kind::ClassDayPublished => ("Giornata d’aula pubblicata", "Class day published"),
        Kind::ClassDayChanged => ("Giornata d’aula modificata", "Class day changed"),
        Kind::ClassDayCancelled => ("Giornata d’aula annullata", "Class day cancelled"),
        Kind::MaterialAttached => ("Materiale di una giornata caricato", "Material of a class day uploaded"),
        Kind::MaterialReplaced => ("Materiale di una giornata sostituito", "Material of a class day replaced"),
        Kind::MaterialWithdrawn => ("Materiale di una giornata ritirato", "Material of a class day withdrawn"),
        Kind::DocumentPublished => ("Documento pubblicato", "Document published"),
        Kind::DocumentReplaced => ("Nuova versione di un documento", "New version of a document"),
        Kind::DocumentChanged => ("Dati di un documento modificati", "Document described anew"),
        Kind::DocumentWithdrawn => ("Documento ritirato", "Document withdrawn"),
        Kind::LinkFine => ("Collegamento aperto a mano: funziona", "Link opened by hand: it works"),
        Kind::EnrolledByDesk => ("Iscrizione a una giornata fatta dalla segreteria", "Enrolment for a day by the office"),
        Kind::EnrolmentRemoved => ("Iscrizione a una giornata tolta dalla segreteria", "Enrolment for a day removed by the office"),
        Kind::EnrolledWrittenTo => ("Messaggio agli iscritti di una giornata", "Message to those enrolled for a day"),
    };
    if lang == Lang::It { it } else { en }
}

/// What a deed notes beside itself, where it is a name of ours: roles and states; the rest is text as it was noted.
pub fn detail(lang: Lang, kind: Kind, noted: &str) -> String {
    let (first, rest) = noted.split_once([' ', ':']).map_or((noted, ""), |(first, _)| (first, &noted[first.len()..]));
    let said = match (kind, first) {
        (Kind::AdhesionChanged, "invited") => Some(("invitato", "invited")),
        (Kind::AdhesionChanged, "adhering") => Some(("aderente", "adhering")),
        (Kind::AdhesionChanged, "withdrawn") => Some(("ritirato", "withdrawn")),
        (Kind::PaperNoted, "adhesion") => Some(("adesione", "adhesion")),
        (Kind::PaperNoted, "nomination") => Some(("nomina", "nomination")),
        _ => None,
    };
    let name = said.map(|(it, en)| if lang == Lang::It { it } else { en }).or_else(|| RoleName::parse(first).map(|role| lang.role(role)));
    name.map_or_else(|| noted.to_owned(), |name| format!("{name}{rest}"))
}

/// The role in which a deed was done, as the trail spells it.
pub fn role(lang: Lang, name: &str) -> String {
    let words = words(lang);
    match RoleName::parse(name) {
        Some(role) => lang.role(role).to_owned(),
        None => match name {
            "housekeeper" => words.machine.to_owned(),
            "visitor" => words.visitor.to_owned(),
            // Whoever is signed in, whatever the appointment; roles that several appointments give.
            "person" | "moderator" | "librarian" => String::new(),
            other => other.to_owned(),
        },
    }
}

pub fn passage(lang: Lang, passage: Passage) -> &'static str {
    let (it, en) = match passage {
        Passage::In => ("Entrato", "Signed in"),
        Passage::Out => ("Uscito", "Signed out"),
        Passage::Refused => ("Accesso rifiutato", "Sign-in refused"),
    };
    if lang == Lang::It { it } else { en }
}

const IT: Words = Words {
    area: "Area personale",
    trail: "Registro degli atti",
    trail_lead: "Chi ha fatto che cosa, a chi, quando e da dove. Le righe si possono solo aggiungere: nessuno le cambia o le toglie.",
    search: "Persona",
    search_hint: "Parte del nome, del nome utente o dell’indirizzo di chi ha agito o di chi è toccato dall’atto.",
    kind: "Atto",
    any_kind: "Tutti",
    from: "Dal giorno",
    to: "Al giorno",
    find: "Cerca",
    found: |total, shown| if total == 1 { "1 riga".into() } else { format!("{shown} righe") },
    nothing: "Nessun atto corrisponde alla ricerca.",
    all: "Tutto il registro",
    caption: "Atti, dal più recente",
    column_when: "Quando",
    column_what: "Atto",
    column_by: "Chi",
    column_role: "In quale ruolo",
    column_person: "A chi",
    column_ente: "Ente",
    column_detail: "Dettaglio",
    column_client: "Da dove",
    column_username: "Nome utente",
    machine: "riga di comando o sistema",
    visitor: "con un link, senza essere entrati",
    export: "Scaricate in CSV",
    log: "Accessi dei gestori",
    log_lead: "Ogni entrata, uscita e tentativo rifiutato di chi è gestore del sistema. Si conserva per almeno sei mesi (Garante privacy, provvedimento del 27 novembre 2008).",
    log_caption: "Accessi, dal più recente",
    log_nothing: "Nessun accesso corrisponde alla ricerca.",
    log_search_hint: "Parte del nome o del nome utente.",
    file_trail: "registro",
    file_log: "accessi-gestori",
};

const EN: Words = Words {
    area: "Personal area",
    trail: "Audit trail",
    trail_lead: "Who did what, to whom, when and from where. Lines can only be added: nobody changes or removes them.",
    search: "Person",
    search_hint: "Part of the name, username or address of who acted or of whom it was done to.",
    kind: "Deed",
    any_kind: "All",
    from: "From the day",
    to: "To the day",
    find: "Search",
    found: |total, shown| if total == 1 { "1 line".into() } else { format!("{shown} lines") },
    nothing: "No deed matches the search.",
    all: "The whole trail",
    caption: "Deeds, the latest first",
    column_when: "When",
    column_what: "Deed",
    column_by: "Who",
    column_role: "In which role",
    column_person: "To whom",
    column_ente: "Body",
    column_detail: "Detail",
    column_client: "From where",
    column_username: "Username",
    machine: "command line or system",
    visitor: "by a link, without signing in",
    export: "Download as CSV",
    log: "Access of system managers",
    log_lead: "Every sign-in, sign-out and refused attempt of those who are system managers. Kept for at least six months (Italian data protection authority, decision of 27 November 2008).",
    log_caption: "Access, the latest first",
    log_nothing: "No access matches the search.",
    log_search_hint: "Part of the name or the username.",
    file_trail: "audit-trail",
    file_log: "system-managers-access",
};
