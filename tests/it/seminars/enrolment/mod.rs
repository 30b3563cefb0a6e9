//! Enrolling: seats, waiting, promotion, colleagues; letters that tell what happened; what is refused.

mod asking;
mod control;
mod desk;
mod page;
mod races;
mod rush;
mod time;
mod walk;

use affianca::domain::ids::{ClassDayId, EnrolmentId, PersonId};
use affianca::platform::db::q;

use crate::house::{Answer, Browser, House};

const LIST: &str = "\
    select p.username, e.standing, coalesce(e.why, '') as why from enrolment e join person p on p.person_id = e.person_id \
    where e.class_day_id = $1 order by e.number, e.enrolment_id";
const OF: &str = "select enrolment_id from enrolment where class_day_id = $1 and person_id = $2";

/// Usernames with how they stand, in the order in which they asked: "referente waiting", "partecipante-2 out withdrew".
pub async fn list(house: &House, day: &ClassDayId) -> Vec<String> {
    let rows: Vec<(String, String, String)> = q(LIST).bind(day).all(&mut house.db.reader().await.unwrap()).await.unwrap();
    rows.into_iter().map(|(name, standing, why)| format!("{name} {standing} {why}").trim().to_owned()).collect()
}

pub async fn enrolment(house: &House, day: &ClassDayId, person: &PersonId) -> EnrolmentId {
    q(OF).bind(day).bind(person).one::<(EnrolmentId,)>(&mut house.db.reader().await.unwrap()).await.unwrap().0
}

/// Asks for a seat on a day.
pub async fn ask(browser: &Browser<'_>, day: &ClassDayId) -> Answer {
    browser.post(&format!("/area/seminari/giornate/{day}/iscrizione"), &[]).await
}

/// Says that somebody who is enrolled does not come.
pub async fn withdraw(house: &House, browser: &Browser<'_>, day: &ClassDayId, of: &PersonId) -> Answer {
    let id = enrolment(house, day, of).await;
    browser.post(&format!("/area/seminari/{id}/rinuncia"), &[]).await
}

/// What left since the last look: "referente: enrolment-seated".
pub async fn told(house: &House) -> Vec<String> {
    let mut told: Vec<String> = house
        .letters()
        .await
        .into_iter()
        .map(|letter| {
            let reader = letter.to.split('@').next().unwrap_or_default().to_owned();
            format!("{reader}: {}", letter.kind)
        })
        .collect();
    told.sort();
    told
}
