//! The mailings so far.

use maud::{Markup, html};

use super::chosen;
use crate::secretariat::mailings::Mailing;
use crate::secretariat::mailings::words::words;
use crate::secretariat::words::words as desk;
use crate::ui::page::{Frame, Shell, heading, page};
use crate::ui::table::{Column, pages, table};
use crate::ui::{dates, paths};

pub struct Past<'a> {
    pub frame: &'a Frame<'a>,
    pub mailings: Vec<Mailing>,
    pub total: i64,
    pub page: usize,
    pub last: usize,
}

pub fn past(view: &Past<'_>) -> Markup {
    let (frame, words) = (view.frame, words(view.frame.lang));
    page(
        &Shell::new(frame, words.mailings).crumb(desk(frame.lang).desk, paths::DESK),
        html! {
            (heading(words.mailings, Some(words.lead)))
            p { (words.how_to_begin) }
            p .aff-buttons { a .btn.btn-outline-primary href=(paths::ENTI) { (words.choose) } }
            @if view.total == 0 { p role="status" { (words.none) } } @else { (list(view)) }
        },
    )
}

fn list(view: &Past<'_>) -> Markup {
    let (frame, words) = (view.frame, words(view.frame.lang));
    let columns = [
        Column::new(words.when),
        Column::new(words.who),
        Column::new(words.edition),
        Column::new(words.which),
        Column::new(words.invited).figures(),
        Column::new(words.sent).figures(),
        Column::new(words.failed).figures(),
        Column::new(words.left_out).figures(),
    ];
    let count = |n: i64| dates::count(frame.lang, n);
    let body = html! { @for mailing in &view.mailings {
        tr {
            th scope="row" {
                a href=(paths::mailing(&mailing.id)) { (dates::moment(frame.lang, mailing.made_at)) }
                @if mailing.ended_at.is_none() { " " span .aff-quiet { (words.running) } }
            }
            td { (mailing.made_by) }
            td { (mailing.edition_name) }
            td { (chosen(frame.lang, mailing)) }
            td .aff-figures { (count(mailing.invited)) }
            td .aff-figures { (count(mailing.sent)) }
            td .aff-figures { (count(mailing.failed)) }
            td .aff-figures { (count(mailing.left_out)) }
        }
    } };
    let href = |n: usize| if n > 1 { format!("{}?pagina={n}", paths::MAILINGS) } else { paths::MAILINGS.to_owned() };
    html! {
        (table("inviti", words.caption, &columns, body, frame.words()))
        (pages(view.page, view.last, href, frame.words()))
    }
}
