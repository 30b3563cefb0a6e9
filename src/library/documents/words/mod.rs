//! The phrases of documents.

mod english;
mod italian;

use super::Fault;
use crate::domain::document::Licence;
use crate::domain::material::{Kind, Refusal};
use crate::ui::dates;
use crate::ui::words::Lang;
use crate::web::uploads;

pub struct Words {
    // What readers see.
    pub title: &'static str,
    pub lead: &'static str,
    pub none: &'static str,
    pub none_found: &'static str,
    pub count: fn(n: usize) -> String,
    pub follow: &'static str,
    pub search: &'static str,
    pub search_hint: &'static str,
    pub theme: &'static str,
    pub language: &'static str,
    pub validity: &'static str,
    pub only_valid: &'static str,
    pub expired_short: &'static str,
    pub expired: fn(day: &str) -> String,
    pub elsewhere: &'static str,
    pub lies_at: &'static str,
    pub open: &'static str,
    pub download: &'static str,
    pub publisher: &'static str,
    pub dated_on: &'static str,
    pub valid_until: &'static str,
    pub no_end: &'static str,
    pub licence: &'static str,
    pub versions: &'static str,
    pub version: fn(n: i64) -> String,
    pub stands_now: &'static str,
    pub stood_before: &'static str,
    pub change: &'static str,
    // For those who publish.
    pub desk: &'static str,
    pub desk_lead: &'static str,
    pub desk_lead_all: &'static str,
    pub links: &'static str,
    pub links_to_mend: fn(n: usize) -> String,
    pub new: &'static str,
    pub new_lead: &'static str,
    pub read: &'static str,
    pub none_yet: &'static str,
    pub caption: &'static str,
    pub column_title: &'static str,
    pub column_version: &'static str,
    pub column_state: &'static str,
    pub column_downloads: &'static str,
    pub downloads_note: &'static str,
    pub state_public: &'static str,
    pub state_withdrawn: &'static str,
    pub title_hint: &'static str,
    pub theme_hint: &'static str,
    pub description: &'static str,
    pub description_hint: &'static str,
    pub publisher_hint: &'static str,
    pub valid_until_hint: &'static str,
    pub licence_hint: &'static str,
    pub file: &'static str,
    pub file_hint: &'static str,
    pub address: &'static str,
    pub address_hint: &'static str,
    pub publish: &'static str,
    pub give_up: &'static str,
    pub change_lead: &'static str,
    pub see: &'static str,
    pub said: &'static str,
    pub save: &'static str,
    pub publish_again: &'static str,
    pub new_version: &'static str,
    pub new_version_lead: &'static str,
    pub note: &'static str,
    pub note_hint: &'static str,
    pub add_version: &'static str,
    pub withdrawal: &'static str,
    pub withdrawal_lead: &'static str,
    pub reason: &'static str,
    pub reason_hint: &'static str,
    pub withdraw: &'static str,
    pub is_withdrawn: fn(day: &str, why: &str) -> String,
    pub changed_meanwhile: &'static str,
    pub published: &'static str,
    pub offered: &'static str,
    pub saved: &'static str,
    pub versioned: &'static str,
    pub withdrawn_now: &'static str,
}

pub fn words(lang: Lang) -> &'static Words {
    match lang {
        Lang::It => &italian::WORDS,
        Lang::En => &english::WORDS,
    }
}

/// "PDF, 2,4 MB".
pub fn kind_and_size(lang: Lang, kind: Kind, bytes: i64) -> String {
    #[expect(clippy::cast_precision_loss, reason = "shown with one decimal")]
    let (value, unit) = if bytes < 1_000_000 { ((bytes as f64 / 1_000.0).max(1.0), "KB") } else { (bytes as f64 / 1_000_000.0, "MB") };
    format!("{}, {} {unit}", kind.called(), dates::number(lang, value, usize::from(unit == "MB")))
}

pub fn licence(lang: Lang, licence: Licence) -> &'static str {
    let (it, en) = match licence {
        Licence::Reading => {
            ("Solo consultazione: per altri usi chiedete a chi lo pubblica", "For reading only: for any other use ask whoever publishes it")
        }
        Licence::CcBy => ("CC BY 4.0: si può riusare citando l’autore", "CC BY 4.0: may be used again, naming the author"),
        Licence::CcBySa => (
            "CC BY-SA 4.0: si può riusare citando l’autore, alle stesse condizioni",
            "CC BY-SA 4.0: may be used again, naming the author, on the same terms",
        ),
        Licence::CcByNc => (
            "CC BY-NC 4.0: si può riusare citando l’autore, non a scopo commerciale",
            "CC BY-NC 4.0: may be used again, naming the author, not for profit",
        ),
        Licence::Cc0 => ("CC0: di pubblico dominio", "CC0: in the public domain"),
        Licence::Iodl => {
            ("IODL 2.0: dati aperti, si possono riusare citando la fonte", "IODL 2.0: open data, may be used again, naming the source")
        }
    };
    if lang == Lang::It { it } else { en }
}

/// The name of a language, by its tag.
pub fn language(lang: Lang, tag: &str) -> &'static str {
    let (it, en) = match tag {
        "it" => ("italiano", "Italian"),
        "en" => ("inglese", "English"),
        "fr" => ("francese", "French"),
        "es" => ("spagnolo", "Spanish"),
        "de" => ("tedesco", "German"),
        "ar" => ("arabo", "Arabic"),
        "uk" => ("ucraino", "Ukrainian"),
        "ro" => ("romeno", "Romanian"),
        "sq" => ("albanese", "Albanian"),
        "zh" => ("cinese", "Chinese"),
        "bn" => ("bengalese", "Bengali"),
        "ur" => ("urdu", "Urdu"),
        "pa" => ("punjabi", "Punjabi"),
        "ru" => ("russo", "Russian"),
        "pt" => ("portoghese", "Portuguese"),
        _ => ("altra lingua", "another language"),
    };
    if lang == Lang::It { it } else { en }
}

/// The control that a fault belongs to.
pub fn field_of(fault: Fault) -> &'static str {
    match fault {
        Fault::NoTitle => "titolo",
        Fault::NoTheme => "tema",
        Fault::NoPublisher => "editore",
        Fault::NoDay => "data",
        Fault::UnknownDay | Fault::EndsBefore => "fino",
        Fault::UnknownLanguage => "lingua",
        Fault::UnknownLicence => "licenza",
        Fault::TooLong(name, _) => name,
        Fault::Nothing | Fault::Both | Fault::File(_) | Fault::NotKept(_) | Fault::Same => "file",
        Fault::Address => "indirizzo",
        Fault::NoReason => "motivo",
    }
}

/// One sentence beside the field.
pub fn fault(lang: Lang, fault: Fault) -> String {
    let (it, en) = match fault {
        Fault::NoTitle => ("Scrivete un titolo.", "Enter a title."),
        Fault::NoTheme => ("Scrivete il tema.", "Enter the theme."),
        Fault::NoPublisher => ("Scrivete chi lo pubblica.", "Enter who publishes it."),
        Fault::NoDay => ("Scrivete la data del documento.", "Enter the date of the document."),
        Fault::UnknownDay => ("Questa data non esiste: scrivete giorno, mese e anno.", "There is no such date: enter day, month and year."),
        Fault::EndsBefore => {
            ("La fine della validità viene prima della data del documento.", "The document would end before its own date.")
        }
        Fault::UnknownLanguage => ("Scegliete una lingua.", "Choose a language."),
        Fault::UnknownLicence => ("Scegliete una licenza.", "Choose a licence."),
        Fault::TooLong(_, most) => {
            return if lang == Lang::It { format!("Al massimo {most} caratteri.") } else { format!("At most {most} characters.") };
        }
        Fault::Nothing => ("Scegliete un file, o scrivete dove si trova il documento.", "Choose a file, or enter where the document is."),
        Fault::Both => ("Un file o un indirizzo: non tutti e due.", "A file or an address, not both."),
        Fault::Address => (
            "Scrivete un indirizzo intero, che cominci con https:// o http://.",
            "Enter a whole address that begins with https:// or http://.",
        ),
        Fault::File(refusal) => of_file(refusal),
        Fault::NotKept(why) => return uploads::not_kept(lang, &why),
        Fault::Same => (
            "È già la versione pubblicata: non c’è nulla da cambiare.",
            "This is the version that is published: there is nothing to change.",
        ),
        Fault::NoReason => ("Scrivete il motivo, in una riga.", "Enter the reason, in a line."),
    };
    (if lang == Lang::It { it } else { en }).to_owned()
}

fn of_file(refusal: Refusal) -> (&'static str, &'static str) {
    match refusal {
        Refusal::Missing => ("Il file è vuoto: scegliete quello giusto.", "The file is empty: choose the right one."),
        Refusal::TooLarge => ("Il file supera i 20 MB.", "The file is larger than 20 MB."),
        Refusal::Unknown => (
            "Questo tipo di file non si può pubblicare, o il file è incompleto.",
            "This kind of file cannot be published, or the file is not whole.",
        ),
        Refusal::Macros => {
            ("Il documento contiene macro: salvatelo senza, o in PDF.", "The document contains macros: save it without them, or as PDF.")
        }
        Refusal::Former => (
            "È un vecchio formato di Office: salvatelo in PPTX, DOCX o XLSX, o in PDF.",
            "This is a former format of Office: save it as PPTX, DOCX or XLSX, or as PDF.",
        ),
    }
}
