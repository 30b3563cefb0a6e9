//! What the links of letters lead to: the account behind a verified address, an invitation, an address to confirm.

use rocket::http::Status;
use rocket::{get, post};

use super::asking::outcome;
use crate::access::form::Fields;
use crate::access::session::{self, Device, Opening};
use crate::access::{Actor, Person, Visitor, password};
use crate::domain::edition::Edition;
use crate::domain::ids::{EnteId, PersonId};
use crate::enti::registration::form::{Form, Parts};
use crate::enti::registration::pages::{self, AccountPage, LinkPage};
use crate::enti::registration::words::refusal as refusal_words;
use crate::enti::registration::{Arrival, Entered, Fault, Link, Linked, Refusal, store};
use crate::people;
use crate::platform::Result;
use crate::programme;
use crate::ui::page::Frame;
use crate::ui::paths;
use crate::ui::reply::Reply;

/// Usernames offered at most.
const OFFERED: usize = 3;

/// A request through a link, with all that is needed to answer it.
pub(super) struct Visit<'a> {
    pub actor: Actor<Visitor>,
    pub person: Option<Actor<Person>>,
    pub frame: Frame<'a>,
    pub device: Device<'a>,
}

#[get("/registrazione/conferma/<token>")]
pub async fn verified(actor: Actor<Visitor>, frame: Frame<'_>, token: &str) -> Result<Reply> {
    open(&actor, &frame, token, false).await
}

#[get("/inviti/<token>")]
pub async fn invited(actor: Actor<Visitor>, frame: Frame<'_>, token: &str) -> Result<Reply> {
    open(&actor, &frame, token, true).await
}

/// Opening a link changes nothing: programs that look into letters before people do open it, too.
async fn open(actor: &Actor<Visitor>, frame: &Frame<'_>, token: &str, invitation: bool) -> Result<Reply> {
    let linked = match good(actor, frame, token, invitation).await? {
        Ok(linked) => linked,
        Err(over) => return Ok(over),
    };
    let edition = programme::current(actor).await?;
    let mut form = Form { name: linked.name.clone(), qualifica: linked.qualifica.clone(), ..Form::default() };
    if !invitation {
        form.username = free(actor, &form, 1).await?.pop().unwrap_or_default();
    }
    Ok(Reply::Page(page(frame, &linked, AccountPage { form: &form, edition: edition.as_ref(), told: None }, token)))
}

/// The link, if it is good and of this page.
async fn good(actor: &Actor<Visitor>, frame: &Frame<'_>, token: &str, invitation: bool) -> Result<Result<Linked, Reply>> {
    let until = match store::link(actor, token).await? {
        Link::Good(linked) if linked.invitation == invitation => return Ok(Ok(*linked)),
        Link::Expired(until) => Some(until),
        Link::Good(_) | Link::Unknown => None,
    };
    Ok(Err(Reply::PageWith(Status::Gone, pages::link_over(frame, until, invitation))))
}

fn here(linked: &Linked, token: &str) -> String {
    if linked.invitation { paths::invitation(token) } else { paths::registration_link(token) }
}

fn page(frame: &Frame<'_>, linked: &Linked, account: AccountPage<'_>, token: &str) -> maud::Markup {
    let view = LinkPage { frame, linked, here: &here(linked, token), account };
    if linked.invitation { pages::invitation(&view) } else { pages::verified(&view) }
}

async fn free(actor: &Actor<Visitor>, form: &Form, most: usize) -> Result<Vec<String>> {
    let wanted = crate::domain::username::proposed(&form.name);
    people::free_usernames(actor, &wanted, most).await
}

#[post("/registrazione/conferma/<token>", data = "<fields>")]
pub async fn arrive(
    actor: Actor<Visitor>,
    person: Option<Actor<Person>>,
    frame: Frame<'_>,
    device: Device<'_>,
    token: &str,
    fields: Fields,
) -> Result<Reply> {
    Visit { actor, person, frame, device }.take_up(token, &fields, false).await
}

#[post("/inviti/<token>", data = "<fields>")]
pub async fn accept(
    actor: Actor<Visitor>,
    person: Option<Actor<Person>>,
    frame: Frame<'_>,
    device: Device<'_>,
    token: &str,
    fields: Fields,
) -> Result<Reply> {
    Visit { actor, person, frame, device }.take_up(token, &fields, true).await
}

impl Visit<'_> {
    async fn take_up(&self, token: &str, fields: &Fields, invitation: bool) -> Result<Reply> {
        let linked = match good(&self.actor, &self.frame, token, invitation).await? {
            Ok(linked) => linked,
            Err(over) => return Ok(over),
        };
        let edition = programme::current(&self.actor).await?;
        let mine = self.person.as_ref().filter(|_| fields.text("accesso") == "mio");
        let parts = match (invitation, mine) {
            (true, Some(_)) => Parts { qualifica: true, ..Parts::default() },
            (true, None) => Parts { name: true, qualifica: true, facts: true, account: true, notice: true, email: false },
            (false, Some(_)) => Parts::default(),
            (false, None) => Parts { account: true, ..Parts::default() },
        };
        let mut form = Form::read(fields, parts, edition.as_ref());
        if !invitation {
            (form.name, form.qualifica) = (linked.name.clone(), linked.qualifica.clone());
        }
        if !form.faults.is_empty() {
            return self.back(&linked, form, edition.as_ref(), token).await;
        }
        match mine {
            Some(person) => self.as_known(&linked, person, form, edition.as_ref(), token).await,
            None => self.as_newcomer(&linked, form, (edition.as_ref(), fields.get("password").unwrap_or_default()), token).await,
        }
    }

    /// The form again, with what to correct, and usernames that are free where one was not.
    async fn back(&self, linked: &Linked, mut form: Form, edition: Option<&Edition>, token: &str) -> Result<Reply> {
        if form.faults.contains(&Fault::UsernameTaken) {
            form.free = free(&self.actor, &form, OFFERED).await?;
        }
        let account = AccountPage { form: &form, edition, told: None };
        Ok(Reply::PageWith(Status::UnprocessableEntity, page(&self.frame, linked, account, token)))
    }

    async fn as_known(&self, linked: &Linked, person: &Actor<Person>, form: Form, edition: Option<&Edition>, token: &str) -> Result<Reply> {
        let who = Arrival::Known { person: person.person(), qualifica: &form.qualifica };
        match store::arrive(&self.actor, token, who, None).await? {
            Ok((_, entered)) => Ok(Reply::Go(format!("{}?esito={}", paths::OWN_REQUESTS, outcome(entered)))),
            Err(refusal) => Ok(self.refused(linked, (&form, edition), refusal, token)),
        }
    }

    async fn as_newcomer(
        &self,
        linked: &Linked,
        mut form: Form,
        (edition, password): (Option<&Edition>, &str),
        token: &str,
    ) -> Result<Reply> {
        let told = form.told(edition);
        let told = linked.invitation.then_some(&told);
        let password_hash = password::hash(password.to_owned()).await?;
        for username in form.wanted_usernames() {
            let (name, qualifica) = (&form.name, &form.qualifica);
            let (lang, notice, password_hash) = (self.frame.lang, self.frame.site.notice_version.as_str(), password_hash.clone());
            let who = Arrival::Newcomer { username: &username, name, qualifica, password_hash, lang, notice };
            match store::arrive(&self.actor, token, who, told).await? {
                Ok((person, entered)) => return self.enter(&person, &linked.ente.id, entered).await,
                Err(Refusal::UsernameTaken) => {}
                Err(refusal) => return Ok(self.refused(linked, (&form, edition), refusal, token)),
            }
        }
        form.faults.push(Fault::UsernameTaken);
        self.back(linked, form, edition, token).await
    }

    /// Signed in at once: the password was chosen a moment ago.
    async fn enter(&self, person: &PersonId, ente: &EnteId, entered: Entered) -> Result<Reply> {
        session::open(&self.actor, &Opening { person, prefer: Some(ente), proven: false }, &self.device).await?;
        Ok(Reply::Go(match entered {
            Entered::Appointed => paths::AREA.to_owned(),
            Entered::Waits | Entered::Already => format!("{}?esito={}", paths::OWN_REQUESTS, outcome(entered)),
        }))
    }

    fn refused(&self, linked: &Linked, (form, edition): (&Form, Option<&Edition>), refusal: Refusal, token: &str) -> Reply {
        if refusal == Refusal::LinkOver {
            return Reply::PageWith(Status::Gone, pages::link_over(&self.frame, None, linked.invitation));
        }
        let account = AccountPage { form, edition, told: Some(refusal_words(self.frame.lang, refusal)) };
        Reply::PageWith(Status::Conflict, page(&self.frame, linked, account, token))
    }
}

#[get("/registrazione/indirizzo/<token>")]
pub async fn address(actor: Actor<Visitor>, frame: Frame<'_>, token: &str) -> Result<Reply> {
    Ok(match store::address_behind(&actor, token).await? {
        Some(email) => Reply::Page(pages::address(&frame, &email, &paths::address_link(token), false)),
        None => Reply::PageWith(Status::Gone, pages::link_over(&frame, None, false)),
    })
}

#[post("/registrazione/indirizzo/<token>")]
pub async fn confirm_address(actor: Actor<Visitor>, frame: Frame<'_>, token: &str) -> Result<Reply> {
    Ok(match store::confirm_address(&actor, token).await? {
        true => Reply::Page(pages::address(&frame, "", &paths::address_link(token), true)),
        false => Reply::PageWith(Status::Gone, pages::link_over(&frame, None, false)),
    })
}
