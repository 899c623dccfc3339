//! Highlights line by line, and remembers lines.
//!
//! Most lines of code have been seen before: a brace, a key that every record has.
//! What a line's tokens are, and in which state it leaves the parser, depends on
//! the state before it and on nothing else; so each state keeps the lines that were
//! read from it. A state of `syntect` cannot leave the thread that made it, which
//! is why every thread remembers for itself.

use std::cell::RefCell;

use rustc_hash::FxHashMap;
use syntect::{
    easy::ScopeRegionIterator,
    parsing::{ParseState, ScopeStack, SyntaxReference},
    util::LinesWithEndings,
};

use super::{RoleId, SYNTAXES, role_of};

/// Role and length in bytes of a token.
pub type Run = (Option<RoleId>, u32);

/// How many lines a thread remembers at most: some megabytes.
const MOST_LINES: usize = 32_768;

/// How many states a thread remembers at most: looking one up compares it with all.
const MOST_STATES: usize = 256;

thread_local! {
    /// Nothing depends on what is in here but time.
    static MEMORY: RefCell<Memory> = RefCell::default();
}

/// The tokens of `code`, neighbours of one class as one; nothing where the
/// highlighter cannot make sense of it.
pub fn runs(syntax: &SyntaxReference, code: &str) -> Option<Vec<Run>> {
    MEMORY.with_borrow_mut(|memory| memory.block(syntax, code))
}

/// What one thread has read.
#[derive(Default)]
struct Memory {
    states: Vec<State>,
    lines: usize,
}

/// A state between two lines, and the lines that were read from it.
struct State {
    parse: ParseState,
    scopes: ScopeStack,
    lines: FxHashMap<Box<str>, Line>,
}

/// A line that was read, and the index of the state after it.
struct Line {
    runs: Box<[Run]>,
    next: usize,
}

impl Memory {
    fn block(&mut self, syntax: &SyntaxReference, code: &str) -> Option<Vec<Run>> {
        if self.lines > MOST_LINES || self.states.len() > MOST_STATES {
            *self = Memory::default();
        }
        let mut state = self.state(ParseState::new(syntax), ScopeStack::new());
        let mut all = Vec::new();
        for line in LinesWithEndings::from(code) {
            if !self.states[state].lines.contains_key(line) {
                self.read(state, line)?;
            }
            let line = self.states[state].lines.get(line)?;
            line.runs.iter().for_each(|run| append(&mut all, *run));
            state = line.next;
        }
        Some(all)
    }

    /// The index of a state, which is remembered if it is new.
    fn state(&mut self, parse: ParseState, scopes: ScopeStack) -> usize {
        let same = |state: &State| state.parse == parse && state.scopes == scopes;
        self.states.iter().position(same).unwrap_or_else(|| {
            self.states.push(State { parse, scopes, lines: FxHashMap::default() });
            self.states.len() - 1
        })
    }

    fn read(&mut self, state: usize, line: &str) -> Option<()> {
        let before = &self.states[state];
        let (mut parse, mut scopes) = (before.parse.clone(), before.scopes.clone());
        let changes = parse.parse_line(line, &SYNTAXES).ok()?;
        let mut runs = Vec::new();
        for (text, change) in ScopeRegionIterator::new(&changes, line) {
            scopes.apply(change).ok()?;
            append(&mut runs, (role_of(scopes.as_slice(), text), text.len() as u32));
        }
        let next = self.state(parse, scopes);
        self.states[state].lines.insert(line.into(), Line { runs: runs.into(), next });
        self.lines += 1;
        Some(())
    }
}

fn append(runs: &mut Vec<Run>, (role, length): Run) {
    match runs.last_mut() {
        _ if length == 0 => {}
        Some((last, total)) if *last == role => *total += length,
        _ => runs.push((role, length)),
    }
}
