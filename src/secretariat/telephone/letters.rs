//! The letter that confirms what was done on the telephone.

use super::words::words;
use crate::access::session::EnteName;
use crate::domain::lang::Lang;
use crate::domain::letter::Letter;
use crate::ui::page;

/// "Ci ha chiamato … abbiamo registrato …": whoever did not call can say so.
pub fn registered(lang: Lang, username: &str, ente: &EnteName) -> Letter {
    let words = words(lang);
    let of = page::ente(ente);
    let the = lang.the(&of);
    Letter::new("registered-by-telephone", lang, (words.letter_subject)(&the))
        .say((words.letter_called)(&the))
        .facts([(words.username.to_owned(), username.to_owned()), (words.ente.to_owned(), of)])
        .say(words.letter_next)
        .say(words.letter_not_you)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::ui::mail::specimen::{ente, keep};

    #[test]
    fn every_letter_reads_as_it_did() {
        keep("", |lang| registered(lang, "anna.bianchi", &ente()));
    }
}
