//! Who stands before the door, and what there is behind it: always with the neighbour who could look over the fence.

use std::collections::BTreeMap;

use affianca::access::{Housekeeper, RoleName};
use affianca::assessments::{Player, Rehearsal, Signature, rehearse};
use affianca::domain::certificate::CertificateCode;
use affianca::domain::document::Licence;
use affianca::domain::edition::{Asked, Funding, ParticipantField, Terms};
use affianca::domain::ids::{
    AppointmentId, AssessmentId, CertificateId, ClassDayId, DocumentId, EditionId, EnrolmentId, EnteId, FaqId, ImportId, LetterId,
    MailingId, PersonId, RegistrationId, SeminarId, SessionId, WebLinkId,
};
use affianca::domain::import::FileKind;
use affianca::domain::import::sheet::Encoding;
use affianca::domain::questionnaire::{Answer, Answers};
use affianca::domain::web_link::{Finding, Heard};
use affianca::enti::{self, Association, Kind, Upload};
use affianca::library::{self, Draft, Handed, Sheet};
use affianca::people;
use affianca::platform::db::q;
use affianca::platform::random;
use affianca::seminars;

use super::class::{self, Class};
use super::forum::{self, Forum};
use super::testimonial::{self, Testimonials};
use crate::house::{Browser, House, catalogue};

/// The roles, in the order of the table. Those who may least come first: what they are refused changes nothing.
pub const COLUMNS: [&str; 11] =
    ["visitor", "person", "observer", "administrator", "expert", "trainer", "secretariat", "neighbour", "switched", "member", "referente"];

/// What the addresses name: all of Agliè.
pub struct Scene {
    /// A rilevazione that is being answered.
    pub open: AssessmentId,
    /// One that was closed once.
    pub closed: AssessmentId,
    /// The appointment of its referente.
    pub appointment: AppointmentId,
    /// Where its referente is signed in too.
    pub session: SessionId,
    /// The referente, and somebody whose appointment may end.
    pub person: PersonId,
    pub leaver: (PersonId, AppointmentId),
    /// A request that waits for an answer, and an invitation that nobody has taken up.
    pub request: RegistrationId,
    pub invitation: RegistrationId,
    /// The ente itself, and an association it belongs to, which is announced to be dissolved.
    pub ente: EnteId,
    pub unione: EnteId,
    /// A giornata with its register.
    class: Option<Class>,
    /// A day of the forum.
    forum: Option<Forum>,
    /// Testimonials of the ente.
    testimonials: Option<Testimonials>,
    /// The edition of today, to which it was invited.
    pub edition: EditionId,
    /// A file that waits to be confirmed.
    pub import: ImportId,
    /// A message to somebody who asks to act for it.
    pub letter: LetterId,
    /// An invitation to it, among others.
    pub mailing: MailingId,
    /// A public domanda frequente: of nobody's ente.
    pub faq: FaqId,
    /// A document that the segreteria published: of nobody's ente.
    pub document: DocumentId,
    /// The link of that document.
    pub link: WebLinkId,
    /// A seminar, and a published giornata of it.
    pub seminar: SeminarId,
    pub class_day: ClassDayId,
    /// A giornata that has begun, and the seat of its referente: nothing changes any more.
    pub begun: ClassDayId,
    pub enrolment: EnrolmentId,
    /// An attestato of its referente, and the code printed on it.
    pub certificate: CertificateId,
    pub code: CertificateCode,
}

/// The browsers, one for each column, and the scene. Bairo has rilevazioni of its own.
pub async fn set(house: &House) -> (Scene, Vec<Browser<'_>>) {
    // They are read where they wait.
    house.letters_left();
    let browsers = vec![
        house.visitor(),
        house.person("nessun-incarico").await,
        house.observer().await,
        house.administrator().await,
        house.expert().await,
        house.trainer().await,
        house.secretary().await,
        house.coordinator_of("Bairo").await,
        house.four_comuni_secretary().await,
        house.member_of("Agliè").await,
        house.coordinator_of("Agliè").await,
    ];
    browsers[8].switch_to("Bairo").await.is(303);
    for (referente, ente) in [(7, "Bairo"), (10, "Agliè")] {
        ask_and_invite(house, &browsers[referente], ente).await;
    }
    // One for both: of two that run on the same days, which counts is chance.
    let edition = house.edition(asking()).await;
    let class = class::set(house, &edition, &browsers[5], &browsers[10].who().id).await;
    let forum = forum::set(house, &edition, (&browsers[10], &browsers[4], &browsers[6])).await;
    let bairo = play(house, &browsers[7], "Bairo", &edition).await;
    let aglie = house.ente("Agliè").await;
    let told = testimonial::set(house, (&browsers[5], &browsers[6]), (&browsers[10].who().id, &aglie)).await;
    let own = play(house, &browsers[10], "Agliè", &edition).await;
    let scene = Scene { class: Some(class), forum: Some(forum), testimonials: Some(told), ..own };
    for unione in [&bairo.unione, &scene.unione] {
        let announced = [("tipo", "dissolution"), ("giorno", "2027-01-01")];
        browsers[6].post(&format!("/segreteria/enti/{unione}/successione"), &announced).await.is(303);
    }
    (scene, browsers)
}

/// Somebody asks to act for the ente, and somebody is invited.
async fn ask_and_invite(house: &House, referente: &Browser<'_>, ente: &str) {
    let (visitor, id) = (house.visitor(), house.ente(ente).await);
    let email = format!("zoe-{}@example.org", referente.who().username);
    let form = [("nome", "Zoe Zanni"), ("email", email.as_str()), ("informativa", "1")];
    visitor.post(&format!("/registrazione/{id}"), &form).await.is(303);
    let link = house.link_to(&email).await;
    let username = format!("zoe-{}", referente.who().username);
    visitor.post(&link, &[("utente", &username), ("password", "cinque oche in cortile")]).await.is(303);
    referente.post("/area/persone/inviti", &[("indirizzi", "ivo@example.org")]).await.is(303);
}

async fn registration_of(house: &House, ente: &EnteId, kind: &str) -> RegistrationId {
    let found = q("select registration_id from registration where ente_id = $1 and kind = $2").bind(ente).bind(kind);
    found.one::<(RegistrationId,)>(&mut house.db.reader().await.unwrap()).await.unwrap().0
}

/// What was written to whoever made a request.
async fn letter_of(house: &House, request: &RegistrationId) -> LetterId {
    let to = "select min(l.letter_id) from letter l join registration r on r.email = l.address where r.registration_id = $1";
    q(to).bind(request).one::<(LetterId,)>(&mut house.db.reader().await.unwrap()).await.unwrap().0
}

/// Nothing is sent: the ente has a referente.
async fn mailing_to(house: &House, by: &PersonId, edition: &EditionId, ente: &EnteId) -> MailingId {
    const MAILING: &str = "\
        insert into mailing (mailing_id, made_at, made_by, chosen, touched, edition_id, paragraph, ended_at) values ($1, $2, $3, '', 0, $4, '', $2)";
    const ENTE: &str = "insert into mailing_ente (mailing_id, ente_id, done_at, outcome) values ($1, $2, $3, 'has-referente')";
    let (id, now): (MailingId, _) = (random::id(house.clock.now()), house.clock.now());
    let mut tx = house.db.begin().await.unwrap();
    q(MAILING).bind(&id).bind(now).bind(by).bind(edition).run(&mut tx).await.unwrap();
    q(ENTE).bind(&id).bind(ente).bind(now).run(&mut tx).await.unwrap();
    tx.commit().await.unwrap();
    id
}

/// Terms whose funder asks something, so that what is noted of it exists.
fn asking() -> Terms {
    let asked = Asked { field: ParticipantField::Settore, reason: "il finanziatore conta gli uffici".into(), choices: Vec::new() };
    Terms { funding: Funding { asked: vec![asked], ..Funding::default() }, ..Terms::default() }
}

/// A rilevazione closed a month ago and one open now.
async fn play(house: &House, referente: &Browser<'_>, ente: &str, edition: &EditionId) -> Scene {
    let housekeeper = house.housekeeper();
    let ente = house.ente(ente).await;
    let appointment = people::appointment_of(&housekeeper, &referente.who().id, &ente).await.unwrap();
    let session = session_of(house, &referente.elsewhere().await).await;
    let unione = associate(house, &referente.who().id, &ente, &format!("Unione di {ente}")).await;
    let player = Player { person: referente.who().id.clone(), appointment: appointment.clone(), ente: ente.clone() };
    let answers = Answers::from([("Q01".to_owned(), Answer::Choice("a".to_owned()))]);
    let signature = Signature { name: "Anna".into(), office: "Anagrafe".into(), authorised_by: "il Sindaco".into(), act: String::new() };
    let before = house.clock.now().plus_days(-30);
    let questionnaire = catalogue().current();
    let mut play = Rehearsal {
        questionnaire,
        answers: &answers,
        notes: BTreeMap::new(),
        opened: before,
        closed: Some((before.plus_days(1), signature)),
    };
    let closed = rehearse(&housekeeper, &player, &play).await.unwrap();
    (play.opened, play.closed) = (house.clock.now(), None);
    let open = rehearse(&housekeeper, &player, &play).await.unwrap();
    let leaver = house.settle("in-uscita", "", &[(RoleName::Member, Some("Agliè"))]).await.id;
    let leaving = people::appointment_of(&housekeeper, &leaver, &house.ente("Agliè").await).await.unwrap();
    let person = referente.who().id.clone();
    let edition = edition.clone();
    enti::invite(&house.desk().await, &edition, std::slice::from_ref(&ente)).await.unwrap();
    let (request, invitation) = (registration_of(house, &ente, "request").await, registration_of(house, &ente, "invitation").await);
    let (leaver, import) = ((leaver, leaving), upload(house).await);
    let letter = letter_of(house, &request).await;
    let mailing = mailing_to(house, &person, &edition, &ente).await;
    let class_day = house.class_day(&edition, &house.day_draft(30)).await;
    let seminar = seminars::one(&house.desk().await, &class_day).await.unwrap().seminar;
    let (certificate, code) = certified(house, &edition, &person).await;
    let (begun, enrolment) = enrolled(house, &edition, (&person, &ente)).await;
    Scene {
        open,
        closed,
        appointment,
        session,
        person,
        leaver,
        request,
        invitation,
        ente,
        unione,
        edition,
        import,
        letter,
        mailing,
        faq: faq(house, referente).await,
        document: document(house, referente).await,
        link: link(house).await,
        seminar,
        class_day,
        begun,
        enrolment,
        certificate,
        code,
        class: None,
        forum: None,
        testimonials: None,
    }
}

impl Scene {
    pub fn class(&self) -> &Class {
        self.class.as_ref().unwrap()
    }

    pub fn testimonials(&self) -> &Testimonials {
        self.testimonials.as_ref().unwrap()
    }

    pub fn forum(&self) -> &Forum {
        self.forum.as_ref().unwrap()
    }

    /// An address of the quesito of Agliè that nobody has released.
    pub fn quesito(&self, rest: &str) -> String {
        format!("/quesiti/{}{rest}", self.forum().question)
    }
}

/// A seat on a giornata of three weeks ago, as it stood when it began.
async fn enrolled(house: &House, edition: &EditionId, (person, ente): (&PersonId, &EnteId)) -> (ClassDayId, EnrolmentId) {
    let mut draft = house.day_draft(3);
    draft.enrol_by = draft.enrol_by.plus_days(-30);
    for session in &mut draft.sessions {
        (session.starts_at, session.ends_at) = (session.starts_at.plus_days(-30), session.ends_at.plus_days(-30));
    }
    let day = house.class_day(edition, &draft).await;
    let id: EnrolmentId = random::id(house.clock.now());
    let mut tx = house.db.begin().await.unwrap();
    let seat = "insert into enrolment (enrolment_id, class_day_id, person_id, ente_id, qualifica, number, standing, since, how, asked_at) \
                values ($1, $2, $3, $4, '', 1, 'seated', $5, 'self', $5)";
    q(seat).bind(&id).bind(&day).bind(person).bind(ente).bind(draft.enrol_by).run(&mut tx).await.unwrap();
    tx.commit().await.unwrap();
    (day, id)
}

/// An attestato as it was issued once: nothing is certified here.
async fn certified(house: &House, edition: &EditionId, person: &PersonId) -> (CertificateId, CertificateCode) {
    const CERTIFICATE: &str = "\
        insert into certificate (certificate_id, code, edition_id, number, person_id, theme, content, minutes, sha256, issued_at, issued_by) \
        values ($1, $2, $3, (select coalesce(max(number), 0) + 1 from certificate), $4, 'Accoglienza', $5, 420, $6, $7, $4)";
    let content = r#"{"name":"N","ente":"","qualifica":"","edition":"E","theme":"Accoglienza","days":[],"planned":420,"present":420}"#;
    let (id, code, now) = (random::id(house.clock.now()), CertificateCode::from_lot(random::bytes()), house.clock.now());
    let sha256 = house.media().keep("attestati", b"%PDF-1.7".to_vec()).await.unwrap();
    let mut tx = house.db.begin().await.unwrap();
    let row = q(CERTIFICATE).bind(&id).bind(code.bare()).bind(edition).bind(person).bind(content).bind(sha256).bind(now);
    row.run(&mut tx).await.unwrap();
    tx.commit().await.unwrap();
    (id, code)
}

/// What came back from where that document lies.
async fn link(house: &House) -> WebLinkId {
    library::note_link(&house.housekeeper(), ("https://www.example.it/", Heard::only(Finding::Gone))).await.unwrap();
    q("select web_link_id from web_link").one::<(WebLinkId,)>(&mut house.db.reader().await.unwrap()).await.unwrap().0
}

/// Published by whoever: an address elsewhere.
async fn document(house: &House, by: &Browser<'_>) -> DocumentId {
    let actor = house.housekeeper().stand_in(Housekeeper::librarian(by.who().id.clone()), house.clock.now());
    let text = || "Documento".to_owned();
    let sheet = Sheet {
        title: text(),
        theme: text(),
        description: String::new(),
        language: "it".into(),
        licence: Licence::CcBy,
        publisher: text(),
        dated_on: house.clock.now().day(),
        valid_until: None,
    };
    let elsewhere = Handed::Address("https://www.example.it/".into());
    library::publish_document(&actor, house.media(), (&sheet, elsewhere)).await.unwrap().unwrap()
}

/// Written and published by whoever: nothing of it belongs to an ente.
async fn faq(house: &House, by: &Browser<'_>) -> FaqId {
    let actor = house.housekeeper().stand_in(Housekeeper::moderator(by.who().id.clone()), house.clock.now());
    let today = house.clock.now().day();
    let (text, role) = ("Domanda?".to_owned(), String::new());
    let draft = Draft {
        theme: text.clone(),
        question: text.clone(),
        answer: text.clone(),
        law: String::new(),
        author: text,
        author_role: role,
        answered_on: today,
        review_on: today.plus_days(365),
        owner: None,
    };
    let id = library::write(&actor, &draft).await.unwrap();
    library::publish(&actor, &id).await.unwrap();
    id
}

/// The session of a browser, as its owner sees it in their list.
async fn session_of(house: &House, browser: &Browser<'_>) -> SessionId {
    let token = random::fingerprint(&browser.cookie("affianca").unwrap());
    let found = q("select session_id from session where token_hash = $1").bind(token);
    let (id,): (SessionId,) = found.one(&mut house.db.reader().await.unwrap()).await.unwrap();
    id
}

/// A file of one row.
async fn upload(house: &House) -> ImportId {
    let text = FileKind::Enti.template();
    let upload = Upload { kind: FileKind::Enti, name: "enti.csv", bytes: text.as_bytes() };
    enti::keep_import(&house.housekeeper(), &upload, Encoding::Utf8, text, 2).await.unwrap()
}

/// An association of one comune; who wrote it down does not matter here.
async fn associate(house: &House, by: &PersonId, comune: &EnteId, name: &str) -> EnteId {
    let secretary = house.housekeeper().stand_in(Housekeeper::secretariat(by.clone()), house.clock.now());
    let draft = Association { kind: Kind::Unione, name: name.into(), province: "TO".into(), members: vec![comune.clone()] };
    enti::associate(&secretary, &draft).await.unwrap().unwrap()
}
