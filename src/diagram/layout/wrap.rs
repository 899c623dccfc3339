//! Breaks the texts of a drawing into lines: labels into lines of similar length, paragraphs
//! without a single word in the last line.

use super::{
    advances::advance,
    measure::{TextLines, TextStyle, available_ems, units},
};
use crate::typesetting::{Paragraph, TextLine};

/// Breaks `text` into lines of at most `width` units, as few as possible.
pub fn wrap(text: &str, width: i32, style: TextStyle) -> TextLines {
    let most = available_ems(width, style);
    let advance = |c| u32::from(advance(c, style.bold()));
    let paragraph = Paragraph::new(text, most, advance, is_determiner);
    let mut lines = paragraph.fill();
    if wants_balance(&lines, most, style)
        && let Some((_, balanced)) = paragraph.balance(0, |line| raggedness(&paragraph, line))
    {
        lines = balanced;
    }
    let widest = lines.iter().map(|line| line.width).max().unwrap_or(0);
    let lines = lines.iter().map(|line| paragraph.text(line)).collect();
    TextLines { lines, width: units(widest, style), style }
}

/// Returns whether a Korean word is a determiner or a number, after which a line should not
/// end.
fn is_determiner(word: &str) -> bool {
    const WORDS: [&str; 20] = [
        "한", "두", "세", "네", "다섯", "여섯", "일곱", "여덟", "아홉", "열", "스무", "몇", "첫",
        "각", "매", "이", "그", "어느", "모든", "안",
    ];
    WORDS.contains(&word) || word.chars().all(|c| c.is_ascii_digit())
}

/// Returns whether the lines should have similar lengths: those of a label, and those of a
/// paragraph whose last line would be less than a third of a line.
fn wants_balance(lines: &[TextLine], most: u32, style: TextStyle) -> bool {
    let last = lines.last().map_or(0, |line| line.width);
    match style {
        TextStyle::Title | TextStyle::Label | TextStyle::Strong => lines.len() > 1,
        TextStyle::Note | TextStyle::Small => lines.len() > 1 && last < most / 3,
    }
}

/// Returns the square of the space left in a line, and more if the line ends within a phrase.
fn raggedness(paragraph: &Paragraph, line: &TextLine) -> f64 {
    let left = f64::from(paragraph.most.saturating_sub(line.width) / 10);
    let last = &paragraph.pieces[line.pieces.end - 1];
    let is_end = line.pieces.end == paragraph.pieces.len();
    let is_phrase = is_end || last.text.ends_with([',', ';', ':', '.', '·']);
    let within = if is_phrase { 0.0 } else { f64::from(paragraph.most / 40) };
    left * left + within * within
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
    fn lines_break_between_scripts_before_they_break_a_latin_word() {
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
