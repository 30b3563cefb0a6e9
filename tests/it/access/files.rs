//! Every table and every paper that leaves the server, opened by the programs that offices open them with.

use affianca::platform::db::q;
use rocket::http::Method;
use serde_json::Value;

use super::samples::{Sample, all};
use super::scene::{self, Scene};
use super::{ask, routes};
use crate::house::{Answer, Browser, House, on_each_engine};
use crate::office;
use crate::presence::fonts_of;

/// A name that a spreadsheet would run, and that is not in ASCII.
const RENAME: &str = "update person set name = '=1+1 Zoè «Perché» ' || name";

/// The first of the roles that gets it.
async fn got(browsers: &[Browser<'_>], (sample, address): (&Sample, &str), scene: &Scene) -> Option<Answer> {
    let sample = Sample { method: Method::Get, route: sample.route, address: sample.address, form: sample.form };
    for browser in browsers {
        let answer = if address.is_empty() { ask(browser, &sample, scene, &[]).await } else { browser.get(address).await };
        if answer.status == 200 {
            return Some(answer);
        }
    }
    None
}

/// A CSV of ours as rows.
fn rows(csv: &[u8]) -> Vec<Vec<String>> {
    let text = csv.strip_prefix("\u{feff}".as_bytes()).expect("a byte order mark");
    let mut reader = csv::ReaderBuilder::new().delimiter(b';').has_headers(false).from_reader(text);
    reader.records().map(|row| row.unwrap().iter().map(str::to_owned).collect()).collect()
}

/// What an office found in a cell is what the CSV says there, and of the right type.
fn same(found: &Value, written: &str, place: &str) {
    let shown = found[2].as_str().unwrap_or_default();
    match found[0].as_str().unwrap_or("empty") {
        "text" => {
            // In CSV an apostrophe keeps a text from being run; line ends are the file's own.
            let plain = written.replace("\r\n", "\n");
            assert!(plain == shown || plain.strip_prefix('\'') == Some(shown), "{place}: {written:?}, and in the office {shown:?}");
        }
        "number" => {
            let number: f64 =
                written.replace(',', ".").parse().unwrap_or_else(|_| panic!("{place}: {written:?}, and in the office {shown}"));
            assert!((found[1].as_f64().unwrap() - number).abs() < 1e-9, "{place}: {written}, and in the office {found}");
        }
        "day" => {
            assert_eq!(found[1], *written, "{place}");
            let mut parts: Vec<&str> = written.split('-').collect();
            parts.reverse();
            assert_eq!(shown, parts.join("/"), "{place}: as Italians write it");
        }
        "empty" => assert_eq!(written, "", "{place}"),
        other => panic!("{place}: {other}, {found}"),
    }
}

fn compare(name: &str, found: &Value, written: &[Vec<String>]) {
    let found = found["rows"].as_array().unwrap();
    assert_eq!(found.len(), written.len(), "{name}: rows");
    for (n, (found, written)) in found.iter().zip(written).enumerate() {
        let cells = found.as_array().unwrap();
        assert!(cells.len() <= written.len(), "{name}: cells of row {n}");
        for (column, text) in written.iter().enumerate() {
            same(cells.get(column).unwrap_or(&Value::Null), text, &format!("{name}, row {n}, column {column}"));
        }
    }
}

/// Name of a file and its two forms.
type Table = (String, Vec<u8>, Vec<Vec<String>>);

async fn tables(house: &House) -> Vec<Table> {
    let (scene, browsers) = scene::set(house).await;
    let mut tx = house.db.begin().await.unwrap();
    assert!(q(RENAME).run(&mut tx).await.unwrap() > 0);
    tx.commit().await.unwrap();
    let mut tables = Vec::new();
    for sample in all().filter(|sample| sample.route.ends_with(".xlsx")) {
        let xlsx = got(&browsers, (sample, ""), &scene).await.unwrap_or_else(|| panic!("nobody gets {}", sample.route));
        let address = (sample.address)(&scene).replace(".xlsx", ".csv");
        let csv = got(&browsers, (sample, &address), &scene).await.unwrap_or_else(|| panic!("nobody gets {address}"));
        tables.push((format!("{}.xlsx", sample.route.trim_matches('/').replace(['/', '<', '>', '.'], "-")), xlsx.bytes, rows(&csv.bytes)));
    }
    tables
}

#[test]
fn every_table_opens_in_an_office_as_its_csv_says() {
    on_each_engine(async |house| {
        let tables = tables(house).await;
        house.letters_left();
        assert_eq!(tables.len(), routes().iter().filter(|(path, _)| path.ends_with(".xlsx")).count());
        let files: Vec<(&str, &[u8])> = tables.iter().map(|(name, bytes, _)| (name.as_str(), bytes.as_slice())).collect();
        let Some(found) = office::open(&files) else { return };
        for (name, _, written) in &tables {
            assert!(written[0].iter().all(|heading| !heading.is_empty()), "{name}: {:?}", written[0]);
            compare(name, &found[name], written);
        }
        let cells = || tables.iter().flat_map(|(_, _, rows)| rows.iter().flatten());
        assert!(cells().any(|cell| cell.starts_with("'=1+1 Zoè «Perché»")), "a name that a spreadsheet would run was among them");
        assert!(cells().any(|cell| cell == "001001"), "and the code of Agliè with its zeros");
    });
}

#[test]
fn every_paper_has_its_fonts_in_the_file() {
    on_each_engine(async |house| {
        let (scene, browsers) = scene::set(house).await;
        let mut read = 0;
        for sample in all().filter(|sample| sample.method == Method::Get && sample.route.ends_with(".pdf")) {
            let paper = got(&browsers, (sample, ""), &scene).await.unwrap_or_else(|| panic!("nobody gets {}", sample.route));
            let Some(fonts) = fonts_of(&paper.bytes) else { continue };
            assert!(!fonts.is_empty(), "{}", sample.route);
            assert!(fonts.iter().all(|(_, embedded)| *embedded), "{}: {fonts:?}", sample.route);
            read += 1;
        }
        assert!(read == 0 || read >= 4, "register, hours, their sheet for the desk, proceedings: {read}");
        house.letters_left();
    });
}
