//! Passages in another language than their page: paragraphs and items that a translator has passed over.
//! Quotations, and what is marked with `lang`, may be in any language.

use std::ops::Range;

use memchr::memmem;
use pulldown_cmark::{Event, Tag, TagEnd};

use crate::{
    markdown::{RawForm, is_inline, raw_tags},
    model::{Lang, LetterCounts},
};

/// Watches the blocks of one body.
pub struct PassageWatcher {
    lang: Lang,
    /// The text of the open block, as long as it may be in the other language.
    text: String,
    letters: LetterCounts,
    place: Option<Range<usize>>,
    /// The number of open quotations.
    quotations: u32,
    /// The names of the open elements, from the first one with `lang` on.
    marked: Vec<String>,
}

/// A block that is in the other language.
pub struct ForeignBlock {
    pub place: Range<usize>,
    pub words: u32,
}

impl PassageWatcher {
    /// Returns a watcher for a page in `lang`.
    pub fn new(lang: Lang) -> PassageWatcher {
        PassageWatcher {
            lang,
            text: String::new(),
            letters: LetterCounts::default(),
            place: None,
            quotations: 0,
            marked: Vec::new(),
        }
    }

    /// Handles the next event; returns the block that it ends, if that is in the other language.
    pub fn event(&mut self, event: &Event) -> Option<ForeignBlock> {
        match event {
            Event::Start(Tag::BlockQuote(None)) => self.quotations += 1,
            Event::End(TagEnd::BlockQuote(None)) => {
                let block = self.end_block();
                self.quotations = self.quotations.saturating_sub(1);
                return block;
            }
            Event::Html(html) | Event::InlineHtml(html) => self.html(html),
            _ => {}
        }
        (!is_inline(event)).then(|| self.end_block())?
    }

    /// Adds a text of the open block at `range`, with its letters.
    pub fn text(&mut self, text: &str, letters: LetterCounts, range: &Range<usize>) {
        if self.quotations > 0 || !self.marked.is_empty() {
            return;
        }
        self.letters.hangul += letters.hangul;
        self.letters.latin += letters.latin;
        self.letters.common_words += letters.common_words;
        let start = self.place.as_ref().map_or(range.start, |place| place.start);
        self.place = Some(start..range.end);
        let is_own = match self.lang {
            Lang::Ko => self.letters.hangul > 0,
            Lang::En => self.letters.hangul == 0,
        };
        if !is_own {
            self.text.push_str(text);
            self.text.push(' ');
        }
    }

    fn end_block(&mut self) -> Option<ForeignBlock> {
        let (letters, place) = (std::mem::take(&mut self.letters), self.place.take());
        let is_foreign = letters.is_foreign_to(self.lang)
            && match self.lang {
                Lang::Ko => has_english_sentences(&self.text),
                Lang::En => has_korean_sentences(&self.text),
            };
        let words = self.text.split_whitespace().count() as u32;
        self.text.clear();
        Some(ForeignBlock { place: place?, words }).filter(|_| is_foreign)
    }

    fn html(&mut self, html: &str) {
        if self.marked.is_empty() && memmem::find(html.as_bytes(), b"lang").is_none() {
            return;
        }
        for tag in raw_tags(html) {
            match &tag.form {
                RawForm::Start { attributes, ends: false } => {
                    let has_lang = attributes.iter().any(|attribute| attribute.name == "lang");
                    if has_lang || self.marked.first() == Some(&tag.name) {
                        self.marked.push(tag.name);
                    }
                }
                RawForm::End if self.marked.last() == Some(&tag.name) => _ = self.marked.pop(),
                _ => {}
            }
        }
    }
}

/// A sentence has at least this many words that are no names.
const WORDS_OF_SENTENCE: usize = 4;

/// A single sentence that is longer than this is no title of a book.
const WORDS_OF_LONG_SENTENCE: usize = 12;

/// Returns whether `text` has several sentences or a long one. Titles, addresses and references to
/// literature have numbers, or few words that begin with a small letter.
fn has_english_sentences(text: &str) -> bool {
    let common = |sentence: &str| {
        let words = sentence.split_whitespace();
        words.filter(|word| word.starts_with(|c: char| c.is_ascii_lowercase())).count()
    };
    let sentences = text.split_inclusive(". ").flat_map(|part| part.split_inclusive(['?', '!']));
    let counts: Vec<usize> = sentences
        .filter(|sentence| !sentence.contains(|c: char| c.is_ascii_digit()))
        .map(common)
        .filter(|count| *count >= WORDS_OF_SENTENCE)
        .collect();
    counts.len() > 1 || counts.iter().any(|count| *count >= WORDS_OF_LONG_SENTENCE)
}

/// Returns whether `text` has several Korean sentences or a long one.
fn has_korean_sentences(text: &str) -> bool {
    let ends = |word: &&str| {
        word.trim_end_matches(['.', '?', '!', '”', '"', ')']).ends_with(['다', '요', '오', '까'])
    };
    let words = text.split_whitespace();
    words.clone().filter(ends).count() > 1 || words.count() >= WORDS_OF_LONG_SENTENCE
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sentences_are_told_from_names_and_titles() {
        for text in [
            "Ask who decides before anything is bought. It takes a day at most.",
            "ask who decides before anything is bought and write it down for everyone who reads it",
            "Is it worth the money? Ask those who will use it!",
        ] {
            assert!(has_english_sentences(text), "{text}");
        }
        for text in [
            "Kim, J. and Lee, S. (2020). On the cost of things that last: a study of schools. Journal of Things, 12(3).",
            "123 Main Street, Springfield, IL 62704, United States of America",
            "The Lord of the Rings: The Return of the King",
            "Ask who decides first.",
        ] {
            assert!(!has_english_sentences(text), "{text}");
        }
        assert!(has_korean_sentences("누가 정하는지 묻습니다. 그리고 적어 둡니다."));
        assert!(!has_korean_sentences("서울특별시 종로구 세종대로 175 (세종로)"));
    }
}
