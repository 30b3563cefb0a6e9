//! The real program beside a house, for what one process cannot show: clients of other people, two servers, a killed one.

use std::net::{TcpListener, TcpStream};
use std::path::Path;
use std::process::{Child, Command, Stdio};
use std::thread::sleep;
use std::time::{Duration, Instant};

use super::House;

/// How long a server may take to listen.
const PATIENCE: Duration = Duration::from_secs(90);

/// The program, killed when it is dropped.
pub struct Server {
    child: Child,
    /// Where it listens: host and port.
    pub address: String,
}

impl Server {
    /// On the house's database, with the clock of the machine; letters go to the folder.
    pub fn on(house: &House, folder: &Path) -> Server {
        Server::with(house, folder, &[])
    }

    /// The same with settings of its own, as variables of its environment.
    pub fn with(house: &House, folder: &Path, settings: &[(&str, String)]) -> Server {
        Server::run(folder, |program, address| {
            program.arg("serve").env("AFFIANCA_DATABASE", house.config.database.reveal());
            program.env("AFFIANCA_PUBLIC_URL", format!("http://{address}"));
            program.env("AFFIANCA_MAIL", format!("folder://{}", folder.join("mail").display()));
            program.envs(settings.iter().map(|(name, value)| (name, value)));
        })
    }

    /// On the demonstration's data, kept in the folder.
    pub fn demonstration(folder: &Path) -> Server {
        Server::run(folder, |program, _| {
            program.arg("demo");
        })
    }

    #[expect(clippy::disallowed_methods, reason = "patience with another process is measured in real time")]
    fn run(folder: &Path, prepare: impl FnOnce(&mut Command, &str)) -> Server {
        let address = TcpListener::bind("127.0.0.1:0").unwrap().local_addr().unwrap().to_string();
        let mut program = Command::new(env!("CARGO_BIN_EXE_affianca"));
        program.current_dir(folder).env("AFFIANCA_LISTEN", &address).env("AFFIANCA_LOG", "error");
        prepare(&mut program, &address);
        let child = program.stdout(Stdio::null()).stderr(Stdio::null()).spawn().unwrap();
        let server = Server { child, address };
        let start = Instant::now();
        while TcpStream::connect(&server.address).is_err() {
            assert!(start.elapsed() < PATIENCE, "the server does not listen");
            sleep(Duration::from_millis(20));
        }
        server
    }

    /// SIGKILL: nothing is finished, nothing is flushed.
    pub fn kill(mut self) {
        self.child.kill().unwrap();
        self.child.wait().unwrap();
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        let _ended = (self.child.kill(), self.child.wait());
    }
}

/// Whether this run is continuous integration, where nothing may be left out.
#[expect(clippy::disallowed_methods, reason = "a setting of the test run, not of the program")]
pub fn in_integration() -> bool {
    std::env::var("CI").as_deref() == Ok("true")
}
