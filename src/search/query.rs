//! The lookups that a word of a query leads to, in the order in which they are tried.

use super::{analysis, analysis::QueryWord, hangul, korean, rules::RULES};

/// Keys to look for, and how much they are worth.
#[derive(Clone, Debug, PartialEq)]
pub enum Lookup {
    /// This key.
    Exact(String),
    /// Keys that begin like this, by strokes or letters.
    Beginning(String),
    /// The forms of the verb with this stem, a syllable.
    Verb(String),
    /// Keys whose syllables have these initials.
    Initials(String),
    /// All of these keys on one page.
    Together(Vec<String>),
    /// Words that differ from this one by one letter.
    Misspelt(String),
}

/// A lookup with its worth from 0 to 1.
pub type Worth = (Lookup, f64);

/// Returns the lookups to try first: those of the word itself.
pub fn lookups(word: &QueryWord) -> Vec<Worth> {
    if is_initials(&word.raw) {
        return vec![(Lookup::Initials(word.raw.clone()), 0.9)];
    }
    let is_form = !is_hangul(&word.raw) && analysis::is_far_from(&word.raw, &word.key);
    let mut all = vec![(Lookup::Exact(word.key.clone()), if is_form { 0.7 } else { 1.0 })];
    let is_korean = is_hangul(&word.raw) && word.raw.chars().all(hangul::is_syllable);
    if is_form || is_korean && word.raw != word.key {
        all.push((Lookup::Exact(word.raw.clone()), 1.0));
    }
    let short = Some(&word.raw).filter(|raw| matches!(raw.chars().count(), 2..=3));
    let short = short.filter(|raw| raw.chars().all(hangul::is_syllable));
    if let Some(noun) = short.and_then(|raw| korean::short_noun(raw)) {
        all.push((Lookup::Exact(noun.to_owned()), 0.9));
    }
    if can_begin(&word.key) {
        all.push((Lookup::Beginning(word.key.clone()), 0.6));
    }
    if word.parts.len() > 1 {
        all.push((Lookup::Together(word.parts.clone()), 0.9));
    }
    let ends = |part: String| match part.chars().all(hangul::is_syllable) {
        true => korean::stem(&part).into_owned(),
        false => part,
    };
    let splits = splits(&word.key, 1).map(|parts| parts.into_iter().map(ends).collect());
    all.extend(splits.map(|parts| (Lookup::Together(parts), 0.8)));
    all
}

/// The worth of a word that only begins like the one that was looked for.
pub const GUESS: f64 = 0.5;

/// Returns the lookups to try, one after the other, where those of [`lookups`] find nothing:
/// words that begin like it, and its parts.
pub fn fallback_lookups(word: &QueryWord) -> Vec<Worth> {
    if !is_hangul(&word.raw) {
        // The other part of the word is a stop word.
        if let [part] = &word.parts[..] {
            return vec![(Lookup::Together(vec![part.clone()]), 0.7)];
        }
        let beginning = word.raw.len() >= 3 && word.raw != word.key;
        let beginning = beginning.then(|| (Lookup::Beginning(word.raw.clone()), 0.6));
        let parts = latin_splits(&word.raw).map(|parts| (Lookup::Together(parts), 0.7));
        return beginning.into_iter().chain(parts).collect();
    }
    if is_initials(&word.raw) {
        return splits(&word.raw, 2).map(|parts| (Lookup::Together(parts), 0.6)).collect();
    }
    let strokes = hangul::strokes(&word.raw);
    let mut all = Vec::new();
    if let Some(stem) = verb_stem(&word.raw) {
        all.push((Lookup::Verb(stem.to_owned()), 0.8));
    }
    if word.raw.chars().count() == 1 && word.raw != strokes {
        all.push((Lookup::Beginning(word.raw.clone()), 0.5));
    }
    for shorter in shorter(&word.raw) {
        let rest = strokes.strip_prefix(&hangul::strokes(&shorter)).unwrap_or_default();
        let worth = if may_follow(rest) { 0.9 } else { GUESS };
        all.push((Lookup::Exact(shorter.clone()), worth));
        all.push((Lookup::Beginning(shorter), worth * 0.6));
    }
    all
}

/// Returns the first syllable of a word, if the rest is an ending.
fn verb_stem(word: &str) -> Option<&str> {
    let (at, _) = word.char_indices().nth(1)?;
    let (stem, ending) = word.split_at(at);
    let is_ending =
        RULES.tails.contains(ending) || RULES.endings.iter().any(|known| known == ending);
    is_ending.then_some(stem)
}

/// Returns the word that the same keys type in the other keyboard layout.
pub fn other_layout(word: &QueryWord) -> Option<QueryWord> {
    let typed = match is_hangul(&word.raw) {
        true => Some(hangul::typed_as_latin(&word.raw)),
        false => hangul::typed_as_hangul(&word.raw),
    }?;
    let mut words = analysis::query_words(&typed);
    let word = words.pop()?;
    (words.is_empty() && word.raw.chars().count() >= 2).then_some(word)
}

/// Returns the lookup of words that differ from `word` by one letter.
pub fn misspelt(word: &QueryWord) -> Option<Worth> {
    let is_word = word.raw.bytes().all(|b| b.is_ascii_lowercase()) && word.raw.len() >= 5;
    is_word.then(|| (Lookup::Misspelt(word.raw.clone()), 0.7))
}

/// Returns whether `word` is written as the initials of its syllables: `ㅎㅂ`.
fn is_initials(word: &str) -> bool {
    word.chars().all(hangul::is_consonant) && word.chars().nth(1).is_some()
}

/// Returns whether a word is the first letter of a syllable, as while it is typed: `ㅎ`.
pub fn is_begun(word: &QueryWord) -> bool {
    let mut chars = word.raw.chars();
    chars.next().is_some_and(hangul::is_jamo) && chars.next().is_none()
}

pub fn is_hangul(word: &str) -> bool {
    word.starts_with(hangul::is_hangul)
}

/// Returns whether a word is long enough to look for words that begin like it.
fn can_begin(key: &str) -> bool {
    match is_hangul(key) {
        true => key.chars().nth(1).is_some(),
        false => key.len() >= 3 || key.contains('.'),
    }
}

/// Cuts a compound in two at every place that leaves `least` syllables or more before it, and two
/// or more after it.
fn splits(key: &str, least: usize) -> impl Iterator<Item = Vec<String>> {
    let starts: Vec<usize> = key.char_indices().map(|(at, _)| at).collect();
    let count = if is_hangul(key) { starts.len() } else { 0 };
    let cuts = (least..count.saturating_sub(1)).map(move |at| starts[at]);
    cuts.map(|at| [&key[..at], &key[at..]].map(str::to_owned).into())
}

/// Cuts a word in two at every place that leaves three letters or more on both sides:
/// `helpdesk`.
fn latin_splits(word: &str) -> impl Iterator<Item = Vec<String>> {
    let cuts = if word.is_ascii() { 3..word.len().saturating_sub(2) } else { 0..0 };
    cuts.map(|at| [&word[..at], &word[at..]].map(analysis::stem).into())
}

/// Returns the beginnings of a word, the longest first. They get shorter by one stroke within
/// the last syllable, then by syllables, down to two syllables.
fn shorter(word: &str) -> Vec<String> {
    let whole: String = word.chars().take_while(|c| hangul::is_syllable(*c)).collect();
    let mut all = Vec::new();
    let mut chars: Vec<char> = whole.chars().collect();
    if whole != word && chars.len() >= 2 {
        all.push(whole.clone());
    }
    while chars.len() >= 2 {
        let last = chars.pop().and_then(hangul::jamo);
        for open in last.into_iter().flat_map(opened).filter(|_| !chars.is_empty()) {
            all.push(chars.iter().copied().chain([open]).collect());
        }
        if chars.len() >= 2 {
            all.push(chars.iter().collect());
        }
    }
    all
}

/// Returns the syllable without its final, also with the vowel that it had before it was
/// contracted with an ending.
fn opened(jamo: hangul::Jamo) -> impl Iterator<Item = char> {
    let vowel = jamo.last.is_some().then_some(jamo.vowel);
    let before = RULES.contracted.get(&jamo.vowel).copied();
    let vowels = vowel.into_iter().chain(before);
    vowels.filter_map(move |vowel| hangul::syllable(jamo.initial, vowel, None))
}

/// Returns whether a particle or an ending may begin with `strokes`.
fn may_follow(strokes: &str) -> bool {
    let words = RULES.particles.iter().flatten().chain(&RULES.tails).chain(&RULES.light);
    let ends = words.map(String::as_str).any(|word| {
        let all = hangul::strokes(word);
        all.starts_with(strokes)
            || korean::can_follow_foreign_word(word) && strokes.starts_with(&all)
    });
    strokes.is_empty() || ends
}
