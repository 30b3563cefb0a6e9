//! Names of places as people type them: without accents, case and apostrophes.

/// The form in which names are compared: ASCII lower-case letters and digits, words parted by single spaces.
/// `Sant'Àgata de' Goti` and `sant agata de goti` are the same.
pub fn fold(name: &str) -> String {
    let mut folded = String::with_capacity(name.len());
    for c in name.chars().flat_map(char::to_lowercase) {
        match plain(c) {
            Some(letters) => folded.push_str(letters),
            None if c.is_ascii_alphanumeric() => folded.push(c),
            // Everything else parts words: spaces, apostrophes, hyphens, the bar of bilingual names.
            None if !folded.ends_with(' ') => folded.push(' '),
            None => {}
        }
    }
    folded.trim().to_owned()
}

/// The letters without marks of Italian, French, German, Slovene and Sardinian place names.
fn plain(c: char) -> Option<&'static str> {
    Some(match c {
        'à' | 'á' | 'â' | 'ä' => "a",
        'è' | 'é' | 'ê' | 'ë' => "e",
        'ì' | 'í' | 'î' | 'ï' => "i",
        'ò' | 'ó' | 'ô' | 'ö' => "o",
        'ù' | 'ú' | 'û' | 'ü' => "u",
        'ç' | 'č' => "c",
        'š' => "s",
        'ž' => "z",
        'ñ' => "n",
        'ß' => "ss",
        // Combining marks vanish: a decomposed «è» is an «e».
        '\u{300}'..='\u{36f}' => "",
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn accents_case_and_apostrophes_do_not_count() {
        for (written, folded) in [
            ("Agliè", "aglie"),
            ("AGLIE'", "aglie"),
            ("Aglie\u{300}", "aglie"),
            ("Albiano d'Ivrea", "albiano d ivrea"),
            ("San Dorligo della Valle-Dolina", "san dorligo della valle dolina"),
            ("Bolzano/Bozen", "bolzano bozen"),
            ("  Ala   di Stura ", "ala di stura"),
            ("100%_", "100"),
            ("", ""),
        ] {
            assert_eq!(fold(written), folded, "{written}");
        }
    }
}
