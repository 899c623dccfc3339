//! The terms of a glossary, which follow the text of their sections, and the table of words to
//! avoid.

use std::{borrow::Cow, collections::HashMap};

use super::BodyWriter;
use crate::{
    model::{KindFields, Page, Term, TermFields},
    render::{context::Medium, glue::glue},
    schema::NamedEntry,
};

impl<'a> BodyWriter<'a> {
    /// Writes the terms of a section at its end.
    pub(super) fn end_section(&mut self) {
        let section = self.sections.last().map(|start| start.id.clone());
        let Some(section) = section else { return };
        self.terms(&section);
        let terms = terms_to_avoid(self.page, &section);
        if !terms.is_empty() {
            self.words_to_avoid(&terms);
        }
    }

    /// Writes the terms that have no section.
    pub(super) fn end_text(&mut self) {
        self.end_section();
        self.terms("");
    }

    /// Writes the terms of `section`, unless they have been written.
    fn terms(&mut self, section: &str) {
        let Some(defined) = self.terms.remove(section).filter(|terms| !terms.is_empty()) else {
            return;
        };
        self.out.start("dl");
        for (term, definition) in defined {
            self.out.start("dt");
            if self.context.medium == Medium::Page {
                self.out.attr("id", &self.context.id(&Term::anchor(&term.id.value)));
            }
            let (word, definition) = (self.unbroken(&term.value.word), self.unbroken(definition));
            self.out.text(&word).end();
            self.out.element("dd", &definition);
        }
        self.out.end();
    }

    /// Returns words in which what belongs together stays on a line of the page.
    fn unbroken<'t>(&self, words: &'t str) -> Cow<'t, str> {
        match self.context.medium {
            Medium::Page => glue(words, self.page.lang()),
            Medium::Feed => words.into(),
        }
    }

    /// Writes the table of words to avoid, sorted by the words to use.
    fn words_to_avoid(&mut self, terms: &[&NamedEntry<TermFields>]) {
        let strings = self.context.strings(self.page.lang());
        self.table(&[]);
        self.table_head();
        for key in ["glossary-use", "glossary-avoid"] {
            self.table_cell();
            self.out.text(&strings.get(key)).end();
        }
        self.table.in_head = false;
        self.out.end().end().start("tbody");
        for term in terms {
            let avoid: Vec<&str> = term.value.avoid.iter().map(|word| &*word.value).collect();
            self.out.start("tr");
            // A term without a definition has no explanation elsewhere.
            self.out.start("td");
            if term.value.definition.is_none() && self.context.medium == Medium::Page {
                self.out.attr("id", &self.context.id(&Term::anchor(&term.id.value)));
            }
            let (word, avoid) = (self.unbroken(&term.value.word), avoid.join(", "));
            let avoid = self.unbroken(&avoid);
            self.out.text(&word).end();
            self.out.element("td", &avoid).end();
        }
        self.out.end().end().end();
    }
}

/// Terms and their definitions, by section; those without a section have an empty name.
pub type TermsBySection<'p> = HashMap<&'p str, Vec<(&'p NamedEntry<TermFields>, &'p str)>>;

/// Returns the terms of `page` that have a definition.
pub fn terms_by_section(page: &Page) -> TermsBySection<'_> {
    let original = page.original.front.fields.terms().iter();
    let sections: HashMap<&str, Option<&str>> = original
        .map(|term| (&*term.id.value, term.value.section.as_ref().map(|id| &*id.value)))
        .collect();
    let mut terms = TermsBySection::new();
    for term in page.terms() {
        let section = sections.get(&*term.id.value).copied().flatten();
        let definition = term.value.definition.as_deref();
        terms
            .entry(section.unwrap_or_default())
            .or_default()
            .extend(definition.map(|words| (term, words)));
    }
    terms
}

/// Returns the terms with words to avoid, sorted by the words to use, if their table is at the
/// end of `section`.
pub fn terms_to_avoid<'p>(page: &'p Page, section: &str) -> Vec<&'p NamedEntry<TermFields>> {
    let KindFields::Page(fields) = page.shared() else { return Vec::new() };
    if fields.words_section.as_ref().is_none_or(|id| *id.value != *section) {
        return Vec::new();
    }
    let mut terms: Vec<&NamedEntry<TermFields>> = page.terms().iter().collect();
    terms.retain(|term| !term.value.avoid.is_empty());
    terms.sort_by_cached_key(|term| term.value.word.to_lowercase());
    terms
}
