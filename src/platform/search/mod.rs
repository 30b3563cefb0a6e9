//! Full-text search: an index of stems in ordinary tables, the same on both engines (docs/decisions/0027).
//!
//! Slices enter what they release in the transaction that releases it, and take it out in the one that withdraws it. Nothing
//! else is ever found, so that nothing unreleased can be.

mod question;

use super::Result;
use super::db::{Tx, q};
use crate::domain::moment::{Day, Moment};
use crate::domain::search::weights;

pub use question::{Filter, Found, Hit, PAGE, search, similar};

/// What an entry stands for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Kind {
    Faq,
    /// A released quesito with its answers.
    Question,
    /// The proceedings of a forum day.
    Proceedings,
    Testimonial,
    Course,
    /// A document of the library.
    Document,
}

impl Kind {
    pub const ALL: [Kind; 6] = [Kind::Faq, Kind::Question, Kind::Proceedings, Kind::Testimonial, Kind::Course, Kind::Document];

    pub fn as_str(self) -> &'static str {
        match self {
            Kind::Faq => "faq",
            Kind::Question => "question",
            Kind::Proceedings => "proceedings",
            Kind::Testimonial => "testimonial",
            Kind::Course => "course",
            Kind::Document => "document",
        }
    }

    pub fn parse(text: &str) -> Option<Kind> {
        Kind::ALL.into_iter().find(|kind| kind.as_str() == text)
    }
}

/// Who may find an entry.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Readers {
    Everybody,
    SignedIn,
}

impl Readers {
    fn level(self) -> i64 {
        match self {
            Readers::Everybody => 0,
            Readers::SignedIn => 1,
        }
    }
}

/// What can be found, as it stands now: entered again, it replaces what stood there.
#[derive(Debug, Clone)]
pub struct Entry<'a> {
    pub kind: Kind,
    /// The id of what it stands for.
    pub id: &'a str,
    pub readers: Readers,
    /// As people read it; empty: none.
    pub theme: &'a str,
    pub day: Day,
    pub title: &'a str,
    /// Plain words, as [`crate::domain::prose::Prose::plain`] gives them.
    pub text: &'a str,
}

const ENTER: &str = "\
    insert into search_entry (search_entry_id, kind, readers, theme, day, title, body, entered_at) values ($1, $2, $3, $4, $5, $6, $7, $8) \
    on conflict (search_entry_id) do update set kind = excluded.kind, readers = excluded.readers, theme = excluded.theme, \
    day = excluded.day, title = excluded.title, body = excluded.body, entered_at = excluded.entered_at";
/// Ten words at a time; empty places are left out.
const WORDS: &str = "\
    insert into search_word (word, search_entry_id, weight) select v.word, cast($1 as text), v.weight from ( \
    select cast($2 as text) as word, cast($3 as bigint) as weight union all select cast($4 as text), cast($5 as bigint) union all \
    select cast($6 as text), cast($7 as bigint) union all select cast($8 as text), cast($9 as bigint) union all \
    select cast($10 as text), cast($11 as bigint) union all select cast($12 as text), cast($13 as bigint) union all \
    select cast($14 as text), cast($15 as bigint) union all select cast($16 as text), cast($17 as bigint) union all \
    select cast($18 as text), cast($19 as bigint) union all select cast($20 as text), cast($21 as bigint) \
    ) v where v.word <> ''";
const AT_ONCE: usize = 10;
const DROP_WORDS: &str = "delete from search_word where search_entry_id = $1";
const DROP: &str = "delete from search_entry where search_entry_id = $1";
/// An id holds no wildcard.
const DROP_WHOLE_WORDS: &str = "delete from search_word where search_entry_id = $1 or search_entry_id like $1 || '#%'";
const DROP_WHOLE: &str = "delete from search_entry where search_entry_id = $1 or search_entry_id like $1 || '#%'";

impl Tx {
    /// Makes something findable, from the commit of this transaction on. The caller holds the row it stands for.
    pub async fn index(&mut self, now: Moment, entry: &Entry<'_>) -> Result<()> {
        q(ENTER)
            .bind(entry.id)
            .bind(entry.kind.as_str())
            .bind(entry.readers.level())
            .bind(entry.theme)
            .bind(entry.day.to_string())
            .bind(entry.title)
            .bind(entry.text)
            .bind(now)
            .run(self)
            .await?;
        q(DROP_WORDS).bind(entry.id).run(self).await?;
        let words: Vec<(String, i64)> = weights(entry.title, entry.theme, entry.text).into_iter().collect();
        for some in words.chunks(AT_ONCE) {
            let mut query = q(WORDS).bind(entry.id);
            for place in 0..AT_ONCE {
                let (word, weight) = some.get(place).map_or(("", 0), |(word, weight)| (word.as_str(), *weight));
                query = query.bind(word).bind(weight);
            }
            query.run(self).await?;
        }
        Ok(())
    }

    /// Takes it out with all its parts: entries whose id is its own and a fragment (`…#t=125`), which lead to a place on its page.
    pub async fn unindex_whole(&mut self, id: &str) -> Result<()> {
        q(DROP_WHOLE_WORDS).bind(id).run(self).await?;
        q(DROP_WHOLE).bind(id).run(self).await.map(drop)
    }

    /// Takes it out again. What was never in stays out.
    pub async fn unindex(&mut self, id: &str) -> Result<()> {
        q(DROP_WORDS).bind(id).run(self).await?;
        q(DROP).bind(id).run(self).await.map(drop)
    }
}
