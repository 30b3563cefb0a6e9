//! Which questions an attempt asks and in which order: a pure function of a seed, so that a page loaded again asks the same.

use rand::SeedableRng;
use rand::rngs::SmallRng;
use rand::seq::SliceRandom;
use serde::{Deserialize, Serialize};

use super::quiz::{Item, Quiz};

/// What was drawn, as an attempt keeps it: the draw is never made twice for it, whatever becomes of the course or the generator.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Paper {
    pub questions: Vec<Drawn>,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Drawn {
    pub id: String,
    /// Ids of the options in the order shown.
    pub options: Vec<String>,
}

impl Paper {
    /// The items in the order asked; none when the quiz no longer has one of them.
    pub fn items<'q>(&self, quiz: &'q Quiz) -> Option<Vec<&'q Item>> {
        self.questions.iter().map(|drawn| quiz.item(&drawn.id)).collect()
    }
}

/// Draws from each pool as many as it says, adds those that are always asked, and shuffles where the quiz says so.
/// Options that stand only alone stay last.
pub fn draw(quiz: &Quiz, seed: u64) -> Paper {
    let mut rng = SmallRng::seed_from_u64(seed);
    let mut chosen: Vec<&str> = quiz.items.iter().filter(|item| item.pool.is_none()).map(|item| item.question.id.as_str()).collect();
    for pool in &quiz.pools {
        let mut ids: Vec<_> =
            quiz.items.iter().filter(|item| item.pool.as_ref() == Some(&pool.id)).map(|item| item.question.id.as_str()).collect();
        ids.shuffle(&mut rng);
        chosen.extend(ids.into_iter().take(pool.draw));
    }
    let mut items: Vec<&Item> = quiz.items.iter().filter(|item| chosen.contains(&item.question.id.as_str())).collect();
    if quiz.shuffle {
        items.shuffle(&mut rng);
    }
    let questions = items.into_iter().map(|item| Drawn { id: item.question.id.clone(), options: options(item, quiz, &mut rng) });
    Paper { questions: questions.collect() }
}

fn options(item: &Item, quiz: &Quiz, rng: &mut SmallRng) -> Vec<String> {
    use crate::domain::questionnaire::Kind;
    let choices = item.question.kind.choices();
    let (alone, mut others): (Vec<_>, Vec<_>) = choices.iter().partition(|option| option.exclusive);
    if quiz.shuffle && matches!(item.question.kind, Kind::Single { .. } | Kind::Multiple { .. }) {
        others.shuffle(rng);
    }
    others.into_iter().chain(alone).map(|option| option.id.clone()).collect()
}
