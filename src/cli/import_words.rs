//! What the command `import` says besides the sentences on rows.

use std::collections::BTreeSet;
use std::path::Path;

use crate::domain::import::Counts;
use crate::domain::import::fault::Fault;
use crate::ui::words::Lang;

pub(super) fn unreadable(lang: Lang, file: &Path, error: &std::io::Error) -> String {
    match lang {
        Lang::It => format!("{}: non si riesce a leggere ({error})", file.display()),
        Lang::En => format!("{}: cannot be read ({error})", file.display()),
    }
}

pub(super) fn nothing_written(lang: Lang, faults: &[Fault]) -> String {
    let rows = faults.iter().map(|fault| fault.row).collect::<BTreeSet<_>>().len();
    match (lang, rows) {
        (Lang::It, 1) => "Una riga da correggere: non è stato scritto nulla.".into(),
        (Lang::It, n) => format!("{n} righe da correggere: non è stato scritto nulla."),
        (Lang::En, 1) => "One row to correct: nothing was written.".into(),
        (Lang::En, n) => format!("{n} rows to correct: nothing was written."),
    }
}

pub(super) fn differs(lang: Lang) -> &'static str {
    match lang {
        Lang::It => "Nello stesso momento qualcun altro ha modificato i registri: non è stato scritto nulla, riprovate.",
        Lang::En => "Somebody else changed the registers in the same moment: nothing was written, try again.",
    }
}

pub(super) fn unknown_columns(lang: Lang, names: &[String]) -> String {
    let names = names.join(", ");
    match lang {
        Lang::It => format!("avviso: colonne non riconosciute, ignorate: {names}"),
        Lang::En => format!("warning: columns not recognised, passed over: {names}"),
    }
}

pub(super) fn counts(lang: Lang, counts: Counts, done: bool) -> String {
    let Counts { created, changed, same } = counts;
    match (lang, done) {
        (Lang::It, true) => format!("Righe importate: {created} nuove, {changed} con modifiche, {same} già così."),
        (Lang::It, false) => format!("Prova, non è stato scritto nulla: {created} righe nuove, {changed} con modifiche, {same} già così."),
        (Lang::En, true) => format!("Rows imported: {created} new, {changed} with changes, {same} the same already."),
        (Lang::En, false) => format!("Trial, nothing was written: {created} rows new, {changed} with changes, {same} the same already."),
    }
}
