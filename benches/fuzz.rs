//! Texts made of the corpus and of what breaks parsers, for as long as one likes: `make fuzz`, or
//! `cargo bench --bench fuzz -- --seconds 600 --seed 7`. Whatever fails is written to `tests/corpus/prose/`.

#![expect(clippy::disallowed_methods, reason = "it stops after a time, and measures each text")]

#[path = "../tests/it/prose/judge.rs"]
mod judge;

use std::error::Error;
use std::panic::catch_unwind;
use std::path::Path;
use std::time::{Duration, Instant};

use affianca::domain::prose::{LONGEST, Prose};
use affianca::ui::prose::prose;
use rand::rngs::SmallRng;
use rand::seq::IndexedRandom;
use rand::{RngExt, SeedableRng};

/// No text may take longer to be read and written, even without optimisation on a busy machine.
const LONGEST_TIME: Duration = Duration::from_secs(2);
const PIECES: [&str; 72] = [
    "<p>",
    "</p>",
    "<p ",
    "<b>",
    "</b>",
    "<i>",
    "</i>",
    "<strong>",
    "<em>",
    "<a href=\"",
    "<a href='",
    "<a href=",
    "</a>",
    "\">",
    "'>",
    ">",
    "<",
    "<ul>",
    "</ul>",
    "<ol start=3>",
    "</ol>",
    "<li>",
    "</li>",
    "<br>",
    "<br/>",
    "<div>",
    "<td>",
    "<tr>",
    "<table>",
    "<script>",
    "</script>",
    "<style>",
    "</style>",
    "<svg>",
    "</svg>",
    "<math><mtext>",
    "<template>",
    "<!--",
    "-->",
    "<![CDATA[",
    "]]>",
    "<![if !supportLists]>",
    "<![endif]>",
    "<p class=MsoListParagraph>",
    "<img src=x onerror=alert(1)>",
    " onclick=x ",
    "javascript:",
    "java\tscript:",
    "https://",
    "http://a.it/?q=",
    "www.",
    "a.it",
    "@",
    "mailto:",
    "&lt;",
    "&#x3c;",
    "&#60",
    "&amp;",
    "&nbsp;",
    "\u{202e}",
    "\u{200d}",
    "\u{301}",
    "**",
    "*",
    "_",
    "\n- ",
    "\n1. ",
    "\n\n",
    " ",
    "раypal.com",
    "\u{0}",
    "سلام",
];

fn main() -> Result<(), Box<dyn Error>> {
    let argument = |name: &str| std::env::args().skip_while(|a| a != name).nth(1).and_then(|value| value.parse::<u64>().ok());
    let (seconds, seed) = (argument("--seconds").unwrap_or(20), argument("--seed").unwrap_or(1));
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/corpus/prose");
    let mut pool = Vec::new();
    for file in std::fs::read_dir(&folder)? {
        pool.push(String::from_utf8_lossy(&std::fs::read(file?.path())?).into_owned());
    }
    let mut chance = SmallRng::seed_from_u64(seed);
    let (started, mut count, mut bytes, mut slowest) = (Instant::now(), 0_u64, 0, Duration::ZERO);
    while started.elapsed() < Duration::from_secs(seconds) {
        let text = made(&mut chance, &pool);
        let begun = Instant::now();
        drop(catch_unwind(|| prose(&Prose::kept(&text))));
        // The judge takes longer than what it judges.
        let taken = begun.elapsed();
        slowest = slowest.max(taken);
        let verdict = catch_unwind(|| judge::judged(&text)).unwrap_or_else(|_| Err("it panics".to_owned()));
        let verdict = if taken > LONGEST_TIME { Err(format!("{taken:?}")) } else { verdict };
        if let Err(fault) = verdict {
            let kept = folder.join(format!("found-{seed}-{count}.txt"));
            std::fs::write(&kept, &text)?;
            return Err(format!("{}: {fault}", kept.display()).into());
        }
        (count, bytes) = (count + 1, bytes + text.len());
        // What was harmless is a beginning for others.
        if chance.random_ratio(1, 50) && text.len() < 2_000 {
            let at = chance.random_range(0..pool.len().max(1));
            if pool.len() < 500 {
                pool.push(text)
            } else if let Some(old) = pool.get_mut(at) {
                *old = text
            }
        }
    }
    println!("{count} texts, {} MB in {seconds} s, seed {seed}: all harmless. The slowest took {slowest:?}.", bytes / 1_000_000);
    Ok(())
}

/// One of the pool cut and grown at random places, or pieces alone; now and then one piece many times over.
fn made(chance: &mut SmallRng, pool: &[String]) -> String {
    let mut text = if chance.random_ratio(2, 3) { pool.choose(chance).cloned().unwrap_or_default() } else { String::new() };
    for _ in 0..chance.random_range(1..12) {
        let at = text.floor_char_boundary(chance.random_range(0..=text.len()));
        let end = text.floor_char_boundary((at + chance.random_range(0..20)).min(text.len())).max(at);
        match chance.random_range(0..10) {
            0..=5 => text.insert_str(at, PIECES.choose(chance).copied().unwrap_or_default()),
            6 => text.replace_range(at..end, ""),
            7 => text.insert_str(at, &text.get(at..end).unwrap_or_default().repeat(3)),
            8 => text.insert(at, char::from_u32(chance.random_range(0..0x3000)).unwrap_or('x')),
            _ => {
                let other = pool.choose(chance).map(String::as_str).unwrap_or_default();
                text.insert_str(at, other.get(..other.floor_char_boundary(60)).unwrap_or_default());
            }
        }
    }
    if chance.random_ratio(1, 400) {
        let piece = PIECES.choose(chance).copied().unwrap_or_default();
        text.push_str(&piece.repeat(chance.random_range(1..LONGEST) / piece.len().max(1)));
    }
    text
}
