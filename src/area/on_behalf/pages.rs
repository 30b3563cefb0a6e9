//! The form of a copy, and that of an erasure: when and how it was asked for.

use maud::{Markup, html};

use super::words::{fault, words};
use super::{Draft, Fault, HOW_MAX};
use crate::area::my_data::words::words as my_data;
use crate::people::Subject;
use crate::platform::holdings::Holdings;
use crate::ui::fields::{self, Choice, Field, Group, Wrong};
use crate::ui::page::{Frame, Shell, heading, page};
use crate::ui::paths;

pub struct Page<'a> {
    pub frame: &'a Frame<'a>,
    pub subject: &'a Subject,
    pub draft: Draft,
    pub faults: Vec<Fault>,
}

impl Page<'_> {
    fn told(&self, name: &str) -> Option<&'static str> {
        self.faults.iter().map(|f| fault(self.frame.lang, *f)).find(|(field, _)| *field == name).map(|(_, text)| text)
    }

    fn shell(&self, title: &str) -> Shell<'_> {
        let words = words(self.frame.lang);
        Shell::new(self.frame, title)
            .crumb(words.desk, paths::DESK)
            .crumb(words.people, paths::PEOPLE)
            .crumb(&*self.subject.name, paths::person(&self.subject.id))
            .without_opinion()
    }

    fn summary(&self) -> Markup {
        let one = |f: &Fault| fault(self.frame.lang, *f);
        let wrong: Vec<Wrong> = self.faults.iter().map(one).map(|(name, text)| Wrong { name: name.into(), text: text.into() }).collect();
        fields::summary(self.frame.words(), &wrong)
    }

    /// Day and way of the request.
    fn request(&self) -> Markup {
        let words = words(self.frame.lang);
        let day = Field::new("giorno", words.day).value(&self.draft.day).error(self.told("giorno"));
        let how = Field::new("come", words.how).value(&self.draft.how).hint(words.how_hint).longest(HOW_MAX);
        html! {
            (fields::date(&day, self.frame.words()))
            (fields::area(&how.error(self.told("come")), 3, self.frame.words()))
        }
    }

    /// Of somebody with a role of the programme: nothing can be done here, and who can.
    fn reserved(&self, title: &str) -> Markup {
        let words = words(self.frame.lang);
        page(
            &self.shell(title),
            html! {
                (heading(title, None))
                p { (words.of_programme) }
                p .aff-buttons { a .btn.btn-primary href=(paths::person(&self.subject.id)) { (words.back) } }
            },
        )
    }
}

pub fn copy(view: &Page<'_>) -> Markup {
    let (frame, words) = (view.frame, words(view.frame.lang));
    let title = (words.copy)(&view.subject.name);
    if view.subject.of_programme {
        return view.reserved(&title);
    }
    let formats = [Choice::new("csv", words.csv, true), Choice::new("json", words.json, false)];
    page(
        &view.shell(&title),
        html! {
            (heading(&title, Some(words.copy_lead)))
            (view.summary())
            form .aff-form method="post" action=(paths::person_copy(&view.subject.id)) {
                (view.request())
                (fields::group(&Group::radios("formato", html! { (words.format) }).choices(formats.to_vec()), frame.words()))
                p { ((words.copy_letter)(&view.subject.email)) }
                p .aff-buttons {
                    button .btn.btn-primary type="submit" { (words.copy_button) }
                    a .btn.btn-outline-primary href=(paths::person(&view.subject.id)) { (words.back) }
                }
            }
        },
    )
}

pub fn erasure(view: &Page<'_>, holdings: &Holdings) -> Markup {
    let (frame, words, said) = (view.frame, words(view.frame.lang), my_data(view.frame.lang));
    let title = (words.erasure)(&view.subject.name);
    if view.subject.of_programme {
        return view.reserved(&title);
    }
    let stays = holdings.0.iter().filter_map(|holding| Some((said.of(holding.key).title, said.stay(holding.erasure.stays()?))));
    let sure = html! { ((words.sure)(&view.subject.name)) };
    page(
        &view.shell(&title),
        html! {
            (heading(&title, Some(words.erasure_lead)))
            (view.summary())
            details .aff-more { summary { (words.stays) } ul { @for (what, why) in stays { li { (what) ": " (why) } } } }
            form .aff-form method="post" action=(paths::person_erasure(&view.subject.id)) {
                (view.request())
                (fields::check("conferma", &sure, view.draft.sure, view.told("conferma"), frame.words()))
                p { ((words.erasure_letter)(&view.subject.email)) }
                p .aff-buttons {
                    button .btn.btn-danger type="submit" { (words.erasure_button) }
                    a .btn.btn-outline-primary href=(paths::person(&view.subject.id)) { (words.back) }
                }
            }
        },
    )
}
