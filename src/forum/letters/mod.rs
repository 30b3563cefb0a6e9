//! What the forum writes to people: that their quesito has an answer, that something they follow has moved.
//!
//! Of a quesito that is not released only its own ente and the experts are ever written to.

use super::words::letters::words;
use super::{Answer, ForumDay, Question, Text};
use crate::domain::ids::QuestionId;
use crate::domain::lang::Lang;
use crate::domain::letter::Letter;
use crate::domain::moment::Moment;
use crate::ui::{dates, paths};

/// To the experts on duty: the title stays on the page.
pub fn asked(lang: Lang, theme: &str, id: &QuestionId) -> Letter {
    let words = words(lang);
    Letter::new("forum-asked", lang, (words.asked_subject)(theme)).say((words.asked)(theme)).action(words.open, paths::quesito(id))
}

/// To the asker: others see it now.
pub fn released(lang: Lang, id: &QuestionId, text: &Text) -> Letter {
    let words = words(lang);
    Letter::new("forum-released", lang, (words.released_subject)(&text.title))
        .say((words.released)(&text.title))
        .say(words.released_how)
        .action(words.open, paths::quesito(id))
}

/// To those who follow the theme or the day.
pub fn new_question(lang: Lang, id: &QuestionId, theme: &str, text: &Text) -> Letter {
    let words = words(lang);
    let letter = Letter::new("forum-new-question", lang, (words.new_subject)(theme))
        .say((words.new)(&text.title, theme))
        .action(words.open, paths::quesito(id));
    stoppable(letter, words.why_following)
}

/// To the asker: it will not be answered, and why.
pub fn declined(lang: Lang, question: &Question, why: &str) -> Letter {
    let words = words(lang);
    Letter::new("forum-declined", lang, (words.declined_subject)(&question.original.title))
        .say((words.declined)(&question.original.title))
        .facts([(words.why.to_owned(), why.to_owned())])
        .say(words.declined_what)
        .action(words.open, paths::quesito(&question.id))
}

/// To the other side of the private thread.
pub fn clarification(lang: Lang, question: &Question, by_expert: bool) -> Letter {
    let words = words(lang);
    let title = &question.original.title;
    let (subject, text) = if by_expert {
        ((words.unclear_subject)(title), (words.unclear)(title))
    } else {
        ((words.clarified_subject)(title), (words.clarified)(title))
    };
    Letter::new("forum-clarification", lang, subject).say(text).action(words.open, paths::quesito(&question.id))
}

/// To the expert who has it now.
pub fn handed(lang: Lang, question: &Question) -> Letter {
    let words = words(lang);
    let title = &question.original.title;
    Letter::new("forum-handed", lang, (words.handed_subject)(title))
        .say((words.handed)(title))
        .action(words.open, paths::quesito(&question.id))
}

/// To the author: the draft was read by a second expert.
pub fn read(lang: Lang, id: &QuestionId, theme: &str) -> Letter {
    let words = words(lang);
    Letter::new("forum-draft-read", lang, (words.read_subject)(theme))
        .say((words.read)(theme))
        .action(words.publish, paths::question_answer(id))
}

/// To the asker: here is the answer; `others` quesiti have the same.
pub fn answered(lang: Lang, question: &Question, answer: &Answer, others: usize) -> Letter {
    let words = words(lang);
    let title = &question.original.title;
    let letter = Letter::new("forum-answered", lang, (words.answered_subject)(title)).say((words.answered)(title));
    let letter = letter.facts([(words.author.to_owned(), signed(&answer.author, &answer.author_role))]);
    let letter = if others > 0 { letter.say((words.merged)(others)) } else { letter };
    letter.action(words.read_answer, paths::quesito(&question.id))
}

/// Below what somebody receives for following it: why, and where it ends.
fn stoppable(letter: Letter, why: &str) -> Letter {
    let words = words(letter.lang);
    letter.say(why).link(words.stop, paths::FOLLOWING)
}

fn signed(author: &str, role: &str) -> String {
    if role.is_empty() { author.to_owned() } else { format!("{author}, {role}") }
}

/// To those who follow: a released quesito has an answer. They know its public text alone.
pub fn followed(lang: Lang, question: &Question) -> Letter {
    let words = words(lang);
    let title = &question.public().title;
    let letter = Letter::new("forum-followed", lang, (words.answered_subject)(title))
        .say((words.followed)(title))
        .action(words.read_answer, paths::quesito(&question.id));
    stoppable(letter, words.why_following)
}

/// To the asker and to those who follow: somebody wrote below a released quesito.
pub fn commented(lang: Lang, question: &Question) -> Letter {
    let words = words(lang);
    let title = &question.public().title;
    let letter = Letter::new("forum-commented", lang, (words.commented_subject)(title))
        .say((words.commented)(title))
        .action(words.open, paths::quesito(&question.id));
    stoppable(letter, words.why_yours)
}

/// To the author of an intervento that nobody sees any more.
pub fn hidden(lang: Lang, id: &QuestionId, why: &str) -> Letter {
    let words = words(lang);
    Letter::new("forum-hidden", lang, words.hidden_subject)
        .say(words.hidden)
        .facts([(words.why.to_owned(), why.to_owned())])
        .action(words.open, paths::quesito(id))
}

/// To those who follow the day: it ends later.
pub fn extended(lang: Lang, day: &ForumDay, to: Moment, why: &str) -> Letter {
    let words = words(lang);
    let letter = Letter::new("forum-extended", lang, (words.extended_subject)(&day.title))
        .say((words.extended)(&day.title, &dates::moment(lang, to)))
        .facts([(words.why.to_owned(), why.to_owned())])
        .action(words.to_day, paths::forum_day(&day.id));
    stoppable(letter, words.why_day)
}

/// To those who follow the day: what was answered.
pub fn over(lang: Lang, day: &ForumDay, answered: &[(QuestionId, String)]) -> Letter {
    let words = words(lang);
    let letter = Letter::new("forum-over", lang, (words.over_subject)(&day.title));
    let letter = if answered.is_empty() {
        letter.say((words.over_nothing)(&day.title))
    } else {
        letter.say((words.over)(&day.title, answered.len())).list(answered.iter().map(|(_, title)| title.clone()))
    };
    stoppable(letter.action(words.to_day, paths::forum_day(&day.id)), words.why_day)
}

/// To those who follow the day: its proceedings are out.
pub fn published(lang: Lang, day: &ForumDay) -> Letter {
    let words = words(lang);
    let letter = Letter::new("forum-published", lang, (words.published_subject)(&day.title))
        .say((words.published)(&day.title))
        .action(words.to_proceedings, paths::proceedings(&day.id));
    stoppable(letter, words.why_day)
}

#[cfg(test)]
mod tests;
