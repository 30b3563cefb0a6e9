//! How the letters of the forum read.

use super::*;
use crate::domain::forum_day::Hours;
use crate::domain::ids::{EditionId, ExpertAnswerId, ForumDayId, Id};
use crate::domain::moment::Day;
use crate::forum::Named;
use crate::ui::mail::specimen::{ente, keep, keep_html, now};

const ID: &str = "0192f0c1-2345-7abc-8def-0123456789ab";

fn text() -> Text {
    Text { title: "Rinnovo con permesso scaduto".into(), body: "Che fare?".into(), law: String::new() }
}

fn question() -> Question {
    let original = Text { title: "Rinnovo della dimora della famiglia di via Roma".into(), ..text() };
    Question {
        id: QuestionId::parse(ID).unwrap(),
        edition: EditionId::parse(ID).unwrap(),
        theme: "Anagrafe".into(),
        ente: ente(),
        asked_by: None,
        asked_at: now(),
        original,
        flags: Vec::new(),
        released: Some(text()),
        released_at: Some(now()),
        assigned_to: Some(Named { id: crate::domain::ids::PersonId::parse(ID).unwrap(), name: "Elena Ferri".into() }),
        assigned_at: Some(now()),
        answered_at: None,
        declined: None,
        day: None,
        touched: 0,
    }
}

fn answer() -> Answer {
    Answer {
        id: ExpertAnswerId::parse(ID).unwrap(),
        theme: "Anagrafe".into(),
        author: "Elena Ferri".into(),
        author_id: None,
        author_role: "avvocata".into(),
        body: "Sì.".into(),
        law: "art. 7 DPR 223/1989".into(),
        valid_until: None,
        read_twice: false,
        reader: None,
        read_at: None,
        changed_at: now(),
        published_at: Some(now()),
        superseded_by: None,
        superseded_at: None,
        revision: 1,
    }
}

fn day() -> ForumDay {
    let at = |hour| Moment::at(Day::new(2026, 3, 12).unwrap(), hour, 0).unwrap();
    let hours = Hours { gathering_from: at(0), opens_at: at(9), closes_at: at(17), extended_to: None, published_at: None };
    ForumDay {
        id: ForumDayId::parse(ID).unwrap(),
        edition: EditionId::parse(ID).unwrap(),
        edition_name: "Edizione 2026".into(),
        title: "Anagrafe e dimora abituale".into(),
        presentation: String::new(),
        themes: vec!["Anagrafe".into()],
        read_twice: Vec::new(),
        hours,
        extended_why: None,
        revision: 1,
        touched: 0,
        changed_at: now(),
        asked: 0,
        answered: 0,
    }
}

#[test]
fn every_letter_reads_as_it_did() {
    let (question, day) = (question(), day());
    let id = &question.id;
    keep("", |lang| asked(lang, "Anagrafe", id));
    keep("", |lang| released(lang, id, &text()));
    keep("", |lang| new_question(lang, id, "Anagrafe", &text()));
    keep("", |lang| declined(lang, &question, "Il tema non è di questa giornata."));
    keep("", |lang| clarification(lang, &question, true));
    keep("reply", |lang| clarification(lang, &question, false));
    keep("", |lang| handed(lang, &question));
    keep("", |lang| read(lang, id, "Anagrafe"));
    keep("", |lang| answered(lang, &question, &answer(), 0));
    keep("merged", |lang| answered(lang, &question, &answer(), 2));
    keep("", |lang| followed(lang, &question));
    keep("", |lang| commented(lang, &question));
    keep("", |lang| hidden(lang, id, "Nomina una persona."));
    keep("", |lang| extended(lang, &day, day.hours.closes_at.plus_minutes(60), "La piattaforma non era raggiungibile."));
    keep("", |lang| over(lang, &day, &[(id.clone(), text().title)]));
    keep("nothing", |lang| over(lang, &day, &[]));
    keep("", |lang| published(lang, &day));
    keep_html(&answered(Lang::It, &question, &answer(), 0));
}

/// The original names a street; others know the public title alone.
#[test]
fn those_who_follow_are_told_the_public_title_alone() {
    let question = question();
    for letter in [followed(Lang::It, &question), commented(Lang::It, &question)] {
        let told = format!("{letter:?}");
        assert!(told.contains(&text().title) && !told.contains("via Roma"), "{told}");
    }
}
