//! Reads the `+++` block at the top of a file by the declaration of its page's kind.

mod fences;

use std::sync::LazyLock;

use memchr::memmem;
use schemars::JsonSchema;
use toml::de::DeTable;

pub use fences::{Fences, fences};

use super::formats::FORMATS;
use crate::{
    diag::{Code, Diagnostic, Diagnostics},
    model::{Folder, FrontMatter, Kind, KindFields, Lang, PageKey, SourceId, Span},
    schema::{CheckedValue, Declaration, FileRole, TomlBlock, parse_block, plain_toml},
};

/// The declaration of each kind's front matter, by the kind's name.
static FRONT_MATTER: LazyLock<Vec<(&'static str, Declaration)>> = LazyLock::new(|| {
    let others = [Kind::Home, Kind::Article(Folder::ANY)];
    others.into_iter().chain(Kind::BUILT_IN).map(|kind| (kind.info().name, declare(kind))).collect()
});

/// Returns the declaration of the front matter of a kind of page.
pub fn front_matter(kind: Kind) -> &'static Declaration {
    let name = kind.info().name;
    let at = FRONT_MATTER.iter().position(|(other, _)| *other == name);
    &FRONT_MATTER[at.unwrap_or_default()].1
}

fn declare(kind: Kind) -> Declaration {
    let name = match kind.info().folder {
        "" => kind.info().name,
        folder => folder,
    };
    Declaration::new("front-matter", FORMATS, FrontMatter::json_schema)
        .and(name, |generator| KindFields::schema(kind, generator))
}

/// The result of reading a front matter.
pub struct Read {
    pub front: FrontMatter,
    pub source_language: Lang,
}

/// Reads the front matter of the page at `place`. `site_language` is the language in which
/// pages are written first unless they say otherwise.
pub fn read(
    source: SourceId,
    text: &str,
    fences: &Fences,
    place: &PageKey,
    site_language: Lang,
    diagnostics: &mut Diagnostics,
) -> Read {
    let declaration = front_matter(place.kind);
    let mut block = TomlBlock::new(source, fences.toml.start, diagnostics);
    let toml = plain_toml(&text[fences.toml.clone()], &mut block);
    let table = parse_block(&toml, &mut block);
    let table = table.get_ref();
    let source_language = written_language(table).unwrap_or(site_language);
    let source_file = source_file(place, source_language);
    if source_language != place.lang {
        block.role = FileRole::Translation { source: &source_file };
    }
    let opening = Span::new(source, fences.whole.start..fences.whole.start + 3);
    block.allow_at(opening);
    let checked = declaration.check(table, opening, &mut block);
    let mut front: FrontMatter = checked.read();
    front.fields = KindFields::deserialize(place.kind, &checked)
        .unwrap_or_else(|_| KindFields::empty(place.kind));
    front.words = checked.words(&declaration.properties);
    front.span = Span::new(source, fences.whole.clone());
    let dates = ["updated", "published", "released"].into_iter();
    let dated = dates.filter_map(|key| checked.get(key)).next();
    front.dated_at = dated.map_or(front.title.span, |date| date.span);
    check_date_order(&front, &checked, &mut block);
    Read { front, source_language }
}

/// Returns the language in which a file says that its page is written first.
fn written_language(table: &DeTable) -> Option<Lang> {
    Lang::from_code(table.get("source_language")?.get_ref().as_str()?)
}

fn check_date_order(front: &FrontMatter, checked: &CheckedValue, block: &mut TomlBlock) {
    let dates = front.updated.zip(front.fields.published());
    let is_wrong = dates.is_some_and(|(updated, published)| updated < published);
    let places = checked.get("updated").zip(checked.get("published"));
    if let Some((updated, published)) = places.filter(|_| is_wrong) {
        block.report(Diagnostic::new(Code::DateOrder, updated.span).also(published.span));
    }
}

/// Returns the language in which a file says that its page is written first. The page's other
/// file is read by it too. Most files do not have the key, which is found out quickly.
pub fn declared_language(file: &[u8]) -> Option<Lang> {
    const KEY: &str = "source_language";
    let end = memmem::find(file.get(3..)?, b"\n+++").map(|at| at + 3)?;
    let at = memmem::find(&file[..end], KEY.as_bytes())?;
    let text = std::str::from_utf8(file).ok()?;
    let fences = fences(SourceId(0), text).ok().filter(|fences| fences.toml.contains(&at))?;
    let (table, errors) = DeTable::parse_recoverable(&text[fences.toml]);
    let value = table.get_ref().get(KEY)?;
    let place = value.span();
    let mut errors = errors.iter().filter_map(|error| error.span());
    // The part that was read may be cut off in the middle of a key.
    if errors.any(|error| error.start <= place.end && place.start <= error.end) {
        return None;
    }
    Lang::from_code(value.get_ref().as_str()?)
}

/// Returns the path of the page's file in its source language.
fn source_file(place: &PageKey, source_language: Lang) -> String {
    format!("content/{}.{}.md", place.name(), source_language.code())
}

#[cfg(test)]
mod tests {
    use serde::Deserialize;

    use super::*;

    #[test]
    fn the_source_language_is_found_without_reading_the_whole_file() {
        let declared = |key: &str, body: &str| {
            declared_language(format!("+++\ntitle = \"A\"\n{key}\n+++\n{body}").as_bytes())
        };
        assert_eq!(declared("source_language = \"ko\" # first", ""), Some(Lang::Ko));
        assert_eq!(declared("source_language='en'", ""), Some(Lang::En));
        assert_eq!(declared("# source_language = \"ko\"", ""), None);
        assert_eq!(
            declared("description = \"\"\"\n[x]\n\"\"\"\nsource_language = \"ko\"", ""),
            Some(Lang::Ko)
        );
        assert_eq!(declared("description = \"\"\"\nsource_language = 'ko'\n\"\"\"", ""), None);
        assert_eq!(declared("source_language = ko", ""), None);
        assert_eq!(declared("[seo]\nsource_language = \"ko\"", ""), None);
        assert_eq!(declared("", "source_language = \"ko\""), None);
    }

    #[test]
    fn a_key_without_a_value_is_one_problem() {
        let text = "+++\ntitle =\ndescription = \"\"\n+++\n";
        let mut diagnostics = Diagnostics::default();
        let place = PageKey { kind: Kind::Page, slug: "a".into(), lang: Lang::En };
        let Ok(fences) = fences(SourceId(0), text) else { panic!("it has fences") };
        read(SourceId(0), text, &fences, &place, Lang::En, &mut diagnostics);
        let codes: Vec<Code> = diagnostics.iter().map(|problem| problem.code).collect();
        assert_eq!(codes, [Code::InvalidToml, Code::BlankText]);
    }

    /// Every key has a stand-in, so that reading the checked values never fails.
    #[test]
    fn an_empty_block_can_be_read_in_every_kind_and_role() {
        for kind in [Kind::Home].into_iter().chain(Kind::BUILT_IN) {
            for role in [FileRole::Source, FileRole::Translation { source: "x" }] {
                let text = "criteria.a = {}\nitems.a = {}\n";
                let table = DeTable::parse(text).expect("it is TOML");
                let mut diagnostics = Diagnostics::default();
                let mut block = TomlBlock::new(SourceId(0), 0, &mut diagnostics);
                block.role = role;
                let start = block.span(0..0);
                let checked = front_matter(kind).check(table.get_ref(), start, &mut block);
                FrontMatter::deserialize(&checked).expect("what every kind has");
                KindFields::deserialize(kind, &checked).expect("what its kind has");
            }
        }
    }
}
