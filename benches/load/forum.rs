//! A national giornata di forum on the embedded database: 600 enti, 1,200 quesiti, 3,000 interventi, 400 readers who poll.
//!
//! First everybody at once, on real connections: no intervento may be lost, and none refused. Then, on the day so filled,
//! the server's CPU per request for list, thread, intervento and poll, beside the barest route of the same server.

use std::error::Error;
use std::sync::atomic::{AtomicBool, AtomicU64, Ordering};
use std::thread;
use std::time::{Duration, Instant};

use crate::server::{self, Client, Server};
use affianca::access::{Actor, RoleName, roles::Housekeeper};
use affianca::domain::ids::{EditionId, EnteId, ForumDayId, PersonId, QuestionId};
use affianca::domain::registration::NOTICE_VERSION;
use affianca::forum::{self, Asked, DayDraft, QuestionDraft, Text};
use affianca::people::{self, NewAppointment, NewPerson};
use affianca::platform::Clock;
use affianca::platform::db::{Db, q};
use affianca::programme;

const ENTI: usize = 600;
const QUESTIONS: usize = 1_200;
const POSTS: usize = 3_000;
const READERS: usize = 400;
/// Threads that write and threads that poll, each with its share of the people.
const WRITERS: usize = 6;
const POLLERS: usize = 4;
/// Requests of each kind in a round, and rounds, of the second part.
const REQUESTS: usize = 1_200;
const ROUNDS: usize = 5;
const THEME: &str = "Anagrafe e stato civile";

/// `only`: the kinds of request to measure, by their names in the table; empty for all.
pub fn measure(only: &[String]) -> Result<(), Box<dyn Error>> {
    let folder = tempfile::tempdir()?;
    let mut filling = std::process::Command::new(env!("CARGO_BIN_EXE_affianca"));
    filling.args(["demo", "--fill-only"]).current_dir(folder.path()).env("AFFIANCA_LOG", "error").stdout(std::process::Stdio::null());
    if !filling.status()?.success() {
        return Err("the demonstration was not filled".into());
    }
    let url = format!("sqlite://{}", folder.path().join("data/demo.db").display());
    let runtime = tokio::runtime::Builder::new_multi_thread().enable_all().build()?;
    let (day, questions) = runtime.block_on(fill(&url))?;
    let server = Server::start_in(folder)?;
    let mut clients = Vec::new();
    for n in 0..ENTI {
        let mut client = server.client()?;
        client.sign_in(&username(n))?;
        clients.push(client);
    }
    let clients = together(&server, &day, &questions, clients)?;
    let kept = runtime.block_on(count(&url, "select count(*) from forum_post where body like 'Intervento %'"))?;
    if kept != POSTS as i64 {
        return Err(format!("{POSTS} interventi were acknowledged, {kept} are there").into());
    }
    println!("{POSTS} interventi acknowledged, {kept} kept");
    let until_delivered = || {
        // Letters go on leaving after their interventi were acknowledged.
        while runtime.block_on(count(&url, UNDER_WAY))? > 0 {
            thread::sleep(Duration::from_millis(200));
        }
        Ok(())
    };
    let rhythm = |statement| runtime.block_on(change(&url, statement));
    let letters = Letters { until_delivered: &until_delivered, rhythm: &rhythm };
    one_kind_at_a_time(&server, (&day, &questions), clients, (only, &letters))
}

/// Letters that leave at once; those gathered for the evening are due later than they were written.
const UNDER_WAY: &str = "select count(*) from letter where sent_at is null and failed_at is null and due_at <= posted_at";
const GATHERED: &str = "update person set letters = 'daily' where username like 'ente.%'";
const ONE_BY_ONE: &str = "update person set letters = 'each' where username like 'ente.%'";

/// What the measure does about letters.
struct Letters<'a> {
    until_delivered: &'a dyn Fn() -> Result<(), Box<dyn Error>>,
    rhythm: &'a dyn Fn(&'static str) -> Result<(), Box<dyn Error>>,
}

async fn change(url: &str, statement: &'static str) -> Result<(), Box<dyn Error>> {
    let db = Db::open(url).await?;
    let mut tx = db.begin().await?;
    q(statement).run(&mut tx).await?;
    tx.commit().await?;
    db.close().await;
    Ok(())
}

fn username(n: usize) -> String {
    format!("ente.{n}")
}

async fn count(url: &str, statement: &'static str) -> Result<i64, Box<dyn Error>> {
    let db = Db::open(url).await?;
    let found = q(statement).count(&mut db.reader().await?).await?;
    db.close().await;
    Ok(found)
}

/// People, a day that is open for hours, and quesiti that everybody sees: written through the same doors as real ones.
async fn fill(url: &str) -> Result<(ForumDayId, Vec<QuestionId>), Box<dyn Error>> {
    let db = Db::open(url).await?;
    let now = Clock::System.now();
    let actor = Actor::housekeeper(db.clone(), now);
    let edition = programme::current(&actor).await?.ok_or("no edition")?.id;
    let enti: Vec<(EnteId,)> =
        q("select ente_id from ente where kind = 'comune' and region = 'Piemonte' and residents <= 5000 order by name, ente_id")
            .all(&mut db.reader().await?)
            .await?;
    let expert = people::by_username(&actor, "segreteria").await?;
    let (opens_at, closes_at) = (now.plus_minutes(-60), now.plus_minutes(12 * 60));
    let draft = DayDraft {
        title: "Giornata nazionale".into(),
        presentation: String::new(),
        themes: vec![THEME.into()],
        read_twice: Vec::new(),
        gathering_from: opens_at.plus_minutes(-60),
        opens_at,
        closes_at,
        experts: Vec::new(),
        seminars: Vec::new(),
    };
    let day = forum::create_day(&actor.stand_in(Housekeeper::secretariat(expert.clone()), now), &edition, &draft).await?;
    let mut questions = Vec::new();
    for (n, (ente,)) in enti.into_iter().take(ENTI).enumerate() {
        let person = settle(&actor, n, &ente).await?;
        let appointment = people::appointment_of(&actor, &person, &ente).await?;
        let member = actor.stand_in(Housekeeper::member(person, appointment, ente), now);
        for k in 0..QUESTIONS / ENTI {
            questions.push(ask(&member, (&edition, &day), n * 10 + k).await?);
        }
    }
    let moderator = actor.stand_in(Housekeeper::moderator(expert), now);
    for (n, id) in questions.iter().enumerate() {
        let (title, body) = (format!("Quesito {n} sulla dimora abituale"), "Che cosa chiediamo a chi ospita, e in quale termine?");
        forum::release(&moderator, id, &Text { title, body: body.into(), law: "art. 7 DPR 223/1989".into() }, &[]).await?;
    }
    if questions.len() != QUESTIONS {
        return Err(format!("{} quesiti instead of {QUESTIONS}", questions.len()).into());
    }
    db.close().await;
    Ok((day, questions))
}

async fn settle(actor: &Actor<Housekeeper>, n: usize, ente: &EnteId) -> Result<PersonId, Box<dyn Error>> {
    let appointments = vec![NewAppointment { role: RoleName::Member, ente: Some(ente.clone()), qualifica: "Istruttrice".into() }];
    let (username, email) = (username(n), format!("{}@example.org", username(n)));
    let new = NewPerson { username, name: format!("Anna Prova {n}"), email, password: server::PASSWORD.replace('+', " "), appointments };
    let person = people::create(actor, new).await?.map_err(|why| format!("{why:?}"))?;
    people::note_notice_read(actor, &person, NOTICE_VERSION).await?;
    Ok(person)
}

async fn ask(
    member: &Actor<affianca::access::Member>,
    (edition, day): (&EditionId, &ForumDayId),
    n: usize,
) -> Result<QuestionId, Box<dyn Error>> {
    let (title, body) = (format!("Quesito {n}"), "Chi ospita non ha un contratto: che cosa chiediamo?".to_owned());
    let draft = QuestionDraft { theme: THEME.into(), title, body, law: String::new() };
    let key = format!("quesito-{n}");
    let asked = Asked { draft: &draft, edition, day: Some(day), key: &key, file: None };
    forum::ask(member, &asked).await?.map_err(|why| format!("{why:?}").into())
}

/// Everybody at once: writers send all interventi while readers ask again and again what is new.
fn together(server: &Server, day: &ForumDayId, questions: &[QuestionId], mut clients: Vec<Client>) -> Result<Vec<Client>, Box<dyn Error>> {
    let (news, ended, polls, changed) = (format!("/forum/{day}/novita"), AtomicBool::new(false), AtomicU64::new(0), AtomicU64::new(0));
    let before = server.cpu_milliseconds()?;
    let start = Instant::now();
    // Who reads does not write here: each is somebody else.
    let readers = clients.split_off(ENTI - READERS);
    let readers = shares(readers, POLLERS);
    let writers = shares(clients, WRITERS);
    let (written, read) = thread::scope(|scope| {
        let polling: Vec<_> = readers
            .into_iter()
            .map(|mut mine| {
                let (news, ended, polls, changed) = (&news, &ended, &polls, &changed);
                scope.spawn(move || {
                    let mut tags = vec![String::new(); mine.len()];
                    while !ended.load(Ordering::Relaxed) {
                        for (client, tag) in mine.iter_mut().zip(&mut tags) {
                            let answer = client.get_unless(news, tag)?;
                            polls.fetch_add(1, Ordering::Relaxed);
                            if answer.status == 200 {
                                changed.fetch_add(1, Ordering::Relaxed);
                                *tag = answer.tag;
                            }
                        }
                        // Pages ask every 25 seconds; here everybody has asked again after a good second.
                        thread::sleep(Duration::from_secs(1));
                    }
                    Ok::<_, String>(mine)
                })
            })
            .collect();
        let writing: Vec<_> = writers
            .into_iter()
            .enumerate()
            .map(|(thread, mut mine)| {
                scope.spawn(move || {
                    for n in (thread..POSTS).step_by(WRITERS) {
                        let (client, question) = ((n / WRITERS) % mine.len(), &questions[n % questions.len()]);
                        let form = format!("testo=Intervento+{n}+di+chi+ci+e+passato.&chiave=chiave-{n}");
                        mine[client].post(&format!("/quesiti/{question}/interventi"), &form)?;
                    }
                    Ok::<_, String>(mine)
                })
            })
            .collect();
        let written: Result<Vec<_>, String> =
            writing.into_iter().map(|one| one.join().unwrap_or_else(|_| Err("a writer ended".into()))).collect();
        ended.store(true, Ordering::Relaxed);
        let read: Result<Vec<_>, String> =
            polling.into_iter().map(|one| one.join().unwrap_or_else(|_| Err("a reader ended".into()))).collect();
        (written, read)
    });
    let (mut clients, seconds) = (written?.into_iter().flatten().collect::<Vec<_>>(), start.elapsed().as_secs_f64());
    clients.extend(read?.into_iter().flatten());
    let cpu = (server.cpu_milliseconds()? - before) / 1000.0;
    println!(
        "together: {POSTS} interventi and {} polls ({} with news) in {seconds:.1} s, {cpu:.1} s of CPU of the server",
        polls.into_inner(),
        changed.into_inner()
    );
    Ok(clients)
}

/// People dealt out among threads.
fn shares(clients: Vec<Client>, among: usize) -> Vec<Vec<Client>> {
    let mut shares: Vec<Vec<Client>> = (0..among).map(|_| Vec::new()).collect();
    for (n, client) in clients.into_iter().enumerate() {
        shares[n % among].push(client);
    }
    shares
}

/// What is asked, with its target in milliseconds.
const KINDS: [(&str, &str); 7] =
    [("bare route", ""), ("list", "0.35"), ("thread", "0.20"), ("thread again", ""), ("post", "0.60"), ("poll", "0.05"), ("letters", "")];

/// The table: CPU of the server per request, in rounds that alternate. Some ask at once, and each request comes from another ente.
/// A thread is measured twice: by who opens it first after somebody wrote on the day, and again by others. So is an intervento: where
/// those who follow have their letters gathered once a day, and with the letters that leave at once, to the last.
fn one_kind_at_a_time(
    server: &Server,
    (day, questions): (&ForumDayId, &[QuestionId]),
    mut clients: Vec<Client>,
    (only, letters): (&[String], &Letters<'_>),
) -> Result<(), Box<dyn Error>> {
    (letters.until_delivered)()?;
    let (list, news) = (format!("/forum/{day}"), format!("/forum/{day}/novita"));
    let wanted = |name: &str| name == KINDS[0].0 || only.is_empty() || only.iter().any(|one| name.starts_with(one.as_str()));
    let mut spent = [0.0; KINDS.len()];
    (letters.rhythm)(GATHERED)?;
    for round in 0..ROUNDS {
        for ((name, _), spent) in KINDS.iter().zip(&mut spent).filter(|((name, _), _)| wanted(name)) {
            // Never without need: it is another process that writes, and the server forgets all it has read.
            if *name == "letters" {
                (letters.rhythm)(ONE_BY_ONE)?;
            }
            if *name == "thread" {
                let form = format!("testo=Uno+prima.&chiave=prima-{round}");
                clients[1].post(&format!("/quesiti/{}/interventi", questions[0]), &form)?;
                (letters.until_delivered)()?;
            }
            // After the interventi of this round nothing is new any more.
            let tag = clients[0].get(&news)?.tag;
            let ask = |client: &mut Client, n: usize| {
                let question = &questions[(round * REQUESTS + n) % questions.len()];
                match *name {
                    "bare route" => client.get("/salute/vivo"),
                    "list" => client.get(&list),
                    "thread" => client.get(&format!("/quesiti/{question}")),
                    "thread again" => client.get(&format!("/quesiti/{}", questions[(round * REQUESTS + n + 7) % questions.len()])),
                    "post" | "letters" => {
                        let form = format!("testo=Ancora+uno.&chiave=misura-{name}-{round}-{n}");
                        client.post(&format!("/quesiti/{question}/interventi"), &form)
                    }
                    _ => match client.get_unless(&news, &tag)? {
                        answer if answer.status == 304 => Ok(answer),
                        _ => Err("a poll found news where nothing happened".into()),
                    },
                }
            };
            let before = server.cpu_milliseconds()?;
            let share = clients.len().div_ceil(POLLERS);
            thread::scope(|scope| {
                let asking: Vec<_> = clients
                    .chunks_mut(share)
                    .enumerate()
                    .map(|(thread, mine)| {
                        let ask = &ask;
                        scope.spawn(move || {
                            let mut turns = (thread..REQUESTS).step_by(POLLERS).enumerate();
                            turns.try_for_each(|(turn, n)| ask(&mut mine[turn % mine.len()], n).map(drop))
                        })
                    })
                    .collect();
                asking.into_iter().try_for_each(|one| one.join().unwrap_or_else(|_| Err("a client ended".into())))
            })?;
            (letters.until_delivered)()?;
            *spent += server.cpu_milliseconds()? - before;
            if *name == "letters" {
                (letters.rhythm)(GATHERED)?;
            }
        }
    }
    println!("{:<14} {:>16} {:>14} {:>10}", "request", "CPU ms/request", "ratio to bare", "target ms");
    for ((name, target), ms) in KINDS.iter().zip(spent).filter(|(_, ms)| *ms > 0.0) {
        println!("{name:<14} {:>16.3} {:>14.1} {target:>10}", ms / (REQUESTS * ROUNDS) as f64, ms / spent[0]);
    }
    Ok(())
}
