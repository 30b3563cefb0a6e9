//! The courses at the desk: figures, and a row per person and course to keep.

use rocket::{Route, State, get};

use crate::access::{Actor, Secretariat};
use crate::courses::pages::{self, Figures};
use crate::courses::words::words;
use crate::courses::{Line, Shelf, store};
use crate::platform::Result;
use crate::platform::spreadsheet::{Cell, Heading, Spreadsheet};
use crate::ui::page::Frame;
use crate::ui::reply::{Format, Reply};
use crate::ui::words::Lang;

pub(super) fn routes() -> Vec<Route> {
    rocket::routes![desk, csv, xlsx]
}

#[get("/segreteria/corsi")]
async fn desk(actor: Actor<Secretariat>, frame: Frame<'_>, shelf: &State<Shelf>) -> Result<Reply> {
    let lines = store::lines(&actor).await?;
    Ok(Reply::Page(pages::desk(&frame, &figures(shelf, &lines))))
}

/// Every course at hand, and those that are gone and that somebody was on.
fn figures<'a>(shelf: &'a Shelf, lines: &'a [Line]) -> Vec<Figures<'a>> {
    let mut ids: Vec<&str> = shelf.all().map(|course| course.id.as_str()).collect();
    for line in lines {
        if !ids.contains(&line.course.as_str()) {
            ids.push(&line.course);
        }
    }
    let of = |id: &'a str| {
        let on = || lines.iter().filter(|line| line.course == id);
        let completed = on().filter(|line| line.completed_at.is_some()).count();
        let theme = shelf.course(id).map(|course| course.theme);
        Figures { id, title: shelf.title(id), theme, enrolled: on().count(), completed }
    };
    ids.into_iter().map(of).collect()
}

#[get("/segreteria/corsi.csv")]
async fn csv(actor: Actor<Secretariat>, frame: Frame<'_>, shelf: &State<Shelf>) -> Result<Reply> {
    let lines = store::lines(&actor).await?;
    Reply::table(&sheet(shelf, &lines, frame.lang), "corsi", frame.today, Format::Csv)
}

#[get("/segreteria/corsi.xlsx")]
async fn xlsx(actor: Actor<Secretariat>, frame: Frame<'_>, shelf: &State<Shelf>) -> Result<Reply> {
    let lines = store::lines(&actor).await?;
    Reply::table(&sheet(shelf, &lines, frame.lang), "corsi", frame.today, Format::Xlsx)
}

const WIDTHS: [u16; 12] = [40, 22, 10, 28, 34, 18, 10, 12, 12, 10, 12, 14];

fn sheet(shelf: &Shelf, lines: &[Line], lang: Lang) -> Spreadsheet {
    let words = words(lang);
    let headings = words.heads.iter().zip(WIDTHS).map(|(name, width)| Heading { name, width }).collect();
    Spreadsheet { title: words.sheet, headings, rows: lines.iter().map(|line| cells(shelf, line, lang)).collect() }
}

fn cells(shelf: &Shelf, line: &Line, lang: Lang) -> Vec<Cell> {
    let course = shelf.course(&line.course);
    let ente = line.ente.clone();
    let (name, kind, province) = ente.map(|ente| (ente.name, ente.kind, ente.province)).unwrap_or_default();
    vec![
        Cell::text(shelf.title(&line.course)),
        Cell::text(course.map(|course| (words(lang).theme)(course.theme)).unwrap_or_default()),
        Cell::Number(i64::from(line.version)),
        Cell::text(&line.name),
        Cell::text(name),
        Cell::text(kind),
        Cell::text(province),
        Cell::Day(line.enrolled_at.day()),
        Cell::Number(line.lessons_read),
        Cell::number(course.map(|course| course.lessons.len() as i64)),
        Cell::Number(line.attempts),
        Cell::day(line.completed_at.map(|at| at.day())),
    ]
}
