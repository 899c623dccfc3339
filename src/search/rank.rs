//! Scores the pages in which words of a query were words.

use std::cmp::Reverse;

use rustc_hash::FxHashMap;

use super::word_hits::{Reading, WordHits};

/// A page with its score.
pub struct RankedPage {
    pub page: u32,
    pub score: f64,
    /// True if no page answers the query: this one only has some of its words.
    pub is_partial: bool,
    pub passages: Vec<u8>,
    /// The rarity of each word, and its weight in the best passage.
    pub weights: Vec<(f64, f64)>,
}

/// The most passages of one page.
const MOST_PASSAGES: usize = 3;

/// Returns the pages that have enough of the words, the best first. `pages` is the number of
/// pages in the index.
pub fn rank(words: &[WordHits], pages: usize) -> Vec<RankedPage> {
    /// Pages with less than this share of the words, weighted by rarity, are left out.
    const LEAST: f64 = 0.3;
    /// Pages with less than this share need two of the words, or a rare one: a single frequent
    /// word says little about what a page is about.
    const ENOUGH: f64 = 0.6;
    /// The rarity of a word that one page in five has.
    const RARE: f64 = 1.75;
    /// The weight of a word in a title: what it names is the page's subject.
    const TITLE: f64 = 30.0;
    /// The mean weight that several words need on the best page. Below it, most of them are
    /// missing and the others are mentioned in passing, so that no page answers the query.
    const SURE: f64 = 1.4;
    let rarities = rarities(words, pages);
    let whole: f64 = rarities.iter().sum();
    let mut all: Vec<u32> =
        words.iter().flat_map(|hits| hits.weights.keys().map(|(page, _)| *page)).collect();
    all.sort_unstable();
    all.dedup();
    let is_near = |page: &u32| {
        let share = share(words, &rarities, whole, *page);
        let each = words.iter().zip(&rarities);
        let mut present = each.filter(|(hits, _)| hits.of_page(*page).next().is_some());
        let is_rare = present.next().is_some_and(|(_, rarity)| *rarity >= RARE);
        let titled = |hits: &WordHits| hits.weight(*page, 0) >= TITLE;
        let is_about = is_rare || present.next().is_some() || words.iter().any(titled);
        share >= ENOUGH || share >= LEAST && is_about
    };
    let near: Vec<u32> = all.iter().copied().filter(is_near).collect();
    let none_near = near.is_empty();
    let pages = if none_near { all } else { near };
    let ranked = pages.into_iter().map(|page| rank_page(words, &rarities, whole, page));
    let mut ranked: Vec<RankedPage> = ranked.collect();
    ranked.sort_by_key(|ranked| (Reverse(rounded(ranked.score)), ranked.page));
    let is_unsure = ranked.first().is_some_and(|best| best.score < SURE * whole);
    let are_guesses =
        words.iter().all(|hits| hits.reading == Reading::Beginning || hits.is_empty());
    let is_partial = none_near || are_guesses || words.len() > 1 && is_unsure;
    ranked.iter_mut().for_each(|ranked| ranked.is_partial = is_partial);
    ranked
}

/// Returns the rarity of each word. A word that was not words gets the mean of the others.
fn rarities(words: &[WordHits], pages: usize) -> Vec<f64> {
    let rarity = |hits: &WordHits| (1.0 + pages as f64 / hits.pages() as f64).ln();
    let present: Vec<f64> =
        words.iter().filter(|hits| !hits.weights.is_empty()).map(rarity).collect();
    let mean = present.iter().sum::<f64>() / present.len().max(1) as f64;
    let rarity_or_mean = |hits| if WordHits::is_empty(hits) { mean } else { rarity(hits) };
    words.iter().map(rarity_or_mean).collect()
}

/// Returns a score rounded so far that errors of calculation make no difference.
fn rounded(score: f64) -> i64 {
    (score * 1e6).round() as i64
}

/// Returns the share of the words that a page has, weighted by rarity; `whole` is the sum of the
/// rarities.
fn share(words: &[WordHits], rarities: &[f64], whole: f64, page: u32) -> f64 {
    let has = |hits: &WordHits| hits.of_page(page).next().is_some();
    let present = words.iter().zip(rarities).filter(|(hits, _)| has(hits));
    present.map(|(_, rarity)| rarity).sum::<f64>() / whole
}

fn rank_page(words: &[WordHits], rarities: &[f64], whole: f64, page: u32) -> RankedPage {
    /// How much of its weight a word has in a passage that lacks it, if the title or the
    /// introduction of the page has it.
    const ABOVE: f64 = 0.5;
    /// How much of its score a passage keeps if it lacks nearly all words. A passage that has
    /// them together answers a query better than a page on which they are far apart.
    const ALONE: f64 = 0.2;
    let of_page: Vec<FxHashMap<u8, f64>> =
        words.iter().map(|hits| hits.of_page(page).collect()).collect();
    let weight = |word: usize, passage: u8| {
        let own = of_page[word].get(&passage).copied().unwrap_or_default();
        let above = of_page[word].get(&0).copied().unwrap_or_default() * ABOVE;
        own.max(above)
    };
    let score = |passage: u8| {
        let sum = |word: usize| rarities[word] * weight(word, passage);
        let own = |word: &usize| of_page[*word].contains_key(&passage);
        let owned: f64 = (0..words.len()).filter(own).map(|word| rarities[word]).sum();
        (0..words.len()).map(sum).sum::<f64>() * (ALONE + (1.0 - ALONE) * owned / whole)
    };
    let mut passages: Vec<u8> =
        of_page.iter().flat_map(|of_word| of_word.keys().copied()).collect();
    passages.sort_unstable();
    passages.dedup();
    let mut scored: Vec<(f64, u8)> = passages.into_iter().map(|at| (score(at), at)).collect();
    scored.sort_by_key(|(score, passage)| (Reverse(rounded(*score)), *passage));
    let best = scored.first().map_or(0.0, |(score, _)| *score);
    // A page on which more passages match is more likely to be about the query.
    let more: f64 = scored.iter().skip(1).take(4).map(|(score, _)| score).sum();
    let share = share(words, rarities, whole, page);
    let best_passage = scored.first().map_or(0, |(_, passage)| *passage);
    RankedPage {
        page,
        score: (best + (0.1 * more).min(0.15 * best)) * share * share,
        is_partial: false,
        weights: (0..words.len())
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
