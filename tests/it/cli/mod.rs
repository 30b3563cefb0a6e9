//! The program as a person or a script meets it: the real binary, on an empty database of its own.

mod check;
mod import;
mod user;

use std::path::Path;
use std::process::{Command, Stdio};

use serde_json::Value;

/// What a command did.
pub struct Said {
    pub status: Option<i32>,
    pub out: String,
    pub err: String,
}

impl Said {
    /// Fails with all that was said when the status is another.
    #[track_caller]
    pub fn is(&self, status: i32) -> &Said {
        assert_eq!(self.status, Some(status), "{}{}", self.out, self.err);
        self
    }

    #[track_caller]
    pub fn tells(&self, text: &str) -> &Said {
        assert!(self.out.contains(text), "«{text}» is not in\n{}{}", self.out, self.err);
        self
    }

    #[track_caller]
    pub fn complains(&self, text: &str) -> &Said {
        assert!(self.err.contains(text), "«{text}» is not in\n{}{}", self.err, self.out);
        self
    }

    pub fn json(&self) -> Value {
        serde_json::from_str(&self.out).unwrap_or_else(|e| panic!("{e}: {}{}", self.out, self.err))
    }
}

/// The program in a working folder, on the database at this address, in Italian.
pub fn affianca(url: &str, folder: &Path, arguments: &[&str]) -> Said {
    told(url, folder, arguments, "")
}

/// The same, with something on standard input.
pub fn told(url: &str, folder: &Path, arguments: &[&str], input: &str) -> Said {
    use std::io::Write;
    let mut command = Command::new(env!("CARGO_BIN_EXE_affianca"));
    command.current_dir(folder).args(arguments).env("AFFIANCA_DATABASE", url).env("LC_ALL", "it_IT.UTF-8");
    command.stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped());
    let mut running = command.spawn().unwrap();
    // A command that reads nothing closes its end before we write: that is no fault.
    let _unread = running.stdin.take().unwrap().write_all(input.as_bytes());
    let output = running.wait_with_output().unwrap();
    let text = |bytes| String::from_utf8(bytes).unwrap();
    Said { status: output.status.code(), out: text(output.stdout), err: text(output.stderr) }
}
