//! The text of a page's `<title>`.

use unicode_width::UnicodeWidthStr;

/// The width of a title that search results show whole, in columns. A Hangul syllable takes two
/// columns.
pub const LONGEST_TITLE: usize = 60;

const BETWEEN: &str = " · ";

/// Titles with fewer columns say too little alone.
pub const SHORTEST_TITLE: usize = 10;

/// Returns the text of `<title>`: the page's title with the site's name, if results have space
/// for both, or if the title alone says too little. Search engines add the site's name by themselves, and
/// cut off longer titles.
pub fn head_title(title: &str, site: &str) -> String {
    if title.contains(site) {
        return title.to_owned();
    }
    let whole = [title, BETWEEN, site].concat();
    let is_too_long = whole.width() > LONGEST_TITLE && title.width() >= SHORTEST_TITLE;
    if is_too_long { title.to_owned() } else { whole }
}

/// Returns a page's title without the name of the site at its end.
pub fn own_title<'t>(title: &'t str, site: &str) -> &'t str {
    let before = title.strip_suffix(site).and_then(|rest| rest.strip_suffix(BETWEEN));
    before.unwrap_or(title)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_site_is_named_once_if_there_is_space() {
        assert_eq!(head_title("Alpha", "Guide"), "Alpha · Guide");
        assert_eq!(head_title("Alpha · Guide", "Guide"), "Alpha · Guide");
        assert_eq!(head_title("Guide", "Guide"), "Guide");
        let long = "A title that leaves no room for anything that follows it";
        assert_eq!(head_title(long, "Guide of guides"), long);
        let name = "A name of a site that is so long that nothing else has space";
        assert_eq!(head_title("Glossary", name), ["Glossary · ", name].concat());
        assert_eq!(own_title("Alpha · Guide", "Guide"), "Alpha");
        assert_eq!(own_title("Alpha", "Guide"), "Alpha");
    }
}
