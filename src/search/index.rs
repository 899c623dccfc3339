//! Makes the index of one language: the shards of texts and of words, and the manifest.

use std::collections::BTreeMap;

use rayon::prelude::*;
use rustc_hash::FxHashMap;

use super::{
    analysis::{self, WordKey},
    hangul,
    page::{PageTexts, SearchPage},
    passages::Passage,
    postings::{self, Posting},
    readable::tidy,
    shards::{self, ShardList, ShardSize, push_json},
    synonyms,
    text_shard::{MOST_PASSAGES, TextShard, text_start},
};
use crate::model::{Lang, UrlPath};

/// A file of the index, and its address.
#[derive(Debug)]
pub struct SearchFile {
    pub url: UrlPath,
    pub bytes: Vec<u8>,
}

/// Returns the address of the manifest of `lang`.
pub fn manifest_url(lang: Lang) -> UrlPath {
    UrlPath::new(format!("/{}/search/index.json", lang.code()))
}

/// Returns the address of the shard `name`.
pub fn shard_url(lang: Lang, name: &str) -> UrlPath {
    UrlPath::new(format!("/search/{}/{name}.json", lang.code()))
}

/// Makes every file of the index of `pages`, which are sorted by id, and hands each to `emit`
/// as soon as it is made, the manifest last.
pub fn build<E: Send>(
    lang: Lang,
    pages: &[SearchPage],
    texts: &PageTexts,
    emit: &(impl Fn(SearchFile) -> Result<(), E> + Sync),
) -> Result<(), E> {
    let builder = Builder { lang, size: ShardSize::for_pages(pages.len()), texts, emit };
    let (text_shards, parts) = builder.texts(pages)?;
    let synonyms = synonyms::synonyms(texts.glossary, lang);
    let has_terms = !synonyms.is_empty();
    let key_shards = builder.keys(&parts, synonyms)?;
    let manifest = manifest((pages.len(), has_terms), &key_shards, &text_shards);
    emit(SearchFile { url: manifest_url(lang), bytes: manifest.into_bytes() })
}

/// Returns the manifest as JSON: the number of pages, whether the glossary has terms, and where
/// each shard begins.
fn manifest((pages, has_terms): (usize, bool), keys: &ShardList, texts: &ShardList) -> String {
    let mut json = format!("{{\"pages\":{pages},\"terms\":{has_terms}");
    for (name, list) in [("keys", keys), ("texts", texts)] {
        json.push_str(&format!(",\"{name}\":["));
        for (at, start) in list.starts.iter().enumerate() {
            if at > 0 {
                json.push(',');
            }
            push_json(&mut json, start);
        }
        json.push_str(&format!("],\"{name}Names\":\"{}\"", list.names.concat()));
    }
    json.push_str("}\n");
    json
}

struct Builder<'b, F> {
    lang: Lang,
    size: ShardSize,
    texts: &'b PageTexts<'b>,
    emit: &'b F,
}

/// The words of a group of pages, and the places where they occur.
#[derive(Default)]
struct Part {
    words: KnownWords,
    /// One number per occurrence, of key, page, passage and weight; sorted.
    postings: Vec<u64>,
}

impl<F, E: Send> Builder<'_, F>
where
    F: Fn(SearchFile) -> Result<(), E> + Sync,
{
    fn emit(&self, json: String) -> Result<String, E> {
        let name = shards::name(json.as_bytes());
        let url = shard_url(self.lang, &name);
        (self.emit)(SearchFile { url, bytes: json.into_bytes() })?;
        Ok(name)
    }

    /// Writes the texts, and returns the words in them.
    fn texts(&self, pages: &[SearchPage]) -> Result<(ShardList, Vec<Part>), E> {
        let cuts = shards::cuts(pages.iter().map(|page| (page.id, page.size())), self.size);
        let starts: Vec<usize> = std::iter::once(0).chain(cuts).collect();
        let end = |at: usize| starts.get(at + 1).copied().unwrap_or(pages.len());
        let groups: Vec<&[SearchPage]> =
            starts.iter().enumerate().map(|(at, start)| &pages[*start..end(at)]).collect();
        let share = groups.len().div_ceil(4 * rayon::current_num_threads()).max(1);
        let parts: Result<Vec<_>, E> =
            groups.par_chunks(share).map(|groups| self.part(groups)).collect();
        let mut list = ShardList::default();
        let mut all = Vec::new();
        for (shards, part) in parts? {
            shards.into_iter().for_each(|(start, name)| list.push(text_start(pages, start), name));
            all.push(part);
        }
        Ok((list, all))
    }

    fn part(&self, groups: &[&[SearchPage]]) -> Result<(Vec<(String, String)>, Part), E> {
        let (mut shards, mut part) = (Vec::new(), Part::default());
        for group in groups {
            let mut shard = TextShard::new(self.size);
            for page in *group {
                let passages = page.passages(self.texts);
                shard.add(page, &page.label(self.texts), &passages);
                part.add(page, &passages);
            }
            for (start, json) in shard.finish() {
                shards.push((start, self.emit(json)?));
            }
        }
        part.postings.sort_unstable();
        Ok((shards, part))
    }

    /// Writes the words of all parts.
    fn keys(&self, parts: &[Part], synonyms: BTreeMap<String, String>) -> Result<ShardList, E> {
        let mut entries = entries(parts);
        entries.extend(spellings(parts));
        let synonym = |(key, value): (String, String)| KeyEntry { place: key.clone(), key, value };
        entries.extend(synonyms.into_iter().map(synonym));
        entries.par_sort_unstable_by(|a, b| a.place.cmp(&b.place));
        let sizes = entries.iter().map(|entry| (entry.hash(), entry.size()));
        let cuts = shards::cuts(sizes, self.size);
        let starts: Vec<usize> = std::iter::once(0).chain(cuts).collect();
        let shard = |at: usize| {
            let end = starts.get(at + 1).copied().unwrap_or(entries.len());
            key_shard(&entries[starts[at]..end])
        };
        let count = if entries.is_empty() { 0 } else { starts.len() };
        let names: Result<Vec<String>, E> =
            (0..count).into_par_iter().map(|at| self.emit(shard(at))).collect();
        let start = |at: &usize| match at.checked_sub(1) {
            Some(before) => shards::separator(&entries[before].place, &entries[*at].place),
            None => String::new(),
        };
        let starts = starts.iter().take(count).map(start).collect();
        Ok(ShardList { starts, names: names? })
    }
}

/// A key with its occurrences and forms.
struct KeyEntry {
    /// Its sort key among the others.
    place: String,
    key: String,
    value: String,
}

impl KeyEntry {
    fn size(&self) -> usize {
        self.key.len() + self.value.len() + 6
    }

    fn hash(&self) -> u32 {
        let hash = blake3::hash(self.key.as_bytes());
        u32::from(hash.as_bytes()[0])
    }
}

fn key_shard(entries: &[KeyEntry]) -> String {
    let mut json = String::from("{");
    for (at, entry) in entries.iter().enumerate() {
        json.push_str(if at > 0 { ",\n" } else { "" });
        push_json(&mut json, &entry.key);
        json.push(':');
        push_json(&mut json, &entry.value);
    }
    json.push_str("}\n");
    json
}

/// Joins the keys of all parts.
fn entries(parts: &[Part]) -> Vec<KeyEntry> {
    let mut keys: FxHashMap<&str, Vec<(usize, u32)>> = FxHashMap::default();
    for (at, part) in parts.iter().enumerate() {
        for (id, key) in part.words.keys.iter().enumerate() {
            keys.entry(&key.text).or_default().push((at, id as u32));
        }
    }
    let entry = |(text, mut places): (&str, Vec<(usize, u32)>)| {
        places.sort_unstable();
        entry(text, &places, parts)
    };
    keys.into_par_iter().filter_map(entry).collect()
}

fn entry(text: &str, places: &[(usize, u32)], parts: &[Part]) -> Option<KeyEntry> {
    let keys = || places.iter().map(|(part, id)| &parts[*part].words.keys[*id as usize]);
    // The last part of a word of three syllables is rarely a word itself.
    if keys().all(|key| !key.is_word) {
        return None;
    }
    let of_key = |(part, id): &(usize, u32)| parts[*part].of_key(*id);
    let postings: Vec<Posting> = places.iter().flat_map(of_key).collect();
    let mut forms: Vec<&str> = keys().flat_map(|key| &key.forms).map(String::as_str).collect();
    forms.sort_unstable();
    forms.dedup();
    let mut value = postings::write(&postings);
    if forms != [text] {
        forms.truncate(MOST_FORMS);
        forms.iter().for_each(|form| value.extend([" ", form]));
    }
    Some(KeyEntry { place: analysis::place(text), key: text.to_owned(), value })
}

/// The forms of one stem that are listed, for words that are half typed or misspelt.
const MOST_FORMS: usize = 12;

/// Returns words by their last three letters, to find those whose beginning is misspelt.
fn spellings(parts: &[Part]) -> Vec<KeyEntry> {
    let mut ends: FxHashMap<String, Vec<&str>> = FxHashMap::default();
    let forms = parts.iter().flat_map(|part| &part.words.keys).flat_map(|key| &key.forms);
    for form in forms.filter(|form| form.len() >= 4 && form.bytes().all(|b| b.is_ascii_lowercase()))
    {
        ends.entry(["~", &form[form.len() - 3..]].concat()).or_default().push(form);
    }
    let entry = |(key, mut words): (String, Vec<&str>)| {
        words.sort_unstable();
        words.dedup();
        KeyEntry { place: key.clone(), key, value: words.join(" ") }
    };
    ends.into_iter().map(entry).collect()
}

/// The distinct words of a part.
#[derive(Default)]
struct KnownWords {
    keys: Vec<KnownKey>,
    ids: FxHashMap<String, u32>,
    /// The keys of each chunk that was read, and whether each key is only a part of the chunk.
    chunks: FxHashMap<Box<str>, Box<[(u32, bool)]>>,
}

struct KnownKey {
    text: String,
    forms: Vec<String>,
    /// True if it stands by itself, or inside a word that is long enough to be a compound.
    is_word: bool,
}

impl KnownWords {
    /// Calls `handle` with each key of `text`, and whether it is only a part of its chunk.
    fn read(&mut self, text: &str, mut handle: impl FnMut(u32, bool)) {
        let mut before = "";
        for chunk in analysis::chunks(text) {
            match self.chunks.get(chunk.text) {
                Some(keys) => keys.iter().for_each(|(id, inside)| handle(*id, *inside)),
                None => {
                    let keys = self.keys_of(chunk.text);
                    keys.iter().for_each(|(id, inside)| handle(*id, *inside));
                    self.chunks.insert(chunk.text.into(), keys);
                }
            }
            if before.ends_with(|c: char| c.is_ascii_digit())
                && let Some(measure) = analysis::spaced_measure(before, chunk.text)
            {
                let key = WordKey { text: measure, form: String::new(), inside: false };
                handle(self.id(&key, false), false);
            }
            before = chunk.text;
        }
    }

    /// Returns the keys of a chunk that was not read before.
    fn keys_of(&mut self, chunk: &str) -> Box<[(u32, bool)]> {
        let keys = analysis::keys(chunk);
        let is_long = keys.first().is_some_and(|key| key.text.chars().count() > 3);
        let is_part = |key: &WordKey| key.inside && key.text.starts_with(hangul::is_hangul);
        keys.into_iter().map(|key| (self.id(&key, is_long), is_part(&key))).collect()
    }

    fn id(&mut self, key: &WordKey, in_compound: bool) -> u32 {
        let id = match self.ids.get(&key.text) {
            Some(id) => *id,
            None => {
                let id = self.keys.len() as u32;
                let new = KnownKey { text: key.text.clone(), forms: Vec::new(), is_word: false };
                self.keys.push(new);
                self.ids.insert(key.text.clone(), id);
                id
            }
        };
        let entry = &mut self.keys[id as usize];
        entry.is_word |= !key.inside || in_compound || !key.text.starts_with(hangul::is_hangul);
        let is_latin = key.text.bytes().next().is_some_and(|b| b.is_ascii_lowercase());
        let form = if key.form.is_empty() { &key.text } else { &key.form };
        if is_latin && !entry.forms.contains(form) {
            entry.forms.push(form.clone());
        }
        id
    }
}

/// The parts of a passage in which a word can stand.
const BODY: u32 = 0;
const HEADING: u32 = 1;

/// The weight of a keyword of a page: that of a word in a heading.
const KEYWORD: f32 = 24.0;

/// Packs an occurrence of a word in a passage: its key, whether it is in the heading or the body,
/// and whether it is only a part of its chunk.
const fn occurrence(key: u32, field: u32, inside: bool) -> u64 {
    (key as u64) << 2 | (field as u64) << 1 | inside as u64
}

impl Part {
    fn add(&mut self, page: &SearchPage, passages: &[Passage]) {
        let mut found: Vec<u64> = Vec::new();
        let mut keywords = self.keywords(page);
        for (at, passage) in passages.iter().take(MOST_PASSAGES).enumerate() {
            found.clear();
            let mut read = |text: &str, field: u32| {
                self.words.read(text, |key, inside| found.push(occurrence(key, field, inside)));
                found.len()
            };
            let heading = read(&passage.heading, HEADING);
            let body = read(&passage.text, BODY) - heading;
            let lengths = Lengths { heading, body, is_page: at == 0 };
            // Readers more often look for a page about a subject than for what points to it.
            let share = match (page.is_about_pages(), passage.is_term()) {
                (true, _) => 0.5,
                (false, true) => 0.7,
                (false, false) => 1.0,
            };
            found.sort_unstable();
            for same in found.chunk_by(|a, b| a >> 2 == b >> 2) {
                let key = (same[0] >> 2) as u32;
                let keyword = if at == 0 { keywords.remove(&key) } else { None };
                let weight = lengths.weight(same).max(keyword.unwrap_or_default());
                let posting = [key, page.id, at as u32, ((weight * share) as u32).clamp(1, 63)];
                self.postings.push(pack(posting));
            }
        }
        // What is left of them stands nowhere in the passage of the page itself.
        let posting = |(key, weight): (u32, f32)| pack([key, page.id, 0, weight as u32]);
        self.postings.extend(keywords.into_iter().map(posting));
    }

    /// Returns the keys of the words by which an editor wants the page to be found, with their
    /// weights. One word of several says less about the page.
    fn keywords(&mut self, page: &SearchPage) -> FxHashMap<u32, f32> {
        let mut weights: FxHashMap<u32, f32> = FxHashMap::default();
        for keyword in page.keywords() {
            let mut keys = Vec::new();
            self.words.read(&tidy(keyword), |key, inside| keys.extend((!inside).then_some(key)));
            let each = KEYWORD / keys.len().max(1) as f32;
            for key in keys {
                let weight = weights.entry(key).or_default();
                *weight = weight.max(each);
            }
        }
        weights
    }

    fn of_key(&self, key: u32) -> impl Iterator<Item = Posting> {
        let first = pack([key, 0, 0, 0]);
        let after = pack([key + 1, 0, 0, 0]);
        let start = self.postings.partition_point(|packed| *packed < first);
        let end = self.postings.partition_point(|packed| *packed < after);
        self.postings[start..end].iter().map(|packed| Posting {
            page: (packed >> 16) as u32 & 0xff_ffff,
            passage: (packed >> 8) as u8,
            weight: *packed as u8,
        })
    }
}

fn pack([key, page, passage, weight]: [u32; 4]) -> u64 {
    u64::from(key) << 40 | u64::from(page) << 16 | u64::from(passage) << 8 | u64::from(weight)
}

/// The number of words of a passage.
struct Lengths {
    heading: usize,
    body: usize,
    /// True if its heading is the page's title.
    is_page: bool,
}

impl Lengths {
    /// The weight of a word by its occurrences. It grows with their number, less and less, and
    /// is smaller in a long text (as BM25, with a fixed length in place of the average).
    fn weight(&self, occurrences: &[u64]) -> f32 {
        let count = |field: u32| {
            let of_field = occurrences.iter().filter(|found| *found >> 1 & 1 == u64::from(field));
            of_field.map(|found| if found & 1 == 1 { 0.5 } else { 1.0 }).sum::<f32>()
        };
        let (heading, body) = (count(HEADING).min(1.0), count(BODY));
        let most = if self.is_page { 40.0 } else { 24.0 };
        let of_heading = most * heading / (0.9 + 0.1 * self.heading as f32);
        let of_body = 16.0 * body / (body + 0.6 + 0.6 * self.body as f32 / 60.0);
        of_heading + of_body
    }
}
