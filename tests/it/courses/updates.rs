//! A course that changes while somebody is on it.

use affianca::courses::{HandedIn, Shelf, begin as begin_attempt, hand_in as hand_in_attempt};
use affianca::domain::ids::{Id, QuizAttemptId};
use affianca::domain::questionnaire::Answers;

use super::*;
use crate::course_check::base;
use crate::house::on_each_engine_with;

#[test]
fn an_attempt_begun_before_a_change_is_not_marked_by_another_key() {
    let folder = Folder::new();
    on_each_engine_with(&folder.settings(), async |house| {
        let anna = house.coordinator_of("Agliè").await;
        enrol(&anna).await;
        read_all(&anna).await;
        let page = begin(&anna).await;
        let changed = Folder::new();
        changed.write("prova", &base::changed("quiz/finale.toml", "right = \"s\"", "right = \"n\""));
        let shelf = Shelf::load(Some(changed.0.path())).expect("courses");
        let course = shelf.course("prova").expect("the course").clone();
        let learner = acting(house, &anna).await;
        let id: QuizAttemptId = Id::parse(&page.field("attempt").expect("an attempt")).expect("an id");
        let handed = hand_in_attempt(&learner, (&course, &course.test), &id, &Answers::new()).await.unwrap();
        assert_eq!(handed, HandedIn::Outdated);
        let fresh = begin_attempt(&learner, &course, &course.test).await.unwrap().expect("an attempt");
        assert_ne!(fresh, id, "the old one is dropped");
        // The page of the course as it was knows neither.
        anna.post(TEST, &[("attempt", id.as_str())]).await.leads_to("/corsi/prova/prova/finale?esito=aggiornato");
    });
}

#[test]
fn lessons_added_later_take_no_completion_away() {
    let folder = Folder::new();
    on_each_engine_with(&folder.settings(), async |house| {
        let anna = house.coordinator_of("Agliè").await;
        complete(&anna).await;
        let longer = Folder::new();
        let listed = "\n[[lesson]]\nfile = \"03-terza.md\"\ntitle = \"Terza\"\nminutes = 5\n";
        let mut files = base::changed("course.toml", "version = 1", "version = 2");
        files.iter_mut().filter(|(path, _)| path == "course.toml").for_each(|(_, text)| text.extend(listed.bytes()));
        files.push(("03-terza.md".to_owned(), b"Nuova.\n".to_vec()));
        longer.write("prova", &files);
        let shelf = Shelf::load(Some(longer.0.path())).expect("courses");
        let course = shelf.course("prova").expect("the course");
        let learner = acting(house, &anna).await;
        assert!(!affianca::courses::read(&learner, course, "terza").await.unwrap(), "completed before, once");
        let record = affianca::courses::completed(&house.housekeeper(), &anna.who().id).await.unwrap();
        assert_eq!((record.len(), record[0].version), (1, 1));
    });
}
