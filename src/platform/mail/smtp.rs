//! A conversation with a mail server (RFC 5321), one for a whole batch. Led command by command, because a no to the reader
//! is for good while a no to us is for whoever runs the installation.

use std::fmt::Display;
use std::time::Duration;

use lettre::transport::smtp::authentication::{Credentials, DEFAULT_MECHANISMS};
use lettre::transport::smtp::client::{AsyncSmtpConnection, Certificate, TlsParameters};
use lettre::transport::smtp::commands::{Data, Mail, Noop, Rcpt};
use lettre::transport::smtp::extension::{ClientId, Extension, MailParameter};
use lettre::transport::smtp::response::Response;
use lettre::transport::smtp::{self};
use tokio::time::timeout;

use super::message::Sealed;
use super::settings::Relay;
use super::{Fault, FaultKind};

/// A server that does not answer within this time does not answer. A letter takes at most twelve such waits, less than its lease.
const PATIENCE: Duration = Duration::from_secs(60);

/// An open connection, admitted.
pub struct Line {
    connection: AsyncSmtpConnection,
    is_open: bool,
}

/// At which point of a letter the server speaks.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Stage {
    /// We introduce ourselves, or name our own address.
    Ourselves,
    /// We name the reader.
    Reader,
    /// We hand over the letter.
    Content,
}

impl Line {
    pub(super) async fn open(relay: &Relay) -> Result<Line, Fault> {
        let connection = within(connect(relay)).await?;
        Ok(Line { connection, is_open: true })
    }

    pub(super) fn is_open(&self) -> bool {
        self.is_open
    }

    pub(super) async fn answers(&mut self) -> Result<(), Fault> {
        self.say(Stage::Ourselves, Noop).await
    }

    pub(super) async fn send(&mut self, letter: &Sealed) -> Result<(), Fault> {
        self.say(Stage::Ourselves, Mail::new(Some(letter.from.clone()), self.parameters(letter)?)).await?;
        self.say(Stage::Reader, Rcpt::new(letter.to.clone(), Vec::new())).await?;
        self.say(Stage::Content, Data).await?;
        let answer = timeout(PATIENCE, self.connection.message(&letter.message)).await;
        self.judge(Stage::Content, answer.map_err(|_| silence()))
    }

    /// An address with an accent needs a server that knows them (RFC 6531).
    fn parameters(&self, letter: &Sealed) -> Result<Vec<MailParameter>, Fault> {
        let is_ascii = |address: &lettre::Address| AsRef::<str>::as_ref(address).is_ascii();
        if is_ascii(&letter.to) && is_ascii(&letter.from) {
            return Ok(Vec::new());
        }
        match self.connection.server_info().supports_feature(Extension::SmtpUtfEight) {
            true => Ok(vec![MailParameter::SmtpUtfEight]),
            false => Err(Fault::new(FaultKind::Address, letter.to.to_string())),
        }
    }

    async fn say(&mut self, stage: Stage, command: impl Display) -> Result<(), Fault> {
        let answer = timeout(PATIENCE, self.connection.command(command)).await;
        self.judge(stage, answer.map_err(|_| silence()))
    }

    /// After any no the connection is closed: the next letter begins with a fresh one.
    fn judge(&mut self, stage: Stage, answer: Result<Result<Response, smtp::Error>, Fault>) -> Result<(), Fault> {
        let fault = match answer {
            Ok(Ok(_)) => return Ok(()),
            Ok(Err(error)) => told(stage, &error),
            Err(fault) => fault,
        };
        self.is_open = false;
        Err(fault)
    }

    pub(super) async fn close(mut self) {
        // Whatever it answers, we are done.
        let _answer = timeout(PATIENCE, self.connection.quit()).await;
    }
}

async fn connect(relay: &Relay) -> Result<AsyncSmtpConnection, Fault> {
    let hello = ClientId::default();
    let encryption = || encryption(relay);
    let implicit = relay.implicit_tls.then(encryption).transpose()?;
    let address = (relay.host.as_str(), relay.port);
    let mut connection = AsyncSmtpConnection::connect_tokio1(address, Some(PATIENCE), &hello, implicit, None).await.map_err(ourselves)?;
    let is_demanded = relay.authority.is_some();
    if connection.can_starttls() && (is_demanded || !relay.is_loopback()) {
        connection.starttls(encryption()?, &hello).await.map_err(ourselves)?;
    }
    if is_demanded && !connection.is_encrypted() {
        return Err(Fault::new(FaultKind::Carrier, format!("{}: no encryption, and mail_ca asks for it", relay.host)));
    }
    if let Some((user, password)) = &relay.login {
        if !connection.is_encrypted() && !relay.is_loopback() {
            return Err(Fault::new(FaultKind::Carrier, format!("{}: no encryption, so no password is sent", relay.host)));
        }
        let credentials = Credentials::new(user.clone(), password.reveal().to_owned());
        connection.auth(DEFAULT_MECHANISMS, &credentials).await.map_err(ourselves)?;
    }
    Ok(connection)
}

/// The public authorities, and the one of the settings.
fn encryption(relay: &Relay) -> Result<TlsParameters, Fault> {
    let mut builder = TlsParameters::builder(relay.host.clone());
    if let Some(pem) = &relay.authority {
        builder = builder.add_root_certificate(Certificate::from_pem(pem.as_bytes()).map_err(ourselves)?);
    }
    builder.build().map_err(ourselves)
}

async fn within<T>(work: impl Future<Output = Result<T, Fault>>) -> Result<T, Fault> {
    timeout(PATIENCE, work).await.unwrap_or_else(|_| Err(silence()))
}

fn silence() -> Fault {
    Fault::new(FaultKind::Carrier, format!("no answer within {} seconds", PATIENCE.as_secs()))
}

fn ourselves(error: smtp::Error) -> Fault {
    told(Stage::Ourselves, &error)
}

/// What a no of the server means for the letter.
fn told(stage: Stage, error: &smtp::Error) -> Fault {
    let said = match (error.status(), std::error::Error::source(error)) {
        (Some(code), Some(source)) => format!("{code} {source}"),
        (None, Some(source)) => source.to_string(),
        (_, None) => error.to_string(),
    };
    Fault::new(meaning(stage, error.status().map(u16::from), &said), said)
}

fn meaning(stage: Stage, code: Option<u16>, said: &str) -> FaultKind {
    match (stage, code) {
        // 421: it is closing down, whatever was said to it.
        (_, None | Some(421)) | (Stage::Ourselves, _) => FaultKind::Carrier,
        (_, Some(400..500)) => FaultKind::Deferred,
        // It wants a password, or does not take letters from us: somebody can put that right.
        (Stage::Reader, Some(530 | 535)) => FaultKind::Carrier,
        (Stage::Reader, _) if said.contains(" 5.7.") => FaultKind::Deferred,
        (Stage::Reader | Stage::Content, _) => FaultKind::Refused,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_no_to_the_reader_is_for_good_and_a_no_to_us_is_not() {
        for (stage, code, said, kind) in [
            (Stage::Reader, Some(550), "550 5.1.1 no such user", FaultKind::Refused),
            (Stage::Reader, Some(450), "450 4.2.0 greylisted", FaultKind::Deferred),
            (Stage::Reader, Some(554), "554 5.7.1 relay access denied", FaultKind::Deferred),
            (Stage::Reader, Some(530), "530 5.7.0 must authenticate", FaultKind::Carrier),
            (Stage::Reader, Some(421), "421 4.3.2 closing down", FaultKind::Carrier),
            (Stage::Content, Some(552), "552 5.3.4 too big", FaultKind::Refused),
            (Stage::Content, Some(451), "451 4.3.0 later", FaultKind::Deferred),
            (Stage::Content, None, "connection reset", FaultKind::Carrier),
            (Stage::Ourselves, Some(550), "550 5.1.8 sender unknown", FaultKind::Carrier),
            (Stage::Ourselves, Some(535), "535 5.7.8 wrong password", FaultKind::Carrier),
        ] {
            assert_eq!(meaning(stage, code, said), kind, "{said}");
        }
    }
}
