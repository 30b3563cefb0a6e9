//! When a testimonial may be read by everybody: it is complete, its ente has approved this version, everybody who can be
//! recognised has released their picture, and no electoral period forbids it (art. 9, L. 28/2000).

use super::{Part, Sheet};
use crate::domain::moment::{Day, Moment};

/// How one stands, for those who prepare it and for its ente.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum State {
    /// Being written: the ente has not seen it as it is now.
    Draft,
    /// Sent to the ente, which has not answered.
    Waiting,
    /// The ente asked for corrections.
    Corrections,
    /// The ente approved it as it is; it is not public.
    Approved,
    Public,
    /// Public, and written further since.
    Ahead,
    Withdrawn,
    /// A release expired: no longer public.
    Lapsed,
}

impl State {
    pub fn is_public(self) -> bool {
        matches!(self, State::Public | State::Ahead)
    }
}

/// What has happened to one, as far as its state depends on it.
#[derive(Debug, Clone, Copy)]
pub struct Happened<'a> {
    pub is_public: bool,
    /// What is public is what was sent last.
    pub shows_the_last: bool,
    pub sent_at: Option<Moment>,
    pub withdrawn_at: Option<Moment>,
    pub lapsed_at: Option<Moment>,
    pub asked: &'a Asked,
}

impl State {
    pub fn of(happened: &Happened<'_>) -> State {
        let same = happened.asked.changed.is_empty();
        let since = |at: Option<Moment>| at.is_some_and(|at| happened.sent_at.is_none_or(|sent| at >= sent));
        match &happened.asked.approval {
            _ if happened.is_public && happened.shows_the_last && same => State::Public,
            _ if happened.is_public => State::Ahead,
            _ if since(happened.withdrawn_at) => State::Withdrawn,
            _ if since(happened.lapsed_at) => State::Lapsed,
            Approval::NeverAsked => State::Draft,
            _ if !same => State::Draft,
            Approval::Waiting => State::Waiting,
            Approval::Corrections => State::Corrections,
            Approval::Approved(_) => State::Approved,
        }
    }
}

/// What the ente answered to the version it was sent last.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Approval {
    /// Never sent.
    NeverAsked,
    Waiting,
    Corrections,
    /// When.
    Approved(Moment),
}

/// What was sent last, compared with what stands now.
#[derive(Debug, Clone)]
pub struct Asked {
    pub approval: Approval,
    /// What was changed since.
    pub changed: Vec<Part>,
    /// When the ente last took its word back.
    pub withdrawn_by_ente: Option<Moment>,
}

/// The word of somebody who can be recognised (liberatoria).
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Release {
    pub name: String,
    /// Last day on which it holds; none: without end.
    pub expires_on: Option<Day>,
}

impl Release {
    pub fn holds(&self, today: Day) -> bool {
        self.expires_on.is_none_or(|last| today <= last)
    }
}

/// What stands between a testimonial and its readers.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Missing {
    /// A part is still to be written.
    Part(Part),
    /// The ente has not seen this version yet: what was changed since it saw one.
    NotSent(Vec<Part>),
    /// It has it, and has not answered.
    NotAnswered,
    /// It asked for corrections.
    ToCorrect,
    /// It withdrew its approval.
    TakenBack,
    /// Somebody who speaks has released nothing.
    NoRelease(String),
    ReleaseExpired(String),
}

/// What is still to be written before the ente is asked.
pub fn unsaid(sheet: &Sheet, captions: &str) -> Vec<Part> {
    let blank = |text: &str| text.trim().is_empty();
    let parts = [
        (Part::Title, blank(&sheet.title)),
        (Part::Summary, blank(&sheet.summary)),
        (Part::Facts, [&sheet.theme, &sheet.territory, &sheet.form, &sheet.years].into_iter().any(|text| blank(text))),
        (Part::Approach, blank(&sheet.approach)),
        (Part::Strengths, blank(&sheet.strengths)),
        (Part::Difficulties, blank(&sheet.difficulties)),
        (Part::How, blank(&sheet.how)),
        (Part::Speakers, sheet.speakers.is_empty()),
        // Whoever does not hear reads; whoever cannot load a video does as well.
        (Part::Captions, sheet.video.is_some() && blank(captions)),
    ];
    parts.into_iter().filter(|(_, lacks)| *lacks).map(|(part, _)| part).collect()
}

/// All that is missing before it can be published; nothing: it can.
pub fn lacking(sheet: &Sheet, captions: &str, asked: &Asked, (releases, today): (&[Release], Day)) -> Vec<Missing> {
    let mut missing: Vec<Missing> = unsaid(sheet, captions).into_iter().map(Missing::Part).collect();
    missing.extend(match &asked.approval {
        Approval::NeverAsked => Some(Missing::NotSent(Vec::new())),
        _ if !asked.changed.is_empty() => Some(Missing::NotSent(asked.changed.clone())),
        Approval::Waiting => Some(Missing::NotAnswered),
        Approval::Corrections => Some(Missing::ToCorrect),
        Approval::Approved(at) => asked.withdrawn_by_ente.filter(|taken_back| taken_back >= at).map(|_| Missing::TakenBack),
    });
    let of = |name: &str| releases.iter().filter(|release| same(&release.name, name)).collect::<Vec<_>>();
    for speaker in &sheet.speakers {
        if of(&speaker.name).is_empty() {
            missing.push(Missing::NoRelease(speaker.name.clone()));
        }
    }
    // Of somebody who signed again, the later paper counts.
    let mut named: Vec<&str> = Vec::new();
    for release in releases {
        let counted = named.iter().any(|name| same(name, &release.name));
        if !counted && !of(&release.name).iter().any(|one| one.holds(today)) {
            missing.push(Missing::ReleaseExpired(release.name.clone()));
        }
        named.push(&release.name);
    }
    missing
}

/// The last day on which everybody's word holds; none: without end. Of somebody who signed twice the later day counts.
pub fn holds_until(releases: &[Release]) -> Option<Day> {
    let last = |one: &Release| {
        let own = releases.iter().filter(|other| same(&other.name, &one.name)).map(|other| other.expires_on);
        own.collect::<Option<Vec<_>>>().and_then(|days| days.into_iter().max())
    };
    releases.iter().filter_map(last).min()
}

/// Whether two spellings are of one name: case and spaces do not count.
fn same(one: &str, other: &str) -> bool {
    let folded = |name: &str| name.split_whitespace().collect::<Vec<_>>().join(" ").to_lowercase();
    folded(one) == folded(other)
}

/// Whose testimonials a suspension takes out of sight.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Scope<E> {
    Everybody,
    Region(String),
    Ente(E),
}

/// An electoral period, first and last day.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Suspension<E> {
    pub scope: Scope<E>,
    pub starts_on: Day,
    pub ends_on: Day,
}

/// Whether a testimonial of this ente and region is out of sight on a day.
pub fn suspended<E: PartialEq>(all: &[Suspension<E>], ente: &E, region: &str, today: Day) -> bool {
    let concerns = |scope: &Scope<E>| match scope {
        Scope::Everybody => true,
        Scope::Region(one) => one == region,
        Scope::Ente(one) => one == ente,
    };
    all.iter().any(|one| one.starts_on <= today && today <= one.ends_on && concerns(&one.scope))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::testimonial::{Speaker, Video};

    fn day(text: &str) -> Day {
        Day::parse(text).unwrap()
    }

    fn whole() -> Sheet {
        let text = || "x".to_owned();
        Sheet {
            title: text(),
            summary: text(),
            theme: text(),
            territory: text(),
            form: text(),
            years: text(),
            approach: text(),
            strengths: text(),
            difficulties: text(),
            how: text(),
            speakers: vec![Speaker { name: "Anna Bianchi".into(), role: "Sindaca".into(), on: "2026-01-01".into() }],
            ..Sheet::default()
        }
    }

    fn asked(approval: Approval) -> Asked {
        Asked { approval, changed: Vec::new(), withdrawn_by_ente: None }
    }

    fn release(name: &str, until: Option<&str>) -> Release {
        Release { name: name.into(), expires_on: until.map(day) }
    }

    #[test]
    fn all_that_is_missing_is_told() {
        let approved = || asked(Approval::Approved(Moment::from_millis(10)));
        let good = [release("anna  bianchi", Some("2026-03-02"))];
        let today = day("2026-03-02");
        assert_eq!(lacking(&whole(), "", &approved(), (&good, today)), []);
        type Case = (Sheet, Asked, Vec<Release>, &'static str, Vec<Missing>);
        let cases: Vec<Case> = vec![
            (whole(), asked(Approval::NeverAsked), good.to_vec(), "2026-03-02", vec![Missing::NotSent(vec![])]),
            (whole(), asked(Approval::Waiting), good.to_vec(), "2026-03-02", vec![Missing::NotAnswered]),
            (whole(), asked(Approval::Corrections), good.to_vec(), "2026-03-02", vec![Missing::ToCorrect]),
            (
                whole(),
                Asked { changed: vec![Part::How], ..approved() },
                good.to_vec(),
                "2026-03-02",
                vec![Missing::NotSent(vec![Part::How])],
            ),
            (
                whole(),
                Asked { withdrawn_by_ente: Some(Moment::from_millis(11)), ..approved() },
                good.to_vec(),
                "2026-03-02",
                vec![Missing::TakenBack],
            ),
            (whole(), Asked { withdrawn_by_ente: Some(Moment::from_millis(9)), ..approved() }, good.to_vec(), "2026-03-02", vec![]),
            (whole(), approved(), vec![], "2026-03-02", vec![Missing::NoRelease("Anna Bianchi".into())]),
            (whole(), approved(), good.to_vec(), "2026-03-03", vec![Missing::ReleaseExpired("anna  bianchi".into())]),
            (
                whole(),
                approved(),
                vec![good[0].clone(), release("Un passante", Some("2026-01-01"))],
                "2026-03-02",
                vec![Missing::ReleaseExpired("Un passante".into())],
            ),
            (whole(), approved(), vec![good[0].clone(), release("Anna Bianchi", None)], "2030-01-01", vec![]),
            (Sheet { title: " ".into(), ..whole() }, approved(), good.to_vec(), "2026-03-02", vec![Missing::Part(Part::Title)]),
        ];
        for (sheet, asked, releases, today, expected) in cases {
            assert_eq!(lacking(&sheet, "", &asked, (&releases, day(today))), expected);
        }
    }

    #[test]
    fn a_video_needs_captions_and_a_sheet_alone_does_not() {
        let video = Some(Video { sha256: "a".into(), media: "video/mp4".into(), bytes: 1, seconds: 2, layout: None });
        assert_eq!(unsaid(&whole(), ""), []);
        assert_eq!(unsaid(&Sheet { video: video.clone(), ..whole() }, " "), [Part::Captions]);
        assert_eq!(unsaid(&Sheet { video, ..whole() }, "WEBVTT"), []);
        assert_eq!(unsaid(&Sheet::default(), "").len(), 8);
    }

    #[test]
    fn everybodys_word_holds_until_the_first_of_the_last_days() {
        let cases: Vec<(Vec<Release>, Option<&str>)> = vec![
            (vec![], None),
            (vec![release("A", None)], None),
            (vec![release("A", Some("2026-05-01")), release("B", Some("2026-04-01")), release("C", None)], Some("2026-04-01")),
            (
                vec![release("A", Some("2026-05-01")), release("B", Some("2026-04-01")), release("b", Some("2027-04-01"))],
                Some("2026-05-01"),
            ),
            (vec![release("A", Some("2026-05-01")), release("a ", None)], None),
        ];
        for (releases, expected) in cases {
            assert_eq!(holds_until(&releases), expected.map(day), "{releases:?}");
            // The same said release by release.
            if let Some(last) = expected.map(day) {
                let nobody = Sheet { speakers: Vec::new(), ..whole() };
                let expired = |on| {
                    lacking(&nobody, "", &asked(Approval::Waiting), (&releases, on)).iter().any(|m| matches!(m, Missing::ReleaseExpired(_)))
                };
                assert!(!expired(last) && expired(last.plus_days(1)), "{releases:?}");
            }
        }
    }

    #[test]
    fn its_state_follows_from_what_happened() {
        let at = |millis| Some(Moment::from_millis(millis));
        let asked = |approval, changed: &[Part]| Asked { approval, changed: changed.to_vec(), withdrawn_by_ente: None };
        let approved = || Approval::Approved(Moment::from_millis(6));
        let (how, sent) = (&[Part::How][..], at(5));
        let cases = [
            (false, true, None, None, None, asked(Approval::NeverAsked, &[]), State::Draft),
            (false, true, sent, None, None, asked(Approval::Waiting, &[]), State::Waiting),
            (false, true, sent, None, None, asked(Approval::Waiting, how), State::Draft),
            (false, true, sent, None, None, asked(Approval::Corrections, &[]), State::Corrections),
            (false, true, sent, None, None, asked(approved(), &[]), State::Approved),
            (false, true, sent, None, None, asked(approved(), how), State::Draft),
            (true, true, sent, None, None, asked(approved(), &[]), State::Public),
            (true, true, sent, None, None, asked(approved(), how), State::Ahead),
            (true, false, sent, None, None, asked(Approval::Waiting, &[]), State::Ahead),
            (false, true, sent, at(7), None, asked(approved(), &[]), State::Withdrawn),
            (false, true, sent, at(4), None, asked(Approval::Waiting, &[]), State::Waiting),
            (false, true, sent, None, at(7), asked(approved(), &[]), State::Lapsed),
        ];
        for (is_public, shows_the_last, sent_at, withdrawn_at, lapsed_at, asked, expected) in cases {
            let happened = Happened { is_public, shows_the_last, sent_at, withdrawn_at, lapsed_at, asked: &asked };
            assert_eq!(State::of(&happened), expected, "{happened:?}");
        }
    }

    #[test]
    fn a_suspension_holds_from_its_first_day_to_its_last_for_those_it_names() {
        let of = |scope| vec![Suspension { scope, starts_on: day("2026-04-01"), ends_on: day("2026-05-25") }];
        let cases = [
            (Scope::Ente(1), "2026-04-01", true),
            (Scope::Ente(1), "2026-05-25", true),
            (Scope::Ente(1), "2026-03-31", false),
            (Scope::Ente(1), "2026-05-26", false),
            (Scope::Ente(2), "2026-04-10", false),
            (Scope::Region("Toscana".into()), "2026-04-10", true),
            (Scope::Region("Puglia".into()), "2026-04-10", false),
            (Scope::Everybody, "2026-04-10", true),
        ];
        for (scope, today, expected) in cases {
            assert_eq!(suspended(&of(scope.clone()), &1, "Toscana", day(today)), expected, "{scope:?} {today}");
        }
    }
}
