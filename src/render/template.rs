//! Renders pages with the theme's templates; only this module uses the engine (Tera).
//!
//! Each language has an engine of its own, so `t(key="…")` needs no language. Parts that are
//! the same on all pages are rendered once, when the templates are read. If a page fails, it is
//! rendered again from the original templates, so that the error names one of their lines.

mod constants;
mod counting;
mod inclusion;
mod policy;
mod refused;
mod steps;
mod tags;
mod variables;

use std::{borrow::Cow, io, sync::Arc};

use fluent_bundle::{FluentArgs, FluentValue};
use rustc_hash::FxHashMap;
use serde::Serialize;
use tera::{Error, ErrorKind, Kwargs, ReportError, State, Tera, Value};

use super::glue::{glue, glue_title};
use crate::{
    diag::{Code, Diagnostic, Diagnostics},
    i18n::{Catalogs, Strings},
    model::{Lang, PerLang, SecurityPolicy, Settings, SourceId, Span, TemplateFile, Theme},
};
use constants::Constants;
use counting::CountingTemplate;

/// All templates, ready to render. Copies share them.
#[derive(Clone)]
pub struct Templates {
    engines: Arc<PerLang<Engine>>,
    /// The file and text of each template by its name, for messages.
    files: Arc<FxHashMap<String, (SourceId, CountingTemplate)>>,
    /// True if every template parses, so that rendering can be tried.
    pub usable: bool,
    /// The values that all pages of a language share, as `site`; computed once.
    shared: PerLang<Value>,
}

/// The templates of one language.
#[derive(Clone)]
struct Engine {
    /// The templates with their constant parts already rendered.
    folded: Tera,
    /// The original templates.
    plain: Tera,
    /// The error of templates that cannot be read.
    problem: Option<Arc<Error>>,
}

impl Templates {
    /// Reads the templates. Reports those that do not parse, and those that the site's policy
    /// refuses.
    pub fn read(
        theme: &Theme,
        catalogs: &Catalogs,
        settings: &Settings,
        diagnostics: &mut Diagnostics,
    ) -> Templates {
        let refused = refused_tags(&theme.templates);
        // Tags that the engine could not handle are not passed to it.
        let files = if refused.is_empty() { &theme.templates[..] } else { &[] };
        let is_whole = refused.is_empty();
        diagnostics.extend(refused);
        let rules = SecurityPolicy::new(settings);
        diagnostics.extend(files.iter().flat_map(|file| policy::refused(file, &rules)));
        let assets = Arc::new(asset_hrefs(settings, theme));
        let arguments = ComponentArguments::read(engine(catalogs.get(Lang::En), &assets), files);
        let by_name = files.iter().map(|file| {
            let counting = CountingTemplate::new(&file.text, |name| arguments.get(name));
            (file.name.clone(), (file.source, counting))
        });
        let by_name: FxHashMap<_, _> = by_name.collect();
        let texts: Vec<(&str, &str)> = files
            .iter()
            .filter_map(|file| Some((file.name.as_str(), by_name.get(&file.name)?.1.text.as_str())))
            .collect();
        let read = |lang| Engine::read(catalogs.get(lang), &assets, &texts);
        let (en, ko) = rayon::join(|| read(Lang::En), || read(Lang::Ko));
        let problem = en.problem.clone();
        let templates = Templates {
            engines: Arc::new(PerLang { en, ko }),
            files: Arc::default(),
            usable: problem.is_none() && is_whole,
            shared: PerLang::from_fn(|_| Value::none()),
        };
        let templates = Templates { files: Arc::new(by_name), ..templates };
        if let Some(problem) = problem {
            templates.report_all(files, &problem, diagnostics);
        }
        templates
    }

    /// Reports every broken template. The engine stops at the first one, so each is tried
    /// separately.
    fn report_all(&self, files: &[TemplateFile], first: &Error, diagnostics: &mut Diagnostics) {
        let mut is_reported = false;
        for TemplateFile { name, .. } in files {
            let Some((_, CountingTemplate { text, .. })) = self.files.get(name) else { continue };
            if let Err(error) = Tera::new().add_raw_template(name, text)
                && matches!(error.kind(), ErrorKind::SyntaxError(_))
            {
                diagnostics.push(self.problem(&error, name));
                is_reported = true;
            }
        }
        if !is_reported {
            let name = files.first().map_or("", |file| file.name.as_str());
            let unknown = self.unknown_names(&first.kind().to_string());
            if unknown.is_empty() {
                diagnostics.push(self.problem(first, name));
            }
            diagnostics.extend(unknown);
        }
    }

    /// Returns the problems of names that no template, component, filter or function has. The
    /// engine reports all of them in one text: for each, a line `error: …`, the place as ` -->
    /// name:line:column`, and the line with marks below it.
    fn unknown_names(&self, report: &str) -> Vec<Diagnostic> {
        let mut problems = Vec::new();
        let mut detail = "";
        for (at, line) in report.lines().enumerate() {
            if let Some(message) = line.strip_prefix("error: ") {
                detail = message;
            }
            let place = line.trim_start().strip_prefix("--> ").and_then(place_of);
            let Some((name, number, column)) = place else { continue };
            let Some((source, text)) = self.files.get(name) else { continue };
            let marks = report.lines().skip(at + 1).take_while(|line| !line.is_empty());
            let marks = marks.map(|line| line.matches('^').count()).max().unwrap_or(0);
            let start = offset(&text.text, number, column.saturating_sub(1));
            let mut signs = text.text[start..].char_indices();
            let end = signs.nth(marks).map_or(text.text.len(), |(at, _)| start + at);
            let place = text.original(start)..text.original(end);
            let problem = Diagnostic::new(Code::TemplateError, Span::new(*source, place));
            problems.push(problem.arg("detail", detail));
        }
        problems
    }

    /// Sets the value of `site` for every page in `lang`.
    pub fn share<T: Serialize>(&mut self, lang: Lang, shared: &T) {
        *self.shared.get_mut(lang) = Value::from_serializable(shared);
    }

    /// Renders the template `name` with `view`. `what` is the name of the page in messages.
    pub fn render<T: Serialize>(
        &self,
        lang: Lang,
        name: &'static str,
        view: &T,
        what: &str,
    ) -> Result<Vec<u8>, Box<Diagnostic>> {
        let mut context = tera::Context::from_serialize(view)
            .map_err(|error| Box::new(self.problem(&error, name)))?;
        context.insert_value("site", self.shared.get(lang).clone());
        let engine = self.engines.get(lang);
        let run = |engine: &Tera| {
            let mut page = LimitedPage { bytes: Vec::with_capacity(32 * 1024), is_full: false };
            steps::begin();
            match engine.render_to(name, &context, &mut page) {
                Err(_) if page.is_full || steps::is_full() => Err(Error::message(steps::TOO_LARGE)),
                done => done.map(|()| page.bytes),
            }
        };
        run(&engine.folded).map_err(|error| {
            let error = run(&engine.plain).err().unwrap_or(error);
            Box::new(self.problem(&error, name).arg("page", what).hint("page"))
        })
    }

    /// Renders the component `name` with `body` inside, for the page `what`.
    pub fn component(
        &self,
        lang: Lang,
        name: &'static str,
        args: &[(&'static str, &str)],
        body: &str,
        what: &str,
    ) -> Result<String, Box<Diagnostic>> {
        let mut values = tera::Context::new();
        for (name, value) in args {
            values.insert_value(*name, Value::normal_string(value));
        }
        let engine = self.engines.get(lang);
        let run = |engine: &Tera| {
            steps::begin();
            let done = engine.render_component(name, &values, Some(body), true);
            done.map_err(
                |error| if steps::is_full() { Error::message(steps::TOO_LARGE) } else { error },
            )
        };
        run(&engine.folded).map_err(|error| {
            let error = run(&engine.plain).err().unwrap_or(error);
            let problem = self.problem(&error, name);
            Box::new(problem.arg("page", what).hint("page"))
        })
    }

    /// Returns the problem of a template with its place. `name` is the template to point at if
    /// the error names none.
    fn problem(&self, error: &Error, name: &str) -> Diagnostic {
        let (report, detail) = match error.kind() {
            ErrorKind::SyntaxError(report) | ErrorKind::RenderingError(report) => {
                (Some(report), report.message().to_owned())
            }
            kind => (None, kind.to_string()),
        };
        let detail = shortened(detail);
        let file = match (error.kind(), report) {
            (ErrorKind::MissingParent { current, .. }, _) => current,
            (ErrorKind::CircularExtend { tpl, .. } | ErrorKind::CircularInclude { tpl, .. }, _) => {
                tpl
            }
            (_, Some(report)) => report.filename(),
            (_, None) => name,
        };
        let Some((source, text)) = self.files.get(file).or_else(|| self.files.values().next())
        else {
            let nowhere = Span::new(SourceId(0), 0..0);
            return Diagnostic::new(Code::TemplateError, nowhere).arg("detail", detail);
        };
        let range = report.map_or(0..0, |report| range_of(report, &text.text));
        let range = text.original(range.start)..text.original(range.end);
        Diagnostic::new(Code::TemplateError, Span::new(*source, range)).arg("detail", detail)
    }
}

/// Returns the beginning of what the engine says, which may contain whole values.
fn shortened(mut detail: String) -> String {
    const LONGEST: usize = 400;
    if let Some((end, _)) = detail.char_indices().nth(LONGEST) {
        detail.truncate(end);
        detail.push('…');
    }
    detail
}

/// Reports the first tag of each template that is too much for the engine, and the first
/// template that leads to too many others.
fn refused_tags(files: &[TemplateFile]) -> Vec<Diagnostic> {
    let report = |file: &TemplateFile, range, why: String| {
        Diagnostic::new(Code::TemplateError, Span::new(file.source, range)).arg("detail", why)
    };
    let tags = files.iter().filter_map(|file| {
        let (range, why) = refused::refused_tag(&file.text)?;
        Some(report(file, range, why))
    });
    let inclusion = inclusion::refused(files);
    tags.chain(inclusion.map(|(at, range, why)| report(&files[at], range, why))).collect()
}

/// The names of the arguments of each component; empty if templates do not parse, which is
/// reported when they are read.
struct ComponentArguments(Tera);

impl ComponentArguments {
    fn read(mut engine: Tera, files: &[TemplateFile]) -> ComponentArguments {
        let texts = files.iter().map(|file| (file.name.as_str(), file.text.as_str()));
        let _ = engine.add_raw_templates(texts);
        ComponentArguments(engine)
    }

    fn get(&self, component: &str) -> Vec<String> {
        let definition = self.0.get_component_definition(component);
        let names = definition
            .iter()
            .flat_map(|definition| definition.args())
            .map(|arg| arg.name().to_owned());
        names.collect()
    }
}

/// The output of a page, which stops when it becomes too large.
struct LimitedPage {
    bytes: Vec<u8>,
    is_full: bool,
}

impl io::Write for LimitedPage {
    fn write(&mut self, part: &[u8]) -> io::Result<usize> {
        if self.bytes.len() + part.len() > steps::LARGEST_PAGE {
            self.is_full = true;
            return Err(io::ErrorKind::FileTooLarge.into());
        }
        self.bytes.extend_from_slice(part);
        Ok(part.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

/// Returns the range that an error points at. The engine counts lines from 1, and columns in
/// characters from 0.
fn range_of(report: &ReportError, text: &str) -> std::ops::Range<usize> {
    let span = report.span();
    let start = offset(text, span.start_line, span.start_col);
    start..offset(text, span.end_line, span.end_col).max(start)
}

/// Returns the offset in `text` of a line, counted from 1, and a column, counted in characters
/// from 0.
fn offset(text: &str, line: usize, column: usize) -> usize {
    let lines = text.split_inclusive('\n').take(line.saturating_sub(1));
    let start: usize = lines.map(str::len).sum();
    let rest = &text[start..];
    start + rest.char_indices().nth(column).map_or(rest.len(), |(at, _)| at)
}

/// Returns the parts of `guide.html:5:4`.
fn place_of(written: &str) -> Option<(&str, usize, usize)> {
    let (rest, column) = written.trim().rsplit_once(':')?;
    let (name, line) = rest.rsplit_once(':')?;
    Some((name, line.parse().ok()?, column.parse().ok()?))
}

impl Engine {
    /// Reads `files`, and makes an engine in which the parts that all pages share are already
    /// rendered.
    fn read(
        strings: &Arc<Strings>,
        assets: &Arc<FxHashMap<String, Value>>,
        texts: &[(&str, &str)],
    ) -> Engine {
        let empty = engine(strings, assets);
        let mut plain = empty.clone();
        let problem = plain.add_raw_templates(texts.iter().copied()).err();
        let folded = if problem.is_none() { folded(empty, &plain, texts).ok() } else { None };
        let folded = folded.unwrap_or_else(|| plain.clone());
        Engine { folded, plain, problem: problem.map(Arc::new) }
    }
}

/// Returns an engine for `templates` in which the parts that all pages share are already
/// rendered, by `plain`.
fn folded(empty: Tera, plain: &Tera, templates: &[(&str, &str)]) -> Result<Tera, Error> {
    let mut engine = empty;
    let mut constants = Constants::new(plain);
    let folded: Vec<(&str, Cow<str>)> =
        templates.iter().map(|(name, text)| (*name, constants.fold(text))).collect();
    engine.add_raw_templates(folded)?;
    Ok(engine)
}

/// Returns an engine with the strings of one language and the theme's files.
fn engine(strings: &Arc<Strings>, assets: &Arc<FxHashMap<String, Value>>) -> Tera {
    let mut tera = Tera::new();
    let plain: FxHashMap<String, Value> = strings
        .keys()
        .map(|key| (key.to_owned(), Value::normal_string(&strings.get(key))))
        .collect();
    let lang = strings.lang();
    tera.set_escape_fn(steps::escape);
    tera.register_function("step_of", steps::count);
    tera.register_function("value_of", steps::checked);
    tera.register_function("range", steps::range);
    tera.register_filter("within_limit", steps::filter);
    tera.register_filter("safe", steps::safe);
    tera.register_filter("replace", steps::replace);
    tera.register_filter("join", steps::join);
    tera.register_filter("unique", steps::unique);
    let strings = strings.clone();
    tera.register_function("t", move |args: Kwargs, _: &State| translate(&strings, &plain, &args));
    tera.register_filter("glue", move |text: &str, _: Kwargs, _: &State| -> String {
        glue(text, lang).into_owned()
    });
    tera.register_filter("glue_title", move |text: &str, _: Kwargs, _: &State| -> String {
        glue_title(text, lang)
    });
    let assets = assets.clone();
    tera.register_function("asset", move |args: Kwargs, _: &State| {
        let path: &str = args.must_get("path")?;
        let href = assets.get(path).cloned();
        href.ok_or_else(|| Error::message(format!("static/assets/{path} does not exist")))
    });
    tera
}

/// Implements `t(key="…", name=value …)`: returns a string of the catalog with its arguments
/// filled in.
fn translate(
    strings: &Strings,
    plain: &FxHashMap<String, Value>,
    args: &Kwargs,
) -> Result<Value, Error> {
    let key: &str = args.must_get("key")?;
    if args.iter().count() == 1
        && let Some(value) = plain.get(key)
    {
        return Ok(value.clone());
    }
    let mut filled = FluentArgs::new();
    for (name, value) in args.iter().filter_map(|(name, value)| Some((name.as_str()?, value))) {
        filled.set(name.to_owned(), fluent_value(value));
    }
    let text = strings.format(key, &filled);
    let text =
        text.ok_or_else(|| Error::message(format!("the catalogs have no string “{key}”")))?;
    Ok(Value::normal_string(&text))
}

fn fluent_value(value: &Value) -> FluentValue<'static> {
    match value.as_i64() {
        Some(number) => number.into(),
        None => value.to_string().into(),
    }
}

fn asset_hrefs(settings: &Settings, theme: &Theme) -> FxHashMap<String, Value> {
    let href = |file: u32| settings.base_url.href(&theme.files[file as usize].url);
    let hrefs = theme.assets.iter();
    hrefs.map(|(path, file)| (path.to_string(), Value::normal_string(&href(*file)))).collect()
}
