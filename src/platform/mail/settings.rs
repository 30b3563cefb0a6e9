//! The settings of mail: where letters go, and in whose name.

use std::net::IpAddr;
use std::path::PathBuf;

use lettre::Address;

use crate::platform::config::Secret;

/// Mail as set.
#[derive(Debug, Clone)]
pub struct Mail {
    pub destination: Destination,
    pub from: Sender,
    /// Right part of the Message-IDs: the host of the public address.
    pub host: String,
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Destination {
    Folder(PathBuf),
    Smtp(Relay),
}

/// A mail server that takes letters of ours.
#[derive(Debug, Clone)]
pub struct Relay {
    pub host: String,
    pub port: u16,
    /// Encrypted from the first byte (`smtps://`); otherwise by STARTTLS where the server offers it.
    pub implicit_tls: bool,
    /// User and password.
    pub login: Option<(String, Secret)>,
    /// Certificate of an authority of one's own, PEM: trusted beside the public ones, and nothing is said unencrypted.
    pub authority: Option<String>,
}

impl PartialEq for Relay {
    fn eq(&self, other: &Relay) -> bool {
        let login = |relay: &Relay| relay.login.as_ref().map(|(user, password)| (user.clone(), password.reveal().to_owned()));
        let place = |relay: &Relay| (relay.host.clone(), relay.port, relay.implicit_tls, relay.authority.clone());
        (place(self), login(self)) == (place(other), login(other))
    }
}

impl Eq for Relay {}

/// The address that letters come from, and the name beside it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Sender {
    pub name: String,
    pub address: String,
}

impl Destination {
    /// `folder://PATH`, `smtp://[user:password@]host[:port]`, `smtps://…`. A fault never repeats the address: it may hold a password.
    pub fn parse(text: &str) -> Result<Destination, &'static str> {
        let (scheme, rest) = text.split_once("://").ok_or(SHAPES)?;
        match scheme {
            "folder" if !rest.is_empty() => Ok(Destination::Folder(rest.into())),
            "smtp" | "smtps" => relay(rest.trim_end_matches('/'), scheme == "smtps").map(Destination::Smtp),
            _ => Err(SHAPES),
        }
    }
}

impl Destination {
    /// The same, trusting the authority whose certificate is in this file too.
    pub fn trusting(self, file: &str) -> Result<Destination, String> {
        match self {
            Destination::Smtp(relay) if !file.is_empty() => {
                let pem = std::fs::read_to_string(file).map_err(|e| format!("«{file}»: {e}"))?;
                match pem.contains("-----BEGIN CERTIFICATE-----") {
                    true => Ok(Destination::Smtp(Relay { authority: Some(pem), ..relay })),
                    false => Err(format!("«{file}» holds no certificate in PEM")),
                }
            }
            other => Ok(other),
        }
    }
}

const SHAPES: &str = "is not folder://PATH, smtp://host or smtps://user:password@host";

fn relay(rest: &str, implicit_tls: bool) -> Result<Relay, &'static str> {
    let (login, place) = match rest.rsplit_once('@') {
        Some((login, place)) => (Some(self::login(login)?), place),
        None => (None, rest),
    };
    // The colons of an IPv6 address stand in brackets.
    let (host, port) = match place.rsplit_once(':').filter(|(_, port)| !port.contains(']')) {
        Some((host, port)) => (host, port.parse().map_err(|_| "has a port that is no number")?),
        None if implicit_tls => (place, 465),
        None if login.is_some() => (place, 587),
        None => (place, 25),
    };
    let host = host.trim_start_matches('[').trim_end_matches(']');
    let is_host = !host.is_empty() && host.chars().all(|c| c.is_ascii_alphanumeric() || matches!(c, '.' | '-' | ':' | '_'));
    match is_host {
        true => Ok(Relay { host: host.to_owned(), port, implicit_tls, login, authority: None }),
        false => Err("names no host"),
    }
}

fn login(text: &str) -> Result<(String, Secret), &'static str> {
    let (user, password) = text.split_once(':').ok_or("has a user without a password")?;
    let plain = |text| decoded(text).ok_or("has a user or a password that is not percent-encoded");
    Ok((plain(user)?, Secret::new(plain(password)?)))
}

/// Percent-decoding (RFC 3986): a password may hold `@`, `:` and `/`.
fn decoded(text: &str) -> Option<String> {
    let mut bytes = Vec::with_capacity(text.len());
    let mut rest = text.bytes();
    while let Some(byte) = rest.next() {
        bytes.push(match byte {
            b'%' => {
                let digit = |byte: Option<u8>| char::from(byte?).to_digit(16);
                let (high, low) = (digit(rest.next())?, digit(rest.next())?);
                u8::try_from(high * 16 + low).ok()?
            }
            other => other,
        });
    }
    String::from_utf8(bytes).ok()
}

impl Relay {
    /// On this machine nobody listens in between.
    pub fn is_loopback(&self) -> bool {
        self.host == "localhost" || self.host.parse::<IpAddr>().is_ok_and(|ip| ip.is_loopback())
    }
}

impl Sender {
    /// `affianca@ente.example`, or `Name <affianca@ente.example>`; without a name, `name`.
    pub fn parse(text: &str, name: &str) -> Result<Sender, String> {
        let (own, address) = match text.trim().strip_suffix('>').and_then(|text| text.rsplit_once('<')) {
            Some((own, address)) => (own.trim().trim_matches('"').trim(), address.trim()),
            None => ("", text.trim()),
        };
        if address.parse::<Address>().is_err() {
            return Err(format!("«{text}» is not an e-mail address"));
        }
        Ok(Sender { name: if own.is_empty() { name } else { own }.to_owned(), address: address.to_owned() })
    }
}

/// The host of a public address, as mail can use it; an address by number is nobody's name.
pub fn host_of(public_url: &str) -> String {
    let place = public_url.split("://").nth(1).unwrap_or_default().split('/').next().unwrap_or_default();
    let host = place.rsplit_once(':').filter(|(_, port)| port.chars().all(|c| c.is_ascii_digit())).map_or(place, |(host, _)| host);
    match host.is_empty() || host.starts_with('[') || host.parse::<IpAddr>().is_ok() {
        true => "localhost".to_owned(),
        false => host.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn smtp(host: &str, port: u16, implicit_tls: bool, login: Option<(&str, &str)>) -> Result<Destination, &'static str> {
        let login = login.map(|(user, password)| (user.to_owned(), Secret::new(password)));
        Ok(Destination::Smtp(Relay { host: host.to_owned(), port, implicit_tls, login, authority: None }))
    }

    #[test]
    fn destinations_are_read() {
        assert_eq!(Destination::parse("folder://data/mail"), Ok(Destination::Folder("data/mail".into())));
        assert_eq!(Destination::parse("folder:///var/mail"), Ok(Destination::Folder("/var/mail".into())));
        assert_eq!(Destination::parse("smtp://localhost"), smtp("localhost", 25, false, None));
        assert_eq!(Destination::parse("smtp://[::1]:2525"), smtp("::1", 2525, false, None));
        assert_eq!(Destination::parse("smtp://a:b@mail.ente.example"), smtp("mail.ente.example", 587, false, Some(("a", "b"))));
        let smtps = Destination::parse("smtps://posta%40ente.example:p%3A%2F%C3%A8@mail.ente.example/");
        assert_eq!(smtps, smtp("mail.ente.example", 465, true, Some(("posta@ente.example", "p:/è"))));
    }

    #[test]
    fn what_is_no_destination_is_said_without_its_password() {
        for wrong in ["", "data/mail", "folder://", "imap://host", "smtp://", "smtp://u:segreta@", "smtp://host:abc", "smtp://u@host"] {
            let fault = Destination::parse(wrong).unwrap_err();
            assert!(!fault.contains("segreta"), "{wrong}: {fault}");
        }
        let told = format!("{:?}", Destination::parse("smtp://u:segreta@host"));
        assert!(!told.contains("segreta"), "{told}");
    }

    #[test]
    fn senders_have_a_name() {
        let sender = |name: &str, address: &str| Ok(Sender { name: name.into(), address: address.into() });
        assert_eq!(Sender::parse("a@ente.example", "Affianca"), sender("Affianca", "a@ente.example"));
        assert_eq!(Sender::parse("\"Il Piano\" <a@ente.example>", "Affianca"), sender("Il Piano", "a@ente.example"));
        assert!(Sender::parse("nobody", "x").is_err() && Sender::parse("a@b\r\nBcc: c@d", "x").is_err());
    }

    #[test]
    fn hosts_are_names() {
        for (url, host) in [
            ("https://affianca.ente.example", "affianca.ente.example"),
            ("http://affianca.ente.example:8080/x", "affianca.ente.example"),
            ("http://127.0.0.1:8000", "localhost"),
            ("http://[::1]:8000", "localhost"),
            ("http://localhost", "localhost"),
        ] {
            assert_eq!(host_of(url), host);
        }
    }
}
