//! Checks scripts, which are ES modules that import each other by relative paths. Each must
//! parse, and each imported file must exist or be allowed by the site's policy.

use std::ops::Range;

use oxc_allocator::Allocator;
use oxc_parser::{Parser, ParserReturn};
use oxc_span::SourceType;

use super::references::{ASSETS, published_path};
use crate::{
    diag::{Code, Diagnostic, Diagnostics},
    model::{Directive, SecurityPolicy, SourceId, Span},
    source::Sources,
};

/// Reports the problems of the script `id`.
pub fn check(
    sources: &Sources,
    id: SourceId,
    policy: &SecurityPolicy,
    diagnostics: &mut Diagnostics,
) {
    let source = sources.get(id);
    let (text, allocator) = (source.text(), Allocator::default());
    let parsed = Parser::new(&allocator, &text, SourceType::mjs()).parse();
    for error in &parsed.errors {
        let label = error.labels.as_ref().and_then(|labels| labels.first());
        let range = label.map_or(0..0, |label| label.offset()..label.offset() + label.len());
        let problem = Diagnostic::new(Code::BadScript, Span::new(id, range));
        diagnostics.push(problem.arg("detail", error.message.to_string()));
    }
    for range in imports(&parsed, &text) {
        if !text[range.clone()].starts_with('.') {
            let span = Span::new(id, range.clone());
            diagnostics.extend(policy.refusal(Directive::Script, &text[range], span));
            continue;
        }
        let imported = published_path(source.path.as_str(), &text[range.clone()]);
        if imported.is_none_or(|path| sources.find(&path).is_none()) {
            diagnostics.push(missing(sources, &text[range.clone()], Span::new(id, range)));
        }
    }
}

/// Returns the ranges of the strings by which the script imports other files.
fn imports(parsed: &ParserReturn, text: &str) -> Vec<Range<usize>> {
    let record = &parsed.module_record;
    let requested = record.requested_modules.values().flatten().map(|request| request.span);
    let dynamic = record.dynamic_imports.iter().map(|import| import.module_request);
    let path = |span: oxc_span::Span| {
        let quoted = text.get(span.start as usize..span.end as usize)?;
        let is_text = quoted.starts_with(['"', '\'']);
        is_text.then(|| span.start as usize + 1..span.end as usize - 1)
    };
    let mut imports: Vec<_> = requested.chain(dynamic).filter_map(path).collect();
    imports.sort_by_key(|range| range.start);
    imports
}

fn missing(sources: &Sources, written: &str, span: Span) -> Diagnostic {
    let assets = sources.below(ASSETS).into_iter();
    let scripts = assets.filter(|(_, source)| source.path.name().ends_with("js"));
    let names: Vec<String> =
        scripts.map(|(_, source)| ["./", &source.path.as_str()[ASSETS.len()..]].concat()).collect();
    let problem = Diagnostic::new(Code::MissingImport, span).arg("found", written);
    problem.suggest(written, names.iter().map(String::as_str))
}
