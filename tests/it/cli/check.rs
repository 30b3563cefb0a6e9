//! `affianca check`: a line for each part, and what an edition names is looked for.

use std::path::Path;

use affianca::access::{Actor, Housekeeper};
use affianca::domain::edition::{Funding, QuestionnaireVersion, Terms};
use affianca::domain::ids::{Id, PersonId};
use affianca::platform::Clock;
use affianca::platform::db::Db;
use affianca::programme::{self, Draft};
use serde_json::json;

use super::{affianca, told};
use crate::house::{on_each_engine_alone, on_each_engine_on_bare};

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
