//! The shards of texts: what a result shows of a page and of its passages.

use super::{
    page::SearchPage,
    passages::Passage,
    readable::boundary_before,
    shards::{self, ShardSize, push_json},
};

/// The most passages of a page that have a number.
pub const MOST_PASSAGES: usize = 255;

/// Texts that are written together.
pub struct TextShard {
    size: ShardSize,
    /// The first key of each file, and the entries of the file.
    files: Vec<(String, String)>,
}

impl TextShard {
    pub const fn new(size: ShardSize) -> TextShard {
        TextShard { size, files: Vec::new() }
    }

    /// Adds a page; one that is longer than a file should be is added in pieces.
    pub fn add(&mut self, page: &SearchPage, label: &str, passages: &[Passage]) {
        let sizes = passages.iter().map(|passage| (1, passage.text.len() + passage.heading.len()));
        let cuts = shards::cuts(sizes.take(MOST_PASSAGES), self.size);
        let starts: Vec<usize> = std::iter::once(0).chain(cuts).collect();
        for (at, start) in starts.iter().enumerate() {
            let end = starts.get(at + 1).copied().unwrap_or(passages.len().min(MOST_PASSAGES));
            let place = text_place(page.id, *start);
            let json = text_entry(page, label, passages, *start..end);
            match self.files.last_mut().filter(|_| at == 0) {
                Some((_, entries)) => {
                    entries.push_str(",\n");
                    entries.push_str(&entry_json(&place, &json));
                }
                None => self.files.push((place.clone(), entry_json(&place, &json))),
            }
        }
    }

    pub fn finish(self) -> impl Iterator<Item = (String, String)> {
        self.files.into_iter().map(|(start, entries)| (start, ["{", &entries, "}\n"].concat()))
    }
}

fn entry_json(place: &str, json: &str) -> String {
    ["\"", place, "\":", json].concat()
}

/// Returns the sort key, among all texts, of the passages of a page from `passage` on.
pub fn text_place(page: u32, passage: usize) -> String {
    format!("{page:06x}{passage:02x}")
}

/// Returns the shortest beginning of `start`, the place of a text, that differs from all texts
/// before it.
pub fn text_start(pages: &[SearchPage], start: String) -> String {
    let before = pages.partition_point(|page| text_place(page.id, 0) < start);
    match before.checked_sub(1).filter(|_| start.ends_with("00")) {
        Some(before) => shards::separator(&text_place(pages[before].id, MOST_PASSAGES), &start),
        None => start,
    }
}

/// The longest text of a passage that is kept for display, in bytes. The rest can be occurrences, but
/// is not shown.
const LONGEST_TEXT: usize = 12 << 10;

/// Returns the JSON of a page: its kind, the kind's label, its address and its title, then for
/// each passage anchor, heading and text.
fn text_entry(
    page: &SearchPage,
    label: &str,
    passages: &[Passage],
    range: std::ops::Range<usize>,
) -> String {
    let mut json = String::from("[");
    let title = passages.first().map_or("", |passage| &passage.heading);
    for text in [page.kind().info().name, label, page.address(), title] {
        push_json(&mut json, text);
        json.push(',');
    }
    json.push('[');
    for (at, passage) in passages[range].iter().enumerate() {
        json.push_str(if at > 0 { "],\n[" } else { "[" });
        push_json(&mut json, &passage.anchor);
        json.push(',');
        push_json(&mut json, &passage.heading);
        json.push(',');
        let end = boundary_before(&passage.text, LONGEST_TEXT);
        push_json(&mut json, &passage.text[..end]);
    }
    json.push_str("]]]");
    json
}
