//! Measures and wraps text, in whole units of the drawing.
//!
//! Lines break at spaces, and within a word only when it does not fit a line of
//! its own. Nothing is ever cut off. Then the lines are evened out, so that no
//! paragraph ends in a lonely word.

use super::advances::advance;

/// Readers' fonts differ from the measured ones by up to this, in percent.
const SLACK: u32 = 6;

/// How a piece of text is set. The stylesheet has a class for each.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Style {
    /// A title above a standalone drawing.
    Title,
    /// What a thing is called.
    Label,
    /// A sentence about it.
    Note,
    /// The smallest text: chips, ends of axes, captions of lists.
    Small,
    /// As small, and bold.
    Strong,
}

impl Style {
    #[cfg(test)]
    pub const ALL: [Style; 5] =
        [Style::Title, Style::Label, Style::Note, Style::Small, Style::Strong];

    /// Font size, line height, weight.
    const fn metrics(self) -> (i32, i32, bool) {
        match self {
            Style::Title => (20, 27, true),
            Style::Label => (16, 22, true),
            Style::Note => (14, 20, false),
            Style::Small => (13, 18, false),
            Style::Strong => (13, 18, true),
        }
    }

    /// The size of the letters.
    pub const fn size(self) -> i32 {
        self.metrics().0
    }

    /// From one baseline to the next.
    pub const fn leading(self) -> i32 {
        self.metrics().1
    }

    /// Whether it is set in the bold weight.
    pub const fn bold(self) -> bool {
        self.metrics().2
    }

    /// From the top of a line to its baseline, so that capitals and syllables
    /// stand in the middle.
    pub const fn ascent(self) -> i32 {
        (self.leading() * 10 + self.size() * 7 + 10) / 20
    }

    /// The class in the stylesheet.
    pub const fn class(self) -> &'static str {
        match self {
            Style::Title => "dg-title",
            Style::Label => "dg-label",
            Style::Note => "dg-note",
            Style::Small => "dg-small",
            Style::Strong => "dg-strong",
        }
    }
}

/// Text broken into lines.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Lines {
    pub lines: Vec<String>,
    /// The widest line, slack included.
    pub width: i32,
    pub style: Style,
}

impl Lines {
    /// From the top of the first line to the bottom of the last.
    pub fn height(&self) -> i32 {
        self.lines.len() as i32 * self.style.leading()
    }
}

/// The width of `text` in one line, slack included.
#[cfg(test)]
pub fn width(text: &str, style: Style) -> i32 {
    units(thousandths(text, style), style)
}

fn thousandths(text: &str, style: Style) -> u32 {
    text.chars().map(|c| u32::from(advance(c, style.bold()))).sum()
}

/// Thousandths of an em in units of the drawing, rounded up.
fn units(thousandths: u32, style: Style) -> i32 {
    (thousandths * style.size() as u32 * (100 + SLACK)).div_ceil(100_000) as i32
}

/// The most thousandths of an em that fit into `width` units.
fn room(width: i32, style: Style) -> u32 {
    (width.max(0) as u32 * 100_000) / (style.size() as u32 * (100 + SLACK))
}

/// A piece of text that is not broken further.
#[derive(Clone, Copy)]
struct Piece<'t> {
    text: &'t str,
    width: u32,
    /// Whether a space stands before it, which is dropped at a line's start.
    spaced: bool,
}

/// Breaks `text` into lines of at most `width` units, as few as possible and
/// then as even as possible.
pub fn wrap(text: &str, width: i32, style: Style) -> Lines {
    let space = u32::from(advance(' ', style.bold()));
    let most = room(width, style);
    let pieces = pieces(text, most, style);
    let count = fill(&pieces, most, space).len();
    let even = if count > 1 { evened(&pieces, most, space, count) } else { most };
    let ranges = fill(&pieces, even, space);
    let widest = ranges.iter().map(|(_, width)| *width).max().unwrap_or(0);
    let lines = ranges.iter().map(|(range, _)| joined(&pieces[range.clone()])).collect();
    Lines { lines, width: units(widest, style), style }
}

/// The words of `text`; a word wider than a line is cut into characters.
fn pieces(text: &str, most: u32, style: Style) -> Vec<Piece<'_>> {
    let mut pieces = Vec::new();
    for word in text.split_whitespace() {
        let width = thousandths(word, style);
        if width <= most {
            pieces.push(Piece { text: word, width, spaced: true });
        } else {
            clusters(word, style, &mut pieces);
        }
    }
    pieces
}

/// Cuts a word between characters, but not before a mark that has no width.
fn clusters<'t>(word: &'t str, style: Style, pieces: &mut Vec<Piece<'t>>) {
    let mut starts: Vec<usize> = Vec::new();
    let mut joining = false;
    for (at, c) in word.char_indices() {
        let mark = advance(c, false) == 0;
        if at == 0 || !mark && !joining {
            starts.push(at);
        }
        joining = c == '\u{200d}';
    }
    for (nth, start) in starts.iter().enumerate() {
        let end = starts.get(nth + 1).copied().unwrap_or(word.len());
        let text = &word[*start..end];
        pieces.push(Piece { text, width: thousandths(text, style), spaced: nth == 0 });
    }
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

/// The narrowest measure that still needs only `count` lines.
fn evened(pieces: &[Piece], most: u32, space: u32, count: usize) -> u32 {
    let (mut low, mut high) = (most / 2, most);
    while high - low > 100 {
        let middle = (low + high) / 2;
        if fill(pieces, middle, space).len() <= count { high = middle } else { low = middle }
    }
    high
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
    use super::*;

    fn lines(text: &str, width: i32) -> Vec<String> {
        wrap(text, width, Style::Note).lines
    }

    #[test]
    fn lines_break_at_spaces_and_are_even() {
        assert_eq!(lines("Rules and people stop it", 130), ["Rules and", "people stop it"]);
        assert_eq!(
            lines("규칙과 사람이 위험한 답변을 막는다", 150),
            ["규칙과 사람이 위험한", "답변을 막는다"]
        );
    }

    #[test]
    fn a_word_wider_than_a_line_breaks_between_characters() {
        assert_eq!(lines("개인정보처리방침", 60), ["개인정보", "처리방침"]);
        let all = lines("abcdefghijklmnopqrstuvwxyz", 60);
        assert!(all.len() > 2);
        assert_eq!(all.concat(), "abcdefghijklmnopqrstuvwxyz");
    }

    #[test]
    fn marks_stay_with_their_letter() {
        assert!(lines("e\u{301}e\u{301}e\u{301}e\u{301}", 12).iter().all(|l| l == "e\u{301}"));
    }

    #[test]
    fn no_line_is_wider_than_asked() {
        for style in Style::ALL {
            let text = "A person releases or refuses 사람이 내보내거나 거절합니다";
            let wrapped = wrap(text, 120, style);
            assert!(wrapped.width <= 120);
            assert!(wrapped.lines.iter().all(|line| width(line, style) <= 120));
        }
    }
}
