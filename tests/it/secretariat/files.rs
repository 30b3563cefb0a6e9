//! The tables as files: the rows that the filters leave, and no formula in them.

use affianca::people::{self, NewPerson};

use crate::house::on_each_engine;

#[test]
fn a_file_holds_all_rows_that_the_filters_leave_and_no_others() {
    on_each_engine(async |house| {
        let segreteria = house.secretary().await;
        let file = segreteria.get("/segreteria/enti.csv?regione=Piemonte&residenti=1000&pagina=2&righe=25&ordine=-residenti").await.is(200);
        assert_eq!(file.header("Content-Type"), Some("text/csv; charset=utf-8"));
        assert_eq!(file.header("Content-Disposition"), Some("attachment; filename=\"enti-2026-03-02.csv\""));
        assert!(file.body.starts_with("\u{feff}Nome;Tipo di ente;Provincia;Regione;"));
        let page = segreteria.get("/segreteria/enti?regione=Piemonte&residenti=1000").await.is(200);
        let rows = file.body.lines().count() - 1;
        page.shows(&format!("{rows} enti."));
        let residents: Vec<i64> = file.body.lines().skip(1).map(|line| line.split(';').nth(5).unwrap().parse().unwrap()).collect();
        assert!(
            residents.is_sorted_by(|a, b| a >= b) && residents[0] <= 1000 && file.body.lines().skip(1).all(|l| l.contains(";Piemonte;"))
        );
    });
}

#[test]
fn a_name_that_is_typed_becomes_no_formula() {
    on_each_engine(async |house| {
        let segreteria = house.secretary().await;
        let new = NewPerson {
            username: "malvagio".into(),
            name: "=HYPERLINK(\"http://evil.example\";\"Anna\")".into(),
            email: "@malvagio.example".into(),
            password: "quattro gatti in piazza".into(),
            appointments: Vec::new(),
        };
        people::create(&house.housekeeper(), new).await.unwrap().unwrap();
        let csv = segreteria.get("/segreteria/persone.csv?cerca=malvagio").await.is(200);
        csv.shows("\"'=HYPERLINK(\"\"http://evil.example\"\";\"\"Anna\"\")\"").shows(";'@malvagio.example;");
        let xlsx = segreteria.get("/segreteria/persone.xlsx").await.is(200);
        assert!(xlsx.bytes.starts_with(b"PK"));
    });
}
