//! The phrases of the search.

use crate::platform::search::Kind;
use crate::ui::words::Lang;

pub struct Words {
    pub search: &'static str,
    pub lead: &'static str,
    pub label: &'static str,
    pub count: fn(i64) -> String,
    pub none: &'static str,
    pub all_faq: &'static str,
}

pub fn words(lang: Lang) -> &'static Words {
    match lang {
        Lang::It => &IT,
        Lang::En => &EN,
    }
}

const IT: Words = Words {
    search: "Cerca",
    lead: "Nelle domande frequenti e in tutto quello che è pubblicato: singolare o plurale, accenti e maiuscole non contano.",
    label: "Che cosa cercate",
    count: |total| match total {
        0 => "Nessun risultato".to_owned(),
        1 => "1 risultato".to_owned(),
        _ => format!("{total} risultati"),
    },
    none: "Provate con meno parole, o con altre: «dimora», «permesso», «cittadinanza».",
    all_faq: "Tutte le domande frequenti",
};

const EN: Words = Words {
    search: "Search",
    lead: "In the frequent questions and all that is published: number, accents and capitals make no difference. The texts are in Italian.",
    label: "What you are looking for",
    count: |total| match total {
        0 => "Nothing found".to_owned(),
        1 => "1 result".to_owned(),
        _ => format!("{total} results"),
    },
    none: "Try fewer words, or others, in Italian: “dimora”, “permesso”, “cittadinanza”.",
    all_faq: "All frequent questions",
};

pub fn kind(lang: Lang, kind: Kind) -> &'static str {
    let (it, en) = match kind {
        Kind::Faq => ("Domanda frequente", "Frequent question"),
        Kind::Question => ("Quesito del forum", "Question of the forum"),
        Kind::Proceedings => ("Atti di una giornata di forum", "Proceedings of a forum day"),
        Kind::Testimonial => ("Testimonianza", "Testimonial"),
        Kind::Course => ("Corso", "Course"),
        Kind::Document => ("Documento", "Document"),
    };
    match lang {
        Lang::It => it,
        Lang::En => en,
    }
}
