//! A forum day that is open, with a quesito of Agliè that nobody has released and one that everybody sees.

use affianca::domain::ids::{EditionId, ExpertAnswerId, ForumDayId, ForumPostId, Id, QuestionAttachmentId, QuestionId};
use affianca::platform::db::q;

use crate::house::{Browser, House};

pub struct Forum {
    pub day: ForumDayId,
    /// One whose proceedings are out.
    pub past: ForumDayId,
    /// Of Agliè, for its own eyes and those of the programme; the expert of the table has it.
    pub question: QuestionId,
    pub file: QuestionAttachmentId,
    pub draft: ExpertAnswerId,
    /// Below a quesito that everybody sees.
    pub post: ForumPostId,
}

const FILE: &str = "select question_attachment_id from question_attachment where question_id = $1";
const DRAFT: &str = "select expert_answer_id from answer_question where question_id = $1";
const POST: &str = "select forum_post_id from forum_post where question_id = $1";

pub async fn set(house: &House, edition: &EditionId, (referente, expert, desk): (&Browser<'_>, &Browser<'_>, &Browser<'_>)) -> Forum {
    let day = house.forum_day(edition, &house.forum_draft()).await;
    let mut draft = house.forum_draft();
    for at in [&mut draft.gathering_from, &mut draft.opens_at, &mut draft.closes_at] {
        *at = at.plus_days(-3);
    }
    let past = house.forum_day(edition, &draft).await;
    desk.post(&format!("/segreteria/forum/{past}/pubblicazione"), &[]).await.is(303);
    let question = asked(referente, &day, "Rinnovo").await;
    referente.upload(&format!("/quesiti/{question}/allegati"), &[], "a.pdf", b"%PDF-1.7\n%%EOF\n").await.is(303);
    expert.post(&format!("/quesiti/{question}/presa-in-carico"), &[]).await.is(303);
    expert.post(&format!("/quesiti/{question}/risposta"), &[("testo", "Sì."), ("azione", "salva")]).await.is(303);
    let seen = asked(referente, &day, "Altro").await;
    let text = [("titolo", "Altro"), ("testo", "Che fare?"), ("confermo", "1")];
    desk.post(&format!("/quesiti/{seen}/rilascio"), &text).await.is(303);
    referente.post(&format!("/quesiti/{seen}/interventi"), &[("testo", "Grazie."), ("chiave", "una")]).await.is(303);
    let (file, draft) = (found(house, FILE, &question).await, found(house, DRAFT, &question).await);
    Forum { file, draft, post: found(house, POST, &seen).await, day, past, question }
}

async fn asked(referente: &Browser<'_>, day: &ForumDayId, title: &str) -> QuestionId {
    let day = day.to_string();
    let form = [("tema", "Anagrafe"), ("titolo", title), ("testo", "Che fare?"), ("giorno", day.as_str()), ("simili", "1")];
    let to = referente.post("/quesiti/nuovo", &form).await.is(303).location.unwrap();
    QuestionId::parse(&to["/quesiti/".len()..][..36]).unwrap()
}

async fn found<T: Id>(house: &House, sql: &'static str, question: &QuestionId) -> T {
    let (text,): (String,) = q(sql).bind(question).one(&mut house.db.reader().await.unwrap()).await.unwrap();
    T::parse(&text).unwrap()
}
