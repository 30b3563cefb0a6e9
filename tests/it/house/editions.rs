//! Editions of the programme for a house, written through the same door as real ones.

use affianca::access::{Actor, Housekeeper, Secretariat};
use affianca::domain::edition::Terms;
use affianca::domain::ids::EditionId;
use affianca::programme::{self, Draft};

use super::House;

impl House {
    /// The segreteria without a browser, for what a test prepares.
    pub async fn desk(&self) -> Actor<Secretariat> {
        let somebody = self.settle("scrivania", "", &[]).await;
        self.housekeeper().stand_in(Housekeeper::secretariat(somebody.id), self.clock.now())
    }

    /// An edition that runs from a month ago for a year.
    pub async fn edition(&self, terms: Terms) -> EditionId {
        let today = self.clock.now().day();
        let draft = Draft { name: "Edizione di prova".into(), starts_on: today.plus_days(-30), ends_on: today.plus_days(335), terms };
        let id = programme::create(&self.desk().await, &draft).await.unwrap();
        affianca::put_up_editions(self.client.rocket()).await;
        id
    }
}
