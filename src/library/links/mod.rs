//! Links to pages of others: whether they are still there is looked at by itself, and those that are not stand on one page.

mod looking;
mod pages;
pub(super) mod routes;
pub(super) mod sources;
pub(super) mod store;
pub(super) mod words;

use crate::domain::ids::{PersonId, WebLinkId};
use crate::domain::place_names::fold;
use crate::domain::prose::{Block, Prose};
use crate::domain::web_link::{Standing, host_of};
use crate::ui::listing::{Listing, Shape};
use crate::ui::paths;

pub use looking::check;

/// Where a link can stand.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Shelf {
    Document,
    Faq,
    Testimonial,
}

impl Shelf {
    const ALL: [Shelf; 3] = [Shelf::Document, Shelf::Faq, Shelf::Testimonial];

    /// As the filter has it.
    fn as_str(self) -> &'static str {
        match self {
            Shelf::Document => "documenti",
            Shelf::Faq => "domande",
            Shelf::Testimonial => "testimonianze",
        }
    }
}

/// Where a slice publishes links; gathered in lib.rs for whoever looks after them.
#[derive(Debug, Clone, Copy)]
pub struct Linking {
    pub shelf: Shelf,
    /// Of all that is public: id, who looks after it (may be null), a title and a text.
    pub statement: &'static str,
    /// From title and text: how it is called, and the addresses it leads to.
    pub read: fn(&str, &str) -> (String, Vec<String>),
    /// Where it is changed, by its id.
    pub change: fn(&str) -> String,
}

/// All of them, managed by Rocket.
pub struct Linked(pub Vec<Linking>);

/// Something public that leads to an address.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Place {
    pub shelf: Shelf,
    pub title: String,
    /// Who looks after it.
    pub owner: Option<PersonId>,
    /// The address of its form.
    pub change: String,
}

/// An address as it answered last.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct WebLink {
    pub id: WebLinkId,
    pub address: String,
    pub standing: Standing,
}

/// A link with the places where it stands.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Line {
    pub link: WebLink,
    pub places: Vec<Place>,
}

impl Line {
    /// It wants somebody.
    pub fn is_to_do(&self) -> bool {
        self.link.standing.is_broken() || self.link.standing.has_moved()
    }
}

/// The addresses on the web that a text leads to, each once.
pub fn addresses(text: &str) -> Vec<String> {
    let prose = Prose::kept(text);
    let runs = prose.blocks.iter().flat_map(|block| match block {
        Block::Paragraph(runs) => runs.iter().collect::<Vec<_>>(),
        Block::List { items, .. } => items.iter().flatten().collect(),
    });
    let hrefs = runs.filter_map(|run| run.link.as_ref()).map(|link| link.href().to_owned());
    let mut all: Vec<String> = hrefs.filter(|href| href.starts_with("http")).collect();
    all.sort_unstable();
    all.dedup();
    all
}

const SHAPE: Shape =
    Shape { path: paths::LINKS, files: paths::LINKS, filters: &["cerca", "stato", "dove"], orders: &["indirizzo", "da", "verifica"] };
/// What can be asked for besides what is to do.
const STATES: [&str; 5] = ["rotti", "spostati", "dubbi", "visti", "tutti"];

/// The list as asked for; filters that hold nonsense choose nothing.
pub fn listing(asked: &str) -> Listing {
    let mut listing = Listing::read(SHAPE, asked);
    listing.keep_if("stato", |state| STATES.contains(&state));
    listing.keep_if("dove", |shelf| Shelf::ALL.iter().any(|one| one.as_str() == shelf));
    listing
}

/// What the filters leave, in the order asked for; by itself what has been broken longest comes first.
pub fn found<'a>(all: &'a [Line], listing: &Listing) -> Vec<&'a Line> {
    let typed = fold(listing.get("cerca"));
    let said = |one: &Line| {
        let titles: String = one.places.iter().map(|place| format!(" {}", place.title)).collect();
        fold(&format!("{}{titles}", one.link.address))
    };
    let stands = |one: &Line| one.places.iter().any(|place| listing.get("dove").is_empty() || place.shelf.as_str() == listing.get("dove"));
    let mut left: Vec<&Line> = all.iter().filter(|one| is_asked_for(one, listing.get("stato"))).collect();
    left.retain(|one| stands(one) && said(one).contains(&typed));
    let host = |one: &Line| (host_of(&one.link.address).trim_start_matches("www.").to_owned(), one.link.address.clone());
    let since = |one: &Line| one.link.standing.failing_since;
    match listing.order().trim_start_matches('-') {
        "indirizzo" => left.sort_by_cached_key(|one| host(one)),
        "verifica" => left.sort_by_key(|one| one.link.standing.asked_at),
        // Those that fail, from the oldest; then those that have moved.
        _ => left.sort_by_cached_key(|one| (since(one).is_none(), since(one), host(one))),
    }
    if listing.order().starts_with('-') {
        left.reverse();
    }
    left
}

fn is_asked_for(line: &Line, state: &str) -> bool {
    let standing = &line.link.standing;
    match state {
        "rotti" => standing.is_broken(),
        "spostati" => standing.has_moved(),
        "dubbi" => standing.is_in_doubt(),
        "visti" => standing.fine.is_some(),
        "tutti" => true,
        _ => line.is_to_do(),
    }
}
