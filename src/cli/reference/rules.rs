//! Generates the page that explains every rule: its level, its reason, and the messages about a
//! breach, which are taken from the golden files of the tests.

use std::{collections::BTreeMap, fs, path::Path};

use anyhow::Result;

use crate::{
    diag::{Code, Level, fixed_sentence, reason},
    error::{ErrorKind, Explain},
    model::{Lang, PerLang},
};

/// The messages about a breach of each rule, in both languages.
pub type RuleExamples = BTreeMap<Code, PerLang<String>>;

/// Reads the messages from the golden files in `folder`.
pub fn read_examples(folder: &Path) -> Result<RuleExamples> {
    let entries = fs::read_dir(folder).or_fail(|| ErrorKind::Unreadable(folder.into()))?;
    let mut files: Vec<_> = entries.flatten().map(|entry| entry.path()).collect();
    files.sort();
    let mut examples = RuleExamples::new();
    for file in files {
        let text = fs::read_to_string(&file).or_fail(|| ErrorKind::Unreadable(file.clone()))?;
        let name = file.file_stem().unwrap_or_default().to_string_lossy().into_owned();
        for (code, lang, example) in text.split("\n\n").filter_map(read_example) {
            let chosen = examples.entry(code).or_default().get_mut(lang);
            // The test with the name of the rule shows it best.
            if chosen.is_empty() || name == code.id() && !chosen.contains(example) {
                *chosen = example.to_owned();
            }
        }
    }
    Ok(examples)
}

/// Returns the rule, the language and the message in a block of output.
fn read_example(block: &str) -> Option<(Code, Lang, &str)> {
    let block = block.trim_matches('\n');
    let (level, rest) = block.split_once('[')?;
    let lang = match level {
        "error" | "warning" => Lang::En,
        "오류" | "경고" => Lang::Ko,
        _ => return None,
    };
    let code = Code::from_id(rest.split(']').next()?)?;
    block.chars().all(|c| c == '\n' || is_visible(c)).then_some((code, lang, block))
}

/// Returns whether a character can be in a page without causing a warning of its own.
fn is_visible(c: char) -> bool {
    let is_format = matches!(c, '\u{ad}' | '\u{a0}' | '\u{200b}'..='\u{200f}' | '\u{2028}'..='\u{202f}' | '\u{2060}'..='\u{206f}' | '\u{feff}' | '\u{fffd}');
    !c.is_control() && !is_format
}

/// Returns the section of each rule.
pub fn sections(lang: Lang, examples: &RuleExamples) -> String {
    let section = |code: &Code| {
        let (id, why) = (code.id(), reason(*code, lang).unwrap_or_default());
        let level = fixed_sentence(lang, level_key(*code));
        let mut section = format!("\n## `{id}` {{#rule-{id}}}\n\n{level} {why}\n");
        let example = examples.get(code).map(|example| example.get(lang));
        if let Some(example) = example.filter(|example| !example.is_empty()) {
            section.push_str(&format!("\n```text\n{example}\n```\n"));
        }
        section
    };
    Code::ALL.iter().map(section).collect()
}

const fn level_key(code: Code) -> &'static str {
    match code.default_level() {
        Level::Error => "cli-reference-level-error",
        Level::Warning => "cli-reference-level-warning",
        Level::Off => "cli-reference-level-off",
    }
}
