//! The register on paper: numbered, complete, once each.

use super::{class, text_of};
use crate::house::on_each_engine;

#[test]
fn the_register_prints_right_for_one_for_thirty_and_for_thirty_one() {
    on_each_engine(async |house| {
        let class = class(house).await;
        let mut people = 0;
        for (count, pages) in [(1, 2), (30, 4), (31, 4)] {
            while people < count {
                people += 1;
                let one = house.settle("iscritta", "", &[]).await;
                let name = format!("Iscritta Numero{people}Fine");
                let mut tx = house.db.begin().await.unwrap();
                let rename = affianca::platform::db::q("update person set name = $2 where person_id = $1").bind(&one.id).bind(&name);
                rename.run(&mut tx).await.unwrap();
                tx.commit().await.unwrap();
                house.seat(&class.day, &one.id, "Agliè").await;
            }
            let answer = class.docente.get(&class.path("/registro.pdf")).await.is(200);
            assert_eq!(answer.header("Content-Type"), Some("application/pdf"));
            assert!(answer.bytes.windows(13).any(|window| window == b"pdfuaid:part>"), "tagged");
            let Some(sheets) = text_of(&answer.bytes) else { continue };
            assert_eq!(sheets.len(), pages, "{count} people");
            let whole = sheets.join("\n");
            for n in 1..=count {
                assert_eq!(whole.matches(&format!("Numero{n}Fine")).count(), 1, "{n} of {count}");
            }
            assert_eq!(whole.matches("Comune di Agliè (TO)").count(), count, "{count} people");
            for (n, sheet) in sheets.iter().enumerate() {
                for part in [
                    &format!("pagina {} di {pages}", n + 1),
                    "Registro presenze",
                    "CUP B89C15000120001",
                    "Codice progetto PROG-1234",
                    "Progetto cofinanziato",
                    "Organizzarsi in piccolo",
                    "Modelli organizzativi",
                    "lunedì 2 marzo 2026",
                    "Spazio per la vidimazione",
                    &class.docente.who().name,
                ] {
                    assert!(sheet.contains(part), "«{part}» on sheet {} of {count} people:\n{sheet}", n + 1);
                }
            }
            let last = sheets.last().unwrap();
            assert!(last.contains("Attività didattica") && last.contains("Laboratorio") && last.contains("4 ore"), "{last}");
            assert!(sheets[0].contains(&format!("Iscritti: {count}")), "{}", sheets[0]);
            assert_eq!(sheets[0].matches("Firma entrata").count(), 2, "{}", sheets[0]);
            assert_eq!(sheets[0].matches("Assenti in questa pagina").count(), 2, "{}", sheets[0]);
        }
    });
}
