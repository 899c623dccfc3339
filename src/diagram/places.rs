//! Where the values of a diagram are written.
//!
//! The data itself holds no places but those of ids: drawing needs none. What is wrong
//! only beside the other language, or only on the preview image, is looked up here.
//! Noting reads no meaning into values: every table with an id counts, and a link counts
//! for the step that it leads from.

use serde_spanned::Spanned;
use toml::de::{DeTable, DeValue};

use crate::{
    fields::Block,
    span::{At, Span},
};

/// The places of values by their table's id and their key, and those of characters
/// that not every font has.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Places {
    values: Vec<(Span, Box<str>, Span)>,
    rare: Vec<At<char>>,
}

impl Places {
    /// Notes that `key` of the table whose id stands at `id` has its value at `value`;
    /// the first value of a key counts.
    pub fn note(&mut self, id: Span, key: &str, value: Span) {
        self.values.push((id, key.into(), value));
    }

    /// Notes that `c` is written at `span`; its first place counts.
    pub fn note_rare(&mut self, c: char, span: Span) {
        if self.of_char(c).is_none() {
            self.rare.push(At { value: c, span });
        }
    }

    /// Where `key` is written in the table whose id stands at `id`.
    pub fn of(&self, id: Span, key: &str) -> Option<Span> {
        let found = self.values.iter().find(|(part, name, _)| *part == id && &**name == key);
        found.map(|(_, _, value)| *value)
    }

    /// Where a character is written that not every font has.
    pub fn of_char(&self, c: char) -> Option<Span> {
        self.rare.iter().find(|at| at.value == c).map(|at| at.span)
    }
}

/// The places of the values of `table`, which was read from `toml`.
pub fn places(toml: &str, table: &DeTable, block: &Block) -> Places {
    let mut places = Places::default();
    note_table(table, block, &mut places);
    let ids = ids(table, block);
    for (list, entry) in entries(table) {
        note_table(entry, block, &mut places);
        let from = entry.get("from").and_then(|from| from.get_ref().as_str());
        let step = ids.iter().find(|(id, _)| from == Some(*id));
        if let (Some((_, id)), Some(value)) = (step, entry.get("to")) {
            places.note(*id, list, block.span(value.span()));
        }
    }
    for (at, c) in toml.char_indices().filter(|(_, c)| is_rare(*c)) {
        places.note_rare(c, block.span(at..at + c.len_utf8()));
    }
    places
}

/// Notes the values of a table that has an id, those of tables within it too.
fn note_table(table: &DeTable, block: &Block, places: &mut Places) {
    let Some(id) = table.get("id").map(|id| block.span(id.span())) else { return };
    for (key, value) in table {
        places.note(id, key.get_ref(), block.span(value.span()));
        for (inner, value) in value.get_ref().as_table().into_iter().flatten() {
            let name = [key.get_ref(), ".", inner.get_ref()].concat();
            places.note(id, &name, block.span(value.span()));
        }
    }
}

/// The entries of every list of tables, with the list's name.
fn entries<'t>(table: &'t DeTable) -> impl Iterator<Item = (&'t str, &'t DeTable<'t>)> {
    let lists = table.iter().filter_map(|(name, value)| {
        let list = value.get_ref().as_array()?;
        Some((&**name.get_ref(), list))
    });
    lists.flat_map(|(name, list)| {
        let tables = list.iter().filter_map(|entry: &Spanned<DeValue>| entry.get_ref().as_table());
        tables.map(move |table| (name, table))
    })
}

/// The ids of all entries and where they stand.
fn ids<'t>(table: &'t DeTable, block: &Block) -> Vec<(&'t str, Span)> {
    let ids = entries(table).filter_map(|(_, entry)| {
        let id = entry.get("id")?;
        Some((id.get_ref().as_str()?, block.span(id.span())))
    });
    ids.collect()
}

/// What fonts may lack: neither ASCII nor a Hangul syllable.
const fn is_rare(c: char) -> bool {
    !c.is_ascii() && !matches!(c, '가'..='힣')
}
