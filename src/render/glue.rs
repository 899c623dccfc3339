//! Keeps words that belong together on one line, by no-break spaces, and Korean particles with
//! the quotation mark or bracket before them.
//!
//! This is applied only to the text of pages, never to code, addresses or files.

use std::borrow::Cow;

use crate::{model::Lang, quotation::curl, unicode::is_alphabetic};

/// A space at which no line breaks.
const NO_BREAK: char = '\u{a0}';

/// A mark without width that prevents a line break.
const WORD_JOINER: char = '\u{2060}';

/// Marks after which browsers would break a Korean line, even before a particle, and the dot, before
/// which they would.
const JOINING: [char; 7] = ['’', '”', ')', ']', '」', '』', '·'];

/// Counters and counted things, as in “세 건”.
const COUNTERS: [&str; 22] = [
    "가지", "개", "건", "곳", "군데", "권", "달", "단계", "마디", "명", "문장", "번", "번째",
    "사람", "시간", "종류", "주", "줄", "쪽", "차례", "항목", "해",
];

/// The most bytes of the first two words of a title that stay together.
const OPENING: usize = 24;

/// Returns `text` with no-break spaces between words that belong together, and with curly
/// quotation marks.
pub fn glue(text: &str, lang: Lang) -> Cow<'_, str> {
    match curl(text, None) {
        Cow::Borrowed(text) => join_words(text, lang),
        Cow::Owned(text) => join_words(&text, lang).into_owned().into(),
    }
}

/// Returns `text` as [`glue`] does, for a heading or the name of a page: there no line ends with a
/// hyphen or a Korean determiner, and in English the first one has two words, as in “Customer service
/// / in the evening”.
pub fn glue_title(text: &str, lang: Lang) -> String {
    let glued = glue(text, lang);
    let mut joined = String::with_capacity(glued.len());
    let mut copied = 0;
    for (at, _) in glued.match_indices('-') {
        let (before, after) = (&glued[..at], &glued[at + 1..]);
        if before.ends_with(is_alphabetic) && after.starts_with(is_alphabetic) {
            joined.push_str(&glued[copied..=at]);
            joined.push(WORD_JOINER);
            copied = at + 1;
        }
    }
    joined.push_str(&glued[copied..]);
    if lang == Lang::Ko {
        return after_determiners(&joined);
    }
    let mut spaces = joined.match_indices(' ').map(|(at, _)| at);
    if let (Some(first), Some(second)) = (spaces.next(), spaces.next()) {
        // A short second word, as “of”, belongs to the third.
        let is_opening = second <= OPENING && second - first > 4;
        if is_opening
            && joined[..first].ends_with(is_alphabetic)
            && !joined[..first].contains(NO_BREAK)
        {
            joined.replace_range(first..=first, "\u{a0}");
        }
    }
    joined
}

/// Korean words of one syllable that belong to the word after them (표준국어대사전: 관형사, 부사).
const DETERMINERS: [&str; 10] = ["이", "그", "저", "각", "새", "옛", "온", "더", "안", "못"];

/// Returns whether the Korean words are a verb and its auxiliary, as in “멈춰야 합니까” and “맡겨도 됩니까”.
fn is_auxiliary(before: &str, next: &str) -> bool {
    before.ends_with('야') && next.starts_with(['하', '합', '할', '한', '해'])
        || before.ends_with('도') && next.starts_with(['되', '됩', '될', '된', '돼'])
}

/// Returns a Korean title in which no line ends with one of [`DETERMINERS`] or before an auxiliary.
fn after_determiners(title: &str) -> String {
    let mut words = title.split(' ');
    let mut joined = words.next().unwrap_or_default().to_owned();
    let mut before = joined.clone();
    for word in words {
        let leads = DETERMINERS.contains(&&*before) || is_auxiliary(&before, word);
        joined.push(if leads { NO_BREAK } else { ' ' });
        joined.push_str(word);
        before = word.to_owned();
    }
    joined
}

fn join_words(text: &str, lang: Lang) -> Cow<'_, str> {
    let mut glued = String::new();
    let mut copied = 0;
    // The first byte of a no-break space in UTF-8, which most texts lack.
    let has_no_break = text.as_bytes().contains(&0xc2) && text.contains(NO_BREAK);
    let spaces = text.bytes().enumerate().filter(|(_, byte)| *byte == b' ').map(|(at, _)| at);
    let mut before: Option<&str> = None;
    let mut start = 0;
    for end in spaces.chain([text.len()]) {
        let word = &text[start..end];
        if before.is_some_and(|before| belong_together(before, word, lang)) {
            glued.push_str(&text[copied..start - 1]);
            glued.push(NO_BREAK);
            copied = start;
        }
        before = if has_no_break { word.rsplit(NO_BREAK).next() } else { Some(word) };
        start = end + 1;
    }
    if copied == 0 {
        return join_particles(text, lang);
    }
    glued.push_str(&text[copied..]);
    join_particles(&glued, lang).into_owned().into()
}

/// Returns `text`, or markup, with a mark between a closing quotation mark or bracket and the
/// particle after it, so that no line begins with the particle, between the brackets of a
/// reference, as in “5(1)(f)”, before a dot that joins Korean words, as in “언어·형식”, and after
/// one that joins parts of a law, as in “제17조·제18조”.
pub fn join_particles(text: &str, lang: Lang) -> Cow<'_, str> {
    // The first bytes of closing marks in UTF-8, which most texts lack.
    let may_close = |byte: u8| matches!(byte, b')' | b']' | 0xc2 | 0xe2 | 0xe3);
    if !text.bytes().any(may_close) {
        return text.into();
    }
    let is_hangul = |c: char| lang == Lang::Ko && ('가'..='힣').contains(&c);
    let goes_on = |c: char| c == '(' || is_hangul(c);
    let places = text.match_indices(JOINING).flat_map(|(at, mark)| {
        let (before, after) = (&text[..at], at + mark.len());
        let next = &text[after..];
        let is_dot = mark == "·";
        let joins = is_dot && before.ends_with(is_hangul) && next.starts_with(is_hangul);
        let goes_on = match is_dot {
            true => before.ends_with(['조', '항', '호']) && is_numbered_part(next),
            false => next.starts_with(goes_on),
        };
        [joins.then_some(at), goes_on.then_some(after)].into_iter().flatten()
    });
    let mut joined = String::new();
    let mut copied = 0;
    for at in places {
        joined.push_str(&text[copied..at]);
        joined.push(WORD_JOINER);
        copied = at;
    }
    if copied == 0 {
        return text.into();
    }
    joined.push_str(&text[copied..]);
    joined.into()
}

/// Returns whether there must be no line break between the words `before` and `next`.
fn belong_together(before: &str, next: &str, lang: Lang) -> bool {
    let leads = is_abbreviation(before) && !begins_roman(before) || is_number(before);
    let is_digit = |c: char| c.is_ascii_digit();
    leads && next.starts_with(is_alphabetic)
        || lang == Lang::En && next.starts_with(is_digit) && leads_to_number(before)
        || begins_roman(next)
        || refers(before, next)
        || lang == Lang::Ko && (continues(next) || is_counted(before, next))
}

/// Returns whether the English `word` belongs to the number after it: “November 2026”, “33 and 34”.
fn leads_to_number(word: &str) -> bool {
    matches!(
        word,
        "and"
            | "or"
            | "January"
            | "February"
            | "March"
            | "April"
            | "May"
            | "June"
            | "July"
            | "August"
            | "September"
            | "October"
            | "November"
            | "December"
    )
}

/// Returns whether the Korean `word` only continues the one before it, as in “볼 수 있다”.
fn continues(word: &str) -> bool {
    matches!(word, "수" | "수가" | "수는" | "수도" | "뿐" | "때문에" | "것" | "것은" | "단위로")
}

/// Returns whether the words are a Korean numeral and a counter, as in “세 건”, or two parts of a
/// date, as in “2026년 11월 28일”.
fn is_counted(before: &str, next: &str) -> bool {
    let is_of_date = || before.strip_suffix(['년', '월']).is_some_and(is_number);
    is_numeral(before) && COUNTERS.iter().any(|counter| next.starts_with(counter))
        || matches!(before, "두" | "세" | "네") && next.starts_with(is_alphabetic)
        || next.starts_with(|c: char| c.is_ascii_digit()) && is_of_date()
}

/// Returns whether `word` is a Korean numeral before a counter or the counted thing
/// (표준국어대사전: 수 관형사).
fn is_numeral(word: &str) -> bool {
    matches!(
        word,
        "한" | "두"
            | "세"
            | "네"
            | "다섯"
            | "여섯"
            | "일곱"
            | "여덟"
            | "아홉"
            | "열"
            | "한두"
            | "두세"
            | "서너"
            | "몇"
            | "여러"
            | "첫"
            | "스무"
    )
}

/// Returns whether both are parts of one reference: “Article 31”, “Directive (EU) 2019/882”, “제1항
/// (f)호”.
fn refers(before: &str, next: &str) -> bool {
    let is_part = next.starts_with(|c: char| c.is_ascii_digit()) || is_referring(next);
    let is_clause =
        next.starts_with('(') && next.find(')').is_some_and(|end| (2..=3).contains(&end));
    is_part && (is_referring(before) || is_referring(before.trim_start_matches(['(', '“'])))
        || is_clause && ends_reference(before)
        || is_numbered_part(next) && (is_numbered_part(before) || is_roman(before))
}

/// Returns whether `word` begins as a numbered part of a law: 제50조, 제1항.
fn is_numbered_part(word: &str) -> bool {
    word.strip_prefix('제').is_some_and(|rest| rest.starts_with(|c: char| c.is_ascii_digit()))
}

/// Returns whether `word` is a Roman numeral: III.
fn is_roman(word: &str) -> bool {
    begins_roman(word) && word.bytes().all(|byte| byte.is_ascii_alphabetic())
}

/// Returns whether `word` stands before a number that names a part of a law or a document, or is
/// 만 before an age.
fn is_referring(word: &str) -> bool {
    matches!(
        word,
        "Article"
            | "Articles"
            | "Chapter"
            | "Directive"
            | "Paragraph"
            | "Recital"
            | "Regulation"
            | "Section"
            | "paragraph"
            | "paragraphs"
            | "point"
            | "section"
            | "(EU)"
            | "(EC)"
            | "만"
    )
}

fn ends_reference(word: &str) -> bool {
    word.ends_with([')', '조', '항', '호']) || word.ends_with(|c: char| c.is_ascii_digit())
}

/// Returns whether `word` is two or three capital letters, as in “AI agent”.
fn is_abbreviation(word: &str) -> bool {
    (2..=3).contains(&word.len()) && word.bytes().all(|byte| byte.is_ascii_uppercase())
}

/// Returns whether `text` begins with a Roman numeral of two or three letters, which belongs to
/// the word before it, as in “Annex III”.
fn begins_roman(text: &str) -> bool {
    let letters = text.bytes().take_while(|byte| b"IVX".contains(byte)).count();
    (2..=3).contains(&letters) && !text[letters..].starts_with(|c: char| c.is_ascii_alphanumeric())
}

/// Returns whether `word` is a number, so that the next word is its unit.
fn is_number(word: &str) -> bool {
    word.starts_with(|c: char| c.is_ascii_digit())
        && word.bytes().all(|byte| byte.is_ascii_digit() || matches!(byte, b'.' | b','))
        && word.ends_with(|c: char| c.is_ascii_digit())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_that_belong_together_do_not_break() {
        let cases = [
            (Lang::En, "an AI agent reads", "an AI\u{a0}agent reads"),
            (Lang::En, "after 10 minutes, 3 times", "after 10\u{a0}minutes, 3\u{a0}times"),
            (Lang::Ko, "AI 에이전트를 볼 수 있습니다", "AI\u{a0}에이전트를 볼\u{a0}수 있습니다"),
            (Lang::Ko, "답변 세 건: 몇 번", "답변 세\u{a0}건: 몇\u{a0}번"),
            (Lang::Ko, "2026년 11월 28일에", "2026년\u{a0}11월\u{a0}28일에"),
            (Lang::Ko, "두 언어로 분 단위로", "두\u{a0}언어로 분\u{a0}단위로"),
            (Lang::Ko, "제17조·제18조", "제17조\u{2060}·\u{2060}제18조"),
            (Lang::En, "22 January 2027", "22\u{a0}January\u{a0}2027"),
            (Lang::En, "Articles 33 and 34, and", "Articles\u{a0}33\u{a0}and\u{a0}34, and"),
            (Lang::En, "in 2026. Then nothing – at all", "in 2026. Then nothing – at all"),
            (Lang::En, "in Annex III, point 4", "in Annex\u{a0}III, point\u{a0}4"),
            (Lang::Ko, "부속서 III의 제4호", "부속서\u{a0}III의 제4호"),
            (Lang::En, "under Article 5(1) (f) of", "under Article\u{a0}5(1)\u{a0}(f) of"),
            (Lang::Ko, "인공지능법 제50조 제1항과", "인공지능법 제50조\u{a0}제1항과"),
            (Lang::Ko, "부속서 III 제4호", "부속서\u{a0}III\u{a0}제4호"),
            (Lang::En, "in Article 5(1)(f)", "in Article\u{a0}5(1)\u{2060}(f)"),
            (Lang::En, "Directive (EU) 2019/882", "Directive\u{a0}(EU)\u{a0}2019/882"),
            (Lang::En, "see it (paragraph 2)", "see it (paragraph\u{a0}2)"),
            (
                Lang::Ko,
                "제5조 제1항 (f)호, 만 14세",
                "제5조\u{a0}제1항\u{a0}(f)\u{2060}호, 만\u{a0}14세",
            ),
            (Lang::En, "a reply (a) or (b)", "a reply (a) or (b)"),
            (Lang::En, " lead and end ", " lead and end "),
        ];
        for (lang, text, expected) in cases {
            assert_eq!(glue(text, lang), expected);
        }
    }

    #[test]
    fn titles_break_between_words_after_the_second() {
        let cases = [
            ("A Red-Team Set", "A\u{a0}Red-\u{2060}Team Set"),
            ("Customer Service AI Agent", "Customer\u{a0}Service AI\u{a0}Agent"),
            ("Foundations of the guide", "Foundations of the guide"),
            ("Decisions, one by one", "Decisions, one by one"),
            ("Total cost", "Total cost"),
            ("2026-11-29 - a-", "2026-11-29 - a-"),
        ];
        for (text, expected) in cases {
            assert_eq!(glue_title(text, Lang::En), expected);
        }
        assert_eq!(glue_title("때 멈춰야 합니까", Lang::Ko), "때 멈춰야\u{a0}합니까");
    }

    #[test]
    fn a_particle_stays_with_the_mark_before_it() {
        let cases = [
            ("‘초안 모드’로 되돌립니다", "‘초안 모드’\u{2060}로 되돌립니다"),
            ("AI 담당자(원장)은", "AI\u{a0}담당자(원장)\u{2060}은"),
            ("‘예’ 라고, (주) 또는", "‘예’ 라고, (주) 또는"),
            ("언어·형식이 · 둘", "언어\u{2060}·형식이 · 둘"),
        ];
        for (text, expected) in cases {
            assert_eq!(glue(text, Lang::Ko), expected);
        }
        assert_eq!(glue("a (b)가", Lang::En), "a (b)가");
    }

    #[test]
    fn nothing_but_spaces_changes() {
        for text in ["", " ", "  AI  agent", "한 수 위", "1 2 3 수"] {
            let plain = glue(text, Lang::Ko).replace(NO_BREAK, " ");
            assert_eq!(plain, text);
        }
    }
}
