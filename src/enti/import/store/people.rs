//! People of a file, written by statements prepared once. Nobody gets a password: none is hashed.

use crate::access::Actor;
use crate::access::password::NOT_CHOSEN;
use crate::access::roles::Doing;
use crate::domain::import::facts::Fact;
use crate::domain::import::people::{Account, Held, PeopleWork};
use crate::people;
use crate::platform::Result;
use crate::platform::db::{Query, Tx, q};

use super::carrying::{Carried, insert};

const ADD: &str = "\
    insert into person (person_id, username, name, email, password_hash, created_at) values ($1, $2, $3, $4, $5, $6) on conflict do nothing";
/// The same, [`super::carrying::AT_ONCE`] rows at a time.
const ADD_MANY: &str = "\
    insert into person (person_id, username, name, email, password_hash, created_at) \
    values \
    ($1, $2, $3, $4, $5, $6), \
    ($7, $8, $9, $10, $11, $12), \
    ($13, $14, $15, $16, $17, $18), \
    ($19, $20, $21, $22, $23, $24), \
    ($25, $26, $27, $28, $29, $30), \
    ($31, $32, $33, $34, $35, $36), \
    ($37, $38, $39, $40, $41, $42), \
    ($43, $44, $45, $46, $47, $48), \
    ($49, $50, $51, $52, $53, $54), \
    ($55, $56, $57, $58, $59, $60), \
    ($61, $62, $63, $64, $65, $66), \
    ($67, $68, $69, $70, $71, $72), \
    ($73, $74, $75, $76, $77, $78), \
    ($79, $80, $81, $82, $83, $84), \
    ($85, $86, $87, $88, $89, $90), \
    ($91, $92, $93, $94, $95, $96), \
    ($97, $98, $99, $100, $101, $102), \
    ($103, $104, $105, $106, $107, $108), \
    ($109, $110, $111, $112, $113, $114), \
    ($115, $116, $117, $118, $119, $120) \
    on conflict do nothing";
const APPOINT: &str = "\
    insert into appointment (appointment_id, person_id, ente_id, role, qualifica, starts_on, ends_on, import_id) \
    values ($1, $2, $3, $4, $5, $6, $7, $8)";
const APPOINT_MANY: &str = "\
    insert into appointment (appointment_id, person_id, ente_id, role, qualifica, starts_on, ends_on, import_id) \
    values \
    ($1, $2, $3, $4, $5, $6, $7, $8), \
    ($9, $10, $11, $12, $13, $14, $15, $16), \
    ($17, $18, $19, $20, $21, $22, $23, $24), \
    ($25, $26, $27, $28, $29, $30, $31, $32), \
    ($33, $34, $35, $36, $37, $38, $39, $40), \
    ($41, $42, $43, $44, $45, $46, $47, $48), \
    ($49, $50, $51, $52, $53, $54, $55, $56), \
    ($57, $58, $59, $60, $61, $62, $63, $64), \
    ($65, $66, $67, $68, $69, $70, $71, $72), \
    ($73, $74, $75, $76, $77, $78, $79, $80), \
    ($81, $82, $83, $84, $85, $86, $87, $88), \
    ($89, $90, $91, $92, $93, $94, $95, $96), \
    ($97, $98, $99, $100, $101, $102, $103, $104), \
    ($105, $106, $107, $108, $109, $110, $111, $112), \
    ($113, $114, $115, $116, $117, $118, $119, $120), \
    ($121, $122, $123, $124, $125, $126, $127, $128), \
    ($129, $130, $131, $132, $133, $134, $135, $136), \
    ($137, $138, $139, $140, $141, $142, $143, $144), \
    ($145, $146, $147, $148, $149, $150, $151, $152), \
    ($153, $154, $155, $156, $157, $158, $159, $160)";
const CHANGE: &str = "update appointment set qualifica = $2, ends_on = $3 where appointment_id = $1";

/// Rows tell of each person and field once: PostgreSQL refuses a statement that would write one twice.
const TELL: &str = "\
    insert into participant_fact (person_id, edition_id, field, value, told_at) values ($1, $2, $3, $4, $5) \
    on conflict (person_id, edition_id, field) do update set value = excluded.value, told_at = excluded.told_at";
const TELL_MANY: &str = "\
    insert into participant_fact (person_id, edition_id, field, value, told_at) \
    values \
    ($1, $2, $3, $4, $5), \
    ($6, $7, $8, $9, $10), \
    ($11, $12, $13, $14, $15), \
    ($16, $17, $18, $19, $20), \
    ($21, $22, $23, $24, $25), \
    ($26, $27, $28, $29, $30), \
    ($31, $32, $33, $34, $35), \
    ($36, $37, $38, $39, $40), \
    ($41, $42, $43, $44, $45), \
    ($46, $47, $48, $49, $50), \
    ($51, $52, $53, $54, $55), \
    ($56, $57, $58, $59, $60), \
    ($61, $62, $63, $64, $65), \
    ($66, $67, $68, $69, $70), \
    ($71, $72, $73, $74, $75), \
    ($76, $77, $78, $79, $80), \
    ($81, $82, $83, $84, $85), \
    ($86, $87, $88, $89, $90), \
    ($91, $92, $93, $94, $95), \
    ($96, $97, $98, $99, $100) \
    on conflict (person_id, edition_id, field) do update set value = excluded.value, told_at = excluded.told_at";

/// Whether all could be written; otherwise somebody took a username first, and nothing stands.
pub async fn write<R: Doing>(actor: &Actor<R>, tx: &mut Tx, import: &Carried<'_>, work: &PeopleWork) -> Result<bool> {
    let id = import.id;
    let account = |row: Query, account: &Account| {
        let Account { id, username, name, email, .. } = account;
        row.bind(id).bind(username).bind(name).bind(email).bind(NOT_CHOSEN).bind(actor.now())
    };
    if !insert(tx, (ADD_MANY, ADD), &work.created, account).await? {
        return Ok(false);
    }
    let appointment = |row: Query, held: &Held| {
        let row = row.bind(&held.id).bind(&held.person).bind(&held.ente).bind(held.role.as_str());
        row.bind(&held.qualifica).bind(held.from).bind(held.to).bind(id)
    };
    insert(tx, (APPOINT_MANY, APPOINT), &work.appointed, appointment).await?;
    for Held { id, qualifica, to, .. } in &work.changed {
        q(CHANGE).bind(id).bind(qualifica).bind(*to).run(tx).await?;
    }
    if let Some(edition) = import.edition {
        let told = |row: Query, fact: &Fact| {
            row.bind(&fact.person).bind(&edition.id).bind(fact.field.as_str()).bind(&fact.value).bind(actor.now())
        };
        insert(tx, (TELL_MANY, TELL), &work.facts, told).await?;
    }
    if import.invite {
        for account in &work.created {
            people::invite_to_choose_password(actor, tx, &account.id).await?;
        }
    }
    Ok(true)
}
