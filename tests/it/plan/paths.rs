//! The paths that a file names: in `use`, grouped or not, and in the middle of the code.

use super::source::{Kind, Token};

/// A path as written, with the inline modules (`mod tests { … }`) around it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Named {
    pub line: usize,
    pub segments: Vec<String>,
    pub inside: Vec<String>,
}

/// Every path of two segments or more, and every single name that is imported.
pub fn named(tokens: &[Token]) -> Vec<Named> {
    let mut walk = Walk { tokens, at: 0, depth: 0, inside: Vec::new(), found: Vec::new() };
    while walk.at < tokens.len() {
        walk.step();
    }
    walk.found
}

struct Walk<'a> {
    tokens: &'a [Token],
    at: usize,
    depth: usize,
    /// Inline modules and the depth at which each was opened.
    inside: Vec<(String, usize)>,
    found: Vec<Named>,
}

impl Walk<'_> {
    fn peek(&self, ahead: usize) -> Option<&Token> {
        self.tokens.get(self.at + ahead)
    }

    fn is(&self, ahead: usize, kind: &Kind) -> bool {
        self.peek(ahead).is_some_and(|token| token.kind == *kind)
    }

    fn found(&mut self, line: usize, segments: Vec<String>) {
        let inside = self.inside.iter().map(|(name, _)| name.clone()).collect();
        self.found.push(Named { line, segments, inside });
    }

    fn step(&mut self) {
        let token = &self.tokens[self.at];
        match &token.kind {
            Kind::Sign('{') => self.depth += 1,
            Kind::Sign('}') => {
                self.depth = self.depth.saturating_sub(1);
                self.inside.retain(|(_, opened)| *opened <= self.depth);
            }
            Kind::Word(word) if word == "mod" && self.is(2, &Kind::Sign('{')) => {
                let name = self.peek(1).and_then(Token::word).unwrap_or_default().to_owned();
                self.inside.push((name, self.depth + 1));
            }
            // `use<'a>` is no import but a bound.
            Kind::Word(word) if word == "use" && !self.is(1, &Kind::Sign('<')) => {
                self.at += 1;
                self.tree(&[]);
                return;
            }
            Kind::Word(_) if self.is(1, &Kind::Path) => return self.path(),
            _ => {}
        }
        self.at += 1;
    }

    /// A path in the middle of the code: `crate::people::create(…)`.
    fn path(&mut self) {
        let (start, line) = (self.at, self.tokens[self.at].line);
        let mut segments = Vec::new();
        while let Some(word) = self.peek(0).and_then(Token::word).map(str::to_owned) {
            segments.push(word);
            self.at += 1;
            if !self.is(0, &Kind::Path) {
                break;
            }
            self.at += 1;
        }
        let is_visibility = start > 0 && self.tokens[start - 1].is_word("in");
        if !is_visibility {
            self.found(line, segments);
        }
    }

    /// One branch of an import, up to the `;`, `,` or `}` that ends it.
    fn tree(&mut self, before: &[String]) {
        let mut segments = before.to_vec();
        while let Some(token) = self.peek(0).cloned() {
            match &token.kind {
                // The other name, and nothing more.
                Kind::Word(word) if word == "as" => self.at += 1,
                Kind::Word(word) if word == "self" && !segments.is_empty() => self.found(token.line, segments.clone()),
                Kind::Word(word) => {
                    segments.push(word.clone());
                    if !self.is(1, &Kind::Path) {
                        self.found(token.line, segments.clone());
                    }
                }
                Kind::Sign('*') => {
                    segments.push("*".to_owned());
                    self.found(token.line, segments.clone());
                }
                Kind::Sign('{') => return self.group(&segments),
                Kind::Sign(';' | ',' | '}') => return,
                _ => {}
            }
            self.at += 1;
        }
    }

    fn group(&mut self, before: &[String]) {
        self.at += 1;
        while self.at < self.tokens.len() && !self.is(0, &Kind::Sign('}')) {
            self.tree(before);
            if self.is(0, &Kind::Sign(',')) {
                self.at += 1;
            }
        }
        self.at += 1;
    }
}
