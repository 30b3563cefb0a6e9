//! The proceedings of a day on paper, as a pure function of what they say.

use serde_json::json;

use super::proceedings::{figures, on_paper};
use crate::forum::Proceedings;
use crate::forum::words::public::words;
use crate::platform::config::Site;
use crate::platform::documents::{Document, Template};
use crate::ui::dates;
use crate::ui::words::Lang;

const TEMPLATE: Template = Template { name: "atti-forum.typ", text: include_str!("proceedings.typ") };

/// Documents between offices are in Italian.
pub fn sheet(site: &Site, of: &Proceedings, footer: &str) -> Document {
    let words = words(Lang::It);
    let themes: Vec<_> = of
        .themes
        .iter()
        .map(|(theme, list)| json!({ "tema": theme, "quesiti": list.iter().map(|one| on_paper(one, footer)).collect::<Vec<_>>() }))
        .collect();
    let experts: Vec<&str> = of.experts.iter().map(|one| one.name.as_str()).collect();
    let data = json!({
        "lingua": Lang::It.as_str(),
        "titolo": format!("{}: {}", words.proceedings, of.day.title),
        "mittente": if site.owner.is_empty() { &site.name } else { &site.owner },
        "quando": dates::weekday(Lang::It, of.day.held_on()),
        "edizione": of.day.edition_name,
        "esperti": experts.join(", "),
        "cifre": figures(Lang::It, &of.figures),
        "temi": themes,
        "parole": {
            "cifre": words.figures, "esperti": words.experts, "quesiti": words.questions_by_theme, "risposta": words.answer,
            "riferimenti": words.references, "senza": words.unanswered, "nulla": words.nothing_published,
            "pagina": words.page, "di": words.of,
        },
    });
    Document { template: &TEMPLATE, data, pictures: Vec::new() }
}
