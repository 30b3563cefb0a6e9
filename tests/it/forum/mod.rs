//! The forum telematico, from the announcement of a day to its proceedings.

mod answering;
mod day;
mod desk;
mod files;
mod lasting;
mod races;
mod talk;
mod visibility;

use affianca::domain::edition::Terms;
use affianca::domain::ids::{ExpertAnswerId, ForumDayId, Id, QuestionId};
use affianca::platform::db::q;

use crate::house::{Answer, Browser, House};

/// A day that is open now, from nine to five, in an edition of its own.
pub(crate) async fn open_day(house: &House) -> ForumDayId {
    let edition = house.edition(terms()).await;
    house.forum_day(&edition, &house.forum_draft()).await
}

pub(crate) fn terms() -> Terms {
    Terms { themes: vec!["Anagrafe".to_owned(), "Servizi sociali".to_owned()], forum_days: 4, ..Terms::default() }
}

/// A form of a quesito, as a browser sends it, with a key of its own.
async fn send(browser: &Browser<'_>, day: Option<&ForumDayId>, title: &str, body: &str) -> Answer {
    let page = browser.get(&day.map_or("/quesiti/nuovo".to_owned(), |day| format!("/quesiti/nuovo?giorno={day}"))).await.is(200);
    let key = page.field("chiave").unwrap();
    let day = page.field("giorno").unwrap_or_default();
    let form = [("tema", "Anagrafe"), ("titolo", title), ("testo", body), ("chiave", key.as_str()), ("giorno", day.as_str())];
    browser.post("/quesiti/nuovo", &form).await
}

/// A quesito that was taken, by somebody who has seen what is like it.
pub(crate) async fn ask(browser: &Browser<'_>, day: &ForumDayId, title: &str) -> QuestionId {
    let (page, day) = (browser.get(&format!("/quesiti/nuovo?giorno={day}")).await.is(200), day.to_string());
    let key = page.field("chiave").unwrap();
    let form = [("tema", "Anagrafe"), ("titolo", title), ("testo", "Che cosa dobbiamo fare?"), ("chiave", &key), ("giorno", &day)];
    let form: Vec<_> = form.into_iter().chain([("simili", "1")]).collect();
    id_in(&browser.post("/quesiti/nuovo", &form).await.is(303))
}

fn id_in(answer: &Answer) -> QuestionId {
    let to = answer.location.as_deref().unwrap();
    QuestionId::parse(&to["/quesiti/".len()..][..36]).unwrap()
}

pub(crate) async fn release(moderator: &Browser<'_>, id: &QuestionId, title: &str) {
    let form = [("titolo", title), ("testo", "Testo per tutti."), ("confermo", "1")];
    moderator.post(&format!("/quesiti/{id}/rilascio"), &form).await.leads_to(&format!("/quesiti/{id}?esito=rilasciato"));
}

pub(crate) async fn take(expert: &Browser<'_>, id: &QuestionId) {
    expert.post(&format!("/quesiti/{id}/presa-in-carico"), &[]).await.leads_to(&format!("/quesiti/{id}?esito=preso"));
}

/// Sends the form of an answer with what its page says it was opened on.
async fn write(expert: &Browser<'_>, id: &QuestionId, body: &str, more: &[(&str, &str)]) -> Answer {
    let form = format!("/quesiti/{id}/risposta");
    let seen = expert.get(&form).await.is(200).field("visto").unwrap();
    let mut fields = vec![("testo", body), ("visto", seen.as_str())];
    fields.extend(more);
    expert.post(&form, &fields).await
}

pub(crate) async fn answer(expert: &Browser<'_>, id: &QuestionId, body: &str) {
    take(expert, id).await;
    write(expert, id, body, &[("azione", "pubblica")]).await.leads_to(&format!("/quesiti/{id}?esito=pubblicata"));
}

async fn count(house: &House, sql: &'static str) -> i64 {
    q(sql).count(&mut house.db.reader().await.unwrap()).await.unwrap()
}

async fn answer_of(house: &House, id: &QuestionId) -> ExpertAnswerId {
    let latest = "select max(expert_answer_id) from answer_question where question_id = $1";
    let (text,): (String,) = q(latest).bind(id).one(&mut house.db.reader().await.unwrap()).await.unwrap();
    ExpertAnswerId::parse(&text).unwrap()
}
