//! Who of a list would be expected in two places if the hours of its giornata were others.

use sqlx::FromRow;

use crate::domain::ids::{ClassDayId, PersonId};
use crate::domain::moment::Moment;
use crate::platform::Result;
use crate::platform::db::{AsConn, q};
use crate::seminars::SessionDraft;
use crate::seminars::schedule::Clashing;

/// Those on the list of `$1` who are on another that has a session between `$2` and `$3`.
const CLASHES: &str = "\
    select e.person_id, p.name, s.title, t.starts_at \
    from enrolment e join person p on p.person_id = e.person_id \
    join enrolment o on o.person_id = e.person_id and o.class_day_id <> e.class_day_id and o.standing <> 'out' \
    join class_day d on d.class_day_id = o.class_day_id and d.cancelled_at is null and d.published_at is not null \
    join seminar s on s.seminar_id = d.seminar_id \
    join class_session t on t.class_day_id = o.class_day_id and t.starts_at < $3 and t.ends_at > $2 \
    where e.class_day_id = $1 and e.standing <> 'out' order by p.name, e.person_id, t.starts_at, d.class_day_id";

#[derive(FromRow)]
struct Row {
    person_id: PersonId,
    name: String,
    title: String,
    starts_at: Moment,
}

/// Each of them once, with the first of what they would miss. One statement for each session.
pub async fn clashes(on: &mut impl AsConn, day: &ClassDayId, sessions: &[SessionDraft]) -> Result<Vec<Clashing>> {
    let mut found: Vec<(PersonId, Clashing)> = Vec::new();
    for session in sessions {
        let rows: Vec<Row> = q(CLASHES).bind(day).bind(session.starts_at).bind(session.ends_at).all(on).await?;
        for row in rows {
            if !found.iter().any(|(person, _)| *person == row.person_id) {
                found.push((row.person_id, Clashing { name: row.name, title: row.title, starts_at: row.starts_at }));
            }
        }
    }
    found.sort_by(|(a, x), (b, y)| (&x.name, a).cmp(&(&y.name, b)));
    Ok(found.into_iter().map(|(_, clashing)| clashing).collect())
}
