//! Addresses of the forum telematico: its days for everybody, quesiti for those who take part, the expert's queue, the desk.

use crate::domain::ids::{ExpertAnswerId, ForumDayId, ForumPostId, QuestionAttachmentId, QuestionId};
use crate::ui::paths::encoded;

/// The days of the forum, and one's own quesiti.
pub const FORUM: &str = "/forum";
/// A form: a new quesito; POST `tema`, `titolo`, `testo`, `norma`, `giorno`, `file`.
pub const ASK: &str = "/quesiti/nuovo";
/// What may answer a quesito already, `testo`, as JSON.
pub const SIMILAR: &str = "/quesiti/simili";
/// What the forum has published, to be followed (Atom).
pub const FORUM_FEED: &str = "/forum.atom";
/// The hours of experts, by day; `.csv` and `.xlsx` as a table to keep.
pub const EXPERT_HOURS: &str = "/segreteria/forum/ore-esperti";
/// POST `cosa`, `quale`: follows a quesito, a theme or a day, or no more with `smetti`.
pub const FOLLOW: &str = "/forum/segui";
/// What one follows; POST `cosa`, `quale`, `edizione`: no more.
pub const FOLLOWING: &str = "/forum/seguiti";
/// What waits for an answer.
pub const QUEUE: &str = "/area/quesiti";
/// The days at the desk.
pub const FORUM_DESK: &str = "/segreteria/forum";
/// A form: a new day.
pub const NEW_FORUM_DAY: &str = "/segreteria/forum/nuova";

/// A day of the forum.
pub fn forum_day(id: &ForumDayId) -> String {
    format!("{FORUM}/{id}")
}

/// The quesiti of a day that these filters leave; empty ones say nothing. Pages count from 1.
pub fn forum_day_list(id: &ForumDayId, (theme, state): (&str, &str), page: usize) -> String {
    let page = if page > 1 { page.to_string() } else { String::new() };
    let pairs = [("tema", encoded(theme)), ("stato", encoded(state)), ("pagina", page)];
    let query: Vec<String> = pairs.iter().filter(|(_, value)| !value.is_empty()).map(|(name, value)| format!("{name}={value}")).collect();
    if query.is_empty() { forum_day(id) } else { format!("{}?{}", forum_day(id), query.join("&")) }
}

/// What is new on a day, as JSON, with an ETag.
pub fn forum_day_news(id: &ForumDayId, filters: (&str, &str)) -> String {
    let list = forum_day_list(id, filters, 1);
    list.replacen(&forum_day(id), &format!("{FORUM}/{id}/novita"), 1)
}

/// What remains of a day.
pub fn proceedings(id: &ForumDayId) -> String {
    format!("{FORUM}/{id}/atti")
}

pub fn proceedings_file(id: &ForumDayId) -> String {
    format!("{FORUM}/{id}/atti.pdf")
}

/// The form of a quesito for this day.
pub fn ask_on(id: &ForumDayId) -> String {
    format!("{ASK}?giorno={id}")
}

/// A quesito with its answers; `question` is that of a questionnaire.
pub fn quesito(id: &QuestionId) -> String {
    format!("/quesiti/{id}")
}

/// POST: its answer becomes the draft of a domanda frequente.
pub fn question_to_faq(id: &QuestionId) -> String {
    format!("/quesiti/{id}/domanda-frequente")
}

/// What is new in a thread, as JSON, with an ETag.
pub fn question_news(id: &QuestionId) -> String {
    format!("/quesiti/{id}/novita")
}

/// The original beside the text that others will see; POST releases it.
pub fn question_release(id: &QuestionId) -> String {
    format!("/quesiti/{id}/rilascio")
}

/// POST: what was released is no more seen by others.
pub fn question_withdrawal(id: &QuestionId) -> String {
    format!("/quesiti/{id}/ritiro")
}

/// POST `file`: one more file.
pub fn question_files(id: &QuestionId) -> String {
    format!("/quesiti/{id}/allegati")
}

pub fn question_file(id: &QuestionId, file: &QuestionAttachmentId) -> String {
    format!("/quesiti/{id}/allegati/{file}")
}

/// POST `testo`: a line of the private thread.
pub fn question_messages(id: &QuestionId) -> String {
    format!("/quesiti/{id}/chiarimenti")
}

/// POST: an expert takes it.
pub fn question_taking(id: &QuestionId) -> String {
    format!("/quesiti/{id}/presa-in-carico")
}

/// POST `a`: it goes to another expert, or back into the queue.
pub fn question_handing(id: &QuestionId) -> String {
    format!("/quesiti/{id}/passaggio")
}

/// POST `motivo`: it is laid aside; without a reason it is taken up again.
pub fn question_declining(id: &QuestionId) -> String {
    format!("/quesiti/{id}/archiviazione")
}

/// The draft of an answer; POST keeps or publishes it.
pub fn question_answer(id: &QuestionId) -> String {
    format!("/quesiti/{id}/risposta")
}

/// A draft as its second reader sees it; POST: read.
pub fn answer_reading(id: &ExpertAnswerId) -> String {
    format!("/risposte/{id}/rilettura")
}

/// POST `testo`: an intervento.
pub fn question_posts(id: &QuestionId) -> String {
    format!("/quesiti/{id}/interventi")
}

/// POST: it interests the ente acted for too, or no more.
pub fn question_interest(id: &QuestionId) -> String {
    format!("/quesiti/{id}/interesse")
}

/// POST `motivo`: somebody should look at it.
pub fn post_report(id: &ForumPostId) -> String {
    format!("/interventi/{id}/segnalazione")
}

/// POST `motivo`: nobody sees it any more; without a reason it is seen again.
pub fn post_hiding(id: &ForumPostId) -> String {
    format!("/interventi/{id}/visibilita")
}

/// A day at the desk.
pub fn desk_forum_day(id: &ForumDayId) -> String {
    format!("{FORUM_DESK}/{id}")
}

pub fn desk_forum_day_change(id: &ForumDayId) -> String {
    format!("{FORUM_DESK}/{id}/modifica")
}

/// POST `ora`, `motivo`: it ends later.
pub fn desk_forum_day_extension(id: &ForumDayId) -> String {
    format!("{FORUM_DESK}/{id}/proroga")
}

/// POST: its proceedings are out.
pub fn desk_forum_day_publishing(id: &ForumDayId) -> String {
    format!("{FORUM_DESK}/{id}/pubblicazione")
}

/// POST: a day of which nobody has asked anything is forgotten.
pub fn desk_forum_day_discarding(id: &ForumDayId) -> String {
    format!("{FORUM_DESK}/{id}/eliminazione")
}
