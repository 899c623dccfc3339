//! Reads the index of one language from its files.

use std::{cell::RefCell, rc::Rc};

use rustc_hash::FxHashMap;
use serde_json::Value;

use super::{
    analysis::place,
    index::{manifest_url, shard_url},
    postings::{self, Posting},
    text_shard::text_place,
    word_hits::WordHits,
};
use crate::{lang::Lang, model::UrlPath};

/// Reads a file of the index.
pub type ReadShard<'r> = &'r dyn Fn(&UrlPath) -> Option<Vec<u8>>;

/// A passage that was found.
#[derive(Clone, Debug)]
pub struct FoundPassage {
    pub anchor: String,
    pub heading: String,
    pub text: String,
}

/// The entries of a shard by their keys.
type Shard = Vec<(String, Value)>;

/// The index of one language.
pub struct LanguageIndex<'r> {
    lang: Lang,
    read: ReadShard<'r>,
    pub manifest: Manifest,
    loaded: RefCell<FxHashMap<String, Rc<Shard>>>,
}

#[derive(Default)]
pub struct Manifest {
    pub pages: usize,
    /// True if the glossary has terms.
    pub has_terms: bool,
    /// The first key of each shard, and its name.
    keys: Vec<(String, String)>,
    texts: Vec<(String, String)>,
}

impl Manifest {
    fn read(json: &[u8]) -> Option<Manifest> {
        let value: Value = serde_json::from_slice(json).ok()?;
        let list = |starts: &str, names: &str| {
            let names = value[names].as_str().unwrap_or_default().as_bytes();
            let names = names.chunks(10).map(|name| String::from_utf8_lossy(name).into_owned());
            let starts = value[starts].as_array().into_iter().flatten();
            starts.map(|start| start.as_str().unwrap_or_default().to_owned()).zip(names).collect()
        };
        Some(Manifest {
            pages: value["pages"].as_u64().unwrap_or_default() as usize,
            has_terms: value["terms"].as_bool().unwrap_or_default(),
            keys: list("keys", "keysNames"),
            texts: list("texts", "textsNames"),
        })
    }
}

/// Returns the shards whose keys may begin with `beginning`, or that may have it as a key if it
/// is `whole`.
fn shards_of<'m>(
    list: &'m [(String, String)],
    beginning: &str,
    whole: bool,
) -> &'m [(String, String)] {
    let first = list.partition_point(|(start, _)| start.as_str() <= beginning).saturating_sub(1);
    let last = match whole {
        true => first + 1,
        false => list.partition_point(|(start, _)| {
            start.as_str() <= beginning || start.starts_with(beginning)
        }),
    };
    &list[first.min(list.len())..last.clamp(first, list.len())]
}

/// A key that was found, with its occurrences and the forms of its word.
pub struct FoundKey {
    pub key: String,
    pub value: String,
}

impl FoundKey {
    /// Returns the forms of the word; a key without any is its own form.
    pub fn forms(&self) -> impl Iterator<Item = &str> {
        let forms = self.value.split(' ').skip(1);
        let none = !self.value.contains(' ');
        forms.chain(none.then_some(self.key.as_str()))
    }

    /// Returns the places of the key.
    pub fn hits(&self) -> WordHits {
        let postings = postings::read(self.value.split(' ').next().unwrap_or_default());
        let place = |posting: &Posting| (posting.page, posting.passage);
        let weights = postings.iter().map(|p| (place(p), f64::from(p.weight))).collect();
        WordHits { weights, keys: vec![self.key.clone()], ..WordHits::default() }
    }
}

/// A passage and its page.
#[derive(Clone)]
pub struct PageText {
    pub kind: String,
    pub label: String,
    pub address: String,
    pub title: String,
    pub passage: FoundPassage,
}

/// The most shards that one lookup loads.
const MOST_SHARDS: usize = 4;
impl<'r> LanguageIndex<'r> {
    pub fn new(lang: Lang, read: ReadShard<'r>) -> LanguageIndex<'r> {
        let manifest = read(&manifest_url(lang)).and_then(|json| Manifest::read(&json));
        LanguageIndex {
            lang,
            read,
            manifest: manifest.unwrap_or_default(),
            loaded: RefCell::default(),
        }
    }

    fn shard(&self, name: &str) -> Rc<Shard> {
        let mut loaded = self.loaded.borrow_mut();
        let load = || {
            let json = (self.read)(&shard_url(self.lang, name)).unwrap_or_default();
            let value: Value = serde_json::from_slice(&json).unwrap_or_default();
            Rc::new(
                value
                    .as_object()
                    .into_iter()
                    .flatten()
                    .map(|(k, v)| (k.clone(), v.clone()))
                    .collect(),
            )
        };
        loaded.entry(name.to_owned()).or_insert_with(load).clone()
    }

    /// Returns the keys that begin with `beginning`, or are equal to it if it is `whole`, and for
    /// which `fits` holds.
    pub fn keys(
        &self,
        beginning: &str,
        whole: bool,
        fits: impl Fn(&str, &str) -> bool,
    ) -> Vec<FoundKey> {
        let shards = shards_of(&self.manifest.keys, beginning, whole).iter().take(MOST_SHARDS);
        let mut all = Vec::new();
        for (_, name) in shards {
            for (key, value) in self.shard(name).iter() {
                let value = value.as_str().unwrap_or_default();
                if fits(key, value) {
                    all.push(FoundKey { key: key.clone(), value: value.to_owned() });
                }
            }
        }
        all
    }

    pub fn exact(&self, key: &str) -> Option<FoundKey> {
        self.keys(&place(key), true, |other, _| other == key).pop()
    }

    /// Returns a passage of a page.
    pub fn text(&self, page: u32, passage: u8) -> Option<PageText> {
        let place = text_place(page, usize::from(passage));
        let (_, name) = shards_of(&self.manifest.texts, &place, true).first()?;
        let shard = self.shard(name);
        let id = &place[..6];
        let before = |(start, _): &&(String, Value)| start.starts_with(id) && *start <= place;
        let (start, entry) = shard.iter().filter(before).max_by(|a, b| a.0.cmp(&b.0))?;
        let first = usize::from_str_radix(&start[6..], 16).ok()?;
        let text = |value: &Value| value.as_str().unwrap_or_default().to_owned();
        let passage = entry[4][usize::from(passage) - first].as_array()?;
        Some(PageText {
            kind: text(&entry[0]),
            label: text(&entry[1]),
            address: text(&entry[2]),
            title: text(&entry[3]),
            passage: FoundPassage {
                anchor: text(&passage[0]),
                heading: text(&passage[1]),
                text: text(&passage[2]),
            },
        })
    }
}
