//! Routes of history and correction, for the segreteria alone.

use rocket::http::Status;
use rocket::{Route, get, post};

use super::pages::{self, Cell};
use super::store;
use super::words::words;
use crate::access::form::Fields;
use crate::access::{Actor, Secretariat};
use crate::domain::ids::{ClassDayId, ClassSessionId, PersonId};
use crate::domain::presence::{self, Said, Source};
use crate::platform::{Error, Result};
use crate::presence::ticks::minutes;
use crate::presence::words as shared;
use crate::presence::{Noting, Register, store as registers};
use crate::ui::page::{Frame, Notice};
use crate::ui::paths;
use crate::ui::reply::Reply;
use crate::ui::words::Lang;

pub fn routes() -> Vec<Route> {
    rocket::routes![show, correct]
}

/// The page of one cell, as asked for or come back.
fn page(frame: &Frame<'_>, register: &Register, of: (&ClassSessionId, &PersonId), back: Back<'_>) -> Result<maud::Markup> {
    let session = register.session(of.0).ok_or(Error::NotFound)?;
    let attendee = register.attendee(of.1).ok_or(Error::NotFound)?;
    let Back { typed, faults, notice } = back;
    Ok(pages::cell(&Cell { frame, register, attendee, session, typed, faults, notice }))
}

struct Back<'a> {
    typed: &'a Fields,
    faults: &'a [(&'static str, &'static str)],
    notice: Option<Notice>,
}

#[get("/segreteria/presenze/<id>/<session>/<person>?<esito>")]
async fn show(
    actor: Actor<Secretariat>,
    frame: Frame<'_>,
    id: ClassDayId,
    session: ClassSessionId,
    person: PersonId,
    esito: Option<&str>,
) -> Result<Reply> {
    let register = registers::read(&actor, &id).await?;
    let notice = (esito == Some("corretta")).then(|| Notice::done(words(frame.lang).saved));
    let back = Back { typed: &Fields::default(), faults: &[], notice };
    Ok(Reply::Page(page(&frame, &register, (&session, &person), back)?))
}

/// What is to stand from now on, or the fields at fault.
fn read(fields: &Fields, length: i64, lang: Lang) -> std::result::Result<Said, Vec<(&'static str, &'static str)>> {
    let words = words(lang);
    let mut faults = Vec::new();
    let (late, early) = (minutes(fields.text("ritardo")), minutes(fields.text("anticipo")));
    let said = match fields.text("esito") {
        "assente" => Said::ABSENT,
        "presente" => {
            let of = [("ritardo", late), ("anticipo", early)];
            faults.extend(of.into_iter().filter(|(_, n)| n.is_none()).map(|(name, _)| (name, words.bad_minutes)));
            Said { late: late.unwrap_or(0), early: early.unwrap_or(0), ..Said::PRESENT }
        }
        _ => {
            faults.push(("esito", words.no_choice));
            Said::ABSENT
        }
    };
    if faults.is_empty() && !said.fits(length) {
        faults.push(("ritardo", words.bad_minutes));
    }
    if fields.text("motivo").is_empty() {
        faults.push(("motivo", words.no_reason));
    }
    if faults.is_empty() { Ok(said) } else { Err(faults) }
}

#[post("/segreteria/presenze/<id>/<session>/<person>", data = "<fields>")]
async fn correct(
    actor: Actor<Secretariat>,
    frame: Frame<'_>,
    id: ClassDayId,
    session: ClassSessionId,
    person: PersonId,
    fields: Fields,
) -> Result<Reply> {
    let register = registers::read(&actor, &id).await?;
    let of = (&session, &person);
    let (held, attendee) = (register.session(&session).ok_or(Error::NotFound)?, register.attendee(&person).ok_or(Error::NotFound)?);
    let said = match read(&fields, held.minutes(), frame.lang) {
        Ok(said) => said,
        Err(faults) => {
            let back = Back { typed: &fields, faults: &faults, notice: None };
            return Ok(Reply::PageWith(Status::UnprocessableEntity, page(&frame, &register, of, back)?));
        }
    };
    // The trail is read by whoever audits: in Italian.
    let old = presence::in_force(attendee.of(&session)).map_or(Said::CLEARED, |mark| mark.said);
    let (old, new) = (shared::said(Lang::It, old), shared::said(Lang::It, said));
    let why = fields.text("motivo");
    let told = (words(Lang::It).trail)(&shared::session(Lang::It, held), &old, &new, why);
    let noting = Noting { person: person.clone(), session: session.clone(), source: Source::Correction, said, reason: why.to_owned() };
    match store::correct(&actor, &id, &noting, told).await? {
        Ok(()) => Ok(Reply::Go(format!("{}?esito=corretta", paths::correction(&id, &session, &person)))),
        Err(_) => {
            let back = Back { typed: &fields, faults: &[], notice: Some(Notice::care(words(frame.lang).open)) };
            Ok(Reply::PageWith(Status::UnprocessableEntity, page(&frame, &register, of, back)?))
        }
    }
}
