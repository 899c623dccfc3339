//! The state of translations as text: a table of pages, or of one page's sections.

use super::{
    diff,
    style::{StatusStyle, sign_of, state_of},
};
use crate::{
    cli::paint::{Emphasis, TableCell, TextTable},
    model::{PageState, SectionPair, SectionState, Translation},
    pipeline,
    source::Sources,
};

/// Returns the text that `status` prints.
pub fn render(all: &[&Translation], sources: &Sources, style: StatusStyle) -> String {
    let mut text = match style.sections {
        true => all.iter().map(|translation| page(translation, sources, style)).collect(),
        false => pages(all, style),
    };
    if style.diff {
        for translation in all.iter().filter(|translation| needs_work(translation)) {
            text.push('\n');
            text.push_str(&diff::render(
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

/// Returns a row for each page that needs work, those that are behind first, and the totals.
fn pages(all: &[&Translation], style: StatusStyle) -> String {
    if all.is_empty() {
        return style.say("cli-status-empty", []) + "\n";
    }
    let mut open: Vec<&Translation> = all.to_vec();
    open.retain(|translation| translation.state != PageState::Complete);
    open.sort_by_key(|translation| (translation.state.rank(), translation.place.clone()));
    if open.is_empty() {
        return summary(all, style);
    }
    let mut table = TextTable::default();
    let head = |key| TableCell::new(Emphasis::Quiet, style.say(key, []));
    table.row([
        TableCell::new(Emphasis::Plain, ""),
        head("cli-head-page"),
        head("cli-head-language"),
        head("cli-head-state"),
        TableCell::right(Emphasis::Quiet, style.say("cli-head-words", [])),
        head("cli-head-sections"),
    ]);
    for translation in open {
        let (sign, look) = sign(translation.state);
        let words = translation.words();
        table.row([
            TableCell::new(look, sign),
            TableCell::new(Emphasis::Plain, translation.place.name()),
            TableCell::new(Emphasis::Plain, translation.place.lang.code()),
            TableCell::new(look, state_of_page(translation.state, style)),
            TableCell::right(
                Emphasis::Plain,
                if words == 0 { String::new() } else { words.to_string() },
            ),
            TableCell::new(Emphasis::Plain, counts(translation, style)),
        ]);
    }
    [table.render(style.paint, ""), "\n".to_owned(), summary(all, style)].concat()
}

fn sign(state: PageState) -> (&'static str, Emphasis) {
    match state {
        PageState::Complete => ("✓", Emphasis::Good),
        PageState::Stale => ("●", Emphasis::Attention),
        PageState::Missing => ("○", Emphasis::Bad),
        PageState::Begun => ("◐", Emphasis::Attention),
        PageState::Orphan => ("!", Emphasis::Bad),
    }
}

fn state_of_page(state: PageState, style: StatusStyle) -> String {
    style.say(
        match state {
            PageState::Complete => "cli-page-complete",
            PageState::Stale => "cli-page-stale",
            PageState::Missing => "cli-page-missing",
            PageState::Begun => "cli-page-begun",
            PageState::Orphan => "cli-page-orphan",
        },
        [],
    )
}

/// Returns the number of sections in each state except the current one.
fn counts(translation: &Translation, style: StatusStyle) -> String {
    if matches!(translation.state, PageState::Missing | PageState::Begun | PageState::Orphan) {
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

/// Returns the key of the words for the number of pages in a state.
const fn count_key(state: PageState) -> &'static str {
    match state {
        PageState::Complete => "cli-pages-complete",
        PageState::Stale => "cli-pages-stale",
        PageState::Missing => "cli-pages-missing",
        PageState::Begun => "cli-pages-begun",
        PageState::Orphan => "cli-pages-orphan",
    }
}

/// Returns `37 complete, 2 stale, 1 missing · 120 words to translate`.
fn summary(all: &[&Translation], style: StatusStyle) -> String {
    let part = |state: PageState| {
        let count = all.iter().filter(|translation| translation.state == state).count();
        let text = style.say(count_key(state), [("count", count.into())]);
        (count > 0).then(|| style.paint.text(sign(state).1, &text))
    };
    let parts: Vec<String> = PageState::ALL.into_iter().filter_map(part).collect();
    let words: u32 = all.iter().map(|translation| translation.words()).sum();
    let words = match words {
        0 => String::new(),
        words => [" · ", &style.say("cli-words", [("words", words.into())])].concat(),
    };
    [&parts.join(", "), words.as_str(), "\n"].concat()
}

/// Returns the state of one page, with a row for each section.
fn page(translation: &Translation, sources: &Sources, style: StatusStyle) -> String {
    let (sign, look) = sign(translation.state);
    let name = translation.place.name();
    let state = state_of_page(translation.state, style);
    let mut text = format!(
        "{} {} · {} · {}",
        style.paint.text(look, sign),
        style.paint.text(Emphasis::Strong, &name),
        translation.place.lang.own_name(),
        style.paint.text(look, &state),
    );
    let words = translation.words();
    if words > 0 {
        text.push_str(" · ");
        text.push_str(&style.say("cli-words", [("words", words.into())]));
    }
    text.push_str("\n\n");
    let mut table = TextTable::default();
    for pair in &translation.pairs {
        table.row(row(pair, translation, sources, style));
    }
    text.push_str(&table.render(style.paint, "  "));
    if let Some(next) = next_step(translation, style) {
        text.push_str(&["\n", &next, "\n"].concat());
    }
    text
}

fn row(
    pair: &SectionPair,
    translation: &Translation,
    sources: &Sources,
    style: StatusStyle,
) -> Vec<TableCell> {
    let (sign, look) = sign_of(pair.state);
    let quiet = if pair.state == SectionState::Current { Emphasis::Quiet } else { Emphasis::Plain };
    let words = if pair.words == 0 { String::new() } else { pair.words.to_string() };
    let mut cells = vec![
        TableCell::new(look, sign),
        TableCell::new(quiet, translation.id_of(pair)),
        TableCell::new(look, state_of(pair, style)),
        TableCell::right(Emphasis::Plain, words),
    ];
    if pair.state != SectionState::Current {
        let section = translation.section_of(pair).or_else(|| translation.source_of(pair));
        let place = section.map(|section| style.place(section.span, sources));
        cells.push(TableCell::new(Emphasis::Quiet, place.unwrap_or_default()));
    }
    cells
}

/// Returns the command that records the translation of the sections.
fn next_step(translation: &Translation, style: StatusStyle) -> Option<String> {
    let command = pipeline::command(translation)?;
    let text = style.say("cli-next-accept", [("command", command.into())]);
    Some(style.paint.text(Emphasis::Quiet, &text))
}
