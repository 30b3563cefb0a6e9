//! Cells as people write them: days, numbers, yes and no, addresses, codes.

use super::fault::Problem;
use crate::domain::ente::Kind;
use crate::domain::moment::Day;
use crate::domain::place_names::fold;
use crate::domain::succession;

/// A cell that holds this alone empties what stood there.
pub const NOTHING: &str = "-";

/// The roles that an import gives.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Role {
    Member,
    Coordinator,
}

impl Role {
    /// As the database spells it.
    pub fn as_str(self) -> &'static str {
        match self {
            Role::Member => "member",
            Role::Coordinator => "coordinator",
        }
    }

    pub fn parse(text: &str) -> Option<Role> {
        [Role::Member, Role::Coordinator].into_iter().find(|role| role.as_str() == text)
    }
}

/// One line, single spaces.
pub fn line(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// `2026-03-02`, `02/03/2026`, `2.3.2026`, `2-3-2026`.
pub fn day(text: &str) -> Result<Day, Problem> {
    if let Some(day) = Day::parse(text) {
        return Ok(day);
    }
    let parts: Vec<&str> = text.split(['/', '.', '-']).collect();
    let [day, month, year] = parts.as_slice() else { return Err(Problem::NotADay) };
    let (day, month) = (day.parse().map_err(|_| Problem::NotADay)?, month.parse().map_err(|_| Problem::NotADay)?);
    let year: i16 = if year.len() == 4 { year.parse().map_err(|_| Problem::NotADay)? } else { return Err(Problem::NotADay) };
    Day::new(year, month, day).ok_or(Problem::NotADay)
}

/// `2558`, `2.558`, `2 558`.
pub fn residents(text: &str) -> Result<i64, Problem> {
    let digits: String = text.chars().filter(|c| !matches!(c, '.' | ' ' | '\'')).collect();
    match digits.parse::<i64>() {
        Ok(number) if (0..=10_000_000).contains(&number) && digits.bytes().all(|b| b.is_ascii_digit()) => Ok(number),
        _ => Err(Problem::NotANumber),
    }
}

pub fn year(text: &str) -> Result<i64, Problem> {
    text.parse().ok().filter(|year| (1861..=2200).contains(year)).ok_or(Problem::NotAYear)
}

pub fn yes_or_no(text: &str) -> Result<bool, Problem> {
    match fold(text).as_str() {
        "si" | "s" | "x" | "1" | "vero" | "yes" | "true" => Ok(true),
        "no" | "n" | "0" | "falso" | "false" => Ok(false),
        _ => Err(Problem::NotYesOrNo),
    }
}

/// Six digits; spreadsheets eat leading zeros, so fewer are filled up.
pub fn istat_code(text: &str) -> Result<String, Problem> {
    let fits = (4..=6).contains(&text.len()) && text.bytes().all(|b| b.is_ascii_digit());
    if fits { Ok(format!("{text:0>6}")) } else { Err(Problem::BadIstatCode) }
}

/// Code in the index of public administrations: letters, digits and underscores.
pub fn ipa_code(text: &str) -> Result<String, Problem> {
    let fits = (2..=40).contains(&text.len()) && text.bytes().all(|b| b.is_ascii_alphanumeric() || b == b'_');
    if fits { Ok(text.to_lowercase()) } else { Err(Problem::BadIpaCode) }
}

/// An address of mail, in lower case.
pub fn address(text: &str) -> Result<String, Problem> {
    let text = text.strip_prefix("mailto:").unwrap_or(text).to_lowercase();
    let fits = |(local, host): (&str, &str)| {
        let local_fits =
            !local.is_empty() && local.len() <= 64 && local.bytes().all(|b| b.is_ascii_graphic() && !b"()<>[]:;,\\\"@".contains(&b));
        local_fits && !local.starts_with('.') && !local.ends_with('.') && !local.contains("..") && domain(host).is_ok()
    };
    match text.rsplit_once('@').filter(|parts| fits(*parts)) {
        Some(_) if text.len() <= 254 => Ok(text),
        _ => Err(Problem::BadAddress),
    }
}

/// The part of an address after the `@`; an `@` or `www.` in front is passed over.
pub fn domain(text: &str) -> Result<String, Problem> {
    let text = text.to_lowercase();
    let text = text.trim_start_matches('@').trim_start_matches("www.");
    let label = |label: &str| {
        !label.is_empty()
            && label.len() <= 63
            && !label.starts_with('-')
            && !label.ends_with('-')
            && label.bytes().all(|b| b.is_ascii_alphanumeric() || b == b'-')
    };
    let last = text.rsplit('.').next().unwrap_or_default();
    let fits = text.contains('.')
        && text.len() <= 253
        && text.split('.').all(label)
        && last.len() >= 2
        && last.bytes().any(|b| b.is_ascii_alphabetic());
    if fits { Ok(text.to_owned()) } else { Err(Problem::BadDomain) }
}

/// The shape of a username: 3–60 lower-case letters, digits, `.`, `-`, `_`.
pub fn username(text: &str) -> Result<String, Problem> {
    let text = text.to_lowercase();
    let shape = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit() || matches!(c, '.' | '-' | '_');
    if (3..=60).contains(&text.len()) && text.chars().all(shape) { Ok(text) } else { Err(Problem::BadUsername) }
}

pub fn role(text: &str) -> Result<Role, Problem> {
    match fold(text).as_str() {
        "partecipante" | "member" => Ok(Role::Member),
        "referente" | "referente per il piano" | "coordinator" => Ok(Role::Coordinator),
        _ => Err(Problem::UnknownRole),
    }
}

pub fn kind(text: &str) -> Result<Kind, Problem> {
    match fold(text).as_str() {
        "comune" => Ok(Kind::Comune),
        "unione" | "unione di comuni" | "unione dei comuni" => Ok(Kind::Unione),
        "comunita montana" => Ok(Kind::ComunitaMontana),
        "consorzio" | "azienda" | "consorzio o azienda di comuni" | "asp" | "societa della salute" => Ok(Kind::Consorzio),
        "altro" | "altra forma associata" => Ok(Kind::Other),
        _ => Err(Problem::UnknownKind),
    }
}

/// What a row of successions does.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Change {
    Succession(succession::Kind),
    /// The ente stays, its code changes.
    NewCode,
}

pub fn change(text: &str) -> Result<Change, Problem> {
    use succession::Kind;
    Ok(match fold(text).as_str() {
        "fusione" => Change::Succession(Kind::Fusion),
        "incorporazione" | "fusione per incorporazione" => Change::Succession(Kind::Incorporation),
        "scissione" => Change::Succession(Kind::Split),
        "trasformazione" => Change::Succession(Kind::Transformation),
        "scioglimento" | "soppressione" => Change::Succession(Kind::Dissolution),
        "nuovo codice" | "codice" | "cambio codice" => Change::NewCode,
        _ => return Err(Problem::UnknownSuccession),
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn days_are_read_as_offices_write_them() {
        for text in ["2026-03-02", "02/03/2026", "2/3/2026", "2.3.2026", "02-03-2026"] {
            assert_eq!(day(text).map(|d| d.to_string()), Ok("2026-03-02".to_owned()), "{text}");
        }
        for text in ["31/02/2026", "3/2026", "02/03/26", "marzo", "2026-3-2", "1/1/2026/1", ""] {
            assert_eq!(day(text), Err(Problem::NotADay), "{text}");
        }
    }

    #[test]
    fn numbers_may_be_parted_in_thousands() {
        assert_eq!([residents("2558"), residents("2.558"), residents("2 558")], [Ok(2558), Ok(2558), Ok(2558)]);
        for text in ["", "-1", "due", "2,5", "99999999"] {
            assert_eq!(residents(text), Err(Problem::NotANumber), "{text}");
        }
        assert_eq!([year("2023"), year("23"), year("anno")], [Ok(2023), Err(Problem::NotAYear), Err(Problem::NotAYear)]);
    }

    #[test]
    fn codes_get_back_the_zeros_that_spreadsheets_eat() {
        assert_eq!(istat_code("1001"), Ok("001001".into()));
        assert_eq!(istat_code("001001"), Ok("001001".into()));
        for text in ["", "1", "0010011", "A074", "00100a"] {
            assert_eq!(istat_code(text), Err(Problem::BadIstatCode), "{text}");
        }
        assert_eq!(ipa_code("C_A074"), Ok("c_a074".into()));
        assert_eq!(ipa_code("c a074"), Err(Problem::BadIpaCode));
    }

    #[test]
    fn addresses_have_the_shape_of_addresses() {
        assert_eq!(address("Anagrafe@Comune.Aglie.TO.it"), Ok("anagrafe@comune.aglie.to.it".into()));
        for text in
            ["anna", "anna@", "@comune.it", "anna@comune", "an na@comune.it", "a..b@c.it", ".a@c.it", "anna@-c.it", "a@b@c.it", "a@c.1"]
        {
            assert_eq!(address(text), Err(Problem::BadAddress), "{text}");
        }
        assert_eq!(domain("@Comune.Aglie.to.it"), Ok("comune.aglie.to.it".into()));
        assert_eq!(domain("comune"), Err(Problem::BadDomain));
    }

    #[test]
    fn words_are_recognised_whatever_their_accents() {
        assert_eq!([yes_or_no("Sì"), yes_or_no("si"), yes_or_no("SI'"), yes_or_no("No")], [Ok(true), Ok(true), Ok(true), Ok(false)]);
        assert_eq!(yes_or_no("forse"), Err(Problem::NotYesOrNo));
        assert_eq!(kind("Comunità  Montana"), Ok(Kind::ComunitaMontana));
        assert_eq!(role("REFERENTE"), Ok(Role::Coordinator));
        assert_eq!(change("Nuovo codice"), Ok(Change::NewCode));
        assert_eq!(username("Anna.Rossi"), Ok("anna.rossi".into()));
        assert_eq!(username("anna rossi"), Err(Problem::BadUsername));
    }
}
