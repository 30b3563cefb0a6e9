//! Full-text search, asked where slices ask it: the same words find the same, in the same order, on both engines.

use std::sync::Mutex;

use affianca::domain::ids::{FaqId, Id};
use affianca::domain::moment::Day;
use affianca::platform::random;
use affianca::platform::search::{Entry, Filter, Found, Kind, Readers, search, similar};
use serde::Deserialize;

use crate::house::{House, on_each_engine};

/// Sixty answers as they might stand among the domande frequenti.
#[derive(Deserialize)]
struct Corpus {
    entry: Vec<Sample>,
}

#[derive(Deserialize)]
struct Sample {
    name: String,
    theme: String,
    day: String,
    title: String,
    text: String,
}

/// Fifty queries, each with what must come first.
#[derive(Deserialize)]
struct Queries {
    query: Vec<Asked>,
}

#[derive(Deserialize)]
struct Asked {
    typed: String,
    first: String,
}

const EVERYBODY: Filter = Filter::of(Readers::Everybody);

fn corpus() -> Vec<Sample> {
    toml::from_str::<Corpus>(include_str!("corpus.toml")).unwrap().entry
}

async fn enter(house: &House, id: &str, readers: Readers, sample: &Sample) {
    let mut tx = house.db.begin().await.unwrap();
    let day = Day::parse(&sample.day).unwrap();
    let entry = Entry { kind: Kind::Faq, id, readers, theme: &sample.theme, day, title: &sample.title, text: &sample.text };
    tx.index(house.clock.now(), &entry).await.unwrap();
    tx.commit().await.unwrap();
}

/// The corpus under its own names: ids are then the same on both engines.
async fn fill(house: &House) {
    for sample in corpus() {
        enter(house, &sample.name, Readers::Everybody, &sample).await;
    }
}

async fn found(house: &House, typed: &str, filter: &Filter<'_>, page: i64) -> Found {
    search(&mut house.db.reader().await.unwrap(), typed, filter, page).await.unwrap()
}

async fn names(house: &House, typed: &str) -> Vec<String> {
    found(house, typed, &EVERYBODY, 1).await.hits.into_iter().map(|hit| hit.id).collect()
}

fn made_up(title: &str, text: &str) -> Sample {
    Sample { name: String::new(), theme: "Prova".into(), day: "2026-03-02".into(), title: title.into(), text: text.into() }
}

#[test]
fn fifty_queries_find_first_what_was_written_beforehand_and_the_engines_agree_on_every_place() {
    let queries: Queries = toml::from_str(include_str!("queries.toml")).unwrap();
    assert_eq!(queries.query.len(), 50);
    let answers: Mutex<Vec<Vec<Found>>> = Mutex::default();
    on_each_engine(async |house| {
        fill(house).await;
        let (mut all, mut missed) = (Vec::new(), Vec::new());
        for asked in &queries.query {
            let page = found(house, &asked.typed, &EVERYBODY, 1).await;
            let first = page.hits.first().map_or("nothing", |hit| hit.id.as_str());
            if first != asked.first {
                missed.push(format!("{:?} finds {first}, not {}", asked.typed, asked.first));
            }
            all.push(page);
        }
        assert!(missed.is_empty(), "\n{}", missed.join("\n"));
        answers.lock().unwrap().push(all);
    });
    let answers = answers.into_inner().unwrap();
    assert!(answers.windows(2).all(|pair| pair[0] == pair[1]), "the engines differ in hits, scores or highlights");
}

#[test]
fn number_capitals_and_accents_find_the_same() {
    on_each_engine(async |house| {
        fill(house).await;
        let permits = found(house, "permesso", &EVERYBODY, 1).await;
        assert!(permits.total >= 10, "{}", permits.total);
        for same in ["permessi", "PERMESSO", "  «Permessi» "] {
            assert_eq!(found(house, same, &EVERYBODY, 1).await, permits, "{same}");
        }
        assert_eq!(names(house, "IDONEITA' ALLOGGIATIVA").await, names(house, "idoneità alloggiativa").await);
        assert_eq!(names(house, "").await, [""; 0]);
        assert_eq!(names(house, "buongiorno, vorrei sapere").await, [""; 0]);
        assert_eq!(names(house, "zanzibar' or 'x'='x' -- % _ \" \\").await.first().map(String::as_str), None);
    });
}

#[test]
fn pages_follow_one_another_without_gaps() {
    on_each_engine(async |house| {
        fill(house).await;
        let mut seen: Vec<String> = Vec::new();
        let total = found(house, "cittadino straniero permesso residenza", &EVERYBODY, 1).await.total;
        for page in 1..=(total + 9) / 10 {
            seen.extend(found(house, "cittadino straniero permesso residenza", &EVERYBODY, page).await.hits.into_iter().map(|hit| hit.id));
        }
        let mut distinct = seen.clone();
        distinct.sort();
        distinct.dedup();
        assert!(total > 20 && seen.len() as i64 == total && distinct.len() == seen.len(), "{total}: {seen:?}");
        assert_eq!(found(house, "permesso", &EVERYBODY, 500).await.hits, []);
        assert_eq!(found(house, "permesso", &EVERYBODY, -3).await, found(house, "permesso", &EVERYBODY, 1).await);
    });
}

#[test]
fn what_is_for_the_signed_in_is_not_found_by_others_and_does_not_even_weigh() {
    on_each_engine(async |house| {
        let ids: [FaqId; 3] = [random::id(house.clock.now()), random::id(house.clock.now()), random::id(house.clock.now())];
        enter(house, ids[0].as_str(), Readers::Everybody, &made_up("Ortensie", "una parola pubblica")).await;
        let before = found(house, "ortensie riservate", &EVERYBODY, 1).await;
        enter(house, ids[1].as_str(), Readers::SignedIn, &made_up("Ortensie riservate", "una parola per chi è entrato")).await;
        enter(house, ids[2].as_str(), Readers::SignedIn, &made_up("Riservate", "ortensie")).await;
        // The same hits, the same scores: nothing tells that there is more.
        let after = found(house, "ortensie riservate", &EVERYBODY, 1).await;
        assert_eq!(after, before);
        assert_eq!((after.total, found(house, "ortensie riservate", &Filter::of(Readers::SignedIn), 1).await.total), (1, 3));
        let mut reader = house.db.reader().await.unwrap();
        assert_eq!(similar(&mut reader, "ortensie riservate", &EVERYBODY).await.unwrap().len(), 1);
    });
}

#[test]
fn what_is_entered_again_is_replaced_and_what_is_taken_out_is_gone() {
    on_each_engine(async |house| {
        let id: FaqId = random::id(house.clock.now());
        enter(house, id.as_str(), Readers::Everybody, &made_up("Ortensie", &"parola ".repeat(3))).await;
        enter(
            house,
            id.as_str(),
            Readers::Everybody,
            &made_up("Begonie", "altro testo con gerani, viole, primule, rose, ciclamini, tulipani, gigli, iris, dalie, peonie"),
        )
        .await;
        assert_eq!(
            (names(house, "ortensia").await.len(), names(house, "begonia").await.len(), names(house, "peonia").await.len()),
            (0, 1, 1)
        );
        let mut tx = house.db.begin().await.unwrap();
        tx.unindex(id.as_str()).await.unwrap();
        // Not before the commit, and not without it.
        drop(tx);
        assert_eq!(names(house, "begonia").await.len(), 1);
        let mut tx = house.db.begin().await.unwrap();
        tx.unindex(id.as_str()).await.unwrap();
        tx.unindex("never-entered").await.unwrap();
        tx.commit().await.unwrap();
        assert_eq!(names(house, "begonia").await.len(), 0);
    });
}

#[test]
fn kinds_and_themes_narrow_what_is_found() {
    on_each_engine(async |house| {
        fill(house).await;
        let of_theme = Filter { theme: Some("Cittadinanza"), ..EVERYBODY };
        let page = found(house, "residenza", &of_theme, 1).await;
        assert!(page.total >= 3 && page.hits.iter().all(|hit| hit.theme == "Cittadinanza"), "{page:?}");
        assert_eq!(found(house, "residenza", &Filter { kind: Some(Kind::Question), ..EVERYBODY }, 1).await.total, 0);
        assert_eq!(
            found(house, "residenza", &Filter { kind: Some(Kind::Faq), ..EVERYBODY }, 1).await.total,
            found(house, "residenza", &EVERYBODY, 1).await.total
        );
    });
}

#[test]
fn while_a_quesito_is_typed_what_is_like_it_is_proposed() {
    on_each_engine(async |house| {
        fill(house).await;
        let mut reader = house.db.reader().await.unwrap();
        let typed = "Buongiorno, un nostro residente senegalese ha il permesso di soggiorno scaduto da due mesi ma ci ha portato la \
                     ricevuta della richiesta di rinnovo: dobbiamo cancellarlo dall'anagrafe?";
        let proposed: Vec<String> = similar(&mut reader, typed, &EVERYBODY).await.unwrap().into_iter().map(|hit| hit.id).collect();
        assert!(proposed.len() <= 5 && proposed[..2].contains(&"cancellazione-permesso-scaduto".to_owned()), "{proposed:?}");
        assert_eq!(similar(&mut reader, "quante mele in un cesto", &EVERYBODY).await.unwrap(), []);
        assert_eq!(similar(&mut reader, "apostille", &EVERYBODY).await.unwrap()[0].id, "legalizzazione-apostille");
    });
}

#[test]
fn highlights_are_the_words_and_nothing_but_text() {
    on_each_engine(async |house| {
        let id: FaqId = random::id(house.clock.now());
        enter(house, id.as_str(), Readers::Everybody, &made_up("<b>Permessi</b>", "<script>permesso</script> & altro")).await;
        let hit = found(house, "permesso", &EVERYBODY, 1).await.hits.remove(0);
        let marked: Vec<&str> =
            hit.title.iter().chain(&hit.snippet).filter(|piece| piece.marked).map(|piece| piece.text.as_str()).collect();
        assert_eq!(marked, ["Permessi", "permesso"]);
        assert_eq!(hit.snippet.iter().map(|piece| piece.text.as_str()).collect::<String>(), "<script>permesso</script> & altro");
    });
}

#[test]
fn a_search_takes_three_statements_whatever_it_finds() {
    on_each_engine(async |house| {
        let mut counts = Vec::new();
        for (entries, title) in [(1, "Ortensie"), (3, "Begonie")] {
            for _ in 0..entries {
                let id: FaqId = random::id(house.clock.now());
                enter(house, id.as_str(), Readers::Everybody, &made_up(title, "fiore")).await;
            }
            let (page, statements) = house.counting(found(house, title, &EVERYBODY, 1)).await;
            assert_eq!(page.hits.len(), entries);
            counts.push(statements);
        }
        assert_eq!(counts, [3, 3]);
    });
}
