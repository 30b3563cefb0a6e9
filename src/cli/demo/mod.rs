//! `affianca demo`: the server on demonstration data, filled once.

pub(super) mod cast;
mod certificates;
mod class;
mod courses;
mod documents;
mod edition;
mod faq;
mod fill;
mod forum;
mod held;
mod seminars;
mod testimonials;

use std::net::{IpAddr, SocketAddr};
use std::path::PathBuf;

use clap::Args;

use super::installation::{self, Obstacle};
use super::serve::{launch, log};
use super::terminal::Terminal;
use super::{Outcome, demo_words as words, server_words};
use crate::access::Actor;
use crate::platform::config::{Config, Secret};
use crate::platform::mail::Destination;
use crate::platform::media::{Media, Place};
use crate::platform::{Clock, Error};

#[derive(Debug, Args)]
pub(super) struct Demo {
    /// Forget what was changed in the demonstration and begin again.
    #[arg(long)]
    fresh: bool,
    /// Listen to other machines too: accounts and passwords of the demonstration are known to everybody.
    #[arg(long)]
    expose: bool,
    /// Fill the data and stop, without serving.
    #[arg(long)]
    fill_only: bool,
}

const DATABASE: &str = "data/demo.db";
const MAIL: &str = "data/demo-mail";
const MEDIA: &str = "data/demo-media";
const UPLOADS: &str = "data/demo-uploads";

impl Demo {
    pub(super) fn run(self, terminal: &mut Terminal<'_>) -> Outcome {
        let served = installation::settings().and_then(|config| self.serve(demonstration(config), terminal));
        server_words::outcome(served, terminal)
    }

    fn serve(self, config: Config, terminal: &mut Terminal<'_>) -> Result<(), Obstacle> {
        log(&config);
        let at: SocketAddr = config.server.listen;
        if !self.expose && !is_loopback(at.ip()) {
            return Err(Obstacle::Exposed(at));
        }
        let catalogue = installation::questionnaires(&config)?;
        let shelf = installation::courses(&config)?;
        if self.fresh {
            installation::forget(&PathBuf::from(DATABASE)).map_err(|e| Error::Unavailable(format!("{DATABASE}: {e}")))?;
        }
        let media = Media::new(&config.media);
        installation::block_on(async {
            let (db, _) = installation::prepare(&config.database, &Clock::System).await?;
            let stock = fill::Stock { catalogue: &catalogue, shelf: &shelf, media: &media, config: &config };
            fill::fill(&Actor::housekeeper(db.clone(), Clock::System.now()), stock).await?;
            db.close().await;
            Ok(())
        })?;
        if self.fill_only {
            return Ok(());
        }
        terminal.say(&words::welcome(&config, terminal.lang));
        launch(config, Clock::System, catalogue)
    }
}

fn is_loopback(ip: IpAddr) -> bool {
    ip.is_loopback()
}

/// The settings of the demonstration: its own database, a titolare where none is set, and a password that is enough for
/// everybody, because everybody knows it.
fn demonstration(mut config: Config) -> Config {
    config.sign_in.second_factor.clear();
    config.sign_in.demonstration = true;
    config.database = Secret::new(format!("sqlite://{DATABASE}"));
    // People and addresses are invented: nothing leaves the machine.
    config.mail.destination = Destination::Folder(MAIL.into());
    config.media = Place::Folder(MEDIA.into());
    config.uploads.folder = UPLOADS.into();
    // Nobody's site is asked for by a demonstration.
    config.links.check = false;
    if config.site.owner.is_empty() {
        config.site.owner = words::OWNER.into();
        config.site.contact_email = words::CONTACT.into();
        config.site.contact_phone = words::PHONE.into();
        config.site.funding = words::FUNDING.into();
    }
    config
}
