//! The days of the forum as participants see them, and the quesiti of one of them.

use maud::{Markup, html};

use super::{button, progress, prose, state};
use crate::domain::forum_day::State;
use crate::domain::ids::{ForumDayId, Id};
use crate::domain::moment::Moment;
use crate::domain::question::Progress;
use crate::forum::asking::LINE_MAX;
use crate::forum::words::lasting::words as lasting;
use crate::forum::words::public::{Words, words};
use crate::forum::words::{clock, progress as progress_told};
use crate::forum::{DaySheet, Followed, ForumDay, Line};
use crate::ui::fields;
use crate::ui::page::{Frame, Notice, Shell, heading, page};
use crate::ui::table::pages;
use crate::ui::{dates, paths};

pub struct Days<'a> {
    pub frame: &'a Frame<'a>,
    pub now: Moment,
    pub days: Vec<ForumDay>,
    /// Quesiti of the ente acted for; none for who has no ente.
    pub own: Option<Vec<Line>>,
    /// The day that takes quesiti now.
    pub taking: Option<&'a ForumDay>,
    /// Whether anybody may ask: an ente and an edition.
    pub may_ask: bool,
    pub is_seated: bool,
    pub notice: Option<Notice>,
}

pub fn days(view: &Days<'_>) -> Markup {
    let (frame, words) = (view.frame, words(view.frame.lang));
    let (past, mut coming): (Vec<&ForumDay>, Vec<&ForumDay>) =
        view.days.iter().partition(|day| matches!(day.state(view.now), State::Published));
    // They come with the latest first: the one that is open stands before those to come.
    coming.reverse();
    page(
        &Shell::new(frame, words.forum).description(words.lead).notices(view.notice.clone()),
        html! {
            (heading(words.forum, Some(words.lead)))
            @if view.may_ask {
                @match view.taking {
                    Some(day) => (begin(frame, Some(&day.id))),
                    None => (begin(frame, None)),
                }
            }
            @if let Some(own) = view.own.as_ref().filter(|own| !own.is_empty()) {
                h2 { (words.own) }
                (lines(frame, own, false))
            }
            @if coming.is_empty() && past.is_empty() {
                div .aff-box { p { (if view.may_ask { words.none } else { words.none_public }) } }
            }
            @if !coming.is_empty() { h2 { (words.coming) } (cards(view, &coming)) }
            @if !past.is_empty() {
                h2 { (words.past) }
                (cards(view, &past))
                p { a href=(paths::FORUM_FEED) type="application/atom+xml" { (lasting(frame.lang).feed) } }
            }
            @if view.is_seated { p { a href=(paths::FOLLOWING) { (lasting(frame.lang).following) } } }
            @if !view.is_seated && frame.person.is_none() { p { (words.sign_in) " " a href=(paths::sign_in(paths::FORUM)) { (words.sign_in_link) } } }
        },
    )
}

/// Where a quesito begins: in a line, so that what is known already comes first.
fn begin(frame: &Frame<'_>, day: Option<&ForumDayId>) -> Markup {
    let (words, told) = (lasting(frame.lang), words(frame.lang));
    html! {
        form .aff-lookup method="get" action=(paths::ASK) {
            @if let Some(day) = day { (fields::hidden("giorno", day.as_str())) }
            label for="titolo" { (words.begin) }
            p .form-text #titolo-hint { (words.begin_hint) }
            div {
                input .form-control type="text" #titolo name="titolo" maxlength=(LINE_MAX) autocomplete="off" aria-describedby="titolo-hint";
                button .btn.btn-primary type="submit" { (if day.is_some() { told.ask } else { told.ask_queue }) }
            }
        }
    }
}

fn cards(view: &Days<'_>, days: &[&ForumDay]) -> Markup {
    let (lang, words) = (view.frame.lang, words(view.frame.lang));
    html! {
        ul .aff-cards {
            @for day in days {
                li .aff-card {
                    h3 { a href=(paths::forum_day(&day.id)) { (day.title) } }
                    p { (state(lang, day.state(view.now))) " " (clock(lang, &day.hours, view.now)) "." }
                    p { (dates::weekday(lang, day.held_on())) }
                    p .aff-quiet { (day.themes.join(" · ")) }
                    @if view.is_seated && day.asked > 0 { p .aff-quiet { ((words.asked_answered)(day.asked, day.answered)) } }
                    @if day.state(view.now) == State::Published { p { a href=(paths::proceedings(&day.id)) { (words.to_proceedings) } } }
                }
            }
        }
    }
}

/// Quesiti, one under the other; `tells_own`: which of them are of the ente acted for.
fn lines(frame: &Frame<'_>, lines: &[Line], tells_own: bool) -> Markup {
    let (lang, words) = (frame.lang, words(frame.lang));
    html! {
        ul .aff-quesiti {
            @for line in lines {
                li {
                    a href=(paths::quesito(&line.id)) { (line.title) }
                    " " (progress(lang, line.progress))
                    p .aff-quiet {
                        (line.theme) " · " (dates::short(line.asked_at.day())) ", " (dates::hour(lang, line.asked_at))
                        @if line.is_own && tells_own { " · " strong { (words.own_badge) } }
                        @if !line.is_released { " · " em { (words.not_released) } }
                        @if line.interested > 0 { " · " ((words.interested)(line.interested)) }
                        @if line.posts > 0 { " · " ((words.posts)(line.posts)) }
                    }
                }
            }
        }
    }
}

pub struct DayView<'a> {
    pub frame: &'a Frame<'a>,
    pub sheet: &'a DaySheet,
    pub now: Moment,
    /// The quesiti that whoever asks may see; none for who sits nowhere and the proceedings are not out.
    pub lines: Option<Vec<Line>>,
    pub filters: (&'a str, &'a str),
    pub page: (usize, usize),
    pub may_ask: bool,
    pub is_desk: bool,
    /// Days and themes that they follow; none for who is not signed in.
    pub follows: Option<Vec<(Followed, String)>>,
    /// What the state of the page was, for who asks for news.
    pub tag: &'a str,
    pub notice: Option<Notice>,
}

pub fn day(view: &DayView<'_>) -> Markup {
    let (frame, day, words) = (view.frame, &view.sheet.day, words(view.frame.lang));
    let shell = Shell::new(frame, &day.title).crumb(words.forum, paths::FORUM).notices(view.notice.clone());
    let when = dates::weekday(frame.lang, day.held_on());
    page(
        &shell.description(format!("{}: {when}. {}.", day.title, day.themes.join(", "))),
        html! {
            (heading(&day.title, Some(&when)))
            div data-news=[asks(view)] data-tag=(view.tag) data-part="orologio" { (clock_line(view)) }
            @if let Some(why) = &day.extended_why { p { ((words.extended)(why)) } }
            (first(view, words))
            @if view.is_desk { p { a href=(paths::desk_forum_day(&day.id)) { (words.at_desk) } } }
            (prose(&day.presentation))
            (facts(view, words))
            h2 #quesiti { (words.questions) }
            @match &view.lines {
                None => p { (words.sign_in) " " a href=(paths::sign_in(&paths::forum_day(&day.id))) { (words.sign_in_link) } },
                Some(lines) => {
                    @if !lines.is_empty() || view.filters != ("", "") { (filters(view, words)) }
                    div data-part="elenco" { (list(view)) }
                    @if matches!(day.state(view.now), State::Gathering | State::Open | State::Closing) {
                        p .aff-quiet { span data-renews hidden { (words.updated) " " } a href=(paths::forum_day(&day.id)) { (words.reload) } }
                        script src=(paths::asset("forum.js")) defer {}
                    }
                },
            }
            @if let Some(follows) = &view.follows { (following(view, follows, words)) }
        },
    )
}

/// Where the page asks what is new: from its first page alone, where new quesiti come in.
fn asks(view: &DayView<'_>) -> Option<String> {
    (view.page.0 == 1 && view.lines.is_some()).then(|| paths::forum_day_news(&view.sheet.day.id, view.filters))
}

pub fn clock_line(view: &DayView<'_>) -> Markup {
    let (lang, day) = (view.frame.lang, &view.sheet.day);
    html! { p .aff-clock { (state(lang, day.state(view.now))) " " strong { (clock(lang, &day.hours, view.now)) "." } } }
}

fn first(view: &DayView<'_>, words: &Words) -> Markup {
    let day = &view.sheet.day;
    html! {
        @match day.state(view.now) {
            State::Gathering | State::Open if view.may_ask => (begin(view.frame, Some(&day.id))),
            State::Published => p .aff-buttons { a .btn.btn-primary href=(paths::proceedings(&day.id)) { (words.to_proceedings) } },
            _ if view.may_ask => p .aff-buttons { a .btn.btn-outline-primary href=(paths::ASK) { (words.ask_queue) } },
            _ => {},
        }
    }
}

fn facts(view: &DayView<'_>, words: &Words) -> Markup {
    let (lang, sheet) = (view.frame.lang, view.sheet);
    let hours = &sheet.day.hours;
    html! {
        dl .aff-facts {
            div { dt { (words.hours) } dd { (dates::hour(lang, hours.opens_at)) "–" (dates::hour(lang, hours.ends_at())) } }
            @if sheet.day.state(view.now) == State::Announced {
                div { dt { (words.gathering_from) } dd { (dates::moment_tag(lang, hours.gathering_from)) } }
            }
            div { dt { (words.themes) } dd { (sheet.day.themes.join(" · ")) } }
            @if !sheet.experts.is_empty() {
                div { dt { (words.experts) } dd { (sheet.experts.iter().map(|one| one.name.as_str()).collect::<Vec<_>>().join(", ")) } }
            }
            @if !sheet.seminars.is_empty() {
                div { dt { (words.seminars) } dd { (sheet.seminars.iter().map(|(_, title)| title.as_str()).collect::<Vec<_>>().join(", ")) } }
            }
        }
    }
}

fn filters(view: &DayView<'_>, words: &Words) -> Markup {
    let (lang, day, (theme, chosen)) = (view.frame.lang, &view.sheet.day, view.filters);
    html! {
        form .aff-search.aff-desk-filters method="get" action=(paths::forum_day(&day.id)) role="search" aria-label=(words.filter) {
            div .aff-field {
                label .active for="tema" { (words.theme) }
                select .form-select #tema name="tema" {
                    option value="" { (words.all_themes) }
                    @for one in &day.themes { option value=(one) selected[one == theme] { (one) } }
                }
            }
            div .aff-field {
                label .active for="stato" { (words.state) }
                select .form-select #stato name="stato" {
                    option value="" { (words.all_states) }
                    @for one in Progress::ALL { option value=(one.as_str()) selected[one.as_str() == chosen] { (progress_told(lang, one)) } }
                }
            }
            p .aff-buttons { button .btn.btn-outline-primary type="submit" { (words.apply) } }
        }
    }
}

/// The part that is asked for again.
pub fn list(view: &DayView<'_>) -> Markup {
    let (frame, words) = (view.frame, words(view.frame.lang));
    let found = view.lines.as_deref().unwrap_or_default();
    let filtered = view.filters != ("", "");
    let ((theme, state), (current, last)) = (view.filters, view.page);
    html! {
        @if found.is_empty() { p { (if filtered { words.questions_none_filter } else { words.questions_none }) } }
        @else { (lines(frame, found, true)) }
        (pages(current, last, |n| paths::forum_day_list(&view.sheet.day.id, (theme, state), n), frame.words()))
    }
}

fn following(view: &DayView<'_>, follows: &[(Followed, String)], words: &Words) -> Markup {
    let day = &view.sheet.day;
    let has = |kind: Followed, about: &str| follows.iter().any(|(one, text)| *one == kind && text == about);
    let id = day.id.to_string();
    let one = |kind: Followed, about: &str, labels: (&str, &str)| {
        let wanted = [("cosa", kind.as_str()), ("quale", about), ("giorno", id.as_str())];
        if has(kind, about) {
            button(paths::FOLLOW, labels.1, &[wanted[0], wanted[1], wanted[2], ("smetti", "1")])
        } else {
            button(paths::FOLLOW, labels.0, &wanted)
        }
    };
    html! {
        section .aff-follow aria-label=(words.follow_day) {
            p .aff-quiet { (words.follow_lead) }
            (one(Followed::Day, &id, (words.follow_day, words.unfollow_day)))
            @for theme in &day.themes {
                (one(Followed::Theme, theme, (&(words.follow_theme)(theme), &(words.unfollow_theme)(theme))))
            }
        }
    }
}
