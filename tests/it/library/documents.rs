//! Documents: published in two clicks, in versions, found, expired, withdrawn, counted without knowing anybody.

use affianca::access::Housekeeper;
use affianca::platform::db::q;

use rocket::http::Method;

use crate::house::{Answer, Browser, House, on_each_engine, on_each_engine_with};
use crate::presence::{at, class, pdf};
use crate::uploads::{send, tus};

const PAGE: &str = "/documenti";
const DESK: &str = "/area/documenti";
const NEW: &str = "/area/documenti/nuovo";
/// What a file is for, as the field of a page says it.
const FOR: (&str, &str) = ("file.scopo", "document");

/// The fields as the page fills them in, with others in their place.
fn filled<'a>(other: &[(&'a str, &'a str)]) -> Vec<(&'a str, &'a str)> {
    let usual = [("titolo", ""), ("tema", "Anagrafe"), ("descrizione", ""), ("editore", "Paolo Riva"), ("data", "2026-03-02")];
    let usual = usual.into_iter().chain([("fino", ""), ("lingua", "it"), ("licenza", "reading"), ("indirizzo", "")]);
    let usual = usual.chain([("file.scopo", "document"), ("file.caricamento", "")]);
    usual.filter(|(name, _)| !other.iter().any(|(one, _)| one == name)).chain(other.iter().copied()).collect()
}

/// Publishes a file; the id of the document.
async fn published(by: &Browser<'_>, name: &str, other: &[(&str, &str)]) -> String {
    let answer = by.upload(NEW, &filled(other), name, &pdf(name)).await.is(303);
    id_of(&answer)
}

fn id_of(answer: &Answer) -> String {
    let location = answer.location.clone().expect("a way on");
    location.split('?').next().unwrap().rsplit('/').next().unwrap().to_owned()
}

async fn downloads(house: &House) -> Vec<(String, i64)> {
    q("select day, downloads from document_download order by day").all(&mut house.db.reader().await.unwrap()).await.unwrap()
}

#[test]
fn a_file_and_a_press_publish_it_for_everybody() {
    on_each_engine(async |house| {
        let docente = house.trainer().await;
        let visitor = house.visitor();
        visitor.get(PAGE).await.is(200).shows("Non c’è ancora nessun documento");
        docente.get(NEW).await.is(200).shows(&docente.who().name).shows("Basta scegliere il file");
        let id = published(&docente, "Slide_del mattino.pdf", &[]).await;
        docente.get(&format!("{DESK}/{id}?esito=pubblicato")).await.is(200).shows("Il documento è pubblicato");
        visitor.get(PAGE).await.is(200).shows("Slide del mattino").shows("Anagrafe").shows("2 marzo 2026");
        let page = visitor.get(&format!("{PAGE}/{id}")).await.is(200);
        page.shows("Solo consultazione").shows("senza scadenza indicata").shows("PDF").hides("Modifica il documento");
        let file = visitor.get(&format!("{PAGE}/{id}/file")).await.is(200);
        assert_eq!(file.bytes, pdf("Slide_del mattino.pdf"));
        assert!(file.header("Content-Disposition").unwrap().contains("slide-del-mattino.pdf"));
        visitor.get("/cerca?q=mattino").await.is(200).shows(&format!("{PAGE}/{id}")).shows("Documento");
        let feed = visitor.get("/documenti.atom").await.is(200);
        assert!(feed.body.contains(&format!("urn:uuid:{id}")) && feed.body.contains("Slide del mattino"), "{}", feed.body);
    });
}

#[test]
fn versions_keep_the_address_and_what_stood_before() {
    on_each_engine(async |house| {
        let docente = house.trainer().await;
        let id = published(&docente, "modello.pdf", &[("titolo", "Schema di convenzione")]).await;
        let version = format!("{DESK}/{id}/versione");
        docente.upload(&version, &[FOR], "modello.pdf", &pdf("modello.pdf")).await.is(422).shows("È già la versione pubblicata");
        docente.upload(&version, &[FOR, ("nota", "Allegato B")], "nuovo.pdf", &pdf("nuovo")).await.is(303);
        let visitor = house.visitor();
        visitor.get(&format!("{PAGE}/{id}")).await.is(200).shows("Versione 2").shows("Versione 1").shows("sostituita").shows("Allegato B");
        assert_eq!(visitor.get(&format!("{PAGE}/{id}/file")).await.is(200).bytes, pdf("nuovo"));
        assert_eq!(visitor.get(&format!("{PAGE}/{id}/versioni/1")).await.is(200).bytes, pdf("modello.pdf"));
        visitor.get(&format!("{PAGE}/{id}/versioni/3")).await.is(404);
        // A version may lie elsewhere; its address is shown before anybody goes there.
        docente.post(&version, &[("indirizzo", "javascript:alert(1)")]).await.is(422).shows("Scrivete un indirizzo intero");
        docente.post(&version, &[("indirizzo", "https://www.interno.gov.it/it")]).await.is(303);
        visitor.get(&format!("{PAGE}/{id}")).await.is(200).shows("https://www.interno.gov.it/it").shows("Apri il documento");
        assert_eq!(visitor.get(&format!("{PAGE}/{id}/file")).await.is(303).location.as_deref(), Some("https://www.interno.gov.it/it"));
    });
}

#[test]
fn of_two_versions_at_once_both_stand_in_some_order() {
    on_each_engine(async |house| {
        let docente = house.trainer().await;
        let id = published(&docente, "modello.pdf", &[]).await;
        let (version, other) = (format!("{DESK}/{id}/versione"), docente.elsewhere().await);
        let (left, right) = (pdf("a"), pdf("b"));
        let (one, two) = tokio::join!(docente.upload(&version, &[FOR], "a.pdf", &left), other.upload(&version, &[FOR], "b.pdf", &right));
        assert_eq!((one.status, two.status), (303, 303));
        let numbers: Vec<(i64,)> = q("select number from document_version where document_id = $1 order by number")
            .bind(&id)
            .all(&mut house.db.reader().await.unwrap())
            .await
            .unwrap();
        assert_eq!(numbers, [(1,), (2,), (3,)]);
    });
}

#[test]
fn what_is_wrong_is_told_and_what_was_typed_stays() {
    on_each_engine(async |house| {
        let docente = house.trainer().await;
        for (name, bytes, other, told) in [
            ("", b"".as_slice(), &[("titolo", "Guida")][..], "Scegliete un file, o scrivete"),
            ("guida.exe", b"MZ", &[("titolo", "Guida")], "non è di un tipo ammesso qui"),
            ("", b"", &[("titolo", "Guida"), ("indirizzo", "www.interno.gov.it")], "Scrivete un indirizzo intero"),
            ("", b"", &[("titolo", "Guida"), ("indirizzo", "https://a.example.it"), ("fino", "2026-03-01")], "viene prima della data"),
            ("", b"", &[("titolo", "Guida"), ("indirizzo", "https://a.example.it"), ("lingua", "xx")], "Scegliete una lingua"),
            ("", b"", &[("titolo", "Guida"), ("indirizzo", "https://a.example.it"), ("tema", "")], "Scrivete il tema"),
        ] {
            let page = docente.upload(NEW, &filled(other), name, bytes).await.is(422).shows(told);
            assert_eq!(page.field("titolo").as_deref(), Some("Guida"), "{told}");
        }
        house.visitor().get(PAGE).await.is(200).hides("Guida");
    });
}

#[test]
fn filters_find_by_theme_language_and_what_still_stands() {
    on_each_engine(async |house| {
        let docente = house.trainer().await;
        published(&docente, "uno.pdf", &[("titolo", "Guida all’iscrizione"), ("fino", "2026-03-02")]).await;
        published(&docente, "due.pdf", &[("titolo", "Welcome guide"), ("lingua", "en"), ("tema", "Accoglienza")]).await;
        let visitor = house.visitor();
        visitor.get(PAGE).await.is(200).shows("2 documenti").hides("scaduto");
        visitor.get(&format!("{PAGE}?lingua=en")).await.is(200).shows("Welcome guide").hides("Guida all’iscrizione");
        visitor.get(&format!("{PAGE}?tema=Anagrafe")).await.is(200).hides("Welcome guide").shows("Guida all’iscrizione");
        visitor.get(&format!("{PAGE}?cerca=ISCRIZIONE")).await.is(200).hides("Welcome guide").shows("Guida all’iscrizione");
        house.clock.set(house.clock.now().plus_days(1));
        visitor.get(PAGE).await.is(200).shows("scaduto");
        visitor.get(&format!("{PAGE}?stato=validi")).await.is(200).shows("Welcome guide").hides("Guida all’iscrizione");
        visitor.get(&format!("{PAGE}?lingua=klingon&stato=boh&pagina=9")).await.is(303);
    });
}

#[test]
fn each_changes_their_own_and_the_segreteria_all() {
    on_each_engine(async |house| {
        let (docente, esperta, desk) = (house.trainer().await, house.expert().await, house.secretary().await);
        let id = published(&docente, "guida.pdf", &[]).await;
        let page = format!("{DESK}/{id}");
        esperta.get(&page).await.is(404);
        esperta.get(DESK).await.is(200).hides("guida");
        esperta.post(&format!("{page}/ritiro"), &[("motivo", "no")]).await.is(404);
        esperta.upload(&format!("{page}/versione"), &[FOR], "b.pdf", &pdf("b")).await.is(404);
        house.member_of("Agliè").await.get(DESK).await.is(404);

        let seen = desk.get(&page).await.is(200).field("visto").unwrap();
        let sheet = filled(&[("titolo", "Guida nuova"), ("licenza", "cc-by")]);
        let with = |seen: &str| -> Vec<(String, String)> {
            let own = sheet.iter().map(|(n, v)| ((*n).to_owned(), (*v).to_owned()));
            own.chain([("visto".to_owned(), seen.to_owned())]).collect()
        };
        let sent = with(&seen);
        let sent: Vec<(&str, &str)> = sent.iter().map(|(n, v)| (n.as_str(), v.as_str())).collect();
        desk.post(&page, &sent).await.leads_to(&format!("{page}?esito=salvato"));
        docente.post(&page, &sent).await.is(409).shows("Qualcuno ha cambiato il documento");
        house.visitor().get(&format!("{PAGE}/{id}")).await.is(200).shows("Guida nuova").shows("CC BY 4.0");

        docente.post(&format!("{page}/ritiro"), &[]).await.is(422).shows("Scrivete il motivo");
        docente.post(&format!("{page}/ritiro"), &[("motivo", "Superata")]).await.is(303);
        let visitor = house.visitor();
        for gone in [format!("{PAGE}/{id}"), format!("{PAGE}/{id}/file"), format!("{PAGE}/{id}/versioni/1")] {
            visitor.get(&gone).await.is(404);
        }
        visitor.get("/cerca?q=guida").await.is(200).shows("Nessun risultato");
        docente.get(&page).await.is(200).shows("Superata").shows("Salva e pubblica di nuovo");
    });
}

#[test]
fn downloads_are_a_number_by_day_and_nothing_else() {
    on_each_engine(async |house| {
        let docente = house.trainer().await;
        let id = published(&docente, "guida.pdf", &[]).await;
        let (visitor, file) = (house.visitor(), format!("{PAGE}/{id}/file"));
        for _ in 0..3 {
            visitor.get(&file).await.is(200);
        }
        house.clock.set(house.clock.now().plus_days(1));
        visitor.get(&file).await.is(200);
        assert_eq!(downloads(house).await, [("2026-03-02".to_owned(), 3), ("2026-03-03".to_owned(), 1)]);
        docente.sign_in().await;
        docente.get(DESK).await.is(200).shows(">4<");
    });
}

#[test]
fn a_docente_offers_the_file_of_a_giornata_with_one_more_click() {
    on_each_engine(async |house| {
        let class = class(house).await;
        house.clock.set(at(9, 30));
        class.docente.sign_in().await;
        let attached =
            class.docente.upload(&class.path("/materiali"), &[("titolo", "Slide del mattino")], "slide.pdf", &pdf("slide")).await;
        attached.is(303);
        let (material,): (String,) = q("select material_id from material").one(&mut house.db.reader().await.unwrap()).await.unwrap();
        let offer = class.path(&format!("/materiali/{material}/biblioteca"));
        let document = class.docente.post(&offer, &[]).await.is(303).location.unwrap();
        class.docente.get(&document).await.is(200).shows("nella biblioteca, e lo vedono tutti").shows("Slide del mattino");
        // Again, it is the same document; another file is another version of it.
        assert_eq!(class.docente.post(&offer, &[]).await.is(303).location.unwrap(), document);
        let replaced = class.docente.upload(&class.path(&format!("/materiali/{material}/versione")), &[], "b.pdf", &pdf("altra")).await;
        replaced.is(303);
        assert_eq!(class.docente.post(&offer, &[]).await.is(303).location.unwrap(), document);
        let path = document.split('?').next().unwrap();
        house.visitor().get(path).await.is(200).shows("Versione 2");
        house.trainer().await.post(&offer, &[]).await.is(404);
        house.letters_left();
    });
}

#[test]
fn one_document_and_three_take_the_same_statements() {
    on_each_engine(async |house| {
        let docente = house.trainer().await;
        let mut counted = Vec::new();
        for names in [&["uno.pdf"][..], &["due.pdf", "tre.pdf"]] {
            for name in names {
                published(&docente, name, &[]).await;
            }
            let (answer, list) = house.counting(house.visitor().get(PAGE)).await;
            answer.is(200);
            let (answer, desk) = house.counting(docente.get(DESK)).await;
            answer.is(200);
            counted.push((list, desk));
        }
        assert_eq!(counted[0], counted[1]);
    });
}

#[test]
fn what_could_be_found_before_documents_could_is_found_still() {
    on_each_engine(async |house| {
        // The migration makes the index again: entries and words belong together as before.
        let actor = house.housekeeper().stand_in(Housekeeper::librarian(house.trainer().await.who().id.clone()), house.clock.now());
        let orphans = q(
            "select count(*) from search_word w where not exists (select 1 from search_entry e where e.search_entry_id = w.search_entry_id)",
        );
        assert_eq!(orphans.count(&mut actor.reader().await.unwrap()).await.unwrap(), 0);
        let stray = q("insert into search_word (word, search_entry_id, weight) values ('parola', 'di-nessuno', 1)");
        let mut tx = house.db.begin().await.unwrap();
        assert!(stray.run(&mut tx).await.is_err(), "a word of no entry");
    });
}

/// A PDF of so many bytes, as far as anybody looks.
fn long_pdf(bytes: usize, of: &str) -> Vec<u8> {
    let end = b"\n%%EOF\n";
    let mut all = format!("%PDF-1.7\n{of}\n").into_bytes();
    all.resize(bytes - end.len(), b' ');
    [&all[..], end].concat()
}

#[test]
fn large_documents_and_versions_come_piece_by_piece_or_with_their_form() {
    on_each_engine(async |house| {
        let docente = house.trainer().await;
        let (first, second) = (long_pdf(23 << 20, "prima"), long_pdf(21 << 20, "seconda"));
        // With script: in pieces before the form, which carries the id. A form that comes back does not ask for the file again.
        let to = brought(&docente, "Atti_del convegno.pdf", &first).await;
        let id = to.rsplit('/').next().unwrap().to_owned();
        let back = docente.upload(NEW, &filled(&[("file.caricamento", &id), ("tema", "")]), "", b"").await.is(422);
        back.shows("Scrivete il tema").shows("File già caricato").shows("Atti_del convegno.pdf");
        let document = id_of(&docente.upload(NEW, &filled(&[("file.caricamento", &id)]), "", b"").await.is(303));
        let visitor = house.visitor();
        visitor.get(&format!("{PAGE}/{document}")).await.is(200).shows("Atti del convegno").shows("24,1 MB");
        assert!(visitor.get(&format!("{PAGE}/{document}/file")).await.is(200).bytes == first);
        // What was used is nobody's any more.
        docente.upload(NEW, &filled(&[("file.caricamento", &id)]), "", b"").await.is(422).shows("Il file caricato non c’è più");
        // Without script: with its form, written to the disk as it arrives.
        let version = format!("{DESK}/{document}/versione");
        docente.upload(&version, &[FOR], "Atti.pdf", &second).await.is(303);
        assert!(visitor.get(&format!("{PAGE}/{document}/file")).await.is(200).bytes == second);
        assert!(visitor.get(&format!("{PAGE}/{document}/versioni/1")).await.is(200).bytes == first);
        // What somebody else brought is not found.
        let other = house.expert().await;
        let theirs = brought(&docente, "a.pdf", &long_pdf(3 << 20, "mia")).await;
        let theirs = theirs.rsplit('/').next().unwrap();
        other.upload(NEW, &filled(&[("file.caricamento", theirs)]), "", b"").await.is(422).shows("Il file caricato non c’è più");
    });
}

#[test]
fn a_document_above_the_limit_is_refused_with_the_limit() {
    on_each_engine_with("upload_largest = 2\nupload_waiting = 4\n", async |house| {
        let docente = house.trainer().await;
        docente.get(NEW).await.is(200).shows("fino a 2 MB");
        docente.upload(NEW, &filled(&[]), "a.pdf", &long_pdf(3 << 20, "lunga")).await.is(422).shows("Il file supera 2 MB");
    });
}

/// Brings a document piece by piece; its address.
async fn brought(by: &Browser<'_>, name: &str, bytes: &[u8]) -> String {
    let length = bytes.len().to_string();
    let base64 = |text: &str| text.bytes().collect::<Vec<_>>().chunks(3).map(encoded).collect::<String>();
    let described = format!("filename {},purpose {}", base64(name), base64("document"));
    let begun = tus(by, Method::Post, "/caricamenti", &[("Upload-Length", &length), ("Upload-Metadata", &described)], &[]).await.is(201);
    let to = begun.location.unwrap();
    let (half, rest) = bytes.split_at(bytes.len() / 2);
    send(by, &to, 0, half).await.is(204);
    send(by, &to, half.len(), rest).await.is(204);
    to
}

/// Three bytes in base64 (RFC 4648).
fn encoded(three: &[u8]) -> String {
    const SIGNS: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    let bits = (0..3).fold(0usize, |bits, at| bits << 8 | usize::from(three.get(at).copied().unwrap_or(0)));
    let sign = |at: usize| if at <= three.len() { char::from(SIGNS[bits >> (18 - 6 * at) & 63]) } else { '=' };
    (0..4).map(sign).collect()
}
