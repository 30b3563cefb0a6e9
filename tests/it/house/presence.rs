//! People on a giornata, seated without asking the rules of enrolment.

use affianca::domain::ids::{ClassDayId, EnrolmentId, PersonId};
use affianca::platform::db::q;
use affianca::platform::random;
use affianca::seminars::DayDraft;

use super::House;

const SEAT: &str = "\
    insert into enrolment (enrolment_id, class_day_id, person_id, ente_id, qualifica, number, standing, since, how, asked_at) \
    values ($1, $2, $3, $4, $5, (select coalesce(max(number), 0) + 1 from enrolment where class_day_id = $2), 'seated', $6, 'self', $6)";

impl House {
    /// As [`House::day_draft`], but today: from nine to one and from two to five, with this docente.
    pub fn today_draft(&self, seats: i64, trainer: &PersonId) -> DayDraft {
        let mut draft = self.day_draft(seats);
        for session in &mut draft.sessions {
            session.starts_at = session.starts_at.plus_days(-10);
            session.ends_at = session.ends_at.plus_days(-10);
        }
        draft.enrol_by = draft.enrol_by.plus_days(-10);
        draft.trainers = vec![trainer.clone()];
        draft
    }

    /// Gives somebody a seat, for an ente.
    pub async fn seat(&self, day: &ClassDayId, person: &PersonId, ente: &str) {
        let ente = self.ente(ente).await;
        let id: EnrolmentId = random::id(self.clock.now());
        let mut tx = self.db.begin().await.unwrap();
        let seat = q(SEAT).bind(&id).bind(day).bind(person).bind(&ente).bind("Istruttrice amministrativa").bind(self.clock.now());
        seat.run(&mut tx).await.unwrap();
        tx.commit().await.unwrap();
    }
}
