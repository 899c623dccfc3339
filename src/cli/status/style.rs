//! The style of the output of `giljabi status`: language, paths, and the sign and words for the
//! state of a section.

use std::path::Path;

use fluent_bundle::{FluentArgs, FluentValue};

use crate::{
    cli::paint::{Emphasis, Paint},
    diag::sentence,
    model::{Lang, SectionPair, SectionState, Span},
    source::Sources,
    unicode::visible,
};

/// How the output of `status` is rendered.
#[derive(Clone, Copy)]
pub struct StatusStyle<'a> {
    pub lang: Lang,
    pub paint: Paint,
    /// The beginning of each path, so that a terminal can open it.
    pub root: &'a Path,
    /// True for the sections of one page, false for a list of pages.
    pub sections: bool,
    pub diff: bool,
}

impl<'a> StatusStyle<'a> {
    /// Returns the style for a list of pages.
    pub fn new(lang: Lang, root: &'a Path) -> StatusStyle<'a> {
        StatusStyle { lang, paint: Paint::for_stdout(), root, sections: false, diff: false }
    }

    /// Returns the sentence `key` with its arguments.
    pub fn say<'v, const N: usize>(
        &self,
        key: &str,
        args: [(&'static str, FluentValue<'v>); N],
    ) -> String {
        let mut all = FluentArgs::new();
        args.into_iter().for_each(|(name, value)| all.set(name, value));
        sentence(self.lang, key, &all)
    }

    /// Returns `path:line` of the start of a span.
    pub fn place(&self, span: Span, sources: &Sources) -> String {
        let source = sources.get(span.source);
        let at = (span.start as usize).min(source.bytes.len());
        let line = memchr::memchr_iter(b'\n', &source.bytes[..at]).count() + 1;
        let path = match self.root == Path::new(".") {
            true => source.path.to_string(),
            false => self.root.join(source.path.as_str()).display().to_string(),
        };
        format!("{}:{line}", visible(&path))
    }
}

/// Returns the sign of a state and its emphasis.
pub fn sign_of(state: SectionState) -> (&'static str, Emphasis) {
    match state {
        SectionState::Current => ("✓", Emphasis::Good),
        SectionState::SourceChanged => ("●", Emphasis::Attention),
        SectionState::NewInSource => ("+", Emphasis::Attention),
        SectionState::RemovedFromSource => ("−", Emphasis::Attention),
        SectionState::Moved => ("↕", Emphasis::Attention),
        SectionState::TranslationEdited => ("~", Emphasis::Quiet),
        SectionState::NotRecorded => ("?", Emphasis::Attention),
    }
}

/// Returns the state of a section in words.
pub fn state_of(pair: &SectionPair, style: StatusStyle) -> String {
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
