//! What a testimonial tells: kept as one tree, so that a version is the whole of it.

use serde::{Deserialize, Serialize};

use crate::domain::captions::Chapter;
use crate::domain::mp4::Layout;

/// The sheet, the interview and the in-depth session. Fields that are empty are still to be written.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Sheet {
    pub title: String,
    /// What was done, in two sentences.
    pub summary: String,
    pub theme: String,
    pub territory: String,
    /// As in "unione di comuni, ufficio unico in convenzione".
    pub form: String,
    /// Id of a model of the questionnaire; empty: none.
    pub model: String,
    pub questionnaire: String,
    /// Ids of the suggestions of the questionnaire that it illustrates.
    pub suggestions: Vec<String>,
    /// "dal 2012", "2008–2015".
    pub years: String,
    pub offices: String,
    /// Its own page, `https://…`.
    pub website: String,
    /// The comuni, as the register had them on `members_on`.
    pub members: Vec<Member>,
    /// `YYYY-MM-DD`.
    pub members_on: String,
    pub figures: Vec<Figure>,
    // As typed: `domain::prose` reads them.
    pub approach: String,
    pub strengths: String,
    pub difficulties: String,
    pub how: String,
    pub speakers: Vec<Speaker>,
    pub video: Option<Video>,
    pub chapters: Vec<Chapter>,
    pub session: Option<Session>,
}

/// A comune, with its residents as the register had them.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Member {
    pub name: String,
    pub province: String,
    pub residents: Option<i64>,
    pub year: Option<i64>,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Figure {
    pub label: String,
    pub value: String,
}

/// Who speaks, and as what on which day: "Sindaco al 2 aprile 2015".
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Speaker {
    pub name: String,
    pub role: String,
    /// `YYYY-MM-DD`.
    pub on: String,
}

/// The file of the interview.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Video {
    /// Fingerprint of the content, under which it is stored.
    pub sha256: String,
    /// `video/mp4` or `video/webm`.
    pub media: String,
    pub bytes: i64,
    /// Its length.
    pub seconds: i64,
    /// Of an MP4: where its index stands.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub layout: Option<Layout>,
}

/// The in-depth session: what was shown, asked and answered.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Session {
    /// `YYYY-MM-DD`.
    pub on: String,
    pub about: String,
    /// Prose, with links.
    pub materials: String,
    pub exchanges: Vec<Exchange>,
}

#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Exchange {
    pub question: String,
    pub answer: String,
}

/// How many live there: so that whoever looks for an example finds one of a size they know. It compares nobody.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum SizeClass {
    UpTo5000,
    UpTo20000,
    UpTo60000,
    Larger,
}

impl SizeClass {
    pub const ALL: [SizeClass; 4] = [SizeClass::UpTo5000, SizeClass::UpTo20000, SizeClass::UpTo60000, SizeClass::Larger];

    pub fn as_str(self) -> &'static str {
        match self {
            SizeClass::UpTo5000 => "5000",
            SizeClass::UpTo20000 => "20000",
            SizeClass::UpTo60000 => "60000",
            SizeClass::Larger => "oltre",
        }
    }

    pub fn parse(text: &str) -> Option<SizeClass> {
        SizeClass::ALL.into_iter().find(|class| class.as_str() == text)
    }

    pub fn of(residents: i64) -> SizeClass {
        match residents {
            ..=5_000 => SizeClass::UpTo5000,
            5_001..=20_000 => SizeClass::UpTo20000,
            20_001..=60_000 => SizeClass::UpTo60000,
            _ => SizeClass::Larger,
        }
    }
}

impl Sheet {
    /// Residents of all its comuni; none while one of them is not known.
    pub fn residents(&self) -> Option<i64> {
        let known = self.members.iter().map(|member| member.residents).collect::<Option<Vec<_>>>()?;
        (!known.is_empty()).then(|| known.into_iter().sum())
    }

    pub fn size(&self) -> Option<SizeClass> {
        self.residents().map(SizeClass::of)
    }

    /// Whether captions go with this video: another one needs its own.
    pub fn shows_the_same(&self, other: &Sheet) -> bool {
        let hash = |sheet: &Sheet| sheet.video.as_ref().map(|video| video.sha256.clone());
        hash(self) == hash(other)
    }
}

/// What may differ between what was approved and what stands now.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Part {
    Title,
    Summary,
    Facts,
    Links,
    Members,
    Figures,
    Approach,
    Strengths,
    Difficulties,
    How,
    Speakers,
    Video,
    Captions,
    Chapters,
    Session,
}

/// What differs between two versions, each a sheet with its captions, in the order of the page.
pub fn changes(before: (&Sheet, &str), after: (&Sheet, &str)) -> Vec<Part> {
    let ((a, old), (b, new)) = (before, after);
    let facts = |s: &Sheet| [&s.theme, &s.territory, &s.form, &s.years, &s.offices, &s.website].map(Clone::clone);
    let links = |s: &Sheet| (s.model.clone(), s.questionnaire.clone(), s.suggestions.clone());
    let all = [
        (Part::Title, a.title != b.title),
        (Part::Summary, a.summary != b.summary),
        (Part::Facts, facts(a) != facts(b)),
        (Part::Links, links(a) != links(b)),
        (Part::Members, a.members != b.members || a.members_on != b.members_on),
        (Part::Figures, a.figures != b.figures),
        (Part::Approach, a.approach != b.approach),
        (Part::Strengths, a.strengths != b.strengths),
        (Part::Difficulties, a.difficulties != b.difficulties),
        (Part::How, a.how != b.how),
        (Part::Speakers, a.speakers != b.speakers),
        (Part::Video, a.video != b.video),
        (Part::Captions, old != new),
        (Part::Chapters, a.chapters != b.chapters),
        (Part::Session, a.session != b.session),
    ];
    all.into_iter().filter(|(_, differs)| *differs).map(|(part, _)| part).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    type Change = fn(&mut Sheet);

    #[test]
    fn every_field_that_readers_see_belongs_to_a_part_that_is_told() {
        let changes_of: &[(Change, Part)] = &[
            (|s| s.title.push('x'), Part::Title),
            (|s| s.summary.push('x'), Part::Summary),
            (|s| s.theme.push('x'), Part::Facts),
            (|s| s.territory.push('x'), Part::Facts),
            (|s| s.form.push('x'), Part::Facts),
            (|s| s.years.push('x'), Part::Facts),
            (|s| s.offices.push('x'), Part::Facts),
            (|s| s.website.push('x'), Part::Facts),
            (|s| s.model.push('x'), Part::Links),
            (|s| s.questionnaire.push('x'), Part::Links),
            (|s| s.suggestions.push("S21".into()), Part::Links),
            (|s| s.members_on.push('x'), Part::Members),
            (|s| s.members.push(Member { name: "A".into(), province: "TO".into(), residents: None, year: None }), Part::Members),
            (|s| s.figures.push(Figure { label: "a".into(), value: "b".into() }), Part::Figures),
            (|s| s.approach.push('x'), Part::Approach),
            (|s| s.strengths.push('x'), Part::Strengths),
            (|s| s.difficulties.push('x'), Part::Difficulties),
            (|s| s.how.push('x'), Part::How),
            (|s| s.speakers.push(Speaker::default()), Part::Speakers),
            (|s| s.video = Some(Video { sha256: "a".into(), media: "video/mp4".into(), bytes: 1, seconds: 2, layout: None }), Part::Video),
            (|s| s.chapters.push(Chapter { second: 1, title: "x".into() }), Part::Chapters),
            (|s| s.session = Some(Session::default()), Part::Session),
        ];
        for (change, part) in changes_of {
            let mut after = Sheet::default();
            change(&mut after);
            assert_eq!(changes((&Sheet::default(), ""), (&after, "")), [*part]);
        }
        // A field that is added is told as well, or this number does not hold any more.
        let tree = serde_json::to_value(Sheet::default()).unwrap();
        assert_eq!(tree.as_object().unwrap().len(), changes_of.len());
        assert_eq!(changes((&Sheet::default(), ""), (&Sheet::default(), "WEBVTT")), [Part::Captions]);
    }

    #[test]
    fn residents_are_known_when_those_of_all_comuni_are() {
        let member = |residents| Member { name: "A".into(), province: "TO".into(), residents, year: Some(2024) };
        let sheet = |members| Sheet { members, ..Sheet::default() };
        assert_eq!(sheet(vec![]).residents(), None);
        assert_eq!(sheet(vec![member(Some(2_000)), member(None)]).residents(), None);
        assert_eq!(sheet(vec![member(Some(2_000)), member(Some(3_001))]).size(), Some(SizeClass::UpTo20000));
        for (residents, class) in
            [(1, SizeClass::UpTo5000), (5_000, SizeClass::UpTo5000), (20_000, SizeClass::UpTo20000), (60_001, SizeClass::Larger)]
        {
            assert_eq!(SizeClass::of(residents), class);
        }
        for class in SizeClass::ALL {
            assert_eq!(SizeClass::parse(class.as_str()), Some(class));
        }
    }
}
