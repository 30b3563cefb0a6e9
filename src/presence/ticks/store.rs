//! People who may have come without being on the list.

use sqlx::FromRow;

use crate::access::roles::Registrar;
use crate::access::session::EnteName;
use crate::access::{Actor, Trainer};
use crate::domain::ids::{ClassDayId, EnteId, PersonId};
use crate::domain::moment::Day;
use crate::domain::place_names::fold;
use crate::platform::Result;
use crate::platform::db::q;
use crate::presence::store as registers;
use crate::presence::ticks::Found;
use crate::seminars::{self, WalkIn};

/// People who act for an ente on that day, with whether they are on the list. Names are compared in Rust, without accents.
const ACTING: &str = "\
    select p.person_id, p.name, n.ente_id, n.kind as ente_kind, n.name as ente_name, n.province, a.qualifica, \
        (select count(*) from enrolment e where e.class_day_id = $1 and e.person_id = p.person_id and e.standing = 'seated') as seated \
    from appointment a join person p on p.person_id = a.person_id join ente n on n.ente_id = a.ente_id \
    where p.disabled_at is null and p.erased_at is null and a.starts_on <= $2 and coalesce(a.ends_on, $2) >= $2 \
        and (lower(p.name) like '%' || $3 || '%' or n.search like '%' || $4 || '%') \
    order by p.name, n.name, n.province, a.appointment_id limit 2000";

/// People shown at most.
pub const SHOWN: usize = 20;
/// Letters to type at least: the list of all is not for docenti.
pub const LEAST: usize = 3;

#[derive(FromRow)]
struct Row {
    person_id: PersonId,
    name: String,
    ente_id: EnteId,
    ente_kind: String,
    ente_name: String,
    province: String,
    qualifica: String,
    seated: i64,
}

/// Who has all the words typed in their name or in that of their ente, at most [`SHOWN`].
pub async fn find<R: Registrar>(actor: &Actor<R>, day: &ClassDayId, today: Day, typed: &str) -> Result<Vec<Found>> {
    let folded = fold(typed);
    let Some(longest) = folded.split(' ').max_by_key(|word| word.len()).filter(|word| word.len() >= LEAST) else {
        return Ok(Vec::new());
    };
    // `lower` of SQLite leaves accents alone: the vowels that may carry one match any letter.
    let loose: String = longest.chars().map(|c| if "aeiouc".contains(c) { '_' } else { c }).collect();
    let statement = q(ACTING).bind(day).bind(today).bind(loose).bind(longest);
    let rows: Vec<Row> = statement.all(&mut actor.reader().await?).await?;
    let wanted: Vec<&str> = folded.split(' ').collect();
    let has_all = |row: &Row| {
        let text = fold(&format!("{} {}", row.name, row.ente_name));
        wanted.iter().all(|word| text.contains(word))
    };
    Ok(rows.into_iter().filter(has_all).take(SHOWN).map(Row::found).collect())
}

impl Row {
    fn found(self) -> Found {
        let ente = EnteName { id: self.ente_id, kind: self.ente_kind, name: self.ente_name, province: self.province };
        Found { person: self.person_id, name: self.name, ente: Some(ente), qualifica: self.qualifica, seated: self.seated > 0 }
    }
}

/// Somebody is there who was not on the list: enrolled on the spot, whatever the seats. False if the rules of enrolment say no.
pub async fn walk_in(actor: &Actor<Trainer>, day: &ClassDayId, person: &PersonId, ente: Option<&EnteId>) -> Result<bool> {
    let (mut tx, _) = registers::hold(actor, day).await?;
    let one = WalkIn { person, ente, by: actor.person() };
    let enrolled = seminars::walk_in(&mut tx, actor.now(), day, one).await?.is_ok();
    if enrolled {
        tx.commit().await?;
    }
    Ok(enrolled)
}
