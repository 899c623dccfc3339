//! HTML that an editor wrote, for readers far from the site: its addresses get a host.

/// `html` with `origin` before every address that begins at the site's root.
pub fn absolute(html: &str, origin: &str) -> String {
    let mut out = html.to_owned();
    for opening in [" href=\"/", " href='/", " src=\"/", " src='/"] {
        let begun = &opening[..opening.len() - 1];
        // `//` names a host already; set aside, it is not taken for a root.
        let with_host = [opening, "/"].concat();
        let aside = [begun, "\u{0}/"].concat();
        out = out.replace(&with_host, &aside);
        out = out.replace(opening, &[begun, origin, "/"].concat());
        out = out.replace(&aside, &with_host);
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_addresses_of_the_site_get_a_host() {
        assert_eq!(
            absolute(
                "<a href=\"/en/\">/en/</a> <img src='/a.png'> <a href=\"//x/\" id=\"/\">",
                "https://a"
            ),
            "<a href=\"https://a/en/\">/en/</a> <img src='https://a/a.png'> <a href=\"//x/\" id=\"/\">"
        );
    }
}
