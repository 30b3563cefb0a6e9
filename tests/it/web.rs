//! What every answer carries, how files and pages are kept by browsers, and what failures look like.

use affianca::platform::assets;
use affianca::ui::paths;
use rocket::http::Method;

use crate::house::{Answer, on_each_engine, on_each_engine_with};

/// A page that anybody signed in for an ente may read.
const OWN_PAGE: &str = paths::OWN_ASSESSMENT;

#[track_caller]
fn carries(answer: &Answer, name: &str, value: &str) {
    assert_eq!(answer.header(name), Some(value), "{name}");
}

#[test]
fn every_answer_forbids_what_is_inline_or_from_elsewhere() {
    on_each_engine(async |house| {
        let anna = house.member_of("Agliè").await;
        let visitor = house.visitor();
        for answer in [
            anna.get(OWN_PAGE).await.is(200),
            visitor.get("/non-esiste").await.is(404),
            visitor.get("/static/affianca.css").await.is(200),
            visitor.get("/salute/vivo").await.is(200),
            visitor.get(OWN_PAGE).await.is(303),
            visitor.ask(Method::Get, "/non-esiste").header("Accept", "application/json").send().await.is(404),
        ] {
            let policy = answer.header("Content-Security-Policy").unwrap();
            for part in [
                "default-src 'none'",
                "script-src 'self'",
                "style-src 'self'",
                "frame-ancestors 'none'",
                "base-uri 'none'",
                "form-action 'self'",
            ] {
                assert!(policy.split("; ").any(|p| p == part), "{part} in {policy}");
            }
            assert!(!policy.contains("unsafe"), "{policy}");
            carries(&answer, "X-Content-Type-Options", "nosniff");
            carries(&answer, "X-Frame-Options", "DENY");
            carries(&answer, "Referrer-Policy", "same-origin");
            carries(&answer, "Cross-Origin-Opener-Policy", "same-origin");
            assert!(answer.header("Permissions-Policy").is_some_and(|p| p.contains("camera=()")));
            assert_eq!(answer.header("Strict-Transport-Security"), None, "not over http");
        }
    });
}

#[test]
fn over_https_browsers_are_told_to_stay_there() {
    on_each_engine_with("public_url = \"https://affianca.example\"", async |house| {
        carries(&house.visitor().get("/salute/vivo").await, "Strict-Transport-Security", "max-age=31536000");
    });
}

#[test]
fn no_page_holds_anything_inline() {
    on_each_engine(async |house| {
        let anna = house.coordinator_of("Agliè").await;
        for page in [anna.get(OWN_PAGE).await.is(200), anna.get("/non-esiste").await.is(404)] {
            page.hides("<style").hides(" style=").hides("<script>").hides("javascript:").hides(" onclick=");
        }
    });
}

#[test]
fn a_page_of_somebody_is_theirs_alone_and_not_sent_twice() {
    on_each_engine(async |house| {
        let anna = house.member_of("Agliè").await;
        let page = anna.get(OWN_PAGE).await.is(200);
        carries(&page, "Cache-Control", "private, no-cache");
        let tag = page.header("ETag").unwrap();
        let again = anna.ask(Method::Get, OWN_PAGE).header("If-None-Match", tag).send().await.is(304);
        assert_eq!((again.body.as_str(), again.header("ETag")), ("", Some(tag)));
        // Another language is another page, and so is that of another person.
        let english = anna.ask(Method::Get, &format!("{OWN_PAGE}?lang=en")).header("If-None-Match", tag).send().await.is(200);
        english.shows("<html lang=\"en\">");
        let neighbour = house.member_of("Cuorgnè").await;
        neighbour.ask(Method::Get, OWN_PAGE).header("If-None-Match", tag).send().await.is(200).hides("Agliè");
    });
}

#[test]
fn a_failure_is_kept_by_nobody() {
    on_each_engine(async |house| {
        let failure = house.visitor().get("/non-esiste").await.is(404);
        carries(&failure, "Cache-Control", "no-store");
        assert_eq!(failure.header("ETag"), None);
    });
}

#[test]
fn the_language_is_remembered_and_never_guessed() {
    on_each_engine(async |house| {
        let visitor = house.visitor();
        let foreign = visitor.ask(Method::Get, "/non-esiste").header("Accept-Language", "en").send().await;
        foreign.shows("<html lang=\"it\">").shows("Pagina non trovata");
        visitor.get("/non-esiste?lang=tlh").await.shows("<html lang=\"it\">");
        assert_eq!(visitor.cookie("lingua"), None);
        visitor.get("/non-esiste?lang=en").await.shows("<html lang=\"en\">").shows("Page not found");
        visitor.get("/non-esiste").await.shows("<html lang=\"en\">");
        visitor.get("/non-esiste?lang=it").await.shows("<html lang=\"it\">");
        assert_eq!(visitor.cookie("lingua").as_deref(), Some("it"));
    });
}

#[test]
fn a_failure_shows_the_code_that_the_answer_carries() {
    on_each_engine(async |house| {
        let visitor = house.visitor();
        let (one, two) = (visitor.get("/non-esiste").await, visitor.get("/non-esiste").await);
        let code = one.header("X-Request-Id").unwrap().to_owned();
        assert_ne!(Some(code.as_str()), two.header("X-Request-Id"));
        one.shows(&format!("<strong>{code}</strong>"));
    });
}

#[test]
fn machines_are_told_of_a_failure_in_their_own_way() {
    on_each_engine(async |house| {
        let visitor = house.visitor();
        for answer in [
            visitor.get("/api/v1/non-esiste").await.is(404),
            visitor.ask(Method::Get, "/non-esiste").header("Accept", "application/json").send().await.is(404),
        ] {
            carries(&answer, "Content-Type", "application/problem+json");
            let problem = answer.json();
            assert_eq!((problem["status"].as_u64(), problem["title"].as_str()), (Some(404), Some("Pagina non trovata")));
            assert_eq!(problem["code"].as_str(), answer.header("X-Request-Id"));
        }
    });
}

#[test]
fn whoever_must_sign_in_comes_back_to_the_same_page() {
    on_each_engine(async |house| {
        let visitor = house.visitor();
        visitor.get(OWN_PAGE).await.leads_to("/entra?ritorno=/area/autodiagnosi");
        visitor.get(&format!("{OWN_PAGE}?x=1&y=2")).await.leads_to("/entra?ritorno=/area/autodiagnosi%3Fx%3D1%26y%3D2");
        // What writes is not repeated by itself after sign-in.
        visitor.post(OWN_PAGE, &[]).await.is(401).shows("Serve l’accesso");
    });
}

#[test]
fn a_file_stays_a_year_under_its_hash_and_no_longer_under_another() {
    on_each_engine(async |house| {
        let visitor = house.visitor();
        let by_hash = visitor.get(&paths::asset("affianca.css")).await.is(200);
        carries(&by_hash, "Cache-Control", "public, max-age=31536000, immutable");
        carries(&by_hash, "Content-Type", "text/css; charset=utf-8");
        let tag = by_hash.header("ETag").unwrap();
        visitor.ask(Method::Get, "/static/affianca.css").header("If-None-Match", tag).send().await.is(304);
        for other in ["/static/affianca.css", "/static/affianca.css?v=000000000000"] {
            carries(&visitor.get(other).await.is(200), "Cache-Control", "public, no-cache");
        }
        for none in
            ["/static/", "/static/build.mjs", "/static/none.css", "/static/../Cargo.toml", "/static/%2e%2e/Cargo.toml", "/static/vendor"]
        {
            let answer = visitor.get(none).await;
            assert!(matches!(answer.status, 404 | 400), "{none}: {}", answer.status);
        }
    });
}

#[test]
fn files_come_compressed_as_the_browser_takes_them() {
    // Compressed twins are made by `npm run build`; a checkout without them serves plain files.
    if !assets::are_built() {
        assert!(std::env::var_os("CI").is_none(), "static/vendor was not built");
        return;
    }
    on_each_engine(async |house| {
        let visitor = house.visitor();
        let path = paths::asset("vendor/bootstrap-italia.min.css");
        let plain = visitor.get(&path).await.is(200);
        assert_eq!(plain.header("Content-Encoding"), None);
        let mut tags = vec![plain.header("ETag").map(str::to_owned)];
        for encoding in ["gzip", "br"] {
            let answer = visitor.ask(Method::Get, &path).header("Accept-Encoding", encoding).send().await.is(200);
            carries(&answer, "Content-Encoding", encoding);
            carries(&answer, "Vary", "Accept-Encoding");
            assert!(answer.bytes.len() * 5 < plain.bytes.len(), "{encoding}: {} bytes", answer.bytes.len());
            tags.push(answer.header("ETag").map(str::to_owned));
        }
        tags.dedup();
        assert_eq!(tags.len(), 3, "each encoding has its own tag: {tags:?}");
    });
}

#[test]
fn the_logo_and_the_emblems_of_the_settings_stand_on_every_page() {
    let folder = tempfile::tempdir().unwrap();
    let picture = |name: &str, body: &[u8]| {
        let path = folder.path().join(name);
        std::fs::write(&path, body).unwrap();
        path.to_str().unwrap().to_owned()
    };
    let (logo, emblem) =
        (picture("logo.png", b"\x89PNG\r\n\x1a\nlogo"), picture("ue.svg", b"<svg xmlns=\"http://www.w3.org/2000/svg\"><script/></svg>"));
    let settings = format!("logo = {logo:?}\nemblems = [{{ file = {emblem:?}, text = \"Unione europea\" }}]");
    on_each_engine_with(&settings, async |house| {
        let visitor = house.visitor();
        let page = visitor.get("/non-esiste").await.shows("alt=\"Unione europea\"");
        let addresses: Vec<&str> =
            page.body.split("src=\"").filter_map(|part| part.split('"').next()).filter(|a| a.starts_with("/immagini/")).collect();
        assert_eq!(addresses.len(), 3, "the logo above and below, the emblem below: {addresses:?}");
        for (address, media) in [(addresses[0], "image/png"), (addresses[2], "image/svg+xml")] {
            let answer = visitor.get(address).await.is(200);
            carries(&answer, "Content-Type", media);
            carries(&answer, "Cache-Control", "public, max-age=31536000, immutable");
            let policy = answer.header("Content-Security-Policy").unwrap();
            assert!(policy.contains("sandbox") && !policy.contains("script"), "{policy}");
        }
        visitor.get("/immagini/000000000000").await.is(404);
    });
}
