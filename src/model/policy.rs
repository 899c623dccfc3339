//! The Content-Security-Policy (W3C CSP level 3). Pages may run the site's own scripts and
//! styles, but none inside a page, and load nothing from elsewhere except what the settings
//! allow.

use base64::{Engine, prelude::BASE64_STANDARD};
use sha2::{Digest, Sha256};

use super::{PolicySource, Settings, SiteAddress, Span, WebAddress};
use crate::{
    diag::{Code, Diagnostic},
    diagram,
    palette::Palette,
};

/// Returns the styles of standalone diagrams, which are the same in all of them: the policy
/// allows them by their hash.
fn diagram_style(palette: &Palette) -> String {
    let hash = Sha256::digest(diagram::standalone_style(palette).as_bytes());
    format!("'sha256-{}'", BASE64_STANDARD.encode(hash))
}

/// The directives of a policy, one for each kind of resource.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Directive {
    Default,
    Script,
    Style,
    Image,
    Font,
    Media,
    Connect,
    Frame,
    Object,
    Worker,
    Manifest,
    Form,
    Base,
    Ancestors,
}

impl Directive {
    /// Returns its name in a policy: `script-src`.
    pub const fn name(self) -> &'static str {
        match self {
            Directive::Default => "default-src",
            Directive::Script => "script-src",
            Directive::Style => "style-src",
            Directive::Image => "img-src",
            Directive::Font => "font-src",
            Directive::Media => "media-src",
            Directive::Connect => "connect-src",
            Directive::Frame => "frame-src",
            Directive::Object => "object-src",
            Directive::Worker => "worker-src",
            Directive::Manifest => "manifest-src",
            Directive::Form => "form-action",
            Directive::Base => "base-uri",
            Directive::Ancestors => "frame-ancestors",
        }
    }

    /// Returns the key of `[security]` that allows more sources.
    pub const fn setting(self) -> Option<&'static str> {
        Some(match self {
            Directive::Script | Directive::Worker => "script_src",
            Directive::Style => "style_src",
            Directive::Image => "img_src",
            Directive::Font => "font_src",
            Directive::Media => "media_src",
            Directive::Connect => "connect_src",
            Directive::Frame => "frame_src",
            Directive::Form => "form_action",
            Directive::Ancestors => "frame_ancestors",
            Directive::Default | Directive::Object | Directive::Manifest | Directive::Base => {
                return None;
            }
        })
    }

    /// Returns the problem of an address that the policy refuses.
    pub fn refusal(self, written: &str, span: Span) -> Diagnostic {
        Diagnostic::new(Code::PolicyRefuses, span)
            .arg("found", written)
            .arg("directive", self.name())
            .arg("key", self.setting().unwrap_or_default())
    }

    /// Returns the directive that applies if a policy does not have this one.
    const fn fallback(self) -> Directive {
        match self {
            Directive::Worker => Directive::Script,
            _ => Directive::Default,
        }
    }

    /// Returns whether browsers apply it in a page's own `<meta>` element (section 3.3).
    const fn works_in_pages(self) -> bool {
        !matches!(self, Directive::Ancestors)
    }
}

/// A source that a directive allows.
#[derive(Clone, Debug, PartialEq, Eq)]
enum AllowedSource {
    Nothing,
    OwnSite,
    /// Addresses that contain the data themselves: `data:`.
    Inline,
    Hash(String),
    Origin(String),
    Site(PolicySource),
}

impl AllowedSource {
    fn text(&self) -> String {
        match self {
            AllowedSource::Nothing => "'none'".to_owned(),
            AllowedSource::OwnSite => "'self'".to_owned(),
            AllowedSource::Inline => "data:".to_owned(),
            AllowedSource::Hash(hash) => hash.clone(),
            AllowedSource::Origin(origin) => origin.clone(),
            AllowedSource::Site(source) => source.to_string(),
        }
    }
}

/// The policy of a site.
#[derive(Clone, Debug)]
pub struct SecurityPolicy {
    site: SiteAddress,
    directives: Vec<(Directive, Vec<AllowedSource>)>,
}

impl SecurityPolicy {
    /// Returns the policy that `settings` ask for.
    pub fn new(settings: &Settings) -> SecurityPolicy {
        use AllowedSource::{Hash, Inline, Nothing, OwnSite};
        let allowed = &settings.security;
        let endpoint = settings.subscription.as_ref().map(|form| form.endpoint.origin());
        let endpoint = endpoint.map(AllowedSource::Origin);
        let own_and_endpoint = || [OwnSite].into_iter().chain(endpoint.clone()).collect();
        let mut policy = SecurityPolicy { site: settings.base_url.clone(), directives: Vec::new() };
        let diagram_style = Hash(diagram_style(&settings.theme.palette()));
        policy.list(Directive::Default, vec![Nothing], &[]);
        policy.list(Directive::Script, vec![OwnSite], &allowed.script_src);
        policy.list(Directive::Style, vec![OwnSite, diagram_style], &allowed.style_src);
        policy.list(Directive::Image, vec![OwnSite, Inline], &allowed.img_src);
        policy.list(Directive::Font, vec![OwnSite], &allowed.font_src);
        policy.list(Directive::Media, vec![OwnSite], &allowed.media_src);
        policy.list(Directive::Connect, own_and_endpoint(), &allowed.connect_src);
        policy.list(Directive::Frame, Vec::new(), &allowed.frame_src);
        policy.list(Directive::Manifest, vec![OwnSite], &[]);
        policy.list(Directive::Form, own_and_endpoint(), &allowed.form_action);
        policy.list(Directive::Base, vec![Nothing], &[]);
        // The preview shows both languages side by side, in frames.
        policy.list(Directive::Ancestors, vec![OwnSite], &allowed.frame_ancestors);
        policy
    }

    fn list(&mut self, name: Directive, own: Vec<AllowedSource>, more: &[PolicySource]) {
        let more = more.iter().cloned().map(AllowedSource::Site);
        let sources: Vec<_> = own.into_iter().chain(more).collect();
        if !sources.is_empty() {
            self.directives.push((name, sources));
        }
    }

    /// Returns the value of the header.
    pub fn header(&self) -> String {
        self.text(|_| true)
    }

    /// Returns the policy for a page's `meta` element, without the directive that browsers
    /// ignore there.
    pub fn meta(&self) -> String {
        self.text(Directive::works_in_pages)
    }

    fn text(&self, is_wanted: impl Fn(Directive) -> bool) -> String {
        let wanted = self.directives.iter().filter(|(name, _)| is_wanted(*name));
        let written = wanted.map(|(name, sources)| {
            let sources = sources.iter().map(AllowedSource::text);
            [name.name().to_owned()].into_iter().chain(sources).collect::<Vec<_>>().join(" ")
        });
        written.collect::<Vec<_>>().join("; ")
    }

    /// Returns the problem if a page may not load `address`, which is written at `span`.
    pub fn refusal(&self, directive: Directive, address: &str, span: Span) -> Option<Diagnostic> {
        if self.allows(directive, address) {
            return None;
        }
        let problem = directive.refusal(address, span);
        let foreign = foreign_address(address).filter(|_| directive.setting().is_some());
        Some(match foreign {
            Some(address) => problem.arg("source", address.origin()),
            None => problem.hint("never"),
        })
    }

    /// Returns whether a page may load `address`, as written in an attribute or a stylesheet.
    pub fn allows(&self, name: Directive, address: &str) -> bool {
        let listed = |name| self.directives.iter().find(|(listed, _)| *listed == name);
        let rule = listed(name).or_else(|| listed(name.fallback()));
        rule.is_none_or(|(_, sources)| sources.iter().any(|source| self.fits(source, address)))
    }

    fn fits(&self, source: &AllowedSource, address: &str) -> bool {
        // Browsers remove white space and control characters around an address.
        let address = address.trim_matches(|c: char| c.is_whitespace() || c.is_control());
        let foreign = foreign_address(address);
        let scheme = scheme(address);
        match source {
            AllowedSource::Nothing | AllowedSource::Hash(_) => false,
            AllowedSource::OwnSite => match (&foreign, scheme) {
                (Some(foreign), _) => foreign.origin() == self.site.origin,
                (None, scheme) => scheme.is_none() && !address.starts_with("//"),
            },
            AllowedSource::Inline => scheme.is_some_and(|s| s.eq_ignore_ascii_case("data")),
            AllowedSource::Origin(origin) => foreign.is_some_and(|f| f.origin() == *origin),
            AllowedSource::Site(source) => foreign.is_some_and(|foreign| source.allows(&foreign)),
        }
    }
}

/// Returns the address if it names a host. Without a scheme it has that of the page.
fn foreign_address(address: &str) -> Option<WebAddress> {
    let whole = address.starts_with("//").then(|| ["https:", address].concat());
    WebAddress::parse(whole.as_deref().unwrap_or(address))
}

/// Returns the scheme of an address that has one (RFC 3986, section 3.1).
fn scheme(address: &str) -> Option<&str> {
    let (scheme, _) = address.split_once(':')?;
    let fits = scheme.starts_with(|c: char| c.is_ascii_alphabetic())
        && scheme.chars().all(|c| c.is_ascii_alphanumeric() || "+-.".contains(c));
    fits.then_some(scheme)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::Security;

    fn policy(security: Security) -> SecurityPolicy {
        let base_url = SiteAddress::parse("https://guide.example/ai").expect("an address");
        let mut settings = Settings::default();
        (settings.base_url, settings.security) = (base_url, security);
        SecurityPolicy::new(&settings)
    }

    fn sources(all: &[&str]) -> Vec<PolicySource> {
        all.iter().map(|text| PolicySource::parse(text).expect("a source")).collect()
    }

    #[test]
    fn sources_of_the_settings_are_added_to_their_directives() {
        let script_src = sources(&["https://s.example/a/"]);
        let frame_src = sources(&["https://f.example"]);
        let header = policy(Security { script_src, frame_src, ..Security::default() }).header();
        for part in [
            "script-src 'self' https://s.example/a/;",
            "frame-src https://f.example;",
            "media-src 'self';",
        ] {
            assert!(header.contains(part), "{part}: {header}");
        }
        assert!(!policy(Security::default()).header().contains("frame-src"));
    }

    #[test]
    fn a_page_cannot_say_who_may_frame_it() {
        let policy = policy(Security::default());
        assert!(policy.header().contains("; frame-ancestors 'self'"));
        assert!(!policy.meta().contains("frame-ancestors"));
        assert_eq!(policy.header().replace("; frame-ancestors 'self'", ""), policy.meta());
    }

    #[test]
    fn the_policy_decides_as_browsers_do() {
        let script_src = sources(&["https://s.example/a/"]);
        let policy = policy(Security { script_src, ..Security::default() });
        use Directive::{Font, Frame, Image, Script, Style, Worker};
        for (name, address, allowed) in [
            (Script, "/a.js", true),
            (Script, "a.js?b#c", true),
            (Script, "https://guide.example/x.js", true),
            (Script, "https://s.example/a/b.js", true),
            (Worker, "//s.example/a/b.js", true),
            (Script, "https://s.example/b.js", false),
            (Script, "//t.example/a.js", false),
            (Script, "data:text/javascript,1", false),
            (Script, " javascript:1", false),
            (Style, "https://s.example/a/b.css", false),
            (Font, "data:font/woff2;base64,", false),
            (Image, "data:image/png;base64,", true),
            (Image, "https://s.example/a/b.png", false),
            (Frame, "/a.html", false),
            (Frame, "https://f.example/", false),
        ] {
            assert_eq!(policy.allows(name, address), allowed, "{name:?} {address}");
        }
    }
}
