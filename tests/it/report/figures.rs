//! Charts and their tables say the same; exclusions have their reason.

use affianca::domain::positioning::{Placement, affinity};
use affianca::domain::scoring::score;
use affianca::ui::conditions;
use affianca::ui::words::Lang;

use super::fixture::{CASES, PICCOLI_COMUNI, answers, draft, page, part, rows, text};

/// (label, value) of the bars in a piece of the page.
fn bars(html: &str) -> Vec<(String, String)> {
    let piece = |bar: &str, class: &str| {
        let from = bar.find(class)?;
        Some(text(&bar[from + class.len()..][..bar[from + class.len()..].find("</span>")?]).trim_start_matches(['"', '>']).to_owned())
    };
    let list = html.split_once("class=\"aff-bars\"").expect("bars").1.split_once("</ul>").unwrap().0;
    list.split("<li").skip(1).map(|bar| (piece(bar, "aff-bar-label\"").unwrap(), piece(bar, "aff-bar-value\"").unwrap())).collect()
}

#[test]
fn the_table_of_models_repeats_the_bars() {
    for case in CASES.iter().filter(|c| !["08-mancante", "09-insufficiente"].contains(c)) {
        let page = page(case);
        let models = part(&page, "modelli");
        let (bars, rows) = (bars(models), rows(models));
        assert_eq!((bars.len(), rows.len()), (6, 6), "{case}");
        for ((label, value), row) in bars.iter().zip(&rows) {
            assert!(row[0].starts_with(label.as_str()) && row[1] == *value, "{case}: {label} {value} ≠ {row:?}");
            assert!(value.bytes().all(|b| b.is_ascii_digit()), "no decimals: {value}");
        }
    }
}

#[test]
fn affinity_is_shown_rounded_half_up_and_the_nearest_comes_first() {
    let answers = answers("02-sportello-proprio");
    let scoring = score(&PICCOLI_COMUNI, &answers);
    let Placement::Placed(place) = &scoring.comparison.as_ref().unwrap().placement else { panic!("not placed") };
    let page = page("02-sportello-proprio");
    let shown = bars(part(&page, "modelli"));
    for compared in &place.models {
        let expected = (affinity(compared.distance.unwrap()) + 0.5).floor().to_string();
        assert!(shown.contains(&(compared.model.name.clone(), expected.clone())), "{} {expected}: {shown:?}", compared.model.name);
    }
    let values: Vec<u32> = shown.iter().map(|(_, value)| value.parse().unwrap()).collect();
    assert!(values.is_sorted_by(|a, b| a >= b), "{values:?}");
}

#[test]
fn every_model_says_why_it_is_possible_or_not() {
    for lang in Lang::ALL {
        let mut draft = draft("01-presidio-essenziale");
        draft.lang = lang;
        let page = draft.write();
        let rows = rows(part(&page, "modelli"));
        for model in &PICCOLI_COMUNI.models {
            let row = rows.iter().find(|row| row[0].ends_with(&model.id)).unwrap();
            let reason = conditions::words(&model.admissible, &PICCOLI_COMUNI, lang);
            assert!(model.id == "M1" || row[2].contains(&reason), "{reason}: {row:?}");
        }
        let (yes, no) = if lang == Lang::It { ("Sì.", "No.") } else { ("Yes.", "No.") };
        assert_eq!(rows.iter().filter(|row| row[2].starts_with(yes)).count(), 1);
        assert_eq!(rows.iter().filter(|row| row[2].starts_with(no)).count(), 5);
    }
    // The letters of the condition are spelled out, and beside them stands what was answered.
    let page = page("01-presidio-essenziale");
    let union = rows(part(&page, "modelli")).into_iter().find(|row| row[0].ends_with("M5")).unwrap();
    assert!(union[2].contains("Q07, servirebbe: e) Gestita da Unione, consorzio, ASP o Società della salute"), "{union:?}");
    assert!(union[2].contains("avete risposto: Nessuna attività dedicata"), "{union:?}");
}

#[test]
fn of_two_models_both_bars_are_full_and_of_none_no_bar() {
    for (case, full) in [("05-righe-in-convenzione", 2), ("02-sportello-proprio", 1), ("10-nessun-modello", 0)] {
        assert_eq!(part(&page(case), "modelli").matches("aff-chosen").count(), full, "{case}");
    }
}

#[test]
fn the_table_of_the_profile_repeats_the_radar() {
    for case in CASES {
        let page = page(case);
        let profile = part(&page, "profilo");
        let described = profile.split_once("<desc").unwrap().1.split_once("</desc>").unwrap().0;
        let known = |figure: &str, otherwise: &str| if figure == "–" { otherwise.to_owned() } else { figure.to_owned() };
        for (row, dimension) in rows(profile).iter().zip(&PICCOLI_COMUNI.dimensions) {
            let today = known(&row[1], "non calcolabile");
            let expected = match row.len() {
                5 => format!("{}: oggi {today}, obiettivo {}.", dimension.short, known(&row[2], "non considerato")),
                _ => format!("{}: oggi {today}.", dimension.short),
            };
            assert!(described.contains(&expected), "{case}: {expected} not in {described}");
        }
    }
}

#[test]
fn whoever_subtracts_finds_the_gap() {
    for case in CASES.iter().filter(|c| !["08-mancante", "09-insufficiente"].contains(c)) {
        for row in rows(part(&page(case), "profilo")) {
            let [today, target, gap] = [&row[1], &row[2], &row[3]].map(|figure| figure.parse::<i32>());
            match today {
                Ok(today) => assert_eq!(gap.unwrap(), (target.unwrap() - today).max(0), "{case}: {row:?}"),
                Err(_) => assert_eq!(row[3], "–", "{case}: {row:?}"),
            }
        }
    }
}

#[test]
fn a_threshold_not_reached_does_not_look_reached() {
    // 79.9…% of what is asked must not show as the 80% that it lacks.
    let page = page("13-sessanta-per-cento");
    assert!(text(part(&page, "sintesi")).contains("coprono il 60%"));
    assert!(page.contains("aff-indicative"));
}
