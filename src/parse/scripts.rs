//! The theme's scripts: ES modules that import one another by relative path.
//!
//! A module is published under a name with its hash, so what imports it must say
//! that name, and has a hash that depends on it in turn. Modules are therefore
//! published in the order of their imports; there can be no circle.

use std::{borrow::Cow, ops::Range};

use oxc_allocator::Allocator;
use oxc_parser::Parser;
use oxc_span::SourceType;
use rustc_hash::FxHashMap;

use super::theme::fingerprinted;
use crate::{
    diag::{Code, Diagnostic, Diagnostics},
    minify,
    model::{SourceId, Span, ThemeFile},
    source::{Source, Sources},
};

/// The folder of published scripts, in the sources.
const FOLDER: &str = "static/assets/";

/// A script as it is published.
pub struct Module {
    /// Its path below `static/assets/`.
    pub name: String,
    pub file: ThemeFile,
}

/// Whether [`modules`] publishes the file.
pub fn is_module(source: &Source) -> bool {
    source.path.as_str().starts_with(FOLDER)
        && matches!(source.path.name().rsplit_once('.'), Some((_, "js" | "mjs")))
}

/// All scripts below `static/assets/`, those first that others import.
pub fn modules(sources: &Sources, minified: bool, diagnostics: &mut Diagnostics) -> Vec<Module> {
    let found = sources.below(FOLDER);
    let mut publisher = Publisher {
        written: found
            .iter()
            .filter(|(_, source)| is_module(source))
            .map(|(id, source)| {
                (&source.path.as_str()[FOLDER.len()..], read(*id, source, diagnostics))
            })
            .collect(),
        minified,
        diagnostics,
        state: FxHashMap::default(),
        published: Vec::new(),
    };
    for (_, source) in found.iter().filter(|(_, source)| is_module(source)) {
        publisher.publish(&source.path.as_str()[FOLDER.len()..]);
    }
    publisher.published
}

/// A script as written.
struct Script<'a> {
    source: SourceId,
    text: Cow<'a, str>,
    /// Where the code begins, after what the file says of itself.
    start: usize,
    imports: Vec<Import>,
}

/// The name of another module in a script.
struct Import {
    /// Where the name stands, between its quotes.
    range: Range<usize>,
    name: String,
}

fn read<'a>(source: SourceId, file: &'a Source, diagnostics: &mut Diagnostics) -> Script<'a> {
    let text = String::from_utf8_lossy(&file.bytes);
    let allocator = Allocator::default();
    let parsed = Parser::new(&allocator, &text, SourceType::mjs()).parse();
    for error in &parsed.errors {
        let label = error.labels.as_ref().and_then(|labels| labels.first());
        let range = label.map_or(0..0, |label| label.offset()..label.offset() + label.len());
        let problem = Diagnostic::new(Code::BadScript, Span::new(source, range));
        diagnostics.push(problem.arg("detail", error.message.to_string()));
    }
    let record = &parsed.module_record;
    let requested = record.requested_modules.values().flatten().map(|request| request.span);
    let dynamic = record.dynamic_imports.iter().map(|import| import.module_request);
    let mut imports: Vec<Import> = requested
        .chain(dynamic)
        .filter_map(|span| import(&text, span.start as usize..span.end as usize))
        .collect();
    imports.sort_by_key(|import| import.range.start);
    let start =
        parsed.program.body.first().map_or(0, |statement| oxc_span::GetSpan::span(statement).start);
    drop(parsed);
    Script { source, text, start: start as usize, imports }
}

/// A relative name that is written as a string; others are the browser's concern.
fn import(text: &str, quoted: Range<usize>) -> Option<Import> {
    let range = quoted.start + 1..quoted.end.checked_sub(1)?;
    let name = text.get(range.clone())?;
    let is_string = text[quoted].starts_with(['"', '\'']);
    (is_string && name.starts_with('.')).then(|| Import { range, name: name.to_owned() })
}

/// How far a script is.
#[derive(Clone, PartialEq, Eq)]
enum State {
    Begun,
    /// The last part of its published address.
    Done(String),
}

struct Publisher<'a, 'd> {
    written: FxHashMap<&'a str, Script<'a>>,
    minified: bool,
    diagnostics: &'d mut Diagnostics,
    state: FxHashMap<String, State>,
    published: Vec<Module>,
}

impl Publisher<'_, '_> {
    /// Publishes `name` after all that it imports; gives its file's name, unless it
    /// is being published already.
    fn publish(&mut self, name: &str) -> Option<String> {
        match self.state.get(name) {
            Some(State::Begun) => return None,
            Some(State::Done(file)) => return Some(file.clone()),
            None => self.state.insert(name.to_owned(), State::Begun),
        };
        let script = self.written.remove(name)?;
        let text = self.with_published_imports(name, &script);
        let text = if self.minified { minify::js(&text[..]) } else { text };
        let url = fingerprinted(name, text.as_bytes());
        let file = url.as_str().rsplit('/').next().unwrap_or_default().to_owned();
        self.state.insert(name.to_owned(), State::Done(file.clone()));
        let published = ThemeFile { source: Some(script.source), url, bytes: text.into_bytes() };
        self.published.push(Module { name: name.to_owned(), file: published });
        Some(file)
    }

    /// The script's code, in which imports say published names.
    fn with_published_imports(&mut self, name: &str, script: &Script) -> String {
        let mut text = String::with_capacity(script.text.len());
        let mut at = if self.minified { script.start } else { 0 };
        for import in &script.imports {
            let published = self.import(name, script.source, import);
            let folder = import.name.rfind('/').map_or(0, |slash| slash + 1);
            text.push_str(&script.text[at..import.range.start + folder]);
            text.push_str(published.as_deref().unwrap_or(&import.name[folder..]));
            at = import.range.end;
        }
        text.push_str(&script.text[at..]);
        text
    }

    /// The file that `import` will name, or a report of what is wrong with it.
    fn import(&mut self, importer: &str, source: SourceId, import: &Import) -> Option<String> {
        let span = Span::new(source, import.range.clone());
        let wanted = joined(importer, &import.name);
        let known = |name: &str| self.state.contains_key(name) || self.written.contains_key(name);
        let Some(wanted) = wanted.filter(|name| known(name)) else {
            let names: Vec<String> = self.written.keys().map(|name| format!("./{name}")).collect();
            let problem = Diagnostic::new(Code::MissingImport, span).arg("found", &import.name);
            let problem = problem.suggest(&import.name, names.iter().map(String::as_str));
            self.diagnostics.push(problem);
            return None;
        };
        let published = self.publish(&wanted);
        if published.is_none() {
            let problem = Diagnostic::new(Code::CyclicImport, span);
            self.diagnostics.push(problem.arg("found", &import.name));
        }
        published
    }
}

/// The path that `relative` means in the file `importer`; none outside the folder.
fn joined(importer: &str, relative: &str) -> Option<String> {
    let mut parts: Vec<&str> = importer.split('/').collect();
    parts.pop();
    for part in relative.split('/') {
        match part {
            "." => {}
            ".." => drop(parts.pop()?),
            part => parts.push(part),
        }
    }
    Some(parts.join("/"))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::SourcePath;

    fn publish(files: &[(&str, &str)]) -> (Vec<(String, String)>, Vec<Code>) {
        let mut sources = Sources::default();
        for (name, text) in files {
            let path = SourcePath::new(&format!("static/assets/{name}"));
            sources.add(Source { path, bytes: text.to_string().into(), built_in: false });
        }
        let mut diagnostics = Diagnostics::default();
        let published = modules(&sources, true, &mut diagnostics);
        let text = |module: &Module| String::from_utf8_lossy(&module.file.bytes).into_owned();
        let texts = published.iter().map(|module| (module.name.clone(), text(module))).collect();
        (texts, diagnostics.iter().map(|d| d.code).collect())
    }

    #[test]
    fn imports_say_published_names() {
        let (published, problems) = publish(&[
            ("a.js", "// About.\nimport { b } from \"./parts/b.js\";\nb();\nimport('./c.js');\n"),
            ("c.js", "export default 1;"),
            ("parts/b.js", "/* About. */\nexport { default as b } from '../c.js';"),
        ]);
        assert_eq!(problems, []);
        let names: Vec<&str> = published.iter().map(|(name, _)| name.as_str()).collect();
        assert_eq!(names, ["c.js", "parts/b.js", "a.js"]);
        let file = |at: usize| fingerprinted(&published[at].0, published[at].1.as_bytes());
        let (c, b) = (file(0), file(1));
        let c = c.as_str().trim_start_matches("/assets/");
        let b = b.as_str().trim_start_matches("/assets/");
        assert_eq!(published[1].1, format!("export{{default as b}}from\"../{c}\";"));
        assert!(published[2].1.contains(&format!("\"./{b}\"")), "{}", published[2].1);
        assert!(published[2].1.contains(&format!("import(`./{c}`)")), "{}", published[2].1);
        assert!(!published[2].1.contains("About"));
    }

    #[test]
    fn what_is_missing_circular_or_broken_is_reported() {
        let (_, problems) = publish(&[
            ("a.js", "import \"./b.js\";"),
            ("b.js", "import \"./a.js\";"),
            ("c.js", "import \"./none.js\"; import \"../../up.js\"; import \"other\";"),
            ("d.js", "const = 1;"),
        ]);
        use Code::{BadScript, CyclicImport, MissingImport};
        assert_eq!(problems, [BadScript, CyclicImport, MissingImport, MissingImport]);
    }
}
