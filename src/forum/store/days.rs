//! Days of the forum as everybody reads them.

use sqlx::FromRow;

use super::hours::HoursRow;
use super::{list, own_ente};
use crate::access::Actor;
use crate::access::roles::Seated;
use crate::domain::forum_day::State;
use crate::domain::ids::{EditionId, ForumDayId, Id, PersonId, QuestionId, SeminarId};
use crate::domain::moment::Moment;
use crate::domain::question::Progress;
use crate::forum::{DaySheet, ForumDay, Line, Named};
use crate::platform::db::{AsConn, q};
use crate::platform::{Error, Result};

/// `$1` a day, or nothing for all · `$2` whether quesiti of all enti are counted; else those released.
const DAYS: &str = "\
    select d.forum_day_id, d.edition_id, e.name as edition_name, d.title, d.presentation, d.themes, d.read_twice, d.gathering_from, \
        d.opens_at, d.closes_at, d.extended_to, d.extended_why, d.published_at, d.revision, d.touched, d.changed_at, \
        (select count(*) from question q where q.forum_day_id = d.forum_day_id and q.declined_at is null \
            and (q.released_at is not null or $2)) as asked, \
        (select count(*) from question q where q.forum_day_id = d.forum_day_id and q.declined_at is null and q.answered_at is not null \
            and (q.released_at is not null or $2)) as answered \
    from forum_day d join edition e on e.edition_id = d.edition_id \
    where ($1 = '' or d.forum_day_id = $1) order by d.opens_at desc, d.forum_day_id";
/// What an ente sees besides: its own quesiti that are not released.
const WAITING: &str = "\
    select q.forum_day_id, count(*) as asked, count(q.answered_at) as answered from question q \
    where q.ente_id = $1 and q.released_at is null and q.declined_at is null and q.forum_day_id is not null group by q.forum_day_id";
const EXPERTS: &str = "\
    select p.person_id, p.name from forum_expert x join person p on p.person_id = x.person_id \
    where x.forum_day_id = $1 order by p.name, p.person_id";
const SEMINARS: &str = "\
    select s.seminar_id, s.title from forum_day_seminar f join seminar s on s.seminar_id = f.seminar_id \
    where f.forum_day_id = $1 order by s.title, s.seminar_id";
const TOTALS: &str = "\
    select count(*) as total, \
        coalesce(cast(sum(case when q.released_at is null then 1 else 0 end) as bigint), 0) as unreleased, \
        coalesce(cast(sum(case when q.answered_at is null then 1 else 0 end) as bigint), 0) as unanswered \
    from question q where q.forum_day_id = $1 and q.declined_at is null";
/// `$1` the day · `$2` sees all, else what is released · `$3` theme · `$4` progress · `$5` first and `$6` last row. The same for all
/// who ask: it is read once for hundreds of them.
const LINES: &str = "\
    with seen as ( \
        select q.question_id, q.theme, q.asked_at, case when $2 then q.title else coalesce(q.released_title, '') end as title, \
            q.released_at, q.assigned_to, q.answered_at, q.declined_at, \
            case when q.answered_at is not null then 'risposto' when q.declined_at is not null then 'archiviato' \
                when q.assigned_to is not null then 'preso' else 'in-attesa' end as progress \
        from question q where q.forum_day_id = $1 and ($2 or (q.released_at is not null and q.declined_at is null)) \
            and ($3 = '' or q.theme = $3)), \
    placed as ( \
        select s.*, count(*) over () as total, row_number() over (order by s.asked_at desc, s.question_id desc) as place_no \
        from seen s where $4 = '' or s.progress = $4) \
    select p.question_id, p.theme, p.asked_at, p.title, p.released_at, p.assigned_to, p.answered_at, p.declined_at, \
        cast(0 as bigint) as own, p.total, \
        (select count(*) from question_interest i where i.question_id = p.question_id) as interested, \
        (select count(*) from forum_post t where t.question_id = p.question_id and t.hidden_at is null) as posts \
    from placed p where p.place_no > $5 and p.place_no <= $6 order by p.place_no";
/// Those of one ente among them, all: `$1` the ente · `$2` the day · `$3` theme · `$4` progress.
const OWN_LINES: &str = "\
    with seen as ( \
        select q.question_id, q.theme, q.asked_at, q.title, q.released_at, q.assigned_to, q.answered_at, q.declined_at, \
            case when q.answered_at is not null then 'risposto' when q.declined_at is not null then 'archiviato' \
                when q.assigned_to is not null then 'preso' else 'in-attesa' end as progress \
        from question q where q.ente_id = $1 and q.forum_day_id = $2 and ($3 = '' or q.theme = $3)) \
    select p.question_id, p.theme, p.asked_at, p.title, p.released_at, p.assigned_to, p.answered_at, p.declined_at, \
        cast(1 as bigint) as own, count(*) over () as total, \
        (select count(*) from question_interest i where i.question_id = p.question_id) as interested, \
        (select count(*) from forum_post t where t.question_id = p.question_id and t.hidden_at is null) as posts \
    from seen p where $4 = '' or p.progress = $4 order by p.asked_at desc, p.question_id desc";
/// Own quesiti of an ente, the latest first, wherever they wait.
const OWN: &str = "\
    select q.question_id, q.theme, q.asked_at, q.title, q.released_at, q.assigned_to, q.answered_at, q.declined_at, cast(1 as bigint) as own, \
        count(*) over () as total, \
        (select count(*) from question_interest i where i.question_id = q.question_id) as interested, \
        (select count(*) from forum_post t where t.question_id = q.question_id and t.hidden_at is null) as posts \
    from question q where q.ente_id = $1 order by q.asked_at desc, q.question_id desc limit 50";

#[derive(FromRow)]
struct DayRow {
    forum_day_id: ForumDayId,
    edition_id: EditionId,
    edition_name: String,
    title: String,
    presentation: String,
    themes: String,
    read_twice: String,
    #[sqlx(flatten)]
    hours: HoursRow,
    extended_why: Option<String>,
    revision: i64,
    touched: i64,
    changed_at: Moment,
    asked: i64,
    answered: i64,
}

impl DayRow {
    fn day(self) -> Result<ForumDay> {
        Ok(ForumDay {
            id: self.forum_day_id,
            edition: self.edition_id,
            edition_name: self.edition_name,
            title: self.title,
            presentation: self.presentation,
            themes: list(&self.themes)?,
            read_twice: list(&self.read_twice)?,
            hours: self.hours.hours()?,
            extended_why: self.extended_why,
            revision: self.revision,
            touched: self.touched,
            changed_at: self.changed_at,
            asked: self.asked,
            answered: self.answered,
        })
    }
}

#[derive(FromRow)]
struct NamedRow {
    person_id: PersonId,
    name: String,
}

#[derive(FromRow)]
struct SeminarRow {
    seminar_id: SeminarId,
    title: String,
}

#[derive(FromRow)]
struct TotalRow {
    total: i64,
    unreleased: i64,
    unanswered: i64,
}

#[derive(FromRow)]
struct LineRow {
    question_id: QuestionId,
    theme: String,
    asked_at: Moment,
    title: String,
    released_at: Option<Moment>,
    assigned_to: Option<PersonId>,
    answered_at: Option<Moment>,
    declined_at: Option<Moment>,
    own: i64,
    total: i64,
    interested: i64,
    posts: i64,
}

impl LineRow {
    fn line(self) -> Line {
        let progress = Progress::of(self.assigned_to.is_some(), self.answered_at.is_some(), self.declined_at.is_some());
        Line {
            id: self.question_id,
            title: self.title,
            theme: self.theme,
            asked_at: self.asked_at,
            progress,
            is_released: self.released_at.is_some(),
            is_own: self.own == 1,
            interested: self.interested,
            posts: self.posts,
        }
    }
}

/// What of the quesiti somebody sees: the ente that is its own, and whether all are.
#[derive(Debug, Clone, Copy)]
pub struct View<'a> {
    pub own: &'a str,
    pub all: bool,
}

impl View<'_> {
    /// Whoever is not signed in, or sits nowhere: what is released.
    pub const PUBLIC: View<'static> = View { own: "", all: false };

    pub fn of(seated: &impl Seated) -> View<'_> {
        View { own: own_ente(seated), all: seated.seat().sees_all() }
    }
}

#[derive(FromRow)]
struct WaitingRow {
    forum_day_id: ForumDayId,
    asked: i64,
    answered: i64,
}

/// All days, the last first, with what is asked on them as somebody sees it. Two statements.
pub async fn all<R>(actor: &Actor<R>, view: View<'_>) -> Result<Vec<ForumDay>> {
    let mut conn = actor.reader().await?;
    let rows: Vec<DayRow> = q(DAYS).bind("").bind(view.all).all(&mut conn).await?;
    let waiting: Vec<WaitingRow> = q(WAITING).bind(view.own).all(&mut conn).await?;
    let mut days: Vec<ForumDay> = rows.into_iter().map(DayRow::day).collect::<Result<_>>()?;
    for day in days.iter_mut().filter(|_| !view.all) {
        if let Some(own) = waiting.iter().find(|own| own.forum_day_id == day.id) {
            day.asked += own.asked;
            day.answered += own.answered;
        }
    }
    Ok(days)
}

/// One day. One statement.
pub async fn one(on: &mut impl AsConn, id: &ForumDayId, view: View<'_>) -> Result<ForumDay> {
    let row: Option<DayRow> = q(DAYS).bind(id).bind(view.all).optional(on).await?;
    row.ok_or(Error::NotFound)?.day()
}

/// One day with all that belongs to it. Four statements.
pub async fn sheet<R>(actor: &Actor<R>, id: &ForumDayId, view: View<'_>) -> Result<DaySheet> {
    sheet_on(&mut actor.reader().await?, id, view).await
}

/// The same where a transaction is looking.
pub async fn sheet_on(on: &mut impl AsConn, id: &ForumDayId, view: View<'_>) -> Result<DaySheet> {
    let day = one(on, id, view).await?;
    let experts: Vec<NamedRow> = q(EXPERTS).bind(id).all(on).await?;
    let seminars: Vec<SeminarRow> = q(SEMINARS).bind(id).all(on).await?;
    let totals: TotalRow = q(TOTALS).bind(id).one(on).await?;
    Ok(DaySheet {
        day,
        experts: experts.into_iter().map(|row| Named { id: row.person_id, name: row.name }).collect(),
        seminars: seminars.into_iter().map(|row| (row.seminar_id, row.title)).collect(),
        total: totals.total,
        unreleased: totals.unreleased,
        unanswered: totals.unanswered,
    })
}

/// Which quesiti of a day: theme, progress, rows to take and to pass over.
#[derive(Debug, Clone, Copy)]
pub struct Wanted<'a> {
    pub day: &'a ForumDayId,
    pub theme: &'a str,
    pub progress: &'a str,
    pub window: (i64, i64),
}

/// A window of the quesiti of a day that somebody may see, and how many windows are made of; before the first, all those of their own
/// ente, which are in no other. Two statements.
pub async fn lines<R>(actor: &Actor<R>, view: View<'_>, wanted: Wanted<'_>) -> Result<(Vec<Line>, i64)> {
    let (size, offset) = wanted.window;
    let mut conn = actor.reader().await?;
    let statement = q(LINES).bind(wanted.day).bind(view.all).bind(wanted.theme).bind(wanted.progress);
    let rows: Vec<LineRow> = statement.bind(offset).bind(offset.saturating_add(size)).all(&mut conn).await?;
    let own = q(OWN_LINES).bind(view.own).bind(wanted.day).bind(wanted.theme).bind(wanted.progress);
    let own: Vec<LineRow> = own.all(&mut conn).await?;
    let total = rows.first().map_or(0, |row| row.total);
    let others = rows.into_iter().filter(|row| own.iter().all(|one| one.question_id != row.question_id)).map(LineRow::line).collect();
    let own = own.into_iter().map(LineRow::line);
    Ok((if offset == 0 { own.chain::<Vec<Line>>(others).collect() } else { others }, total))
}

/// The quesiti of the ente acted for, wherever they are; none for who has no ente. One statement.
pub async fn own<R: Seated>(actor: &Actor<R>) -> Result<Vec<Line>> {
    let rows: Vec<LineRow> = q(OWN).bind(own_ente(actor.role())).all(&mut actor.reader().await?).await?;
    Ok(rows.into_iter().map(LineRow::line).collect())
}

/// The day of an edition that takes quesiti now: the one that ends first. And the next that is announced.
pub fn taking<'a>(days: &'a [ForumDay], edition: &EditionId, now: Moment) -> (Option<&'a ForumDay>, Option<&'a ForumDay>) {
    let of = |wanted: fn(State) -> bool| {
        let fits = move |day: &&ForumDay| day.edition.as_str() == edition.as_str() && wanted(day.state(now));
        days.iter().filter(fits).min_by_key(|day| day.hours.ends_at())
    };
    (of(|state| matches!(state, State::Gathering | State::Open)), of(|state| state == State::Announced))
}
