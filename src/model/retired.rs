//! Retired pages: the settings name pages that were removed on purpose.

use schemars::JsonSchema;
use serde::Deserialize;

use super::{Lang, UrlPath, is_slug};

/// A removed page: `guides/old`, or `ko/guides/old` if only the version in that language was
/// removed.
#[derive(Clone, Debug, Deserialize, JsonSchema)]
#[serde(try_from = "String")]
#[schemars(with = "String", extend("format" = "retired-page"))]
pub struct Retired {
    /// The language of the removed version, if only one was removed.
    pub lang: Option<Lang>,
    /// The path below the language: `guides/old`.
    pub path: String,
}

impl Retired {
    /// Reads the path of a retired page in the settings; `None` if it is invalid.
    pub fn parse(text: &str) -> Option<Retired> {
        let text = text.strip_suffix('/').unwrap_or(text);
        let (lang, path) = match text.split_once('/') {
            Some((first, rest)) if Lang::from_code(first).is_some() => {
                (Lang::from_code(first), rest)
            }
            _ => (None, text),
        };
        let path = path_below_language(path)?.to_owned();
        Some(Retired { lang, path })
    }

    /// Returns the name in its written form.
    pub fn name(&self) -> String {
        match self.lang {
            Some(lang) => [lang.code(), "/", &self.path].concat(),
            None => self.path.clone(),
        }
    }

    /// Returns the addresses of the retired page, with their languages.
    pub fn addresses(&self) -> impl Iterator<Item = (Lang, UrlPath)> {
        let named = move |lang: &Lang| self.lang.is_none_or(|only| only == *lang);
        Lang::ALL.into_iter().filter(named).map(|lang| (lang, address(lang, &self.path)))
    }
}

impl TryFrom<String> for Retired {
    type Error = &'static str;

    fn try_from(written: String) -> Result<Self, Self::Error> {
        Retired::parse(&written).ok_or("the path of a page")
    }
}

/// Returns the address of `path`, which [`path_below_language`] has checked.
pub fn address(lang: Lang, path: &str) -> UrlPath {
    UrlPath::new(["/", lang.code(), "/", path, "/"].concat())
}

/// Returns the path of a page below its language, without a slash at its end; `None` for a path
/// that leads out of it, is absolute, or names a host or a language.
pub fn path_below_language(written: &str) -> Option<&str> {
    let path = written.strip_suffix('/').unwrap_or(written);
    let first = path.split('/').next().unwrap_or_default();
    (is_path(path) && Lang::from_code(first).is_none()).then_some(path)
}

/// Returns the address of a path below the site's root. Unless it is an HTML file, it is a
/// folder. `None` for a path that leads out of the root or names a host.
pub fn path_below_root(path: &str) -> Option<UrlPath> {
    let path = path.strip_suffix('/').unwrap_or(path);
    let is_file = path.ends_with(".html") || path.ends_with(".htm");
    let end = if is_file { "" } else { "/" };
    is_path(path).then(|| UrlPath::new(["/", path, end].concat()))
}

/// The most bytes of a path that a page can have. Systems take 1,024 (macOS) to 4,096 (Linux),
/// the folder of the site included.
const LONGEST_PATH: usize = 800;

fn is_path(path: &str) -> bool {
    path.len() <= LONGEST_PATH && path.split('/').all(is_slug)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn addresses(written: &str) -> Option<Vec<String>> {
        let retired = Retired::parse(written)?;
        Some(retired.addresses().map(|(_, url)| url.as_str().to_owned()).collect())
    }

    #[test]
    fn a_retired_page_is_named_in_one_language_or_in_both() {
        let in_both_languages = ["/en/guides/a/", "/ko/guides/a/"].map(str::to_owned).to_vec();
        assert_eq!(addresses("guides/a"), Some(in_both_languages.clone()));
        assert_eq!(addresses("guides/a/"), Some(in_both_languages));
        assert_eq!(addresses("ko/guides/a"), Some(vec!["/ko/guides/a/".to_owned()]));
        let long = "a/".repeat(LONGEST_PATH / 2);
        assert!(addresses(&long).is_some());
        let too_long = [&long, "b"].concat();
        let no_paths =
            ["", "/guides/a", "guides//a", "../a", "en", "en/ko/a", "https://a.example/b"];
        for bad in no_paths.into_iter().chain([too_long.as_str()]) {
            assert_eq!(addresses(bad), None, "{bad}");
        }
    }
}
