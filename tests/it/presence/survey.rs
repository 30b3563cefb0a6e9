//! Surveys: opened by themselves, answered once, anonymous, and shown only where nobody can be told from the others.

use affianca::domain::ids::{ClassDayId, PersonId};
use affianca::domain::moment::{Day, Moment};
use affianca::domain::questionnaire::Answers;
use affianca::domain::questionnaire::answer::answers_from_json;
use affianca::domain::survey::Occasion;
use affianca::platform::db::q;
use affianca::presence;
use serde_json::json;

use super::{Class, at, class};
use crate::house::{Browser, House, Received, catalogue, on_each_engine};

const IDS: &str = "select survey_id from survey where class_day_id = $1 order by opened_at";
const ANSWERS: &str = "select answers from survey where survey_id = $1";
const BOX: &str = "select box from survey where class_day_id = $1";
const READERS: &str = "select count(*) from survey_reader where answered";

async fn texts(house: &House, sql: &'static str, bound: &str) -> Vec<String> {
    let rows: Vec<(String,)> = q(sql).bind(bound).all(&mut house.db.reader().await.unwrap()).await.unwrap();
    rows.into_iter().map(|(text,)| text).collect()
}

async fn count(house: &House, sql: &'static str, bound: Option<&str>) -> i64 {
    let statement = bound.into_iter().fold(q(sql), |statement, text| statement.bind(text));
    statement.count(&mut house.db.reader().await.unwrap()).await.unwrap()
}

/// The letters of surveys among those that left.
async fn told(house: &House) -> Vec<Received> {
    house.letters().await.into_iter().filter(|letter| letter.kind.starts_with("survey-")).collect()
}

/// On a day of the spring of the house.
fn on(month: i8, day: i8, hour: i8) -> Moment {
    Moment::at(Day::new(2026, month, day).unwrap(), hour, 0).unwrap()
}

impl Class<'_> {
    async fn with_a_seat(&self, ente: &str) -> Browser<'_> {
        let one = self.house.member_of(ente).await;
        self.house.seat(&self.day, &one.who().id, ente).await;
        one
    }

    /// The address of the survey that is open after the day.
    async fn survey(&self) -> String {
        self.house.clock.set(at(17, 0));
        self.house.tick().await;
        let ids = texts(self.house, IDS, &self.day.to_string()).await;
        format!("/area/questionari/{}", ids[0])
    }
}

const USEFUL: &[(&str, &str)] = &[("a[G01]", "a"), ("a[G04]", "5"), ("a[G12]", "Più tempo per le domande.")];
const SENT: &str = "/area/questionari?esito=inviato";
const TWICE: &str = "/area/questionari?esito=gia-inviato";

#[test]
fn it_opens_at_the_end_of_the_day_and_writes_once_to_those_who_were_there() {
    on_each_engine(async |house| {
        let class = class(house).await;
        let (anna, bruno, carla) = (class.with_a_seat("Agliè").await, class.with_a_seat("Bairo").await, class.with_a_seat("Agliè").await);
        // Whom the docente marked absent all day is not asked.
        for session in [&class.morning, &class.afternoon] {
            house.clock.set(at(14, 30));
            class.tap(&class.docente, &carla.who().id, session, &[("esito", "assente")]).await.is(303);
        }
        house.clock.set(at(16, 59));
        house.tick().await;
        assert!(told(house).await.is_empty());
        for minute in [0, 1, 20, 40] {
            house.clock.set(at(17, minute));
            house.tick().await;
        }
        let letters = told(house).await;
        let mut to: Vec<&str> = letters.iter().map(|letter| letter.to.split('@').next().unwrap()).collect();
        to.sort_unstable();
        let mut expected = [anna.who().username.as_str(), bruno.who().username.as_str()];
        expected.sort_unstable();
        assert_eq!(to, expected);
        assert!(letters[0].text.contains("Le risposte sono anonime"), "{}", letters[0].text);
        let survey = letters[0].link();
        for one in [&anna, &bruno, &carla, &class.docente] {
            one.sign_in().await.is(303);
        }
        for one in [&anna, &bruno] {
            one.get(&survey).await.is(200).shows("La giornata è utile per il mio lavoro.").shows("Le risposte sono anonime");
            one.get("/area").await.is(200).shows("Il vostro parere");
        }
        for stranger in [&carla, &class.docente, &house.member_of("Bairo").await, &house.secretary().await] {
            stranger.get(&survey).await.is(404);
            stranger.post(&survey, USEFUL).await.is(404);
            stranger.get("/area").await.is(200).hides("Il vostro parere");
        }
        // Reminded once, and not whoever has answered.
        anna.post(&survey, USEFUL).await.leads_to(SENT);
        for hour in [9, 10] {
            house.clock.set(on(3, 6, hour));
            house.tick().await;
        }
        let letters = told(house).await;
        assert_eq!(letters.iter().map(|letter| letter.kind.as_str()).collect::<Vec<_>>(), ["survey-reminder"]);
        assert!(letters[0].to.starts_with(&bruno.who().username));
        house.clock.set(on(3, 17, 0));
        bruno.sign_in().await.is(303);
        bruno.get(&survey).await.is(200).shows("Il questionario è chiuso");
        bruno.post(&survey, USEFUL).await.leads_to("/area/questionari?esito=chiuso");
    });
}

#[test]
fn somebody_answers_once_however_often_they_send() {
    on_each_engine(async |house| {
        let class = class(house).await;
        let (anna, bruno) = (class.with_a_seat("Agliè").await, class.with_a_seat("Bairo").await);
        let survey = class.survey().await;
        for one in [&anna, &bruno] {
            one.sign_in().await.is(303);
        }
        let (twin, sent) = (anna.elsewhere().await, survey.as_str());
        let (one, two, three, other) =
            rocket::tokio::join!(anna.post(sent, USEFUL), twin.post(sent, USEFUL), anna.post(sent, USEFUL), bruno.post(sent, USEFUL));
        let sent_once = [&one, &two, &three].iter().filter(|answer| answer.location.as_deref() == Some(SENT)).count();
        let told_twice = [&one, &two, &three].iter().filter(|answer| answer.location.as_deref() == Some(TWICE)).count();
        assert_eq!((sent_once, told_twice), (1, 2));
        other.leads_to(SENT);
        anna.post(&survey, USEFUL).await.leads_to(TWICE);
        anna.get(&survey).await.is(200).shows("Avete già risposto").hides("a[G04]");
        let id = survey.rsplit('/').next().unwrap();
        assert_eq!((count(house, ANSWERS, Some(id)).await, count(house, READERS, None).await), (2, 2));
        house.letters_left();
    });
}

#[test]
fn what_cannot_stand_comes_back_with_what_was_typed() {
    on_each_engine(async |house| {
        let class = class(house).await;
        let anna = class.with_a_seat("Agliè").await;
        let survey = class.survey().await;
        anna.sign_in().await.is(303);
        anna.post(&survey, &[("a[G12]", "  ")]).await.is(422).shows("Rispondete almeno a una domanda");
        let form = [("a[G02]", "tredici"), ("a[G03]", "a"), ("a[G03]", "z"), ("a[G06][norme]", "c"), ("a[G12]", "Più pause.")];
        let answer = anna.post(&survey, &form).await.is(422);
        answer.shows("Scrivete un numero").shows("va scelta da sola").shows("Più pause.").shows("value=\"tredici\"");
        anna.post(&survey, &[("a[G01]", "q")]).await.is(422).shows("non è tra quelle previste");
        let long = "x".repeat(2001);
        anna.post(&survey, &[("a[G12]", &long)]).await.is(422).shows("al massimo 2000 caratteri");
        assert_eq!(count(house, READERS, None).await, 0);
        anna.post(&survey, &[("a[G02]", "2,5"), ("a[G03]", "a"), ("a[G06][norme]", "c")]).await.leads_to(SENT);
        house.letters_left();
    });
}

#[test]
fn the_order_of_answers_is_written_nowhere_and_each_text_stands_in_one_place() {
    on_each_engine(async |house| {
        let class = class(house).await;
        let second = house.class_day(&class.edition, &house.today_draft(30, &class.docente.who().id)).await;
        let (anna, bruno) = (class.with_a_seat("Agliè").await, class.with_a_seat("Bairo").await);
        for (one, ente) in [(&anna, "Agliè"), (&bruno, "Bairo")] {
            house.seat(&second, &one.who().id, ente).await;
        }
        house.clock.set(at(17, 0));
        house.tick().await;
        for one in [&anna, &bruno] {
            one.sign_in().await.is(303);
        }
        let of = async |day: &ClassDayId| format!("/area/questionari/{}", texts(house, IDS, &day.to_string()).await[0]);
        let forms: [&[(&str, &str)]; 2] =
            [&[("a[G04]", "1"), ("a[G12]", "zeta venusiana")], &[("a[G04]", "5"), ("a[G12]", "alfa venusiana")]];
        // The same answers in both orders, by different people.
        for (day, order) in [(&class.day, [(&anna, 0), (&bruno, 1)]), (&second, [(&anna, 1), (&bruno, 0)])] {
            let survey = of(day).await;
            for (one, form) in order {
                one.post(&survey, forms[form]).await.leads_to(SENT);
            }
        }
        let boxes = [texts(house, BOX, &class.day.to_string()).await, texts(house, BOX, &second.to_string()).await];
        assert_eq!(boxes[0], boxes[1]);
        assert!(boxes[0][0].find("alfa venusiana") < boxes[0][0].find("zeta venusiana"));
        // Of whoever answered nothing else is written than of the others.
        let readers: Vec<(bool, i64)> =
            q("select answered, count(*) from survey_reader group by answered").all(&mut house.db.reader().await.unwrap()).await.unwrap();
        assert_eq!(readers, [(true, 4)]);
        for trace in
            ["select count(*) from deed where detail like '%venusiana%'", "select count(*) from letter where content like '%venusiana%'"]
        {
            assert_eq!(count(house, trace, None).await, 0, "{trace}");
        }
        house.letters_left();
    });
}

/// What the form of so many people would hold.
fn answered(n: usize) -> Answers {
    let questionnaire = catalogue().published().find(|one| one.id == "gradimento-giornata").unwrap();
    let how = if n == 0 { "b" } else { "a" };
    let given =
        json!({ "G01": how, "G04": 5 - n % 2, "G06": {"norme": "c"}, "G07": if n == 0 { "s" } else { "n" }, "G12": format!("testo {n}") });
    let given = if n == 0 { json!({ "G01": "b", "G04": 5, "G07": "s", "G08": "segreto di uno solo", "G10": 2 }) } else { given };
    answers_from_json(questionnaire, given.as_object().unwrap()).unwrap()
}

/// A survey of this day with so many answers out of six.
async fn filled(class: &Class<'_>, day: &ClassDayId, answers: usize) {
    let mut people: Vec<(PersonId, Option<Answers>)> = Vec::new();
    for n in 0..6 {
        let one = class.house.settle("presente", "", &[]).await;
        class.house.seat(day, &one.id, "Agliè").await;
        people.push((one.id, (n < answers).then(|| answered(n))));
    }
    let ended = (day, Occasion::Day, at(17, 0));
    presence::rehearse(&class.house.housekeeper(), catalogue(), ended, &people).await.unwrap();
}

#[test]
fn figures_are_shown_once_closed_and_of_five_at_least() {
    on_each_engine(async |house| {
        let class = class(house).await;
        let few = house.class_day(&class.edition, &house.today_draft(30, &class.docente.who().id)).await;
        filled(&class, &class.day, 6).await;
        filled(&class, &few, 4).await;
        let secretary = house.secretary().await;
        let page = class.path("/gradimento");
        let few = format!("/area/docenza/{few}/gradimento");
        house.clock.set(on(3, 16, 12));
        class.docente.sign_in().await.is(303);
        class.docente.get(&page).await.is(200).shows("6 risposte su 6").shows("I risultati si vedono dopo").hides("testo 1");
        class.docente.get(&format!("{page}.csv")).await.is(200).hides("testo 1").hides("G04");
        house.clock.set(on(3, 17, 0));
        for one in [&class.docente, &secretary] {
            one.sign_in().await.is(303);
            let shown = one.get(&page).await.is(200).shows("testo 1").shows("<td class=\"aff-figures\">50 %</td>");
            // One alone was asked that.
            shown.hides("segreto di uno solo").shows("meno di 5 persone");
            one.get(&format!("{page}.csv")).await.is(200).shows("testo 1").hides("segreto di uno solo");
            one.get(&format!("{page}.xlsx")).await.is(200);
            one.get(&few).await.is(200).shows("4 risposte su 6").shows("Hanno risposto meno di 5 persone").hides("testo 1");
            one.get(&format!("{few}.csv")).await.is(200).hides("testo 1").hides("G04");
        }
        // The sum is of the one that is shown: nothing is left over for whoever subtracts.
        let sum = secretary.get("/segreteria/gradimento").await.is(200);
        sum.shows("Una giornata, 6 risposte").shows("4 risposte su 6").hides("segreto di uno solo");
        let file = secretary.get("/segreteria/gradimento.csv").await.is(200);
        assert_eq!(file.body.matches("testo 1").count(), 1);
        let stranger = house.trainer().await;
        for path in [&page, &few, &format!("{page}.csv"), &format!("{page}.xlsx")] {
            stranger.get(path).await.is(404);
        }
        house.letters_left();
    });
}

#[test]
fn three_months_later_it_asks_what_is_in_use() {
    on_each_engine(async |house| {
        let class = class(house).await;
        let anna = class.with_a_seat("Agliè").await;
        house.clock.set(on(6, 2, 8));
        house.tick().await;
        assert!(told(house).await.is_empty(), "the first is closed, the second opens at nine");
        house.clock.set(on(6, 2, 9));
        house.tick().await;
        let letters = told(house).await;
        assert_eq!(letters.len(), 1);
        assert!(letters[0].subject.contains("Che cosa usate"), "{}", letters[0].subject);
        anna.sign_in().await.is(303);
        anna.get(&letters[0].link()).await.is(200).shows("Nel suo lavoro usa quanto appreso nella giornata?");
        let form = [("a[U01]", "a"), ("a[U02]", "a"), ("a[U02]", "b"), ("a[U04]", "NA")];
        anna.post(&letters[0].link(), &form).await.leads_to(SENT);
        house.letters_left();
    });
}

#[test]
fn three_surveys_cost_as_much_as_one() {
    on_each_engine(async |house| {
        let class = class(house).await;
        let anna = class.with_a_seat("Agliè").await;
        class.survey().await;
        anna.sign_in().await.is(303);
        let ask = async |path: &str, who: &Browser<'_>| {
            let (answer, queries) = house.counting(who.get(path)).await;
            answer.is(200);
            queries
        };
        let secretary = house.secretary().await;
        let one = (ask("/area/questionari", &anna).await, ask("/segreteria/gradimento", &secretary).await);
        for _ in 0..2 {
            let day = house.class_day(&class.edition, &house.today_draft(30, &class.docente.who().id)).await;
            house.seat(&day, &anna.who().id, "Agliè").await;
        }
        house.clock.set(at(17, 30));
        house.tick().await;
        // The first request of the hour writes down that somebody is there.
        for (one, path) in [(&anna, "/area/questionari"), (&secretary, "/segreteria/gradimento")] {
            one.get(path).await.is(200);
        }
        assert_eq!((ask("/area/questionari", &anna).await, ask("/segreteria/gradimento", &secretary).await), one);
        house.letters_left();
    });
}
