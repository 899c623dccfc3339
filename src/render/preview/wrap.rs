//! Breaks a title into balanced lines: preferably after a colon or a dash, with similar
//! lengths, and without a small word at the end or beginning of a line.

use crate::{
    fonts::{Weight, advances},
    typesetting::{Paragraph, TextLine},
};

/// The cost of a break that separates words which belong together; a line that is half empty
/// costs 0.25.
const SENSE: f64 = 0.6;
const SMALL_WORD: f64 = 0.2;
const BARE_NOUN: f64 = 0.3;
/// The cost of an additional line.
const LINE: f64 = 0.3;

/// Returns the lines of `text`, each at most `most` thousandths of an em wide.
pub fn wrap(text: &str, most: u32) -> Vec<String> {
    let paragraph = Paragraph::new(text, most, advances(Weight::Bold), |_| false);
    let fewest = paragraph.fill();
    let title = TitleBreaker::new(&paragraph);
    let lines = match (title.balance(fewest.len(), 0), title.balance_with_more(fewest.len())) {
        (Some((cost, _)), Some((other, lines))) if other + LINE < cost => lines,
        (Some((_, lines)), _) => lines,
        (None, _) => fewest,
    };
    lines.iter().map(|line| paragraph.text(line)).collect()
}

/// Finds the best lines for a title.
struct TitleBreaker<'p, 't> {
    paragraph: &'p Paragraph<'t>,
    /// For each number of pieces, how many of them end a phrase.
    phrase_ends: Vec<usize>,
    width: u32,
}

impl<'p, 't> TitleBreaker<'p, 't> {
    fn new(paragraph: &'p Paragraph<'t>) -> TitleBreaker<'p, 't> {
        let mut phrase_ends = vec![0];
        phrase_ends.extend(paragraph.pieces.iter().scan(0, |count, piece| {
            *count += usize::from(ends_phrase(piece.text));
            Some(*count)
        }));
        TitleBreaker { paragraph, phrase_ends, width: paragraph.width() }
    }

    /// Returns the best setting in `extra` more lines than `fewest`.
    fn balance(&self, fewest: usize, extra: usize) -> Option<(f64, Vec<TextLine>)> {
        let mean = f64::from(self.width) / (fewest + extra) as f64;
        self.paragraph.balance(extra, |line| self.cost(line, mean))
    }

    /// Returns the best setting with one additional line, which is worth it only if it keeps
    /// words together.
    fn balance_with_more(&self, fewest: usize) -> Option<(f64, Vec<TextLine>)> {
        let before_last = self.phrase_ends.len().checked_sub(2)?;
        if self.phrase_ends[before_last] > 0 { self.balance(fewest, 1) } else { None }
    }

    /// Returns the cost of a line if the others are `mean` wide.
    fn cost(&self, line: &TextLine, mean: f64) -> f64 {
        let pieces = &self.paragraph.pieces;
        let (start, end) = (line.pieces.start, line.pieces.end);
        let uneven = (f64::from(line.width) - mean) / mean;
        let phrase_ends = self.phrase_ends[end - 1] - self.phrase_ends[start];
        let begins_small = start > 0 && is_dependent(pieces[start].text);
        let last = pieces[end - 1].text;
        let next = pieces.get(end);
        let small = usize::from(begins_small) + usize::from(next.is_some() && leads_on(last));
        let bare = usize::from(next.is_some_and(|next| are_one_expression(last, next.text)));
        let sense =
            SENSE * phrase_ends as f64 + SMALL_WORD * small as f64 + BARE_NOUN * bare as f64;
        uneven * uneven + sense
    }
}

/// Returns whether a phrase ends after the word.
fn ends_phrase(word: &str) -> bool {
    word.ends_with([':', '–', '—', '?', '!', '|', '·', '：'])
}

/// Returns whether a Korean word of one syllable usually belongs to the word before it (것, 수,
/// 일), possibly with a particle (일과).
fn is_dependent(word: &str) -> bool {
    let mut letters = word.chars();
    let of_two = matches!(
        (letters.next(), letters.next(), letters.next()),
        (Some('것' | '수' | '일' | '때' | '곳' | '중' | '뿐'), Some(c), None) if ENDINGS.contains(&c)
    );
    of_two || is_one_syllable(word)
}

/// Returns whether a word usually belongs to the next one (할, 첫, 안), like small words in
/// English.
fn leads_on(word: &str) -> bool {
    const SMALL: [&str; 17] = [
        "a", "an", "the", "of", "to", "in", "for", "and", "or", "not", "by", "on", "at", "is",
        "with", "what", "do",
    ];
    is_one_syllable(word) || SMALL.iter().any(|small| word.eq_ignore_ascii_case(small))
}

/// The last syllables of most particles and endings.
const ENDINGS: [char; 21] = [
    '은', '는', '이', '가', '을', '를', '에', '의', '로', '서', '고', '며', '면', '도', '만', '와',
    '과', '다', '지', '터', '게',
];

/// Returns whether two Korean words are probably one expression (본인 확인), because the first has
/// no particle or ending.
fn are_one_expression(word: &str, next: &str) -> bool {
    let is_hangul = |c: char| ('가'..='힣').contains(&c);
    word.ends_with(is_hangul) && !word.ends_with(ENDINGS) && next.starts_with(is_hangul)
}

fn is_one_syllable(word: &str) -> bool {
    let mut letters = word.chars();
    matches!((letters.next(), letters.next()), (Some('가'..='힣'), None))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::fonts::width;

    #[test]
    fn korean_words_stay_whole_and_lines_are_even() {
        let lines = wrap("고객 서비스 AI 에이전트 자동화 가이드", 8_000);
        assert_eq!(lines, ["고객 서비스", "AI 에이전트", "자동화 가이드"]);
        assert_eq!(wrap("짧은 제목", 8_000), ["짧은 제목"]);
        assert_eq!(wrap("", 8_000), Vec::<String>::new());
    }

    #[test]
    fn lines_break_between_phrases() {
        let lines = wrap("사내 지식 검색: 답변보다 출처가 먼저", 9_500);
        assert_eq!(lines, ["사내 지식 검색:", "답변보다 출처가 먼저"]);
        let lines = wrap("IT 헬프데스크: 접근보다 본인 확인이 먼저", 8_500);
        assert_eq!(lines, ["IT 헬프데스크:", "접근보다", "본인 확인이 먼저"]);
        let lines = wrap("Total cost – what to count before a pilot", 12_000);
        assert_eq!(lines, ["Total cost –", "what to count", "before a pilot"]);
        let lines = wrap("에이전트가 먼저 할 수 있는 일과 아직 할 수 없는 일", 16_000);
        assert_eq!(lines, ["에이전트가 먼저 할 수 있는 일과", "아직 할 수 없는 일"]);
    }

    #[test]
    fn a_word_wider_than_a_line_is_broken_and_nothing_is_lost() {
        let title = "가나다라마바사아자차카타파하".repeat(5);
        let lines = wrap(&title, 8_000);
        assert_eq!(lines.concat(), title);
        assert!(lines.iter().all(|line| width(line, Weight::Bold) <= 8_000));
    }
}
