//! A diagram in words: the text alternative for screen readers, and the list or table that
//! everyone can open.
//!
//! Both are made from one outline, so they always agree.

use fluent_bundle::{FluentArgs, FluentValue};

use super::{Actor, Tone};
use crate::{i18n::Strings, markup::Markup};

/// A diagram in words.
pub struct Outline {
    /// The name of the kind of diagram.
    pub intro: String,
    pub parts: Vec<OutlinePart>,
}

/// A part of an outline.
pub enum OutlinePart {
    List { heading: Option<String>, items: Vec<OutlineItem> },
    Table { head: Vec<String>, rows: Vec<Vec<String>> },
}

/// An item of a list, with the lines below it.
pub struct OutlineItem {
    pub words: String,
    pub more: Vec<OutlineLine>,
}

/// A line below an item. If it is a list, a text introduces it.
pub struct OutlineLine {
    pub words: String,
    pub list: Vec<String>,
}

impl OutlineLine {
    /// Creates a line without children.
    pub const fn plain(words: String) -> OutlineLine {
        OutlineLine { words, list: Vec::new() }
    }

    fn sentence(&self) -> String {
        match self.list.as_slice() {
            [] => self.words.clone(),
            list => format!("{}: {}", self.words, list.join(", ")),
        }
    }
}

/// Returns the catalog key of an actor.
pub const fn actor_key(actor: Actor) -> &'static str {
    match actor {
        Actor::System => "diagram-actor-system",
        Actor::Person => "diagram-actor-person",
        Actor::Both => "diagram-actor-both",
    }
}

/// Returns the catalog key of a tone.
pub const fn tone_key(tone: Tone) -> &'static str {
    match tone {
        Tone::Go => "diagram-tone-go",
        Tone::Caution => "diagram-tone-caution",
        Tone::Stop => "diagram-tone-stop",
    }
}

/// Returns the name of a tone, as it is written.
pub const fn tone_name(tone: Tone) -> &'static str {
    match tone {
        Tone::Go => "go",
        Tone::Caution => "caution",
        Tone::Stop => "stop",
    }
}

/// Returns the string `key` with its arguments filled in.
pub fn say<const N: usize>(
    strings: &Strings,
    key: &'static str,
    arguments: [(&'static str, FluentValue); N],
) -> String {
    let args = FluentArgs::from_iter(arguments);
    strings.format(key, &args).unwrap_or_else(|| key.to_owned())
}

/// Returns the string `key` with the gaps that scripts fill: `%name%`.
pub fn pattern<const N: usize>(
    strings: &Strings,
    key: &'static str,
    gaps: [&'static str; N],
) -> String {
    say(strings, key, gaps.map(|gap| (gap, format!("%{gap}%").into())))
}

/// Makes a list.
pub fn list(heading: Option<String>, items: impl IntoIterator<Item = OutlineItem>) -> OutlinePart {
    OutlinePart::List { heading, items: items.into_iter().collect() }
}

/// Makes an item without lines below it.
pub fn item(words: String) -> OutlineItem {
    OutlineItem { words, more: Vec::new() }
}

/// Returns a label followed by its note.
pub fn noted(label: &str, note: Option<&String>) -> String {
    match note {
        Some(note) => format!("{label} – {note}"),
        None => label.to_owned(),
    }
}

/// Returns the string `key` with a count filled in.
pub fn with_count(strings: &Strings, key: &'static str, count: usize) -> String {
    say(strings, key, [("count", count.into())])
}

impl Outline {
    /// Returns the outline as sentences in one paragraph.
    pub fn sentences(&self) -> String {
        let mut all = String::with_capacity(1024);
        sentence(&mut all, &self.intro);
        for part in &self.parts {
            match part {
                OutlinePart::List { heading, items } => {
                    if let Some(heading) = heading {
                        all.push(' ');
                        all.push_str(heading);
                        all.push(':');
                    }
                    for (nth, item) in items.iter().enumerate() {
                        sentence(&mut all, &format!("{}. {}", nth + 1, item.words));
                        item.more.iter().for_each(|more| sentence(&mut all, &more.sentence()));
                    }
                }
                OutlinePart::Table { head, rows } => {
                    rows.iter().for_each(|row| sentence(&mut all, &row_in_words(head, row)));
                }
            }
        }
        all
    }

    /// Writes the outline as a list or a table.
    pub fn write(&self, markup: &mut Markup) {
        markup.element("p", &self.intro);
        for part in &self.parts {
            match part {
                OutlinePart::List { heading, items } => {
                    if let Some(heading) = heading {
                        markup.start("p").attr("class", "diagram-part").text(heading).end();
                    }
                    write_items(markup, items);
                }
                OutlinePart::Table { head, rows } => write_table(markup, head, rows),
            }
        }
    }
}

/// Adds `words` as a sentence, with a full stop unless it ends with punctuation.
fn sentence(all: &mut String, words: &str) {
    if !all.is_empty() {
        all.push(' ');
    }
    all.push_str(words);
    if !words.ends_with(['.', '?', '!', '。', '…']) {
        all.push('.');
    }
}

fn row_in_words(head: &[String], row: &[String]) -> String {
    let cells = head.iter().zip(row).skip(1).map(|(name, cell)| format!("{name}: {cell}"));
    let first = row.first().map_or("", String::as_str);
    format!("{first} – {}", cells.collect::<Vec<_>>().join(", "))
}

fn write_items(markup: &mut Markup, items: &[OutlineItem]) {
    markup.start("ol");
    for item in items {
        markup.start("li").text(&item.words);
        if !item.more.is_empty() {
            markup.start("ul");
            item.more.iter().for_each(|more| write_more(markup, more));
            markup.end();
        }
        markup.end();
    }
    markup.end();
}

fn write_more(markup: &mut Markup, more: &OutlineLine) {
    markup.start("li").text(&more.words);
    if !more.list.is_empty() {
        markup.start("ul");
        more.list.iter().for_each(|entry| {
            markup.element("li", entry);
        });
        markup.end();
    }
    markup.end();
}

fn write_table(markup: &mut Markup, head: &[String], rows: &[Vec<String>]) {
    markup.start("table").start("thead").start("tr");
    for name in head {
        markup.start("th").attr("scope", "col").text(name).end();
    }
    markup.end().end().start("tbody");
    for row in rows {
        write_row(markup, row);
    }
    markup.end().end();
}

fn write_row(markup: &mut Markup, row: &[String]) {
    markup.start("tr");
    for (nth, cell) in row.iter().enumerate() {
        match nth {
            0 => markup.start("th").attr("scope", "row").text(cell).end(),
            _ => markup.element("td", cell),
        };
    }
    markup.end();
}
