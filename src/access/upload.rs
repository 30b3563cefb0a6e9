//! A form with a file in it, as browsers send it (`multipart/form-data`, RFC 7578), read into memory.

use rocket::data::{Data, FromData, Outcome, ToByteUnit};
use rocket::request::Request;

use super::actor::status;
use super::form::Fields;
use crate::platform::Error;

/// Longest body, in bytes: a file of 20 MiB with what stands around it.
pub const LONGEST: u64 = 20 * 1024 * 1024 + 64 * 1024;
/// What is still read of one that is too long, so that the browser hears the answer instead of a broken line.
const DRAIN: u64 = 64 * 1024 * 1024;

/// A file that somebody chose.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Chosen {
    /// Its name, without folders.
    pub name: String,
    pub bytes: Vec<u8>,
}

/// The fields of a form, and the first file that was chosen.
#[derive(Debug, Clone, Default)]
pub struct Upload {
    pub fields: Fields,
    pub file: Option<Chosen>,
}

impl Upload {
    /// None for a body that is no such form.
    pub fn parse(boundary: &str, body: &[u8]) -> Option<Upload> {
        let delimiter = format!("--{boundary}").into_bytes();
        let (mut pairs, mut file) = (Vec::new(), None);
        let mut at = find(body, &delimiter, 0)? + delimiter.len();
        loop {
            if body.get(at..at + 2)? == b"--" {
                return Some(Upload { fields: Fields::from_pairs(pairs), file });
            }
            let head = at + 2;
            let content = find(body, b"\r\n\r\n", head)? + 4;
            let end = find(body, &[b"\r\n", delimiter.as_slice()].concat(), content)?;
            let part = Part::parse(&String::from_utf8_lossy(&body[head..content]))?;
            match part.file_name {
                // Nothing was chosen.
                Some(name) if name.is_empty() => {}
                Some(name) if file.is_none() => file = Some(Chosen { name, bytes: body[content..end].to_vec() }),
                Some(_) => {}
                None => {
                    let value = String::from_utf8_lossy(&body[content..end]).replace('\0', "").replace("\r\n", "\n");
                    pairs.push((part.name, value));
                }
            }
            at = end + 2 + delimiter.len();
        }
    }
}

fn find(body: &[u8], wanted: &[u8], from: usize) -> Option<usize> {
    // The first byte is looked for alone: a file of twenty megabytes is not compared window by window.
    let first = *wanted.first()?;
    let mut at = from;
    loop {
        at += body.get(at..)?.iter().position(|byte| *byte == first)?;
        if body[at..].starts_with(wanted) {
            return Some(at);
        }
        at += 1;
    }
}

/// What stands above a part.
pub(super) struct Part {
    pub name: String,
    pub file_name: Option<String>,
}

impl Part {
    pub(super) fn parse(head: &str) -> Option<Part> {
        let line = head.lines().find(|line| line.to_ascii_lowercase().starts_with("content-disposition:"))?;
        let file_name = parameter(line, "filename").map(|name| name.rsplit(['/', '\\']).next().unwrap_or_default().to_owned());
        Some(Part { name: parameter(line, "name")?, file_name })
    }
}

/// `name="value"`, where quotes in the value are `%22` (browsers) or `\"`.
fn parameter(line: &str, name: &str) -> Option<String> {
    let begin = line.find(&format!("; {name}=\"")).map(|at| at + name.len() + 4)?;
    let mut value = String::new();
    let mut characters = line[begin..].chars();
    while let Some(c) = characters.next() {
        match c {
            '"' => break,
            '\\' => value.extend(characters.next()),
            c if c.is_control() => {}
            c => value.push(c),
        }
    }
    Some(value.replace("%22", "\"").replace("%0D%0A", " "))
}

#[rocket::async_trait]
impl<'r> FromData<'r> for Upload {
    type Error = Error;

    async fn from_data(request: &'r Request<'_>, data: Data<'r>) -> Outcome<'r, Self> {
        match read(request, data).await {
            Ok(upload) => Outcome::Success(upload),
            Err(error) => Outcome::Error((status(&error), error)),
        }
    }
}

async fn read(request: &Request<'_>, data: Data<'_>) -> Result<Upload, Error> {
    let media = request.content_type().filter(|media| media.is_form_data());
    let boundary = media.and_then(|media| media.param("boundary").map(str::to_owned));
    let mut stream = data.open((DRAIN + LONGEST).bytes());
    let mut body = Vec::new();
    let lost = |_| Error::BadRequest("the body ended too early");
    tokio::io::AsyncReadExt::read_to_end(&mut tokio::io::AsyncReadExt::take(&mut stream, LONGEST + 1), &mut body).await.map_err(lost)?;
    if body.len() as u64 > LONGEST {
        tokio::io::copy(&mut stream, &mut tokio::io::sink()).await.map_err(lost)?;
        return Err(Error::TooLarge);
    }
    // A form without a file may come in the short way.
    let Some(boundary) = boundary else {
        return Ok(Upload { fields: Fields::parse(&String::from_utf8_lossy(&body)), file: None });
    };
    Upload::parse(&boundary, &body).ok_or(Error::BadRequest("no form with a file"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn fields_and_file_are_told_apart() {
        let body = b"--X\r\nContent-Disposition: form-data; name=\"tipo\"\r\n\r\nenti\r\n--X\r\nContent-Disposition: form-data; name=\"file\"; filename=\"C:\\\\enti %22nuovi%22.csv\"\r\nContent-Type: text/csv\r\n\r\na;b\r\n--Y\r\n\x00\xe8\r\n--X--\r\n";
        let upload = Upload::parse("X", body).unwrap();
        assert_eq!(upload.fields.text("tipo"), "enti");
        let file = upload.file.unwrap();
        assert_eq!(file.name, "enti \"nuovi\".csv");
        assert_eq!(file.bytes, b"a;b\r\n--Y\r\n\x00\xe8");
    }

    #[test]
    fn a_file_that_nobody_chose_is_none() {
        let body = b"--X\r\nContent-Disposition: form-data; name=\"file\"; filename=\"\"\r\n\r\n\r\n--X--";
        assert_eq!(Upload::parse("X", body).unwrap().file, None);
    }

    #[test]
    fn what_is_no_form_is_refused() {
        for body in [
            &b""[..],
            b"--X",
            b"--X\r\n",
            b"--X\r\nContent-Disposition: form-data; name=\"a\"\r\n\r\nnever closed",
            b"--X\r\n\r\n\r\n--X--",
        ] {
            assert!(Upload::parse("X", body).is_none(), "{body:?}");
        }
    }

    proptest::proptest! {
        #[test]
        fn nothing_makes_it_panic(body in proptest::collection::vec(proptest::num::u8::ANY, 0..200)) {
            Upload::parse("X", &[b"--X\r\n", body.as_slice()].concat());
        }
    }
}
