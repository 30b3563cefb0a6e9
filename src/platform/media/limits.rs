//! What uploads may be, as set: how large, how many, for how long, and who looks at them.

use std::path::PathBuf;
use std::time::Duration;

/// Of the settings.
#[derive(Debug, Clone)]
pub struct Limits {
    /// Where what has not arrived whole lies, on this machine.
    pub folder: PathBuf,
    /// Largest file, in bytes.
    pub largest: u64,
    /// What one person may have begun and not used, in bytes.
    pub waiting: u64,
    /// What all uploads may take together, in bytes; none: as much as there is room for.
    pub total: Option<u64>,
    /// Hours after which what did not go on, or was not used, is forgotten.
    pub hours: i64,
    /// The command that says whether a file is harmless, and its arguments; the path comes last. Empty: nobody is asked.
    pub antivirus: Vec<String>,
    /// How long it may take.
    pub patience: Duration,
}

/// As they are written: sizes in MiB.
pub struct Written {
    pub folder: PathBuf,
    pub largest: u64,
    pub waiting: u64,
    pub total: u64,
    pub hours: i64,
    pub antivirus: Vec<String>,
    pub seconds: u64,
}

/// A bucket copies no more than this at once (S3, CopyObject), in MiB.
const LARGEST: u64 = 5 * 1024;
const MEBI: u64 = 1024 * 1024;

impl Limits {
    /// What is wrong is told by the name of the setting.
    pub fn read(written: Written) -> Result<Limits, String> {
        match () {
            () if !(1..=LARGEST).contains(&written.largest) => Err(format!("upload_largest: between 1 and {LARGEST} MiB")),
            () if written.waiting < written.largest => Err("upload_waiting: not less than upload_largest".to_owned()),
            () if !(1..=24 * 365).contains(&written.hours) => Err("upload_hours: between 1 and 8760".to_owned()),
            () if !(1..=3600).contains(&written.seconds) => Err("antivirus_seconds: between 1 and 3600".to_owned()),
            () => Ok(Limits {
                folder: written.folder,
                largest: written.largest * MEBI,
                waiting: written.waiting.saturating_mul(MEBI),
                total: (written.total > 0).then(|| written.total.saturating_mul(MEBI)),
                hours: written.hours,
                antivirus: written.antivirus,
                patience: Duration::from_secs(written.seconds),
            }),
        }
    }
}
