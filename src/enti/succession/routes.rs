//! Routes of successions entered by hand, for the segreteria organizzativa alone.

use maud::Markup;
use rocket::http::Status;
use rocket::{Route, get, post};

use super::pages::{self, SuccessionForm, UndoingForm};
use super::words::{not_undone, words};
use super::{REASON_MAX, store};
use crate::access::form::Fields;
use crate::access::{Actor, Secretariat};
use crate::domain::ids::EnteId;
use crate::domain::import::cells;
use crate::domain::import::fault::Problem;
use crate::domain::import::register::Known;
use crate::domain::import::successions::Meant;
use crate::domain::moment::Day;
use crate::domain::succession::{Kind, Refusal, Succession};
use crate::enti::import::store::register;
use crate::enti::{Ente, Kind as EnteKind, store as enti};
use crate::platform::{Error, Result};
use crate::ui::imports::words as imports;
use crate::ui::page::{Frame, Notice};
use crate::ui::paths;
use crate::ui::reply::Reply;
use crate::ui::words::Lang;

pub fn routes() -> Vec<Route> {
    rocket::routes![form, record, undoing, undo]
}

/// What stands on the page of an ente about what came before and after it.
pub struct Told {
    /// What a redirect has left to say on a succession.
    pub notice: Option<Notice>,
    /// Above everything else: that it is no more.
    pub ended: Markup,
    pub history: Markup,
    /// Lead to the forms.
    pub buttons: Markup,
}

/// For the page of an ente, wherever it stands: four statements, whatever there is to tell.
pub async fn told(actor: &Actor<Secretariat>, frame: &Frame<'_>, ente: &Ente, outcome: Option<&str>) -> Result<Told> {
    let lineage = store::lineage(actor, &ente.id).await?;
    let words = words(frame.lang);
    Ok(Told {
        notice: match outcome {
            Some("successione") => Some(Notice::done(words.recorded)),
            Some("annunciata") => Some(Notice::done(words.announced)),
            Some("annullata") => Some(Notice::done(words.undone)),
            _ => None,
        },
        ended: pages::ended(frame, ente, &lineage),
        history: pages::history(frame, &lineage),
        buttons: pages::buttons(frame, ente, &lineage),
    })
}

/// An ente that is still there.
async fn standing(actor: &Actor<Secretariat>, id: &EnteId) -> Result<Ente> {
    match enti::one(actor, id).await? {
        (ente, _) if ente.ended_on.is_none() => Ok(ente),
        _ => Err(Error::NotFound),
    }
}

#[get("/segreteria/enti/<id>/successione")]
async fn form(actor: Actor<Secretariat>, frame: Frame<'_>, id: EnteId) -> Result<Reply> {
    let ente = standing(&actor, &id).await?;
    let view = SuccessionForm { frame: &frame, ente: &ente, kind: None, to: "", day: "", act: "", carry: true, wrong: Vec::new() };
    Ok(Reply::Page(pages::form(&view)))
}

#[post("/segreteria/enti/<id>/successione", data = "<fields>")]
async fn record(actor: Actor<Secretariat>, frame: Frame<'_>, id: EnteId, fields: Fields) -> Result<Reply> {
    let ente = standing(&actor, &id).await?;
    let mut typed = Typed::read(&fields, frame.lang);
    if let Some((meant, same_kind)) = typed.meant(&actor, &ente, frame.lang).await? {
        match store::enter(&actor, &meant, same_kind).await? {
            Ok(()) => {
                let announced = meant.succession.on > actor.now().day();
                let outcome = if announced { "annunciata" } else { "successione" };
                return Ok(Reply::Go(format!("{}?esito={outcome}", paths::ente(&id))));
            }
            Err(refusal) => typed.wrong.push((place_of(refusal), imports::refusal(frame.lang, refusal))),
        }
    }
    let Typed { kind, to, day, act, carry, wrong, .. } = typed;
    let view = SuccessionForm { frame: &frame, ente: &ente, kind, to: &to, day: &day, act: &act, carry, wrong };
    Ok(Reply::PageWith(Status::UnprocessableEntity, pages::form(&view)))
}

fn place_of(refusal: Refusal) -> &'static str {
    match refusal {
        Refusal::TooFarAhead | Refusal::ReceivedLater(_) => "giorno",
        Refusal::EndedAlready(_) | Refusal::EndsAlready(_) | Refusal::Known => "tipo",
        Refusal::Itself | Refusal::SuccessorEnded(_) | Refusal::Circle | Refusal::OtherKind => "a",
    }
}

#[get("/segreteria/enti/<id>/successione/annullamento")]
async fn undoing(actor: Actor<Secretariat>, frame: Frame<'_>, id: EnteId) -> Result<Reply> {
    Ok(Reply::Page(undoing_page(&actor, &frame, &id, ("", None, None)).await?))
}

/// What was recorded of an ente, with a reason to be typed; nothing recorded: there is no such page.
async fn undoing_page(
    actor: &Actor<Secretariat>,
    frame: &Frame<'_>,
    id: &EnteId,
    (reason, reason_fault, refusal): (&str, Option<&'static str>, Option<String>),
) -> Result<Markup> {
    let (ente, _) = enti::one(actor, id).await?;
    let recorded = store::recorded(actor, id).await?;
    if recorded.is_empty() {
        return Err(Error::NotFound);
    }
    Ok(pages::undoing(&UndoingForm { frame, ente: &ente, recorded: &recorded, reason, reason_fault, refusal }))
}

#[post("/segreteria/enti/<id>/successione/annullamento", data = "<fields>")]
async fn undo(actor: Actor<Secretariat>, frame: Frame<'_>, id: EnteId, fields: Fields) -> Result<Reply> {
    let words = words(frame.lang);
    let reason = cells::line(fields.text("motivo"));
    let fault = match reason.chars().count() {
        0 => Some(words.no_reason),
        length if length > REASON_MAX => Some(words.reason_too_long),
        _ => None,
    };
    let refusal = match fault {
        Some(_) => None,
        None => match store::undo(&actor, &id, &reason).await? {
            Ok(()) => return Ok(Reply::Go(format!("{}?esito=annullata", paths::ente(&id)))),
            Err(why) => Some(not_undone(frame.lang, &why)),
        },
    };
    let status = if refusal.is_some() { Status::Conflict } else { Status::UnprocessableEntity };
    Ok(Reply::PageWith(status, undoing_page(&actor, &frame, &id, (&reason, fault, refusal)).await?))
}

/// The form as it came, and what is wrong with it so far.
struct Typed {
    kind: Option<Kind>,
    to: String,
    day: String,
    on: Option<Day>,
    act: String,
    carry: bool,
    wrong: Vec<(&'static str, String)>,
}

impl Typed {
    fn read(fields: &Fields, lang: Lang) -> Typed {
        let (day, mut wrong) = (fields.text("giorno").to_owned(), Vec::new());
        let kind = Kind::parse(fields.text("tipo"));
        if kind.is_none() {
            wrong.push(("tipo", words(lang).no_kind.to_owned()));
        }
        let on = match cells::day(&day) {
            Ok(on) => Some(on),
            Err(_) if day.is_empty() => {
                wrong.push(("giorno", words(lang).no_day.to_owned()));
                None
            }
            Err(problem) => {
                wrong.push(("giorno", imports::problem(lang, &problem)));
                None
            }
        };
        let act = cells::line(fields.text("atto"));
        if act.chars().count() > 200 {
            wrong.push(("atto", imports::problem(lang, &Problem::TooLong { most: 200 })));
        }
        Typed { kind, to: fields.text("a").to_owned(), day, on, act, carry: fields.text("incarichi") != "no", wrong }
    }

    /// What it means, and whether both are comuni or both associations; none when something is wrong.
    async fn meant(&mut self, actor: &Actor<Secretariat>, ente: &Ente, lang: Lang) -> Result<Option<(Meant, bool)>> {
        let (Some(kind), Some(on)) = (self.kind, self.on) else { return Ok(None) };
        let register = register(actor).await?;
        let to: Option<&Known> = match (kind.has_successor(), self.to.as_str()) {
            (false, "") => None,
            (false, _) => return Ok(self.refuse(lang, &Problem::SuccessorNotWanted)),
            (true, "") => return Ok(self.refuse(lang, &Problem::NoSuccessor)),
            (true, text) => match register.find(text) {
                Ok(known) => Some(known),
                Err(problem) => return Ok(self.refuse(lang, &problem)),
            },
        };
        if !self.wrong.is_empty() {
            return Ok(None);
        }
        let same_kind = to.is_none_or(|to| (to.kind == EnteKind::Comune) == (ente.kind == EnteKind::Comune));
        let succession = Succession { from: ente.id.clone(), to: to.map(|to| to.id.clone()), kind, on };
        Ok(Some((Meant { succession, act: self.act.clone(), carry: self.carry && to.is_some() }, same_kind)))
    }

    fn refuse<T>(&mut self, lang: Lang, problem: &Problem) -> Option<T> {
        self.wrong.push(("a", imports::problem(lang, problem)));
        None
    }
}
