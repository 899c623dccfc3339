//! The site's settings: what may be written in `guide.toml`.

use percent_encoding::percent_decode_str;
use schemars::{JsonSchema, Schema};
use serde::{Deserialize, Serialize};
use serde_json::json;

use super::{
    ActorNames, Appearance, At, Kind, Lang, OwnCollection, PageRef, PerLang, PolicySource, Retired,
    SampleNames, Topic, UrlPath, WebAddress, is_host, percent_encode,
};
use crate::{
    diag::{Code, Level, RuleLevels},
    schema::NamedEntries,
};

/// The settings of a site. Each key's comment is its sentence in the documentation.
#[derive(Clone, Debug, Default, Deserialize, JsonSchema)]
pub struct Settings {
    /// The address under which the site is published, with a path if it lives below
    /// one. `giljabi build --base-url` overrides it.
    #[schemars(example = "https://guide.example")]
    pub base_url: SiteAddress,
    /// The name of the site in both languages.
    pub title: PerLang<At<String>>,
    /// Where the site was first published, should it have moved since. Entries of feeds
    /// keep the ids that they had there.
    #[schemars(example = "https://old.example")]
    pub first_base_url: Option<SiteAddress>,
    /// One sentence about the site in both languages.
    description: Option<PerLang<String>>,
    /// The language in which pages are written first. A page may name another in its
    /// front matter.
    #[serde(default = "english")]
    pub source_language: Lang,
    /// The links of the header in order: collections by their folder, and single pages.
    /// Without this key: every collection that has pages.
    #[serde(default)]
    #[schemars(example = ["guides", "pages/about"])]
    pub navigation: Vec<At<PageRef>>,
    /// The pages below “Tools” in the header's menu, in the same way.
    #[serde(default)]
    #[schemars(example = ["pages/scorecard"])]
    pub tools: Vec<At<PageRef>>,
    /// The links of the footer in order: collections by their folder, and single pages.
    #[serde(default)]
    #[schemars(example = ["pages/glossary"])]
    pub footer: Vec<At<PageRef>>,
    /// What guides can be about, each topic under an id: with `[topics.risk]`, guides that
    /// say `topic = "risk"` stand under its name, in the order of the settings.
    #[serde(default)]
    pub topics: NamedEntries<Topic>,
    /// What those who act in diagrams are called.
    #[serde(default)]
    pub actors: ActorNames,
    /// What the groups of samples on the scorecard are called.
    #[serde(default)]
    pub samples: SampleNames,
    /// What stands behind the teams for which a page is written, in the line below its title:
    /// “teams” in “For: buying, kitchen and office teams”.
    #[serde(default)]
    pub audience: AudienceEnding,
    /// The look of the site.
    #[serde(default)]
    pub theme: Appearance,
    /// Collections of your own: with `[collections.cases]`, the files
    /// `content/cases/*.md` are its pages, and it must have a title and an introduction.
    /// With `[collections.guides]`, the built-in collection of guides is called otherwise.
    #[serde(default)]
    pub collections: NamedEntries<OwnCollection>,
    /// The kinds of the pages in those collections, in the order of the settings.
    #[serde(skip)]
    pub own_kinds: Vec<Kind>,
    /// Who publishes the site, for search engines and feeds. Without this table the site
    /// itself is named.
    pub publisher: Option<Publisher>,
    /// Which pages have a preview image of their own, which messengers show. Without
    /// this key: `pages` up to 500 pages, `site` above.
    pub preview_images: Option<PreviewImages>,
    /// Writes text files in compressed forms too (`.br`, `.gz`), for servers that hand
    /// those out. `giljabi build --precompress` does so once.
    #[serde(default)]
    pub precompress: bool,
    /// Whether each page is also published as Markdown, for language models and other
    /// programs: `index.md` beside it.
    #[serde(default = "yes")]
    pub markdown: bool,
    /// Pages that are gone on purpose: `guides/old-name`, or `ko/guides/old-name` where
    /// only the version in one language is. A build warns of every other page that an
    /// earlier one published and it does not.
    #[serde(default)]
    #[schemars(example = ["guides/old-name"])]
    pub retired: Vec<At<Retired>>,
    /// Codes that prove to search engines who owns the site.
    #[serde(default)]
    pub verification: Verification,
    /// Where the form for subscribing by e-mail sends what readers enter. Without this
    /// table no form is shown.
    pub subscription: Option<Subscription>,
    /// What pages may load from other sites. Without this table: nothing. Browsers refuse
    /// everything else by the Content-Security-Policy.
    #[serde(default)]
    pub security: Security,
    /// The themes in which code is highlighted.
    #[serde(default)]
    pub code: CodeThemes,
    /// The search that readers have in their browser.
    #[serde(default)]
    pub search: SearchSettings,
    /// Whether a translation whose original has changed since says so at its top. A page
    /// can leave it out for itself with the same key in its front matter.
    #[serde(default = "yes")]
    pub translation_notice: bool,
    /// Whether guides end with the terms of the glossary that they use.
    #[serde(default = "yes")]
    pub term_list: bool,
    /// Whether published styles and scripts are made small.
    #[serde(default = "yes")]
    pub minify: bool,
    /// The levels of rules that are to differ from the default ones, each by its code. A
    /// rule that is an error by default stays one.
    #[serde(default)]
    #[schemars(transform = name_rules)]
    pub rules: NamedEntries<Level>,
    /// The levels of all rules.
    #[serde(skip)]
    pub levels: RuleLevels,
}

/// What stands behind the teams for which a page is written.
#[derive(Clone, Debug, Default, Deserialize, JsonSchema)]
pub struct AudienceEnding {
    /// In English. Without this key: nothing.
    en: Option<String>,
    /// In Korean. Without this key: nothing.
    ko: Option<String>,
}

impl AudienceEnding {
    /// Returns the word after the teams in `lang`.
    pub fn get(&self, lang: Lang) -> Option<&str> {
        match lang {
            Lang::En => self.en.as_deref(),
            Lang::Ko => self.ko.as_deref(),
        }
    }
}

/// Lists the rules in the schema, so that editors can complete them.
fn name_rules(schema: &mut Schema) {
    let rules = Code::ALL.iter().filter(|code| code.can_be_lowered());
    let names: Vec<&str> = rules.map(|code| code.id()).collect();
    schema.insert("propertyNames".to_owned(), json!({ "enum": names }));
}

pub(super) const fn yes() -> bool {
    true
}

const fn english() -> Lang {
    Lang::En
}

impl Settings {
    /// Returns the site's name.
    pub fn title(&self, lang: Lang) -> &str {
        &self.title.get(lang).value
    }

    /// Returns the sentence about the site.
    pub fn description(&self, lang: Lang) -> Option<&str> {
        self.description.as_ref().map(|texts| texts.get(lang).as_str())
    }

    /// Returns the address at which the site was first published.
    pub fn first_address(&self) -> &SiteAddress {
        self.first_base_url.as_ref().unwrap_or(&self.base_url)
    }
}

/// The address of a site, split at the beginning of the site's paths.
#[derive(Clone, Debug, Default, PartialEq, Eq, Deserialize, JsonSchema)]
#[serde(try_from = "String")]
#[schemars(with = "String", extend("format" = "base-url"))]
pub struct SiteAddress {
    /// Scheme and host, and nothing after it: `https://guide.example`.
    pub origin: String,
    /// The path below which the site lives, decoded and without a slash at its end: empty, or
    /// `/guide`.
    pub base_path: String,
}

impl SiteAddress {
    /// Splits an address; `None` unless it is `http(s)://host[:port][/path]`. Scheme and host
    /// are compared without regard to case (RFC 3986, section 6.2.2.1).
    pub fn parse(written: &str) -> Option<SiteAddress> {
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
        fits.then(|| SiteAddress { origin: format!("{scheme}://{host}"), base_path })
    }

    /// Returns the address of `url` on its host, percent-encoded, as `href` requires.
    pub fn href(&self, url: &UrlPath) -> String {
        [percent_encode(&self.base_path), url.encoded()].concat()
    }
}

impl TryFrom<String> for SiteAddress {
    type Error = &'static str;

    fn try_from(written: String) -> Result<Self, Self::Error> {
        SiteAddress::parse(&written).ok_or("the address of a site")
    }
}

/// Which pages have a preview image of their own.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize, JsonSchema)]
#[serde(rename_all = "lowercase")]
pub enum PreviewImages {
    /// Every page.
    Pages,
    /// The site in each language; its pages share it.
    Site,
    /// No page.
    None,
}

/// Who answers for the site.
#[derive(Clone, Debug, Deserialize, JsonSchema)]
pub struct Publisher {
    /// Their name in both languages.
    pub name: PerLang<String>,
    /// The address of their own site.
    #[schemars(example = "https://example.com", extend("format" = "web-address"))]
    pub url: Option<String>,
}

/// Codes that prove ownership to search engines. A whole tag may be pasted.
#[derive(Clone, Debug, Default, Serialize, Deserialize, JsonSchema)]
pub struct Verification {
    /// The code that Google Search Console hands out; its whole tag may be pasted.
    #[schemars(extend("format" = "verification-code"))]
    pub google: Option<String>,
    /// The code that Naver Search Advisor hands out; its whole tag may be pasted.
    #[schemars(extend("format" = "verification-code"))]
    pub naver: Option<String>,
}

/// Where the subscription form posts to.
#[derive(Clone, Debug, Deserialize, JsonSchema)]
pub struct Subscription {
    /// The address to which the form posts the fields `email` and `lang`. The service
    /// may lead readers back to `#subscribed` or `#not-subscribed` of the page.
    #[schemars(example = "https://mail.example/subscribe", extend("format" = "endpoint"))]
    pub endpoint: WebAddress,
}

/// What the Content-Security-Policy allows beside the site's own files: scheme, host and
/// perhaps a path of other sites.
#[derive(Clone, Debug, Default, Deserialize, JsonSchema)]
#[serde(default)]
pub struct Security {
    /// Sites whose scripts pages may run: they can do and read everything that pages can.
    #[schemars(example = ["https://scripts.example"])]
    pub script_src: Vec<PolicySource>,
    /// Sites whose stylesheets pages may use.
    #[schemars(example = ["https://styles.example"])]
    pub style_src: Vec<PolicySource>,
    /// Sites whose images scripts and templates may show; an image of a page’s text lies beside it.
    #[schemars(example = ["https://images.example"])]
    pub img_src: Vec<PolicySource>,
    /// Sites whose fonts pages may use.
    #[schemars(example = ["https://fonts.example"])]
    pub font_src: Vec<PolicySource>,
    /// Sites whose video and audio pages may play.
    #[schemars(example = ["https://media.example"])]
    pub media_src: Vec<PolicySource>,
    /// Sites that scripts may ask and send to.
    #[schemars(example = ["https://api.example", "wss://chat.example"])]
    pub connect_src: Vec<PolicySource>,
    /// Sites that pages may show in a frame.
    #[schemars(example = ["https://player.example"])]
    pub frame_src: Vec<PolicySource>,
    /// Sites to which forms may post, beside the endpoint of `[subscription]`.
    #[schemars(example = ["https://forms.example"])]
    pub form_action: Vec<PolicySource>,
    /// Sites that may show pages of this one in a frame.
    #[schemars(example = ["https://portal.example"])]
    pub frame_ancestors: Vec<PolicySource>,
    /// Whether each page says the policy itself too, for hosts that send no headers, such
    /// as GitHub Pages. Who may frame a page can be said by a header only.
    pub meta: bool,
}

/// Whether readers can search.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize, JsonSchema)]
pub struct SearchSettings {
    /// Whether there is a search. It needs no server: the build writes an index in small
    /// files, of which a browser loads those that a query needs.
    #[serde(default = "yes")]
    pub enabled: bool,
}

impl Default for SearchSettings {
    fn default() -> Self {
        SearchSettings { enabled: true }
    }
}

/// The syntax-highlighting themes from which the code stylesheet is generated.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(default)]
pub struct CodeThemes {
    /// The theme on light ground: any that comes with syntect can be named.
    #[schemars(extend("format" = "code-theme"))]
    pub light: String,
    /// The theme on dark ground: any that comes with syntect can be named.
    #[schemars(extend("format" = "code-theme"))]
    pub dark: String,
}

impl Default for CodeThemes {
    fn default() -> Self {
        CodeThemes { light: "giljabi-light".to_owned(), dark: "giljabi-dark".to_owned() }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn base_urls_are_split() {
        let split = |url| SiteAddress::parse(url).map(|url| [url.origin, url.base_path].join(" "));
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
