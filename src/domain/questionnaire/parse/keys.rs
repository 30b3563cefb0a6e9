//! A TOML table read key by key: what is missing, of another type or never asked for becomes a fault with its place.

use std::cell::RefCell;
use std::ops::Range;

use toml::Spanned;
use toml::de::{DeTable, DeValue};

use super::notes::{At, Notes, Spot};
use super::{FaultKind, Type};

/// A table whose keys are being asked for. Call [`Keys::finish`] at the end: what is left over is unknown.
pub(in crate::domain) struct Keys<'a> {
    pub notes: &'a Notes<'a>,
    /// The table's header, or its braces; the file's beginning for the top table.
    pub spot: Spot,
    entries: &'a DeTable<'a>,
    asked: RefCell<Vec<&'static str>>,
}

type Entry<'a> = Spanned<DeValue<'a>>;

impl<'a> Keys<'a> {
    pub(in crate::domain) fn new(notes: &'a Notes<'a>, file: usize, span: Range<usize>, entries: &'a DeTable<'a>) -> Keys<'a> {
        let spot = Spot { file, from: span.start, to: span.end };
        Keys { notes, spot, entries, asked: RefCell::default() }
    }

    pub(in crate::domain) fn fault(&self, kind: FaultKind) {
        self.notes.fault(self.spot, kind);
    }

    pub(in crate::domain) fn has(&self, key: &str) -> bool {
        self.entries.contains_key(key)
    }

    fn spot_of(&self, span: Range<usize>) -> Spot {
        Spot { file: self.spot.file, from: span.start, to: span.end }
    }

    /// Where the value of a key stands; the table's beginning when there is none.
    pub(in crate::domain) fn spot_of_key(&self, key: &str) -> Spot {
        self.entries.get(key).map_or(self.spot, |entry| self.spot_of(entry.span()))
    }

    pub(in crate::domain) fn at<T>(&self, span: Range<usize>, value: T) -> At<T> {
        At { spot: self.spot_of(span), value }
    }

    fn ask(&self, key: &'static str) -> Option<&'a Entry<'a>> {
        self.asked.borrow_mut().push(key);
        self.entries.get(key)
    }

    fn wrong<T>(&self, key: &str, entry: &Entry<'_>, expected: Type) -> Option<T> {
        let kind = FaultKind::WrongType { key: key.to_owned(), expected, found: type_of(entry.get_ref()) };
        self.notes.fault(self.spot_of(entry.span()), kind);
        None
    }

    /// A value somewhere under `key`, in the type wanted.
    fn value<T>(&self, key: &str, entry: &Entry<'_>, wanted: Type, read: impl Fn(&DeValue<'_>) -> Option<T>) -> Option<At<T>> {
        match read(entry.get_ref()) {
            Some(value) => Some(self.at(entry.span(), value)),
            None => self.wrong(key, entry, wanted),
        }
    }

    fn text_in(&self, key: &str, entry: &Entry<'_>) -> Option<At<String>> {
        let text = self.value(key, entry, Type::Text, |v| v.as_str().map(str::to_owned))?;
        if text.value.trim().is_empty() {
            self.notes.fault(text.spot, FaultKind::Empty { key: key.to_owned() });
            return None;
        }
        Some(text)
    }

    pub(in crate::domain) fn text(&self, key: &'static str) -> Option<At<String>> {
        self.text_in(key, self.ask(key)?)
    }

    pub(in crate::domain) fn number(&self, key: &'static str) -> Option<At<f64>> {
        self.value(key, self.ask(key)?, Type::Number, as_number)
    }

    /// A whole number of at least `least`.
    pub(in crate::domain) fn whole(&self, key: &'static str, least: u32) -> Option<At<u32>> {
        const MOST: u32 = 1_000_000;
        let whole = self.value(key, self.ask(key)?, Type::Whole, |v| v.as_integer().and_then(|_| as_number(v)))?;
        let (min, max) = (f64::from(least), f64::from(MOST));
        if whole.value < min || whole.value > max {
            self.notes.fault(whole.spot, FaultKind::OutOfRange { key: key.to_owned(), value: whole.value, min, max });
            return None;
        }
        Some(At { spot: whole.spot, value: whole.value as u32 })
    }

    /// False when absent.
    pub(in crate::domain) fn flag(&self, key: &'static str) -> bool {
        let flag = self.ask(key).and_then(|entry| self.value(key, entry, Type::Flag, |v| v.as_bool()));
        flag.is_some_and(|f| f.value)
    }

    /// `true`: allowed, no case named; a text: the case. `false` is the same as absent.
    pub(in crate::domain) fn flag_or_text(&self, key: &'static str) -> Option<String> {
        let entry = self.ask(key)?;
        match entry.get_ref() {
            DeValue::Boolean(allowed) => allowed.then(String::new),
            DeValue::String(_) => self.text_in(key, entry).map(|t| t.value),
            _ => self.wrong(key, entry, Type::FlagOrText),
        }
    }

    /// Points, percentages and ideal scores: 0–100.
    pub(in crate::domain) fn percent(&self, key: &'static str) -> Option<At<f64>> {
        self.in_percent(key, self.number(key)?)
    }

    /// The number, or a fault if it lies outside 0–100.
    pub(in crate::domain) fn in_percent(&self, key: &str, number: At<f64>) -> Option<At<f64>> {
        let (value, min, max) = (number.value, 0.0, 100.0);
        if value < min || value > max {
            self.notes.fault(number.spot, FaultKind::OutOfRange { key: key.to_owned(), value, min, max });
            return None;
        }
        Some(number)
    }

    pub(in crate::domain) fn positive(&self, key: &'static str) -> Option<At<f64>> {
        let number = self.number(key)?;
        if number.value > 0.0 {
            return Some(number);
        }
        self.notes.fault(number.spot, FaultKind::NotPositive { key: key.to_owned(), value: number.value });
        None
    }

    /// One of a closed list: its index.
    pub(in crate::domain) fn word(&self, key: &'static str, known: &'static [&'static str]) -> Option<At<usize>> {
        let text = self.text(key)?;
        let Some(value) = known.iter().position(|w| *w == text.value) else {
            self.notes.fault(text.spot, FaultKind::UnknownWord { key, word: text.value, known });
            return None;
        };
        Some(At { spot: text.spot, value })
    }

    /// Entries of a list, each with its span; none when absent.
    fn list(&self, key: &'static str) -> &'a [Entry<'a>] {
        let entries = self.ask(key).and_then(|entry| match entry.get_ref() {
            DeValue::Array(array) => Some(&array[..]),
            _ => self.wrong(key, entry, Type::List),
        });
        entries.unwrap_or_default()
    }

    /// How many entries a list has, right or wrong.
    pub(in crate::domain) fn length(&self, key: &'static str) -> usize {
        self.entries.get(key).and_then(|entry| entry.get_ref().as_array()).map_or(0, |list| list.len())
    }

    pub(in crate::domain) fn texts(&self, key: &'static str) -> Vec<At<String>> {
        self.list(key).iter().filter_map(|entry| self.text_in(key, entry)).collect()
    }

    /// `[[1, 2], [3, 4]]`
    pub(in crate::domain) fn pairs(&self, key: &'static str) -> Vec<At<(At<f64>, At<f64>)>> {
        self.list(key).iter().filter_map(|entry| self.pair(key, entry)).collect()
    }

    fn pair(&self, key: &str, entry: &Entry<'_>) -> Option<At<(At<f64>, At<f64>)>> {
        let Some([first, second]) = entry.get_ref().as_array().map(|a| &a[..]) else {
            return self.wrong(key, entry, Type::Pair);
        };
        let first = self.value(key, first, Type::Number, as_number)?;
        let second = self.value(key, second, Type::Number, as_number)?;
        Some(self.at(entry.span(), (first, second)))
    }

    fn keys_of(&self, key: &str, entry: &'a Entry<'a>) -> Option<Keys<'a>> {
        match entry.get_ref() {
            DeValue::Table(entries) => Some(Keys::new(self.notes, self.spot.file, entry.span(), entries)),
            _ => self.wrong(key, entry, Type::Table),
        }
    }

    pub(in crate::domain) fn table(&self, key: &'static str) -> Option<Keys<'a>> {
        self.keys_of(key, self.ask(key)?)
    }

    /// `[[key]]`, or a list of tables in braces.
    pub(in crate::domain) fn tables(&self, key: &'static str) -> Vec<Keys<'a>> {
        self.list(key).iter().filter_map(|entry| self.keys_of(key, entry)).collect()
    }

    /// All keys of a table whose keys are names, in file order.
    fn named(&self) -> Vec<(At<String>, &'a Entry<'a>)> {
        let entries = self.entries.iter().map(|(key, entry)| (self.at(key.span(), key.get_ref().to_string()), entry));
        let mut entries: Vec<_> = entries.collect();
        entries.sort_by_key(|(key, _)| key.spot);
        entries
    }

    pub(in crate::domain) fn named_texts(&self) -> Vec<(At<String>, At<String>)> {
        let text = |(key, entry): (At<String>, _)| self.text_in(&key.value, entry).map(|text| (key, text));
        self.named().into_iter().filter_map(text).collect()
    }

    pub(in crate::domain) fn named_percents(&self) -> Vec<(At<String>, Option<At<f64>>)> {
        let percent = |(key, entry): (At<String>, _)| {
            let number = self.value(&key.value, entry, Type::Number, as_number);
            let percent = number.and_then(|n| self.in_percent(&key.value, n));
            (key, percent)
        };
        self.named().into_iter().map(percent).collect()
    }

    /// A fault when a key that must be there is not.
    pub(in crate::domain) fn required<T>(&self, key: &'static str, read: impl Fn(&Self, &'static str) -> Option<T>) -> Option<T> {
        if !self.has(key) {
            self.fault(FaultKind::MissingKey { key });
        }
        read(self, key)
    }

    /// A text that must be there. Its absence is a fault already, hence the empty text in its stead.
    pub(in crate::domain) fn required_text(&self, key: &'static str) -> At<String> {
        let none = || At { spot: self.spot, value: String::new() };
        self.required(key, Keys::text).unwrap_or_else(none)
    }

    pub(in crate::domain) fn finish(self) {
        self.finish_with(|key| Some(FaultKind::UnknownKey { key }));
    }

    /// What to say of each key nobody asked for.
    pub(in crate::domain) fn finish_with(self, kind: impl Fn(String) -> Option<FaultKind>) {
        let asked = self.asked.borrow();
        for (key, _) in self.entries {
            if !asked.iter().any(|a| *a == key.get_ref())
                && let Some(kind) = kind(key.get_ref().to_string())
            {
                self.notes.fault(self.spot_of(key.span()), kind);
            }
        }
    }
}

fn as_number(value: &DeValue<'_>) -> Option<f64> {
    let number = match value {
        DeValue::Integer(whole) if whole.radix() != 10 => i64::from_str_radix(whole.as_str(), whole.radix()).ok()? as f64,
        DeValue::Integer(whole) => whole.as_str().parse().ok()?,
        DeValue::Float(float) => float.as_str().parse().ok()?,
        _ => return None,
    };
    number.is_finite().then_some(number)
}

fn type_of(value: &DeValue<'_>) -> Type {
    match value {
        DeValue::String(_) => Type::Text,
        DeValue::Integer(_) => Type::Whole,
        DeValue::Float(_) if as_number(value).is_none() => Type::NotFinite,
        DeValue::Float(_) => Type::Number,
        DeValue::Boolean(_) => Type::Flag,
        DeValue::Datetime(_) => Type::Date,
        DeValue::Array(_) => Type::List,
        DeValue::Table(_) => Type::Table,
    }
}
