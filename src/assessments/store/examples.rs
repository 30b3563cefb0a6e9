//! Examples that reports lead to: entered by the slices above that publish them, so that a report never asks whether they may be seen.

use sqlx::FromRow;

use crate::access::Actor;
use crate::assessments::Example;
use crate::domain::ids::TestimonialId;
use crate::platform::Result;
use crate::platform::db::{Tx, q};

const ENTER: &str = "insert into example (questionnaire, illustrates, example_id, title, told_by) values ($1, $2, $3, $4, $5)";
const DROP: &str = "delete from example where example_id = $1";
const OF: &str =
    "select illustrates, example_id, title, told_by from example where questionnaire = $1 order by illustrates, title, example_id";

/// Lets reports lead to an example, for each model and suggestion that it illustrates; what stood before goes.
pub async fn enter_example(tx: &mut Tx, questionnaire: &str, all: &[Example]) -> Result<()> {
    for one in all {
        let row = q(ENTER).bind(questionnaire).bind(&one.illustrates).bind(&one.id);
        row.bind(&one.title).bind(&one.told_by).run(tx).await?;
    }
    Ok(())
}

/// Reports lead to it no more.
pub async fn drop_example(tx: &mut Tx, id: &TestimonialId) -> Result<()> {
    q(DROP).bind(id).run(tx).await.map(drop)
}

#[derive(FromRow)]
struct ExampleRow {
    illustrates: String,
    example_id: TestimonialId,
    title: String,
    told_by: String,
}

/// All of a questionnaire that may be seen. One statement.
pub async fn examples<R>(actor: &Actor<R>, questionnaire: &str) -> Result<Vec<Example>> {
    let rows: Vec<ExampleRow> = q(OF).bind(questionnaire).all(&mut actor.reader().await?).await?;
    let example = |row: ExampleRow| Example { illustrates: row.illustrates, id: row.example_id, title: row.title, told_by: row.told_by };
    Ok(rows.into_iter().map(example).collect())
}
