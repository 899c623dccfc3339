//! Reads `guide.toml` by the declaration of [`Settings`].

use std::sync::LazyLock;

use schemars::JsonSchema;

use super::formats::{FORMATS, verification_code};
use crate::{
    diag::{Code, Diagnostic, Diagnostics, Level, RuleLevels, unknown_rule},
    markdown::is_reserved,
    model::{At, Folder, Kind, OwnCollection, Settings, SourceId, Span, is_slug},
    schema::{Declaration, NamedEntry, TomlBlock, id_format, parse_block, plain_toml},
};

/// The declaration of `guide.toml`.
pub static SETTINGS: LazyLock<Declaration> =
    LazyLock::new(|| Declaration::new("settings", FORMATS, Settings::json_schema));

/// Reads the settings in `text`. Invalid values are reported and replaced by stand-ins, so that
/// the pages can be checked nevertheless.
pub fn settings(source: SourceId, text: &str, diagnostics: &mut Diagnostics) -> Settings {
    let offset = if text.starts_with('\u{feff}') { 3 } else { 0 };
    let mut block = TomlBlock::new(source, offset, diagnostics);
    let toml = plain_toml(&text[offset..], &mut block);
    let table = parse_block(&toml, &mut block);
    let start = block.span(0..0);
    let checked = SETTINGS.check(table.get_ref(), start, &mut block);
    let mut settings: Settings = checked.read();
    let verification = &mut settings.verification;
    for code in [&mut verification.google, &mut verification.naver].into_iter().flatten() {
        *code = verification_code(code).unwrap_or_default();
    }
    settings.own_kinds = own_kinds(&settings, &mut block);
    topic_ids(&settings, &mut block);
    settings.levels = levels(&settings, &mut block);
    block.allow_at(Span::new(source, 0..1));
    settings
}

/// Returns the kinds of the declared collections. A name that cannot be a folder, or already is
/// one, is reported.
fn own_kinds(settings: &Settings, block: &mut TomlBlock) -> Vec<Kind> {
    let mut kinds = Vec::new();
    for NamedEntry { id, value: collection } in settings.collections.iter() {
        let is_built_in = Kind::from_folder(&id.value).is_some();
        let bad = || Diagnostic::new(Code::BadCollection, id.span).arg("found", &*id.value);
        if is_built_in && !collection.has_only_words() {
            block.report(bad().hint("taken"));
        } else if !is_built_in && is_slug(&id.value) {
            report_missing_words(id, collection, block);
            kinds.push(Kind::Article(Folder::named(&id.value)));
        } else if !is_built_in {
            block.report(bad());
        }
    }
    kinds
}

/// Reports the words that a declared collection must have and lacks.
fn report_missing_words(id: &At<String>, collection: &OwnCollection, block: &mut TomlBlock) {
    let words = [("title", &collection.title), ("introduction", &collection.introduction)];
    for (key, _) in words.into_iter().filter(|(_, words)| words.is_none()) {
        block.report(
            Diagnostic::new(Code::MissingKey, id.span)
                .arg("key", key)
                .arg("where", format!(" ([collections.{}])", id.value))
                .arg("example", format!("{key} = {{ en = \"…\", ko = \"…\" }}")),
        );
    }
}

/// Reports topics whose ids cannot be anchors of headings.
fn topic_ids(settings: &Settings, block: &mut TomlBlock) {
    for topic in settings.topics.iter() {
        let id = &topic.id;
        if let Some(bad) = (id_format().problem)(&id.value, "topics", id.span) {
            block.report(bad);
        } else if is_reserved(&id.value) {
            block.report(Diagnostic::new(Code::ReservedId, id.span).arg("id", &*id.value));
        }
    }
}

/// Returns the levels of rules. Unknown names and levels below that of an error are reported.
fn levels(settings: &Settings, block: &mut TomlBlock) -> RuleLevels {
    let mut levels = RuleLevels::default();
    for rule in settings.rules.iter() {
        let At { value: name, span } = &rule.id;
        match Code::from_id(name) {
            None => block.report(unknown_rule(name, *span)),
            Some(code) if rule.value < Level::Error && !code.can_be_lowered() => {
                block.report(Diagnostic::new(Code::FixedRule, *span).arg("code", code.id()));
            }
            Some(code) => levels.set(code, rule.value),
        }
    }
    levels
}

#[cfg(test)]
mod tests {
    use serde::Deserialize;
    use toml::de::DeTable;

    use super::*;

    #[test]
    fn an_empty_file_can_be_read() {
        let table = DeTable::parse("publisher = {}\nsubscription = {}\n").expect("it is TOML");
        let mut diagnostics = Diagnostics::default();
        let mut block = TomlBlock::new(SourceId(0), 0, &mut diagnostics);
        let start = block.span(0..0);
        let checked = SETTINGS.check(table.get_ref(), start, &mut block);
        let settings = Settings::deserialize(&checked).expect("settings");
        assert_eq!(settings.base_url.origin, "https://invalid.example");
    }
}
