//! How fast an office's registers come in: ten thousand enti and forty thousand people, each file in one transaction.
//! `AFFIANCA_TEST_POSTGRES=postgres://…` measures PostgreSQL too, in a database that this run makes and drops.

#![expect(clippy::disallowed_methods, reason = "a bench measures time, on the server that its caller names")]

mod engines;

use std::error::Error;
use std::fmt::Write;
use std::time::{Duration, Instant};

use affianca::access::Actor;
use affianca::domain::import::{FileKind, sheet};
use affianca::enti::{self, CarriedOut, Upload};
use affianca::platform::Clock;
use affianca::platform::db::Db;

const COMUNI: usize = 8_000;
const UNIONI: usize = 2_000;
const PEOPLE: usize = 40_000;
/// Both files together in less than this.
const MOST: Duration = Duration::from_secs(60);

fn main() -> Result<(), Box<dyn Error>> {
    engines::each(measure)
}

async fn measure(engine: &str, url: &str) -> Result<(), Box<dyn Error>> {
    let db = Db::open(url).await?;
    db.migrate().await?;
    let mut total = Duration::ZERO;
    for (kind, text) in [(FileKind::Enti, enti_file()?), (FileKind::People, people_file()?)] {
        let start = Instant::now();
        let rows = bring_in(&db, kind, text.as_bytes()).await?;
        let taken = start.elapsed();
        total += taken;
        let per_second = rows as f64 / taken.as_secs_f64();
        println!("{engine:<12}{:<12}{rows:>7} rows{:>9.2} s{per_second:>10.0} rows/s", kind.as_str(), taken.as_secs_f64());
    }
    println!("{engine:<12}{:<12}{:>12}{:>9.2} s", "together", "", total.as_secs_f64());
    db.close().await;
    if total > MOST { Err(format!("{engine}: more than {MOST:?}").into()) } else { Ok(()) }
}

/// From the bytes of the file to the commit: read, judged, kept, judged again in the transaction, written.
async fn bring_in(db: &Db, kind: FileKind, bytes: &[u8]) -> Result<usize, Box<dyn Error>> {
    let actor = Actor::housekeeper(db.clone(), Clock::System.now());
    let (encoding, text) = sheet::decode(bytes).map_err(|why| format!("{why:?}"))?;
    let reading = enti::judge_import(&actor, kind, &text).await?.map_err(|why| format!("{why:?}"))?;
    let rows = reading.table.sheet.rows.len();
    let id = enti::keep_import(&actor, &Upload { kind, name: "bench.csv", bytes }, encoding, &text, rows).await?;
    match enti::carry_out_import(&actor, &id, &reading.judged.fingerprint(), false).await? {
        CarriedOut::Done(counts) if counts.created == rows => Ok(rows),
        other => Err(format!("{other:?}, {:?}", reading.judged.faults().first()).into()),
    }
}

fn enti_file() -> Result<String, std::fmt::Error> {
    let mut text =
        String::from("tipo;nome;provincia;regione;codice ISTAT;comuni;PEC;codice IPA;dominio;montano;residenti;anno residenti\n");
    for n in 0..COMUNI {
        let residents = 300 + n % 4_700;
        writeln!(
            text,
            "comune;Valle Prova {n};TO;Piemonte;{:06};;protocollo@pec.valle{n}.example;c_v{n};valle{n}.example;sì;{residents};2025",
            n + 1
        )?;
    }
    for n in 0..UNIONI {
        let members: Vec<String> = (0..4).map(|k| format!("Valle Prova {} (TO)", n * 4 + k)).collect();
        writeln!(text, "unione;Unione delle Valli {n};TO;;;\"{}\";unione@pec.valli{n}.example;;;;;", members.join(", "))?;
    }
    Ok(text)
}

fn people_file() -> Result<String, std::fmt::Error> {
    let mut text = String::from("nome;cognome;e-mail;ente;ruolo;qualifica;dal\n");
    for n in 0..PEOPLE {
        let role = if n % 5 == 0 { "referente" } else { "partecipante" };
        let ente = n % COMUNI;
        writeln!(text, "Anna {n};Prova;anna.{n}@valle{ente}.example;Valle Prova {ente} (TO);{role};Istruttrice amministrativa;01/01/2026")?;
    }
    Ok(text)
}
