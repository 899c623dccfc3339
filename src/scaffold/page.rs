//! Makes the skeleton of a new page from an example of its kind: every key with the sentence
//! that explains it, and texts that are marked as still to be written.

use jiff::civil::Date;

use super::{quoted, translation::marked_diagram};
use crate::{
    markdown::TO_WRITE,
    model::{Lang, PageKey, ReleaseVersion, SourcePath},
    schema::{Declaration, Property, ValueType},
    source::NewFile,
};

/// Keys and tables that few pages have; a new page contains them as comments.
const OPTIONAL: [&str; 9] =
    ["feed_id", "topic", "order", "tool", "words_section", "terms", "meaningful", "levels", "map"];

/// The page to begin.
pub struct NewPage<'a> {
    pub place: PageKey,
    pub source_language: Lang,
    /// True if the page must declare the language in which it is written first.
    pub declares_language: bool,
    pub title: Option<&'a str>,
    pub today: Date,
    pub declaration: &'a Declaration,
    /// A complete page of the kind, with every key.
    pub example: &'a str,
}

/// Returns the file of the page.
pub fn page(new: &NewPage) -> NewFile {
    let example = new.example.trim_start_matches("+++\n");
    let (front, body) = example.split_once("+++\n").unwrap_or((example, ""));
    let mut skeleton =
        Skeleton { new, text: String::from("+++\n"), table: String::new(), explained: Vec::new() };
    skeleton.front_matter(front);
    skeleton.text.push_str("+++\n");
    skeleton.body(body);
    NewFile { path: SourcePath::new(&new.place.file()), text: skeleton.text }
}

/// A page that is being written.
struct Skeleton<'a> {
    new: &'a NewPage<'a>,
    text: String,
    /// The table whose lines are read now: `items.answers`.
    table: String,
    /// The ids of the keys whose sentences have been written.
    explained: Vec<&'a str>,
}

impl<'a> Skeleton<'a> {
    fn front_matter(&mut self, example: &str) {
        self.head();
        for line in example.lines() {
            match line.strip_prefix('[').and_then(|rest| rest.strip_suffix(']')) {
                Some(table) => self.open_table(table),
                None => {
                    if let Some((key, value)) = line.split_once(" = ") {
                        self.key(key, value);
                    }
                }
            }
        }
    }

    /// Writes the keys that the examples do not have. A new page is a draft, so that it is not
    /// published before it is finished.
    fn head(&mut self) {
        if self.is_source() {
            self.set("draft", "true");
        }
        if self.new.declares_language {
            self.set("source_language", &quoted(self.new.source_language.code()));
        }
    }

    fn open_table(&mut self, table: &str) {
        self.table = table.to_owned();
        let name = table.split('.').next().unwrap_or_default();
        let property = find(&self.new.declaration.properties, name);
        if property.is_some_and(|property| self.is_left_out(property)) {
            return;
        }
        self.text.push('\n');
        property.into_iter().for_each(|property| self.explain(property));
        let mark = if self.is_optional_table() { "# " } else { "" };
        self.text.push_str(&format!("{mark}[{table}]\n"));
    }

    fn key(&mut self, key: &str, value: &str) {
        let path = self.table.clone();
        let parents = path.split('.').filter(|name| !name.is_empty());
        let Some(property) = self.property(parents.chain([key])) else { return };
        if self.is_left_out(property) {
            return;
        }
        self.explain(property);
        let written = match (&*self.table, key) {
            ("", "title") => self.title(value),
            _ => self.value(property, value),
        };
        // Only the editor knows the site's pages and topics.
        let names_page =
            is_reference(&property.value) || self.table == "weights" && key != "default";
        // Keys that make a page stand out are left to the editor.
        let is_choice = matches!(property.value, ValueType::Boolean);
        let is_asked_for = is_choice || OPTIONAL.contains(&key) || self.is_optional_table();
        let mark = if names_page || is_asked_for { "# " } else { "" };
        self.text.push_str(&format!("{mark}{key} = {written}\n"));
    }

    /// Returns whether the present lines belong to a table that few pages have.
    fn is_optional_table(&self) -> bool {
        OPTIONAL.contains(&self.table.split('.').next().unwrap_or_default())
    }

    fn set(&mut self, key: &str, value: &str) {
        if let Some(property) = self.property([key]) {
            self.explain(property);
            self.text.push_str(&format!("{key} = {value}\n"));
        }
    }

    /// Returns the given title, which is in the language of the original, or a title from the
    /// example that differs between pages.
    fn title(&self, example: &str) -> String {
        let to_write = || format!("{TO_WRITE}{} ({})", example.trim_matches('"'), self.name());
        match self.new.title {
            Some(title) if self.is_source() => quoted(title),
            Some(title) => quoted(&[TO_WRITE, title].concat()),
            None => quoted(&to_write()),
        }
    }

    /// Returns a name for a page that has no title yet.
    fn name(&self) -> String {
        self.new.title.map_or_else(|| self.new.place.name(), str::to_owned)
    }

    /// Returns the value of the example with its texts marked and its dates set to today.
    fn value(&self, property: &Property, example: &str) -> String {
        match &property.value {
            ValueType::Date => self.new.today.to_string(),
            ValueType::Text { format: Some(format), .. } if format.name == "version" => {
                quoted(&self.version().unwrap_or_else(|| example.trim_matches('"').to_owned()))
            }
            _ if property.translated => to_write(example),
            _ => example.to_owned(),
        }
    }

    /// Returns the version at the beginning of the page's name.
    fn version(&self) -> Option<String> {
        let slug = &*self.new.place.slug;
        let name = slug.split_once('-').map_or(slug, |(version, _)| version);
        ReleaseVersion::parse(name).map(|version| version.tag)
    }

    /// Returns whether the key belongs in the file of the source language only, and this is the
    /// other file.
    fn is_left_out(&self, property: &Property) -> bool {
        property.shared && !self.is_source()
    }

    fn is_source(&self) -> bool {
        self.new.place.lang == self.new.source_language
    }

    /// Writes the key's sentence above it, the first time.
    fn explain(&mut self, property: &'a Property) {
        if !self.explained.contains(&property.id.as_str()) {
            self.explained.push(&property.id);
            self.text.push_str(&format!("# {}\n", property.sentence(self.new.place.lang)));
        }
    }

    /// Returns the declaration of the key at `path`, which includes the names in maps.
    fn property<'n>(&self, path: impl IntoIterator<Item = &'n str>) -> Option<&'a Property> {
        let mut properties = &self.new.declaration.properties[..];
        let mut property_found = None;
        for name in path {
            let property = find(properties, name).or(property_found)?;
            properties = below(&property.value);
            property_found = Some(property);
        }
        property_found
    }

    fn body(&mut self, example: &str) {
        let (mut lines, mut block) = (example.split_inclusive('\n'), String::new());
        while let Some(line) = lines.next() {
            if line.starts_with("```") {
                block.push_str(line);
                block.extend(lines.by_ref().take_while(|line| !line.starts_with("```")));
                self.diagram(&block);
                block.clear();
                continue;
            }
            let (mark, words) = split_marker(line.trim_end());
            let written = if words.is_empty() { "" } else { TO_WRITE };
            self.text.push_str(&[mark, written, words, "\n"].concat());
        }
    }

    /// Writes a diagram with its texts marked. Links are left out, because only the editor
    /// knows the pages, and scenarios, because they belong in the original.
    fn diagram(&mut self, example: &str) {
        let tests = example.find("[[scenarios]]").filter(|_| !self.is_source());
        let block = [&example[..tests.unwrap_or(example.len())], "```\n"].concat();
        let marked = marked_diagram(&block, TO_WRITE);
        self.text.push_str(&marked.replace("\nfollows = ", "\n# follows = "));
    }
}

fn find<'a>(properties: &'a [Property], key: &str) -> Option<&'a Property> {
    properties.iter().find(|property| property.key == key)
}

/// Returns the keys of a table, or of each table of a map.
fn below(value: &ValueType) -> &[Property] {
    match value {
        ValueType::Table(properties) => properties,
        ValueType::Map(item) => below(item),
        ValueType::List { .. }
        | ValueType::Text { .. }
        | ValueType::Choice(_)
        | ValueType::Boolean
        | ValueType::Integer { .. }
        | ValueType::Date => &[],
    }
}

fn is_reference(value: &ValueType) -> bool {
    match value {
        ValueType::Text { format: Some(format), .. } => format.name == "page-reference",
        ValueType::List { item, .. } => is_reference(item),
        ValueType::Text { .. }
        | ValueType::Choice(_)
        | ValueType::Boolean
        | ValueType::Integer { .. }
        | ValueType::Date
        | ValueType::Table(_)
        | ValueType::Map(_) => false,
    }
}

/// Marks every string of a TOML value as still to be written.
fn to_write(example: &str) -> String {
    let opening = ["\"", TO_WRITE].concat();
    let strings = example.split('"').enumerate();
    strings.fold(String::new(), |mut text, (at, part)| {
        match at {
            0 => {}
            at if at % 2 == 1 => text.push_str(&opening),
            _ => text.push('"'),
        }
        text.push_str(part);
        text
    })
}

/// Splits a line of Markdown into the marks at its beginning and its words.
fn split_marker(line: &str) -> (&str, &str) {
    let marks = ["- [ ] ", "- ", "> "];
    let heading = line.len() - line.trim_start_matches('#').len();
    let length = match heading {
        0 => marks.iter().find(|mark| line.starts_with(**mark)).map_or(0, |mark| mark.len()),
        level => level + 1,
    };
    line.split_at(length.min(line.len()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_string_of_a_value_is_marked() {
        assert_eq!(to_write("\"a\""), "\"TODO: a\"");
        assert_eq!(to_write("[\"a\", \"나\"]"), "[\"TODO: a\", \"TODO: 나\"]");
    }

    #[test]
    fn marks_of_markdown_come_before_the_words() {
        assert_eq!(split_marker("## What {#what}"), ("## ", "What {#what}"));
        assert_eq!(split_marker("- [ ] Ask. {#ask}"), ("- [ ] ", "Ask. {#ask}"));
        assert_eq!(split_marker("Text."), ("", "Text."));
        assert_eq!(split_marker(""), ("", ""));
    }
}
