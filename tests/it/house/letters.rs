//! Letters of a house: what left, as its readers got it.

use std::sync::Mutex;

use affianca::platform::db::q;
use affianca::platform::jobs::{RESTLESS, tick};
use affianca::platform::mail::Carrier;

use super::House;

/// What a test has read of the letters, and what it lets lie.
#[derive(Default)]
pub(super) struct Desk {
    read: Mutex<usize>,
    may_stay: Mutex<bool>,
}

/// A letter as it arrived.
#[derive(Debug, Clone)]
pub struct Received {
    /// The address it went to.
    pub to: String,
    /// As in `password-reset`.
    pub kind: String,
    pub subject: String,
    pub text: String,
    pub html: String,
    /// `<id@host>`.
    pub message_id: String,
    /// The whole message, as it travels.
    pub message: String,
    base: String,
}

impl Received {
    /// The local path of the first link that one is asked to follow.
    #[track_caller]
    pub fn link(&self) -> String {
        let address = self.own_words().lines().find_map(|line| line.strip_prefix(&self.base));
        address.unwrap_or_else(|| panic!("no link in\n{}", self.text)).to_owned()
    }

    /// The code that one is asked to copy.
    #[track_caller]
    pub fn code(&self) -> String {
        let code = self.own_words().lines().find_map(|line| line.strip_prefix("    "));
        code.unwrap_or_else(|| panic!("no code in\n{}", self.text)).to_owned()
    }

    /// Without the foot that every letter has.
    fn own_words(&self) -> &str {
        self.text.split("\n-- \n").next().unwrap_or_default()
    }
}

const WAITING: &str = "\
    select address, subject from letter where sent_at is null and failed_at is null and digest_id is null order by address, subject";

impl House {
    /// Delivers what is due at the hour of the house and gives the letters that left since they were last asked for, by
    /// instant, address and subject.
    pub async fn letters(&self) -> Vec<Received> {
        let jobs = affianca::jobs();
        let ran = tick(jobs.iter().filter(|job| job.every == RESTLESS), &self.plant()).await.unwrap();
        for job in ran {
            job.outcome.unwrap();
        }
        let Carrier::Kept(kept) = &self.carrier else { panic!("this house has another carrier") };
        let kept = kept.lock().unwrap();
        let mut read = self.letters.read.lock().unwrap();
        let mut fresh: Vec<_> = kept.letters[*read..].to_vec();
        *read = kept.letters.len();
        // Ids of one instant are in no order.
        fresh.sort_by_key(|letter| (letter.posted, letter.to.to_string(), letter.subject.clone()));
        let received = fresh.into_iter().map(|letter| {
            let message = String::from_utf8(letter.message).unwrap();
            let id = message.lines().find_map(|line| line.strip_prefix("Message-ID: ")).unwrap_or_default().to_owned();
            Received {
                to: letter.to.to_string(),
                kind: letter.kind,
                subject: letter.subject,
                text: letter.parts.text,
                html: letter.parts.html,
                message_id: id,
                message,
                base: self.config.server.public_url.clone(),
            }
        });
        received.collect()
    }

    /// This test posts letters and does not care what becomes of them. Without it, letters that wait at the end fail the test.
    pub fn letters_left(&self) {
        *self.letters.may_stay.lock().unwrap() = true;
    }

    pub(super) async fn letters_waiting(&self) -> Vec<String> {
        if *self.letters.may_stay.lock().unwrap() {
            return Vec::new();
        }
        // A test may have closed the database.
        let Ok(mut conn) = self.db.reader().await else { return Vec::new() };
        let rows: Vec<(String, String)> = q(WAITING).all(&mut conn).await.unwrap();
        rows.into_iter().map(|(address, subject)| format!("{address}: {subject}")).collect()
    }
}
