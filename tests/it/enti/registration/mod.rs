//! The way in: registration, approval, invitations, activation codes, and what time does to all of them.

mod activation;
mod asking;
mod deciding;
mod facts;
mod inviting;
mod upkeep;

use affianca::domain::edition::{Asked, Funding, ParticipantField, Terms};
use affianca::domain::moment::Moment;
use affianca::platform::db::q;

use crate::house::{Answer, Browser, House};

pub const PASSWORD: &str = "cinque oche in cortile";
/// That of everybody who lives in a house.
pub const EVERYBODYS: &str = "quattro gatti in piazza";

/// What the funder of the tests asks.
pub fn terms() -> Terms {
    let gender = vec!["donna".into(), "uomo".into(), "altro o preferisco non dirlo".into()];
    let asked = vec![
        Asked { field: ParticipantField::Gender, reason: "la relazione finale conta donne e uomini".into(), choices: gender },
        Asked { field: ParticipantField::Qualifica, reason: "il finanziatore conta le qualifiche".into(), choices: Vec::new() },
    ];
    Terms { residents_at_most: Some(5000), funding: Funding { asked, ..Funding::default() }, ..Terms::default() }
}

/// The form of a stranger, whole.
pub fn form(email: &str) -> Vec<(&'static str, String)> {
    vec![
        ("nome", "Anna Bruno".into()),
        ("email", email.to_owned()),
        ("qualifica", "Istruttrice amministrativa".into()),
        ("d[gender]", "donna".into()),
        ("informativa", "1".into()),
    ]
}

pub fn lent<'a>(form: &'a [(&'static str, String)]) -> Vec<(&'a str, &'a str)> {
    form.iter().map(|(name, value)| (*name, value.as_str())).collect()
}

/// A house in which letters are read where they wait, and may stay there.
pub fn on_each_engine(test: impl AsyncFn(&House)) {
    crate::house::on_each_engine(async |house| {
        house.letters_left();
        test(house).await;
    });
}

/// A moment passes: letters are told apart by when they were written.
pub fn a_moment(house: &House) {
    house.clock.set(Moment::from_millis(house.clock.now().millis() + 1));
}

/// A stranger registers for an ente, up to the letter.
pub async fn register(house: &House, ente: &str, email: &str) -> Answer {
    a_moment(house);
    let address = format!("/registrazione/{}", house.ente(ente).await);
    house.visitor().post(&address, &lent(&form(email))).await
}

/// The same up to the account, signed in at the browser that is given back.
pub async fn arrive<'h>(house: &'h House, ente: &str, email: &str) -> Browser<'h> {
    register(house, ente, email).await.leads_to("/registrazione/inviata");
    let (link, anna) = (house.link_to(email).await, house.visitor());
    let username = anna.get(&link).await.is(200).field("utente").unwrap();
    a_moment(house);
    anna.post(&link, &[("utente", &username), ("password", PASSWORD)]).await.is(303);
    a_moment(house);
    anna
}

/// The mail domain of an ente, as the segreteria would write it.
pub async fn mail_domain(house: &House, ente: &str, domain: &str) {
    let id = house.ente(ente).await;
    let mut tx = house.db.begin().await.unwrap();
    q("update ente set mail_domain = $2 where ente_id = $1").bind(&id).bind(domain).run(&mut tx).await.unwrap();
    tx.commit().await.unwrap();
}

/// The ids of requests that wait on a page, by the address of their forms.
pub fn requests_on(page: &Answer, before: &str) -> Vec<String> {
    let begins = format!("action=\"{before}");
    let forms = page.body.split(begins.as_str()).skip(1);
    forms.filter_map(|rest| rest.split('"').next()).filter(|id| id.len() == 36).map(str::to_owned).collect()
}

pub async fn count(house: &House, sql: &'static str) -> i64 {
    q(sql).count(&mut house.db.reader().await.unwrap()).await.unwrap()
}
