//! Server CPU per request on loopback: pages beside the barest route of the same server, in one run; `forum` as an argument
//! measures a national giornata di forum instead, `forum thread post` only those of its requests.
//!
//! Prints a table: milliseconds of CPU (user and system) that the server's process spent on each request, and the
//! ratio to the bare route. The ratio is what to compare between machines.

#![expect(clippy::disallowed_methods, reason = "a bench measures time")]

mod forum;
mod server;

use std::error::Error;
use std::process::ExitCode;
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::Duration;

use server::{Client, Server};
use sqlx::ConnectOptions;
use sqlx::sqlite::{SqliteConnectOptions, SqliteSynchronous};

/// Requests to each page in each round; rounds alternate, so that a slow moment of the machine hits all pages.
const REQUESTS: u64 = 2000;
const ROUNDS: usize = 5;
/// Who ask at once, each on a connection of their own: a server that sleeps between two requests is charged for waking up.
const AT_ONCE: usize = 4;

fn main() -> ExitCode {
    // `cargo test` builds benches and runs them with this: nothing to measure then.
    if std::env::args().any(|a| a == "--test") {
        return ExitCode::SUCCESS;
    }
    let asked: Vec<String> = std::env::args().skip(1).filter(|a| !a.starts_with("--")).collect();
    match if asked.first().is_some_and(|a| a == "forum") { forum::measure(&asked[1..]).map_err(|why| why.to_string()) } else { measure() } {
        Ok(()) => ExitCode::SUCCESS,
        Err(why) => {
            eprintln!("load: {why}");
            ExitCode::FAILURE
        }
    }
}

fn measure() -> Result<(), String> {
    let server = Server::start()?;
    println!("asked again while nothing changes: the server remembers what it read");
    rounds(&server)?;
    println!("asked again while another process writes all the time: nothing can be remembered");
    let ended = AtomicBool::new(false);
    std::thread::scope(|scope| {
        let writing = scope.spawn(|| restless(&server, &ended).map_err(|why| why.to_string()));
        let measured = rounds(&server);
        ended.store(true, Ordering::Relaxed);
        let written = writing.join().unwrap_or_else(|_| Err("the writer ended".into()))?;
        println!("({written} writes meanwhile)");
        measured
    })
}

/// Writes and writes, as a command beside the server would. Returns how often.
fn restless(server: &Server, ended: &AtomicBool) -> Result<u64, Box<dyn Error>> {
    let options = SqliteConnectOptions::new().filename(server.database()).synchronous(SqliteSynchronous::Off);
    tokio::runtime::Builder::new_current_thread().enable_all().build()?.block_on(async {
        let mut conn = options.busy_timeout(Duration::from_secs(5)).connect().await?;
        let mut written = 0;
        while !ended.load(Ordering::Relaxed) {
            written += sqlx::query("update job set due_at = due_at").execute(&mut conn).await.map(|_| 1)?;
        }
        Ok(written)
    })
}

fn rounds(server: &Server) -> Result<(), String> {
    let mut clients = Vec::new();
    let mut visitors = Vec::new();
    for _ in 0..AT_ONCE {
        let mut client = server.client()?;
        client.sign_in("anna.referente")?;
        clients.push(client);
        visitors.push(server.client()?);
    }
    let overview = clients[0].get("/area/autodiagnosi")?;
    let at = overview.body.find("/sezioni/regia").ok_or("no open rilevazione in the demonstration")?;
    let section = overview.body[at - 36 - "/area/autodiagnosi/".len()..].split('"').next().unwrap_or_default().to_owned();
    let pages = [("bare route", "/salute/vivo"), ("sign-in page", "/entra"), ("personal area", "/area"), ("one section", &section)];
    let targets = ["", "0.06", "0.30", "0.35"];
    let mut spent = [0.0; 4];
    for _ in 0..ROUNDS {
        for ((_, path), spent) in pages.iter().zip(&mut spent) {
            // The sign-in page is for whoever is not signed in.
            let who = if *path == "/entra" { &mut visitors } else { &mut clients };
            *spent += at_once(server, who, |client| client.get(path).map(drop))?;
        }
    }
    println!("{:<16} {:>16} {:>14} {:>10}", "page", "CPU ms/request", "ratio to bare", "target ms");
    for (((name, _), ms), target) in pages.iter().zip(spent).zip(targets) {
        println!("{name:<16} {:>16.3} {:>14.1} {target:>10}", ms / (REQUESTS * ROUNDS as u64) as f64, ms / spent[0]);
    }
    Ok(())
}

/// Milliseconds of CPU that the server spends while each of them asks its share of [`REQUESTS`].
fn at_once(server: &Server, who: &mut [Client], ask: impl Fn(&mut Client) -> Result<(), String> + Sync) -> Result<f64, String> {
    let before = server.cpu_milliseconds()?;
    let (each, ask) = (REQUESTS / who.len() as u64, &ask);
    std::thread::scope(|scope| {
        let asking: Vec<_> = who.iter_mut().map(|client| scope.spawn(move || (0..each).try_for_each(|_| ask(client)))).collect();
        asking.into_iter().try_for_each(|one| one.join().unwrap_or_else(|_| Err("a client ended".into())))
    })?;
    Ok(server.cpu_milliseconds()? - before)
}
