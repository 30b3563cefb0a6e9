//! The rules as functions of the source text: what is found has a file, a line and the rule it breaks.

use std::collections::BTreeSet;
use std::fmt;

use super::form::{form, is_sql, sql_clock};
use super::houseplan::{Confined, EXCEPTIONS, Exception, FLOORS, LIBRARIES, Place, Room, SLICES};
use super::markup::spoken;
use super::paths::{Named, named};
use super::source::{Kind, Source, Token, tokens};

#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Rule {
    Floor,
    Slice,
    Door,
    Room,
    Library,
    Clock,
    Allow,
    Opening,
    Length,
    Name,
    Words,
    DeadException,
}

impl Rule {
    pub fn says(self) -> &'static str {
        match self {
            Rule::Floor => "a floor leans only on lower floors: main → cli → lib → slices → web → ui → access → platform → domain",
            Rule::Slice => "a slice leans only on slices before it in the list",
            Rule::Door => "a slice is entered by its mod.rs alone, not by its rooms",
            Rule::Room => {
                "inside a slice: mod → routes, store · routes → pages, store, words · store → letters · pages, letters → words; \
                 of mod.rs the rooms take types and nothing else"
            }
            Rule::Library => "a library is named only where the plan puts it",
            Rule::Clock => "time comes from platform::Clock, passed in; SQL is told the instant",
            Rule::Allow => "#[expect(…, reason = \"…\")] instead of #[allow]",
            Rule::Opening => "a file opens with //! and one sentence on what it is for",
            Rule::Length => "a file of more than 500 lines is split (words.rs may be longer)",
            Rule::Name => "util, common, helper, manager, service and misc say nothing: name the concept",
            Rule::Words => "what people read stands in words.rs, in Italian and in English",
            Rule::DeadException => "an exception that nothing needs any more goes",
        }
    }
}

#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Finding {
    pub file: String,
    pub line: usize,
    pub rule: Rule,
    pub what: String,
}

impl fmt::Display for Finding {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}:{}: {}\n    {}", self.file, self.line, self.what, self.rule.says())
    }
}

/// Everything that is wrong with a tree of sources.
pub fn check(sources: &[Source]) -> Vec<Finding> {
    let mut found = check_with(sources, EXCEPTIONS);
    found.sort();
    found.dedup();
    found
}

pub fn check_with(sources: &[Source], exceptions: &[Exception]) -> Vec<Finding> {
    let files = sources.iter().filter_map(|s| module_of(&s.path));
    let modules: BTreeSet<Vec<String>> = files.flat_map(|m| (1..=m.len()).map(|n| m[..n].to_vec()).collect::<Vec<_>>()).collect();
    let mut found = Vec::new();
    let mut used = BTreeSet::new();
    for source in sources {
        let tokens = tokens(&source.text);
        found.extend(form(source, &tokens));
        if let Some(module) = module_of(&source.path) {
            let file = File { source, module, modules: &modules };
            found.extend(file.text_rules(&tokens));
            found.extend(spoken(&tokens).into_iter().map(|(line, text)| file.finding(line, Rule::Words, format!("«{text}»"))));
            for named in named(&tokens) {
                let finding = file.arrow(&named).or_else(|| file.library(&named));
                let excused = exceptions.iter().position(|e| e.file == source.path && file.absolute(&named).join("::") == e.names);
                match (finding, excused) {
                    (Some(_), Some(excused)) => drop(used.insert(excused)),
                    (Some(finding), None) => found.push(finding),
                    (None, _) => {}
                }
            }
        }
    }
    let dead = exceptions.iter().enumerate().filter(|(i, _)| !used.contains(i));
    found.extend(dead.map(|(_, e)| finding(e.file, 1, Rule::DeadException, format!("{} is not named there ({})", e.names, e.reason))));
    found
}

pub fn finding(file: &str, line: usize, rule: Rule, what: String) -> Finding {
    Finding { file: file.to_owned(), line, rule, what }
}

/// `src/people/store.rs` → people, store. Files outside `src` are no modules of the crate.
fn module_of(path: &str) -> Option<Vec<String>> {
    let inside = path.strip_prefix("src/")?.strip_suffix(".rs")?;
    let mut module: Vec<String> = inside.split('/').map(str::to_owned).collect();
    if module.last().is_some_and(|last| last == "mod") || module == ["lib"] {
        module.pop();
    }
    Some(module)
}

struct File<'a> {
    source: &'a Source,
    module: Vec<String>,
    modules: &'a BTreeSet<Vec<String>>,
}

impl File<'_> {
    fn finding(&self, line: usize, rule: Rule, what: String) -> Finding {
        finding(&self.source.path, line, rule, what)
    }

    /// What a path means from the root of the crate; a path into a library stays as it is.
    fn absolute(&self, named: &Named) -> Vec<String> {
        let mut base: Vec<String> = self.module.iter().chain(&named.inside).cloned().collect();
        let mut segments = named.segments.as_slice();
        match segments.first().map(String::as_str) {
            Some("crate") => return segments[1..].to_vec(),
            Some("affianca") if self.module == ["main"] => return segments[1..].to_vec(),
            Some("self") => segments = &segments[1..],
            Some("super") => {
                while segments.first().is_some_and(|s| s == "super") {
                    base.pop();
                    segments = &segments[1..];
                }
            }
            Some(first) if self.is_child(&base, first) => {}
            _ => return segments.to_vec(),
        }
        base.extend(segments.iter().cloned());
        base
    }

    fn is_child(&self, of: &[String], name: &str) -> bool {
        let child: Vec<String> = of.iter().cloned().chain([name.to_owned()]).collect();
        self.modules.contains(&child)
    }

    /// Whether a path leads into this crate at all.
    fn is_ours(&self, named: &Named) -> bool {
        let first = named.segments.first().map(String::as_str);
        let base: Vec<String> = self.module.iter().chain(&named.inside).cloned().collect();
        matches!(first, Some("crate" | "self" | "super"))
            || (first == Some("affianca") && self.module == ["main"])
            || first.is_some_and(|first| self.is_child(&base, first))
    }

    fn arrow(&self, named: &Named) -> Option<Finding> {
        if !self.is_ours(named) {
            return None;
        }
        let target = self.absolute(named);
        let (from, to) = (floor(&self.module), self.floor_of_target(&target));
        let shown = target.join("::");
        let cut = |list: &[&str], floor: usize| list[floor].to_owned();
        if to > from {
            return Some(self.finding(named.line, Rule::Floor, format!("{} names {shown} of {}", cut(&FLOORS, from), cut(&FLOORS, to))));
        }
        let to_slice = target.first().and_then(|first| slice(first))?;
        match self.module.first().and_then(|first| slice(first)) {
            Some(own) if own == to_slice => self.rooms(named, &target),
            Some(own) if own < to_slice => {
                Some(self.finding(named.line, Rule::Slice, format!("{} names {shown}, which comes after it", SLICES[own])))
            }
            _ => self.door(named, &target),
        }
    }

    /// From another slice, or from above: only what stands in `mod.rs`.
    fn door(&self, named: &Named, target: &[String]) -> Option<Finding> {
        // `people::routes` is the function of the door; the room of that name is private.
        let room = self.modules.contains(target.get(..2)?) && !(target.len() == 2 && target[1] == "routes");
        room.then(|| self.finding(named.line, Rule::Door, format!("{} is behind the door of {}", target.join("::"), target[0])))
    }

    fn rooms(&self, named: &Named, target: &[String]) -> Option<Finding> {
        let (from, to) = (Room::of(&self.module[1..]), self.room_of_target(target));
        let is_type = target.last().is_some_and(|last| last.starts_with(char::is_uppercase));
        // A folder in a slice is a concept with rooms of its own: they take types of its `mod.rs`, as the slice's do of theirs.
        let own_folder =
            target.len() > 1 && self.modules.contains(&target[..target.len() - 1]) && self.module.starts_with(&target[..target.len() - 1]);
        let allowed = from.may_use(to) || (is_type && (to == Room::Door || own_folder));
        let shown = target.join("::");
        (!allowed).then(|| self.finding(named.line, Rule::Room, format!("{from:?} names {shown} of {to:?}")))
    }

    fn room_of_target(&self, target: &[String]) -> Room {
        let deepest = (1..=target.len()).rev().find(|length| self.modules.contains(&target[..*length]));
        Room::of(&target[1..deepest.unwrap_or(1)])
    }

    fn floor_of_target(&self, target: &[String]) -> usize {
        match target.first() {
            Some(first) if self.modules.contains(std::slice::from_ref(first)) => floor(std::slice::from_ref(first)),
            // What is no module is an item of lib.rs.
            _ => floor(&[]),
        }
    }

    fn library(&self, named: &Named) -> Option<Finding> {
        let first = named.segments.first()?;
        let confined = LIBRARIES.iter().find(|l| l.library == first.as_str())?;
        self.misplaced(confined, named.line, &named.segments.join("::"))
    }

    fn misplaced(&self, confined: &Confined, line: usize, shown: &str) -> Option<Finding> {
        let within = |path: &str| shown == path || shown.starts_with(&format!("{path}::"));
        let right = |place: &Place| self.is_at(place.at) && (place.only.is_empty() || place.only.iter().any(|path| within(path)));
        if confined.places.iter().any(right) {
            return None;
        }
        let places: Vec<String> = confined.places.iter().map(|place| format!("{} ({})", place.at, place.reason)).collect();
        Some(self.finding(line, Rule::Library, format!("{shown} belongs elsewhere: {}", places.join(", "))))
    }

    fn is_at(&self, place: &str) -> bool {
        let path = &self.source.path;
        let in_slice = self.module.first().is_some_and(|first| slice(first).is_some());
        match place.strip_prefix("*/") {
            Some("mod.rs") => in_slice && self.module.len() == 1,
            Some(room) => in_slice && self.module[1..].iter().any(|name| name == room),
            None if place.ends_with('/') => path.starts_with(place),
            None => path == place,
        }
    }

    /// Rules that look at words and texts rather than at paths.
    fn text_rules(&self, tokens: &[Token]) -> Vec<Finding> {
        let mut found = Vec::new();
        let in_platform = self.module.first().is_some_and(|first| first == "platform");
        for (i, token) in tokens.iter().enumerate() {
            let before = |back: usize| i.checked_sub(back).map(|at| &tokens[at].kind);
            match &token.kind {
                Kind::Word(word) if word == "now" && before(1) == Some(&Kind::Path) && !in_platform => {
                    found.push(self.finding(token.line, Rule::Clock, "::now".to_owned()));
                }
                // `#[sqlx(transparent)]`
                Kind::Word(word) if before(1) == Some(&Kind::Sign('[')) && before(2) == Some(&Kind::Sign('#')) => {
                    let confined = LIBRARIES
                        .iter()
                        .find(|l| l.library == word.as_str() && !tokens[i + 1..].first().is_some_and(|t| t.kind == Kind::Path));
                    found.extend(confined.and_then(|c| self.misplaced(c, token.line, &format!("#[{word}]"))));
                }
                Kind::Text(text) if is_sql(text) => {
                    let named = sql_clock(text).map(|clock| format!("{clock} in SQL"));
                    found.extend(named.map(|what| self.finding(token.line, Rule::Clock, what)));
                }
                _ => {}
            }
        }
        found
    }
}

fn slice(name: &str) -> Option<usize> {
    SLICES.iter().position(|slice| *slice == name)
}

/// The floor of a module, by its first name; the crate itself is lib.rs.
fn floor(module: &[String]) -> usize {
    let name = module.first().map_or("lib", String::as_str);
    let name = if slice(name).is_some() { "slices" } else { name };
    FLOORS
        .iter()
        .position(|floor| *floor == name)
        .unwrap_or_else(|| panic!("«{name}» is neither a floor nor a slice: tests/it/plan/houseplan.rs"))
}
