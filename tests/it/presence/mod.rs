//! Presence: ticks, codes, the signed register, logs of online sessions, hours.

mod closing;
mod code;
mod files;
mod logs;
mod sheets;
mod summary;
mod survey;
mod ticks;
mod timesheet;

use affianca::domain::certificate::{CertificateRule, CourseAsked};
use affianca::domain::edition::{Funding, Terms};
use affianca::domain::ids::{ClassDayId, ClassSessionId, EditionId, Id, PersonId};
use affianca::domain::moment::{Day, Moment};
use affianca::platform::db::q;
use affianca::seminars::DayDraft;

use crate::house::{Browser, House, in_integration};

/// A giornata of today with its docente.
pub(crate) struct Class<'h> {
    house: &'h House,
    pub(crate) docente: Browser<'h>,
    pub(crate) edition: EditionId,
    pub(crate) day: ClassDayId,
    morning: ClassSessionId,
    afternoon: ClassSessionId,
}

/// On the wall clock of the day of the house.
pub(crate) fn at(hour: i8, minute: i8) -> Moment {
    Moment::at(Day::new(2026, 3, 2).unwrap(), hour, minute).unwrap()
}

/// With the courses that an attestato asks for, by id and theme.
fn terms(courses: &[(&str, &str)]) -> Terms {
    let funding = Funding {
        cup: "B89C15000120001".into(),
        project: "PROG-1234".into(),
        statement: "Progetto cofinanziato dall’Unione europea.".into(),
        ..Funding::default()
    };
    let asked = courses.iter().map(|(course, theme)| CourseAsked { course: (*course).into(), theme: (*theme).into() });
    Terms { funding, certificate: Some(CertificateRule { hours: 6, share: 80, courses: asked.collect() }), ..Terms::default() }
}

pub(crate) async fn class(house: &House) -> Class<'_> {
    class_of(house, |_| ()).await
}

/// One of an edition whose attestati ask for courses, by id and theme.
pub(crate) async fn class_asking<'h>(house: &'h House, courses: &[(&str, &str)]) -> Class<'h> {
    class_under(house, terms(courses), |_| ()).await
}

async fn class_of(house: &House, change: impl Fn(&mut DayDraft)) -> Class<'_> {
    class_under(house, terms(&[]), change).await
}

async fn class_under(house: &House, terms: Terms, change: impl Fn(&mut DayDraft)) -> Class<'_> {
    house.letters_left();
    let docente = house.trainer().await;
    let edition = house.edition(terms).await;
    let mut draft = house.today_draft(30, &docente.who().id);
    change(&mut draft);
    let day = house.class_day(&edition, &draft).await;
    let sessions = q("select class_session_id from class_session where class_day_id = $1 order by starts_at").bind(&day);
    let sessions: Vec<(ClassSessionId,)> = sessions.all(&mut house.db.reader().await.unwrap()).await.unwrap();
    let (morning, afternoon) = (sessions[0].0.clone(), sessions[sessions.len() - 1].0.clone());
    Class { house, docente, edition, day, morning, afternoon }
}

impl Class<'_> {
    pub(crate) fn path(&self, rest: &str) -> String {
        format!("/area/docenza/{}{rest}", self.day)
    }

    /// Somebody of Agliè with a seat, not signed in.
    async fn seated(&self, username: &str) -> (PersonId, String) {
        let one = self.house.settle(username, "", &[]).await;
        self.house.seat(&self.day, &one.id, "Agliè").await;
        (one.id, one.name)
    }

    async fn tap(&self, by: &Browser<'_>, person: &PersonId, session: &ClassSessionId, more: &[(&str, &str)]) -> crate::house::Answer {
        let (person, session) = (person.to_string(), session.to_string());
        let form = [&[("persona", person.as_str()), ("sessione", session.as_str())], more].concat();
        by.post(&self.path("/presenze"), &form).await
    }

    /// All marks of one cell, from the first on: source, state, late, early.
    async fn marks(&self, person: &PersonId, session: &ClassSessionId) -> Vec<(String, String, i64, i64)> {
        let all = "select source, state, late, early from presence_mark where person_id = $1 and class_session_id = $2 order by number";
        q(all).bind(person).bind(session).all(&mut self.house.db.reader().await.unwrap()).await.unwrap()
    }

    /// All that stands on the paper: everybody signed everything.
    pub(crate) async fn all_signed(&self, people: &[PersonId]) {
        let mut form: Vec<(String, &str)> = vec![("azione".into(), "salva")];
        for person in people {
            for session in [&self.morning, &self.afternoon] {
                form.push((format!("firma-{session}-{person}"), "si"));
            }
        }
        let form: Vec<(&str, &str)> = form.iter().map(|(name, value)| (name.as_str(), *value)).collect();
        self.docente.post(&self.path("/firme"), &form).await.is(303);
    }

    pub(crate) async fn attach(&self, by: &Browser<'_>, name: &str, bytes: &[u8]) -> crate::house::Answer {
        by.upload(&self.path("/registro"), &[], name, bytes).await
    }

    async fn id<T: Id>(&self, sql: &'static str) -> T {
        let (text,): (String,) = q(sql).bind(&self.day).one(&mut self.house.db.reader().await.unwrap()).await.unwrap();
        T::parse(&text).unwrap()
    }
}

const SCAN: &str = "select register_scan_id from register_scan where class_day_id = $1 and replaced_at is null";

pub(crate) fn pdf(what: &str) -> Vec<u8> {
    format!("%PDF-1.7\n{what}\n%%EOF\n").into_bytes()
}

/// The text of a PDF as poppler reads it, page by page; none where poppler is not installed.
pub(crate) fn text_of(pdf: &[u8]) -> Option<Vec<String>> {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("foglio.pdf");
    std::fs::write(&file, pdf).unwrap();
    let ran = match std::process::Command::new("pdftotext").arg("-layout").arg(&file).arg("-").output() {
        Ok(ran) => ran,
        Err(why) => {
            assert!(!in_integration(), "pdftotext: {why}");
            eprintln!("pdftotext is not installed: the text of the sheet was not read");
            return None;
        }
    };
    assert!(ran.status.success(), "{}", String::from_utf8_lossy(&ran.stderr));
    let text = String::from_utf8(ran.stdout).unwrap();
    Some(text.split('\u{c}').filter(|page| !page.trim().is_empty()).map(str::to_owned).collect())
}

/// The fonts of a PDF as poppler lists them, and whether each is embedded; none where poppler is not installed.
pub(crate) fn fonts_of(pdf: &[u8]) -> Option<Vec<(String, bool)>> {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("foglio.pdf");
    std::fs::write(&file, pdf).unwrap();
    let ran = match std::process::Command::new("pdffonts").arg(&file).output() {
        Ok(ran) => ran,
        Err(why) => {
            assert!(!in_integration(), "pdffonts: {why}");
            eprintln!("pdffonts is not installed: its fonts were not looked at");
            return None;
        }
    };
    let said = String::from_utf8(ran.stdout).unwrap();
    // Two lines of headings; the five last columns are emb, sub, uni and the object.
    let font = |line: &str| {
        let words: Vec<&str> = line.split_whitespace().collect();
        Some((words.first()?.to_string(), words.get(words.len().checked_sub(5)?) == Some(&"yes")))
    };
    Some(said.lines().skip(2).filter_map(font).collect())
}
