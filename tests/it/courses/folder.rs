//! A folder of small courses, and what a learner does in them.

use std::fs;

use affianca::access::{Actor, Coordinator, Housekeeper};

use crate::course_check::base;
use crate::house::{Answer, Browser, House};

/// The course of the base, and a second that asks for the first to be completed.
pub struct Folder(pub tempfile::TempDir);

impl Folder {
    pub fn new() -> Folder {
        let folder = Folder(tempfile::tempdir().expect("a folder"));
        folder.write("prova", &base::files());
        let second = base::MAIN
            .replace("id = \"prova\"", "id = \"seconda\"")
            .replace("title = \"Prova\"", "title = \"Il seguito\"")
            .replace("prerequisites = []", "prerequisites = [\"prova\"]");
        let mut files = base::files();
        files.iter_mut().filter(|(path, _)| path == "course.toml").for_each(|(_, bytes)| *bytes = second.clone().into_bytes());
        folder.write("seconda", &files);
        folder
    }

    pub fn write(&self, course: &str, files: &[(String, Vec<u8>)]) {
        let course = self.0.path().join(course);
        for inside in ["files", "quiz"] {
            fs::create_dir_all(course.join(inside)).expect("folders");
        }
        for (path, bytes) in files {
            fs::write(course.join(path), bytes).expect("a file");
        }
    }

    pub fn settings(&self) -> String {
        format!("courses = \"{}\"", self.0.path().display())
    }
}

pub const COURSE: &str = "/corsi/prova";
pub const TEST: &str = "/corsi/prova/prova/finale";
pub const START: &str = "/corsi/prova/prova/finale/inizio";

pub async fn enrol(learner: &Browser<'_>) {
    learner.post("/corsi/prova/iscrizione", &[]).await.leads_to("/corsi/prova?esito=iscritto");
}

pub async fn read_all(learner: &Browser<'_>) {
    learner.post("/corsi/prova/lettura/prima", &[]).await.is(303);
    learner.post("/corsi/prova/lettura/seconda", &[]).await.is(303);
}

/// The questions as asked now.
pub async fn begin(learner: &Browser<'_>) -> Answer {
    learner.post(START, &[]).await.leads_to(TEST);
    learner.get(TEST).await.is(200).shows("Domanda 1 di 2")
}

/// Hands in, all right or all wrong; where it leads.
pub async fn hand_in(learner: &Browser<'_>, page: &Answer, right: bool) -> String {
    let attempt = page.field("attempt").expect("an open attempt");
    let (yes, days, last) = if right { ("s", "60", "b") } else { ("n", "30", "c") };
    let fields = [("attempt", attempt.as_str()), ("a[Q1]", yes), ("a[Q2]", days), ("a[Q3]", "a"), ("a[Q3]", last)];
    learner.post(TEST, &fields).await.is(303).location.expect("an outcome")
}

pub async fn complete(learner: &Browser<'_>) {
    enrol(learner).await;
    read_all(learner).await;
    let page = begin(learner).await;
    hand_in(learner, &page, true).await;
}

/// Somebody of Agliè without a browser, for courses that a house does not serve.
pub async fn acting(house: &House, who: &Browser<'_>) -> Actor<Coordinator> {
    let role = Housekeeper::coordinator(who.who().id.clone(), house.ente("Agliè").await);
    house.housekeeper().stand_in(role, house.clock.now())
}
