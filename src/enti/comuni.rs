//! The list of comuni shipped with the program (`comuni.csv`; sources and licence in `comuni.LICENSE.md`).

use serde::Deserialize;

use crate::platform::{Error, Result};

const CSV: &str = include_str!("comuni.csv");

/// One line of the list. Codes are text: leading zeros count.
#[derive(Debug, Deserialize)]
pub struct Comune {
    pub istat_code: String,
    pub name: String,
    /// Plate code; `NA` is Napoli, not "not available".
    pub province: String,
    pub region: String,
    pub population: Option<i64>,
    pub lat: Option<f64>,
    pub lon: Option<f64>,
    pub cadastral_code: String,
    pub population_year: Option<i64>,
}

/// All comuni of the list.
pub fn shipped() -> Result<Vec<Comune>> {
    csv::Reader::from_reader(CSV.as_bytes()).deserialize().collect::<Result<_, _>>().map_err(|e| Error::Bug(format!("comuni.csv: {e}")))
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::BTreeMap;

    #[test]
    fn the_list_is_whole() {
        let comuni = shipped().unwrap();
        assert_eq!(comuni.len(), 7896);
        assert!(comuni.iter().all(|c| c.istat_code.len() == 6 && c.province.len() == 2));
        assert_eq!(comuni.iter().filter(|c| c.province == "NA").count(), 92);
    }

    #[test]
    fn five_names_occur_twice() {
        let comuni = shipped().unwrap();
        let mut names: BTreeMap<&str, usize> = BTreeMap::new();
        for comune in &comuni {
            *names.entry(&comune.name).or_default() += 1;
        }
        let twice: Vec<_> = names.into_iter().filter(|(_, n)| *n > 1).map(|(name, _)| name).collect();
        assert_eq!(twice, ["Castro", "Livo", "Peglio", "Samone", "San Teodoro"]);
    }
}
