//! The program under test beside its clients, for benches that measure the server's own CPU time.

use std::io::{BufRead, BufReader, Read, Write};
use std::net::{TcpListener, TcpStream};
use std::path::Path;
use std::process::{Child, Command, Stdio};

pub const PASSWORD: &str = "quattro+passi+in+piazza";

/// The program under test, on demonstration data in a folder of its own.
pub struct Server {
    child: Child,
    pub address: String,
    folder: tempfile::TempDir,
}

impl Server {
    /// On demonstration data in a folder of its own.
    pub fn start() -> Result<Server, String> {
        Server::start_in(tempfile::tempdir().map_err(|e| e.to_string())?)
    }

    /// The same in a folder that may hold them already.
    pub fn start_in(folder: tempfile::TempDir) -> Result<Server, String> {
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
        let server = Server { child, address, folder };
        for _ in 0..200 {
            if TcpStream::connect(&server.address).is_ok() {
                return Ok(server);
            }
            std::thread::sleep(std::time::Duration::from_millis(50));
        }
        Err(format!("the server does not listen on {}", server.address))
    }

    /// The file of its database.
    pub fn database(&self) -> std::path::PathBuf {
        self.folder.path().join("data/demo.db")
    }

    pub fn client(&self) -> Result<Client, String> {
        let stream = TcpStream::connect(&self.address).map_err(|e| e.to_string())?;
        stream.set_nodelay(true).map_err(|e| e.to_string())?;
        Ok(Client { origin: format!("http://{}", self.address), stream: BufReader::new(stream), cookie: String::new() })
    }

    /// User and system time of the process, all its threads (proc(5): fields 14 and 15 of stat, in ticks of 10 ms).
    pub fn cpu_milliseconds(&self) -> Result<f64, String> {
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
pub struct Client {
    origin: String,
    stream: BufReader<TcpStream>,
    pub cookie: String,
}

pub struct Page {
    pub status: u16,
    pub body: String,
    pub cookie: Option<String>,
    /// The tag of what it is now.
    pub tag: String,
}

impl Client {
    pub fn get(&mut self, path: &str) -> Result<Page, String> {
        self.get_unless(path, "")
    }

    /// 304 if it still has this tag.
    pub fn get_unless(&mut self, path: &str, tag: &str) -> Result<Page, String> {
        let known = if tag.is_empty() { String::new() } else { format!("If-None-Match: {tag}\r\n") };
        self.ask(&format!("GET {path} HTTP/1.1\r\nHost: bench\r\nAccept: text/html\r\n{known}{}\r\n", self.own()))
    }

    fn own(&self) -> String {
        if self.cookie.is_empty() { String::new() } else { format!("Cookie: affianca={}\r\n", self.cookie) }
    }

    pub fn sign_in(&mut self, username: &str) -> Result<(), String> {
        let signed = self.post("/entra", &format!("utente={username}&password={PASSWORD}&ritorno="))?;
        self.cookie = signed.cookie.ok_or_else(|| format!("no session for {username}"))?;
        Ok(())
    }

    pub fn post(&mut self, path: &str, body: &str) -> Result<Page, String> {
        let origin = self.origin.clone();
        self.ask(&format!(
            "POST {path} HTTP/1.1\r\nHost: bench\r\nOrigin: {origin}\r\nContent-Type: application/x-www-form-urlencoded\r\n\
             {}Content-Length: {}\r\n\r\n{body}",
            self.own(),
            body.len()
        ))
    }

    fn ask(&mut self, request: &str) -> Result<Page, String> {
        self.stream.get_mut().write_all(request.as_bytes()).map_err(|e| e.to_string())?;
        let (mut length, mut cookie, mut tag, mut status) = (0, None, String::new(), String::new());
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
                "etag" => tag = value.to_owned(),
                "set-cookie" => cookie = value.strip_prefix("affianca=").and_then(|v| v.split(';').next()).map(str::to_owned).or(cookie),
                _ => {}
            }
        }
        let mut body = vec![0; length];
        self.stream.read_exact(&mut body).map_err(|e| e.to_string())?;
        let body = String::from_utf8_lossy(&body).into_owned();
        match status.split(' ').nth(1).and_then(|code| code.parse().ok()) {
            Some(status @ (200 | 303 | 304)) => Ok(Page { status, body, cookie, tag }),
            _ => Err(format!("{}: {status}", request.lines().next().unwrap_or_default())),
        }
    }
}
