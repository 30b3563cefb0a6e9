//! The letters of a house as they wait in the outbox, before anybody carries them.

use affianca::domain::letter::{Block, Letter};
use affianca::platform::db::q;

use super::House;

const KINDS: &str = "select kind from letter where address = $1 order by posted_at, letter_id";
const TO: &str = "select content from letter where address = $1 and content is not null order by posted_at, letter_id";

impl House {
    /// All letters to an address, the oldest first.
    pub async fn letters_to(&self, address: &str) -> Vec<Letter> {
        let rows: Vec<(String,)> = q(TO).bind(address).all(&mut self.db.reader().await.unwrap()).await.unwrap();
        rows.iter().map(|(content,)| serde_json::from_str(content).unwrap()).collect()
    }

    /// Where the last link of the last letter to an address leads.
    pub async fn link_to(&self, address: &str) -> String {
        let letters = self.letters_to(address).await;
        let last = letters.last().unwrap_or_else(|| panic!("no letter to {address}"));
        let mut links = last.body.iter().rev().filter_map(|block| match block {
            Block::Action { path, .. } => Some(path.clone()),
            _ => None,
        });
        links.next().unwrap_or_else(|| panic!("no link in {last:?}"))
    }

    /// The kinds of all letters to an address, in order.
    pub async fn kinds_to(&self, address: &str) -> Vec<String> {
        let rows: Vec<(String,)> = q(KINDS).bind(address).all(&mut self.db.reader().await.unwrap()).await.unwrap();
        rows.into_iter().map(|(kind,)| kind).collect()
    }
}
