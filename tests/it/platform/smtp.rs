//! Letters and a real mail server: none is lost, and none is taken twice under two names, whoever is killed meanwhile.

use std::collections::{BTreeMap, BTreeSet};
use std::io::{BufRead, BufReader, Write};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::thread::sleep;
use std::time::Duration;

use affianca::domain::lang::Lang;
use affianca::domain::letter::Letter;
use affianca::platform::Clock;
use affianca::platform::db::q;
use affianca::platform::jobs::Plant;
use affianca::platform::mail::{Carrier, Destination, FaultKind};
use affianca::platform::outbox::{Recipient, deliver};
use affianca::ui::mail::PEN;
use serde_json::Value;
use tempfile::TempDir;

use crate::house::{House, in_integration, on_each_engine};

/// aiosmtpd, in a process of its own.
struct MailServer {
    process: Child,
    port: u16,
    folder: TempDir,
}

impl MailServer {
    /// `seconds`: how long it holds back its yes for a letter that it has taken. None: Python is left out here.
    fn start(seconds: f64) -> Option<MailServer> {
        MailServer::start_with(seconds, &[])
    }

    fn start_with(seconds: f64, options: &[&std::ffi::OsStr]) -> Option<MailServer> {
        let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests");
        let python = root.join(".venv/bin/python");
        if !python.exists() {
            assert!(!in_integration(), "CI=true, and tests/.venv is missing: tests/tools/install makes it");
            std::io::stderr().write_all(b"the mail server is left out: run tests/tools/install\n").unwrap();
            return None;
        }
        let folder = tempfile::tempdir().unwrap();
        let mut command = Command::new(python);
        command.arg(root.join("tools/smtp-server")).arg(folder.path().join("log")).arg(seconds.to_string()).args(options);
        let mut process = command.stdin(Stdio::piped()).stdout(Stdio::piped()).spawn().unwrap();
        let mut line = String::new();
        BufReader::new(process.stdout.take().unwrap()).read_line(&mut line).unwrap();
        Some(MailServer { process, port: line.trim().parse().expect("the mail server tells its port"), folder })
    }

    fn address(&self) -> String {
        format!("smtp://127.0.0.1:{}", self.port)
    }

    fn log(&self) -> PathBuf {
        self.folder.path().join("log")
    }

    /// What it has taken so far.
    fn taken(&self) -> Vec<Value> {
        let log = std::fs::read_to_string(self.log()).unwrap_or_default();
        // The last line may be half written.
        log.lines().filter_map(|line| serde_json::from_str(line).ok()).collect()
    }
}

impl Drop for MailServer {
    fn drop(&mut self) {
        self.process.kill().unwrap_or_default();
        drop(self.process.wait());
    }
}

async fn post(house: &House, address: &str) {
    let mut tx = house.db.begin().await.unwrap();
    let to = Recipient::Address { name: "Niccolò", address, lang: Lang::It };
    // By the true clock: the program that delivers has no other.
    let letter = |lang| Letter::new("news", lang, "Perché è così").say("Più di una novità.").action("Vedi", "/area");
    tx.post(Clock::System.now(), to, letter).await.unwrap();
    tx.commit().await.unwrap();
}

fn at(house: &House, server: &MailServer) -> Plant {
    let mut config = (*house.config).clone();
    config.mail.destination = Destination::parse(&server.address()).unwrap();
    Plant { clock: Clock::System, carrier: Carrier::of(&config), ..house.plant() }
}

const FAULT: &str = "select failed_at is null, coalesce(fault, '') from letter where address = $1";

#[test]
fn a_mail_server_takes_letters_over_one_line_and_its_noes_are_understood() {
    on_each_engine(async |house| {
        let Some(server) = MailServer::start(0.0) else { return };
        let plant = at(house, &server);
        plant.carrier.check().await.unwrap();
        for address in ["anna@x.example", "bruno@x.example", "carla@x.example"] {
            post(house, address).await;
        }
        assert_eq!(deliver(plant.turn(plant.clock.now()), PEN).await.unwrap(), 3);
        let taken = server.taken();
        assert_eq!(taken.iter().map(|letter| letter["connection"].as_i64()).collect::<BTreeSet<_>>().len(), 1, "one line for all");
        let first = &taken[0];
        assert_eq!((&first["subject"], &first["from"]), (&"Perché è così".into(), &"affianca@localhost".into()));
        assert_eq!(first["parts"], serde_json::json!(["multipart/alternative", "text/plain", "text/html"]));
        assert_eq!(first["defects"], 0);
        assert!(first["plain"].as_str().unwrap().contains("Buongiorno Niccolò,\r\n\r\nPiù di una novità."), "{first}");
        for address in ["nobody@x.example", "later@x.example", "dario@x.example"] {
            post(house, address).await;
        }
        assert_eq!(deliver(plant.turn(plant.clock.now()), PEN).await.unwrap(), 1);
        let mut conn = house.db.reader().await.unwrap();
        let refused: (bool, String) = q(FAULT).bind("nobody@x.example").one(&mut conn).await.unwrap();
        assert_eq!(refused, (false, "refused: 550 5.1.1 no such user here".to_owned()));
        let deferred: (bool, String) = q(FAULT).bind("later@x.example").one(&mut conn).await.unwrap();
        assert_eq!(deferred, (true, "deferred: 451 4.7.1 greylisted, come back".to_owned()));
        house.letters_left();
    });
}

#[test]
fn a_mail_server_that_is_not_there_is_a_fault_of_the_carrier() {
    on_each_engine(async |house| {
        let mut config = (*house.config).clone();
        config.mail.destination = Destination::parse("smtp://127.0.0.1:1").unwrap();
        let fault = Carrier::of(&config).check().await.unwrap_err();
        assert!(fault.kind == FaultKind::Carrier && fault.said.to_lowercase().contains("refused"), "{fault:?}");
        // Without encryption no password leaves this machine; here it may, and the server knows none.
        let Some(server) = MailServer::start(0.0) else { return };
        config.mail.destination = Destination::parse(&server.address().replace("//", "//user:segreta@")).unwrap();
        let fault = Carrier::of(&config).check().await.unwrap_err();
        assert!(fault.kind == FaultKind::Carrier && !fault.said.contains("segreta"), "{fault:?}");
    });
}

/// An authority, and a certificate of its for `localhost`. None: there is no openssl here.
fn certificates(folder: &Path) -> Option<(PathBuf, PathBuf, PathBuf)> {
    let openssl = |args: &str| {
        let run = Command::new("openssl").args(args.split(' ')).current_dir(folder).stdout(Stdio::null()).stderr(Stdio::null()).status();
        run.is_ok_and(|status| status.success())
    };
    std::fs::write(folder.join("leaf.cnf"), "subjectAltName=DNS:localhost\nbasicConstraints=critical,CA:FALSE\n").unwrap();
    let made = openssl("req -x509 -newkey rsa:2048 -nodes -keyout ca.key -out ca.pem -days 2 -subj /CN=Prova")
        && openssl("req -newkey rsa:2048 -nodes -keyout leaf.key -out leaf.csr -subj /CN=localhost")
        && openssl("x509 -req -in leaf.csr -CA ca.pem -CAkey ca.key -CAcreateserial -days 2 -extfile leaf.cnf -out leaf.pem");
    if !made {
        assert!(!in_integration(), "CI=true, and openssl is missing");
        std::io::stderr().write_all(b"encrypted mail is left out: there is no openssl\n").unwrap();
        return None;
    }
    Some((folder.join("ca.pem"), folder.join("leaf.pem"), folder.join("leaf.key")))
}

#[test]
fn an_encrypted_mail_server_is_believed_if_the_settings_name_its_authority() {
    let folder = tempfile::tempdir().unwrap();
    let Some((authority, certificate, key)) = certificates(folder.path()) else { return };
    on_each_engine(async |house| {
        for (how, scheme) in [("starttls", "smtp"), ("smtps", "smtps")] {
            let Some(server) = MailServer::start_with(0.0, &[how.as_ref(), certificate.as_ref(), key.as_ref()]) else { return };
            let at = |host: &str, file: &str| {
                let mut config = (*house.config).clone();
                let address = format!("{scheme}://{host}:{}", server.port);
                config.mail.destination = Destination::parse(&address).unwrap().trusting(file).unwrap();
                Carrier::of(&config)
            };
            let file = authority.to_str().unwrap();
            let carrier = at("localhost", file);
            carrier.check().await.unwrap_or_else(|fault| panic!("{how}: {fault:?}"));
            post(house, &format!("{how}@x.example")).await;
            let plant = Plant { clock: Clock::System, carrier, ..house.plant() };
            assert_eq!(deliver(plant.turn(plant.clock.now()), PEN).await.unwrap(), 1, "{how}");
            assert_eq!(server.taken()[0]["encrypted"], true, "{how}");
            // Its certificate is not of this name, or of nobody we know.
            let stranger = if how == "smtps" { at("localhost", "") } else { at("127.0.0.1", file) };
            let fault = stranger.check().await.unwrap_err();
            assert!(fault.kind == FaultKind::Carrier && fault.said.to_lowercase().contains("certificate"), "{how}: {fault:?}");
        }
        // Where encryption is asked for and not offered, nothing is said.
        let Some(plain) = MailServer::start(0.0) else { return };
        let mut config = (*house.config).clone();
        config.mail.destination = Destination::parse(&plain.address()).unwrap().trusting(authority.to_str().unwrap()).unwrap();
        let fault = Carrier::of(&config).check().await.unwrap_err();
        assert!(fault.kind == FaultKind::Carrier && fault.said.contains("mail_ca"), "{fault:?}");
    });
}

/// Letters in the test of the deaths.
const LETTERS: usize = 40;
/// What the server has taken when the program is killed, each time.
const DEATHS: [usize; 4] = [3, 11, 18, 30];
/// Looks at the server's log before the test gives up: a minute.
const LOOKS: usize = 1200;

/// The real program, delivering.
fn program(house: &House, server: &MailServer) -> Child {
    let mut command = Command::new(env!("CARGO_BIN_EXE_affianca"));
    command.args(["jobs", "run"]).current_dir(server.folder.path()).env("AFFIANCA_DATABASE", house.config.database.reveal());
    command.env("AFFIANCA_MAIL", server.address()).stdout(Stdio::null()).stderr(Stdio::null()).spawn().unwrap()
}

fn wait_for(taken: usize, server: &MailServer, program: &mut Child) {
    for _ in 0..LOOKS {
        if server.taken().len() >= taken {
            return;
        }
        assert!(program.try_wait().unwrap().is_none(), "it ended after {} letters", server.taken().len());
        sleep(Duration::from_millis(50));
    }
    panic!("only {} letters within a minute", server.taken().len());
}

/// The leases of the dead run out, as if a quarter of an hour had gone by.
async fn let_leases_run_out(house: &House) -> u64 {
    let mut tx = house.db.begin().await.unwrap();
    let changed = q("update letter set taken_at = 0 where taken_at is not null and sent_at is null").run(&mut tx).await.unwrap();
    tx.commit().await.unwrap();
    changed
}

#[test]
fn killed_in_the_middle_of_delivery_no_letter_is_lost_and_none_gets_a_second_id() {
    on_each_engine(async |house| {
        let Some(server) = MailServer::start(0.05) else { return };
        for n in 0..LETTERS {
            post(house, &format!("a{n:02}@x.example")).await;
        }
        let mut held = 0;
        for death in DEATHS {
            let mut program = program(house, &server);
            wait_for(death, &server, &mut program);
            // SIGKILL: it has taken a letter from the outbox, the server has it, and nobody has noted so.
            program.kill().unwrap();
            program.wait().unwrap();
            held += let_leases_run_out(house).await;
        }
        assert!(held > 0, "or it was never killed in the middle of a letter");
        let mut last = program(house, &server);
        for _ in 0..LOOKS {
            if last.try_wait().unwrap().is_some() {
                break;
            }
            sleep(Duration::from_millis(50));
        }
        assert!(last.try_wait().unwrap().is_some_and(|status| status.success()), "the last run ends by itself");
        let mut ids: BTreeMap<String, Vec<String>> = BTreeMap::new();
        for letter in server.taken() {
            ids.entry(letter["to"].as_str().unwrap().to_owned()).or_default().push(letter["id"].as_str().unwrap().to_owned());
        }
        assert_eq!(ids.len(), LETTERS, "every letter arrived");
        let distinct: BTreeSet<&String> = ids.values().flatten().collect();
        assert_eq!(distinct.len(), LETTERS, "under one id each: {ids:?}");
        assert!(ids.values().all(|of_one| of_one.iter().all(|id| *id == of_one[0])), "{ids:?}");
        let twice: usize = ids.values().map(|of_one| of_one.len() - 1).sum();
        println!("{LETTERS} letters, {} deaths, {twice} came twice under the same Message-ID", DEATHS.len());
        assert!(twice <= DEATHS.len(), "at most one letter is in the hands of a server that dies: {ids:?}");
    });
}
