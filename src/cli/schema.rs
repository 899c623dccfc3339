//! `giljabi schema`: prints a JSON Schema of settings, front matter or diagrams, for completion
//! and checks in editors, or of the JSON files in a published guide.

use anyhow::{Result, bail};
use clap::ValueEnum;
use fluent_bundle::FluentArgs;
use serde_json::{Map, Value as Json, json};

use super::{Outcome, say};
use crate::{
    diag::{Code, reason, sentence},
    diagram::KindName,
    model::{Folder, Kind, Lang},
    parse::{SETTINGS, front_matter},
    pipeline,
    schema::Declaration,
};

/// The arguments of `schema`.
#[derive(Debug, clap::Args)]
pub struct SchemaArguments {
    subject: SchemaSubject,
    kind: Option<String>,
}

#[derive(Clone, Copy, Debug, ValueEnum)]
enum SchemaSubject {
    Settings,
    FrontMatter,
    Diagram,
    Decision,
    Ranking,
    Checklist,
    Versions,
}

impl SchemaSubject {
    /// Returns the name of the described file, if giljabi writes it.
    const fn file(self) -> Option<&'static str> {
        match self {
            SchemaSubject::Settings | SchemaSubject::FrontMatter | SchemaSubject::Diagram => None,
            SchemaSubject::Decision => Some("decision"),
            SchemaSubject::Ranking => Some("ranking"),
            SchemaSubject::Checklist => Some("checklist"),
            SchemaSubject::Versions => Some("versions"),
        }
    }
}

/// Runs the command.
pub fn run(arguments: &SchemaArguments, lang: Lang) -> Result<Outcome> {
    if let Some(name) = arguments.subject.file() {
        let files = pipeline::file_declarations();
        let file = files.iter().find(|(known, _)| *known == name);
        let schema = file.map_or(Json::Null, |(_, file)| file.json_schema(lang));
        return print_schema(&schema, lang);
    }
    let kinds = match arguments.subject {
        SchemaSubject::FrontMatter => {
            page_kinds().into_iter().map(|(kind, all)| (kind.schema_name(), all)).collect()
        }
        SchemaSubject::Diagram => diagram_kinds(),
        SchemaSubject::Settings
        | SchemaSubject::Decision
        | SchemaSubject::Ranking
        | SchemaSubject::Checklist
        | SchemaSubject::Versions => Vec::new(),
    };
    let schema = match (&kinds[..], &arguments.kind) {
        ([], _) => SETTINGS.json_schema(lang),
        (kinds, None) => any_kind(kinds, lang),
        (kinds, Some(name)) => match kinds.iter().find(|(known, _)| known == name) {
            Some((_, declaration)) => declaration.json_schema(lang),
            None => bail!(unknown_kind(name, kinds, lang)),
        },
    };
    print_schema(&schema, lang)
}

fn print_schema(schema: &Json, lang: Lang) -> Result<Outcome> {
    let mut whole = Map::new();
    whole.insert("$schema".to_owned(), "https://json-schema.org/draft/2020-12/schema".into());
    whole.extend(schema.as_object().cloned().unwrap_or_default());
    let mut whole = Json::Object(whole);
    name_keys(&mut whole, lang);
    say::line(&serde_json::to_string_pretty(&whole)?)?;
    Ok(Outcome::Clean)
}

type NamedDeclaration = (&'static str, &'static Declaration);

/// Returns the kinds of pages with the declarations of their front matter.
pub fn page_kinds() -> Vec<(Kind, &'static Declaration)> {
    let others = [Kind::Home, Kind::Article(Folder::ANY)];
    let kinds = others.into_iter().chain(Kind::BUILT_IN);
    kinds.map(|kind| (kind, front_matter(kind))).collect()
}

fn diagram_kinds() -> Vec<NamedDeclaration> {
    KindName::ALL.iter().map(|kind| (kind.as_str(), kind.declaration())).collect()
}

/// Returns one schema that contains each kind by its name, and allows any of them.
fn any_kind(kinds: &[NamedDeclaration], lang: Lang) -> Json {
    let reference = |(name, _): &NamedDeclaration| json!({ "$ref": format!("#/$defs/{name}") });
    let any: Vec<Json> = kinds.iter().map(reference).collect();
    let each = kinds.iter().map(|(name, kind)| ((*name).to_owned(), kind.json_schema(lang)));
    json!({ "anyOf": any, "$defs": each.collect::<Map<_, _>>() })
}

/// Lists the names of keys in tables that allow only certain keys: editors complete properties,
/// but not the values of `propertyNames`. Rules get the explanations from their page.
fn name_keys(schema: &mut Json, lang: Lang) {
    let Some(schema) = schema.as_object_mut() else {
        return schema.as_array_mut().into_iter().flatten().for_each(|one| name_keys(one, lang));
    };
    schema.values_mut().for_each(|below| name_keys(below, lang));
    let names = schema.get("propertyNames").and_then(|names| names["enum"].as_array());
    let value = schema.get("additionalProperties").and_then(Json::as_object);
    let (Some(names), Some(value)) = (names, value) else { return };
    let property = |name: &Json| {
        let name = name.as_str()?;
        let mut value = value.clone();
        let why = Code::from_id(name).and_then(|code| reason(code, lang));
        value.extend(why.map(|why| ("description".to_owned(), why.into())));
        Some((name.to_owned(), Json::Object(value)))
    };
    let properties: Map<String, Json> = names.iter().filter_map(property).collect();
    schema.remove("propertyNames");
    schema.insert("properties".to_owned(), properties.into());
    schema.insert("additionalProperties".to_owned(), false.into());
}

fn unknown_kind(written: &str, kinds: &[NamedDeclaration], lang: Lang) -> String {
    let mut args = FluentArgs::new();
    args.set("found", written);
    args.set("known", kinds.iter().map(|(name, _)| *name).collect::<Vec<_>>().join(", "));
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
    fn rules_are_keys_that_editors_complete() {
        for lang in Lang::ALL {
            let mut schema = SETTINGS.json_schema(lang);
            name_keys(&mut schema, lang);
            let rules = &schema["properties"]["rules"];
            assert_eq!(rules["additionalProperties"], false);
            let properties = rules["properties"].as_object().expect("keys");
            let lowered = Code::ALL.iter().filter(|code| code.can_be_lowered());
            for code in lowered {
                let rule = &properties[code.id()];
                assert_eq!(rule["description"].as_str(), reason(*code, lang).as_deref());
                assert_eq!(rule["oneOf"].as_array().map(Vec::len), Some(3), "{rule}");
            }
        }
    }

    #[test]
    fn every_key_has_a_sentence_in_both_languages_and_no_sentence_is_left_over() {
        let mut ids = std::collections::BTreeSet::new();
        let mut wrong = Vec::new();
        let mut see = |id: &str, english: String, korean: String| {
            let hangul = korean.chars().any(|c| ('가'..='힣').contains(&c));
            if !english.ends_with('.') || !hangul || !korean.ends_with('.') {
                wrong.push(format!("{id}: {english} / {korean}"));
            }
            ids.insert(id.to_owned());
        };
        each(&SETTINGS.properties, &mut see);
        page_kinds().iter().for_each(|(_, kind)| each(&kind.properties, &mut see));
        diagram_kinds().iter().for_each(|(_, kind)| each(&kind.properties, &mut see));
        for (_, file) in pipeline::file_declarations() {
            each(&file.properties, &mut see);
        }
        let catalog = include_str!("../schema/ko.ftl").lines();
        let written = catalog.filter_map(|line| Some(line.split_once(" = ")?.0));
        let is_used = |id: &str| match id.strip_prefix("kinds-") {
            Some(key) => ids.iter().any(|id| id.split_once('-').is_some_and(|(_, own)| own == key)),
            None => ids.contains(id),
        };
        let left_over: Vec<&str> = written.filter(|id| !is_used(id)).collect();
        assert!(left_over.is_empty(), "{left_over:?}");
        assert!(wrong.is_empty(), "{wrong:#?}");
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
