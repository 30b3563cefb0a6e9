//! A command of the installation that looks at a file before it is taken.

use std::path::Path;
use std::process::Stdio;
use std::time::Duration;

use tokio::process::Command;

use super::{Error, Result};

/// Bytes of what it says that go into the log.
const LONGEST: usize = 500;

/// What it said.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Verdict {
    Harmless,
    /// Its words, for the log: another exit status than 0, or no answer in time.
    Refused(String),
}

/// Runs it with the path as last argument. A command that cannot be started: [`Error::Unavailable`], for a file that nobody has
/// looked at is not taken.
pub async fn ask(command: &[String], patience: Duration, file: &Path) -> Result<Verdict> {
    let Some((program, arguments)) = command.split_first() else { return Ok(Verdict::Harmless) };
    let mut asked = Command::new(program);
    asked.args(arguments).arg(file).stdin(Stdio::null()).stdout(Stdio::piped()).stderr(Stdio::piped()).kill_on_drop(true);
    let away = |e| Error::Unavailable(format!("antivirus: {program}: {e}"));
    match tokio::time::timeout(patience, asked.spawn().map_err(away)?.wait_with_output()).await {
        Err(_) => Ok(Verdict::Refused(format!("no answer in {} seconds", patience.as_secs()))),
        Ok(Err(e)) => Err(away(e)),
        Ok(Ok(output)) if output.status.success() => Ok(Verdict::Harmless),
        Ok(Ok(output)) => {
            let said = [output.stdout, output.stderr].concat();
            let said = String::from_utf8_lossy(&said[..said.len().min(LONGEST)]).trim().to_owned();
            Ok(Verdict::Refused(format!("{}: {said}", output.status)))
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    async fn said(script: &str, millis: u64) -> Result<Verdict> {
        let command = ["sh", "-c", script, "antivirus"].map(str::to_owned);
        ask(&command, Duration::from_millis(millis), Path::new("/tmp/a file.mp4")).await
    }

    #[tokio::test]
    async fn only_its_yes_is_a_yes() {
        assert_eq!(said("test \"$1\" = '/tmp/a file.mp4'", 10_000).await.unwrap(), Verdict::Harmless);
        let Verdict::Refused(words) = said("echo Eicar FOUND; exit 1", 10_000).await.unwrap() else { panic!("taken") };
        assert!(words.contains("Eicar FOUND"), "{words}");
        assert!(matches!(said("sleep 30", 50).await.unwrap(), Verdict::Refused(_)));
        assert_eq!(ask(&[], Duration::from_secs(1), Path::new("x")).await.unwrap(), Verdict::Harmless);
        let missing = ["no-such-antivirus".to_owned()];
        assert!(matches!(ask(&missing, Duration::from_secs(1), Path::new("x")).await, Err(Error::Unavailable(_))));
    }
}
