//! Checks the addresses that stylesheets load from other sites against the site's
//! Content-Security-Policy.

use super::references::STATIC;
use crate::{
    css::{StylesheetReference, references},
    diag::Diagnostics,
    model::{Directive, SecurityPolicy, SourceId, Span},
    source::{Source, Sources},
};

/// Reports the addresses in the theme's stylesheets that `policy` refuses.
pub fn check_styles(sources: &Sources, policy: &SecurityPolicy, diagnostics: &mut Diagnostics) {
    let all = ["templates/", STATIC].map(|folder| sources.below(folder));
    let is_style = |(_, source): &(SourceId, &Source)| source.path.name().ends_with(".css");
    for (id, source) in all.into_iter().flatten().filter(is_style) {
        for reference in references(&source.text()) {
            let (directive, path, range) = match reference {
                StylesheetReference::Import(import) => {
                    (Directive::Style, import.path, import.range)
                }
                StylesheetReference::Load(load) if load.of_font => {
                    (Directive::Font, load.path, load.range)
                }
                StylesheetReference::Load(load) => (Directive::Image, load.path, load.range),
            };
            diagnostics.extend(policy.refusal(directive, &path, Span::new(id, range)));
        }
    }
}
