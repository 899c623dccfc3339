//! The text of a page's `<title>`.

use unicode_width::UnicodeWidthStr;

/// The width of a title that search results show whole, in columns. A Hangul syllable takes two
/// columns.
pub const LONGEST_TITLE: usize = 60;

const BETWEEN: &str = " · ";

/// Returns the text of `<title>`: the page's title with the site's name, if results have space
/// for both. Search engines add the site's name by themselves, and cut off longer titles.
pub fn head_title(title: &str, site: &str) -> String {
    if title.contains(site) {
        return title.to_owned();
    }
    let whole = [title, BETWEEN, site].concat();
    if whole.width() > LONGEST_TITLE { title.to_owned() } else { whole }
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
        assert_eq!(own_title("Alpha · Guide", "Guide"), "Alpha");
        assert_eq!(own_title("Alpha", "Guide"), "Alpha");
    }
}
