//! A letter as it travels (RFC 5322, 2045): written once from what the outbox keeps, the same bytes at every attempt.

use std::time::{Duration, SystemTime};

use lettre::message::header::{ContentType, Header, HeaderName, HeaderValue};
use lettre::message::{Attachment, Mailbox, MultiPart, SinglePart};
use lettre::{Address, Message};

use super::{Fault, FaultKind};
use crate::domain::ids::LetterId;
use crate::domain::invitation::Method;
use crate::domain::letter::{Enclosure, Letter};
use crate::domain::moment::Moment;
use crate::platform::calendar::{self, People};
use crate::platform::config::Config;

/// The same words twice.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Parts {
    pub text: String,
    pub html: String,
}

/// A letter with the address that it goes to.
#[derive(Debug)]
pub struct Addressed<'a> {
    pub id: &'a LetterId,
    pub posted: Moment,
    pub name: &'a str,
    pub address: &'a str,
    pub letter: &'a Letter,
}

/// A letter that only has to be carried.
#[derive(Debug, Clone)]
pub struct Sealed {
    pub id: LetterId,
    pub posted: Moment,
    pub kind: String,
    pub subject: String,
    pub parts: Parts,
    /// Where it goes, and where it comes from.
    pub to: Address,
    pub from: Address,
    /// The whole message, all ASCII, lines ended by CR LF.
    pub message: Vec<u8>,
}

/// Puts a letter into its envelope. The Message-ID follows from its id, so that it is the same whenever it is sent again.
pub fn seal(addressed: &Addressed<'_>, parts: Parts, config: &Config) -> Result<Sealed, Fault> {
    let Addressed { id, posted, name, address, letter } = addressed;
    let to: Address = address.parse().map_err(|e| Fault::new(FaultKind::Address, format!("{address}: {e}")))?;
    let sender = &config.mail.from;
    let from: Address = sender.address.parse().map_err(|e| Fault::new(FaultKind::Carrier, format!("{}: {e}", sender.address)))?;
    let subject = one_line(&letter.subject);
    let mut builder = Message::builder()
        .date(date(*posted))
        .from(mailbox(&sender.name, from.clone()))
        .to(mailbox(name, to.clone()))
        .subject(subject.clone())
        .message_id(Some(format!("<{id}@{}>", config.mail.host)))
        .header(AutoSubmitted)
        .header(Language(letter.lang.as_str()));
    if let Some(contact) = answers_to(config, &from) {
        builder = builder.reply_to(mailbox(&sender.name, contact));
    }
    let invitation = letter.invitation.as_ref().map(|invitation| {
        let people = People { organiser: (&sender.name, &sender.address), attendee: (name, address) };
        (invitation.method, calendar::invitation(invitation, &people, config))
    });
    let message =
        builder.multipart(body(id, &parts, invitation, &letter.enclosures)?).map_err(|e| Fault::new(FaultKind::Refused, e.to_string()))?;
    Ok(Sealed { id: (*id).clone(), posted: *posted, kind: letter.kind.clone(), subject, parts, to, from, message: message.formatted() })
}

/// Answers go to whoever is there to be asked, if that is another address.
fn answers_to(config: &Config, from: &Address) -> Option<Address> {
    config.site.contact_email.parse().ok().filter(|contact| contact != from)
}

fn mailbox(name: &str, address: Address) -> Mailbox {
    Mailbox::new(Some(one_line(name)).filter(|name| !name.is_empty()), address)
}

/// No sign that ends a line, and none that controls a terminal: nothing that people typed begins a header of its own.
fn one_line(text: &str) -> String {
    let plain: String = text.chars().map(|c| if c.is_control() || matches!(c, '\u{2028}' | '\u{2029}') { ' ' } else { c }).collect();
    plain.split_whitespace().collect::<Vec<_>>().join(" ")
}

fn date(moment: Moment) -> SystemTime {
    SystemTime::UNIX_EPOCH + Duration::from_millis(u64::try_from(moment.millis()).unwrap_or(0))
}

/// Text and HTML as alternatives, an invitation as a third (RFC 6047, 2.4: its method is that of the body); enclosures beside
/// them, the invitation once more for programs that only open files. Boundaries follow from the id.
fn body(id: &LetterId, parts: &Parts, invitation: Option<(Method, String)>, enclosures: &[Enclosure]) -> Result<MultiPart, Fault> {
    let mut both = MultiPart::alternative()
        .boundary(format!("{id}-alternative"))
        .singlepart(SinglePart::plain(parts.text.clone()))
        .singlepart(SinglePart::html(parts.html.clone()));
    if let Some((method, text)) = &invitation {
        let media = media(&format!("text/calendar; method={}; charset=utf-8", method.as_str()))?;
        both = both.singlepart(SinglePart::builder().header(media).body(text.clone()));
    }
    if enclosures.is_empty() && invitation.is_none() {
        return Ok(both);
    }
    let mut whole = MultiPart::mixed().boundary(format!("{id}-mixed")).multipart(both);
    if let Some((_, text)) = invitation {
        whole = whole.singlepart(Attachment::new("invito.ics".to_owned()).body(text, media("application/ics")?));
    }
    enclosures.iter().try_fold(whole, |whole, enclosure| {
        let media = media(&enclosure.media)?;
        Ok(whole.singlepart(Attachment::new(one_line(&enclosure.name)).body(enclosure.text.clone(), media)))
    })
}

fn media(name: &str) -> Result<ContentType, Fault> {
    name.parse().map_err(|_| Fault::new(FaultKind::Refused, format!("no media type: {name}")))
}

/// RFC 3834: no machine answers a machine.
#[derive(Debug, Clone)]
struct AutoSubmitted;

impl Header for AutoSubmitted {
    fn name() -> HeaderName {
        HeaderName::new_from_ascii_str("Auto-Submitted")
    }

    fn parse(_: &str) -> Result<Self, Box<dyn std::error::Error + Send + Sync>> {
        Ok(AutoSubmitted)
    }

    fn display(&self) -> HeaderValue {
        HeaderValue::new(Self::name(), "auto-generated".to_owned())
    }
}

/// Screen readers choose the voice by it.
#[derive(Debug, Clone)]
struct Language(&'static str);

impl Header for Language {
    fn name() -> HeaderName {
        HeaderName::new_from_ascii_str("Content-Language")
    }

    fn parse(_: &str) -> Result<Self, Box<dyn std::error::Error + Send + Sync>> {
        Ok(Language(""))
    }

    fn display(&self) -> HeaderValue {
        HeaderValue::new(Self::name(), self.0.to_owned())
    }
}
