//! Enti of a file, written by statements prepared once.

use crate::access::Actor;
use crate::access::roles::Doing;
use crate::domain::ids::EnteId;
use crate::domain::import::enti::{EntiWork, Membership};
use crate::domain::import::register::Known;
use crate::domain::place_names::fold;
use crate::enti::members::store::{join, leave};
use crate::platform::Result;
use crate::platform::db::{Query, Tx, q};

use super::carrying::insert;

const ADD: &str = "\
    insert into ente (ente_id, kind, name, province, region, istat_code, pec, ipa_code, mail_domain, mountain, residents, residents_year, \
                      search, created_at, created_by) \
    values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15) on conflict do nothing";
/// The same, [`super::carrying::AT_ONCE`] rows at a time.
const ADD_MANY: &str = "\
    insert into ente (ente_id, kind, name, province, region, istat_code, pec, ipa_code, mail_domain, mountain, residents, residents_year, \
                      search, created_at, created_by) \
    values \
    ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15), \
    ($16, $17, $18, $19, $20, $21, $22, $23, $24, $25, $26, $27, $28, $29, $30), \
    ($31, $32, $33, $34, $35, $36, $37, $38, $39, $40, $41, $42, $43, $44, $45), \
    ($46, $47, $48, $49, $50, $51, $52, $53, $54, $55, $56, $57, $58, $59, $60), \
    ($61, $62, $63, $64, $65, $66, $67, $68, $69, $70, $71, $72, $73, $74, $75), \
    ($76, $77, $78, $79, $80, $81, $82, $83, $84, $85, $86, $87, $88, $89, $90), \
    ($91, $92, $93, $94, $95, $96, $97, $98, $99, $100, $101, $102, $103, $104, $105), \
    ($106, $107, $108, $109, $110, $111, $112, $113, $114, $115, $116, $117, $118, $119, $120), \
    ($121, $122, $123, $124, $125, $126, $127, $128, $129, $130, $131, $132, $133, $134, $135), \
    ($136, $137, $138, $139, $140, $141, $142, $143, $144, $145, $146, $147, $148, $149, $150), \
    ($151, $152, $153, $154, $155, $156, $157, $158, $159, $160, $161, $162, $163, $164, $165), \
    ($166, $167, $168, $169, $170, $171, $172, $173, $174, $175, $176, $177, $178, $179, $180), \
    ($181, $182, $183, $184, $185, $186, $187, $188, $189, $190, $191, $192, $193, $194, $195), \
    ($196, $197, $198, $199, $200, $201, $202, $203, $204, $205, $206, $207, $208, $209, $210), \
    ($211, $212, $213, $214, $215, $216, $217, $218, $219, $220, $221, $222, $223, $224, $225), \
    ($226, $227, $228, $229, $230, $231, $232, $233, $234, $235, $236, $237, $238, $239, $240), \
    ($241, $242, $243, $244, $245, $246, $247, $248, $249, $250, $251, $252, $253, $254, $255), \
    ($256, $257, $258, $259, $260, $261, $262, $263, $264, $265, $266, $267, $268, $269, $270), \
    ($271, $272, $273, $274, $275, $276, $277, $278, $279, $280, $281, $282, $283, $284, $285), \
    ($286, $287, $288, $289, $290, $291, $292, $293, $294, $295, $296, $297, $298, $299, $300) \
    on conflict do nothing";
const CHANGE: &str = "\
    update ente set kind = $2, name = $3, province = $4, region = $5, pec = $6, ipa_code = $7, mail_domain = $8, mountain = $9, \
                    residents = $10, residents_year = $11, search = $12 \
    where ente_id = $1";

/// Whether all could be written; otherwise somebody was first, and nothing stands.
pub async fn write<R: Doing>(actor: &Actor<R>, tx: &mut Tx, work: &EntiWork) -> Result<bool> {
    let row = |row: Query, known: &Known| created(row, known).bind(actor.now()).bind(actor.role().doer());
    if !insert(tx, (ADD_MANY, ADD), &work.created, row).await? {
        return Ok(false);
    }
    for known in &work.changed {
        change(tx, known).await?;
    }
    for Membership { association, joins, leaves, on } in &work.memberships {
        for comune in leaves {
            leave(tx, association, comune, *on).await?;
        }
        for comune in joins {
            join(tx, association, comune, *on).await?;
        }
    }
    Ok(true)
}

/// All columns but when and by whom.
fn created(row: Query, known: &Known) -> Query {
    row.bind(&known.id)
        .bind(known.kind.as_str())
        .bind(&known.name)
        .bind(&known.province)
        .bind(&known.region)
        .bind(known.istat_code.clone())
        .bind(known.pec.clone())
        .bind(known.ipa_code.clone())
        .bind(known.mail_domain.clone())
        .bind(known.mountain)
        .bind(known.residents)
        .bind(known.residents_year)
        .bind(fold(&known.name))
}

async fn change(tx: &mut Tx, known: &Known) -> Result<u64> {
    let id: &EnteId = &known.id;
    q(CHANGE)
        .bind(id)
        .bind(known.kind.as_str())
        .bind(&known.name)
        .bind(&known.province)
        .bind(&known.region)
        .bind(known.pec.clone())
        .bind(known.ipa_code.clone())
        .bind(known.mail_domain.clone())
        .bind(known.mountain)
        .bind(known.residents)
        .bind(known.residents_year)
        .bind(fold(&known.name))
        .run(tx)
        .await
}
