//! The copy of one's data as files: JSON for machines, one table for a spreadsheet (Reg. UE 2016/679, art. 15 and 20).

use serde_json::{Map, Value as Json};

use crate::domain::moment::Moment;
use crate::domain::spreadsheet;
use crate::people::HeldData;
use crate::platform::db::{Fields, Value};

/// One array of rows for each table, under its key.
pub fn json(held: &[HeldData], now: Moment) -> Json {
    let mut document = Map::new();
    document.insert("made_at".to_owned(), Json::from(now.rfc3339()));
    for table in held {
        document.insert(table.holding.key.to_owned(), table.rows.iter().map(row).collect());
    }
    Json::Object(document)
}

fn row(fields: &Fields) -> Json {
    Json::Object(fields.0.iter().map(|(name, value)| (name.clone(), cell(name, value))).collect())
}

/// Instants are written as dates: their columns end in `_at` (migrations/README.md).
fn cell(name: &str, value: &Value) -> Json {
    match value {
        Value::I64(Some(millis)) if name.ends_with("_at") => Json::from(Moment::from_millis(*millis).rfc3339()),
        Value::I64(v) => Json::from(*v),
        Value::Bool(v) => Json::from(*v),
        Value::F64(v) => Json::from(*v),
        Value::Text(v) => Json::from(v.clone()),
    }
}

/// A line for each value that is there: which data, which row of them, which field, what it says.
pub fn csv(held: &[HeldData], heads: [&str; 4], name: impl Fn(&str) -> String) -> Result<Vec<u8>, csv::Error> {
    let mut lines = Vec::new();
    for table in held {
        for (number, fields) in (1..).zip(&table.rows) {
            let values = fields.0.iter().filter_map(|(field, value)| Some((field, written(cell(field, value))?)));
            lines.extend(values.map(|(field, text)| vec![name(table.holding.key), i32::to_string(&number), field.clone(), text]));
        }
    }
    spreadsheet::csv(&heads, lines.into_iter())
}

/// Nothing for what is not there.
fn written(value: Json) -> Option<String> {
    match value {
        Json::Null => None,
        Json::String(text) => Some(text),
        other => Some(other.to_string()),
    }
}
