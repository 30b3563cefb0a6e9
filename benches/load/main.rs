//! Server CPU per request on loopback: pages beside the barest route of the same server, in one run; `forum` as an argument
//! measures a national giornata di forum instead.
//!
//! Prints a table: milliseconds of CPU (user and system) that the server's process spent on each request, and the
//! ratio to the bare route. The ratio is what to compare between machines.

#![expect(clippy::disallowed_methods, reason = "a bench measures time")]

mod forum;
mod server;

use std::process::ExitCode;

use server::Server;

/// Requests to each page in each round; rounds alternate, so that a slow moment of the machine hits all pages.
const REQUESTS: u64 = 1500;
const ROUNDS: usize = 5;

fn main() -> ExitCode {
    // `cargo test` builds benches and runs them with this: nothing to measure then.
    if std::env::args().any(|a| a == "--test") {
        return ExitCode::SUCCESS;
    }
    let forum = std::env::args().any(|a| a == "forum");
    match if forum { forum::measure().map_err(|why| why.to_string()) } else { measure() } {
        Ok(()) => ExitCode::SUCCESS,
        Err(why) => {
            eprintln!("load: {why}");
            ExitCode::FAILURE
        }
    }
}

fn measure() -> Result<(), String> {
    let server = Server::start()?;
    let mut client = server.client()?;
    client.sign_in("anna.referente")?;
    let overview = client.get("/area/autodiagnosi")?;
    let at = overview.body.find("/sezioni/regia").ok_or("no open rilevazione in the demonstration")?;
    let section = overview.body[at - 36 - "/area/autodiagnosi/".len()..].split('"').next().unwrap_or_default().to_owned();
    let pages = [("bare route", "/salute/vivo"), ("sign-in page", "/entra"), ("personal area", "/area"), ("one section", &section)];
    let mut spent = [0.0; 4];
    for _ in 0..ROUNDS {
        for ((_, path), spent) in pages.iter().zip(&mut spent) {
            // The sign-in page is for whoever is not signed in.
            let mut visitor = server.client()?;
            let who = if *path == "/entra" { &mut visitor } else { &mut client };
            who.get(path)?;
            let before = server.cpu_milliseconds()?;
            for _ in 0..REQUESTS {
                who.get(path)?;
            }
            *spent += server.cpu_milliseconds()? - before;
        }
    }
    println!("{:<16} {:>18} {:>16}", "page", "CPU ms/request", "ratio to bare");
    for ((name, _), ms) in pages.iter().zip(spent) {
        println!("{name:<16} {:>18.3} {:>16.1}", ms / (REQUESTS * ROUNDS as u64) as f64, ms / spent[0]);
    }
    Ok(())
}
