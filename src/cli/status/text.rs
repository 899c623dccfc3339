//! The state of translations for people: a table of pages, or of one page's sections.

use std::path::Path;

use fluent_bundle::{FluentArgs, FluentValue};

use super::diff;
use crate::{
    cli::paint::{Cell, Look, Paint, Table},
    diag::sentence,
    model::{Lang, PageState, SectionPair, SectionState, Span, Translation},
    pipeline,
    source::Sources,
};

/// What to print, and how.
#[derive(Clone, Copy)]
pub struct Style<'a> {
    pub lang: Lang,
    pub paint: Paint,
    /// Put before each path, so that it can be opened from where the command ran.
    pub root: &'a Path,
    /// One page's sections instead of the pages.
    pub sections: bool,
    pub diff: bool,
}

impl Style<'_> {
    /// A sentence with particulars.
    pub fn say<'v, const N: usize>(
        &self,
        key: &str,
        args: [(&'static str, FluentValue<'v>); N],
    ) -> String {
        let mut all = FluentArgs::new();
        args.into_iter().for_each(|(name, value)| all.set(name, value));
        sentence(self.lang, key, &all)
    }

    /// `path:line` of the beginning of a span.
    pub fn place(&self, span: Span, sources: &Sources) -> String {
        let source = sources.get(span.source);
        let at = (span.start as usize).min(source.bytes.len());
        let line = memchr::memchr_iter(b'\n', &source.bytes[..at]).count() + 1;
        let path = match self.root == Path::new(".") {
            true => source.path.to_string(),
            false => self.root.join(source.path.as_str()).display().to_string(),
        };
        format!("{path}:{line}")
    }
}

/// The text that `status` prints.
pub fn draw(all: &[&Translation], sources: &Sources, style: Style) -> String {
    let mut text = match style.sections {
        true => all.iter().map(|translation| page(translation, sources, style)).collect(),
        false => pages(all, style),
    };
    if style.diff {
        for translation in all.iter().filter(|translation| needs_work(translation)) {
            text.push('\n');
            text.push_str(&diff::draw(
                &pipeline::review(translation, sources),
                translation,
                sources,
                style,
            ));
        }
    }
    text
}

fn needs_work(translation: &Translation) -> bool {
    translation.pairs.iter().any(|pair| pair.state != SectionState::Current)
}

/// A row for each page, and what it comes to.
fn pages(all: &[&Translation], style: Style) -> String {
    if all.is_empty() {
        return style.say("cli-status-empty", []) + "\n";
    }
    let mut table = Table::default();
    let head = |key| Cell::new(Look::Quiet, style.say(key, []));
    table.row([
        Cell::new(Look::Plain, ""),
        head("cli-head-page"),
        head("cli-head-language"),
        head("cli-head-state"),
        Cell::right(Look::Quiet, style.say("cli-head-words", [])),
        head("cli-head-sections"),
    ]);
    for translation in all {
        let (sign, look) = sign(translation.state);
        let words = translation.words();
        table.row([
            Cell::new(look, sign),
            Cell::new(Look::Plain, translation.place.name()),
            Cell::new(Look::Plain, translation.place.lang.code()),
            Cell::new(look, state_of_page(translation.state, style)),
            Cell::right(Look::Plain, if words == 0 { String::new() } else { words.to_string() }),
            Cell::new(Look::Plain, counts(translation, style)),
        ]);
    }
    [table.draw(style.paint, ""), "\n".to_owned(), summary(all, style)].concat()
}

fn sign(state: PageState) -> (&'static str, Look) {
    match state {
        PageState::Complete => ("✓", Look::Good),
        PageState::Stale => ("●", Look::Attention),
        PageState::Missing => ("○", Look::Bad),
        PageState::Orphan => ("!", Look::Bad),
    }
}

fn state_of_page(state: PageState, style: Style) -> String {
    style.say(
        match state {
            PageState::Complete => "cli-page-complete",
            PageState::Stale => "cli-page-stale",
            PageState::Missing => "cli-page-missing",
            PageState::Orphan => "cli-page-orphan",
        },
        [],
    )
}

/// How many sections are in each state, those in step left out.
fn counts(translation: &Translation, style: Style) -> String {
    if matches!(translation.state, PageState::Missing | PageState::Orphan) {
        return String::new();
    }
    let count = |state: SectionState| {
        let count = translation.pairs.iter().filter(|pair| pair.state == state).count();
        let key = match state {
            SectionState::Current => return None,
            SectionState::SourceChanged => "cli-count-changed",
            SectionState::NewInSource => "cli-count-new",
            SectionState::RemovedFromSource => "cli-count-removed",
            SectionState::Moved => "cli-count-moved",
            SectionState::TranslationEdited => "cli-count-edited",
            SectionState::NotRecorded => "cli-count-unrecorded",
        };
        (count > 0).then(|| style.say(key, [("count", count.into())]))
    };
    SectionState::ALL.into_iter().filter_map(count).collect::<Vec<_>>().join(", ")
}

/// The key of the words for so many pages of a state.
const fn count_key(state: PageState) -> &'static str {
    match state {
        PageState::Complete => "cli-pages-complete",
        PageState::Stale => "cli-pages-stale",
        PageState::Missing => "cli-pages-missing",
        PageState::Orphan => "cli-pages-orphan",
    }
}

/// `37 complete, 2 stale, 1 missing · 120 words to translate`.
fn summary(all: &[&Translation], style: Style) -> String {
    let part = |state: PageState| {
        let count = all.iter().filter(|translation| translation.state == state).count();
        let said = style.say(count_key(state), [("count", count.into())]);
        (count > 0).then(|| style.paint.text(sign(state).1, &said))
    };
    let parts: Vec<String> = PageState::ALL.into_iter().filter_map(part).collect();
    let words: u32 = all.iter().map(|translation| translation.words()).sum();
    let words = match words {
        0 => String::new(),
        words => [" · ", &style.say("cli-words", [("words", words.into())])].concat(),
    };
    [&parts.join(", "), words.as_str(), "\n"].concat()
}

/// One page: its state, and a row for each section.
fn page(translation: &Translation, sources: &Sources, style: Style) -> String {
    let (sign, look) = sign(translation.state);
    let name = translation.place.name();
    let state = state_of_page(translation.state, style);
    let mut text = format!(
        "{} {} · {} · {}",
        style.paint.text(look, sign),
        style.paint.text(Look::Strong, &name),
        translation.place.lang.own_name(),
        style.paint.text(look, &state),
    );
    let words = translation.words();
    if words > 0 {
        text.push_str(" · ");
        text.push_str(&style.say("cli-words", [("words", words.into())]));
    }
    text.push_str("\n\n");
    let mut table = Table::default();
    for pair in &translation.pairs {
        table.row(row(pair, translation, sources, style));
    }
    text.push_str(&table.draw(style.paint, "  "));
    if let Some(next) = next_step(translation, style) {
        text.push_str(&["\n", &next, "\n"].concat());
    }
    text
}

fn row(
    pair: &SectionPair,
    translation: &Translation,
    sources: &Sources,
    style: Style,
) -> Vec<Cell> {
    let (sign, look) = sign_of(pair.state);
    let quiet = if pair.state == SectionState::Current { Look::Quiet } else { Look::Plain };
    let words = if pair.words == 0 { String::new() } else { pair.words.to_string() };
    let mut cells = vec![
        Cell::new(look, sign),
        Cell::new(quiet, translation.id_of(pair)),
        Cell::new(look, state_of(pair, style)),
        Cell::right(Look::Plain, words),
    ];
    if pair.state != SectionState::Current {
        let section = translation.section_of(pair).or_else(|| translation.source_of(pair));
        let place = section.map(|section| style.place(section.span, sources));
        cells.push(Cell::new(Look::Quiet, place.unwrap_or_default()));
    }
    cells
}

pub fn sign_of(state: SectionState) -> (&'static str, Look) {
    match state {
        SectionState::Current => ("✓", Look::Good),
        SectionState::SourceChanged => ("●", Look::Attention),
        SectionState::NewInSource => ("+", Look::Attention),
        SectionState::RemovedFromSource => ("−", Look::Attention),
        SectionState::Moved => ("↕", Look::Attention),
        SectionState::TranslationEdited => ("~", Look::Quiet),
        SectionState::NotRecorded => ("?", Look::Attention),
    }
}

/// The state of a section in words.
pub fn state_of(pair: &SectionPair, style: Style) -> String {
    let page = || ("page", pair.elsewhere.as_deref().unwrap_or_default().to_owned().into());
    match (pair.state, &pair.elsewhere) {
        (SectionState::Current, _) => style.say("cli-section-current", []),
        (SectionState::SourceChanged, _) => style.say("cli-section-changed", []),
        (SectionState::NewInSource, _) => style.say("cli-section-new", []),
        (SectionState::RemovedFromSource, None) => style.say("cli-section-removed", []),
        (SectionState::RemovedFromSource, Some(_)) => style.say("cli-section-gone-to", [page()]),
        (SectionState::Moved, None) => style.say("cli-section-moved", []),
        (SectionState::Moved, Some(_)) => style.say("cli-section-come-from", [page()]),
        (SectionState::TranslationEdited, _) => style.say("cli-section-edited", []),
        (SectionState::NotRecorded, _) => style.say("cli-section-unrecorded", []),
    }
}

/// What to do when the sections have been translated.
fn next_step(translation: &Translation, style: Style) -> Option<String> {
    let command = pipeline::command(translation)?;
    let text = style.say("cli-next-accept", [("command", command.into())]);
    Some(style.paint.text(Look::Quiet, &text))
}
