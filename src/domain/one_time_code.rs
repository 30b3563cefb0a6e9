//! Time-based one-time codes (RFC 6238: SHA-1, six digits, thirty seconds) and recovery codes, as values.

use totp_rs::{Algorithm, Builder, Secret, Totp};

use super::moment::Moment;

/// Seconds for which a code is shown.
pub const STEP: i64 = 30;
/// Codes accepted before and after the present one: clocks of telephones go wrong.
const TOLERANCE: i64 = 1;
/// Bytes of a secret (RFC 4226, section 4: 160 bits).
pub const SECRET_BYTES: usize = 20;
/// How many recovery codes are made at once.
pub const RECOVERY_CODES: usize = 10;
/// Characters of a recovery code, and of each of its groups.
pub const RECOVERY_LENGTH: usize = 16;
const GROUP: usize = 4;

/// What a telephone and the server share. Does not print.
#[derive(Clone)]
pub struct Shared(Secret);

impl std::fmt::Debug for Shared {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("(secret)")
    }
}

impl Shared {
    pub fn new(bytes: [u8; SECRET_BYTES]) -> Shared {
        Shared(Secret::from(bytes))
    }

    /// From its Base32 text, with or without spaces; anything but 160 bits is none of ours.
    pub fn parse(text: &str) -> Option<Shared> {
        let plain: String = text.chars().filter(|c| !c.is_whitespace()).collect::<String>().to_uppercase();
        let bytes: [u8; SECRET_BYTES] = unbase32(&plain)?.try_into().ok()?;
        Some(Shared::new(bytes))
    }

    /// Base32, 32 characters.
    pub fn text(&self) -> String {
        base32(self.0.as_bytes())
    }

    /// The same in groups of four, to be typed.
    pub fn groups(&self) -> String {
        grouped(&self.text(), " ")
    }

    /// The address that authenticator programs take up, as a link and as a QR code (Key URI format).
    pub fn address(&self, issuer: &str, account: &str) -> String {
        let (issuer, account) = (encoded(issuer), encoded(account));
        format!("otpauth://totp/{issuer}:{account}?secret={}&issuer={issuer}&algorithm=SHA1&digits=6&period={STEP}", self.text())
    }

    /// The code of a step. Telephones compute it; tests do too.
    pub fn code(&self, step: i64) -> String {
        self.totp().generate(u64::try_from(step * STEP).unwrap_or(0)).to_string()
    }

    /// The step a typed code belongs to, if it is one of those accepted now and later than the last one accepted.
    pub fn accepts(&self, typed: &str, now: Moment, last: i64) -> Option<i64> {
        let present = step(now);
        (present - TOLERANCE..=present + TOLERANCE).filter(|step| *step > last).find(|step| same(&self.code(*step), typed))
    }

    fn totp(&self) -> Totp {
        Builder::new().with_algorithm(Algorithm::SHA1).with_digits(6).with_secret(self.0.clone()).build_noncompliant()
    }
}

/// Thirty-second steps since 1970.
pub fn step(now: Moment) -> i64 {
    now.millis().div_euclid(1000 * STEP)
}

/// Compares every character, whichever is the first to differ.
pub fn same(code: &str, typed: &str) -> bool {
    code.len() == typed.len() && code.bytes().zip(typed.bytes()).fold(0, |differ, (a, b)| differ | (a ^ b)) == 0
}

/// What somebody typed in the field of the code.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Typed {
    /// Six digits, from the telephone.
    Code(String),
    /// One of those that were written down, as it is kept: sixteen characters without hyphens.
    Recovery(String),
}

impl Typed {
    /// Spaces and hyphens do not count, nor does the case; anything that can be neither is none.
    pub fn read(text: &str) -> Option<Typed> {
        let plain: String = text.chars().filter(|c| !c.is_whitespace() && *c != '-').collect::<String>().to_lowercase();
        match plain.len() {
            6 if plain.bytes().all(|b| b.is_ascii_digit()) => Some(Typed::Code(plain)),
            RECOVERY_LENGTH if plain.bytes().all(|b| b.is_ascii_alphanumeric()) => Some(Typed::Recovery(plain)),
            _ => None,
        }
    }
}

/// A recovery code as it is shown: `abcd-efgh-jkmn-pqrs`.
pub fn shown(recovery: &str) -> String {
    grouped(recovery, "-")
}

fn grouped(text: &str, between: &str) -> String {
    let characters: Vec<char> = text.chars().collect();
    characters.chunks(GROUP).map(|group| group.iter().collect::<String>()).collect::<Vec<_>>().join(between)
}

/// RFC 4648, section 6.
const BASE32: &[u8; 32] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";

/// Of a length that fills groups of five bytes: no padding.
fn base32(bytes: &[u8]) -> String {
    let bit = |n: usize| bytes[n / 8] >> (7 - n % 8) & 1;
    let values = (0..bytes.len() * 8).step_by(5).map(|at| (at..at + 5).fold(0, |value, n| value << 1 | bit(n)));
    values.map(|value| char::from(BASE32[usize::from(value)])).collect()
}

fn unbase32(text: &str) -> Option<Vec<u8>> {
    let mut bits = Vec::new();
    for character in text.bytes() {
        let value = BASE32.iter().position(|known| *known == character)?;
        bits.extend((0..5).rev().map(|n| value >> n & 1 == 1));
    }
    Some(bits.chunks(8).map(|byte| byte.iter().fold(0, |value, bit| value << 1 | u8::from(*bit))).collect())
}

/// Percent-encoding for the label of the address; a colon would end it.
fn encoded(text: &str) -> String {
    let plain = |b: u8| b.is_ascii_alphanumeric() || matches!(b, b'-' | b'.' | b'_' | b'~');
    text.bytes().map(|b| if plain(b) { char::from(b).to_string() } else { format!("%{b:02X}") }).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The secret of the test vectors in RFC 6238, appendix B.
    fn rfc() -> Shared {
        Shared::new(*b"12345678901234567890")
    }

    fn at(seconds: i64) -> Moment {
        Moment::from_millis(seconds * 1000)
    }

    /// Appendix B has eight digits; six are their end.
    #[test]
    fn the_codes_are_those_of_the_standard() {
        let vectors = [
            (59, "94287082"),
            (1_111_111_109, "07081804"),
            (1_111_111_111, "14050471"),
            (1_234_567_890, "89005924"),
            (2_000_000_000, "69279037"),
            (20_000_000_000, "65353130"),
        ];
        for (seconds, eight) in vectors {
            assert_eq!(rfc().code(step(at(seconds))), eight[2..], "{seconds}");
        }
    }

    #[test]
    fn one_step_either_way_is_accepted_and_no_more() {
        let (now, none) = (at(1_111_111_111), 0);
        let present = step(now);
        for distance in -3..=3 {
            let accepted = rfc().accepts(&rfc().code(present + distance), now, none);
            assert_eq!(accepted, (distance.abs() <= 1).then_some(present + distance), "{distance}");
        }
        for wrong in ["", "000000", "50471", "0504711", "05047a"] {
            assert_eq!(rfc().accepts(wrong, now, none), None, "{wrong}");
        }
    }

    #[test]
    fn a_step_is_accepted_once_and_none_before_it() {
        let now = at(1_111_111_111);
        let present = step(now);
        for (last, free) in [(present - 1, 2), (present, 1), (present + 1, 0)] {
            let codes = (-1..=1).filter(|distance| rfc().accepts(&rfc().code(present + distance), now, last).is_some());
            assert_eq!(codes.count(), free, "{last}");
        }
    }

    #[test]
    fn the_secret_is_written_in_groups_and_read_back() {
        let groups = rfc().groups();
        assert_eq!(groups, "GEZD GNBV GY3T QOJQ GEZD GNBV GY3T QOJQ");
        assert_eq!(Shared::parse(&groups.to_lowercase()).map(|s| s.text()), Some(rfc().text()));
        for wrong in ["", "GEZD", "GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJ1", "GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQGEZDGNBV"] {
            assert!(Shared::parse(wrong).is_none(), "{wrong}");
        }
        assert_eq!(format!("{:?}", rfc()), "(secret)");
    }

    #[test]
    fn the_address_keeps_its_parts_apart() {
        let address = rfc().address("Affianca: prova & co", "anna.bianchi");
        let secret = rfc().text();
        let label = "otpauth://totp/Affianca%3A%20prova%20%26%20co:anna.bianchi";
        assert_eq!(address, format!("{label}?secret={secret}&issuer=Affianca%3A%20prova%20%26%20co&algorithm=SHA1&digits=6&period=30"));
    }

    #[test]
    fn what_is_typed_is_a_code_or_a_recovery_code() {
        assert_eq!(Typed::read(" 123 456 "), Some(Typed::Code("123456".into())));
        assert_eq!(Typed::read("ABCD-efgh-2345-mnpq"), Some(Typed::Recovery("abcdefgh2345mnpq".into())));
        assert_eq!(shown("abcdefgh2345mnpq"), "abcd-efgh-2345-mnpq");
        for wrong in ["", "12345", "1234567", "12345a", "abcd-efgh-2345-mnp", "àbcd-efgh-2345-mnp"] {
            assert_eq!(Typed::read(wrong), None, "{wrong}");
        }
    }
}
