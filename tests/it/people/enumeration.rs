//! What is asked of a name that somebody has and of one that nobody has: the same answer, after the same work. Statements and
//! hash computations are counted, not milliseconds: a timed test would fail on a busy machine and prove less.

use affianca::access::password;
use affianca::access::password::NOT_CHOSEN;
use affianca::platform::db::q;

use crate::house::{Answer, House, on_each_engine};

/// What an observer sees of an answer, and what it cost: status, headers, body without the name typed, statements, hashes.
type Seen = (u16, Vec<(String, String)>, String, u64, u64);

/// Asks with a form in which `{name}` stands for the name typed.
pub async fn seen(house: &House, path: &str, fields: &[(&str, &str)], name: &str) -> Seen {
    let fields: Vec<(&str, String)> = fields.iter().map(|(field, value)| (*field, value.replace("{name}", name))).collect();
    let fields: Vec<(&str, &str)> = fields.iter().map(|(field, value)| (*field, value.as_str())).collect();
    let visitor = house.visitor().at("203.0.113.9");
    let ((answer, statements), hashes) = password::counting(house.counting(visitor.post(path, &fields))).await;
    let Answer { status, headers, body, .. } = answer;
    // The code of the request differs every time.
    let mut headers: Vec<_> = headers.into_iter().filter(|(header, _)| !header.eq_ignore_ascii_case("X-Request-Id")).collect();
    headers.sort();
    headers.retain(|(header, _)| !header.eq_ignore_ascii_case("Content-Length"));
    (status, headers, body.replace(name, "{name}"), statements, hashes)
}

/// Fails if any of these names can be told from the first, which nobody has.
pub async fn tells_nothing(house: &House, path: &str, fields: &[(&str, &str)], names: &[&str]) -> Seen {
    let nobody = seen(house, path, fields, names[0]).await;
    for name in &names[1..] {
        assert_eq!(seen(house, path, fields, name).await, nobody, "{path} tells «{name}» from «{}»", names[0]);
    }
    nobody
}

/// Somebody in every state that an account can be in; the first is nobody.
async fn names(house: &House) -> Vec<&'static str> {
    house.settle("anna", "", &[]).await;
    let disabled = house.settle("spenta", "", &[]).await;
    let invited = house.settle("invitata", "", &[]).await;
    house.administrator().await;
    let mut tx = house.db.begin().await.unwrap();
    q("update person set disabled_at = 0 where person_id = $1").bind(&disabled.id).run(&mut tx).await.unwrap();
    q("update person set password_hash = $2 where person_id = $1").bind(&invited.id).bind(NOT_CHOSEN).run(&mut tx).await.unwrap();
    tx.commit().await.unwrap();
    vec!["nessuno", "anna", "spenta-2", "invitata-3", "gestore-4", "anna@comune.example", "nessuno@comune.example", "x'--"]
}

#[test]
fn sign_in_tells_nothing() {
    on_each_engine(async |house| {
        let names = names(house).await;
        let form = [("utente", "{name}"), ("password", "non è questa, credo")];
        let (status, .., statements, hashes) = tells_nothing(house, "/entra", &form, &names[..7]).await;
        assert_eq!((status, hashes), (422, 1));
        assert!(statements > 5, "{statements} statements: are they counted?");
        // And slowed down alike.
        for name in &names[..7] {
            for _ in 0..4 {
                assert_eq!(seen(house, "/entra", &form, name).await.0, 422);
            }
        }
        let (status, .., hashes) = tells_nothing(house, "/entra", &form, &names[..7]).await;
        assert_eq!((status, hashes), (429, 0));
    });
}

#[test]
fn a_forgotten_password_tells_nothing() {
    on_each_engine(async |house| {
        let names = names(house).await;
        let form = [("chi", "{name}")];
        let (status, .., hashes) = tells_nothing(house, "/entra/recupero", &form, &names).await;
        assert_eq!((status, hashes), (303, 0));
        for name in &names {
            for _ in 0..2 {
                assert_eq!(seen(house, "/entra/recupero", &form, name).await.0, 303);
            }
        }
        assert_eq!(tells_nothing(house, "/entra/recupero", &form, &names).await.0, 429);
    });
}

#[test]
fn what_is_counted_would_tell() {
    on_each_engine(async |house| {
        let names = names(house).await;
        let wrong = [("utente", "{name}"), ("password", "non è questa, credo")];
        let right = [("utente", "{name}"), ("password", crate::house::PASSWORD)];
        let (a, b) = (seen(house, "/entra", &wrong, names[1]).await, seen(house, "/entra", &right, names[1]).await);
        assert_ne!(a.0, b.0);
        assert_ne!(a.3, b.3);
    });
}
