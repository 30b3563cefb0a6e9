//! How an ente is reached: PEC, IPA code, mail domain.

use rocket::http::Status;
use rocket::{get, post};

use crate::access::form::Fields;
use crate::access::{Actor, Secretariat};
use crate::domain::ids::EnteId;
use crate::domain::{mail_address, mail_domain};
use crate::enti::adhesion::pages::{self, AddressesForm};
use crate::enti::adhesion::{Addresses, Fault, store};
use crate::enti::store as enti_store;
use crate::platform::Result;
use crate::ui::page::Frame;
use crate::ui::paths;
use crate::ui::reply::Reply;

#[get("/segreteria/enti/<id>/recapiti")]
pub async fn show(actor: Actor<Secretariat>, frame: Frame<'_>, id: EnteId) -> Result<Reply> {
    let (ente, _) = enti_store::one(&actor, &id).await?;
    let typed = store::addresses(&actor, &id).await?;
    Ok(Reply::Page(pages::addresses(&AddressesForm { frame: &frame, ente: &ente.named(), typed: &typed, faults: &[] })))
}

#[post("/segreteria/enti/<id>/recapiti", data = "<fields>")]
pub async fn set(actor: Actor<Secretariat>, frame: Frame<'_>, id: EnteId, fields: Fields) -> Result<Reply> {
    let (ente, _) = enti_store::one(&actor, &id).await?;
    let tidy = |name: &str| fields.text(name).to_lowercase();
    let typed = Addresses { pec: tidy("pec"), ipa_code: tidy("ipa"), mail_domain: mail_domain::tidy(fields.text("dominio")) };
    let faults = address_faults(&typed);
    if faults.is_empty() {
        store::set_addresses(&actor, &id, &typed).await?;
        return Ok(Reply::Go(format!("{}?esito=modificata", paths::ente(&id))));
    }
    let view = AddressesForm { frame: &frame, ente: &ente.named(), typed: &typed, faults: &faults };
    Ok(Reply::PageWith(Status::UnprocessableEntity, pages::addresses(&view)))
}

fn address_faults(typed: &Addresses) -> Vec<Fault> {
    let mut faults = Vec::new();
    if !typed.pec.is_empty() && mail_address::parse(&typed.pec).is_none() {
        faults.push(Fault::Pec);
    }
    let is_code = |c: char| c.is_ascii_alphanumeric() || c == '_' || c == '-';
    if typed.ipa_code.len() > 40 || !typed.ipa_code.chars().all(is_code) {
        faults.push(Fault::Ipa);
    }
    if !typed.mail_domain.is_empty()
        && let Err(unfit) = mail_domain::fits(&typed.mail_domain)
    {
        faults.push(Fault::Domain(unfit));
    }
    faults
}
