//! Answers queries from the files of an index.

use std::{cell::RefCell, collections::BTreeMap, rc::Rc};

use rustc_hash::FxHashMap;
use serde_json::Value;

use super::{
    analysis::{self, QueryWord, place},
    hangul,
    index::{boundary_before, manifest_url, shard_url, text_place},
    postings,
    query::{self, Lookup, Worth},
    synonyms,
};
use crate::{
    lang::{Lang, PerLang},
    model::{UrlPath, nfc},
};

/// Reads a file of the index.
pub type ReadShard<'r> = &'r dyn Fn(&UrlPath) -> Option<Vec<u8>>;

/// An index that is being searched.
pub struct SearchEngine<'r> {
    sides: PerLang<Side<'r>>,
}

/// A page that was found.
#[derive(Clone, Debug)]
pub struct Hit {
    /// The language of the version to read: the other one where this one is missing.
    pub lang: Lang,
    pub kind: String,
    pub label: String,
    /// The address of the page below the site.
    pub url: String,
    pub title: String,
    pub score: f64,
    /// The best of its passages, the first of them the best.
    pub passages: Vec<FoundPassage>,
    /// The reasons why it was found, one for each word of the query.
    pub reasons: Vec<Reason>,
}

impl Hit {
    /// Returns the part of the passage's text that shows best what was found.
    pub fn excerpt<'p>(&self, passage: &'p FoundPassage) -> &'p str {
        const BEFORE: usize = 60;
        const AFTER: usize = 220;
        let text = passage.text.as_str();
        let keys = self.reasons.iter().flat_map(|reason| reason.found.split([',', ' ']));
        let places = keys.filter(|key| !key.is_empty()).filter_map(|key| text.find(key));
        let at = places.min().unwrap_or_default();
        let start = boundary_before(text, at.saturating_sub(BEFORE));
        let start =
            if start == 0 { 0 } else { text[start..].find(' ').map_or(start, |to| start + to) };
        text[start..boundary_before(text, at + AFTER)].trim()
    }
}

/// A passage that was found.
#[derive(Clone, Debug)]
pub struct FoundPassage {
    pub anchor: String,
    pub heading: String,
    pub text: String,
}

/// The contribution of a word of the query to the score of a page.
#[derive(Clone, Debug)]
pub struct Reason {
    pub word: String,
    /// The key that was found, and how.
    pub found: String,
    /// The rarity of the word: rare words count more.
    pub rarity: f64,
    pub weight: f64,
}

/// The places where a word was found: its weight by page and passage.
#[derive(Clone, Debug, Default)]
struct WordHits {
    weights: BTreeMap<(u32, u8), f64>,
    /// The keys that were found.
    keys: Vec<String>,
}

impl WordHits {
    fn add(&mut self, other: WordHits, worth: f64) {
        for (place, weight) in other.weights {
            let known = self.weights.entry(place).or_default();
            *known = known.max(weight * worth);
        }
        self.keys.extend(other.keys);
    }

    fn is_empty(&self) -> bool {
        self.weights.is_empty()
    }

    fn pages(&self) -> usize {
        let mut pages: Vec<u32> = self.weights.keys().map(|(page, _)| *page).collect();
        pages.dedup();
        pages.len()
    }

    fn of_page(&self, page: u32) -> impl Iterator<Item = (u8, f64)> {
        let all = self.weights.range((page, 0)..=(page, u8::MAX));
        all.map(|((_, passage), weight)| (*passage, *weight))
    }
}

/// The most words of a query that are looked for.
const MOST_WORDS: usize = 16;
/// The most pages that are returned.
const MOST_HITS: usize = 20;
/// The most passages of one page.
const MOST_PASSAGES: usize = 3;

impl<'r> SearchEngine<'r> {
    /// Returns an engine for the index whose files `read` returns.
    pub fn new(read: ReadShard<'r>) -> SearchEngine<'r> {
        SearchEngine { sides: PerLang::from_fn(|lang| Side::new(lang, read)) }
    }

    /// Returns the pages that `query` asks for, the best first.
    pub fn search(&self, lang: Lang, query: &str) -> Vec<Hit> {
        let mut words = analysis::query_words(&nfc(query));
        words.truncate(MOST_WORDS);
        let mut found: Vec<WordHits> = words.iter().map(|word| self.word(lang, word)).collect();
        self.sides.get(lang).add_synonyms(&words, &mut found);
        let pages = match self.sides.get(lang).manifest.pages {
            0 => self.sides.get(lang.other()).manifest.pages,
            pages => pages,
        };
        let ranked = rank(&found, pages);
        let hits = ranked.into_iter().take(MOST_HITS);
        hits.filter_map(|ranked| self.hit(lang, &ranked, &words, &found)).collect()
    }

    /// Returns the places of a word, by the first way of looking that finds any.
    fn word(&self, lang: Lang, word: &QueryWord) -> WordHits {
        /// Of a word in the other language's letters that few pages have, what the other
        /// language has is asked for too.
        const FEW: usize = 3;
        let here = self.sides.get(lang);
        let there = self.sides.get(lang.other());
        let mut hits = here.find(word);
        let foreign = query::is_hangul(&word.raw) != (lang == Lang::Ko);
        if hits.pages() < FEW && foreign {
            hits.add(there.find(word), 0.8);
        }
        let other = query::other_layout(word).filter(|_| hits.weights.is_empty());
        if let Some(other) = &other {
            hits.add(here.find(other), 0.9);
            if hits.weights.is_empty() {
                hits.add(there.find(other), 0.7);
            }
        }
        for (side, worth) in [(here, 1.0), (there, 0.8)] {
            if hits.weights.is_empty() {
                hits.add(side.misspelt(word), worth);
            }
        }
        if hits.weights.is_empty() && !foreign {
            hits.add(there.find(word), 0.8);
        }
        hits
    }

    fn hit(
        &self,
        lang: Lang,
        ranked: &RankedPage,
        words: &[QueryWord],
        found: &[WordHits],
    ) -> Option<Hit> {
        let version = |lang: Lang| {
            let side = self.sides.get(lang);
            let text = |passage: u8| side.text(ranked.page, passage);
            let passages = ranked.passages.iter().filter_map(|passage| text(*passage));
            let passages: Vec<PageText> = passages.collect();
            let texts = if passages.is_empty() { text(0).into_iter().collect() } else { passages };
            Some((lang, texts)).filter(|(_, texts)| !texts.is_empty())
        };
        let (lang, texts) = version(lang).or_else(|| version(lang.other()))?;
        let PageText { kind, label, address, title, .. } = texts[0].clone();
        let reasons = words.iter().zip(found).zip(&ranked.weights);
        let reason =
            |((word, found), (rarity, weight)): ((&QueryWord, &WordHits), &(f64, f64))| Reason {
                word: word.raw.clone(),
                found: found.keys.join(", "),
                rarity: *rarity,
                weight: *weight,
            };
        Some(Hit {
            lang,
            kind,
            label,
            url: format!("/{}/{address}", lang.code()),
            title,
            score: ranked.score,
            passages: texts.into_iter().map(|text| text.passage).collect(),
            reasons: reasons.map(reason).collect(),
        })
    }
}

/// A page with its score.
struct RankedPage {
    page: u32,
    score: f64,
    passages: Vec<u8>,
    /// Of each word, its rarity and its weight in the best passage.
    weights: Vec<(f64, f64)>,
}

/// Scores all pages that have a word, the best first.
fn rank(found: &[WordHits], pages: usize) -> Vec<RankedPage> {
    /// Pages that have less than this share of the words, by their rarity, are left out.
    const LEAST: f64 = 0.3;
    /// Those with less than this share need two of the words, or one that not one page in
    /// five has: what they have in common with the query may be a word that is everywhere.
    const MOST: f64 = 0.6;
    const RARE: f64 = 1.75;
    let rarities = rarities(found, pages);
    let whole: f64 = rarities.iter().sum();
    let mut all: Vec<u32> =
        found.iter().flat_map(|hits| hits.weights.keys().map(|(page, _)| *page)).collect();
    all.sort_unstable();
    all.dedup();
    let score = |page: u32| {
        let share = share(found, &rarities, whole, page);
        let each = found.iter().zip(&rarities);
        let mut known = each.filter(|(hits, _)| hits.of_page(page).next().is_some());
        let is_rare = known.next().is_some_and(|(_, rarity)| *rarity >= RARE);
        let is_near = share >= MOST || share >= LEAST && (is_rare || known.next().is_some());
        is_near.then(|| rank_page(found, &rarities, whole, page))
    };
    let mut ranked: Vec<RankedPage> = all.into_iter().filter_map(score).collect();
    ranked.sort_by_key(|ranked| (std::cmp::Reverse(rounded(ranked.score)), ranked.page));
    ranked
}

/// Returns the rarity of each word. One that was not found counts as much as the others do.
fn rarities(found: &[WordHits], pages: usize) -> Vec<f64> {
    let rarity = |hits: &WordHits| (1.0 + pages as f64 / hits.pages() as f64).ln();
    let present: Vec<f64> =
        found.iter().filter(|hits| !hits.weights.is_empty()).map(rarity).collect();
    let mean = present.iter().sum::<f64>() / present.len().max(1) as f64;
    let rarity_or_mean = |hits| if WordHits::is_empty(hits) { mean } else { rarity(hits) };
    found.iter().map(rarity_or_mean).collect()
}

/// A score as it is compared: two that differ by an error of calculation are the same.
fn rounded(score: f64) -> i64 {
    (score * 1e6).round() as i64
}

fn share(found: &[WordHits], rarities: &[f64], whole: f64, page: u32) -> f64 {
    let has = |hits: &WordHits| hits.of_page(page).next().is_some();
    let present = found.iter().zip(rarities).filter(|(hits, _)| has(hits));
    present.map(|(_, rarity)| rarity).sum::<f64>() / whole
}

fn rank_page(found: &[WordHits], rarities: &[f64], whole: f64, page: u32) -> RankedPage {
    /// The part of its weight with which a word counts in a passage that lacks it, where
    /// the title or the introduction of the page has it.
    const ABOVE: f64 = 0.5;
    /// The part of its score that a passage keeps which lacks nearly all words: what stands
    /// together answers the query, rather than what is strewn over a page.
    const ALONE: f64 = 0.2;
    let of_page: Vec<FxHashMap<u8, f64>> =
        found.iter().map(|hits| hits.of_page(page).collect()).collect();
    let weight = |word: usize, passage: u8| {
        let own = of_page[word].get(&passage).copied().unwrap_or_default();
        let above = of_page[word].get(&0).copied().unwrap_or_default() * ABOVE;
        own.max(above)
    };
    let score = |passage: u8| {
        let sum = |word: usize| rarities[word] * weight(word, passage);
        let own = |word: &usize| of_page[*word].contains_key(&passage);
        let owned: f64 = (0..found.len()).filter(own).map(|word| rarities[word]).sum();
        (0..found.len()).map(sum).sum::<f64>() * (ALONE + (1.0 - ALONE) * owned / whole)
    };
    let mut passages: Vec<u8> =
        of_page.iter().flat_map(|of_word| of_word.keys().copied()).collect();
    passages.sort_unstable();
    passages.dedup();
    let mut scored: Vec<(f64, u8)> = passages.into_iter().map(|at| (score(at), at)).collect();
    scored.sort_by_key(|(score, passage)| (std::cmp::Reverse(rounded(*score)), *passage));
    let best = scored.first().map_or(0.0, |(score, _)| *score);
    // A page that has more on it is more about it.
    let more: f64 = scored.iter().skip(1).take(4).map(|(score, _)| score).sum();
    let share = share(found, rarities, whole, page);
    let best_passage = scored.first().map_or(0, |(_, passage)| *passage);
    RankedPage {
        page,
        score: (best + 0.1 * more) * share * share,
        weights: (0..found.len())
            .map(|word| (rarities[word], weight(word, best_passage)))
            .collect(),
        passages: scored
            .iter()
            .filter(|(score, _)| *score >= 0.5 * best)
            .take(MOST_PASSAGES)
            .map(|(_, passage)| *passage)
            .collect(),
    }
}

/// The entries of a shard by their keys.
type Shard = Vec<(String, Value)>;

/// The index of one language.
struct Side<'r> {
    lang: Lang,
    read: ReadShard<'r>,
    manifest: Manifest,
    loaded: RefCell<FxHashMap<String, Rc<Shard>>>,
}

#[derive(Default)]
struct Manifest {
    pages: usize,
    /// True if the glossary has terms.
    has_terms: bool,
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

/// The names of the shards whose entries may begin with `beginning`, or are it where it is
/// `whole`.
fn stretch<'m>(
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

/// An entry of the words: its key, where it occurs, and the forms of the word.
struct FoundKey {
    key: String,
    value: String,
}

impl FoundKey {
    fn forms(&self) -> impl Iterator<Item = &str> {
        let forms = self.value.split(' ').skip(1);
        let none = !self.value.contains(' ');
        forms.chain(none.then_some(self.key.as_str()))
    }

    fn hits(&self, worth: f64) -> WordHits {
        let postings = postings::read(self.value.split(' ').next().unwrap_or_default());
        let place = |posting: &postings::Posting| (posting.page, posting.passage);
        let weights = postings.iter().map(|p| (place(p), f64::from(p.weight) * worth)).collect();
        WordHits { weights, keys: vec![self.key.clone()] }
    }
}

/// A passage with what is told of its page.
#[derive(Clone)]
struct PageText {
    kind: String,
    label: String,
    address: String,
    title: String,
    passage: FoundPassage,
}

/// The most shards that one lookup loads.
const MOST_SHARDS: usize = 4;
/// The most keys that begin alike.
const MOST_BEGUN: usize = 60;

impl<'r> Side<'r> {
    fn new(lang: Lang, read: ReadShard<'r>) -> Side<'r> {
        let manifest = read(&manifest_url(lang)).and_then(|json| Manifest::read(&json));
        Side { lang, read, manifest: manifest.unwrap_or_default(), loaded: RefCell::default() }
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

    /// The keys of a stretch that `fits`.
    fn keys(
        &self,
        beginning: &str,
        whole: bool,
        fits: impl Fn(&str, &str) -> bool,
    ) -> Vec<FoundKey> {
        let shards = stretch(&self.manifest.keys, beginning, whole).iter().take(MOST_SHARDS);
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

    fn exact(&self, key: &str) -> Option<FoundKey> {
        self.keys(&place(key), true, |other, _| other == key).pop()
    }

    /// Returns the places of the word, or else of words that begin with it.
    fn find(&self, word: &QueryWord) -> WordHits {
        let mut hits = self.all(&query::meant(word));
        if hits.weights.is_empty() {
            for worth in query::begun(word) {
                hits = self.all(&[worth]);
                if !hits.weights.is_empty() {
                    break;
                }
            }
        }
        hits
    }

    /// Adds where the other names of terms are found, for the words that name a term.
    fn add_synonyms(&self, words: &[QueryWord], found: &mut [WordHits]) {
        /// A term of more words is not looked for.
        const LONGEST: usize = 3;
        const WORTH: f64 = 0.7;
        if !self.manifest.has_terms {
            return;
        }
        let spans = (1..=LONGEST).flat_map(|length| {
            (0..(words.len() + 1).saturating_sub(length)).map(move |at| at..at + length)
        });
        for span in spans {
            let key = synonyms::key(words[span.clone()].iter().map(|word| word.key.as_str()));
            let Some(names) = self.exact(&key) else { continue };
            for name in names.value.split(' ') {
                let parts: Vec<String> = name.split('+').map(str::to_owned).collect();
                let hits = self.together(&parts);
                for word in span.clone() {
                    found[word].add(hits.clone(), WORTH);
                }
            }
        }
    }

    fn misspelt(&self, word: &QueryWord) -> WordHits {
        query::misspelt(word).map(|worth| self.all(&[worth])).unwrap_or_default()
    }

    fn all(&self, lookups: &[Worth]) -> WordHits {
        let mut hits = WordHits::default();
        for (lookup, worth) in lookups {
            hits.add(self.lookup(lookup), *worth);
        }
        hits
    }

    fn lookup(&self, lookup: &Lookup) -> WordHits {
        match lookup {
            Lookup::Exact(key) => self.exact(key).map(|key| key.hits(1.0)).unwrap_or_default(),
            Lookup::Beginning(start) => self.beginning(start),
            Lookup::Initials(initials) => self.initials(initials),
            Lookup::Together(parts) => self.together(parts),
            Lookup::Misspelt(word) => self.one_letter_off(word),
        }
    }

    fn beginning(&self, start: &str) -> WordHits {
        let found = if query::is_hangul(start) {
            let strokes = hangul::strokes(start);
            let last = start.char_indices().next_back().map_or(0, |(at, _)| at);
            // All syllables but the last are whole.
            let whole = &start[..last];
            let begins = |key: &str, _: &str| {
                key != start && key.starts_with(whole) && hangul::strokes(key).starts_with(&strokes)
            };
            let mut found = self.keys(&place(start), false, begins);
            if let Some(moved) = moved_final(start) {
                found.extend(self.keys(&moved, false, begins));
            }
            found
        } else {
            let begins = |key: &str, value: &str| {
                key != start
                    && (key.starts_with(start)
                        || value.split(' ').skip(1).any(|form| form.starts_with(start)))
            };
            // A stem may be shorter than the form that begins like this.
            let shorter = start.char_indices().nth(4).map_or(start, |(at, _)| &start[..at]);
            let found = self.keys(shorter, false, begins);
            // It stands for all its forms, also for those that do not begin like this.
            let (own, others): (Vec<_>, Vec<_>) =
                found.into_iter().partition(|found| found.key.starts_with(start));
            if own.is_empty() { others } else { own }
        };
        self.best(found, start.chars().count())
    }

    fn initials(&self, initials: &str) -> WordHits {
        let two: String = initials.chars().take(2).collect();
        let begins = |key: &str, _: &str| hangul::initials(key).starts_with(initials);
        let found = self.keys(&two, false, begins);
        let most = found.iter().map(|key| key.value.len()).max().unwrap_or_default();
        // Of words with the same initials a common one is meant more often.
        let common = |key: &FoundKey| (key.value.len() as f64 / most as f64).sqrt().max(0.3);
        let each: Vec<(f64, FoundKey)> = found.into_iter().map(|key| (common(&key), key)).collect();
        let mut hits = WordHits::default();
        for (common, key) in each {
            hits.add(self.best(vec![key], initials.chars().count()), common);
        }
        hits
    }

    /// Joins keys that begin alike, those a little worse that go on for longer.
    fn best(&self, mut found: Vec<FoundKey>, length: usize) -> WordHits {
        found.sort_by_key(|key| (key.key.chars().count(), key.key.clone()));
        let mut hits = WordHits::default();
        for key in found.into_iter().take(MOST_BEGUN) {
            let worth = (length as f64 / key.key.chars().count().max(1) as f64).min(1.0).sqrt();
            hits.add(key.hits(1.0), worth);
        }
        hits
    }

    /// Passages that have all of `parts`, or have some whose page's title has the others.
    fn together(&self, parts: &[String]) -> WordHits {
        let one = |part: &String| match part.chars().all(hangul::is_consonant) {
            true => self.initials(part),
            false => self.exact(part).map(|key| key.hits(1.0)).unwrap_or_default(),
        };
        let each: Vec<WordHits> = parts.iter().map(one).collect();
        let mut hits = WordHits::default();
        if each.iter().any(|hits| hits.weights.is_empty()) {
            return hits;
        }
        for ((page, passage), weight) in each.iter().flat_map(|hits| &hits.weights) {
            let has = |hits: &WordHits| {
                [*passage, 0].into_iter().any(|at| hits.weights.contains_key(&(*page, at)))
            };
            if each.iter().all(has) {
                let sum = hits.weights.entry((*page, *passage)).or_default();
                *sum += weight / parts.len() as f64;
            }
        }
        hits.keys = vec![parts.join(" ")];
        hits
    }

    fn one_letter_off(&self, word: &str) -> WordHits {
        let mut swapped: Vec<char> = word.chars().collect();
        swapped.swap(1, 2);
        let swapped: String = swapped.into_iter().collect();
        let mut found: Vec<String> = Vec::new();
        for beginning in [&word[..2], &swapped[..2]] {
            let near = |key: &FoundKey| {
                key.forms().find(|form| is_one_off(word, form)).map(|_| key.key.clone())
            };
            found.extend(self.keys(beginning, false, |_, _| true).iter().filter_map(near));
        }
        let ends = self.exact(&["~", &word[word.len() - 3..]].concat());
        let words = ends.iter().flat_map(|key| key.value.split(' '));
        found.extend(words.filter(|form| is_one_off(word, form)).map(analysis::stem));
        found.sort_unstable();
        found.dedup();
        let mut hits = WordHits::default();
        for key in found.iter().filter_map(|key| self.exact(key)) {
            hits.add(key.hits(1.0), 1.0);
        }
        hits
    }

    fn text(&self, page: u32, passage: u8) -> Option<PageText> {
        let place = text_place(page, usize::from(passage));
        let (_, name) = stretch(&self.manifest.texts, &place, true).first()?;
        let shard = self.shard(name);
        let id = &place[..6];
        let before = |(start, _): &&(String, Value)| start.starts_with(id) && *start <= place;
        let (start, entry) = shard.iter().filter(before).max_by(|a, b| a.0.cmp(&b.0))?;
        let first = usize::from_str_radix(&start[6..], 16).ok()?;
        let text = |value: &Value| value.as_str().unwrap_or_default().to_owned();
        let found = &entry[4][usize::from(passage) - first];
        let found = found.as_array()?;
        Some(PageText {
            kind: text(&entry[0]),
            label: text(&entry[1]),
            address: text(&entry[2]),
            title: text(&entry[3]),
            passage: FoundPassage {
                anchor: text(&found[0]),
                heading: text(&found[1]),
                text: text(&found[2]),
            },
        })
    }
}

/// Returns the key of the words that `start`, one syllable, becomes when the next vowel is
/// typed: 콛 becomes 코드.
fn moved_final(start: &str) -> Option<String> {
    let mut chars = start.chars();
    let (only, None) = (chars.next()?, chars.next()) else { return None };
    let last = hangul::jamo(only)?.last?;
    let strokes = hangul::strokes(start);
    let next = strokes.chars().next_back().unwrap_or(last);
    Some(format!("{}{next}{strokes}", hangul::jamo(only)?.initial))
}

/// Returns whether the words differ by one letter that is added, missing or another, or by
/// two that are swapped.
fn is_one_off(a: &str, b: &str) -> bool {
    a != b && a.len().abs_diff(b.len()) <= 1 && strsim::osa_distance(a, b) == 1
}
