//! Server CPU per request on loopback: pages beside the barest route of the same server, in one run.
//!
//! Prints a table: milliseconds of CPU (user and system) that the server's process spent on each request, and the
//! ratio to the bare route. The ratio is what to compare between machines.

use std::io::{BufRead, BufReader, Read, Write};
use std::net::{TcpListener, TcpStream};
use std::path::Path;
use std::process::{Child, Command, ExitCode, Stdio};

/// Requests to each page in each round; rounds alternate, so that a slow moment of the machine hits all pages.
const REQUESTS: u64 = 1500;
const ROUNDS: usize = 5;
const PASSWORD: &str = "quattro+passi+in+piazza";

fn main() -> ExitCode {
    // `cargo test` builds benches and runs them with this: nothing to measure then.
    if std::env::args().any(|a| a == "--test") {
        return ExitCode::SUCCESS;
    }
    match measure() {
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
    let signed = client.post("/entra", &format!("utente=anna.referente&password={PASSWORD}&ritorno="))?;
    client.cookie = signed.cookie.ok_or("no session after sign-in")?;
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

/// The program under test, on demonstration data in a folder of its own.
struct Server {
    child: Child,
    address: String,
    _folder: tempfile::TempDir,
}

impl Server {
    fn start() -> Result<Server, String> {
        let folder = tempfile::tempdir().map_err(|e| e.to_string())?;
        let port = TcpListener::bind("127.0.0.1:0").and_then(|l| l.local_addr()).map_err(|e| e.to_string())?.port();
        let address = format!("127.0.0.1:{port}");
        let mut child = Command::new(env!("CARGO_BIN_EXE_affianca"))
            .arg("demo")
            .current_dir(folder.path())
            .env("AFFIANCA_LISTEN", &address)
            .env("AFFIANCA_LOG", "error")
            .stdout(Stdio::piped())
            .spawn()
            .map_err(|e| e.to_string())?;
        let mut said = BufReader::new(child.stdout.take().ok_or("no output")?);
        let mut line = String::new();
        said.read_line(&mut line).map_err(|e| e.to_string())?;
        let server = Server { child, address, _folder: folder };
        for _ in 0..200 {
            if TcpStream::connect(&server.address).is_ok() {
                return Ok(server);
            }
            std::thread::sleep(std::time::Duration::from_millis(50));
        }
        Err(format!("the server does not listen on {}", server.address))
    }

    fn client(&self) -> Result<Client, String> {
        let stream = TcpStream::connect(&self.address).map_err(|e| e.to_string())?;
        stream.set_nodelay(true).map_err(|e| e.to_string())?;
        Ok(Client { origin: format!("http://{}", self.address), stream: BufReader::new(stream), cookie: String::new() })
    }

    /// User and system time of the process, all its threads (proc(5): fields 14 and 15 of stat, in ticks of 10 ms).
    fn cpu_milliseconds(&self) -> Result<f64, String> {
        let path = format!("/proc/{}/stat", self.child.id());
        let stat = std::fs::read_to_string(Path::new(&path)).map_err(|e| format!("{path}: {e}"))?;
        let after = stat.rsplit(')').next().unwrap_or_default();
        let fields: Vec<&str> = after.split_whitespace().collect();
        let ticks = |n: usize| fields.get(n).and_then(|f| f.parse::<f64>().ok()).ok_or("stat is not as expected");
        Ok((ticks(11)? + ticks(12)?) * 10.0)
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        let _ended = self.child.kill();
        let _status = self.child.wait();
    }
}

/// One kept-alive connection.
struct Client {
    origin: String,
    stream: BufReader<TcpStream>,
    cookie: String,
}

struct Page {
    body: String,
    cookie: Option<String>,
}

impl Client {
    fn get(&mut self, path: &str) -> Result<Page, String> {
        let cookie = if self.cookie.is_empty() { String::new() } else { format!("Cookie: affianca={}\r\n", self.cookie) };
        self.ask(&format!("GET {path} HTTP/1.1\r\nHost: bench\r\nAccept: text/html\r\n{cookie}\r\n"))
    }

    fn post(&mut self, path: &str, body: &str) -> Result<Page, String> {
        let origin = self.origin.clone();
        self.ask(&format!(
            "POST {path} HTTP/1.1\r\nHost: bench\r\nOrigin: {origin}\r\nContent-Type: application/x-www-form-urlencoded\r\n\
             Content-Length: {}\r\n\r\n{body}",
            body.len()
        ))
    }

    fn ask(&mut self, request: &str) -> Result<Page, String> {
        self.stream.get_mut().write_all(request.as_bytes()).map_err(|e| e.to_string())?;
        let (mut length, mut cookie, mut status) = (0, None, String::new());
        loop {
            let mut line = String::new();
            self.stream.read_line(&mut line).map_err(|e| e.to_string())?;
            let line = line.trim_end();
            if line.is_empty() {
                break;
            }
            if status.is_empty() {
                status = line.to_owned();
            }
            let (name, value) = line.split_once(": ").unwrap_or_default();
            match name.to_ascii_lowercase().as_str() {
                "content-length" => length = value.parse().map_err(|_| "a length that is none")?,
                "set-cookie" => cookie = value.strip_prefix("affianca=").and_then(|v| v.split(';').next()).map(str::to_owned).or(cookie),
                _ => {}
            }
        }
        let mut body = vec![0; length];
        self.stream.read_exact(&mut body).map_err(|e| e.to_string())?;
        match status.split(' ').nth(1) {
            Some("200" | "303") => Ok(Page { body: String::from_utf8_lossy(&body).into_owned(), cookie }),
            _ => Err(format!("{}: {status}", request.lines().next().unwrap_or_default())),
        }
    }
}
