//! The interview: its file and its captions, brought by those who prepare it, and served to whoever may see them.

use rocket::http::Status;
use rocket::{Route, State, get, post};

use super::steps::{Form, page};
use crate::access::upload::Upload;
use crate::access::{Actor, Coordinator, Trainer, Visitor};
use crate::assessments::Catalogue;
use crate::domain::captions::{parse, second, tidy};
use crate::domain::ids::TestimonialId;
use crate::domain::testimonial::Sheet;
use crate::domain::upload::Purpose;
use crate::platform::media::{Media, Named};
use crate::platform::{Error, Result};
use crate::testimonials::form::typed;
use crate::testimonials::{FOLDER, Fault, Step, What, store};
use crate::ui::page::Frame;
use crate::ui::paths;
use crate::ui::reply::Reply;
use crate::web::serving::{Asked, File, Served};
use crate::web::uploads::{self, Brought, Uploads};

pub(super) fn routes() -> Vec<Route> {
    rocket::routes![public, own, preview, video, captions, without_video]
}

/// The file of a sheet; none: no such address.
async fn file(asked: &Asked, media: &Media, sheet: &Sheet) -> Result<Served> {
    let video = sheet.video.as_ref().ok_or(Error::NotFound)?;
    let name = if video.media == "video/mp4" { "intervista.mp4" } else { "intervista.webm" };
    let named = Named::new(FOLDER, &video.sha256).long(video.bytes);
    // Asked for anew each time: once the ente has taken its word back nobody's browser shows it any more.
    Served::kept(asked, media, &named, File::shown(name, &video.media)).await
}

#[get("/testimonial/<id>/video")]
async fn public(actor: Actor<Visitor>, media: &State<Media>, asked: Asked, id: TestimonialId) -> Result<Served> {
    file(&asked, media, &store::seen(&actor, &id).await?.sheet).await
}

/// What the ente was sent.
#[get("/area/testimonial/<id>/video")]
async fn own(actor: Actor<Coordinator>, media: &State<Media>, asked: Asked, id: TestimonialId) -> Result<Served> {
    file(&asked, media, &store::answers::one(&actor, &id).await?.version.sheet).await
}

#[get("/area/preparazione/<id>/anteprima/video")]
async fn preview(actor: Actor<Trainer>, media: &State<Media>, asked: Asked, id: TestimonialId) -> Result<Served> {
    file(&asked, media, &store::reading::draft(&actor, &id).await?.told.sheet).await
}

fn done(id: &TestimonialId) -> Reply {
    Reply::Go(format!("{}?esito=salvata", paths::preparation_step(id, Step::Video.as_str())))
}

#[post("/area/preparazione/<id>/video", data = "<form>")]
async fn video(
    actor: Actor<Trainer>,
    frame: Frame<'_>,
    catalogue: &State<Catalogue>,
    uploads: &State<Uploads>,
    id: TestimonialId,
    form: Brought,
) -> Result<Reply> {
    let draft = store::reading::draft(&actor, &id).await?;
    let length = second(form.fields.text("durata")).filter(|seconds| *seconds > 0);
    let (mut faults, mut brought) = (Vec::new(), None);
    match uploads::claim(&actor, uploads, form.file("video"), Purpose::Video).await? {
        Ok(kept) => brought = Some(kept),
        Err(why) => faults.push(Fault::new("video", What::NotKept(uploads::not_kept(frame.lang, &why)))),
    }
    faults.extend(length.is_none().then(|| Fault::new("durata", What::NoLength)));
    if let (Some(kept), Some(seconds)) = (&brought, length)
        && store::preparing::bring_video(&actor, &id, (kept, seconds, uploads::layout(uploads, kept).await?)).await?
    {
        return Ok(done(&id));
    }
    let form = Form { status: Status::UnprocessableEntity, typed: &form.fields, faults, notices: Vec::new(), brought: brought.as_ref() };
    Ok(page(&frame, (catalogue, uploads), (&draft, Step::Video), form))
}

#[post("/area/preparazione/<id>/sottotitoli", data = "<form>")]
async fn captions(
    actor: Actor<Trainer>,
    frame: Frame<'_>,
    catalogue: &State<Catalogue>,
    uploads: &State<Uploads>,
    id: TestimonialId,
    form: Upload,
) -> Result<Reply> {
    let draft = store::reading::draft(&actor, &id).await?;
    let seconds = draft.told.sheet.video.as_ref().map(|video| video.seconds);
    let read = match (&form.file, seconds) {
        (_, None) => Err(What::NoVideo),
        (None, _) => Err(What::NoFile),
        (Some(file), _) => parse(&file.bytes, seconds).map(|_| tidy(&String::from_utf8_lossy(&file.bytes))).map_err(What::Captions),
    };
    match read {
        Ok(text) => {
            store::preparing::keep_captions(&actor, &id, &text).await?;
            Ok(done(&id))
        }
        Err(what) => {
            let faults = vec![Fault::new("sottotitoli", what)];
            let typed = typed(Step::Video, &draft.told.sheet);
            let form = Form { status: Status::UnprocessableEntity, typed: &typed, faults, notices: Vec::new(), brought: None };
            Ok(page(&frame, (catalogue, uploads), (&draft, Step::Video), form))
        }
    }
}

#[post("/area/preparazione/<id>/senza-video")]
async fn without_video(actor: Actor<Trainer>, id: TestimonialId) -> Result<Reply> {
    store::preparing::keep_video(&actor, &id, None).await?;
    Ok(done(&id))
}
