//! Breaks a paragraph into lines, either greedily or with the least sum of the lines' costs.
//! The caller defines the cost of a line: labels and headlines need different ones.
//!
//! Lines break at spaces. Only a word that does not fit on a line of its own is broken inside:
//! between syllables and around Latin words first, and within one of those only as a last
//! resort. No text is cut off. The work grows linearly with the length of the paragraph,
//! because the number of pieces in a line is limited.

use std::ops::Range;

/// A piece of text that is not broken further.
pub struct TextPiece<'t> {
    pub text: &'t str,
    pub width: u32,
    /// True if a space stands before it; at the start of a line the space is dropped.
    spaced: bool,
}

/// A line: which pieces it holds, and its width.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TextLine {
    pub pieces: Range<usize>,
    pub width: u32,
}

/// A text in pieces, for lines of a certain width.
pub struct Paragraph<'t> {
    pub pieces: Vec<TextPiece<'t>>,
    /// The widest line.
    pub most: u32,
    space: u32,
}

/// The cheapest way to set the pieces up to a certain one.
#[derive(Clone, Copy)]
struct BestSetting {
    cost: f64,
    /// The beginning of its last line, the width of that line, and the number of lines before
    /// it beyond those that are needed.
    start: usize,
    width: u32,
    extra_before: usize,
}

impl<'t> Paragraph<'t> {
    /// Cuts `text` into pieces for lines that are at most `most` wide, in the units of
    /// `advance`. Where possible, a line does not end behind a word for which `leads_on` holds.
    pub fn new(
        text: &'t str,
        most: u32,
        advance: impl Fn(char) -> u32,
        leads_on: impl Fn(&str) -> bool,
    ) -> Paragraph<'t> {
        let space = advance(' ');
        let mut paragraph = Paragraph { pieces: Vec::new(), most, space };
        let mut joins = false;
        for word in text.split_whitespace() {
            let width = word.chars().map(&advance).sum();
            let joined = joins && paragraph.join(text, word, width);
            joins = leads_on(word);
            if joined {
                continue;
            }
            if width <= most {
                paragraph.pieces.push(TextPiece { text: word, width, spaced: true });
            } else {
                paragraph.cut(word, &advance);
            }
        }
        paragraph
    }

    /// Adds `word` to the piece before it if both fit on a line.
    fn join(&mut self, text: &'t str, word: &'t str, width: u32) -> bool {
        let Some(last) = self.pieces.last_mut() else { return false };
        let whole = last.width + self.space + width;
        if whole > self.most {
            return false;
        }
        let start = last.text.as_ptr() as usize - text.as_ptr() as usize;
        let end = word.as_ptr() as usize - text.as_ptr() as usize + word.len();
        *last = TextPiece { text: &text[start..end], width: whole, spaced: last.spaced };
        true
    }

    /// Cuts a word at its break points, and a part that is still wider than a line between any
    /// two of its characters.
    fn cut(&mut self, word: &'t str, advance: impl Fn(char) -> u32) {
        let mut spaced = true;
        let width_of = |text: &str| text.chars().map(&advance).sum();
        for part in split(word, may_break) {
            let is_wide = width_of(part) > self.most;
            for text in if is_wide { split(part, |_, _| true) } else { vec![part] } {
                self.pieces.push(TextPiece { text, width: width_of(text), spaced });
                spaced = false;
            }
        }
    }

    /// Fills lines one after the other, which gives the fewest lines.
    pub fn fill(&self) -> Vec<TextLine> {
        let mut lines: Vec<TextLine> = Vec::new();
        for (at, piece) in self.pieces.iter().enumerate() {
            match lines.last_mut() {
                Some(line) if line.width + self.gap(at) + piece.width <= self.most => {
                    line.pieces.end = at + 1;
                    line.width += self.gap(at) + piece.width;
                }
                _ => lines.push(TextLine { pieces: at..at + 1, width: piece.width }),
            }
        }
        lines
    }

    /// Returns the lines with the least sum of costs, and that sum, among all ways to set the
    /// pieces in as many lines as needed and `extra` (0 or 1) more.
    ///
    /// The beginning of such a setting has as many lines as it needs by itself, or one more:
    /// with two more, the whole would have two more as well. So it is enough to remember the
    /// best setting of each beginning for both numbers of lines.
    pub fn balance(
        &self,
        extra: usize,
        cost: impl Fn(&TextLine) -> f64,
    ) -> Option<(f64, Vec<TextLine>)> {
        let total = self.pieces.len();
        let fewest = self.fewest_lines();
        let mut best: Vec<[Option<BestSetting>; 2]> = vec![[None; 2]; total + 1];
        let nothing = BestSetting { cost: 0.0, start: 0, width: 0, extra_before: 0 };
        best[0][0] = Some(nothing);
        for start in 0..total {
            for line in self.lines_from(start) {
                let end = line.pieces.end;
                let cost = cost(&line);
                for extra_before in 0..=extra {
                    let Some(before) = best[start][extra_before] else { continue };
                    let here = fewest[start] + extra_before + 1 - fewest[end];
                    let sum = before.cost + cost;
                    if here <= extra && best[end][here].is_none_or(|known| sum < known.cost) {
                        best[end][here] =
                            Some(BestSetting { cost: sum, start, width: line.width, extra_before });
                    }
                }
            }
        }
        Some((best[total][extra]?.cost, trace(&best, total, extra)))
    }

    /// Returns, for each piece, how many lines the pieces before it need.
    fn fewest_lines(&self) -> Vec<usize> {
        let mut fewest = vec![0];
        for (nth, line) in self.fill().into_iter().enumerate() {
            fewest.extend(line.pieces.map(|_| nth + 1));
        }
        fewest
    }

    /// Returns every line that can begin at `start`, the shortest first.
    fn lines_from(&self, start: usize) -> impl Iterator<Item = TextLine> {
        let mut width = 0;
        let lines = self.pieces[start..].iter().zip(start..).map(move |(piece, at)| {
            width += piece.width + if at > start { self.gap(at) } else { 0 };
            TextLine { pieces: start..at + 1, width }
        });
        lines.take_while(move |line| line.width <= self.most || line.pieces.len() == 1)
    }

    /// Returns the width of the whole paragraph in one line.
    pub fn width(&self) -> u32 {
        let widths = self.pieces.iter().enumerate().map(|(at, piece)| self.gap(at) + piece.width);
        widths.sum()
    }

    fn gap(&self, at: usize) -> u32 {
        if self.pieces[at].spaced { self.space } else { 0 }
    }

    /// Returns the text of a line.
    pub fn text(&self, line: &TextLine) -> String {
        let mut text = String::new();
        for at in line.pieces.clone() {
            if self.pieces[at].spaced && at > line.pieces.start {
                text.push(' ');
            }
            text.push_str(self.pieces[at].text);
        }
        text
    }
}

/// Returns the lines that lead to `end`, from the last one back.
fn trace(best: &[[Option<BestSetting>; 2]], mut end: usize, mut extra: usize) -> Vec<TextLine> {
    let mut lines = Vec::new();
    while let Some(last) = best[end][extra].filter(|_| end > 0) {
        lines.push(TextLine { pieces: last.start..end, width: last.width });
        (end, extra) = (last.start, last.extra_before);
    }
    lines.reverse();
    lines
}

/// Splits `word` wherever `breaks` allows it between two characters, but never before a
/// combining mark.
fn split(word: &str, breaks: fn(char, char) -> bool) -> Vec<&str> {
    let mut parts = Vec::new();
    let (mut start, mut last) = (0, None);
    for (at, c) in word.char_indices() {
        let joined = has_no_width(c) || last == Some('\u{200d}');
        if last.is_some_and(|last| !joined && breaks(last, c)) {
            parts.push(&word[start..at]);
            start = at;
        }
        last = Some(c);
    }
    parts.push(&word[start..]);
    parts
}

/// Returns whether a character only changes the one before it.
pub const fn has_no_width(c: char) -> bool {
    matches!(c, '\u{300}'..='\u{36f}' | '\u{200b}'..='\u{200f}' | '\u{2060}' | '\u{fe00}'..='\u{fe0f}')
}

/// Returns whether a line may end between two characters of a word that has to be broken:
/// beside a syllable or an ideograph, and behind a mark that joins Latin words, but never
/// before a closing mark or behind an opening one.
fn may_break(before: char, after: char) -> bool {
    const CLOSING: &str = ".,:;!?)]}%…·’”»」』】〉》、。";
    const OPENING: &str = "([{‘“«「『【〈《";
    if CLOSING.contains(after) || OPENING.contains(before) {
        return false;
    }
    is_wide(before) || is_wide(after) || "-/_·–—=+&|".contains(before)
}

/// Returns whether a character is a syllable or an ideograph, beside which lines may break.
fn is_wide(c: char) -> bool {
    matches!(c, '\u{1100}'..='\u{11ff}' | '\u{2e80}'..='\u{9fff}' | '\u{a960}'..='\u{a97f}'
        | '\u{ac00}'..='\u{d7ff}' | '\u{f900}'..='\u{faff}' | '\u{20000}'..='\u{3ffff}')
}

#[cfg(test)]
mod tests {
    use std::cell::Cell;

    use super::*;

    fn paragraph(text: &str, most: u32) -> Paragraph<'_> {
        Paragraph::new(text, most, |c| if has_no_width(c) { 0 } else { 1 }, |_| false)
    }

    fn lines(paragraph: &Paragraph, lines: &[TextLine]) -> Vec<String> {
        lines.iter().map(|line| paragraph.text(line)).collect()
    }

    /// Returns every way to set the pieces from `from` in exactly `count` lines, with its cost.
    fn cheapest(p: &Paragraph, from: usize, count: usize, cost: &dyn Fn(&TextLine) -> f64) -> f64 {
        if count == 0 {
            return if from == p.pieces.len() { 0.0 } else { f64::INFINITY };
        }
        let lines = p.lines_from(from);
        lines
            .map(|l| cost(&l) + cheapest(p, l.pieces.end, count - 1, cost))
            .fold(f64::INFINITY, f64::min)
    }

    #[test]
    fn the_balanced_lines_are_the_cheapest_of_all() {
        let text = "a bb ccc d eeeee ff g hhhh iii jj k llllll mm nnn o pp qqqq r";
        for most in 6..14 {
            let p = paragraph(text, most);
            let count = p.fill().len();
            let cost = |line: &TextLine| f64::from(most - line.width).powi(2);
            for extra in 0..2 {
                let (found, lines) = p.balance(extra, cost).expect("it fits");
                assert_eq!(lines.len(), count + extra);
                assert_eq!(found, cheapest(&p, 0, count + extra, &cost), "{most} {extra}");
            }
        }
    }

    #[test]
    fn the_work_grows_linearly() {
        let steps = |words: usize| {
            let text = "word and more ".repeat(words);
            let p = paragraph(&text, 40);
            let count = Cell::new(0);
            p.balance(1, |line| {
                count.set(count.get() + 1);
                f64::from(40 - line.width)
            });
            count.get()
        };
        let (few, many) = (steps(1_000), steps(10_000));
        assert!(many <= 11 * few, "{few} steps, ten times the length: {many}");
    }

    #[test]
    fn words_that_lead_on_are_joined_and_nothing_is_lost() {
        let digits = |word: &str| word.chars().all(|c| c.is_ascii_digit());
        let p = Paragraph::new("in 10 20 30 days", 8, |_| 1, digits);
        assert_eq!(lines(&p, &p.fill()), ["in", "10 20 30", "days"]);
        let p = Paragraph::new("in 10 20 days", 10, |_| 1, digits);
        assert_eq!(lines(&p, &p.fill()), ["in", "10 20 days"]);
    }

    #[test]
    fn marks_stay_with_their_letter() {
        let p = paragraph("e\u{301}e\u{301}e\u{301}", 1);
        assert_eq!(lines(&p, &p.fill()), ["e\u{301}"; 3]);
    }
}
