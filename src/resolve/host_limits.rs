//! Warns of redirects that static hosts ignore because there are too many.
//!
//! The figures are those of the hosts' documentation: Cloudflare Pages, "Redirects" (2,000
//! static, 100 dynamic, 1,000 characters each), and Netlify, "Redirects and rewrites" (from
//! 10,000 on the deploy might fail).

use crate::{
    diag::{Code, Diagnostic, Diagnostics},
    model::{Site, Span},
};

/// A limit of a host.
struct HostLimit {
    host: &'static str,
    /// The catalog key of the unit that is counted.
    unit: &'static str,
    most: usize,
}

const STATIC: HostLimit =
    HostLimit { host: "Cloudflare Pages", unit: "type-redirects", most: 2_000 };
const DYNAMIC: HostLimit =
    HostLimit { host: "Cloudflare Pages", unit: "type-dynamic-redirects", most: 100 };
const ALL: HostLimit = HostLimit { host: "Netlify", unit: "type-redirects", most: 9_999 };
const LONGEST_LINE: usize = 1_000;

/// Returns a warning for each limit that is exceeded, at the first redirect beyond it.
pub fn host_limits(site: &Site) -> Diagnostics {
    let own = site.redirects.iter().map(|redirect| redirect.written);
    let written = &site.theme.host_rules.redirects;
    let (dynamic, fixed): (Vec<_>, Vec<_>) = written
        .iter()
        .partition(|rule| rule.value.contains(['*', ':']) && !rule.value.contains("://"));
    let fixed: Vec<Span> = own.chain(fixed.iter().map(|rule| rule.span)).collect();
    let dynamic: Vec<Span> = dynamic.iter().map(|rule| rule.span).collect();
    let all = [&fixed[..], &dynamic].concat();
    let mut warnings = Diagnostics::default();
    warnings.extend(
        [(STATIC, &fixed), (DYNAMIC, &dynamic), (ALL, &all)].into_iter().filter_map(passed),
    );
    warnings.extend(too_long(site));
    warnings
}

fn passed((limit, spans): (HostLimit, &Vec<Span>)) -> Option<Diagnostic> {
    let first_beyond = spans.get(limit.most)?;
    Some(
        Diagnostic::new(Code::HostLimit, *first_beyond)
            .arg("host", limit.host)
            .arg("most", limit.most.to_string())
            .arg("count", spans.len().to_string())
            .phrase("unit", limit.unit),
    )
}

/// Returns the first redirect whose line is too long for Cloudflare Pages.
fn too_long(site: &Site) -> Option<Diagnostic> {
    let settings = &site.settings;
    let length = |from: &crate::model::UrlPath, to: &crate::model::UrlPath| {
        from.encoded().len() + settings.base_url.href(to).len() + " 301 ".len()
    };
    let own = site.redirects.iter().map(|r| (r.written, length(&r.from, &site.page(r.to).url)));
    let written = site.theme.host_rules.redirects.iter().map(|rule| (rule.span, rule.value.len()));
    let (span, length) = own.chain(written).find(|(_, length)| *length > LONGEST_LINE)?;
    Some(
        Diagnostic::new(Code::HostLimit, span)
            .arg("host", STATIC.host)
            .arg("most", LONGEST_LINE.to_string())
            .arg("count", length.to_string())
            .phrase("unit", "type-characters"),
    )
}
