//! Courses: pages, lessons and tests.

use super::samples::{Sample, empty, page};

pub const SAMPLES: &[Sample] = &[
    page("/corsi", |_| "/corsi".into()),
    page("/corsi/<course>", |_| "/corsi/iscrizione-anagrafica".into()),
    empty("/corsi/<course>/iscrizione", |_| "/corsi/iscrizione-anagrafica/iscrizione".into()),
    page("/corsi/<course>/<lesson>", |_| "/corsi/iscrizione-anagrafica/dimora-abituale".into()),
    empty("/corsi/<course>/lettura/<lesson>", |_| "/corsi/organizzare-accoglienza/lettura/sportello".into()),
    page("/corsi/<course>/file/<name>", |_| "/corsi/iscrizione-anagrafica/file/tre-passi.svg".into()),
    page("/corsi/<course>/prova/<quiz>", |_| "/corsi/iscrizione-anagrafica/prova/finale".into()),
    empty("/corsi/<course>/prova/<quiz>/inizio", |_| "/corsi/organizzare-accoglienza/prova/finale/inizio".into()),
    empty("/corsi/<course>/prova/<quiz>", |_| "/corsi/organizzare-accoglienza/prova/finale".into()),
    page("/corsi/<course>/prova/<quiz>/<attempt>", |s| format!("/corsi/iscrizione-anagrafica/prova/finale/{}", s.ente)),
];
