//! Lines whose first signs were meant as a mark: containers, headings, tasks; and
//! sentences that a line of dashes makes headings.

use std::ops::Range;

use super::{
    Misreading,
    block::{BlockLine, TextBlock},
};
use crate::diag::Code;

/// What begins the lines of a block.
pub fn marks(block: &TextBlock, is_item: bool) -> Vec<Misreading> {
    let found = block.lines().enumerate().filter_map(|(at, line)| {
        let begins_item = is_item && at == 0;
        container(line)
            .or_else(|| heading(line))
            .or_else(|| boxed(line))
            .or_else(|| task(line, begins_item))
    });
    found.collect()
}

/// The callouts that containers of other programs are.
const CONTAINERS: [(&str, &str); 10] = [
    ("tip", "TIP"),
    ("hint", "TIP"),
    ("success", "TIP"),
    ("important", "IMPORTANT"),
    ("warning", "WARNING"),
    ("caution", "CAUTION"),
    ("danger", "CAUTION"),
    ("error", "CAUTION"),
    ("주의", "CAUTION"),
    ("팁", "TIP"),
];

/// What containers are called for which no callout stands.
const OTHER_CONTAINERS: [&str; 5] = ["note", "info", "details", "admonition", "참고"];

/// `::: tip`, `!!! note` and `/// note`.
fn container(line: BlockLine) -> Option<Misreading> {
    let text = line.text.trim_start();
    let (mark, rest) = [":::", "!!!", "???", "///"].iter().find_map(|mark| {
        text.strip_prefix(mark).map(|rest| (*mark, rest.trim_start_matches([':', '+'])))
    })?;
    let name = rest.trim_start().split(|c: char| !c.is_alphanumeric() && c != '-').next()?;
    let spaced = rest.starts_with(' ');
    if name.is_empty() || mark != ":::" && !(spaced && name.is_ascii()) {
        return None;
    }
    let name = name.to_lowercase();
    let kind = CONTAINERS.iter().find(|(known, _)| *known == name);
    // So comments begin, too.
    if mark == "///" && kind.is_none() && !OTHER_CONTAINERS.contains(&&*name) {
        return None;
    }
    let found = Misreading::new(Code::ContainerNotRead, line.range()).arg("found", text.trim());
    Some(found.arg("suggestion", kind.map_or("NOTE", |(_, kind)| kind)))
}

/// Lines of colons alone that close none of the `open` containers.
pub fn unnamed_containers(block: &TextBlock, open: &mut usize) -> Vec<Misreading> {
    let is_mark = |text: &str| text.len() > 2 && text.bytes().all(|byte| byte == b':');
    let mut found = Vec::new();
    for line in block.lines().filter(|line| is_mark(line.text.trim())) {
        match *open {
            0 => {
                let container = Misreading::new(Code::ContainerNotRead, line.range());
                found.push(container.arg("found", line.text.trim()).arg("suggestion", "NOTE"));
                *open = 1;
            }
            _ => *open -= 1,
        }
    }
    found
}

/// `##Title` without its space, `＃＃ 제목`, and more than six signs.
fn heading(line: BlockLine) -> Option<Misreading> {
    let text = line.text.trim_start();
    let rest = text.trim_start_matches(['#', '＃']);
    let signs = &text[..text.len() - rest.len()];
    let start = line.text.len() - text.len();
    let (count, full_width) = (signs.chars().count(), signs.contains('＃'));
    let title = rest.trim();
    let begins_title = title.starts_with(char::is_alphanumeric);
    let spaced = rest.starts_with(' ');
    // A full-width space before them, which Markdown reads as a letter.
    let indented = start > 0 && spaced;
    // A single one marks a word (#help) or a number.
    let meant = match count {
        0 | 1 => full_width && count == 1 && spaced,
        2..=6 => full_width || !spaced || indented,
        _ => spaced,
    };
    let is_mark = meant && begins_title && !rest.starts_with('\u{a0}');
    is_mark.then(|| {
        let fixed = ["#".repeat(count.clamp(2, 6)).as_str(), " ", title].concat();
        Misreading::new(Code::HeadingNotRead, line.part(start..start + signs.len()))
            .written(line.text.trim(), fixed)
    })
}

/// What is written in the brackets of a task.
const TICKS: [&str; 13] = ["", "x", "X", "v", "V", "o", "O", "✓", "✔", "√", "ㅇ", "○", "●"];

/// Boxes that word processors and messengers have for tasks.
const BOXES: [char; 3] = ['☐', '☑', '☒'];

/// `☐ x`, with a list's mark before it or without.
fn boxed(line: BlockLine) -> Option<Misreading> {
    let text = line.text.trim_start().trim_start_matches(['-', '*', '+']).trim_start();
    let label = text.strip_prefix(BOXES)?.trim_start();
    let tick = if text.starts_with(BOXES[0]) { " " } else { "x" };
    let length = line.text.len() - label.len();
    let found = Misreading::new(Code::TaskNotRead, line.part(0..length));
    (!label.is_empty()).then(|| found.written(line.text, ["- [", tick, "] ", label].concat()))
}

/// `- []`, `-[ ]`, `[ ]x` and the like; `begins_item` tells that a list's mark stands before.
fn task(line: BlockLine, begins_item: bool) -> Option<Misreading> {
    let unmarked = line.text.strip_prefix(['-', '*', '+', '–', '—']);
    let text = unmarked.unwrap_or(line.text).trim_start_matches([' ', '\t']);
    let (inside, rest) = text.strip_prefix(['[', '［'])?.split_once([']', '］'])?;
    let (inside, label) = (inside.trim(), rest.trim_start());
    let has_label = label.starts_with(|c: char| c.is_alphanumeric() || "“\"'(".contains(c));
    let begins_blank = text.starts_with("[ ]");
    // `[x]를 누릅니다` speaks of a button.
    let is_ticked = matches!(inside, "x" | "X") && rest != label;
    let is_mark = unmarked.is_some() || begins_item || begins_blank || is_ticked;
    // `[x]y` and `[]int` in a sentence are words of code.
    let is_code = label.starts_with(|c: char| c.is_ascii_alphanumeric()) && rest == label;
    let is_task = is_mark && has_label && TICKS.contains(&inside) && (!is_code || begins_blank);
    is_task.then(|| {
        let tick = if inside.is_empty() { " " } else { "x" };
        let fixed = ["- [", tick, "] ", label].concat();
        let length = line.text.len() - rest.len();
        Misreading::new(Code::TaskNotRead, line.part(0..length)).written(line.text, fixed)
    })
}

/// `<!-- words` without its end in the block: readers see all of it.
pub fn open_comment(block: &TextBlock) -> Option<Misreading> {
    const OPENS: &str = "<!--";
    let at = block.text().find(OPENS)?;
    let found = Misreading::new(Code::UnclosedHtml, at..at + OPENS.len());
    Some(found.arg("found", OPENS).arg("case", "other"))
}

/// Whether `text` ends as a Korean sentence does. `개요` and `필요` are words.
fn is_predicate(text: &str) -> bool {
    let politely = text.strip_suffix('요').is_some_and(|stem| {
        stem.ends_with(|c: char| "어아해에예세네지데까래게나려워와돼져러서겨켜여내".contains(c))
    });
    text.ends_with('다') || politely
}

/// A heading that is a sentence, or several lines, above a line of dashes: the line was
/// meant to part what stands above it from what stands below.
pub fn underlined_sentence(body: &str, range: &Range<usize>) -> Option<Misreading> {
    let written = body[range.clone()].trim_end();
    let (above, dashes) = written.rsplit_once('\n')?;
    let is_rule = dashes.trim_start_matches(['>', ' ']).trim_end().chars().all(|c| c == '-');
    let text = above.trim();
    // A question is a usual heading.
    let is_sentence = text.ends_with(['.', '!', ':', '…', '。']) || is_predicate(text);
    let is_long = text.contains('\n') || text.chars().count() > 60;
    let place =
        range.start + written.len() - dashes.trim_start().len()..range.start + written.len();
    (is_rule && (is_sentence || is_long)).then(|| Misreading::new(Code::SentenceAsHeading, place))
}
