//! Letters as tests keep them: written for one reader, by one installation, at one hour; `tests/letters/` has how each one reads.

use crate::access::session::EnteName;
use crate::domain::ids::{EnteId, Id};
use crate::domain::lang::Lang;
use crate::domain::letter::Letter;
use crate::domain::moment::{Day, Moment};
use crate::platform::config::Config;
use crate::platform::mail::{Parts, Reader};

/// Where the snapshots are.
const KEPT: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/letters");
const SETTINGS: &str = "\
    public_url = \"https://piano.ente.example\"\nname = \"Affianca\"\nowner = \"Ente capofila di prova\"\n\
    contact_email = \"segreteria@ente.example\"\ncontact_phone = \"06 1234567\"";
/// A token as links carry it, which opens nothing.
pub const TOKEN: &str = "un-segno-di-prova";

/// Nine o'clock of Monday 2 March 2026.
pub fn now() -> Moment {
    Day::new(2026, 3, 2).and_then(|day| Moment::at(day, 9, 0)).unwrap()
}

pub fn ente() -> EnteName {
    let id = EnteId::parse("0192f0c1-2345-7abc-8def-0123456789ab").unwrap();
    EnteName { id, kind: "comune".into(), name: "Agliè".into(), province: "TO".into() }
}

/// A letter in both languages, against how it read before. `case` tells apart the cases of one kind; empty for the only one.
pub fn keep(case: &str, letter: impl Fn(Lang) -> Letter) {
    for lang in Lang::ALL {
        let letter = letter(lang);
        assert_eq!(letter.lang, lang, "{}", letter.kind);
        let text = format!("{}\n\n{}", letter.subject, written(&letter).text);
        kept(&name(&letter, case), &text);
    }
}

/// The same for one that is only ever written in Italian.
pub fn keep_italian(letter: &Letter) {
    assert_eq!(letter.lang, Lang::It, "{}", letter.kind);
    kept(&name(letter, ""), &format!("{}\n\n{}", letter.subject, written(letter).text));
}

/// The HTML of a letter, in Italian: one a slice is enough, since text and HTML are made from the same blocks.
pub fn keep_html(letter: &Letter) {
    kept(&format!("{}-html", name(letter, "")), &written(letter).html.replace("><", ">\n<"));
}

/// `password-reset-it`, `password-reset-several-it`.
fn name(letter: &Letter, case: &str) -> String {
    let parts = [letter.kind.as_str(), case, letter.lang.as_str()];
    parts.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join("-")
}

fn written(letter: &Letter) -> Parts {
    super::write(letter, &Reader { name: "Anna Bianchi", has_account: true }, &Config::from_text(SETTINGS).unwrap())
}

fn kept(name: &str, text: &str) {
    let mut settings = insta::Settings::clone_current();
    settings.set_snapshot_path(KEPT);
    settings.set_prepend_module_to_snapshot(false);
    settings.bind(|| insta::assert_snapshot!(name, text));
}
