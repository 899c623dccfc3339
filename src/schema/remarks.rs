//! Remarks in TOML by which editors allow a problem: `# giljabi: allow CODE: reason` on a line
//! of its own, or at the end of one.

use std::{cmp::Reverse, ops::Range};

use memchr::memmem;
use serde_spanned::Spanned;
use toml::de::{DeTable, DeValue};

use super::TomlBlock;
use crate::diag::Remark;

/// Reads the remarks of a block. Each applies to the key or entry that follows it, or that ends on
/// its line.
pub(super) fn read(text: &str, table: &Spanned<DeTable>, block: &mut TomlBlock) {
    if memmem::find(text.as_bytes(), b"giljabi:").is_none() {
        return;
    }
    let mut values = Values::default();
    values.add_table(table.get_ref());
    values.0.sort_by_key(|value| (value.place.start, Reverse(value.place.end)));
    let mut at = 0;
    for line in text.split_inclusive('\n') {
        let line_start = at;
        at += line.len();
        let Some(comment) = remark_in(line) else { continue };
        let start = line_start + comment.start;
        if values.is_text(start) {
            continue;
        }
        let place = start..line_start + line.trim_end().len();
        match Remark::read(&line[comment.start + 1..], block.span(place.clone())) {
            Ok(remark) => {
                block.remarks.push(remark.clone());
                let covered = match comment.is_alone {
                    true => place.end..values.end_of_next(place.end, text),
                    false => values.start_of_last(start).min(line_start)..start,
                };
                block.diagnostics.allow(remark.before(block.span(covered)));
            }
            Err(problem) => block.report(*problem),
        }
    }
}

/// A comment that looks like a remark.
struct LineRemark {
    /// The offset of its `#` in the line.
    start: usize,
    /// True if nothing stands before it.
    is_alone: bool,
}

fn remark_in(line: &str) -> Option<LineRemark> {
    let mut signs = line.match_indices('#').map(|(at, _)| at);
    let start = signs.find(|at| Remark::is_meant(&line[at + 1..]))?;
    Some(LineRemark { start, is_alone: line[..start].trim().is_empty() })
}

/// The values of a block, each with the range of its key and value.
#[derive(Default)]
struct Values(Vec<PlacedValue>);

struct PlacedValue {
    place: Range<usize>,
    is_text: bool,
}

impl Values {
    fn add_table(&mut self, table: &DeTable) {
        for (key, value) in table {
            match value.get_ref() {
                DeValue::Table(inner) => self.add_table(inner),
                _ => self.add(key.span().start..value.span().end, value),
            }
        }
    }

    fn add(&mut self, place: Range<usize>, value: &Spanned<DeValue>) {
        let is_text = matches!(value.get_ref(), DeValue::String(_));
        match value.get_ref() {
            DeValue::Array(items) => {
                for item in items {
                    match item.get_ref() {
                        DeValue::Table(inner) => self.add_table(inner),
                        _ => self.add(item.span(), item),
                    }
                }
                // The range of a list of tables is only its first line.
                self.0.push(PlacedValue { place, is_text });
            }
            _ => self.0.push(PlacedValue { place, is_text }),
        }
    }

    /// Returns whether `at` is inside a text.
    fn is_text(&self, at: usize) -> bool {
        let before = self.0.partition_point(|value| value.place.start <= at);
        self.0[..before].last().is_some_and(|value| value.is_text && at < value.place.end)
    }

    /// Returns the beginning of the last value that begins before `at`.
    fn start_of_last(&self, at: usize) -> usize {
        let before = self.0.partition_point(|value| value.place.start <= at);
        self.0[..before].last().map_or(at, |value| value.place.start)
    }

    /// Returns the end of the value that follows `at`, including the rest of its last line.
    fn end_of_next(&self, at: usize, text: &str) -> usize {
        let next = self.0.partition_point(|value| value.place.start < at);
        let end = self.0.get(next).map_or(at, |value| value.place.end);
        end + text.get(end..).and_then(|rest| rest.find('\n')).unwrap_or(0)
    }
}

#[cfg(test)]
mod tests {
    use crate::{
        diag::{Code, Diagnostic, Diagnostics, RuleLevels},
        schema::{TomlBlock, parse_block},
        span::SourceId,
    };

    /// Returns the marked places that a remark covers.
    fn covered(text: &str) -> Vec<char> {
        let mut all = Diagnostics::default();
        let mut block = TomlBlock::new(SourceId(0), 0, &mut all);
        parse_block(text, &mut block);
        let marks: Vec<(usize, char)> =
            text.char_indices().filter(|(_, c)| "①②③④".contains(*c)).collect();
        for (at, _) in &marks {
            let span = crate::span::Span::new(SourceId(0), *at..*at + 1);
            all.push(Diagnostic::new(Code::LongTitle, span));
        }
        all.apply(&RuleLevels::default());
        let silenced: Vec<u32> = all.silenced().iter().map(|one| one.problem.span.start).collect();
        let is_silenced = |(at, _): &&(usize, char)| silenced.contains(&(*at as u32));
        marks.iter().filter(is_silenced).map(|(_, mark)| *mark).collect()
    }

    #[test]
    fn a_remark_covers_what_follows_it() {
        let remark = "# giljabi: allow long-title: because";
        assert_eq!(covered(&format!("a = \"①\"\n{remark}\nb = \"②\"\nc = \"③\"\n")), ['②']);
        assert_eq!(
            covered(&format!("{remark}\n\n# more\nb = [\n \"①\",\n \"②\",\n]\nc = \"③\"\n")),
            ['①', '②']
        );
        assert_eq!(covered(&format!("b = [\n \"①\",\n {remark}\n \"②\",\n \"③\"]\n")), ['②']);
        assert_eq!(covered(&format!("{remark}\n[a]\nb = \"①\"\nc = \"②\"\n")), ['①']);
        assert_eq!(
            covered(&format!("[[a]]\nb = \"①\"\n{remark}\n[[a]]\nb = \"②\"\nc = \"③\"\n")),
            ['②']
        );
        assert_eq!(
            covered(&format!("{remark}\na = {{ b = \"①\", c = \"②\" }}\nd = \"③\"\n")),
            ['①', '②']
        );
        assert_eq!(covered(&format!("a = \"①\" {remark}\nb = \"②\"\n")), ['①']);
        assert_eq!(covered(&format!("b = [\n \"①\", {remark}\n \"②\"]\n")), ['①']);
        assert_eq!(covered(&format!("a = \"\"\"\n①\n\"\"\" {remark}\nb = \"②\"\n")), ['①']);
        assert!(covered(&format!("a = \"① {remark}\"\nb = \"②\"\n")).is_empty());
        // Inside a text it is no remark.
        assert!(covered(&format!("a = \"\"\"\n{remark}\n\"\"\"\nb = \"①\"\n")).is_empty());
    }
}
