//! A quesito: its page, what is new on it, its files, its private thread.

use maud::Markup;
use rocket::http::Status;
use rocket::{Route, State as Managed, get, post};

use super::tag;
use crate::access::form::Fields;
use crate::access::roles::Seated;
use crate::access::upload::Upload;
use crate::access::{Actor, Participant};
use crate::domain::forum_day::{Refusal, Writing, may_write};
use crate::domain::ids::{Id, QuestionAttachmentId, QuestionId};
use crate::domain::scan;
use crate::domain::upload::Refusal as Refused;
use crate::forum::NoFile;
use crate::forum::pages::{self, ThreadView};
use crate::forum::store::threads::{self, Thread};
use crate::forum::store::{desk, files, live, release};
use crate::forum::words::answers::words as expert_words;
use crate::forum::words::lasting::words as lasting_words;
use crate::forum::words::public::words;
use crate::platform::config::Config;
use crate::platform::media::Media;
use crate::platform::{Result, random};
use crate::ui::page::{Frame, Notice};
use crate::ui::paths;
use crate::ui::reply::{Known, Reply};
use crate::web::frame::Glance;
use crate::web::serving::{Asked, File, Served};
use crate::web::uploads::{NotKept, Uploads};

pub(super) fn routes() -> Vec<Route> {
    rocket::routes![one, news, attach, file, message]
}

/// What was typed and is to be shown again, why it was not kept, what is to be told above.
#[derive(Default)]
pub(super) struct Returned<'a> {
    pub typed: &'a str,
    /// A line of the private thread.
    pub message: &'a str,
    pub refused: Option<Option<Refusal>>,
    pub notice: Option<Notice>,
}

/// The page of a thread for whoever asks.
pub(super) async fn page(
    actor: &Actor<Participant>,
    frame: &Frame<'_>,
    config: &Config,
    (id, returned): (&QuestionId, Returned<'_>),
) -> Result<Markup> {
    drawn(actor, frame, config, (id, returned), pages::thread).await
}

/// A thread as `draw` shows it: the page, or the part of it that is asked for again.
async fn drawn<T>(
    actor: &Actor<Participant>,
    frame: &Frame<'_>,
    config: &Config,
    (id, returned): (&QuestionId, Returned<'_>),
    draw: impl FnOnce(&ThreadView<'_>) -> T,
) -> Result<T> {
    let thread = threads::thread(actor, id).await?;
    let mark = live::Mark::of_question(&thread.question, actor.now());
    let experts = if actor.role().seat().sees_all() { desk::experts(actor).await? } else { Vec::new() };
    let (tag, key) = (tag(frame.lang, mark), random::token());
    let Thread { question, .. } = &thread;
    let now = match (&question.day, &question.released) {
        (Some(day), Some(_)) => may_write(Writing::Post, &day.hours, actor.now()).map_err(Some),
        _ => Err(None),
    };
    let view = ThreadView {
        frame,
        now: actor.now(),
        question,
        sight: thread.sight,
        seat: actor.role().seat(),
        me: actor.person().as_str(),
        is_own: threads::is_own(actor, question),
        files: &thread.files,
        answers: &thread.answers,
        others: &thread.others,
        posts: &thread.posts,
        messages: &thread.messages,
        interested: thread.interested,
        is_interested: thread.is_interested,
        follows: thread.follows,
        experts: &experts,
        may_post: returned.refused.map_or(now, Err),
        typed: returned.typed,
        message: returned.message,
        key: &key,
        footer: &config.site.forum_footer,
        tag: &tag,
        notice: returned.notice,
    };
    Ok(draw(&view))
}

/// How a redirect says that a file was not attached.
const NOT_ATTACHED: [(&str, NoFile); 8] = [
    ("file-manca", NoFile::Scan(scan::Refusal::Missing)),
    ("file-grande", NoFile::Scan(scan::Refusal::TooLarge)),
    ("file-altro", NoFile::Scan(scan::Refusal::Unknown)),
    ("file-doppio", NoFile::Scan(scan::Refusal::Twice)),
    ("file-attesa", NoFile::Upload(NotKept::Waiting)),
    ("file-spazio", NoFile::Upload(NotKept::Full)),
    ("file-antivirus", NoFile::Upload(NotKept::Refused(Refused::Unsafe))),
    ("file-perso", NoFile::Upload(NotKept::Gone)),
];

fn notice(frame: &Frame<'_>, esito: Option<&str>) -> Option<Notice> {
    let (words, expert) = (words(frame.lang), expert_words(frame.lang));
    let done = |text| Some(Notice::done(text));
    match esito? {
        "inviato" => done(words.sent),
        "in-coda" => done(words.sent_queue),
        "seguito" => done(words.following),
        "non-seguito" => done(words.not_following),
        "intervento" => done(words.commented),
        "annotato" => done(words.noted),
        "messaggio" => done(words.message_sent),
        "allegato" => done(words.attached),
        "segnalato" => done(words.reported),
        "nascosto" => done(words.was_hidden),
        "mostrato" => done(words.was_restored),
        "non-ancora" => Some(Notice::care(lasting_words(frame.lang).not_yet)),
        "preso" => done(expert.taken),
        "passato" => done(expert.handed),
        "rilasciato" => done(expert.was_released),
        "ritirato" => done(expert.withdrawn),
        "archiviato" => done(expert.declined),
        "ripreso" => done(expert.resumed),
        "pubblicata" => done(expert.published),
        "motivo" => Some(Notice::care(words.no_why)),
        other => NOT_ATTACHED.iter().find(|(name, _)| *name == other).map(|(_, why)| Notice::care(&pages::no_file(frame.lang, *why))),
    }
}

#[get("/quesiti/<id>?<esito>")]
async fn one(actor: Actor<Participant>, frame: Frame<'_>, config: &Managed<Config>, id: QuestionId, esito: Option<&str>) -> Result<Reply> {
    let returned = Returned { notice: notice(&frame, esito), ..Returned::default() };
    // The key of the forms opens nothing, but belongs to this page alone.
    Ok(Reply::Private(page(&actor, &frame, config, (&id, returned)).await?))
}

/// What is new: nothing, or the part of the page that changes.
#[get("/quesiti/<id>/novita")]
async fn news(actor: Actor<Participant>, glance: Glance<'_>, config: &Managed<Config>, known: Known, id: QuestionId) -> Result<Reply> {
    let now = tag(glance.lang(), live::question(&actor, &id).await?);
    if known.is(&now) {
        return Ok(Reply::Unchanged(now));
    }
    let frame = glance.frame().await?;
    // The tag of what was read now: somebody may have written since it was asked for.
    let news = |view: &ThreadView<'_>| (view.tag.to_owned(), pages::live(view).into_string());
    let (tag, live) = drawn(&actor, &frame, config, (&id, Returned::default()), news).await?;
    Ok(Reply::News(tag, serde_json::json!({ "filo": live })))
}

/// `oscura`: the file of which this one is the redacted copy.
#[post("/quesiti/<id>/allegati", data = "<upload>")]
async fn attach(actor: Actor<Participant>, uploads: &Managed<Uploads>, id: QuestionId, upload: Upload) -> Result<Reply> {
    let redacts = QuestionAttachmentId::parse(upload.fields.text("oscura"));
    let told = match files::attach(&actor, uploads, (&id, redacts.as_ref()), upload.file).await? {
        Ok(()) => "allegato",
        Err(why) => NOT_ATTACHED.iter().find(|(_, one)| *one == why).map_or("file-perso", |(name, _)| name),
    };
    Ok(Reply::Go(format!("{}?esito={told}", paths::quesito(&id))))
}

#[get("/quesiti/<id>/allegati/<file>")]
async fn file(
    actor: Actor<Participant>,
    media: &Managed<Media>,
    asked: Asked,
    id: QuestionId,
    file: QuestionAttachmentId,
) -> Result<Served> {
    let (kept, named) = files::one(&actor, (&id, &file)).await?;
    // The name that somebody chose may itself name a person: it stays on the page, for those who see it whole.
    let name = format!("allegato-{file}.{}", kept.kind.ending());
    Served::kept(&asked, media, &named, File::to_keep(&name, kept.kind.media())).await
}

#[post("/quesiti/<id>/chiarimenti", data = "<fields>")]
async fn message(actor: Actor<Participant>, frame: Frame<'_>, config: &Managed<Config>, id: QuestionId, fields: Fields) -> Result<Reply> {
    let (text, key) = (fields.text("messaggio"), fields.text("chiave"));
    if text.is_empty() || text.chars().count() > 4000 || key.is_empty() {
        let told = if text.is_empty() { words(frame.lang).no_message } else { lasting_words(frame.lang).too_long };
        let returned = Returned { message: text, notice: Some(Notice::care(told)), ..Returned::default() };
        return Ok(Reply::PageWith(Status::UnprocessableEntity, page(&actor, &frame, config, (&id, returned)).await?));
    }
    release::message(&actor, &id, text, key).await?;
    Ok(Reply::Go(format!("{}?esito=messaggio", paths::quesito(&id))))
}
