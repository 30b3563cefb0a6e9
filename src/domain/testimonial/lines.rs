//! Figures and chapters, written a line each: read and written again.

use super::Figure;
use crate::domain::captions::{self, Chapter};

/// `voce: valore`, a line each; the numbers of the lines that are no such thing, from 1.
pub fn figures(typed: &str) -> Result<Vec<Figure>, Vec<usize>> {
    let read = |line: &str| {
        let (label, value) = line.split_once(':')?;
        let (label, value) = (label.trim().to_owned(), value.trim().to_owned());
        (!label.is_empty() && !value.is_empty()).then_some(Figure { label, value })
    };
    all(typed, read)
}

/// `2:05 domanda`, a line each, as people write them below videos.
pub fn chapters(typed: &str) -> Result<Vec<Chapter>, Vec<usize>> {
    let read = |line: &str| {
        let (second, title) = line.split_once(char::is_whitespace)?;
        let title = title.trim().trim_start_matches(['-', '–']).trim().to_owned();
        (!title.is_empty()).then_some(Chapter { second: captions::second(second)?, title })
    };
    all(typed, read)
}

fn all<T>(typed: &str, read: impl Fn(&str) -> Option<T>) -> Result<Vec<T>, Vec<usize>> {
    let lines = typed.lines().enumerate().filter(|(_, line)| !line.trim().is_empty());
    let (good, bad): (Vec<_>, Vec<_>) = lines.map(|(at, line)| read(line.trim()).ok_or(at + 1)).partition(Result::is_ok);
    if bad.is_empty() { Ok(good.into_iter().flatten().collect()) } else { Err(bad.into_iter().filter_map(Result::err).collect()) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_are_read_or_told_by_number() {
        let read = figures("Sportelli: 6 (2014)\n\n Pratiche : 904: nel 2014 ").unwrap();
        assert_eq!(
            read.iter().map(|f| (f.label.as_str(), f.value.as_str())).collect::<Vec<_>>(),
            [("Sportelli", "6 (2014)"), ("Pratiche", "904: nel 2014")]
        );
        assert_eq!(figures("uno\ndue: 2\n: 3\nquattro:"), Err(vec![1, 3, 4]));
        let read = chapters("0:00 Come avete cominciato?\n2:05 – E oggi?").unwrap();
        assert_eq!(
            read.iter().map(|c| (c.second, c.title.as_str())).collect::<Vec<_>>(),
            [(0, "Come avete cominciato?"), (125, "E oggi?")]
        );
        assert_eq!(chapters("0:00\n2:99 x\nCome? 3:00"), Err(vec![1, 2, 3]));
    }
}
