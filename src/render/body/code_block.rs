//! Fenced and indented blocks: code in colours, and diagrams.

use pulldown_cmark::{CodeBlockKind, Event};

use super::{BodyWriter, Done};
use crate::{
    diagram, highlight,
    markdown::{DIAGRAM, MATH, SHOW_SOURCE, figure_id},
    render::{context::Medium, followed::followed_links, glue::join_particles},
};

impl BodyWriter<'_> {
    pub(super) fn code_block(&mut self, kind: &CodeBlockKind, events: &[Event]) -> Done {
        let language = match kind {
            CodeBlockKind::Fenced(info) => highlight::language_of(info),
            CodeBlockKind::Indented => None,
        };
        let mut source = String::new();
        let mut length = 1;
        for event in &events[1..] {
            length += 1;
            match event {
                Event::Text(text) => source.push_str(text),
                _ => break,
            }
        }
        match language {
            Some(DIAGRAM) => {
                self.diagram();
                if shows_source(kind) {
                    self.highlighted(Some("toml"), &source);
                }
            }
            Some(MATH) => self.formulas(&source),
            _ => self.highlighted(language, &source),
        }
        Ok(length)
    }

    /// Draws the next diagram of the page.
    pub(super) fn diagram(&mut self) {
        let page = self.page;
        let at = self.diagrams;
        let diagram = page.document.diagrams.get(at).and_then(Option::as_ref);
        self.diagrams += 1;
        let Some(diagram) = diagram else { return };
        let links = self.links..(self.links + diagram.links.len()).min(page.links.len());
        self.links = links.end;
        let messages = diagram::messages(diagram);
        if let Some(messages) = messages.filter(|_| self.context.medium == Medium::Feed) {
            self.out.raw(&messages);
        } else if self.context.medium == Medium::Feed && !diagram.data.is_drawn() {
            self.out.raw(&diagram::words(diagram, self.context.strings(page.lang())));
        } else if self.context.medium == Medium::Feed {
            let file = self.context.absolute(&page.diagram_url(diagram));
            self.out.start("figure").void("img").attr("src", &file);
            self.out.attr("alt", &diagram.title).element("figcaption", &diagram.caption).end();
        } else {
            let input = diagram::FigureInput {
                strings: self.context.strings(page.lang()),
                prefix: &self.context.id(&figure_id("")),
                file: &self.context.site.settings.base_url.href(&page.diagram_url(diagram)),
                links: &followed_links(self.context, &page.links[links]),
                walk_first: page.decision() == Some(at),
            };
            let figure = diagram::figure(diagram, &input);
            self.out.raw(&join_particles(&figure, page.lang()));
        }
    }

    pub(super) fn highlighted(&mut self, language: Option<&str>, source: &str) {
        self.out.start("pre").attr("tabindex", "0").start("code");
        if let Some(language) = language {
            self.out.attr("data-language", language);
        }
        for token in self.context.highlighter.tokens(language, source.trim_end_matches('\n')) {
            match token.class {
                Some(class) => {
                    self.out.start("span").attr("class", class).text(token.text).end();
                }
                None => {
                    self.out.text(token.text);
                }
            }
        }
        self.out.end().end();
    }
}

/// Returns whether the fence says `diagram source`, so that the block is shown as well.
fn shows_source(kind: &CodeBlockKind) -> bool {
    let CodeBlockKind::Fenced(info) = kind else { return false };
    info.split_whitespace().nth(1) == Some(SHOW_SOURCE)
}
