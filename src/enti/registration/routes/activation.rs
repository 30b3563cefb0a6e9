//! `/attivazione`: the code of the paper letter, then the account that it opens.

use rocket::http::Status;
use rocket::{get, post};

use super::asking::outcome;
use crate::access::form::Fields;
use crate::access::session::{self, Device, Opening};
use crate::access::throttle::{self, Trying};
use crate::access::{Actor, Person, Visitor, password};
use crate::domain::activation_code::ActivationCode;
use crate::domain::edition::Edition;
use crate::enti::adhesion::{self, Opened, Unusable};
use crate::enti::registration::form::{Form, Parts};
use crate::enti::registration::pages::{self, ActivationPage};
use crate::enti::registration::store::{self, Activation, NotActivated};
use crate::enti::registration::words::{misread, refusal, words};
use crate::enti::registration::{Arrival, Entered, Fault, Refusal};
use crate::people;
use crate::platform::Result;
use crate::programme;
use crate::ui::dates;
use crate::ui::page::Frame;
use crate::ui::paths;
use crate::ui::reply::Reply;

/// Usernames offered at most.
const OFFERED: usize = 3;
const OF_NEWCOMERS: Parts = Parts { name: true, email: true, qualifica: true, facts: true, account: true, notice: true };
const OF_KNOWN: Parts = Parts { name: false, email: false, qualifica: true, facts: false, account: false, notice: false };

#[get("/attivazione")]
pub fn activation(_actor: Actor<Visitor>, frame: Frame<'_>) -> Reply {
    Reply::Page(pages::activation(&frame, "", None))
}

#[post("/attivazione", data = "<fields>")]
pub async fn enter_code(actor: Actor<Visitor>, frame: Frame<'_>, fields: Fields) -> Result<Reply> {
    let typed = fields.text("codice");
    let (_, opened) = match look(&actor, &frame, typed).await? {
        Ok(found) => found,
        Err(back) => return Ok(back),
    };
    let edition = programme::current(&actor).await?;
    let form = Form::default();
    let page = ActivationPage { frame: &frame, code: typed, opened: &opened, form: &form, edition: edition.as_ref(), told: None };
    Ok(Reply::Page(pages::activation_account(&page)))
}

/// What a code as typed would open, or the page that tells why it opens nothing. A slip of the pen costs nothing; a code
/// that looks right and is not counts as a guess.
async fn look(actor: &Actor<Visitor>, frame: &Frame<'_>, typed: &str) -> Result<Result<(ActivationCode, Opened), Reply>> {
    let back = |why: &str| Ok(Err(Reply::PageWith(Status::UnprocessableEntity, pages::activation(frame, typed, Some(why)))));
    let code = match ActivationCode::parse(typed) {
        Ok(code) => code,
        Err(wrong) => return back(&misread(frame.lang, wrong)),
    };
    let attempt = throttle::admit(actor, Trying::Code, &code.bare()).await?;
    match adhesion::look(actor, &code).await? {
        Ok(opened) => {
            attempt.succeeded(actor).await?;
            Ok(Ok((code, opened)))
        }
        Err(unusable) => back(&unusable_words(frame, unusable)),
    }
}

fn unusable_words(frame: &Frame<'_>, unusable: Unusable) -> String {
    let words = words(frame.lang);
    match unusable {
        Unusable::Unknown => words.code_unknown.into(),
        Unusable::Used => words.code_used.into(),
        Unusable::Replaced => words.code_replaced.into(),
        Unusable::Expired(when) => (words.code_expired)(&dates::moment(frame.lang, when)),
        Unusable::EnteEnded => words.code_ended.into(),
    }
}

#[post("/attivazione/accesso", data = "<fields>")]
pub async fn activate(
    actor: Actor<Visitor>,
    person: Option<Actor<Person>>,
    frame: Frame<'_>,
    device: Device<'_>,
    fields: Fields,
) -> Result<Reply> {
    let typed = fields.text("codice");
    let (code, opened) = match look(&actor, &frame, typed).await? {
        Ok(found) => found,
        Err(back) => return Ok(back),
    };
    let edition = programme::current(&actor).await?;
    let mine = person.filter(|_| fields.text("accesso") == "mio");
    let form = Form::read(&fields, if mine.is_some() { OF_KNOWN } else { OF_NEWCOMERS }, edition.as_ref());
    let activating = Activating { actor, frame, device, code, typed, opened, edition };
    match mine {
        _ if !form.faults.is_empty() => activating.back(form, None).await,
        Some(person) => activating.as_known(&person, form).await,
        None => activating.as_newcomer(form, fields.get("password").unwrap_or_default()).await,
    }
}

struct Activating<'a> {
    actor: Actor<Visitor>,
    frame: Frame<'a>,
    device: Device<'a>,
    code: ActivationCode,
    typed: &'a str,
    opened: Opened,
    edition: Option<Edition>,
}

impl Activating<'_> {
    async fn as_known(&self, person: &Actor<Person>, form: Form) -> Result<Reply> {
        let who = Arrival::Known { person: person.person(), qualifica: &form.qualifica };
        let told = Default::default();
        match store::activate(&self.actor, Activation { code: &self.code, who, email: "", told: &told }).await? {
            // The session stays as it is: what was shown to open it still holds.
            Ok(_) => Ok(Reply::Go(format!("{}?esito={}", paths::OWN_REQUESTS, outcome(Entered::Appointed)))),
            Err(not) => self.not(form, not).await,
        }
    }

    async fn as_newcomer(&self, mut form: Form, password: &str) -> Result<Reply> {
        let (email, told) = (form.address(), form.told(self.edition.as_ref()));
        let password_hash = password::hash(password.to_owned()).await?;
        for username in form.wanted_usernames() {
            let (name, qualifica) = (&form.name, &form.qualifica);
            let (lang, notice, password_hash) = (self.frame.lang, self.frame.site.notice_version.as_str(), password_hash.clone());
            let who = Arrival::Newcomer { username: &username, name, qualifica, password_hash, lang, notice };
            match store::activate(&self.actor, Activation { code: &self.code, who, email: &email, told: &told }).await? {
                Ok((person, opened)) => {
                    let opening = Opening { person: &person, prefer: Some(&opened.ente.id), proven: false };
                    session::open(&self.actor, &opening, &self.device).await?;
                    return Ok(Reply::Go(paths::AREA.to_owned()));
                }
                Err(NotActivated::Refused(Refusal::UsernameTaken)) => {}
                Err(not) => return self.not(form, not).await,
            }
        }
        form.faults.push(Fault::UsernameTaken);
        self.back(form, None).await
    }

    async fn not(&self, form: Form, not: NotActivated) -> Result<Reply> {
        match not {
            NotActivated::Refused(why) => self.back(form, Some(refusal(self.frame.lang, why))).await,
            NotActivated::Unusable(why) => {
                let page = pages::activation(&self.frame, self.typed, Some(&unusable_words(&self.frame, why)));
                Ok(Reply::PageWith(Status::UnprocessableEntity, page))
            }
        }
    }

    async fn back(&self, mut form: Form, told: Option<&'static str>) -> Result<Reply> {
        if form.faults.contains(&Fault::UsernameTaken) {
            form.free = people::free_usernames(&self.actor, &crate::domain::username::proposed(&form.name), OFFERED).await?;
        }
        let (frame, code) = (&self.frame, self.typed);
        let page = ActivationPage { frame, code, opened: &self.opened, form: &form, edition: self.edition.as_ref(), told };
        Ok(Reply::PageWith(Status::UnprocessableEntity, pages::activation_account(&page)))
    }
}
