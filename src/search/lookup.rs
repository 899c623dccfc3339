//! Finds the places of a word in the index of one language.

use super::{
    analysis::{self, QueryWord, place},
    hangul,
    language_index::{FoundKey, LanguageIndex},
    query::{self, Lookup, Worth},
    rules::RULES,
    synonyms,
    word_hits::{Reading, WordHits},
};

/// The most keys that begin alike.
const MOST_BEGUN: usize = 60;

impl LanguageIndex<'_> {
    /// Returns the places of the word, or else of words that begin with it.
    pub fn find(&self, word: &QueryWord) -> WordHits {
        let hits = self.all(&query::lookups(word));
        if !hits.is_empty() {
            return hits;
        }
        for (lookup, worth) in query::fallback_lookups(word) {
            let mut hits = self.all(&[(lookup, worth)]);
            if worth <= query::GUESS && word.raw.chars().nth(1).is_some() {
                hits.reading = Reading::Beginning;
            }
            if !hits.is_empty() {
                return hits;
            }
        }
        WordHits::default()
    }

    /// Adds to the hits of words that name a term those of the term's other names.
    pub fn add_synonyms(&self, words: &[QueryWord], hits: &mut [WordHits]) {
        /// The most words of a term that is looked for.
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
                let others = self.together(&parts);
                for word in span.clone() {
                    // Another name of a term is better than a guess.
                    if hits[word].reading == Reading::Beginning && !others.is_empty() {
                        hits[word] = WordHits::default();
                    }
                    hits[word].add(others.clone(), WORTH);
                }
            }
        }
    }

    /// Returns the places of words that differ from `word` by one letter.
    pub fn misspelt(&self, word: &QueryWord) -> WordHits {
        query::misspelt(word).map(|worth| self.all(&[worth])).unwrap_or_default()
    }

    /// Returns the places of all `lookups`.
    fn all(&self, lookups: &[Worth]) -> WordHits {
        let mut hits = WordHits::default();
        for (lookup, worth) in lookups {
            hits.add(self.lookup(lookup), *worth);
        }
        hits
    }

    fn lookup(&self, lookup: &Lookup) -> WordHits {
        match lookup {
            Lookup::Exact(key) => self.exact(key).map(|key| key.hits()).unwrap_or_default(),
            Lookup::Beginning(start) => self.beginning(start),
            Lookup::Verb(stem) => self.verb(stem),
            Lookup::Initials(initials) => self.initials(initials),
            Lookup::Together(parts) => self.together(parts),
            Lookup::Misspelt(word) => self.one_letter_off(word),
        }
    }

    fn verb(&self, stem: &str) -> WordHits {
        let forms = RULES.verb.iter().map(|ending| Lookup::Exact([stem, ending].concat()));
        self.all(&forms.map(|form| (form, 1.0)).collect::<Vec<_>>())
    }

    fn beginning(&self, start: &str) -> WordHits {
        let keys = match query::is_hangul(start) {
            true => self.hangul_beginning(start),
            false => self.latin_beginning(start),
        };
        Self::best(keys, start.chars().count())
    }

    /// Returns the keys whose strokes begin with those of `start`.
    fn hangul_beginning(&self, start: &str) -> Vec<FoundKey> {
        let strokes = hangul::strokes(start);
        let last = start.char_indices().next_back().map_or(0, |(at, _)| at);
        // All syllables but the last are complete.
        let complete = &start[..last];
        let begins = |key: &str, _: &str| {
            key != start && key.starts_with(complete) && hangul::strokes(key).starts_with(&strokes)
        };
        let mut keys = self.keys(&place(start), false, begins);
        if let Some(moved) = moved_final(start) {
            keys.extend(self.keys(&moved, false, begins));
        }
        keys
    }

    /// Returns the keys that begin with `start`, or else those with a form that does.
    fn latin_beginning(&self, start: &str) -> Vec<FoundKey> {
        let begins = |key: &str, value: &str| {
            key != start
                && (key.starts_with(start)
                    || value.split(' ').skip(1).any(|form| form.starts_with(start)))
        };
        // The stem of a form that begins like this may be shorter.
        let shorter = start.char_indices().nth(4).map_or(start, |(at, _)| &start[..at]);
        let keys = self.keys(shorter, false, begins);
        // The places of a stem are those of all its forms, also of forms that begin otherwise.
        let (own, others): (Vec<_>, Vec<_>) =
            keys.into_iter().partition(|key| key.key.starts_with(start));
        if own.is_empty() { others } else { own }
    }

    fn initials(&self, initials: &str) -> WordHits {
        let two: String = initials.chars().take(2).collect();
        let begins = |key: &str, _: &str| hangul::initials(key).starts_with(initials);
        let keys = self.keys(&two, false, begins);
        let most = keys.iter().map(|key| key.value.len()).max().unwrap_or_default();
        // Of words with the same initials, people more often look for a frequent one.
        let common = |key: &FoundKey| (key.value.len() as f64 / most as f64).sqrt().max(0.3);
        let each: Vec<(f64, FoundKey)> = keys.into_iter().map(|key| (common(&key), key)).collect();
        let mut hits = WordHits::default();
        for (common, key) in each {
            hits.add(Self::best(vec![key], initials.chars().count()), common);
        }
        hits
    }

    /// Joins the hits of keys that begin with a word of `length` characters. The longer a key,
    /// the less it counts.
    fn best(mut keys: Vec<FoundKey>, length: usize) -> WordHits {
        keys.sort_by_key(|key| (key.key.chars().count(), key.key.clone()));
        let mut hits = WordHits::default();
        for key in keys.into_iter().take(MOST_BEGUN) {
            let worth = (length as f64 / key.key.chars().count().max(1) as f64).min(1.0).sqrt();
            hits.add(key.hits(), worth);
        }
        hits
    }

    /// Returns the passages that have all of `parts`; the title and introduction of the page count
    /// as part of each.
    fn together(&self, parts: &[String]) -> WordHits {
        let one = |part: &String| match part.chars().all(hangul::is_consonant) {
            true => self.initials(part),
            false => self.exact(part).map(|key| key.hits()).unwrap_or_default(),
        };
        let each: Vec<WordHits> = parts.iter().map(one).collect();
        let mut hits = WordHits::default();
        if each.iter().any(|hits| hits.is_empty()) {
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

    /// Returns the places of words that begin with the same two letters as `word`, perhaps
    /// swapped, or end with the same three, and of which a form differs from it by one letter.
    fn one_letter_off(&self, word: &str) -> WordHits {
        let mut swapped: Vec<char> = word.chars().collect();
        swapped.swap(1, 2);
        let swapped: String = swapped.into_iter().collect();
        let mut near_keys: Vec<String> = Vec::new();
        for beginning in [&word[..2], &swapped[..2]] {
            let near = |key: &FoundKey| {
                let is_form =
                    |form: &str| is_one_off(word, form) && analysis::stem(form) == key.key;
                let is_near = key.forms().any(|form| is_one_off(word, form))
                    || analysis::with_endings(&key.key).any(|form| is_form(&form));
                is_near.then(|| key.key.clone())
            };
            near_keys.extend(
                self.keys(beginning, false, |key, _| !key.starts_with('~')).iter().filter_map(near),
            );
        }
        let ends = self.exact(&["~", &word[word.len() - 3..]].concat());
        let words = ends.iter().flat_map(|key| key.value.split(' '));
        near_keys.extend(words.filter(|form| is_one_off(word, form)).map(analysis::stem));
        near_keys.sort_unstable();
        near_keys.dedup();
        let mut hits = WordHits::default();
        for key in near_keys.iter().filter_map(|key| self.exact(key)) {
            hits.add(key.hits(), 1.0);
        }
        hits
    }
}

/// Returns the sort key of the words that `start`, one syllable, becomes when the next vowel is
/// typed: 콛 becomes 코드.
fn moved_final(start: &str) -> Option<String> {
    let mut chars = start.chars();
    let (only, None) = (chars.next()?, chars.next()) else { return None };
    let last = hangul::jamo(only)?.last?;
    let strokes = hangul::strokes(start);
    let next = strokes.chars().next_back().unwrap_or(last);
    Some(format!("{}{next}{strokes}", hangul::jamo(only)?.initial))
}

/// Returns whether two words differ by one letter that is added, missing or different, or by two
/// that are swapped.
fn is_one_off(a: &str, b: &str) -> bool {
    a != b && a.len().abs_diff(b.len()) <= 1 && strsim::osa_distance(a, b) == 1
}
