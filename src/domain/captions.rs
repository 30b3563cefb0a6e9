//! Captions of a video (WebVTT): read, checked with the line of every fault, and made into the paragraphs of a transcript.

/// Longest file, in bytes: a day of speech.
pub const LONGEST: usize = 1024 * 1024;
/// Most faults that are told at once.
pub const TOLD: usize = 30;
/// Longest line of a caption, in characters: two such lines are what can be read while somebody speaks.
pub const LONGEST_LINE: usize = 84;
/// A silence after which a new paragraph begins, in milliseconds.
const PAUSE: i64 = 4_000;
/// Characters after which a paragraph ends with its sentence.
const PARAGRAPH: usize = 360;

/// What is said between two instants of the video.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Cue {
    /// Milliseconds from the beginning.
    pub starts: i64,
    pub ends: i64,
    /// Who speaks, where the file says so (`<v Nome>`).
    pub speaker: Option<String>,
    /// Words alone, in one line.
    pub text: String,
}

#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Captions {
    pub cues: Vec<Cue>,
}

/// What is wrong with a file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Fault {
    /// Counted from 1.
    pub line: usize,
    pub what: What,
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub enum What {
    /// With the bytes it has.
    TooLong(usize),
    NotUtf8,
    /// The first line is not `WEBVTT`.
    NoHeader,
    /// Times with a comma, as in SubRip files.
    Comma,
    /// A block without `-->` that is no note.
    NoTimes,
    /// Times that cannot be read.
    Times,
    EndsBeforeItStarts,
    /// It starts before the one above it.
    OutOfOrder,
    /// Nothing is said in it.
    Empty,
    /// Times in the middle of a caption: an empty line is missing above.
    NoGap,
    /// `<` without its `>`.
    OpenTag,
    /// More than [`LONGEST_LINE`] characters.
    LongLine(usize),
    /// After the end of the video.
    AfterTheEnd,
    /// No caption in the whole file.
    NoCues,
}

/// A paragraph of the transcript.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Paragraph {
    /// Second of the video at which it begins, unique among them.
    pub second: i64,
    /// Who begins to speak; none: whoever spoke before.
    pub speaker: Option<String>,
    pub text: String,
}

/// A question of the interview, and the second at which it is asked.
#[derive(Debug, Clone, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
pub struct Chapter {
    pub second: i64,
    pub title: String,
}

/// Reads a file; all that is wrong with it, at most [`TOLD`]. `seconds`: the length of the video, if it is known.
pub fn parse(bytes: &[u8], seconds: Option<i64>) -> Result<Captions, Vec<Fault>> {
    let one = |line, what| Err(vec![Fault { line, what }]);
    if bytes.len() > LONGEST {
        return one(1, What::TooLong(bytes.len()));
    }
    let text = match std::str::from_utf8(bytes) {
        Ok(text) => text,
        Err(error) => return one(bytes[..error.valid_up_to()].split(|b| *b == b'\n').count(), What::NotUtf8),
    };
    let text = tidy(text);
    if !text.strip_prefix("WEBVTT").is_some_and(|rest| rest.is_empty() || rest.starts_with([' ', '\t', '\n'])) {
        return one(1, What::NoHeader);
    }
    let mut reader = Reader { seconds, captions: Captions::default(), faults: Vec::new() };
    for block in blocks(&text).into_iter().skip(1) {
        reader.block(&block);
    }
    if reader.faults.is_empty() && reader.captions.cues.is_empty() {
        return one(text.lines().count().max(1), What::NoCues);
    }
    reader.faults.truncate(TOLD);
    if reader.faults.is_empty() { Ok(reader.captions) } else { Err(reader.faults) }
}

/// Without byte order mark and NUL, with `\n` alone: as it is kept and served.
pub fn tidy(text: &str) -> String {
    text.trim_start_matches('\u{feff}').replace("\r\n", "\n").replace('\r', "\n").replace('\0', "\u{fffd}")
}

type Line<'a> = (usize, &'a str);

/// Lines between empty lines, each with its number.
fn blocks(text: &str) -> Vec<Vec<Line<'_>>> {
    let mut blocks = vec![Vec::new()];
    for (at, line) in text.lines().enumerate() {
        if line.trim().is_empty() {
            blocks.push(Vec::new());
        } else if let Some(last) = blocks.last_mut() {
            last.push((at + 1, line));
        }
    }
    blocks.retain(|block| !block.is_empty());
    blocks
}

struct Reader {
    seconds: Option<i64>,
    captions: Captions,
    faults: Vec<Fault>,
}

impl Reader {
    fn fault(&mut self, line: usize, what: What) {
        self.faults.push(Fault { line, what });
    }

    fn block(&mut self, lines: &[Line<'_>]) {
        let Some((first, head)) = lines.first().copied() else { return };
        let named = |name: &str| head == name || head.strip_prefix(name).is_some_and(|rest| rest.starts_with([' ', '\t']));
        if ["NOTE", "STYLE", "REGION"].into_iter().any(named) {
            return;
        }
        // A line before the times is the name of the cue.
        let Some(at) = lines.iter().take(2).position(|(_, line)| line.contains("-->")) else {
            return self.fault(first, What::NoTimes);
        };
        let (number, times) = lines[at];
        match read_times(times) {
            Ok(times) => self.cue((number, times), &lines[at + 1..]),
            Err(what) => self.fault(number, what),
        }
    }

    fn cue(&mut self, (number, (starts, ends)): (usize, (i64, i64)), lines: &[Line<'_>]) {
        if ends <= starts {
            self.fault(number, What::EndsBeforeItStarts);
        }
        if self.captions.cues.last().is_some_and(|before| starts < before.starts) {
            self.fault(number, What::OutOfOrder);
        }
        if self.seconds.is_some_and(|seconds| starts >= seconds * 1_000) {
            self.fault(number, What::AfterTheEnd);
        }
        let (mut speaker, mut words) = (None, Vec::new());
        for (line, text) in lines {
            if text.contains("-->") {
                self.fault(*line, What::NoGap);
                return;
            }
            let Some((said, voice)) = without_tags(text) else {
                self.fault(*line, What::OpenTag);
                continue;
            };
            let length = said.chars().count();
            if length > LONGEST_LINE {
                self.fault(*line, What::LongLine(length));
            }
            speaker = speaker.or(voice);
            words.extend(said.split_whitespace().map(str::to_owned));
        }
        if words.is_empty() {
            self.fault(number, What::Empty);
        }
        self.captions.cues.push(Cue { starts, ends, speaker, text: words.join(" ") });
    }
}

/// `00:01.000 --> 00:04.500 align:start`, in milliseconds.
fn read_times(line: &str) -> Result<(i64, i64), What> {
    let (starts, rest) = line.split_once("-->").ok_or(What::Times)?;
    let ends = rest.split_whitespace().next().unwrap_or_default();
    match (millis(starts.trim()), millis(ends)) {
        (Some(starts), Some(ends)) => Ok((starts, ends)),
        _ if starts.contains(',') || ends.contains(',') => Err(What::Comma),
        _ => Err(What::Times),
    }
}

/// `01:02:03.004` or `02:03.004`.
fn millis(text: &str) -> Option<i64> {
    let (clock, fraction) = text.split_once('.')?;
    let digits =
        |part: &str, length: usize| (part.len() >= length && part.bytes().all(|b| b.is_ascii_digit())).then(|| part.parse().ok())?;
    let fraction: i64 = digits(fraction, 3).filter(|_| fraction.len() == 3)?;
    let parts: Vec<i64> = clock.split(':').map(|part| digits(part, 2)).collect::<Option<_>>()?;
    let (hours, minutes, seconds) = match parts[..] {
        [minutes, seconds] => (0, minutes, seconds),
        [hours, minutes, seconds] => (hours, minutes, seconds),
        _ => return None,
    };
    (minutes < 60 && seconds < 60 && hours < 1_000).then_some(((hours * 60 + minutes) * 60 + seconds) * 1_000 + fraction)
}

/// The words of a line and who is said to speak; none where a tag stays open.
fn without_tags(line: &str) -> Option<(String, Option<String>)> {
    let (mut said, mut voice, mut rest) = (String::new(), None, line);
    while let Some(open) = rest.find('<') {
        let close = rest[open..].find('>')? + open;
        said.push_str(&rest[..open]);
        let tag = &rest[open + 1..close];
        if let Some(name) = tag.strip_prefix('v').filter(|name| name.starts_with([' ', '\t', '.'])) {
            voice = name.split_once([' ', '\t']).map(|(_, name)| plain(name.trim())).filter(|name| !name.is_empty());
        }
        rest = &rest[close + 1..];
    }
    said.push_str(rest);
    Some((plain(&said), voice))
}

/// The few character references that the format has.
fn plain(text: &str) -> String {
    let references = [("&lt;", "<"), ("&gt;", ">"), ("&nbsp;", " "), ("&lrm;", ""), ("&rlm;", ""), ("&amp;", "&")];
    references.into_iter().fold(text.to_owned(), |text, (name, stands_for)| text.replace(name, stands_for))
}

impl Captions {
    /// What is said as paragraphs: a new one where somebody else speaks, where a chapter begins, after a silence, and after the
    /// sentence in which it has become long.
    pub fn paragraphs(&self, chapters: &[Chapter]) -> Vec<Paragraph> {
        let mut paragraphs: Vec<Paragraph> = Vec::new();
        let mut before: Option<&Cue> = None;
        let mut speaks: Option<&str> = None;
        for cue in &self.cues {
            let changes = cue.speaker.as_deref().is_some_and(|name| speaks != Some(name));
            let second = cue.starts / 1_000;
            let follows = before.filter(|before| {
                let begins = chapters.iter().any(|chapter| before.starts / 1_000 < chapter.second && chapter.second <= second);
                !changes && !begins && cue.starts - before.ends < PAUSE
            });
            before = Some(cue);
            match paragraphs.last_mut() {
                Some(last) if last.second == second || (follows.is_some() && !is_full(&last.text)) => {
                    last.text.push(' ');
                    last.text.push_str(&cue.text);
                }
                _ => {
                    let speaker = cue.speaker.clone().filter(|_| changes);
                    paragraphs.push(Paragraph { second, speaker, text: cue.text.clone() });
                }
            }
            speaks = cue.speaker.as_deref().or(speaks);
        }
        paragraphs
    }
}

fn is_full(text: &str) -> bool {
    let length = text.chars().count();
    length > 2 * PARAGRAPH || (length > PARAGRAPH && text.ends_with(['.', '?', '!', '…', '»', '"']))
}

/// "2:05", "1:02:05": a second as people write it.
pub fn clock(second: i64) -> String {
    let (hours, minutes, seconds) = (second / 3_600, second / 60 % 60, second % 60);
    if hours > 0 { format!("{hours}:{minutes:02}:{seconds:02}") } else { format!("{minutes}:{seconds:02}") }
}

/// The same read: `2:05`, `1:02:05`.
pub fn second(text: &str) -> Option<i64> {
    let parts: Vec<i64> = text.trim().split([':', '.']).map(|part| part.parse().ok().filter(|n| *n >= 0)).collect::<Option<_>>()?;
    match parts[..] {
        [minutes, seconds] if seconds < 60 && minutes < 1_000 => Some(minutes * 60 + seconds),
        [hours, minutes, seconds] if minutes < 60 && seconds < 60 && hours < 100 => Some((hours * 60 + minutes) * 60 + seconds),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const GOOD: &str = "\u{feff}WEBVTT – intervista\r\nKind: captions\r\n\r\nNOTE a note\r\nover two lines\r\n\r\n1\r\n00:00.000 --> 00:02.000\r\n<v Docente>Come avete\r\ncominciato?</v>\r\n\r\n00:00:02.500 --> 00:00:05.000 align:start line:0\r\n<v Sindaca>Da uno sportello &amp; due comuni.\r\n\r\n01:00.000 --> 01:04.250\r\n<i>Oggi</i> sono sei.\r\n";

    fn faults(text: &str, seconds: Option<i64>) -> Vec<(usize, What)> {
        parse(text.as_bytes(), seconds).unwrap_err().into_iter().map(|fault| (fault.line, fault.what)).collect()
    }

    #[test]
    fn a_good_file_is_read_whole() {
        let captions = parse(GOOD.as_bytes(), Some(65)).unwrap();
        let told: Vec<_> = captions.cues.iter().map(|cue| (cue.starts, cue.ends, cue.speaker.as_deref(), cue.text.as_str())).collect();
        assert_eq!(
            told,
            [
                (0, 2_000, Some("Docente"), "Come avete cominciato?"),
                (2_500, 5_000, Some("Sindaca"), "Da uno sportello & due comuni."),
                (60_000, 64_250, None, "Oggi sono sei."),
            ]
        );
    }

    #[test]
    fn each_fault_is_told_with_its_line() {
        let long = "à".repeat(85);
        for (text, expected) in [
            ("", vec![(1, What::NoHeader)]),
            ("1\n00:00:01,000 --> 00:00:02,000\nCiao", vec![(1, What::NoHeader)]),
            ("WEBVTTX\n", vec![(1, What::NoHeader)]),
            ("WEBVTT", vec![(1, What::NoCues)]),
            ("WEBVTT\n\nNOTE niente", vec![(3, What::NoCues)]),
            ("WEBVTT\n\n00:00:01,000 --> 00:00:02,000\nCiao", vec![(3, What::Comma)]),
            ("WEBVTT\n\nuna riga\nun'altra\nCiao", vec![(3, What::NoTimes)]),
            ("WEBVTT\n\n0:01.000 --> 00:02.000\nCiao", vec![(3, What::Times)]),
            ("WEBVTT\n\n00:61.000 --> 01:02.000\nCiao", vec![(3, What::Times)]),
            ("WEBVTT\n\n00:01.00 --> 00:02.000\nCiao", vec![(3, What::Times)]),
            ("WEBVTT\n\n00:02.000 --> 00:02.000\nCiao", vec![(3, What::EndsBeforeItStarts)]),
            ("WEBVTT\n\n00:05.000 --> 00:06.000\nCiao\n\n00:04.000 --> 00:06.000\nCiao", vec![(6, What::OutOfOrder)]),
            ("WEBVTT\n\n00:05.000 --> 00:06.000\n\n00:07.000 --> 00:08.000\nCiao", vec![(3, What::Empty)]),
            ("WEBVTT\n\n00:05.000 --> 00:06.000\nCiao\n00:07.000 --> 00:08.000\nCiao", vec![(5, What::NoGap)]),
            ("WEBVTT\n\n00:05.000 --> 00:06.000\nuno <b due", vec![(4, What::OpenTag), (3, What::Empty)]),
            ("WEBVTT\n\n00:30.000 --> 00:31.000\nCiao", vec![(3, What::AfterTheEnd)]),
            (&format!("WEBVTT\n\n00:05.000 --> 00:06.000\n{long}"), vec![(4, What::LongLine(85))]),
        ] {
            assert_eq!(faults(text, Some(30)), expected, "{text}");
        }
        assert_eq!(parse(b"WEBVTT\n\n00:05.000 --> 00:06.000\n\xff", None).unwrap_err(), [Fault { line: 4, what: What::NotUtf8 }]);
        let heavy = vec![b' '; LONGEST + 1];
        assert_eq!(parse(&heavy, None).unwrap_err(), [Fault { line: 1, what: What::TooLong(LONGEST + 1) }]);
        let many = format!("WEBVTT\n\n{}", "a\n\n".repeat(100));
        assert_eq!(faults(&many, None).len(), TOLD);
    }

    #[test]
    fn paragraphs_begin_with_a_voice_a_chapter_or_a_silence() {
        let chapters = |seconds: &[i64]| seconds.iter().map(|second| Chapter { second: *second, title: String::new() }).collect::<Vec<_>>();
        let cue = |starts: i64, speaker: Option<&str>, text: &str| Cue {
            starts: starts * 1_000,
            ends: starts * 1_000 + 1_900,
            speaker: speaker.map(str::to_owned),
            text: text.into(),
        };
        let of = |cues: Vec<Cue>, at: &[i64]| {
            let told = Captions { cues }.paragraphs(&chapters(at));
            told.into_iter().map(|one| (one.second, one.speaker, one.text)).collect::<Vec<_>>()
        };
        let sentence = "Una frase di parole.".repeat(20);
        assert_eq!(of(vec![cue(0, None, "a"), cue(2, None, "b")], &[]), [(0, None, "a b".to_owned())]);
        assert_eq!(of(vec![cue(0, None, "a"), cue(2, None, "b")], &[0, 2]), [(0, None, "a".to_owned()), (2, None, "b".to_owned())]);
        assert_eq!(of(vec![cue(0, None, "a"), cue(9, None, "b")], &[]).len(), 2);
        assert_eq!(of(vec![cue(0, None, &sentence), cue(2, None, "b")], &[]).len(), 2);
        let voices = vec![cue(0, Some("A"), "a"), cue(2, Some("A"), "b"), cue(4, Some("B"), "c"), cue(6, None, "d")];
        let expected = [(0, Some("A".to_owned()), "a b".to_owned()), (4, Some("B".to_owned()), "c d".to_owned())];
        assert_eq!(of(voices, &[]), expected);
        // Two of the same second have one address.
        let close = vec![cue(4, Some("A"), "a"), cue(4, Some("B"), "b")];
        assert_eq!(of(close, &[]).len(), 1);
    }

    #[test]
    fn seconds_are_read_as_they_are_written() {
        for (text, expected) in [("2:05", Some(125)), ("0:00", Some(0)), ("1:02:05", Some(3_725)), ("12.30", Some(750))] {
            assert_eq!(second(text), expected, "{text}");
        }
        for wrong in ["", "5", "2:60", "1:60:00", "-1:00", "a:b", "1:2:3:4"] {
            assert_eq!(second(wrong), None, "{wrong}");
        }
        for at in [0, 59, 60, 125, 3_599, 3_600, 3_725] {
            assert_eq!(second(&clock(at)), Some(at));
        }
    }

    proptest::proptest! {
        #[test]
        fn nothing_makes_it_panic(body in proptest::collection::vec(proptest::num::u8::ANY, 0..300)) {
            let _ = parse(&[b"WEBVTT\n\n00:01.000 --> 00:02.000\n".as_slice(), &body].concat(), Some(9)).map(|c| c.paragraphs(&[]));
        }

        #[test]
        fn paragraphs_keep_every_word_and_no_second_twice(gaps in proptest::collection::vec(0_i64..9_000, 1..60)) {
            let mut at = 0;
            let cues: Vec<Cue> = gaps.iter().enumerate().map(|(n, gap)| {
                at += gap;
                Cue { starts: at, ends: at + 1_500, speaker: (n % 7 == 0).then(|| format!("v{}", n % 3)), text: format!("parola{n}.") }
            }).collect();
            let told = Captions { cues: cues.clone() }.paragraphs(&[Chapter { second: 30, title: "x".into() }]);
            let words: Vec<String> = told.iter().flat_map(|one| one.text.split(' ').map(str::to_owned)).collect();
            proptest::prop_assert_eq!(words, cues.into_iter().map(|cue| cue.text).collect::<Vec<_>>());
            let mut seconds: Vec<i64> = told.iter().map(|one| one.second).collect();
            let all = seconds.len();
            seconds.dedup();
            proptest::prop_assert_eq!(seconds.len(), all);
        }
    }
}
