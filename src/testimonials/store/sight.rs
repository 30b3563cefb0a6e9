//! What can be found follows what may be seen: the search, and the examples that reports lead to.

use super::found;
use crate::assessments::{self, Example};
use crate::domain::captions::clock;
use crate::domain::ids::{Id, TestimonialId};
use crate::domain::moment::Moment;
use crate::domain::prose::Prose;
use crate::platform::Result;
use crate::platform::db::{Tx, q};
use crate::platform::search::{Entry, Kind, Readers};
use crate::testimonials::{Found, Told};
use crate::ui::{page, paths};

const ENTERED: &str = "update testimonial set entered_at = $2 where testimonial_id = $1";

/// Enters one as it now reads, or takes it out: what may not be seen is not found. The caller holds its row.
pub async fn settle(tx: &mut Tx, id: &TestimonialId, now: Moment) -> Result<()> {
    tx.unindex_whole(id.as_str()).await?;
    assessments::drop_example(tx, id).await?;
    let seen = match found(tx, id, now.day()).await? {
        Some(Found::Told(told)) => Some(told),
        _ => None,
    };
    if let Some(told) = &seen {
        enter(tx, told, now).await?;
    }
    q(ENTERED).bind(id).bind(seen.map(|_| now)).run(tx).await.map(drop)
}

/// The sheet, and each paragraph of the transcript: found, it leads to its second.
async fn enter(tx: &mut Tx, told: &Told, now: Moment) -> Result<()> {
    let text = text(told);
    let day = told.first_published_at.unwrap_or(now).day();
    let whole = Entry {
        kind: Kind::Testimonial,
        id: told.id.as_str(),
        readers: Readers::Everybody,
        theme: &told.sheet.theme,
        day,
        title: &told.sheet.title,
        text: &text,
    };
    tx.index(now, &whole).await?;
    for paragraph in told.transcript() {
        let id = format!("{}{}", told.id, paths::at_second(paragraph.second));
        let title = format!("{} ({})", told.sheet.title, clock(paragraph.second));
        tx.index(now, &Entry { id: &id, title: &title, text: &paragraph.text, ..whole.clone() }).await?;
    }
    let told_by = page::ente(&told.ente);
    let example = |illustrates: &String| Example {
        illustrates: illustrates.clone(),
        id: told.id.clone(),
        title: told.sheet.title.clone(),
        told_by: told_by.clone(),
    };
    let illustrated = told.sheet.suggestions.iter().chain(Some(&told.sheet.model).filter(|model| !model.is_empty()));
    let examples: Vec<Example> = illustrated.map(example).collect();
    assessments::enter_example(tx, &told.sheet.questionnaire, &examples).await
}

/// All that the sheet tells, as plain words.
fn text(told: &Told) -> String {
    let sheet = &told.sheet;
    let plain = |text: &str| Prose::kept(text).plain();
    let mut parts = vec![sheet.summary.clone(), sheet.territory.clone(), sheet.form.clone(), sheet.offices.clone()];
    parts.extend([&sheet.approach, &sheet.strengths, &sheet.difficulties, &sheet.how].map(|text| plain(text)));
    parts.extend(sheet.figures.iter().map(|figure| format!("{}: {}", figure.label, figure.value)));
    parts.extend(sheet.members.iter().map(|member| member.name.clone()));
    parts.extend(sheet.chapters.iter().map(|chapter| chapter.title.clone()));
    if let Some(session) = &sheet.session {
        parts.push(plain(&session.about));
        parts.extend(session.exchanges.iter().map(|one| format!("{}\n\n{}", one.question, plain(&one.answer))));
    }
    parts.retain(|part| !part.trim().is_empty());
    parts.join("\n\n")
}
