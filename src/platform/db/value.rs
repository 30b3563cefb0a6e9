//! A value bound to a statement. NULL keeps its type: PostgreSQL asks for it.

use crate::domain::ids::Id;
use crate::domain::moment::{Day, Moment};

#[derive(Debug, Clone)]
pub enum Value {
    Bool(Option<bool>),
    I64(Option<i64>),
    F64(Option<f64>),
    Text(Option<String>),
}

macro_rules! value {
    ($($from:ty => $variant:ident, $convert:expr;)*) => { $(
        impl From<$from> for Value {
            fn from(v: $from) -> Value {
                let convert: fn($from) -> _ = $convert;
                Value::$variant(Some(convert(v)))
            }
        }
        impl From<Option<$from>> for Value {
            fn from(v: Option<$from>) -> Value {
                let convert: fn($from) -> _ = $convert;
                Value::$variant(v.map(convert))
            }
        }
    )* };
}

value! {
    bool => Bool, |v| v;
    i64 => I64, |v| v;
    f64 => F64, |v| v;
    String => Text, |v| v;
    &str => Text, |v| v.to_owned();
    &String => Text, |v| v.clone();
    Moment => I64, |v| v.millis();
    Day => Text, |v| v.to_string();
}

impl<T: Id> From<&T> for Value {
    fn from(id: &T) -> Value {
        Value::Text(Some(id.as_str().to_owned()))
    }
}

impl<T: Id> From<Option<&T>> for Value {
    fn from(id: Option<&T>) -> Value {
        Value::Text(id.map(|id| id.as_str().to_owned()))
    }
}
