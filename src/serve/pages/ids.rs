//! Gives the ids in a piece of a page a prefix, so that two versions of the page can
//! stand in one: each link, label and drawing finds what belongs to it.

/// Attributes that hold ids, or several with spaces between.
const NAMES: [&str; 6] =
    ["id", "for", "headers", "aria-labelledby", "aria-describedby", "aria-controls"];

/// `html` with every id, and everything that refers to one, behind `prefix`. What is
/// text stays as it is.
pub fn prefixed(html: &str, prefix: &str) -> String {
    let mut out = String::with_capacity(html.len() + html.len() / 16);
    let mut rest = html;
    while let Some(start) = rest.find('<') {
        let (text, tag) = rest.split_at(start);
        out.push_str(text);
        let end = tag_end(tag);
        write_tag(&tag[..end], prefix, &mut out);
        rest = &tag[end..];
    }
    out.push_str(rest);
    out
}

/// Where the tag at the beginning of `html` ends: a quoted value may hold a `>`.
fn tag_end(html: &str) -> usize {
    let mut quoted = false;
    for (at, byte) in html.bytes().enumerate() {
        match byte {
            b'"' => quoted = !quoted,
            b'>' if !quoted => return at + 1,
            _ => {}
        }
    }
    html.len()
}

fn write_tag(tag: &str, prefix: &str, out: &mut String) {
    let mut parts = tag.split('"');
    let mut before = parts.next().unwrap_or_default();
    out.push_str(before);
    // Values and what stands between them take turns.
    while let Some(value) = parts.next() {
        let name = before.trim_end_matches('=').rsplit([' ', '\n']).next().unwrap_or_default();
        out.push('"');
        write_value(name, value, prefix, out);
        let Some(between) = parts.next() else { return };
        out.push('"');
        out.push_str(between);
        before = between;
    }
}

fn write_value(name: &str, value: &str, prefix: &str, out: &mut String) {
    if NAMES.contains(&name) {
        let ids = value.split(' ').map(|id| [prefix, id].concat());
        out.push_str(&ids.collect::<Vec<_>>().join(" "));
    } else if let (true, Some(id)) = (name.ends_with("href"), value.strip_prefix('#')) {
        out.push_str(&["#", prefix, id].concat());
    } else {
        out.push_str(&value.replace("url(#", &["url(#", prefix].concat()));
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ids_and_what_refers_to_them_get_a_prefix() {
        let html = "<h2 class=\"x\" id=\"a\">A</h2><p>say id=\"a\" <a href=\"#a\">x</a> \
                    <a href=\"/en/#a\">y</a></p><svg aria-labelledby=\"a b\" fill=\"url(#c)\" \
                    data-id=\"a\" alt=\"1 > 0\"/>";
        let wanted = "<h2 class=\"x\" id=\"en-a\">A</h2><p>say id=\"a\" <a href=\"#en-a\">x</a> \
                      <a href=\"/en/#a\">y</a></p><svg aria-labelledby=\"en-a en-b\" \
                      fill=\"url(#en-c)\" data-id=\"a\" alt=\"1 > 0\"/>";
        assert_eq!(prefixed(html, "en-"), wanted);
        assert_eq!(prefixed("a < b", "en-"), "a < b");
    }
}
