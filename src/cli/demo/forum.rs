//! The forum of the demonstration: a day that is open now, one whose proceedings are out, one that is announced.

use super::super::demo_words::{self as words, FORUM_ANSWERS, FORUM_PAST, FORUM_QUESTIONS};
use super::fill::ente;
use crate::access::{Actor, Expert, Housekeeper, Member, Moderator};
use crate::domain::ids::{EditionId, ForumDayId, PersonId, QuestionId};
use crate::domain::moment::Moment;
use crate::domain::question::Seat;
use crate::forum::{self, AnswerDraft, Asked, DayDraft, QuestionDraft, Said, Text};
use crate::people;
use crate::platform::{Error, Result, random};

/// Who asks, and for which comune.
const ASKERS: [(&str, &str); 2] = [("anna.referente", "Agliè"), ("carla.segretaria", "Bairo")];
const EXPERT: &str = "esperta";
const HOUR: i64 = 60 * 60_000;

/// Everybody who plays in it, at an hour of the demonstration.
struct Stage<'a> {
    actor: &'a Actor<Housekeeper>,
    edition: &'a EditionId,
    secretary: PersonId,
    expert: PersonId,
}

pub(super) async fn hold(actor: &Actor<Housekeeper>, secretary: PersonId, edition: &EditionId) -> Result<()> {
    let expert = people::by_username(actor, EXPERT).await?;
    let stage = Stage { actor, edition, secretary, expert };
    let now = Moment::from_millis(actor.now().millis() / HOUR * HOUR);
    stage.past(now.plus_days(-30)).await?;
    stage.today(now.plus_minutes(-2 * 60)).await?;
    let announced = stage.draft(2, now.plus_days(30));
    forum::create_day(&actor.stand_in(Housekeeper::secretariat(stage.secretary.clone()), actor.now()), edition, &announced).await?;
    Ok(())
}

impl Stage<'_> {
    fn draft(&self, n: usize, opens_at: Moment) -> DayDraft {
        let (title, presentation) = words::FORUM_DAYS[n];
        DayDraft {
            title: title.into(),
            presentation: presentation.into(),
            themes: words::THEMES.map(str::to_owned).to_vec(),
            read_twice: Vec::new(),
            gathering_from: opens_at.plus_days(-7),
            opens_at,
            closes_at: opens_at.plus_minutes(8 * 60),
            experts: vec![self.expert.clone()],
            seminars: Vec::new(),
        }
    }

    async fn announce(&self, n: usize, opens_at: Moment) -> Result<ForumDayId> {
        let desk = self.actor.stand_in(Housekeeper::secretariat(self.secretary.clone()), opens_at.plus_days(-20));
        forum::create_day(&desk, self.edition, &self.draft(n, opens_at)).await
    }

    /// All asked, released, answered, and the proceedings out.
    async fn past(&self, opens_at: Moment) -> Result<()> {
        let day = self.announce(0, opens_at).await?;
        for (n, (text, answer)) in FORUM_PAST.into_iter().zip(FORUM_ANSWERS).enumerate() {
            let id = self.ask(&day, n, text, opens_at.plus_minutes(10)).await?;
            self.release(&id, text, opens_at.plus_minutes(20)).await?;
            self.answer(&id, answer, opens_at.plus_minutes(95)).await?;
        }
        let desk = self.actor.stand_in(Housekeeper::secretariat(self.secretary.clone()), opens_at.plus_minutes(10 * 60));
        forum::publish_day(&desk, &day).await.map(drop)
    }

    /// One answered, one that everybody sees and nobody has answered, one that waits to be released.
    async fn today(&self, opens_at: Moment) -> Result<()> {
        let day = self.announce(1, opens_at).await?;
        for (n, text) in FORUM_QUESTIONS.into_iter().enumerate() {
            let at = opens_at.plus_minutes(15 * i64::try_from(n).unwrap_or(0));
            let id = self.ask(&day, n, text, at).await?;
            if n < 2 {
                self.release(&id, text, at.plus_minutes(10)).await?;
            }
            if n == 0 {
                self.answer(&id, words::FORUM_ANSWER_TODAY, at.plus_minutes(40)).await?;
                self.comment(&id, at.plus_minutes(55)).await?;
            }
        }
        Ok(())
    }

    async fn member(&self, n: usize, at: Moment) -> Result<Actor<Member>> {
        let (username, comune) = ASKERS[n % ASKERS.len()];
        let (person, ente) = (people::by_username(self.actor, username).await?, ente(self.actor, comune, "TO").await?);
        let appointment = people::appointment_of(self.actor, &person, &ente).await?;
        Ok(self.actor.stand_in(Housekeeper::member(person, appointment, ente), at))
    }

    async fn ask(&self, day: &ForumDayId, n: usize, (title, body, law): (&str, &str, &str), at: Moment) -> Result<QuestionId> {
        let draft = QuestionDraft { theme: words::THEMES[1].into(), title: title.into(), body: body.into(), law: law.into() };
        let key = random::token();
        let asked = Asked { draft: &draft, edition: self.edition, day: Some(day), key: &key, file: None };
        forum::ask(&self.member(n, at).await?, &asked).await?.map_err(|refusal| Error::Bug(format!("{refusal:?}")))
    }

    async fn release(&self, id: &QuestionId, (title, body, law): (&str, &str, &str), at: Moment) -> Result<()> {
        let moderator: Actor<Moderator> = self.actor.stand_in(Housekeeper::moderator(self.secretary.clone()), at);
        forum::release(&moderator, id, &Text { title: title.into(), body: body.into(), law: law.into() }, &[]).await
    }

    async fn answer(&self, id: &QuestionId, (body, law): (&str, &str), at: Moment) -> Result<()> {
        let expert: Actor<Expert> = self.actor.stand_in(Housekeeper::expert(self.expert.clone()), at);
        forum::take(&expert, id).await?.map_err(|why| Error::Bug(format!("{why:?}")))?;
        let draft = AnswerDraft { body: body.into(), law: law.into(), author_role: words::FORUM_ROLE.into(), ..AnswerDraft::default() };
        let (answer, revision) = forum::draft_answer(&expert, id, &draft, 0).await?.map_err(|why| Error::Bug(format!("{why:?}")))?;
        forum::publish_answer(&expert, &answer, revision).await?.map_err(|why| Error::Bug(format!("{why:?}")))
    }

    async fn comment(&self, id: &QuestionId, at: Moment) -> Result<()> {
        let (username, comune) = ASKERS[1];
        let (person, ente) = (people::by_username(self.actor, username).await?, ente(self.actor, comune, "TO").await?);
        let bairo = self.actor.stand_in(Housekeeper::participant(person, Seat::Ente(ente)), at);
        let said = Said { body: words::FORUM_COMMENT, role: words::FORUM_COMMENT_ROLE, key: &random::token() };
        forum::post(&bairo, id, &said).await?.map_err(|why| Error::Bug(format!("{why:?}")))
    }
}
