//! A row as it is, whatever its columns: for handing people what is held about them.

use sqlx::postgres::PgRow;
use sqlx::sqlite::SqliteRow;
use sqlx::{Column, FromRow, Row, TypeInfo, ValueRef};

use super::value::Value;

/// Names and values in the order of the statement.
#[derive(Debug)]
pub struct Fields(pub Vec<(String, Value)>);

/// The types of the vocabulary (migrations/README.md), by the names that the engine at hand gives them.
macro_rules! fields {
    ($row:ty, $bool:pat, $float:pat, $integer:pat) => {
        impl<'r> FromRow<'r, $row> for Fields {
            fn from_row(row: &'r $row) -> sqlx::Result<Self> {
                let mut fields = Vec::new();
                for (i, column) in row.columns().iter().enumerate() {
                    // SQLite knows the type of a column only where the statement leaves it plain; of a value, always.
                    let declared = column.type_info();
                    let name = match declared.name() {
                        $bool => declared.name().to_owned(),
                        _ => row.try_get_raw(i)?.type_info().name().to_owned(),
                    };
                    let value = match name.as_str() {
                        $bool => Value::Bool(row.try_get(i)?),
                        $float => Value::F64(row.try_get(i)?),
                        $integer => Value::I64(row.try_get(i)?),
                        _ => Value::Text(row.try_get(i)?),
                    };
                    fields.push((column.name().to_owned(), value));
                }
                Ok(Fields(fields))
            }
        }
    };
}
fields!(SqliteRow, "BOOLEAN", "REAL", "INTEGER");
fields!(PgRow, "BOOL", "FLOAT8", "INT8");
