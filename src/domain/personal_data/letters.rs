//! What carries its own proof: e-mail addresses, accounts and fiscal numbers.

use std::ops::Range;

use super::Kind;
use super::reading::Reading;
use crate::domain::fiscal_number::FiscalNumber;
use crate::domain::mail_address;

/// Who reads there is an office, not a person.
const OFFICES: [&str; 30] = [
    "affarigenerali",
    "amministrazione",
    "anagrafe",
    "assistenza",
    "comune",
    "contatti",
    "cultura",
    "demografici",
    "direzione",
    "elettorale",
    "info",
    "noreply",
    "polizialocale",
    "posta",
    "prefettura",
    "privacy",
    "protocollo",
    "ragioneria",
    "redazione",
    "scuola",
    "segreteria",
    "segretario",
    "servizi",
    "sindaco",
    "sociale",
    "sportello",
    "statocivile",
    "tributi",
    "ufficio",
    "urp",
];

/// How many characters an account number has, by country: those of Italy and of where its foreign residents come from or bank.
const ACCOUNTS: [(&str, usize); 32] = [
    ("AL", 28),
    ("AT", 20),
    ("BA", 20),
    ("BE", 16),
    ("BG", 22),
    ("CH", 21),
    ("CZ", 24),
    ("DE", 22),
    ("EG", 29),
    ("ES", 24),
    ("FR", 27),
    ("GB", 22),
    ("GE", 22),
    ("GR", 27),
    ("HR", 21),
    ("HU", 28),
    ("IE", 22),
    ("IT", 27),
    ("LT", 20),
    ("LU", 20),
    ("MD", 24),
    ("MK", 19),
    ("MT", 31),
    ("NL", 18),
    ("PK", 24),
    ("PL", 28),
    ("PT", 25),
    ("RO", 24),
    ("RS", 22),
    ("SM", 27),
    ("TN", 24),
    ("UA", 29),
];
const ITALY: &str = "IT";

pub fn mails(text: &Reading) -> Vec<(Kind, Range<usize>)> {
    (0..text.len()).filter(|&at| text.at(at) == Some('@')).filter_map(|at| mail(text, at)).collect()
}

/// The address around an `@`.
fn mail(text: &Reading, at: usize) -> Option<(Kind, Range<usize>)> {
    let plain = |place: usize| text.at(place).is_some_and(|c| c.is_ascii_alphanumeric() || "._+-".contains(c));
    let start = (at.saturating_sub(64)..at).rev().take_while(|&place| plain(place)).last()?;
    let mut end = (at + 1..text.len().min(at + 200)).take_while(|&place| plain(place)).last()? + 1;
    while text.at(end - 1).is_some_and(|c| !c.is_ascii_alphanumeric()) {
        end -= 1;
    }
    let address = mail_address::parse(&text.text(start..end))?;
    let (local, _) = address.split_once('@')?;
    let is_office = local.split(['.', '-', '_']).any(|part| OFFICES.contains(&part));
    (!is_office).then_some((Kind::Mail, start..end))
}

pub fn ibans(text: &Reading) -> Vec<(Kind, Range<usize>)> {
    text.words().filter_map(|from| iban(text, from)).collect()
}

fn iban(text: &Reading, from: usize) -> Option<(Kind, Range<usize>)> {
    let country: String = text.run(from, 2).iter().map(|(c, _)| *c).collect();
    let (country, length) = ACCOUNTS.into_iter().find(|(code, _)| *code == country)?;
    let run = text.run(from, length);
    let account: String = run.iter().map(|(c, _)| *c).collect();
    let end = run.last()?.1;
    let has_shape = account.len() == length && account[2..4].bytes().all(|b| b.is_ascii_digit()) && text.is_border(end);
    // One figure typed wrong still leads to the person: the Italian shape is unlike anything else.
    let is_sound = remainder(&account) == 1 || (country == ITALY && end - from == length && is_italian(&account));
    (has_shape && is_sound).then_some((Kind::Iban, from..end))
}

/// Check letter, bank and branch in figures.
fn is_italian(account: &str) -> bool {
    let bytes = account.as_bytes();
    bytes.get(4).is_some_and(u8::is_ascii_alphabetic) && bytes.get(5..15).is_some_and(|bank| bank.iter().all(u8::is_ascii_digit))
}

/// ISO 13616: the first four last, letters as 10–35, modulo 97; 1 if it is sound.
fn remainder(account: &str) -> u32 {
    let (head, tail) = account.split_at(account.len().min(4));
    tail.chars().chain(head.chars()).filter_map(|c| c.to_digit(36)).fold(0, |rest, value| {
        let shift = if value > 9 { 100 } else { 10 };
        (rest * shift + value) % 97
    })
}

pub fn fiscal_numbers(text: &Reading) -> Vec<(Kind, Range<usize>)> {
    text.words().filter_map(|from| fiscal_number(text, from)).collect()
}

const FISCAL_LENGTH: usize = 16;

fn fiscal_number(text: &Reading, from: usize) -> Option<(Kind, Range<usize>)> {
    let run = text.run(from, FISCAL_LENGTH);
    let end = run.last()?.1;
    if run.len() < FISCAL_LENGTH || !text.is_border(end) {
        return None;
    }
    let number: String = run.iter().map(|(c, _)| *c).collect();
    let (is_sound, is_whole) = (FiscalNumber::parse(&number).is_some(), end - from == FISCAL_LENGTH);
    let has_figure = number.bytes().any(|b| b.is_ascii_digit());
    // Words in a row may spell one by chance where letters stand for figures; in one piece they do not.
    let is_one = if is_whole { is_sound || has_written_shape(&number) } else { is_sound && has_figure };
    is_one.then_some((Kind::FiscalNumber, from..end))
}

/// The shape with figures where figures belong: one typed wrong still leads to the person.
fn has_written_shape(number: &str) -> bool {
    number.bytes().zip(b"LLLLLLDDLDDLDDDL").all(|(b, kind)| if *kind == b'D' { b.is_ascii_digit() } else { b.is_ascii_uppercase() })
}
