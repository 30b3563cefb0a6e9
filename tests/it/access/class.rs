//! A giornata of today in Agliè: its docente is the one of the table, and the referente of Agliè has a seat.

use affianca::domain::ids::{ClassDayId, ClassSessionId, EditionId, Id, MaterialId, PersonId, PresenceLogId, RegisterScanId, SurveyId};
use affianca::domain::survey::Occasion;
use affianca::platform::db::q;
use affianca::presence;

use crate::house::{Browser, House, catalogue};

pub struct Class {
    pub day: ClassDayId,
    pub session: ClassSessionId,
    pub scan: RegisterScanId,
    pub log: PresenceLogId,
    pub material: MaterialId,
    /// Nobody sees it any more.
    pub withdrawn: MaterialId,
    pub survey: SurveyId,
    pub trainer: PersonId,
}

const SESSION: &str = "select class_session_id from class_session where class_day_id = $1 order by starts_at limit 1";
const SCAN: &str = "select register_scan_id from register_scan where class_day_id = $1";
const MATERIAL: &str = "select material_id from material where class_day_id = $1 and withdrawn_at is null";
const WITHDRAWN: &str = "select material_id from material where class_day_id = $1 and title = 'ritirate'";
const SURVEY: &str = "select survey_id from survey where class_day_id = $1";
const LOG: &str = "select presence_log_id from presence_log where class_day_id = $1";

pub async fn set(house: &House, edition: &EditionId, docente: &Browser<'_>, seated: &PersonId) -> Class {
    let mut draft = house.today_draft(30, &docente.who().id);
    // Over before the table is asked: there are hours to confirm.
    for session in &mut draft.sessions {
        session.starts_at = session.starts_at.plus_minutes(-9 * 60);
        session.ends_at = session.ends_at.plus_minutes(-9 * 60);
    }
    let day = house.class_day(edition, &draft).await;
    house.seat(&day, seated, "Agliè").await;
    let path = |rest: &str| format!("/area/docenza/{day}/{rest}");
    docente.upload(&path("registro"), &[], "registro.pdf", b"%PDF-1.7\n%%EOF\n").await.is(303);
    let log = b"Nome;Entrata;Uscita\nNessuno;00:10;01:00\n";
    docente.upload(&path("collegamenti"), &[], "log.csv", log).await.is(303);
    docente.upload(&path("materiali"), &[], "ritirate.pdf", b"%PDF-1.7\nritirate\n%%EOF\n").await.is(303);
    let withdrawn: MaterialId = found(house, WITHDRAWN, &day).await;
    docente.post(&path(&format!("materiali/{withdrawn}/ritiro")), &[]).await.is(303);
    docente.upload(&path("materiali"), &[], "slide.pdf", b"%PDF-1.7\nslide\n%%EOF\n").await.is(303);
    let material = found(house, MATERIAL, &day).await;
    let asked = [(seated.clone(), None)];
    presence::rehearse(&house.housekeeper(), catalogue(), (&day, Occasion::Day, house.clock.now()), &asked).await.unwrap();
    let survey = found(house, SURVEY, &day).await;
    let (session, scan, log) = (found(house, SESSION, &day).await, found(house, SCAN, &day).await, found(house, LOG, &day).await);
    Class { session, scan, log, material, withdrawn, survey, trainer: docente.who().id.clone(), day }
}

async fn found<T: Id>(house: &House, sql: &'static str, day: &ClassDayId) -> T {
    let (text,): (String,) = q(sql).bind(day).one(&mut house.db.reader().await.unwrap()).await.unwrap();
    T::parse(&text).unwrap()
}

impl Class {
    /// An address of this giornata.
    pub fn path(&self, rest: &str) -> String {
        format!("/area/docenza/{}{rest}", self.day)
    }
}
