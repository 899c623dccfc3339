//! Finds what runs in a page, and misplaced elements: those that a browser's parser would close, open or move
//! differently from how they are written. It follows the HTML standard's "tree construction"
//! for the elements of pages. In a correct page, every element is closed where it was opened,
//! and stands where its parent allows it.

use html5gum::{
    HtmlString, Spanned, StartTag, Token, Tokenizer, emitters::default::DefaultEmitter,
};

/// Elements without an end tag.
const VOID: &str = "area base br col embed hr img input link meta source track wbr";
/// Elements whose end tag may be left out, because the parent's end or the next element of the
/// kind ends them.
const OPTIONAL: &str =
    "p li dt dd tr td th thead tbody tfoot colgroup caption option optgroup rt rp";
/// Elements before which a browser ends a paragraph.
const ENDS_PARAGRAPH: &str = "address article aside blockquote center details dialog dir div dl \
     fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6 header hgroup hr li main menu nav \
     ol p pre search section summary table ul dd dt";
/// Elements that cannot be inside themselves.
const NOT_IN_ITSELF: &str = "a button form label option";
/// Elements that cannot be inside each other.
const HEADINGS: &str = "h1 h2 h3 h4 h5 h6";
/// Elements outside of which an open paragraph does not matter: the search for one ends at them.
const SCOPES: &str = "table td th caption button template foreignobject html";
/// Elements that end a drawing when they are inside it.
const NOT_IN_SVG: &str = "b big blockquote body br center code dd div dl dt em embed h1 h2 h3 h4 \
     h5 h6 head hr i img li listing menu meta nobr ol p pre ruby s small span strong strike sub \
     sup table tt u ul var";

fn is_in(list: &str, name: &str) -> bool {
    list.split(' ').any(|item| item == name)
}

/// Elements that run or load something, or change the whole page.
const ACTIVE: &str = "iframe object embed applet base frame frameset style animate set \
                      foreignobject plaintext xmp";

/// Returns the first element of a page that is misplaced, or runs though it is not the theme's.
pub fn wrong(page: &str) -> Option<String> {
    let mut emitter = DefaultEmitter::<usize>::new_with_span();
    emitter.naively_switch_states(true);
    let mut open = OpenElements::default();
    for token in Tokenizer::new_with_emitter(page, emitter).flatten() {
        let text = |bytes: &[u8]| String::from_utf8_lossy(bytes).into_owned();
        let found = match token {
            Token::StartTag(tag) => {
                active(&tag).or_else(|| open.start(&text(&tag.name), tag.self_closing))
            }
            Token::EndTag(tag) => open.end(&text(&tag.name)),
            Token::String(string) => open.text(&text(&string.value)),
            _ => None,
        };
        if let Some(found) = found {
            return Some(format!("{found} in <{}>", open.0.join("> <")));
        }
    }
    open.0.last().map(|name| format!("<{name}> is never closed"))
}

/// Returns the part of a tag that runs something which is not the theme's.
fn active(tag: &StartTag<usize>) -> Option<String> {
    let text = |bytes: &[u8]| String::from_utf8_lossy(bytes).into_owned();
    let name = text(&tag.name);
    let value = |wanted: &[u8]| {
        let wanted = |(name, _): &(&HtmlString, _)| ***name == *wanted;
        tag.attributes.iter().find(wanted).map(|(_, value)| text(&value.value))
    };
    let from_theme = || {
        let is_data = value(b"type").is_some_and(|kind| kind.ends_with("json"));
        is_data || value(b"src").is_some_and(|address| address.starts_with("/assets/"))
    };
    if is_in(ACTIVE, &name) || name == "script" && !from_theme() {
        return Some(format!("it runs: <{name}>"));
    }
    let runs = |(name, value): &(&HtmlString, &Spanned<HtmlString, usize>)| {
        let letters = text(&value.value).replace(|c: char| c <= ' ', "").to_lowercase();
        let schemes = ["javascript:", "data:text", "vbscript:"];
        // These are shown, and lead nowhere.
        let is_text = matches!(&****name, b"title" | b"alt");
        name.starts_with(b"on")
            || !is_text && schemes.iter().any(|scheme| letters.starts_with(scheme))
    };
    let found = tag.attributes.iter().find(runs)?;
    Some(format!("it runs: <{name} {}=\"{}\">", text(found.0), text(&found.1.value)))
}

/// The names of the open elements, the innermost last.
#[derive(Default)]
struct OpenElements(Vec<String>);

impl OpenElements {
    fn parent(&self) -> &str {
        self.0.last().map_or("", String::as_str)
    }

    fn has(&self, name: &str) -> bool {
        self.0.iter().any(|open| open == name)
    }

    fn start(&mut self, name: &str, self_closing: bool) -> Option<String> {
        let in_svg = self.has("svg");
        if !in_svg {
            self.close_implied(name);
        }
        let is_wrong = if in_svg { is_in(NOT_IN_SVG, name) } else { self.is_misplaced(name) };
        let found = is_wrong.then(|| format!("<{name}>"));
        let is_closed = is_in(VOID, name) || self_closing && (in_svg || name == "svg");
        if !is_closed {
            self.0.push(name.to_owned());
        }
        found
    }

    /// Closes elements that need no end tag before `name`.
    fn close_implied(&mut self, name: &str) {
        let ended: &[&str] = match name {
            "p" => &["p"],
            "li" => &["p", "li"],
            "dt" | "dd" => &["p", "dt", "dd"],
            "td" | "th" => &["p", "td", "th"],
            "tr" => &["p", "td", "th", "tr", "colgroup", "caption"],
            "tbody" | "tfoot" => &["p", "td", "th", "tr", "thead", "tbody", "colgroup", "caption"],
            "option" => &["option"],
            _ if is_in(ENDS_PARAGRAPH, name) => &["p"],
            _ => &[],
        };
        while ended.contains(&self.parent()) {
            self.0.pop();
        }
    }

    /// Returns whether an element outside of drawings must not stand here.
    fn is_misplaced(&self, name: &str) -> bool {
        let parent = self.parent();
        let mut around = self.0.iter().rev().take_while(|open| !is_in(SCOPES, open));
        let in_paragraph = around.any(|open| open == "p");
        let needs: &[&str] = match name {
            "li" => &["ul", "ol", "menu"],
            "dt" | "dd" => &["dl", "div"],
            "tr" => &["thead", "tbody", "tfoot", "table"],
            "td" | "th" => &["tr"],
            "thead" | "tbody" | "tfoot" | "caption" | "colgroup" => &["table"],
            "col" => &["colgroup", "table"],
            "summary" => &["details"],
            "figcaption" => &["figure"],
            "option" => &["select", "optgroup", "datalist"],
            _ => &[],
        };
        let holds: &[&str] = match parent {
            "table" => &["caption", "colgroup", "col", "thead", "tbody", "tfoot", "tr"],
            "thead" | "tbody" | "tfoot" => &["tr"],
            "tr" => &["td", "th"],
            "ul" | "ol" => &["li"],
            "select" => &["option", "optgroup"],
            _ => &[],
        };
        in_paragraph && is_in(ENDS_PARAGRAPH, name)
            || is_in(NOT_IN_ITSELF, name) && self.has(name)
            || is_in(HEADINGS, name) && self.0.iter().any(|open| is_in(HEADINGS, open))
            || !needs.is_empty() && !needs.contains(&parent)
            || !holds.is_empty() && !holds.contains(&name)
    }

    fn end(&mut self, name: &str) -> Option<String> {
        while self.parent() != name && is_in(OPTIONAL, self.parent()) {
            self.0.pop();
        }
        let closes = self.parent() == name;
        if closes {
            self.0.pop();
        }
        (!closes).then(|| format!("</{name}>"))
    }

    /// Returns the problem of text in a table, which browsers would move before the table.
    fn text(&self, text: &str) -> Option<String> {
        let moves = matches!(self.parent(), "table" | "thead" | "tbody" | "tfoot" | "tr");
        (moves && !text.trim().is_empty()).then(|| format!("text {text:?}"))
    }
}
