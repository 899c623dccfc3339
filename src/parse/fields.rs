//! Reads TOML tables field by field: front matter, settings and data blocks.
//!
//! Deserialising into a struct would stop at the first problem and lose its
//! place. This reader takes what it can, reports every other key, and knows
//! which keys belong to the source language alone.

use std::ops::Range;

use jiff::civil::Date;
use serde_spanned::Spanned;
use toml::de::{DeTable, DeValue};

use crate::{
    diag::{Code, Diagnostic, Diagnostics},
    model::{At, PageRef, PerLang, SourceId, Span},
};

/// Which file of a pair is being read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Role<'a> {
    /// The one that holds the facts.
    Source,
    /// One that holds words only; its facts are in the file named here.
    Translation { source: &'a str },
}

/// What every table of one block shares.
pub struct Block<'a> {
    pub source: SourceId,
    /// Where the block's text begins in the file.
    pub offset: usize,
    pub role: Role<'a>,
    /// Where the block does not parse: what is missing may be there, unread, and
    /// what is read there may be only half of it.
    pub damaged: Vec<Range<usize>>,
    pub diagnostics: &'a mut Diagnostics,
}

impl Block<'_> {
    /// The place of `range` of the block's text in the file.
    pub fn span(&self, range: Range<usize>) -> Span {
        Span::new(self.source, self.offset + range.start..self.offset + range.end)
    }

    pub fn report(&mut self, diagnostic: Diagnostic) {
        self.diagnostics.push(diagnostic);
    }
}

/// One table, being read. Call [`Fields::finish`] last: it reports unknown keys.
pub struct Fields<'t, 'b, 'a> {
    table: &'t DeTable<'t>,
    /// Where a problem of the whole table is shown.
    span: Span,
    /// ` ([items.drafting])`, or nothing at the top.
    place: String,
    known: Vec<&'static str>,
    pub block: &'b mut Block<'a>,
}

impl<'t, 'b, 'a> Fields<'t, 'b, 'a> {
    /// Reads `table`, called `name` (dotted; empty for the top).
    pub fn new(
        table: &'t Spanned<DeTable<'t>>,
        name: &str,
        span: Span,
        block: &'b mut Block<'a>,
    ) -> Self {
        let place = if name.is_empty() { String::new() } else { format!(" ([{name}])") };
        Fields { table: table.get_ref(), span, place, known: Vec::new(), block }
    }

    fn sub(table: &'t DeTable<'t>, name: &str, span: Span, block: &'b mut Block<'a>) -> Self {
        Fields { table, span, place: format!(" ([{name}])"), known: Vec::new(), block }
    }

    /// The value of `key` where it is set and right.
    pub fn optional<T: FromToml>(&mut self, key: &'static str) -> Option<T> {
        self.known.push(key);
        let value = self.table.get(key)?;
        T::from_toml(key, value, self.block)
    }

    /// As [`Fields::optional`], and its absence is reported.
    pub fn required<T: FromToml>(&mut self, key: &'static str) -> Option<T> {
        if !self.table.contains_key(key) {
            self.report_missing(key, T::example(key));
        }
        self.optional(key)
    }

    /// A fact: read in the source language's file, refused in a translation.
    pub fn fact<T: FromToml>(&mut self, key: &'static str) -> Option<T> {
        if self.refuse_in_translation(key) { None } else { self.optional(key) }
    }

    /// A fact that the source language's file must state.
    pub fn required_fact<T: FromToml>(&mut self, key: &'static str) -> Option<T> {
        match self.block.role {
            Role::Source => self.required(key),
            Role::Translation { .. } => self.fact(key),
        }
    }

    fn refuse_in_translation(&mut self, key: &'static str) -> bool {
        let Role::Translation { source } = self.block.role else { return false };
        self.known.push(key);
        if let Some((key_at, _)) = self.table.get_key_value(key) {
            let span = self.block.span(key_at.span());
            let refused = Diagnostic::new(Code::NeutralKeyInTranslation, span)
                .arg("key", key)
                .arg("source", source);
            self.block.report(refused);
        }
        true
    }

    /// Reads the sub-table `key` with `read`, where there is one.
    pub fn table<T>(
        &mut self,
        key: &'static str,
        read: impl FnOnce(&mut Fields) -> T,
    ) -> Option<T> {
        self.known.push(key);
        let value = self.table.get(key)?;
        let span = self.block.span(value.span());
        let table = as_table(key, value, self.block)?;
        let mut fields = Fields::sub(table, key, span, self.block);
        let read = read(&mut fields);
        fields.finish();
        Some(read)
    }

    /// Reads each entry of the table of tables `key` (`[items.drafting]`) with
    /// `read`, in the order in which they are written.
    pub fn each<T>(
        &mut self,
        key: &'static str,
        mut read: impl FnMut(At<String>, &mut Fields) -> T,
    ) -> Vec<T> {
        self.known.push(key);
        let Some(value) = self.table.get(key) else { return Vec::new() };
        let Some(table) = as_table(key, value, self.block) else { return Vec::new() };
        let mut all = Vec::with_capacity(table.len());
        for (name, entry) in table.iter() {
            let span = self.block.span(name.span());
            let Some(entry) = as_table(key, entry, self.block) else { continue };
            let id = At { value: name.get_ref().to_string(), span };
            let path = format!("{key}.{}", id.value);
            let mut fields = Fields::sub(entry, &path, span, self.block);
            all.push(read(id, &mut fields));
            fields.finish();
        }
        all
    }

    /// A table whose keys are names and whose values are all alike.
    pub fn map<T: FromToml>(&mut self, key: &'static str) -> Option<Vec<(At<String>, T)>> {
        self.known.push(key);
        named_values(key, self.table.get(key)?, self.block)
    }

    /// Reads each entry of the array of tables `key` (`[[steps]]`, or a list of
    /// inline tables) with `read`, which also learns where the entry stands.
    /// That the list is missing is reported.
    pub fn list<T>(
        &mut self,
        key: &'static str,
        mut read: impl FnMut(&mut Fields, Span) -> T,
    ) -> Vec<T> {
        self.known.push(key);
        let Some(value) = self.table.get(key) else {
            self.report_missing(key, format!("[[{key}]]"));
            return Vec::new();
        };
        let Some(list) = value.get_ref().as_array() else {
            mismatch::<()>(key, "type-list", &format!("[[{key}]]"), value, self.block);
            return Vec::new();
        };
        let mut all = Vec::with_capacity(list.len());
        for (at, entry) in list.iter().enumerate() {
            let span = self.block.span(entry.span());
            let Some(entry) = as_table(key, entry, self.block) else { continue };
            let mut fields = Fields::sub(entry, key, span, self.block);
            fields.place = format!(" ([[{key}]] {})", at + 1);
            all.push(read(&mut fields, span));
            fields.finish();
        }
        all
    }

    /// As [`Fields::list`], where the list may be left out.
    pub fn optional_list<T>(
        &mut self,
        key: &'static str,
        read: impl FnMut(&mut Fields, Span) -> T,
    ) -> Vec<T> {
        if self.table.contains_key(key) {
            return self.list(key, read);
        }
        self.known.push(key);
        Vec::new()
    }

    /// Whether `key` is written at all.
    pub fn has(&self, key: &str) -> bool {
        self.table.contains_key(key)
    }

    /// Where the value of `key` stands, or the table where it is not written.
    pub fn span_of(&self, key: &str) -> Span {
        self.table.get(key).map_or(self.span, |value| self.block.span(value.span()))
    }

    /// Reports that `key` is not there.
    pub fn report_missing(&mut self, key: &'static str, example: String) {
        if !self.block.damaged.is_empty() {
            return;
        }
        let missing = Diagnostic::new(Code::MissingKey, self.span)
            .arg("key", key)
            .arg("where", self.place.clone())
            .arg("example", example);
        self.block.report(missing);
    }

    /// Reports the keys that nobody asked for.
    pub fn finish(self) {
        for (key, _) in self.table.iter() {
            let name: &str = key.get_ref();
            if self.known.contains(&name) {
                continue;
            }
            let span = self.block.span(key.span());
            let unknown = Diagnostic::new(Code::UnknownKey, span)
                .arg("key", name)
                .arg("where", self.place.clone())
                .arg("known", self.known.join(", "));
            let misplaced = !self.place.is_empty() && TOP_LEVEL.contains(&name);
            self.block.report(match misplaced {
                true => unknown.hint("misplaced"),
                false => unknown.suggest(name, self.known.iter().copied()),
            });
        }
    }
}

/// Keys that stand above all tables: TOML takes one that is written below a
/// table's line for that table's own.
const TOP_LEVEL: &[&str] = &[
    "aliases",
    "audience",
    "base_url",
    "description",
    "draft",
    "evidence",
    "highlights",
    "minify",
    "navigation",
    "order",
    "organization",
    "path",
    "published",
    "related",
    "released",
    "reviewer",
    "source_language",
    "title",
    "topic",
    "updated",
    "version",
];

/// A value that can be read from TOML; what is wrong is reported, not returned.
pub trait FromToml: Sized {
    fn from_toml(key: &str, value: &Spanned<DeValue>, block: &mut Block) -> Option<Self>;

    /// How an editor would write it.
    fn example(key: &str) -> String;
}

/// One line of text that is not blank, with white space folded.
impl FromToml for String {
    fn from_toml(key: &str, value: &Spanned<DeValue>, block: &mut Block) -> Option<Self> {
        let Some(text) = value.get_ref().as_str() else {
            return mismatch(key, "type-text", &Self::example(key), value, block);
        };
        let line = text.split_whitespace().collect::<Vec<_>>().join(" ");
        if line.is_empty() {
            let span = block.span(value.span());
            block.report(Diagnostic::new(Code::BlankText, span).arg("key", key));
            return None;
        }
        Some(crate::model::nfc(&line).into_owned())
    }

    fn example(key: &str) -> String {
        format!("{key} = \"…\"")
    }
}

impl FromToml for bool {
    fn from_toml(key: &str, value: &Spanned<DeValue>, block: &mut Block) -> Option<Self> {
        let flag = value.get_ref().as_bool();
        flag.or_else(|| mismatch(key, "type-boolean", &Self::example(key), value, block))
    }

    fn example(key: &str) -> String {
        format!("{key} = true")
    }
}

impl FromToml for i64 {
    fn from_toml(key: &str, value: &Spanned<DeValue>, block: &mut Block) -> Option<Self> {
        let number = value.get_ref().as_integer();
        let parsed = number.and_then(|n| i64::from_str_radix(n.as_str(), n.radix()).ok());
        parsed.or_else(|| mismatch(key, "type-integer", &Self::example(key), value, block))
    }

    fn example(key: &str) -> String {
        format!("{key} = 1")
    }
}

/// A day without a time.
impl FromToml for Date {
    fn from_toml(key: &str, value: &Spanned<DeValue>, block: &mut Block) -> Option<Self> {
        let date = value.get_ref().as_datetime().filter(|stamp| stamp.time.is_none());
        let Some(date) = date.and_then(|stamp| stamp.date) else {
            return mismatch(key, "type-date", &Self::example(key), value, block);
        };
        // The TOML parser has checked the days of the month already.
        Date::new(date.year as i16, date.month as i8, date.day as i8).ok()
    }

    fn example(key: &str) -> String {
        format!("{key} = 2026-11-22")
    }
}

impl FromToml for PageRef {
    fn from_toml(key: &str, value: &Spanned<DeValue>, block: &mut Block) -> Option<Self> {
        let written = String::from_toml(key, value, block)?;
        let reference = page_ref(&written);
        if reference.is_none() {
            let span = block.span(value.span());
            block.report(Diagnostic::new(Code::BadReference, span).arg("found", written));
        }
        reference
    }

    fn example(key: &str) -> String {
        match key {
            "audience" => format!("{key} = \"product\""),
            _ => format!("{key} = \"checklists/pre-launch\""),
        }
    }
}

/// `slug`, `folder/slug`, or a collection's folder alone (an empty slug).
fn page_ref(written: &str) -> Option<PageRef> {
    use crate::model::Kind;
    let (kind, slug) = match written.split_once('/') {
        Some((folder, slug)) => (Some(Kind::from_folder(folder)?), slug),
        None => match Kind::from_folder(written) {
            Some(kind) if kind.has_collection() => (Some(kind), ""),
            _ => (None, written),
        },
    };
    let whole = !slug.is_empty() || kind.is_some_and(Kind::has_collection);
    let fits = whole && !slug.contains('/') && !slug.ends_with(".md");
    fits.then(|| PageRef { kind, slug: slug.to_owned() })
}

impl<T: FromToml> FromToml for At<T> {
    fn from_toml(key: &str, value: &Spanned<DeValue>, block: &mut Block) -> Option<Self> {
        let span = block.span(value.span());
        T::from_toml(key, value, block).map(|value| At { value, span })
    }

    fn example(key: &str) -> String {
        T::example(key)
    }
}

impl<T: FromToml> FromToml for Vec<T> {
    fn from_toml(key: &str, value: &Spanned<DeValue>, block: &mut Block) -> Option<Self> {
        let Some(list) = value.get_ref().as_array() else {
            return mismatch(key, "type-list", &Self::example(key), value, block);
        };
        Some(list.iter().filter_map(|item| T::from_toml(key, item, block)).collect())
    }

    fn example(key: &str) -> String {
        match T::example(key).split_once(" = ") {
            Some((key, item)) => format!("{key} = [{item}]"),
            None => format!("{key} = []"),
        }
    }
}

/// `[title]` with `en` and `ko`, both required.
impl FromToml for PerLang<String> {
    fn from_toml(key: &str, value: &Spanned<DeValue>, block: &mut Block) -> Option<Self> {
        let span = block.span(value.span());
        let table = as_table(key, value, block)?;
        let mut fields = Fields::sub(table, key, span, block);
        let (en, ko) = (fields.required("en"), fields.required("ko"));
        fields.finish();
        Some(PerLang { en: en?, ko: ko? })
    }

    fn example(key: &str) -> String {
        format!("[{key}] en = \"…\" ko = \"…\"")
    }
}

/// The entries of a table whose keys are names and whose values are all alike.
pub fn named_values<T: FromToml>(
    key: &str,
    value: &Spanned<DeValue>,
    block: &mut Block,
) -> Option<Vec<(At<String>, T)>> {
    let table = as_table(key, value, block)?;
    let mut all = Vec::with_capacity(table.len());
    for (name, value) in table.iter() {
        let id = At { value: name.get_ref().to_string(), span: block.span(name.span()) };
        all.extend(T::from_toml(key, value, block).map(|value| (id, value)));
    }
    Some(all)
}

fn as_table<'t>(
    key: &str,
    value: &'t Spanned<DeValue<'t>>,
    block: &mut Block,
) -> Option<&'t DeTable<'t>> {
    let table = value.get_ref().as_table();
    table.or_else(|| mismatch(key, "type-table", &format!("[{key}]"), value, block))
}

/// Reports a value of the wrong type; returns nothing, to end the caller.
fn mismatch<T>(
    key: &str,
    expected: &'static str,
    example: &str,
    value: &Spanned<DeValue>,
    block: &mut Block,
) -> Option<T> {
    let found = match value.get_ref() {
        DeValue::String(_) => "type-text",
        DeValue::Integer(_) => "type-integer",
        DeValue::Float(_) => "type-float",
        DeValue::Boolean(_) => "type-boolean",
        DeValue::Datetime(stamp) if stamp.time.is_none() => "type-date",
        DeValue::Datetime(_) => "type-datetime",
        DeValue::Array(_) => "type-list",
        DeValue::Table(_) => "type-table",
    };
    let place = value.span();
    let damaged = block.damaged.iter().any(|at| at.start <= place.end && place.start <= at.end);
    if damaged {
        return None;
    }
    let span = block.span(place);
    block.report(
        Diagnostic::new(Code::WrongType, span)
            .arg("key", key)
            .phrase("expected", expected)
            .phrase("found", found)
            .arg("example", example),
    );
    None
}

/// Parses `text` as TOML as far as possible. Syntax errors are reported at
/// their places and mark the block as damaged.
pub fn parse_block<'t>(text: &'t str, block: &mut Block) -> Spanned<DeTable<'t>> {
    let (table, errors) = DeTable::parse_recoverable(text);
    let mut lines = Vec::new();
    for error in errors {
        let range = error.span().unwrap_or(0..0);
        block.damaged.push(range.clone());
        // What follows on the same line is a consequence of the first.
        let line = text.get(..range.start).map(|before| before.matches('\n').count());
        if lines.contains(&line) {
            continue;
        }
        lines.push(line);
        let problem = syntax_problem(text, range.clone(), error.message(), block);
        block.report(problem);
    }
    table
}

fn syntax_problem(text: &str, range: Range<usize>, detail: &str, block: &Block) -> Diagnostic {
    let span = block.span(range.clone());
    let line = line_around(text, range.start);
    let value = line.split_once('=').map(|(_, value)| value.trim());
    if let Some(date) = value.filter(|value| looks_like_date(value)) {
        return Diagnostic::new(Code::ImpossibleDate, span).arg("found", date);
    }
    let problem =
        Diagnostic::new(Code::InvalidToml, span).arg("detail", detail.replace('\n', "; "));
    match mistake(line) {
        Some((hint, key)) => problem.arg("key", key).hint(hint),
        None => problem,
    }
}

fn line_around(text: &str, at: usize) -> &str {
    let before = text.get(..at).unwrap_or(text);
    let start = before.rfind('\n').map_or(0, |newline| newline + 1);
    text[start..].lines().next().unwrap_or_default()
}

/// `2026-02-30`, `2026-1-5`, `2026.01.05`, `2026년 1월 5일`.
fn looks_like_date(value: &str) -> bool {
    let parts = value.split(['-', '.', '/', '년', '월', '일']).map(str::trim);
    let parts: Vec<&str> = parts.filter(|part| !part.is_empty()).collect();
    let digits = |part: &&str| part.len() <= 4 && part.chars().all(|c| c.is_ascii_digit());
    parts.len() == 3 && parts.iter().all(digits)
}

/// What a line that is not TOML was probably meant to be: the hint, and its key.
fn mistake(line: &str) -> Option<(&'static str, &str)> {
    let plain = |key: &&str| {
        !key.is_empty() && key.chars().all(|c| c.is_ascii_alphanumeric() || c == '_' || c == '-')
    };
    if line.contains(['“', '”', '‘', '’']) && !line.contains('"') {
        return Some(("curly", ""));
    }
    let Some((key, value)) = line.split_once('=') else {
        let key = line.split_once(':').map(|(key, _)| key.trim()).filter(plain);
        return key.map(|key| ("colon", key));
    };
    let key = Some(key.trim()).filter(plain)?;
    let value = value.trim();
    let spoken = ["yes", "no", "on", "off", "true", "false"];
    match value {
        _ if spoken.contains(&value.to_lowercase().as_str()) => Some(("boolean", key)),
        _ if value.starts_with(char::is_alphabetic) => Some(("unquoted", key)),
        _ => None,
    }
}
