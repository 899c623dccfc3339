//! The messages of diagnostics, from the Fluent catalogs beside this file.

use std::sync::LazyLock;

use fluent_bundle::{FluentArgs, FluentResource, FluentValue};

use super::{Arg, Code, Diagnostic, parsers};
use crate::{
    fluent::{self, MessageBundle},
    lang::{Lang, PerLang},
    unicode::visible,
};

static CATALOGS: LazyLock<PerLang<MessageBundle>> = LazyLock::new(|| PerLang {
    en: catalog(Lang::En, include_str!("en.ftl")),
    ko: catalog(Lang::Ko, include_str!("ko.ftl")),
});

/// A diagnostic in words.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Text {
    pub message: String,
    /// Advice on how to solve it.
    pub hint: Option<String>,
    /// The label of the other place, if there is one.
    pub other: Option<String>,
}

/// Returns the message of `diagnostic` in the language of the editor.
pub fn text(diagnostic: &Diagnostic, lang: Lang) -> Text {
    let id = diagnostic.code.id();
    let bundle = CATALOGS.get(lang);
    let mut args = FluentArgs::new();
    for (name, value) in &diagnostic.args {
        match value {
            Arg::Text(text) => {
                if *name == "detail" {
                    args.set("explained", explained(diagnostic.code, text, lang));
                }
                args.set(*name, visible(text));
            }
            Arg::Phrase(key) => {
                let text = phrase(bundle, key, None, &FluentArgs::new());
                args.set(*name, text.unwrap_or_else(|| (*key).to_owned()));
                args.set("explained", "");
            }
        }
    }
    Text {
        message: phrase(bundle, id, None, &args).unwrap_or_else(|| id.to_owned()),
        hint: phrase(bundle, id, Some(diagnostic.hint.unwrap_or("hint")), &args),
        other: diagnostic.other.and_then(|_| phrase(bundle, id, Some("other"), &args)),
    }
}

/// Returns the explanation of a parser's message, to be appended to our own; empty if there is
/// none.
fn explained(code: Code, message: &str, lang: Lang) -> String {
    // Icons and files beside pages have the same parser, but messages about icons begin with
    // its name.
    let (code, message) = match code {
        Code::UnsafeSvg => (Code::BadIcon, ["SVG data parsing failed cause ", message].concat()),
        code => (code, message.to_owned()),
    };
    parsers::explained(code, &message, lang)
        .map_or_else(String::new, |words| [": ", &words].concat())
}

/// Returns a message of the command line.
pub fn sentence(lang: Lang, key: &str, args: &FluentArgs) -> String {
    phrase(CATALOGS.get(lang), key, None, &visible_args(args)).unwrap_or_else(|| key.to_owned())
}

/// Returns a message of the command line that has no arguments.
pub fn fixed_sentence(lang: Lang, key: &str) -> String {
    sentence(lang, key, &FluentArgs::new())
}

/// Returns the advice that belongs to a message, if there is any.
pub fn advice(lang: Lang, key: &str, args: &FluentArgs) -> Option<String> {
    phrase(CATALOGS.get(lang), key, Some("hint"), &visible_args(args))
}

/// Returns the arguments with visible signs in place of characters that terminals act on: many
/// arguments are names of files.
fn visible_args<'a>(args: &'a FluentArgs) -> FluentArgs<'a> {
    let shown = |value: &'a FluentValue| match value {
        FluentValue::String(text) => FluentValue::String(visible(text)),
        other => other.clone(),
    };
    args.iter().map(|(name, value)| (name, shown(value))).collect()
}

/// Returns the reason for a rule, for the page “Rules”.
pub fn reason(code: Code, lang: Lang) -> Option<String> {
    phrase(CATALOGS.get(lang), code.id(), Some("why"), &FluentArgs::new())
}

fn phrase(
    bundle: &MessageBundle,
    id: &str,
    attr: Option<&str>,
    args: &FluentArgs,
) -> Option<String> {
    let message = bundle.get_message(id)?;
    let pattern = match attr {
        None => message.value()?,
        Some(name) => message.get_attribute(name)?.value(),
    };
    Some(bundle.format_pattern(pattern, Some(args), &mut Vec::new()).into_owned())
}

/// Reads a catalog of the program. A test ensures that it parses; otherwise the valid parts are
/// used.
fn catalog(lang: Lang, source: &str) -> MessageBundle {
    let resource = FluentResource::try_new(source.to_owned()).unwrap_or_else(|(ok, _)| ok);
    fluent::bundle(lang, resource)
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use fluent_syntax::ast::Entry;

    use super::*;

    /// Returns message and attribute names of a catalog.
    fn names(source: &str) -> BTreeSet<String> {
        let resource = fluent_syntax::parser::parse(source).expect("the catalog parses");
        let mut names = BTreeSet::new();
        for entry in resource.body {
            let Entry::Message(message) = entry else { continue };
            let id = message.id.name;
            names.extend(message.value.iter().map(|_| id.to_owned()));
            names.extend(message.attributes.iter().map(|a| format!("{id}.{}", a.id.name)));
        }
        names
    }

    #[test]
    fn every_rule_has_its_reason_in_both_languages() {
        for lang in Lang::ALL {
            for code in Code::ALL {
                let why = reason(*code, lang).unwrap_or_default();
                assert!(why.ends_with('.'), "{}: {why}", code.id());
                let is_korean = why.chars().any(|c| ('가'..='힣').contains(&c));
                assert_eq!(is_korean, lang == Lang::Ko, "{why}");
            }
        }
    }

    #[test]
    fn every_code_has_words_and_a_hint_in_both_languages() {
        let (en, ko) = (names(include_str!("en.ftl")), names(include_str!("ko.ftl")));
        assert_eq!(en, ko);
        for code in Code::ALL {
            assert!(en.contains(code.id()), "{}", code.id());
            let why = format!("{}.why", code.id());
            let attribute = format!("{}.", code.id());
            let has_hint = en.iter().any(|name| name.starts_with(&attribute) && *name != why);
            assert!(has_hint, "no hint: {}", code.id());
        }
        let stray = en.iter().find(|name| {
            let id = name.split('.').next().unwrap_or_default();
            !id.starts_with("type-")
                && !id.starts_with("drawing-")
                && !id.starts_with("cli-")
                && !id.starts_with("env-")
                && !Code::ALL.iter().any(|code| code.id() == id)
        });
        assert_eq!(stray, None, "words without a code");
    }
}
