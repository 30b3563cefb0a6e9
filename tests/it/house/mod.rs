//! The House: a whole server in this process, on a fresh database of one engine, at an hour that the test chooses.
//!
//! ```ignore
//! #[test]
//! fn a_room_of_three_refuses_the_fourth() {
//!     on_each_engine(async |house| {
//!         let anna = house.member_of("Agliè").await;
//!         anna.get("/area").await.is(200);
//!     });
//! }
//! ```

mod answer;
mod browser;
mod databases;
mod editions;
mod forum;
mod inhabitants;
mod letters;
mod presence;
mod seminars;
mod server;
pub mod testimonials;
mod waiting;

use std::panic::{AssertUnwindSafe, catch_unwind, resume_unwind};
use std::path::Path;
use std::sync::{Arc, LazyLock, Mutex};

use affianca::access;
use affianca::assessments::Catalogue;
use affianca::domain::moment::{Day, Moment};
use affianca::platform::Clock;
use affianca::platform::config::Config;
use affianca::platform::content;
use affianca::platform::db::{Db, Stage};
use affianca::platform::jobs::{self, Plant, Ran};
use affianca::platform::mail::Carrier;
use affianca::platform::media::Media;
use affianca::web::uploads::Uploads;
use rocket::local::asynchronous::Client;
use rocket_db_pools::Database;
use tempfile::TempDir;

pub use answer::Answer;
pub use browser::{Browser, PASSWORD};
pub use databases::Engine;
pub use letters::Received;
pub use server::{Server, in_integration};

/// Where browsers believe to be, unless the settings of a test say otherwise.
pub const PUBLIC_URL: &str = "http://127.0.0.1:8000";

/// A complete server. Made by [`on_each_engine`] alone, which also looks after it when the test is over.
pub struct House {
    pub engine: Engine,
    /// Stands still until the test moves it; at first [`opening`].
    pub clock: Clock,
    pub db: Db,
    pub config: Arc<Config>,
    /// Keeps the letters that leave; a test may have it refuse some.
    pub carrier: Carrier,
    /// Letters that were read, and whether those that wait may stay.
    letters: letters::Desk,
    client: Client,
    failed_jobs: Mutex<Vec<String>>,
    /// What is being uploaded; gone with the house.
    _arriving: TempDir,
    /// How many people live here: it keeps usernames apart.
    people: Mutex<usize>,
}

/// Nine o'clock of Monday 2 March 2026.
pub fn opening() -> Moment {
    Day::new(2026, 3, 2).and_then(|day| Moment::at(day, 9, 0)).unwrap()
}

/// Runs a test on SQLite and on PostgreSQL, each time with a house of its own.
pub fn on_each_engine(test: impl AsyncFn(&House)) {
    on_each_engine_with("", test);
}

/// The same with settings of its own, as they stand in `Affianca.toml`.
pub fn on_each_engine_with(settings: &str, test: impl AsyncFn(&House)) {
    for engine in databases::engines() {
        let fresh = databases::fresh(engine);
        let outcome = catch_unwind(AssertUnwindSafe(|| live(engine, fresh.url(), settings, &test)));
        databases::dispose(fresh);
        if let Err(panic) = outcome {
            eprintln!("… on {engine:?}");
            resume_unwind(panic);
        }
    }
}

/// Runs a test on the address of an empty database of each engine: not even tables.
pub fn on_each_engine_on_bare(test: impl AsyncFn(&str)) {
    on_each_engine_at(databases::bare, test);
}

/// Runs a test on the address of a database of each engine, with its tables and all comuni: for commands, which are quicker so.
pub fn on_each_engine_alone(test: impl AsyncFn(&str)) {
    on_each_engine_at(databases::fresh, test);
}

fn on_each_engine_at(make: fn(Engine) -> databases::Fresh, test: impl AsyncFn(&str)) {
    for engine in databases::engines() {
        let made = make(engine);
        let outcome = catch_unwind(AssertUnwindSafe(|| databases::runtime().block_on(test(made.url()))));
        databases::dispose(made);
        if let Err(panic) = outcome {
            eprintln!("… on {engine:?}");
            resume_unwind(panic);
        }
    }
}

/// One life of a house, from its opening to the last look round.
fn live(engine: Engine, url: &str, settings: &str, test: &impl AsyncFn(&House)) {
    databases::runtime().block_on(async {
        let house = House::open(engine, url, settings).await;
        let outcome = catch_async(test(&house)).await;
        let waiting = if outcome.is_ok() { house.letters_waiting().await } else { Vec::new() };
        house.db.close().await;
        match outcome {
            Ok(()) => {
                assert_eq!(*house.failed_jobs.lock().unwrap(), Vec::<String>::new(), "jobs failed");
                assert_eq!(waiting, Vec::<String>::new(), "letters left in the outbox: read them, or say house.letters_left()");
            }
            Err(panic) => resume_unwind(panic),
        }
    });
}

/// Waits for a future and keeps its panic, so that the database can be closed first.
async fn catch_async<T>(work: impl Future<Output = T>) -> std::thread::Result<T> {
    let mut work = Box::pin(work);
    std::future::poll_fn(move |context| match catch_unwind(AssertUnwindSafe(|| work.as_mut().poll(context))) {
        Ok(poll) => poll.map(Ok),
        Err(panic) => std::task::Poll::Ready(Err(panic)),
    })
    .await
}

/// The questionnaires shipped with the product: read once, they are the same for all.
static CATALOGUE: LazyLock<Catalogue> = LazyLock::new(|| {
    let all = content::shipped().iter().map(|folder| folder.parse().unwrap().0).collect();
    Catalogue::new(all, "piccoli-comuni").unwrap()
});

/// The questionnaires of a house, for tests that prepare rilevazioni.
pub fn catalogue() -> &'static Catalogue {
    &CATALOGUE
}

/// Where files are kept, unless the settings of a test say it; and who is left in peace.
fn own_places(settings: &str, arriving: &Path) -> String {
    let media = if settings.contains("media = ") { "" } else { "media = \"memory://\"\n" };
    // Pages of others are asked for only by tests that have some of their own.
    let links = if settings.contains("link_") { "" } else { "link_check = false\n" };
    format!("{media}{links}uploads = \"{}\"\n", arriving.display())
}

impl House {
    async fn open(engine: Engine, url: &str, settings: &str) -> House {
        let arriving = tempfile::tempdir().unwrap();
        // The causes of failure pages are shown with the output of a test that fails. Set once, the second time is no fault.
        let log =
            tracing_subscriber::fmt().with_test_writer().without_time().with_ansi(false).with_env_filter("off,affianca::ui::failure=warn");
        log.try_init().unwrap_or_default();
        let config = Config::from_text(&format!("database = \"{url}\"\n{}{settings}", own_places(settings, arriving.path()))).unwrap();
        let clock = Clock::fixed(opening());
        let catalogue = match config.questionnaire.as_str() {
            "piccoli-comuni" => CATALOGUE.clone(),
            _ => Catalogue::load(&config).unwrap(),
        };
        let settings = Arc::new(config.clone());
        let rocket = affianca::build(config, clock.clone(), catalogue);
        let client = Client::untracked(rocket).await.unwrap();
        let db = Db::clone(Stage::fetch(client.rocket()).unwrap());
        let (carrier, letters) = (Carrier::kept(), letters::Desk::default());
        House {
            engine,
            clock,
            db,
            config: settings,
            carrier,
            letters,
            client,
            failed_jobs: Mutex::default(),
            _arriving: arriving,
            people: Mutex::default(),
        }
    }

    /// Where its files are kept.
    pub fn media(&self) -> &Media {
        self.client.rocket().state().unwrap()
    }

    /// What is being brought.
    pub fn uploads(&self) -> &Uploads {
        self.client.rocket().state().unwrap()
    }

    /// Somebody who is not signed in.
    pub fn visitor(&self) -> Browser<'_> {
        Browser::new(self)
    }

    /// Whoever holds the machine: commands, jobs, and the preparation of a test.
    pub fn housekeeper(&self) -> access::Actor<access::Housekeeper> {
        access::Actor::housekeeper(self.db.clone(), self.clock.now())
    }

    /// How many statements ran so far. Lists are tested with 1 and with 3 items against the same literal number.
    pub fn queries(&self) -> u64 {
        self.db.statements()
    }

    /// What a future gives, and how many statements it took.
    pub async fn counting<T>(&self, work: impl Future<Output = T>) -> (T, u64) {
        let before = self.queries();
        let given = work.await;
        (given, self.queries() - before)
    }

    /// What the jobs of this house work with.
    pub fn plant(&self) -> Plant {
        Plant { db: self.db.clone(), clock: self.clock.clone(), config: self.config.clone(), carrier: self.carrier.clone() }
    }

    /// One turn of the background jobs at the hour of the house. A job that fails, fails the test.
    pub async fn tick(&self) -> Vec<Ran> {
        let done = jobs::tick(&affianca::jobs(), &self.plant()).await.unwrap();
        let failed = done.iter().filter_map(|ran| ran.outcome.as_ref().err().map(|e| format!("{}: {e}", ran.name)));
        self.failed_jobs.lock().unwrap().extend(failed);
        done
    }
}
