//! How to ask each route of the forum.

use super::samples::{Sample, empty, page};

pub const SAMPLES: &[Sample] = &[
    page("/forum", |_| "/forum".into()),
    page("/forum/<id>", |s| format!("/forum/{}", s.forum().day)),
    page("/forum/<id>/novita", |s| format!("/forum/{}/novita", s.forum().day)),
    page("/forum/<id>/atti", |s| format!("/forum/{}/atti", s.forum().past)),
    page("/forum/<id>/atti.pdf", |s| format!("/forum/{}/atti.pdf", s.forum().past)),
    page("/forum.atom", |_| "/forum.atom".into()),
    page("/quesiti/simili", |_| "/quesiti/simili?testo=dimora%20abituale".into()),
    // Nobody has answered it: there is nothing to make of it.
    empty("/quesiti/<id>/domanda-frequente", |s| s.quesito("/domanda-frequente")),
    page("/segreteria/forum/ore-esperti", |_| "/segreteria/forum/ore-esperti".into()),
    page("/segreteria/forum/ore-esperti.csv", |_| "/segreteria/forum/ore-esperti.csv".into()),
    page("/segreteria/forum/ore-esperti.xlsx", |_| "/segreteria/forum/ore-esperti.xlsx".into()),
    // Nothing to follow is named.
    empty("/forum/segui", |_| "/forum/segui".into()),
    page("/forum/seguiti", |_| "/forum/seguiti".into()),
    empty("/forum/seguiti", |_| "/forum/seguiti".into()),
    page("/quesiti/nuovo", |_| "/quesiti/nuovo".into()),
    empty("/quesiti/nuovo", |_| "/quesiti/nuovo".into()),
    // A quesito that nobody has released: for its ente and the programme alone.
    page("/quesiti/<id>", |s| s.quesito("")),
    page("/quesiti/<id>/novita", |s| s.quesito("/novita")),
    page("/quesiti/<id>/allegati/<file>", |s| s.quesito(&format!("/allegati/{}", s.forum().file))),
    page("/quesiti/<id>/rilascio", |s| s.quesito("/rilascio")),
    page("/quesiti/<id>/risposta", |s| s.quesito("/risposta")),
    page("/area/quesiti", |_| "/area/quesiti".into()),
    page("/risposte/<id>/rilettura", |s| format!("/risposte/{}/rilettura", s.forum().draft)),
    // Without a file, a text, a reason: nothing changes. The expert has it already.
    empty("/quesiti/<id>/allegati", |s| s.quesito("/allegati")),
    empty("/quesiti/<id>/chiarimenti", |s| s.quesito("/chiarimenti")),
    empty("/quesiti/<id>/interventi", |s| s.quesito("/interventi")),
    empty("/quesiti/<id>/interesse", |s| s.quesito("/interesse")),
    empty("/quesiti/<id>/rilascio", |s| s.quesito("/rilascio")),
    empty("/quesiti/<id>/ritiro", |s| s.quesito("/ritiro")),
    empty("/quesiti/<id>/archiviazione", |s| s.quesito("/archiviazione")),
    empty("/quesiti/<id>/risposta", |s| s.quesito("/risposta")),
    empty("/quesiti/<id>/presa-in-carico", |s| s.quesito("/presa-in-carico")),
    empty("/risposte/<id>/rilettura", |s| format!("/risposte/{}/rilettura", s.forum().draft)),
    // It goes back into the queue.
    empty("/quesiti/<id>/passaggio", |s| s.quesito("/passaggio")),
    // Below a quesito that everybody sees.
    empty("/interventi/<id>/segnalazione", |s| format!("/interventi/{}/segnalazione", s.forum().post)),
    empty("/interventi/<id>/visibilita", |s| format!("/interventi/{}/visibilita", s.forum().post)),
    page("/segreteria/forum", |_| "/segreteria/forum".into()),
    page("/segreteria/forum/nuova", |_| "/segreteria/forum/nuova".into()),
    page("/segreteria/forum/<id>", |s| format!("/segreteria/forum/{}", s.forum().day)),
    page("/segreteria/forum/<id>/modifica", |s| format!("/segreteria/forum/{}/modifica", s.forum().day)),
    empty("/segreteria/forum/nuova", |_| "/segreteria/forum/nuova".into()),
    empty("/segreteria/forum/<id>/modifica", |s| format!("/segreteria/forum/{}/modifica", s.forum().day)),
    empty("/segreteria/forum/<id>/proroga", |s| format!("/segreteria/forum/{}/proroga", s.forum().day)),
    // It is not over, and somebody has asked.
    empty("/segreteria/forum/<id>/pubblicazione", |s| format!("/segreteria/forum/{}/pubblicazione", s.forum().day)),
    empty("/segreteria/forum/<id>/eliminazione", |s| format!("/segreteria/forum/{}/eliminazione", s.forum().day)),
];
