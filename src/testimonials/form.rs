//! The form of a testimonial, step by step: what was typed, and what is wrong with it. A draft may be unfinished; it may not be wrong.

use crate::access::form::Fields;
use crate::domain::moment::Day;
use crate::domain::prose::{LONGEST, Link};
use crate::domain::testimonial::{Exchange, Session, Sheet, Speaker, chapters, figures};

/// Longest line, longest short text, in characters.
pub const LINE: usize = 200;
pub const SHORT: usize = 1_000;
/// Rows beyond those filled in that a form offers, and most of all.
const MORE: usize = 2;
const MOST: usize = 20;

/// A step of the form.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Step {
    Facts,
    Story,
    Speakers,
    Video,
    Session,
    Links,
}

impl Step {
    pub const ALL: [Step; 6] = [Step::Facts, Step::Story, Step::Speakers, Step::Video, Step::Session, Step::Links];

    /// As addresses spell it.
    pub fn as_str(self) -> &'static str {
        match self {
            Step::Facts => "scheda",
            Step::Story => "racconto",
            Step::Speakers => "persone",
            Step::Video => "video",
            Step::Session => "approfondimento",
            Step::Links => "collegamenti",
        }
    }

    pub fn parse(text: &str) -> Option<Step> {
        Step::ALL.into_iter().find(|step| step.as_str() == text)
    }

    /// What comes after it.
    pub fn next(self) -> Option<Step> {
        let at = Step::ALL.iter().position(|step| *step == self)?;
        Step::ALL.get(at + 1).copied()
    }
}

/// What is wrong with a field.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Fault {
    pub field: String,
    pub what: What,
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub enum What {
    /// With the characters it may have.
    TooLong(usize),
    /// A prose, with the thousands of characters it may have.
    ProseTooLong(usize),
    NoTitle,
    NoName,
    NoRole,
    NoDay,
    NoReference,
    NoReason,
    NoText,
    NotAnAddress,
    /// Lines that are not `voce: valore`.
    FigureLines(Vec<usize>),
    /// Lines that are not `2:05 domanda`.
    ChapterLines(Vec<usize>),
    /// Chapters after the end of the video, or not in order.
    ChapterAfterEnd(String),
    ChapterOrder(String),
    NoQuestion,
    NoAnswer,
    /// None of those offered.
    Unknown,
    EndsBefore,
    /// The length of a video is not `mm:ss`.
    NoLength,
    NoFile,
    /// Why a file is not taken, as the uploads say it.
    NotKept(String),
    /// Captions with their faults, a line each.
    Captions(Vec<crate::domain::captions::Fault>),
    NoVideo,
    NoEnte,
}

impl Fault {
    pub fn new(field: impl Into<String>, what: What) -> Fault {
        Fault { field: field.into(), what }
    }
}

/// Ids that may be chosen.
#[derive(Debug, Clone, Default)]
pub struct Offered {
    pub models: Vec<String>,
    pub suggestions: Vec<String>,
}

/// Fields of one step as they stand.
pub fn typed(step: Step, sheet: &Sheet) -> Fields {
    let mut pairs: Vec<(String, String)> = lines(step).map(|(name, get, _)| (name.to_owned(), get(sheet).clone())).collect();
    match step {
        Step::Facts => {
            let line = |one: &crate::domain::testimonial::Figure| format!("{}: {}", one.label, one.value);
            pairs.push(("cifre".into(), sheet.figures.iter().map(line).collect::<Vec<_>>().join("\n")));
        }
        Step::Speakers => {
            for (n, one) in sheet.speakers.iter().enumerate() {
                pairs.extend([(row("nome", n), one.name.clone()), (row("ruolo", n), one.role.clone()), (row("al", n), one.on.clone())]);
            }
        }
        Step::Video => {
            let line = |one: &crate::domain::captions::Chapter| format!("{} {}", crate::domain::captions::clock(one.second), one.title);
            pairs.push(("capitoli".into(), sheet.chapters.iter().map(line).collect::<Vec<_>>().join("\n")));
        }
        Step::Session => {
            let session = sheet.session.clone().unwrap_or_default();
            pairs.extend([("giorno".into(), session.on), ("incontro".into(), session.about), ("materiali".into(), session.materials)]);
            for (n, one) in session.exchanges.iter().enumerate() {
                pairs.extend([(row("domanda", n), one.question.clone()), (row("risposta", n), one.answer.clone())]);
            }
        }
        Step::Links => {
            pairs.push(("modello".into(), sheet.model.clone()));
            pairs.extend(sheet.suggestions.iter().map(|id| ("suggerimento".to_owned(), id.clone())));
        }
        Step::Story => {}
    }
    Fields::from_pairs(pairs)
}

/// `nome[0]`.
pub fn row(name: &str, at: usize) -> String {
    format!("{name}[{at}]")
}

/// How many rows of a name a form shows: those with something in them, and some more.
pub fn rows(fields: &Fields, name: &str) -> usize {
    let filled = (0..MOST).rev().find(|at| !fields.text(&row(name, *at)).is_empty()).map_or(0, |at| at + 1);
    (filled + MORE).min(MOST)
}

type Get = fn(&Sheet) -> &String;
type Put = fn(&mut Sheet) -> &mut String;

/// Plain texts of a step: control, where it stands, how long it may be (0: prose).
fn lines(step: Step) -> impl Iterator<Item = (&'static str, Get, usize)> {
    all(step).iter().map(|(name, get, _, longest)| (*name, *get, *longest))
}

fn all(step: Step) -> &'static [(&'static str, Get, Put, usize)] {
    match step {
        Step::Facts => &[
            ("titolo", |s| &s.title, |s| &mut s.title, LINE),
            ("sintesi", |s| &s.summary, |s| &mut s.summary, SHORT),
            ("tema", |s| &s.theme, |s| &mut s.theme, LINE),
            ("territorio", |s| &s.territory, |s| &mut s.territory, SHORT),
            ("forma", |s| &s.form, |s| &mut s.form, LINE),
            ("anni", |s| &s.years, |s| &mut s.years, LINE),
            ("uffici", |s| &s.offices, |s| &mut s.offices, SHORT),
            ("sito", |s| &s.website, |s| &mut s.website, LINE),
        ],
        Step::Story => &[
            ("approccio", |s| &s.approach, |s| &mut s.approach, 0),
            ("forza", |s| &s.strengths, |s| &mut s.strengths, 0),
            ("difficolta", |s| &s.difficulties, |s| &mut s.difficulties, 0),
            ("come", |s| &s.how, |s| &mut s.how, 0),
        ],
        Step::Speakers | Step::Video | Step::Session | Step::Links => &[],
    }
}

/// The sheet with what was typed in a step, or all that is wrong with it.
pub fn apply(step: Step, fields: &Fields, sheet: &Sheet, offered: &Offered) -> Result<Sheet, Vec<Fault>> {
    let (mut sheet, mut faults) = (sheet.clone(), Vec::new());
    for (name, _, put, longest) in all(step) {
        let text = if *longest == LINE { one_line(fields.text(name)) } else { fields.text(name).to_owned() };
        faults.extend(too_long(name, &text, *longest));
        *put(&mut sheet) = text;
    }
    match step {
        Step::Facts => facts(fields, &mut sheet, &mut faults),
        Step::Story => {}
        Step::Speakers => speakers(fields, &mut sheet, &mut faults),
        Step::Video => marks(fields, &mut sheet, &mut faults),
        Step::Session => session(fields, &mut sheet, &mut faults),
        Step::Links => links(fields, &mut sheet, (offered, &mut faults)),
    }
    if faults.is_empty() { Ok(sheet) } else { Err(faults) }
}

/// Without line breaks and repeated spaces.
pub fn one_line(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

pub fn too_long(name: &str, text: &str, longest: usize) -> Option<Fault> {
    match longest {
        0 => (text.len() > LONGEST).then(|| Fault::new(name, What::ProseTooLong(LONGEST / 1_000))),
        _ => (text.chars().count() > longest).then(|| Fault::new(name, What::TooLong(longest))),
    }
}

fn facts(fields: &Fields, sheet: &mut Sheet, faults: &mut Vec<Fault>) {
    faults.extend(sheet.title.is_empty().then(|| Fault::new("titolo", What::NoTitle)));
    let is_address = |text: &str| text.starts_with("http") && Link::parse(text).is_some();
    if !sheet.website.is_empty() && !is_address(&sheet.website) {
        faults.push(Fault::new("sito", What::NotAnAddress));
    }
    match figures(fields.text("cifre")) {
        Ok(read) => sheet.figures = read,
        Err(lines) => faults.push(Fault::new("cifre", What::FigureLines(lines))),
    }
    faults.extend(too_long("cifre", fields.text("cifre"), SHORT * 2));
}

fn speakers(fields: &Fields, sheet: &mut Sheet, faults: &mut Vec<Fault>) {
    sheet.speakers.clear();
    for n in 0..MOST {
        let of = |name| one_line(fields.text(&row(name, n)));
        let one = Speaker { name: of("nome"), role: of("ruolo"), on: of("al") };
        if one == Speaker::default() {
            continue;
        }
        faults.extend(one.name.is_empty().then(|| Fault::new(row("nome", n), What::NoName)));
        faults.extend(one.role.is_empty().then(|| Fault::new(row("ruolo", n), What::NoRole)));
        faults.extend(Day::parse(&one.on).is_none().then(|| Fault::new(row("al", n), What::NoDay)));
        faults.extend([too_long(&row("nome", n), &one.name, LINE), too_long(&row("ruolo", n), &one.role, LINE)].into_iter().flatten());
        sheet.speakers.push(one);
    }
}

/// Chapters, each within the video and after the one before.
fn marks(fields: &Fields, sheet: &mut Sheet, faults: &mut Vec<Fault>) {
    let Some(video) = &sheet.video else {
        return faults.push(Fault::new("capitoli", What::NoVideo));
    };
    match chapters(fields.text("capitoli")) {
        Ok(read) => {
            let beyond = read.iter().find(|chapter| chapter.second >= video.seconds);
            faults.extend(beyond.map(|chapter| Fault::new("capitoli", What::ChapterAfterEnd(chapter.title.clone()))));
            let back = read.windows(2).find(|pair| pair[1].second <= pair[0].second);
            faults.extend(back.map(|pair| Fault::new("capitoli", What::ChapterOrder(pair[1].title.clone()))));
            faults.extend(read.iter().find_map(|chapter| too_long("capitoli", &chapter.title, LINE)));
            sheet.chapters = read;
        }
        Err(lines) => faults.push(Fault::new("capitoli", What::ChapterLines(lines))),
    }
}

fn session(fields: &Fields, sheet: &mut Sheet, faults: &mut Vec<Fault>) {
    let copy = |name: &str| fields.text(name).to_owned();
    let mut session = Session { on: copy("giorno"), about: copy("incontro"), materials: copy("materiali"), exchanges: Vec::new() };
    for n in 0..MOST {
        let one = Exchange { question: one_line(fields.text(&row("domanda", n))), answer: copy(&row("risposta", n)) };
        if one == Exchange::default() {
            continue;
        }
        faults.extend(one.question.is_empty().then(|| Fault::new(row("domanda", n), What::NoQuestion)));
        faults.extend(one.answer.is_empty().then(|| Fault::new(row("risposta", n), What::NoAnswer)));
        faults.extend(too_long(&row("domanda", n), &one.question, LINE));
        faults.extend(too_long(&row("risposta", n), &one.answer, 0));
        session.exchanges.push(one);
    }
    faults.extend([too_long("incontro", &session.about, 0), too_long("materiali", &session.materials, 0)].into_iter().flatten());
    // Nothing at all: there was no such session.
    sheet.session = (session != Session::default()).then_some(session);
    let lacks_day = sheet.session.as_ref().is_some_and(|session| Day::parse(&session.on).is_none());
    faults.extend(lacks_day.then(|| Fault::new("giorno", What::NoDay)));
}

fn links(fields: &Fields, sheet: &mut Sheet, (offered, faults): (&Offered, &mut Vec<Fault>)) {
    sheet.model = fields.text("modello").to_owned();
    sheet.suggestions = fields.all("suggerimento").map(str::to_owned).collect();
    sheet.suggestions.dedup();
    if !sheet.model.is_empty() && !offered.models.contains(&sheet.model) {
        faults.push(Fault::new("modello", What::Unknown));
    }
    if sheet.suggestions.iter().any(|id| !offered.suggestions.contains(id)) {
        faults.push(Fault::new("suggerimento", What::Unknown));
    }
}
