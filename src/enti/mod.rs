//! Enti: the comuni of the country and the forms in which they associate.

mod adhesion;
mod association;
mod comuni;
mod holdings;
mod import;
mod members;
mod pages;
mod registration;
mod routes;
mod store;
mod succession;
mod words;

use rocket::Route;

use crate::access::session::EnteName;
use crate::domain::ids::EnteId;
use crate::domain::moment::Day;
use crate::platform::jobs::Job;
use crate::ui::sitemap::Entry;

pub use crate::domain::ente::Kind;
pub use adhesion::{
    Absence, Addresses, Adhesion, Admitting, CodeState, Entering, Made, Opened, State as AdhesionState, Unusable, Wanted as WantedCodes,
    absence, addresses, admit, admit_in, change_state as change_adhesion, invite, invite_in, look as look_at_code, make_codes,
    of as adhesion_of, redeem, rehearse_code, set_addresses,
};
pub use association::{Association, Refusal};
pub use holdings::HOLDINGS;
pub use import::store::{carry_out as carry_out_import, judge as judge_import, keep as keep_import, purge as forget_imports};
pub use import::{CarriedOut, MayImport, Upload};
pub use registration::store::{invite as invite_people, lacks_facts, own_requests};
pub use registration::{Approver, OwnRequest};
pub use store::{associate, bring_in_comuni, named, one, provinces, residents};
pub use succession::routes::{Told, told};

/// The pages that people go to by name.
pub const SITEMAP: &[&[Entry]] = &[routes::SITEMAP, registration::routes::SITEMAP];

/// The register of enti, and the way in.
pub fn routes() -> Vec<Route> {
    [routes::routes(), registration::routes::routes()].concat()
}

/// Reminders to those who approve, the end of what nobody answered, and successions whose day has come.
pub fn jobs() -> Vec<Job> {
    let registrations = Job { name: "registrations", every: 60, run: |turn| Box::pin(registration::store::look_after(turn.db, turn.now)) };
    // Every minute: an announced succession takes effect as its day begins.
    let successions = Job { name: "successions", every: 1, run: |turn| Box::pin(succession::store::take_effect_due(turn.db, turn.now)) };
    vec![registrations, successions]
}

/// Comuni shown at most while looking for the members of an association.
pub const MATCHES: i64 = 40;

/// A comune or an association.
#[derive(Debug, Clone)]
pub struct Ente {
    pub id: EnteId,
    pub kind: Kind,
    pub name: String,
    /// Plate code; of the seat, for an association.
    pub province: String,
    pub region: String,
    pub istat_code: Option<String>,
    /// Residents; of an association, the sum over its comuni.
    pub residents: Option<i64>,
    pub residents_year: Option<i64>,
    /// How many comuni it brings together.
    pub members: i64,
    /// First day on which it is no more.
    pub ended_on: Option<Day>,
}

/// How many live there, and of which year the figure is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Residents {
    pub count: i64,
    pub year: i64,
}

impl Ente {
    /// What pages need to call it by its name.
    pub fn named(&self) -> EnteName {
        EnteName { id: self.id.clone(), kind: self.kind.as_str().to_owned(), name: self.name.clone(), province: self.province.clone() }
    }

    /// An association with its comuni, as the segreteria would write it.
    pub fn as_association(&self, members: Vec<EnteId>) -> Association {
        Association { kind: self.kind, name: self.name.clone(), province: self.province.clone(), members }
    }
}

/// What to look for in the register.
#[derive(Debug, Clone, Copy)]
pub struct Wanted<'a> {
    /// Part of a name, as typed.
    pub name: &'a str,
    /// A [`Kind`], `associazione` for all but comuni, empty for all.
    pub kind: &'a str,
    pub limit: i64,
    pub offset: i64,
}
