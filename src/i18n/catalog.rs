//! Interface strings: one Fluent catalog for each language, with the same keys.

use std::{collections::BTreeMap, sync::Arc};

use fluent_bundle::{FluentArgs, FluentError, FluentResource, resolver::ResolverError};
use fluent_syntax::ast::Entry;
use jiff::civil::Date;

use super::{SourceText, check, label::Label};
use crate::{
    diag::{Code, Diagnostic, Diagnostics},
    fluent::{MessageBundle, bundle},
    lang::{Lang, PerLang},
    nesting,
    span::{SourceId, Span},
};

/// The strings of both languages.
#[derive(Clone)]
pub struct Catalogs(PerLang<Arc<Strings>>);

/// The strings of one language.
pub struct Strings {
    lang: Lang,
    bundle: MessageBundle,
    keys: Vec<String>,
}

impl Catalogs {
    /// Reads the catalogs. For each language the built-in file comes first; the site's own
    /// file, if there is one, replaces single strings.
    ///
    /// `words` are texts from the settings that replace strings, by their keys.
    ///
    /// Reports syntax errors, keys that only one language has, and references to unknown
    /// strings, at their places.
    pub fn read(
        files: &PerLang<Vec<SourceText>>,
        words: &[(&'static str, &PerLang<String>)],
        diagnostics: &mut Diagnostics,
    ) -> Catalogs {
        let files = &PerLang::from_fn(|lang| without_deep(files.get(lang), diagnostics));
        let keys = PerLang::from_fn(|lang| keys_of(files.get(lang), diagnostics));
        for lang in Lang::ALL {
            report_missing(keys.get(lang), keys.get(lang.other()), lang.other(), diagnostics);
        }
        // Tests ensure that the built-in catalogs are correct.
        if Lang::ALL.iter().any(|lang| files.get(*lang).len() > 1) {
            check::check(files, diagnostics);
        }
        Catalogs(PerLang::from_fn(|lang| {
            let bundle = read_files(lang, files.get(lang), words, diagnostics);
            report_too_long(&bundle, keys.get(lang), files.get(lang), diagnostics);
            Arc::new(Strings { lang, bundle, keys: keys.get(lang).keys().cloned().collect() })
        }))
    }

    pub fn get(&self, lang: Lang) -> &Arc<Strings> {
        self.0.get(lang)
    }
}

impl Strings {
    /// Returns the string `key` with `args` filled in; `None` when there is no such key.
    pub fn format(&self, key: &str, args: &FluentArgs) -> Option<String> {
        let pattern = self.bundle.get_message(key)?.value()?;
        Some(self.bundle.format_pattern(pattern, Some(args), &mut Vec::new()).into_owned())
    }

    /// Returns the string `key`, which takes no arguments. The built-in catalogs have every key
    /// that the program asks for, which is tested. If a site breaks its own catalog, the key
    /// itself is returned.
    pub fn get(&self, key: &str) -> String {
        self.format(key, &FluentArgs::new()).unwrap_or_else(|| key.to_owned())
    }

    /// Returns the words of `label`.
    pub fn label(&self, label: Label) -> String {
        match label {
            Label::Catalog(key) => self.get(key),
            Label::Text(text) => text.to_owned(),
        }
    }

    /// Returns the string `key` with one argument.
    pub fn format_one(&self, key: &str, name: &str, value: &str) -> String {
        let mut args = FluentArgs::new();
        args.set(name, value);
        self.format(key, &args).unwrap_or_else(|| key.to_owned())
    }

    /// Returns a date in the usual form of the language.
    pub fn date(&self, date: Date) -> String {
        let mut args = FluentArgs::new();
        args.set("year", i64::from(date.year()));
        args.set("month", i64::from(date.month()));
        args.set("day", i64::from(date.day()));
        self.format("date", &args).unwrap_or_else(|| date.to_string())
    }

    pub fn lang(&self) -> Lang {
        self.lang
    }

    pub fn keys(&self) -> impl Iterator<Item = &str> {
        self.keys.iter().map(String::as_str)
    }
}

/// Returns the files that are not nested too deeply for the parser, which is recursive.
fn without_deep<'t>(
    files: &[SourceText<'t>],
    diagnostics: &mut Diagnostics,
) -> Vec<SourceText<'t>> {
    const MOST: usize = 50;
    let mut shallow = files.to_vec();
    shallow.retain(|file| {
        let deep = nesting::deep_bracket(file.text, MOST);
        diagnostics.extend(deep.map(|at| {
            let deep = Diagnostic::new(Code::NestedTooDeep, Span::new(file.id, at..at + 1));
            deep.arg("what", "levels").arg("most", MOST.to_string()).hint("catalog")
        }));
        deep.is_none()
    });
    shallow
}

fn read_files(
    lang: Lang,
    files: &[SourceText],
    words: &[(&'static str, &PerLang<String>)],
    diagnostics: &mut Diagnostics,
) -> MessageBundle {
    let empty = FluentResource::try_new(String::new()).unwrap_or_else(|(ok, _)| ok);
    let mut bundle = bundle(lang, empty);
    for file in files {
        let resource = FluentResource::try_new(file.text.to_owned());
        let resource = resource.unwrap_or_else(|(usable, errors)| {
            for error in errors {
                let span = Span::new(file.id, error.pos);
                let detail = error.kind.to_string();
                diagnostics.push(Diagnostic::new(Code::CatalogSyntax, span).arg("detail", detail));
            }
            usable
        });
        bundle.add_resource_overriding(resource);
    }
    let words = words.iter().map(|(key, text)| message(key, text.get(lang)));
    let words = FluentResource::try_new(words.collect()).unwrap_or_else(|(usable, _)| usable);
    bundle.add_resource_overriding(words);
    bundle
}

/// Returns a message of a catalog whose words are `text` as it stands.
fn message(key: &str, text: &str) -> String {
    let escaped = text.replace('\\', "\\\\").replace('"', "\\\"").replace('\n', "\\u000A");
    format!("{key} = {{ \"{escaped}\" }}\n")
}

/// Returns the keys of one catalog and their places.
pub fn keys(id: SourceId, text: &str) -> Vec<(String, Span)> {
    let mut problems = Diagnostics::default();
    keys_of(&[SourceText { id, text }], &mut problems).into_iter().collect()
}

/// Returns every message key with the place of its last definition. A key that a file defines
/// twice is reported.
fn keys_of(files: &[SourceText], diagnostics: &mut Diagnostics) -> BTreeMap<String, Span> {
    let mut keys: BTreeMap<String, Span> = BTreeMap::new();
    for file in files {
        let resource = fluent_syntax::parser::parse(file.text).unwrap_or_else(|(ok, _)| ok);
        for entry in resource.body {
            if let Entry::Message(message) = entry {
                let name = message.id.name;
                let place = check::place(*file, name);
                let before = keys.insert(name.to_owned(), place);
                if let Some(first) = before.filter(|first| first.source == place.source) {
                    let twice = Diagnostic::new(Code::CatalogTwice, place).arg("key", name);
                    diagnostics.push(twice.also(first));
                }
            }
        }
    }
    keys
}

/// Reports the site's own strings that Fluent would write in part: it stops after a hundred
/// references, also in the strings and terms that a string refers to.
fn report_too_long(
    bundle: &MessageBundle,
    keys: &BTreeMap<String, Span>,
    files: &[SourceText],
    diagnostics: &mut Diagnostics,
) {
    let built_in = files.first().map(|file| file.id);
    for (key, place) in keys.iter().filter(|(_, place)| Some(place.source) != built_in) {
        let Some(value) = bundle.get_message(key).and_then(|message| message.value()) else {
            continue;
        };
        let mut errors = Vec::new();
        let _ = bundle.format_pattern(value, Some(&FluentArgs::new()), &mut errors);
        let too_long = FluentError::ResolverError(ResolverError::TooManyPlaceables);
        if errors.contains(&too_long) {
            diagnostics.push(Diagnostic::new(Code::CatalogTooLong, *place).arg("key", key));
        }
    }
}

fn report_missing(
    keys: &BTreeMap<String, Span>,
    others: &BTreeMap<String, Span>,
    missing_in: Lang,
    diagnostics: &mut Diagnostics,
) {
    for (key, span) in keys.iter().filter(|(key, _)| !others.contains_key(*key)) {
        let names = others.keys().filter(|other| !keys.contains_key(*other));
        diagnostics.push(
            Diagnostic::new(Code::CatalogKey, *span)
                .arg("key", key)
                .arg("file", format!("templates/i18n/{}.ftl", missing_in.code()))
                .suggest(key, names.map(String::as_str)),
        );
    }
}
