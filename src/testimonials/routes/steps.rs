//! The form of a testimonial: a step a page, each saved by itself.

use rocket::http::Status;
use rocket::{Route, State, get, post};

use crate::access::form::Fields;
use crate::access::{Actor, Trainer};
use crate::assessments::Catalogue;
use crate::domain::ids::TestimonialId;
use crate::platform::{Error, Result};
use crate::testimonials::form::{Offered, apply, typed};
use crate::testimonials::words::desk::words;
use crate::testimonials::{ChangedMeanwhile, Draft, Fault, Step, pages, store};
use crate::ui::page::{Frame, Notice};
use crate::ui::paths;
use crate::ui::reply::Reply;
use crate::web::uploads::{Kept, Uploads};

pub(super) fn routes() -> Vec<Route> {
    rocket::routes![step, save, chapters]
}

/// A form as it is to be shown.
pub(super) struct Form<'a> {
    pub status: Status,
    pub typed: &'a Fields,
    pub faults: Vec<Fault>,
    pub notices: Vec<Notice>,
    /// A file that came with a form which is shown again.
    pub brought: Option<&'a Kept>,
}

/// The page of a step.
pub(super) fn page(
    frame: &Frame<'_>,
    (catalogue, uploads): (&Catalogue, &Uploads),
    (draft, step): (&Draft, Step),
    form: Form<'_>,
) -> Reply {
    let questionnaire = catalogue.highest(&draft.told.sheet.questionnaire).unwrap_or_else(|| catalogue.current());
    let models: Vec<_> = questionnaire.models.iter().map(|one| (one.id.clone(), one.name.clone())).collect();
    let suggestions: Vec<_> = questionnaire.suggestions.iter().map(|one| (one.id.clone(), one.title.clone())).collect();
    let view = pages::Step {
        frame,
        step,
        draft,
        typed: form.typed,
        faults: &form.faults,
        seen: draft.revision,
        models: &models,
        suggestions: &suggestions,
        notices: form.notices,
        uploads,
        brought: form.brought,
    };
    Reply::PageWith(form.status, pages::step(&view))
}

#[get("/area/preparazione/<id>/<step>?<esito>", rank = 2)]
async fn step(
    actor: Actor<Trainer>,
    frame: Frame<'_>,
    catalogue: &State<Catalogue>,
    uploads: &State<Uploads>,
    id: TestimonialId,
    step: &str,
    esito: Option<&str>,
) -> Result<Reply> {
    let step = Step::parse(step).ok_or(Error::NotFound)?;
    let draft = store::reading::draft(&actor, &id).await?;
    let notices = (esito == Some("salvata")).then(|| Notice::done(words(frame.lang).done_saved)).into_iter().collect();
    let form = Form { status: Status::Ok, typed: &typed(step, &draft.told.sheet), faults: Vec::new(), notices, brought: None };
    Ok(page(&frame, (catalogue, uploads), (&draft, step), form))
}

#[post("/area/preparazione/<id>/<step>", data = "<fields>", rank = 2)]
async fn save(
    actor: Actor<Trainer>,
    frame: Frame<'_>,
    catalogue: &State<Catalogue>,
    uploads: &State<Uploads>,
    id: TestimonialId,
    step: &str,
    fields: Fields,
) -> Result<Reply> {
    // The video has forms of its own.
    let step = Step::parse(step).filter(|step| *step != Step::Video).ok_or(Error::NotFound)?;
    kept(&actor, (&frame, catalogue, uploads), (&id, step), &fields).await
}

#[post("/area/preparazione/<id>/capitoli", data = "<fields>")]
async fn chapters(
    actor: Actor<Trainer>,
    frame: Frame<'_>,
    catalogue: &State<Catalogue>,
    uploads: &State<Uploads>,
    id: TestimonialId,
    fields: Fields,
) -> Result<Reply> {
    kept(&actor, (&frame, catalogue, uploads), (&id, Step::Video), &fields).await
}

/// Saves a step and goes on, or shows it again.
async fn kept(
    actor: &Actor<Trainer>,
    (frame, catalogue, uploads): (&Frame<'_>, &Catalogue, &Uploads),
    (id, step): (&TestimonialId, Step),
    fields: &Fields,
) -> Result<Reply> {
    let draft = store::reading::draft(actor, id).await?;
    let sheet = match apply(step, fields, &draft.told.sheet, &offered(catalogue, &draft)) {
        Ok(sheet) => sheet,
        Err(faults) => {
            let form = Form { status: Status::UnprocessableEntity, typed: fields, faults, notices: Vec::new(), brought: None };
            return Ok(page(frame, (catalogue, uploads), (&draft, step), form));
        }
    };
    let seen = fields.text("visto").parse().unwrap_or_default();
    match store::preparing::keep_sheet(actor, id, &sheet, (seen, fields.has("registro"))).await? {
        Ok(()) => Ok(onward(id, step, fields)),
        Err(ChangedMeanwhile) => {
            let notices = vec![Notice::care(words(frame.lang).changed_meanwhile)];
            let form = Form { status: Status::Conflict, typed: fields, faults: Vec::new(), notices, brought: None };
            Ok(page(frame, (catalogue, uploads), (&draft, step), form))
        }
    }
}

fn onward(id: &TestimonialId, step: Step, fields: &Fields) -> Reply {
    match step.next().filter(|_| fields.text("azione") == "avanti") {
        Some(next) => Reply::Go(format!("{}?esito=salvata", paths::preparation_step(id, next.as_str()))),
        None => Reply::Go(format!("{}?esito=salvata", paths::preparation(id))),
    }
}

fn offered(catalogue: &Catalogue, draft: &Draft) -> Offered {
    let questionnaire = catalogue.highest(&draft.told.sheet.questionnaire).unwrap_or_else(|| catalogue.current());
    Offered {
        models: questionnaire.models.iter().map(|one| one.id.clone()).collect(),
        suggestions: questionnaire.suggestions.iter().map(|one| one.id.clone()).collect(),
    }
}
