//! How to ask each route: an address that names what belongs to Agliè, and a form that changes nothing. In the order in which
//! they are asked; whatever ends a session comes last.

use rocket::http::Method::{self, Get, Post};

use super::scene::Scene;

pub struct Sample {
    pub method: Method,
    /// As the route is declared, without its query.
    pub route: &'static str,
    pub address: fn(&Scene) -> String,
    pub form: fn(&Scene) -> Vec<(&'static str, String)>,
}

/// A page whose address names nothing of anybody.
const fn page(route: &'static str, address: fn(&Scene) -> String) -> Sample {
    Sample { method: Get, route, address, form: |_| Vec::new() }
}

/// A form without any of its fields: it comes back, or the door has refused it.
const fn empty(route: &'static str, address: fn(&Scene) -> String) -> Sample {
    Sample { method: Post, route, address, form: |_| Vec::new() }
}

/// A file or page of the closed rilevazione.
fn report(scene: &Scene, rest: &str) -> String {
    format!("/area/autodiagnosi/{}/rapporto/1{rest}", scene.closed)
}

/// The end of an appointment at Agliè.
fn ending(scene: &Scene) -> String {
    format!("/segreteria/persone/{}/incarichi/{}/fine", scene.leaver.0, scene.leaver.1)
}

pub const SAMPLES: &[Sample] = &[
    page("/salute/vivo", |_| "/salute/vivo".into()),
    page("/salute/pronto", |_| "/salute/pronto".into()),
    page("/robots.txt", |_| "/robots.txt".into()),
    page("/entra", |_| "/entra".into()),
    page("/esci", |_| "/esci".into()),
    page("/entra/recupero", |_| "/entra/recupero".into()),
    // Links of letters: nobody has these.
    page("/entra/password/<token>", |_| "/entra/password/0123".into()),
    page("/entra/indirizzo/<token>", |_| "/entra/indirizzo/0123".into()),
    page("/registrazione", |_| "/registrazione?nome=aglie".into()),
    page("/registrazione/enti", |_| "/registrazione/enti?nome=aglie".into()),
    page("/registrazione/inviata", |_| "/registrazione/inviata".into()),
    page("/registrazione/<id>", |s| format!("/registrazione/{}", s.ente)),
    page("/registrazione/conferma/<token>", |_| "/registrazione/conferma/0123".into()),
    page("/registrazione/indirizzo/<token>", |_| "/registrazione/indirizzo/0123".into()),
    page("/inviti/<token>", |_| "/inviti/0123".into()),
    page("/seminari/<file>", |s| format!("/seminari/{}.ics", s.class_day)),
    page("/seminari/calendario.ics", |_| "/seminari/calendario.ics".into()),
    page("/calendario/<token>", |_| "/calendario/0123.ics".into()),
    page("/area/calendario", |_| "/area/calendario".into()),
    page("/attivazione", |_| "/attivazione".into()),
    page("/area/incarichi", |_| "/area/incarichi".into()),
    page("/area/persone", |_| "/area/persone".into()),
    page("/area/dati-richiesti", |_| "/area/dati-richiesti".into()),
    page("/segreteria/richieste", |_| "/segreteria/richieste".into()),
    page("/area/profilo", |_| "/area/profilo".into()),
    page("/entra/codice", |_| "/entra/codice".into()),
    page("/entra/attivazione", |_| "/entra/attivazione".into()),
    page("/entra/esterno", |_| "/entra/esterno".into()),
    page("/entra/esterno/ritorno", |_| "/entra/esterno/ritorno?state=x&code=y".into()),
    page("/entra/esterno/collegamento", |_| "/entra/esterno/collegamento".into()),
    page("/area/profilo/codici", |_| "/area/profilo/codici".into()),
    page("/area/profilo/identita", |_| "/area/profilo/identita".into()),
    page("/gestione/codici", |_| "/gestione/codici".into()),
    page("/area/profilo/password", |_| "/area/profilo/password".into()),
    page("/area/profilo/messaggi", |_| "/area/profilo/messaggi".into()),
    page("/area/profilo/indirizzo", |_| "/area/profilo/indirizzo".into()),
    page("/immagini/<hash>", |_| "/immagini/000000000000".into()),
    page("/static/<path..>", |_| "/static/affianca.css".into()),
    page("/", |_| "/".into()),
    page("/assistenza", |_| "/assistenza".into()),
    page("/accessibilita", |_| "/accessibilita".into()),
    page("/privacy", |_| "/privacy".into()),
    page("/note-legali", |_| "/note-legali".into()),
    page("/statistiche", |_| "/statistiche".into()),
    page("/mappa", |_| "/mappa".into()),
    page("/area/seminari", |_| "/area/seminari".into()),
    page("/area/seminari/<id>/rinuncia", |s| format!("/area/seminari/{}/rinuncia", s.enrolment)),
    empty("/area/seminari/<id>/rinuncia", |s| format!("/area/seminari/{}/rinuncia", s.enrolment)),
    empty("/area/seminari/<id>/conferma", |s| format!("/area/seminari/{}/conferma", s.enrolment)),
    page("/area/seminari/<id>/collega", |s| format!("/area/seminari/{}/collega", s.enrolment)),
    empty("/area/seminari/<id>/collega", |s| format!("/area/seminari/{}/collega", s.enrolment)),
    empty("/area/seminari/giornate/<day>/iscrizione", |s| format!("/area/seminari/giornate/{}/iscrizione", s.begun)),
    page("/area/seminari/giornate/<day>/colleghi", |s| format!("/area/seminari/giornate/{}/colleghi", s.begun)),
    empty("/area/seminari/giornate/<day>/colleghi", |s| format!("/area/seminari/giornate/{}/colleghi", s.begun)),
    // Links of reminders: nobody has these.
    page("/iscrizioni/<token>", |_| "/iscrizioni/0123".into()),
    empty("/iscrizioni/<token>", |_| "/iscrizioni/0123".into()),
    page("/segreteria/seminari/controllo", |_| "/segreteria/seminari/controllo".into()),
    page("/segreteria/giornate/<day>/iscritti", |s| format!("/segreteria/giornate/{}/iscritti", s.begun)),
    page("/segreteria/giornate/<day>/iscritti.csv", |s| format!("/segreteria/giornate/{}/iscritti.csv", s.begun)),
    page("/segreteria/giornate/<day>/iscritti.xlsx", |s| format!("/segreteria/giornate/{}/iscritti.xlsx", s.begun)),
    page("/segreteria/giornate/<day>/iscritti/nuovo", |s| format!("/segreteria/giornate/{}/iscritti/nuovo", s.begun)),
    empty("/segreteria/giornate/<day>/iscritti/nuovo", |s| format!("/segreteria/giornate/{}/iscritti/nuovo", s.begun)),
    page("/segreteria/giornate/<day>/iscritti/<id>", |s| format!("/segreteria/giornate/{}/iscritti/{}", s.begun, s.enrolment)),
    empty("/segreteria/giornate/<day>/iscritti/<id>", |s| format!("/segreteria/giornate/{}/iscritti/{}", s.begun, s.enrolment)),
    page("/segreteria/giornate/<day>/messaggio", |s| format!("/segreteria/giornate/{}/messaggio", s.begun)),
    empty("/segreteria/giornate/<day>/messaggio", |s| format!("/segreteria/giornate/{}/messaggio", s.begun)),
    page("/area", |_| "/area".into()),
    page("/area/dati", |_| "/area/dati".into()),
    page("/area/dati/copia.json", |_| "/area/dati/copia.json".into()),
    page("/area/dati/copia.csv", |_| "/area/dati/copia.csv".into()),
    page("/area/dati/cancellazione", |_| "/area/dati/cancellazione".into()),
    page("/gestione/trattamenti", |_| "/gestione/trattamenti".into()),
    page("/gestione/trattamenti.csv", |_| "/gestione/trattamenti.csv".into()),
    page("/autodiagnosi", |_| "/autodiagnosi".into()),
    page("/autodiagnosi/questionario", |_| "/autodiagnosi/questionario".into()),
    page("/autodiagnosi/questionario/<section>", |_| "/autodiagnosi/questionario/contesto".into()),
    page("/seminari", |_| "/seminari?regione=Piemonte".into()),
    page("/seminari/<id>", |s| format!("/seminari/{}", s.class_day)),
    page("/segreteria/seminari", |_| "/segreteria/seminari".into()),
    page("/segreteria/seminari.csv", |_| "/segreteria/seminari.csv".into()),
    page("/segreteria/seminari.xlsx", |_| "/segreteria/seminari.xlsx".into()),
    page("/segreteria/seminari/nuovo", |_| "/segreteria/seminari/nuovo".into()),
    empty("/segreteria/seminari/nuovo", |_| "/segreteria/seminari/nuovo".into()),
    page("/segreteria/seminari/<id>", |s| format!("/segreteria/seminari/{}", s.seminar)),
    page("/segreteria/seminari/<id>/modifica", |s| format!("/segreteria/seminari/{}/modifica", s.seminar)),
    empty("/segreteria/seminari/<id>/modifica", |s| format!("/segreteria/seminari/{}/modifica", s.seminar)),
    page("/segreteria/seminari/<id>/giornate/nuova", |s| format!("/segreteria/seminari/{}/giornate/nuova", s.seminar)),
    empty("/segreteria/seminari/<id>/giornate/nuova", |s| format!("/segreteria/seminari/{}/giornate/nuova", s.seminar)),
    page("/segreteria/giornate/<id>", |s| format!("/segreteria/giornate/{}", s.class_day)),
    page("/segreteria/giornate/<id>/modifica", |s| format!("/segreteria/giornate/{}/modifica", s.class_day)),
    empty("/segreteria/giornate/<id>/modifica", |s| format!("/segreteria/giornate/{}/modifica", s.class_day)),
    page("/segreteria/giornate/<id>/copia", |s| format!("/segreteria/giornate/{}/copia?giorno=2026-04-20", s.class_day)),
    page("/segreteria/giornate/<id>/annullamento", |s| format!("/segreteria/giornate/{}/annullamento", s.class_day)),
    // It is published already; without a reason it is not cancelled, and it is no draft to be forgotten.
    empty("/segreteria/giornate/<id>/pubblicazione", |s| format!("/segreteria/giornate/{}/pubblicazione", s.class_day)),
    empty("/segreteria/giornate/<id>/annullamento", |s| format!("/segreteria/giornate/{}/annullamento", s.class_day)),
    empty("/segreteria/giornate/<id>/eliminazione", |s| format!("/segreteria/giornate/{}/eliminazione", s.class_day)),
    page("/area/autodiagnosi", |_| "/area/autodiagnosi".into()),
    page("/area/autodiagnosi/<id>/ripresa", |s| format!("/area/autodiagnosi/{}/ripresa", s.open)),
    page("/area/autodiagnosi/<id>/riepilogo", |s| format!("/area/autodiagnosi/{}/riepilogo", s.open)),
    page("/area/autodiagnosi/<id>/riapertura", |s| format!("/area/autodiagnosi/{}/riapertura", s.closed)),
    page("/area/autodiagnosi/<id>/rapporto/<number>", |s| format!("/area/autodiagnosi/{}/rapporto/1", s.closed)),
    page("/area/autodiagnosi/<id>/sezioni/<section>", |s| format!("/area/autodiagnosi/{}/sezioni/contesto", s.open)),
    page("/area/autodiagnosi/<id>/rapporto/<number>/risposte.json", |s| report(s, "/risposte.json")),
    page("/area/autodiagnosi/<id>/rapporto/<number>/risposte.csv", |s| report(s, "/risposte.csv")),
    page("/segreteria", |_| "/segreteria".into()),
    page("/segreteria/solleciti", |_| "/segreteria/solleciti".into()),
    page("/segreteria/persone", |_| "/segreteria/persone".into()),
    page("/segreteria/persone.csv", |_| "/segreteria/persone.csv?cerca=anna".into()),
    page("/segreteria/persone.xlsx", |_| "/segreteria/persone.xlsx?cerca=anna".into()),
    page("/segreteria/persone/<id>", |s| format!("/segreteria/persone/{}", s.person)),
    page("/segreteria/persone/<id>/contatti", |s| format!("/segreteria/persone/{}/contatti", s.person)),
    empty("/segreteria/persone/<id>/contatti", |s| format!("/segreteria/persone/{}/contatti", s.person)),
    page("/segreteria/persone/<id>/incarichi", |s| format!("/segreteria/persone/{}/incarichi", s.person)),
    empty("/segreteria/persone/<id>/incarichi", |s| format!("/segreteria/persone/{}/incarichi", s.person)),
    page("/segreteria/persone/<id>/incarichi/<appointment>/fine", ending),
    // It ends: whoever holds it is no column of the table.
    empty("/segreteria/persone/<id>/incarichi/<appointment>/fine", ending),
    page("/segreteria/persone/nuova", |_| "/segreteria/persone/nuova".into()),
    empty("/segreteria/persone/nuova", |_| "/segreteria/persone/nuova".into()),
    // Another letter: whoever gets it is no column of the table.
    empty("/segreteria/persone/<id>/password", |s| format!("/segreteria/persone/{}/password", s.leaver.0)),
    page("/segreteria/persone/<id>/indirizzo", |s| format!("/segreteria/persone/{}/indirizzo", s.person)),
    empty("/segreteria/persone/<id>/indirizzo", |s| format!("/segreteria/persone/{}/indirizzo", s.person)),
    page("/segreteria/doppioni", |_| "/segreteria/doppioni".into()),
    page("/segreteria/persone/<id>/unione/<other>", |s| format!("/segreteria/persone/{}/unione/{}", s.person, s.leaver.0)),
    empty("/segreteria/persone/<id>/unione/<other>", |s| format!("/segreteria/persone/{}/unione/{}", s.person, s.leaver.0)),
    empty("/segreteria/persone/<id>/omonimia/<other>", |s| format!("/segreteria/persone/{}/omonimia/{}", s.person, s.leaver.0)),
    page("/area/autodiagnosi/<id>/consenso", |s| format!("/area/autodiagnosi/{}/consenso", s.closed)),
    // Given for the rilevazione that is open and has no report: the segreteria is asked about the other one.
    empty("/area/autodiagnosi/<id>/consenso", |s| format!("/area/autodiagnosi/{}/consenso", s.open)),
    empty("/area/autodiagnosi/<id>/consenso/revoca", |s| format!("/area/autodiagnosi/{}/consenso/revoca", s.open)),
    // Nobody has consented: it does not exist, for the segreteria neither.
    page("/segreteria/enti/<id>/rilevazioni/<assessment>/rapporto/<number>", |s| {
        format!("/segreteria/enti/{}/rilevazioni/{}/rapporto/1", s.ente, s.closed)
    }),
    page("/segreteria/inviti", |_| "/segreteria/inviti".into()),
    page("/segreteria/inviti/nuovo", |_| "/segreteria/inviti/nuovo?cerca=aglie".into()),
    page("/segreteria/inviti/<id>", |s| format!("/segreteria/inviti/{}", s.mailing)),
    // Without a text: the form comes back.
    empty("/segreteria/inviti/nuovo", |_| "/segreteria/inviti/nuovo".into()),
    page("/segreteria/posta", |_| "/segreteria/posta".into()),
    page("/segreteria/posta.csv", |_| "/segreteria/posta.csv?cerca=zoe".into()),
    page("/segreteria/posta.xlsx", |_| "/segreteria/posta.xlsx?cerca=zoe".into()),
    page("/segreteria/posta/<id>", |s| format!("/segreteria/posta/{}", s.letter)),
    page("/segreteria/posta/non-consegnati", |_| "/segreteria/posta/non-consegnati".into()),
    // It waits, and nothing was given up: nothing changes.
    empty("/segreteria/posta/<id>/invio", |s| format!("/segreteria/posta/{}/invio", s.letter)),
    empty("/segreteria/posta/non-consegnati", |_| "/segreteria/posta/non-consegnati".into()),
    page("/segreteria/rendicontazione", |_| "/segreteria/rendicontazione".into()),
    page("/segreteria/rendicontazione.csv", |_| "/segreteria/rendicontazione.csv".into()),
    page("/segreteria/rendicontazione.xlsx", |_| "/segreteria/rendicontazione.xlsx".into()),
    // Nobody has this name: nobody is written to. One letter is, to the person of the scene.
    page("/segreteria/rendicontazione/lettere", |_| "/segreteria/rendicontazione/lettere".into()),
    empty("/segreteria/rendicontazione/lettere", |_| "/segreteria/rendicontazione/lettere?cerca=nessuno-ha-questo-nome".into()),
    empty("/segreteria/rendicontazione/persone/<id>", |s| format!("/segreteria/rendicontazione/persone/{}", s.person)),
    page("/segreteria/persone/<id>/dati-richiesti", |s| format!("/segreteria/persone/{}/dati-richiesti", s.person)),
    empty("/segreteria/persone/<id>/dati-richiesti", |s| format!("/segreteria/persone/{}/dati-richiesti", s.person)),
    page("/segreteria/persone/<id>/copia", |s| format!("/segreteria/persone/{}/copia", s.person)),
    page("/segreteria/persone/<id>/cancellazione", |s| format!("/segreteria/persone/{}/cancellazione", s.person)),
    // Without day and way of the request: nothing is handed over, nobody is erased.
    empty("/segreteria/persone/<id>/copia", |s| format!("/segreteria/persone/{}/copia", s.person)),
    empty("/segreteria/persone/<id>/cancellazione", |s| format!("/segreteria/persone/{}/cancellazione", s.person)),
    // Without the declaration: nothing is noted.
    page("/area/informativa", |_| "/area/informativa".into()),
    empty("/area/informativa", |_| "/area/informativa".into()),
    page("/segreteria/enti.csv", |_| "/segreteria/enti.csv?cerca=aglie".into()),
    page("/segreteria/enti.xlsx", |_| "/segreteria/enti.xlsx?cerca=aglie".into()),
    page("/segreteria/enti/<id>/contatti", |s| format!("/segreteria/enti/{}/contatti", s.ente)),
    empty("/segreteria/enti/<id>/contatti", |s| format!("/segreteria/enti/{}/contatti", s.ente)),
    empty("/segreteria/enti/<id>/contatti/senza-risposta", |s| format!("/segreteria/enti/{}/contatti/senza-risposta", s.ente)),
    page("/segreteria/enti", |_| "/segreteria/enti".into()),
    page("/segreteria/enti/nuova", |_| "/segreteria/enti/nuova".into()),
    page("/segreteria/enti/<id>", |s| format!("/segreteria/enti/{}", s.ente)),
    page("/segreteria/enti/<id>/modifica", |s| format!("/segreteria/enti/{}/modifica", s.unione)),
    page("/segreteria/edizioni", |_| "/segreteria/edizioni".into()),
    page("/segreteria/edizioni/nuova", |_| "/segreteria/edizioni/nuova".into()),
    page("/segreteria/edizioni/<id>/modifica", |s| format!("/segreteria/edizioni/{}/modifica", s.edition)),
    page("/segreteria/edizioni/<id>/codici", |s| format!("/segreteria/edizioni/{}/codici", s.edition)),
    page("/segreteria/enti/<id>/adesione", |s| format!("/segreteria/enti/{}/adesione", s.ente)),
    page("/segreteria/enti/<id>/recapiti", |s| format!("/segreteria/enti/{}/recapiti", s.ente)),
    // Without a day, a reason, a state: nothing is changed.
    empty("/segreteria/edizioni/<id>/codici", |s| format!("/segreteria/edizioni/{}/codici", s.edition)),
    empty("/segreteria/enti/<id>/adesione/codice", |s| format!("/segreteria/enti/{}/adesione/codice", s.ente)),
    empty("/segreteria/enti/<id>/adesione/deroga", |s| format!("/segreteria/enti/{}/adesione/deroga", s.ente)),
    empty("/segreteria/enti/<id>/adesione/atti", |s| format!("/segreteria/enti/{}/adesione/atti", s.ente)),
    empty("/segreteria/enti/<id>/adesione/stato", |s| format!("/segreteria/enti/{}/adesione/stato", s.ente)),
    Sample {
        method: Post,
        route: "/segreteria/enti/<id>/recapiti",
        address: |s| format!("/segreteria/enti/{}/recapiti", s.ente),
        form: |_| vec![("dominio", "gmail.com".into())],
    },
    empty("/segreteria/edizioni/nuova", |_| "/segreteria/edizioni/nuova".into()),
    empty("/segreteria/edizioni/<id>/modifica", |s| format!("/segreteria/edizioni/{}/modifica", s.edition)),
    page("/segreteria/enti/<id>/successione", |s| format!("/segreteria/enti/{}/successione", s.ente)),
    page("/segreteria/enti/<id>/successione/annullamento", |s| format!("/segreteria/enti/{}/successione/annullamento", s.unione)),
    // Without a reason: nothing is undone.
    empty("/segreteria/enti/<id>/successione/annullamento", |s| format!("/segreteria/enti/{}/successione/annullamento", s.unione)),
    page("/segreteria/importazioni", |_| "/segreteria/importazioni".into()),
    page("/segreteria/importazioni/formato", |_| "/segreteria/importazioni/formato".into()),
    page("/segreteria/importazioni/formato/modelli/<name>", |_| "/segreteria/importazioni/formato/modelli/enti.csv".into()),
    page("/segreteria/importazioni/<id>", |s| format!("/segreteria/importazioni/{}", s.import)),
    page("/segreteria/importazioni/<id>/righe-da-correggere.csv", |s| {
        format!("/segreteria/importazioni/{}/righe-da-correggere.csv", s.import)
    }),
    empty("/segreteria/importazioni", |_| "/segreteria/importazioni".into()),
    empty("/segreteria/enti/<id>/successione", |s| format!("/segreteria/enti/{}/successione", s.ente)),
    // Without what was shown: nothing is carried out.
    empty("/segreteria/importazioni/<id>/conferma", |s| format!("/segreteria/importazioni/{}/conferma", s.import)),
    empty("/segreteria/importazioni/<id>/rinuncia", |s| format!("/segreteria/importazioni/{}/rinuncia", s.import)),
    page("/gestione/persone", |_| "/gestione/persone".into()),
    page("/gestione/persone/<id>", |s| format!("/gestione/persone/{}", s.person)),
    page("/gestione/registro", |_| "/gestione/registro".into()),
    page("/gestione/registro.csv", |_| "/gestione/registro.csv".into()),
    page("/gestione/accessi", |_| "/gestione/accessi".into()),
    page("/gestione/accessi.csv", |_| "/gestione/accessi.csv".into()),
    // Without a role or a reason: nothing changes.
    empty("/gestione/persone/<id>/incarichi", |s| format!("/gestione/persone/{}/incarichi", s.person)),
    Sample {
        method: Post,
        route: "/gestione/persone/<id>/revoca",
        address: |s| format!("/gestione/persone/{}/revoca", s.person),
        form: |s| vec![("incarico", s.appointment.to_string())],
    },
    empty("/gestione/persone/<id>/disabilitazione", |s| format!("/gestione/persone/{}/disabilitazione", s.person)),
    empty("/gestione/persone/<id>/riabilitazione", |s| format!("/gestione/persone/{}/riabilitazione", s.person)),
    empty("/segreteria/enti/nuova", |_| "/segreteria/enti/nuova".into()),
    empty("/segreteria/enti/<id>/modifica", |s| format!("/segreteria/enti/{}/modifica", s.unione)),
    // For a stranger the form comes back; for those who are in, a qualifica that is too long.
    Sample {
        method: Post,
        route: "/registrazione/<id>",
        address: |s| format!("/registrazione/{}", s.ente),
        form: |_| vec![("qualifica", "a".repeat(200))],
    },
    empty("/registrazione/conferma/<token>", |_| "/registrazione/conferma/0123".into()),
    empty("/registrazione/indirizzo/<token>", |_| "/registrazione/indirizzo/0123".into()),
    empty("/area/calendario", |_| "/area/calendario".into()),
    empty("/area/calendario/revoca", |_| "/area/calendario/revoca".into()),
    empty("/inviti/<token>", |_| "/inviti/0123".into()),
    empty("/attivazione", |_| "/attivazione".into()),
    empty("/attivazione/accesso", |_| "/attivazione/accesso".into()),
    empty("/area/dati-richiesti", |_| "/area/dati-richiesti".into()),
    // Asked by somebody who is none of these.
    empty("/area/incarichi/<id>/ritiro", |s| format!("/area/incarichi/{}/ritiro", s.request)),
    // Without an address nobody is invited, without a reason nobody is refused, and no day gone by is changed.
    empty("/area/persone/inviti", |_| "/area/persone/inviti".into()),
    Sample {
        method: Post,
        route: "/area/persone/richieste/<id>",
        address: |s| format!("/area/persone/richieste/{}", s.request),
        form: |_| vec![("azione", "rifiuta".into())],
    },
    Sample {
        method: Post,
        route: "/segreteria/richieste/<id>",
        address: |s| format!("/segreteria/richieste/{}", s.request),
        form: |_| vec![("azione", "rifiuta".into())],
    },
    Sample {
        method: Post,
        route: "/area/persone/incarichi/<id>/fine",
        address: |s| format!("/area/persone/incarichi/{}/fine", s.appointment),
        form: |_| Vec::new(),
    },
    empty("/area/persone/incarichi/<id>/referente", |s| format!("/area/persone/incarichi/{}/referente", s.appointment)),
    // For the referente of Agliè, who comes last, it is taken back.
    empty("/area/persone/inviti/<id>/ritiro", |s| format!("/area/persone/inviti/{}/ritiro", s.invitation)),
    // Without a rate: nothing is kept.
    Sample { method: Post, route: "/valutazione", address: |_| "/valutazione".into(), form: |_| vec![("pagina", "/mappa".into())] },
    empty("/entra", |_| "/entra".into()),
    empty("/entra/codice", |_| "/entra/codice".into()),
    empty("/entra/attivazione", |_| "/entra/attivazione".into()),
    // No provider is set here: these addresses do not exist.
    empty("/entra/esterno/collegamento", |_| "/entra/esterno/collegamento".into()),
    empty("/area/profilo/codici", |_| "/area/profilo/codici".into()),
    empty("/area/profilo/codici/recupero", |_| "/area/profilo/codici/recupero".into()),
    empty("/area/profilo/codici/disattivazione", |_| "/area/profilo/codici/disattivazione".into()),
    empty("/area/profilo/identita", |_| "/area/profilo/identita".into()),
    empty("/gestione/codici", |_| "/gestione/codici".into()),
    empty("/entra/recupero", |_| "/entra/recupero".into()),
    empty("/entra/password/<token>", |_| "/entra/password/0123".into()),
    Sample {
        method: Post,
        route: "/entra/indirizzo/<token>",
        address: |_| "/entra/indirizzo/0123".into(),
        form: |_| vec![("azione", "conferma".into())],
    },
    empty("/area/profilo/password", |_| "/area/profilo/password".into()),
    empty("/area/profilo/messaggi", |_| "/area/profilo/messaggi".into()),
    empty("/area/profilo/indirizzo", |_| "/area/profilo/indirizzo".into()),
    empty("/area/profilo/indirizzo/fine", |_| "/area/profilo/indirizzo/fine".into()),
    // The session of the referente of Agliè at another browser; for them, it ends.
    empty("/area/profilo/sessioni/<id>/fine", |s| format!("/area/profilo/sessioni/{}/fine", s.session)),
    empty("/area/profilo/sessioni/fine", |_| "/area/profilo/sessioni/fine".into()),
    // One is open already: nothing is opened.
    empty("/area/autodiagnosi", |_| "/area/autodiagnosi".into()),
    empty("/area/autodiagnosi/<id>/sezioni/<section>", |s| format!("/area/autodiagnosi/{}/sezioni/contesto", s.open)),
    empty("/area/autodiagnosi/<id>/chiusura", |s| format!("/area/autodiagnosi/{}/chiusura", s.open)),
    empty("/area/autodiagnosi/<id>/riapertura", |s| format!("/area/autodiagnosi/{}/riapertura", s.closed)),
    // To an appointment of the referente of Agliè, which nobody else has.
    Sample {
        method: Post,
        route: "/area/incarico",
        address: |_| "/area/incarico".into(),
        form: |s| vec![("incarico", s.appointment.to_string())],
    },
    empty("/area/dati/cancellazione", |_| "/area/dati/cancellazione".into()),
    empty("/esci", |_| "/esci".into()),
];
