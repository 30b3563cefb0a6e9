//! What a closed day comes to: released quesiti by theme with the answers that hold, and the figures.

use std::collections::BTreeMap;

use sqlx::FromRow;

use super::days::{View, sheet};
use super::settled::AnswerRow;
use crate::access::Actor;
use crate::domain::ids::{ExpertAnswerId, ForumDayId, QuestionId};
use crate::domain::moment::Moment;
use crate::domain::question::median;
use crate::forum::{Answer, Figures, Proceedings, Settled, Text};
use crate::platform::Result;
use crate::platform::db::q;

const QUESTIONS: &str = "\
    select q.question_id, q.theme, q.released_title, q.released_body, q.released_law from question q \
    where q.forum_day_id = $1 and q.released_at is not null and q.declined_at is null order by q.asked_at, q.question_id";
const LINKS: &str = "\
    select x.question_id, x.expert_answer_id from question q join answer_question x on x.question_id = q.question_id \
    where q.forum_day_id = $1 and q.released_at is not null and q.declined_at is null order by x.question_id, x.expert_answer_id";
const ANSWERS: &str = "\
    select distinct a.expert_answer_id, a.theme, coalesce(p.name, '') as author, a.written_by, a.author_role, a.body, a.law, a.valid_until, \
        a.read_twice, r.name as reader, a.read_at, a.changed_at, a.published_at, a.superseded_by, a.superseded_at, a.revision \
    from question q join answer_question x on x.question_id = q.question_id \
        join expert_answer a on a.expert_answer_id = x.expert_answer_id left join person p on p.person_id = a.written_by \
        left join person r on r.person_id = a.second_reader \
    where q.forum_day_id = $1 and q.released_at is not null and q.declined_at is null and a.published_at is not null \
        and a.superseded_at is null";
/// Of released quesiti alone: figures are a road as well.
const TIMES: &str = "\
    select q.asked_at, q.answered_at, q.ente_id, \
        (select count(*) from forum_post t where t.question_id = q.question_id and t.hidden_at is null) as posts \
    from question q where q.forum_day_id = $1 and q.released_at is not null and q.declined_at is null";

#[derive(FromRow)]
struct QuestionRow {
    question_id: QuestionId,
    theme: String,
    released_title: Option<String>,
    released_body: Option<String>,
    released_law: Option<String>,
}

#[derive(FromRow)]
struct LinkRow {
    question_id: QuestionId,
    expert_answer_id: ExpertAnswerId,
}

#[derive(FromRow)]
struct TimeRow {
    asked_at: Moment,
    answered_at: Option<Moment>,
    ente_id: String,
    posts: i64,
}

/// Eight statements, whatever there is.
pub async fn of<R>(actor: &Actor<R>, id: &ForumDayId) -> Result<Proceedings> {
    let sheet = sheet(actor, id, View::PUBLIC).await?;
    let mut conn = actor.reader().await?;
    let questions: Vec<QuestionRow> = q(QUESTIONS).bind(id).all(&mut conn).await?;
    let links: Vec<LinkRow> = q(LINKS).bind(id).all(&mut conn).await?;
    let answers: Vec<AnswerRow> = q(ANSWERS).bind(id).all(&mut conn).await?;
    let times: Vec<TimeRow> = q(TIMES).bind(id).all(&mut conn).await?;
    let answers: BTreeMap<ExpertAnswerId, Answer> = answers.into_iter().map(|row| row.answer()).map(|one| (one.id.clone(), one)).collect();
    let figures = figures(&times, &links, &answers);
    let mut themes: Vec<(String, Vec<Settled>)> = sheet.day.themes.iter().map(|theme| (theme.clone(), Vec::new())).collect();
    for row in questions {
        let of_it = |link: &&LinkRow| link.question_id == row.question_id;
        let own = links.iter().filter(of_it).filter_map(|link| answers.get(&link.expert_answer_id)).cloned().collect();
        let text = Text {
            title: row.released_title.unwrap_or_default(),
            body: row.released_body.unwrap_or_default(),
            law: row.released_law.unwrap_or_default(),
        };
        let settled = Settled { id: row.question_id, text, answers: own };
        match themes.iter_mut().find(|(theme, _)| *theme == row.theme) {
            Some((_, list)) => list.push(settled),
            None => themes.push((row.theme, vec![settled])),
        }
    }
    themes.retain(|(_, list)| !list.is_empty());
    Ok(Proceedings { day: sheet.day, experts: sheet.experts, themes, figures })
}

fn figures(times: &[TimeRow], links: &[LinkRow], answers: &BTreeMap<ExpertAnswerId, Answer>) -> Figures {
    let count = |n: usize| i64::try_from(n).unwrap_or(i64::MAX);
    let minutes: Vec<i64> = times.iter().filter_map(|row| Some(row.answered_at?.minutes_since(row.asked_at))).collect();
    let mut by_answer: BTreeMap<&ExpertAnswerId, usize> = BTreeMap::new();
    for link in links.iter().filter(|link| answers.contains_key(&link.expert_answer_id)) {
        *by_answer.entry(&link.expert_answer_id).or_default() += 1;
    }
    let enti: std::collections::BTreeSet<&str> = times.iter().map(|row| row.ente_id.as_str()).collect();
    Figures {
        asked: count(times.len()),
        answered: count(minutes.len()),
        merged: count(by_answer.values().filter(|n| **n > 1).sum()),
        median_minutes: median(minutes),
        enti: count(enti.len()),
        posts: times.iter().map(|row| row.posts).sum(),
    }
}
