//! The program killed in the middle of its work: what was acknowledged is there when it starts again.

use std::io::{Read, Write};
use std::net::TcpStream;
use std::process::{Command, Stdio};
use std::thread;
use std::time::Duration;

use serde_json::Value;

use crate::house::Server;

const PASSWORD: &str = "quattro+passi+in+piazza";
/// Two people of Agliè at the same section, each at a question of their own.
const PEOPLE: [(&str, &str, &str); 2] = [("anna.referente", "Q12", "3"), ("luca.anagrafe", "Q13", "c")];
/// How long they save before each kill, in milliseconds.
const LIVES: [u64; 3] = [250, 600, 900];
const PATIENCE: Duration = Duration::from_secs(20);

/// Somebody at a browser without pictures. The session outlives the program.
#[derive(Clone, Default)]
struct Person {
    cookie: String,
}

impl Person {
    /// Head and body; an error when the line goes dead.
    fn ask(&self, server: &str, line: &str, body: &str) -> std::io::Result<(String, String)> {
        let mut stream = TcpStream::connect(server)?;
        stream.set_read_timeout(Some(PATIENCE))?;
        let length = body.len();
        write!(
            stream,
            "{line} HTTP/1.1\r\nHost: {server}\r\nOrigin: http://{server}\r\nConnection: close\r\nCookie: affianca={}\r\nAccept: {}\r\n\
             Content-Type: application/x-www-form-urlencoded\r\nContent-Length: {length}\r\n\r\n{body}",
            self.cookie,
            if line.starts_with("POST /area") { "application/json" } else { "text/html" },
        )?;
        let mut answer = Vec::new();
        stream.read_to_end(&mut answer)?;
        let answer = String::from_utf8_lossy(&answer).into_owned();
        let (head, body) = answer.split_once("\r\n\r\n").ok_or(std::io::ErrorKind::UnexpectedEof)?;
        Ok((head.to_owned(), body.to_owned()))
    }

    fn get(&self, server: &str, path: &str) -> String {
        let (head, body) = self.ask(server, &format!("GET {path}"), "").unwrap();
        assert!(head.starts_with("HTTP/1.1 200"), "{path}: {head}");
        body
    }

    fn sign_in(&mut self, server: &str, username: &str) {
        let (head, _) = self.ask(server, "POST /entra", &format!("utente={username}&password={PASSWORD}&ritorno=")).unwrap();
        let cookie = head.split("affianca=").nth(1).unwrap_or_else(|| panic!("{head}"));
        self.cookie = cookie.split(';').next().unwrap().to_owned();
    }
}

/// The value of a field of the page.
fn field(html: &str, name: &str) -> String {
    let rest = html.split_once(&format!(" name=\"{name}\"")).unwrap_or_else(|| panic!("no field {name}")).1;
    rest.split_once("value=\"").unwrap().1.split('"').next().unwrap().to_owned()
}

/// The number that a note carries; 0 before the first.
fn noted(html: &str, question: &str) -> u64 {
    let rest = html.split_once(&format!(" name=\"n[{question}]\"")).unwrap().1;
    let text = rest.split_once('>').unwrap().1.split('<').next().unwrap();
    text.parse().unwrap_or(0)
}

/// Saves one note after the other until the line goes dead; the number of the last that was acknowledged.
fn save_until_killed(person: &Person, server: &str, section: &str, (question, value): (&str, &str)) -> u64 {
    let page = person.get(server, section);
    let fixed = format!("chi={}&ente={}&a[{question}]={value}&t[{question}]=", field(&page, "chi"), field(&page, "ente"));
    let (mut revision, mut shown) = (field(&page, &format!("rev[{question}]")), field(&page, &format!("b[{question}]")));
    let mut acknowledged = noted(&page, question);
    loop {
        let next = acknowledged + 1;
        let body = format!("{fixed}&n[{question}]={next}&rev[{question}]={revision}&b[{question}]={}", escaped(&shown));
        let Ok((head, body)) = person.ask(server, &format!("POST {section}"), &body) else { return acknowledged };
        let Ok(told) = serde_json::from_str::<Value>(&body) else { return acknowledged };
        assert!(head.starts_with("HTTP/1.1 200") && told["saved"][0] == question, "{head}\n{told}");
        let standing = &told["questions"][question];
        (revision, shown) = (standing["revision"].to_string(), standing["fingerprint"].as_str().unwrap().to_owned());
        acknowledged = next;
    }
}

fn escaped(text: &str) -> String {
    text.bytes().map(|b| if b.is_ascii_alphanumeric() { char::from(b).to_string() } else { format!("%{b:02X}") }).collect()
}

#[test]
fn every_answer_acknowledged_before_a_kill_is_there_afterwards() {
    let folder = tempfile::tempdir().unwrap();
    let mut filling = Command::new(env!("CARGO_BIN_EXE_affianca"));
    filling
        .args(["demo", "--fill-only"])
        .current_dir(folder.path())
        .env("AFFIANCA_LOG", "error")
        .stdout(Stdio::null())
        .stderr(Stdio::null());
    assert!(filling.status().unwrap().success());
    let mut server = Server::demonstration(folder.path());
    let people = PEOPLE.map(|(username, ..)| {
        let mut person = Person::default();
        person.sign_in(&server.address, username);
        person
    });
    let overview = people[0].get(&server.address, "/area/autodiagnosi");
    let at = overview.find("/sezioni/regia").expect("an open rilevazione");
    let section = overview[..at + "/sezioni/regia".len()].rsplit('"').next().unwrap().to_owned();
    let mut before = [0, 0];
    for life in LIVES {
        let saving: Vec<_> = (0..2)
            .map(|n| {
                let (person, address, section, (_, question, value)) =
                    (people[n].clone(), server.address.clone(), section.clone(), PEOPLE[n]);
                thread::spawn(move || save_until_killed(&person, &address, &section, (question, value)))
            })
            .collect();
        thread::sleep(Duration::from_millis(life));
        server.kill();
        let acknowledged: Vec<u64> = saving.into_iter().map(|thread| thread.join().unwrap()).collect();
        server = Server::demonstration(folder.path());
        let page = people[0].get(&server.address, &section);
        for (n, (_, question, _)) in PEOPLE.iter().enumerate() {
            let kept = noted(&page, question);
            // The one that was on its way may have been saved without a word.
            assert!((acknowledged[n]..=acknowledged[n] + 1).contains(&kept), "{question}: {kept} of {}", acknowledged[n]);
            before[n] = kept;
        }
    }
    assert!(before.iter().all(|kept| *kept >= 3), "they hardly saved anything: {before:?}");
}

/// Sends one intervento after the other until the line goes dead; the number of the last that was acknowledged.
fn post_until_killed(person: &Person, server: &str, question: &str, life: usize) -> (usize, String) {
    let key = |n: usize| format!("{life:08}{n:056}");
    let mut acknowledged = 0;
    loop {
        let next = acknowledged + 1;
        let body = format!("testo=Intervento+{life}-{next}.&chiave={}", key(next));
        match person.ask(server, &format!("POST {question}/interventi"), &body) {
            Ok((head, _)) if head.starts_with("HTTP/1.1 303") => acknowledged = next,
            Ok((head, body)) => panic!("{head}\n{body}"),
            Err(_) => return (acknowledged, body),
        }
    }
}

#[test]
fn an_intervento_sent_while_the_server_is_killed_is_there_once_whatever_the_browser_does_next() {
    let folder = tempfile::tempdir().unwrap();
    let mut filling = Command::new(env!("CARGO_BIN_EXE_affianca"));
    filling.args(["demo", "--fill-only"]).current_dir(folder.path()).env("AFFIANCA_LOG", "error");
    assert!(filling.stdout(Stdio::null()).stderr(Stdio::null()).status().unwrap().success());
    let mut server = Server::demonstration(folder.path());
    let mut person = Person::default();
    person.sign_in(&server.address, "carla.segretaria");
    // The quesito of the day that is open on which one may write.
    let days = person.get(&server.address, "/forum");
    let day = days.split("href=\"/forum/").skip(1).map(|rest| &rest[..36]).next().unwrap();
    let list = person.get(&server.address, &format!("/forum/{day}"));
    let open =
        list.split("href=\"/quesiti/").skip(1).filter(|rest| !rest.starts_with("nuovo")).map(|rest| format!("/quesiti/{}", &rest[..36]));
    let question = open.into_iter().find(|path| person.get(&server.address, path).contains("/interventi\"")).expect("an open quesito");
    for (life, millis) in LIVES.into_iter().enumerate() {
        let sending = {
            let (person, address, question) = (person.clone(), server.address.clone(), question.clone());
            thread::spawn(move || post_until_killed(&person, &address, &question, life))
        };
        thread::sleep(Duration::from_millis(millis));
        server.kill();
        let (acknowledged, unanswered) = sending.join().unwrap();
        server = Server::demonstration(folder.path());
        let told = |page: &str, n: usize| page.matches(&format!("Intervento {life}-{n}.")).count();
        let page = person.get(&server.address, &question);
        for n in 1..=acknowledged {
            assert_eq!(told(&page, n), 1, "{n} of {acknowledged}");
        }
        // The browser sends the last form again, of which nobody knows what became.
        let (head, _) = person.ask(&server.address, &format!("POST {question}/interventi"), &unanswered).unwrap();
        assert!(head.starts_with("HTTP/1.1 303"), "{head}");
        let page = person.get(&server.address, &question);
        assert_eq!(told(&page, acknowledged + 1), 1);
        assert!(acknowledged >= 2, "hardly anything was sent: {acknowledged}");
    }
}
