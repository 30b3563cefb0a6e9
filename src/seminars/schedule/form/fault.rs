//! What can be wrong with the form of a day, and the control that each fault stands beside.

use crate::domain::class_plan::Impossible;
use crate::domain::moment::NoSuchHour;
use crate::seminars::schedule::Refusal;

/// A field that holds an hour.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Slot {
    From(usize),
    To(usize),
    Term,
}

/// What is wrong with the form. Sessions and reservations are counted from 0.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Fault {
    NoDay,
    NoHour(Slot),
    Hour(Slot, NoSuchHour),
    Cannot(Impossible),
    NeitherPlaceNorLink,
    NoCity,
    NoAddress,
    NoProvince,
    Link,
    Seats,
    /// So many are in already.
    Below(i64),
    NoTerm,
    Offer,
    Keeper(usize),
    UnknownEnte(usize),
    SeveralEnti(usize),
    KeptSeats(usize),
    NoRelease(usize),
    /// It has begun: its hours are a fact.
    Begun,
    TooLong(&'static str),
    LongTopic(usize),
}

/// The name of a control in a row: `s1-dal`, `r2-ente`.
pub fn control(row: &str, n: usize, what: &str) -> String {
    format!("{row}{}-{what}", n + 1)
}

/// The control that a fault stands beside.
pub fn field_of(fault: Fault) -> String {
    let slot = |slot: Slot| match slot {
        Slot::From(n) => control("s", n, "dal"),
        Slot::To(n) => control("s", n, "al"),
        Slot::Term => "termine-ora".to_owned(),
    };
    match fault {
        Fault::NoDay | Fault::Begun => "giorno".to_owned(),
        Fault::NoHour(at) | Fault::Hour(at, _) => slot(at),
        Fault::Cannot(Impossible::EndsBefore(n) | Impossible::OtherDay(n)) => control("s", n, "al"),
        Fault::Cannot(Impossible::Overlap(_, n)) => control("s", n, "dal"),
        Fault::Cannot(Impossible::TermAfterStart) | Fault::NoTerm => "termine".to_owned(),
        Fault::Cannot(Impossible::ReleaseAfterStart(n)) | Fault::NoRelease(n) => control("r", n, "fino"),
        Fault::Cannot(Impossible::TooManyReserved) | Fault::Seats | Fault::Below(_) => "posti".to_owned(),
        Fault::NeitherPlaceNorLink | Fault::NoCity => "citta".to_owned(),
        Fault::NoAddress => "indirizzo".to_owned(),
        Fault::NoProvince => "provincia".to_owned(),
        Fault::Link => "collegamento".to_owned(),
        Fault::Offer => "offerta".to_owned(),
        Fault::Keeper(n) | Fault::UnknownEnte(n) | Fault::SeveralEnti(n) => control("r", n, "ente"),
        Fault::KeptSeats(n) => control("r", n, "posti"),
        Fault::TooLong(name) => name.to_owned(),
        Fault::LongTopic(n) => control("s", n, "tema"),
    }
}

/// What the store found while it held the day, as a fault of the form; none for what is no fault of it.
pub fn refused(refusal: Refusal) -> Option<Fault> {
    match refusal {
        Refusal::Below(taken) => Some(Fault::Below(taken)),
        Refusal::Begun => Some(Fault::Begun),
        Refusal::ChangedMeanwhile | Refusal::Not(_) => None,
    }
}

/// The fields from the first to the last, as the form shows them.
pub(super) fn in_order(mut faults: Vec<Fault>) -> Vec<Fault> {
    const ORDER: [&str; 14] = [
        "giorno",
        "s",
        "sede",
        "sala",
        "indirizzo",
        "citta",
        "provincia",
        "arrivare",
        "accessibilita",
        "collegamento",
        "posti",
        "termine",
        "offerta",
        "r",
    ];
    let place = |fault: &Fault| {
        let name = field_of(*fault);
        let exact = ORDER.iter().position(|known| *known == name);
        let row = || ORDER.iter().position(|known| known.len() == 1 && name.starts_with(known) && name[1..].starts_with(char::is_numeric));
        (exact.or_else(row).or_else(|| ORDER.iter().position(|known| name.starts_with(known))).unwrap_or(ORDER.len()), name)
    };
    faults.sort_by_key(place);
    faults
}
