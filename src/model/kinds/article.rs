//! Articles: the pages of collections that the settings declare.

use jiff::civil::Date;
use schemars::JsonSchema;
use serde::Deserialize;

use crate::{
    model::{At, Illustration, KindInfo, ListOrder, PageRef},
    schema::CalendarDate,
};

/// The properties of articles.
pub const INFO: KindInfo = KindInfo {
    name: "article",
    folder: "",
    template: "article.html",
    title: "articles",
    introduction: Some("articles"),
    label: "articles",
    image_label: "articles",
    order: ListOrder::Title,
    feed: None,
    illustration: Illustration::Sheet,
};

/// A page of a collection that the settings declare.
#[derive(Clone, Debug, Default, Deserialize, JsonSchema)]
pub struct ArticleFields {
    /// The name by which feeds know the page, where that is not its slug: the one that
    /// it had first.
    #[schemars(extend("x-shared" = true, "format" = "feed-id"))]
    pub feed_id: Option<At<String>>,
    /// The day on which the page first appeared. Pages of a dated collection need it.
    #[schemars(with = "Option<CalendarDate>", extend("x-shared" = true))]
    pub published: Option<Date>,
    /// Where the page stands in a list that is ordered by number: smaller numbers first,
    /// those without one last.
    #[schemars(extend("x-shared" = true))]
    pub order: Option<i64>,
    /// The profiles for which the page is written, by their slugs.
    #[serde(default)]
    #[schemars(example = ["buyers"], extend("x-shared" = true))]
    pub audience: Vec<At<PageRef>>,
    /// Pages that readers may want next: slugs of guides, or folders and slugs.
    #[serde(default)]
    #[schemars(example = ["checklists/before-signing"], extend("x-shared" = true))]
    pub related: Vec<At<PageRef>>,
}

common_fields!(ArticleFields { feed_id, published, order, audience, related } {
    fn needs_text(&self) -> bool {
        true
    }
});
