//! What belongs to one ente does not exist for another: generated from the routes, so that none can be forgotten.

use std::collections::BTreeSet;

use super::samples;
use super::scene::{self, COLUMNS};
use super::{ask, key, routes};
use crate::house::on_each_engine;

/// Routes with something in their address that is nobody's own: everybody may ask, and why.
const EVERYBODYS: &[(&str, &str)] = &[
    ("/static/<path..>", "files of the product"),
    ("/autodiagnosi/questionario/<section>", "the blank questionnaire"),
    ("/seminari/<id>", "a published giornata, as everybody reads it"),
    ("/seminari/<file>", "a giornata is public"),
    ("/area/seminari/giornate/<day>/iscrizione", "a giornata is public, and everybody asks for their own ente"),
    ("/area/seminari/giornate/<day>/colleghi", "a giornata is public, and a referente sees the people of the own ente"),
    ("/attestati/<code>", "whoever holds the paper has its code"),
    ("/corsi/<course>", "a course is for everybody"),
    ("/corsi/<course>/iscrizione", "everybody enrols themselves"),
    ("/corsi/<course>/<lesson>", "a lesson is for everybody on the course"),
    ("/corsi/<course>/file/<name>", "a file of a course is public"),
    ("/corsi/<course>/prova/<quiz>", "everybody takes the test for themselves"),
    ("/forum/<id>", "a day of the forum is public; its quesiti are in tests/it/forum/visibility.rs"),
    ("/forum/<id>/novita", "the same"),
    ("/forum/<id>/atti", "proceedings that are out are public"),
    ("/forum/<id>/atti.pdf", "the same"),
    ("/interventi/<id>/segnalazione", "it stands below a quesito that everybody sees"),
    ("/domande-frequenti/<id>", "public, and of no ente"),
    ("/documenti/<id>", "public, and of no ente"),
    ("/documenti/<id>/file", "the same"),
    ("/documenti/<id>/versioni/<number>", "the same"),
    ("/caricamenti/<_id>", "what the protocol can do"),
    ("/testimonial/<id>", "what an ente tells everybody; drafts are in tests/it/testimonials"),
    ("/testimonial/<id>/video", "the same"),
    ("/testimonial/<id>/sottotitoli.vtt", "the same"),
    ("/registrazione/<id>", "whoever works for an ente finds its form, before having an account"),
];

/// Routes that none of these people find: their address opens something by itself, which no sample can know, or it names what
/// belongs to nobody here. Other tests find them.
const BY_NOBODY: &[(&str, &str)] = &[
    ("/immagini/<hash>", "a picture of the settings; the house has none"),
    ("/entra/password/<token>", "tests/it/people/password.rs has such links"),
    ("/entra/indirizzo/<token>", "tests/it/people/address.rs has such links"),
    ("/registrazione/conferma/<token>", "tests/it/enti/registration has such links"),
    ("/registrazione/indirizzo/<token>", "tests/it/enti/registration has such links"),
    ("/area/documenti/collegamenti/<id>/verifica", "nobody's site is asked for here; tests/it/library/links.rs asks its own"),
    ("/caricamenti/<id>", "whoever brings a file alone knows it; tests/it/uploads asks for those of others"),
    ("/caricamenti/<id>/file", "the same"),
    ("/inviti/<token>", "tests/it/enti/registration has such links"),
    ("/iscrizioni/<token>", "tests/it/seminars/enrolment/time.rs has such links"),
    ("/calendario/<token>", "tests/it/seminars/calendars.rs has such addresses"),
    ("/corsi/<course>/lettura/<lesson>", "nobody is on that course; tests/it/courses/learning.rs reads"),
    ("/corsi/<course>/prova/<quiz>/inizio", "nobody is on that course; tests/it/courses/quiz.rs begins"),
    ("/corsi/<course>/prova/<quiz>/<attempt>", "tests/it/courses/quiz.rs has attempts, and asks for those of others"),
    ("/area/incarichi/<id>/ritiro", "asked by somebody who is none of these; tests/it/enti/registration withdraws"),
    ("/segreteria/enti/<id>/rilevazioni/<assessment>/rapporto/<number>", "nobody has consented; tests/it/secretariat reads with consent"),
];

fn is_named(list: &[(&str, &str)], route: &str) -> bool {
    list.iter().any(|(named, _)| *named == route)
}

#[test]
fn of_what_belongs_to_aglie_nothing_exists_for_bairo() {
    on_each_engine(async |house| {
        let (scene, browsers) = scene::set(house).await;
        let neighbours = ["neighbour", "switched"];
        let with_id: BTreeSet<_> = routes().into_iter().filter(|(path, _)| path.contains('<')).collect();
        let mut wrong = Vec::new();
        let mut asked = 0;
        for sample in samples::all().filter(|sample| with_id.contains(&key(sample.method, sample.route))) {
            if is_named(EVERYBODYS, sample.route) {
                continue;
            }
            let mut found_by = Vec::new();
            for (browser, column) in browsers.iter().zip(COLUMNS) {
                let status = ask(browser, sample, &scene, &[("Sec-Fetch-Site", "same-origin")]).await.status;
                // 410: a link that opens nothing, whoever follows it.
                if ![404, 410].contains(&status) && column != "visitor" {
                    found_by.push(column);
                }
            }
            asked += 1;
            let (what, found) = (format!("{} {}", sample.method, sample.route), found_by.join(", "));
            if found_by.iter().any(|column| neighbours.contains(column)) {
                wrong.push(format!("{what}: Bairo finds what belongs to Agliè"));
            }
            // An id that does not exist would prove nothing.
            if found_by.is_empty() != is_named(BY_NOBODY, sample.route) {
                wrong.push(format!(
                    "{what}: found by {}",
                    if found.is_empty() { "nobody: does the sample name what exists?" } else { &found }
                ));
            }
        }
        assert!(wrong.is_empty(), "\n{}", wrong.join("\n"));
        assert!(asked >= 20, "only {asked} addresses with an id: have they changed their form?");
    });
}

#[test]
fn an_exception_that_nothing_needs_any_more_goes() {
    let routes = routes();
    for (route, _) in EVERYBODYS.iter().chain(BY_NOBODY) {
        assert!(routes.iter().any(|(path, _)| path == route), "{route} is gone");
    }
}
