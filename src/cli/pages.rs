//! Finds a page by any of its names.

use percent_encoding::percent_decode_str;

use crate::{
    diag::closest,
    model::{Kind, Lang, PageKey, Translation, nfc},
};

/// Returns the page that `written` names: `guides/customer-service`, the path of a file
/// (`content/guides/customer-service.ko.md`), an address (`/ko/guides/customer-service/`), or a
/// slug that only one page has.
///
/// # Errors
///
/// Returns the name of the most similar page, if there is a similar one.
pub fn find<'a>(written: &str, all: &'a [Translation]) -> Result<&'a Translation, Option<String>> {
    let is_folder = |name: &str| {
        Kind::from_folder(name).is_some() || all.iter().any(|page| page.place.kind.folder() == name)
    };
    let (folder, slug) = parts(written, is_folder);
    let exact = all.iter().find(|translation| {
        let place = &translation.place;
        match &folder {
            Some(folder) => place.kind.folder() == folder && *place.slug == *slug,
            None => place.kind == Kind::Home && slug == "home",
        }
    });
    if let Some(found) = exact {
        return Ok(found);
    }
    let mut same_slug = all.iter().filter(|translation| *translation.place.slug == *slug);
    match (&folder, same_slug.next(), same_slug.next()) {
        (None, Some(only), None) => Ok(only),
        _ => Err(suggestion(folder.as_deref(), &slug, all)),
    }
}

/// Returns the folder of the kind, if there is one, and the slug.
fn parts(written: &str, is_folder: impl Fn(&str) -> bool) -> (Option<String>, String) {
    let decoded = percent_decode_str(written).decode_utf8_lossy().replace('\\', "/");
    let path = nfc(&decoded).into_owned();
    let path = path.split(['?', '#']).next().unwrap_or_default();
    let mut parts: Vec<&str> =
        path.split('/').filter(|part| !part.is_empty() && *part != "index.html").collect();
    let last = parts.pop().unwrap_or_default();
    let slug = ["md", "ledger"].into_iter().find_map(|ending| {
        let stem = last.strip_suffix(ending)?.strip_suffix('.')?;
        Some(without_language(stem))
    });
    let slug = slug.unwrap_or_else(|| without_language(last));
    let folder = parts.last().filter(|folder| is_folder(folder));
    // `/ko/` is the home page.
    let slug = if Lang::from_code(slug).is_some() && folder.is_none() { "home" } else { slug };
    (folder.map(|folder| (*folder).to_owned()), slug.to_owned())
}

fn without_language(stem: &str) -> &str {
    let bare = |lang: Lang| stem.strip_suffix(lang.code())?.strip_suffix('.');
    Lang::ALL.into_iter().find_map(bare).unwrap_or(stem)
}

/// Returns the page with the most similar slug, first in that folder, then in any. Only slugs
/// are compared: together with their folders, all names would be similar.
fn suggestion(folder: Option<&str>, slug: &str, all: &[Translation]) -> Option<String> {
    let near = |folder: Option<&str>| {
        let of_folder = |place: &PageKey| folder.is_none_or(|folder| place.kind.folder() == folder);
        let places = || all.iter().map(|t| &t.place).filter(|place| of_folder(place));
        let near = closest(slug, places().map(|place| &*place.slug))?;
        places().find(|place| *place.slug == *near).map(PageKey::name)
    };
    near(folder).or_else(|| near(None))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_page_has_several_names() {
        let parts = |written| parts(written, |folder| Kind::from_folder(folder).is_some());
        let guide = (Some("guides".to_owned()), "customer-service".to_owned());
        for written in [
            "guides/customer-service",
            "content/guides/customer-service.ko.md",
            "./content/guides/customer-service.en.md",
            "/tmp/x/content/guides/customer-service.ko.ledger",
            "content\\guides\\customer-service.ko.md",
            "/ko/guides/customer-service/",
            "https://guide.example/base/en/guides/customer-service/index.html#boundaries",
        ] {
            assert_eq!(parts(written), guide, "{written}");
        }
        assert_eq!(parts("customer-service"), (None, "customer-service".to_owned()));
        assert_eq!(parts("changelog/v2.7.0-x"), (Some("changelog".into()), "v2.7.0-x".into()));
        assert_eq!(parts("content/home.ko.md"), (None, "home".to_owned()));
        assert_eq!(parts("/ko/"), (None, "home".to_owned()));
        assert_eq!(parts("/ko/guides/%EA%B0%80/"), (Some("guides".into()), "가".into()));
    }
}
