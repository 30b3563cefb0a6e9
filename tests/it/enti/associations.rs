//! Associations: created and changed by the segreteria, with comuni found inside the form.

use affianca::platform::db::q;

use crate::house::{Answer, Browser, House, on_each_engine};

const NEW: &str = "/segreteria/enti/nuova";

/// The fields of a sound form, to be bent by each test.
async fn sound(house: &House) -> Vec<(String, String)> {
    let mut fields: Vec<(String, String)> =
        [("tipo", "unione"), ("nome", "Unione delle Colline"), ("provincia", "TO")].map(|(n, v)| (n.to_owned(), v.to_owned())).to_vec();
    for comune in ["Agliè", "Bairo"] {
        fields.push(("comune".to_owned(), house.ente(comune).await.to_string()));
    }
    fields
}

async fn send(who: &Browser<'_>, path: &str, fields: &[(String, String)], button: &str) -> Answer {
    let mut pairs: Vec<(&str, &str)> = fields.iter().map(|(n, v)| (n.as_str(), v.as_str())).collect();
    pairs.push(("azione", button));
    who.post(path, &pairs).await
}

async fn how_many(house: &House) -> i64 {
    q("select count(*) from ente where kind <> 'comune'").count(&mut house.db.reader().await.unwrap()).await.unwrap()
}

fn without(fields: &[(String, String)], name: &str) -> Vec<(String, String)> {
    fields.iter().filter(|(n, _)| n != name).cloned().collect()
}

fn with(fields: &[(String, String)], name: &str, value: &str) -> Vec<(String, String)> {
    let mut bent = without(fields, name);
    bent.push((name.to_owned(), value.to_owned()));
    bent
}

async fn created(house: &House, who: &Browser<'_>) -> String {
    let answer = send(who, NEW, &sound(house).await, "salva").await.is(303);
    answer.location.unwrap().strip_suffix("?esito=creata").unwrap().to_owned()
}

#[test]
fn an_association_is_created_and_stands_in_both_registers() {
    on_each_engine(async |house| {
        let segreteria = house.secretary().await;
        segreteria.get(NEW).await.is(200).shows("Ancora nessuno: cercateli per nome qui sotto.");
        let sheet = created(house, &segreteria).await;
        let page = segreteria.get(&format!("{sheet}?esito=creata")).await.is(200).shows("La forma associata è stata aggiunta.");
        // 2558 at Agliè and 792 at Bairo.
        let page = page.shows("Unione delle Colline (TO)").shows("Unione di Comuni").shows(">Agliè<").shows(">Bairo<");
        page.shows(&format!("{} (2023)", 2558 + 792)).shows(&format!("{sheet}/modifica"));
        let aglie = house.ente("Agliè").await;
        segreteria.get(&format!("/segreteria/enti/{aglie}")).await.is(200).shows("Unione delle Colline (TO)").shows(&sheet);
        for path in ["/segreteria/enti?tipo=unione", "/segreteria/enti?tipo=associazione", "/segreteria/enti?cerca=colline"] {
            segreteria.get(path).await.is(200).shows("Unione delle Colline").shows("aff-figures\">2</td>");
        }
        segreteria.get("/segreteria/enti?tipo=comune&cerca=unione+delle+colline").await.is(200).shows("Nessun ente corrisponde");
    });
}

#[test]
fn members_are_found_inside_the_form_and_nothing_typed_is_lost() {
    on_each_engine(async |house| {
        let segreteria = house.secretary().await;
        let (livo_co, livo_tn) = (house.ente("Livo (CO)").await.to_string(), house.ente("Livo (TN)").await.to_string());
        let fields = with(&with(&sound(house).await, "nome", "  Unione \"A & B\"  "), "cerca", "LIVO");
        let page = send(&segreteria, NEW, &fields, "cerca").await.is(200);
        let page =
            page.shows("value=\"Unione &quot;A &amp; B&quot;\"").shows("value=\"unione\" id=\"tipo\" checked").shows("2 Comuni scelti");
        let page = page.shows("<option value=\"TO\" selected>").shows("Livo (CO)").shows("Livo (TN)").shows("Agliè (TO)");
        let ticked = |page: &Answer, id: &str| page.body.contains(&format!("value=\"{id}\" id=\"comune-{id}\" checked"));
        assert!(!ticked(&page, &livo_co) && !ticked(&page, &livo_tn) && ticked(&page, &house.ente("Agliè").await.to_string()));
        assert_eq!(how_many(house).await, 0);

        // One ticked, and another search: it moves among those chosen, and is not offered twice.
        let mut fields = fields;
        fields.push(("comune".to_owned(), livo_tn.clone()));
        let page = send(&segreteria, NEW, &fields, "cerca").await.is(200).shows("3 Comuni scelti");
        assert!(ticked(&page, &livo_tn) && !ticked(&page, &livo_co));
        assert_eq!(page.body.matches(&format!("value=\"{livo_tn}\"")).count(), 1);

        for (typed, told) in
            [("", "Scrivete almeno una lettera"), ("qqqq", "Nessun Comune ha «qqqq» nel nome"), ("bairo", "sono già tutti scelti")]
        {
            send(&segreteria, NEW, &with(&fields, "cerca", typed), "cerca").await.is(200).shows(told).shows("3 Comuni scelti");
        }
        let page = send(&segreteria, NEW, &with(&fields, "cerca", "san"), "cerca").await.is(200).shows("qui ci sono i primi 40");
        assert_eq!(page.body.matches("type=\"checkbox\"").count(), 43);
    });
}

#[test]
fn what_is_wrong_is_told_all_at_once_and_what_was_typed_stays() {
    on_each_engine(async |house| {
        let segreteria = house.secretary().await;
        let page = send(&segreteria, NEW, &[], "salva").await.is(422).shows("Ci sono 4 cose da correggere");
        for told in ["Scegliete il tipo", "Scrivete il nome.", "Scegliete la provincia", "Scegliete almeno un Comune"] {
            assert_eq!(page.body.matches(told).count(), 2, "{told}: beside its field and above");
        }
        let fields = sound(house).await;
        let bairo = house.ente("Bairo").await.to_string();
        for (bent, told) in [
            (with(&fields, "tipo", "comune"), "Scegliete il tipo"),
            (with(&fields, "tipo", "regione"), "Scegliete il tipo"),
            (with(&fields, "nome", " '' "), "Scrivete il nome."),
            (with(&fields, "nome", &"à".repeat(201)), "Il nome supera i 200 caratteri"),
            (with(&fields, "provincia", "XX"), "Scegliete la provincia"),
            (without(&fields, "comune"), "Scegliete almeno un Comune"),
            (with(&fields, "comune", "non-un-id"), "Scegliete almeno un Comune"),
            (with(&fields, "comune", "0192f0c1-2345-7abc-8def-0123456789ab"), "Scegliete almeno un Comune"),
        ] {
            let page = send(&segreteria, NEW, &bent, "salva").await.is(422).shows(told).shows("C’è una cosa da correggere");
            let kept = bent.iter().any(|(_, v)| *v == bairo);
            assert_eq!(page.body.contains("Bairo (TO)"), kept, "{told}");
        }
        assert_eq!(how_many(house).await, 0);
        // Exactly 200 characters will do, on one line, and a comune given twice counts once.
        let mut long = with(&fields, "nome", &format!("Unione\r\n di {}", "à".repeat(190)));
        long.push(("comune".to_owned(), bairo));
        let sheet = send(&segreteria, NEW, &long, "salva").await.is(303).location.unwrap();
        let page = segreteria.get(&sheet).await.is(200).shows(&format!("Unione di {}", "à".repeat(190)));
        assert_eq!(page.body.matches(">Bairo<").count(), 1);
    });
}

#[test]
fn an_association_is_not_a_member_of_another() {
    on_each_engine(async |house| {
        let segreteria = house.secretary().await;
        let own = created(house, &segreteria).await;
        let id = own.rsplit('/').next().unwrap();
        let fields = with(&with(&sound(house).await, "comune", id), "nome", "Altra");
        send(&segreteria, NEW, &fields, "salva").await.is(422).shows("Scegliete almeno un Comune");
    });
}

#[test]
fn names_are_told_apart_within_a_province() {
    on_each_engine(async |house| {
        let segreteria = house.secretary().await;
        created(house, &segreteria).await;
        let fields = sound(house).await;
        for same in ["Unione delle Colline", "UNIONE delle  colline", "Unione delle Còlline"] {
            let page = send(&segreteria, NEW, &with(&fields, "nome", same), "salva").await.is(422);
            page.shows("Nella stessa provincia c’è già una forma associata con questo nome");
        }
        send(&segreteria, NEW, &with(&fields, "provincia", "AL"), "salva").await.is(303);
        // A comune of that name is no obstacle.
        send(&segreteria, NEW, &with(&fields, "nome", "Agliè"), "salva").await.is(303);
    });
}

#[test]
fn an_association_is_changed() {
    on_each_engine(async |house| {
        let segreteria = house.secretary().await;
        let sheet = created(house, &segreteria).await;
        let change = format!("{sheet}/modifica");
        let page =
            segreteria.get(&change).await.is(200).shows("value=\"Unione delle Colline\"").shows("Agliè (TO)").shows("2 Comuni scelti");
        let seen = page.field("visto").unwrap();
        let mut fields = with(&sound(house).await, "comune", &house.ente("Ozegna").await.to_string());
        fields = with(&with(&with(&fields, "nome", "Unione nuova"), "tipo", "consorzio"), "visto", &seen);
        send(&segreteria, &change, &without(&fields, "nome"), "salva").await.is(422).shows("Scrivete il nome.");
        send(&segreteria, &change, &fields, "salva").await.leads_to(&format!("{sheet}?esito=modificata"));
        let page = segreteria.get(&format!("{sheet}?esito=modificata")).await.is(200).shows("Le modifiche sono state salvate.");
        page.shows("Unione nuova (TO)").shows("Consorzio o azienda di Comuni").shows(">Ozegna<").hides(">Agliè<").hides(">Bairo<");
        // Its own name is not in its way.
        let seen = segreteria.get(&change).await.field("visto").unwrap();
        send(&segreteria, &change, &with(&fields, "visto", &seen), "salva").await.is(303);
    });
}

#[test]
fn of_two_secretaries_who_change_at_once_the_later_is_told_and_chooses() {
    on_each_engine(async |house| {
        let (giulia, piero) = (house.secretary().await, house.secretary().await);
        let sheet = created(house, &giulia).await;
        let change = format!("{sheet}/modifica");
        let seen = giulia.get(&change).await.field("visto").unwrap();
        let fields = with(&sound(house).await, "visto", &seen);
        let (hers, his) = (with(&fields, "nome", "Unione di Giulia"), with(&fields, "nome", "Unione di Piero"));
        let (one, two) = tokio::join!(send(&giulia, &change, &hers, "salva"), send(&piero, &change, &his, "salva"));
        let mut statuses = [one.status, two.status];
        statuses.sort_unstable();
        assert_eq!(statuses, [303, 409]);
        let (late, told, stood, typed) =
            if one.status == 409 { (&giulia, one, "Unione di Piero", hers) } else { (&piero, two, "Unione di Giulia", his) };
        // What stands is told, and what was typed is still there.
        let told = told.shows(&format!("Ora risulta: {stood}, Unione di Comuni, sede in provincia di TO, Comuni: Agliè, Bairo."));
        let name = typed.iter().find(|(n, _)| n == "nome").unwrap().1.clone();
        assert_eq!(told.field("nome"), Some(name.clone()));
        // Saving again, knowingly, stands.
        let again = with(&typed, "visto", &told.field("visto").unwrap());
        send(late, &change, &again, "salva").await.is(303);
        late.get(&sheet).await.is(200).shows(&format!("{name} (TO)"));
    });
}

#[test]
fn of_two_secretaries_who_create_the_same_one_does() {
    on_each_engine(async |house| {
        let (giulia, piero) = (house.secretary().await, house.secretary().await);
        let fields = sound(house).await;
        let (one, two, three) =
            tokio::join!(send(&giulia, NEW, &fields, "salva"), send(&piero, NEW, &fields, "salva"), send(&giulia, NEW, &fields, "salva"));
        let mut statuses = [one.status, two.status, three.status];
        statuses.sort_unstable();
        assert_eq!(statuses, [303, 422, 422]);
        assert_eq!(how_many(house).await, 1);
    });
}

#[test]
fn a_form_with_many_comuni_takes_as_many_statements_as_one_with_few() {
    on_each_engine(async |house| {
        let segreteria = house.secretary().await;
        let page = send(&segreteria, NEW, &[("cerca".to_owned(), "san".to_owned())], "cerca").await.is(200);
        let ids: Vec<_> = page.body.split("id=\"comune-").skip(1).map(|rest| rest[..36].to_owned()).collect();
        for some in [1, 3, 40] {
            let mut fields: Vec<_> = ids.iter().take(some).map(|id| ("comune".to_owned(), id.clone())).collect();
            fields.push(("cerca".to_owned(), "borgo".to_owned()));
            let (page, statements) = house.counting(send(&segreteria, NEW, &fields, "cerca")).await;
            page.is(200).shows(if some == 1 { "Un Comune scelto" } else { "Comuni scelti" });
            assert_eq!(statements, 5, "{some}");
        }
    });
}
