//! Giornate d'aula for a house, written through the same door as real ones.

use affianca::domain::ids::{ClassDayId, EditionId};
use affianca::domain::moment::{Day, Moment};
use affianca::domain::seminar::Place;
use affianca::seminars::{self, DayDraft, SeminarDraft, SessionDraft};

use super::House;

impl House {
    /// A giornata in Torino as most are: ten days from today, morning and afternoon, so many seats, enrolment until the eve.
    pub fn day_draft(&self, seats: i64) -> DayDraft {
        let day = self.clock.now().day().plus_days(10);
        let session =
            |from, until, topic: &str| SessionDraft { starts_at: at(day, from), ends_at: at(day, until), topic: topic.to_owned() };
        let place = Place {
            name: "Palazzo civico".to_owned(),
            address: "Piazza Palazzo di Città 1".to_owned(),
            city: "Torino".to_owned(),
            province: "TO".to_owned(),
            room: "Sala delle Colonne".to_owned(),
            directions: "A dieci minuti a piedi dalla stazione di Porta Susa.".to_owned(),
            accessibility: "Ascensore al cortile; anello per apparecchi acustici.".to_owned(),
        };
        DayDraft {
            sessions: vec![session(9, 13, "I modelli organizzativi"), session(14, 17, "Laboratorio")],
            region: Some("Piemonte".to_owned()),
            place,
            online_link: None,
            seats,
            enrol_by: at(day.plus_days(-1), 13),
            offer_hours: None,
            trainers: Vec::new(),
            reserved: Vec::new(),
        }
    }

    /// A published giornata of a seminar of its own.
    pub async fn class_day(&self, edition: &EditionId, draft: &DayDraft) -> ClassDayId {
        let desk = self.desk().await;
        let seminar = SeminarDraft {
            theme: "Modelli organizzativi".to_owned(),
            title: "Organizzarsi in piccolo".to_owned(),
            description: "Come un piccolo comune organizza l’accoglienza.".to_owned(),
            audience: "Segretari, responsabili dei servizi demografici e sociali.".to_owned(),
            prerequisites: String::new(),
        };
        let seminar = seminars::create(&desk, edition, &seminar).await.unwrap();
        let day = seminars::add_day(&desk, &seminar, draft).await.unwrap();
        assert!(seminars::publish(&desk, &day).await.unwrap());
        day
    }
}

fn at(day: Day, hour: i8) -> Moment {
    Moment::on_the_clock(day, hour, 0).unwrap()
}
