//! Highlights line by line, with a cache of lines.
//!
//! Most lines of code repeat, such as a brace or a key that every record has. The tokens of a
//! line and the state after it depend only on the line and the state before it, so the cache
//! holds the lines read from each state. A state of `syntect` cannot be sent to another thread,
//! so every thread has a cache of its own.

use std::{
    cell::RefCell,
    fmt::{self, Write},
};

use rustc_hash::FxHashMap;
use syntect::{
    easy::ScopeRegionIterator,
    parsing::{ParseState, ScopeStack, SyntaxReference},
    util::LinesWithEndings,
};

use super::{RoleId, SYNTAXES, role_of};

/// Role and length in bytes of a token.
pub type Run = (Option<RoleId>, u32);

/// The most lines in the cache of a thread; they take some megabytes.
const MOST_LINES: usize = 32_768;

/// The most open scopes after a line. States are copied for each line and compared with others,
/// so code with more is shown plain.
const MOST_SCOPES: usize = 500;

/// The longest description of a state by `Debug`, in bytes: some 600 open contexts. Contexts
/// without a scope are open too, and a state tells their number in no other way.
const LONGEST_STATE: usize = 64 << 10;

/// The number of lines after which a state is measured again.
const LINES_BETWEEN: usize = 16;

/// The most states in the cache of a thread: each look-up compares all of them.
const MOST_STATES: usize = 256;

thread_local! {
    /// Affects only the time that highlighting takes.
    static CACHE: RefCell<LineCache> = RefCell::default();
}

/// Returns the tokens of `code`, with neighbours of one role joined; `None` if the highlighter
/// fails.
pub fn runs(syntax: &SyntaxReference, code: &str) -> Option<Vec<Run>> {
    CACHE.with_borrow_mut(|cache| cache.block(syntax, code))
}

/// The lines that one thread has read.
#[derive(Default)]
struct LineCache {
    states: Vec<LineState>,
    lines: usize,
}

/// A state between two lines, and the lines that were read from it.
struct LineState {
    parse: ParseState,
    scopes: ScopeStack,
    lines: FxHashMap<Box<str>, CachedLine>,
}

/// A line that was read, and the index of the state after it.
struct CachedLine {
    runs: Box<[Run]>,
    next: usize,
}

impl LineCache {
    fn block(&mut self, syntax: &SyntaxReference, code: &str) -> Option<Vec<Run>> {
        let mut state = self.state(ParseState::new(syntax), ScopeStack::new());
        let mut all = Vec::new();
        for (nth, line) in LinesWithEndings::from(code).enumerate() {
            if nth % LINES_BETWEEN == 0 && is_long(&self.states[state].parse) {
                return None;
            }
            if self.lines > MOST_LINES || self.states.len() > MOST_STATES {
                state = self.forget_all_but(state);
            }
            if !self.states[state].lines.contains_key(line) {
                self.read(state, line)?;
            }
            let line = self.states[state].lines.get(line)?;
            line.runs.iter().for_each(|run| append(&mut all, *run));
            state = line.next;
        }
        Some(all)
    }

    /// Empties the cache except for a state; returns its index.
    fn forget_all_but(&mut self, state: usize) -> usize {
        let LineState { parse, scopes, .. } = self.states.swap_remove(state);
        *self = LineCache::default();
        self.state(parse, scopes)
    }

    /// Returns the index of a state, which is added if the cache lacks it.
    fn state(&mut self, parse: ParseState, scopes: ScopeStack) -> usize {
        let same = |state: &LineState| state.parse == parse && state.scopes == scopes;
        self.states.iter().position(same).unwrap_or_else(|| {
            self.states.push(LineState { parse, scopes, lines: FxHashMap::default() });
            self.states.len() - 1
        })
    }

    fn read(&mut self, state: usize, line: &str) -> Option<()> {
        let before = &self.states[state];
        let (mut parse, mut scopes) = (before.parse.clone(), before.scopes.clone());
        if scopes.len() > MOST_SCOPES {
            return None;
        }
        let changes = parse.parse_line(line, &SYNTAXES).ok()?;
        let mut runs = Vec::new();
        for (text, change) in ScopeRegionIterator::new(&changes, line) {
            scopes.apply(change).ok()?;
            append(&mut runs, (role_of(scopes.as_slice(), text), text.len() as u32));
        }
        let next = self.state(parse, scopes);
        self.states[state].lines.insert(line.into(), CachedLine { runs: runs.into(), next });
        self.lines += 1;
        Some(())
    }
}

/// Returns whether the description of a state is longer than [`LONGEST_STATE`].
fn is_long(state: &ParseState) -> bool {
    write!(Room(LONGEST_STATE), "{state:?}").is_err()
}

/// Takes as many bytes as are left, and fails at one more.
struct Room(usize);

impl fmt::Write for Room {
    fn write_str(&mut self, text: &str) -> fmt::Result {
        self.0 = self.0.checked_sub(text.len()).ok_or(fmt::Error)?;
        Ok(())
    }
}

fn append(runs: &mut Vec<Run>, (role, length): Run) {
    match runs.last_mut() {
        _ if length == 0 => {}
        Some((last, total)) if *last == role => *total += length,
        _ => runs.push((role, length)),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn contexts_without_scopes_are_counted() {
        let syntax = SYNTAXES.find_syntax_by_name("D").expect("a built-in syntax");
        let brackets = ["[".repeat(80), "\n".to_owned()].concat();
        assert!(runs(syntax, &brackets.repeat(8)).is_some());
        assert_eq!(runs(syntax, &brackets.repeat(100)), None);
    }
}
