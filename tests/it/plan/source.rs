//! Rust source as tokens: enough to see which paths a file names and which texts it holds, without compiling it.

/// One file of the tree, by its path from the root of the project.
#[derive(Debug, Clone)]
pub struct Source {
    pub path: String,
    pub text: String,
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Kind {
    Word(String),
    /// The value of a string literal, escapes resolved.
    Text(String),
    /// `::`
    Path,
    Sign(char),
}

#[derive(Debug, Clone)]
pub struct Token {
    pub kind: Kind,
    pub line: usize,
}

impl Token {
    pub fn word(&self) -> Option<&str> {
        match &self.kind {
            Kind::Word(word) => Some(word),
            _ => None,
        }
    }

    pub fn is_word(&self, word: &str) -> bool {
        self.word() == Some(word)
    }

    pub fn is_sign(&self, sign: char) -> bool {
        self.kind == Kind::Sign(sign)
    }
}

/// All `.rs` files below these folders of the project, and these files, sorted by path.
pub fn read(roots: &[&str]) -> Vec<Source> {
    let root = std::path::Path::new(env!("CARGO_MANIFEST_DIR"));
    let mut found = Vec::new();
    let mut waiting: Vec<_> = roots.iter().map(|r| root.join(r)).filter(|path| path.exists()).collect();
    while let Some(path) = waiting.pop() {
        if path.is_dir() {
            waiting.extend(std::fs::read_dir(&path).unwrap().map(|entry| entry.unwrap().path()));
        } else if path.extension().is_some_and(|e| e == "rs") {
            let name = path.strip_prefix(root).unwrap().to_str().unwrap().to_owned();
            found.push(Source { path: name, text: std::fs::read_to_string(&path).unwrap() });
        }
    }
    found.sort_by(|a, b| a.path.cmp(&b.path));
    found
}

/// Comments fall away; literals that are no strings count for nothing.
pub fn tokens(text: &str) -> Vec<Token> {
    let mut reader = Reader { rest: text.chars().collect(), at: 0, line: 1, tokens: Vec::new() };
    while let Some(c) = reader.peek(0) {
        reader.take(c);
    }
    reader.tokens
}

struct Reader {
    rest: Vec<char>,
    at: usize,
    line: usize,
    tokens: Vec<Token>,
}

impl Reader {
    fn peek(&self, ahead: usize) -> Option<char> {
        self.rest.get(self.at + ahead).copied()
    }

    fn next(&mut self) -> Option<char> {
        let c = self.peek(0)?;
        self.at += 1;
        self.line += usize::from(c == '\n');
        Some(c)
    }

    fn skip(&mut self, count: usize) {
        for _ in 0..count {
            self.next();
        }
    }

    fn push(&mut self, line: usize, kind: Kind) {
        self.tokens.push(Token { kind, line });
    }

    fn take(&mut self, c: char) {
        let line = self.line;
        match (c, self.peek(1)) {
            ('/', Some('/')) => {
                while self.peek(0).is_some_and(|c| c != '\n') {
                    self.next();
                }
            }
            ('/', Some('*')) => self.block_comment(),
            (':', Some(':')) => {
                self.skip(2);
                self.push(line, Kind::Path);
            }
            ('"', _) => self.string(),
            ('\'', _) => self.quote(),
            _ if c.is_alphabetic() || c == '_' => self.word(),
            _ if c.is_ascii_digit() => {
                while self.peek(0).is_some_and(|c| c.is_alphanumeric() || c == '_') {
                    self.next();
                }
            }
            _ if c.is_whitespace() => self.skip(1),
            _ => {
                self.skip(1);
                self.push(line, Kind::Sign(c));
            }
        }
    }

    fn block_comment(&mut self) {
        let mut depth = 0;
        loop {
            match (self.peek(0), self.peek(1)) {
                (Some('/'), Some('*')) => (depth, ()) = (depth + 1, self.skip(2)),
                (Some('*'), Some('/')) => (depth, ()) = (depth - 1, self.skip(2)),
                (None, _) => return,
                _ => self.skip(1),
            }
            if depth == 0 {
                return;
            }
        }
    }

    /// A word, or the prefix of a raw, byte or C string.
    fn word(&mut self) {
        let (line, start) = (self.line, self.at);
        while self.peek(0).is_some_and(|c| c.is_alphanumeric() || c == '_') {
            self.next();
        }
        let word: String = self.rest[start..self.at].iter().collect();
        match (word.as_str(), self.peek(0)) {
            ("r" | "br" | "cr", Some('"' | '#')) if self.hashes_before_quote().is_some() => self.raw_string(),
            ("b" | "c", Some('"')) => self.string(),
            ("b", Some('\'')) => self.quote(),
            ("r", Some('#')) => self.skip(1),
            _ => self.push(line, Kind::Word(word)),
        }
    }

    fn hashes_before_quote(&self) -> Option<usize> {
        let hashes = self.rest[self.at..].iter().take_while(|c| **c == '#').count();
        (self.peek(hashes) == Some('"')).then_some(hashes)
    }

    fn raw_string(&mut self) {
        let line = self.line;
        let hashes = self.hashes_before_quote().unwrap_or(0);
        self.skip(hashes + 1);
        let mut value = String::new();
        while let Some(c) = self.next() {
            if c == '"' && (0..hashes).all(|i| self.peek(i) == Some('#')) {
                self.skip(hashes);
                break;
            }
            value.push(c);
        }
        self.push(line, Kind::Text(value));
    }

    fn string(&mut self) {
        let line = self.line;
        self.skip(1);
        let mut value = String::new();
        while let Some(c) = self.next() {
            match c {
                '"' => break,
                '\\' => self.escape(&mut value),
                c => value.push(c),
            }
        }
        self.push(line, Kind::Text(value));
    }

    fn escape(&mut self, value: &mut String) {
        match self.next() {
            // A line continued: the indentation is not part of the text.
            Some('\n') => {
                while self.peek(0).is_some_and(char::is_whitespace) {
                    self.next();
                }
            }
            Some('n') => value.push('\n'),
            Some('t') => value.push('\t'),
            Some('u') => while self.next().is_some_and(|c| c != '}') {},
            Some(c) => value.push(c),
            None => {}
        }
    }

    /// A character, or a lifetime.
    fn quote(&mut self) {
        match (self.peek(1), self.peek(2)) {
            (Some('\\'), _) => {
                self.skip(3);
                while self.next().is_some_and(|c| c != '\'') {}
            }
            (Some(_), Some('\'')) => self.skip(3),
            _ => self.skip(1),
        }
    }
}
