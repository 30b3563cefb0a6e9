//! The figures of an edition, for the segreteria: giornata by giornata, and all together.

use std::collections::BTreeMap;

use rocket::{State, get};

use super::figures::{Read, read};
use super::sheet::sheet;
use crate::access::{Actor, Secretariat};
use crate::assessments::Catalogue;
use crate::domain::edition::Edition;
use crate::domain::survey::{Figures, Occasion, sum};
use crate::platform::Result;
use crate::platform::config::Config;
use crate::presence::survey::pages::{self, EditionDay, EditionView, Total};
use crate::presence::survey::words::words;
use crate::presence::survey::{Part, store};
use crate::programme;
use crate::ui::page::Frame;
use crate::ui::reply::{Format, Reply};
use crate::ui::words::Lang;

/// What the page is called.
pub fn name(lang: Lang) -> &'static str {
    words(lang).figures
}

async fn found(actor: &Actor<Secretariat>, catalogue: &Catalogue, config: &Config) -> Result<(Option<Edition>, Vec<Read>)> {
    let Some(edition) = programme::current(actor).await? else { return Ok((None, Vec::new())) };
    let counted = store::of_edition(actor, &edition.id).await?;
    let reads = counted.into_iter().map(|one| read(one, catalogue, (config, actor.now()))).collect();
    Ok((Some(edition), reads))
}

#[get("/segreteria/gradimento")]
pub async fn edition(actor: Actor<Secretariat>, frame: Frame<'_>, catalogue: &State<Catalogue>, config: &State<Config>) -> Result<Reply> {
    let (edition, reads) = found(&actor, catalogue, config).await?;
    let attendance = match &edition {
        Some(edition) => store::attendance(&actor, &edition.id).await?,
        None => Vec::new(),
    };
    let parts: Vec<Part<'_>> = reads.iter().map(Read::part).collect();
    let totals = totals(&parts);
    let mut days: Vec<EditionDay<'_>> = Vec::new();
    for part in &parts {
        let id = &part.counted.survey.day;
        match days.iter_mut().find(|day| day.parts[0].counted.survey.day == *id) {
            Some(day) => day.parts.push(*part),
            None => {
                let attendance = attendance.iter().find(|(day, _)| day == id).map(|(_, attendance)| *attendance).unwrap_or_default();
                days.push(EditionDay { attendance, parts: vec![*part] });
            }
        }
    }
    let edition = edition.as_ref().map(|edition| edition.name.as_str());
    let view = EditionView { frame: &frame, edition, days: &days, totals: &totals, least: config.survey_group };
    Ok(Reply::Page(pages::edition(&view)))
}

/// What is shown of single giornate, added up by version of the questionnaire.
fn totals<'a>(parts: &[Part<'a>]) -> Vec<Total<'a>> {
    let mut groups: BTreeMap<(Occasion, &str), Vec<Part<'a>>> = BTreeMap::new();
    for part in parts.iter().filter(|part| matches!(part.figures, Figures::Shown(_))) {
        groups.entry((part.counted.survey.occasion, &part.counted.survey.version)).or_default().push(*part);
    }
    let total = |((occasion, _), parts): ((Occasion, &str), Vec<Part<'a>>)| {
        let shown = parts.iter().filter_map(|part| match part.figures {
            Figures::Shown(shown) => Some(shown),
            Figures::Open | Figures::TooFew => None,
        });
        Some(Total {
            occasion,
            questionnaire: parts.first()?.questionnaire?,
            days: parts.len(),
            answers: parts.iter().map(|part| part.counted.turnout.answers).sum(),
            shown: sum(shown),
        })
    };
    groups.into_iter().filter_map(total).collect()
}

async fn file(actor: &Actor<Secretariat>, frame: &Frame<'_>, (catalogue, config): (&Catalogue, &Config), format: Format) -> Result<Reply> {
    let (_, reads) = found(actor, catalogue, config).await?;
    let parts: Vec<Part<'_>> = reads.iter().map(Read::part).collect();
    Reply::table(&sheet(frame.lang, &parts), "gradimento", frame.today, format)
}

#[get("/segreteria/gradimento.csv")]
pub async fn csv(actor: Actor<Secretariat>, frame: Frame<'_>, catalogue: &State<Catalogue>, config: &State<Config>) -> Result<Reply> {
    file(&actor, &frame, (catalogue, config), Format::Csv).await
}

#[get("/segreteria/gradimento.xlsx")]
pub async fn xlsx(actor: Actor<Secretariat>, frame: Frame<'_>, catalogue: &State<Catalogue>, config: &State<Config>) -> Result<Reply> {
    file(&actor, &frame, (catalogue, config), Format::Xlsx).await
}
