//! The list of possible duplicates, and two accounts side by side.

use maud::{Markup, html};

use super::words::{refusal, words};
use super::{Pair, Refusal, Side};
use crate::domain::moment::Moment;
use crate::secretariat::words::words as desk;
use crate::ui::fields::{self, Choice, Group, Wrong};
use crate::ui::page::{Frame, Notice, Shell, heading, page};
use crate::ui::table::{Column, table};
use crate::ui::{dates, paths};

pub fn candidates(frame: &Frame<'_>, (pairs, total): (&[Pair], usize), notice: Option<Notice>) -> Markup {
    let words = words(frame.lang);
    let columns = [words.one, words.other, words.email, words.action].map(Column::new);
    page(
        &Shell::new(frame, words.duplicates).crumb(desk(frame.lang).desk, paths::DESK).notices(notice),
        html! {
            (heading(words.duplicates, Some(words.lead)))
            @if pairs.is_empty() { p role="status" { (words.none) } } @else {
                p role="status" { ((words.found)(total)) @if total > pairs.len() { " " ((words.more)(pairs.len(), total)) } }
                (table("doppioni", words.caption, &columns, html! { @for pair in pairs { (row(frame, pair)) } }, frame.words()))
            }
        },
    )
}

fn row(frame: &Frame<'_>, Pair { one, other }: &Pair) -> Markup {
    let words = words(frame.lang);
    html! {
        tr {
            th scope="row" { a href=(paths::person(&one.id)) { (one.name) } span .aff-line.aff-quiet { (one.username) } }
            td { a href=(paths::person(&other.id)) { (other.name) } span .aff-line.aff-quiet { (other.username) } }
            td { (one.email) }
            td {
                div .aff-actions {
                    a .btn.btn-outline-primary.btn-sm href=(paths::person_merging(&one.id, &other.id)) {
                        (words.compare) span .visually-hidden { ": " (one.username) ", " (other.username) }
                    }
                    form method="post" action=(paths::namesakes(&one.id, &other.id)) {
                        button .btn.btn-outline-primary.btn-sm type="submit" {
                            (words.not_one) span .visually-hidden { ": " (one.username) ", " (other.username) }
                        }
                    }
                }
            }
        }
    }
}

/// `wrong` is why the form came back.
pub enum Wronged {
    NothingChosen,
    Refused(Refusal),
}

pub fn comparison(frame: &Frame<'_>, pair: &Pair, wrong: Option<&Wronged>) -> Markup {
    let words = words(frame.lang);
    let title = (words.title)(&pair.one.name);
    let says = wrong.map(|w| match w {
        Wronged::NothingChosen => words.choose,
        Wronged::Refused(why) => refusal(frame.lang, *why),
    });
    let faults: Vec<Wrong> = says.iter().map(|text| Wrong { name: "resta".into(), text: (*text).to_owned() }).collect();
    let sides = [&pair.one, &pair.other];
    let choices = sides.map(|side| Choice::new(side.id.to_string(), &(words.keep)(&side.username), false));
    let legend = html! { (words.which_stays) };
    page(
        &Shell::new(frame, &*title).crumb(desk(frame.lang).desk, paths::DESK).crumb(words.duplicates, paths::DUPLICATES),
        html! {
            (heading(&title, Some(words.text)))
            (fields::summary(frame.words(), &faults))
            (compared(frame, pair))
            @if pair.one.of_programme || pair.other.of_programme {
                p { (refusal(frame.lang, Refusal::OfProgramme)) }
            } @else {
                form .aff-form method="post" action=(paths::person_merging(&pair.one.id, &pair.other.id)) {
                    (fields::group(&Group::radios("resta", legend).choices(choices.to_vec()).error(says), frame.words()))
                    p { (words.goes_over) }
                    p .aff-buttons {
                        button .btn.btn-primary type="submit" { (words.merge) }
                        a .btn.btn-outline-primary href=(paths::DUPLICATES) { (words.give_up) }
                    }
                }
            }
        },
    )
}

fn compared(frame: &Frame<'_>, pair: &Pair) -> Markup {
    let words = words(frame.lang);
    let columns = [words.what, pair.one.username.as_str(), pair.other.username.as_str()].map(Column::new);
    let day = |at: Option<Moment>| at.map_or_else(|| words.never.to_owned(), |at| dates::short(at.day()));
    let yes = |is: bool| if is { words.yes } else { words.no }.to_owned();
    let rows = [(words.name, [&pair.one.name, &pair.other.name]), (words.email, [&pair.one.email, &pair.other.email])];
    let more = |side: &Side| {
        [
            dates::short(side.created_at.day()),
            day(side.seen_at),
            yes(side.verified),
            if side.disabled { words.disabled } else { words.active }.to_owned(),
            side.appointments.to_string(),
            side.letters.to_string(),
            side.answers.to_string(),
        ]
    };
    let names = [words.created, words.seen, words.verified, words.state, words.appointments, words.letters, words.answers];
    let (one, other) = (more(&pair.one), more(&pair.other));
    let body = html! {
        @for (name, [one, other]) in rows { tr { th scope="row" { (name) } td { (one) } td { (other) } } }
        @for ((name, one), other) in names.iter().zip(&one).zip(&other) { tr { th scope="row" { (name) } td { (one) } td { (other) } } }
    };
    table("confronto", words.compared, &columns, body, frame.words())
}
