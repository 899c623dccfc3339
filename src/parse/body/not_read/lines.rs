//! Lines whose first signs were meant as the mark of a container, a heading or a task, and
//! sentences that a line of dashes turns into headings.

use std::ops::Range;

use super::{
    Misreading,
    block::{BlockLine, TextBlock},
};
use crate::diag::Code;

/// Finds marks at the beginning of lines of a block.
pub fn marks(block: &TextBlock, is_item: bool) -> Vec<Misreading> {
    let misreadings = block.lines().enumerate().filter_map(|(at, line)| {
        let begins_item = is_item && at == 0;
        container(line)
            .or_else(|| heading(line))
            .or_else(|| boxed(line))
            .or_else(|| task(line, begins_item))
    });
    misreadings.collect()
}

/// The names of containers in other programs, and the callouts that correspond to them.
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

/// The names of containers that no callout corresponds to.
const OTHER_CONTAINERS: [&str; 5] = ["note", "info", "details", "admonition", "참고"];

/// Finds `::: tip`, `!!! note` and `/// note`.
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
    // Comments in code begin with the same signs.
    if mark == "///" && kind.is_none() && !OTHER_CONTAINERS.contains(&&*name) {
        return None;
    }
    let found = Misreading::new(Code::ContainerNotRead, line.range()).arg("found", text.trim());
    Some(found.arg("suggestion", kind.map_or("NOTE", |(_, kind)| kind)))
}

/// Finds lines of colons alone that close none of the `open` containers.
pub fn unnamed_containers(block: &TextBlock, open: &mut usize) -> Vec<Misreading> {
    let is_mark = |text: &str| text.len() > 2 && text.bytes().all(|byte| byte == b':');
    let mut misreadings = Vec::new();
    for line in block.lines().filter(|line| is_mark(line.text.trim())) {
        match *open {
            0 => {
                let container = Misreading::new(Code::ContainerNotRead, line.range());
                misreadings
                    .push(container.arg("found", line.text.trim()).arg("suggestion", "NOTE"));
                *open = 1;
            }
            _ => *open -= 1,
        }
    }
    misreadings
}

/// Finds `##Title` without its space, `＃＃ 제목`, and more than six signs.
fn heading(line: BlockLine) -> Option<Misreading> {
    let text = line.text.trim_start();
    let rest = text.trim_start_matches(['#', '＃']);
    let signs = &text[..text.len() - rest.len()];
    let start = line.text.len() - text.len();
    let (count, full_width) = (signs.chars().count(), signs.contains('＃'));
    let title = rest.trim();
    let begins_title = title.starts_with(char::is_alphanumeric);
    let spaced = rest.starts_with(' ');
    // Markdown reads a full-width space before the signs as a letter.
    let indented = start > 0 && spaced;
    // A single sign may begin a word (#help) or a number.
    let is_marked = match count {
        0 | 1 => full_width && count == 1 && spaced,
        2..=6 => full_width || !spaced || indented,
        _ => spaced,
    };
    let is_mark = is_marked && begins_title && !rest.starts_with('\u{a0}');
    is_mark.then(|| {
        let fixed = ["#".repeat(count.clamp(2, 6)).as_str(), " ", title].concat();
        Misreading::new(Code::HeadingNotRead, line.part(start..start + signs.len()))
            .written(line.text.trim(), fixed)
    })
}

/// The text in the brackets of a task.
const TICKS: [&str; 15] =
    ["", "x", "X", "v", "V", "o", "O", "✓", "✔", "√", "ㅇ", "○", "●", "-", "~"];

/// The text in the brackets of a task that was given up, in other programs.
const GIVEN_UP: [&str; 2] = ["-", "~"];

/// Box characters that word processors and messengers use for tasks.
const BOXES: [char; 3] = ['☐', '☑', '☒'];

/// Finds `☐ x`, with or without the mark of a list before it.
fn boxed(line: BlockLine) -> Option<Misreading> {
    let text = line.text.trim_start().trim_start_matches(['-', '*', '+']).trim_start();
    let label = text.strip_prefix(BOXES)?.trim_start();
    let tick = if text.starts_with(BOXES[0]) { " " } else { "x" };
    let length = line.text.len() - label.len();
    let misreading = Misreading::new(Code::TaskNotRead, line.part(0..length));
    (!label.is_empty()).then(|| misreading.written(line.text, ["- [", tick, "] ", label].concat()))
}

/// Finds `- []`, `-[ ]`, `[ ]x` and the like. `begins_item` is true if the mark of a list
/// stands before.
fn task(line: BlockLine, begins_item: bool) -> Option<Misreading> {
    let unmarked = line.text.strip_prefix(['-', '*', '+', '–', '—']);
    let text = unmarked.unwrap_or(line.text).trim_start_matches([' ', '\t']);
    let (inside, rest) = text.strip_prefix(['[', '［'])?.split_once([']', '］'])?;
    let (inside, label) = (inside.trim(), rest.trim_start());
    let has_label = label.starts_with(|c: char| c.is_alphanumeric() || "“\"'(".contains(c));
    let begins_blank = text.starts_with("[ ]") || text.starts_with("[] ");
    // `[x]를 누릅니다` is about a button.
    let is_cross = matches!(inside, "x" | "X");
    let is_ticked = is_cross && rest != label;
    let is_mark = unmarked.is_some() || begins_item || begins_blank || is_ticked;
    // In a sentence, `[x]y` and `[]int` are code.
    let is_code = label.starts_with(|c: char| c.is_ascii_alphanumeric()) && rest == label;
    let is_code = is_code && !(is_cross && begins_item);
    let is_given_up = GIVEN_UP.contains(&inside);
    // Without the mark of a list before it, `[-]` is the name of a key or a button.
    let is_tick = TICKS.contains(&inside) && (!is_given_up || begins_item && rest != label);
    let is_task = is_mark && has_label && is_tick && (!is_code || begins_blank);
    is_task.then(|| {
        let tick = if inside.is_empty() || is_given_up { " " } else { "x" };
        let fixed = ["- [", tick, "] ", label].concat();
        let length = line.text.len() - rest.len();
        Misreading::new(Code::TaskNotRead, line.part(0..length)).written(line.text, fixed)
    })
}

/// Finds `<!-- words` without its end in the block, which readers see whole.
pub fn open_comment(block: &TextBlock) -> Option<Misreading> {
    const OPENS: &str = "<!--";
    let text = Some(block.text()).filter(|text| text.contains('<'))?;
    let at = text.find(OPENS)?;
    let found = Misreading::new(Code::UnclosedHtml, at..at + OPENS.len());
    Some(found.arg("found", OPENS).arg("case", "other"))
}

/// Returns whether `text` ends as Korean sentences do; `개요` and `필요` are nouns.
fn is_predicate(text: &str) -> bool {
    let politely = text.strip_suffix('요').is_some_and(|stem| {
        stem.ends_with(|c: char| "어아해에예세네지데까래게나려워와돼져러서겨켜여내".contains(c))
    });
    text.ends_with('다') || politely
}

/// Reports a sentence, or several lines, that a line of dashes below turns into a heading. The
/// line was meant to separate the text above from the text below.
pub fn underlined_sentence(body: &str, range: &Range<usize>) -> Option<Misreading> {
    let written = body[range.clone()].trim_end();
    let (above, dashes) = written.rsplit_once('\n')?;
    let is_rule = dashes.trim_start_matches(['>', ' ']).trim_end().chars().all(|c| c == '-');
    let text = above.trim();
    // Questions are usual as headings.
    let is_sentence = text.ends_with(['.', '!', ':', '…', '。']) || is_predicate(text);
    let is_long = text.contains('\n') || text.chars().count() > 60;
    let place =
        range.start + written.len() - dashes.trim_start().len()..range.start + written.len();
    (is_rule && (is_sentence || is_long)).then(|| Misreading::new(Code::SentenceAsHeading, place))
}
