//! Calendars as files (iCalendar, RFC 5545) and as invitations (iTIP, RFC 5546).
//!
//! Times are in UTC: right on both sides of a clock change, and no table of time zones to go wrong (docs/decisions/0026).

use icalendar::{Calendar, Component, Event, Parameter, Property};

use crate::domain::invitation::{Invitation, Method, Occasion};
use crate::platform::config::Config;

/// Between whom an invitation goes: name and address of each.
pub struct People<'a> {
    pub organiser: (&'a str, &'a str),
    pub attendee: (&'a str, &'a str),
}

/// Minutes after which a program that follows a calendar asks again (RFC 7986, 5.7).
pub const REFRESH: i64 = 60;

/// A calendar to follow.
pub fn feed(name: &str, occasions: &[Occasion], config: &Config) -> String {
    let mut calendar = empty(config);
    calendar.append_property(Property::new("METHOD", "PUBLISH"));
    calendar.append_property(text("NAME", name).append_parameter(Parameter::new("VALUE", "TEXT")).done());
    calendar.append_property(text("X-WR-CALNAME", name));
    let every = format!("PT{REFRESH}M");
    calendar.append_property(Property::new("REFRESH-INTERVAL", &every).append_parameter(Parameter::new("VALUE", "DURATION")).done());
    calendar.append_property(Property::new("X-PUBLISHED-TTL", &every));
    for occasion in occasions {
        calendar.push(event(occasion, config));
    }
    calendar.to_string()
}

/// One appointment for one person's calendar.
pub fn invitation(invitation: &Invitation, people: &People<'_>, config: &Config) -> String {
    let mut calendar = empty(config);
    calendar.append_property(Property::new("METHOD", invitation.method.as_str()));
    let mut event = event(&invitation.occasion, config);
    event.append_property(person("ORGANIZER", people.organiser));
    let mut attendee = person("ATTENDEE", people.attendee);
    attendee.add_parameter("ROLE", "REQ-PARTICIPANT");
    if invitation.method == Method::Request {
        // The seat is theirs: nothing is to be answered.
        attendee.add_parameter("PARTSTAT", "ACCEPTED").add_parameter("RSVP", "FALSE");
    } else {
        event.add_property("STATUS", "CANCELLED");
    }
    event.append_property(attendee.done());
    calendar.push(event.done());
    calendar.to_string()
}

fn empty(config: &Config) -> Calendar {
    let mut calendar = Calendar::empty();
    calendar.append_property(Property::new("VERSION", "2.0"));
    calendar.append_property(text("PRODID", &format!("-//{}//Affianca//IT", config.mail.host)));
    calendar.append_property(Property::new("CALSCALE", "GREGORIAN"));
    calendar
}

fn event(occasion: &Occasion, config: &Config) -> Event {
    let mut event = Event::with_uid(&format!("{}@{}", occasion.id, config.mail.host));
    event
        .add_property("DTSTAMP", occasion.changed_at.for_calendars())
        .add_property("LAST-MODIFIED", occasion.changed_at.for_calendars())
        .add_property("DTSTART", occasion.starts_at.for_calendars())
        .add_property("DTEND", occasion.ends_at.for_calendars())
        .add_property("SEQUENCE", occasion.sequence.to_string())
        .add_property("URL", format!("{}{}", config.server.public_url, occasion.path))
        .add_property("STATUS", if occasion.is_cancelled { "CANCELLED" } else { "CONFIRMED" })
        .add_property("TRANSP", "OPAQUE");
    for (key, value) in [("SUMMARY", &occasion.title), ("LOCATION", &occasion.place), ("DESCRIPTION", &occasion.text)] {
        if !value.is_empty() {
            event.append_property(text(key, value));
        }
    }
    event.done()
}

/// A property that people wrote: line ends become those of the format, other control characters have no place in it.
fn text(key: &str, value: &str) -> Property {
    let lines = value.replace("\r\n", "\n").replace('\r', "\n");
    Property::new(key, lines.chars().filter(|c| *c == '\n' || *c == '\t' || !c.is_control()).collect::<String>())
}

/// A parameter has no way to write a quotation mark (RFC 5545, 3.1).
fn person(key: &str, (name, address): (&str, &str)) -> Property {
    let name: String = name.chars().filter(|c| !c.is_control() && *c != '"').collect();
    let mut property = Property::new(key, format!("mailto:{address}"));
    if !name.trim().is_empty() {
        property.add_parameter("CN", name.trim());
    }
    property.done()
}
