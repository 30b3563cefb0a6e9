//! One giornata at the desk: its page, its form, its copy, its publication.

use maud::Markup;
use rocket::http::Status;
use rocket::{Route, get, post};

use crate::access::form::Fields;
use crate::access::session::EnteName;
use crate::access::{Actor, Secretariat};
use crate::domain::class_plan::{Lacking, lacking};
use crate::domain::ids::{ClassDayId, SeminarId};
use crate::domain::moment::Day;
use crate::domain::seminar::State;
use crate::enti;
use crate::platform::Result;
use crate::seminars::schedule::form::{DayForm, DayOffer, Fault, refused};
use crate::seminars::schedule::pages::{self, Copying, DayView, DeskDay};
use crate::seminars::schedule::words::form::words as form_words;
use crate::seminars::schedule::words::planning::words;
use crate::seminars::schedule::{Clashing, DaySheet, NotChanged, Part, Refusal, Seen, SeminarSheet, Teacher, store};
use crate::ui::page::{Frame, Notice};
use crate::ui::paths;
use crate::ui::reply::Reply;

pub(super) fn routes() -> Vec<Route> {
    rocket::routes![new, add, one, edit, change, copy, publish]
}

/// What a form is shown and judged with.
struct Around {
    provinces: Vec<(String, String)>,
    teachers: Vec<Teacher>,
    enti: Vec<EnteName>,
}

impl Around {
    /// `of` is the day that is changed or copied: its docenti may go on although they are docenti no more.
    async fn of(actor: &Actor<Secretariat>, form: &DayForm, of: Option<&DaySheet>) -> Result<Around> {
        let mut teachers = store::teachers(actor).await?;
        let missing: Vec<Teacher> =
            of.iter().flat_map(|sheet| &sheet.trainers).filter(|teacher| !teachers.contains(teacher)).cloned().collect();
        teachers.extend(missing);
        Ok(Around { provinces: enti::provinces(actor).await?, teachers, enti: store::enti_named(actor, form.names()).await? })
    }

    fn offer(&self) -> DayOffer<'_> {
        DayOffer { provinces: &self.provinces, teachers: &self.teachers, enti: &self.enti }
    }
}

fn new_form(frame: &Frame<'_>, around: &Around, (of, copied): (&SeminarSheet, bool), (form, faults): (&DayForm, &[Fault])) -> Markup {
    let words = form_words(frame.lang);
    let seminar = paths::seminar(&of.seminar.id);
    let lead = (words.of_seminar)(&of.seminar.title);
    pages::day_form(&DayView {
        frame,
        form,
        offer: around.offer(),
        title: if copied { words.copy_day } else { words.new_day },
        lead: if copied { words.copied_lead } else { &lead },
        action: &paths::new_class_day(&of.seminar.id),
        back: &seminar,
        seminar: (&of.seminar.title, &seminar),
        taken: None,
        faults,
        conflict: false,
        clashes: &[],
    })
}

#[get("/segreteria/seminari/<id>/giornate/nuova")]
async fn new(actor: Actor<Secretariat>, frame: Frame<'_>, id: SeminarId) -> Result<Reply> {
    let of = store::seminar_of(&actor, &id).await?;
    let form = DayForm::new();
    let around = Around::of(&actor, &form, None).await?;
    Ok(Reply::Page(new_form(&frame, &around, (&of, false), (&form, &[]))))
}

#[post("/segreteria/seminari/<id>/giornate/nuova", data = "<fields>")]
async fn add(actor: Actor<Secretariat>, frame: Frame<'_>, id: SeminarId, fields: Fields) -> Result<Reply> {
    let of = store::seminar_of(&actor, &id).await?;
    let form = DayForm::read(&fields);
    let around = Around::of(&actor, &form, None).await?;
    match form.draft(&around.offer()) {
        Ok(draft) => {
            let day = store::add_day(&actor, &id, &draft).await?;
            Ok(Reply::Go(format!("{}?esito=bozza", paths::desk_day(&day))))
        }
        Err(faults) => Ok(Reply::PageWith(Status::UnprocessableEntity, new_form(&frame, &around, (&of, false), (&form, &faults)))),
    }
}

#[get("/segreteria/giornate/<id>?<esito>")]
async fn one(actor: Actor<Secretariat>, frame: Frame<'_>, id: ClassDayId, esito: Option<&str>) -> Result<Reply> {
    let sheet = store::day_of(&actor, &id).await?;
    let words = words(frame.lang);
    let notice = match esito {
        Some("bozza") => Some(Notice::done(words.draft_saved)),
        Some("modificata") => Some(Notice::done(words.day_changed)),
        Some("spostata") => Some(Notice::done(words.day_moved)),
        Some("uguale") => Some(Notice::info(words.day_same)),
        Some("pubblicata") => Some(Notice::done(words.published)),
        Some("non-pubblicata") => Some(Notice::care(words.not_published)),
        Some("annullata") => Some(Notice::done(words.cancelled)),
        Some("chiusa") => Some(Notice::care(words.closed_to_change)),
        _ => None,
    };
    let view = DeskDay { frame: &frame, sheet: &sheet, now: actor.now(), notice };
    Ok(Reply::Page(pages::desk_day(&view)))
}

/// A form of a change, and what came back with it.
struct Back<'a> {
    form: &'a DayForm,
    faults: &'a [Fault],
    conflict: bool,
    clashes: &'a [Clashing],
}

impl<'a> Back<'a> {
    fn of(form: &'a DayForm) -> Back<'a> {
        Back { form, faults: &[], conflict: false, clashes: &[] }
    }
}

fn change_form(frame: &Frame<'_>, around: &Around, sheet: &DaySheet, back: &Back<'_>) -> Markup {
    let words = form_words(frame.lang);
    let lead = (words.of_seminar)(&sheet.seminar.title);
    let told = format!("{lead}. {}", words.change_told);
    let id = &sheet.day.id;
    pages::day_form(&DayView {
        frame,
        form: back.form,
        offer: around.offer(),
        title: words.change_day,
        lead: if sheet.day.state == State::Published { &told } else { &lead },
        action: &paths::desk_day_change(id),
        back: &paths::desk_day(id),
        seminar: (&sheet.seminar.title, &paths::seminar(&sheet.seminar.id)),
        taken: Some(sheet.seats.taken),
        faults: back.faults,
        conflict: back.conflict,
        clashes: back.clashes,
    })
}

/// A day that is over or will not be has no form any more.
fn is_closed(sheet: &DaySheet) -> bool {
    matches!(sheet.day.state, State::Cancelled | State::Held)
}

fn closed(id: &ClassDayId) -> Reply {
    Reply::Go(format!("{}?esito=chiusa", paths::desk_day(id)))
}

#[get("/segreteria/giornate/<id>/modifica")]
async fn edit(actor: Actor<Secretariat>, frame: Frame<'_>, id: ClassDayId) -> Result<Reply> {
    let sheet = store::day_of(&actor, &id).await?;
    if is_closed(&sheet) {
        return Ok(closed(&id));
    }
    let form = DayForm::of(&sheet);
    let around = Around::of(&actor, &form, Some(&sheet)).await?;
    Ok(Reply::Page(change_form(&frame, &around, &sheet, &Back::of(&form))))
}

#[post("/segreteria/giornate/<id>/modifica", data = "<fields>")]
async fn change(actor: Actor<Secretariat>, frame: Frame<'_>, id: ClassDayId, fields: Fields) -> Result<Reply> {
    let sheet = store::day_of(&actor, &id).await?;
    if is_closed(&sheet) {
        return Ok(closed(&id));
    }
    let form = DayForm::read(&fields);
    let around = Around::of(&actor, &form, Some(&sheet)).await?;
    let wrong = |faults: &[Fault]| {
        let page = change_form(&frame, &around, &sheet, &Back { faults, ..Back::of(&form) });
        Ok(Reply::PageWith(Status::UnprocessableEntity, page))
    };
    let draft = match form.draft(&around.offer()) {
        Ok(draft) => draft,
        Err(faults) => return wrong(&faults),
    };
    match store::change_day(&actor, &id, &draft, Seen { revision: form.seen, clashing: accepted(&fields) }).await? {
        Ok(parts) => Ok(Reply::Go(format!("{}?esito={}", paths::desk_day(&id), outcome(&sheet, &parts)))),
        Err(NotChanged::Clashes(clashes)) => {
            let page = change_form(&frame, &around, &sheet, &Back { clashes: &clashes, ..Back::of(&form) });
            Ok(Reply::PageWith(Status::UnprocessableEntity, page))
        }
        Err(NotChanged::Refused(Refusal::ChangedMeanwhile)) => conflict(&actor, &frame, (&form, &around), &id).await,
        Err(NotChanged::Refused(Refusal::Not(_))) => Ok(closed(&id)),
        Err(NotChanged::Refused(refusal)) => wrong(&refused(refusal).into_iter().collect::<Vec<_>>()),
    }
}

/// How many people in two places at once whoever sends the form has seen, and accepts.
fn accepted(fields: &Fields) -> Option<usize> {
    if fields.has("accetto") { fields.text("sovrapposti").parse().ok() } else { None }
}

/// What the notice will say.
fn outcome(before: &DaySheet, parts: &[Part]) -> &'static str {
    match parts {
        [] => "uguale",
        parts if before.day.state == State::Published && parts.iter().any(|part| part.moves()) => "spostata",
        _ => "modificata",
    }
}

/// Somebody was first: what was typed stays, and who saves again means it.
async fn conflict(actor: &Actor<Secretariat>, frame: &Frame<'_>, (form, around): (&DayForm, &Around), id: &ClassDayId) -> Result<Reply> {
    let sheet = store::day_of(actor, id).await?;
    let form = DayForm { seen: sheet.revision, ..form.clone() };
    Ok(Reply::PageWith(Status::Conflict, change_form(frame, around, &sheet, &Back { conflict: true, ..Back::of(&form) })))
}

#[get("/segreteria/giornate/<id>/copia?<giorno>")]
async fn copy(actor: Actor<Secretariat>, frame: Frame<'_>, id: ClassDayId, giorno: Option<&str>) -> Result<Reply> {
    let sheet = store::day_of(&actor, &id).await?;
    let Some(typed) = giorno else { return Ok(Reply::Page(pages::copying(&frame, &sheet, Copying { day: "", wrong: false }))) };
    let Some(day) = Day::parse(typed) else {
        let page = pages::copying(&frame, &sheet, Copying { day: typed, wrong: true });
        return Ok(Reply::PageWith(Status::UnprocessableEntity, page));
    };
    let of = store::seminar_of(&actor, &sheet.seminar.id).await?;
    let form = DayForm::copied(&sheet, day);
    let around = Around::of(&actor, &form, Some(&sheet)).await?;
    Ok(Reply::Page(new_form(&frame, &around, (&of, true), (&form, &[]))))
}

/// What is missing is told by the page itself; a draft that changed since it was shown is looked at again.
#[post("/segreteria/giornate/<id>/pubblicazione", data = "<fields>")]
async fn publish(actor: Actor<Secretariat>, id: ClassDayId, fields: Fields) -> Result<Reply> {
    let sheet = store::day_of(&actor, &id).await?;
    let seen: i64 = fields.text("visto").parse().unwrap_or(0);
    let ready = sheet.revision == seen && !lacking(&sheet.day, actor.now()).into_iter().any(Lacking::stands_in_the_way);
    let done = ready && store::publish_seen(&actor, &id, seen).await?;
    Ok(Reply::Go(format!("{}?esito={}", paths::desk_day(&id), if done { "pubblicata" } else { "non-pubblicata" })))
}
