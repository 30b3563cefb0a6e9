//! Routes: the form of an association, for the segreteria organizzativa alone.

use rocket::http::Status;
use rocket::{Route, get, post};

use super::pages::{self, AssociationForm, Matches};
use super::{Association, Ente, Kind, MATCHES, Refusal, Wanted, import, store, succession};
use crate::access::form::Fields;
use crate::access::{Actor, Secretariat};
use crate::domain::ids::{EnteId, Id};
use crate::platform::{Error, Result};
use crate::ui::page::Frame;
use crate::ui::paths;
use crate::ui::reply::Reply;
use crate::ui::sitemap::Entry;

pub const SITEMAP: &[Entry] = &[import::routes::SITEMAP];

pub fn routes() -> Vec<Route> {
    let associations = rocket::routes![new, create, edit, change];
    [associations, super::adhesion::routes::routes(), import::routes::routes(), succession::routes::routes()].concat()
}

#[get("/segreteria/enti/nuova")]
async fn new(actor: Actor<Secretariat>, frame: Frame<'_>) -> Result<Reply> {
    let form = Form::default();
    Ok(Reply::Page(form.page(&actor, &frame, None, Vec::new()).await?))
}

#[post("/segreteria/enti/nuova", data = "<fields>")]
async fn create(actor: Actor<Secretariat>, frame: Frame<'_>, fields: Fields) -> Result<Reply> {
    let form = Form::read(&fields);
    if form.searches {
        return Ok(Reply::Page(form.page(&actor, &frame, None, Vec::new()).await?));
    }
    match store::associate(&actor, &form.draft()).await? {
        Ok(id) => Ok(Reply::Go(format!("{}?esito=creata", paths::ente(&id)))),
        Err(refusals) => Ok(Reply::PageWith(Status::UnprocessableEntity, form.page(&actor, &frame, None, refusals).await?)),
    }
}

#[get("/segreteria/enti/<id>/modifica")]
async fn edit(actor: Actor<Secretariat>, frame: Frame<'_>, id: EnteId) -> Result<Reply> {
    let kept = association(&actor, &id).await?;
    let form = Form::kept(&kept);
    Ok(Reply::Page(form.page(&actor, &frame, Some(&kept), Vec::new()).await?))
}

#[post("/segreteria/enti/<id>/modifica", data = "<fields>")]
async fn change(actor: Actor<Secretariat>, frame: Frame<'_>, id: EnteId, fields: Fields) -> Result<Reply> {
    let form = Form::read(&fields);
    if form.searches {
        let kept = association(&actor, &id).await?;
        return Ok(Reply::Page(form.page(&actor, &frame, Some(&kept), Vec::new()).await?));
    }
    let Err(refusals) = store::reassociate(&actor, &id, &form.draft(), &form.seen).await? else {
        return Ok(Reply::Go(format!("{}?esito=modificata", paths::ente(&id))));
    };
    let kept = association(&actor, &id).await?;
    let status = if refusals.contains(&Refusal::ChangedMeanwhile) { Status::Conflict } else { Status::UnprocessableEntity };
    Ok(Reply::PageWith(status, form.page(&actor, &frame, Some(&kept), refusals).await?))
}

/// An association as kept; a comune has no form.
async fn association(actor: &Actor<Secretariat>, id: &EnteId) -> Result<(Ente, Vec<Ente>)> {
    match store::one(actor, id).await? {
        (ente, _) if ente.kind == Kind::Comune || ente.ended_on.is_some() => Err(Error::NotFound),
        kept => Ok(kept),
    }
}

fn as_written((ente, members): &(Ente, Vec<Ente>)) -> Association {
    ente.as_association(members.iter().map(|m| m.id.clone()).collect())
}

/// The fields of the form of an association.
#[derive(Default)]
struct Form {
    kind: Option<Kind>,
    name: String,
    province: String,
    members: Vec<EnteId>,
    seen: String,
    /// Whether a search was asked for, and of what.
    searches: bool,
    search: String,
}

impl Form {
    fn read(fields: &Fields) -> Form {
        Form {
            kind: Kind::parse(fields.text("tipo")).filter(|kind| *kind != Kind::Comune),
            // One line, single spaces, whatever was pasted.
            name: fields.text("nome").split_whitespace().collect::<Vec<_>>().join(" "),
            province: fields.text("provincia").to_owned(),
            members: fields.all("comune").filter_map(EnteId::parse).collect(),
            seen: fields.text("visto").to_owned(),
            searches: fields.text("azione") == "cerca",
            search: fields.text("cerca").to_owned(),
        }
    }

    fn kept(kept: &(Ente, Vec<Ente>)) -> Form {
        let Association { kind, name, province, members } = as_written(kept);
        Form { kind: Some(kind), name, province, members, seen: as_written(kept).fingerprint(), ..Form::default() }
    }

    /// Without a kind it is refused by the store like all the rest: [`Kind::Comune`] is not an association.
    fn draft(&self) -> Association {
        let kind = self.kind.unwrap_or(Kind::Comune);
        Association { kind, name: self.name.clone(), province: self.province.clone(), members: self.members.clone() }
    }

    async fn matches(&self, actor: &Actor<Secretariat>) -> Result<Option<Matches>> {
        let name = self.search.clone();
        if !self.searches || name.is_empty() {
            return Ok(self.searches.then_some(Matches { name, comuni: Vec::new(), total: 0 }));
        }
        let wanted = Wanted { name: &name, kind: Kind::Comune.as_str(), limit: MATCHES, offset: 0 };
        let (mut comuni, total) = store::find(actor, &wanted).await?;
        comuni.retain(|comune| comune.ended_on.is_none() && !self.members.contains(&comune.id));
        Ok(Some(Matches { name, comuni, total }))
    }

    async fn page(
        &self,
        actor: &Actor<Secretariat>,
        frame: &Frame<'_>,
        kept: Option<&(Ente, Vec<Ente>)>,
        refusals: Vec<Refusal>,
    ) -> Result<maud::Markup> {
        let meanwhile = kept.filter(|_| refusals.contains(&Refusal::ChangedMeanwhile));
        let now = meanwhile.map(|kept| (as_written(kept), kept.1.iter().map(|m| m.name.clone()).collect()));
        Ok(pages::form(&AssociationForm {
            frame,
            of: kept.map(|(ente, _)| (&ente.id, ente.name.as_str())),
            kind: self.kind,
            name: &self.name,
            province: &self.province,
            members: store::comuni(actor, &self.members).await?,
            // Told of the change, who saves again means it.
            seen: meanwhile.map_or_else(|| self.seen.clone(), |kept| as_written(kept).fingerprint()),
            matches: self.matches(actor).await?,
            provinces: store::provinces(actor).await?,
            refusals,
            now,
        }))
    }
}
