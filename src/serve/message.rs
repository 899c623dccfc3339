//! Problems for the browser, with the same messages as on the terminal: as data that the
//! preview's script displays, or as a page if there is no other.

use std::path::Path;

use fluent_bundle::FluentArgs;
use serde::Serialize;

use super::{app::App, live_site::LiveSite, render_pool::RenderFault};
use crate::{
    diag::{Diagnostic, Diagnostics, Level, fixed_sentence, sentence, text},
    model::{Lang, Span},
    report::{self, Excerpt},
    source::Sources,
};

/// The most problems that are shown in full. Editors mend them one after the other.
const MOST: usize = 40;

/// All current problems as text.
#[derive(Debug, Serialize)]
pub struct ProblemList {
    lang: Lang,
    /// True if there are errors, not just warnings.
    broken: bool,
    title: String,
    note: String,
    items: Vec<ProblemItem>,
    /// The number of further problems as text.
    more: Option<String>,
    close: String,
    open: String,
    lost: String,
}

#[derive(Debug, Serialize)]
struct ProblemItem {
    severity: &'static str,
    label: String,
    code: &'static str,
    /// The page that explains the rule.
    explanation: Option<String>,
    message: String,
    places: Vec<ProblemPlace>,
    help: String,
    hint: Option<String>,
    /// True if the problem is in the file of the open page.
    file: String,
}

#[derive(Debug, Serialize)]
struct ProblemPlace {
    /// `path:line:column`.
    name: String,
    /// The link that opens this place in the editor.
    href: Option<String>,
    line: usize,
    before: String,
    marked: String,
    after: String,
    /// The label of the place, if it is the second one.
    label: Option<String>,
}

/// Returns the current problems.
pub fn problems(app: &App, live: &LiveSite) -> ProblemList {
    let problems = &live.problems;
    let writer = ProblemWriter { app, sources: &problems.sources };
    let environment = problems.environment.iter().map(|text| writer.environment(text));
    let items = problems.diagnostics.iter().map(|diagnostic| writer.item(diagnostic));
    let items: Vec<ProblemItem> = environment.chain(items).take(MOST).collect();
    let (errors, warnings) = problems.diagnostics.counts();
    let errors = errors + usize::from(problems.environment.is_some());
    let left = (errors + warnings).saturating_sub(items.len());
    let say = |key, args: &FluentArgs| sentence(app.lang, key, args);
    let mut counts = FluentArgs::new();
    counts.set("errors", errors);
    counts.set("warnings", warnings);
    counts.set("count", left);
    ProblemList {
        lang: app.lang,
        broken: errors > 0,
        title: say("cli-problem-counts", &counts),
        note: say("cli-serve-last-good", &counts),
        more: (left > 0).then(|| say("cli-serve-more", &counts)),
        items,
        close: say("cli-serve-close", &counts),
        open: say("cli-serve-edit", &counts),
        lost: say("cli-serve-lost", &counts),
    }
}

/// Returns a page to show while there is no good version of any.
pub fn page(app: &App, live: &LiveSite, diagnostics: &Diagnostics) -> String {
    let style = report::Style { lang: app.lang, colour: false, root: Path::new("") };
    let sources = &live.newest().sources;
    let drawn: Vec<String> =
        diagnostics.iter().map(|d| report::render(d, sources, style)).collect();
    problem_page(app, &drawn.join("\n"))
}

/// Returns a page to show in place of the page at `path`, which could not be rendered.
pub fn fault_page(app: &App, path: &str, fault: &RenderFault) -> String {
    let mut args = FluentArgs::new();
    args.set("path", path);
    args.set("detail", fault.to_string());
    problem_page(app, &sentence(app.lang, "cli-serve-fault", &args))
}

fn problem_page(app: &App, problems: &str) -> String {
    let mut escaped = String::new();
    // Writing into a string cannot fail.
    let _ = pulldown_cmark_escape::escape_html_body_text(&mut escaped, problems);
    let title = fixed_sentence(app.lang, "cli-serve-nothing");
    include_str!("assets/error.html")
        .replace("{lang}", app.lang.code())
        .replace("{title}", &title)
        .replace("{problems}", &escaped)
}

struct ProblemWriter<'a> {
    app: &'a App,
    sources: &'a Sources,
}

impl ProblemWriter<'_> {
    fn item(&self, diagnostic: &Diagnostic) -> ProblemItem {
        let words = text(diagnostic, self.app.lang);
        let (severity, label) = match diagnostic.level {
            Level::Error => ("error", "cli-error"),
            Level::Warning | Level::Off => ("warning", "cli-warning"),
        };
        let mut places = vec![self.place(diagnostic.span, None)];
        places.extend(diagnostic.other.map(|other| self.place(other, words.other)));
        ProblemItem {
            severity,
            label: self.say(label),
            code: diagnostic.code.id(),
            explanation: Some(report::rule_address(diagnostic.code, self.app.lang)),
            message: words.message,
            places,
            help: self.say("cli-help"),
            hint: words.hint,
            file: self.sources.get(diagnostic.span.source).path.to_string(),
        }
    }

    fn environment(&self, text: &str) -> ProblemItem {
        ProblemItem {
            severity: "error",
            label: self.say("cli-error"),
            code: "",
            explanation: None,
            message: text.to_owned(),
            places: Vec::new(),
            help: String::new(),
            hint: None,
            file: String::new(),
        }
    }

    fn place(&self, span: Span, label: Option<String>) -> ProblemPlace {
        let excerpt = Excerpt::new(span, self.sources, Path::new(""));
        let source = self.sources.get(span.source);
        let file = self.app.root.join(source.path.as_str());
        let (line, column) = (excerpt.number, excerpt.column());
        let link = || self.app.editor.link(&file, line, column);
        ProblemPlace {
            name: format!("{}:{line}:{column}", excerpt.path),
            href: (!source.built_in).then(link),
            line,
            before: excerpt.line[..excerpt.range.start].to_owned(),
            marked: excerpt.line[excerpt.range.clone()].to_owned(),
            after: excerpt.line[excerpt.range.end..].to_owned(),
            label,
        }
    }

    fn say(&self, key: &str) -> String {
        fixed_sentence(self.app.lang, key)
    }
}
