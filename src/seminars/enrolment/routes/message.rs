//! `/segreteria/giornate/<day>/messaggio`: what the segreteria writes to those on a list, confirmed before it leaves.

use rocket::http::Status;
use rocket::{get, post};

use crate::access::form::Fields;
use crate::access::{Actor, Secretariat};
use crate::domain::enrolment::Standing;
use crate::domain::ids::ClassDayId;
use crate::platform::Result;
use crate::seminars::enrolment::pages::{self, MessagePage};
use crate::seminars::enrolment::words::desk as desk_words;
use crate::seminars::enrolment::{Message, RollView, store};
use crate::ui::fields::Wrong;
use crate::ui::page::Frame;
use crate::ui::paths;
use crate::ui::reply::Reply;

#[get("/segreteria/giornate/<day>/messaggio")]
pub async fn form(actor: Actor<Secretariat>, frame: Frame<'_>, day: ClassDayId) -> Result<Reply> {
    let view = store::list(&actor, &day).await?;
    let message = Message { subject: "", text: "", also_waiting: false };
    Ok(Reply::Page(pages::message(&page(&frame, &view, &message, &[]))))
}

fn page<'a>(frame: &'a Frame<'a>, view: &'a RollView, message: &Message<'a>, wrong: &'a [Wrong]) -> MessagePage<'a> {
    let count = |of: &dyn Fn(Standing) -> bool| view.lines.iter().filter(|line| of(line.standing)).count();
    MessagePage {
        frame,
        told: &view.told,
        subject: message.subject,
        text: message.text,
        also_waiting: message.also_waiting,
        waiting: count(&|standing| matches!(standing, Standing::Waiting | Standing::Offered)),
        readers: count(&|standing| message.is_for(standing)),
        wrong,
    }
}

#[post("/segreteria/giornate/<day>/messaggio", data = "<fields>")]
pub async fn send(actor: Actor<Secretariat>, frame: Frame<'_>, day: ClassDayId, fields: Fields) -> Result<Reply> {
    let message = Message { subject: fields.text("oggetto"), text: fields.text("testo"), also_waiting: fields.text("attesa") == "1" };
    let view = store::list(&actor, &day).await?;
    let frame = Frame { path: paths::desk_letter(&day), ..frame.clone() };
    let wrong = faults(&frame, &message);
    if !wrong.is_empty() {
        return Ok(Reply::PageWith(Status::UnprocessableEntity, pages::message(&page(&frame, &view, &message, &wrong))));
    }
    match fields.text("azione") {
        "invia" => {
            let written = store::write_to_all(&actor, &day, message).await?;
            Ok(Reply::Go(format!("{}?esito=inviato&a={written}", paths::desk_roll(&day))))
        }
        "cambia" => Ok(Reply::Page(pages::message(&page(&frame, &view, &message, &[])))),
        _ => Ok(Reply::Page(pages::confirm_message(&page(&frame, &view, &message, &[])))),
    }
}

fn faults(frame: &Frame<'_>, message: &Message<'_>) -> Vec<Wrong> {
    let words = desk_words(frame.lang);
    let wrong = |name: &str, text: &str| Wrong { name: name.to_owned(), text: text.to_owned() };
    let mut found = Vec::new();
    match message.subject {
        "" => found.push(wrong("oggetto", words.no_subject)),
        subject if pages::is_too_long(subject, "") => found.push(wrong("oggetto", words.too_long)),
        _ => {}
    }
    match message.text {
        "" => found.push(wrong("testo", words.no_text)),
        text if pages::is_too_long("", text) => found.push(wrong("testo", words.too_long)),
        _ => {}
    }
    found
}
