//! Finds the stem of a Korean word: the word without its particles (규정 of 규정에서); of a
//! predicate, the noun that it is made of (검토 of 검토합니다). It follows rules and has no
//! dictionary. Pages and queries are cut by the same rules, so a linguistically wrong cut does no
//! harm.

use std::borrow::Cow;

use super::{
    hangul::{self, Jamo, LastSound, ending},
    rules::RULES,
};

/// The bytes of a Hangul syllable in UTF-8; words are cut between syllables.
const SYLLABLE: usize = 3;

/// Returns the stem of `word`, which consists of syllables. The stem has at least two of them.
pub fn stem(word: &str) -> Cow<'_, str> {
    // 검토합니다 → 검토, 규정들을 → 규정들.
    let noun = predicate(word).unwrap_or_else(|| {
        let bare = without_particle(word);
        predicate(bare).unwrap_or(bare)
    });
    // 규정들 → 규정.
    let noun = without_plural(noun);
    match noun.len() == word.len() {
        true => uncontracted(word).map_or_else(|| without_ending(word).into(), Cow::from),
        false => noun.into(),
    }
}

/// Returns the stem of a verb whose last syllable was contracted with the ending: 알리 of 알립니다,
/// 알렸다 and 알려야.
fn uncontracted(word: &str) -> Option<String> {
    (2 * SYLLABLE..word.len()).step_by(SYLLABLE).find_map(|at| {
        let (stem, rest) = word.split_at(at);
        let (before, syllable) = stem.split_at(at - SYLLABLE);
        let Jamo { initial, vowel, last } = hangul::jamo(syllable.chars().next()?)?;
        // 었 and 았 are endings themselves.
        if (initial, last) == ('ㅇ', Some('ㅆ')) && matches!(vowel, 'ㅓ' | 'ㅏ') {
            return None;
        }
        let (_, endings) = RULES.fused.iter().find(|(fused, _)| *fused == last)?;
        let contracted = RULES.contracted.get(&vowel).copied();
        let vowel = match last {
            Some('ㅆ') => contracted.unwrap_or(vowel),
            Some(_) => vowel,
            None => contracted?,
        };
        let syllable = hangul::syllable(initial, vowel, None).filter(|_| endings.contains(rest))?;
        Some(format!("{before}{syllable}"))
    })
}

/// Returns whether `tail` may stand right after a word in another script: 는 in `API는`.
pub fn can_follow_foreign_word(tail: &str) -> bool {
    RULES.particles.iter().any(|set| set.contains(tail)) || is_predicate(tail)
}

/// Returns the noun of one syllable before a particle that only nouns take: 법을.
pub fn short_noun(word: &str) -> Option<&str> {
    let (noun, particle) = word.split_at_checked(SYLLABLE)?;
    let open = ending(noun) == LastSound::Open;
    let fits = match particle {
        "을" | "은" | "과" | "으로" => !open,
        "를" | "는" | "와" => open,
        "에" | "에서" | "에는" | "에서는" | "까지" | "부터" => true,
        _ => false,
    };
    fits.then_some(noun)
}

/// Removes the longest particle that fits the syllable before it.
fn without_particle(word: &str) -> &str {
    let shortest = word.len().saturating_sub(RULES.longest * SYLLABLE).max(2 * SYLLABLE);
    let mut cuts = (shortest..word.len()).step_by(SYLLABLE).map(|at| word.split_at(at));
    cuts.find(|(noun, particle)| is_particle_after(noun, particle)).map_or(word, |(noun, _)| noun)
}

fn is_particle_after(noun: &str, particle: &str) -> bool {
    let [any, open, closed] = &RULES.particles;
    if any.contains(particle) {
        return true;
    }
    match ending(noun) {
        LastSound::Open => open.contains(particle),
        LastSound::Closed => closed.contains(particle),
        LastSound::Rieul if particle.starts_with("으로") => false,
        LastSound::Rieul => {
            closed.contains(particle) || particle.starts_with('로') && open.contains(particle)
        }
    }
}

/// Returns the noun of a predicate like 검토합니다.
fn predicate(word: &str) -> Option<&str> {
    let mut cuts = (2 * SYLLABLE..word.len()).step_by(SYLLABLE).map(|at| word.split_at(at));
    cuts.find(|(_, rest)| is_predicate(rest)).map(|(noun, _)| noun)
}

/// Returns whether `rest` is a light verb with its endings.
fn is_predicate(rest: &str) -> bool {
    let after = |light: &String| rest.strip_prefix(light.as_str());
    RULES.light.iter().filter_map(after).any(|tail| tail.is_empty() || RULES.tails.contains(tail))
}

fn without_plural(stem: &str) -> &str {
    let singular = stem.strip_suffix(RULES.plural.as_str());
    singular.filter(|singular| singular.len() >= 2 * SYLLABLE).unwrap_or(stem)
}

fn without_ending(word: &str) -> &str {
    let bare = |ending: &String| word.strip_suffix(ending.as_str());
    let mut stems = RULES.endings.iter().filter_map(bare);
    stems.find(|stem| stem.len() >= 2 * SYLLABLE).unwrap_or(word)
}
