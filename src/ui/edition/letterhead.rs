//! What stands at the head and the foot of every document of an edition: who writes, who pays, under which codes.

use serde_json::{Value, json};

use super::{Funders, name_and_dates};
use crate::domain::edition::Edition;
use crate::platform::config::Config;
use crate::platform::documents::Drawing;
use crate::ui::words::Lang;

/// The names of the codes: documents between offices are in Italian.
const CUP: &str = "CUP ";
const PROJECT: &str = "Codice progetto ";

/// The emblems and codes of whoever pays, in the form that documents take.
pub struct Letterhead {
    pub data: Value,
    pub pictures: Vec<Drawing>,
}

/// Who writes, for which edition, paid by whom.
pub fn letterhead(config: &Config, edition: &Edition) -> Letterhead {
    let site = &config.site;
    let funders = Funders::of(site, Some(edition));
    let owner = if site.owner.is_empty() { &site.name } else { &site.owner };
    let mut pictures = Vec::new();
    let mut emblems = Vec::new();
    for (n, emblem) in funders.emblems.iter().enumerate() {
        let ending = match emblem.media {
            "image/png" => "png",
            "image/jpeg" => "jpg",
            "image/webp" => "webp",
            _ => "svg",
        };
        let name = format!("emblema-{n}.{ending}");
        emblems.push(json!({ "file": name, "testo": if emblem.text.is_empty() { owner } else { &emblem.text } }));
        pictures.push(Drawing { name, body: emblem.body.clone() });
    }
    let funding = &edition.terms.funding;
    let codes = [(CUP, &funding.cup), (PROJECT, &funding.project)];
    let codes: Vec<String> = codes.into_iter().filter(|(_, code)| !code.is_empty()).map(|(name, code)| format!("{name}{code}")).collect();
    let data = json!({
        "lingua": Lang::It.as_str(),
        "mittente": owner,
        "edizione": name_and_dates(Lang::It, edition),
        "emblemi": emblems,
        "finanziamento": funders.statement,
        "codici": codes.join(" · "),
    });
    Letterhead { data, pictures }
}
