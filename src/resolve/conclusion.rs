//! Checks the number of sentences in a conclusion, which readers should take in at a glance.

use crate::{
    diag::{Code, Diagnostic},
    model::Page,
};

/// The most sentences of a conclusion.
const MOST: usize = 3;

/// Returns the problem of a conclusion that has more sentences.
pub fn check(page: &Page) -> Option<Diagnostic> {
    let conclusion = page.front().words.iter().find(|key| &*key.name == "conclusion")?;
    let count = sentences(&conclusion.text);
    let long = || Diagnostic::new(Code::LongConclusion, conclusion.span);
    (count > MOST).then(|| long().arg("found", count.to_string()).arg("most", MOST.to_string()))
}

/// Returns the number of sentences of `text`, in either language.
fn sentences(text: &str) -> usize {
    let words: Vec<&str> = text.split_whitespace().collect();
    let ends = words.iter().enumerate().filter(|(at, word)| {
        let next = words.get(at + 1);
        next.is_none() || (ends_sentence(word) && next.is_some_and(|next| begins_sentence(next)))
    });
    ends.count()
}

/// Returns whether a sentence may end with `word`: a mark stands at its end, possibly before
/// closing quotes, and it is no abbreviation.
fn ends_sentence(word: &str) -> bool {
    const ABBREVIATIONS: [&str; 9] =
        ["e.g.", "i.e.", "vs.", "cf.", "no.", "art.", "mr.", "ms.", "dr."];
    let bare = word.trim_end_matches([')', ']', '”', '’', '"', '\'', '」', '』']);
    let is_initial = |word: &str| {
        let mut letters = word.chars();
        letters.next().is_some_and(|c| c.is_ascii_uppercase()) && letters.as_str() == "."
    };
    // After its quotation, the sentence “‘왜요?’ 하고 묻습니다” goes on.
    let quotes = bare.len() < word.len() && word.ends_with(['’', '\'', '”', '"']);
    let goes_on = quotes && !bare.ends_with('.');
    let opened = bare.trim_start_matches(['(', '[', '“', '‘', '"', '\'']);
    let abbreviated = ABBREVIATIONS.contains(&&*opened.to_lowercase()) || is_initial(opened);
    bare.ends_with(['.', '?', '!', '。', '…']) && !abbreviated && !goes_on
}

/// Returns whether a sentence may begin with `word`; English ones begin with no small letter.
fn begins_sentence(word: &str) -> bool {
    let bare = word.trim_start_matches(['(', '[', '“', '‘', '"', '\'', '「', '『']);
    !bare.starts_with(|c: char| c.is_ascii_lowercase())
}

#[cfg(test)]
mod tests {
    use super::sentences;

    #[test]
    fn sentences_of_both_languages_are_counted() {
        for (text, count) in [
            ("One. Two? Three!", 3),
            ("A draft, e.g. of a reply, costs 2.5 minutes. “Nobody reads it.” Why?", 3),
            ("It rests on Art. 50 of the Act; see no. 3. Ask J. Kim", 2),
            ("읽습니다. 서술어부터 봅니다. '왜요?' 하고 묻습니다.", 3),
            ("v2.7.0을 씁니다. 3.5점입니다.", 2),
            ("끝에 마침표가 없음", 1),
            ("", 0),
        ] {
            assert_eq!(sentences(text), count, "{text}");
        }
    }
}
