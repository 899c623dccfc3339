//! The marks by which word processors, messengers and people begin the items of lists, where Markdown
//! knows none: `•`, `✔️`, `①`, `가.`, `II.`, `1-1.`, `1단계`.

use crate::unicode::{is_alphabetic, is_alphanumeric, is_joiner};

/// Signs that word processors use for lists and for nothing else; the last ones are those of
/// their symbol fonts.
const BULLETS: &str = "•‣◦⁃∙·・ㆍ‧⦁￭\u{f0b7}\u{f0a7}\u{f0d8}\u{f0fc}\u{f06c}\u{f06e}";

/// Signs beside pictures that mark list items, but may also stand alone before a line.
const SIGNS: &str = "＊∘–—―－‐−※ㅇ*-+";

/// The marks that begin points of an outline; no sentence goes on with one of them.
pub const POINTS: &str = "□■○●◎◆◇▪▫▣❍※ㅇ";

/// The mark at the beginning of a line of a pasted list.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct ItemMark {
    pub kind: MarkKind,
    /// The length in bytes.
    pub length: usize,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum MarkKind {
    Bullet,
    Sign(char),
    Ordinal(Ordinal),
}

/// A place in a series.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Ordinal {
    series: OrdinalSeries,
    number: u32,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum OrdinalSeries {
    /// `①`
    Circled,
    /// `가.`
    Syllable,
    /// `ㄱ.`
    Consonant,
    /// `1.`
    Number,
    /// `(1)`
    Bracketed,
    /// `a)`
    Letter,
    /// `II.`
    Roman,
    /// `1.2.`, `3-1)`: the last part counts.
    Outline,
    /// `제1조`, `2단계`, `Step 3`.
    Named,
}

impl ItemMark {
    /// Returns `text`, which begins with the mark, as an item of a list.
    pub fn fixed(&self, text: &str) -> String {
        let rest = text[self.length..].trim_start();
        match self.kind {
            MarkKind::Bullet | MarkKind::Sign(_) => ["- ", rest].concat(),
            MarkKind::Ordinal(ordinal) if ordinal.is_worded() => ["- ", text].concat(),
            MarkKind::Ordinal(_) => ["1. ", rest].concat(),
        }
    }
}

impl Ordinal {
    /// Returns whether `next` is the number after this one in the same series.
    pub fn precedes(self, next: Ordinal) -> bool {
        // A lone `i` is a letter too.
        let is_first_roman = self.series == OrdinalSeries::Letter && self.number == 8;
        match next {
            Ordinal { series: OrdinalSeries::Roman, number: 1 } if is_first_roman => true,
            Ordinal { series, number } => series == self.series && number == self.number + 1,
        }
    }

    /// Returns whether the number must stay when the line becomes an item.
    pub fn is_worded(self) -> bool {
        matches!(self.series, OrdinalSeries::Outline | OrdinalSeries::Named)
    }
}

/// Returns the mark at the beginning of `text`.
pub fn item_mark(text: &str) -> Option<ItemMark> {
    let first = text.chars().next()?;
    let length = sign_length(text);
    let rest = &text[length..];
    let has_words =
        rest.trim_start().starts_with(|c: char| is_alphanumeric(c) || "“\"'(*[\u{1}".contains(c));
    let sign = |kind| Some(ItemMark { kind, length });
    if !has_words {
        return ordinal(text);
    }
    if BULLETS.contains(first) && rest.starts_with([' ', '\t', '\u{a0}']) {
        return sign(MarkKind::Bullet);
    }
    // Marks of Markdown without the space after them, or with a full-width one.
    if matches!(first, '-' | '*' | '+') {
        let is_tight = rest.starts_with(|c: char| match first {
            '-' => is_alphabetic(c),
            _ => matches!(c, '가'..='힣'),
        });
        let kind =
            if rest.starts_with('\u{3000}') { MarkKind::Bullet } else { MarkKind::Sign(first) };
        return sign(kind).filter(|mark| is_tight || mark.kind == MarkKind::Bullet);
    }
    let is_sign = SIGNS.contains(first) || BULLETS.contains(first) || length > first.len_utf8();
    let is_sign = is_sign || is_picture(first) && circled(first).is_none();
    if is_sign { sign(MarkKind::Sign(first)) } else { ordinal(text) }
}

/// Returns the length of the sign at the beginning of `text`: of a picture with all that belongs to
/// it (`✔️`, `1️⃣`), else of one character.
fn sign_length(text: &str) -> usize {
    let Some(first) = text.chars().next() else { return 0 };
    let is_key = text[first.len_utf8()..].trim_start_matches(is_joiner).starts_with(KEY);
    let is_part = |c: char| is_picture(c) || is_joiner(c) || c == KEY;
    match is_key || is_picture(first) {
        true => text.len() - text[first.len_utf8()..].trim_start_matches(is_part).len(),
        false => first.len_utf8(),
    }
}

/// Makes a key of the digit before it: `1️⃣`.
const KEY: char = '\u{20e3}';

/// Returns whether a character is an emoji, an arrow, or another sign that is a picture.
fn is_picture(c: char) -> bool {
    matches!(c, '\u{2190}'..='\u{21ff}' | '\u{2300}'..='\u{23ff}' | '\u{25a0}'..='\u{27bf}'
        | '\u{2900}'..='\u{297f}' | '\u{2b00}'..='\u{2bff}' | '\u{1f000}'..='\u{1faff}')
}

fn ordinal(text: &str) -> Option<ItemMark> {
    let first = text.chars().next()?;
    if let Some(number) = circled(first) {
        return Some(of_series(OrdinalSeries::Circled, number, first.len_utf8()));
    }
    short_ordinal(text).or_else(|| outline(text)).or_else(|| named(text))
}

fn of_series(series: OrdinalSeries, number: u32, length: usize) -> ItemMark {
    ItemMark { kind: MarkKind::Ordinal(Ordinal { series, number }), length }
}

/// Reads `가.`, `(1)`, `[1]`, `a)`, `II.`, `1.` without its space.
fn short_ordinal(text: &str) -> Option<ItemMark> {
    let length = mark_length(text);
    let (mark, rest) = (&text[..length], &text[length..]);
    let inner = mark.trim_matches(['(', ')', '.', '（', '）', '．', '[', ']', '<', '>']);
    let (series, number) = place_in_series(inner)?;
    // Full-width signs bring their own space.
    let spaced = rest.starts_with([' ', '\t', '\u{3000}']) || mark.ends_with(['．', '）']);
    let of = |series| of_series(series, number, length);
    match (mark.chars().next()?, series) {
        ('(' | '（', _) | ('[' | '<', OrdinalSeries::Number) => Some(of(OrdinalSeries::Bracketed)),
        ('[' | '<', _) => None,
        // With a space it is a Markdown list, or a line that Markdown leaves in the paragraph.
        (_, OrdinalSeries::Number) => {
            (rest.starts_with(is_alphabetic) || spaced).then(|| of(series))
        }
        _ => spaced.then(|| of(series)),
    }
}

/// Returns the length of `가.`, `(1)` or `a)` at the start of `text`.
fn mark_length(text: &str) -> usize {
    const BRACKETS: [(char, char); 4] = [('(', ')'), ('（', '）'), ('[', ']'), ('<', '>')];
    let bracket = BRACKETS.into_iter().find(|(open, _)| text.starts_with(*open));
    let open = bracket.map_or(0, |(open, _)| open.len_utf8());
    let inner = text[open..].find(|c: char| !is_alphanumeric(c)).unwrap_or(0);
    let ends = |sign: &char| match bracket {
        Some(('(' | '（', _)) => matches!(sign, ')' | '）'),
        Some((_, close)) => *sign == close,
        None => matches!(sign, '.' | ')' | '．' | '）'),
    };
    let sign = text[open + inner..].chars().next().filter(ends);
    sign.filter(|_| inner > 0).map_or(0, |sign| open + inner + sign.len_utf8())
}

/// Reads `1.2 `, `1.2. ` and `3-1) `, before a word.
fn outline(text: &str) -> Option<ItemMark> {
    let (mark, rest) = text.split_once([' ', '\t'])?;
    let parts: Vec<&str> = mark.trim_end_matches(['.', ')']).split(['.', '-']).collect();
    let is_short =
        |part: &&str| matches!(part.len(), 1 | 2) && part.bytes().all(|b| b.is_ascii_digit());
    let is_outline = matches!(parts.len(), 2..=4) && parts.iter().all(is_short);
    let number = parts.last()?.parse().ok()?;
    let has_words = rest.trim_start().starts_with(is_alphabetic);
    (is_outline && has_words).then(|| of_series(OrdinalSeries::Outline, number, mark.len()))
}

/// Reads `제1조 `, `2단계: `, `Step 3. `.
fn named(text: &str) -> Option<ItemMark> {
    const UNITS: [&str; 9] = ["조", "장", "절", "항", "호", "단계", "주차", "일차", "차시"];
    let english = text.strip_prefix("Step ").or(text.strip_prefix("STEP "));
    let inside = english.or(text.strip_prefix('제')).unwrap_or(text);
    let digits = inside.bytes().take_while(u8::is_ascii_digit).count();
    let (number, after) = (inside[..digits].parse().ok()?, &inside[digits..]);
    let rest = match english {
        Some(_) => after,
        None => UNITS.iter().find_map(|unit| after.strip_prefix(unit))?,
    };
    let ends = digits < 3 && rest.starts_with([' ', '.', ':', ')', '(', ',', '\t']);
    ends.then(|| of_series(OrdinalSeries::Named, number, text.len() - rest.len()))
}

fn circled(sign: char) -> Option<u32> {
    const SERIES: [(char, u32); 16] = [
        ('①', 20),
        ('❶', 10),
        ('➀', 10),
        ('➊', 10),
        ('⓵', 10),
        ('⓫', 10),
        ('㉠', 14),
        ('㉮', 14),
        ('ⓐ', 26),
        ('Ⓐ', 26),
        ('⑴', 20),
        ('⒈', 20),
        ('⒜', 26),
        ('㈀', 14),
        ('㈎', 14),
        ('㊀', 10),
    ];
    SERIES
        .into_iter()
        .find_map(|(first, count)| (sign as u32).checked_sub(first as u32).filter(|at| *at < count))
}

fn place_in_series(inner: &str) -> Option<(OrdinalSeries, u32)> {
    if let Ok(number) = inner.parse::<u32>() {
        return (inner.len() <= 2).then_some((OrdinalSeries::Number, number));
    }
    let letter = || letter(inner.chars().next().filter(|only| inner.len() == only.len_utf8())?);
    letter().or_else(|| roman(inner))
}

fn letter(only: char) -> Option<(OrdinalSeries, u32)> {
    let series = [
        (OrdinalSeries::Syllable, "가나다라마바사아자차카타파하"),
        (OrdinalSeries::Consonant, "ㄱㄴㄷㄹㅁㅂㅅㅇㅈㅊㅋㅌㅍㅎ"),
        (OrdinalSeries::Letter, "abcdefghijkl"),
        (OrdinalSeries::Letter, "ABCDEFGHIJKL"),
        (OrdinalSeries::Roman, "ⅠⅡⅢⅣⅤⅥⅦⅧⅨⅩ"),
        (OrdinalSeries::Roman, "ⅰⅱⅲⅳⅴⅵⅶⅷⅸⅹ"),
    ];
    let place = |(series, signs): (OrdinalSeries, &str)| {
        signs.chars().position(|sign| sign == only).map(|at| (series, at as u32))
    };
    series.into_iter().find_map(place)
}

/// Reads `ii` or `IV`.
fn roman(inner: &str) -> Option<(OrdinalSeries, u32)> {
    const NUMBERS: [&str; 10] = ["i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x"];
    let at = NUMBERS.iter().position(|number| number.eq_ignore_ascii_case(inner))?;
    Some((OrdinalSeries::Roman, at as u32))
}
