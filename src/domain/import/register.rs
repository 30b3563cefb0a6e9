//! The register of enti as an import finds it, and the names and codes by which a row may mean one of them.

use std::cell::Cell;
use std::collections::HashMap;

use super::fault::Problem;
use super::{cells, placed};
use crate::domain::ente::Kind;
use crate::domain::ids::EnteId;
use crate::domain::moment::Day;
use crate::domain::place_names::fold;

/// An ente as it stands.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Known {
    pub id: EnteId,
    pub kind: Kind,
    pub name: String,
    pub province: String,
    pub region: String,
    pub istat_code: Option<String>,
    pub pec: Option<String>,
    pub ipa_code: Option<String>,
    pub mail_domain: Option<String>,
    pub mountain: Option<bool>,
    pub residents: Option<i64>,
    pub residents_year: Option<i64>,
    pub ended_on: Option<Day>,
}

/// How many unknown names are compared with all known ones: a file of the wrong kind must not take for ever.
const COMPARED: usize = 200;

#[derive(Debug, Default)]
pub struct Register {
    enti: Vec<Known>,
    by_id: HashMap<EnteId, usize>,
    /// Codes of today and of the past.
    by_code: HashMap<String, usize>,
    by_name: HashMap<String, Vec<usize>>,
    regions: HashMap<String, String>,
    members: HashMap<EnteId, Vec<EnteId>>,
    /// Who followed an ente that ended.
    successors: HashMap<EnteId, Vec<EnteId>>,
    compared: Cell<usize>,
}

impl Register {
    /// `past_codes`: code and whose it was; `members`: association and comune; `successors`: the old ente and the new.
    pub fn new(
        enti: Vec<Known>,
        past_codes: Vec<(String, EnteId)>,
        members: Vec<(EnteId, EnteId)>,
        successors: Vec<(EnteId, EnteId)>,
    ) -> Register {
        let mut register = Register::default();
        for known in enti {
            register.add(known);
        }
        for (code, id) in past_codes {
            if let Some(at) = register.by_id.get(&id) {
                register.by_code.entry(code).or_insert(*at);
            }
        }
        for (association, comune) in members {
            register.members.entry(association).or_default().push(comune);
        }
        for (from, to) in successors {
            register.successors.entry(from).or_default().push(to);
        }
        register
    }

    pub fn add(&mut self, known: Known) {
        let at = self.enti.len();
        self.by_id.insert(known.id.clone(), at);
        if let Some(code) = &known.istat_code {
            self.by_code.insert(code.clone(), at);
        }
        self.by_name.entry(fold(&known.name)).or_default().push(at);
        if known.kind == Kind::Comune && !self.regions.contains_key(&known.province) {
            self.regions.insert(known.province.clone(), known.region.clone());
        }
        self.enti.push(known);
    }

    /// Takes the place of what stood under the same id.
    pub fn replace(&mut self, known: Known) {
        let Some(at) = self.by_id.get(&known.id).copied() else { return };
        let (before, now) = (fold(&self.enti[at].name), fold(&known.name));
        if before != now {
            self.by_name.entry(before).or_default().retain(|other| *other != at);
            self.by_name.entry(now).or_default().push(at);
        }
        // The old code still finds it.
        if let Some(code) = &known.istat_code {
            self.by_code.insert(code.clone(), at);
        }
        self.enti[at] = known;
    }

    pub fn get(&self, id: &EnteId) -> Option<&Known> {
        self.by_id.get(id).map(|at| &self.enti[*at])
    }

    /// Whose code it is or was.
    pub fn by_code(&self, code: &str) -> Option<&Known> {
        self.by_code.get(code).map(|at| &self.enti[*at])
    }

    /// The region of a province that has comuni.
    pub fn region(&self, province: &str) -> Option<&str> {
        self.regions.get(province).map(String::as_str)
    }

    pub fn members(&self, association: &EnteId) -> &[EnteId] {
        self.members.get(association).map_or(&[], Vec::as_slice)
    }

    pub fn set_members(&mut self, association: &EnteId, members: Vec<EnteId>) {
        self.members.insert(association.clone(), members);
    }

    /// Enti of exactly this name, accents and case ignored, in this province if one is given.
    pub fn named(&self, name: &str, province: &str) -> Vec<&Known> {
        let same = self.by_name.get(&fold(name)).map_or(&[][..], Vec::as_slice).iter().map(|at| &self.enti[*at]);
        same.filter(|known| province.is_empty() || known.province.eq_ignore_ascii_case(province)).collect()
    }

    /// The one ente that "Agliè (TO)", "Comune di Agliè", "001001" means; those that ended only if no other does.
    pub fn find(&self, text: &str) -> Result<&Known, Problem> {
        if let Ok(code) = cells::istat_code(text) {
            return self.by_code(&code).ok_or_else(|| Problem::UnknownEnte { like: Vec::new() });
        }
        let (name, province) = parted(text);
        let mut found = self.named(name, province);
        if found.is_empty() {
            found = self.named(without_kind(name), province);
        }
        if found.iter().any(|known| known.ended_on.is_none()) {
            found.retain(|known| known.ended_on.is_none());
        }
        // A comune and the consorzio called after it: who writes the bare name means the comune.
        if found.len() > 1 && found.iter().filter(|known| known.kind == Kind::Comune).count() == 1 {
            found.retain(|known| known.kind == Kind::Comune);
        }
        match found.as_slice() {
            [one] => Ok(one),
            [] => Err(Problem::UnknownEnte { like: self.like(name, province) }),
            several => Err(Problem::AmbiguousEnte { candidates: shown(several) }),
        }
    }

    /// The same, but one that is still there.
    pub fn find_standing(&self, text: &str) -> Result<&Known, Problem> {
        let found = self.find(text)?;
        match found.ended_on {
            None => Ok(found),
            Some(on) => Err(Problem::EnteEnded { on, followed_by: self.followed_by(&found.id) }),
        }
    }

    /// The names of those that go on for an ente that ended.
    pub fn followed_by(&self, id: &EnteId) -> Vec<String> {
        let successors = self.successors.get(id).map_or(&[][..], Vec::as_slice);
        successors.iter().filter_map(|id| self.get(id)).map(Known::shown).collect()
    }

    /// At most three names that are nearly so.
    fn like(&self, name: &str, province: &str) -> Vec<String> {
        let wanted = fold(without_kind(name));
        if wanted.is_empty() || self.compared.get() >= COMPARED {
            return Vec::new();
        }
        self.compared.set(self.compared.get() + 1);
        let most = (wanted.len() / 4).clamp(1, 3);
        let elsewhere = |known: &Known| !province.is_empty() && !known.province.eq_ignore_ascii_case(province);
        let standing = self.enti.iter().filter(|known| known.ended_on.is_none());
        let near = standing.filter_map(|known| {
            let name = fold(&known.name);
            let apart = if name.len().abs_diff(wanted.len()) > most { most + 1 } else { distance(&name, &wanted) };
            (apart <= most).then(|| (apart, elsewhere(known), known.shown()))
        });
        let mut near: Vec<_> = near.collect();
        near.sort();
        // The very name, in another province: nothing that is only like it.
        if near.first().is_some_and(|(apart, ..)| *apart == 0) {
            near.retain(|(apart, ..)| *apart == 0);
        }
        near.into_iter().take(3).map(|(_, _, shown)| shown).collect()
    }
}

impl Known {
    /// "Agliè (TO)".
    pub fn shown(&self) -> String {
        placed(&self.name, &self.province)
    }
}

/// Names with their provinces, in their order.
pub fn shown(several: &[&Known]) -> Vec<String> {
    let mut names: Vec<String> = several.iter().map(|known| known.shown()).collect();
    names.sort();
    names
}

/// Name and plate code of "Agliè (TO)".
pub fn parted(text: &str) -> (&str, &str) {
    match text.trim().strip_suffix(')').and_then(|text| text.rsplit_once('(')) {
        Some((name, province)) => (name.trim(), province.trim()),
        None => (text.trim(), ""),
    }
}

/// "Comune di Agliè" without what comes before its name.
fn without_kind(name: &str) -> &str {
    const BEFORE: [&str; 6] = ["comune di ", "comune d'", "comune d’", "città di ", "municipio di ", "comune "];
    let lower = name.to_lowercase();
    // Lower case may be of another length in other scripts; only where it fits, something is left out.
    BEFORE.iter().find(|before| lower.starts_with(**before)).and_then(|before| name.get(before.len()..)).unwrap_or(name)
}

/// How many letters must be changed, added or taken away (Levenshtein).
fn distance(one: &str, other: &str) -> usize {
    let other = other.as_bytes();
    let mut row: Vec<usize> = (0..=other.len()).collect();
    for (i, a) in one.bytes().enumerate() {
        let mut corner = i;
        row[0] = i + 1;
        for (j, b) in other.iter().enumerate() {
            let changed = corner + usize::from(a != *b);
            corner = row[j + 1];
            row[j + 1] = changed.min(corner + 1).min(row[j] + 1);
        }
    }
    row[other.len()]
}

#[cfg(test)]
pub mod tests {
    use super::*;
    use crate::domain::ids::Id;

    pub fn id(n: usize) -> EnteId {
        EnteId::parse(&format!("0192f0c1-2345-7abc-8def-{n:012}")).unwrap()
    }

    pub fn comune(n: usize, name: &str, province: &str, code: &str) -> Known {
        Known {
            id: id(n),
            kind: Kind::Comune,
            name: name.into(),
            province: province.into(),
            region: "Piemonte".into(),
            istat_code: Some(code.into()),
            pec: None,
            ipa_code: None,
            mail_domain: None,
            mountain: None,
            residents: Some(1000),
            residents_year: Some(2023),
            ended_on: None,
        }
    }

    /// Agliè, Bairo, two of one name, one that ended in another, an unione of Agliè.
    pub fn register() -> Register {
        let ended = Known { ended_on: Day::new(2020, 1, 1), ..comune(5, "Valle Vecchia", "TO", "001900") };
        let unione =
            Known { kind: Kind::Unione, istat_code: None, residents: None, residents_year: None, ..comune(6, "Unione Colline", "TO", "0") };
        let namesake = Known { kind: Kind::Consorzio, istat_code: None, ..comune(7, "Bairo", "TO", "0") };
        let enti = vec![
            comune(1, "Agliè", "TO", "001001"),
            comune(2, "Bairo", "TO", "001015"),
            comune(3, "Livo", "CO", "013130"),
            comune(4, "Livo", "TN", "022106"),
            ended,
            unione,
            namesake,
        ];
        Register::new(enti, vec![("001999".into(), id(1))], vec![(id(6), id(1))], vec![(id(5), id(1))])
    }

    #[test]
    fn an_ente_is_meant_by_name_or_code() {
        let register = register();
        for text in ["Agliè (TO)", "AGLIE' (to)", "aglie", "Comune di Agliè", "COMUNE DI AGLIÈ (TO)", "001001", "1001", "001999"] {
            assert_eq!(register.find(text).map(|k| k.id.clone()), Ok(id(1)), "{text}");
        }
        assert_eq!(register.find("Bairo").map(|k| k.id.clone()), Ok(id(2)));
        assert_eq!(register.find("Livo (TN)").map(|k| k.id.clone()), Ok(id(4)));
    }

    #[test]
    fn what_cannot_be_told_is_said_with_what_would_be_right() {
        let register = register();
        assert_eq!(register.find("Livo"), Err(Problem::AmbiguousEnte { candidates: vec!["Livo (CO)".into(), "Livo (TN)".into()] }));
        assert_eq!(register.find("Aglié (MI)"), Err(Problem::UnknownEnte { like: vec!["Agliè (TO)".into()] }));
        assert_eq!(register.find("Agli"), Err(Problem::UnknownEnte { like: vec!["Agliè (TO)".into()] }));
        assert_eq!(register.find("999999"), Err(Problem::UnknownEnte { like: vec![] }));
        let ended = Problem::EnteEnded { on: Day::new(2020, 1, 1).unwrap(), followed_by: vec!["Agliè (TO)".into()] };
        assert_eq!(register.find_standing("Valle Vecchia"), Err(ended));
    }

    #[test]
    fn distances_are_counted_in_letters() {
        for (one, other, apart) in
            [("aglie", "aglie", 0), ("aglie", "agli", 1), ("bairo", "borio", 3), ("", "abc", 3), ("gatto", "cane", 4)]
        {
            assert_eq!(distance(one, other), apart, "{one} {other}");
        }
    }
}
