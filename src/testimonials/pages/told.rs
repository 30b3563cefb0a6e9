//! A testimonial as everybody reads it: what was done within a minute, then how, then the interview with its transcript.

use maud::{Markup, html};

use crate::domain::captions::{Paragraph, clock};
use crate::domain::moment::Day;
use crate::domain::prose::Prose;
use crate::domain::testimonial::{Session, Sheet, Speaker, Video};
use crate::testimonials::Told;
use crate::testimonials::words::{Words, words};
use crate::ui::page::{self, Frame, Notice, Shell, heading, icon, page};
use crate::ui::prose::prose;
use crate::ui::table::{Column, table};
use crate::ui::words::Lang;
use crate::ui::{dates, paths};

/// What it illustrates, by name.
#[derive(Debug, Clone, Default)]
pub struct Illustrated {
    pub model: Option<String>,
    /// Id and title.
    pub suggestions: Vec<(String, String)>,
}

/// A testimonial to be shown.
pub struct Page<'a> {
    pub frame: &'a Frame<'a>,
    pub told: &'a Told,
    pub illustrated: &'a Illustrated,
    /// The address below which video and captions are: of the public page, of a preview, of what the ente was sent.
    pub base: String,
    /// Paragraphs of the transcript.
    pub transcript: &'a [Paragraph],
}

/// The public page.
pub fn one(view: &Page<'_>) -> Markup {
    let (frame, words, sheet) = (view.frame, words(view.frame.lang), &view.told.sheet);
    let updated = view.told.published_at.map_or(frame.today, |at| at.day());
    let shell = Shell::new(frame, &sheet.title).crumb(words.testimonials, paths::TESTIMONIALS).description(&sheet.summary);
    let shell = shell.updated(updated).running(format!("{} · {}", page::ente(&view.told.ente), sheet.title));
    page(
        &shell,
        html! {
            (body(view))
            p .form-text { ((words.approved_by)(&page::ente(&view.told.ente))) }
            p .aff-screen { a href=(paths::TESTIMONIALS) { (words.others) } }
        },
    )
}

/// A draft as readers would see it.
pub fn preview(view: &Page<'_>, (crumb, href): (&str, &str), notice: Notice) -> Markup {
    page(&Shell::new(view.frame, &view.told.sheet.title).crumb(crumb, href).notice(notice), body(view))
}

/// In an electoral period: neither title nor ente.
pub fn suspended(frame: &Frame<'_>, until: Day) -> Markup {
    let words = words(frame.lang);
    page(
        &Shell::new(frame, words.suspended).crumb(words.testimonials, paths::TESTIMONIALS),
        html! {
            (heading(words.suspended, None))
            p { ((words.suspended_text)(&dates::day(frame.lang, until))) }
        },
    )
}

/// "Comune di Agliè (TO)"; of one that is no more also in whom it goes on.
pub(super) fn teller(lang: Lang, told: &Told) -> String {
    let name = page::ente(&told.ente);
    if told.today.is_empty() {
        return name;
    }
    let today: Vec<String> = told.today.iter().map(page::ente).collect();
    (words(lang).today)(&name, &today.join(", "))
}

/// What a testimonial tells, heading included.
pub(super) fn body(view: &Page<'_>) -> Markup {
    let (frame, words, sheet) = (view.frame, words(view.frame.lang), &view.told.sheet);
    let about = format!("{} · {}", teller(frame.lang, view.told), view.told.region);
    html! {
        (heading(&sheet.title, Some(&about)))
        div .aff-box {
            h2 { (words.in_brief) }
            p .lead lang="it" { (sheet.summary) }
            (facts(view))
            p .form-text { (words.example) }
        }
        (contents(view))
        @if let Some(video) = &sheet.video { (interview(view, video)) }
        @for (id, title, text) in story(sheet, words) {
            @if !text.trim().is_empty() { (part(id, title, html! { div .aff-prose lang="it" { (prose(&Prose::kept(text))) } })) }
        }
        @if !sheet.figures.is_empty() {
            (part("cifre", words.figures, html! {
                dl .aff-facts lang="it" { @for figure in &sheet.figures { div { dt { (figure.label) } dd { (figure.value) } } } }
            }))
        }
        @if let Some(session) = &sheet.session { (in_depth(frame, session)) }
        @if !sheet.speakers.is_empty() {
            (part("persone", words.speakers, html! { ul lang="it" { @for one in &sheet.speakers { li { (speaker(frame, one)) } } } }))
        }
        @if sheet.members.len() > 1 { (part("comuni", words.members, members(frame, sheet))) }
        (illustrates(view))
    }
}

fn story<'a>(sheet: &'a Sheet, words: &'a Words) -> [(&'static str, &'static str, &'a str); 4] {
    [
        ("approccio", words.approach, &sheet.approach),
        ("come", words.how, &sheet.how),
        ("forza", words.strengths, &sheet.strengths),
        ("difficolta", words.difficulties, &sheet.difficulties),
    ]
}

fn part(id: &str, title: &str, body: Markup) -> Markup {
    html! { section .aff-told-part id=(id) aria-labelledby={ (id) "-titolo" } { h2 id={ (id) "-titolo" } { (title) } (body) } }
}

fn facts(view: &Page<'_>) -> Markup {
    let (frame, words, sheet) = (view.frame, words(view.frame.lang), &view.told.sheet);
    let residents = sheet.residents().map(|n| (words.residents_of)(&dates::count(frame.lang, n), sheet.members.len()));
    let model = view.illustrated.model.clone().unwrap_or_default();
    let all = [
        (words.territory, sheet.territory.as_str()),
        (words.form, &sheet.form),
        (words.model, &model),
        (words.years, &sheet.years),
        (words.offices, &sheet.offices),
        (words.residents, residents.as_deref().unwrap_or_default()),
        (words.theme, &sheet.theme),
    ];
    html! {
        dl .aff-facts {
            @for (label, value) in all { @if !value.is_empty() { div { dt { (label) } dd lang="it" { (value) } } } }
            @if !sheet.website.is_empty() {
                div {
                    dt { (words.website) }
                    dd {
                        a href=(sheet.website) rel="noopener noreferrer" {
                            (sheet.website.trim_start_matches("https://")) (icon("it-external-link", "icon-xs icon-primary"))
                            span .visually-hidden { " (" (words.external) ")" }
                        }
                    }
                }
            }
        }
    }
}

/// The parts that there are, as links; not on paper.
fn contents(view: &Page<'_>) -> Markup {
    let (words, sheet) = (words(view.frame.lang), &view.told.sheet);
    let mut parts: Vec<(bool, &str, &str)> = vec![(sheet.video.is_some(), "intervista", words.video)];
    parts.extend(story(sheet, words).map(|(id, title, text)| (!text.trim().is_empty(), id, title)));
    parts.extend([
        (!sheet.figures.is_empty(), "cifre", words.figures),
        (sheet.session.is_some(), "approfondimento", words.session),
        (!sheet.speakers.is_empty(), "persone", words.speakers),
        (sheet.members.len() > 1, "comuni", words.members),
    ]);
    html! {
        nav .aff-filter.aff-screen aria-label=(words.in_this_page) {
            p aria-hidden="true" { (words.in_this_page) }
            ul { @for (_, id, title) in parts.iter().filter(|(there, ..)| *there) { li { a href={ "#" (id) } { (title) } } } }
        }
    }
}

/// The video with its captions, the questions, and what is said. Times are links to the second of the file: a script makes them
/// move the video on the page instead.
fn interview(view: &Page<'_>, video: &Video) -> Markup {
    let words = words(view.frame.lang);
    let file = paths::video_of(&view.base);
    let captions = paths::captions_of(&view.base);
    let said = !view.told.captions.is_empty();
    part(
        "intervista",
        words.video,
        html! {
            video #video .aff-video controls preload="metadata" playsinline aria-label=(words.video) {
                source src=(file) type=(video.media);
                @if said { track kind="captions" src=(captions) srclang="it" label=(words.captions_label) default; }
            }
            p .aff-screen {
                a href=(file) download { (words.download_video) }
                @if said { " · " a href=(captions) download { (words.download_captions) } }
            }
            @if !view.told.sheet.chapters.is_empty() {
                h3 { (words.chapters) }
                ol .aff-chapters lang="it" {
                    @for chapter in &view.told.sheet.chapters { li { (time(view, &file, chapter.second)) " " (chapter.title) } }
                }
            }
            @if !view.transcript.is_empty() { (transcript(view, &file)) }
            script src=(paths::asset("testimonial.js")) defer {}
        },
    )
}

fn time(view: &Page<'_>, file: &str, second: i64) -> Markup {
    let words = words(view.frame.lang);
    html! {
        a .aff-second href={ (file) (paths::at_second(second)) } data-second=(second) lang=(view.frame.lang.as_str()) {
            span aria-hidden="true" { (clock(second)) } span .visually-hidden { ((words.go_to)(&clock(second))) }
        }
    }
}

fn transcript(view: &Page<'_>, file: &str) -> Markup {
    let words = words(view.frame.lang);
    html! {
        details .aff-transcript open {
            summary { h3 #trascrizione { (words.transcript) } }
            p .form-text.aff-screen { (words.transcript_lead) }
            div lang="it" {
                @for one in view.transcript {
                    p id={ "t=" (one.second) } tabindex="-1" {
                        (time(view, file, one.second)) " "
                        @if let Some(name) = &one.speaker { strong { (name) ":" } " " }
                        (one.text)
                    }
                }
            }
        }
    }
}

fn in_depth(frame: &Frame<'_>, session: &Session) -> Markup {
    let words = words(frame.lang);
    let on = Day::parse(&session.on);
    part(
        "approfondimento",
        words.session,
        html! {
            @if let Some(on) = on { p { (dates::day_tag(frame.lang, on)) } }
            div .aff-prose lang="it" { (prose(&Prose::kept(&session.about))) }
            @if !session.materials.trim().is_empty() {
                h3 { (words.materials) }
                div .aff-prose lang="it" { (prose(&Prose::kept(&session.materials))) }
            }
            @if !session.exchanges.is_empty() {
                h3 { (words.exchanges) }
                @for one in &session.exchanges {
                    details lang="it" { summary { (one.question) } div .aff-prose { (prose(&Prose::kept(&one.answer))) } }
                }
            }
        },
    )
}

/// "Anna Bianchi, Sindaca al 2 aprile 2015".
fn speaker(frame: &Frame<'_>, one: &Speaker) -> Markup {
    let words = words(frame.lang);
    let role = Day::parse(&one.on).map_or_else(|| one.role.clone(), |on| (words.as_of)(&one.role, &dates::day(frame.lang, on)));
    html! { strong { (one.name) } ", " (role) }
}

fn members(frame: &Frame<'_>, sheet: &Sheet) -> Markup {
    let words = words(frame.lang);
    let on = Day::parse(&sheet.members_on).map(|on| dates::day(frame.lang, on)).unwrap_or_default();
    let columns = [Column::new(words.comune), Column::new(words.residents).figures()];
    let rows = html! {
        @for member in &sheet.members {
            tr {
                th scope="row" { (member.name) " (" (member.province) ")" }
                td .aff-figures {
                    @match member.residents {
                        Some(n) => { (dates::count(frame.lang, n)) @if let Some(year) = member.year { " " small { "(" ((words.of_year)(year)) ")" } } },
                        None => { (words.unknown) },
                    }
                }
            }
        }
    };
    table("tabella-comuni", &(words.members_caption)(&on), &columns, rows, frame.words())
}

fn illustrates(view: &Page<'_>) -> Markup {
    let (words, of) = (words(view.frame.lang), view.illustrated);
    if of.model.is_none() && of.suggestions.is_empty() {
        return Markup::default();
    }
    part(
        "illustra",
        words.illustrates,
        html! {
            p { (words.illustrates_lead) }
            ul lang="it" {
                @if let Some(model) = &of.model { li { ((words.model_named)(model)) } }
                @for (id, title) in &of.suggestions { li { span .aff-id { (id) } " " (title) } }
            }
            p .aff-screen { a href=(paths::ASSESSMENT) { (words.to_assessment) } }
        },
    )
}
