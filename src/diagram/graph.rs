//! A rule for kinds of diagram that are graphs: every node must be reachable.

use crate::{
    diag::{Code, Diagnostic},
    schema::TomlBlock,
    span::At,
};

/// Reports a node that nothing leads to.
pub fn report_unreached(id: &At<String>, block: &mut TomlBlock) {
    block.report(Diagnostic::new(Code::UnreachableNode, id.span).arg("id", &*id.value));
}

/// Returns for each of `count` nodes whether it can be reached from `start`.
pub fn reach<I: Iterator<Item = usize>>(
    start: usize,
    count: usize,
    ways: impl Fn(usize) -> I,
) -> Vec<bool> {
    let mut reached = vec![false; count];
    let mut ahead = vec![start];
    while let Some(node) = ahead.pop() {
        match reached.get_mut(node) {
            Some(seen) if !*seen => *seen = true,
            _ => continue,
        }
        ahead.extend(ways(node));
    }
    reached
}
