//! What it costs to search among five thousand entries, to look for what is like a quesito, and to enter one, each beside the
//! plainest statement of its kind on the same engine in the same run (docs/decisions/0027).
//! `tests/tools/with-postgres cargo bench --bench search` measures PostgreSQL too.

#![expect(clippy::disallowed_methods, reason = "a bench measures time, on the server that its caller names")]

mod engines;

use std::error::Error;
use std::time::{Duration, Instant};

use affianca::domain::moment::Day;
use affianca::platform::Clock;
use affianca::platform::db::{Db, q};
use affianca::platform::search::{Entry, Filter, Kind, Readers, search, similar};
use serde::Deserialize;

const ENTRIES: usize = 5_000;
/// Entries that one transaction takes in while the index is filled.
const AT_ONCE: usize = 500;
const ROUNDS: usize = 5;
/// The plainest statements that there are: one row read by its key, one row written.
const READ: &str = "select count(*) from search_entry where search_entry_id = $1";
const WRITE: &str = "update search_entry set entered_at = entered_at where search_entry_id = $1";

#[derive(Deserialize)]
struct Corpus {
    entry: Vec<Sample>,
}

#[derive(Deserialize)]
struct Sample {
    theme: String,
    day: String,
    title: String,
    text: String,
}

#[derive(Deserialize)]
struct Queries {
    query: Vec<Asked>,
}

#[derive(Deserialize)]
struct Asked {
    typed: String,
}

fn main() -> Result<(), Box<dyn Error>> {
    println!("{ENTRIES} entries made of sixty texts, so that most words stand in hundreds of them");
    println!("{:<12}{:<26}{:>10}{:>22}", "", "", "ms", "× plainest statement");
    engines::each(measure)
}

async fn measure(engine: &str, url: &str) -> Result<(), Box<dyn Error>> {
    let corpus = toml::from_str::<Corpus>(include_str!("../tests/it/search/corpus.toml"))?.entry;
    let queries = toml::from_str::<Queries>(include_str!("../tests/it/search/queries.toml"))?.query;
    let db = Db::open(url).await?;
    db.migrate().await?;
    fill(&db, &corpus).await?;
    let everybody = Filter::of(Readers::Everybody);
    let (mut read, mut asked, mut like) = (Vec::new(), Vec::new(), Vec::new());
    let (mut written, mut entered) = (Vec::new(), Vec::new());
    // In turns: whatever else the machine does, it does to all of them.
    for round in 0..ROUNDS {
        for (n, query) in queries.iter().enumerate() {
            let (id, mut conn) = (format!("entry-{}", (round * 97 + n * 31) % ENTRIES), db.reader().await?);
            let start = Instant::now();
            q(READ).bind(&id).count(&mut conn).await?;
            read.push(start.elapsed());
            let start = Instant::now();
            let found = search(&mut conn, &query.typed, &everybody, 1).await?;
            asked.push(start.elapsed());
            if found.total == 0 {
                return Err(format!("{engine}: nothing for {:?}", query.typed).into());
            }
            let sample = &corpus[(round + n) % corpus.len()];
            let start = Instant::now();
            similar(&mut conn, &format!("{}\n{}", sample.title, sample.text), &everybody).await?;
            like.push(start.elapsed());
        }
        for n in 0..50 {
            let id = format!("entry-{}", round * 50 + n);
            let start = Instant::now();
            let mut tx = db.begin().await?;
            q(WRITE).bind(&id).run(&mut tx).await?;
            tx.commit().await?;
            written.push(start.elapsed());
            let start = Instant::now();
            let mut tx = db.begin().await?;
            tx.index(Clock::System.now(), &entry(&corpus, &id, round * 50 + n, &text(&corpus, round * 50 + n))?).await?;
            tx.commit().await?;
            entered.push(start.elapsed());
        }
    }
    let (read, written) = (median(read), median(written));
    for (name, taken, plainest) in [
        ("one row by its key", read, read),
        ("a query of the fifty", median(asked), read),
        ("what is like a quesito", median(like), read),
        ("one row written", written, written),
        ("one entry entered", median(entered), written),
    ] {
        let ratio = taken.as_secs_f64() / plainest.as_secs_f64();
        println!("{engine:<12}{name:<26}{:>10.3}{ratio:>22.1}", taken.as_secs_f64() * 1000.0);
    }
    db.close().await;
    Ok(())
}

async fn fill(db: &Db, corpus: &[Sample]) -> Result<(), Box<dyn Error>> {
    for from in (0..ENTRIES).step_by(AT_ONCE) {
        let mut tx = db.begin().await?;
        for n in from..from + AT_ONCE {
            tx.index(Clock::System.now(), &entry(corpus, &format!("entry-{n}"), n, &text(corpus, n))?).await?;
        }
        tx.commit().await?;
    }
    Ok(())
}

/// Two texts of the corpus and a number: no two entries are the same.
fn text(corpus: &[Sample], n: usize) -> String {
    format!("{} {} {n}", corpus[n % corpus.len()].text, other(corpus, n).text)
}

fn other(corpus: &[Sample], n: usize) -> &Sample {
    &corpus[(n * 7 + n / corpus.len()) % corpus.len()]
}

fn entry<'a>(corpus: &'a [Sample], id: &'a str, n: usize, text: &'a str) -> Result<Entry<'a>, Box<dyn Error>> {
    let one = &corpus[n % corpus.len()];
    let day = Day::parse(&one.day).ok_or("a day that is none")?;
    Ok(Entry { kind: Kind::Question, id, readers: Readers::Everybody, theme: &one.theme, day, title: &other(corpus, n).title, text })
}

fn median(mut times: Vec<Duration>) -> Duration {
    times.sort();
    times[times.len() / 2]
}
