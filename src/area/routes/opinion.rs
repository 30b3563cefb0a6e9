//! "Quanto sono chiare le informazioni su questa pagina?"

use rocket::http::Status;
use rocket::post;

use crate::access::form::Fields;
use crate::access::{Actor, Visitor, local_path};
use crate::area::pages::{self, Unfinished};
use crate::area::{Opinion, store};
use crate::platform::{Error, Result};
use crate::ui::feedback::DETAILS_MAX;
use crate::ui::page::Frame;
use crate::ui::reply::Reply;
use crate::web::addresses::Addresses;

#[post("/valutazione", data = "<fields>")]
pub async fn rate(actor: Actor<Visitor>, frame: Frame<'_>, addresses: Addresses<'_>, fields: Fields) -> Result<Reply> {
    let path = fields.get("pagina").and_then(local_path).ok_or(Error::BadRequest("not a page of ours"))?;
    let template = addresses.template(path).ok_or(Error::BadRequest("not a page of ours"))?;
    // The language is changed on the page that was rated.
    let frame = Frame { path: path.to_owned(), ..frame };
    let stars = one_to_five(fields.text("voto"));
    let detail = fields.text("dettagli");
    let too_long = detail.chars().count() > DETAILS_MAX;
    match stars.filter(|_| !too_long) {
        None => {
            let page = pages::unfinished(&Unfinished { frame: &frame, page: path, stars, detail, too_long });
            Ok(Reply::PageWith(Status::UnprocessableEntity, page))
        }
        Some(stars) => {
            let opinion = Opinion { page: template.to_owned(), stars, answer: answer(&fields, stars), detail: detail.to_owned() };
            store::rate(&actor, &opinion).await?;
            Ok(Reply::Page(pages::thanks(&frame, path)))
        }
    }
}

fn one_to_five(text: &str) -> Option<i64> {
    text.parse().ok().filter(|n| (1..=5).contains(n))
}

/// The answer that fits the rate; the other question was hidden by the style sheet.
fn answer(fields: &Fields, stars: i64) -> String {
    let name = if stars >= 4 { "piace" } else { "manca" };
    one_to_five(fields.text(name)).map(|n| format!("{name}-{n}")).unwrap_or_default()
}
