//! References to pages, as `related` and `audience` have them.

use serde_spanned::Spanned;
use toml::de::DeValue;

use crate::{
    diag::{Code, Diagnostic},
    fields::{Block, FromToml},
    model::{Kind, PageRef},
};

impl FromToml for PageRef {
    fn from_toml(key: &str, value: &Spanned<DeValue>, block: &mut Block) -> Option<Self> {
        let written = String::from_toml(key, value, block)?;
        let reference = page_ref(&written);
        if reference.is_none() {
            let span = block.span(value.span());
            block.report(Diagnostic::new(Code::BadReference, span).arg("found", written));
        }
        reference
    }

    fn example(key: &str) -> String {
        match key {
            "audience" => format!("{key} = \"product\""),
            _ => format!("{key} = \"checklists/pre-launch\""),
        }
    }
}

/// `slug`, `folder/slug`, or a collection's folder alone (an empty slug).
fn page_ref(written: &str) -> Option<PageRef> {
    let (kind, slug) = match written.split_once('/') {
        Some((folder, slug)) => (Some(Kind::from_folder(folder)?), slug),
        None => match Kind::from_folder(written) {
            Some(kind) if kind.has_list() => (Some(kind), ""),
            _ => (None, written),
        },
    };
    let whole = !slug.is_empty() || kind.is_some_and(Kind::has_list);
    let fits = whole && !slug.contains('/') && !slug.ends_with(".md");
    fits.then(|| PageRef { kind, slug: slug.to_owned() })
}
