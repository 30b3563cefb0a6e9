//! The queue of experts: take, hand over, draft, have read, publish.

use rocket::http::Status;
use rocket::{Route, get, post};

use crate::access::form::Fields;
use crate::access::roles::Seated;
use crate::access::{Actor, Expert, Moderator};
use crate::domain::ids::{ExpertAnswerId, Id, PersonId, QuestionId};
use crate::domain::moment::Day;
use crate::domain::question::Seat;
use crate::forum::pages::{self, AnswerView, Held, QueueView, Reading, ToReadLine};
use crate::forum::store::answers::{self, Unpublished};
use crate::forum::store::queue::{ToRead, Wanted};
use crate::forum::store::{drafts, queue, threads};
use crate::forum::words::answers::words;
use crate::forum::words::writing_refused;
use crate::forum::{AnswerDraft, NotYours};
use crate::platform::{Error, Result};
use crate::ui::page::{Frame, Notice};
use crate::ui::paths;
use crate::ui::reply::Reply;

pub(super) fn routes() -> Vec<Route> {
    rocket::routes![list, take, hand, form, write, reading, read]
}

/// Longest text of an answer, longest references, longest signature, in characters.
const BODY_MAX: usize = 20_000;
const LAW_MAX: usize = 1000;
const ROLE_MAX: usize = 200;

#[get("/area/quesiti?<vista>&<tema>&<esperto>&<esito>")]
async fn list(
    actor: Actor<Moderator>,
    frame: Frame<'_>,
    vista: Option<&str>,
    tema: Option<String>,
    esperto: Option<&str>,
    esito: Option<&str>,
) -> Result<Reply> {
    let theme = tema.unwrap_or_default().replace('\0', "");
    let (me, unreleased) = (actor.person().as_str(), vista == Some("da-rilasciare"));
    let is_expert = *actor.role().seat() == Seat::Expert;
    let assignee = esperto.filter(|one| matches!(*one, "io" | "nessuno")).unwrap_or_default();
    let wanted = Wanted { theme: &theme, assignee: if assignee == "io" { me } else { assignee }, unreleased };
    let (queue, themes, to_read) = queue::queue(&actor, wanted).await?;
    let line = |one: ToRead| ToReadLine { href: paths::answer_reading(&one.id), author: one.author, theme: one.theme };
    let notice = (esito == Some("riletta")).then(|| Notice::done(words(frame.lang).approved));
    Ok(Reply::Page(pages::queue(&QueueView {
        frame: &frame,
        now: actor.now(),
        queue,
        themes,
        to_read: to_read.into_iter().map(line).collect(),
        theme: &theme,
        assignee,
        unreleased,
        me,
        is_expert,
        notice,
    })))
}

/// Somebody was first, or there is nothing left to do: 409, with what was typed.
fn held(frame: &Frame<'_>, now: crate::domain::moment::Moment, (id, why, typed): (&QuestionId, &NotYours, &str)) -> Reply {
    Reply::PageWith(Status::Conflict, pages::held(&Held { frame, now, question: id, why, typed }))
}

#[post("/quesiti/<id>/presa-in-carico")]
async fn take(actor: Actor<Expert>, frame: Frame<'_>, id: QuestionId) -> Result<Reply> {
    Ok(match answers::take(&actor, &id).await? {
        Ok(()) => Reply::Go(format!("{}?esito=preso", paths::quesito(&id))),
        Err(why) => held(&frame, actor.now(), (&id, &why, "")),
    })
}

#[post("/quesiti/<id>/passaggio", data = "<fields>")]
async fn hand(actor: Actor<Moderator>, frame: Frame<'_>, id: QuestionId, fields: Fields) -> Result<Reply> {
    let to = match fields.text("a") {
        "" => None,
        text => Some(PersonId::parse(text).ok_or(Error::BadRequest("no expert"))?),
    };
    Ok(match answers::hand(&actor, &id, to.as_ref()).await? {
        Ok(()) => Reply::Go(format!("{}?esito=passato", paths::quesito(&id))),
        Err(why) => held(&frame, actor.now(), (&id, &why, "")),
    })
}

/// The form of an answer as kept or as typed.
#[derive(Default)]
struct Typed {
    body: String,
    law: String,
    valid_until: String,
    role: String,
    chosen: Vec<QuestionId>,
    seen: i64,
    reader: Option<String>,
    wrong: Vec<(&'static str, &'static str)>,
    notice: Option<Notice>,
}

async fn shown(actor: &Actor<Expert>, frame: &Frame<'_>, id: &QuestionId, typed: Typed) -> Result<maud::Markup> {
    let (question, _) = threads::seen(actor, id).await?;
    let others = drafts::others(actor, (&question.edition, id), &question.theme).await?;
    Ok(pages::answering(&AnswerView {
        frame,
        question: &question,
        body: &typed.body,
        law: &typed.law,
        valid_until: &typed.valid_until,
        role: &typed.role,
        others: &others,
        chosen: &typed.chosen,
        seen: typed.seen,
        reader: typed.reader.as_deref(),
        wrong: &typed.wrong,
        notice: typed.notice,
    }))
}

#[get("/quesiti/<id>/risposta?<esito>")]
async fn form(actor: Actor<Expert>, frame: Frame<'_>, id: QuestionId, esito: Option<&str>) -> Result<Reply> {
    let (question, _) = threads::seen(&actor, &id).await?;
    if question.assigned_to.as_ref().is_none_or(|by| by.id != *actor.person()) {
        let why = question
            .assigned_to
            .map_or(NotYours::NotTaken, |by| NotYours::TakenBy(by.name, question.assigned_at.unwrap_or(question.asked_at)));
        return Ok(held(&frame, actor.now(), (&id, &why, "")));
    }
    let words = words(frame.lang);
    let notice = match esito {
        Some("salvata") => Some(Notice::done(words.saved)),
        Some("da-rileggere") => Some(Notice::info(words.saved_to_read)),
        Some("non-riletta") => Some(Notice::care(words.unread)),
        _ => None,
    };
    let typed = match drafts::of(&actor, &id).await? {
        Some((answer, chosen)) => Typed {
            body: answer.body,
            law: answer.law,
            valid_until: answer.valid_until.map(|day| day.to_string()).unwrap_or_default(),
            role: answer.author_role,
            chosen,
            seen: answer.revision,
            reader: answer.reader,
            ..Typed::default()
        },
        None => Typed { role: frame.person.as_ref().map(|person| person.capacity.clone()).unwrap_or_default(), ..Typed::default() },
    };
    Ok(Reply::Page(shown(&actor, &frame, &id, Typed { notice, ..typed }).await?))
}

fn read_form(frame: &Frame<'_>, fields: &Fields) -> (Typed, AnswerDraft) {
    let words = words(frame.lang);
    let line = |name: &str| fields.text(name).split_whitespace().collect::<Vec<_>>().join(" ");
    let mut typed = Typed {
        body: fields.text("testo").to_owned(),
        law: line("norma"),
        valid_until: fields.text("valida").to_owned(),
        role: line("firma"),
        chosen: fields.all("anche").filter_map(QuestionId::parse).collect(),
        seen: fields.text("visto").parse().unwrap_or(0),
        ..Typed::default()
    };
    if typed.body.is_empty() {
        typed.wrong.push(("testo", words.no_body));
    }
    for (name, text, most) in [("testo", &typed.body, BODY_MAX), ("norma", &typed.law, LAW_MAX), ("firma", &typed.role, ROLE_MAX)] {
        if text.chars().count() > most {
            typed.wrong.push((name, words.too_long));
        }
    }
    let valid_until = Day::parse(&typed.valid_until);
    if !typed.valid_until.is_empty() && valid_until.is_none() {
        typed.wrong.push(("valida", words.wrong_day));
    }
    let (body, law, author_role) = (typed.body.clone(), typed.law.clone(), typed.role.clone());
    let draft = AnswerDraft { body, law, valid_until, author_role, questions: typed.chosen.clone() };
    (typed, draft)
}

#[post("/quesiti/<id>/risposta", data = "<fields>")]
async fn write(actor: Actor<Expert>, frame: Frame<'_>, id: QuestionId, fields: Fields) -> Result<Reply> {
    let (typed, draft) = read_form(&frame, &fields);
    if !typed.wrong.is_empty() {
        return Ok(Reply::PageWith(Status::UnprocessableEntity, shown(&actor, &frame, &id, typed).await?));
    }
    let wants_out = fields.text("azione") == "pubblica";
    let kept = drafts::of(&actor, &id).await?;
    // What a second expert has read and nobody has touched since stays read.
    let untouched = kept.as_ref().filter(|(answer, chosen)| {
        let same = (&answer.body, &answer.law, &answer.author_role) == (&draft.body, &draft.law, &draft.author_role);
        let others =
            chosen.iter().filter(|one| **one != id).all(|one| draft.questions.contains(one)) && chosen.len() == draft.questions.len() + 1;
        same && others && answer.valid_until == draft.valid_until && answer.revision == typed.seen
    });
    let (answer, revision) = match untouched {
        Some((answer, _)) => (answer.id.clone(), answer.revision),
        None => match drafts::draft(&actor, &id, &draft, typed.seen).await {
            Ok(Ok(kept)) => kept,
            Ok(Err(why)) => return Ok(held(&frame, actor.now(), (&id, &why, &typed.body))),
            Err(Error::Stale) => return stale(&actor, &frame, &id, typed).await,
            Err(error) => return Err(error),
        },
    };
    if !wants_out {
        return Ok(Reply::Go(format!("{}?esito=salvata", paths::question_answer(&id))));
    }
    out(&actor, &frame, (&id, &answer, revision)).await
}

/// The draft changed in another window: what was typed stays, and who saves again means it.
async fn stale(actor: &Actor<Expert>, frame: &Frame<'_>, id: &QuestionId, typed: Typed) -> Result<Reply> {
    let seen = drafts::of(actor, id).await?.map_or(0, |(answer, _)| answer.revision);
    let notice = Some(Notice::care(words(frame.lang).meanwhile));
    Ok(Reply::PageWith(Status::Conflict, shown(actor, frame, id, Typed { seen, notice, ..typed }).await?))
}

async fn out(actor: &Actor<Expert>, frame: &Frame<'_>, (id, answer, revision): (&QuestionId, &ExpertAnswerId, i64)) -> Result<Reply> {
    let form = paths::question_answer(id);
    Ok(match answers::publish(actor, answer, revision).await? {
        Ok(()) => Reply::Go(format!("{}?esito=pubblicata", paths::quesito(id))),
        Err(Unpublished::Unread) => Reply::Go(format!("{form}?esito=non-riletta")),
        Err(Unpublished::Hour(refusal)) => {
            let (kept, chosen) = drafts::of(actor, id).await?.ok_or(Error::NotFound)?;
            let notice = Some(Notice::care(&writing_refused(frame.lang, refusal)));
            let valid_until = kept.valid_until.map(|day| day.to_string()).unwrap_or_default();
            let typed = Typed {
                body: kept.body,
                law: kept.law,
                valid_until,
                role: kept.author_role,
                chosen,
                seen: kept.revision,
                notice,
                ..Typed::default()
            };
            Reply::PageWith(Status::UnprocessableEntity, shown(actor, frame, id, typed).await?)
        }
        Err(Unpublished::ChangedMeanwhile | Unpublished::Empty) => Reply::Go(form),
    })
}

#[get("/risposte/<id>/rilettura?<esito>")]
async fn reading(actor: Actor<Expert>, frame: Frame<'_>, id: ExpertAnswerId, esito: Option<&str>) -> Result<Reply> {
    let (answer, questions) = drafts::to_read(&actor, &id).await?;
    let may_approve = answer.author_id.as_ref() != Some(actor.person());
    let notice = (esito == Some("cambiata")).then(|| Notice::care(words(frame.lang).not_approved));
    Ok(Reply::Page(pages::reading(&Reading { frame: &frame, answer: &answer, questions: &questions, may_approve, notice })))
}

#[post("/risposte/<id>/rilettura", data = "<fields>")]
async fn read(actor: Actor<Expert>, id: ExpertAnswerId, fields: Fields) -> Result<Reply> {
    let seen = fields.text("visto").parse().unwrap_or(0);
    Ok(match drafts::read(&actor, &id, seen).await? {
        true => Reply::Go(format!("{}?esito=riletta", paths::QUEUE)),
        false => Reply::Go(format!("{}?esito=cambiata", paths::answer_reading(&id))),
    })
}
