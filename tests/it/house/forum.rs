//! Days of the forum for a house, written through the same door as real ones.

use affianca::domain::ids::{EditionId, ForumDayId};
use affianca::domain::moment::Moment;
use affianca::forum::{self, DayDraft};

use super::House;

impl House {
    /// So many hours and minutes on the Italian clocks of today.
    pub fn today_at(&self, hour: i8, minute: i8) -> Moment {
        Moment::on_the_clock(self.clock.now().day(), hour, minute).unwrap()
    }

    /// A day of today from nine to five, gathering since a week, on two themes.
    pub fn forum_draft(&self) -> DayDraft {
        DayDraft {
            title: "Anagrafe e servizi".to_owned(),
            presentation: "Dimora abituale, rinnovi, servizi sociali.".to_owned(),
            themes: vec!["Anagrafe".to_owned(), "Servizi sociali".to_owned()],
            read_twice: Vec::new(),
            gathering_from: self.today_at(0, 0).plus_days(-7),
            opens_at: self.today_at(9, 0),
            closes_at: self.today_at(17, 0),
            experts: Vec::new(),
            seminars: Vec::new(),
        }
    }

    pub async fn forum_day(&self, edition: &EditionId, draft: &DayDraft) -> ForumDayId {
        forum::create_day(&self.desk().await, edition, draft).await.unwrap()
    }
}
