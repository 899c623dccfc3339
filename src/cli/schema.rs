//! `giljabi schema`: prints what may be written as a JSON Schema, which editors complete
//! and check by.

use anyhow::{Result, bail};
use clap::ValueEnum;
use fluent_bundle::FluentArgs;
use serde_json::{Map, Value as Json, json};

use super::{Outcome, say};
use crate::{
    diag::sentence,
    model::{Kind, Lang},
    parse::{SETTINGS, front_matter},
};

/// What `schema` can be told.
#[derive(Debug, clap::Args)]
pub struct SchemaArguments {
    subject: SchemaSubject,
    kind: Option<String>,
}

#[derive(Clone, Copy, Debug, ValueEnum)]
enum SchemaSubject {
    Settings,
    FrontMatter,
}

/// Runs the command.
pub fn run(arguments: &SchemaArguments, lang: Lang) -> Result<Outcome> {
    let schema = match (arguments.subject, &arguments.kind) {
        (SchemaSubject::Settings, _) => SETTINGS.json_schema(lang),
        (SchemaSubject::FrontMatter, None) => all_kinds(lang),
        (SchemaSubject::FrontMatter, Some(name)) => {
            match kinds().find(|kind| name_of(*kind) == name) {
                Some(kind) => front_matter(kind).json_schema(lang),
                None => bail!(unknown_kind(name, lang)),
            }
        }
    };
    let mut whole = Map::new();
    whole.insert("$schema".to_owned(), "https://json-schema.org/draft/2020-12/schema".into());
    whole.extend(schema.as_object().cloned().unwrap_or_default());
    say::line(&serde_json::to_string_pretty(&whole)?)?;
    Ok(Outcome::Clean)
}

/// One schema that knows each kind by its folder, and allows any of them.
fn all_kinds(lang: Lang) -> Json {
    let each = kinds().map(|kind| (name_of(kind).to_owned(), front_matter(kind).json_schema(lang)));
    let any: Vec<Json> =
        kinds().map(|kind| json!({ "$ref": format!("#/$defs/{}", name_of(kind)) })).collect();
    json!({ "anyOf": any, "$defs": each.collect::<Map<_, _>>() })
}

fn kinds() -> impl Iterator<Item = Kind> {
    [Kind::Home].into_iter().chain(Kind::BUILT_IN)
}

/// The folder of the kind, or `home`.
fn name_of(kind: Kind) -> &'static str {
    if kind == Kind::Home { kind.info().name } else { kind.folder() }
}

fn unknown_kind(found: &str, lang: Lang) -> String {
    let mut args = FluentArgs::new();
    args.set("found", found);
    args.set("known", kinds().map(name_of).collect::<Vec<_>>().join(", "));
    sentence(lang, "cli-unknown-kind", &args)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::schema::{Property, ValueType};

    fn each(properties: &[Property], see: &mut impl FnMut(&str, String, String)) {
        for property in properties {
            see(&property.id, property.sentence(Lang::En), property.sentence(Lang::Ko));
            each_of(&property.value, see);
        }
    }

    fn each_of(value: &ValueType, see: &mut impl FnMut(&str, String, String)) {
        match value {
            ValueType::Table(properties) => each(properties, see),
            ValueType::List { item, .. } | ValueType::Map(item) => each_of(item, see),
            ValueType::Choice(choices) => choices.iter().for_each(|choice| {
                see(&choice.id, choice.sentence(Lang::En), choice.sentence(Lang::Ko));
            }),
            _ => {}
        }
    }

    #[test]
    fn every_key_has_a_sentence_in_both_languages_and_no_sentence_is_left_over() {
        let mut ids = std::collections::BTreeSet::new();
        let mut see = |id: &str, english: String, korean: String| {
            assert!(english.ends_with(['.', '”']), "{id}: {english}");
            let hangul = korean.chars().any(|c| ('가'..='힣').contains(&c));
            assert!(hangul && korean.ends_with('.'), "{id}: {korean}");
            ids.insert(id.to_owned());
        };
        each(&SETTINGS.properties, &mut see);
        kinds().for_each(|kind| each(&front_matter(kind).properties, &mut see));
        let catalog = include_str!("../schema/ko.ftl").lines();
        let written = catalog.filter_map(|line| Some(line.split_once(" = ")?.0));
        let left_over: Vec<&str> = written.filter(|id| !ids.contains(*id)).collect();
        assert!(left_over.is_empty(), "{left_over:?}");
    }

    #[test]
    fn schemas_are_whole_and_closed() {
        for lang in Lang::ALL {
            let settings = SETTINGS.json_schema(lang);
            assert_eq!(settings["additionalProperties"], false);
            assert_eq!(settings["properties"]["publisher"]["additionalProperties"], false);
            assert_eq!(settings["required"], json!(["base_url", "title"]));
            let rankings = front_matter(Kind::Ranking).json_schema(lang);
            assert_eq!(rankings["required"], json!(["title", "description"]));
            let item = &rankings["properties"]["items"]["additionalProperties"];
            assert_eq!(item["required"], json!(["scores", "label"]));
            assert_eq!(item["properties"]["scores"]["additionalProperties"]["maximum"], 5);
            assert!(!settings.to_string().contains("null"), "{settings}");
        }
    }
}
