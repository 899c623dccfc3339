//! The places where a word of a query was found.

use std::collections::BTreeMap;

/// The places where a word was found.
#[derive(Clone, Debug, Default)]
pub struct WordHits {
    /// The weight of the word by page and passage.
    pub weights: BTreeMap<(u32, u8), f64>,
    /// The keys that were found.
    pub keys: Vec<String>,
    /// True if only a word was found that begins like the one that was looked for.
    pub is_guess: bool,
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
