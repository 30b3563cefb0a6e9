//! The Italian fiscal number of a person (*codice fiscale*): shape and check character (DM 23.12.1976), *omocodia* included.

use std::fmt;

/// Sixteen characters in capitals whose last one follows from the others. It says nothing on whether it was ever given.
#[derive(Clone, PartialEq, Eq, Hash)]
pub struct FiscalNumber(String);

/// What stands where: surname and name, year, month, day, place of birth, check character.
const SHAPE: &[u8; 16] = b"LLLLLLDDMDDLDDDL";
/// The letters of the twelve months.
const MONTHS: &str = "ABCDEHLMPRST";
/// Where two people would have the same number, digits become letters from the right: L is 0, V is 9.
const FOR_DIGITS: &str = "LMNPQRSTUV";
/// Value of 0–9, and of A–J, in the odd places.
const ODD: [u32; 26] = [1, 0, 5, 7, 9, 13, 15, 17, 19, 21, 2, 4, 18, 20, 11, 3, 6, 8, 12, 14, 16, 10, 22, 25, 24, 23];
/// What identity gateways write before it (ETSI EN 319 412-1).
const PREFIX: &str = "TINIT-";

impl FiscalNumber {
    /// Reads it as people and gateways write it: any case, with spaces, with `TINIT-` before it.
    pub fn parse(text: &str) -> Option<FiscalNumber> {
        let plain: String = text.chars().filter(|c| !c.is_whitespace()).collect::<String>().to_uppercase();
        let number = plain.strip_prefix(PREFIX).unwrap_or(&plain);
        let is_sound = number.is_ascii() && number.len() == SHAPE.len() && has_shape(number) && day_exists(number) && checks(number);
        is_sound.then(|| FiscalNumber(number.to_owned()))
    }

    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// Enough to recognise one's own, not enough to use another's: `RSS…562S`.
    pub fn hinted(&self) -> String {
        format!("{}…{}", &self.0[..3], &self.0[12..])
    }
}

/// Logs show the hint alone.
impl fmt::Debug for FiscalNumber {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "FiscalNumber({})", self.hinted())
    }
}

fn has_shape(number: &str) -> bool {
    number.chars().zip(SHAPE).all(|(c, kind)| match kind {
        b'D' => digit(c).is_some(),
        b'M' => MONTHS.contains(c),
        _ => c.is_ascii_uppercase(),
    })
}

/// The digit, also where a letter stands for it.
fn digit(c: char) -> Option<usize> {
    c.to_digit(10).and_then(|digit| usize::try_from(digit).ok()).or_else(|| FOR_DIGITS.find(c))
}

/// 1–31, or 41–71 for women.
fn day_exists(number: &str) -> bool {
    let mut digits = number[9..11].chars().filter_map(digit);
    let day = digits.next().unwrap_or(0) * 10 + digits.next().unwrap_or(0);
    matches!(day, 1..=31 | 41..=71)
}

/// The last character is the sum of the values of the others, modulo 26, as a letter.
fn checks(number: &str) -> bool {
    let value = |c: char| c.to_digit(10).unwrap_or_else(|| u32::from(c).saturating_sub(u32::from('A')));
    let sum: u32 = number[..15]
        .chars()
        .enumerate()
        .map(|(place, c)| match place % 2 {
            // Counted from one, the first place is odd.
            0 => ODD.get(value(c) as usize).copied().unwrap_or(0),
            _ => value(c),
        })
        .sum();
    number[15..].chars().next().is_some_and(|last| value(last) == sum % 26)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(text: &str) -> Option<String> {
        FiscalNumber::parse(text).map(|number| number.as_str().to_owned())
    }

    #[test]
    fn numbers_of_the_literature_are_sound() {
        for sound in ["RSSMRA85T10A562S", "MRTMTT91D08F205J", "VRDGPP13R10B293P"] {
            assert_eq!(read(sound).as_deref(), Some(sound), "{sound}");
        }
    }

    #[test]
    fn it_is_read_as_people_and_gateways_write_it() {
        for written in ["rssmra85t10a562s", " RSS MRA 85T10 A562S ", "TINIT-RSSMRA85T10A562S", "tinit-rssmra85t10a562s"] {
            assert_eq!(read(written).as_deref(), Some("RSSMRA85T10A562S"), "{written}");
        }
    }

    /// Letters take the place of digits from the right, and the check character changes with them.
    #[test]
    fn omocodia_is_taken() {
        let mut found = 0;
        for omocode in ["RSSMRA85T10A56N", "RSSMRA85T10A5SN", "RSSMRA85T10ARSN", "RSSMRA85T1LARSN", "RSSMRAURTMLARSN"] {
            let sound: Vec<String> = ('A'..='Z').filter_map(|check| read(&format!("{omocode}{check}"))).collect();
            assert_eq!(sound.len(), 1, "{omocode}");
            found += 1;
        }
        assert_eq!(found, 5);
        assert_eq!(read("RSSMRA85T10A56NH").as_deref(), Some("RSSMRA85T10A56NH"));
    }

    #[test]
    fn one_character_changed_is_told() {
        let sound = "MRTMTT91D08F205J";
        for place in 0..16 {
            for other in ('A'..='Z').chain('0'..='9') {
                let changed: String = sound.chars().enumerate().map(|(i, c)| if i == place { other } else { c }).collect();
                assert_eq!(read(&changed).is_some(), changed == sound, "{changed}");
            }
        }
    }

    #[test]
    fn what_has_not_the_shape_is_refused() {
        for wrong in [
            "",
            "RSSMRA85T10A562",
            "RSSMRA85T10A562SS",
            "RSSMRA85F10A562S",
            "RSSMRA85T00A562S",
            "RSSMRA85T99A562S",
            "12345678901",
            "ÀSSMRA85T10A56S",
        ] {
            assert_eq!(read(wrong), None, "{wrong}");
        }
    }

    #[test]
    fn it_does_not_print() {
        let number = FiscalNumber::parse("RSSMRA85T10A562S").unwrap();
        assert_eq!(format!("{number:?}"), "FiscalNumber(RSS…562S)");
    }
}
