//! Italian articles before names, figures and days.

use crate::ui::words::Lang;

/// The ente inside a sentence, "il Comune di Agliè" ("Comune di Agliè" in English), without the province.
pub fn ente_inside(lang: Lang, ente: &str) -> String {
    let name = ente.rsplit_once(" (").map_or(ente, |(name, _)| name);
    match lang {
        Lang::En => name.to_owned(),
        Lang::It => match article(name) {
            Some("l'") => format!("l'{name}"),
            Some(article) => format!("{article} {name}"),
            None => format!("l'ente {name}"),
        },
    }
}

/// The same at the beginning of a sentence.
pub fn ente_first(lang: Lang, ente: &str) -> String {
    let inside = ente_inside(lang, ente);
    let mut letters = inside.chars();
    letters.next().map(|first| first.to_uppercase().chain(letters).collect()).unwrap_or_default()
}

/// By the first word of the name; none where nothing is known of it.
pub(super) fn article(name: &str) -> Option<&'static str> {
    match name.split(' ').next()? {
        "Comune" | "Consorzio" | "Circondario" | "Distretto" | "Libero" => Some("il"),
        "Comunità" | "Società" | "Convenzione" | "Città" | "Rete" | "Provincia" | "Gestione" => Some("la"),
        "Unione" | "Ambito" | "Associazione" | "Azienda" | "Area" | "ASP" | "Ente" => Some("l'"),
        _ => None,
    }
}

/// "il 75%", "l'80%": the article goes by the sound of the figure.
pub(super) fn il(percent: &str) -> String {
    format!("{}{percent}%", if begins_with_vowel(percent) { "l'" } else { "il " })
}

/// "del 75%", "dell'80%".
pub(super) fn del(percent: &str) -> String {
    format!("{}{percent}%", if begins_with_vowel(percent) { "dell'" } else { "del " })
}

/// Uno, otto, undici, ottanta.
pub(super) fn begins_with_vowel(figure: &str) -> bool {
    figure.starts_with('8') || matches!(figure, "1" | "11")
}

/// "del 2 marzo", "dell'8 marzo".
pub(super) fn on_the_day(before: &str, before_vowel: &str, day: &str) -> String {
    let vowel = matches!(day.split(' ').next(), Some("8" | "11"));
    format!("{}{day}", if vowel { before_vowel } else { before })
}
