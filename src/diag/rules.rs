//! The levels of the rules of a site.

use std::collections::BTreeMap;

use super::{Code, Level};

/// The levels that settings change.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct RuleLevels(BTreeMap<Code, Level>);

impl RuleLevels {
    pub fn set(&mut self, code: Code, level: Level) {
        self.0.insert(code, level);
    }

    /// Returns the level of a rule.
    pub fn level(&self, code: Code) -> Level {
        self.0.get(&code).copied().unwrap_or(code.default_level())
    }
}
