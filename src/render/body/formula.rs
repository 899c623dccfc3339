//! Formulas: drawn by the browser on pages, as text in feeds.

use super::BodyWriter;
use crate::{
    math::{self, Formula},
    render::context::Medium,
};

impl BodyWriter<'_> {
    /// Writes a formula in a line of text.
    pub(super) fn formula(&mut self, text: &str) {
        // A formula with a problem refuses the page.
        let Ok(formula) = Formula::read(text) else { return };
        let plain = formula.plain();
        self.table.add_label(&plain);
        match self.context.medium {
            Medium::Page => formula.write(false, &mut self.out),
            Medium::Feed => _ = self.out.text(&plain),
        }
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
        formulas.for_each(|formula| formula.write(true, &mut self.out));
        self.out.end();
    }
}
