//! Limits on the stylesheets of a drawing: each selector is tried on each element, and one with several
//! parts on every choice of the elements around it.

use resvg::usvg::roxmltree::{Document, Node};

use crate::diag::Arg;

/// Declarations of one rule of a stylesheet, or of one `style` attribute.
const MOST_DECLARATIONS: usize = 300;
/// Each selector of a stylesheet is tried on each element.
const MOST_TRIED: usize = 500_000;

/// Refuses drawings whose stylesheets take long to apply.
pub fn check(document: &Document) -> Result<(), Arg> {
    let elements = || document.descendants().filter(Node::is_element);
    let sheets = elements().filter(|node| node.tag_name().name() == "style");
    let sheets: Vec<String> = sheets.filter_map(|node| node.text()).map(without_comments).collect();
    let attributes = elements().filter_map(|node| node.attribute("style"));
    let is_long =
        |style: &str| style.split('{').any(|rule| rule.matches(';').count() > MOST_DECLARATIONS);
    let styles = sheets.iter().map(String::as_str);
    let depth = if sheets.is_empty() { 0 } else { depth(document) };
    let selectors = styles.clone().flat_map(selectors);
    let tries = selectors.map(|selector| tries(selector, depth)).fold(0, usize::saturating_add);
    let tried = tries.saturating_mul(elements().count());
    match tried > MOST_TRIED || styles.chain(attributes).any(is_long) {
        true => Err(Arg::Phrase("drawing-styles")),
        false => Ok(()),
    }
}

fn without_comments(sheet: &str) -> String {
    let parts = sheet.split("/*");
    let after = |part: &'_ str| part.find("*/").map_or(part.len(), |end| end + 2);
    let rest = parts.clone().skip(1).map(|part| &part[after(part)..]);
    parts.take(1).chain(rest).collect()
}

/// Returns the selectors of a stylesheet: what stands before each `{`, between commas.
fn selectors(sheet: &str) -> impl Iterator<Item = &str> {
    let before = sheet.split('{').map(|part| part.rsplit(['}', ';']).next().unwrap_or_default());
    let count = sheet.matches('{').count();
    before.take(count).flat_map(|list| list.split(','))
}

/// Returns how often the parts of a selector may be tried on one element, at most `depth` deep.
fn tries(selector: &str, depth: usize) -> usize {
    let words = selector.split_whitespace().count().saturating_sub(1);
    let parts = 1 + selector.matches(['.', '#', '[', ':', '>', '+', '~']).count();
    let choices = u32::try_from(words).ok().and_then(|words| depth.checked_pow(words));
    choices.unwrap_or(usize::MAX).max(1).saturating_mul(parts.div_ceil(4))
}

/// Returns how deeply the elements are nested.
fn depth(document: &Document) -> usize {
    let mut deepest = 0;
    let mut open = vec![(document.root_element(), 1)];
    while let Some((element, depth)) = open.pop() {
        deepest = deepest.max(depth);
        open.extend(element.children().filter(Node::is_element).map(|child| (child, depth + 1)));
    }
    deepest
}
