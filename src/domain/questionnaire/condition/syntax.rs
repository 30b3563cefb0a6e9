//! The parser of conditions: from text to a tree that still knows where each word stood, so that a fault can point
//! at it.

use super::ids::{is_name, is_option, is_question};
use super::lexer::{Token, tokens};
use super::{Atom, Comparison, Place, Placed, Tree, Written};

/// Why a text is not a condition.
#[derive(Debug, Clone, PartialEq)]
pub struct SyntaxFault {
    pub at: Place,
    pub problem: Syntax,
}

#[derive(Debug, Clone, PartialEq)]
pub enum Syntax {
    /// A character that no condition contains.
    Character(char),
    /// Something else should have come; `found` is empty at the end of the text.
    Expected { expected: Expected, found: String },
    /// Parentheses or `not` deeper than [`DEEPEST`].
    TooDeep,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Expected {
    /// An atom, a name, `not` or an opening parenthesis.
    Condition,
    /// `and`, `or`, a closing parenthesis or the end.
    Joint,
    /// `=`, `!=`, `in` or `has` after a question.
    Operator,
    /// `<`, `<=`, `=`, `>=` or `>`.
    Comparison,
    Question,
    Option,
    Number,
    /// A row by its number, from 1.
    RowNumber,
    Sign(&'static str),
}

/// Far beyond any condition a person can read; keeps the parser from running out of stack.
pub const DEEPEST: usize = 32;

/// Recursive descent: `or` binds weaker than `and`, `and` weaker than `not`.
pub(super) struct Parser<'a> {
    tokens: Vec<Placed<Token<'a>>>,
    next: usize,
    depth: usize,
}

type Parsed<T> = Result<T, SyntaxFault>;

impl<'a> Parser<'a> {
    pub(super) fn new(text: &'a str) -> Parsed<Parser<'a>> {
        Ok(Parser { tokens: tokens(text)?, next: 0, depth: 0 })
    }

    /// The whole text, to its end.
    pub(super) fn whole(&mut self) -> Parsed<Tree> {
        let tree = self.any()?;
        match self.peek() {
            Token::End => Ok(tree),
            _ => self.expected(Expected::Joint),
        }
    }

    fn any(&mut self) -> Parsed<Tree> {
        let first = self.all()?;
        let mut parts = vec![first];
        while self.take_word("or") {
            parts.push(self.all()?);
        }
        Ok(if parts.len() == 1 { parts.remove(0) } else { Tree::Any(parts) })
    }

    fn all(&mut self) -> Parsed<Tree> {
        let first = self.not()?;
        let mut parts = vec![first];
        while self.take_word("and") {
            parts.push(self.not()?);
        }
        Ok(if parts.len() == 1 { parts.remove(0) } else { Tree::All(parts) })
    }

    fn not(&mut self) -> Parsed<Tree> {
        if self.depth == DEEPEST {
            return Err(SyntaxFault { at: self.place(), problem: Syntax::TooDeep });
        }
        self.depth += 1;
        let tree = if self.take_word("not") {
            Tree::Not(Box::new(self.not()?))
        } else if self.take_sign("(") {
            let inner = self.any()?;
            self.sign(")")?;
            inner
        } else {
            self.leaf()?
        };
        self.depth -= 1;
        Ok(tree)
    }

    fn leaf(&mut self) -> Parsed<Tree> {
        let at = self.place();
        let Token::Word(word) = self.peek() else {
            return self.expected(Expected::Condition);
        };
        match word {
            "and" | "or" | "in" | "has" => self.expected(Expected::Condition),
            "always" => {
                self.next += 1;
                Ok(Tree::Always)
            }
            "level" | "value" | "points" | "rows" if self.tokens[self.next + 1].value == Token::Sign("(") => self.measured(word),
            _ if is_question(word) => self.chosen(),
            _ if is_name(word) => {
                self.next += 1;
                Ok(Tree::Name(Placed { at, value: word.to_owned() }))
            }
            _ => self.expected(Expected::Condition),
        }
    }

    /// `Q07 = d`, `Q07 != z`, `Q07 in {a,b}`, `Q05 has {a,c}`.
    fn chosen(&mut self) -> Parsed<Tree> {
        let question = self.question()?;
        let id = question.value;
        let from = question.at;
        if self.take_sign("=") {
            let option = self.option()?;
            return Ok(self.atom(Atom::Is { question: id, option: option.value }, from, vec![option.at]));
        }
        if self.take_sign("!=") {
            let option = self.option()?;
            return Ok(self.atom(Atom::IsNot { question: id, option: option.value }, from, vec![option.at]));
        }
        if self.take_word("in") {
            let (options, places) = self.options()?;
            return Ok(self.atom(Atom::In { question: id, options }, from, places));
        }
        if self.take_word("has") {
            let (options, places) = self.options()?;
            return Ok(self.atom(Atom::Has { question: id, options }, from, places));
        }
        self.expected(Expected::Operator)
    }

    /// `level(Q09) <= 3`, `value(…)`, `points(…)`, `rows(Q08,c,1..4) >= 2`.
    fn measured(&mut self, word: &str) -> Parsed<Tree> {
        let start = self.place();
        self.next += 1;
        self.sign("(")?;
        let Placed { at, value: question } = self.question()?;
        let rows = if word == "rows" { Some(self.rows()?) } else { None };
        self.sign(")")?;
        let is = self.comparison()?;
        let than = self.number()?;
        let (atom, options) = match (word, rows) {
            ("level", _) => (Atom::Level { question, is, than }, vec![]),
            ("value", _) => (Atom::Value { question, is, than }, vec![]),
            (_, Some((column, from, to))) => (Atom::Rows { question, column: column.value, from, to, is, than }, vec![column.at]),
            _ => (Atom::Points { question, is, than }, vec![]),
        };
        let end = self.tokens[self.next - 1].at.to;
        Ok(Tree::Atom(Written { atom, at: Place::new(start.from, end), question: at, options }))
    }

    /// `,c,1..4`
    fn rows(&mut self) -> Parsed<(Placed<String>, usize, usize)> {
        self.sign(",")?;
        let column = self.option()?;
        self.sign(",")?;
        let from = self.row_number()?;
        self.sign("..")?;
        let to = self.row_number()?;
        Ok((column, from, to))
    }

    fn atom(&self, atom: Atom, question: Place, options: Vec<Place>) -> Tree {
        let end = self.tokens[self.next - 1].at.to;
        Tree::Atom(Written { atom, at: Place::new(question.from, end), question, options })
    }

    fn options(&mut self) -> Parsed<(Vec<String>, Vec<Place>)> {
        self.sign("{")?;
        let mut options = Vec::new();
        let mut places = Vec::new();
        loop {
            let option = self.option()?;
            options.push(option.value);
            places.push(option.at);
            if !self.take_sign(",") {
                break;
            }
        }
        self.sign("}")?;
        Ok((options, places))
    }

    fn comparison(&mut self) -> Parsed<Comparison> {
        let is = match self.peek() {
            Token::Sign("<") => Comparison::Less,
            Token::Sign("<=") => Comparison::AtMost,
            Token::Sign("=") => Comparison::Equal,
            Token::Sign(">=") => Comparison::AtLeast,
            Token::Sign(">") => Comparison::Greater,
            _ => return self.expected(Expected::Comparison),
        };
        self.next += 1;
        Ok(is)
    }

    fn question(&mut self) -> Parsed<Placed<String>> {
        self.word(Expected::Question, is_question)
    }

    fn option(&mut self) -> Parsed<Placed<String>> {
        self.word(Expected::Option, is_option)
    }

    fn row_number(&mut self) -> Parsed<usize> {
        let word = self.word(Expected::RowNumber, |w| w.parse::<u16>().is_ok())?;
        Ok(word.value.parse().unwrap_or_default())
    }

    fn number(&mut self) -> Parsed<f64> {
        let number = match self.peek() {
            Token::Word(text) | Token::Decimal(text) if text.starts_with(|c: char| c == '-' || c.is_ascii_digit()) => {
                text.parse::<f64>().ok().filter(|n| n.is_finite())
            }
            _ => None,
        };
        let Some(number) = number else {
            return self.expected(Expected::Number);
        };
        self.next += 1;
        Ok(number)
    }

    fn word(&mut self, what: Expected, fits: impl Fn(&str) -> bool) -> Parsed<Placed<String>> {
        match self.peek() {
            Token::Word(word) if fits(word) => {
                let at = self.place();
                self.next += 1;
                Ok(Placed { at, value: word.to_owned() })
            }
            _ => self.expected(what),
        }
    }

    fn sign(&mut self, sign: &'static str) -> Parsed<()> {
        if self.take_sign(sign) { Ok(()) } else { self.expected(Expected::Sign(sign)) }
    }

    fn take_sign(&mut self, sign: &'static str) -> bool {
        self.take(Token::Sign(sign))
    }

    fn take_word(&mut self, word: &str) -> bool {
        self.take(Token::Word(word))
    }

    fn take(&mut self, token: Token<'_>) -> bool {
        let found = self.peek() == token;
        self.next += usize::from(found);
        found
    }

    /// The end is never taken, hence there is always a next token.
    fn peek(&self) -> Token<'a> {
        self.tokens[self.next].value
    }

    fn place(&self) -> Place {
        self.tokens[self.next].at
    }

    fn expected<T>(&self, expected: Expected) -> Parsed<T> {
        let found = match self.peek() {
            Token::Word(text) | Token::Decimal(text) => text.to_owned(),
            Token::Sign(sign) => sign.to_owned(),
            Token::End => String::new(),
        };
        Err(SyntaxFault { at: self.place(), problem: Syntax::Expected { expected, found } })
    }
}
