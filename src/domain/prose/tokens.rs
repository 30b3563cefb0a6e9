//! HTML as a row of tags and texts, however broken. Linear: what does not end is looked for once.

/// A piece of HTML.
#[derive(Debug, PartialEq, Eq)]
pub enum Token<'a> {
    Text(&'a str),
    /// Name in small letters, and what stands between it and `>`.
    Open(String, &'a str),
    Close(String),
    /// `<!…>` and `<?…>`, without comments.
    Aside(&'a str),
}

/// Elements that go with all they hold.
const GONE: [&str; 18] = [
    "script", "style", "head", "title", "textarea", "template", "iframe", "object", "svg", "math", "xml", "noembed", "noframes",
    "noscript", "select", "xmp", "audio", "video",
];

pub struct Tokens<'a> {
    text: &'a str,
    at: usize,
    /// Ends that are known not to come any more.
    missing: Vec<String>,
    /// How many bytes may still be looked at within quotation marks that are never closed.
    patience: usize,
}

impl<'a> Tokens<'a> {
    pub fn of(text: &'a str) -> Tokens<'a> {
        Tokens { text, at: 0, missing: Vec::new(), patience: 4 * text.len() }
    }

    /// Where an end stands from a byte on, in any case; it is looked for only until it is once missing.
    fn find(&mut self, from: usize, end: &str) -> Option<usize> {
        if self.missing.iter().any(|gone| gone == end) {
            return None;
        }
        let rest = self.text.as_bytes().get(from..)?;
        let found = rest.windows(end.len()).position(|piece| piece.eq_ignore_ascii_case(end.as_bytes()));
        if found.is_none() {
            self.missing.push(end.to_owned());
        }
        found.map(|place| from + place)
    }

    /// The `>` that ends a tag: outside quotation marks, or the first if those are never closed.
    fn tag_end(&mut self, from: usize) -> Option<usize> {
        let first = self.find(from, ">")?;
        let mut quote = None;
        for (place, byte) in self.text.bytes().enumerate().skip(from).take(self.patience) {
            self.patience = self.patience.saturating_sub(1);
            match (byte, quote) {
                (b'>', None) => return Some(place),
                (b'"' | b'\'', None) => quote = Some(byte),
                (_, Some(open)) if open == byte => quote = None,
                _ => {}
            }
        }
        Some(first)
    }

    /// The tag, comment or aside that begins here, and the byte after it; `None`: it is a plain `<`.
    fn mark(&mut self) -> Option<(Option<Token<'a>>, usize)> {
        let (text, start) = (self.text, self.at);
        let rest = text.get(start + 1..)?;
        if rest.starts_with("!--") {
            return self.find(start + 4, "-->").map(|end| (None, end + 3));
        }
        if rest.starts_with(['!', '?']) {
            let end = self.find(start, ">")?;
            return Some((Some(Token::Aside(text.get(start + 1..end)?)), end + 1));
        }
        let closes = rest.starts_with('/');
        let name_at = start + 1 + usize::from(closes);
        let after = text.get(name_at..)?;
        let name = after.get(..after.find(|c: char| !(c.is_ascii_alphanumeric() || c == ':' || c == '-')).unwrap_or(after.len()))?;
        if !name.starts_with(|c: char| c.is_ascii_alphabetic()) || name.len() > 20 {
            return None;
        }
        let end = self.tag_end(name_at + name.len())?;
        let inside = text.get(name_at + name.len()..end)?;
        let name = name.to_ascii_lowercase();
        if closes {
            return Some((Some(Token::Close(name)), end + 1));
        }
        Some(self.opened(name, inside, end + 1))
    }

    fn opened(&mut self, name: String, inside: &'a str, after: usize) -> (Option<Token<'a>>, usize) {
        if !GONE.contains(&name.as_str()) || inside.ends_with('/') {
            return (Some(Token::Open(name, inside)), after);
        }
        let close = format!("</{name}");
        let end = self.find(after, &close).map(|place| place + close.len());
        let end = end.and_then(|place| self.find(place, ">"));
        (None, end.map_or(after, |place| place + 1))
    }
}

impl<'a> Iterator for Tokens<'a> {
    type Item = Token<'a>;

    fn next(&mut self) -> Option<Token<'a>> {
        while self.at < self.text.len() {
            let rest = self.text.get(self.at..)?;
            if !rest.starts_with('<') {
                let end = rest.find('<').map_or(self.text.len(), |length| self.at + length);
                let text = self.text.get(self.at..end)?;
                self.at = end;
                return Some(Token::Text(text));
            }
            match self.mark() {
                Some((token, after)) => {
                    self.at = after;
                    if token.is_some() {
                        return token;
                    }
                }
                None => {
                    let sign = self.text.get(self.at..self.at + 1)?;
                    self.at += 1;
                    return Some(Token::Text(sign));
                }
            }
        }
        None
    }
}

/// The value of an attribute, as it was written.
pub fn attribute<'a>(inside: &'a str, wanted: &str) -> Option<&'a str> {
    let mut rest = inside;
    loop {
        rest = rest.trim_start_matches(|c: char| c.is_whitespace() || c == '/' || c == '=');
        let name = rest.get(..rest.find(|c: char| c.is_whitespace() || c == '=' || c == '/').unwrap_or(rest.len()))?;
        if name.is_empty() {
            return None;
        }
        rest = rest.get(name.len()..)?.trim_start();
        let Some(after) = rest.strip_prefix('=') else { continue };
        let after = after.trim_start();
        let quote = after.chars().next().filter(|c| matches!(c, '"' | '\''));
        let (value, left) = match quote {
            Some(quote) => after.get(1..)?.split_once(quote).unwrap_or((after.get(1..)?, "")),
            None => after.split_at(after.find(char::is_whitespace).unwrap_or(after.len())),
        };
        if name.eq_ignore_ascii_case(wanted) {
            return Some(value);
        }
        rest = left;
    }
}

/// Longest entity, in bytes.
const ENTITY: usize = 10;
const NAMED: [(&str, char); 36] = [
    ("amp", '&'),
    ("lt", '<'),
    ("gt", '>'),
    ("quot", '"'),
    ("apos", '\''),
    ("nbsp", ' '),
    ("agrave", 'à'),
    ("egrave", 'è'),
    ("eacute", 'é'),
    ("igrave", 'ì'),
    ("ograve", 'ò'),
    ("ugrave", 'ù'),
    ("Agrave", 'À'),
    ("Egrave", 'È'),
    ("Eacute", 'É'),
    ("Igrave", 'Ì'),
    ("Ograve", 'Ò'),
    ("Ugrave", 'Ù'),
    ("laquo", '«'),
    ("raquo", '»'),
    ("ldquo", '“'),
    ("rdquo", '”'),
    ("lsquo", '‘'),
    ("rsquo", '’'),
    ("hellip", '…'),
    ("ndash", '–'),
    ("mdash", '—'),
    ("euro", '€'),
    ("deg", '°'),
    ("middot", '·'),
    ("bull", '•'),
    ("sect", '§'),
    ("ordm", 'º'),
    ("ordf", 'ª'),
    ("times", '×'),
    ("ccedil", 'ç'),
];

/// Text with its entities as characters. What is none stays as it was written.
pub fn decoded(text: &str) -> String {
    let mut plain = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(at) = rest.find('&') {
        let (before, from) = rest.split_at(at);
        plain.push_str(before);
        let window = from.get(..from.floor_char_boundary(ENTITY)).unwrap_or_default();
        let entity = window.find(';').and_then(|end| Some((character(window.get(1..end)?)?, end)));
        let skip = match entity {
            Some((c, end)) => {
                plain.push(c);
                end + 1
            }
            None => {
                plain.push('&');
                1
            }
        };
        rest = from.get(skip..).unwrap_or_default();
    }
    plain.push_str(rest);
    plain
}

fn character(name: &str) -> Option<char> {
    let Some(number) = name.strip_prefix('#') else {
        return NAMED.into_iter().find(|(known, _)| *known == name).map(|(_, c)| c);
    };
    let hex = number.strip_prefix(['x', 'X']);
    let code = hex.map_or_else(|| number.parse().ok(), |hex| u32::from_str_radix(hex, 16).ok())?;
    char::from_u32(code).filter(|c| *c != '\0')
}
