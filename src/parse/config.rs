//! Reads `guide.toml`. The guide's own `guide.toml` documents every key.

use percent_encoding::percent_decode_str;

use crate::{
    diag::{Code, Diagnostic, Diagnostics},
    fields::{Block, Fields, Role, parse_block, report_unknown_value},
    markdown::{RawForm, raw_tags},
    model::{
        At, CodeThemes, Lang, PageRef, PerLang, PreviewImages, Publisher, Retired, Settings,
        SourceId, Span, Subscription, Verification,
    },
};

/// The highlighting themes that the program brings along.
const BUILT_IN_THEMES: (&str, &str) = ("giljabi-light", "giljabi-dark");

/// Reads the settings in `text`. What cannot be used is reported, and a stand-in
/// takes its place so that the pages can be checked all the same.
pub fn settings(source: SourceId, text: &str, diagnostics: &mut Diagnostics) -> Settings {
    let offset = if text.starts_with('\u{feff}') { 3 } else { 0 };
    let mut block = Block { source, offset, role: Role::Source, damaged: Vec::new(), diagnostics };
    let table = parse_block(&text[offset..], &mut block);
    let start = block.span(0..0);
    let mut fields = Fields::new(&table, "", start, &mut block);
    let settings = read(&mut fields);
    fields.finish();
    settings
}

fn read(fields: &mut Fields) -> Settings {
    let (origin, base_path) = read_base_url(fields);
    let title = read_title(fields);
    Settings {
        origin,
        base_path,
        moved_from: read_first_address(fields),
        title_span: PerLang::from_fn(|lang| title.get(lang).span),
        title: PerLang { en: title.en.value, ko: title.ko.value },
        description: read_description(fields),
        source_language: source_language(fields).unwrap_or(Lang::En),
        navigation: fields.optional::<Vec<At<PageRef>>>("navigation").unwrap_or_default(),
        footer: fields.optional::<Vec<At<PageRef>>>("footer").unwrap_or_default(),
        publisher: read_publisher(fields),
        preview_images: read_preview_images(fields),
        precompress: fields.optional("precompress").unwrap_or(false),
        retired: read_retired(fields),
        verification: read_verification(fields),
        subscription: read_subscription(fields),
        code: read_code_themes(fields),
        translation_notice: fields.optional("translation_notice").unwrap_or(true),
        minify: fields.optional("minify").unwrap_or(true),
    }
}

fn read_base_url(fields: &mut Fields) -> (String, String) {
    let written = fields.required::<At<String>>("base_url");
    written.and_then(|written| known_base_url(fields, written)).unwrap_or_else(stand_in)
}

fn read_first_address(fields: &mut Fields) -> Option<(String, String)> {
    let written = fields.optional::<At<String>>("first_base_url")?;
    known_base_url(fields, written)
}

/// Origin and base path of a site's address; what is none is reported.
fn known_base_url(fields: &mut Fields, written: At<String>) -> Option<(String, String)> {
    let found = base_url(&written.value);
    if found.is_none() {
        let bad = Diagnostic::new(Code::BadBaseUrl, written.span);
        let host = written.value.split('/').nth(2).unwrap_or_default();
        let bad = if host.is_ascii() { bad } else { bad.hint("ascii") };
        fields.block.report(bad.arg("found", written.value));
    }
    found
}

fn stand_in() -> (String, String) {
    ("https://invalid.example".to_owned(), String::new())
}

/// Splits a site's address into its origin and the path below which it lives,
/// decoded. `None` for anything but `http(s)://host[:port][/path]`. Scheme and host are
/// the same in upper and lower case (RFC 3986, section 6.2.2.1).
pub fn base_url(written: &str) -> Option<(String, String)> {
    let (scheme, rest) = written.split_once("://")?;
    let (host, path) = rest.split_once('/').unwrap_or((rest, ""));
    let (scheme, host) = (&*scheme.to_ascii_lowercase(), &*host.to_ascii_lowercase());
    let path = percent_decode_str(path.trim_end_matches('/')).decode_utf8().ok()?;
    let part_fits = |part: &str| {
        !matches!(part, "" | "." | "..")
            && part.chars().all(|c| c.is_alphanumeric() || "-._~".contains(c))
    };
    let path_fits = path.is_empty() || path.split('/').all(part_fits);
    let fits = matches!(scheme, "http" | "https") && is_host(host) && path_fits;
    let base_path = if path.is_empty() { String::new() } else { format!("/{path}") };
    fits.then(|| (format!("{scheme}://{host}"), base_path))
}

/// A host name or address, with a port if there is one.
fn is_host(host: &str) -> bool {
    let (name, port) = match host.rsplit_once(':') {
        Some((name, port)) if !port.ends_with(']') => (name, Some(port)),
        _ => (host, None),
    };
    let port_fits = port.is_none_or(|port| port.parse::<u16>().is_ok_and(|port| port > 0));
    let name_fits = match name.strip_prefix('[') {
        Some(address) => {
            address.strip_suffix(']').is_some_and(|a| a.parse::<core::net::Ipv6Addr>().is_ok())
        }
        None => {
            name.starts_with(|c: char| c.is_ascii_alphanumeric())
                && name.chars().all(|c| c.is_ascii_alphanumeric() || ".-".contains(c))
        }
    };
    port_fits && name_fits
}

fn read_title(fields: &mut Fields) -> PerLang<At<String>> {
    let start = fields.block.span(0..0);
    fields
        .required("title")
        .unwrap_or_else(|| PerLang::from_fn(|_| At { value: String::new(), span: start }))
}

/// Pages that are gone; what names none is reported.
fn read_retired(fields: &mut Fields) -> Vec<Retired> {
    let written = fields.optional::<Vec<At<String>>>("retired").unwrap_or_default();
    let read = |name: At<String>| {
        let retired = Retired::read(&name.value, name.span);
        if retired.is_none() {
            let bad = Diagnostic::new(Code::BadRetired, name.span);
            fields.block.report(bad.arg("found", name.value));
        }
        retired
    };
    written.into_iter().filter_map(read).collect()
}

fn read_description(fields: &mut Fields) -> PerLang<Option<String>> {
    let both = fields.optional::<PerLang<String>>("description");
    match both {
        Some(PerLang { en, ko }) => PerLang { en: Some(en), ko: Some(ko) },
        None => PerLang::default(),
    }
}

/// `source_language`, in settings and in front matter.
pub fn source_language(fields: &mut Fields) -> Option<Lang> {
    let written = fields.optional::<At<String>>("source_language")?;
    let lang = Lang::from_code(&written.value);
    if lang.is_none() {
        report_unknown_value(fields, "source_language", &written, &["en", "ko"]);
    }
    lang
}

fn read_preview_images(fields: &mut Fields) -> Option<PreviewImages> {
    let written = fields.optional::<At<String>>("preview_images")?;
    let found = PreviewImages::ALL.into_iter().find(|images| images.name() == written.value);
    if found.is_none() {
        let names = PreviewImages::ALL.map(PreviewImages::name);
        report_unknown_value(fields, "preview_images", &written, &names);
    }
    found
}

fn read_publisher(fields: &mut Fields) -> Option<Publisher> {
    fields.table("publisher", |fields| {
        let name = fields.required::<PerLang<String>>("name");
        let url = fields.optional::<At<String>>("url").and_then(|url| web_address(fields, url));
        Some(Publisher { name: name?, url })
    })?
}

/// An address of another site; what is none is reported.
fn web_address(fields: &mut Fields, written: At<String>) -> Option<String> {
    let scheme = ["https://", "http://"].iter().find_map(|s| written.value.strip_prefix(s));
    let host = scheme.map(|rest| rest.split(['/', '?', '#']).next().unwrap_or_default());
    if host.is_some_and(is_host) && !written.value.contains(char::is_whitespace) {
        return Some(written.value);
    }
    let bad = Diagnostic::new(Code::BadWebAddress, written.span);
    fields.block.report(bad.arg("found", written.value));
    None
}

fn read_verification(fields: &mut Fields) -> Verification {
    let read = fields.table("verification", |fields| Verification {
        google: read_code(fields, "google"),
        naver: read_code(fields, "naver"),
    });
    read.unwrap_or_default()
}

/// A code by which a search engine knows its owner. What search engines hand out is a
/// whole tag, and what is pasted is often that: its content is the code.
fn read_code(fields: &mut Fields, key: &'static str) -> Option<String> {
    let written = fields.optional::<At<String>>(key)?;
    if !written.value.contains(['<', '>', '"']) {
        return Some(written.value);
    }
    let code = raw_tags(&written.value).into_iter().find_map(|tag| match tag.form {
        RawForm::Start { attributes, .. } if tag.name == "meta" => {
            attributes.into_iter().find(|attribute| attribute.name == "content")
        }
        _ => None,
    });
    if code.is_none() {
        let bad = Diagnostic::new(Code::BadVerification, written.span);
        fields.block.report(bad.arg("found", written.value).arg("key", key));
    }
    code.map(|code| code.value)
}

fn read_subscription(fields: &mut Fields) -> Option<Subscription> {
    fields.table("subscription", |fields| {
        let endpoint = fields.required::<At<String>>("endpoint")?;
        // An address is personal: it goes over an encrypted connection, or nowhere but
        // to a service that is being tried out on this machine.
        let safe = ["https://", "http://127.0.0.1:", "http://localhost:"];
        if !safe.iter().any(|start| endpoint.value.starts_with(start)) {
            let bad = Diagnostic::new(Code::BadEndpoint, endpoint.span);
            fields.block.report(bad.arg("found", endpoint.value));
            return None;
        }
        Some(Subscription { endpoint: endpoint.value })
    })?
}

fn read_code_themes(fields: &mut Fields) -> CodeThemes {
    let (light, dark) = BUILT_IN_THEMES;
    let mut themes = CodeThemes { light: light.to_owned(), dark: dark.to_owned() };
    fields.table("code", |fields| {
        themes.light = known_theme(fields, "light").unwrap_or_else(|| light.to_owned());
        themes.dark = known_theme(fields, "dark").unwrap_or_else(|| dark.to_owned());
    });
    themes
}

fn known_theme(fields: &mut Fields, key: &'static str) -> Option<String> {
    let written = fields.optional::<At<String>>(key)?;
    let names = crate::highlight::theme_names();
    if names.contains(&written.value.as_str()) {
        return Some(written.value);
    }
    let span: Span = written.span;
    fields.block.report(
        Diagnostic::new(Code::UnknownTheme, span)
            .arg("found", &*written.value)
            .arg("known", names.join(", "))
            .suggest(&written.value, names.iter().copied()),
    );
    None
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_pasted_tag_is_read_for_its_code() {
        let read = |google: &str| {
            let text = format!("[verification]\ngoogle = '{google}'\n");
            settings(SourceId(0), &text, &mut Diagnostics::default()).verification.google
        };
        let tag = "<meta name=\"google-site-verification\" content=\"abc-1\" />";
        assert_eq!(read(tag).as_deref(), Some("abc-1"));
        assert_eq!(read("abc-1").as_deref(), Some("abc-1"));
        assert_eq!(read("<b>"), None);
    }

    #[test]
    fn base_urls_are_split() {
        let split = |url| base_url(url).map(|(origin, path)| format!("{origin} {path}"));
        assert_eq!(split("https://guide.example").as_deref(), Some("https://guide.example "));
        assert_eq!(split("https://guide.example/").as_deref(), Some("https://guide.example "));
        assert_eq!(split("https://a.example/%ED%95%9C").as_deref(), Some("https://a.example /한"));
        assert_eq!(split("HTTPS://A.Example/B").as_deref(), Some("https://a.example /B"));
        assert_eq!(split("http://[::1]:8080").as_deref(), Some("http://[::1]:8080 "));
        assert_eq!(split("http://localhost:80/a/b/").as_deref(), Some("http://localhost:80 /a/b"));
        for bad in [
            "guide.example",
            "ftp://a.example",
            "https://",
            "https://a.example/?q",
            "https://a b",
            "https://a:99999",
            "https://[::1",
            "https://a/b//c",
        ] {
            assert_eq!(split(bad), None, "{bad}");
        }
    }
}
