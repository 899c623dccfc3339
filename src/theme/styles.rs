//! Joins a stylesheet with those that it imports, so that each component can have its own file
//! and browsers load a single one.

use super::references::{is_relative, published_path, source_path};
use crate::{
    css::{Import, Load, StylesheetReference, references},
    diag::{Code, Diagnostic, Diagnostics},
    model::{SourceId, Span},
    nesting,
    source::Sources,
};

/// Returns the text of the stylesheet `id` with its imports inserted, and reports paths without
/// a file.
pub fn join(sources: &Sources, id: SourceId, diagnostics: &mut Diagnostics) -> String {
    let (open, text) = (Vec::new(), String::new());
    let mut joiner = Joiner { sources, entry: id, open, imports: 0, text, diagnostics };
    joiner.add(id);
    joiner.text
}

/// The most imports that are joined into one stylesheet. Each time that one is imported again,
/// all that it imports is too.
const MOST_IMPORTS: usize = 200;

/// The most brackets that may be nested in a stylesheet.
const MOST_BRACKETS: usize = 200;

/// Returns whether a joined stylesheet is nested too deeply to be read again.
pub fn is_deep(text: &str) -> bool {
    nesting::deep_bracket(text, 2 * MOST_BRACKETS).is_some()
}

struct Joiner<'a> {
    sources: &'a Sources,
    /// The stylesheet that is published.
    entry: SourceId,
    /// The stylesheets that are being added. As in browsers, none of them is imported again.
    open: Vec<SourceId>,
    imports: usize,
    text: String,
    diagnostics: &'a mut Diagnostics,
}

impl Joiner<'_> {
    fn add(&mut self, id: SourceId) {
        let source = self.sources.get(id);
        let text = source.text();
        if let Some(at) = nesting::deep_bracket(&text, MOST_BRACKETS) {
            let deep = Diagnostic::new(Code::NestedTooDeep, Span::new(id, at..at + 1));
            let deep = deep.arg("what", "levels").arg("most", MOST_BRACKETS.to_string());
            self.diagnostics.push(deep.hint("style"));
            self.text.push_str(&text);
            return;
        }
        let mut at = 0;
        self.open.push(id);
        for reference in references(&text) {
            match reference {
                StylesheetReference::Import(import) if is_relative(&import.path) => {
                    self.text.push_str(&text[at..import.rule.start]);
                    at = import.rule.end;
                    self.import(id, import);
                }
                StylesheetReference::Import(_) => {}
                StylesheetReference::Load(Load { path, range, .. }) => {
                    self.check(&path, Span::new(id, range))
                }
            }
        }
        self.text.push_str(&text[at..]);
        self.open.pop();
    }

    fn import(&mut self, importer: SourceId, import: Import) {
        let path = source_path(self.sources.get(importer).path.as_str(), &import.path);
        let Some(id) = path.as_deref().and_then(|path| self.sources.find(path)) else {
            let span = Span::new(importer, import.range);
            self.report(Code::MissingImport, span, &import.path, path.as_deref());
            return;
        };
        self.imports += 1;
        if self.imports == MOST_IMPORTS + 1 {
            let many = Diagnostic::new(Code::NestedTooDeep, Span::new(importer, import.range));
            let many = many.arg("what", "imports").arg("most", MOST_IMPORTS.to_string());
            self.diagnostics.push(many.hint("imports"));
        }
        if self.imports > MOST_IMPORTS || self.open.contains(&id) {
            return;
        }
        for condition in &import.conditions {
            self.text.push_str(&[condition, " {\n"].concat());
        }
        self.add(id);
        self.text.push_str(&"}\n".repeat(import.conditions.len()));
    }

    /// Checks that there is a file at `path`, as browsers see it from the published stylesheet.
    fn check(&mut self, path: &str, span: Span) {
        if !is_relative(path) {
            return;
        }
        let source = published_path(self.sources.get(self.entry).path.as_str(), path);
        if source.as_deref().is_none_or(|source| self.sources.find(source).is_none()) {
            self.report(Code::MissingStyleFile, span, path, source.as_deref());
        }
    }

    /// Reports that there is no file at `path`, and suggests a similar one in its folder.
    fn report(&mut self, code: Code, span: Span, written: &str, path: Option<&str>) {
        let problem = Diagnostic::new(code, span).arg("found", written);
        let (folder, name) = path.and_then(|path| path.rsplit_once('/')).unwrap_or_default();
        let beside = self.sources.below(&[folder, "/"].concat());
        let names: Vec<&str> = beside.iter().map(|(_, source)| source.path.name()).collect();
        let written = &written[..written.rfind('/').map_or(0, |slash| slash + 1)];
        let problem = match crate::diag::closest(name, names) {
            Some(near) => problem.arg("suggestion", [written, &near].concat()).hint("did-you-mean"),
            None => problem,
        };
        self.diagnostics.push(problem);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn joined(files: &[(&str, &str)]) -> (String, Vec<Diagnostic>) {
        let mut sources = Sources::default();
        for (path, text) in files {
            sources.add_file(path, text.to_string());
        }
        let mut diagnostics = Diagnostics::default();
        let id = sources.find(files[0].0).expect("the stylesheet");
        let text = join(&sources, id, &mut diagnostics);
        (text, diagnostics.iter().cloned().collect())
    }

    #[test]
    fn imports_stand_where_they_are_declared() {
        let (text, problems) = joined(&[
            ("static/assets/a.css", "@layer x;@import '../../templates/b.css' layer(x) print;a{}"),
            ("templates/b.css", "@import 'c/d.css';b{}"),
            ("templates/c/d.css", "@import '../b.css';d{}"),
        ]);
        assert_eq!(problems, []);
        assert_eq!(text, "@layer x;@layer x {\n@media print {\nd{}b{}}\n}\na{}");
    }

    #[test]
    fn imports_are_joined_so_many_times_and_no_more() {
        let twice = |at: usize| format!("@import 'c{}.css';@import 'c{}.css';", at + 1, at + 1);
        let files: Vec<_> =
            (0..40).map(|at| (format!("static/assets/c{at}.css"), twice(at))).collect();
        let files: Vec<_> = files.iter().map(|(path, text)| (&**path, &**text)).collect();
        let (_, problems) = joined(&files);
        let deep = problems.iter().filter(|problem| problem.code == Code::NestedTooDeep);
        assert_eq!(deep.count(), 1);
    }

    #[test]
    fn a_name_that_resembles_another_is_suggested() {
        let files =
            [("static/assets/a.css", "a{b:url(./icon.svgg)}"), ("static/assets/icon.svg", "")];
        let (_, problems) = joined(&files);
        let suggestion = crate::diag::Arg::Text("./icon.svg".into());
        assert_eq!(problems[0].args[1], ("suggestion", suggestion));
        assert_eq!(problems[0].span.start, 4);
    }
}
