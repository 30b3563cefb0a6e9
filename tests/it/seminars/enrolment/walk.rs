//! A random walk of the whole server beside the plain model of the rule: rows and messages are compared at every step.

#[path = "../../../../src/domain/enrolment/model.rs"]
#[expect(dead_code, reason = "the test of the rule alone uses the rest")]
mod model;

use affianca::domain::edition::Terms;
use affianca::domain::ids::{ClassDayId, EnrolmentId, EnteId};
use affianca::platform::db::q;
use affianca::seminars::{DayDraft, Keeper, ReservedDraft};

use self::model::{Kept, Model};
use super::{ask, list};
use crate::house::{Browser, House, on_each_engine};

const STEPS: usize = 90;
/// From the opening of the house to the beginning of the day, in minutes.
const UNTIL_START: i64 = 10 * 24 * 60;
const ENTI: [&str; 3] = ["Agliè", "Bairo", "Ozegna"];

/// The same walk at every run (Knuth's linear congruential numbers).
struct Chance(u64);

impl Chance {
    fn below(&mut self, limit: u64) -> u64 {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (self.0 >> 33) % limit
    }
}

struct Walk<'h> {
    house: &'h House,
    day: ClassDayId,
    desk: Browser<'h>,
    people: Vec<Browser<'h>>,
    enti: Vec<EnteId>,
    model: Model,
}

impl<'h> Walk<'h> {
    async fn begin(house: &'h House) -> Walk<'h> {
        let edition = house.edition(Terms::default()).await;
        let mut enti = Vec::new();
        for name in ENTI {
            enti.push(house.ente(name).await);
        }
        let release_at = house.clock.now().plus_days(5);
        let reserved = vec![ReservedDraft { keeper: Keeper::Ente(enti[0].clone()), seats: 1, release_at }];
        let draft = DayDraft { offer_hours: Some(24), reserved, ..house.day_draft(3) };
        let day = house.class_day(&edition, &draft).await;
        let mut people = Vec::new();
        for n in 0..7 {
            people.push(house.member_of(ENTI[n % 3]).await);
        }
        let mut model = Model::new(3, UNTIL_START, Some(24 * 60));
        // One in the afternoon of the eve.
        model.enrol_by = UNTIL_START - 20 * 60;
        model.kept.push(Kept { ente: Some(0), below_ten: true, seats: 1, until: 5 * 24 * 60 });
        Walk { house, day, desk: house.secretary().await, people, enti, model }
    }

    fn guest(&self, n: usize) -> (i64, i64) {
        (i64::try_from(n).unwrap(), i64::try_from(n % 3).unwrap())
    }

    async fn enrolment(&self, n: usize) -> Option<EnrolmentId> {
        let found = q("select enrolment_id from enrolment where class_day_id = $1 and person_id = $2").bind(&self.day);
        let found = found.bind(&self.people[n].who().id).optional::<(EnrolmentId,)>(&mut self.house.db.reader().await.unwrap()).await;
        found.unwrap().map(|(id,)| id)
    }

    async fn step(&mut self, what: u64, n: usize, other: usize, minutes: i64) {
        let id = self.enrolment(n).await;
        let roll = format!("/segreteria/giornate/{}/iscritti", self.day);
        let (status, done) = match (what, id) {
            (0..=3, _) => (ask(&self.people[n], &self.day).await.status, self.model.ask(self.guest(n), false)),
            (4, _) => {
                let chosen = format!("{}/{}", self.people[n].who().id, self.enti[n % 3]);
                (self.desk.post(&format!("{roll}/nuovo"), &[("chi", &chosen)]).await.status, self.model.ask(self.guest(n), true))
            }
            (5..=7, Some(id)) => {
                let answer = self.people[n].post(&format!("/area/seminari/{id}/rinuncia"), &[]).await;
                (answer.status, self.model.leave(self.guest(n).0, false))
            }
            (8 | 9, Some(id)) => {
                (self.people[n].post(&format!("/area/seminari/{id}/conferma"), &[]).await.status, self.model.accept(self.guest(n).0))
            }
            (10, Some(id)) => {
                let colleague = self.people[other].who().id.to_string();
                let answer = self.people[n].post(&format!("/area/seminari/{id}/collega"), &[("persona", &colleague)]).await;
                (answer.status, self.model.substitute(self.guest(n).0, self.guest(other)))
            }
            (11, Some(id)) => {
                let answer = self.desk.post(&format!("{roll}/{id}"), &[("motivo", "prova")]).await;
                (answer.status, self.model.leave(self.guest(n).0, true))
            }
            (12.., _) => return self.wait(minutes).await,
            (_, None) => return,
        };
        assert_eq!(status == 303, done, "{what} by {n} ({other}): {status}");
    }

    async fn wait(&mut self, minutes: i64) {
        self.model.now += minutes;
        self.house.clock.set(self.house.clock.now().plus_minutes(minutes));
        self.house.tick().await;
        self.model.time();
        for one in self.people.iter().chain([&self.desk]) {
            one.sign_in().await.is(303);
        }
    }

    fn number(&self, username: &str) -> i64 {
        i64::try_from(self.people.iter().position(|one| one.who().username == username).unwrap()).unwrap()
    }

    async fn compare(&mut self) {
        let rows = list(self.house, &self.day).await;
        let of = |standing: &str| -> Vec<i64> {
            let those = rows.iter().filter_map(|row| row.strip_suffix(standing)).map(|name| self.number(name.trim()));
            those.collect()
        };
        let sorted = |mut all: Vec<i64>| {
            all.sort_unstable();
            all
        };
        assert_eq!(sorted(of(" seated")), sorted(self.model.seated.iter().map(|(n, _)| *n).collect()), "seated: {rows:?}");
        assert_eq!(sorted(of(" offered")), sorted(self.model.offered.iter().map(|((n, _), _)| *n).collect()), "offered: {rows:?}");
        assert_eq!(of(" waiting"), self.model.waiting.iter().map(|(n, _)| *n).collect::<Vec<_>>(), "waiting: {rows:?}");
        let letters = self.house.letters().await.into_iter().filter_map(|letter| {
            let kind = letter.kind.strip_prefix("enrolment-")?.to_owned();
            let username = letter.to.split('@').next().unwrap_or_default().to_owned();
            (kind != "reminder").then(|| (self.number(&username), fact(&kind)))
        });
        let mut letters: Vec<(i64, String)> = letters.collect();
        let mut told: Vec<(i64, String)> = self.model.told.drain(..).map(|(n, what)| (n, what.to_owned())).collect();
        letters.sort();
        told.sort();
        assert_eq!(letters, told, "messages");
    }
}

/// What a message tells, as the model says it.
fn fact(kind: &str) -> String {
    match kind {
        "seated" | "substitute" | "promoted" | "accepted" => "seated".to_owned(),
        "offered" | "waiting" => kind.to_owned(),
        out => format!("out {out}"),
    }
}

#[test]
fn the_server_walks_as_the_plain_model_does() {
    on_each_engine(async |house| {
        let mut walk = Walk::begin(house).await;
        let mut chance = Chance(2026);
        for _ in 0..STEPS {
            let (what, n, other) = (chance.below(14), usize::try_from(chance.below(7)).unwrap(), usize::try_from(chance.below(7)).unwrap());
            let minutes = i64::try_from(chance.below(20 * 60)).unwrap() + 1;
            walk.step(what, n, other, minutes).await;
            walk.compare().await;
        }
        // To the end of it: whoever still waits is told.
        walk.wait((UNTIL_START - walk.model.now).max(1)).await;
        walk.compare().await;
        assert!(walk.model.waiting.is_empty() && walk.model.offered.is_empty());
        walk.desk.get("/segreteria/seminari/controllo").await.is(200).shows("Tutto in ordine.");
        house.letters_left();
    });
}
