//! The job: whatever is due is asked for, a few hosts at a time and never for long, since other jobs wait.

use std::collections::BTreeMap;
use std::time::Duration;

use super::{Linking, WebLink, store};
use crate::domain::moment::Moment;
use crate::domain::web_link::is_our_line;
use crate::platform::Result;
use crate::platform::asking::Asker;
use crate::platform::jobs::Turn;

/// Addresses asked for in one turn, and how long it may take.
const MOST: usize = 60;
const TURN: Duration = Duration::from_secs(30);

/// Asks for what is due, and forgets what nothing leads to any more. Returns how many were asked.
pub async fn check(turn: Turn, linked: Vec<Linking>) -> Result<u64> {
    if !turn.config.links.check {
        return Ok(0);
    }
    let (published, known) = {
        let mut conn = turn.db.reader().await?;
        let places = store::places(&mut conn, &linked).await?;
        (places, store::known(&mut conn).await?)
    };
    let gone: Vec<String> = known.iter().filter(|one| !published.contains_key(&one.address)).map(|one| one.address.clone()).collect();
    if !gone.is_empty() {
        store::forget(&turn.db, &gone).await?;
    }
    let due = due(published.keys(), &known, turn.now);
    if due.is_empty() {
        return Ok(0);
    }
    let heard = Asker::new(&turn.config.links)?.ask_all(due, TURN).await;
    if is_our_line(&heard) {
        tracing::warn!(links = heard.len(), "no site could be reached: links are judged another time");
        return Ok(0);
    }
    let (now, asked) = (turn.clock.now(), heard.len());
    for (address, heard) in heard {
        store::note(&turn.db, now, (&address, heard)).await?;
    }
    Ok(asked as u64)
}

/// What was never asked for, then what waits longest.
fn due<'a>(published: impl Iterator<Item = &'a String>, known: &[WebLink], now: Moment) -> Vec<String> {
    let known: BTreeMap<&str, Moment> = known.iter().map(|one| (one.address.as_str(), one.standing.ask_at())).collect();
    let mut due: Vec<(Option<Moment>, &String)> = published.map(|address| (known.get(address.as_str()).copied(), address)).collect();
    due.retain(|(at, _)| at.is_none_or(|at| at <= now));
    due.sort_unstable();
    due.into_iter().take(MOST).map(|(_, address)| address.clone()).collect()
}
