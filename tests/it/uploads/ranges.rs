//! Parts of a file over HTTP, right to the byte: the program itself, on a folder and on a bucket (moto), asked over a socket.

use std::io::{BufRead, BufReader, Read, Write};
use std::net::TcpStream;
use std::ops::Range;
use std::path::Path;
use std::process::{Child, Command, Stdio};

use affianca::platform::Clock;
use affianca::platform::media::fingerprint;

use super::video;
use crate::house::{Engine, Server, in_integration, on_each_engine};

/// Long enough to go up to a bucket in three pieces.
const LENGTH: u64 = 17 * 1024 * 1024 + 3;

/// A store that speaks S3, in a process of its own.
struct Bucket {
    process: Child,
    port: u16,
}

impl Bucket {
    /// None: Python is left out here.
    fn start() -> Option<Bucket> {
        let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests");
        let python = root.join(".venv/bin/python");
        if !python.exists() {
            assert!(!in_integration(), "CI=true, and tests/.venv is missing: tests/tools/install makes it");
            std::io::stderr().write_all(b"the bucket is left out: run tests/tools/install\n").unwrap();
            return None;
        }
        let mut command = Command::new(python);
        command.arg(root.join("tools/s3-server")).arg("affianca-prova").stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::null());
        let mut process = command.spawn().unwrap();
        let mut line = String::new();
        BufReader::new(process.stdout.take().unwrap()).read_line(&mut line).unwrap();
        Some(Bucket { process, port: line.trim().parse().expect("the bucket tells its port") })
    }

    fn settings(&self) -> Vec<(&'static str, String)> {
        vec![
            ("AFFIANCA_MEDIA", "s3://affianca-prova/ente/media".into()),
            ("AWS_ENDPOINT", format!("http://127.0.0.1:{}", self.port)),
            ("AWS_REGION", "eu-south-1".into()),
            ("AWS_ACCESS_KEY_ID", "prova".into()),
            ("AWS_SECRET_ACCESS_KEY", "prova".into()),
        ]
    }
}

impl Drop for Bucket {
    fn drop(&mut self) {
        self.process.kill().unwrap_or_default();
        drop(self.process.wait());
    }
}

/// What came back over the socket.
struct Heard {
    status: u16,
    headers: Vec<(String, String)>,
    body: Vec<u8>,
}

impl Heard {
    fn header(&self, name: &str) -> Option<&str> {
        self.headers.iter().find(|(known, _)| known.eq_ignore_ascii_case(name)).map(|(_, value)| value.as_str())
    }
}

fn say(server: &Server, line: &str, headers: &[(&str, &str)], body: &[u8]) -> Heard {
    let mut socket = TcpStream::connect(&server.address).unwrap();
    let mut head = format!("{line} HTTP/1.1\r\nHost: {}\r\nConnection: close\r\n", server.address);
    for (name, value) in headers {
        head.push_str(&format!("{name}: {value}\r\n"));
    }
    socket.write_all(format!("{head}\r\n").as_bytes()).unwrap();
    socket.write_all(body).unwrap();
    let mut came = Vec::new();
    socket.read_to_end(&mut came).unwrap();
    let end = came.windows(4).position(|four| four == b"\r\n\r\n").expect("an answer");
    let text = String::from_utf8(came[..end].to_vec()).unwrap();
    let mut lines = text.lines();
    let status = lines.next().unwrap().split(' ').nth(1).unwrap().parse().unwrap();
    let headers = lines.filter_map(|line| line.split_once(": ")).map(|(name, value)| (name.to_owned(), value.to_owned())).collect();
    Heard { status, headers, body: came[end + 4..].to_vec() }
}

/// What is asked, where `TAG` and `WEAK` stand for the tag of the file, and what is to come back: the status, and of the file which bytes.
type Case = (&'static str, &'static [(&'static str, &'static str)], u16, Option<Range<u64>>);

fn cases() -> Vec<Case> {
    const L: u64 = LENGTH;
    vec![
        ("GET", &[], 200, Some(0..L)),
        ("HEAD", &[], 200, None),
        ("GET", &[("Range", "bytes=0-0")], 206, Some(0..1)),
        ("GET", &[("Range", "bytes=0-99")], 206, Some(0..100)),
        ("GET", &[("Range", "bytes=100-199")], 206, Some(100..200)),
        ("GET", &[("Range", "bytes=8388600-8388620")], 206, Some(8_388_600..8_388_621)),
        ("GET", &[("Range", "bytes=17825794-17825794")], 206, Some(L - 1..L)),
        ("GET", &[("Range", "bytes=17825790-")], 206, Some(17_825_790..L)),
        ("GET", &[("Range", "bytes=0-")], 206, Some(0..L)),
        ("GET", &[("Range", "bytes=-1")], 206, Some(L - 1..L)),
        ("GET", &[("Range", "bytes=-500")], 206, Some(L - 500..L)),
        ("GET", &[("Range", "bytes=-99999999999")], 206, Some(0..L)),
        ("GET", &[("Range", "bytes=17825790-99999999999")], 206, Some(17_825_790..L)),
        ("GET", &[("Range", "bytes=0-99999999999999999999999")], 206, Some(0..L)),
        ("GET", &[("Range", "Bytes=5-9")], 206, Some(5..10)),
        ("GET", &[("Range", "bytes=17825795-")], 416, None),
        ("GET", &[("Range", "bytes=17825795-17825800")], 416, None),
        ("GET", &[("Range", "bytes=99999999999999999999999-")], 416, None),
        ("GET", &[("Range", "bytes=-0")], 416, None),
        ("GET", &[("Range", "bytes=9-5")], 200, Some(0..L)),
        ("GET", &[("Range", "bytes=0-1,5-9")], 200, Some(0..L)),
        ("GET", &[("Range", "bytes=a-b")], 200, Some(0..L)),
        ("GET", &[("Range", "bytes=-")], 200, Some(0..L)),
        ("GET", &[("Range", "seconds=0-9")], 200, Some(0..L)),
        ("HEAD", &[("Range", "bytes=0-99")], 200, None),
        ("GET", &[("If-None-Match", "TAG")], 304, None),
        ("HEAD", &[("If-None-Match", "TAG")], 304, None),
        ("GET", &[("If-None-Match", "WEAK")], 304, None),
        ("GET", &[("If-None-Match", "*")], 304, None),
        ("GET", &[("If-None-Match", "\"other\"")], 200, Some(0..L)),
        ("GET", &[("If-None-Match", "TAG"), ("Range", "bytes=0-99")], 304, None),
        ("GET", &[("If-None-Match", "\"other\""), ("Range", "bytes=0-99")], 206, Some(0..100)),
        ("GET", &[("If-Range", "TAG"), ("Range", "bytes=10-19")], 206, Some(10..20)),
        ("GET", &[("If-Range", "WEAK"), ("Range", "bytes=10-19")], 200, Some(0..L)),
        ("GET", &[("If-Range", "\"other\""), ("Range", "bytes=10-19")], 200, Some(0..L)),
        ("GET", &[("If-Range", "Mon, 02 Mar 2026 08:00:00 GMT"), ("Range", "bytes=10-19")], 200, Some(0..L)),
        ("GET", &[("If-Range", "\"other\""), ("Range", "bytes=17825795-")], 200, Some(0..L)),
        ("GET", &[("If-Match", "TAG"), ("Range", "bytes=10-19")], 206, Some(10..20)),
        ("GET", &[("If-Match", "\"other\"")], 412, None),
    ]
}

fn judge(case: &Case, heard: &Heard, whole: &[u8], tag: &str) {
    let (method, headers, status, bytes) = case;
    let what = format!("{method} {headers:?}");
    assert_eq!(heard.status, *status, "{what}");
    assert_eq!((heard.header("ETag"), heard.header("Accept-Ranges")), (Some(tag), Some("bytes")), "{what}");
    assert_eq!(heard.header("X-Content-Type-Options"), Some("nosniff"), "{what}");
    assert!(heard.header("Content-Security-Policy").is_some_and(|policy| policy.ends_with("; sandbox")), "{what}");
    let part = bytes.as_ref().filter(|_| *status == 206).map(|range| format!("bytes {}-{}/{LENGTH}", range.start, range.end - 1));
    let range = if *status == 416 { Some(format!("bytes */{LENGTH}")) } else { part };
    assert_eq!(heard.header("Content-Range"), range.as_deref(), "{what}");
    if matches!(status, 200 | 206) {
        assert_eq!(heard.header("Content-Type"), Some("video/mp4"), "{what}");
        let name = "inline; filename=\"Perch_.mp4\"; filename*=UTF-8''Perch%C3%A9.mp4";
        assert_eq!(heard.header("Content-Disposition"), Some(name), "{what}");
        let length = bytes.as_ref().map_or(LENGTH, |range| range.end - range.start);
        assert_eq!(heard.header("Content-Length"), Some(length.to_string().as_str()), "{what}");
    }
    let expected =
        bytes.as_ref().map_or(&[][..], |range| &whole[usize::try_from(range.start).unwrap()..usize::try_from(range.end).unwrap()]);
    assert!(heard.body == expected, "{what}: {} bytes that are not the {} asked for", heard.body.len(), expected.len());
}

#[test]
fn every_part_is_right_to_the_byte_on_a_folder_and_on_a_bucket() {
    on_each_engine(async |house| {
        if house.engine != Engine::Sqlite {
            return;
        }
        // The program has no other clock.
        house.clock.set(Clock::System.now());
        let docente = house.trainer().await;
        let cookie = format!("affianca={}", docente.cookie("affianca").unwrap());
        let whole = video(usize::try_from(LENGTH).unwrap());
        let tag = format!("\"{}\"", fingerprint(&whole));
        let bucket = Bucket::start();
        for settings in [Some(Vec::new()), bucket.as_ref().map(Bucket::settings)].into_iter().flatten() {
            let folder = tempfile::tempdir().unwrap();
            let server = Server::with(house, folder.path(), &settings);
            let own = [("Cookie", cookie.as_str()), ("Sec-Fetch-Site", "same-origin"), ("Tus-Resumable", "1.0.0")];
            let length = LENGTH.to_string();
            let begin = [
                ("Upload-Length", length.as_str()),
                ("Upload-Metadata", "filename UGVyY2jDqS5tcDQ=,purpose dmlkZW8="),
                ("Content-Length", "0"),
            ];
            let begun = say(&server, "POST /caricamenti", &[own.as_slice(), &begin].concat(), &[]);
            let to = begun.header("Location").unwrap().to_owned();
            let piece = [("Upload-Offset", "0"), ("Content-Type", "application/offset+octet-stream"), ("Content-Length", length.as_str())];
            assert_eq!(say(&server, &format!("PATCH {to}"), &[own.as_slice(), &piece].concat(), &whole).status, 204);
            let cases = cases();
            assert!(cases.len() >= 30);
            for case in &cases {
                let meant = |value: &'static str| match value {
                    "TAG" => tag.clone(),
                    "WEAK" => format!("W/{tag}"),
                    value => value.to_owned(),
                };
                let conditions: Vec<_> = case.1.iter().map(|(name, value)| (*name, meant(value))).collect();
                let mut headers = vec![("Cookie", cookie.as_str())];
                headers.extend(conditions.iter().map(|(name, value)| (*name, value.as_str())));
                judge(case, &say(&server, &format!("{} {to}/file", case.0), &headers, &[]), &whole, &tag);
            }
        }
    });
}
