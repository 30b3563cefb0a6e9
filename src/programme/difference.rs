//! What a change of an edition changed, for the audit trail: names of fields with the old and the new value.

use serde_json::{Map, Value};

use super::Draft;
use crate::domain::edition::Edition;
use crate::platform::{Error, Result};

/// Longest value told, in characters.
const SHORT: usize = 120;

/// As in `residents_at_most: 5000 → 3000; regions: …`.
pub(super) fn told(before: &Edition, after: &Draft) -> Result<String> {
    let as_kept = Draft { name: before.name.clone(), starts_on: before.starts_on, ends_on: before.ends_on, terms: before.terms.clone() };
    let (before, after) = (fields(&as_kept)?, fields(after)?);
    let changed = after.iter().filter(|(name, value)| before.get(*name) != Some(value));
    let told: Vec<String> = changed.map(|(name, value)| format!("{name}: {} → {}", short(before.get(name)), short(Some(value)))).collect();
    Ok(told.join("; "))
}

fn fields(draft: &Draft) -> Result<Map<String, Value>> {
    let terms = serde_json::to_value(&draft.terms).map_err(|e| Error::Bug(format!("terms: {e}")))?;
    let mut fields = Map::new();
    fields.insert("name".into(), draft.name.clone().into());
    fields.insert("starts_on".into(), draft.starts_on.to_string().into());
    fields.insert("ends_on".into(), draft.ends_on.to_string().into());
    fields.extend(terms.as_object().cloned().unwrap_or_default());
    Ok(fields)
}

fn short(value: Option<&Value>) -> String {
    let text = value.map(Value::to_string).unwrap_or_default();
    if text.chars().count() <= SHORT { text } else { text.chars().take(SHORT).chain(['…']).collect() }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::edition::Terms;
    use crate::domain::ids::{EditionId, Id};
    use crate::domain::moment::Day;

    #[test]
    fn only_what_changed_is_told_with_old_and_new() {
        let id = EditionId::parse("0192f0c1-2345-7abc-8def-0123456789ab").unwrap();
        let day = |month| Day::new(2026, month, 1).unwrap();
        let terms = Terms { residents_at_most: Some(5000), ..Terms::default() };
        let before = Edition { id, name: "Prima".into(), starts_on: day(1), ends_on: day(6), terms: terms.clone() };
        let terms = Terms { residents_at_most: Some(3000), ..terms };
        let after = Draft { name: "Prima".into(), starts_on: day(1), ends_on: day(7), terms };
        assert_eq!(told(&before, &after).unwrap(), "ends_on: \"2026-06-01\" → \"2026-07-01\"; residents_at_most: 5000 → 3000");
    }
}
