//! What the house holds about people, table by table, as each slice declares it. From this one declaration come "my data",
//! erasure, retention and the register of processing; a test fails when a table with a person in it is not declared.

/// The personal data of one table.
#[derive(Debug, Clone, Copy)]
pub struct Holding {
    /// Names it in files and to the words of the pages.
    pub key: &'static str,
    pub table: &'static str,
    /// The rows that concern one person (`$1`). Every column of the table is selected under its own name, or withheld.
    pub export: &'static str,
    pub withheld: &'static [(&'static str, Why)],
    /// For tables in which people only stand as authors (`…_by`): all columns that are not selected are withheld for this.
    pub rest: Option<Why>,
    pub purpose: Purpose,
    pub erasure: Erasure,
    /// When they go by themselves; none: with the account.
    pub expiry: Option<Expiry>,
}

impl Holding {
    /// A table in which a person stands only as author: what stays is who did it.
    pub const fn authored(key: &'static str, table: &'static str, export: &'static str, rest: Why) -> Holding {
        Holding {
            key,
            table,
            export,
            withheld: &[],
            rest: Some(rest),
            purpose: Purpose::Accountability,
            erasure: Erasure::Stay(Stays::Trail),
            expiry: None,
        }
    }
}

/// Why a column is not handed over.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Why {
    /// It would open something: fingerprints of passwords and links.
    Secret,
    /// It belongs to the ente, who gives it out itself.
    OfTheEnte,
    /// It is the programme's: no data of the person.
    OfTheProgramme,
    /// It says something of somebody else.
    OfOthers,
    /// It is what the person was looked up by.
    Key,
}

/// What it is held for; the words of the pages give the sentence and the legal basis of each.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Purpose {
    /// Letting people in and knowing for whom they act.
    Account,
    /// Running the programme: adhesions, registrations, contacts, letters.
    Programme,
    /// The rilevazione of the ente.
    SelfAssessment,
    /// The report to whoever pays.
    Funding,
    /// Keeping intruders out.
    Security,
    /// Being able to say who did what.
    Accountability,
}

impl Purpose {
    pub const ALL: [Purpose; 6] =
        [Purpose::Account, Purpose::Programme, Purpose::SelfAssessment, Purpose::Funding, Purpose::Security, Purpose::Accountability];
}

/// What an erasure does with the rows. Statements run in the order given, in one transaction; `$1` is the person.
#[derive(Debug, Clone, Copy)]
pub enum Erasure {
    /// The rows, or what in them tells of the person, go.
    Go(&'static [&'static str]),
    /// They stay, and point to an account without a name.
    Stay(Stays),
    /// They stay, and what in them tells of the person goes.
    Thin(Stays, &'static [&'static str]),
}

impl Erasure {
    pub fn statements(self) -> &'static [&'static str] {
        match self {
            Erasure::Go(statements) | Erasure::Thin(_, statements) => statements,
            Erasure::Stay(_) => &[],
        }
    }

    /// Why rows stay; none when they go.
    pub fn stays(self) -> Option<Stays> {
        match self {
            Erasure::Go(_) => None,
            Erasure::Stay(why) | Erasure::Thin(why, _) => Some(why),
        }
    }
}

/// Why something stays after an erasure (Reg. UE 2016/679, art. 17.3).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Stays {
    /// An act of the ente, or part of one.
    ActOfTheEnte,
    /// Who did what must stay provable.
    Trail,
    /// Shown to whoever pays until the term of their audits.
    Funded,
}

/// Rows that have served their purpose.
#[derive(Debug, Clone, Copy)]
pub struct Expiry {
    pub days: i64,
    /// Counted from what.
    pub after: After,
    /// Removes, or empties, what is older than the instant `$1`; after [`After::NeverUsed`] it finds the people whose accounts
    /// are erased as at their own request. Twice does no harm.
    pub statement: &'static str,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum After {
    Sent,
    Happened,
    LastUse,
    Ended,
    /// Made by others, and nobody ever came in.
    NeverUsed,
}

/// The declarations of all slices; gathered when the server is built.
#[derive(Debug, Clone, Default)]
pub struct Holdings(pub Vec<Holding>);
