//! Marks of emphasis that stay text, because of a space inside them or a particle after them.

use memchr::memchr;

use super::{
    Misreading,
    block::{BlockLine, OPAQUE, TextBlock},
};
use crate::{diag::Code, markdown::OPENING, vocabulary::particles};

pub fn not_read(block: &TextBlock) -> Vec<Misreading> {
    // 0xef is the first byte of the full-width marks in UTF-8.
    let may_mark = |byte: u8| matches!(byte, b'*' | b'_' | b'~' | b'=' | 0xef);
    if !block.text().bytes().any(may_mark) {
        return Vec::new();
    }
    let mark = |line| {
        let spaced = ["**", "~~", "__"].into_iter().filter_map(move |mark| spaced(line, mark));
        let glued = ["__", "_"].into_iter().find_map(|mark| before_particle(line, mark));
        let wide = FULL_WIDTH.into_iter().find_map(|(wide, mark)| full_width(line, wide, mark));
        spaced.chain(glued).chain(wide)
    };
    block.lines().flat_map(mark).collect()
}

/// Full-width marks, and the marks that they were meant as.
const FULL_WIDTH: [(&str, &str); 4] = [("＊＊", "**"), ("＿＿", "**"), ("＊", "*"), ("｀", "`")];

/// Finds `＊＊words＊＊`.
fn full_width(line: BlockLine, wide: &str, mark: &str) -> Option<Misreading> {
    let start = line.text.find(wide)?;
    let inside = &line.text[start + wide.len()..];
    let words = &inside[..inside.find(wide)?];
    let written = &line.text[start..start + wide.len() + words.len() + wide.len()];
    let is_tight = words.trim() == words && words.contains(char::is_alphanumeric);
    let place = line.part(start..start + written.len());
    let fixed = [mark, words, mark].concat();
    is_tight.then(|| Misreading::new(Code::EmphasisNotRead, place).written(written, fixed))
}

/// Finds `** words **`: marks around words that are read as text.
fn spaced(line: BlockLine, mark: &str) -> Option<Misreading> {
    let start = line.text.find(mark)?;
    let inside = &line.text[start + mark.len()..];
    let end = inside.find(mark)?;
    let (before, words) = (&line.text[..start], &inside[..end]);
    let after = &inside[end + mark.len()..];
    // Lines of a form to fill in: `이름 ____ 날짜 ____`.
    let is_blank =
        mark == "__" && (words.trim() == words || [before, words, after].concat().contains("__"));
    let is_blank =
        is_blank || mark == "__" && [words, after].iter().any(|text| text.starts_with('_'));
    let is_tight = words.trim() == words;
    // `**100%**of it`: the closing mark stands between a sign and a letter.
    let before_letter = mark == "**"
        && is_tight
        && before.chars().next_back().is_none_or(|c| c.is_whitespace() || is_opening(c))
        && words.contains(|c: char| c.is_alphanumeric() || c == OPAQUE)
        && !words.ends_with(is_opening)
        && after.starts_with(char::is_alphabetic);
    // Speech that is drawn out: `안녕하세요~~ 반갑습니다~~`.
    let is_drawn_out =
        mark == "~~" && before.ends_with(char::is_alphanumeric) && words.starts_with(' ');
    let is_other = is_drawn_out
        || !are_words(words)
        || is_pattern(before, after)
        || words.contains('/')
        || is_blank;
    if is_other && !before_letter {
        return None;
    }
    let length = mark.len() + end + mark.len();
    let written = &line.text[start..start + length];
    let fixed = match (is_tight, mark) {
        (true, "~~") => ["<del>", words, "</del>"].concat(),
        (true, _) => ["<strong>", words, "</strong>"].concat(),
        (false, "__") => ["**", words.trim(), "**"].concat(),
        (false, _) => [mark, words.trim(), mark].concat(),
    };
    let place = line.part(start..start + length);
    Some(Misreading::new(Code::EmphasisNotRead, place).written(written, fixed))
}

/// Finds the first of `marks` that nothing ends: `**words`, `` `words ``. The block must have no other star or backtick:
/// several belong to a calculation, to notes or to a name that is hidden in part.
pub fn open_mark(block: &TextBlock, marks: &[&str]) -> Option<Misreading> {
    marks.iter().find_map(|mark| open(block.text(), mark))
}

fn open(text: &str, mark: &str) -> Option<Misreading> {
    let start = memchr(mark.as_bytes()[0], text.as_bytes())?;
    let (before, after) = (&text[..start], text[start..].strip_prefix(mark)?);
    let begins = before.chars().next_back().is_none_or(|c| c.is_whitespace() || is_opening(c));
    let quoted = after.trim_start_matches(OPENING_QUOTES);
    let word = quoted.split(|c: char| !c.is_alphanumeric() && c != '_').next()?;
    let next = quoted[word.len()..].chars().next();
    let is_call = word.is_ascii() && is_parameter(word, before, next);
    let is_other = is_call || is_name_part(word) || word.eq_ignore_ascii_case("p");
    let is_word = word.contains(char::is_alphabetic) && !is_other;
    let length = mark.len() + after.len() - quoted.len() + word.len();
    let problem = || Misreading::new(Code::EmphasisNotRead, start..start + length).hint("open");
    let escaped: String = mark.chars().flat_map(|sign| ['\\', sign]).collect();
    (begins && is_word && !after.contains(&mark[..1])).then(|| {
        problem()
            .arg("found", &text[start..start + length])
            .arg("mark", mark)
            .arg("escaped", escaped)
    })
}

/// Returns whether the block has a star that refers to a note, as in `Price*`, or begins one.
pub fn has_note_mark(block: &TextBlock) -> bool {
    let text = block.text();
    let begins = text.starts_with('*') && !text.starts_with("**");
    let ends_word = |at: usize| {
        let after = text[at..].trim_start_matches('*').chars().next();
        let before = text[..at].chars().next_back();
        before.is_some_and(|c| !c.is_whitespace() && !"*/.\"'(".contains(c))
            && after.is_none_or(|c| !c.is_ascii_alphanumeric() && !"/.".contains(c))
    };
    begins || text.match_indices('*').any(|(at, _)| ends_word(at))
}

/// Quotation marks with which emphasised words may begin.
const OPENING_QUOTES: [char; 6] = ['"', '\'', '“', '‘', '「', '《'];

fn is_opening(c: char) -> bool {
    OPENING.contains(c)
}

/// Returns whether `**word` is a parameter of a function, as Python writes it: `**kwargs`,
/// `f(**options)`.
fn is_parameter(word: &str, before: &str, next: Option<char>) -> bool {
    const NAMES: [&str; 7] = ["kwargs", "kwds", "kw", "args", "options", "opts", "params"];
    NAMES.contains(&word)
        || word.contains('_')
        || before.ends_with(['(', '{', '['])
        || matches!(next, Some(')' | '}' | ']' | '(' | '='))
}

/// Returns whether the stars stand for the hidden part of a name or an address: `**님`, `**동`.
fn is_name_part(word: &str) -> bool {
    const PARTS: [&str; 12] =
        ["님", "씨", "군", "양", "시", "구", "동", "읍", "면", "호", "번지", "월"];
    PARTS
        .iter()
        .any(|part| word.strip_prefix(part).is_some_and(|rest| particles(part, rest).is_some()))
}

/// Returns whether `text` is more than a name or a number, which may be part of a calculation.
fn are_words(text: &str) -> bool {
    let is_hangul = |c: char| matches!(c, '가'..='힣');
    let letters = text.chars().filter(|c| c.is_alphabetic()).count();
    !text.trim().is_empty()
        && (text.contains(is_hangul) || letters > 3 && !text.contains(['=', '(', ';']))
}

/// Returns whether the mark is part of a pattern for file names: `src/**/*.rs`.
fn is_pattern(before: &str, after: &str) -> bool {
    before.ends_with(['/', '.', '*', '"']) || after.starts_with(['/', '.', '*'])
}

/// Names of Python that begin and end with two underscores.
const DUNDER: [&str; 20] = [
    "init", "main", "name", "file", "str", "repr", "dict", "call", "new", "del", "len", "iter",
    "next", "enter", "exit", "doc", "all", "class", "dirname", "proto",
];

/// Finds `_words_` with Hangul right after it: `_` does not end emphasis before a letter.
fn before_particle(line: BlockLine, mark: &str) -> Option<Misreading> {
    let mut from = 0;
    loop {
        let start = from + line.text[from..].find(mark)?;
        let inside = &line.text[start + mark.len()..];
        let end = inside.find(mark)?;
        from = start + mark.len();
        let (words, after) = (&inside[..end], &inside[end + mark.len()..]);
        let before = line.text[..start].chars().next_back();
        let begins = before.is_none_or(|c| !c.is_alphanumeric() && c != '_' && c != OPAQUE);
        let is_tight = words.trim() == words && !words.is_empty() && !words.contains('_');
        let particle = after.starts_with(|c| matches!(c, '가'..='힣'));
        let is_name = mark == "__" && DUNDER.contains(&words);
        if begins && is_tight && particle && !is_name {
            let stars = "*".repeat(mark.len());
            let fixed = [&stars, words, &stars].concat();
            let end = start + mark.len() + end + mark.len();
            let problem = Misreading::new(Code::EmphasisNotRead, line.part(start..end));
            return Some(problem.written(&line.text[start..end], fixed));
        }
    }
}
