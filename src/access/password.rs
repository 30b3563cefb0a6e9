//! Passwords: 12–128 characters, common ones refused, argon2id 19 MiB / 2 / 1 off the async threads.

use std::cell::Cell;
use std::sync::OnceLock;
use std::sync::atomic::{AtomicUsize, Ordering};

use argon2::password_hash::phc::PasswordHash;
use argon2::password_hash::{PasswordHasher, PasswordVerifier};
use argon2::{Algorithm, Argon2, Params, Version};
use tokio::sync::Semaphore;

use crate::platform::{Error, Result, random};

/// Why a password is not accepted.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Weakness {
    TooShort,
    TooLong,
    Common,
    /// It is the username or the name.
    AboutTheOwner,
}

/// One per line, lower case; only those that are long enough to matter.
const COMMON: &str = include_str!("common_passwords.txt");

/// Whether a password may be chosen. Length counts characters, not bytes; there are no rules of composition.
pub fn check(password: &str, username: &str) -> Result<(), Weakness> {
    let length = password.chars().count();
    let lower = password.to_lowercase();
    let mut characters = lower.chars();
    let first = characters.next();
    match () {
        () if length < 12 => Err(Weakness::TooShort),
        () if length > 128 => Err(Weakness::TooLong),
        () if characters.all(|c| Some(c) == first) || COMMON.lines().any(|common| common == lower) => Err(Weakness::Common),
        () if username.len() >= 4 && lower.replace(&username.to_lowercase(), "").chars().count() < 6 => Err(Weakness::AboutTheOwner),
        () => Ok(()),
    }
}

fn argon2() -> Result<Argon2<'static>> {
    let params = Params::new(19 * 1024, 2, 1, None).map_err(|e| Error::Bug(e.to_string()))?;
    Ok(Argon2::new(Algorithm::Argon2id, Version::V0x13, params))
}

/// How many may wait for a turn, per core: at some 30 ms each, the last of them waits about a second.
const QUEUE: usize = 32;

tokio::task_local! {
    /// Computations of the task that counts them.
    static WORK: Cell<u64>;
}

/// What a future gives, and how many computations it took: a sign-in that fails takes as many whoever is named.
pub async fn counting<T>(work: impl Future<Output = T>) -> (T, u64) {
    WORK.scope(Cell::new(0), async { (work.await, WORK.get().get()) }).await
}

/// One at a time per core: hashing is meant to be slow, and must not slow everybody. When too many wait already, whoever
/// comes is asked to try again: a flood of sign-ins must not fill the memory.
async fn off_the_async_threads<T: Send + 'static>(work: impl FnOnce() -> Result<T> + Send + 'static) -> Result<T> {
    static TURNS: OnceLock<Semaphore> = OnceLock::new();
    static WAITING: AtomicUsize = AtomicUsize::new(0);
    let _counted = WORK.try_with(|work| work.set(work.get() + 1));
    let queue = Queue::join(&WAITING)?;
    let turns = TURNS.get_or_init(|| Semaphore::new(std::thread::available_parallelism().map_or(1, usize::from)));
    let _turn = turns.acquire().await.map_err(|e| Error::Bug(e.to_string()))?;
    drop(queue);
    tokio::task::spawn_blocking(work).await.map_err(|e| Error::Bug(e.to_string()))?
}

/// A place in the queue, left even by whoever goes away.
struct Queue(&'static AtomicUsize);

impl Queue {
    fn join(waiting: &'static AtomicUsize) -> Result<Queue> {
        let place = Queue(waiting);
        let cores = std::thread::available_parallelism().map_or(1, usize::from);
        match waiting.fetch_add(1, Ordering::SeqCst) < QUEUE * cores {
            true => Ok(place),
            false => Err(Error::Unavailable("too many passwords wait to be checked".into())),
        }
    }
}

impl Drop for Queue {
    fn drop(&mut self) {
        self.0.fetch_sub(1, Ordering::SeqCst);
    }
}

/// The PHC string to keep.
pub async fn hash(password: String) -> Result<String> {
    off_the_async_threads(move || {
        let hashed = argon2()?.hash_password_with_salt(password.as_bytes(), &random::salt());
        Ok(hashed.map_err(|e| Error::Bug(e.to_string()))?.to_string())
    })
    .await
}

/// Kept in place of a hash for an account whose owner has not chosen a password yet.
pub const NOT_CHOSEN: &str = "!";

/// Whether the password is the one kept. Without an account, or without a password chosen, the same work is done, so that
/// time tells nothing.
pub async fn verify(password: String, kept: Option<String>) -> Result<bool> {
    off_the_async_threads(move || {
        let kept = kept.filter(|kept| kept != NOT_CHOSEN && !kept.is_empty());
        let exists = kept.is_some();
        let kept = kept.unwrap_or_else(|| NOBODY.to_owned());
        let hash = PasswordHash::new(&kept).map_err(|e| Error::Bug(e.to_string()))?;
        Ok(argon2()?.verify_password(password.as_bytes(), &hash).is_ok() && exists)
    })
    .await
}

/// The hash of nothing that anybody knows.
const NOBODY: &str = "$argon2id$v=19$m=19456,t=2,p=1$AAAAAAAAAAAAAAAAAAAAAA$AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA";

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn length_counts_characters() {
        assert_eq!(check("èèèàààùùùòò", "rossi"), Err(Weakness::TooShort));
        assert_eq!(check("èèèàààùùùòòò", "rossi"), Ok(()));
        assert_eq!(check(&"lago blu ".repeat(15), "rossi"), Err(Weakness::TooLong));
    }

    #[test]
    fn what_everybody_would_try_is_refused() {
        for common in ["password1234", "PASSWORD1234", "123456789012", "aaaaaaaaaaaaaa", "amministratore"] {
            assert_eq!(check(common, "rossi"), Err(Weakness::Common), "{common}");
        }
        assert_eq!(check("mario.rossi2026", "mario.rossi"), Err(Weakness::AboutTheOwner));
        assert_eq!(check("quattro gatti in piazza", "mario.rossi"), Ok(()));
    }

    #[rocket::async_test]
    async fn a_password_is_recognised_and_another_is_not() {
        let kept = hash("quattro gatti in piazza".into()).await.unwrap();
        assert!(kept.starts_with("$argon2id$v=19$m=19456,t=2,p=1$"), "{kept}");
        assert!(verify("quattro gatti in piazza".into(), Some(kept.clone())).await.unwrap());
        assert!(!verify("quattro gatti in Piazza".into(), Some(kept)).await.unwrap());
        assert!(!verify("".into(), None).await.unwrap());
        for kept in ["", NOT_CHOSEN] {
            assert!(!verify("".into(), Some(kept.into())).await.unwrap());
            assert!(!verify(NOT_CHOSEN.into(), Some(kept.into())).await.unwrap());
        }
    }

    #[rocket::async_test]
    async fn the_queue_is_short_and_nobody_who_left_stands_in_it() {
        static WAITING: AtomicUsize = AtomicUsize::new(0);
        let cores = std::thread::available_parallelism().map_or(1, usize::from);
        let full: Vec<_> = (0..QUEUE * cores).map(|_| Queue::join(&WAITING).unwrap()).collect();
        assert!(matches!(Queue::join(&WAITING), Err(Error::Unavailable(_))));
        drop(full);
        assert_eq!(WAITING.load(Ordering::SeqCst), 0);
        assert!(Queue::join(&WAITING).is_ok());
    }
}
