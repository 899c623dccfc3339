//! Single pages.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::{
    model::{At, Illustration, KindInfo, ListOrder},
    schema::{NamedEntries, NamedEntry},
};

/// The properties of single pages.
pub const INFO: KindInfo = KindInfo {
    name: "page",
    folder: "pages",
    template: "page.html",
    title: "pages",
    introduction: None,
    label: "kind-page",
    image_label: "preview-about",
    order: ListOrder::Date,
    feed: None,
    illustration: Illustration::Sheet,
};

/// A single page: about the guide, or with a tool.
#[derive(Clone, Debug, Default, Deserialize, JsonSchema)]
pub struct SinglePageFields {
    /// What readers can use on the page, beside its text.
    #[schemars(extend("x-shared" = true))]
    pub tool: Option<Tool>,
    /// The id of the section of the page at whose end a table lists the words to avoid.
    /// Without this key: no table.
    #[schemars(example = &"words", extend("x-shared" = true))]
    pub words_section: Option<At<String>>,
    /// The terms that the page explains, each under an id: `[terms.portion]`. A page that has
    /// some is a glossary of the site.
    #[serde(default)]
    pub terms: NamedEntries<TermFields>,
}

common_fields!(SinglePageFields {} {
    fn terms(&self) -> &[NamedEntry<TermFields>] {
        &self.terms
    }

    fn needs_text(&self) -> bool {
        self.tool.is_none()
    }
});

/// A term of the glossary.
#[derive(Clone, Debug, Default, Deserialize, JsonSchema)]
pub struct TermFields {
    /// The id of the section of the page at whose end the term stands. Without this key:
    /// behind all sections.
    #[schemars(extend("x-shared" = true))]
    pub section: Option<At<String>>,
    /// The term.
    #[schemars(extend("x-translated" = true))]
    pub word: String,
    /// What it means. A term without a definition only says which words to use.
    #[schemars(extend("x-translated" = true))]
    pub definition: Option<String>,
    /// Other words that may be used for it in this language.
    #[serde(default)]
    pub variants: Vec<String>,
    /// Words that are not to be used for it in this language: a build warns of them.
    #[serde(default)]
    pub avoid: Vec<At<String>>,
}

impl TermFields {
    /// Returns whether the page shows the term, because it has a definition or words to avoid.
    pub fn is_shown(&self) -> bool {
        self.definition.is_some() || !self.avoid.is_empty()
    }
}

/// What a page lets its readers use, beside its text.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum Tool {
    /// Items of the rankings, side by side.
    Comparison,
    /// The reader's own ten samples.
    Scorecard,
    /// Feeds and e-mail.
    Subscription,
    /// What the reader's browser holds of the guide, gathered to be kept and passed on.
    Record,
}
