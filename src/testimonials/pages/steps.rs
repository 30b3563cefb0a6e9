//! The form of a testimonial, a step a page.

use maud::{Markup, html};

use crate::access::form::Fields;
use crate::domain::captions::{self, clock};
use crate::domain::moment::Day;
use crate::domain::mp4::Layout;
use crate::domain::upload::Purpose;
use crate::testimonials::form::{LINE, SHORT, row, rows};
use crate::testimonials::words::desk;
use crate::testimonials::words::steps::{Words, fault, step as step_name, words};
use crate::testimonials::{Draft, Fault, Step as Which};
use crate::ui::fields::{self, Choice, Field, Group, Wrong};
use crate::ui::page::{Frame, Notice, Shell, heading, page};
use crate::ui::{dates, paths};
use crate::web::uploads::{self, FileField, Kept, Uploads};

/// A step as it is to be shown: as kept, or as it came back.
pub struct Step<'a> {
    pub frame: &'a Frame<'a>,
    pub step: Which,
    pub draft: &'a Draft,
    pub typed: &'a Fields,
    pub faults: &'a [Fault],
    /// The revision that the form is opened on.
    pub seen: i64,
    /// Ids and names of models, ids and titles of suggestions.
    pub models: &'a [(String, String)],
    pub suggestions: &'a [(String, String)],
    pub notices: Vec<Notice>,
    pub uploads: &'a Uploads,
    /// A video that came with a form which is shown again.
    pub brought: Option<&'a Kept>,
}

impl Step<'_> {
    fn words(&self) -> &'static Words {
        words(self.frame.lang)
    }

    fn told(&self, name: &str) -> Option<String> {
        self.faults.iter().find(|one| one.field == name).map(|one| fault(self.frame.lang, &one.what))
    }

    fn line(&self, name: &str, (label, hint): (&str, &str)) -> Markup {
        let (wrong, value) = (self.told(name), self.typed.get(name).unwrap_or_default());
        let field = Field::new(name, label).value(value).longest(LINE).autocomplete("off").optional().error(wrong.as_deref());
        fields::text(&if hint.is_empty() { field } else { field.hint(hint) }, self.frame.words())
    }

    fn area(&self, name: &str, (label, hint): (&str, &str), (rows, longest): (u8, usize)) -> Markup {
        let (wrong, value) = (self.told(name), self.typed.get(name).unwrap_or_default());
        let field = Field::new(name, label).value(value).optional().error(wrong.as_deref());
        let field = if hint.is_empty() { field } else { field.hint(hint) };
        fields::area(&if longest > 0 { field.longest(longest) } else { field }, rows, self.frame.words())
    }

    fn day(&self, name: &str, label: &str) -> Markup {
        let (wrong, value) = (self.told(name), self.typed.get(name).unwrap_or_default());
        fields::date(&Field::new(name, label).value(value).optional().error(wrong.as_deref()), self.frame.words())
    }
}

pub fn step(view: &Step<'_>) -> Markup {
    let (frame, draft) = (view.frame, view.draft);
    let title = step_name(frame.lang, view.step);
    let wrong: Vec<Wrong> = view.faults.iter().map(|one| Wrong { name: one.field.clone(), text: fault(frame.lang, &one.what) }).collect();
    let shell = Shell::new(frame, title)
        .crumb(desk::words(frame.lang).preparation, paths::PREPARATION)
        .crumb(&draft.told.sheet.title, paths::preparation(&draft.told.id))
        .notices(view.notices.clone());
    page(
        &shell,
        html! {
            (heading(title, Some(&draft.told.sheet.title)))
            (fields::summary(frame.words(), &wrong))
            @if view.step == Which::Video { (video(view)) }
            @if view.step != Which::Video || draft.told.sheet.video.is_some() { (form(view)) }
        },
    )
}

fn form(view: &Step<'_>) -> Markup {
    let words = view.words();
    let action = match view.step {
        Which::Video => format!("{}/capitoli", paths::preparation(&view.draft.told.id)),
        other => paths::preparation_step(&view.draft.told.id, other.as_str()),
    };
    html! {
        form .aff-form method="post" action=(action) {
            @match view.step {
                Which::Facts => (facts(view)),
                Which::Story => (story(view)),
                Which::Speakers => (speakers(view)),
                Which::Video => (view.area("capitoli", (words.chapters, words.chapters_hint), (8, SHORT * 4))),
                Which::Session => (session(view)),
                Which::Links => (links(view)),
            }
            (fields::hidden("visto", &view.seen.to_string()))
            p .aff-buttons {
                @if view.step.next().is_some() { button .btn.btn-primary type="submit" name="azione" value="avanti" { (words.save_and_next) } }
                button .btn.btn-outline-primary type="submit" name="azione" value="salva" { (words.save) }
            }
        }
    }
}

fn facts(view: &Step<'_>) -> Markup {
    let (words, sheet) = (view.words(), &view.draft.told.sheet);
    let wrong = view.told("titolo");
    let title = Field::new("titolo", words.title).value(view.typed.text("titolo")).hint(words.title_hint).longest(LINE).autocomplete("off");
    let on = Day::parse(&sheet.members_on).map(|on| dates::day(view.frame.lang, on)).unwrap_or_default();
    html! {
        (fields::text(&title.error(wrong.as_deref()), view.frame.words()))
        (view.area("sintesi", (words.summary, words.summary_hint), (3, SHORT)))
        (view.line("tema", (words.theme, words.theme_hint)))
        (view.area("territorio", (words.territory, words.territory_hint), (3, SHORT)))
        (view.line("forma", (words.form, words.form_hint)))
        (view.line("anni", (words.years, words.years_hint)))
        (view.area("uffici", (words.offices, words.offices_hint), (3, SHORT)))
        (view.line("sito", (words.website, "")))
        (view.area("cifre", (words.figures, words.figures_hint), (5, SHORT * 2)))
        h2 { (words.members) }
        p { ((words.members_of)(sheet.members.len(), &on)) }
        (fields::check("registro", &html! { (words.anew) }, view.typed.has("registro"), None, view.frame.words()))
    }
}

fn story(view: &Step<'_>) -> Markup {
    let words = view.words();
    html! {
        p .form-text { (words.prose_hint) }
        (view.area("approccio", (words.approach, ""), (8, 0)))
        (view.area("come", (words.how, ""), (10, 0)))
        (view.area("forza", (words.strengths, ""), (6, 0)))
        (view.area("difficolta", (words.difficulties, ""), (6, 0)))
    }
}

fn speakers(view: &Step<'_>) -> Markup {
    let words = view.words();
    html! {
        p { (words.speakers_lead) }
        @for n in 0..rows(view.typed, "nome") {
            fieldset .aff-group {
                legend { ((words.speaker)(n + 1)) }
                (view.line(&row("nome", n), (words.name, "")))
                (view.line(&row("ruolo", n), (words.role, "")))
                (view.day(&row("al", n), words.on))
            }
        }
    }
}

fn session(view: &Step<'_>) -> Markup {
    let words = view.words();
    html! {
        p { (words.session_lead) }
        (view.day("giorno", words.session_day))
        (view.area("incontro", (words.session_about, words.prose_hint), (6, 0)))
        (view.area("materiali", (words.materials, words.materials_hint), (4, 0)))
        @for n in 0..rows(view.typed, "domanda") {
            fieldset .aff-group {
                legend { ((words.exchange)(n + 1)) }
                (view.line(&row("domanda", n), (words.question, "")))
                (view.area(&row("risposta", n), (words.answer, ""), (4, 0)))
            }
        }
    }
}

fn links(view: &Step<'_>) -> Markup {
    let (words, shared) = (view.words(), view.frame.words());
    let (model, suggestion) = (view.told("modello"), view.told("suggerimento"));
    let chosen: Vec<&str> = view.typed.all("suggerimento").collect();
    let choice = |(id, title): &(String, String)| Choice::new(id.as_str(), &format!("{id} {title}"), chosen.contains(&id.as_str()));
    let choices = view.suggestions.iter().map(choice).collect();
    let model_field = Field::new("modello", words.model).value(view.typed.text("modello")).optional().error(model.as_deref());
    html! {
        p { (words.links_lead) }
        (fields::select(&model_field, view.models, shared))
        (fields::group(&Group::checks("suggerimento", html! { (words.suggestions) }).choices(choices).error(suggestion.as_deref()), shared))
    }
}

/// The file of the interview and that of its captions, each with a form of its own.
fn video(view: &Step<'_>) -> Markup {
    let (words, told) = (view.words(), &view.draft.told);
    let said = captions::parse(told.captions.as_bytes(), None).map_or(0, |read| read.cues.len());
    html! {
        section .aff-box aria-labelledby="il-video" {
            h2 #il-video { (words.video) }
            @match &told.sheet.video {
                Some(video) => p { ((words.stands_video)(&clock(video.seconds), &size(view.frame, video.bytes))) },
                None => p { (words.no_video_yet) },
            }
            @match told.sheet.video.as_ref().and_then(|video| video.layout) {
                Some(Layout::Behind) => div .alert.alert-warning { (words.index_behind) },
                Some(Layout::Missing) => div .alert.alert-warning { (words.index_missing) },
                Some(Layout::Front) | None => {},
            }
            p { (words.video_lead) }
            (video_form(view))
        }
        @if told.sheet.video.is_some() {
            section .aff-box aria-labelledby="i-sottotitoli" {
                h2 #i-sottotitoli { (words.captions) }
                p { (words.captions_lead) }
                @if said > 0 { p { ((words.stands_captions)(said)) } }
                (captions_form(view))
            }
        }
    }
}

fn video_form(view: &Step<'_>) -> Markup {
    let (words, id) = (view.words(), &view.draft.told.id);
    let length = view.told("durata");
    let field = Field::new("durata", words.length).value(view.typed.text("durata")).hint(words.length_hint).autocomplete("off");
    let field_of_video = FileField::new("video", words.video_file, Purpose::Video).error(view.told("video")).brought(view.brought);
    html! {
        form .aff-form method="post" action=(paths::preparation_step(id, "video")) enctype="multipart/form-data" {
            (uploads::field(view.frame, view.uploads, &field_of_video))
            (fields::text(&field.error(length.as_deref()), view.frame.words()))
            p .aff-buttons { button .btn.btn-primary type="submit" { (words.send_video) } }
        }
        @if view.draft.told.sheet.video.is_some() {
            form method="post" action={ (paths::preparation(id)) "/senza-video" } {
                button .btn.btn-outline-primary type="submit" { (words.remove_video) }
            }
        }
        (uploads::script())
    }
}

fn captions_form(view: &Step<'_>) -> Markup {
    let words = view.words();
    html! {
        form .aff-form method="post" action={ (paths::preparation(&view.draft.told.id)) "/sottotitoli" } enctype="multipart/form-data" {
            p .form-text { (words.captions_hint) }
            (file("sottotitoli", words.captions_file, (".vtt,text/vtt", view.told("sottotitoli").as_deref())))
            p .aff-buttons { button .btn.btn-primary type="submit" { (words.send_captions) } }
        }
    }
}

/// The field of a file, which no page can fill in again.
fn file(name: &str, label: &str, (accept, wrong): (&str, Option<&str>)) -> Markup {
    html! {
        div .aff-field.aff-wrong[wrong.is_some()] {
            label .active for=(name) { (label) }
            @if let Some(text) = wrong { p .aff-error id={ (name) "-error" } { (text) } }
            input .form-control type="file" id=(name) name=(name) accept=(accept) required
                aria-describedby=[wrong.map(|_| format!("{name}-error"))];
        }
    }
}

/// "12,3 MB".
fn size(frame: &Frame<'_>, bytes: i64) -> String {
    #[expect(clippy::cast_precision_loss, reason = "a size of a file, shown with one decimal")]
    let megabytes = bytes as f64 / 1_000_000.0;
    format!("{} MB", dates::number(frame.lang, megabytes, 1))
}
