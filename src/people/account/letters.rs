//! The letters of an account: links that open it, and what was changed in it.

use super::Reader;
use super::words::{letter_words as words, when};
use crate::domain::lang::Lang;
use crate::domain::letter::Letter;
use crate::domain::moment::{Day, Moment};
use crate::ui::{dates, paths};

/// Links to a new password: one for each account behind the mailbox.
pub fn forgotten(lang: Lang, readers: &[(Reader, String)]) -> Letter {
    let words = words(lang);
    let mut letter = Letter::new("password-reset", lang, words.reset_subject).secret();
    letter = match readers {
        [(reader, token)] => letter
            .say((words.reset_one)(&reader.name))
            .facts([(words.username.to_owned(), reader.username.clone())])
            .action(words.reset_action, paths::new_password(token)),
        several => {
            letter = letter.say(words.reset_several);
            for (reader, token) in several {
                letter = letter
                    .facts([(words.name.to_owned(), reader.name.clone()), (words.username.to_owned(), reader.username.clone())])
                    .action((words.reset_action_of)(&reader.username), paths::new_password(token));
            }
            letter
        }
    };
    letter.say(words.reset_lasts).say(words.reset_not_you)
}

/// An account was made for somebody, who chooses its password.
pub fn choose_password(lang: Lang, reader: &Reader, token: &str, until: Day) -> Letter {
    let words = words(lang);
    Letter::new("choose-password", lang, words.invite_subject)
        .secret()
        .say((words.invite_text)(&reader.name))
        .facts([(words.username.to_owned(), reader.username.clone())])
        .action(words.invite_action, paths::new_password(token))
        .say((words.invite_lasts)(&dates::day(lang, until)))
}

pub fn password_chosen(lang: Lang, username: &str, now: Moment) -> Letter {
    let words = words(lang);
    Letter::new("password-chosen", lang, words.chosen_subject)
        .say((words.chosen_text)(&when(lang, now)))
        .facts([(words.username.to_owned(), username.to_owned())])
        .action(words.sign_in, paths::SIGN_IN)
        .say(words.not_you)
}

pub fn password_changed(lang: Lang, username: &str, now: Moment) -> Letter {
    let words = words(lang);
    Letter::new("password-changed", lang, words.changed_subject)
        .say((words.changed_text)(&when(lang, now)))
        .facts([(words.username.to_owned(), username.to_owned())])
        .say(words.changed_not_you)
        .action(words.reset_ask, paths::RESET)
}

/// To the new mailbox: is this yours?
pub fn confirm_address(lang: Lang, username: &str, token: &str, until: Moment) -> Letter {
    let words = words(lang);
    Letter::new("address-confirm", lang, words.confirm_subject)
        .secret()
        .say(words.confirm_text)
        .facts([(words.username.to_owned(), username.to_owned())])
        .action(words.confirm_action, paths::confirm_address(token))
        .say((words.confirm_lasts)(&when(lang, until)))
        .say(words.confirm_not_you)
}

/// To the mailbox that is left: do you agree? With a way to stop it.
pub fn leave_address(lang: Lang, address: &str, token: &str, until: Moment) -> Letter {
    let words = words(lang);
    Letter::new("address-leave", lang, words.leave_subject)
        .secret()
        .say(words.leave_text)
        .facts([(words.new_address.to_owned(), address.to_owned())])
        .action(words.leave_action, paths::confirm_address(token))
        .say((words.leave_lasts)(&when(lang, until)))
        .say(words.leave_not_you)
}

/// To both mailboxes, once it is done.
pub fn address_changed(lang: Lang, username: &str, address: &str, now: Moment) -> Letter {
    let words = words(lang);
    Letter::new("address-changed", lang, words.moved_subject)
        .say((words.moved_text)(&when(lang, now)))
        .facts([(words.username.to_owned(), username.to_owned()), (words.new_address.to_owned(), address.to_owned())])
        .say(words.moved_not_you)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::ids::{Id, PersonId};
    use crate::ui::mail::specimen::{TOKEN, keep, keep_html, now};

    fn reader(username: &str, name: &str) -> Reader {
        let id = PersonId::parse("0192f0c1-2345-7abc-8def-0123456789ab").unwrap();
        Reader { id, username: username.into(), name: name.into() }
    }

    #[test]
    fn every_letter_reads_as_it_did() {
        let (anna, bruno) = (reader("anna.bianchi", "Anna Bianchi"), reader("bruno", "Bruno Neri"));
        let both = [(anna.clone(), TOKEN.to_owned()), (bruno, TOKEN.to_owned())];
        keep("", |lang| forgotten(lang, &both[..1]));
        keep("several", |lang| forgotten(lang, &both));
        keep("", |lang| choose_password(lang, &anna, TOKEN, now().day().plus_days(14)));
        keep("", |lang| password_chosen(lang, "anna.bianchi", now()));
        keep("", |lang| password_changed(lang, "anna.bianchi", now()));
        keep("", |lang| confirm_address(lang, "anna.bianchi", TOKEN, now()));
        keep("", |lang| leave_address(lang, "anna@nuova.example", TOKEN, now()));
        keep("", |lang| address_changed(lang, "anna.bianchi", "anna@nuova.example", now()));
        keep_html(&forgotten(Lang::It, &both[..1]));
    }
}
