//! What a command writes to, and the language it writes in: passed in, so that a test reads what a person would.

use std::env;
use std::io::Write;

use crate::ui::words::Lang;

pub struct Terminal<'a> {
    /// Results.
    pub out: &'a mut dyn Write,
    /// Faults and warnings.
    pub err: &'a mut dyn Write,
    pub lang: Lang,
}

impl Terminal<'_> {
    /// A line of the result. A reader that has gone away (`| head`) is no fault of ours.
    pub fn say(&mut self, line: &str) {
        let _gone = writeln!(self.out, "{line}");
    }

    /// A line about something wrong.
    pub fn complain(&mut self, line: &str) {
        let _gone = writeln!(self.err, "{line}");
    }
}

/// The language of the process, by the variables that every program goes by. The one place that reads them.
pub(super) fn language() -> Lang {
    let read = |name| env::var_os(name).map(|value| value.to_string_lossy().into_owned());
    chosen([read("LC_ALL"), read("LC_MESSAGES"), read("LANG")])
}

/// The first that says something decides; Italian unless it is English.
fn chosen(variables: [Option<String>; 3]) -> Lang {
    let decisive = variables.into_iter().flatten().find(|value| !value.is_empty());
    match decisive.as_deref().and_then(|value| value.get(..2)) {
        Some("en") => Lang::En,
        _ => Lang::It,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_first_variable_that_says_something_chooses_the_language() {
        let said = |all: &str, messages: &str, lang: &str| chosen([all, messages, lang].map(|v| Some(v.to_owned())));
        assert_eq!(said("", "", "en_GB.UTF-8"), Lang::En);
        assert_eq!(said("", "it_IT.UTF-8", "en_GB.UTF-8"), Lang::It);
        assert_eq!(said("en_US.UTF-8", "it_IT.UTF-8", "it_IT.UTF-8"), Lang::En);
        assert_eq!(said("", "", "C"), Lang::It);
        assert_eq!(chosen([None, None, None]), Lang::It);
    }
}
