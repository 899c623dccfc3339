//! Heads of tables and lists without their closing bracket: `[seo`, `path = ["a"`. The parser
//! would add the keys below to the table before, or to the list.

use std::{borrow::Cow, ops::Range};

use toml::de::DeTable;

use super::{TomlBlock, syntax::syntax_problem};

/// The most of them that are looked for: the text is parsed once for each.
const MOST: usize = 20;

/// Returns `text` with spaces in place of each table whose head is not closed and of each list
/// that is not closed before the next key; offsets stay the same. Each is reported.
pub fn without_unclosed<'t>(text: Cow<'t, str>, block: &mut TomlBlock) -> Cow<'t, str> {
    let is_open = |line: &str| line.matches('[').count() > line.matches(']').count();
    if !lines(&text).any(|(_, line)| is_open(line)) {
        return text;
    }
    let mut plain = text;
    for _ in 0..MOST {
        let Some(Unclosed { whole, begins, detail }) = unclosed(&plain) else { break };
        let problem = syntax_problem(&plain, begins, &detail, block);
        block.report(problem);
        block.mark_damaged(vec![whole.clone()]);
        let blank = |c: char| if c == '\n' { "\n".to_owned() } else { " ".repeat(c.len_utf8()) };
        let blanks: String = plain[whole.clone()].chars().map(blank).collect();
        plain.to_mut().replace_range(whole, &blanks);
    }
    plain
}

struct Unclosed {
    /// Everything that the missing bracket affects.
    whole: Range<usize>,
    /// The head of the table, or the first line of the list.
    begins: Range<usize>,
    /// What the parser says.
    detail: String,
}

/// Returns the first table or list that is not closed.
fn unclosed(text: &str) -> Option<Unclosed> {
    let (_, errors) = DeTable::parse_recoverable(text);
    errors.iter().find_map(|error| {
        let (at, detail) = (error.span()?.start, error.message());
        if detail.starts_with("unclosed table") || detail.starts_with("unclosed array table") {
            open_table(text, at, detail)
        } else if detail.starts_with("missing comma between array elements") {
            open_list(text, at)
        } else {
            None
        }
    })
}

fn open_table(text: &str, at: usize, detail: &str) -> Option<Unclosed> {
    let heads = || lines(text).filter(|(_, line)| line.starts_with('['));
    let (start, line) = heads().take_while(|(start, _)| *start < at).last()?;
    let next = heads().map(|(other, _)| other).find(|other| *other > start);
    Some(Unclosed {
        whole: start..next.unwrap_or(text.len()),
        begins: start..start + line.trim_end().len(),
        detail: detail.to_owned(),
    })
}

/// Returns the list that goes on at `at`, if a new key or table was meant to begin there.
fn open_list(text: &str, at: usize) -> Option<Unclosed> {
    let is_key = |line: &str| line.split_once('=').is_some_and(|(key, _)| is_bare(key.trim()));
    let (end, next) = lines(text).take_while(|(start, _)| *start <= at).last()?;
    let begins_list = |line: &str| {
        is_key(line) && line.split_once('=').is_some_and(|(_, value)| value.trim().starts_with('['))
    };
    let before = lines(text).take_while(|(start, _)| *start < end);
    let (start, line) = before.filter(|(_, line)| begins_list(line)).last()?;
    let ends = is_key(next) || next.starts_with('[');
    ends.then(|| Unclosed {
        whole: start..end,
        begins: start..start + line.trim_end().len(),
        detail: "unclosed array, expected `]`".to_owned(),
    })
}

fn is_bare(key: &str) -> bool {
    let is_of_key = |c: char| c.is_ascii_alphanumeric() || matches!(c, '_' | '-' | '.');
    !key.is_empty() && key.chars().all(is_of_key)
}

/// Returns the lines, each with its offset.
fn lines(text: &str) -> impl Iterator<Item = (usize, &str)> {
    let mut at = 0;
    text.split_inclusive('\n').map(move |line| {
        at += line.len();
        (at - line.len(), line)
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{
        diag::{Code, Diagnostics},
        span::SourceId,
    };

    #[test]
    fn what_is_not_closed_is_left_out() {
        for (text, left, count) in [
            ("a = 1\n[b\nc = 2\n[d]\ne = 3\n", "a = 1\n\n\n[d]\ne = 3\n", 1),
            ("[[b]\nc = 2\n", "\n\n", 1),
            ("[b # 글\nc = \"[d]\"\n[e\nf = 1\n", "\n\n\n\n", 2),
            ("a = [\"b\", \"c\"\nd = 1\n", "\nd = 1\n", 1),
            ("a = [\n\"b\",\n\"c\"\n[d]\ne = [1\nf = 2\n", "\n\n\n[d]\n\nf = 2\n", 2),
            ("a = [\n[1,\n2]]\nb = [[1], [2]]\n", "a = [\n[1,\n2]]\nb = [[1], [2]]\n", 0),
            ("a = \"\"\"\n[b\n\"\"\"\n", "a = \"\"\"\n[b\n\"\"\"\n", 0),
        ] {
            let mut problems = Diagnostics::default();
            let mut block = TomlBlock::new(SourceId(0), 0, &mut problems);
            let plain = without_unclosed(text.into(), &mut block);
            assert_eq!(plain.len(), text.len(), "{text}");
            let lines: Vec<&str> = plain.lines().map(str::trim_end).collect();
            assert_eq!(lines, left.lines().collect::<Vec<_>>(), "{text}");
            let codes: Vec<Code> = problems.iter().map(|problem| problem.code).collect();
            assert_eq!(codes, vec![Code::InvalidToml; count], "{text}");
        }
    }
}
