//! Letters that leave once more, or sooner than they would have: at the word of the desk, or of their reader.

use super::Tx;
use crate::domain::ids::{LetterId, PersonId};
use crate::domain::moment::Moment;
use crate::platform::db::q;
use crate::platform::{Result, random};

/// Those that wait for the hour of gathering alone: one that was tried, or is on its way, has an hour of its own.
const RELEASE: &str = "\
    update letter set due_at = $2 \
    where person_id = $1 and sent_at is null and failed_at is null and digest_id is null and taken_at is null \
      and attempts = 0 and due_at > $2";
/// The same row, hence the same Message-ID: whoever got it after all sees that it is the same.
///
/// To the address that the person has now, except for one with a secret in it: a link made for one mailbox is never sent
/// to another.
const RETRY: &str = "\
    update letter set failed_at = null, fault = null, taken_at = null, attempts = 0, due_at = $2, \
        address = coalesce((select p.email from person p where p.person_id = letter.person_id and p.erased_at is null), address), \
        name = coalesce((select p.name from person p where p.person_id = letter.person_id and p.erased_at is null), name) \
    where letter_id = $1 and failed_at is not null and sent_at is null and digest_id is null and address <> '' and content is not null \
      and (secret = false or (posted_at >= $3 and kind <> 'password-reset' and address = coalesce( \
           (select p.email from person p where p.person_id = letter.person_id and p.erased_at is null), address)))";
/// What a digest holds waits with it again.
const RETRY_WITH: &str = "update letter set failed_at = null, fault = null where digest_id = $1 and sent_at is null";
/// One that waits after a failure.
const HASTEN: &str = "\
    update letter set due_at = $2 \
    where letter_id = $1 and sent_at is null and failed_at is null and digest_id is null and taken_at is null and attempts > 0";
const COPY: &str = "\
    insert into letter (letter_id, person_id, address, name, kind, subject, secret, content, posted_at, due_at, attempts, invites) \
    select $2, l.person_id, coalesce(p.email, l.address), coalesce(p.name, l.name), l.kind, l.subject, l.secret, l.content, $3, $3, 0, \
           l.invites \
    from letter l left join person p on p.person_id = l.person_id and p.erased_at is null \
    where l.letter_id = $1 and l.sent_at is not null and l.secret = false and l.content is not null and l.address <> ''";

impl Tx {
    /// Somebody wants their letters one by one from now on: those that waited for the others leave. Returns how many.
    pub async fn release(&mut self, now: Moment, person: &PersonId) -> Result<u64> {
        let released = q(RELEASE).bind(person).bind(now).run(self).await?;
        self.ring_on_commit();
        Ok(released)
    }

    /// Whoever waits for letters has a look once this is committed: there is work for them.
    pub fn wake(&mut self) {
        self.ring_on_commit();
    }

    /// A letter that was given up is tried as if it were new; with a secret in it, only if it was written after `fresh` for
    /// the same address. False if there is nothing to try.
    pub async fn retry(&mut self, now: Moment, fresh: Moment, id: &LetterId) -> Result<bool> {
        let retried = q(RETRY).bind(id).bind(now).bind(fresh).run(self).await?;
        if retried == 1 {
            q(RETRY_WITH).bind(id).run(self).await?;
        }
        self.ring_on_commit();
        Ok(retried == 1)
    }

    /// A letter that waits after a failure is tried at once. False if it does not wait.
    pub async fn hasten(&mut self, now: Moment, id: &LetterId) -> Result<bool> {
        let hastened = q(HASTEN).bind(id).bind(now).run(self).await?;
        self.ring_on_commit();
        Ok(hastened == 1)
    }

    /// A letter that was sent leaves once more, as another one, to the address that the person has now. None if it cannot.
    pub async fn post_copy(&mut self, now: Moment, of: &LetterId) -> Result<Option<LetterId>> {
        let id: LetterId = random::id(now);
        let copied = q(COPY).bind(of).bind(&id).bind(now).run(self).await?;
        self.ring_on_commit();
        Ok((copied == 1).then_some(id))
    }
}
