//! Materials as those enrolled read them, and the pages on which they are attached.

use maud::{Markup, html};

use super::words::{kind_and_size, not_attached, words};
use super::{Attached, Material, NotAttached, Teaching};
use crate::access::form::Fields;
use crate::domain::material::{Kind, LONGEST_TITLE, Shown};
use crate::domain::moment::Moment;
use crate::ui::fields::{self, Choice, Field, Group, Wrong};
use crate::ui::page::{Frame, Notice, Shell, heading, page};
use crate::ui::{dates, paths};

/// Links to files; none where there are none.
pub fn list<'a>(frame: &Frame<'_>, materials: impl IntoIterator<Item = &'a Material>) -> Markup {
    let mut materials = materials.into_iter().peekable();
    html! {
        @if materials.peek().is_some() { ul .aff-files { @for one in materials { li { (link(frame, one)) } } } }
    }
}

fn link(frame: &Frame<'_>, one: &Material) -> Markup {
    html! {
        a href=(paths::material(&one.day, &one.id)) { (one.title) } " "
        span .aff-quiet { "(" (kind_and_size(frame.lang, one.kind, one.bytes)) ")" }
    }
}

/// The part of the page of a giornata: for who is enrolled, and the way to all of it for who attaches.
pub fn on_day(frame: &Frame<'_>, materials: &[Material], manage: Option<String>) -> Markup {
    let words = words(frame.lang);
    html! {
        @if !materials.is_empty() || manage.is_some() {
            h2 #materiali { (words.materials) }
            (list(frame, materials))
            @if !materials.is_empty() { p .aff-quiet { (words.for_enrolled) } }
            @if let Some(href) = manage { p { a href=(href) { (words.manage) } } }
        }
    }
}

/// All of a giornata, with the form of a new file.
pub struct Desk<'a> {
    pub frame: &'a Frame<'a>,
    pub day: &'a Teaching,
    pub attached: &'a [Attached],
    pub now: Moment,
    /// A form that came back, and why.
    pub back: Option<(&'a Fields, NotAttached)>,
    pub notice: Option<Notice>,
}

pub fn desk(view: &Desk<'_>) -> Markup {
    let (frame, words) = (view.frame, words(view.frame.lang));
    let wrong: Vec<Wrong> = view.back.iter().map(|(_, why)| wrong(frame, *why)).collect();
    let (there, gone): (Vec<_>, Vec<_>) = view.attached.iter().partition(|one| one.withdrawn.is_none());
    page(
        &below(frame, view.day, words.materials).notices(view.notice.clone()),
        html! {
            (heading(words.materials, Some(&about(frame, view.day))))
            p { (words.lead) }
            (fields::summary(frame.words(), &wrong))
            (form(view))
            h2 { (words.there) }
            @if there.is_empty() { p { (words.none_yet) } } @else { ul .aff-scans { @for one in there { (line(view, one)) } } }
            @if !gone.is_empty() { h2 { (words.withdrawn) } ul .aff-scans { @for one in gone { (line(view, one)) } } }
        },
    )
}

fn below<'a>(frame: &'a Frame<'a>, day: &Teaching, title: &str) -> Shell<'a> {
    Shell::new(frame, title).crumb(words(frame.lang).teaching, paths::TEACHING).crumb(&day.title, paths::teaching_day(&day.day))
}

fn about(frame: &Frame<'_>, day: &Teaching) -> String {
    format!("{} · {}", day.title, dates::weekday(frame.lang, day.starts_at.day()))
}

fn wrong(frame: &Frame<'_>, why: NotAttached) -> Wrong {
    let (name, text) = not_attached(frame.lang, why);
    Wrong { name: name.to_owned(), text: text.to_owned() }
}

fn form(view: &Desk<'_>) -> Markup {
    let (frame, words) = (view.frame, words(view.frame.lang));
    let typed = |name: &str| view.back.map_or("", |(fields, _)| fields.text(name));
    let told = view.back.map(|(_, why)| not_attached(frame.lang, why));
    let error = |name: &str| told.filter(|(field, _)| *field == name).map(|(_, text)| text);
    let title = Field::new("titolo", words.title).value(typed("titolo")).hint(words.title_hint).longest(LONGEST_TITLE);
    let after = typed("visibile") == Shown::AfterDay.as_str();
    let shown = [Choice::new(Shown::AtOnce.as_str(), words.at_once, !after), Choice::new(Shown::AfterDay.as_str(), words.after_day, after)];
    let of_seminar = typed("per") == "seminario";
    let whose = [Choice::new("giornata", words.of_day, !of_seminar), Choice::new("seminario", words.of_seminar, of_seminar)];
    html! {
        section .aff-box aria-labelledby="carica" {
            h2 #carica { (words.attach) }
            p { (words.attach_lead) }
            form .aff-form method="post" action=(paths::materials(&view.day.day)) enctype="multipart/form-data" {
                (file(frame, error("file")))
                (fields::text(&title.optional().error(error("titolo")), frame.words()))
                (fields::group(&Group::radios("visibile", html! { (words.shown) }).choices(shown.into()), frame.words()))
                (fields::group(&Group::radios("per", html! { (words.whose) }).choices(whose.into()), frame.words()))
                p .form-text { (words.told_after) }
                p .aff-buttons { button .btn.btn-primary type="submit" { (words.send) } }
            }
        }
    }
}

/// The field of a file, which no page can fill in again.
fn file(frame: &Frame<'_>, wrong: Option<&str>) -> Markup {
    let words = words(frame.lang);
    let accepted: Vec<String> = Kind::ALL.iter().map(|kind| format!(".{}", kind.ending())).chain([".jpeg".to_owned()]).collect();
    html! {
        div .aff-field.aff-wrong[wrong.is_some()] {
            label .active for="file" { (words.file) }
            p .form-text #file-hint { (words.file_hint) }
            @if let Some(text) = wrong { p .aff-error #file-error { (text) } }
            input .form-control type="file" #file name="file" accept=(accepted.join(",")) required
                aria-describedby=(if wrong.is_some() { "file-hint file-error" } else { "file-hint" });
        }
    }
}

fn line(view: &Desk<'_>, one: &Attached) -> Markup {
    let (frame, lang, words) = (view.frame, view.frame.lang, words(view.frame.lang));
    let material = &one.material;
    let mut facts = vec![match one.shown {
        Shown::AtOnce => words.seen_at_once.to_owned(),
        Shown::AfterDay => words.seen_after.to_owned(),
    }];
    facts.extend(one.of_seminar.then(|| words.for_seminar.to_owned()));
    facts.extend((material.number > 1).then(|| (words.version)(material.number)));
    facts.push((words.added_by)(&one.added_by, &dates::lately(lang, material.added_at, view.now)));
    facts.extend(one.withdrawn.as_ref().map(|(at, by)| (words.withdrawn_by)(by, &dates::lately(lang, *at, view.now))));
    let href = paths::material_version(&view.day.day, &material.id);
    html! {
        li {
            @if one.withdrawn.is_some() { (material.title) } @else { (link(frame, material)) }
            br; small { (facts.join("; ")) }
            @if one.withdrawn.is_none() {
                form .aff-inline method="post" action=(paths::material_withdrawal(&view.day.day, &material.id)) {
                    a href=(href) { (words.new_version) span .visually-hidden { ": " (material.title) } } " "
                    button .btn.btn-link type="submit" formaction=(paths::material_offer(&view.day.day, &material.id)) {
                        (words.offer) span .visually-hidden { ": " (material.title) }
                    }
                    button .btn.btn-link type="submit" { (words.withdraw) span .visually-hidden { ": " (material.title) } }
                }
            }
        }
    }
}

/// A file that is to take the place of another.
pub struct Replacing<'a> {
    pub frame: &'a Frame<'a>,
    pub day: &'a Teaching,
    pub one: &'a Attached,
    /// What was chosen, and why it came back.
    pub back: Option<(bool, NotAttached)>,
}

pub fn replacing(view: &Replacing<'_>) -> Markup {
    let (frame, words) = (view.frame, words(view.frame.lang));
    let wrong: Vec<Wrong> = view.back.iter().map(|(_, why)| wrong(frame, *why)).collect();
    let told = view.back.map(|(_, why)| not_attached(frame.lang, why).1);
    page(
        &below(frame, view.day, words.new_version).crumb(words.materials, paths::materials(&view.day.day)),
        html! {
            (heading(words.new_version, Some(&view.one.material.title)))
            (fields::summary(frame.words(), &wrong))
            p { (words.new_version_lead) }
            form .aff-form method="post" action=(paths::material_version(&view.day.day, &view.one.material.id)) enctype="multipart/form-data" {
                (file(frame, told))
                (fields::check("avvisa", &html! { (words.tell) }, view.back.is_some_and(|(tell, _)| tell), None, frame.words()))
                p .aff-buttons { button .btn.btn-primary type="submit" { (words.replace) } }
            }
        },
    )
}
