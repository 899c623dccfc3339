//! Raw HTML of a body: what it adds to the page, and its problems.

use std::ops::Range;

use rustc_hash::FxHashSet;

use super::Reader;
use crate::{
    diag::{Code, Diagnostic},
    markdown::MOST_ATTRIBUTES,
    parse::raw_html::{self, HtmlFinding, HtmlFindingKind, HtmlRefusal, Misplacement},
};

impl Reader<'_> {
    /// Reads raw HTML: its ids and links, and its problems.
    pub(super) fn html(&mut self, html: &str, range: Range<usize>) {
        // Only the text of an image's description counts.
        if self.inside.image.is_some() {
            return;
        }
        let lines = LinePlaces::new(html, self.body, &range);
        let findings = self.elements.read(html, self.depth, |part| lines.place(part));
        self.record_html_findings(findings);
    }

    pub(super) fn record_html_findings(&mut self, findings: impl IntoIterator<Item = HtmlFinding>) {
        for HtmlFinding { kind, range } in findings {
            match kind {
                HtmlFindingKind::Id(id) => {
                    self.pin(&id, range);
                    self.found.ids.push(id.into());
                }
                HtmlFindingKind::Link(link, dest) => {
                    self.link(link, &dest, range);
                    self.sections.link();
                }
                HtmlFindingKind::Misplaced(misplaced) => {
                    self.misplaced(misplaced, range);
                }
                HtmlFindingKind::Wrong(Code::NestedTooDeep, most) => {
                    self.report(Code::NestedTooDeep, range, |d| {
                        d.arg("what", "levels").arg("most", most)
                    });
                }
                HtmlFindingKind::Refused(about, why) => self.refuse(about, why, range),
                HtmlFindingKind::Wrong(Code::UnclosedHtml, about)
                    if let Some(at) = self.empty_lines.after(self.body, range.end) =>
                {
                    if self.empty_lines.reported.insert(at) {
                        self.report(Code::UnclosedHtml, at..at, |d| {
                            d.arg("found", about).arg("case", "empty-line").hint("empty-line")
                        });
                    }
                }
                HtmlFindingKind::Wrong(code, about) => {
                    let hint = match code {
                        Code::MissingAltText => Some("html"),
                        Code::UnclosedHtml if about.ends_with("/>") => Some("self-closing"),
                        _ => None,
                    };
                    self.report(code, range, |d| Diagnostic {
                        hint,
                        ..d.arg("found", about).arg("case", "other")
                    });
                }
            }
        }
    }

    fn misplaced(&mut self, misplaced: Misplacement, range: Range<usize>) {
        let Misplacement { found, parent, expected, hint } = misplaced;
        let expected: Vec<String> = expected.iter().map(|name| format!("<{name}>")).collect();
        self.report(Code::MisplacedHtml, range, |d| {
            let d = d.arg("parent", parent.as_deref().unwrap_or("none")).hint(hint);
            d.arg("suggestion", expected.join(", ")).arg("found", found)
        });
    }

    fn refuse(&mut self, about: String, why: HtmlRefusal, range: Range<usize>) {
        let near = raw_html::near(&about, why);
        let refused = Diagnostic::new(Code::UnsafeHtml, self.span(range));
        let refused = refused.arg("found", about).hint(why.hint(self.inside.html));
        let refused = match why {
            HtmlRefusal::Crowded => refused.arg("most", MOST_ATTRIBUTES.to_string()),
            _ => refused,
        };
        let refused = match near {
            Some(near) => refused.arg("suggestion", near).hint("did-you-mean"),
            None => refused,
        };
        self.found.refused.get_or_insert_with(|| Box::new(refused.clone()));
        self.diagnostics.push(refused);
    }
}

/// Where the lines of a block of HTML stand in the body. In a quotation each has its `>` before it.
struct LinePlaces {
    /// The beginnings of the lines in the HTML, and in the body.
    starts: Vec<(usize, usize)>,
    /// The place of the whole block.
    whole: Range<usize>,
}

impl LinePlaces {
    fn new(html: &str, body: &str, whole: &Range<usize>) -> Self {
        let written = body.get(whole.clone()).unwrap_or_default().split_inclusive('\n');
        let (mut in_html, mut in_body) = (0, whole.start);
        let starts = html.split_inclusive('\n').zip(written).map(|(line, written)| {
            let shown = line.trim_end().len();
            let before = written.trim_end().len().saturating_sub(shown);
            let start = (in_html, in_body + before);
            (in_html, in_body) = (in_html + line.len(), in_body + written.len());
            start
        });
        LinePlaces { starts: starts.collect(), whole: whole.clone() }
    }

    /// Returns the place in the body of a range of the HTML.
    fn place(&self, part: Range<usize>) -> Range<usize> {
        let at = |place: usize| {
            let line = self.starts.partition_point(|(start, _)| *start <= place).checked_sub(1)?;
            let (in_html, in_body) = self.starts.get(line)?;
            Some((in_body + place - in_html).min(self.whole.end))
        };
        match (at(part.start), at(part.end)) {
            (Some(start), Some(end)) if start <= end => start..end,
            _ => self.whole.clone(),
        }
    }
}

/// The empty lines that end blocks of HTML.
#[derive(Default)]
pub(super) struct EmptyLines {
    /// The last range that was searched, which ends at an empty line.
    searched: Range<usize>,
    /// True if indented HTML follows the empty line.
    is_before_code: bool,
    /// Where empty lines are that have been reported.
    reported: FxHashSet<usize>,
}

impl EmptyLines {
    /// Returns where the first empty line after `from` is, if indented HTML follows, which
    /// Markdown reads as code.
    fn after(&mut self, body: &str, from: usize) -> Option<usize> {
        if !self.searched.contains(&from) {
            self.search(body, from);
        }
        self.is_before_code.then_some(self.searched.end)
    }

    fn search(&mut self, body: &str, from: usize) {
        let mut at = from;
        for line in body[from..].split_inclusive('\n') {
            // The rest of the first line is no line of its own.
            if at > from && line.trim().is_empty() {
                break;
            }
            at += line.len();
            if self.searched.contains(&at) {
                self.searched.start = from;
                return;
            }
        }
        self.searched = from..at;
        let next = body[at..].lines().find(|line| !line.trim().is_empty()).unwrap_or_default();
        let is_indented = next.starts_with("    ") || next.starts_with('\t');
        self.is_before_code = is_indented && next.trim_start().starts_with('<');
    }
}
