//! Answers queries from the index of both languages.

use super::{
    analysis::{self, QueryWord},
    language_index::{FoundPassage, LanguageIndex, PageText, ReadShard},
    query,
    rank::{RankedPage, rank},
    readable::boundary_before,
    word_hits::{Reading, WordHits},
};
use crate::{
    lang::{Lang, PerLang},
    model::nfc,
};

/// An index that is being searched.
pub struct SearchEngine<'r> {
    languages: PerLang<LanguageIndex<'r>>,
}

/// A page that was found.
#[derive(Clone, Debug)]
pub struct Hit {
    /// The language of the version to read: that of the search, unless only the other exists.
    pub lang: Lang,
    pub kind: String,
    pub label: String,
    /// The address of the page below the site.
    pub url: String,
    pub title: String,
    pub score: f64,
    /// True if no page answers the query: this one only has some of its words.
    pub is_partial: bool,
    /// The best of its passages, the best one first.
    pub passages: Vec<FoundPassage>,
    /// The reasons why it was found, one for each word of the query.
    pub reasons: Vec<Reason>,
}

impl Hit {
    /// Returns the part of the passage's text around the first key that was found, in whole words;
    /// ellipses stand for what is left out.
    pub fn excerpt(&self, passage: &FoundPassage) -> String {
        const BEFORE: usize = 60;
        const AFTER: usize = 220;
        let text = passage.text.as_str();
        let keys = self.reasons.iter().flat_map(|reason| reason.found.split([',', ' ']));
        let places = keys.filter(|key| !key.is_empty()).filter_map(|key| text.find(key));
        let at = places.min().unwrap_or_default();
        let start = match boundary_before(text, at.saturating_sub(BEFORE)) {
            0 => 0,
            inside => text[inside..at].find(' ').map_or(at, |space| inside + space + 1),
        };
        let end = match boundary_before(text, at + AFTER) {
            end if end == text.len() => end,
            inside => text[at..inside].rfind(' ').map_or(inside, |space| at + space),
        };
        let [before, after] = [(start > 0, "… "), (end < text.len(), " …")]
            .map(|(is_cut, sign)| if is_cut { sign } else { "" });
        [before, &text[start..end], after].concat()
    }
}

/// The contribution of a word of the query to the score of a page.
#[derive(Clone, Debug)]
pub struct Reason {
    pub word: String,
    /// The keys that were found, separated by commas.
    pub found: String,
    pub reading: Reading,
    /// The rarity of the word: rare words count more.
    pub rarity: f64,
    pub weight: f64,
}

/// The most words of a query that are looked for.
const MOST_WORDS: usize = 16;
/// The most pages that are returned.
const MOST_HITS: usize = 20;

impl<'r> SearchEngine<'r> {
    /// Returns an engine for the index whose files `read` returns.
    pub fn new(read: ReadShard<'r>) -> SearchEngine<'r> {
        SearchEngine { languages: PerLang::from_fn(|lang| LanguageIndex::new(lang, read)) }
    }

    /// Returns the pages that `query` asks for, the best first.
    pub fn search(&self, lang: Lang, query: &str) -> Vec<Hit> {
        let words = analysis::query_words(&nfc(query)).into_iter().take(MOST_WORDS);
        let found = words.map(|word| (self.word(lang, &word), word));
        // A syllable that was just begun asks for nothing yet.
        let asked = found.filter(|(hits, word)| !hits.is_empty() || !query::is_begun(word));
        let (mut word_hits, words): (Vec<WordHits>, Vec<QueryWord>) = asked.unzip();
        self.languages.get(lang).add_synonyms(&words, &mut word_hits);
        let pages = match self.languages.get(lang).manifest.pages {
            0 => self.languages.get(lang.other()).manifest.pages,
            pages => pages,
        };
        let ranked = rank(&word_hits, pages);
        let hits = ranked.into_iter().take(MOST_HITS);
        hits.filter_map(|ranked| self.hit(lang, &ranked, &words, &word_hits)).collect()
    }

    /// Returns the places of a word, by the first way of looking that finds any.
    fn word(&self, lang: Lang, word: &QueryWord) -> WordHits {
        /// A word in the script of the other language that fewer pages have is looked for in the
        /// other language too.
        const FEW: usize = 3;
        let here = self.languages.get(lang);
        let other = self.languages.get(lang.other());
        let mut hits = here.find(word);
        let foreign = query::is_hangul(&word.raw) != (lang == Lang::Ko);
        if hits.pages() < FEW && foreign {
            hits.add(other.find(word), 0.8);
        }
        let retyped = query::other_layout(word);
        for (index, worth) in [(here, 0.9), (other, 0.7)] {
            let find = || retyped.as_ref().map(|word| index.find(word)).unwrap_or_default();
            hits.add_if_none(Reading::OtherLayout, worth, find);
        }
        for (index, worth) in [(here, 1.0), (other, 0.8)] {
            hits.add_if_none(Reading::Misspelt, worth, || index.misspelt(word));
        }
        if !foreign {
            hits.add_if_none(Reading::OtherLanguage, 0.8, || other.find(word));
        }
        hits
    }

    fn hit(
        &self,
        lang: Lang,
        ranked: &RankedPage,
        words: &[QueryWord],
        word_hits: &[WordHits],
    ) -> Option<Hit> {
        let version = |lang: Lang| {
            let index = self.languages.get(lang);
            let text = |passage: u8| index.text(ranked.page, passage);
            let passages = ranked.passages.iter().filter_map(|passage| text(*passage));
            let passages: Vec<PageText> = passages.collect();
            let texts = if passages.is_empty() { text(0).into_iter().collect() } else { passages };
            Some((lang, texts)).filter(|(_, texts)| !texts.is_empty())
        };
        let (lang, texts) = version(lang).or_else(|| version(lang.other()))?;
        let PageText { kind, label, address, title, .. } = texts[0].clone();
        let reasons = words.iter().zip(word_hits).zip(&ranked.weights);
        let reason =
            |((word, hits), (rarity, weight)): ((&QueryWord, &WordHits), &(f64, f64))| Reason {
                word: word.raw.clone(),
                found: hits.keys.join(", "),
                reading: hits.reading,
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
            is_partial: ranked.is_partial,
            passages: texts.into_iter().map(|text| text.passage).collect(),
            reasons: reasons.map(reason).collect(),
        })
    }
}
