//! What somebody follows, with a button beside each that ends it.

use maud::{Markup, html};

use crate::domain::ids::{ForumDayId, Id, QuestionId};
use crate::forum::words::lasting::{Words, words};
use crate::forum::words::public::words as public;
use crate::forum::{Follow, Followed};
use crate::ui::fields::hidden;
use crate::ui::page::{Frame, Notice, Shell, heading, page};
use crate::ui::paths;

pub struct FollowingView<'a> {
    pub frame: &'a Frame<'a>,
    pub follows: &'a [Follow],
    /// Quesiti that interest the ente too, as this person said.
    pub interests: &'a [(QuestionId, String)],
    pub notice: Option<Notice>,
}

pub fn following(view: &FollowingView<'_>) -> Markup {
    let (frame, words) = (view.frame, words(view.frame.lang));
    let shell = Shell::new(frame, words.following).crumb(public(frame.lang).forum, paths::FORUM).notices(view.notice.clone());
    page(
        &shell,
        html! {
            (heading(words.following, Some(words.following_lead)))
            @if view.follows.is_empty() && view.interests.is_empty() {
                div .aff-box { p { (words.following_none) } p { a href=(paths::FORUM) { (words.to_forum) } } }
            }
            @for (kind, title) in [
                (Followed::Day, words.followed_days),
                (Followed::Theme, words.followed_themes),
                (Followed::Question, words.followed_questions),
            ] {
                (part(view, words, (kind, title)))
            }
            @if !view.interests.is_empty() {
                h2 { (words.interests) }
                ul .aff-quesiti.aff-followed { @for (id, title) in view.interests {
                    li {
                        a href=(paths::quesito(id)) { (title) }
                        form .aff-inline method="post" action=(paths::question_interest(id)) { (hidden("no", "1")) (button(public(frame.lang).no_more, title)) }
                    }
                } }
            }
        },
    )
}

fn part(view: &FollowingView<'_>, words: &Words, (kind, title): (Followed, &str)) -> Markup {
    let of_kind: Vec<&Follow> = view.follows.iter().filter(|one| one.kind == kind).collect();
    html! {
        @if !of_kind.is_empty() {
            h2 { (title) }
            ul .aff-quesiti.aff-followed { @for one in of_kind {
                li {
                    (name(one, words))
                    form .aff-inline method="post" action=(paths::FOLLOWING) {
                        (hidden("cosa", one.kind.as_str()))
                        (hidden("quale", &one.about))
                        (hidden("edizione", one.edition.as_str()))
                        (button(words.stop, one.title.as_deref().unwrap_or(if one.kind == Followed::Theme { &one.about } else { words.unseen })))
                    }
                }
            } }
        }
    }
}

/// The button, with what it ends for those who hear it alone.
fn button(label: &str, of: &str) -> Markup {
    html! { button .btn.btn-outline-primary.btn-sm type="submit" { (label) span .visually-hidden { ": " (of) } } }
}

fn name(one: &Follow, words: &Words) -> Markup {
    let day = ForumDayId::parse(&one.about).filter(|_| one.kind == Followed::Day).map(|id| paths::forum_day(&id));
    let question = QuestionId::parse(&one.about).filter(|_| one.kind == Followed::Question).map(|id| paths::quesito(&id));
    html! {
        @match (&one.title, day.or(question)) {
            (Some(title), Some(to)) => a href=(to) { (title) },
            (None, Some(_)) => em { (words.unseen) },
            _ => span { (one.about) },
        }
    }
}
