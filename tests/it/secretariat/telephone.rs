//! Somebody registered while on the telephone.

use affianca::access::RoleName;
use affianca::domain::edition::Terms;
use affianca::platform::db::q;

use crate::house::{House, on_each_engine};

/// What arrived at an address, by kind.
async fn letters(house: &House, address: &str) -> Vec<(String, String)> {
    let mut received: Vec<_> = house.letters().await.into_iter().filter(|letter| letter.to.contains(address)).collect();
    received.sort_by(|a, b| a.kind.cmp(&b.kind));
    received.into_iter().map(|letter| (letter.kind, letter.text)).collect()
}

const ELENA: [(&str, &str); 5] = [
    ("nome", "Elena  D'Angelò"),
    ("indirizzo", "Elena@Comune.example"),
    ("ente", "Comune di Agliè"),
    ("ruolo", "member"),
    ("qualifica", "Assistente sociale"),
];

#[test]
fn a_person_is_registered_and_told_by_letter() {
    on_each_engine(async |house| {
        let segreteria = house.secretary().await;
        let done = segreteria.post("/segreteria/persone/nuova", &ELENA).await.is(303);
        let page = segreteria.get(&done.location.unwrap()).await.is(200);
        page.shows("La persona è registrata")
            .shows("elena.d.angelo")
            .shows("Comune di Agliè (TO)")
            .shows("Assistente sociale")
            .shows("Registrazione al telefono.");
        let letters = letters(house, "elena@comune.example").await;
        assert_eq!(letters.iter().map(|(kind, _)| kind.as_str()).collect::<Vec<_>>(), ["choose-password", "registered-by-telephone"]);
        let told = letters[1].1.split_whitespace().collect::<Vec<_>>().join(" ");
        assert!(told.contains("vi abbiamo registrato per il Comune di Agliè (TO)") && told.contains("elena.d.angelo"), "{told}");
        // Nobody can sign in until the password is chosen, with any password at all.
        for password in ["", "!", "quattro gatti in piazza"] {
            house.visitor().post("/entra", &[("utente", "elena.d.angelo"), ("password", password)]).await.is(422);
        }
    });
}

#[test]
fn a_mailbox_that_is_known_is_asked_about_first() {
    on_each_engine(async |house| {
        let segreteria = house.secretary().await;
        segreteria.post("/segreteria/persone/nuova", &ELENA).await.is(303);
        let mut again = ELENA.to_vec();
        segreteria
            .post("/segreteria/persone/nuova", &again)
            .await
            .is(422)
            .shows("ha già un account con questo indirizzo")
            .shows("name=\"altra\"");
        again.push(("altra", "1"));
        let done = segreteria.post("/segreteria/persone/nuova", &again).await.is(303);
        segreteria.get(&done.location.unwrap()).await.is(200).shows("elena.d.angelo.2");
        assert_eq!(letters(house, "elena@comune.example").await.len(), 4);
    });
}

#[test]
fn what_is_wrong_is_told_and_nothing_is_made() {
    on_each_engine(async |house| {
        let segreteria = house.secretary().await;
        let wrong = [("nome", ""), ("indirizzo", "elena@"), ("ente", "Livo"), ("ruolo", "administrator"), ("qualifica", "Detta <così>")];
        let page = segreteria.post("/segreteria/persone/nuova", &wrong).await.is(422);
        page.shows("Scrivete nome e cognome.")
            .shows("indirizzo e-mail completo")
            .shows("aggiungete la provincia")
            .shows("Detta &lt;così&gt;");
        let people = q("select count(*) from person where email = 'elena@'").count(&mut house.db.reader().await.unwrap()).await.unwrap();
        assert_eq!(people, 0);
    });
}

#[test]
fn the_desk_cannot_write_its_way_into_the_accounts_of_the_programme() {
    on_each_engine(async |house| {
        let segreteria = house.secretary().await;
        let gestore = house.administrator().await;
        let anna = house.coordinator_of("Agliè").await;
        let both = house.appointed("due-ruoli", "", &[(RoleName::Member, Some("Bairo")), (RoleName::Administrator, None)]).await;
        for kept in [&gestore, &both, &segreteria] {
            let page = format!("/segreteria/persone/{}", kept.who().id);
            segreteria.get(&page).await.is(200).hides("/indirizzo\"").hides("/password\"");
            segreteria.post(&format!("{page}/password"), &[]).await.is(404);
            segreteria.get(&format!("{page}/indirizzo")).await.is(404);
            let form = [("indirizzo", "mio@evil.example"), ("motivo", "perché sì")];
            segreteria.post(&format!("{page}/indirizzo"), &form).await.is(404);
        }
        let page = format!("/segreteria/persone/{}", anna.who().id);
        segreteria.post(&format!("{page}/indirizzo"), &[("indirizzo", "anna@nuova.example")]).await.is(422).shows("Scrivete il motivo.");
        let form = [("indirizzo", "anna@nuova.example"), ("motivo", "la vecchia casella è stata chiusa")];
        segreteria.post(&format!("{page}/indirizzo"), &form).await.leads_to(&format!("{page}?esito=indirizzo"));
        segreteria.get(&page).await.is(200).shows("anna@nuova.example");
        segreteria.post(&format!("{page}/password"), &[]).await.leads_to(&format!("{page}?esito=invitata"));
        let letters = letters(house, "anna@nuova.example").await;
        assert!(letters.iter().any(|(kind, _)| kind == "choose-password"), "{letters:?}");
    });
}

#[test]
fn an_ente_outside_the_edition_is_refused_on_the_telephone_too_unless_a_note_says_why() {
    on_each_engine(async |house| {
        let mut terms = Terms { residents_at_most: Some(5000), ..Terms::default() };
        terms.contacts.phone = "06 1234".into();
        house.edition(terms).await;
        let segreteria = house.secretary().await;
        let register = async |more: &[(&str, &str)]| {
            let mut form: Vec<_> = ELENA.into_iter().filter(|(name, _)| *name != "ente").collect();
            form.push(("ente", "Pisa"));
            form.extend_from_slice(more);
            segreteria.post("/segreteria/persone/nuova", &form).await
        };
        let count = async |sql: &'static str| q(sql).count(&mut house.db.reader().await.unwrap()).await.unwrap();
        let told = "si rivolge ai Comuni fino a 5000 residenti, e questo ne ha";
        // The same sentence that somebody reads who registers by themselves.
        house.visitor().get(&format!("/registrazione/{}", house.ente("Pisa").await)).await.is(200).shows(told);
        let page = register(&[]).await.is(422).shows(told).shows("per chiarimenti: telefono 06 1234").shows("name=\"deroga\"");
        assert!(page.field("nome").is_some_and(|name| name.starts_with("Elena D")), "what was typed stays");
        let long = "x".repeat(501);
        register(&[("deroga", long.as_str())]).await.is(422).shows("La nota è troppo lunga");
        assert_eq!(count("select count(*) from person where email = 'elena@comune.example'").await, 0);
        assert_eq!(count("select count(*) from adhesion").await, 0);
        house.letters_left();

        register(&[("deroga", "capofila dell’ambito,  d’intesa con la Regione")]).await.is(303);
        assert_eq!(count("select count(*) from adhesion where exception = 'capofila dell’ambito, d’intesa con la Regione'").await, 1);
        assert_eq!(count("select count(*) from deed where kind = 'exception-granted'").await, 1);
        // Admitted once, the next one needs no note; an ente within the rule never does.
        register(&[("altra", "1")]).await.is(303);
        let mut inside = ELENA.to_vec();
        inside.push(("altra", "1"));
        segreteria.post("/segreteria/persone/nuova", &inside).await.is(303);
        assert_eq!(count("select count(*) from deed where kind = 'exception-granted'").await, 1);
    });
}
