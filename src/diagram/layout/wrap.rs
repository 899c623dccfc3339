//! Breaks text into lines.
//!
//! TextLines break at spaces, and within a word only when it does not fit a line of
//! its own: then between syllables and around Latin words, and only at last within
//! one of those. Nothing is ever cut off. Labels are evened out, and so is a
//! paragraph that would end in a lonely word.

use super::{
    advances::advance,
    measure::{TextLines, TextStyle, room, thousandths, units},
};

/// A piece of text that is not broken further.
#[derive(Clone, Copy)]
struct Piece<'t> {
    text: &'t str,
    width: u32,
    /// Whether a space stands before it, which is dropped at a line's start.
    spaced: bool,
}

/// Breaks `text` into lines of at most `width` units, as few as possible.
pub fn wrap(text: &str, width: i32, style: TextStyle) -> TextLines {
    let space = u32::from(advance(' ', style.bold()));
    let most = room(width, style);
    let pieces = pieces(text, most, style);
    let lines = fill(&pieces, most, space);
    let ranges = match wants_evening(&lines, most, style) {
        true => evened(&pieces, most, space, lines.len()).unwrap_or(lines),
        false => lines,
    };
    let widest = ranges.iter().map(|(_, width)| *width).max().unwrap_or(0);
    let lines = ranges.iter().map(|(range, _)| joined(&pieces[range.clone()])).collect();
    TextLines { lines, width: units(widest, style), style }
}

/// The words of `text`; a word wider than a line is cut where it may break.
fn pieces(text: &str, most: u32, style: TextStyle) -> Vec<Piece<'_>> {
    let mut pieces: Vec<Piece> = Vec::new();
    // Where the word before begins, if the next one belongs to it.
    let mut counts: Option<usize> = None;
    for word in text.split_whitespace() {
        let start = word.as_ptr() as usize - text.as_ptr() as usize;
        let end = start + word.len();
        let joint = counts.map(|before| &text[before..end]);
        counts = is_determiner(word).then_some(start);
        let width = thousandths(word, style);
        if let Some((joint, last)) = joint.zip(pieces.last_mut())
            && thousandths(joint, style) <= most
        {
            *last = Piece { text: joint, width: thousandths(joint, style), spaced: true };
        } else if width <= most {
            pieces.push(Piece { text: word, width, spaced: true });
        } else {
            cut(word, most, style, &mut pieces);
        }
    }
    pieces
}

/// Korean words that say how many or which, and numbers: a line does not end between
/// one of them and what it counts.
fn is_determiner(word: &str) -> bool {
    const WORDS: [&str; 20] = [
        "한", "두", "세", "네", "다섯", "여섯", "일곱", "여덟", "아홉", "열", "스무", "몇", "첫",
        "각", "매", "이", "그", "어느", "모든", "안",
    ];
    WORDS.contains(&word) || word.chars().all(|c| c.is_ascii_digit())
}

/// Cuts a word at its break points, and what is still wider than a line between
/// any two of its characters.
fn cut<'t>(word: &'t str, most: u32, style: TextStyle, pieces: &mut Vec<Piece<'t>>) {
    let mut spaced = true;
    for part in split(word, may_break) {
        let width = thousandths(part, style);
        let smaller = if width > most { split(part, |_, _| true) } else { vec![part] };
        for text in smaller {
            pieces.push(Piece { text, width: thousandths(text, style), spaced });
            spaced = false;
        }
    }
}

/// Splits `word` wherever `breaks` allows it between two characters, but never
/// before a mark that has no width of its own.
fn split(word: &str, breaks: fn(char, char) -> bool) -> Vec<&str> {
    let mut parts = Vec::new();
    let (mut start, mut last) = (0, None);
    for (at, c) in word.char_indices() {
        let joined = advance(c, false) == 0 || last == Some('\u{200d}');
        if last.is_some_and(|last| !joined && breaks(last, c)) {
            parts.push(&word[start..at]);
            start = at;
        }
        last = Some(c);
    }
    parts.push(&word[start..]);
    parts
}

/// Whether a line may end between two characters of a word that has to be broken:
/// beside a syllable or an ideograph, and behind what joins Latin words, but not
/// before what closes nor behind what opens.
fn may_break(before: char, after: char) -> bool {
    const CLOSING: &str = ".,:;!?)]}%…·’”»」』】〉》、。";
    const OPENING: &str = "([{‘“«「『【〈《";
    if CLOSING.contains(after) || OPENING.contains(before) {
        return false;
    }
    is_wide(before) || is_wide(after) || "-/_·–—=+&|".contains(before)
}

/// Whether a character is a syllable or an ideograph, which lines may break beside.
fn is_wide(c: char) -> bool {
    matches!(c, '\u{1100}'..='\u{11ff}' | '\u{2e80}'..='\u{9fff}' | '\u{a960}'..='\u{a97f}'
        | '\u{ac00}'..='\u{d7ff}' | '\u{f900}'..='\u{faff}' | '\u{20000}'..='\u{3ffff}')
}

type Line = (std::ops::Range<usize>, u32);

/// Fills lines of at most `most` one after the other.
fn fill(pieces: &[Piece], most: u32, space: u32) -> Vec<Line> {
    let mut lines: Vec<Line> = Vec::new();
    for (at, piece) in pieces.iter().enumerate() {
        let gap = if piece.spaced { space } else { 0 };
        match lines.last_mut() {
            Some((range, width)) if *width + gap + piece.width <= most => {
                range.end = at + 1;
                *width += gap + piece.width;
            }
            _ => lines.push((at..at + 1, piece.width)),
        }
    }
    lines
}

/// Whether lines are better of one length: those of a label are, and those of a
/// paragraph whose last line would be less than a third of a line.
fn wants_evening(lines: &[Line], most: u32, style: TextStyle) -> bool {
    let last = lines.last().map_or(0, |(_, width)| *width);
    match style {
        TextStyle::Title | TextStyle::Label | TextStyle::Strong => lines.len() > 1,
        TextStyle::Note | TextStyle::Small => lines.len() > 1 && last < most / 3,
    }
}

/// The pieces in `count` lines whose lengths differ least; a line ends rather behind a
/// comma than between words that belong together. `None` where they do not fit.
fn evened(pieces: &[Piece], most: u32, space: u32, count: usize) -> Option<Vec<Line>> {
    // For each piece, the best way to set all before it in as many lines as the round.
    let mut best: Vec<Option<(u64, Vec<Line>)>> = vec![None; pieces.len() + 1];
    *best.first_mut()? = Some((0, Vec::new()));
    for _ in 0..count {
        let mut next: Vec<Option<(u64, Vec<Line>)>> = vec![None; pieces.len() + 1];
        for (start, before) in best.iter().enumerate() {
            let Some((cost, lines)) = before else { continue };
            for (end, width) in ends(pieces, start, most, space) {
                let cost = cost + raggedness(pieces, end, width, most);
                if next[end].as_ref().is_none_or(|(least, _)| cost < *least) {
                    let line = std::iter::once((start..end, width));
                    next[end] = Some((cost, lines.iter().cloned().chain(line).collect()));
                }
            }
        }
        best = next;
    }
    best.pop()?.map(|(_, lines)| lines)
}

/// Where a line can end that begins at `start`, and its width there.
fn ends(
    pieces: &[Piece],
    start: usize,
    most: u32,
    space: u32,
) -> impl Iterator<Item = (usize, u32)> {
    let mut width = 0;
    let widths = pieces[start..].iter().enumerate().map(move |(nth, piece)| {
        width += piece.width + if nth > 0 && piece.spaced { space } else { 0 };
        (start + nth + 1, width)
    });
    widths.take_while(move |(end, width)| *width <= most || *end == start + 1)
}

/// What is left of a line, squared; more where it ends within a phrase.
fn raggedness(pieces: &[Piece], end: usize, width: u32, most: u32) -> u64 {
    let left = u64::from(most.saturating_sub(width) / 10);
    let phrase = end == pieces.len() || pieces[end - 1].text.ends_with([',', ';', ':', '.', '·']);
    let within = if phrase { 0 } else { u64::from(most / 40) };
    left * left + within * within
}

fn joined(pieces: &[Piece]) -> String {
    let mut line = String::new();
    for (at, piece) in pieces.iter().enumerate() {
        if piece.spaced && at > 0 {
            line.push(' ');
        }
        line.push_str(piece.text);
    }
    line
}

#[cfg(test)]
mod tests {
    use super::{super::measure::width, *};

    fn lines(text: &str, width: i32) -> Vec<String> {
        wrap(text, width, TextStyle::Note).lines
    }

    #[test]
    fn lines_break_at_spaces_and_labels_are_even() {
        assert_eq!(lines("Rules and people stop it", 130), ["Rules and people", "stop it"]);
        assert_eq!(
            wrap("Rules and people stop it", 150, TextStyle::Label).lines,
            ["Rules and", "people stop it"]
        );
        assert_eq!(lines("Rules and people stop it", 160), ["Rules and", "people stop it"]);
        assert_eq!(
            lines("규칙과 사람이 위험한 답변을 막는다", 150),
            ["규칙과 사람이 위험한", "답변을 막는다"]
        );
    }

    #[test]
    fn lines_end_behind_commas_and_not_before_what_is_counted() {
        let label = |text: &str, width: i32| wrap(text, width, TextStyle::Label).lines;
        assert_eq!(label("주제 하나, 언어 하나", 120), ["주제 하나,", "언어 하나"]);
        assert_eq!(
            lines("답변은 한 사람이 두 번 읽습니다", 92),
            ["답변은", "한 사람이", "두 번 읽습니다"]
        );
        assert_eq!(lines("Weeks 3 to 4", 60), ["Weeks", "3 to 4"]);
    }

    #[test]
    fn a_word_wider_than_a_line_breaks_between_characters() {
        assert_eq!(lines("개인정보처리방침", 60), ["개인정보", "처리방침"]);
        let all = lines("abcdefghijklmnopqrstuvwxyz", 60);
        assert!(all.len() > 2);
        assert_eq!(all.concat(), "abcdefghijklmnopqrstuvwxyz");
    }

    #[test]
    fn scripts_part_before_a_latin_word_does() {
        assert_eq!(lines("API키발급자동화", 60), ["API키발", "급자동화"]);
        assert_eq!(lines("고객용Dashboard에서확인", 84), ["고객용", "Dashboard", "에서확인"]);
        assert_eq!(lines("human-in-the-loop", 80), ["human-in-", "the-loop"]);
        assert_eq!(lines("환불(전액)요청", 45), ["환불", "(전액)", "요청"]);
    }

    #[test]
    fn marks_stay_with_their_letter() {
        assert!(lines("e\u{301}e\u{301}e\u{301}e\u{301}", 12).iter().all(|l| l == "e\u{301}"));
    }

    #[test]
    fn no_line_is_wider_than_asked() {
        for style in TextStyle::ALL {
            let text = "A person releases or refuses 사람이 내보내거나 거절합니다";
            let wrapped = wrap(text, 120, style);
            assert!(wrapped.width <= 120);
            assert!(wrapped.lines.iter().all(|line| width(line, style) <= 120));
        }
    }
}
