//! Formulas: drawn by the browser on pages, as text in feeds.

use pulldown_cmark::Event;

use super::BodyWriter;
use crate::{
    math::{self, Formula, FormulaPlace},
    render::context::Medium,
};

impl BodyWriter<'_> {
    /// Writes the formula that `events` begin with. Returns the number of events that were
    /// written.
    pub(super) fn formula(&mut self, text: &str, events: &[Event]) -> usize {
        // The page is refused if it has an invalid formula.
        let Ok(formula) = Formula::read(text) else { return 1 };
        let plain = formula.plain();
        self.table.add_label(&plain);
        if self.context.medium == Medium::Feed {
            self.out.text(&plain);
            return 1;
        }
        match events.get(1) {
            Some(Event::Text(after)) if !after.starts_with(char::is_whitespace) => {
                self.with_word(&formula, after, events.get(2));
                2
            }
            _ => {
                formula.write(FormulaPlace::InText, &mut self.out);
                1
            }
        }
    }

    /// Writes a formula together with the text that touches it. Browsers would break the line
    /// after the formula, even before a full stop or a Korean particle.
    fn with_word(&mut self, formula: &Formula, after: &str, next: Option<&Event>) {
        let end = after.find(char::is_whitespace).unwrap_or(after.len());
        let (word, rest) = after.split_at(end);
        self.table.add_label(after);
        self.out.start("span").attr("class", "unbroken");
        formula.write(FormulaPlace::InText, &mut self.out);
        self.out.text(word).end();
        self.text(rest, next);
    }

    /// Writes a block of formulas, one on each line.
    pub(super) fn formulas(&mut self, block: &str) {
        let formulas = math::lines(block).filter_map(|(_, line)| Formula::read(line).ok());
        if self.context.medium == Medium::Feed {
            formulas.for_each(|formula| _ = self.out.element("p", &formula.plain()));
            return;
        }
        let label = self.context.strings(self.page.lang()).get("formula");
        self.out.start("div").attr("class", "formula").attr("role", "group");
        self.out.attr("aria-label", &label).attr("tabindex", "0");
        for (at, formula) in formulas.enumerate() {
            let place = if at > 0 && formula.begins_with_operator() {
                FormulaPlace::Continued
            } else {
                FormulaPlace::Block
            };
            formula.write(place, &mut self.out);
        }
        self.out.end();
    }
}
