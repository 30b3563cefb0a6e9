//! Files that come with their form, as browsers without script send them, on a page that takes one.

use affianca::access::{Actor, Trainer};
use affianca::domain::upload::Purpose;
use affianca::platform::media::fingerprint;
use affianca::web::uploads::{Brought, Uploads, claim};
use rocket::http::{Cookie, Header, Status};
use rocket::local::asynchronous::Client;
use rocket::{State, post};

use super::{begun, send, video};
use crate::house::{Browser, House, catalogue, on_each_engine_with};

/// What a slice does with such a form, without what it is for.
#[post("/prova", data = "<form>")]
async fn attach(actor: Actor<Trainer>, uploads: &State<Uploads>, form: Brought) -> String {
    let kept = claim(&actor, uploads, form.file("video"), Purpose::Video).await.unwrap();
    let told = kept.map(|kept| format!("{} {} {}", kept.name, kept.bytes, kept.sha256));
    format!("{}: {told:?}", form.fields.text("titolo"))
}

/// The program with that page, on the data of a house.
async fn program(house: &House) -> Client {
    let rocket = affianca::build((*house.config).clone(), house.clock.clone(), catalogue().clone());
    Client::untracked(rocket.mount("/", rocket::routes![attach])).await.unwrap()
}

fn body(parts: &[(&str, Option<&str>, &[u8])]) -> Vec<u8> {
    let mut body = Vec::new();
    for (name, file, content) in parts {
        let file = file.map(|file| format!("; filename=\"{file}\"")).unwrap_or_default();
        body.extend(format!("--limite\r\nContent-Disposition: form-data; name=\"{name}\"{file}\r\n\r\n").bytes());
        body.extend(content.iter().chain(b"\r\n"));
    }
    body.extend(b"--limite--\r\n");
    body
}

async fn post_to(client: &Client, browser: &Browser<'_>, parts: &[(&str, Option<&str>, &[u8])]) -> (Status, String) {
    let mut request = client.post("/prova").header(Header::new("Content-Type", "multipart/form-data; boundary=limite"));
    request.add_header(Header::new("Sec-Fetch-Site", "same-origin"));
    if let Some(session) = browser.cookie("affianca") {
        request = request.cookie(Cookie::new("affianca", session));
    }
    let answer = request.body(body(parts)).dispatch().await;
    (answer.status(), answer.into_string().await.unwrap_or_default())
}

#[test]
fn a_file_comes_with_its_form_and_is_judged_as_one_that_came_in_pieces() {
    // Two programs on one store.
    let folder = tempfile::tempdir().unwrap();
    let settings = format!("media = \"file://{}\"\nupload_largest = 1\nupload_waiting = 2", folder.path().display());
    on_each_engine_with(&settings, async |house| {
        let (client, docente) = (program(house).await, house.trainer().await);
        let scope: (&str, Option<&str>, &[u8]) = ("video.scopo", None, b"video");
        let title: (&str, Option<&str>, &[u8]) = ("titolo", None, "Perché".as_bytes());
        let whole = video(700_000);
        let (status, said) = post_to(&client, &docente, &[title, scope, ("video", Some("Agliè.mp4"), &whole)]).await;
        assert_eq!((status, said), (Status::Ok, format!("Perché: Ok(\"Agliè.mp4 700000 {}\")", fingerprint(&whole))));
        let longer = video(1024 * 1024 + 1);
        let said = async |parts: &[(&str, Option<&str>, &[u8])]| post_to(&client, &docente, parts).await.1;
        assert_eq!(said(&[scope, ("video", Some("a.mp4"), &longer), title]).await, "Perché: Err(TooLarge(1048576))");
        assert_eq!(said(&[scope, ("video", Some("a.mp4"), b"<html>")]).await, ": Err(Refused(NotAdmitted))");
        assert_eq!(said(&[scope, ("video", Some(""), b"")]).await, ": Err(Missing)");
        assert_eq!(said(&[("video.scopo", None, b"image"), ("video", Some("a.mp4"), &whole)]).await, ": Err(Gone)");
        // What was brought before, by the script of the page.
        let to = begun(&docente, 300).await;
        send(&docente, &to, 0, &video(300)).await.is(204);
        let id = to.rsplit('/').next().unwrap();
        assert!(said(&[scope, ("video.caricamento", None, id.as_bytes())]).await.starts_with(": Ok(\"a.mp4 300 "));
        assert_eq!(std::fs::read_dir(&house.config.uploads.folder).unwrap().count(), 1, "the picture that is none, which nobody judged");
    });
}

#[test]
fn whoever_may_not_publish_brings_nothing() {
    on_each_engine_with("", async |house| {
        let client = program(house).await;
        let whole = video(300);
        let parts: [(&str, Option<&str>, &[u8]); 2] = [("video.scopo", None, b"video"), ("video", Some("a.mp4"), &whole)];
        assert_eq!(post_to(&client, &house.visitor(), &parts).await.0, Status::Unauthorized);
        assert_eq!(post_to(&client, &house.member_of("Agliè").await, &parts).await.0, Status::NotFound);
        let docente = house.trainer().await;
        assert_eq!(post_to(&client, &docente, &[("video", Some("a.mp4"), &whole)]).await.0, Status::BadRequest);
        assert!(!house.config.uploads.folder.exists() || std::fs::read_dir(&house.config.uploads.folder).unwrap().count() == 0);
    });
}
