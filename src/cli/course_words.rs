//! The sentences of `affianca course check`, in Italian and English.

use super::words;
use crate::domain::course::{Course, Mistake};
use crate::platform::courseware::Unreadable;
use crate::ui::words::Lang;

pub use super::words::fault_count;

/// One line about a course without faults.
pub fn sound(folder: &str, course: &Course, lang: Lang) -> String {
    let (lessons, minutes, hash) = (course.lessons.len(), course.minutes(), &course.hash);
    let (asked, held) = (course.test.asked(), course.test.items.len());
    match lang {
        Lang::It => format!(
            "{folder}: nessun errore (lezioni: {lessons}, minuti: {minutes}, prova finale: {asked} domande su {held}; impronta {hash})"
        ),
        Lang::En => {
            format!("{folder}: no faults (lessons: {lessons}, minutes: {minutes}, final test: {asked} questions of {held}; hash {hash})")
        }
    }
}

pub fn unreadable(why: &Unreadable, lang: Lang) -> String {
    match (why, lang) {
        (Unreadable::NoCourse(path), Lang::It) => {
            format!("{}: qui non c'è un corso (manca course.toml) né una cartella di corsi", path.display())
        }
        (Unreadable::NoCourse(path), Lang::En) => {
            format!("{}: there is no course here (course.toml is missing), nor a folder of courses", path.display())
        }
        (Unreadable::File(path, error), Lang::It) => format!("{}: non si legge ({error})", path.display()),
        (Unreadable::File(path, error), Lang::En) => format!("{}: cannot be read ({error})", path.display()),
    }
}

/// What is wrong with the files of a course and, where it helps, what to do.
pub fn mistake(mistake: &Mistake, lang: Lang) -> String {
    match (mistake, lang) {
        (Mistake::Format(kind), _) => words::fault(kind, lang),
        (_, Lang::It) => italian(mistake),
        (_, Lang::En) => english(mistake),
    }
}

/// Whole kilobytes, as file managers show them.
fn kib(bytes: usize) -> usize {
    bytes.div_ceil(1024)
}

/// Long, because it is one table: the compiler names the mistake without a sentence.
fn italian(mistake: &Mistake) -> String {
    use Mistake as M;
    match mistake {
        M::Format(kind) => words::fault(kind, Lang::It),
        M::NotUtf8 => "il file non è scritto in UTF-8: salvatelo di nuovo con questa codifica".to_owned(),
        M::NotADay { text } => format!("«{text}» non è una data: scrivete anno-mese-giorno, come 2026-11-22"),
        M::UnknownPrerequisite { course } => format!("non c'è un corso «{course}» nelle cartelle accanto"),
        M::PrerequisiteCircle { way } => format!("i corsi si richiedono a vicenda e nessuno potrebbe cominciare: {}", way.join(" → ")),
        M::UnexpectedFile => "file inatteso: un corso ha course.toml, le lezioni NN-nome.md, quiz/*.toml e files/*".to_owned(),
        M::NotInFolder { path } => format!("«{path}» non è nella cartella"),
        M::LessonNotListed => "la lezione non è nell'elenco di course.toml: aggiungetela con [[lesson]] o togliete il file".to_owned(),
        M::QuizNotUsed => "nessuna lezione usa questo quiz, e non è la prova finale".to_owned(),
        M::FileNotUsed => "nessuna lezione mostra o collega questo file".to_owned(),
        M::LessonName { path } => {
            format!(
                "«{path}» non va: il file di una lezione si chiama come 02-dimora-abituale.md, e il nome non può essere quello di una pagina del corso"
            )
        }
        M::LessonsOutOfOrder { path } => {
            format!("«{path}» viene dopo una lezione di numero più alto: i numeri seguono l'ordine dell'elenco")
        }
        M::FileType { path } => format!(
            "«{path}» non va: immagini svg, png, jpg, webp; video mp4, webm con sottotitoli vtt; allegati pdf, odt, ods, docx, xlsx, csv, txt; nomi in minuscole senza spazi né accenti"
        ),
        M::TooLarge { path, size, most } => format!("«{path}» è troppo grande: {} KiB, al massimo {} KiB", kib(*size), kib(*most)),
        M::ActiveSvg => "l'immagine SVG contiene script, comandi o richiami esterni: lasciate solo forme e testi".to_owned(),
        M::MissingCaptions { path } => format!("mancano i sottotitoli del video: aggiungete «{path}» (WebVTT)"),
        M::BrokenCaptions => {
            "i sottotitoli non sono in formato WebVTT: la prima riga è WEBVTT, e serve almeno una battuta con i suoi tempi".to_owned()
        }
        M::EmptyLesson => "la lezione è vuota".to_owned(),
        M::RawHtml => "HTML scritto nel testo: comparirebbe com'è. Usate Markdown".to_owned(),
        M::EmptyHeading => "il titolo è vuoto".to_owned(),
        M::HeadingSkipped { level, after: 0 } => format!("il primo titolo è di livello {level}: cominciate con un solo #"),
        M::HeadingSkipped { level, after } => {
            format!("dopo un titolo di livello {after} ne viene uno di livello {level}: non saltate livelli")
        }
        M::HeadingTooDeep => "titolo di livello troppo basso: al massimo cinque #".to_owned(),
        M::MissingAlt { file } => format!("l'immagine «{file}» non ha il testo che la sostituisce: scrivetelo fra le parentesi quadre"),
        M::PictureInText => "un'immagine sta da sola nel suo paragrafo, con una riga vuota prima e una dopo".to_owned(),
        M::PictureElsewhere { address } => format!("«{address}» non va: le immagini stanno nella cartella files del corso"),
        M::LinkWithoutText => "il collegamento non ha testo".to_owned(),
        M::VagueLink { text } => format!("il collegamento «{text}» non dice dove porta: usate il nome della pagina o del documento"),
        M::UnsafeLink { address } => {
            format!(
                "«{address}» non va: un collegamento porta a una lezione (.md), a un file (files/…), a un titolo (#…), a un indirizzo https:// o mailto:"
            )
        }
        M::NoSuchLesson { lesson } => format!("non c'è una lezione «{lesson}»"),
        M::NoSuchHeading { heading } => format!("nella lezione non c'è un titolo «{heading}»"),
        M::TableWithoutHeader => "una colonna della tabella non ha intestazione".to_owned(),
        M::NoRightAnswer { question } => format!("{question} non ha una risposta giusta"),
        M::ManyRightAnswers { question } => {
            format!("{question} ha più risposte giuste, ma se ne può scegliere una sola: usate kind = \"multiple\"")
        }
        M::OptionWithoutFeedback { option } => format!("manca il commento (feedback) per «{option}»"),
        M::RowWithoutRight { row } => format!("la riga «{row}» non ha una colonna giusta fra quelle della domanda"),
        M::RightOutOfBounds { question } => format!("la risposta giusta di {question} è fuori dai limiti min e max"),
        M::UnknownPool { pool } => format!("non c'è un gruppo di domande [[pool]] «{pool}»"),
        M::PoolTooSmall { pool, draw, found } => format!("dal gruppo «{pool}» si estraggono {draw} domande, ma ne ha {found}"),
        M::EmptyQuiz => "il quiz non ha domande".to_owned(),
        M::AttemptsWithoutPause => {
            "attempts e pause_days vanno insieme: quanti tentativi, e dopo quanti giorni si può riprovare".to_owned()
        }
    }
}

fn english(mistake: &Mistake) -> String {
    use Mistake as M;
    match mistake {
        M::Format(kind) => words::fault(kind, Lang::En),
        M::NotUtf8 => "the file is not UTF-8: save it again in that encoding".to_owned(),
        M::NotADay { text } => format!("“{text}” is no day: write year-month-day, as in 2026-11-22"),
        M::UnknownPrerequisite { course } => format!("there is no course “{course}” in the folders beside this one"),
        M::PrerequisiteCircle { way } => format!("the courses ask for one another, and nobody could begin: {}", way.join(" → ")),
        M::UnexpectedFile => "unexpected file: a course has course.toml, lessons NN-name.md, quiz/*.toml and files/*".to_owned(),
        M::NotInFolder { path } => format!("“{path}” is not in the folder"),
        M::LessonNotListed => "the lesson is not listed in course.toml: add it with [[lesson]], or take the file away".to_owned(),
        M::QuizNotUsed => "no lesson uses this quiz, and it is not the final test".to_owned(),
        M::FileNotUsed => "no lesson shows or links this file".to_owned(),
        M::LessonName { path } => {
            format!("“{path}” will not do: the file of a lesson is named as 02-dimora-abituale.md, and not like a page of the course")
        }
        M::LessonsOutOfOrder { path } => format!("“{path}” comes after a lesson with a higher number: numbers follow the list"),
        M::FileType { path } => format!(
            "“{path}” will not do: pictures svg, png, jpg, webp; videos mp4, webm with captions vtt; downloads pdf, odt, ods, docx, xlsx, csv, txt; names in small letters without spaces or accents"
        ),
        M::TooLarge { path, size, most } => format!("“{path}” is too large: {} KiB, at most {} KiB", kib(*size), kib(*most)),
        M::ActiveSvg => "the SVG picture holds scripts, handlers or references elsewhere: leave only shapes and words".to_owned(),
        M::MissingCaptions { path } => format!("the video has no captions: add “{path}” (WebVTT)"),
        M::BrokenCaptions => {
            "the captions are not WebVTT: the first line is WEBVTT, and there is at least one cue with its times".to_owned()
        }
        M::EmptyLesson => "the lesson is empty".to_owned(),
        M::RawHtml => "HTML in the text: it would be shown as it stands. Use Markdown".to_owned(),
        M::EmptyHeading => "the heading is empty".to_owned(),
        M::HeadingSkipped { level, after: 0 } => format!("the first heading has level {level}: begin with a single #"),
        M::HeadingSkipped { level, after } => format!("after a heading of level {after} comes one of level {level}: do not skip levels"),
        M::HeadingTooDeep => "the heading lies too deep: at most five #".to_owned(),
        M::MissingAlt { file } => format!("the picture “{file}” has no text that stands for it: write it between the square brackets"),
        M::PictureInText => "a picture stands alone in its paragraph, with an empty line before and after".to_owned(),
        M::PictureElsewhere { address } => format!("“{address}” will not do: pictures are in the folder files of the course"),
        M::LinkWithoutText => "the link has no text".to_owned(),
        M::VagueLink { text } => format!("the link “{text}” does not say where it leads: use the name of the page or the document"),
        M::UnsafeLink { address } => {
            format!(
                "“{address}” will not do: a link leads to a lesson (.md), a file (files/…), a heading (#…), an https:// address or mailto:"
            )
        }
        M::NoSuchLesson { lesson } => format!("there is no lesson “{lesson}”"),
        M::NoSuchHeading { heading } => format!("the lesson has no heading “{heading}”"),
        M::TableWithoutHeader => "a column of the table has no header".to_owned(),
        M::NoRightAnswer { question } => format!("{question} has no right answer"),
        M::ManyRightAnswers { question } => {
            format!("{question} has several right answers, but only one can be chosen: use kind = \"multiple\"")
        }
        M::OptionWithoutFeedback { option } => format!("there is no feedback for “{option}”"),
        M::RowWithoutRight { row } => format!("row “{row}” has no right column among those of the question"),
        M::RightOutOfBounds { question } => format!("the right answer of {question} lies outside min and max"),
        M::UnknownPool { pool } => format!("there is no [[pool]] “{pool}”"),
        M::PoolTooSmall { pool, draw, found } => format!("{draw} questions are drawn from pool “{pool}”, which has {found}"),
        M::EmptyQuiz => "the quiz has no questions".to_owned(),
        M::AttemptsWithoutPause => "attempts and pause_days go together: how often, and after how many days one may try again".to_owned(),
    }
}
