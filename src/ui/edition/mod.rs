//! The edition on every page: which one it is, who pays for it, and why an ente may not take part, told in one sentence.

mod letterhead;
mod words;

use std::sync::{Arc, PoisonError, RwLock};

use crate::domain::edition::{self, Contacts, Edition, Outside};
use crate::domain::moment::Day;
use crate::platform::config::Site;
use crate::platform::pictures::Picture;
use crate::ui::dates;
use crate::ui::words::Lang;

pub use letterhead::{Letterhead, letterhead};
pub use words::{field, kinds, measure, other_body};

/// The editions as pages show them, kept in memory: a page asks nothing of the database for its foot. Filled when the server
/// starts, after every change, and once a minute for what another server changed.
#[derive(Debug, Clone, Default)]
pub struct Board(Arc<RwLock<Vec<Arc<Edition>>>>);

impl Board {
    pub fn put_up(&self, editions: Vec<Edition>) {
        *self.0.write().unwrap_or_else(PoisonError::into_inner) = editions.into_iter().map(Arc::new).collect();
    }

    /// The edition that counts on a day.
    pub fn current(&self, today: Day) -> Option<Arc<Edition>> {
        let all = self.0.read().unwrap_or_else(PoisonError::into_inner);
        let id = edition::current(all.iter().map(Arc::as_ref), today)?.id.clone();
        all.iter().find(|edition| edition.id == id).cloned()
    }
}

/// Who pays, as it is to be shown: what the edition says, else what the settings say.
#[derive(Debug, Clone, Default)]
pub struct Funders<'a> {
    pub emblems: Vec<&'a Picture>,
    pub statement: &'a str,
}

impl<'a> Funders<'a> {
    pub fn of(site: &'a Site, edition: Option<&'a Edition>) -> Funders<'a> {
        let funding = edition.map(|edition| &edition.terms.funding);
        let named = |text: &String| site.emblems.iter().find(|picture| picture.text == *text);
        let chosen: Vec<&Picture> = funding.iter().flat_map(|funding| &funding.emblems).filter_map(named).collect();
        let said = funding.map(|funding| funding.statement.as_str()).filter(|statement| !statement.is_empty());
        Funders {
            emblems: if chosen.is_empty() { site.emblems.iter().collect() } else { chosen },
            statement: said.unwrap_or(&site.funding),
        }
    }

    pub fn is_empty(&self) -> bool {
        self.emblems.is_empty() && self.statement.is_empty()
    }
}

/// "Edizione 2026, dal 1º marzo al 31 dicembre 2026".
pub fn name_and_dates(lang: Lang, edition: &Edition) -> String {
    let (from, to) = (dates::day(lang, edition.starts_on), dates::day(lang, edition.ends_on));
    (words::words(lang).name_and_dates)(&edition.name, &from, &to)
}

/// Why an ente may not take part, and whom to ask: one sentence for the officer who reads it.
pub fn outside(lang: Lang, outside: &Outside, edition: &Edition) -> String {
    format!("{}{}", why_outside(lang, outside, edition), whom_to_ask(lang, &edition.terms.contacts))
}

/// The same without whom to ask, and without its full stop: for a page that tells that beside it.
pub fn why_outside(lang: Lang, outside: &Outside, edition: &Edition) -> String {
    let words = words::words(lang);
    match outside {
        Outside::Ended(day) => (words.ended)(&dates::day(lang, *day)),
        Outside::AssociationsNotAdmitted => (words.no_associations)(&edition.name),
        Outside::KindNotAdmitted(_) => (words.kind_not_admitted)(&edition.name, &words::kinds(lang, &edition.terms.associations)),
        Outside::RegionNotIncluded(region) => (words.region)(&edition.name, &edition.terms.regions, region),
        Outside::TooManyResidents { residents, limit, year } => {
            (words.too_many)(&edition.name, &dates::count(lang, *limit), &dates::count(lang, *residents), *year)
        }
        Outside::MembersTooLarge { over, of, limit } => (words.members_too_large)(&edition.name, &dates::count(lang, *limit), *over, *of),
        Outside::ResidentsNotKnown { limit } => (words.residents_not_known)(&edition.name, &dates::count(lang, *limit)),
    }
}

/// "; per chiarimenti: Segreteria organizzativa, telefono …, e-mail …." or the bare full stop.
fn whom_to_ask(lang: Lang, contacts: &Contacts) -> String {
    let words = words::words(lang);
    let ways = [("", &contacts.office), (words.telephone, &contacts.phone), (words.mail, &contacts.email), (words.pec, &contacts.pec)];
    let told: Vec<String> = ways.into_iter().filter(|(_, value)| !value.is_empty()).map(|(name, value)| format!("{name}{value}")).collect();
    if told.is_empty() { ".".into() } else { format!("{}{}.", words.ask, told.join(", ")) }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::edition::Terms;
    use crate::domain::ids::{EditionId, Id};

    fn edition() -> Edition {
        let contacts = Contacts { phone: "06 1234".into(), email: "piano@example.org".into(), ..Contacts::default() };
        Edition {
            id: EditionId::parse("0192f0c1-2345-7abc-8def-0123456789ab").unwrap(),
            name: "Edizione 2026".into(),
            starts_on: Day::new(2026, 3, 1).unwrap(),
            ends_on: Day::new(2026, 12, 31).unwrap(),
            terms: Terms { regions: vec!["Piemonte".into(), "Puglia".into()], contacts, ..Terms::default() },
        }
    }

    #[test]
    fn a_refusal_is_one_sentence_with_the_reason_and_whom_to_ask() {
        let too_many = Outside::TooManyResidents { residents: 80_123, limit: 5000, year: Some(2023) };
        assert_eq!(
            outside(Lang::It, &too_many, &edition()),
            "«Edizione 2026» si rivolge ai Comuni fino a 5000 residenti, e questo ne ha 80.123 (dato del 2023); per chiarimenti: telefono 06 1234, e-mail piano@example.org."
        );
        assert_eq!(
            outside(Lang::It, &Outside::RegionNotIncluded("Umbria".into()), &edition()),
            "«Edizione 2026» riguarda Piemonte e Puglia, e questo ente è in Umbria; per chiarimenti: telefono 06 1234, e-mail piano@example.org."
        );
        let silent = Edition { terms: Terms::default(), ..edition() };
        for lang in Lang::ALL {
            for reason in [
                Outside::Ended(silent.starts_on),
                Outside::AssociationsNotAdmitted,
                Outside::KindNotAdmitted(crate::domain::ente::Kind::Consorzio),
                Outside::RegionNotIncluded("Umbria".into()),
                Outside::TooManyResidents { residents: 6000, limit: 5000, year: None },
                Outside::MembersTooLarge { over: 1, of: 1, limit: 5000 },
                Outside::MembersTooLarge { over: 2, of: 5, limit: 5000 },
                Outside::ResidentsNotKnown { limit: 5000 },
            ] {
                let told = outside(lang, &reason, &silent);
                assert!(told.ends_with('.') && told.matches('.').count() == 1, "{told}");
            }
        }
    }

    #[test]
    fn the_edition_speaks_before_the_settings() {
        let mut edition = edition();
        let site = Site { funding: "Impostazioni".into(), ..Site::default() };
        assert_eq!(Funders::of(&site, Some(&edition)).statement, "Impostazioni");
        edition.terms.funding.statement = "Progetto finanziato da …".into();
        assert_eq!(Funders::of(&site, Some(&edition)).statement, "Progetto finanziato da …");
        assert_eq!(Funders::of(&site, None).statement, "Impostazioni");
    }

    #[test]
    fn the_board_shows_the_edition_of_the_day() {
        let board = Board::default();
        assert!(board.current(Day::new(2026, 3, 2).unwrap()).is_none());
        board.put_up(vec![edition()]);
        assert_eq!(
            board.current(Day::new(2026, 3, 2).unwrap()).map(|e| name_and_dates(Lang::It, &e)).as_deref(),
            Some("Edizione 2026, dal 1º marzo 2026 al 31 dicembre 2026")
        );
    }
}
