//! What remains of a day: quesiti by theme, answers, figures; as a page and on paper.

use maud::{Markup, html};
use serde_json::json;

use super::prose;
use crate::domain::moment::Moment;
use crate::domain::prose::Prose;
use crate::forum::words::length;
use crate::forum::words::public::{Words, words};
use crate::forum::{Answer, Figures, Proceedings, Settled};
use crate::ui::page::{Frame, Shell, heading, page};
use crate::ui::words::Lang;
use crate::ui::{dates, paths};

pub use super::sheet::sheet;

pub fn page_of(frame: &Frame<'_>, of: &Proceedings, (footer, now): (&str, Moment)) -> Markup {
    let words = words(frame.lang);
    let title = format!("{}: {}", words.proceedings, of.day.title);
    let when = dates::weekday(frame.lang, of.day.held_on());
    let shell = Shell::new(frame, words.proceedings).crumb(words.forum, paths::FORUM).crumb(&of.day.title, paths::forum_day(&of.day.id));
    page(
        &shell.running(format!("{title} · {when}")),
        html! {
            (heading(&title, Some(&when)))
            p .aff-buttons { a .btn.btn-outline-primary href=(paths::proceedings_file(&of.day.id)) download { (words.proceedings_pdf) } }
            h2 { (words.figures) }
            dl .aff-facts { @for (name, value) in figures(frame.lang, &of.figures) { div { dt { (name) } dd { (value) } } } }
            h2 { (words.questions_by_theme) }
            @if of.themes.is_empty() { p { (words.nothing_published) } }
            @for (theme, list) in &of.themes {
                h3 { (theme) }
                @for one in list { (settled(frame, one, (words, footer, now))) }
            }
        },
    )
}

/// The figures as they are told: name and value.
pub fn figures(lang: Lang, of: &Figures) -> Vec<(&'static str, String)> {
    let words = words(lang);
    let mut rows = vec![
        (words.figure_asked, dates::count(lang, of.asked)),
        (words.figure_answered, dates::count(lang, of.answered)),
        (words.figure_merged, dates::count(lang, of.merged)),
    ];
    if let Some(minutes) = of.median_minutes {
        rows.push((words.figure_median, length(lang, minutes)));
    }
    rows.push((words.figure_enti, dates::count(lang, of.enti)));
    rows.push((words.figure_posts, dates::count(lang, of.posts)));
    rows
}

fn settled(frame: &Frame<'_>, one: &Settled, (words, footer, now): (&Words, &str, Moment)) -> Markup {
    let lang = frame.lang;
    html! {
        article .aff-settled id=(one.id) {
            h4 { a href=(paths::quesito(&one.id)) { (one.text.title) } }
            (prose(&one.text.body))
            @if !one.text.law.is_empty() { p { ((words.law_shown)(&one.text.law)) } }
            @if one.answers.is_empty() { p .aff-quiet { (words.unanswered) } }
            @for answer in &one.answers {
                div .aff-answer {
                    h5 { (words.answer) }
                    p .aff-quiet { (signature(lang, answer)) }
                    (prose(&answer.body))
                    @if !answer.law.is_empty() { p { strong { (words.references) ": " } (answer.law) } }
                    @if let Some(day) = answer.valid_until {
                        p { @if day < now.day() { strong { ((words.expired)(&dates::day(lang, day))) } } @else { ((words.holds_until)(&dates::day(lang, day))) } }
                    }
                    @if !footer.is_empty() { p .aff-answer-foot { (footer) } }
                }
            }
        }
    }
}

/// "Elena Ferri, avvocata, 12 marzo 2026".
pub fn signature(lang: Lang, answer: &Answer) -> String {
    let mut parts = vec![answer.author.clone()];
    if !answer.author_role.is_empty() {
        parts.push(answer.author_role.clone());
    }
    if let Some(at) = answer.published_at {
        parts.push(dates::day(lang, at.day()));
    }
    parts.join(", ")
}

/// The texts of one quesito, for paper.
pub(super) fn on_paper(one: &Settled, footer: &str) -> serde_json::Value {
    let words = words(Lang::It);
    let paragraphs = |text: &str| {
        Prose::kept(text).plain().split("\n\n").map(str::trim).filter(|p| !p.is_empty()).map(str::to_owned).collect::<Vec<_>>()
    };
    let answers: Vec<_> = one
        .answers
        .iter()
        .map(|answer| {
            let until = answer.valid_until.map(|day| (words.holds_until)(&dates::day(Lang::It, day))).unwrap_or_default();
            json!({ "firma": signature(Lang::It, answer), "testo": paragraphs(&answer.body), "norma": answer.law, "valida": until })
        })
        .collect();
    json!({
        "titolo": one.text.title,
        "testo": paragraphs(&one.text.body),
        "norma": one.text.law,
        "risposte": answers,
        "piede": footer,
    })
}
