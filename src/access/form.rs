//! A form as it came: names and values in order, so that what was typed can always be shown again.

use rocket::data::{Data, FromData, Outcome, ToByteUnit};
use rocket::http::RawStr;
use rocket::request::Request;

use super::actor::status;
use crate::platform::Error;

/// Longest form, in bytes (contract: saving).
pub const LONGEST: u64 = 256 * 1024;
/// Longest form that carries another one inside: each name grows by a prefix.
pub const LONGEST_CARRYING: u64 = LONGEST + LONGEST / 4;
/// What is still read of a form that is too long, so that the browser hears the answer instead of a broken line.
const DRAIN: u64 = 32 * 1024 * 1024;

/// The fields of an `application/x-www-form-urlencoded` body.
#[derive(Debug, Clone, Default)]
pub struct Fields(Vec<(String, String)>);

impl Fields {
    /// Reads the body of a form. NUL is dropped (PostgreSQL refuses it) and line ends become `\n`.
    pub fn parse(body: &str) -> Fields {
        let decode = |text: &str| {
            let plain = text.replace('+', " ");
            RawStr::new(&plain).percent_decode_lossy().replace('\0', "").replace("\r\n", "\n")
        };
        let pairs = body.split('&').filter(|pair| !pair.is_empty());
        Fields(pairs.map(|pair| pair.split_once('=').unwrap_or((pair, ""))).map(|(name, value)| (decode(name), decode(value))).collect())
    }

    pub fn from_pairs(pairs: Vec<(String, String)>) -> Fields {
        Fields(pairs)
    }

    /// The first value of that name, as typed.
    pub fn get(&self, name: &str) -> Option<&str> {
        self.0.iter().find(|(n, _)| n == name).map(|(_, value)| value.as_str())
    }

    /// The first value, trimmed; empty if absent.
    pub fn text(&self, name: &str) -> &str {
        self.get(name).unwrap_or_default().trim()
    }

    pub fn all<'a>(&'a self, name: &'a str) -> impl Iterator<Item = &'a str> {
        self.0.iter().filter(move |(n, _)| n == name).map(|(_, value)| value.as_str())
    }

    pub fn has(&self, name: &str) -> bool {
        self.get(name).is_some()
    }

    pub fn pairs(&self) -> &[(String, String)] {
        &self.0
    }
}

#[rocket::async_trait]
impl<'r> FromData<'r> for Fields {
    type Error = Error;

    async fn from_data(_: &'r Request<'_>, data: Data<'r>) -> Outcome<'r, Self> {
        outcome(read(data, LONGEST).await)
    }
}

/// The fields of a form that may carry a whole other form inside, as sign-in does when a session has expired.
#[derive(Debug, Clone, Default)]
pub struct Carrying(pub Fields);

#[rocket::async_trait]
impl<'r> FromData<'r> for Carrying {
    type Error = Error;

    async fn from_data(_: &'r Request<'_>, data: Data<'r>) -> Outcome<'r, Self> {
        outcome(read(data, LONGEST_CARRYING).await.map(Carrying))
    }
}

fn outcome<'r, T>(read: Result<T, Error>) -> Outcome<'r, T, Error> {
    match read {
        Ok(fields) => Outcome::Success(fields),
        Err(error) => Outcome::Error((status(&error), error)),
    }
}

/// A form of at most `longest` bytes.
async fn read(data: Data<'_>, longest: u64) -> Result<Fields, Error> {
    let mut stream = data.open((DRAIN + longest).bytes());
    let mut body = Vec::new();
    let lost = |_| Error::BadRequest("the body ended too early");
    tokio::io::AsyncReadExt::read_to_end(&mut tokio::io::AsyncReadExt::take(&mut stream, longest + 1), &mut body).await.map_err(lost)?;
    if body.len() as u64 > longest {
        tokio::io::copy(&mut stream, &mut tokio::io::sink()).await.map_err(lost)?;
        return Err(Error::TooLarge);
    }
    Ok(Fields::parse(&String::from_utf8_lossy(&body)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_and_values_are_decoded_and_kept_in_order() {
        let fields = Fields::parse("a%5BQ07%5D=d&n%5BQ07%5D=perch%C3%A9+no%0D%0Asi&a%5BQ08%5D=a&a%5BQ08%5D=b&x=%00");
        assert_eq!(fields.get("a[Q07]"), Some("d"));
        assert_eq!(fields.get("n[Q07]"), Some("perché no\nsi"));
        assert_eq!(fields.all("a[Q08]").collect::<Vec<_>>(), ["a", "b"]);
        assert_eq!(fields.get("x"), Some(""));
        assert_eq!(fields.get("y"), None);
    }
}
