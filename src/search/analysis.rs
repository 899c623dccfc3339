//! Cuts text into words and words into the keys under which they are found. `search-analysis.js`
//! does the same; `tests/fixtures/search/vectors.json` holds both to it.

use rust_stemmers::{Algorithm, Stemmer};

use super::{hangul, korean, rules::RULES};
use crate::unicode::{is_alphanumeric, nfc};

/// A key under which a word is found.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct WordKey {
    pub text: String,
    /// Of a word in Latin letters, the word itself, where the key is its stem.
    pub form: String,
    /// True if the key is only a part of the word: 지원 of 고객지원.
    pub inside: bool,
}

impl WordKey {
    fn whole(text: impl Into<String>) -> WordKey {
        WordKey { text: text.into(), form: String::new(), inside: false }
    }

    fn inside(text: impl Into<String>) -> WordKey {
        WordKey { inside: true, ..WordKey::whole(text) }
    }

    fn word(&self) -> &str {
        if self.form.is_empty() { &self.text } else { &self.form }
    }
}

/// A stretch of text without white space or punctuation, and its offset.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Chunk<'t> {
    pub start: usize,
    pub text: &'t str,
}

/// Returns whether `query` contains Hangul.
pub fn is_korean(query: &str) -> bool {
    nfc(query).contains(hangul::is_hangul)
}

/// The longest word that is indexed, in characters; longer ones are data rather than words.
const LONGEST: usize = 40;

/// Returns the chunks of `text`, which is in normalisation form C.
pub fn chunks(text: &str) -> impl Iterator<Item = Chunk<'_>> {
    let mut rest = 0;
    std::iter::from_fn(move || {
        let start = rest + text[rest..].find(is_alphanumeric)?;
        let end = end_of_chunk(text, start);
        rest = end;
        Some(Chunk { start, text: &text[start..end] })
    })
}

/// Returns whether `c` joins two Latin words: `pre-launch`, `guide.toml`, `1,000`.
const fn is_joint(c: char) -> bool {
    matches!(c, '-' | '_' | '.' | ',' | '\'' | '’' | '/' | '\u{2010}' | '\u{2011}')
}

fn end_of_chunk(text: &str, start: usize) -> usize {
    let plain = plain_length(&text.as_bytes()[start..]);
    let mut before = text[start..start + plain].chars().next_back().unwrap_or(' ');
    let start = start + plain;
    let mut chars = text[start..].char_indices().peekable();
    while let Some((at, c)) = chars.next() {
        let next = chars.peek().map(|(_, next)| *next);
        let joins = is_joint(c)
            && !hangul::is_hangul(before)
            && next.is_some_and(|next| is_alphanumeric(next) && !hangul::is_hangul(next));
        let is_percent = c == '%' && before.is_ascii_digit();
        if !is_alphanumeric(c) && !joins && !is_percent {
            return start + at;
        }
        before = c;
    }
    text.len()
}

/// Returns the length of the ASCII letters and digits and the Hangul syllables at the start of
/// `bytes`. The syllables are those from U+AC00 to U+D77F, which are nearly all: their first two
/// bytes in UTF-8 tell them from all other characters.
fn plain_length(bytes: &[u8]) -> usize {
    let mut at = 0;
    loop {
        at += match bytes[at..] {
            [0xeb | 0xec, ..] | [0xea, 0xb0..=0xff, ..] | [0xed, 0..=0x9d, ..] => 3,
            [byte, ..] if byte.is_ascii_alphanumeric() => 1,
            _ => return at,
        };
    }
}

/// Returns the keys of a chunk, without those of stop words.
pub fn keys(chunk: &str) -> Vec<WordKey> {
    let folded: String = chunk.chars().flat_map(fold).collect();
    let mut keys = Vec::new();
    let mut before = Piece::Nothing;
    for (is_hangul, piece) in pieces(&folded) {
        before = match is_hangul {
            true => hangul_keys(piece, before, &mut keys),
            false => latin_keys(piece, &mut keys),
        };
    }
    keys.retain(is_worth_a_key);
    keys
}

/// Returns whether a key is worth an entry: neither its word nor the word's stem is a stop
/// word.
fn is_worth_a_key(key: &WordKey) -> bool {
    !key.text.is_empty() && !RULES.stop.contains(&key.text) && !RULES.stop.contains(&key.form)
}

/// Returns `c` in lower case, and full-width forms as ASCII.
fn fold(c: char) -> impl Iterator<Item = char> {
    let c = match u32::from(c) {
        wide @ 0xFF01..=0xFF5E => char::from_u32(wide - 0xFEE0).unwrap_or(c),
        _ => c,
    };
    c.to_lowercase()
}

/// Splits a chunk into parts that are Hangul and parts that are not.
fn pieces(chunk: &str) -> impl Iterator<Item = (bool, &str)> {
    let mut rest = chunk;
    std::iter::from_fn(move || {
        let is_hangul = hangul::is_hangul(rest.chars().next()?);
        let end = rest.find(|c| hangul::is_hangul(c) != is_hangul).unwrap_or(rest.len());
        let (piece, after) = rest.split_at(end);
        rest = after;
        Some((is_hangul, piece))
    })
}

/// The piece of a chunk that stands directly before a piece of Hangul.
enum Piece {
    Nothing,
    Latin,
    Number(String),
}

fn hangul_keys(piece: &str, before: Piece, keys: &mut Vec<WordKey>) -> Piece {
    let mut word = piece;
    match before {
        Piece::Number(number) => {
            if let Some(unit) = unit_of(piece) {
                keys.push(WordKey::whole(measure(&number, unit)));
                word = &piece[unit.len()..];
            }
            if word.is_empty() || korean::can_follow_foreign_word(word) {
                return Piece::Nothing;
            }
        }
        Piece::Latin if korean::can_follow_foreign_word(piece) => return Piece::Nothing,
        Piece::Latin | Piece::Nothing => {}
    }
    korean_keys(word, keys);
    Piece::Nothing
}

/// Returns the unit that `word` begins with.
fn unit_of(word: &str) -> Option<&'static str> {
    RULES.units.iter().find(|unit| word.starts_with(unit.as_str())).map(String::as_str)
}

/// Returns the key of a number with its unit: `30분`, `5%`.
pub fn measure(number: &str, unit: &str) -> String {
    [number.trim_end_matches('%'), RULES.same.get(unit).map_or(unit, String::as_str)].concat()
}

/// Returns the key of a measure whose unit stands apart from its number: `30 분`. `next` is the
/// word after the number.
pub fn spaced_measure(number: &str, next: &str) -> Option<String> {
    let is_number = number.starts_with(|c: char| c.is_ascii_digit())
        && number.chars().all(|c| c.is_ascii_digit() || matches!(c, '.' | ','));
    let is_korean = next.chars().all(hangul::is_syllable);
    let bare = if is_korean { korean::stem(next) } else { next.into() };
    let unit = RULES.units.iter().find(|unit| {
        next.strip_prefix(unit.as_str())
            .is_some_and(|tail| tail.is_empty() || korean::can_follow_foreign_word(tail))
    });
    let unit =
        unit.map(String::as_str).or_else(|| RULES.same.contains_key(&*bare).then_some(&*bare));
    is_number.then(|| Some(measure(&number.replace(',', ""), unit?)))?
}

fn korean_keys(word: &str, keys: &mut Vec<WordKey>) {
    let length = word.chars().count();
    if RULES.stop.contains(word) || length > LONGEST {
        return;
    }
    let stem = korean::stem(word);
    if RULES.stop.contains(&*stem) {
        return;
    }
    keys.push(WordKey::whole(&*stem));
    if length > 1 && length <= 3 {
        keys.extend(korean::short_noun(word).map(WordKey::inside));
    }
    parts(&stem, keys);
}

/// Adds the ends of a compound that have two syllables or more.
fn parts(stem: &str, keys: &mut Vec<WordKey>) {
    let starts: Vec<usize> = stem.char_indices().map(|(at, _)| at).collect();
    let first = if starts.len() == 3 { 1 } else { 2 };
    for at in starts.iter().take(starts.len().saturating_sub(1)).skip(first) {
        keys.push(WordKey::inside(&stem[*at..]));
    }
}

fn latin_keys(piece: &str, keys: &mut Vec<WordKey>) -> Piece {
    if let Some(number) = number(piece) {
        if piece.ends_with('%') {
            keys.push(WordKey::inside(number.trim_end_matches('%')));
        }
        keys.push(WordKey::whole(number.clone()));
        return Piece::Number(number);
    }
    let is_clitic =
        |at: usize, part: &str| at > 0 && matches!(part, "s" | "t" | "re" | "ve" | "ll" | "d");
    let all = piece.split(is_joint).filter(|part| !part.is_empty()).enumerate();
    let words: Vec<&str> =
        all.filter(|(at, part)| !is_clitic(*at, part)).map(|(_, part)| part).collect();
    let fits = |word: &str| word.chars().count() <= LONGEST;
    keys.extend(words.iter().filter(|word| fits(word)).flat_map(|word| latin_forms(word)));
    if matches!(words.len(), 2..=4) && fits(&words.concat()) {
        keys.push(latin_key(&words.concat()));
    }
    Piece::Latin
}

/// Reads a number or a version: `1,000` is 1000, `v2.7.0` is 2.7.0.
fn number(piece: &str) -> Option<String> {
    let bare = piece.strip_prefix('v').filter(|rest| rest.contains('.')).unwrap_or(piece);
    let is_number = bare.starts_with(|c: char| c.is_ascii_digit())
        && bare.chars().all(|c| c.is_ascii_digit() || matches!(c, '.' | ',' | '%'));
    is_number.then(|| bare.replace(',', ""))
}

/// Returns whether `stem` is so much shorter than `word` that the word gets a key of its own.
pub fn is_far_from(word: &str, stem: &str) -> bool {
    word.len() >= stem.len() + 4
}

fn latin_forms(word: &str) -> impl Iterator<Item = WordKey> {
    let key = latin_key(word);
    let own = is_far_from(word, &key.text).then(|| WordKey::inside(word));
    std::iter::once(key).chain(own)
}

fn latin_key(word: &str) -> WordKey {
    let stem = stem(word);
    let form = if stem == word { String::new() } else { word.to_owned() };
    WordKey { text: stem, form, inside: false }
}

/// A word of a query: as it was written, and the key that it is looked up by.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct QueryWord {
    pub raw: String,
    pub key: String,
    /// The words that a hyphen or another mark joins in it: `pre`, `launch`.
    pub parts: Vec<String>,
}

/// Returns the words of a query. Stop words are left out, unless there is nothing else.
pub fn query_words(query: &str) -> Vec<QueryWord> {
    let mut all = Vec::new();
    let mut before = "";
    for chunk in chunks(query) {
        match spaced_measure(before, chunk.text) {
            Some(measure) => {
                all.pop();
                all.push(QueryWord::plain(&measure, measure.clone()));
            }
            None => chunk_words(chunk.text, &mut all),
        }
        before = chunk.text;
    }
    all
}

impl QueryWord {
    fn plain(raw: &str, key: String) -> QueryWord {
        QueryWord { raw: raw.to_owned(), key, parts: Vec::new() }
    }
}

fn chunk_words(chunk: &str, all: &mut Vec<QueryWord>) {
    let folded: String = chunk.chars().flat_map(fold).collect();
    let mut keys = Vec::new();
    let mut before = Piece::Nothing;
    for (is_hangul, piece) in pieces(&folded) {
        keys.clear();
        before = match is_hangul {
            true => hangul_keys(piece, before, &mut keys),
            false => latin_keys(piece, &mut keys),
        };
        keys.retain(|key| !key.inside && is_worth_a_key(key));
        match &keys[..] {
            [] => {}
            [key] if is_hangul => {
                // The number that stood before its unit is in the key.
                let measured = key.text.starts_with(|c: char| c.is_ascii_digit());
                if measured {
                    all.pop();
                }
                let raw = if measured { &key.text } else { piece };
                all.push(QueryWord::plain(raw, key.text.clone()));
            }
            keys if is_hangul => {
                all.pop();
                all.extend(keys.iter().map(|key| QueryWord::plain(&key.text, key.text.clone())));
            }
            [key] => all.push(QueryWord::plain(key.word(), key.text.clone())),
            [parts @ .., whole] => {
                let parts = parts.iter().map(|part| part.text.clone()).collect();
                all.push(QueryWord { parts, ..QueryWord::plain(whole.word(), whole.text.clone()) });
            }
        }
    }
}

/// Returns the stem of an English word (Porter 2, snowballstem.org).
pub fn stem(word: &str) -> String {
    match word.is_ascii() {
        true => Stemmer::create(Algorithm::English).stem(word).into_owned(),
        false => word.to_owned(),
    }
}

/// Returns `stem` with each ending. Those whose stem is another are no words.
pub fn with_endings(stem: &str) -> impl Iterator<Item = String> {
    let last = stem.len() - stem.chars().next_back().map_or(0, char::len_utf8);
    let form = move |ending: &String| match ending.split_at(1) {
        ("+", ending) => [stem, &stem[last..], ending].concat(),
        ("-", ending) => [&stem[..last], ending].concat(),
        _ => [stem, ending].concat(),
    };
    RULES.forms.iter().map(form)
}

/// Returns the sort key of `key`. Hangul is sorted by its first two initials, then by its
/// strokes: all keys that begin with the same strokes or initials stand next to each other.
pub fn place(key: &str) -> String {
    match key.starts_with(hangul::is_hangul) {
        true => {
            let initials = hangul::initials(key);
            let mut two = initials.chars();
            let (first, second) = (two.next().unwrap_or(' '), two.next().unwrap_or(' '));
            format!("{first}{second}{}", hangul::strokes(key))
        }
        false => key.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use serde_json::Value;

    use super::*;

    /// Returns the vectors that the browser's analysis is tested with too.
    fn vectors(name: &str) -> Vec<(String, Option<String>)> {
        let file = include_str!("../../tests/fixtures/search/vectors.json");
        let all: Value = serde_json::from_str(file).expect("JSON");
        let text = |value: &Value| value.as_str().map(str::to_owned);
        let pairs = all[name].as_array().expect("a list").iter();
        pairs.map(|pair| (text(&pair[0]).expect("text"), text(&pair[1]))).collect()
    }

    fn check(name: &str, actual: impl Fn(&str) -> Option<String>) {
        for (given, expected) in vectors(name) {
            assert_eq!(actual(&given), expected, "{name} of {given}");
        }
    }

    fn shown(key: WordKey) -> String {
        let form = if key.form.is_empty() { String::new() } else { format!("({})", key.form) };
        [&*key.text, &*form, if key.inside { "~" } else { "" }].concat()
    }

    fn joined(parts: impl Iterator<Item = String>, by: &str) -> Option<String> {
        Some(parts.collect::<Vec<_>>().join(by))
    }

    #[test]
    fn words_are_cut_to_their_keys() {
        let of_chunk = |chunk: Chunk| joined(keys(chunk.text).into_iter().map(shown), " ");
        check("keys", |text| joined(chunks(text).filter_map(of_chunk), " | "));
    }

    #[test]
    fn queries_are_cut_to_words() {
        let shown = |word: QueryWord| {
            let parts = word.parts.join(" ");
            let parts = if parts.is_empty() { parts } else { format!("[{parts}]") };
            format!("{}={}{parts}", word.raw, word.key)
        };
        check("queries", |query| joined(query_words(query).into_iter().map(shown), ", "));
    }

    #[test]
    fn the_other_layout_is_read() {
        check("hangul", hangul::typed_as_hangul);
        check("latin", |text| Some(hangul::typed_as_latin(text)));
    }

    #[test]
    fn keys_have_a_place() {
        check("places", |key| Some(place(key)));
    }
}
