//! Breaks a title into lines as a person would set it: at spaces, within a word only
//! where it is wider than a line, after a colon or a dash rather than elsewhere, with
//! lines of much the same length, and with no small word left alone at either end of
//! one. Nothing is cut off.

use crate::fonts::{Weight, width};

/// A piece that is not broken further, and whether a space stands before it.
struct Piece<'t> {
    text: &'t str,
    width: u32,
    spaced: bool,
}

/// Above this many pieces no title is set with care.
const MOST_PIECES: usize = 100;

/// What a break that hurts the sense costs, where a line that is half empty costs 0.25.
const SENSE: f32 = 0.6;
const SMALL_WORD: f32 = 0.12;
const BARE_NOUN: f32 = 0.3;
/// What a line more than needed costs.
const LINE: f32 = 0.3;

/// The lines of `text`, each at most `most` thousandths of an em wide.
pub fn wrap(text: &str, most: u32) -> Vec<String> {
    let pieces = pieces(text, most);
    let fewest = fill(&pieces, most);
    if pieces.len() > MOST_PIECES || fewest.is_empty() {
        return lines(&pieces, &fewest);
    }
    let count = fewest.len();
    match (even(&pieces, count, most), even_with_more(&pieces, count, most)) {
        (Some((cost, _)), Some((other, ends))) if other + LINE < cost => lines(&pieces, &ends),
        (Some((_, ends)), _) => lines(&pieces, &ends),
        (None, _) => lines(&pieces, &fewest),
    }
}

/// One line more than needed is worth it only for the sense of the whole.
fn even_with_more(pieces: &[Piece], count: usize, most: u32) -> Option<(f32, Vec<usize>)> {
    let has_turn = pieces.iter().rev().skip(1).any(|piece| is_turn(piece.text));
    if has_turn { even(pieces, count + 1, most) } else { None }
}

fn pieces(text: &str, most: u32) -> Vec<Piece<'_>> {
    let mut pieces = Vec::new();
    for word in text.split(' ').filter(|word| !word.is_empty()) {
        let whole = width(word, Weight::Bold);
        if whole <= most {
            pieces.push(Piece { text: word, width: whole, spaced: true });
            continue;
        }
        for (at, c) in word.char_indices() {
            let text = &word[at..at + c.len_utf8()];
            pieces.push(Piece { text, width: width(text, Weight::Bold), spaced: at == 0 });
        }
    }
    pieces
}

/// Fills lines of at most `most` one after the other; gives where each ends.
fn fill(pieces: &[Piece], most: u32) -> Vec<usize> {
    let space = width(" ", Weight::Bold);
    let mut ends: Vec<usize> = Vec::new();
    let mut used = 0;
    for (at, piece) in pieces.iter().enumerate() {
        let gap = if piece.spaced { space } else { 0 };
        match ends.last_mut() {
            Some(end) if used + gap + piece.width <= most => {
                *end = at + 1;
                used += gap + piece.width;
            }
            _ => {
                ends.push(at + 1);
                used = piece.width;
            }
        }
    }
    ends
}

/// The best way to set `pieces` in exactly `count` lines, and what it costs; `None`
/// where they do not fit.
fn even(pieces: &[Piece], count: usize, most: u32) -> Option<(f32, Vec<usize>)> {
    let setting = Setting::new(pieces, count, most);
    let total = pieces.len();
    // By pieces that are set: the cost so far, and where the line before ended.
    let mut costs = vec![None; total + 1];
    costs[0] = Some(0.0);
    let mut ways: Vec<Vec<usize>> = Vec::with_capacity(count);
    for _ in 0..count {
        let mut next = vec![None; total + 1];
        let mut way = vec![0; total + 1];
        for start in 0..total {
            let Some(before): Option<f32> = costs[start] else { continue };
            for end in start + 1..=total {
                let Some(line) = setting.cost(start, end) else { break };
                if next[end].is_none_or(|known| before + line < known) {
                    next[end] = Some(before + line);
                    way[end] = start;
                }
            }
        }
        ways.push(way);
        costs = next;
    }
    let cost = costs[total]?;
    let mut ends = vec![total];
    for way in ways.iter().skip(1).rev() {
        ends.push(way[ends[ends.len() - 1]]);
    }
    ends.reverse();
    Some((cost, ends))
}

/// What lines of a title cost.
struct Setting<'p, 't> {
    pieces: &'p [Piece<'t>],
    /// Of the first pieces together, with the spaces before them.
    sums: Vec<u32>,
    space: u32,
    most: u32,
    /// What each line would be, were all the same.
    mean: f32,
}

impl<'p, 't> Setting<'p, 't> {
    fn new(pieces: &'p [Piece<'t>], count: usize, most: u32) -> Setting<'p, 't> {
        let space = width(" ", Weight::Bold);
        let mut sums = vec![0];
        for piece in pieces {
            let gap = if piece.spaced { space } else { 0 };
            sums.push(sums[sums.len() - 1] + gap + piece.width);
        }
        let mean = sums[pieces.len()] as f32 / count as f32;
        Setting { pieces, sums, space, most, mean }
    }

    /// What the line of the pieces from `start` to `end` costs; `None` where it is wider
    /// than a line, and so are all that end later.
    fn cost(&self, start: usize, end: usize) -> Option<f32> {
        let gap = if self.pieces[start].spaced { self.space } else { 0 };
        let wide = self.sums[end] - self.sums[start] - gap;
        if wide > self.most {
            return None;
        }
        let uneven = (wide as f32 - self.mean) / self.mean;
        let inside = self.pieces[start..end - 1].iter();
        let turns = inside.filter(|piece| is_turn(piece.text)).count();
        let (first, last) = (&self.pieces[start], &self.pieces[end - 1]);
        let begins_small = start > 0 && is_dependent(first.text);
        let ends_small = end < self.pieces.len() && leads_on(last.text);
        let small = usize::from(begins_small) + usize::from(ends_small);
        let parts = end < self.pieces.len() && are_one(last.text, self.pieces[end].text);
        let bare = usize::from(parts);
        let sense = SENSE * turns as f32 + SMALL_WORD * small as f32 + BARE_NOUN * bare as f32;
        Some(uneven * uneven + sense)
    }
}

fn lines(pieces: &[Piece], ends: &[usize]) -> Vec<String> {
    let starts = std::iter::once(0).chain(ends.iter().copied());
    let line = |(start, end): (usize, &usize)| {
        let mut line = String::new();
        for (at, piece) in pieces[start..*end].iter().enumerate() {
            if at > 0 && piece.spaced {
                line.push(' ');
            }
            line.push_str(piece.text);
        }
        line
    };
    starts.zip(ends).map(line).collect()
}

/// After this the title says something new.
fn is_turn(word: &str) -> bool {
    word.ends_with([':', '–', '—', '?', '!', '|', '·', '：'])
}

/// A Korean word of one syllable, mostly one that belongs to what stands before it (것,
/// 수, 일), also with a particle (일과) …
fn is_dependent(word: &str) -> bool {
    let mut letters = word.chars();
    let of_two = matches!(
        (letters.next(), letters.next(), letters.next()),
        (Some('것' | '수' | '일' | '때' | '곳' | '중' | '뿐'), Some(c), None) if ENDINGS.contains(&c)
    );
    of_two || is_one_syllable(word)
}

/// … or to what follows (할, 첫, 안), as small words do in English.
fn leads_on(word: &str) -> bool {
    const SMALL: [&str; 17] = [
        "a", "an", "the", "of", "to", "in", "for", "and", "or", "not", "by", "on", "at", "is",
        "with", "what", "do",
    ];
    is_one_syllable(word) || SMALL.iter().any(|small| word.eq_ignore_ascii_case(small))
}

/// With what particles and endings mostly end.
const ENDINGS: [char; 21] = [
    '은', '는', '이', '가', '을', '를', '에', '의', '로', '서', '고', '며', '면', '도', '만', '와',
    '과', '다', '지', '터', '게',
];

/// Whether two Korean words are probably one expression (본인 확인): the first has no
/// particle or ending that would say how it stands to the second.
fn are_one(word: &str, next: &str) -> bool {
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

    #[test]
    fn korean_words_stay_whole_and_lines_are_even() {
        let lines = wrap("고객 서비스 AI 에이전트 자동화 가이드", 8_000);
        assert_eq!(lines, ["고객 서비스", "AI 에이전트", "자동화 가이드"]);
        assert_eq!(wrap("짧은 제목", 8_000), ["짧은 제목"]);
        assert_eq!(wrap("", 8_000), Vec::<String>::new());
    }

    #[test]
    fn lines_break_where_the_sense_does() {
        let lines = wrap("사내 지식 검색: 답변보다 출처가 먼저", 9_500);
        assert_eq!(lines, ["사내 지식 검색:", "답변보다 출처가 먼저"]);
        let lines = wrap("IT 헬프데스크: 접근보다 본인 확인이 먼저", 8_500);
        assert_eq!(lines, ["IT 헬프데스크:", "접근보다", "본인 확인이 먼저"]);
        let lines = wrap("Total cost – what to count before a pilot", 12_000);
        assert_eq!(lines, ["Total cost –", "what to count", "before a pilot"]);
        let lines = wrap("에이전트가 먼저 할 수 있는 일과 아직 할 수 없는 일", 12_000);
        assert!(lines.iter().all(|line| !line.starts_with(['수', '일'])), "{lines:?}");
    }

    #[test]
    fn a_word_wider_than_a_line_is_broken_and_nothing_is_lost() {
        let title = "가나다라마바사아자차카타파하".repeat(5);
        let lines = wrap(&title, 8_000);
        assert_eq!(lines.concat(), title);
        assert!(lines.iter().all(|line| width(line, Weight::Bold) <= 8_000));
    }
}
