//! What a field for a file says, and why a file is not taken, in Italian and in English.

use super::NotKept;
use crate::domain::upload::{Purpose, Refusal};
use crate::ui::dates;
use crate::ui::words::Lang;

/// The phrases of the field.
pub(super) struct Words {
    pub brought: &'static str,
    pub look: &'static str,
    pub another: &'static str,
    pub sending: &'static str,
    pub paused: &'static str,
    pub checking: &'static str,
    pub arrived: &'static str,
    pub waiting: &'static str,
    pub failed: &'static str,
    pub resumed: &'static str,
    pub unfinished: &'static str,
    pub pause: &'static str,
    pub resume: &'static str,
    pub cancel: &'static str,
    pub progress: &'static str,
    pub of: &'static str,
    pub resumable: &'static str,
}

const IT: Words = Words {
    brought: "File già caricato:",
    look: "Guardalo",
    another: "Per cambiarlo, scegli un altro file.",
    sending: "Caricamento in corso",
    paused: "In pausa: quello che è arrivato resta.",
    checking: "Il file è arrivato: lo stiamo controllando.",
    arrived: "Caricato. Ora puoi inviare il modulo.",
    waiting: "La linea è caduta: si riprende da solo, dal punto in cui era.",
    failed: "Il caricamento si è fermato. Riprova: si riparte dal punto in cui era.",
    resumed: "Si riprende dal punto in cui era.",
    unfinished: "C’è un caricamento da finire. Scegli di nuovo lo stesso file e si riprende dal punto in cui era:",
    pause: "Metti in pausa",
    resume: "Riprendi",
    cancel: "Annulla il caricamento",
    progress: "Quanto è arrivato",
    of: "di",
    resumable: "Se la linea cade, o se chiudi la pagina, si riprende da dove era.",
};

const EN: Words = Words {
    brought: "File uploaded already:",
    look: "Look at it",
    another: "To change it, choose another file.",
    sending: "Uploading",
    paused: "Paused: what has arrived stays.",
    checking: "The file has arrived: we are checking it.",
    arrived: "Uploaded. You can now send the form.",
    waiting: "The line has dropped: it goes on by itself, from where it was.",
    failed: "The upload has stopped. Try again: it goes on from where it was.",
    resumed: "Going on from where it was.",
    unfinished: "An upload is unfinished. Choose the same file again and it goes on from where it was:",
    pause: "Pause",
    resume: "Resume",
    cancel: "Cancel the upload",
    progress: "How much has arrived",
    of: "of",
    resumable: "If the line drops, or if you close the page, it goes on from where it was.",
};

pub(super) fn words(lang: Lang) -> &'static Words {
    match lang {
        Lang::It => &IT,
        Lang::En => &EN,
    }
}

/// "20 MB", "1,5 GB": as people say it.
pub fn size(lang: Lang, bytes: u64) -> String {
    #[expect(clippy::cast_precision_loss, reason = "one digit after the comma is shown")]
    let mega = bytes as f64 / (1024.0 * 1024.0);
    let rounded = |value: f64| dates::number(lang, value, usize::from(value.fract() >= 0.05 && value < 100.0));
    match mega {
        mega if mega >= 1024.0 => format!("{} GB", rounded(mega / 1024.0)),
        mega if mega >= 1.0 => format!("{} MB", rounded(mega)),
        mega => format!("{} kB", rounded((mega * 1024.0).ceil())),
    }
}

/// What may be brought: "MP4 o WEBM, fino a 4 GB."
pub(super) fn admitted(lang: Lang, purpose: Purpose, largest: u64) -> String {
    let kinds: Vec<String> = purpose.kinds().iter().map(|kind| kind.called()).collect();
    let (or, up_to) = match lang {
        Lang::It => (" o ", "fino a"),
        Lang::En => (" or ", "up to"),
    };
    let listed = match kinds.split_last() {
        Some((last, rest)) if !rest.is_empty() => format!("{}{or}{last}", rest.join(", ")),
        _ => kinds.concat(),
    };
    format!("{listed}, {up_to} {}.", size(lang, largest))
}

/// The sentence beside the field.
pub fn not_kept(lang: Lang, why: &NotKept) -> String {
    let (it, en) = match why {
        NotKept::TooLarge(most) => {
            let most = size(lang, *most);
            (format!("Il file supera {most}: caricane uno più piccolo."), format!("The file is above {most}: upload a smaller one."))
        }
        NotKept::Missing => ("Scegli il file da caricare.".into(), "Choose the file to upload.".into()),
        NotKept::Waiting => (
            "Hai già caricato molti file che non hai ancora usato: finisci con quelli, o aspetta che scadano.".into(),
            "You have uploaded many files that you have not used yet: finish with those, or wait until they expire.".into(),
        ),
        NotKept::Full => (
            "Non c’è più spazio per i file caricati: chiama l’assistenza.".into(),
            "There is no room left for uploaded files: call support.".into(),
        ),
        NotKept::Gone => ("Il file caricato non c’è più: caricalo di nuovo.".into(), "The uploaded file is gone: upload it again.".into()),
        NotKept::Arriving(..) => (
            "Il file sta ancora arrivando, o lo stiamo controllando: aspetta e invia di nuovo.".into(),
            "The file is still arriving, or being checked: wait, and send again.".into(),
        ),
        NotKept::Refused(refusal) => refused(*refusal),
    };
    match lang {
        Lang::It => it,
        Lang::En => en,
    }
}

fn refused(why: Refusal) -> (String, String) {
    let (it, en) = match why {
        Refusal::Empty => ("Il file è vuoto.", "The file is empty."),
        Refusal::NotAdmitted => {
            ("Il file non è di un tipo ammesso qui, o è incompleto.", "The file is not of a kind that is admitted here, or is incomplete.")
        }
        Refusal::Macros => {
            ("Il documento contiene macro: salvalo senza, o come PDF.", "The document contains macros: save it without them, or as PDF.")
        }
        Refusal::Former => (
            "Il formato è quello vecchio di Office (.doc, .xls, .ppt): salvalo in quello nuovo, o come PDF.",
            "This is the former format of Office (.doc, .xls, .ppt): save it in the new one, or as PDF.",
        ),
        Refusal::Unsafe => (
            "Il controllo antivirus non ha lasciato passare il file. Se pensi che sia un errore, chiama l’assistenza.",
            "The antivirus check did not let the file through. If you think that is a mistake, call support.",
        ),
    };
    (it.to_owned(), en.to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sizes_and_kinds_read_as_people_say_them() {
        assert_eq!(size(Lang::It, 4096 * 1024 * 1024), "4 GB");
        assert_eq!(size(Lang::It, 1536 * 1024 * 1024), "1,5 GB");
        assert_eq!(size(Lang::En, 1536 * 1024 * 1024), "1.5 GB");
        assert_eq!(size(Lang::It, 700), "1 kB");
        assert_eq!(admitted(Lang::It, Purpose::Video, 4096 * 1024 * 1024), "MP4 o WEBM, fino a 4 GB.");
        assert_eq!(admitted(Lang::En, Purpose::Captions, 2 * 1024 * 1024), "VTT, up to 2 MB.");
    }
}
