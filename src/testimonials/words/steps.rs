//! The phrases of the form of a testimonial, and what is said of its faults.

use crate::domain::captions::{Fault as CaptionFault, LONGEST, LONGEST_LINE, What as Wrong};
use crate::testimonials::{Step, What};
use crate::ui::words::Lang;

type Text = &'static str;

super::phrases! {
    title: Text = "Titolo", "Title";
    title_hint: Text = "Che cosa hanno fatto, in una riga.", "What they did, in a line.";
    summary: Text = "Sintesi", "Summary";
    summary_hint: Text = "Due frasi: chi legge deve capire in un minuto se gli serve.", "Two sentences: readers must see in a minute whether it is of use to them.";
    theme: Text = "Tema", "Theme";
    theme_hint: Text = "Per esempio «Modelli organizzativi» o «Servizi demografici».", "For instance “Modelli organizzativi” or “Servizi demografici”.";
    territory: Text = "Territorio", "Territory";
    territory_hint: Text = "Dove, quanto è grande, che cosa lo distingue.", "Where, how large, what sets it apart.";
    form: Text = "Forma di associazione", "Form of association";
    form_hint: Text = "Unione, convenzione, consorzio, comune da solo…", "Union, convention, consortium, a municipality by itself…";
    years: Text = "Anni", "Years";
    years_hint: Text = "Da quando, fino a quando: «dal 2012».", "Since when, until when: “dal 2012”.";
    offices: Text = "Uffici", "Offices";
    offices_hint: Text = "Chi se ne occupa e dove.", "Who looks after it, and where.";
    website: Text = "Sito", "Website";
    figures: Text = "Le cifre", "The figures";
    figures_hint: Text = "Una per riga, con l’anno: «Sportelli aperti: 6 (2014)».", "One a line, with its year: “Sportelli aperti: 6 (2014)”.";
    members: Text = "I comuni e i loro abitanti", "The municipalities and their residents";
    members_of: fn(usize, &str) -> String = |n, d| if n == 1 { format!("1 comune, come nel registro al {d}.") } else { format!("{n} comuni, come nel registro al {d}.") }, |n, d| if n == 1 { format!("1 municipality, as in the register on {d}.") } else { format!("{n} municipalities, as in the register on {d}.") };
    anew: Text = "Riprendili dal registro com’è oggi", "Take them again from the register as it is today";
    approach: Text = "L’approccio", "The approach";
    strengths: Text = "I punti di forza", "The strengths";
    difficulties: Text = "Le difficoltà affrontate", "The difficulties faced";
    how: Text = "Come hanno fatto", "How they did it";
    prose_hint: Text = "Restano paragrafi, elenchi, **grassetto**, *corsivo* e link.", "Paragraphs, lists, **bold**, *italic* and links are kept.";
    speakers_lead: Text = "Chi parla nel video o firma il racconto, con il ruolo che aveva quel giorno. Di ognuno serve la liberatoria.", "Who speaks in the video or signs the story, with the role they had on that day. The release of each is needed.";
    speaker: fn(usize) -> String = |n| format!("Persona {n}"), |n| format!("Person {n}");
    name: Text = "Nome e cognome", "Name and surname";
    role: Text = "Ruolo", "Role";
    on: Text = "Al giorno", "On the day";
    video: Text = "Il video", "The video";
    video_lead: Text = "MP4 (H.264) o WebM. Un video nuovo vuole sottotitoli nuovi.", "MP4 (H.264) or WebM. A new video wants new captions.";
    video_file: Text = "File del video", "Video file";
    length: Text = "Durata", "Length";
    length_hint: Text = "Minuti e secondi, «12:30»: serve a controllare sottotitoli e domande.", "Minutes and seconds, “12:30”: captions and questions are checked against it.";
    send_video: Text = "Carica il video", "Upload the video";
    stands_video: fn(&str, &str) -> String = |l, s| format!("Video di {l}, {s}."), |l, s| format!("Video of {l}, {s}.");
    index_behind: Text = "L’indice di questo video sta in fondo al file: in molti lettori il video parte solo dopo essere stato scaricato tutto. Esportatelo di nuovo con l’avvio rapido («ottimizza per il web», «fast start») e caricatelo un’altra volta.", "The index of this video stands at the end of the file: in many players it starts only once all of it has been downloaded. Export it again for a quick start (“web optimised”, “fast start”) and upload it once more.";
    index_missing: Text = "In questo file non troviamo l’indice del video: forse è stato interrotto mentre si salvava. Guardatelo nell’anteprima, e se non parte esportatelo e caricatelo di nuovo.", "In this file we do not find the index of the video: perhaps saving it was interrupted. Look at it in the preview, and if it does not start, export and upload it again.";
    no_video_yet: Text = "Nessun video: la testimonianza può essere anche solo scritta.", "No video: a testimonial may be in writing alone.";
    remove_video: Text = "Togli il video", "Remove the video";
    captions: Text = "I sottotitoli", "The captions";
    captions_lead: Text = "Senza sottotitoli il video non si pubblica: chi non sente deve poter leggere. Da qui nasce anche la trascrizione.", "Without captions the video is not published: whoever does not hear must be able to read. The transcript is made from them too.";
    captions_file: Text = "File dei sottotitoli (WebVTT, .vtt)", "Captions file (WebVTT, .vtt)";
    captions_hint: Text = "«<v Nome>» all’inizio di un sottotitolo dice chi parla.", "“<v Name>” at the beginning of a caption says who speaks.";
    send_captions: Text = "Carica i sottotitoli", "Upload the captions";
    stands_captions: fn(usize) -> String = |n| format!("Sottotitoli controllati: {n}."), |n| format!("Captions checked: {n}.");
    chapters: Text = "Le domande dell’intervista", "The questions of the interview";
    chapters_hint: Text = "Una per riga, con il minuto: «2:05 Come avete cominciato?».", "One a line, with its time: “2:05 Come avete cominciato?”.";
    session_lead: Text = "L’incontro in cui l’ente ha risposto alle domande degli altri. Se non c’è stato, lasciate vuoto.", "The session in which the body answered the questions of others. If there was none, leave it empty.";
    session_day: Text = "Giorno", "Day";
    session_about: Text = "Di che cosa si è parlato", "What it was about";
    materials: Text = "Materiali", "Materials";
    materials_hint: Text = "Con i link a quello che è stato mostrato.", "With links to what was shown.";
    exchange: fn(usize) -> String = |n| format!("Domanda {n}"), |n| format!("Question {n}");
    question: Text = "Domanda", "Question";
    answer: Text = "Risposta", "Answer";
    links_lead: Text = "Nei rapporti dell’autodiagnosi, accanto a questo modello e a questi suggerimenti si leggerà «Chi l’ha fatto».", "In the reports of the self-assessment, “Who did it” will stand beside this model and these suggestions.";
    model: Text = "Modello organizzativo", "Organisational model";
    suggestions: Text = "Suggerimenti che illustra", "Suggestions that it illustrates";
    save_and_next: Text = "Salva e continua", "Save and go on";
    save: Text = "Salva", "Save";
}

pub fn words(lang: Lang) -> &'static Words {
    match lang {
        Lang::It => &IT,
        Lang::En => &EN,
    }
}

pub fn step(lang: Lang, step: Step) -> &'static str {
    let said = match step {
        Step::Facts => ("La scheda", "The sheet"),
        Step::Story => ("Il racconto", "The story"),
        Step::Speakers => ("Chi parla", "Who speaks"),
        Step::Video => ("Il video e i sottotitoli", "The video and its captions"),
        Step::Session => ("L’incontro di approfondimento", "The in-depth session"),
        Step::Links => ("I collegamenti con l’autodiagnosi", "The links with the self-assessment"),
    };
    super::either(lang, said)
}

fn numbers(lines: &[usize]) -> String {
    lines.iter().map(ToString::to_string).collect::<Vec<_>>().join(", ")
}

pub fn fault(lang: Lang, what: &What) -> String {
    let fixed = |it: &'static str, en: &'static str| (it.to_owned(), en.to_owned());
    let (it, en) = match what {
        What::TooLong(n) => (format!("Al massimo {n} caratteri."), format!("At most {n} characters.")),
        What::ProseTooLong(n) => (format!("Al massimo {n} mila caratteri."), format!("At most {n} thousand characters.")),
        What::NoTitle => fixed("Scrivete il titolo.", "Write the title."),
        What::NoName => fixed("Scrivete nome e cognome.", "Write name and surname."),
        What::NoRole => fixed("Scrivete il ruolo, per esempio «Sindaca».", "Write the role, as in “Sindaca”."),
        What::NoDay => fixed("Scrivete il giorno, per esempio 2026-03-02.", "Write the day, as in 2026-03-02."),
        What::NoReference => fixed("Scrivete dov’è il documento firmato.", "Write where the signed paper is."),
        What::NoReason => {
            fixed("Scrivete il motivo in una riga, al massimo 200 caratteri.", "Write the reason in one line, at most 200 characters.")
        }
        What::NoText => fixed("Scrivete che cosa va corretto.", "Write what is to be corrected."),
        What::NotAnAddress => fixed("Scrivete l’indirizzo per intero: https://…", "Write the whole address: https://…"),
        What::FigureLines(lines) => (
            format!("Scrivete «voce: valore». Righe da correggere: {}.", numbers(lines)),
            format!("Write “label: value”. Lines to correct: {}.", numbers(lines)),
        ),
        What::ChapterLines(lines) => (
            format!("Scrivete il minuto e la domanda, «2:05 Come avete cominciato?». Righe da correggere: {}.", numbers(lines)),
            format!("Write the time and the question, “2:05 Come avete cominciato?”. Lines to correct: {}.", numbers(lines)),
        ),
        What::ChapterAfterEnd(title) => {
            (format!("«{title}» viene dopo la fine del video."), format!("“{title}” comes after the end of the video."))
        }
        What::ChapterOrder(title) => (
            format!("«{title}» non viene dopo la domanda che la precede."),
            format!("“{title}” does not come after the question above it."),
        ),
        What::NoQuestion => fixed("Scrivete la domanda.", "Write the question."),
        What::NoAnswer => fixed("Scrivete la risposta.", "Write the answer."),
        What::Unknown => fixed("Scegliete dall’elenco.", "Choose from the list."),
        What::EndsBefore => fixed("La fine viene prima dell’inizio.", "It ends before it begins."),
        What::NoLength => fixed("Scrivete minuti e secondi, per esempio 12:30.", "Write minutes and seconds, as in 12:30."),
        What::NoFile => fixed("Scegliete il file.", "Choose the file."),
        What::NotKept(said) => (said.clone(), said.clone()),
        What::Captions(faults) => (caption_faults(Lang::It, faults), caption_faults(Lang::En, faults)),
        What::NoVideo => fixed("Prima caricate il video.", "Upload the video first."),
        What::NoEnte => fixed("Scegliete l’ente che racconta.", "Choose the body that tells."),
    };
    match lang {
        Lang::It => it,
        Lang::En => en,
    }
}

fn caption_faults(lang: Lang, faults: &[CaptionFault]) -> String {
    faults.iter().map(|one| caption_fault(lang, one)).collect::<Vec<_>>().join(" ")
}

/// A fault of a captions file, with its line.
pub fn caption_fault(lang: Lang, one: &CaptionFault) -> String {
    let fixed = |it: &'static str, en: &'static str| (it.to_owned(), en.to_owned());
    let (it, en) = match &one.what {
        Wrong::TooLong(_) => (
            format!("il file è troppo lungo, al massimo {} kB.", LONGEST / 1024),
            format!("the file is too long, at most {} kB.", LONGEST / 1024),
        ),
        Wrong::NotUtf8 => fixed("non è testo UTF-8.", "this is no UTF-8 text."),
        Wrong::NoHeader => fixed("la prima riga deve essere «WEBVTT».", "the first line must be “WEBVTT”."),
        Wrong::Comma => fixed(
            "i millisecondi vanno dopo un punto, non una virgola (il file sembra SubRip, .srt).",
            "milliseconds come after a full stop, not a comma (this looks like SubRip, .srt).",
        ),
        Wrong::NoTimes => {
            fixed("manca la riga dei tempi («00:01.000 --> 00:04.000»).", "the line of times is missing (“00:01.000 --> 00:04.000”).")
        }
        Wrong::Times => fixed("i tempi non si leggono: «00:01.000 --> 00:04.000».", "the times cannot be read: “00:01.000 --> 00:04.000”."),
        Wrong::EndsBeforeItStarts => fixed("finisce prima di cominciare.", "it ends before it starts."),
        Wrong::OutOfOrder => fixed("comincia prima del sottotitolo che precede.", "it starts before the caption above."),
        Wrong::Empty => fixed("il sottotitolo è vuoto.", "the caption is empty."),
        Wrong::NoGap => fixed("manca una riga vuota prima di questi tempi.", "an empty line is missing before these times."),
        Wrong::OpenTag => fixed("un «<» non è chiuso da «>».", "a “<” is not closed by “>”."),
        Wrong::LongLine(n) => (
            format!("la riga ha {n} caratteri, al massimo {LONGEST_LINE}: andate a capo."),
            format!("the line has {n} characters, at most {LONGEST_LINE}: break it."),
        ),
        Wrong::AfterTheEnd => fixed("comincia dopo la fine del video.", "it starts after the end of the video."),
        Wrong::NoCues => fixed("non c’è nessun sottotitolo.", "there is no caption."),
    };
    match lang {
        Lang::It => format!("Riga {}: {it}", one.line),
        Lang::En => format!("Line {}: {en}", one.line),
    }
}
