//! Randomness: ids in time order, and secrets.

use rand::Rng;
use sha2::{Digest, Sha256};

use crate::domain::ids::Id;
use crate::domain::moment::Moment;

/// A fresh UUIDv7 (RFC 9562), ordered by the instant given.
pub fn id<T: Id>(now: Moment) -> T {
    let millis = u64::try_from(now.millis()).unwrap_or(0);
    let mut bytes = [0u8; 10];
    rand::rng().fill_bytes(&mut bytes);
    let text = uuid::Builder::from_unix_timestamp_millis(millis, &bytes).into_uuid().to_string();
    #[expect(clippy::expect_used, reason = "the uuid crate writes the canonical form that Id::parse asks for")]
    T::parse(&text).expect("a UUID has the shape of an id")
}

/// A 256-bit secret as 64 hexadecimal digits.
pub fn token() -> String {
    let mut bytes = [0u8; 32];
    rand::rng().fill_bytes(&mut bytes);
    hex(&bytes)
}

/// What is kept of a secret that was handed out: its SHA-256 in hexadecimal. The secret itself has 256 bits, so no salt.
pub fn fingerprint(secret: &str) -> String {
    hex(&Sha256::digest(secret.as_bytes()))
}

/// Sixteen random bytes, for a password's salt.
pub fn salt() -> [u8; 16] {
    bytes()
}

/// So many random bytes.
pub fn bytes<const N: usize>() -> [u8; N] {
    let mut bytes = [0u8; N];
    rand::rng().fill_bytes(&mut bytes);
    bytes
}

/// 160 random bits, for what a telephone and the server share.
pub fn shared_secret() -> [u8; 20] {
    let mut bytes = [0u8; 20];
    rand::rng().fill_bytes(&mut bytes);
    bytes
}

/// Lower case without what is misread for something else: five bits each.
const LEGIBLE: &[u8; 32] = b"abcdefghjkmnpqrstuvwxyz023456789";

/// So many characters to be read from paper and typed.
pub fn legible(length: usize) -> String {
    let mut bytes = vec![0u8; length];
    rand::rng().fill_bytes(&mut bytes);
    bytes.iter().map(|b| char::from(LEGIBLE[usize::from(b % 32)])).collect()
}

/// Lower-case hexadecimal.
pub fn hex(bytes: &[u8]) -> String {
    bytes.iter().map(|b| format!("{b:02x}")).collect()
}
