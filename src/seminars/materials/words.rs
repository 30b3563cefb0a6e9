//! The phrases of materials.

use super::NotAttached;
use crate::domain::material::{Kind, Refusal};
use crate::ui::dates;
use crate::ui::words::Lang;

pub struct Words {
    pub materials: &'static str,
    pub teaching: &'static str,
    pub lead: &'static str,
    pub attach: &'static str,
    pub attach_lead: &'static str,
    pub file: &'static str,
    pub file_hint: &'static str,
    pub title: &'static str,
    pub title_hint: &'static str,
    pub shown: &'static str,
    pub at_once: &'static str,
    pub after_day: &'static str,
    pub whose: &'static str,
    pub of_day: &'static str,
    pub of_seminar: &'static str,
    pub send: &'static str,
    pub told_after: &'static str,
    pub there: &'static str,
    pub none_yet: &'static str,
    pub withdrawn: &'static str,
    pub withdraw: &'static str,
    pub offer: &'static str,
    pub new_version: &'static str,
    pub new_version_lead: &'static str,
    pub tell: &'static str,
    pub replace: &'static str,
    pub added_by: fn(who: &str, when: &str) -> String,
    pub withdrawn_by: fn(who: &str, when: &str) -> String,
    pub version: fn(number: i64) -> String,
    pub seen_at_once: &'static str,
    pub seen_after: &'static str,
    pub for_seminar: &'static str,
    pub manage: &'static str,
    pub for_enrolled: &'static str,
    pub done_attached: &'static str,
    pub done_replaced: &'static str,
    pub done_withdrawn: &'static str,
    pub arrived_subject: fn(title: &str) -> String,
    pub arrived: fn(title: &str, day: &str) -> String,
    pub arrived_look: &'static str,
    pub arrived_who: &'static str,
}

pub fn words(lang: Lang) -> &'static Words {
    match lang {
        Lang::It => &IT,
        Lang::En => &EN,
    }
}

/// "PDF, 2,4 MB".
pub fn kind_and_size(lang: Lang, kind: Kind, bytes: i64) -> String {
    #[expect(clippy::cast_precision_loss, reason = "files have at most twenty megabytes")]
    let kilo = bytes as f64 / 1024.0;
    let size = match kilo {
        kilo if kilo >= 1024.0 => format!("{} MB", dates::number(lang, kilo / 1024.0, 1)),
        kilo => format!("{} kB", dates::number(lang, kilo.ceil(), 0)),
    };
    format!("{}, {size}", kind.called())
}

/// Why a file is not attached, and which field says so.
pub fn not_attached(lang: Lang, why: NotAttached) -> (&'static str, &'static str) {
    let (field, it, en) = match why {
        NotAttached::File(Refusal::Missing) => ("file", "Scegliete il file da caricare.", "Choose the file to upload."),
        NotAttached::File(Refusal::TooLarge) => (
            "file",
            "Il file supera i 20 MB: riducete le immagini o dividetelo.",
            "The file is above 20 MB: shrink its pictures or split it.",
        ),
        NotAttached::File(Refusal::Unknown) => (
            "file",
            "Il file non è di un tipo ammesso, o è incompleto. Si caricano PDF, presentazioni, testi e fogli di calcolo (PPTX, ODP, DOCX, ODT, XLSX, ODS) e immagini JPEG o PNG.",
            "The file is not of a kind that is admitted, or is incomplete. You can upload PDF, presentations, texts and spreadsheets (PPTX, ODP, DOCX, ODT, XLSX, ODS) and JPEG or PNG pictures.",
        ),
        NotAttached::File(Refusal::Macros) => (
            "file",
            "Il documento contiene macro: salvatelo senza macro, o in PDF, e caricate quello.",
            "The document contains macros: save it without them, or as PDF, and upload that.",
        ),
        NotAttached::File(Refusal::Former) => (
            "file",
            "Il documento è in un formato di Office non più in uso: salvatelo in PPTX, DOCX, XLSX o PDF e caricate quello.",
            "The document is in a former format of Office: save it as PPTX, DOCX, XLSX or PDF and upload that.",
        ),
        NotAttached::Twice => ("file", "Questo stesso file è già tra i materiali.", "This same file is among the materials already."),
        NotAttached::LongTitle => ("titolo", "Il titolo supera i 120 caratteri.", "The title is longer than 120 characters."),
        NotAttached::Gone => (
            "file",
            "Il materiale è stato ritirato nel frattempo: caricatelo come nuovo.",
            "The material was withdrawn meanwhile: upload it as a new one.",
        ),
    };
    (field, if lang == Lang::It { it } else { en })
}

const IT: Words = Words {
    materials: "Materiali",
    teaching: "Docenza",
    lead: "Slide, schemi e altri file per chi è iscritto. Non li vede nessun altro.",
    attach: "Carica un file",
    attach_lead: "Basta scegliere il file: il resto va già bene così.",
    file: "File",
    file_hint: "PDF, PPTX, ODP, DOCX, ODT, XLSX, ODS, JPEG o PNG, fino a 20 MB, senza macro.",
    title: "Titolo",
    title_hint: "Se manca, vale il nome del file.",
    shown: "Chi è iscritto lo vede",
    at_once: "subito",
    after_day: "dalla fine della giornata",
    whose: "È per",
    of_day: "questa giornata",
    of_seminar: "tutte le giornate del seminario",
    send: "Carica",
    told_after: "Se la giornata è già finita, chi era iscritto riceve un messaggio: uno solo per i file caricati insieme, circa dieci minuti dopo l’ultimo.",
    there: "File caricati",
    none_yet: "Non ci sono ancora materiali.",
    withdrawn: "Ritirati",
    withdraw: "Ritira",
    offer: "Pubblica nella biblioteca",
    new_version: "Carica una nuova versione",
    new_version_lead: "Il nuovo file prende il posto di quello di prima, con lo stesso titolo.",
    tell: "Avvisa chi era iscritto, se la giornata è già finita",
    replace: "Sostituisci",
    added_by: |who, when| format!("caricato da {who} {when}"),
    withdrawn_by: |who, when| format!("ritirato da {who} {when}"),
    version: |number| format!("versione {number}"),
    seen_at_once: "visibile subito",
    seen_after: "visibile dalla fine della giornata",
    for_seminar: "per tutte le giornate del seminario",
    manage: "Carica e gestisci i materiali",
    for_enrolled: "Li vede solo chi è iscritto a questa giornata.",
    done_attached: "Il file è tra i materiali.",
    done_replaced: "La nuova versione ha preso il posto di quella di prima.",
    done_withdrawn: "Il materiale è ritirato: chi è iscritto non lo vede più.",
    arrived_subject: |title| format!("Materiali di «{title}»"),
    arrived: |title, day| format!("Ci sono nuovi materiali della giornata «{title}», {day}, a cui eravate iscritti:"),
    arrived_look: "Scarica i materiali",
    arrived_who: "I materiali sono riservati a chi era iscritto: per scaricarli si entra con il proprio nome utente.",
};

const EN: Words = Words {
    materials: "Materials",
    teaching: "Teaching",
    lead: "Slides, outlines and other files for those enrolled. Nobody else sees them.",
    attach: "Upload a file",
    attach_lead: "Choosing the file is enough: the rest is fine as it is.",
    file: "File",
    file_hint: "PDF, PPTX, ODP, DOCX, ODT, XLSX, ODS, JPEG or PNG, up to 20 MB, without macros.",
    title: "Title",
    title_hint: "If it is missing, the name of the file is taken.",
    shown: "Those enrolled see it",
    at_once: "at once",
    after_day: "from the end of the day",
    whose: "It is for",
    of_day: "this day",
    of_seminar: "all days of the seminar",
    send: "Upload",
    told_after: "If the day is over, those who were enrolled get a message: one alone for the files uploaded together, about ten minutes after the last.",
    there: "Files uploaded",
    none_yet: "There are no materials yet.",
    withdrawn: "Withdrawn",
    withdraw: "Withdraw",
    offer: "Publish in the library",
    new_version: "Upload a new version",
    new_version_lead: "The new file takes the place of the former, under the same title.",
    tell: "Tell those who were enrolled, if the day is over",
    replace: "Replace",
    added_by: |who, when| format!("uploaded by {who} {when}"),
    withdrawn_by: |who, when| format!("withdrawn by {who} {when}"),
    version: |number| format!("version {number}"),
    seen_at_once: "seen at once",
    seen_after: "seen from the end of the day",
    for_seminar: "for all days of the seminar",
    manage: "Upload and manage the materials",
    for_enrolled: "Only those enrolled on this day see them.",
    done_attached: "The file is among the materials.",
    done_replaced: "The new version has taken the place of the former.",
    done_withdrawn: "The material is withdrawn: those enrolled see it no more.",
    arrived_subject: |title| format!("Materials of “{title}”"),
    arrived: |title, day| format!("There are new materials of the day “{title}”, {day}, on which you were enrolled:"),
    arrived_look: "Download the materials",
    arrived_who: "The materials are for those who were enrolled: to download them, sign in with your username.",
};
