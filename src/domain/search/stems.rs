//! Words as they are compared: small letters without accents, without elisions, reduced to their stem (Snowball, Italian).

use std::ops::Range;

use rust_stemmers::{Algorithm, Stemmer};

/// A word of a text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Stem {
    pub text: String,
    /// Bytes of the text it was read from.
    pub span: Range<usize>,
}

/// Longest word that is kept, in characters.
const LONGEST: usize = 40;
/// What stands before an apostrophe and says nothing.
const ELIDED: [&str; 22] = [
    "l", "un", "d", "dell", "all", "dall", "nell", "sull", "coll", "c", "s", "m", "t", "v", "n", "quest", "quell", "com", "dov", "anch",
    "gl", "mezz",
];
/// Words without content, and those of courtesy, as folded.
const STOP: &str = " a ad ai al alla alle allo agli anche ancora aver avere aveva ha hai hanno ho abbia abbiamo avra c che chi ci cio come cosa cose con cui \
    d da dai dal dalla dalle dallo dagli degli dei del della delle dello di dove e ed era erano essere essendo egli ella esso essi essa sia siano sono siamo \
    fa fare fatto fra gli i il in io la le lei li lo loro lui ma me mi mia mio mie miei ne negli nei nel nella nelle nello noi non nostra nostro nostri o od \
    oppure per perche piu poi puo possono possiamo deve devono dobbiamo posso pure qual quale quali quando quanto quanta quante quanti quel quella quelle quelli quello \
    questa queste questi questo qui se sempre senza si solo stato stata stati su sua sue sui sul sulla sulle sullo suo suoi tra tu tutti tutto tutta un una \
    uno va vi viene vengono voi quindi cosi gia invece mentre dopo prima circa ogni altro altra altri altre stesso stessa bisogna occorre serve servono \
    buongiorno buonasera salve gentile gentili cortesemente cordiali saluti grazie ringrazio chiedo chiediamo chiede chiedono chiedere vorrei vorremmo sapere domanda quesito \
    oggetto caso ente comune comuni art. ";
/// Words that say the same here; the second is the one that is kept.
const SAME: [(&str, &str); 9] = [
    ("extracomunitario", "straniero"),
    ("extracomunitaria", "straniero"),
    ("immigrato", "straniero"),
    ("migrante", "straniero"),
    ("minorenne", "minore"),
    ("bambino", "figlio"),
    ("coniuge", "moglie"),
    ("marito", "moglie"),
    ("pds", "permesso"),
];

/// The words of a text in their order, without those that say nothing.
pub fn stems(text: &str) -> Vec<Stem> {
    let stemmer = Stemmer::create(Algorithm::Italian);
    let same: Vec<(String, String)> = SAME.iter().map(|(said, kept)| (stemmed(&stemmer, said), stemmed(&stemmer, kept))).collect();
    let mut found = Vec::new();
    for span in words(text) {
        let folded = folded(text.get(span.clone()).unwrap_or_default());
        if folded.is_empty() || is_idle(&folded) {
            continue;
        }
        let stem = stemmed(&stemmer, &folded);
        let stem = same.iter().find(|(said, _)| *said == stem).map_or(stem, |(_, kept)| kept.clone());
        found.push(Stem { text: stem, span });
    }
    found
}

/// What is so and that it is so are one here, though Snowball knows the second by its accent alone: *irreperibilità*.
const QUALITIES: [(&str, &str); 2] = [("bilita", "bile"), ("eita", "eo")];

fn stemmed(stemmer: &Stemmer, folded: &str) -> String {
    let plain = QUALITIES.iter().find_map(|(ending, plain)| Some(format!("{}{plain}", folded.strip_suffix(ending)?)));
    stemmer.stem(plain.as_deref().unwrap_or(folded)).into_owned()
}

fn is_idle(folded: &str) -> bool {
    let is_letter = folded.chars().count() == 1 && !folded.chars().all(|c| c.is_ascii_digit());
    is_letter || (folded.len() < 20 && STOP.contains(&format!(" {folded} ")))
}

/// Small letters and figures in ASCII where there is a counterpart; dots of acronyms are left out.
fn folded(word: &str) -> String {
    let lower = word.chars().flat_map(char::to_lowercase);
    lower.filter_map(plain).flat_map(str_of).take(LONGEST).collect()
}

fn str_of(c: char) -> impl Iterator<Item = char> {
    let pair = match c {
        'ß' => ['s', 's'],
        'æ' => ['a', 'e'],
        'œ' => ['o', 'e'],
        other => [other, '\0'],
    };
    pair.into_iter().filter(|c| *c != '\0')
}

/// Without its accent; nothing for marks that stand by themselves and for dots.
fn plain(c: char) -> Option<char> {
    Some(match c {
        'à' | 'á' | 'â' | 'ã' | 'ä' | 'å' | 'ā' | 'ă' | 'ą' => 'a',
        'ç' | 'ć' | 'č' => 'c',
        'è' | 'é' | 'ê' | 'ë' | 'ē' | 'ę' | 'ě' => 'e',
        'ì' | 'í' | 'î' | 'ï' | 'ī' | 'ı' => 'i',
        'ñ' | 'ń' => 'n',
        'ò' | 'ó' | 'ô' | 'õ' | 'ö' | 'ø' | 'ō' => 'o',
        'ș' | 'ş' | 'š' | 'ś' => 's',
        'ț' | 'ţ' => 't',
        'ù' | 'ú' | 'û' | 'ü' | 'ū' => 'u',
        'ý' | 'ÿ' => 'y',
        'ž' | 'ź' | 'ż' => 'z',
        '\u{300}'..='\u{36f}' => return None,
        c if c.is_alphanumeric() => c,
        _ => return None,
    })
}

/// Letters and figures in a row; an acronym with its dots (`D.P.R.`, `d.lgs`) is one word, an elided article is none.
fn words(text: &str) -> Vec<Range<usize>> {
    let mut found: Vec<Range<usize>> = Vec::new();
    // Whether the word before ends right here over a dot, and is a part of an acronym.
    let mut acronym: Option<usize> = None;
    let mut at = 0;
    while at < text.len() {
        let rest = text.get(at..).unwrap_or_default();
        let end = rest.find(|c: char| !is_inside(c)).map_or(text.len(), |length| at + length);
        if end == at {
            at += rest.chars().next().map_or(1, char::len_utf8);
            continue;
        }
        let word = text.get(at..end).unwrap_or_default();
        let next = text.get(end..).and_then(|rest| rest.chars().next());
        let is_elided = matches!(next, Some('\'' | '’')) && ELIDED.contains(&word.to_lowercase().as_str());
        let is_letter = word.chars().count() == 1 && word.chars().all(char::is_alphabetic);
        match (acronym, found.last_mut()) {
            (Some(border), Some(last)) if border == at && word.chars().all(char::is_alphabetic) => last.end = end,
            _ if is_elided => {}
            _ => found.push(at..end),
        }
        let goes_on = next == Some('.') && (is_letter || acronym == Some(at));
        acronym = goes_on.then_some(end + 1);
        at = end;
    }
    found
}

fn is_inside(c: char) -> bool {
    c.is_alphanumeric() || matches!(c, '\u{300}'..='\u{36f}')
}
