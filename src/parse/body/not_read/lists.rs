//! Lists that were pasted from elsewhere and are read as one paragraph, and dates that are read
//! as lists.

use std::ops::Range;

use super::{
    Misreading,
    block::{BlockLine, TextBlock},
    item_marks::{ItemMark, MarkKind, POINTS, item_mark},
};
use crate::{diag::Code, unicode::is_alphabetic};

/// Returns the problem of the first line of a pasted list in the block.
pub fn pasted(block: &TextBlock, body: &str, in_item: bool) -> Option<Misreading> {
    let marked = block.lines().filter_map(|line| Some((line, item_mark(line.text.trim_start())?)));
    let marked: Vec<MarkedLine> = marked.collect();
    let alone = marked.first().filter(|(line, mark)| line.at == 0 && mark.kind == MarkKind::Bullet);
    // Only lists have these signs, so one is enough, even below other lines.
    let is_round = |line: &BlockLine| line.text.trim_start().starts_with(['•', '‣', '◦']);
    let round = || marked.iter().find(|(line, _)| is_round(line));
    let run = marked.windows(2).find(|pair| follows(block, pair)).map(|pair| &pair[0]);
    let swallowed =
        || marked.iter().find(|(line, mark)| in_item && begins_outside(block, body, line, mark));
    let Some((line, mark)) = run.or(alone).or_else(round).or_else(swallowed) else {
        return labelled(block);
    };
    let text = line.text.trim_start();
    let fixed = mark.fixed(text);
    let indent = line.text.len() - text.len();
    let place = line.part(indent..indent + mark.length);
    Some(Misreading::new(Code::ListNotRead, place).written(&text[..mark.length], fixed))
}

/// Returns the problem of a paragraph whose lines all begin with labels: `일시: …`, `장소: …`.
fn labelled(block: &TextBlock) -> Option<Misreading> {
    let mut lines = block.lines();
    let first = lines.next()?;
    let is_apart =
        |line: BlockLine| label(line.text).is_none() || block.begins_behind_hard_break(&line);
    let length = label(first.text)?;
    let has_others = block.text().contains('\n') && !lines.any(is_apart);
    has_others.then(|| {
        let misread = Misreading::new(Code::ListNotRead, first.part(0..length));
        misread.written(&first.text[..length], ["- ", first.text].concat())
    })
}

/// Returns the length of the label at the beginning of a line, with its colon: a word or two, before
/// other words.
fn label(line: &str) -> Option<usize> {
    const LONGEST: usize = 8;
    let beginning = line.char_indices().nth(LONGEST + 2).map_or(line, |(end, _)| &line[..end]);
    let (at, colon) =
        [": ", "："].iter().find_map(|colon| Some((beginning.find(colon)?, colon)))?;
    let (name, rest) = (&line[..at], &line[at + colon.len()..]);
    let is_short = (1..=LONGEST).contains(&name.chars().count());
    let is_word = |word: &str| !word.is_empty() && word.chars().all(is_alphabetic);
    let is_name = name.split(' ').all(is_word) && name.split(' ').count() < 3;
    let has_words = !rest.trim().is_empty();
    (is_short && is_name && has_words).then(|| line[..line.len() - rest.len()].trim_end().len())
}

/// A line, and the mark at its beginning.
type MarkedLine<'t> = (BlockLine<'t>, ItemMark);

/// Returns whether two lines are items of one list. A line break that is kept keeps lines with signs
/// apart too.
fn follows(block: &TextBlock, pair: &[MarkedLine]) -> bool {
    let is_kept = || block.begins_behind_hard_break(&pair[1].0);
    match (pair[0].1.kind, pair[1].1.kind) {
        (MarkKind::Ordinal(a), MarkKind::Ordinal(b)) => a.precedes(b),
        // An outline has a different sign for each level.
        (MarkKind::Sign(a), MarkKind::Sign(b)) => (a == b || !"-*+".contains([a, b])) && !is_kept(),
        (a, b) => a == b,
    }
}

/// Returns whether a marked line of an item begins at the margin, as the next point of an outline:
/// Markdown adds it to the item above.
fn begins_outside(block: &TextBlock, body: &str, line: &BlockLine, mark: &ItemMark) -> bool {
    let is_point = match mark.kind {
        MarkKind::Bullet => true,
        MarkKind::Ordinal(ordinal) => !ordinal.is_worded(),
        MarkKind::Sign(sign) => POINTS.contains(sign),
    };
    let at = block.place(line.range()).start;
    is_point && line.at > 0 && body[..at].ends_with('\n')
}

/// The open items: the start of each, and whether a date in it was reported.
#[derive(Debug, Default)]
pub struct OpenItems {
    open: Vec<(usize, bool)>,
    /// True if the number of the item that follows was reported as a year.
    at_year: bool,
}

/// The item that ended last, and the place of its list.
#[derive(Debug, Default)]
pub struct ItemAbove {
    /// The start of the item.
    start: usize,
    /// True if nothing follows it yet.
    is_last: bool,
    /// The end of its list, if that ended too.
    list_end: Option<usize>,
    /// The number of open lists.
    depth: usize,
    /// True once an item of the outermost list was reported.
    is_reported: bool,
}

impl ItemAbove {
    pub fn end_item(&mut self, body: &str, range: &Range<usize>) {
        self.start = first_sign(body, range.start);
        self.is_last = true;
    }

    pub fn end_list(&mut self, range: &Range<usize>) {
        self.list_end = Some(range.end);
        self.is_last = false;
        self.depth = self.depth.saturating_sub(1);
    }

    /// Reports a list that begins beside another one, but was written as a part of its last item:
    /// without an empty line between them, or indented.
    pub fn list(&mut self, body: &str, range: &Range<usize>) -> Option<Misreading> {
        self.is_reported &= self.depth > 0 || self.list_end.is_some();
        self.depth += 1;
        self.is_last = false;
        let (end, at) = (self.list_end.take()?, first_sign(body, range.start));
        let between = body.get(end..at)?;
        let gap = &body[body[..at].trim_end().len()..at];
        let is_numbered = |at: usize| body[at..].starts_with(|c: char| c.is_ascii_digit());
        // Two signs at the margin are two lists, as in a list of changes: `+` and `-`.
        let are_alike = is_numbered(at) == is_numbered(self.start);
        let is_near = gap.matches('\n').count() == 1 && !are_alike
            || indent(body, at)? > indent(body, self.start)?;
        (between.trim().is_empty() && is_near).then(|| self.beside(body, at))?
    }

    /// Reports an item that is indented more than the one above it in its list.
    pub fn item(&mut self, body: &str, range: &Range<usize>) -> Option<Misreading> {
        let follows = std::mem::take(&mut self.is_last);
        self.list_end = None;
        let at = first_sign(body, range.start);
        // One column more may be untidy.
        let is_deeper = follows && indent(body, at)? > indent(body, self.start)? + 1;
        is_deeper.then(|| self.beside(body, at))?
    }

    fn beside(&mut self, body: &str, at: usize) -> Option<Misreading> {
        if std::mem::replace(&mut self.is_reported, true) {
            return None;
        }
        let line = body[self.start..].lines().next()?;
        let mark = line.find(' ')?;
        let words = mark + line[mark..].len() - line[mark..].trim_start().len();
        let columns = indent(body, self.start)? + words;
        let place = at..at + body[at..].lines().next().unwrap_or_default().trim_end().len();
        let problem = Misreading::new(Code::ListNotNested, place);
        Some(problem.arg("columns", columns.to_string()))
    }
}

/// Returns the offset of the first character from `at` on that is no space.
fn first_sign(body: &str, at: usize) -> usize {
    at + body[at..].bytes().take_while(|byte| *byte == b' ').count()
}

/// Returns the number of spaces before `at` on its line, if there is nothing else.
fn indent(body: &str, at: usize) -> Option<usize> {
    let start = body[..at].rfind('\n').map_or(0, |end| end + 1);
    let before = &body[start..at];
    before.bytes().all(|byte| byte == b' ').then_some(before.len())
}

/// Numbers that begin dates, not lists.
const YEARS: Range<u64> = 1900..2100;

impl OpenItems {
    pub fn item(&mut self, range: &Range<usize>) {
        let inside_date = self.open.last().is_some_and(|(_, is_reported)| *is_reported);
        self.open.push((range.start, std::mem::take(&mut self.at_year) || inside_date));
    }

    pub fn end_item(&mut self) {
        self.open.pop();
    }

    /// Reports a list at `range` that is the rest of a date: `10. 3.` and `2026. 2. 5.` become
    /// numbered lists inside numbered lists, on one line.
    pub fn list(
        &mut self,
        first: Option<u64>,
        body: &str,
        range: &Range<usize>,
    ) -> Option<Misreading> {
        if first
            .is_some_and(|first| YEARS.contains(&first) && !are_years(&body[range.clone()], first))
        {
            let is_reported = self.open.last().is_some_and(|(_, is_reported)| *is_reported);
            self.at_year = true;
            let number = body[range.start..].bytes().take_while(u8::is_ascii_digit).count();
            return (!is_reported).then(|| date_as_list(body, range.start, number));
        }
        let (start, is_reported) = self.open.last_mut()?;
        let between = body.get(*start..range.start)?;
        let outer = between.trim().trim_end_matches(['.', ')']);
        let is_number = !outer.is_empty() && outer.bytes().all(|byte| byte.is_ascii_digit());
        let is_date = first.is_some() && is_number && !between.contains('\n');
        if !is_date || std::mem::replace(is_reported, true) {
            return None;
        }
        Some(date_as_list(body, *start, between.trim_end().len() - 1))
    }
}

/// Returns whether the items of a list, from `first` on, are several years without a gap.
fn are_years(list: &str, first: u64) -> bool {
    let number = |line: &str| {
        let line = line.trim_start_matches([' ', '>']);
        let (number, _) = line.split_once(['.', ')'])?;
        number.parse::<u64>().ok().filter(|number| YEARS.contains(number))
    };
    let years: Vec<u64> = list.lines().filter_map(number).collect();
    years.len() > 1 && (first..).zip(&years).all(|(expected, year)| expected == *year)
}

/// Returns the problem of a date that begins at `start` with a number of so many bytes.
fn date_as_list(body: &str, start: usize, number: usize) -> Misreading {
    let line = body[start..].lines().next().unwrap_or_default();
    let (number, rest) = line.split_at(number);
    let fixed = [number, "\\", rest].concat();
    let place = start..start + line.len();
    Misreading::new(Code::DateAsList, place).written(line.trim(), fixed.trim())
}
