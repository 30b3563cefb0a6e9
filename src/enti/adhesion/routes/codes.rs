//! Codes for many enti at once: the letters in an archive, with a table for sending them by PEC.

use rocket::http::{ContentType, Status};
use rocket::tokio::io::{AsyncWriteExt, DuplexStream, duplex};
use rocket::{State, get, post};

use super::{expiry, last_day, slug};
use crate::access::form::Fields;
use crate::access::{Actor, Secretariat};
use crate::domain::activation_code::ActivationCode;
use crate::domain::edition::Edition;
use crate::domain::ids::{EditionId, EnteId};
use crate::domain::moment::{Day, Moment};
use crate::enti::adhesion::mail_merge::MailMerge;
use crate::enti::adhesion::pages::{self, CodesPage, Printing, address};
use crate::enti::adhesion::{Addressee, Fault, store};
use crate::platform::archive::Archive;
use crate::platform::config::Config;
use crate::platform::{Error, Result, documents, random};
use crate::programme;
use crate::ui::page::Frame;
use crate::ui::reply::Reply;

/// Enti whose codes are made in one transaction: as many are lost at most when a download breaks off.
const AT_ONCE: usize = 25;
/// Bytes of the archive that wait for a slow line.
const BUFFER: usize = 256 * 1024;

#[get("/segreteria/edizioni/<id>/codici?<regione>")]
pub async fn choose(actor: Actor<Secretariat>, frame: Frame<'_>, id: EditionId, regione: Option<&str>) -> Result<Reply> {
    let edition = programme::one(&actor, &id).await?.edition;
    let until = last_day(&actor, &edition).to_string();
    let view = codes_page(&actor, (&frame, &edition), (regione.unwrap_or_default(), &until), Vec::new()).await?;
    Ok(Reply::Page(view))
}

async fn codes_page(
    actor: &Actor<Secretariat>,
    (frame, edition): (&Frame<'_>, &Edition),
    (region, until): (&str, &str),
    faults: Vec<Fault>,
) -> Result<maud::Markup> {
    let regions = programme::regions(actor).await?;
    let enti = store::addressees(actor, &edition.id, region).await?;
    Ok(pages::codes(&CodesPage { frame, edition, regions, region, until, enti, faults }))
}

#[post("/segreteria/edizioni/<id>/codici", data = "<fields>")]
pub async fn make(actor: Actor<Secretariat>, frame: Frame<'_>, id: EditionId, fields: Fields, config: &State<Config>) -> Result<Reply> {
    let edition = programme::one(&actor, &id).await?.edition;
    let (region, replace) = (fields.text("regione"), fields.has("sostituisci"));
    let mut enti = store::addressees(&actor, &id, region).await?;
    enti.retain(|to| replace || !to.waits);
    let until = expiry(&actor, fields.text("scadenza"));
    let (Some((until, expires)), Some(first)) = (until, enti.first()) else {
        let fault = if until.is_none() { Fault::Expiry } else { Fault::NobodyChosen };
        let view = codes_page(&actor, (&frame, &edition), (region, fields.text("scadenza")), vec![fault]).await?;
        return Ok(Reply::PageWith(Status::UnprocessableEntity, view));
    };
    // What would spoil every letter is found before the first code is made.
    let printing = Printing { config, edition: &edition, today: actor.now().day(), until };
    documents::pdf(printing.letter(first, &ActivationCode::from_lot(random::bytes()))).await?;
    let name = format!("lettere-{}.zip", actor.now().day());
    let (out, body) = duplex(BUFFER);
    let batch = Batch { actor, config: Config::clone(config), edition, enti, until, expires, replace };
    rocket::tokio::spawn(async move {
        if let Err(error) = batch.write(out).await {
            // Half an archive does not open: whoever downloads it sees that it broke off.
            tracing::error!(%error, "the letters broke off");
        }
    });
    Ok(Reply::Stream { name, media: ContentType::ZIP, body })
}

/// Letters for many enti, written while they leave.
struct Batch {
    actor: Actor<Secretariat>,
    config: Config,
    edition: Edition,
    enti: Vec<Addressee>,
    until: Day,
    expires: Moment,
    replace: bool,
}

impl Batch {
    async fn write(self, mut out: DuplexStream) -> Result<()> {
        let mut archive = Archive::new(self.actor.now());
        let mut table = MailMerge::new(address(&self.config), self.until)?;
        let printing = Printing { config: &self.config, edition: &self.edition, today: self.actor.now().day(), until: self.until };
        let mut number = 0;
        for some in self.enti.chunks(AT_ONCE) {
            let ids: Vec<EnteId> = some.iter().map(|to| to.ente.id.clone()).collect();
            let wanted = store::Wanted { edition: &self.edition.id, enti: &ids, expires: self.expires, replace: self.replace };
            for made in store::make_codes(&self.actor, &wanted).await? {
                let Some(to) = some.iter().find(|to| to.ente.id == made.ente) else { continue };
                number += 1;
                let file = format!("{number:04}-{}.pdf", slug(&to.ente));
                let pdf = documents::pdf(printing.letter(to, &made.code)).await?;
                table.row(to, &made.code, &file)?;
                send(&mut out, &archive.file(&file, &pdf)).await?;
            }
        }
        send(&mut out, &archive.file("invio-pec.csv", &table.bytes()?)).await?;
        send(&mut out, &archive.end()).await?;
        out.shutdown().await.map_err(|e| Error::Unavailable(e.to_string()))
    }
}

async fn send(out: &mut DuplexStream, bytes: &[u8]) -> Result<()> {
    out.write_all(bytes).await.map_err(|e| Error::Unavailable(format!("nobody reads any more: {e}")))
}
