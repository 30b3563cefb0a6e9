//! Domande frequenti written, published, withdrawn. What is public can be found, in one transaction.

use super::super::{ChangedMeanwhile, Draft, Proposal, STANDS};
use super::public;
use crate::access::roles::{Doing, Signed};
use crate::access::{Actor, Moderator};
use crate::domain::deed::{Deed, Kind};
use crate::domain::ids::{FaqId, Id, PersonId};
use crate::domain::prose::Prose;
use crate::platform::db::{Tx, q};
use crate::platform::search::{self, Entry, Readers};
use crate::platform::{Error, Result, random};

const ADD: &str = "\
    insert into faq (faq_id, theme, owner_id, from_id, review_on, revision, created_at, created_by, changed_at) \
    values ($1, $2, $3, $4, $5, 1, $6, $7, $6) on conflict (from_id) do nothing";
const FROM: &str = "select faq_id from faq where from_id = $1";
const HOLD: &str = "update faq set revision = revision where faq_id = $1";
const REVISION: &str = "select revision from faq where faq_id = $1";
const LAST: &str = "select max(version) from faq_version where faq_id = $1";
const ADD_VERSION: &str = "\
    insert into faq_version (faq_id, version, question, answer, law, author, author_role, answered_on, saved_at, saved_by) \
    values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)";
/// A day moved forward is looked at anew when it comes.
const CHANGE: &str = "\
    update faq set theme = $2, owner_id = $3, told_at = case when review_on = $4 then told_at else null end, review_on = $4, \
    revision = revision + 1, changed_at = $5 where faq_id = $1";
const PUBLISH: &str = "\
    update faq set version = $2, published_at = $3, first_published_at = coalesce(first_published_at, $3), withdrawn_at = null, \
    withdrawn_by = null, withdrawn_why = null, changed_at = $3 where faq_id = $1";
const WITHDRAW: &str = "\
    update faq set version = null, withdrawn_at = $2, withdrawn_by = $3, withdrawn_why = $4, revision = revision + 1, changed_at = $2 \
    where faq_id = $1 and version is not null";

/// A new draft.
pub async fn create(actor: &Actor<Moderator>, draft: &Draft, publishes: bool) -> Result<FaqId> {
    let mut tx = actor.begin().await?;
    let id = add(actor, &mut tx, draft, None).await?.ok_or_else(|| Error::Bug("faq: made twice".to_owned()))?;
    if publishes {
        make_public(actor, &mut tx, &id).await?;
    }
    tx.commit().await?;
    Ok(id)
}

/// The same for other slices and the demonstration: a draft, as it stands.
pub async fn write<R: Signed>(actor: &Actor<R>, draft: &Draft) -> Result<FaqId> {
    let mut tx = actor.begin().await?;
    let id = add(actor, &mut tx, draft, None).await?.ok_or_else(|| Error::Bug("faq: made twice".to_owned()))?;
    tx.commit().await?;
    Ok(id)
}

/// A draft made of an answer of the forum; the one there is already, if it was proposed before.
pub async fn propose<R: Signed>(actor: &Actor<R>, proposal: &Proposal<'_>) -> Result<FaqId> {
    let copy = |text: &str| text.to_owned();
    let draft = Draft {
        theme: copy(proposal.theme),
        question: copy(proposal.question),
        answer: copy(proposal.answer),
        law: copy(proposal.law),
        author: copy(proposal.author),
        author_role: copy(proposal.author_role),
        answered_on: proposal.answered_on,
        review_on: proposal.valid_until.unwrap_or_else(|| proposal.answered_on.plus_days(STANDS)),
        owner: proposal.owner.cloned(),
    };
    let mut tx = actor.begin().await?;
    let id = match add(actor, &mut tx, &draft, Some(proposal.from)).await? {
        Some(id) => id,
        None => q(FROM).bind(proposal.from).one::<(FaqId,)>(&mut tx).await?.0,
    };
    tx.commit().await?;
    Ok(id)
}

/// None: there is one already of the same origin.
async fn add<R: Signed>(actor: &Actor<R>, tx: &mut Tx, draft: &Draft, from: Option<&str>) -> Result<Option<FaqId>> {
    let id: FaqId = random::id(actor.now());
    let row = q(ADD).bind(&id).bind(&draft.theme).bind(draft.owner.as_ref()).bind(from).bind(draft.review_on);
    let fresh = row.bind(actor.now()).bind(actor.person()).run(tx).await?;
    if fresh == 0 {
        return Ok(None);
    }
    add_version(actor, tx, (&id, 1), draft).await?;
    Ok(Some(id))
}

async fn add_version<R: Signed>(actor: &Actor<R>, tx: &mut Tx, (id, version): (&FaqId, i64), draft: &Draft) -> Result<()> {
    let row = q(ADD_VERSION).bind(id).bind(version).bind(&draft.question).bind(&draft.answer).bind(&draft.law);
    let row = row.bind(&draft.author).bind(&draft.author_role).bind(draft.answered_on);
    row.bind(actor.now()).bind(actor.person()).run(tx).await.map(drop)
}

/// Saves a new version, and publishes it if asked to. `seen` is the revision the form was opened on: of two changes at once,
/// the later is told.
pub async fn save(
    actor: &Actor<Moderator>,
    id: &FaqId,
    draft: &Draft,
    (seen, publishes): (i64, bool),
) -> Result<Result<(), ChangedMeanwhile>> {
    let mut tx = actor.begin_on(HOLD, id).await?;
    if q(REVISION).bind(id).count(&mut tx).await? != seen {
        return Ok(Err(ChangedMeanwhile));
    }
    let last = q(LAST).bind(id).count(&mut tx).await?;
    add_version(actor, &mut tx, (id, last + 1), draft).await?;
    let row = q(CHANGE).bind(id).bind(&draft.theme).bind(draft.owner.as_ref()).bind(draft.review_on);
    row.bind(actor.now()).run(&mut tx).await?;
    if publishes {
        make_public(actor, &mut tx, id).await?;
    } else {
        // The theme is of the domanda, not of its text: what can be found follows it.
        enter(actor, &mut tx, id).await?;
    }
    tx.commit().await?;
    Ok(Ok(()))
}

/// Publishes the text as last saved.
pub async fn publish<R: Signed + Doing>(actor: &Actor<R>, id: &FaqId) -> Result<()> {
    let mut tx = actor.begin_on(HOLD, id).await?;
    make_public(actor, &mut tx, id).await?;
    tx.commit().await
}

async fn make_public<R: Signed + Doing>(actor: &Actor<R>, tx: &mut Tx, id: &FaqId) -> Result<()> {
    let last = q(LAST).bind(id).count(tx).await?;
    q(PUBLISH).bind(id).bind(last).bind(actor.now()).run(tx).await?;
    if let Some(faq) = public(tx, id).await? {
        actor.record(tx, Deed::new(Kind::FaqPublished).detail(faq.question)).await?;
    }
    enter(actor, tx, id).await
}

/// Makes what is public findable as it now stands.
async fn enter<R: Signed>(actor: &Actor<R>, tx: &mut Tx, id: &FaqId) -> Result<()> {
    let Some(faq) = public(tx, id).await? else { return Ok(()) };
    let text = format!("{}\n\n{}", Prose::kept(&faq.answer).plain(), faq.law);
    let entry = Entry {
        kind: search::Kind::Faq,
        id: id.as_str(),
        readers: Readers::Everybody,
        theme: &faq.theme,
        day: faq.answered_on,
        title: &faq.question,
        text: text.trim_end(),
    };
    tx.index(actor.now(), &entry).await
}

/// Takes it away from readers and from the search; its texts stay. Whether it was public.
pub async fn withdraw(actor: &Actor<Moderator>, id: &FaqId, why: &str) -> Result<bool> {
    let mut tx = actor.begin_on(HOLD, id).await?;
    let person: &PersonId = actor.person();
    let before = public(&mut tx, id).await?;
    let withdrawn = q(WITHDRAW).bind(id).bind(actor.now()).bind(person).bind(why).run(&mut tx).await?;
    tx.unindex(id.as_str()).await?;
    if let Some(faq) = before.filter(|_| withdrawn == 1) {
        actor.record(&mut tx, Deed::new(Kind::FaqWithdrawn).detail(format!("{}: {why}", faq.question))).await?;
    }
    tx.commit().await?;
    Ok(withdrawn == 1)
}
