//! The places where a word of a query was found.

use std::collections::BTreeMap;

/// How the keys that were found follow from the word that was looked for.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Reading {
    #[default]
    AsWritten,
    /// They only begin like the word.
    Beginning,
    /// The same keys of the keyboard type them in the other layout.
    OtherLayout,
    /// They differ from the word by one letter.
    Misspelt,
    /// Only the other language has them.
    OtherLanguage,
}

/// The places where a word was found.
#[derive(Clone, Debug, Default)]
pub struct WordHits {
    /// The weight of the word by page and passage.
    pub weights: BTreeMap<(u32, u8), f64>,
    /// The keys that were found.
    pub keys: Vec<String>,
    pub reading: Reading,
}

impl WordHits {
    /// Adds the hits of `other`, whose weights count `worth` times.
    pub fn add(&mut self, other: WordHits, worth: f64) {
        for (place, weight) in other.weights {
            let best = self.weights.entry(place).or_default();
            *best = best.max(weight * worth);
        }
        self.keys.extend(other.keys);
    }

    /// Adds the hits of `other` if there are none yet: those of another reading of the word.
    pub fn add_if_none(&mut self, reading: Reading, worth: f64, other: impl FnOnce() -> WordHits) {
        if self.is_empty() {
            self.add(other(), worth);
            self.reading = if self.is_empty() { self.reading } else { reading };
        }
    }

    pub fn is_empty(&self) -> bool {
        self.weights.is_empty()
    }

    /// Returns the number of pages that have the word.
    pub fn pages(&self) -> usize {
        let mut pages: Vec<u32> = self.weights.keys().map(|(page, _)| *page).collect();
        pages.dedup();
        pages.len()
    }

    /// Returns the weight of the word in a passage.
    pub fn weight(&self, page: u32, passage: u8) -> f64 {
        self.weights.get(&(page, passage)).copied().unwrap_or_default()
    }

    /// Returns the passages of a page that have the word, each with its weight.
    pub fn of_page(&self, page: u32) -> impl Iterator<Item = (u8, f64)> {
        let all = self.weights.range((page, 0)..=(page, u8::MAX));
        all.map(|((_, passage), weight)| (*passage, *weight))
    }
}
