//! Errors in the arguments, in the language of the user.

use std::{env, process::ExitCode};

use clap::{
    ColorChoice, Error,
    error::{ContextKind, ContextValue, ErrorKind},
};
use fluent_bundle::FluentArgs;

use super::{locale, say};
use crate::{
    diag::{advice, fixed_sentence, sentence},
    model::Lang,
};

/// Prints an error, or the requested help or version.
pub fn print(error: &Error) -> ExitCode {
    if !error.use_stderr() {
        // A closed standard output is no error here.
        let _ = error.print();
        return ExitCode::SUCCESS;
    }
    let message = match lang() {
        Lang::Ko => describe(error, Lang::Ko),
        Lang::En => None,
    };
    match message {
        Some(message) => _ = say::error_line(&message),
        None => _ = error.print(),
    }
    ExitCode::from(2)
}

/// Returns the language that the arguments select, as far as they can be read.
pub fn lang() -> Lang {
    let choice = values("--lang").into_iter().find_map(|code| Lang::from_code(&code));
    choice.unwrap_or_else(locale::from_environment)
}

/// Returns whether errors and help are coloured.
pub fn color() -> ColorChoice {
    let choice = values("--color").into_iter().find_map(|when| when.parse().ok());
    choice.unwrap_or(ColorChoice::Auto)
}

/// Returns the values of an option, as far as the arguments can be read.
fn values(option: &str) -> Vec<String> {
    let arguments: Vec<String> =
        env::args_os().map(|argument| argument.to_string_lossy().into_owned()).collect();
    let joined = arguments.iter().filter_map(|argument| argument.strip_prefix(option));
    let joined = joined.filter_map(|rest| rest.strip_prefix('='));
    let apart = arguments.windows(2).filter(|pair| pair[0] == option).map(|pair| &*pair[1]);
    joined.chain(apart).map(str::to_owned).collect()
}

/// Describes the most frequent mistakes with the texts of the catalogs.
fn describe(error: &Error, lang: Lang) -> Option<String> {
    let key = match error.kind() {
        ErrorKind::UnknownArgument if !context(error, ContextKind::InvalidArg).starts_with('-') => {
            "cli-usage-extra"
        }
        ErrorKind::UnknownArgument => "cli-usage-unknown",
        ErrorKind::InvalidSubcommand => "cli-usage-command",
        ErrorKind::MissingSubcommand => "cli-usage-no-command",
        ErrorKind::MissingRequiredArgument => "cli-usage-missing",
        ErrorKind::InvalidValue if context(error, ContextKind::InvalidValue).is_empty() => {
            "cli-usage-no-value"
        }
        ErrorKind::InvalidValue | ErrorKind::ValueValidation => "cli-usage-value",
        ErrorKind::InvalidUtf8 => "cli-usage-utf8",
        ErrorKind::ArgumentConflict => "cli-usage-conflict",
        _ => return None,
    };
    let mut args = FluentArgs::new();
    for (name, kind) in [
        ("argument", ContextKind::InvalidArg),
        ("command", ContextKind::InvalidSubcommand),
        ("value", ContextKind::InvalidValue),
        ("other", ContextKind::PriorArg),
    ] {
        args.set(name, context(error, kind));
    }
    let help = fixed_sentence(lang, "cli-help");
    let error_word = fixed_sentence(lang, "cli-error");
    let mut text = format!("{error_word}: {}", sentence(lang, key, &args));
    if let Some(hint) = hint(error, lang) {
        text.extend(["\n  ", &help, ": ", &hint]);
    }
    let usage = sentence(lang, "cli-usage-help", &args);
    text.extend(["\n\n", &usage]);
    Some(text)
}

/// Returns a suggestion: the most similar name, or the possible values.
fn hint(error: &Error, lang: Lang) -> Option<String> {
    let suggested = [ContextKind::SuggestedArg, ContextKind::SuggestedSubcommand];
    let near = suggested.map(|kind| context(error, kind)).into_iter().find(|near| !near.is_empty());
    let names = context(error, ContextKind::ValidValue);
    let mut args = FluentArgs::new();
    args.set("suggestion", near.clone().unwrap_or_default());
    args.set("known", names.clone());
    match near {
        Some(_) => Some(sentence(lang, "cli-usage-near", &args)),
        None if !names.is_empty() => advice(lang, "cli-usage-value", &args),
        None => None,
    }
}

fn context(error: &Error, kind: ContextKind) -> String {
    match error.get(kind) {
        Some(ContextValue::String(value)) => value.clone(),
        Some(ContextValue::Strings(values)) => values.join(", "),
        _ => String::new(),
    }
}
