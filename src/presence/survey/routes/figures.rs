//! The figures of a giornata, for its docenti and for the segreteria.

use std::sync::Arc;

use rocket::{State, get};

use super::sheet::sheet;
use crate::access::{Actor, Trainer};
use crate::assessments::Catalogue;
use crate::domain::ids::ClassDayId;
use crate::domain::moment::Moment;
use crate::domain::questionnaire::Questionnaire;
use crate::domain::survey::{Figures, figures};
use crate::platform::Result;
use crate::platform::config::Config;
use crate::presence::survey::pages::{self, Day};
use crate::presence::survey::{Attendance, Counted, Part, store};
use crate::presence::{Register, store as registers};
use crate::ui::page::Frame;
use crate::ui::reply::{Format, Reply};

/// A survey with what may be shown of it by now. One whose questionnaire is no longer at hand has none.
pub(super) struct Read {
    pub counted: Counted,
    pub questionnaire: Option<Arc<Questionnaire>>,
    pub figures: Figures,
}

impl Read {
    pub(super) fn part(&self) -> Part<'_> {
        Part { counted: &self.counted, questionnaire: self.questionnaire.as_deref(), figures: &self.figures }
    }
}

pub(super) fn read(counted: Counted, catalogue: &Catalogue, (config, now): (&Config, Moment)) -> Read {
    let survey = &counted.survey;
    let questionnaire = catalogue.version(&survey.questionnaire, &survey.version, &survey.content_hash).ok().cloned();
    let figures = match &questionnaire {
        Some(questionnaire) => figures(questionnaire, &counted.ballots, counted.turnout, (config.survey_group, now)),
        None => Figures::TooFew,
    };
    Read { counted, questionnaire, figures }
}

async fn found(actor: &Actor<Trainer>, catalogue: &Catalogue, config: &Config, id: &ClassDayId) -> Result<(Register, Vec<Read>)> {
    let register = registers::read(actor, id).await?;
    let counted = store::of_day(actor, id).await?;
    let reads = counted.into_iter().map(|one| read(one, catalogue, (config, actor.now()))).collect();
    Ok((register, reads))
}

#[get("/area/docenza/<id>/gradimento")]
pub async fn day(
    actor: Actor<Trainer>,
    frame: Frame<'_>,
    catalogue: &State<Catalogue>,
    config: &State<Config>,
    id: ClassDayId,
) -> Result<Reply> {
    let (register, reads) = found(&actor, catalogue, config, &id).await?;
    let parts: Vec<Part<'_>> = reads.iter().map(Read::part).collect();
    let attendance = Attendance::of(&register);
    Ok(Reply::Page(pages::day(&Day { frame: &frame, register: &register, attendance, parts: &parts, least: config.survey_group })))
}

async fn file(
    actor: &Actor<Trainer>,
    frame: &Frame<'_>,
    (catalogue, config, id): (&Catalogue, &Config, &ClassDayId),
    format: Format,
) -> Result<Reply> {
    let (register, reads) = found(actor, catalogue, config, id).await?;
    let parts: Vec<Part<'_>> = reads.iter().map(Read::part).collect();
    let day = register.day.starts_at().map_or(frame.today, Moment::day);
    Reply::table(&sheet(frame.lang, &parts), "gradimento", day, format)
}

#[get("/area/docenza/<id>/gradimento.csv")]
pub async fn csv(
    actor: Actor<Trainer>,
    frame: Frame<'_>,
    catalogue: &State<Catalogue>,
    config: &State<Config>,
    id: ClassDayId,
) -> Result<Reply> {
    file(&actor, &frame, (catalogue, config, &id), Format::Csv).await
}

#[get("/area/docenza/<id>/gradimento.xlsx")]
pub async fn xlsx(
    actor: Actor<Trainer>,
    frame: Frame<'_>,
    catalogue: &State<Catalogue>,
    config: &State<Config>,
    id: ClassDayId,
) -> Result<Reply> {
    file(&actor, &frame, (catalogue, config, &id), Format::Xlsx).await
}
