//! The phrases of the testimonials that everybody reads.

/// Phrases with their languages side by side, as in `lead: Text = "…", "…";`: a struct, and a constant for each language.
macro_rules! phrases {
    ($($name:ident: $kind:ty = $it:expr, $en:expr;)*) => {
        pub struct Words {
            $(pub $name: $kind,)*
        }

        const IT: Words = Words { $($name: $it,)* };
        const EN: Words = Words { $($name: $en,)* };
    };
}
use phrases;

pub mod desk;
pub mod letters;
pub mod steps;

use crate::domain::testimonial::{Part, SizeClass};
use crate::ui::words::Lang;

type Text = &'static str;

phrases! {
    testimonials: Text = "Testimonianze", "Testimonials";
    lead: Text = "Enti che ci sono già passati raccontano come hanno fatto: che cosa funziona, che cosa è stato difficile. Sono esempi da cui imparare, non enti con cui confrontarsi.", "Bodies that have already been there tell how they did it: what works, and what was hard. They are examples to learn from, not peers to be compared with. The texts are in Italian.";
    description: Text = "Comuni e unioni raccontano come hanno organizzato l’accoglienza e l’integrazione dei cittadini stranieri: approccio, punti di forza, difficoltà, come hanno fatto.", "Municipalities and their unions tell how they organised the reception and integration of foreign citizens.";
    filters: Text = "Restringi l’elenco", "Narrow the list";
    model: Text = "Modello organizzativo", "Organisational model";
    region: Text = "Regione", "Region";
    size: Text = "Abitanti", "Residents";
    theme: Text = "Tema", "Theme";
    filter: Text = "Mostra", "Show";
    all: Text = "Togli i filtri", "Remove the filters";
    count: fn(usize) -> String = |n| if n == 1 { "1 testimonianza".into() } else { format!("{n} testimonianze") }, |n| if n == 1 { "1 testimonial".into() } else { format!("{n} testimonials") };
    none: Text = "Non c’è ancora nessuna testimonianza pubblica.", "There is no public testimonial yet.";
    none_such: Text = "Nessuna testimonianza corrisponde ai filtri.", "No testimonial matches the filters.";
    today: fn(&str, &str) -> String = |was, is| format!("{was}, oggi {is}"), |was, is| format!("{was}, today {is}");
    has_video: Text = "con intervista video", "with a video interview";
    follow: Text = "Segui le nuove testimonianze (Atom)", "Follow new testimonials (Atom)";
    desk: Text = "Prepara le testimonianze", "Prepare testimonials";
    // One testimonial.
    example: Text = "Un esempio da cui imparare: dimensioni e contesto possono essere molto diversi dai vostri.", "An example to learn from: its size and context may be very different from yours.";
    in_brief: Text = "In breve", "In brief";
    in_this_page: Text = "In questa pagina", "On this page";
    territory: Text = "Territorio", "Territory";
    form: Text = "Forma di associazione", "Form of association";
    years: Text = "Anni", "Years";
    offices: Text = "Uffici", "Offices";
    website: Text = "Sito", "Website";
    external: Text = "porta a un altro sito", "leads to another site";
    residents: Text = "Abitanti", "Residents";
    residents_of: fn(&str, usize) -> String = |n, c| if c == 1 { n.to_owned() } else { format!("{n}, in {c} comuni") }, |n, c| if c == 1 { n.to_owned() } else { format!("{n}, in {c} municipalities") };
    figures: Text = "Le cifre", "The figures";
    approach: Text = "L’approccio", "The approach";
    strengths: Text = "I punti di forza", "The strengths";
    difficulties: Text = "Le difficoltà affrontate", "The difficulties faced";
    how: Text = "Come hanno fatto", "How they did it";
    video: Text = "L’intervista", "The interview";
    download_video: Text = "Scarica il video", "Download the video";
    captions_label: Text = "Italiano", "Italian";
    download_captions: Text = "Scarica i sottotitoli (WebVTT)", "Download the captions (WebVTT)";
    chapters: Text = "Le domande", "The questions";
    transcript: Text = "Trascrizione", "Transcript";
    transcript_lead: Text = "Ogni minuto porta a quel punto del video.", "Each time leads to that point of the video.";
    go_to: fn(&str) -> String = |t| format!("Vai al minuto {t} del video"), |t| format!("Go to {t} of the video");
    session: Text = "L’incontro di approfondimento", "The in-depth session";
    materials: Text = "Materiali", "Materials";
    exchanges: Text = "Domande e risposte", "Questions and answers";
    speakers: Text = "Chi parla", "Who speaks";
    as_of: fn(&str, &str) -> String = |r, d| format!("{r} al {d}"), |r, d| format!("{r} on {d}");
    members: Text = "I comuni", "The municipalities";
    members_caption: fn(&str) -> String = |d| format!("Comuni e abitanti secondo il registro al {d}"), |d| format!("Municipalities and residents as in the register on {d}");
    comune: Text = "Comune", "Municipality";
    of_year: fn(i64) -> String = |y| format!("dato {y}"), |y| format!("as of {y}");
    unknown: Text = "non noto", "not known";
    illustrates: Text = "Che cosa illustra dell’autodiagnosi", "What it illustrates of the self-assessment";
    illustrates_lead: Text = "È un esempio di:", "It is an example of:";
    model_named: fn(&str) -> String = |n| format!("modello «{n}»"), |n| format!("model “{n}”");
    to_assessment: Text = "Fate l’autodiagnosi del vostro ente", "Assess your own body";
    approved_by: fn(&str) -> String = |e| format!("Testo approvato da {e}, a cui appartiene."), |e| format!("Text approved by {e}, to which it belongs.");
    others: Text = "Tutte le testimonianze", "All testimonials";
    // In an electoral period.
    suspended: Text = "Pagina sospesa", "Page suspended";
    suspended_text: fn(&str) -> String = |d| format!("Questa pagina non è disponibile fino al {d} compreso, in osservanza delle norme sulla comunicazione istituzionale nei periodi elettorali (art. 9, legge 22 febbraio 2000, n. 28). Tornerà al suo indirizzo dal giorno dopo."), |d| format!("This page is not available until {d} included, as required by the rules on institutional communication during electoral periods (art. 9, Law no. 28 of 22 February 2000). It will be back at its address the day after.");
}

pub fn words(lang: Lang) -> &'static Words {
    match lang {
        Lang::It => &IT,
        Lang::En => &EN,
    }
}

fn either(lang: Lang, (it, en): (&'static str, &'static str)) -> &'static str {
    match lang {
        Lang::It => it,
        Lang::En => en,
    }
}

pub fn size(lang: Lang, class: SizeClass) -> &'static str {
    let said = match class {
        SizeClass::UpTo5000 => ("fino a 5.000", "up to 5,000"),
        SizeClass::UpTo20000 => ("da 5.001 a 20.000", "5,001 to 20,000"),
        SizeClass::UpTo60000 => ("da 20.001 a 60.000", "20,001 to 60,000"),
        SizeClass::Larger => ("oltre 60.000", "more than 60,000"),
    };
    either(lang, said)
}

/// A part as those call it who prepare and approve.
pub fn part(lang: Lang, part: Part) -> &'static str {
    let said = match part {
        Part::Title => ("il titolo", "the title"),
        Part::Summary => ("la sintesi", "the summary"),
        Part::Facts => ("i dati della scheda (tema, territorio, forma, anni)", "the facts of the sheet (theme, territory, form, years)"),
        Part::Links => ("i collegamenti con l’autodiagnosi", "the links with the self-assessment"),
        Part::Members => ("i comuni e i loro abitanti", "the municipalities and their residents"),
        Part::Figures => ("le cifre", "the figures"),
        Part::Approach => ("l’approccio", "the approach"),
        Part::Strengths => ("i punti di forza", "the strengths"),
        Part::Difficulties => ("le difficoltà affrontate", "the difficulties faced"),
        Part::How => ("come hanno fatto", "how they did it"),
        Part::Speakers => ("chi parla", "who speaks"),
        Part::Video => ("il video", "the video"),
        Part::Captions => ("i sottotitoli", "the captions"),
        Part::Chapters => ("le domande dell’intervista", "the questions of the interview"),
        Part::Session => ("l’incontro di approfondimento", "the in-depth session"),
    };
    either(lang, said)
}
