//! Raw HTML: written unchanged, except that links are resolved and ids get the prefix of the
//! body.

use std::borrow::Cow;

use super::{BodyWriter, link::is_other_site};
use crate::markdown::{RawAttribute, RawForm, RawTag, raw_tags, tags_and_text};

/// Attributes that contain an id, or several separated by spaces.
const ID_ATTRIBUTES: [&str; 6] =
    ["id", "for", "headers", "aria-labelledby", "aria-describedby", "aria-controls"];

impl BodyWriter<'_> {
    pub(super) fn raw_html(&mut self, html: &str) {
        let html = &tags_and_text(html);
        let mut written = 0;
        // Only tags with attributes can have links or ids.
        let tags = if html.contains('=') { raw_tags(html) } else { Vec::new() };
        for tag in &tags {
            let RawForm::Start { attributes, ends } = &tag.form else { continue };
            let has_link = attributes.iter().any(|attribute| tag.link(attribute).is_some());
            if has_link || !self.context.id_prefix.is_empty() {
                self.out.raw(&html[written..tag.range.start]);
                self.rewrite_tag(tag, attributes, *ends);
                written = tag.range.end;
            }
        }
        self.out.raw(&html[written..]);
    }

    /// Writes a tag with resolved addresses and prefixed ids.
    fn rewrite_tag(&mut self, tag: &RawTag, attributes: &[RawAttribute], ends: bool) {
        let page = self.page;
        self.out.void(&tag.name);
        let mut leaves = false;
        for attribute in attributes {
            let target = tag.link(attribute).and_then(|_| {
                self.links += 1;
                page.links.get(self.links - 1)
            });
            leaves |= target.is_some_and(is_other_site);
            match target {
                Some(target) => self.out.attr(&attribute.name, &self.href(target)),
                None => self.out.attr(&attribute.name, &*self.with_prefixed_ids(attribute)),
            };
        }
        let says = |name: &str| attributes.iter().any(|attribute| attribute.name == name);
        for (name, value) in [("class", "external"), ("rel", "external noopener")] {
            if leaves && !says(name) {
                self.out.attr(name, value);
            }
        }
        if ends {
            // The `/` of `<path/>` has a meaning in SVG.
            self.out.flag("/");
        }
    }

    /// Returns the value of an attribute with the body's prefix before every id.
    fn with_prefixed_ids<'v>(&self, attribute: &'v RawAttribute) -> Cow<'v, str> {
        let (context, value) = (self.context, attribute.value.as_str());
        if context.id_prefix.is_empty() {
            return value.into();
        }
        if ID_ATTRIBUTES.contains(&attribute.name.as_str()) {
            let ids = value.split_ascii_whitespace().map(|id| context.id(id));
            return ids.collect::<Vec<_>>().join(" ").into();
        }
        match value.strip_prefix('#').filter(|_| attribute.name.ends_with("href")) {
            Some(id) => ["#", &context.id(id)].concat().into(),
            None => value.replace("url(#", &["url(#", context.id_prefix].concat()).into(),
        }
    }
}
