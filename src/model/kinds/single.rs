//! The front matter of single pages.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// A single page: about the guide, or with a tool.
#[derive(Clone, Debug, Default, Deserialize, JsonSchema)]
pub struct SinglePageFields {
    /// What readers can use on the page, beside its text.
    #[schemars(extend("x-shared" = true))]
    pub tool: Option<Tool>,
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
}
