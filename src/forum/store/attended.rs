//! Who took part in a giornata, by what they left there: reading alone leaves nothing (docs/decisions/0037).

use sqlx::FromRow;

use crate::access::Actor;
use crate::access::session::EnteName;
use crate::domain::ids::{EditionId, EnteId, ForumDayId, PersonId};
use crate::domain::moment::Moment;
use crate::forum::{Attended, Contribution, Named};
use crate::platform::Result;
use crate::platform::db::q;
use crate::presence::Whose;

/// `$1` edition, `$2` person, `$3` ente: empty for all. `$4` now. What an account did that went over to another is of the other.
const ATTENDED: &str = "\
    with done as ( \
        select q.forum_day_id, q.asked_by as person_id, q.ente_id, 'asked' as what, q.question_id as act from question q \
        union select q.forum_day_id, t.written_by, t.ente_id, 'posted', t.forum_post_id \
            from forum_post t join question q on q.question_id = t.question_id where t.hidden_at is null \
        union select q.forum_day_id, m.written_by, case when m.side = 'ente' then q.ente_id end, 'replied', m.question_message_id \
            from question_message m join question q on q.question_id = m.question_id \
        union select q.forum_day_id, a.written_by, cast(null as text), 'answered', a.expert_answer_id \
            from expert_answer a join answer_question y on y.expert_answer_id = a.expert_answer_id \
            join question q on q.question_id = y.question_id where a.published_at is not null \
        union select q.forum_day_id, a.second_reader, cast(null as text), 'read', a.expert_answer_id \
            from expert_answer a join answer_question y on y.expert_answer_id = a.expert_answer_id \
            join question q on q.question_id = y.question_id where a.read_at is not null \
        union select x.forum_day_id, x.person_id, cast(null as text), 'duty', x.forum_day_id from forum_expert x) \
    select d.forum_day_id, d.edition_id, d.title, d.opens_at, p.person_id, p.name, \
        n.ente_id, n.kind as ente_kind, n.name as ente_name, n.province, n.region, \
        coalesce((select a.qualifica from appointment a where a.person_id = p.person_id and a.ente_id = n.ente_id \
            order by a.starts_on desc, a.appointment_id desc limit 1), '') as qualifica, \
        cast(sum(case when o.what = 'asked' then 1 else 0 end) as bigint) as asked, \
        cast(sum(case when o.what = 'posted' then 1 else 0 end) as bigint) as posted, \
        cast(sum(case when o.what = 'replied' then 1 else 0 end) as bigint) as replied, \
        cast(sum(case when o.what = 'answered' then 1 else 0 end) as bigint) as answered, \
        cast(sum(case when o.what = 'read' then 1 else 0 end) as bigint) as readings, \
        cast(sum(case when o.what = 'duty' then 1 else 0 end) as bigint) as duty \
    from done o join forum_day d on d.forum_day_id = o.forum_day_id join person w on w.person_id = o.person_id \
        join person p on p.person_id = coalesce(w.merged_into, w.person_id) left join ente n on n.ente_id = o.ente_id \
    where d.opens_at <= $4 and ($1 = '' or d.edition_id = $1) and ($2 = '' or p.person_id = $2) and ($3 = '' or o.ente_id = $3) \
    group by d.forum_day_id, d.edition_id, d.title, d.opens_at, p.person_id, p.name, n.ente_id, n.kind, n.name, n.province, n.region \
    order by d.opens_at, d.forum_day_id, p.name, p.person_id, n.ente_id";

#[derive(FromRow)]
struct Row {
    forum_day_id: ForumDayId,
    edition_id: EditionId,
    title: String,
    opens_at: Moment,
    person_id: PersonId,
    name: String,
    ente_id: Option<EnteId>,
    ente_kind: Option<String>,
    ente_name: Option<String>,
    province: Option<String>,
    region: Option<String>,
    qualifica: String,
    asked: i64,
    posted: i64,
    replied: i64,
    answered: i64,
    readings: i64,
    duty: i64,
}

impl Row {
    fn attended(self) -> Attended {
        let ente = match (self.ente_id, self.ente_kind, self.ente_name, self.province) {
            (Some(id), Some(kind), Some(name), Some(province)) => Some(EnteName { id, kind, name, province }),
            _ => None,
        };
        Attended {
            day: self.forum_day_id,
            edition: self.edition_id,
            title: self.title,
            held_on: self.opens_at.day(),
            person: Named { id: self.person_id, name: self.name },
            qualifica: self.qualifica,
            ente,
            region: self.region.unwrap_or_default(),
            did: Contribution {
                asked: self.asked,
                posted: self.posted,
                replied: self.replied,
                answered: self.answered,
                readings: self.readings,
                on_duty: self.duty > 0,
            },
        }
    }
}

/// Who took part in the days that have opened: of an edition, one person, or for one ente. By day, then by name. One statement.
pub async fn attended<R>(actor: &Actor<R>, whose: Whose<'_>) -> Result<Vec<Attended>> {
    let [edition, person, ente] = whose.keys();
    let rows: Vec<Row> = q(ATTENDED).bind(edition).bind(person).bind(ente).bind(actor.now()).all(&mut actor.reader().await?).await?;
    Ok(rows.into_iter().map(Row::attended).collect())
}
