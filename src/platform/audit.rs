//! The audit trail: who did what to whom, when and from where. Rows are only ever added, in the transaction of the fact.

use std::net::IpAddr;

use super::db::{Tx, q};
use super::holdings::{After, Erasure, Expiry, Holding, Purpose, Stays, Why};
use super::{Result, random};
use crate::domain::deed::Deed;
use crate::domain::ids::{DeedId, PersonId, SystemAccessId};
use crate::domain::moment::Moment;

/// Who acts, in which role, from where.
#[derive(Debug, Clone, Copy)]
pub struct Doer<'a> {
    /// None: the machine, the command line, or somebody who has not signed in.
    pub person: Option<&'a PersonId>,
    pub role: &'static str,
    pub client: Option<IpAddr>,
}

const KEEP: &str = "\
    insert into deed (deed_id, happened_at, done_by, role, kind, person_id, ente_id, detail, client) \
    values ($1, $2, $3, $4, $5, $6, $7, $8, $9)";

/// What a system administrator did at the door.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Passage {
    In,
    Out,
    /// Somebody gave a wrong password, or the account is disabled.
    Refused,
}

impl Passage {
    pub const ALL: [Passage; 3] = [Passage::In, Passage::Out, Passage::Refused];

    pub fn as_str(self) -> &'static str {
        match self {
            Passage::In => "in",
            Passage::Out => "out",
            Passage::Refused => "refused",
        }
    }

    pub fn parse(text: &str) -> Option<Passage> {
        Passage::ALL.into_iter().find(|passage| passage.as_str() == text)
    }
}

/// Who stands at the door.
#[derive(Debug, Clone, Copy)]
pub enum AtTheDoor<'a> {
    Person(&'a PersonId),
    /// A username or an address, as typed and in lower case; nobody may be called so.
    Login(&'a str),
}

/// One statement whoever it is: only for those who are *gestori* today it adds a row.
const PASS: &str = "\
    insert into system_access (system_access_id, happened_at, person_id, username, kind, client) \
    select $1, cast($2 as bigint), p.person_id, p.username, $3, $4 from person p \
    where (p.person_id = $5 or p.username = $6 or p.email = $6) and p.person_id in \
        (select a.person_id from appointment a \
         where a.role = 'administrator' and a.starts_on <= $7 and coalesce(a.ends_on, $7) >= $7) \
    order by case when p.email = $6 then 1 else 0 end, p.username limit 1";

impl Tx {
    /// Notes in the access log of system administrators, if it is one of them. The same work for everybody else.
    pub async fn pass(&mut self, now: Moment, who: AtTheDoor<'_>, passage: Passage, client: Option<IpAddr>) -> Result<()> {
        let (person, login) = match who {
            AtTheDoor::Person(person) => (Some(person), None),
            AtTheDoor::Login(login) => (None, Some(login)),
        };
        let id: SystemAccessId = random::id(now);
        let statement = q(PASS).bind(&id).bind(now).bind(passage.as_str()).bind(client.map(|client| client.to_string()));
        statement.bind(person).bind(login).bind(now.day()).run(self).await?;
        Ok(())
    }

    /// Notes a deed. Stores call it through `Actor::record`, which knows who, when and from where.
    pub async fn keep(&mut self, now: Moment, doer: Doer<'_>, deed: &Deed) -> Result<()> {
        let id: DeedId = random::id(now);
        q(KEEP)
            .bind(&id)
            .bind(now)
            .bind(doer.person)
            .bind(doer.role)
            .bind(deed.kind.as_str())
            .bind(deed.person.as_ref())
            .bind(deed.ente.as_ref())
            .bind(&deed.detail)
            .bind(doer.client.map(|client| client.to_string()))
            .run(self)
            .await?;
        Ok(())
    }
}

/// Lines of the trail, of what a person did and of what was done to them.
pub const HOLDING: Holding = Holding {
    key: "deeds",
    table: "deed",
    export: "select deed_id, happened_at, role, kind, ente_id, detail, case when done_by = $1 then client end as client \
             from deed where done_by = $1 or person_id = $1 order by happened_at",
    withheld: &[("done_by", Why::OfOthers), ("person_id", Why::OfOthers)],
    rest: None,
    purpose: Purpose::Accountability,
    // Who did what stays; the addresses and names that a few deeds note beside it do not.
    erasure: Erasure::Thin(
        Stays::Trail,
        &[
            "update deed set detail = '' where person_id = $1 and kind in ('address-changed', 'people-merged')",
            "update deed set detail = replace(detail, (select email from person where person_id = $1), '…') where detail like '%@%'",
            "update deed set client = null where done_by = $1",
        ],
    ),
    expiry: None,
};

/// Days for which the access log of system administrators is kept at least: six months (Garante per la protezione dei dati
/// personali, provvedimento 27 novembre 2008 on system administrators, 4.5).
pub const ACCESS_LOG_SHORTEST: i64 = 184;

/// The access log of system administrators.
pub const SYSTEM_ACCESSES: Holding = Holding {
    key: "system-accesses",
    table: "system_access",
    export: "select system_access_id, happened_at, username, kind, client from system_access where person_id = $1 order by happened_at",
    withheld: &[("person_id", Why::Key)],
    rest: None,
    purpose: Purpose::Security,
    erasure: Erasure::Stay(Stays::Trail),
    expiry: Some(Expiry { days: 400, after: After::Happened, statement: "delete from system_access where happened_at < $1" }),
};
