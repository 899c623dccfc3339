//! Breaks a title into lines: at spaces, within a word only where it is wider than a
//! line, as few lines as possible and then as even as possible. Nothing is cut off.

use crate::fonts::{Weight, width};

/// A piece that is not broken further, and whether a space stands before it.
struct Piece<'t> {
    text: &'t str,
    width: u32,
    spaced: bool,
}

/// The lines of `text`, each at most `most` thousandths of an em wide.
pub fn wrap(text: &str, most: u32) -> Vec<String> {
    let pieces = pieces(text, most);
    let count = fill(&pieces, most).len();
    let (mut low, mut high) = (most / 3, most);
    while count > 1 && high - low > 50 {
        let middle = (low + high) / 2;
        if fill(&pieces, middle).len() <= count { high = middle } else { low = middle }
    }
    fill(&pieces, high)
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

/// Fills lines of at most `most` one after the other.
fn fill(pieces: &[Piece], most: u32) -> Vec<String> {
    let space = width(" ", Weight::Bold);
    let mut lines: Vec<(String, u32)> = Vec::new();
    for piece in pieces {
        let gap = if piece.spaced { space } else { 0 };
        match lines.last_mut() {
            Some((line, used)) if *used + gap + piece.width <= most => {
                if piece.spaced {
                    line.push(' ');
                }
                line.push_str(piece.text);
                *used += gap + piece.width;
            }
            _ => lines.push((piece.text.to_owned(), piece.width)),
        }
    }
    lines.into_iter().map(|(line, _)| line).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn korean_words_stay_whole_and_lines_are_even() {
        let lines = wrap("고객 서비스 AI 에이전트 자동화 가이드", 8_000);
        assert_eq!(lines, ["고객 서비스", "AI 에이전트", "자동화 가이드"]);
        assert_eq!(wrap("짧은 제목", 8_000), ["짧은 제목"]);
    }

    #[test]
    fn a_word_wider_than_a_line_is_broken_and_nothing_is_lost() {
        let title = "가나다라마바사아자차카타파하".repeat(5);
        let lines = wrap(&title, 8_000);
        assert_eq!(lines.concat(), title);
        assert!(lines.iter().all(|line| width(line, Weight::Bold) <= 8_000));
    }
}
