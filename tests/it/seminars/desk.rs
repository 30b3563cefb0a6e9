//! The desk plans: seminars and days by their forms, copies, publication, changes that are told, cancellation.

use affianca::access::RoleName;
use affianca::domain::edition::Terms;
use affianca::domain::ids::{ClassDayId, EditionId, Id};
use affianca::domain::moment::{Day, Moment};
use affianca::platform::db::q;
use affianca::seminars;

use crate::house::{Answer, Browser, House, on_each_engine};

const TABLE: &str = "/segreteria/seminari";
type Typed = Vec<(String, String)>;

fn typed(pairs: &[(&str, &str)]) -> Typed {
    pairs.iter().map(|(name, value)| ((*name).to_owned(), (*value).to_owned())).collect()
}

/// A sound form of a day, to be bent by each test: Thursday 12 March 2026 in Torino.
pub fn sound() -> Typed {
    typed(&[
        ("giorno", "2026-03-12"),
        ("s1-dal", "09:00"),
        ("s1-al", "13:00"),
        ("s1-tema", "I modelli organizzativi"),
        ("s2-dal", "14:00"),
        ("s2-al", "17:00"),
        ("s2-tema", "Laboratorio"),
        ("sede", "Palazzo civico"),
        ("indirizzo", "Piazza Palazzo di Città 1"),
        ("citta", "Torino"),
        ("provincia", "TO"),
        ("sala", "Sala delle Colonne"),
        ("arrivare", "A piedi da Porta Susa."),
        ("accessibilita", "Ascensore al cortile."),
        ("posti", "30"),
        ("termine", "2026-03-11"),
        ("termine-ora", "13:00"),
    ])
}

pub fn with(form: &Typed, name: &str, value: &str) -> Typed {
    let mut bent: Typed = form.iter().filter(|(n, _)| n != name).cloned().collect();
    bent.push((name.to_owned(), value.to_owned()));
    bent
}

pub async fn send(who: &Browser<'_>, path: &str, form: &Typed) -> Answer {
    let pairs: Vec<(&str, &str)> = form.iter().map(|(n, v)| (n.as_str(), v.as_str())).collect();
    who.post(path, &pairs).await
}

async fn edition(house: &House) -> EditionId {
    let themes = ["Modelli organizzativi", "Servizi demografici"].map(str::to_owned).to_vec();
    house.edition(Terms { themes, ..Terms::default() }).await
}

fn seminar() -> Typed {
    typed(&[
        ("tema", "Servizi demografici"),
        ("titolo", "L’anagrafe e i cittadini stranieri"),
        ("descrizione", "Iscrizioni, dimora abituale, irreperibilità.\n\nCon casi da risolvere insieme."),
        ("destinatari", "Chi lavora all’anagrafe."),
    ])
}

/// The address of a new seminar of the edition in force.
async fn new_seminar(who: &Browser<'_>) -> String {
    let sent = send(who, "/segreteria/seminari/nuovo", &seminar()).await.is(303);
    sent.location.unwrap().strip_suffix("?esito=creato").unwrap().to_owned()
}

/// The address of a new draft of a seminar.
async fn new_day(who: &Browser<'_>, seminar: &str, form: &Typed) -> String {
    let sent = send(who, &format!("{seminar}/giornate/nuova"), form).await.is(303);
    sent.location.unwrap().strip_suffix("?esito=bozza").unwrap().to_owned()
}

async fn publish(who: &Browser<'_>, day: &str) {
    let visto = who.get(day).await.is(200).field("visto").unwrap();
    who.post(&format!("{day}/pubblicazione"), &[("visto", &visto)]).await.leads_to(&format!("{day}?esito=pubblicata"));
}

fn id_of(day: &str) -> ClassDayId {
    ClassDayId::parse(day.rsplit('/').next().unwrap()).unwrap()
}

fn public(day: &str) -> String {
    format!("/seminari/{}", id_of(day))
}

/// Somebody on the list of a day, as if they had enrolled.
pub async fn enrol(house: &House, day: &ClassDayId, username: &str, standing: &str) -> String {
    let who = house.settle(username, "Istruttrice", &[(RoleName::Member, Some("Agliè"))]).await;
    let mut tx = house.db.begin().await.unwrap();
    let number = q("select count(*) from enrolment").count(&mut tx).await.unwrap() + 1;
    let id = format!("0192f0c1-2345-7abc-8def-{number:012x}");
    q("insert into enrolment (enrolment_id, class_day_id, person_id, ente_id, qualifica, number, standing, since, how, asked_at) \
       values ($1, $2, $3, $4, 'Istruttrice', $5, $6, $7, 'self', $7)")
    .bind(&id)
    .bind(day)
    .bind(&who.id)
    .bind(&house.ente("Agliè").await)
    .bind(number)
    .bind(standing)
    .bind(house.clock.now())
    .run(&mut tx)
    .await
    .unwrap();
    tx.commit().await.unwrap();
    who.username
}

async fn number(house: &House, what: &'static str, day: &ClassDayId) -> i64 {
    q(what).bind(day).count(&mut house.db.reader().await.unwrap()).await.unwrap()
}

const SEQUENCE: &str = "select sequence from class_day where class_day_id = $1";

#[test]
fn a_day_goes_from_its_form_to_the_calendar() {
    on_each_engine(async |house| {
        edition(house).await;
        let (segreteria, visitor) = (house.secretary().await, house.visitor());
        let (docente, other) = (house.trainer().await, house.trainer().await);
        segreteria.get(TABLE).await.is(200).shows("Non c’è ancora nessuna giornata.");
        let seminar = new_seminar(&segreteria).await;
        segreteria
            .get(&format!("{seminar}?esito=creato"))
            .await
            .is(200)
            .shows("Il seminario è stato aggiunto.")
            .shows("non ha ancora giornate");
        let form = with(&sound(), "docente", docente.who().id.as_str());
        let day = new_day(&segreteria, &seminar, &form).await;
        let sheet = segreteria.get(&format!("{day}?esito=bozza")).await.is(200);
        sheet.shows("bozza, non ancora pubblicata").shows("Non manca nulla: si può pubblicare.").shows(&docente.who().name);

        // A draft exists for those who prepare it, and for nobody else.
        let page = public(&day);
        visitor.get(&page).await.is(404);
        other.get(&page).await.is(404);
        house.member_of("Agliè").await.get(&page).await.is(404);
        docente.get(&page).await.is(200).shows("Questa giornata è una bozza").hides("Apri in segreteria");
        segreteria.get(&page).await.is(200).shows("Apri in segreteria");
        visitor.get("/seminari").await.is(200).hides("anagrafe e i cittadini").shows("non ci sono giornate in programma");

        publish(&segreteria, &day).await;
        visitor.get("/seminari").await.is(200).shows("anagrafe e i cittadini");
        let shown = visitor.get(&page).await.is(200).shows("giovedì 12 marzo 2026, ore 9.00–13.00 e 14.00–17.00");
        let shown = shown.shows("Palazzo civico, Sala delle Colonne").shows("30 posti liberi").shows("Ascensore al cortile.");
        shown.shows("A piedi da Porta Susa.").shows(&docente.who().name).shows("Con casi da risolvere insieme.");
        // Twice is told, and changes nothing.
        segreteria.post(&format!("{day}/pubblicazione"), &[("visto", "1")]).await.leads_to(&format!("{day}?esito=non-pubblicata"));
        house.administrator().await.get("/gestione/registro").await.is(200).shows("Giornata d’aula pubblicata").shows("Seminario creato");
    });
}

#[test]
fn each_thing_that_cannot_be_is_told_beside_its_field_and_nothing_typed_is_lost() {
    on_each_engine(async |house| {
        edition(house).await;
        let segreteria = house.secretary().await;
        let seminar = new_seminar(&segreteria).await;
        let path = format!("{seminar}/giornate/nuova");
        segreteria.get(&path).await.is(200).shows("Nuova giornata");
        let twice = with(&with(&sound(), "termine", "2026-10-25"), "termine-ora", "02:30");
        let skipped = with(&with(&with(&sound(), "giorno", "2026-03-29"), "s1-dal", "02:30"), "termine", "2026-03-20");
        let nowhere: Typed = sound()
            .into_iter()
            .filter(|(n, _)| !["sede", "indirizzo", "citta", "provincia", "sala", "arrivare", "accessibilita"].contains(&n.as_str()))
            .collect();
        let kept = |seats: &str, release: &str| with(&with(&with(&sound(), "r1-ente", "Agliè"), "r1-posti", seats), "r1-fino", release);
        for (bent, told) in [
            (with(&sound(), "giorno", "2026-02-30"), "Indicate il giorno."),
            (with(&sound(), "s1-dal", ""), "Indicate a che ora comincia la sessione 1."),
            (with(&sound(), "s2-al", ""), "Indicate a che ora finisce la sessione 2."),
            (with(&sound(), "s1-al", "25:00"), "Scrivete un’ora tra le 0.00 e le 23.59"),
            (with(&sound(), "s1-al", "08:00"), "La sessione 1 finisce prima di cominciare"),
            (with(&sound(), "s2-dal", "12:30"), "La sessione 2 comincia quando la 1 non è ancora finita."),
            (skipped, "Quell’ora non esiste"),
            (twice, "Quell’ora c’è due volte"),
            (with(&sound(), "termine", "2026-03-12"), "Le iscrizioni si chiudono dopo l’inizio della giornata"),
            (with(&sound(), "termine", ""), "Indicate il giorno in cui si chiudono le iscrizioni."),
            (with(&sound(), "posti", "0"), "Scrivete quanti posti ci sono"),
            (with(&sound(), "posti", "molti"), "Scrivete quanti posti ci sono"),
            (with(&sound(), "offerta", "-3"), "Scrivete un numero di ore da 1 a 240"),
            (nowhere, "Indicate dove si svolge, oppure il collegamento online."),
            (with(&sound(), "citta", ""), "Scrivete la città."),
            (with(&sound(), "provincia", "XX"), "Scegliete la provincia."),
            (with(&sound(), "collegamento", "zoom"), "Scrivete l’indirizzo intero"),
            (kept("31", "2026-03-05"), "I posti riservati sono più dei posti"),
            (kept("3", "2026-03-13"), "I posti tornano liberi dopo l’inizio della giornata"),
            (kept("3", ""), "Indicate il giorno in cui tornano liberi."),
            (kept("", "2026-03-05"), "Scrivete quanti posti riservare."),
            (with(&kept("3", "2026-03-05"), "r1-provincia", "TO"), "Indicate un ente oppure una provincia, non entrambi."),
            (with(&kept("3", "2026-03-05"), "r1-ente", "Atlantide"), "Nessun ente si chiama così"),
            (with(&kept("3", "2026-03-05"), "r1-ente", "Livo"), "Più enti si chiamano così"),
            (with(&sound(), "s1-tema", &"à".repeat(201)), "Il testo è troppo lungo"),
        ] {
            let page = send(&segreteria, &path, &bent).await.is(422).shows("C’è una cosa da correggere");
            assert_eq!(page.body.matches(told).count(), 2, "{told}: beside its field and above\n{}", page.body);
            page.shows("value=\"Laboratorio\"");
        }
        // All at once, in the order of the form.
        let page = send(&segreteria, &path, &Vec::new()).await.is(422);
        let at = |text: &str| page.body.find(text).unwrap_or_else(|| panic!("{text}"));
        assert!(at("Indicate il giorno.") < at("Indicate dove si svolge") && at("Indicate dove si svolge") < at("Scrivete quanti posti"));
        let count = "select count(*) from class_day";
        assert_eq!(q(count).count(&mut house.db.reader().await.unwrap()).await.unwrap(), 0);
    });
}

#[test]
fn a_day_may_be_online_and_keep_seats_for_some() {
    on_each_engine(async |house| {
        edition(house).await;
        let (segreteria, visitor) = (house.secretary().await, house.visitor());
        let seminar = new_seminar(&segreteria).await;
        let mut form = sound();
        for (name, value) in [
            ("r1-ente", "Comune di Livo (CO)"),
            ("r1-posti", "4"),
            ("r1-fino", "2026-03-05"),
            ("r3-provincia", "CN"),
            ("r3-posti", "6"),
            ("r3-fino", "2026-03-08"),
        ] {
            form.push((name.to_owned(), value.to_owned()));
        }
        let form = with(&form, "collegamento", "https://meet.example.org/aula");
        let day = new_day(&segreteria, &seminar, &form).await;
        let sheet = segreteria.get(&day).await.is(200).shows("Comune di Livo (CO)").shows("Enti della provincia di CN");
        sheet.shows("https://meet.example.org/aula");
        publish(&segreteria, &day).await;
        // Ten are kept; the link is for those who are in.
        let page = visitor.get(&public(&day)).await.is(200).shows("20 posti liberi").shows("anche online");
        page.hides("meet.example.org").shows("il collegamento lo riceve chi si iscrive");
        // When they are let go they are everybody's.
        house.clock.set(Moment::at(Day::new(2026, 3, 5).unwrap(), 0, 0).unwrap());
        visitor.get(&public(&day)).await.is(200).shows("24 posti liberi");
        house.clock.set(Moment::at(Day::new(2026, 3, 8).unwrap(), 0, 0).unwrap());
        visitor.get(&public(&day)).await.is(200).shows("30 posti liberi");
        house.clock.set(Moment::at(Day::new(2026, 3, 11).unwrap(), 13, 0).unwrap());
        visitor.get(&public(&day)).await.is(200).shows("iscrizioni chiuse");
        let online: Typed = form
            .into_iter()
            .filter(|(n, _)| !["sede", "indirizzo", "citta", "provincia", "sala", "arrivare", "accessibilita"].contains(&n.as_str()))
            .collect();
        let segreteria = segreteria.elsewhere().await;
        let web = new_day(&segreteria, &seminar, &online).await;
        segreteria.get(&web).await.is(200).shows("Il termine delle iscrizioni è già passato: spostatelo.").hides("Manca l’accessibilità");
    });
}

#[test]
fn what_a_draft_lacks_is_told_and_it_is_not_published() {
    on_each_engine(async |house| {
        edition(house).await;
        let segreteria = house.secretary().await;
        let seminar = new_seminar(&segreteria).await;
        let form = with(&with(&sound(), "s2-tema", ""), "accessibilita", "");
        let day = new_day(&segreteria, &seminar, &form).await;
        let page =
            segreteria.get(&day).await.is(200).shows("Manca l’argomento della sessione 2.").shows("Manca l’accessibilità della sede");
        page.shows("Mancano i docenti").hides("/pubblicazione");
        segreteria.post(&format!("{day}/pubblicazione"), &[("visto", "1")]).await.leads_to(&format!("{day}?esito=non-pubblicata"));
        house.visitor().get(&public(&day)).await.is(404);
        // Once complete, docenti may still come later; and a draft that changed since it was looked at is looked at again.
        let complete = with(&sound(), "visto", "1");
        send(&segreteria, &format!("{day}/modifica"), &complete).await.leads_to(&format!("{day}?esito=modificata"));
        segreteria.post(&format!("{day}/pubblicazione"), &[("visto", "1")]).await.leads_to(&format!("{day}?esito=non-pubblicata"));
        publish(&segreteria, &day).await;
    });
}

#[test]
fn of_two_who_change_a_day_at_once_the_later_is_told() {
    on_each_engine(async |house| {
        edition(house).await;
        let (anna, bruno) = (house.secretary().await, house.secretary().await);
        let seminar = new_seminar(&anna).await;
        let day = new_day(&anna, &seminar, &sound()).await;
        let path = format!("{day}/modifica");
        let visto = anna.get(&path).await.is(200).field("visto").unwrap();
        assert_eq!(bruno.get(&path).await.is(200).field("visto").as_deref(), Some(visto.as_str()));
        let forms = ["40", "50"].map(|seats| with(&with(&sound(), "posti", seats), "visto", &visto));
        let (first, second) = rocket::tokio::join!(send(&anna, &path, &forms[0]), send(&bruno, &path, &forms[1]));
        let mut statuses = [first.status, second.status];
        statuses.sort_unstable();
        assert_eq!(statuses, [303, 409]);
        let (loser, form, told) = if first.status == 409 { (&anna, &forms[0], first) } else { (&bruno, &forms[1], second) };
        // What was typed is there, and who saves again means it.
        let typed = form.iter().find(|(n, _)| n == "posti").unwrap().1.clone();
        let told = told.shows("Nel frattempo qualcun altro ha modificato gli stessi dati");
        assert_eq!(told.field("posti"), Some(typed.clone()));
        let again = with(form, "visto", &told.field("visto").unwrap());
        send(loser, &path, &again).await.leads_to(&format!("{day}?esito=modificata"));
        assert_eq!(number(house, "select seats from class_day where class_day_id = $1", &id_of(&day)).await.to_string(), typed);
        // The same for a seminar.
        let change = format!("{seminar}/modifica");
        let form = with(&with(&seminar_form(), "titolo", "Altro titolo"), "visto", "1");
        send(&anna, &change, &form).await.leads_to(&format!("{seminar}?esito=modificato"));
        send(&bruno, &change, &form).await.is(409).shows("Nel frattempo");
        send(&bruno, &change, &with(&form, "titolo", "")).await.is(422).shows("Scrivete il titolo.");
        send(&bruno, &change, &with(&form, "tema", "Astronomia")).await.is(422).shows("Scegliete il tema.");
    });
}

fn seminar_form() -> Typed {
    seminar()
}

#[test]
fn a_published_day_that_moves_tells_those_who_count_on_it() {
    on_each_engine(async |house| {
        edition(house).await;
        let (segreteria, docente) = (house.secretary().await, house.trainer().await);
        let seminar = new_seminar(&segreteria).await;
        let form = with(&with(&sound(), "docente", docente.who().id.as_str()), "posti", "2");
        let day = new_day(&segreteria, &seminar, &form).await;
        publish(&segreteria, &day).await;
        let id = id_of(&day);
        for (username, standing) in [("uno", "seated"), ("due", "seated"), ("tre", "waiting"), ("quattro", "out")] {
            enrol(house, &id, username, standing).await;
        }
        let path = format!("{day}/modifica");
        let change = async |name: &str, value: &str, form: &Typed| {
            let visto = segreteria.get(&path).await.is(200).field("visto").unwrap();
            let bent = with(&with(form, "visto", &visto), name, value);
            (send(&segreteria, &path, &bent).await, bent)
        };
        let sequence = number(house, SEQUENCE, &id).await;

        // Nothing that differs is nothing that changed; a topic is told to nobody.
        change("posti", "2", &form).await.0.leads_to(&format!("{day}?esito=uguale"));
        let (answer, form) = change("s2-tema", "Casi pratici", &form).await;
        answer.leads_to(&format!("{day}?esito=modificata"));
        assert_eq!((number(house, SEQUENCE, &id).await, house.letters().await.len()), (sequence, 0));

        // Fewer seats than people is told beside its field.
        let (answer, _) = change("posti", "1", &form).await;
        answer.is(422).shows("2 persone hanno già il posto: i posti non possono essere di meno.");

        // Other hours: the two who are in, the one who waits, and the docente.
        let session = "select count(*) from class_session where class_day_id = $1 and topic = 'Casi pratici'";
        let (answer, form) = change("s2-dal", "15:00", &form).await;
        answer.leads_to(&format!("{day}?esito=spostata"));
        let letters = house.letters().await;
        assert_eq!(letters.iter().filter(|letter| letter.kind == "class-day-changed").count(), 4, "{letters:?}");
        assert!(
            letters
                .iter()
                .all(|letter| letter.text.contains("9.00–13.00 e 14.00–17.00") && letter.text.contains("9.00–13.00 e 15.00–17.00"))
        );
        let moved = number(house, SEQUENCE, &id).await;
        assert!(moved > sequence);
        assert_eq!(number(house, session, &id).await, 1);

        // More seats: the one who waited has one, and is told of that alone.
        let (answer, form) = change("posti", "3", &form).await;
        answer.leads_to(&format!("{day}?esito=modificata"));
        let seated = "select count(*) from enrolment where class_day_id = $1 and standing = 'seated'";
        assert_eq!((number(house, seated, &id).await, house.letters().await.len()), (3, 1));

        // Once it has begun its hours are a fact.
        house.clock.set(Moment::at(Day::new(2026, 3, 12).unwrap(), 10, 0).unwrap());
        let segreteria = segreteria.elsewhere().await;
        let visto = segreteria.get(&path).await.is(200).field("visto").unwrap();
        let bent = with(&with(&form, "visto", &visto), "s2-al", "18:00");
        send(&segreteria, &path, &bent).await.is(422).shows("La giornata è già cominciata: giorno e orari non si cambiano più.");
        house.letters_left();
    });
}

#[test]
fn a_cancelled_day_says_why_to_all_and_stays_in_the_calendar() {
    on_each_engine(async |house| {
        edition(house).await;
        let (segreteria, docente, visitor) = (house.secretary().await, house.trainer().await, house.visitor());
        let seminar = new_seminar(&segreteria).await;
        let day = new_day(&segreteria, &seminar, &with(&sound(), "docente", docente.who().id.as_str())).await;
        let path = format!("{day}/annullamento");
        // A draft is forgotten instead.
        segreteria.get(&path).await.leads_to(&format!("{day}?esito=chiusa"));
        publish(&segreteria, &day).await;
        let id = id_of(&day);
        for (username, standing) in [("uno", "seated"), ("due", "waiting")] {
            enrol(house, &id, username, standing).await;
        }
        segreteria.get(&path).await.is(200).shows("2 persone iscritte o in attesa ricevono un messaggio");
        segreteria.post(&path, &[]).await.is(422).shows("Scrivete il motivo").shows("Confermate che la giornata va annullata.");
        segreteria.post(&path, &[("motivo", "Sciopero"), ("confermo", "1")]).await.leads_to(&format!("{day}?esito=annullata"));
        let letters = house.letters().await;
        assert_eq!(letters.len(), 3);
        assert!(letters.iter().all(|letter| letter.text.contains("Sciopero")), "{letters:?}");
        assert_eq!(number(house, "select count(*) from enrolment where class_day_id = $1 and standing <> 'out'", &id).await, 0);
        visitor.get(&public(&day)).await.is(200).shows("è stata annullata e non si terrà.").shows("Sciopero");
        visitor.get("/seminari").await.is(200).shows("annullata");
        visitor.get("/").await.is(200).hides("La prossima: ");
        // Nothing comes back.
        segreteria.post(&path, &[("motivo", "Ancora"), ("confermo", "1")]).await.leads_to(&format!("{day}?esito=chiusa"));
        segreteria.get(&format!("{day}/modifica")).await.leads_to(&format!("{day}?esito=chiusa"));
        send(&segreteria, &format!("{day}/modifica"), &sound()).await.leads_to(&format!("{day}?esito=chiusa"));
        segreteria.post(&format!("{day}/eliminazione"), &[]).await.leads_to(&format!("{day}?esito=chiusa"));
    });
}

#[test]
fn a_copy_moves_all_its_dates_by_as_many_days_and_keeps_its_hours() {
    on_each_engine(async |house| {
        edition(house).await;
        let segreteria = house.secretary().await;
        let seminar = new_seminar(&segreteria).await;
        let mut form = sound();
        form.extend(typed(&[("r1-provincia", "TO"), ("r1-posti", "5"), ("r1-fino", "2026-03-08")]));
        let day = new_day(&segreteria, &seminar, &form).await;
        let path = format!("{day}/copia");
        segreteria.get(&path).await.is(200).shows("Giorno della nuova giornata");
        segreteria.get(&format!("{path}?giorno=domani")).await.is(422).shows("Indicate il giorno della nuova giornata.");
        // Three weeks later clocks have changed: hours are those of the clock.
        let copy =
            segreteria.get(&format!("{path}?giorno=2026-04-02")).await.is(200).shows(&format!("action=\"{seminar}/giornate/nuova\""));
        for (name, value) in [
            ("giorno", "2026-04-02"),
            ("s1-dal", "09:00"),
            ("s2-al", "17:00"),
            ("termine", "2026-04-01"),
            ("termine-ora", "13:00"),
            ("r1-fino", "2026-03-29"),
            ("citta", "Torino"),
            ("posti", "30"),
        ] {
            assert_eq!(copy.field(name).as_deref(), Some(value), "{name}");
        }
        let moved = with(&with(&with(&form, "giorno", "2026-04-02"), "termine", "2026-04-01"), "r1-fino", "2026-03-29");
        let second = new_day(&segreteria, &seminar, &moved).await;
        segreteria.get(&second).await.is(200).shows("giovedì 2 aprile 2026, ore 9.00–13.00 e 14.00–17.00");
        // A draft that is not wanted goes without a trace.
        segreteria.post(&format!("{second}/eliminazione"), &[]).await.leads_to("/segreteria/seminari?esito=eliminata");
        segreteria.get(&second).await.is(404);
        segreteria.get(TABLE).await.is(200).shows("12/03/2026").hides("02/04/2026");
    });
}

#[test]
fn the_table_finds_sorts_and_exports_in_as_many_queries_whatever_the_rows() {
    on_each_engine(async |house| {
        let edition = edition(house).await;
        let segreteria = house.secretary().await;
        let first = house.class_day(&edition, &house.day_draft(30)).await;
        enrol(house, &first, "uno", "seated").await;
        enrol(house, &first, "due", "waiting").await;
        let (page, few) = house.counting(segreteria.get(TABLE)).await;
        page.is(200).shows("1 giornata<").shows("12/03/2026").shows("tra 9 giorni").shows("pubblicata");
        let mut far = house.day_draft(10);
        far.region = Some("Puglia".to_owned());
        far.place.city = "Bari".to_owned();
        for session in &mut far.sessions {
            (session.starts_at, session.ends_at) = (session.starts_at.plus_days(7), session.ends_at.plus_days(7));
        }
        house.class_day(&edition, &far).await;
        house.class_day(&edition, &house.day_draft(20)).await;
        let (page, many) = house.counting(segreteria.get(TABLE)).await;
        let page = page.is(200).shows("3 giornate").shows("Bari");
        assert_eq!((few, many), (many, few));
        assert!(page.body.find("12/03/2026") < page.body.find("19/03/2026"));
        for (query, shown, hidden) in [
            ("regione=Puglia", "Bari", "Torino"),
            ("regione=Piemonte", "Torino", "Bari"),
            ("dal=2026-03-15", "Bari", "Torino"),
            ("al=2026-03-15", "Torino", "Bari"),
            ("stato=draft", "Nessuna giornata corrisponde.", "<td>Bari"),
            ("edizione=non-un-id&stato=published", "3 giornate", "Nessuna"),
        ] {
            segreteria.get(&format!("{TABLE}?{query}")).await.is(200).shows(shown).hides(&format!("<td>{hidden}"));
        }
        let sorted = segreteria.get(&format!("{TABLE}?ordine=-posti")).await.is(200);
        assert!(sorted.body.find("figures\">30<") < sorted.body.find("figures\">20<"));
        let file = segreteria.get(&format!("{TABLE}.csv?regione=Piemonte")).await.is(200);
        assert_eq!(file.body.lines().count(), 3);
        file.shows(
            "2026-03-12;9.00–17.00;Organizzarsi in piccolo;Modelli organizzativi;Torino;TO;Piemonte;pubblicata;30;1;1;0;29;2026-03-11",
        );
        segreteria.get(&format!("{TABLE}.xlsx")).await.is(200);
        assert_eq!(seminars::one(&house.desk().await, &first).await.unwrap().seats, 30);
    });
}
