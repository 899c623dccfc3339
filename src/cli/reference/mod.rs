//! `giljabi reference`: writes the documentation of settings, front matter and diagrams, in
//! both languages, from the declarations by which the program reads them.

mod rules;
mod table;

use std::path::{Path, PathBuf};

use anyhow::Result;

use super::{Outcome, record::record, root::RootArguments, say, schema};
use crate::{
    diag::fixed_sentence,
    diagram::KindName,
    model::{Folder, Kind, Lang, PageKey, SourcePath},
    parse::SETTINGS,
    schema::Property,
    write,
};
pub use rules::{RuleExamples, read_examples};
use table::table;

/// The arguments of `reference`.
#[derive(Debug, clap::Args)]
pub struct ReferenceArguments {
    #[command(flatten)]
    root: RootArguments,
    #[arg(long, value_name = "DIR", default_value = "tests/golden/problems")]
    examples: PathBuf,
}

/// A text in each language.
type Texts = fn(Lang) -> &'static str;

macro_rules! texts {
    ($path:literal, $ending:literal) => {
        (|lang: Lang| match lang {
            Lang::En => include_str!(concat!($path, "en", $ending)),
            Lang::Ko => include_str!(concat!($path, "ko", $ending)),
        }) as Texts
    };
}

/// The files of the examples by their paths below `content/`: a complete page of each kind in
/// each language. `build.rs` lists them.
pub static EXAMPLES: &[(&str, &[u8])] = &include!(concat!(env!("OUT_DIR"), "/examples.rs"));

/// Returns the path and the text of the example of `kind`.
pub fn example(kind: Kind, lang: Lang) -> Option<(&'static str, &'static str)> {
    let ending = [".", lang.code(), ".md"].concat();
    let (path, bytes) = EXAMPLES.iter().find(|(path, _)| {
        let folder = path.split_once('/').map_or("", |(folder, _)| folder);
        let own = if folder.is_empty() { Some(Kind::Home) } else { Kind::from_folder(folder) };
        let own = own.unwrap_or(Kind::Article(Folder::ANY));
        path.ends_with(&ending) && own.schema_name() == kind.schema_name()
    })?;
    Some((path, std::str::from_utf8(bytes).ok()?))
}

/// Runs the command.
pub fn run(arguments: &ReferenceArguments, lang: Lang) -> Result<Outcome> {
    let root = arguments.root.find()?;
    let examples = read_examples(&arguments.examples)?;
    for lang in Lang::ALL {
        for (name, text) in pages(lang, &examples) {
            let place = PageKey { kind: Kind::Page, slug: name.into(), lang };
            let file = SourcePath::new(&place.file());
            write::write_source(&root, &file, &text)?;
            say::line(file.as_str())?;
        }
    }
    record_pages(&root, lang)?;
    Ok(Outcome::Clean)
}

/// Records that the translations follow their originals, as both were generated together.
fn record_pages(root: &Path, lang: Lang) -> Result<()> {
    let names: Vec<&str> =
        pages(lang, &RuleExamples::new()).into_iter().map(|(name, _)| name).collect();
    let is_ours = |place: &PageKey| place.kind == Kind::Page && names.contains(&&*place.slug);
    record(root, &fixed_sentence(lang, "cli-reference-made-together"), is_ours)
}

/// Returns the generated pages by their slugs. `examples` are the messages about each rule.
pub fn pages(lang: Lang, examples: &RuleExamples) -> Vec<(&'static str, String)> {
    vec![
        ("settings", settings(lang)),
        ("front-matter", front_matter(lang)),
        ("diagram-keys", diagram_keys(lang)),
        ("rules", texts!("rules.", ".md")(lang).to_owned() + &rules::sections(lang, examples)),
    ]
}

fn settings(lang: Lang) -> String {
    let keys = table("settings", &SETTINGS.properties, lang);
    texts!("settings.", ".md")(lang).replace("<!-- keys settings -->\n", &keys)
}

fn front_matter(lang: Lang) -> String {
    let kinds = schema::page_kinds();
    let common = kinds.first().map(|(_, kind)| table("front-matter", &kind.properties, lang));
    let common = common.unwrap_or_default();
    let mut page =
        texts!("front-matter.", ".md")(lang).replace("<!-- keys front-matter -->\n", &common);
    for (kind, declaration) in kinds {
        let name = kind.schema_name();
        page.push_str(&format!("\n## {} {{#kind-{name}}}\n", heading(kind, lang)));
        push_table(&mut page, name, &declaration.properties, lang);
        if let Some((path, text)) = example(kind, lang) {
            let front = front_of(text);
            page.push_str(&format!("\n`content/{path}`:\n\n```toml\n{front}```\n"));
        }
    }
    page
}

/// Returns the title of the list of `kind`, as in the built-in theme.
fn heading(kind: Kind, lang: Lang) -> String {
    let strings: Texts = texts!("../../../templates/i18n/", ".ftl");
    let mut lines = strings(lang).lines().filter_map(|line| line.split_once(" = "));
    let title = lines.find(|(key, _)| *key == kind.info().title).map(|(_, title)| title.to_owned());
    title.unwrap_or_else(|| fixed_sentence(lang, "cli-reference-article"))
}

fn diagram_keys(lang: Lang) -> String {
    let head =
        KindName::ALL.first().map(|kind| table("diagram", &kind.declaration().properties, lang));
    let mut page = texts!("diagram-keys.", ".md")(lang)
        .replace("<!-- keys diagram -->\n", &head.unwrap_or_default());
    for kind in KindName::ALL {
        let name = kind.as_str();
        page.push_str(&format!("\n## `{name}` {{#kind-{name}}}\n"));
        push_table(&mut page, &["diagram-", name].concat(), &kind.declaration().properties, lang);
    }
    page
}

fn push_table(page: &mut String, name: &str, properties: &[Property], lang: Lang) {
    let table = table(name, properties, lang);
    page.push('\n');
    match table.is_empty() {
        true => page.push_str(&(fixed_sentence(lang, "cli-reference-no-keys") + "\n")),
        false => page.push_str(&table),
    }
}

/// Returns the front matter of a page with the lines around it.
fn front_of(text: &str) -> &str {
    let end = text.get(3..).and_then(|rest| rest.find("\n+++\n"));
    end.map_or(text, |end| &text[..3 + end + 5])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_kind_has_an_example_with_every_key_of_its_own() {
        for (kind, declaration) in schema::page_kinds() {
            let name = kind.schema_name();
            for lang in Lang::ALL {
                let front = front_of(example(kind, lang).expect(name).1);
                let own = declaration.properties.iter();
                let own = own.filter(|p| p.id == format!("{name}-{}", p.key));
                for property in own {
                    let key = &property.key;
                    let is_set = [format!("\n{key} = "), format!("\n[{key}")]
                        .iter()
                        .any(|line| front.contains(line));
                    assert!(is_set, "{name} ({lang:?}) lacks {key}");
                }
            }
        }
    }
}
