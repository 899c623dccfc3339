//! Hangul by arithmetic (The Unicode Standard, 3.12): initials, keystrokes, and what the two
//! layouts of a keyboard make of each other's text.

use super::rules::RULES;

const INITIALS: &str = "ㄱㄲㄴㄷㄸㄹㅁㅂㅃㅅㅆㅇㅈㅉㅊㅋㅌㅍㅎ";
const VOWELS: &str = "ㅏㅐㅑㅒㅓㅔㅕㅖㅗㅘㅙㅚㅛㅜㅝㅞㅟㅠㅡㅢㅣ";
const FINALS: &str = "ㄱㄲㄳㄴㄵㄶㄷㄹㄺㄻㄼㄽㄾㄿㅀㅁㅂㅄㅅㅆㅇㅈㅊㅋㅌㅍㅎ";

/// The jamo of a syllable: initial, vowel, final.
pub struct Jamo {
    pub initial: char,
    pub vowel: char,
    pub last: Option<char>,
}

pub const fn is_syllable(c: char) -> bool {
    matches!(c, '가'..='힣')
}

/// Returns whether `c` is a letter by itself: `ㅎ`, `ㅏ`.
pub const fn is_jamo(c: char) -> bool {
    matches!(c, 'ㄱ'..='ㅣ')
}

pub const fn is_hangul(c: char) -> bool {
    is_syllable(c) || is_jamo(c)
}

pub const fn is_consonant(c: char) -> bool {
    matches!(c, 'ㄱ'..='ㅎ')
}

fn nth(letters: &str, at: u32) -> char {
    // Every jamo takes three bytes.
    letters.get(at as usize * 3..).and_then(|rest| rest.chars().next()).unwrap_or(' ')
}

fn index(letters: &str, c: char) -> Option<u32> {
    letters.chars().position(|other| other == c).map(|at| at as u32)
}

/// Takes a syllable apart.
pub fn jamo(c: char) -> Option<Jamo> {
    if !is_syllable(c) {
        return None;
    }
    let at = u32::from(c) - u32::from('가');
    let last = at % 28;
    Some(Jamo {
        initial: nth(INITIALS, at / 588),
        vowel: nth(VOWELS, at / 28 % 21),
        last: (last > 0).then(|| nth(FINALS, last - 1)),
    })
}

/// Puts a syllable together.
pub fn syllable(initial: char, vowel: char, last: Option<char>) -> Option<char> {
    let initial = index(INITIALS, initial)?;
    let vowel = index(VOWELS, vowel)?;
    let last = match last {
        Some(last) => index(FINALS, last)? + 1,
        None => 0,
    };
    char::from_u32(u32::from('가') + (initial * 21 + vowel) * 28 + last)
}

/// Appends the initial of each syllable; other letters stay.
pub fn initials(word: &str) -> String {
    word.chars().map(|c| jamo(c).map_or(c, |jamo| jamo.initial)).collect()
}

/// Returns the strokes of `word` by which beginnings are compared: its keystrokes, with ㅕ as
/// the two vowels that it is contracted from, so that 알려 begins with 알리.
pub fn strokes(word: &str) -> String {
    keystrokes(word).replace('ㅕ', "ㅣㅓ")
}

/// Returns the keystrokes of `word` on a two-set layout, as jamo. While 코드 is typed it is 콛 for
/// a moment, and the strokes of 콛 are the first three strokes of 코드.
fn keystrokes(word: &str) -> String {
    let mut all = String::with_capacity(word.len() * 3);
    for c in word.chars() {
        match jamo(c) {
            Some(Jamo { initial, vowel, last }) => {
                all.push(initial);
                push_strokes(&mut all, vowel);
                last.into_iter().for_each(|last| push_strokes(&mut all, last));
            }
            None => push_strokes(&mut all, c),
        }
    }
    all
}

fn push_strokes(all: &mut String, c: char) {
    match RULES.strokes.get(&c) {
        Some(parts) => all.extend(parts),
        None => all.push(c),
    }
}

/// How a word ends, for the choice of a particle.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum LastSound {
    /// With a vowel, as 회사.
    Open,
    /// With ㄹ, as 서울: 로 follows it as it follows an open syllable.
    Rieul,
    /// With another consonant, as 규정.
    Closed,
}

pub fn ending(word: &str) -> LastSound {
    match word.chars().next_back().and_then(jamo).and_then(|jamo| jamo.last) {
        None => LastSound::Open,
        Some('ㄹ') => LastSound::Rieul,
        Some(_) => LastSound::Closed,
    }
}

/// Returns what the keys of `latin` type on a Korean layout, where that is whole syllables:
/// `ghksqnf` is 환불.
pub fn typed_as_hangul(latin: &str) -> Option<String> {
    let lower = latin.chars().any(|c| c.is_ascii_lowercase());
    let key = |c: char| {
        let c = if lower { c } else { c.to_ascii_lowercase() };
        RULES.keys.get(&c).or_else(|| RULES.keys.get(&c.to_ascii_lowercase())).copied()
    };
    let jamo: Option<Vec<char>> = latin.chars().map(key).collect();
    let composed = compose(&jamo?);
    composed.chars().all(is_syllable).then_some(composed)
}

/// Returns the keys that type `hangul`: `ㄱㄷ려ㅜㅇ` is `refund`.
pub fn typed_as_latin(hangul: &str) -> String {
    let strokes = keystrokes(hangul);
    strokes.chars().map(|c| RULES.key_of.get(&c).copied().unwrap_or(c)).collect()
}

/// Puts jamo together as an input method does.
fn compose(jamo: &[char]) -> String {
    let mut composed = String::new();
    let mut at = 0;
    while at < jamo.len() {
        let (vowel, after) = vowel_at(jamo, at + 1);
        let (true, Some(vowel)) = (is_consonant(jamo[at]), vowel) else {
            composed.push(jamo[at]);
            at += 1;
            continue;
        };
        let (last, end) = final_at(jamo, after);
        match syllable(jamo[at], vowel, last) {
            Some(whole) => composed.push(whole),
            None => composed.extend(&jamo[at..end]),
        }
        at = end;
    }
    composed
}

/// Returns the vowel at `at`, of two strokes where these form one, and the offset behind it.
fn vowel_at(jamo: &[char], at: usize) -> (Option<char>, usize) {
    let Some(first) = jamo.get(at).filter(|c| !is_consonant(**c)) else { return (None, at) };
    match jamo.get(at + 1).and_then(|second| joined(*first, *second)) {
        Some(both) => (Some(both), at + 2),
        None => (Some(*first), at + 1),
    }
}

/// Returns the final at `at` (a consonant that no vowel follows) and the offset behind it.
fn final_at(jamo: &[char], at: usize) -> (Option<char>, usize) {
    let ends = |at: usize| {
        let c = jamo.get(at).copied().filter(|c| FINALS.contains(*c))?;
        jamo.get(at + 1).is_none_or(|next| is_consonant(*next)).then_some(c)
    };
    let Some(first) = ends(at) else { return (None, at) };
    match ends(at + 1).and_then(|second| joined(first, second)) {
        Some(both) => (Some(both), at + 2),
        None => (Some(first), at + 1),
    }
}

fn joined(first: char, second: char) -> Option<char> {
    RULES.strokes.iter().find(|(_, parts)| **parts == [first, second]).map(|(whole, _)| *whole)
}
