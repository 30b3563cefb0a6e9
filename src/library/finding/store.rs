//! What the index answers to whoever asks.

use crate::access::Actor;
use crate::platform::Result;
use crate::platform::search::{Filter, Found, Readers, search};

/// Ten a page, counted from 1. Whoever has signed in finds what is for them too.
pub async fn find<R>(actor: &Actor<R>, query: &str, readers: Readers, page: i64) -> Result<Found> {
    search(&mut actor.reader().await?, query, &Filter::of(readers), page).await
}
