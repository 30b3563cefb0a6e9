//! Links that go where they say: the host is shown whenever the words do not name it.

use ammonia::Url;

use super::Run;
use crate::domain::mail_address;

/// Longest address, in bytes.
const LONGEST: usize = 2_000;
/// What a bare address begins with.
const OPENINGS: [&str; 3] = ["https://", "http://", "www."];
/// What ends a sentence, not an address.
const TAIL: [char; 14] = ['.', ',', ';', ':', '!', '?', ')', ']', '}', '»', '"', '\'', '”', '’'];

/// An address on the web (http, https) or of mail, whole and in ASCII.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Link {
    href: String,
    /// The host as the net knows it (`xn--…` too), or the address of mail.
    shown: String,
}

impl Link {
    /// `None` for every other scheme, for addresses within the site they were copied from, and for what is none.
    pub fn parse(address: &str) -> Option<Link> {
        let mut url = Url::parse(address.trim()).ok().filter(|url| url.as_str().len() <= LONGEST)?;
        match url.scheme() {
            "http" | "https" => {
                // A name before the host is there to be taken for it.
                url.set_username("").ok()?;
                url.set_password(None).ok()?;
                let shown = url.host_str().filter(|host| is_host(host))?.to_owned();
                Some(Link { href: url.into(), shown })
            }
            "mailto" => {
                let shown = mail_address::parse(url.path())?;
                Some(Link { href: format!("mailto:{shown}"), shown })
            }
            _ => None,
        }
    }

    pub fn href(&self) -> &str {
        &self.href
    }

    /// What the words must be followed by, unless they say it.
    fn missing_from(&self, words: &str) -> bool {
        let words = words.to_lowercase();
        let bare = words.strip_prefix("https://").or_else(|| words.strip_prefix("http://")).unwrap_or(&words);
        // The host first, and nothing after it that could pass for another.
        let is_written = bare
            .strip_prefix(&self.shown)
            .is_some_and(|rest| rest.is_empty() || (rest.starts_with(['/', '?', '#']) && !rest.contains(char::is_whitespace)));
        !is_written && !words.ends_with(&format!("({})", self.shown))
    }
}

/// A name with a dot, or an address in brackets: the standard lets more into a host than anybody has one of.
fn is_host(host: &str) -> bool {
    let plain = |c: char| c.is_ascii_alphanumeric() || matches!(c, '.' | '-' | '_');
    host.starts_with('[') || (host.contains('.') && host.chars().all(plain))
}

/// Addresses that stand in the text by themselves become links.
pub fn found(runs: Vec<Run>) -> Vec<Run> {
    let mut all = Vec::with_capacity(runs.len());
    for run in runs {
        if run.link.is_some() {
            all.push(run);
            continue;
        }
        split(&run, &mut all);
    }
    all
}

fn split(run: &Run, all: &mut Vec<Run>) {
    let piece = |text: &str, link: Option<Link>| Run { text: text.to_owned(), link, ..*run };
    let mut rest = run.text.as_str();
    let mut plain = 0;
    let mut at = 0;
    while let Some((start, end, link)) = next(&run.text, at) {
        if start > plain {
            all.push(piece(run.text.get(plain..start).unwrap_or_default(), None));
        }
        all.push(piece(run.text.get(start..end).unwrap_or_default(), Some(link)));
        rest = run.text.get(end..).unwrap_or_default();
        (plain, at) = (end, end);
    }
    if !rest.is_empty() {
        all.push(piece(rest, None));
    }
}

/// The next address from a byte on: where it begins and ends.
fn next(text: &str, from: usize) -> Option<(usize, usize, Link)> {
    let mut at = from;
    loop {
        // Words are what white space parts: each is looked at once.
        let start = at + text.get(at..)?.find(|c: char| !c.is_whitespace())?;
        let end = text.get(start..)?.find(char::is_whitespace).map_or(text.len(), |length| start + length);
        if let Some((opening, link, length)) = text.get(start..end).and_then(inside) {
            return Some((start + opening, start + opening + length, link));
        }
        at = end;
    }
}

/// An address in a word, at its beginning or after an opening bracket or quotation mark.
fn inside(word: &str) -> Option<(usize, Link, usize)> {
    let bare = word.trim_start_matches(['(', '[', '{', '<', '«', '"', '\'', '“', '‘']);
    let address = bare.trim_end_matches('>').trim_end_matches(TAIL);
    let small = address.get(..address.floor_char_boundary(8)).unwrap_or_default().to_lowercase();
    let opening = OPENINGS.into_iter().find(|opening| small.starts_with(opening))?;
    let link = if opening == "www." { Link::parse(&format!("https://{address}")) } else { Link::parse(address) };
    Some((word.len() - bare.len(), link?, address.len()))
}

/// After the words of each link its host, where they do not say it.
pub fn named(mut runs: Vec<Run>) -> Vec<Run> {
    let mut at = 0;
    while at < runs.len() {
        let link = runs.get(at).and_then(|run| run.link.clone());
        let end = runs.iter().skip(at).position(|run| run.link != link).map_or(runs.len(), |length| at + length);
        if let Some(link) = link {
            let words: String = runs.get(at..end).unwrap_or_default().iter().map(|run| run.text.as_str()).collect();
            let last = runs.get_mut(end - 1).filter(|_| link.missing_from(words.trim()));
            if let Some(run) = last {
                let gap = if words.ends_with([' ', '\n']) { "" } else { " " };
                run.text = format!("{}{gap}({})", run.text, link.shown);
            }
        }
        at = end;
    }
    runs
}
