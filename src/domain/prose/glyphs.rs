//! Letters that can be seen, and single spaces between them.

use super::Run;

/// Marks over one letter: more are a prank that runs over the lines around.
const MARKS: usize = 3;

/// Takes out what cannot be seen and what turns the direction of reading, makes every white space one space, and trims lines.
pub fn clean(runs: Vec<Run>) -> Vec<Run> {
    let mut kept: Vec<Run> = Vec::with_capacity(runs.len());
    // Of the whole block: white space between two runs is one space all the same.
    let mut last: Option<char> = None;
    let mut marks = 0;
    for mut run in runs {
        let mut text = String::with_capacity(run.text.len());
        for c in run.text.chars() {
            let before = last_of(&text, last);
            // A joiner joins within a run: what a link shows after its words stands between it and the next.
            let Some(c) = seen(c, text.chars().next_back()) else { continue };
            marks = if is_mark(c) { marks + 1 } else { 0 };
            let is_idle = c == ' ' && matches!(before, None | Some(' ' | '\n'));
            let is_first = c == '\n' && matches!(before, None | Some('\n'));
            if is_idle || is_first || marks > MARKS || (is_mark(c) && before.is_none()) {
                continue;
            }
            text.push(c);
        }
        last = last_of(&text, last);
        run.text = text;
        push(&mut kept, run);
    }
    trim_lines(&mut kept);
    kept
}

fn last_of(text: &str, before: Option<char>) -> Option<char> {
    text.chars().next_back().or(before)
}

fn push(runs: &mut Vec<Run>, run: Run) {
    match runs.last_mut() {
        _ if run.text.is_empty() => {}
        Some(last) if last.bold == run.bold && last.italic == run.italic && last.link == run.link => last.text.push_str(&run.text),
        _ => runs.push(run),
    }
}

/// No space before the end of a line or of the block, and no empty line at its end.
fn trim_lines(runs: &mut Vec<Run>) {
    let mut next = Some('\n');
    for run in runs.iter_mut().rev() {
        let mut left: Vec<char> = Vec::with_capacity(run.text.len());
        for c in run.text.chars().rev() {
            // At the end of the block nothing has been kept yet.
            let ends = next == Some('\n');
            if !(c == ' ' && ends) {
                left.push(c);
                next = Some(c);
            }
        }
        run.text = left.into_iter().rev().collect();
    }
    while let Some(last) = runs.last_mut() {
        last.text.truncate(last.text.trim_end_matches(['\n', ' ']).len());
        if !last.text.is_empty() {
            break;
        }
        runs.pop();
    }
    let all = std::mem::take(runs);
    for run in all {
        push(runs, run);
    }
}

/// The character as it is shown after another, if it is.
fn seen(c: char, before: Option<char>) -> Option<char> {
    match c {
        '\n' | '\u{b}' | '\u{c}' | '\u{85}' | '\u{2028}' | '\u{2029}' => Some('\n'),
        _ if c.is_whitespace() => Some(' '),
        // Joiners belong inside words of scripts that use them, and inside emoji.
        '\u{200c}' | '\u{200d}' => before.filter(|&b| b > '\u{590}' && !matches!(b, '\u{200c}' | '\u{200d}')).map(|_| c),
        _ if c.is_control() || is_hidden(c) => None,
        _ => Some(c),
    }
}

/// Nothing to see: marks and overrides of direction, joiners and fillers without width, tags, private and undefined characters.
fn is_hidden(c: char) -> bool {
    matches!(c,
        '\u{ad}' | '\u{34f}' | '\u{61c}' | '\u{115f}' | '\u{1160}' | '\u{17b4}' | '\u{17b5}' | '\u{180b}'..='\u{180f}'
        | '\u{200b}' | '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{206f}' | '\u{2800}' | '\u{3164}'
        | '\u{e000}'..='\u{f8ff}' | '\u{fdd0}'..='\u{fdef}' | '\u{fe00}'..='\u{fe0e}' | '\u{feff}' | '\u{ffa0}' | '\u{fff0}'..='\u{fffb}'
        | '\u{1bca0}'..='\u{1bca3}' | '\u{1d173}'..='\u{1d17a}' | '\u{e0000}'..='\u{10ffff}')
        || u32::from(c) & 0xfffe == 0xfffe
}

/// Marks that stand over or under the letter before them.
fn is_mark(c: char) -> bool {
    matches!(c, '\u{300}'..='\u{36f}' | '\u{483}'..='\u{489}' | '\u{1ab0}'..='\u{1aff}' | '\u{1dc0}'..='\u{1dff}' | '\u{20d0}'..='\u{20ff}' | '\u{fe20}'..='\u{fe2f}')
}
