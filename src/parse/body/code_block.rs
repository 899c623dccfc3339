//! Fenced blocks of a body: code, formulas and diagrams.

use std::{borrow::Cow, ops::Range};

use pulldown_cmark::CodeBlockKind;
use rustc_hash::FxHashSet;

use super::{Reader, narrow};
use crate::{
    diag::{Code, Diagnostic, Diagnostics},
    diagram::{self, KindName},
    highlight,
    markdown::{DIAGRAM, MATH, SHOW_SOURCE, figure_ids},
    model::{Diagram, Link, LinkKind},
    parse::unwritten,
};

impl Reader<'_> {
    pub(super) fn code_block(&mut self, kind: &CodeBlockKind, range: Range<usize>) {
        self.inside.code = true;
        let CodeBlockKind::Fenced(info) = kind else { return };
        self.inside.open_fence = self.unclosed_fence(&range);
        let Some(token) = highlight::language_of(info) else { return };
        self.inside.diagram = token == DIAGRAM;
        if self.inside.diagram {
            self.diagram_fence(info, &range);
        }
        self.inside.math = token == MATH;
        if !highlight::is_known(token)
            && !self.inside.math
            && !self.unknown_languages.contains(token)
        {
            self.unknown_languages.insert(token.into());
            let fence = range.start..range.start + first_line(&self.body[range.clone()]).len();
            // A token with a reference to a character (`&amp;`) is written otherwise.
            let place = narrow(self.body, &fence, token);
            let near = highlight::usual_name(token);
            self.report(Code::UnknownCodeLanguage, place, |d| {
                let unknown = d.arg("found", token);
                match near {
                    None if KindName::from_name(token).is_some() => unknown.hint("diagram"),
                    Some(near) => unknown.arg("suggestion", near).hint("did-you-mean"),
                    None => unknown,
                }
            });
        }
        if highlight::is_highlighted(token) && highlight::is_costly(&self.body[range.clone()]) {
            let place = narrow(self.body, &range, token);
            self.report(Code::CodeTooLong, place, |d| d);
        }
    }

    /// Reports what a diagram's fence says beside `diagram` and `source`.
    fn diagram_fence(&mut self, info: &str, range: &Range<usize>) {
        let rest = info.trim_start().trim_start_matches(DIAGRAM);
        let fence = range.start..range.start + first_line(&self.body[range.clone()]).len();
        let mut told = FxHashSet::from_iter([SHOW_SOURCE]);
        for word in rest.split_whitespace().filter(|word| told.insert(word)) {
            let place = narrow(self.body, &fence, word);
            self.report(Code::DiagramFence, place, |d| {
                d.arg("found", word).suggest(word, [SHOW_SOURCE])
            });
        }
    }

    /// Reads a diagram block.
    pub(super) fn diagram(&mut self, text: &str, range: Range<usize>) {
        self.diagrams.push(range.clone());
        for place in unwritten::in_toml(&self.body[range.clone()]) {
            self.report(
                Code::ToBeWritten,
                range.start + place.start..range.start + place.end,
                |d| d,
            );
        }
        let toml = with_file_offsets(&self.body[range.clone()], text);
        let offset = self.offset + range.start;
        let mut problems = Diagnostics::default();
        let diagram = diagram::read(self.source, &toml, offset, &mut problems);
        if self.inside.open_fence {
            // Behind a fence that is not closed stands text: what is wrong with it has one cause.
            problems.truncate(1);
        }
        self.diagnostics.append(problems);
        if let Some(diagram) = &diagram {
            let id = &diagram.id;
            let first = *self.drawn.entry(id.value.clone()).or_insert(id.span);
            if first == id.span {
                figure_ids(&id.value).iter().for_each(|part| self.pin_at(part, id.span));
            } else {
                let twice = Diagnostic::new(Code::DuplicateDiagram, id.span);
                self.diagnostics.push(twice.arg("id", &*id.value).also(first));
            }
        }
        self.links_of(diagram.as_ref());
        self.found.diagrams.push(diagram);
    }

    fn links_of(&mut self, diagram: Option<&Diagram>) {
        let links = diagram.map_or(&[][..], |diagram| &diagram.links);
        for link in links {
            let (kind, dest) = (LinkKind::Link, link.value.as_str().into());
            self.found.links.push(Link { kind, dest, span: link.span });
        }
        self.sections.skip_links(links.len());
    }
}

/// Returns the text of a block with the offsets of the file: the prefix of its lines there
/// (an indent, a quotation's `>`) is replaced by as many spaces.
pub(super) fn with_file_offsets<'t>(written: &'t str, text: &'t str) -> Cow<'t, str> {
    if written == text {
        return written.into();
    }
    let mut toml = String::with_capacity(written.len());
    let mut lines = text.lines();
    for line in written.split_inclusive('\n') {
        let ending = line.len() - line.trim_end_matches(['\r', '\n']).len();
        let (content, ending) = line.split_at(line.len() - ending);
        let stripped = lines.next().filter(|stripped| content.ends_with(stripped)).unwrap_or("");
        toml.extend(std::iter::repeat_n(' ', content.len() - stripped.len()));
        toml.push_str(stripped);
        toml.push_str(ending);
    }
    toml.into()
}

fn first_line(text: &str) -> &str {
    text.lines().next().unwrap_or_default()
}
