//! Who may do what: every route of the server asked by every role, and the whole compared with `access.txt`. The diff of
//! that file is the security review of a change.

mod class;
mod courses;
mod documents;
mod files;
mod forum;
mod forum_samples;
mod neighbour;
mod samples;
mod scene;
mod testimonial;
mod uploads;

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write;
use std::path::PathBuf;

use rocket::http::Method;

use self::samples::{Sample, all};
use self::scene::{COLUMNS, Scene};
use crate::house::{Answer, Browser, House, PUBLIC_URL, on_each_engine};

const HEAD: &str = "\
# Every route × every role, as tests/it/access found it. After a change that is meant: UPDATE_ACCESS=1 cargo test access
# Ids in addresses are those of Agliè. `member` and `referente` act for Agliè; `neighbour` is the referente of Bairo;
# `switched` has an appointment for Agliè too, and acts for Bairo. A number is the status of the answer (422: admitted, and
# the form sent back); `entra`: has to sign in first. What one may not see does not exist: 404.
";

/// A route by method and path; the names in the query are not part of it.
fn key(method: Method, route: &str) -> (String, String) {
    (route.split('?').next().unwrap_or_default().to_owned(), method.to_string())
}

/// Routes of the server, each once.
fn routes() -> BTreeSet<(String, String)> {
    affianca::routes().iter().map(|route| key(route.method, &route.uri.to_string())).collect()
}

fn is_unsafe(sample: &Sample) -> bool {
    !matches!(sample.method, Method::Get | Method::Head | Method::Options)
}

/// The class of an answer, as it stands in the table.
fn outcome(answer: &Answer) -> String {
    let to_sign_in = answer.location.as_deref().is_some_and(|to| to == "/entra" || to.starts_with("/entra?ritorno="));
    match answer.status {
        401 => "entra".to_owned(),
        303 if to_sign_in => "entra".to_owned(),
        status => status.to_string(),
    }
}

async fn ask(browser: &Browser<'_>, sample: &Sample, scene: &Scene, headers: &[(&str, &str)]) -> Answer {
    let form = (sample.form)(scene);
    let form: Vec<(&str, &str)> = form.iter().map(|(name, value)| (*name, value.as_str())).collect();
    let mut request = browser.ask(sample.method, &(sample.address)(scene));
    if is_unsafe(sample) {
        request = request.form(&form);
    }
    for (name, value) in headers {
        request = request.header(name, value);
    }
    request.send().await
}

async fn table(house: &House) -> String {
    let (scene, browsers) = scene::set(house).await;
    let mut rows = BTreeMap::new();
    for sample in all() {
        let mut row = Vec::new();
        for browser in &browsers {
            row.push(outcome(&ask(browser, sample, &scene, &[("Sec-Fetch-Site", "same-origin")]).await));
        }
        rows.insert(key(sample.method, sample.route), row);
    }
    let mut text = HEAD.to_owned();
    // The address last: a longer one leaves the other lines as they are.
    let mut line = |cells: Vec<&str>, method: &str, path: &str| {
        let cells: Vec<String> = cells.iter().zip(COLUMNS).map(|(cell, column)| format!("{cell:<w$}", w = column.len())).collect();
        writeln!(text, "{}", format!("{}  {method:<5} {path}", cells.join("  ")).trim_end()).unwrap();
    };
    line(COLUMNS.to_vec(), "", "");
    for ((path, method), cells) in &rows {
        line(cells.iter().map(String::as_str).collect(), method, path);
    }
    text
}

fn file() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("tests/it/access/access.txt")
}

#[expect(clippy::disallowed_methods, reason = "a setting of the test run, not of the program")]
fn is_to_be_written() -> bool {
    std::env::var("UPDATE_ACCESS").is_ok_and(|value| value == "1")
}

/// The lines that differ, with the sign of a diff.
fn difference(known: &str, found: &str) -> String {
    let (known_lines, found_lines): (BTreeSet<_>, BTreeSet<_>) = (known.lines().collect(), found.lines().collect());
    let gone = known_lines.difference(&found_lines).map(|line| format!("- {line}"));
    let come = found_lines.difference(&known_lines).map(|line| format!("+ {line}"));
    gone.chain(come).collect::<Vec<_>>().join("\n")
}

#[test]
fn every_route_has_a_sample_and_every_sample_a_route() {
    let routes = routes();
    let samples: BTreeSet<_> = all().map(|sample| key(sample.method, sample.route)).collect();
    let missing: Vec<_> = routes.difference(&samples).map(|(path, method)| format!("{method} {path}")).collect();
    assert!(
        missing.is_empty(),
        "\nwithout a sample: {missing:#?}\nAdd a line for each to SAMPLES in tests/it/access/samples.rs: which address to ask, with ids of \
         Agliè, and which form to send. Then look at what each role gets: UPDATE_ACCESS=1 cargo test access && git diff tests/it/access"
    );
    let dead: Vec<_> = samples.difference(&routes).collect();
    assert!(dead.is_empty(), "\nsamples of routes that are gone, remove them: {dead:#?}");
}

#[test]
fn who_may_do_what_is_as_written() {
    on_each_engine(async |house| {
        let found = table(house).await;
        house.letters_left();
        if is_to_be_written() {
            std::fs::write(file(), &found).unwrap();
        }
        let known = std::fs::read_to_string(file()).unwrap_or_default();
        assert!(
            known == found,
            "\n{}\n\nIf that is meant: UPDATE_ACCESS=1 cargo test access, and the diff of tests/it/access/access.txt is the review",
            difference(&known, &found)
        );
    });
}

/// The addresses of ours that a page links to, without their fragments.
fn links(page: &str) -> BTreeSet<String> {
    let hrefs = page.split("href=\"").skip(1).filter_map(|rest| rest.split('"').next());
    let own = hrefs.filter(|href| href.starts_with('/')).filter_map(|href| href.split('#').next());
    own.map(|href| href.replace("&amp;", "&")).collect()
}

/// A link by its path and the names in its query: one table in another order, or at another page, is the same address.
fn asked(link: &str) -> String {
    let (path, query) = link.split_once('?').unwrap_or((link, ""));
    let names: BTreeSet<_> = query.split('&').filter_map(|pair| pair.split('=').next()).collect();
    format!("{path}?{}", names.into_iter().collect::<Vec<_>>().join("&"))
}

#[test]
fn no_page_links_to_what_is_not_there() {
    on_each_engine(async |house| {
        let (scene, browsers) = scene::set(house).await;
        let mut dead = BTreeSet::new();
        for (browser, column) in browsers.iter().zip(COLUMNS) {
            let mut seen = BTreeSet::new();
            for sample in all().filter(|sample| sample.method == Method::Get) {
                let page = ask(browser, sample, &scene, &[]).await;
                if page.status != 200 || !page.header("Content-Type").is_some_and(|kind| kind.starts_with("text/html")) {
                    continue;
                }
                for link in links(&page.body).into_iter().filter(|link| seen.insert(asked(link))) {
                    let status = browser.get(&link).await.status;
                    if status >= 400 {
                        dead.insert(format!("{} shows {column} a link to {link}: {status}", sample.route));
                    }
                }
            }
        }
        assert!(dead.is_empty(), "\n{}", dead.into_iter().collect::<Vec<_>>().join("\n"));
    });
}

/// What another site can make a browser send, and what comes from no browser of ours.
const FOREIGN: [&[(&str, &str)]; 6] = [
    &[],
    &[("Sec-Fetch-Site", "cross-site")],
    &[("Sec-Fetch-Site", "same-site")],
    &[("Sec-Fetch-Site", "cross-site"), ("Origin", PUBLIC_URL)],
    &[("Origin", "https://altrove.example")],
    &[("Origin", "null")],
];

#[test]
fn an_unsafe_request_from_elsewhere_is_refused_whoever_sends_it() {
    on_each_engine(async |house| {
        let (scene, browsers) = scene::set(house).await;
        let mut let_in = Vec::new();
        for sample in all().filter(|sample| is_unsafe(sample)) {
            for (browser, column) in browsers.iter().zip(COLUMNS) {
                for headers in FOREIGN {
                    let status = ask(browser, sample, &scene, headers).await.status;
                    if status != 403 {
                        let_in.push(format!("{} {} by {column} with {headers:?}: {status}", sample.method, sample.route));
                    }
                }
            }
        }
        assert!(let_in.is_empty(), "\n{}", let_in.join("\n"));
    });
}

#[test]
fn our_own_address_is_enough_where_the_browser_says_nothing_else() {
    on_each_engine(async |house| {
        let (scene, browsers) = scene::set(house).await;
        let sample = all().find(|sample| is_unsafe(sample)).unwrap();
        assert_ne!(ask(&browsers[0], sample, &scene, &[("Origin", PUBLIC_URL)]).await.status, 403);
        let near = format!("{PUBLIC_URL}.altrove.example");
        assert_eq!(ask(&browsers[0], sample, &scene, &[("Origin", &near)]).await.status, 403);
    });
}
