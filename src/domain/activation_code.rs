//! The one-use code of an ente: printed on paper, typed by hand, wrong letters told before anything is looked up.
//!
//! Sixteen signs in four groups, `K7QM-2XPA-9FRT-HVD4`: fifteen drawn by lot (75 bits) and one that checks them.

use std::fmt;

/// Thirty-two signs; 0, O, 1 and I are not among them, because on paper they look alike.
const SIGNS: &[u8; 32] = b"23456789ABCDEFGHJKLMNPQRSTUVWXYZ";
/// Signs of a code, the last of which checks the others.
pub const LENGTH: usize = 16;
const GROUP: usize = 4;

/// A code with a right check sign. Printed in full only where it is made: it does not show in logs.
#[derive(Clone, PartialEq, Eq)]
pub struct ActivationCode([u8; LENGTH]);

/// What is wrong with a code as typed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Misread {
    Nothing,
    /// How many letters and digits there were.
    Length(usize),
    /// A sign that no code has.
    Sign(char),
    /// The signs do not go together: one was misread, or two changed places.
    Check,
}

impl ActivationCode {
    /// From sixteen random bytes, of which fifteen give a sign each.
    pub fn from_lot(lot: [u8; LENGTH]) -> ActivationCode {
        let mut values = lot.map(|byte| byte & 31);
        values[LENGTH - 1] = check(&values);
        ActivationCode(values)
    }

    /// As typed: case, spaces, hyphens and full stops do not count.
    pub fn parse(typed: &str) -> Result<ActivationCode, Misread> {
        let signs: Vec<char> = typed.chars().filter(|c| !c.is_whitespace() && !matches!(c, '-' | '–' | '.' | '_')).collect();
        if signs.is_empty() {
            return Err(Misread::Nothing);
        }
        let mut values = [0u8; LENGTH];
        for (i, sign) in signs.iter().enumerate() {
            let upper = sign.to_ascii_uppercase();
            let value = SIGNS.iter().position(|s| char::from(*s) == upper).ok_or(Misread::Sign(*sign))?;
            if let (Some(slot), Ok(value)) = (values.get_mut(i), u8::try_from(value)) {
                *slot = value;
            }
        }
        if signs.len() != LENGTH {
            return Err(Misread::Length(signs.len()));
        }
        if check(&values) == values[LENGTH - 1] { Ok(ActivationCode(values)) } else { Err(Misread::Check) }
    }

    /// In four groups, as it is printed.
    pub fn grouped(&self) -> String {
        self.bare().as_bytes().chunks(GROUP).map(|group| String::from_utf8_lossy(group).into_owned()).collect::<Vec<_>>().join("-")
    }

    /// Without hyphens: what the fingerprint is taken of.
    pub fn bare(&self) -> String {
        self.0.iter().filter_map(|value| SIGNS.get(usize::from(*value))).map(|sign| char::from(*sign)).collect()
    }
}

impl fmt::Debug for ActivationCode {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("(code)")
    }
}

/// The sum of the signs, each times a power of x of its own, in the field of 32 elements (x⁵ + x² + 1): one wrong sign
/// always changes it, and so do two that changed places, near or far.
fn check(values: &[u8; LENGTH]) -> u8 {
    values[..LENGTH - 1].iter().fold(0, |sum, value| times_x(sum ^ value))
}

/// Times x, reduced.
fn times_x(value: u8) -> u8 {
    let shifted = value << 1;
    if shifted & 32 == 0 { shifted } else { (shifted ^ 0b10_0101) & 31 }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn a_code_reads_the_same_however_it_is_typed() {
        let code = ActivationCode::from_lot([7; LENGTH]);
        let printed = code.grouped();
        assert_eq!((printed.len(), printed.matches('-').count()), (19, 3));
        for typed in [printed.clone(), printed.to_lowercase(), printed.replace('-', " "), format!("  {} ", printed.replace('-', ""))] {
            assert_eq!(ActivationCode::parse(&typed), Ok(code.clone()), "{typed}");
        }
    }

    #[test]
    fn what_is_wrong_is_told() {
        assert_eq!(ActivationCode::parse(" - "), Err(Misread::Nothing));
        assert_eq!(ActivationCode::parse("ABCD-2345"), Err(Misread::Length(8)));
        assert_eq!(ActivationCode::parse("ABCD-2345-ABCD-2345-A"), Err(Misread::Length(17)));
        for sign in ['0', 'O', 'o', '1', 'I', 'i', 'è', '?'] {
            assert_eq!(ActivationCode::parse(&format!("ABCD-234{sign}-ABCD-2345")), Err(Misread::Sign(sign)));
        }
    }

    #[test]
    fn a_code_does_not_print_itself_in_logs() {
        let code = ActivationCode::from_lot([9; LENGTH]);
        assert!(!format!("{code:?}").contains(&code.bare()));
    }

    proptest! {
        #[test]
        fn one_wrong_sign_is_found(lot: [u8; LENGTH], at in 0..LENGTH, other in 1u8..32) {
            let mut wrong = ActivationCode::from_lot(lot);
            wrong.0[at] = (wrong.0[at] + other) % 32;
            prop_assert_eq!(ActivationCode::parse(&wrong.grouped()), Err(Misread::Check));
        }

        #[test]
        fn two_signs_that_changed_places_are_found(lot: [u8; LENGTH], a in 0..LENGTH, b in 0..LENGTH) {
            let mut wrong = ActivationCode::from_lot(lot);
            prop_assume!(wrong.0[a] != wrong.0[b]);
            wrong.0.swap(a, b);
            prop_assert_eq!(ActivationCode::parse(&wrong.grouped()), Err(Misread::Check));
        }

        #[test]
        fn every_code_made_is_read_back(lot: [u8; LENGTH]) {
            let code = ActivationCode::from_lot(lot);
            prop_assert_eq!(ActivationCode::parse(&code.grouped()), Ok(code));
        }
    }
}
