//! Raw HTML: as it was written, but its links lead where the site is.

use super::{Writer, link::is_other_site};
use crate::markdown::{RawAttribute, RawForm, RawTag, raw_tags};

impl Writer<'_> {
    pub(super) fn raw_html(&mut self, html: &str) {
        let mut written = 0;
        // Only a tag with an attribute can have a link.
        let tags = if html.contains('=') { raw_tags(html) } else { Vec::new() };
        for tag in &tags {
            let RawForm::Start { attributes, ends } = &tag.form else { continue };
            if attributes.iter().any(|attribute| tag.link(attribute).is_some()) {
                self.out.raw(&html[written..tag.range.start]);
                self.linking_tag(tag, attributes, *ends);
                written = tag.range.end;
            }
        }
        self.out.raw(&html[written..]);
    }

    /// Writes a tag anew, with the addresses of the targets.
    fn linking_tag(&mut self, tag: &RawTag, attributes: &[RawAttribute], ends: bool) {
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
                None => self.out.attr(&attribute.name, &attribute.value),
            };
        }
        let says = |name: &str| attributes.iter().any(|attribute| attribute.name == name);
        for (name, value) in [("class", "external"), ("rel", "external noopener")] {
            if leaves && !says(name) {
                self.out.attr(name, value);
            }
        }
        if ends {
            // The `/` of `<path/>`, which means something in SVG.
            self.out.flag("/");
        }
    }
}
