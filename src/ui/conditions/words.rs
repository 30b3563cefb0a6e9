//! The phrases of conditions, in Italian and English.

use crate::domain::questionnaire::condition::Comparison;
use crate::ui::dates;
use crate::ui::words::Lang;

pub(super) fn visible(lang: Lang, clause: &str) -> String {
    match lang {
        Lang::It => format!("Visibile se {clause}"),
        Lang::En => format!("Visible if {clause}"),
    }
}

pub(super) fn quoted(lang: Lang, text: &str) -> String {
    match lang {
        Lang::It => format!("«{text}»"),
        Lang::En => format!("“{text}”"),
    }
}

pub(super) fn always(lang: Lang) -> &'static str {
    match lang {
        Lang::It => "sempre",
        Lang::En => "always",
    }
}

pub(super) fn not(lang: Lang, clause: &str) -> String {
    match lang {
        Lang::It => format!("non è vero che {clause}"),
        Lang::En => format!("it is not true that {clause}"),
    }
}

pub(super) fn and(lang: Lang) -> &'static str {
    match lang {
        Lang::It => " e ",
        Lang::En => " and ",
    }
}

pub(super) fn or(lang: Lang) -> &'static str {
    match lang {
        Lang::It => " oppure ",
        Lang::En => " or ",
    }
}

/// Before the last of a list of options.
pub(super) fn or_last(lang: Lang) -> &'static str {
    match lang {
        Lang::It => " o ",
        Lang::En => " or ",
    }
}

pub(super) fn answered(lang: Lang, id: &str, options: &str) -> String {
    match lang {
        Lang::It => format!("alla domanda {id} avete risposto {options}"),
        Lang::En => format!("you answered {options} to question {id}"),
    }
}

/// `!=` asks for an answer: to leave the question open is not to answer otherwise.
pub(super) fn answered_otherwise(lang: Lang, id: &str, option: &str) -> String {
    match lang {
        Lang::It => format!("alla domanda {id} avete dato una risposta diversa da {option}"),
        Lang::En => format!("you gave an answer other than {option} to question {id}"),
    }
}

pub(super) fn not_chosen(lang: Lang, id: &str, option: &str) -> String {
    match lang {
        Lang::It => format!("alla domanda {id} avete risposto senza scegliere {option}"),
        Lang::En => format!("you answered question {id} without choosing {option}"),
    }
}

pub(super) fn chosen(lang: Lang, id: &str, options: &str, count: usize) -> String {
    match (lang, count) {
        (Lang::It, 1) => format!("alla domanda {id} avete scelto {options}"),
        (Lang::It, _) => format!("alla domanda {id} avete scelto almeno una voce tra {options}"),
        (Lang::En, 1) => format!("you chose {options} in question {id}"),
        (Lang::En, _) => format!("you chose at least one of {options} in question {id}"),
    }
}

pub(super) fn level(lang: Lang, id: &str, is: Comparison, than: f64) -> String {
    match lang {
        Lang::It => format!("il livello indicato alla domanda {id} è {}", compared(lang, is, than)),
        Lang::En => format!("the level given in question {id} is {}", compared(lang, is, than)),
    }
}

pub(super) fn value(lang: Lang, id: &str, is: Comparison, than: f64, unit: Option<&str>) -> String {
    let unit = unit.map_or(String::new(), |unit| format!(" {unit}"));
    match lang {
        Lang::It => format!("la risposta alla domanda {id} è {}{unit}", compared(lang, is, than)),
        Lang::En => format!("the answer to question {id} is {}{unit}", compared(lang, is, than)),
    }
}

pub(super) fn points(lang: Lang, id: &str, is: Comparison, than: f64) -> String {
    match lang {
        Lang::It => format!("il punteggio della domanda {id} è {}", compared(lang, is, than)),
        Lang::En => format!("the score of question {id} is {}", compared(lang, is, than)),
    }
}

/// Rows of a matrix, by number.
#[derive(Clone, Copy)]
pub(super) struct Rows<'q> {
    pub id: &'q str,
    pub from: usize,
    pub to: usize,
    pub all: bool,
}

pub(super) fn rows(lang: Lang, rows: Rows<'_>, column: &str, is: Comparison, than: f64) -> String {
    let Rows { id, .. } = rows;
    let (which, how_many) = (which_rows(lang, rows), compared_count(lang, is, than));
    match lang {
        Lang::It => format!("alla domanda {id} le righe con la risposta {column}{which} sono {how_many}"),
        Lang::En => format!("in question {id} the rows answered {column}{which} are {how_many}"),
    }
}

fn which_rows(lang: Lang, Rows { from, to, all, .. }: Rows<'_>) -> String {
    match lang {
        _ if all => String::new(),
        Lang::It if from == to => format!(", alla riga {from},"),
        Lang::It if from == 1 => format!(", tra le prime {to},"),
        Lang::It => format!(", dalla {from}ª alla {to}ª,"),
        Lang::En if from == to => format!(", on row {from},"),
        Lang::En if from == 1 => format!(", among the first {to},"),
        Lang::En => format!(", from row {from} to row {to},"),
    }
}

fn compared(lang: Lang, is: Comparison, than: f64) -> String {
    let number = dates::number(lang, than, 2);
    match (lang, is) {
        (Lang::It, Comparison::Less) => format!("inferiore a {number}"),
        (Lang::It, Comparison::AtMost) => format!("al massimo {number}"),
        (Lang::It, Comparison::Equal) => format!("esattamente {number}"),
        (Lang::It, Comparison::AtLeast) => format!("almeno {number}"),
        (Lang::It, Comparison::Greater) => format!("superiore a {number}"),
        (Lang::En, Comparison::Less) => format!("below {number}"),
        (Lang::En, Comparison::AtMost) => format!("at most {number}"),
        (Lang::En, Comparison::Equal) => format!("exactly {number}"),
        (Lang::En, Comparison::AtLeast) => format!("at least {number}"),
        (Lang::En, Comparison::Greater) => format!("above {number}"),
    }
}

fn compared_count(lang: Lang, is: Comparison, than: f64) -> String {
    let number = dates::number(lang, than, 2);
    match (lang, is) {
        (Lang::It, Comparison::Less) => format!("meno di {number}"),
        (Lang::It, Comparison::Greater) => format!("più di {number}"),
        (Lang::En, Comparison::Less) => format!("fewer than {number}"),
        (Lang::En, Comparison::Greater) => format!("more than {number}"),
        _ => compared(lang, is, than),
    }
}
