//! The proceedings of a day on paper, as a pure function of what they say.

use serde_json::{Value, json};

use super::proceedings::{figures, on_paper};
use crate::domain::edition::Edition;
use crate::forum::Proceedings;
use crate::forum::words::public::words;
use crate::platform::config::Config;
use crate::platform::documents::{Document, Template};
use crate::ui::dates;
use crate::ui::edition::{Letterhead, letterhead};
use crate::ui::words::Lang;

const TEMPLATE: Template = Template { name: "atti-forum.typ", text: include_str!("proceedings.typ") };

/// Documents between offices are in Italian.
pub fn sheet(config: &Config, edition: &Edition, of: &Proceedings) -> Document {
    let Letterhead { mut data, pictures } = letterhead(config, edition);
    let footer = &config.site.forum_footer;
    let words = words(Lang::It);
    let themes: Vec<_> = of
        .themes
        .iter()
        .map(|(theme, list)| json!({ "tema": theme, "quesiti": list.iter().map(|one| on_paper(one, footer)).collect::<Vec<_>>() }))
        .collect();
    let experts: Vec<&str> = of.experts.iter().map(|one| one.name.as_str()).collect();
    let own = json!({
        "titolo": format!("{}: {}", words.proceedings, of.day.title),
        "quando": dates::weekday(Lang::It, of.day.held_on()),
        "esperti": experts.join(", "),
        "cifre": figures(Lang::It, &of.figures),
        "temi": themes,
        "parole": {
            "cifre": words.figures, "esperti": words.experts, "quesiti": words.questions_by_theme, "risposta": words.answer,
            "riferimenti": words.references, "senza": words.unanswered, "nulla": words.nothing_published,
            "pagina": words.page, "di": words.of,
        },
    });
    if let (Some(data), Value::Object(own)) = (data.as_object_mut(), own) {
        data.extend(own);
    }
    Document { template: &TEMPLATE, data, pictures }
}
