//! `affianca check`: a line for each part, and what an edition names is looked for.

use std::path::Path;

use affianca::access::{Actor, Housekeeper};
use affianca::domain::edition::{Funding, QuestionnaireVersion, Terms};
use affianca::domain::ids::{Id, PersonId};
use affianca::domain::testimonial::Video;
use affianca::domain::web_link::{Finding, Heard};
use affianca::platform::Clock;
use affianca::platform::db::Db;
use affianca::platform::media::fingerprint;
use affianca::programme::{self, Draft};
use affianca::{library, testimonials};
use serde_json::json;

use super::{affianca, told};
use crate::house::testimonials::VIDEO;
use crate::house::{House, on_each_engine_alone, on_each_engine_on_bare, on_each_engine_with};

/// An edition that began a year ago and ends in so many days, written by somebody of the desk.
async fn edition(url: &str, folder: &Path, (name, days): (&str, i32), terms: Terms) {
    let username = format!("desk-{}", name.to_lowercase());
    let desk = ["user", "create", &username, "--name", "D", "--email", "d@x.example", "--role", "secretariat", "--json"];
    let person = told(url, folder, &desk, "quattro passi in piazza").is(0).json()["person"].as_str().and_then(PersonId::parse).unwrap();
    let db = Db::open(url).await.unwrap();
    let now = Clock::System.now();
    let desk = Actor::housekeeper(db.clone(), now).stand_in(Housekeeper::secretariat(person), now);
    let draft = Draft { name: name.into(), starts_on: now.day().plus_days(-365), ends_on: now.day().plus_days(days), terms };
    programme::create(&desk, &draft).await.unwrap();
    db.close().await;
}

fn naming(version: &str) -> Terms {
    let named = QuestionnaireVersion { id: "piccoli-comuni".into(), version: version.into() };
    Terms { questionnaire: Some(named), ..Terms::default() }
}

#[test]
fn a_new_installation_is_fine_before_it_has_tables() {
    on_each_engine_on_bare(async |url| {
        let folder = tempfile::tempdir().unwrap();
        let said = affianca(url, folder.path(), &["check", "--json"]);
        let parts = said.is(0).json();
        let parts: Vec<_> = parts["parts"].as_array().unwrap().iter().map(|p| (p["part"].clone(), p["ok"].clone())).collect();
        let fine =
            ["settings", "questionnaires", "courses", "database", "editions", "mail", "media"].map(|part| (json!(part), json!(true)));
        assert_eq!(parts, fine);
    });
}

#[test]
fn the_questionnaire_of_an_edition_must_be_at_hand_until_the_edition_is_over() {
    on_each_engine_alone(async |url| {
        let folder = tempfile::tempdir().unwrap();
        let folder = folder.path();
        edition(url, folder, ("Passata", -1), naming("8")).await;
        edition(url, folder, ("Buona", 30), naming("1")).await;
        affianca(url, folder, &["check"]).is(0).tells("edizioni: a posto");
        edition(url, folder, ("Oggi", 30), naming("9")).await;
        let said = affianca(url, folder, &["check"]);
        said.is(1).complains("edizioni: L'edizione «Oggi» indica il questionario piccoli-comuni versione 9, che non c'è");
        said.complains("piccoli-comuni/9").tells("posta: a posto");
    });
}

#[test]
fn an_emblem_of_an_edition_must_stand_in_the_settings() {
    on_each_engine_alone(async |url| {
        let folder = tempfile::tempdir().unwrap();
        let folder = folder.path();
        let funding = Funding { emblems: vec!["Unione europea".into()], ..Funding::default() };
        edition(url, folder, ("Oggi", 30), Terms { funding, ..Terms::default() }).await;
        affianca(url, folder, &["check"]).is(1).complains("mostra l'emblema «Unione europea», che non è più fra le impostazioni");
        let square = "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 8 8\"><rect width=\"8\" height=\"8\"/></svg>";
        std::fs::write(folder.join("ue.svg"), square).unwrap();
        std::fs::write(folder.join("Affianca.toml"), "[[emblems]]\nfile = \"ue.svg\"\ntext = \"Unione europea\"\n").unwrap();
        affianca(url, folder, &["check"]).is(0);
    });
}

#[test]
fn pictures_that_pages_and_letters_cannot_show_are_told_with_their_file() {
    on_each_engine_alone(async |url| {
        let folder = tempfile::tempdir().unwrap();
        let folder = folder.path();
        let emblem = |file: &str, body: &[u8]| {
            std::fs::write(folder.join(file), body).unwrap();
            std::fs::write(folder.join("Affianca.toml"), format!("[[emblems]]\nfile = \"{file}\"\ntext = \"UE\"\n")).unwrap();
            affianca(url, folder, &["check"])
        };
        let square = b"<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 8 8\"><rect width=\"8\" height=\"8\"/></svg>";
        emblem("ue.svg", square).is(0).tells("immagini: a posto");
        emblem("ue.gif", b"GIF89a").is(1).complains("emblems: ue.gif: not a picture (svg, png, jpg, webp)");
        emblem("ue.png", square).is(1).complains("emblems: ue.png: not what its name says");
        emblem("grande.svg", &[&square[..], &[b' '; 300 * 1024]].concat()).is(1).complains("grande.svg: 300 KiB, at most 256 KiB");
        // It begins well and ends badly: only drawing it shows.
        emblem("rotta.png", b"\x89PNG\r\n\x1a\n...").is(1).complains("immagini: rotta.png: l'immagine non si può disegnare");
        std::fs::write(folder.join("Affianca.toml"), "logo = \"manca.svg\"\n").unwrap();
        affianca(url, folder, &["check"]).is(1).complains("logo: manca.svg: ");
        let twice = "[[emblems]]\nfile = \"ue.svg\"\ntext = \"UE\"\n";
        std::fs::write(folder.join("Affianca.toml"), twice.repeat(2)).unwrap();
        affianca(url, folder, &["check"]).is(1).complains("says the same as ue.svg");
    });
}

/// A second video, of another testimonial.
async fn another(house: &House, trainer: &PersonId) -> Vec<u8> {
    let (ente, bytes) = (house.ente("Bairo").await, [VIDEO, b"un altro"].concat());
    let id = house.testimonial(trainer, &ente, "Un’altra").await;
    let actor = house.housekeeper().stand_in(Housekeeper::trainer(trainer.clone()), house.clock.now());
    let sha256 = house.media().keep(testimonials::FOLDER, bytes.clone()).await.unwrap();
    let video = Video { sha256, media: "video/webm".into(), bytes: i64::try_from(bytes.len()).unwrap(), seconds: 24, layout: None };
    testimonials::keep_video(&actor, &id, Some(video)).await.unwrap();
    bytes
}

#[test]
fn a_video_that_was_removed_and_one_that_was_altered_each_have_a_line() {
    let folder = tempfile::tempdir().unwrap();
    let setting = format!("media = \"file://{}\"\n", folder.path().join("media").display());
    std::fs::write(folder.path().join("Affianca.toml"), &setting).unwrap();
    on_each_engine_with(&setting, async |house| {
        let (docente, ente) = (house.trainer().await, house.ente("Agliè").await);
        let trainer = &docente.who().id;
        let told = house.testimonial(trainer, &ente, "Una").await;
        house.interview(trainer, &told).await;
        // What the ente was sent is looked for too, when the draft has no video any more.
        house.sent(trainer, &told).await;
        let actor = house.housekeeper().stand_in(Housekeeper::trainer(trainer.clone()), house.clock.now());
        testimonials::keep_video(&actor, &told, None).await.unwrap();
        let altered = another(house, trainer).await;
        let look = |words: &[&str]| affianca(house.config.database.reveal(), folder.path(), words);
        look(&["check"]).is(0);
        look(&["check", "--deep"]).is(0);
        let place = |sha256: &str| folder.path().join("media/video").join(&sha256[..2]).join(sha256);
        let (gone, changed) = (fingerprint(VIDEO), fingerprint(&altered));
        std::fs::remove_file(place(&gone)).unwrap();
        let mut other = altered.clone();
        other[20_000] ^= 1;
        std::fs::write(place(&changed), &other).unwrap();
        // The length is right: only reading it through shows it.
        let said = look(&["check"]);
        said.is(1).complains("file mancanti o cambiati: 1.").complains(&format!("video/{gone}: manca"));
        let said = look(&["check", "--deep"]);
        said.is(1).complains("file mancanti o cambiati: 2.").complains(&format!("video/{gone}: manca"));
        said.complains(&format!("video/{changed}: è cambiato"));
        std::fs::write(place(&changed), &other[..500]).unwrap();
        look(&["check"]).is(1).complains(&format!("video/{changed}: è cambiato"));
        house.letters_left();
    });
}

#[test]
fn broken_links_are_counted_and_break_nothing() {
    on_each_engine_with("", async |house| {
        let folder = tempfile::tempdir().unwrap();
        let docente = house.trainer().await;
        let fields = [("titolo", "Guida"), ("tema", "Anagrafe"), ("editore", "Paolo Riva"), ("data", "2026-03-02")];
        let rest = [("lingua", "it"), ("licenza", "reading"), ("indirizzo", "https://www.example.it/guida")];
        docente.post("/area/documenti/nuovo", &[&fields[..], &rest].concat()).await.is(303);
        let look = |words: &[&str]| affianca(house.config.database.reveal(), folder.path(), words);
        for days in 0..2 {
            assert!(!look(&["check"]).is(0).out.contains("collegamenti"));
            let then = house.housekeeper().stand_in((), house.clock.now().plus_days(days));
            library::note_link(&then, ("https://www.example.it/guida", Heard::only(Finding::Gone))).await.unwrap();
        }
        look(&["check"]).is(0).tells("collegamenti ad altri siti: 1 non rispondono; chi li cura li vede in /area/documenti/collegamenti");
        let told = look(&["check", "--json"]).is(0).json();
        assert_eq!(told["parts"].as_array().unwrap().last().unwrap(), &json!({ "part": "links", "ok": true, "fault": null, "broken": 1 }));
    });
}
