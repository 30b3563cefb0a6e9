//! How the desk keeps adhesions: states, exceptions, papers, addresses, and letters with codes for one and for many.

use affianca::domain::edition::Terms;
use affianca::domain::ids::{EditionId, EnteId};
use affianca::enti::{self, AdhesionState};
use affianca::platform::db::q;

use crate::house::{House, on_each_engine, on_each_engine_with};

fn small() -> Terms {
    let contacts = affianca::domain::edition::Contacts { phone: "011 1234".into(), ..Default::default() };
    Terms { regions: vec!["Piemonte".into()], residents_at_most: Some(5000), contacts, ..Terms::default() }
}

fn page(ente: &EnteId) -> String {
    format!("/segreteria/enti/{ente}/adesione")
}

async fn codes(house: &House) -> i64 {
    q("select count(*) from activation where void_at is null").count(&mut house.db.reader().await.unwrap()).await.unwrap()
}

/// Agliè and Bairo, invited.
async fn two(house: &House) -> (EditionId, EnteId, EnteId) {
    let (edition, aglie, bairo) = (house.edition(small()).await, house.ente("Agliè").await, house.ente("Bairo").await);
    enti::invite(&house.desk().await, &edition, &[aglie.clone(), bairo.clone()]).await.unwrap();
    (edition, aglie, bairo)
}

#[test]
fn the_desk_brings_an_ente_from_invited_to_adhering_and_notes_its_papers() {
    on_each_engine(async |house| {
        let (desk, edition, aglie) = (house.secretary().await, house.edition(small()).await, house.ente("Agliè").await);
        desk.get(&page(&aglie)).await.is(200).shows("non è stato ancora invitato");
        desk.post(&format!("{}/stato", page(&aglie)), &[("stato", "invited")]).await.leads_to(&format!("{}?esito=stato", page(&aglie)));
        let form = desk.get(&page(&aglie)).await.is(200).shows("Invitato").field("visto").unwrap();
        let adhering = [("stato", "adhering"), ("visto", form.as_str())];
        desk.post(&format!("{}/stato", page(&aglie)), &adhering).await.leads_to(&format!("{}?esito=stato", page(&aglie)));
        // The same from a tab that is behind.
        desk.post(&format!("{}/stato", page(&aglie)), &adhering).await.leads_to(&format!("{}?esito=nel-frattempo", page(&aglie)));
        let acts = format!("{}/atti", page(&aglie));
        let fields = [("adesione-atto", "deliberazione n. 12"), ("adesione-numero", "345"), ("adesione-giorno", "2026-02-30")];
        desk.post(&acts, &fields).await.is(422).shows("La data non è completa").shows("deliberazione n. 12");
        let fields = [("adesione-atto", "deliberazione n. 12"), ("adesione-numero", "345"), ("adesione-giorno", "2026-02-20")];
        desk.post(&acts, &fields).await.is(303);
        desk.get(&page(&aglie)).await.is(200).shows("deliberazione n. 12").shows("value=\"2026-02-20\"").shows("Aderente");
        let stands = enti::adhesion_of(&house.desk().await, &edition, &aglie).await.unwrap().unwrap();
        assert_eq!(stands.state, AdhesionState::Adhering);
    });
}

#[test]
fn an_ente_outside_the_rule_is_told_why_and_admitted_with_a_note_alone() {
    on_each_engine(async |house| {
        let (desk, _) = (house.secretary().await, house.edition(small()).await);
        let torino = house.ente("Torino").await;
        let told = "si rivolge ai Comuni fino a 5000 residenti, e questo ne ha";
        desk.get(&page(&torino)).await.is(200).shows(told).shows("per chiarimenti: telefono 011 1234");
        let deroga = format!("{}/deroga", page(&torino));
        desk.post(&deroga, &[("azione", "ammetti"), ("motivo", " ")]).await.is(422).shows("Scrivete perché");
        desk.post(&deroga, &[("azione", "ammetti"), ("motivo", "capofila")]).await.is(303);
        desk.get(&page(&torino)).await.is(200).shows("Ammesso in deroga:").shows("capofila").hides(told);
        desk.post(&deroga, &[("azione", "togli")]).await.is(303);
        desk.get(&page(&torino)).await.is(200).shows(told).hides("capofila");
    });
}

#[test]
fn only_a_domain_of_its_own_lets_people_of_an_ente_in() {
    on_each_engine(async |house| {
        let (desk, aglie) = (house.secretary().await, house.ente("Agliè").await);
        let address = format!("/segreteria/enti/{aglie}/recapiti");
        for (field, value, told) in [
            ("dominio", "gmail.com", "chiunque può avere una casella"),
            ("dominio", "pec.comune.aglie.to.it", "posta certificata"),
            ("pec", "aglie", "L’indirizzo PEC non è completo."),
            ("ipa", "c a074", "Il codice IPA"),
        ] {
            desk.post(&address, &[(field, value)]).await.is(422).shows(told).shows(&format!("value=\"{value}\""));
        }
        let fields = [("pec", "aglie@cert.example.it"), ("ipa", "C_A074"), ("dominio", "@Comune.Aglie.TO.it")];
        desk.post(&address, &fields).await.is(303);
        let kept = enti::addresses(&house.desk().await, &aglie).await.unwrap();
        assert_eq!(
            (kept.pec.as_str(), kept.ipa_code.as_str(), kept.mail_domain.as_str()),
            ("aglie@cert.example.it", "c_a074", "comune.aglie.to.it")
        );
        desk.get(&address).await.is(200).shows("comune.aglie.to.it");
    });
}

#[test]
fn a_letter_for_one_ente_is_a_pdf_and_replaces_a_code_only_when_told() {
    on_each_engine(async |house| {
        let desk = house.secretary().await;
        let (_, aglie, _) = two(house).await;
        let code = format!("{}/codice", page(&aglie));
        desk.post(&code, &[("scadenza", "2026-03-01")]).await.is(422).shows("da oggi in poi");
        let letter = desk.post(&code, &[("scadenza", "2026-05-31")]).await.is(200);
        assert_eq!(letter.header("Content-Type"), Some("application/pdf"));
        assert!(letter.bytes.starts_with(b"%PDF-"));
        assert_eq!(letter.header("Content-Disposition"), Some("attachment; filename=\"attivazione-aglie-to.pdf\""));
        desk.post(&code, &[("scadenza", "2026-05-31")]).await.leads_to(&format!("{}?esito=attesa", page(&aglie)));
        desk.get(&page(&aglie)).await.is(200).shows("aspetta di essere usato");
        desk.post(&code, &[("scadenza", "2026-05-31"), ("sostituisci", "1")]).await.is(200);
        assert_eq!(codes(house).await, 1);
    });
}

#[test]
fn letters_for_many_come_in_one_archive_with_the_table_for_pec() {
    on_each_engine_with("public_url = \"http://127.0.0.1:8000\"\nowner = \"Ente di prova\"", async |house| {
        let desk = house.secretary().await;
        let (edition, aglie, _) = two(house).await;
        let address = format!("/segreteria/edizioni/{edition}/codici");
        let given = affianca::enti::Addresses { pec: "aglie@cert.example.it".into(), ..Default::default() };
        enti::set_addresses(&house.desk().await, &aglie, &given).await.unwrap();
        desk.get(&address).await.is(200).shows("2 enti sono senza codice.").shows("Di uno manca la PEC");
        desk.post(&address, &[("scadenza", "")]).await.is(422).shows("da oggi in poi");
        desk.post(&address, &[("scadenza", "2026-05-31"), ("regione", "Puglia")]).await.is(422).shows("Nessun ente riceverebbe un codice");
        assert_eq!(codes(house).await, 0);
        let archive = desk.post(&address, &[("scadenza", "2026-05-31")]).await.is(200);
        assert_eq!(archive.header("Content-Type"), Some("application/zip"));
        let files = unzip(&archive.bytes);
        let names: Vec<&str> = files.iter().map(|(name, _)| name.as_str()).collect();
        assert_eq!(names, ["0001-aglie-to.pdf", "0002-bairo-to.pdf", "invio-pec.csv"]);
        assert!(files[..2].iter().all(|(_, body)| body.starts_with(b"%PDF-")));
        let table = String::from_utf8(files[2].1.clone()).unwrap();
        let lines: Vec<Vec<&str>> = table.trim_start_matches('\u{feff}').lines().map(|line| line.split(';').collect()).collect();
        assert_eq!(lines[0], ["ente", "provincia", "pec", "codice", "scadenza", "indirizzo", "allegato", "nota"]);
        assert_eq!(
            (lines[1][0], lines[1][2], lines[1][4], lines[1][6]),
            ("Agliè", "aglie@cert.example.it", "31/05/2026", "0001-aglie-to.pdf")
        );
        assert_eq!((lines[2][7], lines[2][5]), ("manca-pec", "http://127.0.0.1:8000/attivazione"));
        // The code of the table opens that ente.
        let code = affianca::domain::activation_code::ActivationCode::parse(lines[1][3]).unwrap();
        let opened = enti::look_at_code(&house.housekeeper(), &code).await.unwrap().unwrap();
        assert_eq!(opened.ente.id, aglie);
        // All wait now: nobody gets another by mistake.
        desk.post(&address, &[("scadenza", "2026-05-31")]).await.is(422);
        desk.post(&address, &[("scadenza", "2026-05-31"), ("sostituisci", "1")]).await.is(200);
        assert!(enti::look_at_code(&house.housekeeper(), &code).await.unwrap().is_err());
        assert_eq!(codes(house).await, 2);
    });
}

#[test]
fn an_ente_that_has_its_referente_gets_no_letter() {
    on_each_engine(async |house| {
        let (desk, _) = (house.secretary().await, house.coordinator_of("Bairo").await);
        let (edition, ..) = two(house).await;
        let page = desk.get(&format!("/segreteria/edizioni/{edition}/codici")).await.is(200);
        page.shows("Un ente è senza codice.").shows("Comune di Agliè (TO)").hides("Comune di Bairo (TO)");
    });
}

/// The files of an archive that compresses nothing, by its list at the end.
fn unzip(archive: &[u8]) -> Vec<(String, Vec<u8>)> {
    let u16_at = |at: usize| usize::from(u16::from_le_bytes(archive[at..at + 2].try_into().unwrap()));
    let u32_at = |at: usize| u32::from_le_bytes(archive[at..at + 4].try_into().unwrap()) as usize;
    let end = archive.len() - 22;
    assert_eq!(&archive[end..end + 4], b"PK\x05\x06");
    let mut at = u32_at(end + 16);
    (0..u16_at(end + 10))
        .map(|_| {
            let (size, name, local) = (u32_at(at + 20), u16_at(at + 28), u32_at(at + 42));
            let file = String::from_utf8(archive[at + 46..at + 46 + name].to_vec()).unwrap();
            at += 46 + name;
            let body = local + 30 + name;
            (file, archive[body..body + size].to_vec())
        })
        .collect()
}
