//! Markdown as this project reads it: the dialect, the repair of emphasis, and the anchors of
//! headings. `parse` and `render` both read bodies through this module, so that they see the
//! same links in the same order.

mod anchor;
mod autolink;
mod emphasis;
mod events;
mod html;
mod open_stars;
mod safe_link;
mod signs;
mod stray_signs;
mod text;
mod text_signs;

pub use anchor::{Anchors, anchor_of, is_reserved};
pub use autolink::bare_addresses;
pub use html::{
    MOST_ATTRIBUTES, RawAttribute, RawForm, RawTag, has_optional_end, raw_tags, tags_and_text,
};
pub use safe_link::{SAFE_SCHEMES, is_safe_link};
pub use signs::OPENING;
pub use text::MarkdownText;

use pulldown_cmark::{Event, Options, Tag, TagEnd};

/// CommonMark with GitHub's tables, task lists, strikethrough, footnotes and
/// callouts, definition lists, and `{#id}` on headings.
pub const DIALECT: Options = Options::ENABLE_TABLES
    .union(Options::ENABLE_FOOTNOTES)
    .union(Options::ENABLE_STRIKETHROUGH)
    .union(Options::ENABLE_TASKLISTS)
    .union(Options::ENABLE_HEADING_ATTRIBUTES)
    .union(Options::ENABLE_GFM)
    .union(Options::ENABLE_DEFINITION_LIST);

/// The info string of a fence whose content is a diagram.
pub const DIAGRAM: &str = "diagram";

/// The info string of a fence each of whose lines is a formula.
pub const MATH: &str = "math";

/// The word after [`DIAGRAM`] that shows the block below its drawing.
pub const SHOW_SOURCE: &str = "source";

/// The mark at the beginning of words that are still to be written, as in a new page.
pub const TO_WRITE: &str = "TODO: ";

/// The marks at the beginning of words that are not translated yet, one for each language.
pub const UNTRANSLATED: [&str; 2] = ["[untranslated]", "[미번역]"];

/// All marks at the beginning of words that are not for readers yet.
pub const UNFINISHED: [&str; 3] = [UNTRANSLATED[0], UNTRANSLATED[1], TO_WRITE];

/// Returns whether `text` begins with such a mark.
pub fn begins_unfinished(text: &str) -> bool {
    UNFINISHED.iter().any(|mark| text.starts_with(mark))
}

/// Returns the id of the figure with the diagram `id`: its anchor.
pub fn figure_id(id: &str) -> String {
    ["diagram-", id].concat()
}

/// Returns every id in the figure of the diagram `id`.
pub fn figure_ids(id: &str) -> [String; 7] {
    const PARTS: [&str; 7] = [
        "",
        "-wide-title",
        "-wide-desc",
        "-middle-title",
        "-middle-desc",
        "-narrow-title",
        "-narrow-desc",
    ];
    PARTS.map(|part| [figure_id(id).as_str(), part].concat())
}

/// Returns whether an event belongs to a run of text. The label of a task ends before the first
/// event that does not.
pub fn is_inline(event: &Event) -> bool {
    match event {
        Event::Start(tag) => matches!(
            tag,
            Tag::Emphasis | Tag::Strong | Tag::Strikethrough | Tag::Link { .. } | Tag::Image { .. }
        ),
        Event::End(tag) => matches!(
            tag,
            TagEnd::Emphasis
                | TagEnd::Strong
                | TagEnd::Strikethrough
                | TagEnd::Link
                | TagEnd::Image
        ),
        Event::Html(_) | Event::Rule => false,
        Event::Text(_)
        | Event::Code(_)
        | Event::InlineHtml(_)
        | Event::InlineMath(_)
        | Event::DisplayMath(_)
        | Event::FootnoteReference(_)
        | Event::SoftBreak
        | Event::HardBreak
        | Event::TaskListMarker(_) => true,
    }
}

/// Splits `Check the log. {#log}` into its text and the id pinned at its end.
pub fn pinned_id(text: &str) -> Option<(&str, &str)> {
    let (before, id) = text.trim_end().strip_suffix('}')?.rsplit_once("{#")?;
    let fits = !id.is_empty() && id.chars().all(|c| c.is_alphanumeric() || "-_.:".contains(c));
    fits.then(|| (before.trim_end(), id))
}
