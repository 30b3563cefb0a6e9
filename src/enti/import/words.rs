//! The phrases of imports.

use crate::domain::import::{Counts, FileKind, Outcome};
use crate::ui::words::Lang;

pub struct Words {
    pub title: &'static str,
    pub lead: &'static str,
    pub format: &'static str,
    // Upload.
    pub upload_title: &'static str,
    pub kind: &'static str,
    pub kind_enti: &'static str,
    pub kind_people: &'static str,
    pub kind_successions: &'static str,
    pub file: &'static str,
    pub file_hint: &'static str,
    pub upload: &'static str,
    pub no_kind: &'static str,
    pub no_file: &'static str,
    // Past imports.
    pub past: &'static str,
    pub past_caption: &'static str,
    pub past_none: &'static str,
    pub column_file: &'static str,
    pub column_kind: &'static str,
    pub column_when: &'static str,
    pub column_by: &'static str,
    pub column_rows: &'static str,
    pub column_state: &'static str,
    pub state_waiting: &'static str,
    pub state_running: &'static str,
    pub state_done: fn(Counts) -> String,
    pub state_forgotten: &'static str,
    pub command_line: &'static str,
    // One file.
    pub read_as: fn(encoding: &str, separator: &str) -> String,
    pub uploaded: &'static str,
    pub reading: &'static str,
    pub rows: &'static str,
    pub unknown_columns: fn(names: &str) -> String,
    pub bad_title: &'static str,
    pub bad_lead: fn(rows: usize) -> String,
    pub bad_caption: &'static str,
    pub bad_row: &'static str,
    pub bad_column: &'static str,
    pub bad_found: &'static str,
    pub bad_problem: &'static str,
    pub bad_empty: &'static str,
    pub bad_more: fn(shown: usize, total: usize) -> String,
    pub bad_export: &'static str,
    pub bad_heading: &'static str,
    pub again: &'static str,
    pub would_title: &'static str,
    pub would_lead: &'static str,
    pub created: fn(usize) -> String,
    pub changed: fn(usize) -> String,
    pub same: fn(usize) -> String,
    pub would_caption: &'static str,
    pub would_about: &'static str,
    pub would_outcome: &'static str,
    pub would_more: fn(shown: usize, total: usize) -> String,
    pub invite: &'static str,
    pub invite_now: &'static str,
    pub invite_later: &'static str,
    pub confirm: &'static str,
    pub nothing_to_do: &'static str,
    pub give_up: &'static str,
    pub running_rows: fn(rows: &str) -> String,
    pub running: &'static str,
    pub refresh: &'static str,
    pub done: fn(Counts) -> String,
    pub done_by: fn(who: &str, when: &str) -> String,
    pub done_invited: &'static str,
    pub done_not_invited: &'static str,
    pub forgotten: &'static str,
    pub differs: &'static str,
    pub gone: &'static str,
    pub given_up: &'static str,
    pub failed: &'static str,
    // The format.
    pub format_title: &'static str,
    pub format_lead: &'static str,
    pub format_file: &'static str,
    pub format_file_points: &'static [&'static str],
    pub format_columns: fn(kind: &str) -> String,
    pub format_column: &'static str,
    pub format_meaning: &'static str,
    pub format_example: &'static str,
    pub format_template: fn(name: &str) -> String,
}

pub fn words(lang: Lang) -> &'static Words {
    match lang {
        Lang::It => &IT,
        Lang::En => &EN,
    }
}

/// What becomes of a row, in a cell.
pub fn outcome(lang: Lang, outcome: &Outcome) -> String {
    match (lang, outcome) {
        (Lang::It, Outcome::Created) => "si aggiunge".into(),
        (Lang::En, Outcome::Created) => "is added".into(),
        (Lang::It, Outcome::Changed(columns)) => format!("cambia: {}", columns.join(", ")),
        (Lang::En, Outcome::Changed(columns)) => format!("changes: {}", columns.join(", ")),
        (Lang::It, Outcome::Same) => "è già così".into(),
        (Lang::En, Outcome::Same) => "stands so already".into(),
    }
}

/// What a kind of file brings, and how its rows are read.
pub fn kind_lead(lang: Lang, kind: FileKind) -> &'static str {
    match (lang, kind) {
        (Lang::It, FileKind::Enti) => {
            "Una riga per ente. Un ente che c’è già si riconosce dal codice ISTAT, o da nome e provincia, e si aggiorna: cambiano solo le colonne presenti, e solo dove la cella è piena. Un trattino da solo (-) cancella PEC, codice IPA, dominio o montano."
        }
        (Lang::En, FileKind::Enti) => {
            "One row for each ente. An ente that is there is known by its ISTAT code, or by name and province, and updated: only the columns that are present change, and only where the cell is filled. A hyphen alone (-) empties PEC, codice IPA, dominio or montano."
        }
        (Lang::It, FileKind::People) => {
            "Una riga per incarico: chi ha più incarichi ha più righe, con lo stesso nome e lo stesso indirizzo. Chi non ha ancora un account lo riceve, senza password: la sceglie con il messaggio che gli si manda. Un account che c’è già non cambia nome né indirizzo."
        }
        (Lang::En, FileKind::People) => {
            "One row for each appointment: who has several has several rows, with the same name and address. Who has no account yet gets one, without a password: they choose it by the letter they are sent. An account that is there keeps its name and address."
        }
        (Lang::It, FileKind::Successions) => {
            "Una riga per ogni ente che finisce e ogni ente che gli succede. L’ente che succede deve esserci: se è nuovo, importate prima gli enti. Gli incarichi proseguono presso l’ente che succede, salvo nelle scissioni o se scrivete «no»."
        }
        (Lang::En, FileKind::Successions) => {
            "One row for each ente that ends and each that follows it. The ente that follows must be there: if it is new, import the enti first. Appointments go on at the ente that follows, except in splits or where you write “no”."
        }
    }
}

/// What a column means, and an example.
pub fn column(lang: Lang, kind: FileKind, name: &str) -> (&'static str, &'static str) {
    let (it, en, example) = match (kind, name) {
        (FileKind::Successions, "tipo") => (
            "fusione, incorporazione, scissione, trasformazione (di una forma associata), scioglimento, nuovo codice. Necessaria.",
            "fusione, incorporazione, scissione, trasformazione (of an association), scioglimento, nuovo codice. Needed.",
            "fusione",
        ),
        (_, "tipo") => (
            "comune, unione, comunità montana, consorzio, altro. Necessaria per un ente nuovo.",
            "comune, unione, comunità montana, consorzio, altro. Needed for a new ente.",
            "unione",
        ),
        (FileKind::People, "nome") => ("Nome, o nome e cognome insieme. Necessaria.", "First name, or the whole name. Needed.", "Anna"),
        (_, "nome") => ("Nome dell’ente, senza «Comune di».", "Name of the ente, without “Comune di”.", "Agliè"),
        (_, "provincia") => ("Sigla; per una forma associata, quella della sede.", "Plate code; of the seat, for an association.", "TO"),
        (_, "regione") => ("Serve solo per una provincia nuova.", "Needed for a new province only.", "Sardegna"),
        (FileKind::People, "codice ISTAT") => ("In alternativa al nome dell’ente.", "Instead of the name of the ente.", "001001"),
        (_, "codice ISTAT") => (
            "Sei cifre; gli zeri iniziali persi da Excel si rimettono. Solo per i Comuni.",
            "Six digits; leading zeros lost by Excel are put back. For comuni only.",
            "001001",
        ),
        (_, "comuni") => (
            "I Comuni di una forma associata, tutti: con il codice ISTAT o come Agliè (TO), separati da virgole. Chi manca ne esce.",
            "All comuni of an association: by ISTAT code or as Agliè (TO), parted by commas. Who is missing leaves.",
            "Agliè (TO), 001015",
        ),
        (FileKind::Enti, "dal") => (
            "Da quando i Comuni ne fanno parte così; se manca, da oggi.",
            "Since when the comuni belong to it so; today if empty.",
            "01/01/2026",
        ),
        (_, "PEC") => ("Indirizzo di posta certificata.", "Address of certified mail.", "protocollo@pec.comune.esempio.it"),
        (_, "codice IPA") => {
            ("Codice nell’indice delle pubbliche amministrazioni.", "Code in the index of public administrations.", "c_a074")
        }
        (_, "dominio") => (
            "Dominio di posta dell’ente: chi si registra da lì non aspetta l’approvazione.",
            "Mail domain of the ente: who registers from there waits for no approval.",
            "comune.esempio.it",
        ),
        (_, "montano") => ("sì o no.", "sì or no.", "no"),
        (_, "residenti") => (
            "Numero di residenti; di una forma associata si sommano i Comuni.",
            "Number of residents; of an association its comuni are added up.",
            "2558",
        ),
        (_, "anno residenti") => ("Anno a cui si riferisce.", "The year it refers to.", "2025"),
        (_, "nome utente") => ("Se manca lo proponiamo noi, come anna.rossi.", "Proposed if empty, as in anna.rossi.", "anna.rossi"),
        (_, "cognome") => ("Se sta in una colonna sua.", "If it has a column of its own.", "Rossi"),
        (_, "e-mail") => {
            ("Anche in comune tra più persone. Necessaria.", "May be shared by several people. Needed.", "anagrafe@comune.esempio.it")
        }
        (_, "ente") => ("Come Agliè (TO). Necessaria, o il codice ISTAT.", "As in Agliè (TO). Needed, or the ISTAT code.", "Agliè (TO)"),
        (_, "ruolo") => {
            ("partecipante o referente; se manca, partecipante.", "partecipante or referente; partecipante if empty.", "referente")
        }
        (_, "qualifica") => {
            ("Come la persona si presenta in ufficio.", "How the person is styled in the office.", "Istruttrice amministrativa")
        }
        (_, "genere") => (
            "Solo se l’edizione lo chiede per la rendicontazione, con una delle sue voci; altrimenti non si conserva.",
            "Only if the edition asks for it, as one of its choices; otherwise it is not kept.",
            "donna",
        ),
        (_, "fascia d’età") => ("Come il genere.", "As for genere.", "30–54"),
        (_, "settore") => (
            "L’ufficio o il settore in cui lavora; solo se l’edizione lo chiede.",
            "The office where they work; only if the edition asks for it.",
            "Servizi demografici",
        ),
        (_, "dal") => ("Primo giorno dell’incarico; se manca, oggi.", "First day of the appointment; today if empty.", "01/01/2026"),
        (_, "al") => ("Ultimo giorno dell’incarico; se manca, senza fine.", "Last day of the appointment; open if empty.", "31/12/2026"),
        (_, "da") => (
            "L’ente che finisce, o il Comune che cambia codice. Necessaria.",
            "The ente that ends, or the comune whose code changes. Needed.",
            "Bairo (TO)",
        ),
        (_, "a") => (
            "L’ente che succede, o il codice nuovo. Vuota per uno scioglimento.",
            "The ente that follows, or the new code. Empty for a dissolution.",
            "Agliè (TO)",
        ),
        (_, "giorno") => (
            "Primo giorno in cui l’ente non c’è più; anche futuro: allora ha effetto da sé, all’inizio di quel giorno (non per un nuovo codice). Necessaria.",
            "First day on which the ente is no more; not to come. Needed.",
            "01/01/2026",
        ),
        (_, "atto") => ("La legge o il provvedimento.", "The law or the deed.", "l.r. 30/2025"),
        (_, "incarichi") => (
            "sì o no: se gli incarichi proseguono presso l’ente che succede.",
            "sì or no: whether appointments go on at the ente that follows.",
            "sì",
        ),
        (_, "nuova provincia") => ("Con un nuovo codice, se cambia.", "With a new code, if it changes.", "CA"),
        _ => ("", "", ""),
    };
    (if lang == Lang::It { it } else { en }, example)
}

const IT: Words = Words {
    title: "Importazioni",
    lead: "Gli enti e le persone che l’ufficio ha già in un foglio di calcolo si importano da un file CSV. Prima si vede che cosa succederebbe; poi si conferma.",
    format: "Com’è fatto il file, con modelli da scaricare",
    upload_title: "Nuova importazione",
    kind: "Che cosa contiene il file",
    kind_enti: "Enti: Comuni e forme associate",
    kind_people: "Persone e incarichi",
    kind_successions: "Successioni: fusioni, scissioni, nuovi codici ISTAT",
    file: "File CSV",
    file_hint: "Al più 20 MB e 100.000 righe. Non si scrive nulla finché non confermate.",
    upload: "Carica e controlla",
    no_kind: "Scegliete che cosa contiene il file.",
    no_file: "Scegliete un file.",
    past: "Importazioni precedenti",
    past_caption: "Importazioni, dalla più recente",
    past_none: "Nessuna importazione, finora.",
    column_file: "File",
    column_kind: "Contenuto",
    column_when: "Caricato",
    column_by: "Da",
    column_rows: "Righe",
    column_state: "Stato",
    state_waiting: "da confermare",
    state_running: "in corso",
    state_done: |c| format!("importato: {} nuove, {} con modifiche, {} già così", c.created, c.changed, c.same),
    state_forgotten: "non importato",
    command_line: "riga di comando",
    read_as: |encoding, separator| format!("{encoding}, separatore: {separator}"),
    uploaded: "Caricato",
    reading: "Letto come",
    rows: "Righe",
    unknown_columns: |names| format!("Colonne non riconosciute, ignorate: {names}."),
    bad_title: "Righe da correggere",
    bad_lead: |rows| match rows {
        1 => "Una riga è da correggere. Finché c’è, non si importa nulla.".into(),
        n => format!("{n} righe sono da correggere. Finché ce ne sono, non si importa nulla."),
    },
    bad_caption: "Che cosa correggere, riga per riga (numerate come nel foglio di calcolo)",
    bad_row: "Riga",
    bad_column: "Colonna",
    bad_found: "Nel file",
    bad_problem: "Che cosa non va",
    bad_empty: "vuota",
    bad_more: |shown, total| format!("Qui ci sono le prime {shown} segnalazioni su {total}: nel file ci sono tutte."),
    bad_export: "Scarica le righe da correggere (CSV)",
    bad_heading: "da correggere",
    again: "Carica il file corretto",
    would_title: "Che cosa succederebbe",
    would_lead: "Non è ancora stato scritto nulla.",
    created: |n| match n {
        1 => "1 riga nuova".into(),
        n => format!("{n} righe nuove"),
    },
    changed: |n| match n {
        1 => "1 riga che cambia qualcosa".into(),
        n => format!("{n} righe che cambiano qualcosa"),
    },
    same: |n| match n {
        1 => "1 riga che è già così".into(),
        n => format!("{n} righe che sono già così"),
    },
    would_caption: "Le righe, nell’ordine del file",
    would_about: "Di che cosa si tratta",
    would_outcome: "Che cosa succede",
    would_more: |shown, total| format!("Qui ci sono le prime {shown} righe su {total}."),
    invite: "Il messaggio per scegliere la password",
    invite_now: "Invia subito il messaggio alle persone nuove",
    invite_later: "Non ora",
    confirm: "Conferma l’importazione",
    nothing_to_do: "Tutte le righe sono già così: non c’è nulla da importare.",
    give_up: "Rinuncia",
    running_rows: |rows| format!("Attendere: importazione in corso (righe: {rows})."),
    running: "L’importazione è in corso: di solito dura meno di un minuto. Non serve confermare di nuovo, e potete lasciare questa pagina: quando è finita, qui trovate l’esito.",
    refresh: "Aggiorna la pagina",
    done: |c| format!("Importazione completata: {} righe nuove, {} con modifiche, {} già così.", c.created, c.changed, c.same),
    done_by: |who, when| format!("Confermata da {who}, {when}."),
    done_invited: "Alle persone nuove è stato spedito il messaggio per scegliere la password.",
    done_not_invited: "Alle persone nuove non è stato spedito il messaggio per scegliere la password.",
    forgotten: "Questo file non è stato importato e non è più conservato. Se serve, caricatelo di nuovo.",
    differs: "Nel frattempo i registri sono cambiati: ecco che cosa succederebbe ora. Controllate e confermate di nuovo.",
    gone: "Questa importazione è già stata confermata, o qualcuno vi ha rinunciato.",
    given_up: "Il file non è stato importato ed è stato cancellato.",
    failed: "L’importazione non è riuscita: non è stato scritto nulla. Riprovate.",
    format_title: "Com’è fatto il file da importare",
    format_lead: "Un foglio di calcolo salvato come CSV, con una riga di intestazione. I nomi delle colonne contano, il loro ordine no; maiuscole e accenti non contano.",
    format_file: "Il file",
    format_file_points: &[
        "Separatore: punto e virgola, virgola o tabulazione; si riconosce da sé.",
        "Codifica: UTF-8 (con o senza BOM), Windows-1252 (quella di Excel) o «testo Unicode» di Excel; si riconosce da sé e vi si dice quale.",
        "Celle su più righe tra virgolette; righe vuote ignorate; colonne non riconosciute ignorate, e vi si dice quali.",
        "Date come 31/12/2026 o 2026-12-31.",
        "Al più 20 MB e 100.000 righe.",
        "Tutto o niente: se una riga è da correggere non si importa nulla, e le righe da correggere si scaricano in un file.",
        "Importare due volte lo stesso file non fa danni: la seconda volta le righe risultano già così.",
    ],
    format_columns: |kind| format!("Colonne per: {kind}"),
    format_column: "Colonna",
    format_meaning: "Che cosa contiene",
    format_example: "Esempio",
    format_template: |name| format!("Scarica il modello {name}"),
};

const EN: Words = Words {
    title: "Imports",
    lead: "The enti and people that an office already has in a spreadsheet are imported from a CSV file. First you see what would happen; then you confirm.",
    format: "What the file looks like, with templates to download",
    upload_title: "New import",
    kind: "What the file holds",
    kind_enti: "Enti: municipalities and associations",
    kind_people: "People and appointments",
    kind_successions: "Successions: fusions, splits, new ISTAT codes",
    file: "CSV file",
    file_hint: "At most 20 MB and 100,000 rows. Nothing is written until you confirm.",
    upload: "Upload and check",
    no_kind: "Choose what the file holds.",
    no_file: "Choose a file.",
    past: "Earlier imports",
    past_caption: "Imports, the latest first",
    past_none: "No imports so far.",
    column_file: "File",
    column_kind: "Content",
    column_when: "Uploaded",
    column_by: "By",
    column_rows: "Rows",
    column_state: "State",
    state_waiting: "to be confirmed",
    state_running: "running",
    state_done: |c| format!("imported: {} new, {} with changes, {} the same already", c.created, c.changed, c.same),
    state_forgotten: "not imported",
    command_line: "command line",
    read_as: |encoding, separator| format!("{encoding}, separator: {separator}"),
    uploaded: "Uploaded",
    reading: "Read as",
    rows: "Rows",
    unknown_columns: |names| format!("Columns not recognised, passed over: {names}."),
    bad_title: "Rows to correct",
    bad_lead: |rows| match rows {
        1 => "One row must be corrected. As long as it is there, nothing is imported.".into(),
        n => format!("{n} rows must be corrected. As long as they are there, nothing is imported."),
    },
    bad_caption: "What to correct, row by row (numbered as in the spreadsheet)",
    bad_row: "Row",
    bad_column: "Column",
    bad_found: "In the file",
    bad_problem: "What is wrong",
    bad_empty: "empty",
    bad_more: |shown, total| format!("These are the first {shown} of {total} remarks: the file has all."),
    bad_export: "Download the rows to correct (CSV)",
    bad_heading: "to correct",
    again: "Upload the corrected file",
    would_title: "What would happen",
    would_lead: "Nothing has been written yet.",
    created: |n| match n {
        1 => "1 new row".into(),
        n => format!("{n} new rows"),
    },
    changed: |n| match n {
        1 => "1 row that changes something".into(),
        n => format!("{n} rows that change something"),
    },
    same: |n| match n {
        1 => "1 row that stands so already".into(),
        n => format!("{n} rows that stand so already"),
    },
    would_caption: "The rows, in the order of the file",
    would_about: "What it is about",
    would_outcome: "What happens",
    would_more: |shown, total| format!("These are the first {shown} of {total} rows."),
    invite: "The letter to choose a password",
    invite_now: "Send the letter to new people at once",
    invite_later: "Not now",
    confirm: "Confirm the import",
    nothing_to_do: "All rows stand so already: there is nothing to import.",
    give_up: "Give up",
    running_rows: |rows| format!("Please wait: import running (rows: {rows})."),
    running: "The import is running: it takes less than a minute as a rule. There is no need to confirm again, and you can leave this page: the result will be here.",
    refresh: "Refresh the page",
    done: |c| format!("Import completed: {} rows new, {} with changes, {} the same already.", c.created, c.changed, c.same),
    done_by: |who, when| format!("Confirmed by {who}, {when}."),
    done_invited: "New people were sent the letter to choose a password.",
    done_not_invited: "New people were not sent the letter to choose a password.",
    forgotten: "This file was not imported and is no longer kept. Upload it again if you need it.",
    differs: "The registers have changed meanwhile: this is what would happen now. Check it and confirm again.",
    gone: "This import has been confirmed already, or somebody gave it up.",
    given_up: "The file was not imported and has been deleted.",
    failed: "The import did not succeed: nothing was written. Try again.",
    format_title: "What the file to import looks like",
    format_lead: "A spreadsheet saved as CSV, with a heading. The names of the columns count, their order does not; nor do capitals and accents.",
    format_file: "The file",
    format_file_points: &[
        "Separator: semicolon, comma or tab; recognised by itself.",
        "Encoding: UTF-8 (with or without BOM), Windows-1252 (Excel’s) or Excel’s “Unicode text”; recognised by itself, and you are told which.",
        "Cells of several lines in quotes; empty rows passed over; columns not recognised passed over, and you are told which.",
        "Dates as 31/12/2026 or 2026-12-31.",
        "At most 20 MB and 100,000 rows.",
        "All or nothing: if one row must be corrected nothing is imported, and the rows to correct can be downloaded.",
        "Importing the same file twice does no harm: the second time the rows stand so already.",
    ],
    format_columns: |kind| format!("Columns for: {kind}"),
    format_column: "Column",
    format_meaning: "What it holds",
    format_example: "Example",
    format_template: |name| format!("Download the template {name}"),
};
