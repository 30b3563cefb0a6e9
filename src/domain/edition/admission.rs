//! Who may take part in an edition: a question put to its terms, answered with a reason.

use super::{Measure, Terms};
use crate::domain::ente::Kind;
use crate::domain::moment::Day;

/// What the rule needs to know of an ente.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct EnteFacts {
    pub kind: Kind,
    /// Of an association, that of its seat.
    pub region: String,
    /// Of a comune; an association is measured by its comuni.
    pub residents: Option<i64>,
    pub residents_year: Option<i64>,
    /// The comuni of an association.
    pub members: Vec<MemberFacts>,
    /// First day on which it was no more.
    pub ended_on: Option<Day>,
    /// The segreteria admitted it all the same.
    pub by_exception: bool,
}

/// One comune of an association.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct MemberFacts {
    pub region: String,
    pub residents: Option<i64>,
}

/// Why an ente may not take part.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Outside {
    /// It is no more since that day: no exception helps.
    Ended(Day),
    AssociationsNotAdmitted,
    /// Some associated forms are admitted, and this one is not.
    KindNotAdmitted(Kind),
    RegionNotIncluded(String),
    TooManyResidents {
        residents: i64,
        limit: i64,
        year: Option<i64>,
    },
    /// Of an association: so many of its comuni have more residents than the limit, where none may ([`Measure::EveryComune`]),
    /// or all have.
    MembersTooLarge {
        over: usize,
        of: usize,
        limit: i64,
    },
    /// There is a limit, and how many they are is not known; of an association, which comuni it has.
    ResidentsNotKnown {
        limit: i64,
    },
}

/// Whether an ente may take part on a day. An exception overrides everything but an ente's end.
pub fn may_take_part(terms: &Terms, ente: &EnteFacts, today: Day) -> Result<(), Outside> {
    if let Some(day) = ente.ended_on.filter(|day| *day <= today) {
        return Err(Outside::Ended(day));
    }
    if ente.by_exception {
        return Ok(());
    }
    kind_fits(terms, ente.kind)?;
    region_fits(terms, ente)?;
    match terms.residents_at_most {
        Some(limit) if ente.kind == Kind::Comune => comune_fits(ente, limit),
        Some(limit) => association_fits(terms.measure, &ente.members, limit),
        None => Ok(()),
    }
}

fn kind_fits(terms: &Terms, kind: Kind) -> Result<(), Outside> {
    match kind {
        Kind::Comune => Ok(()),
        _ if terms.associations.is_empty() => Err(Outside::AssociationsNotAdmitted),
        _ if terms.associations.contains(&kind) => Ok(()),
        _ => Err(Outside::KindNotAdmitted(kind)),
    }
}

/// An association belongs to the region of its seat, and to that of any of its comuni: some cross a border.
fn region_fits(terms: &Terms, ente: &EnteFacts) -> Result<(), Outside> {
    let included = |region: &String| terms.regions.contains(region);
    if terms.regions.is_empty() || included(&ente.region) || ente.members.iter().any(|member| included(&member.region)) {
        return Ok(());
    }
    Err(Outside::RegionNotIncluded(ente.region.clone()))
}

fn comune_fits(ente: &EnteFacts, limit: i64) -> Result<(), Outside> {
    match ente.residents {
        None => Err(Outside::ResidentsNotKnown { limit }),
        Some(residents) if residents > limit => Err(Outside::TooManyResidents { residents, limit, year: ente.residents_year }),
        Some(_) => Ok(()),
    }
}

fn association_fits(measure: Measure, members: &[MemberFacts], limit: i64) -> Result<(), Outside> {
    let over = members.iter().filter(|member| member.residents.is_some_and(|residents| residents > limit)).count();
    let within = members.iter().filter(|member| member.residents.is_some_and(|residents| residents <= limit)).count();
    let of = members.len();
    match measure {
        Measure::OneComune if within > 0 => Ok(()),
        Measure::EveryComune if over > 0 => Err(Outside::MembersTooLarge { over, of, limit }),
        Measure::EveryComune if within > 0 && within == of => Ok(()),
        Measure::OneComune if over > 0 && over == of => Err(Outside::MembersTooLarge { over, of, limit }),
        _ => Err(Outside::ResidentsNotKnown { limit }),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn today() -> Day {
        Day::new(2026, 3, 2).unwrap()
    }

    fn comune(region: &str, residents: impl Into<Option<i64>>) -> EnteFacts {
        EnteFacts {
            kind: Kind::Comune,
            region: region.into(),
            residents: residents.into(),
            residents_year: Some(2023),
            members: Vec::new(),
            ended_on: None,
            by_exception: false,
        }
    }

    fn unione(members: &[Option<i64>]) -> EnteFacts {
        let members = members.iter().map(|residents| MemberFacts { region: "Toscana".into(), residents: *residents }).collect();
        EnteFacts { kind: Kind::Unione, members, ..comune("Toscana", None) }
    }

    fn small_in(regions: &[&str]) -> Terms {
        Terms {
            regions: regions.iter().map(|r| (*r).to_owned()).collect(),
            residents_at_most: Some(5000),
            associations: vec![Kind::Unione],
            ..Terms::default()
        }
    }

    #[test]
    fn a_comune_is_judged_by_region_and_residents() {
        let terms = small_in(&["Piemonte", "Toscana"]);
        let outside = |ente: &EnteFacts| may_take_part(&terms, ente, today()).err();
        assert_eq!(outside(&comune("Piemonte", 2558)), None);
        assert_eq!(outside(&comune("Piemonte", 5000)), None);
        assert_eq!(outside(&comune("Piemonte", 5001)), Some(Outside::TooManyResidents { residents: 5001, limit: 5000, year: Some(2023) }));
        assert_eq!(outside(&comune("Umbria", 900)), Some(Outside::RegionNotIncluded("Umbria".into())));
        assert_eq!(outside(&comune("Toscana", None)), Some(Outside::ResidentsNotKnown { limit: 5000 }));
    }

    #[test]
    fn without_regions_and_limit_every_comune_may() {
        assert_eq!(may_take_part(&Terms::default(), &comune("Umbria", None), today()), Ok(()));
    }

    #[test]
    fn an_association_is_judged_by_its_comuni() {
        let (one, every) = (small_in(&[]), Terms { measure: Measure::EveryComune, ..small_in(&[]) });
        let outside = |over, of| Err(Outside::MembersTooLarge { over, of, limit: 5000 });
        let unknown = || Err(Outside::ResidentsNotKnown { limit: 5000 });
        check(&one, &every, &[Some(900), Some(4999)], Ok(()), Ok(()));
        check(&one, &every, &[Some(900), Some(30_000)], Ok(()), outside(1, 2));
        check(&one, &every, &[Some(9000), Some(30_000)], outside(2, 2), outside(2, 2));
        check(&one, &every, &[Some(900), None], Ok(()), unknown());
        check(&one, &every, &[Some(9000), None], unknown(), outside(1, 2));
        check(&one, &every, &[], unknown(), unknown());
    }

    #[track_caller]
    fn check(one: &Terms, every: &Terms, members: &[Option<i64>], by_one: Result<(), Outside>, by_every: Result<(), Outside>) {
        assert_eq!(may_take_part(one, &unione(members), today()), by_one);
        assert_eq!(may_take_part(every, &unione(members), today()), by_every);
    }

    #[test]
    fn only_the_associated_forms_of_the_edition_are_admitted() {
        let mut terms = small_in(&[]);
        let consorzio = EnteFacts { kind: Kind::Consorzio, ..unione(&[Some(900)]) };
        assert_eq!(may_take_part(&terms, &consorzio, today()), Err(Outside::KindNotAdmitted(Kind::Consorzio)));
        terms.associations.clear();
        assert_eq!(may_take_part(&terms, &consorzio, today()), Err(Outside::AssociationsNotAdmitted));
    }

    #[test]
    fn an_association_across_a_border_belongs_to_both_sides() {
        let mut ente = unione(&[Some(900), Some(900)]);
        ente.members[0].region = "Umbria".into();
        assert_eq!(may_take_part(&small_in(&["Umbria"]), &ente, today()), Ok(()));
        assert_eq!(may_take_part(&small_in(&["Puglia"]), &ente, today()), Err(Outside::RegionNotIncluded("Toscana".into())));
    }

    #[test]
    fn an_exception_overrides_everything_but_the_end() {
        let terms = small_in(&["Piemonte"]);
        let mut ente = EnteFacts { by_exception: true, ..comune("Umbria", 80_000) };
        assert_eq!(may_take_part(&terms, &ente, today()), Ok(()));
        ente.ended_on = Some(today().plus_days(1));
        assert_eq!(may_take_part(&terms, &ente, today()), Ok(()));
        ente.ended_on = Some(today());
        assert_eq!(may_take_part(&terms, &ente, today()), Err(Outside::Ended(today())));
    }
}
