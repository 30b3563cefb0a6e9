//! A quesito with all that stands below it, for those who may see it.

use sqlx::FromRow;

use super::hours::HoursRow;
use super::{files, list, own_ente, settled};
use crate::access::Actor;
use crate::access::roles::Seated;
use crate::access::session::EnteName;
use crate::domain::ids::{EditionId, EnteId, ForumDayId, ForumPostId, Id, PersonId, QuestionId};
use crate::domain::moment::Moment;
use crate::domain::question::{Sight, sight};
use crate::forum::{Answer, Attachment, DayOfQuestion, Followed, Message, Named, Post, Question, Side, Text};
use crate::platform::db::{AsConn, q};
use crate::platform::{Error, Result};

/// The same for all who look: it is read once for hundreds of them.
const ONE: &str = "\
    select q.question_id, q.edition_id, q.theme, q.ente_id, e.kind, e.name as ente_name, e.province, q.asked_by, \
        a.name as asker, q.asked_at, q.title, q.body, q.law, q.flags, q.released_title, q.released_body, q.released_law, q.released_at, \
        q.assigned_to, x.name as expert, q.assigned_at, q.answered_at, q.declined_at, q.declined_why, q.touched, \
        d.forum_day_id, d.title as day_title, d.read_twice, d.gathering_from, d.opens_at, d.closes_at, d.extended_to, d.published_at, \
        (select count(*) from question_attachment f where f.question_id = q.question_id) as files, \
        (select count(*) from answer_question y where y.question_id = q.question_id) as answers, \
        (select count(*) from question_message m where m.question_id = q.question_id) as messages, \
        (select count(*) from question_interest i where i.question_id = q.question_id) as interested \
    from question q join ente e on e.ente_id = q.ente_id left join person a on a.person_id = q.asked_by \
        left join person x on x.person_id = q.assigned_to left join forum_day d on d.forum_day_id = q.forum_day_id \
    where q.question_id = $1";
/// Quesiti that interest the ente `$1` too, and those that the person `$2` follows (`$3`: the kind of follow): all of them, so that it is
/// the same question from one quesito to the next.
const MARKED: &str = "\
    select i.question_id as about, cast(0 as bigint) as is_follow from question_interest i where i.ente_id = $1 \
    union all select f.about, cast(1 as bigint) as is_follow from forum_follow f where f.person_id = $2 and f.kind = $3";
const MESSAGES: &str = "\
    select m.side, m.body, m.written_at, coalesce(p.name, '') as author from question_message m \
    left join person p on p.person_id = m.written_by where m.question_id = $1 order by m.written_at, m.question_message_id";
/// Hidden ones are kept for those who look after the forum: `$2` sees all.
const POSTS: &str = "\
    select t.forum_post_id, coalesce(p.name, '') as author, t.author_role, t.ente_id, e.kind, e.name as ente_name, e.province, \
        t.body, t.written_at, t.hidden_at, t.hidden_why, cast(case when t.ente_id = q.ente_id then 1 else 0 end as bigint) as by_asker, \
        (select count(*) from forum_post_step s where s.forum_post_id = t.forum_post_id and s.step = 'reported') as reports \
    from forum_post t join question q on q.question_id = t.question_id left join person p on p.person_id = t.written_by \
        left join ente e on e.ente_id = t.ente_id \
    where t.question_id = $1 and (t.hidden_at is null or $2) order by t.written_at, t.forum_post_id";
#[derive(FromRow)]
struct Row {
    question_id: QuestionId,
    edition_id: EditionId,
    theme: String,
    ente_id: EnteId,
    kind: String,
    ente_name: String,
    province: String,
    asked_by: Option<PersonId>,
    asker: Option<String>,
    asked_at: Moment,
    title: String,
    body: String,
    law: String,
    flags: String,
    released_title: Option<String>,
    released_body: Option<String>,
    released_law: Option<String>,
    released_at: Option<Moment>,
    assigned_to: Option<PersonId>,
    expert: Option<String>,
    assigned_at: Option<Moment>,
    answered_at: Option<Moment>,
    declined_at: Option<Moment>,
    declined_why: Option<String>,
    touched: i64,
    forum_day_id: Option<ForumDayId>,
    day_title: Option<String>,
    read_twice: Option<String>,
    #[sqlx(flatten)]
    hours: HoursRow,
    files: i64,
    answers: i64,
    messages: i64,
    interested: i64,
}

#[derive(FromRow)]
struct MarkRow {
    about: String,
    is_follow: i64,
}

/// What there is to be read below a quesito, so that nothing is asked for that is not there; and what enti think of it.
struct Below {
    files: bool,
    answers: bool,
    messages: bool,
    interested: i64,
}

impl Row {
    fn below(&self) -> Below {
        Below { files: self.files > 0, answers: self.answers > 0, messages: self.messages > 0, interested: self.interested }
    }

    fn question(self) -> Result<Question> {
        let day = self.day()?;
        let named = |id: Option<PersonId>, name: Option<String>| id.map(|id| Named { id, name: name.unwrap_or_default() });
        let released = match (self.released_at, self.released_title, self.released_body) {
            (Some(_), Some(title), Some(body)) => Some(Text { title, body, law: self.released_law.unwrap_or_default() }),
            _ => None,
        };
        Ok(Question {
            id: self.question_id,
            edition: self.edition_id,
            theme: self.theme,
            ente: EnteName { id: self.ente_id, kind: self.kind, name: self.ente_name, province: self.province },
            asked_by: named(self.asked_by, self.asker),
            asked_at: self.asked_at,
            original: Text { title: self.title, body: self.body, law: self.law },
            flags: list(&self.flags)?,
            released,
            released_at: self.released_at,
            assigned_to: named(self.assigned_to, self.expert),
            assigned_at: self.assigned_at,
            answered_at: self.answered_at,
            declined: self.declined_at.map(|at| (at, self.declined_why.unwrap_or_default())),
            day,
            touched: self.touched,
        })
    }

    fn day(&self) -> Result<Option<DayOfQuestion>> {
        let (Some(id), Some(hours)) = (&self.forum_day_id, self.hours.if_any()) else { return Ok(None) };
        let (title, read_twice) = (self.day_title.clone().unwrap_or_default(), list(self.read_twice.as_deref().unwrap_or("[]"))?);
        Ok(Some(DayOfQuestion { id: id.clone(), title, hours, read_twice }))
    }
}

/// A quesito whoever asks: the caller has looked whether they may.
pub async fn question(on: &mut impl AsConn, id: &QuestionId) -> Result<Question> {
    row(on, id).await?.question()
}

async fn row(on: &mut impl AsConn, id: &QuestionId) -> Result<Row> {
    q(ONE).bind(id).one(on).await
}

/// What of a quesito somebody sees; one laid aside is not seen by others.
pub fn sight_of(question: &Question, seated: &impl Seated) -> Sight {
    let shown = question.released.is_some() && question.declined.is_none();
    sight(seated.seat(), &question.ente.id, shown)
}

/// A quesito, if somebody may see anything of it.
pub async fn seen<R: Seated>(actor: &Actor<R>, id: &QuestionId) -> Result<(Question, Sight)> {
    let question = question(&mut actor.reader().await?, id).await?;
    match sight_of(&question, actor.role()) {
        Sight::Nothing => Err(Error::NotFound),
        sight => Ok((question, sight)),
    }
}

#[derive(FromRow)]
struct MessageRow {
    side: String,
    body: String,
    written_at: Moment,
    author: String,
}

#[derive(FromRow)]
struct PostRow {
    forum_post_id: ForumPostId,
    author: String,
    author_role: String,
    ente_id: Option<EnteId>,
    kind: Option<String>,
    ente_name: Option<String>,
    province: Option<String>,
    body: String,
    written_at: Moment,
    hidden_at: Option<Moment>,
    hidden_why: Option<String>,
    by_asker: i64,
    reports: i64,
}

impl PostRow {
    fn post(self) -> Post {
        let ente = self.ente_id.map(|id| EnteName {
            id,
            kind: self.kind.unwrap_or_default(),
            name: self.ente_name.unwrap_or_default(),
            province: self.province.unwrap_or_default(),
        });
        Post {
            id: self.forum_post_id,
            author: self.author,
            author_role: self.author_role,
            ente,
            by_asker: self.by_asker == 1,
            body: self.body,
            written_at: self.written_at,
            hidden: self.hidden_at.map(|at| (at, self.hidden_why.unwrap_or_default())),
            reports: self.reports,
        }
    }
}

/// All that stands below a quesito, as far as somebody may see it.
#[derive(Debug, Clone)]
pub struct Thread {
    pub question: Question,
    pub sight: Sight,
    pub files: Vec<Attachment>,
    pub answers: Vec<Answer>,
    /// Other quesiti that an answer closes as well, which they may see.
    pub others: Vec<(QuestionId, String)>,
    pub posts: Vec<Post>,
    /// The private thread; empty for others.
    pub messages: Vec<Message>,
    pub interested: i64,
    pub is_interested: bool,
    pub follows: bool,
}

/// Three statements and one more for each kind of thing that is there, however many of them.
pub async fn thread<R: Seated>(actor: &Actor<R>, id: &QuestionId) -> Result<Thread> {
    let (mut conn, seated) = (actor.reader().await?, actor.role());
    let row = row(&mut conn, id).await?;
    let (below, question) = (row.below(), row.question()?);
    let sight = sight_of(&question, seated);
    if sight == Sight::Nothing {
        return Err(Error::NotFound);
    }
    let all = seated.seat().sees_all();
    let files = if below.files { files::of(&mut conn, seated, id).await? } else { Vec::new() };
    let answers = if below.answers { settled::published(&mut conn, id).await? } else { Vec::new() };
    let others = if answers.is_empty() { Vec::new() } else { settled::also(&mut conn, id, (own_ente(seated), all)).await? };
    let posts: Vec<PostRow> = q(POSTS).bind(id).bind(all).all(&mut conn).await?;
    let marked = q(MARKED).bind(own_ente(seated)).bind(actor.person()).bind(Followed::Question.as_str());
    let marked: Vec<MarkRow> = marked.all(&mut conn).await?;
    let is_marked = |as_follow: bool| marked.iter().any(|mark| mark.about == id.as_str() && (mark.is_follow == 1) == as_follow);
    let messages: Vec<MessageRow> =
        if below.messages && sight == Sight::Whole { q(MESSAGES).bind(id).all(&mut conn).await? } else { Vec::new() };
    Ok(Thread {
        files,
        answers,
        others,
        posts: posts.into_iter().map(PostRow::post).collect(),
        messages: messages.into_iter().map(MessageRow::message).collect(),
        interested: below.interested,
        is_interested: is_marked(false),
        follows: is_marked(true),
        question,
        sight,
    })
}

impl MessageRow {
    fn message(self) -> Message {
        let side = if self.side == "expert" { Side::Expert } else { Side::Ente };
        Message { side, body: self.body, written_at: self.written_at, author: self.author }
    }
}

/// Whether the ente of whoever looks asked it.
pub fn is_own<R: Seated>(actor: &Actor<R>, question: &Question) -> bool {
    actor.role().seat().ente().is_some_and(|ente| ente.as_str() == question.ente.id.as_str())
}
