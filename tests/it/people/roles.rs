//! Roles granted and withdrawn, accounts disabled and enabled.

use affianca::access::RoleName;
use affianca::domain::ids::PersonId;
use affianca::people;
use affianca::platform::db::q;

use super::letters::waiting;
use crate::house::{House, PASSWORD, on_each_engine};

fn sheet(id: &PersonId, rest: &str) -> String {
    format!("/gestione/persone/{id}{rest}")
}

async fn deeds(house: &House, kind: &str) -> Vec<String> {
    let rows: Vec<(String,)> =
        q("select detail from deed where kind = $1 order by deed_id").bind(kind).all(&mut house.db.reader().await.unwrap()).await.unwrap();
    rows.into_iter().map(|(detail,)| detail).collect()
}

#[test]
fn a_role_is_granted_by_typing_the_name_of_the_ente() {
    on_each_engine(async |house| {
        let (gestore, anna) = (house.administrator().await, house.person("anna").await);
        let at = sheet(&anna.who().id, "/incarichi");
        let fields = [
            ("ruolo", "coordinator"),
            ("ente", "comune di aglie"),
            ("qualifica", "Segretaria  comunale"),
            ("dal", ""),
            ("al", "2026-12-31"),
        ];
        gestore.post(&at, &fields).await.leads_to(&sheet(&anna.who().id, "?esito=dato"));
        gestore.get(&sheet(&anna.who().id, "?esito=dato")).await.is(200).shows("Comune di Agliè (TO)").shows("31/12/2026");
        anna.get("/area/profilo").await.is(200).shows("Segretaria comunale").shows("Comune di Agliè (TO)");
        assert_eq!(deeds(house, "role-granted").await, ["coordinator 2026-03-02 – 2026-12-31"]);
        let letters = waiting(house, "role-granted").await;
        assert!(letters[0].facts().contains(&"Comune di Agliè (TO)".to_owned()), "{letters:?}");
    });
}

#[test]
fn what_cannot_be_granted_comes_back_as_it_was_typed() {
    on_each_engine(async |house| {
        house.letters_left();
        let (gestore, anna) = (house.administrator().await, house.member_of("Agliè").await);
        let at = sheet(&anna.who().id, "/incarichi");
        for (role, ente, from, to, sentence) in [
            ("", "Agliè", "", "", "Scegliete il ruolo."),
            ("member", "", "", "", "serve l’ente"),
            ("expert", "Agliè", "", "", "lasciate vuoto l’ente"),
            ("member", "Atlantide", "", "", "Nessun ente ha questo nome"),
            ("member", "Bairo", "domani", "", "Scrivete il giorno"),
            ("member", "Bairo", "2026-03-02", "2026-03-01", "viene prima del primo"),
            ("member", "Agliè", "", "", "ha già questo ruolo"),
        ] {
            let fields = [("ruolo", role), ("ente", ente), ("qualifica", "Vigile"), ("dal", from), ("al", to)];
            let page = gestore.post(&at, &fields).await.is(422).shows(sentence);
            assert_eq!(page.field("ente").as_deref(), Some(ente));
            assert_eq!(page.field("qualifica").as_deref(), Some("Vigile"));
        }
        // Two comuni are called Livo: the page asks which.
        let fields = [("ruolo", "member"), ("ente", "Livo"), ("qualifica", "")];
        gestore.post(&at, &fields).await.is(422).shows("Più enti").shows("Comune di Livo (CO)").shows("Comune di Livo (TN)");
        let livo = house.ente("Livo (TN)").await.to_string();
        let chosen = [("ruolo", "member"), ("ente", "Livo"), ("qualifica", ""), ("scelto", livo.as_str())];
        gestore.post(&at, &chosen).await.is(303);
        gestore.post(&at, &[("ruolo", "member"), ("ente", "Livo (CO)"), ("qualifica", "")]).await.is(303);
        anna.get("/area/profilo").await.is(200).shows("Comune di Livo (CO)").shows("Comune di Livo (TN)");
    });
}

#[test]
fn a_role_withdrawn_is_over_at_once() {
    on_each_engine(async |house| {
        let (gestore, anna) = (house.administrator().await, house.member_of("Agliè").await);
        let ente = house.ente("Agliè").await;
        let appointment = people::appointment_of(&house.housekeeper(), &anna.who().id, &ente).await.unwrap().to_string();
        let at = sheet(&anna.who().id, "/revoca");
        gestore.post(&at, &[("incarico", &appointment), ("motivo-revoca", " ")]).await.is(422).shows("Scrivete il motivo");
        anna.get("/area/autodiagnosi").await.is(200);
        let fields = [("incarico", appointment.as_str()), ("motivo-revoca", "trasferita")];
        gestore.post(&at, &fields).await.leads_to(&sheet(&anna.who().id, "?esito=tolto"));
        anna.get("/area/autodiagnosi").await.is(404);
        gestore.post(&at, &fields).await.is(422).shows("È già così");
        assert_eq!(deeds(house, "role-withdrawn").await, ["member: trasferita"]);
        assert!(waiting(house, "role-withdrawn").await[0].facts().contains(&"trasferita".to_owned()));
        // An appointment of somebody else is not there.
        gestore.post(&sheet(&gestore.who().id, "/revoca"), &fields).await.is(404);
    });
}

#[test]
fn nobody_takes_their_own_role_of_gestore_nor_the_last_one() {
    on_each_engine(async |house| {
        house.letters_left();
        let (gestore, other) = (house.administrator().await, house.administrator().await);
        let own = async |of: &PersonId| -> String {
            let sql = "select appointment_id from appointment where person_id = $1";
            let (id,): (String,) = q(sql).bind(of).one(&mut house.db.reader().await.unwrap()).await.unwrap();
            id
        };
        let (mine, hers) = (own(&gestore.who().id).await, own(&other.who().id).await);
        let fields = |appointment| [("incarico", appointment), ("motivo-revoca", "prova")];
        gestore.post(&sheet(&gestore.who().id, "/revoca"), &fields(mine.as_str())).await.is(422).shows("a voi stessi");
        gestore.post(&sheet(&gestore.who().id, "/disabilitazione"), &[("motivo", "prova")]).await.is(422).shows("a voi stessi");
        // Of two who take it from each other at once, one stays.
        let (mine_at, hers_at) = (sheet(&gestore.who().id, "/revoca"), sheet(&other.who().id, "/revoca"));
        let (mine_form, hers_form) = (fields(mine.as_str()), fields(hers.as_str()));
        let (a, b) = tokio::join!(gestore.post(&hers_at, &hers_form), other.post(&mine_at, &mine_form));
        let in_force = q("select count(*) from appointment where role = 'administrator' and ends_on is null");
        assert_eq!(in_force.count(&mut house.db.reader().await.unwrap()).await.unwrap(), 1, "{} {}", a.status, b.status);
        assert!([a.status, b.status].contains(&303), "{} {}", a.status, b.status);
    });
}

#[test]
fn a_disabled_account_is_out_at_once_and_in_again_when_enabled() {
    on_each_engine(async |house| {
        let (gestore, anna) = (house.administrator().await, house.member_of("Agliè").await);
        gestore.post(&sheet(&anna.who().id, "/disabilitazione"), &[("motivo", "")]).await.is(422).shows("Scrivete il motivo");
        let fields = [("motivo", "ha lasciato il Comune")];
        gestore.post(&sheet(&anna.who().id, "/disabilitazione"), &fields).await.leads_to(&sheet(&anna.who().id, "?esito=disabilitato"));
        anna.get("/area/profilo").await.is(303);
        anna.sign_in().await.is(422);
        let page = gestore.get(&sheet(&anna.who().id, "")).await.is(200).shows("ha lasciato il Comune").shows(&gestore.who().name);
        assert!(!page.body.contains(&sheet(&anna.who().id, "/incarichi")), "no roles for a disabled account");
        gestore.get("/gestione/persone?stato=disabilitati").await.is(200).shows(&anna.who().name).hides("<td>gestore</td>");
        gestore.post(&sheet(&anna.who().id, "/disabilitazione"), &fields).await.is(422).shows("È già così");
        gestore.post(&sheet(&anna.who().id, "/riabilitazione"), &[("motivo", "tornata")]).await.is(303);
        anna.sign_in().await.leads_to("/area");
        for kind in ["person-disabled", "person-enabled"] {
            assert_eq!((deeds(house, kind).await.len(), waiting(house, kind).await.len()), (1, 1), "{kind}");
        }
    });
}

#[test]
fn people_are_searched_and_one_or_three_take_the_same_statements() {
    on_each_engine(async |house| {
        let gestore = house.administrator().await;
        house.appointed("verdi", "", &[(RoleName::Member, Some("Agliè"))]).await;
        for name in ["rossi.a", "rossi.b"] {
            house.appointed(name, "", &[(RoleName::Coordinator, Some("Agliè")), (RoleName::Coordinator, Some("Bairo"))]).await;
        }
        house.appointed("rossi.c", "", &[(RoleName::Expert, None)]).await;
        for (search, shown, hidden) in [
            ("cerca=VERDI", "verdi-2", "rossi"),
            ("cerca=ROSSI", "rossi.c-5", "verdi"),
            ("ruolo=expert", "rossi.c-5", "rossi.a"),
            ("cerca=%25", "verdi", "%%"),
        ] {
            let (page, statements) = house.counting(gestore.get(&format!("/gestione/persone?{search}"))).await;
            page.is(200).shows(shown).hides(hidden);
            assert_eq!(statements, 4, "{search}");
        }
        gestore.get("/gestione/persone?cerca=nessuno").await.is(200).shows("Nessuna persona corrisponde");
        gestore.get("/gestione/persone?cerca=rossi&pagina=9").await.leads_to("/gestione/persone?cerca=rossi");
        house.visitor().post("/entra", &[("utente", "rossi.c-5"), ("password", PASSWORD)]).await.is(303);
    });
}
