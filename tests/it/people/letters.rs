//! The letters that wait in the outbox, as tests of accounts read them.

use affianca::domain::letter::{Block, Letter};
use affianca::people;
use affianca::platform::db::q;
use affianca::platform::jobs;

use crate::house::House;

/// A letter and the address it goes to.
#[derive(Debug)]
pub struct Waiting {
    pub address: String,
    pub letter: Letter,
}

impl Waiting {
    /// The local addresses of its links.
    pub fn links(&self) -> Vec<String> {
        let links = self.letter.body.iter().filter_map(|block| match block {
            Block::Action { path, .. } => Some(path.clone()),
            _ => None,
        });
        links.collect()
    }

    /// All its names and values.
    pub fn facts(&self) -> Vec<String> {
        let facts = self.letter.body.iter().filter_map(|block| match block {
            Block::Facts(facts) => Some(facts.iter().map(|(_, value)| value.clone())),
            _ => None,
        });
        facts.flatten().collect()
    }
}

const WAITING: &str = "select address, content from letter where kind = $1 order by posted_at, letter_id";

/// The letters of that kind, in the order in which they were written.
pub async fn waiting(house: &House, kind: &str) -> Vec<Waiting> {
    // Read here, not delivered: what they say is looked at, and how they leave is tested elsewhere.
    house.letters_left();
    let rows: Vec<(String, String)> = q(WAITING).bind(kind).all(&mut house.db.reader().await.unwrap()).await.unwrap();
    rows.into_iter().map(|(address, content)| Waiting { address, letter: serde_json::from_str(&content).unwrap() }).collect()
}

/// Runs the jobs of accounts alone: a letter delivered could not be read here any more.
pub async fn write_letters(house: &House) {
    for ran in jobs::tick(&people::jobs(), &house.plant()).await.unwrap() {
        ran.outcome.unwrap();
    }
    house.clock.set(house.clock.now().plus_minutes(1));
}
