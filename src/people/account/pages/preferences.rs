//! How somebody wants to be written to: one by one or gathered, and in which language.

use maud::{Markup, html};

use crate::domain::delivery::{GATHERING_HOUR, Rhythm};
use crate::domain::lang::Lang;
use crate::people::Letters;
use crate::people::account::words::{rhythm as rhythm_in_words, words};
use crate::ui::fields::{self, Choice, Group, Wrong};
use crate::ui::page::{Frame, Shell, heading, page};
use crate::ui::paths;

/// The form; `judged` when it came back without an answer.
pub fn choosing(frame: &Frame<'_>, rhythm: Option<Rhythm>, lang: Option<Lang>, judged: bool) -> Markup {
    let words = words(frame.lang);
    let no_rhythm = (judged && rhythm.is_none()).then_some(words.need_rhythm);
    let no_lang = (judged && lang.is_none()).then_some(words.need_lang);
    let wrong: Vec<Wrong> = [("quando", no_rhythm), ("lingua", no_lang)]
        .into_iter()
        .filter_map(|(name, text)| Some(Wrong { name: name.into(), text: text?.into() }))
        .collect();
    let rhythms = Rhythm::ALL.map(|one| Choice::new(one.as_str(), &rhythm_in_words(frame.lang, one, GATHERING_HOUR), rhythm == Some(one)));
    let langs = Lang::ALL.map(|one| Choice {
        label: html! { span lang=(one.as_str()) { (one.names().0) } },
        ..Choice::new(one.as_str(), "", lang == Some(one))
    });
    let when = Group::radios("quando", html! { (words.rhythm) }).hint(html! { (words.rhythm_hint) });
    let which = Group::radios("lingua", html! { (words.letters_lang) }).hint(html! { (words.letters_lang_hint) });
    page(
        &Shell::new(frame, words.letters).crumb(words.area, paths::AREA).crumb(words.profile, paths::PROFILE),
        html! {
            (heading(words.letters, Some(words.letters_lead)))
            (fields::summary(frame.words(), &wrong))
            form .aff-form method="post" action=(paths::OWN_LETTERS) {
                (fields::group(&when.choices(rhythms.to_vec()).error(no_rhythm), frame.words()))
                (fields::group(&which.choices(langs.to_vec()).error(no_lang), frame.words()))
                p .aff-buttons {
                    button .btn.btn-primary type="submit" { (words.save_letters) }
                    a .btn.btn-outline-primary href=(paths::PROFILE) { (words.cancel) }
                }
            }
        },
    )
}

/// What is chosen now, for the profile: "uno per uno, in Italiano".
pub fn chosen(frame: &Frame<'_>, letters: Letters) -> Markup {
    html! {
        (rhythm_in_words(frame.lang, letters.rhythm, GATHERING_HOUR)) ", "
        span lang=(letters.lang.as_str()) { (letters.lang.names().0) }
    }
}
