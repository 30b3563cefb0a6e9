//! Surveys in the database: opened and written of, answered, counted. Who answered and what was answered meet in no row.

mod answering;
mod counting;
mod opening;
mod rehearsal;

use sqlx::FromRow;

use super::Survey;
use crate::domain::ids::{ClassDayId, SurveyId};
use crate::domain::moment::Moment;
use crate::domain::survey::Occasion;
use crate::platform::{Error, Result};

pub use answering::{NotTaken, answer, of_person, pending};
pub use counting::{attendance, of_day, of_edition};
pub use opening::write;
pub use rehearsal::rehearse;

#[derive(FromRow)]
struct SurveyRow {
    survey_id: SurveyId,
    class_day_id: ClassDayId,
    title: String,
    starts_at: Moment,
    occasion: String,
    questionnaire: String,
    version: String,
    content_hash: String,
    closes_at: Moment,
}

impl SurveyRow {
    fn survey(self) -> Result<Survey> {
        let occasion =
            Occasion::parse(&self.occasion).ok_or_else(|| Error::Bug(format!("survey {}: {}", self.survey_id, self.occasion)))?;
        Ok(Survey {
            id: self.survey_id,
            day: self.class_day_id,
            title: self.title,
            starts_at: self.starts_at,
            occasion,
            questionnaire: self.questionnaire,
            version: self.version,
            content_hash: self.content_hash,
            closes_at: self.closes_at,
        })
    }
}
