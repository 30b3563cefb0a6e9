//! Goes at quizzes: begun with a draw that is kept, handed in once.

use sqlx::FromRow;

use super::{complete, hold};
use crate::access::Actor;
use crate::access::roles::Signed;
use crate::courses::{Attempt, Ended, HandedIn};
use crate::domain::course::draw::draw;
use crate::domain::course::progress::{NotNow, tries_left};
use crate::domain::course::quiz::{Outcome, mark};
use crate::domain::course::{Course, Quiz};
use crate::domain::ids::{CourseEnrolmentId, QuizAttemptId};
use crate::domain::moment::Moment;
use crate::domain::questionnaire::answer::{Answers, answer_from_json, answers_to_json};
use crate::platform::db::{AsConn, q};
use crate::platform::{Error, Result, random};

const ATTEMPTS: &str = "\
    select quiz_attempt_id, number, course_hash, paper, answers, ended_at, right_answers, passed, asked from quiz_attempt \
    where course_enrolment_id = $1 and quiz = $2 order by number";
const DROP: &str = "delete from quiz_attempt where course_enrolment_id = $1 and quiz = $2 and ended_at is null";
const BEGIN: &str = "\
    insert into quiz_attempt (quiz_attempt_id, course_enrolment_id, quiz, final, number, version, course_hash, seed, paper, begun_at, asked) \
    values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)";
const END: &str = "\
    update quiz_attempt set answers = $2, ended_at = $3, right_answers = $4, passed = $5 where quiz_attempt_id = $1 and ended_at is null";
const PASSED: &str = "update course_enrolment set test_passed_at = $2 where course_enrolment_id = $1 and test_passed_at is null";

#[derive(FromRow)]
struct Row {
    quiz_attempt_id: QuizAttemptId,
    number: i64,
    course_hash: String,
    paper: String,
    answers: Option<String>,
    ended_at: Option<Moment>,
    right_answers: Option<i64>,
    passed: Option<bool>,
    asked: i64,
}

impl Row {
    fn attempt(self, quiz: &Quiz) -> Result<Attempt> {
        let bug = |e: serde_json::Error| Error::Bug(format!("attempt {}: {e}", self.quiz_attempt_id));
        let paper = serde_json::from_str(&self.paper).map_err(bug)?;
        let ended = match (self.answers, self.ended_at, self.right_answers, self.passed) {
            (Some(answers), Some(at), Some(right), Some(passed)) => {
                let count = |number: i64| usize::try_from(number).unwrap_or(0);
                let outcome = Outcome { right: count(right), of: count(self.asked), passed };
                Some(Ended { at, answers: readable(quiz, &serde_json::from_str(&answers).map_err(bug)?), outcome })
            }
            _ => None,
        };
        Ok(Attempt { id: self.quiz_attempt_id, number: self.number, hash: self.course_hash, paper, ended })
    }
}

/// The answers to questions that the quiz still has.
fn readable(quiz: &Quiz, stored: &serde_json::Map<String, serde_json::Value>) -> Answers {
    let known = stored.iter().filter_map(|(id, value)| Some((id, quiz.item(id)?, value)));
    known.filter_map(|(id, item, value)| Some((id.clone(), answer_from_json(&item.question, value).ok()?))).collect()
}

/// All goes of somebody at a quiz, the first first. One statement.
pub(in crate::courses) async fn attempts<R>(actor: &Actor<R>, enrolment: &CourseEnrolmentId, quiz: &Quiz) -> Result<Vec<Attempt>> {
    of(&mut actor.reader().await?, enrolment, quiz).await
}

async fn of(on: &mut impl AsConn, enrolment: &CourseEnrolmentId, quiz: &Quiz) -> Result<Vec<Attempt>> {
    let rows: Vec<Row> = q(ATTEMPTS).bind(enrolment).bind(&quiz.id).all(on).await?;
    rows.into_iter().map(|row| row.attempt(quiz)).collect()
}

/// The one that is open on the course as it is now.
pub(in crate::courses) fn open<'a>(attempts: &'a [Attempt], course: &Course) -> Option<&'a Attempt> {
    attempts.iter().find(|attempt| attempt.ended.is_none() && attempt.hash == course.hash)
}

/// Begins an attempt, or finds the one that is open; or says why there is none now. One begun on a course that has changed since is
/// dropped: it was not handed in, and does not count.
pub async fn begin<R: Signed>(actor: &Actor<R>, course: &Course, quiz: &Quiz) -> Result<Result<QuizAttemptId, NotNow>> {
    let (mut tx, found) = hold(actor, &course.id).await?;
    let before = of(&mut tx, &found.id, quiz).await?;
    if let Some(open) = open(&before, course) {
        return Ok(Ok(open.id.clone()));
    }
    let is_final = quiz.id == course.test.id;
    if is_final {
        let left = course.lessons.len() - found.progress.read_of(course);
        match (found.progress.test_passed, left) {
            (true, _) => return Ok(Err(NotNow::Passed)),
            (_, 1..) => return Ok(Err(NotNow::LessonsLeft(left))),
            _ => {}
        }
    }
    let ended: Vec<Moment> = before.iter().filter_map(|attempt| Some(attempt.ended.as_ref()?.at)).collect();
    if let Some(Err(why)) = quiz.tries.map(|tries| tries_left(tries, &ended, actor.now())) {
        return Ok(Err(why));
    }
    q(DROP).bind(&found.id).bind(&quiz.id).run(&mut tx).await?;
    let seed = u64::from_be_bytes(random::bytes()) >> 1;
    let paper = draw(quiz, seed);
    let (id, asked): (QuizAttemptId, _) = (random::id(actor.now()), paper.questions.len() as i64);
    let text = serde_json::to_string(&paper).map_err(|e| Error::Bug(format!("a paper: {e}")))?;
    let insert = q(BEGIN).bind(&id).bind(&found.id).bind(&quiz.id).bind(is_final).bind(ended.len() as i64 + 1);
    let insert = insert.bind(i64::from(course.version)).bind(&course.hash).bind(seed as i64).bind(text).bind(actor.now()).bind(asked);
    insert.run(&mut tx).await?;
    tx.commit().await?;
    Ok(Ok(id))
}

/// Marks what was handed in, once. Answers to questions that were not asked are left out.
pub async fn hand_in<R: Signed>(
    actor: &Actor<R>,
    (course, quiz): (&Course, &Quiz),
    id: &QuizAttemptId,
    answers: &Answers,
) -> Result<HandedIn> {
    let (mut tx, mut found) = hold(actor, &course.id).await?;
    let before = of(&mut tx, &found.id, quiz).await?;
    let attempt = before.iter().find(|attempt| attempt.id == *id).ok_or(Error::NotFound)?;
    if attempt.ended.is_some() {
        return Ok(HandedIn::Before);
    }
    let Some(items) = attempt.paper.items(quiz).filter(|_| attempt.hash == course.hash) else { return Ok(HandedIn::Outdated) };
    let mut answers = answers.clone();
    answers.retain(|question, _| items.iter().any(|item| item.question.id == *question));
    let outcome = mark(items.into_iter(), &answers, quiz.pass);
    let stored = serde_json::Value::from(answers_to_json(&answers)).to_string();
    q(END).bind(id).bind(stored).bind(actor.now()).bind(outcome.right as i64).bind(outcome.passed).run(&mut tx).await?;
    if outcome.passed && quiz.id == course.test.id {
        q(PASSED).bind(&found.id).bind(actor.now()).run(&mut tx).await?;
        found.progress.test_passed = true;
        complete(&mut tx, &found, course, actor.now()).await?;
    }
    tx.commit().await?;
    Ok(HandedIn::Marked)
}
