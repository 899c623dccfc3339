//! Checks of texts that a schema cannot describe.

use crate::{
    colour::{Colour, LEAST_CONTRAST},
    diag::{Code, Diagnostic},
    highlight,
    markdown::{RawForm, raw_tags},
    model::{
        Lang, PageRef, PolicySource, ReleaseVersion, Retired, SiteAddress, Span, WebAddress,
        is_slug,
    },
    palette::RAISED,
    schema::Format,
};

/// The formats that the declarations of settings and front matter refer to.
pub const FORMATS: &[Format] = &[
    Format { name: "base-url", problem: base_url, stand_in: "https://invalid.example" },
    Format { name: "page-reference", problem: page_reference, stand_in: "invalid" },
    Format { name: "retired-page", problem: retired_page, stand_in: "invalid" },
    Format { name: "colour", problem: colour, stand_in: "#000000" },
    Format { name: "web-address", problem: web_address, stand_in: "" },
    Format { name: "verification-code", problem: verification, stand_in: "" },
    Format { name: "endpoint", problem: endpoint, stand_in: "https://invalid.example" },
    Format { name: "policy-source", problem: policy_source, stand_in: "https://invalid.example" },
    Format { name: "code-theme", problem: code_theme, stand_in: "" },
    Format { name: "old-address", problem: old_address, stand_in: "" },
    Format { name: "feed-id", problem: feed_id, stand_in: "" },
    Format { name: "version", problem: version, stand_in: "v0.0.0" },
];

/// Checks the address of a site: scheme, host and optionally a path.
fn base_url(text: &str, _: &str, at: Span) -> Option<Diagnostic> {
    if SiteAddress::parse(text).is_some() {
        return None;
    }
    let bad = Diagnostic::new(Code::BadBaseUrl, at).arg("found", text);
    let host = text.split('/').nth(2).unwrap_or_default();
    Some(if host.is_ascii() { bad } else { bad.hint("ascii") })
}

/// Checks a reference: a slug, a folder and a slug, or the folder of a collection.
fn page_reference(text: &str, _: &str, at: Span) -> Option<Diagnostic> {
    let bad = || Diagnostic::new(Code::BadReference, at).arg("found", text);
    PageRef::parse(text).is_none().then(bad)
}

/// Checks the path of a removed page, with or without its language.
fn retired_page(text: &str, _: &str, at: Span) -> Option<Diagnostic> {
    let bad = || Diagnostic::new(Code::BadRetired, at).arg("found", text);
    Retired::parse(text).is_none().then(bad)
}

/// Checks the contrast of a text colour with the light background.
fn colour(text: &str, _: &str, at: Span) -> Option<Diagnostic> {
    let Some(colour) = Colour::parse(text) else {
        return Some(Diagnostic::new(Code::BadColour, at).arg("found", text));
    };
    let contrast = colour.contrast(RAISED.light);
    let faint = || {
        Diagnostic::new(Code::FaintColour, at)
            .arg("found", text)
            // Rounded down, so that a contrast that is too low is never shown as the least one.
            .arg("contrast", format!("{:.2}", (contrast * 100.0).floor() / 100.0))
            .arg("suggestion", colour.readable_on(RAISED.light).to_string())
    };
    (contrast < LEAST_CONTRAST).then(faint)
}

/// Checks an address of another site.
fn web_address(text: &str, _: &str, at: Span) -> Option<Diagnostic> {
    let bad = || Diagnostic::new(Code::BadWebAddress, at).arg("found", text);
    WebAddress::parse(text).is_none().then(bad)
}

/// Checks the code of a search engine, or the tag that contains it.
fn verification(text: &str, key: &str, at: Span) -> Option<Diagnostic> {
    let bad = || Diagnostic::new(Code::BadVerification, at).arg("found", text).arg("key", key);
    verification_code(text).is_none().then(bad)
}

/// Returns the verification code of a search engine. Search engines hand out a whole tag,
/// which is often pasted: its content is the code.
pub fn verification_code(text: &str) -> Option<String> {
    if !text.contains(['<', '>', '"']) {
        return Some(text.to_owned());
    }
    let content = raw_tags(text).into_iter().find_map(|tag| match tag.form {
        RawForm::Start { attributes, .. } if tag.name == "meta" => {
            attributes.into_iter().find(|attribute| attribute.name == "content")
        }
        _ => None,
    });
    content.map(|content| content.value)
}

/// Checks the address of a form. E-mail addresses are personal data: they must be sent over an
/// encrypted connection, or to a service on this machine that is being tried out.
fn endpoint(text: &str, _: &str, at: Span) -> Option<Diagnostic> {
    let fits = WebAddress::parse(text).is_some_and(|address| address.is_private());
    (!fits).then(|| Diagnostic::new(Code::BadEndpoint, at).arg("found", text))
}

/// Checks a site that a policy may allow. A source that allows more than one site is reported.
fn policy_source(text: &str, key: &str, at: Span) -> Option<Diagnostic> {
    if PolicySource::parse(text).is_some() {
        return None;
    }
    let bad = Diagnostic::new(Code::BadSource, at).arg("found", text).arg("key", key);
    let is_keyword = text.starts_with('\'') || text == "*" || text.ends_with(':');
    Some(if is_keyword { bad.hint("keyword") } else { bad })
}

/// Checks the name of a theme that comes with the program.
fn code_theme(text: &str, _: &str, at: Span) -> Option<Diagnostic> {
    let names = highlight::theme_names();
    let unknown = || {
        Diagnostic::new(Code::UnknownTheme, at)
            .arg("found", text)
            .arg("known", names.join(", "))
            .suggest(text, names.iter().copied())
    };
    (!names.contains(&text)).then(unknown)
}

/// Checks an old address. It holds for every language, so it names none.
fn old_address(text: &str, _: &str, at: Span) -> Option<Diagnostic> {
    let (first, bare) = text.split_once('/')?;
    Lang::from_code(first)?;
    let bad = Diagnostic::new(Code::BadAlias, at).arg("found", text);
    Some(bad.arg("bare", bare).hint("language"))
}

/// Checks the id of a page in feeds: it must be a valid file name.
fn feed_id(text: &str, _: &str, at: Span) -> Option<Diagnostic> {
    if is_slug(text) {
        return None;
    }
    let bad = Diagnostic::new(Code::BadFeedId, at).arg("found", text);
    let in_folder = text.split_once('/').filter(|(folder, slug)| is_slug(folder) && is_slug(slug));
    Some(match in_folder {
        Some((_, bare)) => bad.arg("bare", bare).hint("folder"),
        None => bad,
    })
}

/// Checks a version: `v2.7.0` or `v2.7.0-some-name`.
fn version(text: &str, _: &str, at: Span) -> Option<Diagnostic> {
    let bad = || Diagnostic::new(Code::BadVersion, at).arg("found", text);
    ReleaseVersion::parse(text).is_none().then(bad)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_pasted_tag_is_read_for_its_code() {
        let tag = "<meta name=\"google-site-verification\" content=\"abc-1\" />";
        assert_eq!(verification_code(tag).as_deref(), Some("abc-1"));
        assert_eq!(verification_code("abc-1").as_deref(), Some("abc-1"));
        assert_eq!(verification_code("<b>"), None);
    }
}
