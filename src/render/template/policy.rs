//! Finds the parts of templates that the site's Content-Security-Policy refuses. They would not
//! work on any host or in the preview, and only the browser's console would show why.
//!
//! Values that a template fills in are known only if they are set in the same template.

use std::ops::Range;

use super::{tags::next_tag, variables::Variables};
use crate::{
    diag::Diagnostic,
    markdown::{RawAttribute, RawForm, RawTag, raw_tags},
    model::{Directive, SecurityPolicy, Span, TemplateFile},
};

/// Returns the problems of a template under `policy`, in the order of its text.
pub fn refused(template: &TemplateFile, policy: &SecurityPolicy) -> Vec<Diagnostic> {
    let html = without_tera(&template.text);
    let variables = Variables::read(&template.text);
    let mut problems = Vec::new();
    // The open element whose content is no HTML, if there is one.
    let mut raw: Option<String> = None;
    for tag in raw_tags(&html) {
        let RawForm::Start { attributes, .. } = &tag.form else {
            raw.take_if(|open| *open == tag.name);
            continue;
        };
        if raw.is_some() {
            continue;
        }
        let refused = Refusals { template, policy, tag: &tag, attributes, variables: &variables };
        problems.extend(refused.all());
        raw = ["script", "style"].contains(&&*tag.name).then(|| tag.name.clone());
    }
    problems
}

/// Stands for each byte that a template fills in; it occurs in no address.
const FILLED_IN: char = '\u{1a}';

/// Returns the template with marks in place of values that Tera fills in, and spaces in place of
/// everything else that it reads.
fn without_tera(template: &str) -> String {
    let mut html = String::with_capacity(template.len());
    let mut rest = template;
    while let Some((before, tag, after)) = next_tag(rest) {
        html.push_str(before);
        let mark = if tag.starts_with("{{") { FILLED_IN } else { ' ' };
        html.extend(std::iter::repeat_n(mark, tag.len()));
        rest = after;
    }
    html.push_str(rest);
    html
}

/// The problems found in one tag.
struct Refusals<'a> {
    template: &'a TemplateFile,
    policy: &'a SecurityPolicy,
    tag: &'a RawTag,
    attributes: &'a [RawAttribute],
    variables: &'a Variables,
}

impl Refusals<'_> {
    fn all(&self) -> Vec<Diagnostic> {
        let in_page = self.in_page();
        let loaded = self.attributes.iter().flat_map(|attribute| self.of_attribute(attribute));
        in_page.into_iter().chain(loaded).collect()
    }

    /// Returns the problem of a script or style inside the page.
    fn in_page(&self) -> Option<Diagnostic> {
        let directive = match &*self.tag.name {
            "script" if self.value("src").is_none() && self.runs() => Directive::Script,
            "style" => Directive::Style,
            _ => return None,
        };
        let tag_name = ["<", &self.tag.name, ">"].concat();
        Some(directive.refusal(&tag_name, self.span(self.tag.range.clone())).hint("inline"))
    }

    /// Returns whether browsers run a script without an address: they ignore types that are no
    /// scripts.
    fn runs(&self) -> bool {
        let kind = self.value("type").unwrap_or_default().trim().to_ascii_lowercase();
        ["", "module", "importmap", "speculationrules"].contains(&&*kind)
            || kind.ends_with("javascript")
            || kind.ends_with("ecmascript")
    }

    fn of_attribute(&self, attribute: &RawAttribute) -> Vec<Diagnostic> {
        let (name, span) = (&*attribute.name, self.span(attribute.range.clone()));
        let inline = match name {
            "style" => Some(Directive::Style),
            _ if name.starts_with("on") => Some(Directive::Script),
            "href" | "action" | "formaction" if is_script(&attribute.value) => {
                Some(Directive::Script)
            }
            _ => None,
        };
        if let Some(directive) = inline {
            return vec![directive.refusal(name, span).hint("inline")];
        }
        let mut values = self.filled_in(attribute);
        if values.is_empty() {
            values.push(attribute.value.clone());
        }
        let addresses = values.iter().flat_map(|value| addresses(name, value));
        let known = addresses.filter(|address| !is_filled_in(address));
        let refusal = |address: &str| {
            self.refusal(self.directives(name), &address.replace(FILLED_IN, ""), span)
        };
        known.filter_map(refusal).collect()
    }

    /// Returns the addresses that an attribute has after the template has filled them in, as far as
    /// the same template says so.
    fn filled_in(&self, attribute: &RawAttribute) -> Vec<String> {
        let written = self.template.text.get(attribute.range.clone()).unwrap_or_default();
        if !attribute.value.contains(FILLED_IN) {
            return Vec::new();
        }
        let value = written.find('=').filter(|at| *at < written.find("{{").unwrap_or(0));
        let value = written[value.map_or(0, |at| at + 1)..].trim();
        let quote = value.chars().next().filter(|c| matches!(c, '"' | '\''));
        let bare = value.get(..attribute.value.len()).unwrap_or(value);
        let value = quote.map_or(bare, |quote| value.trim_matches(quote));
        self.variables.fill(value)
    }

    /// Returns the problem of an address that none of `directives` allows.
    fn refusal(&self, directives: &[Directive], address: &str, span: Span) -> Option<Diagnostic> {
        let refused = |name: &Directive| self.policy.refusal(*name, address, span);
        let problems: Vec<_> = directives.iter().map(refused).collect::<Option<_>>()?;
        problems.into_iter().next()
    }

    fn span(&self, range: Range<usize>) -> Span {
        Span::new(self.template.source, range)
    }

    /// Returns the directives for an address in the attribute `name`; on elements that occur in
    /// both pictures and films, either of two.
    fn directives(&self, name: &str) -> &'static [Directive] {
        match (&*self.tag.name, name) {
            ("script", "src" | "href" | "xlink:href") => &[Directive::Script],
            ("iframe" | "frame", "src") => &[Directive::Frame],
            ("object", "data") | ("embed", "src") => &[Directive::Object],
            ("base", "href") => &[Directive::Base],
            ("form", "action") | ("button" | "input", "formaction") => &[Directive::Form],
            ("img" | "input", "src") | ("img", "srcset") | ("video", "poster") => {
                &[Directive::Image]
            }
            ("image" | "feimage" | "use", "href" | "xlink:href") => &[Directive::Image],
            ("video" | "audio" | "track", "src") => &[Directive::Media],
            ("source", "src" | "srcset") => &[Directive::Media, Directive::Image],
            ("a" | "area", "ping") => &[Directive::Connect],
            ("link", "href") => self.of_link(),
            _ => &[],
        }
    }

    fn of_link(&self) -> &'static [Directive] {
        let relation = self.value("rel").unwrap_or_default().to_ascii_lowercase();
        let is = |name| relation.split_whitespace().any(|word| word == name);
        match self.value("as").unwrap_or_default().trim() {
            _ if is("stylesheet") => &[Directive::Style],
            _ if is("modulepreload") => &[Directive::Script],
            _ if is("manifest") => &[Directive::Manifest],
            _ if is("icon") || is("apple-touch-icon") || is("mask-icon") => &[Directive::Image],
            "script" if is("preload") => &[Directive::Script],
            "style" if is("preload") => &[Directive::Style],
            "font" if is("preload") => &[Directive::Font],
            "image" if is("preload") => &[Directive::Image],
            "video" | "audio" | "track" if is("preload") => &[Directive::Media],
            "fetch" if is("preload") => &[Directive::Connect],
            _ => &[],
        }
    }

    fn value(&self, name: &str) -> Option<&str> {
        let attribute = self.attributes.iter().find(|attribute| attribute.name == name);
        attribute.map(|attribute| &*attribute.value)
    }
}

/// Returns whether browsers treat an address as `javascript:`.
fn is_script(address: &str) -> bool {
    let plain: String = address.chars().filter(|c| !c.is_control() && !c.is_whitespace()).collect();
    plain.to_ascii_lowercase().starts_with("javascript:")
}

/// Returns the addresses in the value of the attribute `name`.
fn addresses<'v>(name: &str, value: &'v str) -> Vec<&'v str> {
    match name {
        "srcset" => value.split(',').filter_map(|part| part.split_whitespace().next()).collect(),
        _ => vec![value],
    }
}

/// Returns whether the template fills in the scheme or the host of an address.
fn is_filled_in(address: &str) -> bool {
    let host =
        address.split_once("//").map_or("", |(_, rest)| rest.split('/').next().unwrap_or_default());
    address.starts_with(FILLED_IN) || address.trim().is_empty() || host.contains(FILLED_IN)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::{PolicySource, Security, Settings, SiteAddress, SourceId};

    fn refused_in(html: &str) -> Vec<String> {
        let mut settings = Settings::default();
        settings.base_url = SiteAddress::parse("https://guide.example").expect("an address");
        let script_src = PolicySource::parse("https://ok.example").into_iter().collect();
        settings.security = Security { script_src, ..Security::default() };
        let template =
            TemplateFile { source: SourceId(0), name: "a.html".into(), text: html.into() };
        let problems = refused(&template, &SecurityPolicy::new(&settings)).into_iter();
        let part = |d: &Diagnostic, at: usize| match &d.args[at].1 {
            crate::diag::Arg::Text(text) => text.clone(),
            crate::diag::Arg::Phrase(key) => (*key).to_owned(),
        };
        problems.map(|d| [part(&d, 1), part(&d, 0)].join(" ")).collect()
    }

    #[test]
    fn allowed_templates_are_not_reported() {
        for html in [
            "<script src=\"{{ asset(path='a.js') }}\"></script><script src=/a.js></script>",
            "<script type=\"application/ld+json\">{\"a\": \"<b style=x>\"}</script>",
            "<script type=module src='https://ok.example/a.js'></script>",
            "<div{% if a %} class=\"{{ t(key=\"<i style=x>\") }}\"{% endif %}>",
            "{% set u = 'https://ok.example' %}<script src='{{ u }}/a.js'></script><a href='{{ u }}'>",
            "{% set u = x %}<script src='{{ u }}'></script>",
            "<link rel=stylesheet href={{ x }}><a href='https://b.example'>b</a>",
            "<img src='https://{{ host }}/a.png'><img src='data:image/png;base64,AA'>",
            "<link rel=canonical href='https://b.example'><video src='https://guide.example/a.mp4'>",
            "{# <style></style> #}<!-- <style></style> -->",
        ] {
            assert_eq!(refused_in(html), Vec::<String>::new(), "{html}");
        }
    }

    #[test]
    fn refused_parts_are_reported() {
        for (html, refused) in [
            ("<script>a()</script>", "script-src <script>"),
            ("<script type=text/javascript>{{ x }}</script>", "script-src <script>"),
            ("<script src='//b.example/{{ x }}'></script>", "script-src //b.example/"),
            (
                "<link rel='preload' as=script href=https://b.example/a.js>",
                "script-src https://b.example/a.js",
            ),
            (
                "{% set u = \"https://b.example\" %}<script src=\"{{ u }}/a.js\"></script>",
                "script-src https://b.example/a.js",
            ),
            (
                "{% set h = 'b.example' %}<img src='https://{{ h }}/a.png'>",
                "img-src https://b.example/a.png",
            ),
            (
                "{% set u = 'https://b.example/a.js' %}<script src={{ u }}></script>",
                "script-src https://b.example/a.js",
            ),
            (
                "{% set u = 'https://b.example' %}<img srcset='/a.png 1x, {{ u }}/a.png 2x'>",
                "img-src https://b.example/a.png",
            ),
            (
                "<img srcset='{{ x }} 1x, https://b.example/a.png 2x'>",
                "img-src https://b.example/a.png",
            ),
            (
                "{%- set_global u = 'https://' ~ \"b.example/v\" -%}<iframe src='{{ u }}'></iframe>",
                "frame-src https://b.example/v",
            ),
            ("<a onclick='x'>", "script-src onclick"),
            ("<a href='java&#10;script:x'>", "script-src href"),
            ("<style>a{}</style>", "style-src <style>"),
            ("<p style='color: {{ x }}'>", "style-src style"),
            (
                "<link rel='alternate StyleSheet' href='https://b.example/a.css'>",
                "style-src https://b.example/a.css",
            ),
            (
                "<link rel=preload as=font href=https://b.example/a.woff2>",
                "font-src https://b.example/a.woff2",
            ),
            ("<iframe src='/a.html'></iframe>", "frame-src /a.html"),
            ("<iframe src='https://b.example'></iframe>", "frame-src https://b.example"),
            (
                "<img srcset='/a.png 1x, https://b.example/a.png 2x'>",
                "img-src https://b.example/a.png",
            ),
            ("<video src='https://b.example/a.mp4'>", "media-src https://b.example/a.mp4"),
            ("<form action='https://b.example/'>", "form-action https://b.example/"),
            ("<object data='/a.pdf'>", "object-src /a.pdf"),
            ("<base href='/a/'>", "base-uri /a/"),
        ] {
            assert_eq!(refused_in(html), [refused], "{html}");
        }
    }
}
