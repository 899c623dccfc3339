//! The files of a new guide: one page of each kind in both languages.

use jiff::civil::Date;

use super::quoted;
use crate::{
    model::{Lang, PerLang, SourcePath},
    source::NewFile,
};

/// The files of a new guide by their paths; `build.rs` lists them.
static STARTER: &[(&str, &[u8])] = &include!(concat!(env!("OUT_DIR"), "/starter.rs"));

/// Begins a line for the files of the source language only.
const SOURCE_ONLY: &str = "%source ";

/// Begins a line for guides that are published to GitHub Pages only.
const GITHUB_ONLY: &str = "%github ";

/// Begins a line for guides that are written first in that language only.
const LANGUAGE_ONLY: [(Lang, &str); 2] = [(Lang::En, "%en "), (Lang::Ko, "%ko ")];

/// The guide to begin.
#[derive(Debug)]
pub struct NewGuide {
    pub title: PerLang<String>,
    /// The language in which pages are written first.
    pub source_language: Lang,
    pub today: Date,
    /// Adds a workflow that publishes the guide to GitHub Pages.
    pub github: bool,
}

/// Returns the files of the guide, in the order of their paths.
pub fn guide(new: &NewGuide) -> Vec<NewFile> {
    let wanted = |path: &str| new.github || !path.starts_with("github/");
    let files = STARTER.iter().filter(|(path, _)| wanted(path));
    files
        .map(|(path, bytes)| NewFile {
            path: SourcePath::new(&destination(path)),
            text: new.fill(&String::from_utf8_lossy(bytes), written_in(path)),
        })
        .collect()
}

/// Returns the path of a starter file in the guide: hidden files have visible names in the
/// starter.
fn destination(path: &str) -> String {
    match path {
        "gitignore" | "gitattributes" | "editorconfig" => [".", path].concat(),
        path => path
            .strip_prefix("github/")
            .map_or_else(|| path.to_owned(), |workflow| [".github/workflows/", workflow].concat()),
    }
}

/// Returns the language of a page, by its file name.
fn written_in(path: &str) -> Option<Lang> {
    let stem = path.strip_suffix(".md")?;
    Lang::from_code(stem.rsplit_once('.')?.1)
}

impl NewGuide {
    fn fill(&self, text: &str, lang: Option<Lang>) -> String {
        let is_source = lang.is_none_or(|lang| lang == self.source_language);
        let [en, ko] = LANGUAGE_ONLY.map(|(lang, mark)| (mark, lang == self.source_language));
        let marks = [(SOURCE_ONLY, is_source), (GITHUB_ONLY, self.github), en, ko];
        let lines = text.split_inclusive('\n').filter_map(|line| {
            let marked = |(mark, is_kept)| Some((line.strip_prefix(mark)?, is_kept));
            match marks.into_iter().find_map(marked) {
                Some((rest, is_kept)) => is_kept.then_some(rest),
                None => Some(line),
            }
        });
        let filled = lines.collect::<String>();
        let words = [
            ("{{title_en}}", quoted(&self.title.en)),
            ("{{title_ko}}", quoted(&self.title.ko)),
            ("{{source_language}}", self.source_language.code().to_owned()),
            ("{{today}}", self.today.to_string()),
            ("{{action}}", action()),
        ];
        words.iter().fold(filled, |text, (name, value)| text.replace(name, value))
    }
}

/// Returns the name of the action of this release: `giljabi/giljabi@v0.1.0`.
fn action() -> String {
    let repository = env!("CARGO_PKG_REPOSITORY").trim_start_matches("https://github.com/");
    format!("{repository}@v{}", env!("CARGO_PKG_VERSION"))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn new(source_language: Lang, github: bool) -> NewGuide {
        let title = PerLang { en: "A \"guide\"".to_owned(), ko: "안내".to_owned() };
        NewGuide { title, source_language, today: jiff::civil::date(2026, 11, 29), github }
    }

    #[test]
    fn nothing_is_left_to_fill_in() {
        for lang in Lang::ALL {
            let files = guide(&new(lang, true));
            let is_marked = |text: &str| text.lines().any(|line| line.starts_with('%'));
            assert!(files.iter().all(|file| !is_marked(&file.text)));
            let github_expression = |text: &str| text.replace("${{", "");
            assert!(files.iter().all(|file| !github_expression(&file.text).contains("{{")));
            let settings = files.iter().find(|file| file.path.as_str() == "guide.toml");
            let settings = settings.map_or("", |file| &file.text);
            assert!(settings.contains("en = \"A \\\"guide\\\"\""), "{settings}");
        }
    }

    #[test]
    fn shared_keys_are_in_the_source_language_only() {
        let dated = |lang: Lang| {
            let files = guide(&new(lang, false));
            let dated = files.iter().filter(|file| file.text.contains("\npublished = 2026-11-29"));
            dated.map(|file| file.path.to_string()).collect::<Vec<_>>()
        };
        assert!(dated(Lang::Ko).iter().all(|path| path.ends_with(".ko.md")));
        assert_eq!(dated(Lang::Ko).len(), dated(Lang::En).len());
    }

    #[test]
    fn hidden_files_get_their_names() {
        let paths = |github| {
            let files = guide(&new(Lang::En, github));
            files.into_iter().map(|file| file.path.to_string()).collect::<Vec<_>>()
        };
        assert!(paths(false).contains(&".gitignore".to_owned()));
        assert!(!paths(false).iter().any(|path| path.starts_with(".github")));
        assert!(paths(true).contains(&".github/workflows/guide.yml".to_owned()));
    }
}
