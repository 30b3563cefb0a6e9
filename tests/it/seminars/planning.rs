//! A giornata from draft to published.

use affianca::domain::edition::Terms;
use affianca::domain::seminar::State;
use affianca::seminars;

use crate::house::on_each_engine;

#[test]
fn a_day_is_read_back_as_it_was_planned() {
    on_each_engine(async |house| {
        let edition = house.edition(Terms::default()).await;
        let mut draft = house.day_draft(30);
        draft.sessions.reverse();
        let id = house.class_day(&edition, &draft).await;
        let desk = house.desk().await;
        let day = seminars::one(&desk, &id).await.unwrap();
        assert_eq!((day.state, day.seats, day.offer_hours), (State::Published, 30, None));
        assert_eq!(day.place, draft.place);
        // In the order of the clock, whatever the order of the form.
        let topics: Vec<_> = day.sessions.iter().map(|session| session.topic.as_str()).collect();
        assert_eq!(topics, ["I modelli organizzativi", "Laboratorio"]);
        assert_eq!(day.sessions.iter().map(|session| session.minutes()).sum::<i64>(), 7 * 60);
        // Once is enough.
        assert!(!seminars::publish(&desk, &id).await.unwrap());
    });
}
