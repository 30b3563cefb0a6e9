//! The pages that a person can go to by name: slices list theirs, the map of the site and the person's menu show them.

use crate::access::RoleName;
use crate::ui::page::Link;
use crate::ui::paths;
use crate::ui::words::Lang;

/// For whom a page exists.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Audience {
    Everyone,
    SignedIn,
    /// Whoever acts for an ente.
    OfEnte,
    Only(RoleName),
}

/// One page with an address of its own, without ids in it.
#[derive(Debug, Clone, Copy)]
pub struct Entry {
    pub href: &'static str,
    pub name: fn(Lang) -> &'static str,
    pub audience: Audience,
}

impl Entry {
    pub const fn new(href: &'static str, name: fn(Lang) -> &'static str, audience: Audience) -> Entry {
        Entry { href, name, audience }
    }

    /// Whether the page exists for somebody signed in who acts in this role, if in any.
    fn is_for(&self, role: Option<RoleName>) -> bool {
        match self.audience {
            Audience::Everyone | Audience::SignedIn => true,
            Audience::OfEnte => role.is_some_and(RoleName::is_of_an_ente),
            Audience::Only(one) => role == Some(one),
        }
    }
}

/// The entries of all slices, in the order of the slices; gathered when the server is built.
#[derive(Debug, Clone, Default)]
pub struct Sitemap(pub Vec<Entry>);

impl Sitemap {
    /// What everybody may open.
    pub fn public(&self) -> impl Iterator<Item = &Entry> {
        self.0.iter().filter(|entry| entry.audience == Audience::Everyone)
    }

    /// What opens only after signing in, for somebody who acts in this role.
    pub fn reserved(&self, role: Option<RoleName>) -> impl Iterator<Item = &Entry> {
        self.0.iter().filter(move |entry| entry.audience != Audience::Everyone && entry.is_for(role))
    }

    /// The lines of the person's menu below the personal area.
    pub fn menu(&self, role: Option<RoleName>, lang: Lang) -> Vec<Link> {
        self.reserved(role).filter(|entry| entry.href != paths::AREA).map(|entry| Link::new((entry.name)(lang), entry.href)).collect()
    }

    /// The name of the page at an address.
    pub fn name_of(&self, href: &str, lang: Lang) -> Option<&'static str> {
        self.0.iter().find(|entry| entry.href == href).map(|entry| (entry.name)(lang))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_sees_the_pages_that_exist_for_them() {
        let map = Sitemap(vec![
            Entry::new("/", |_| "home", Audience::Everyone),
            Entry::new("/area", |_| "area", Audience::SignedIn),
            Entry::new("/area/autodiagnosi", |_| "own", Audience::OfEnte),
            Entry::new("/segreteria/enti", |_| "enti", Audience::Only(RoleName::Secretariat)),
        ]);
        let menu = |role| map.menu(role, Lang::It).into_iter().map(|link| link.name).collect::<Vec<_>>();
        assert!(menu(None).is_empty());
        assert_eq!(menu(Some(RoleName::Member)), ["own"]);
        assert_eq!(menu(Some(RoleName::Secretariat)), ["enti"]);
        assert_eq!(map.public().count(), 1);
    }
}
