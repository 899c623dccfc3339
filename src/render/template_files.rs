//! Finds the templates and catalogs among the sources.

use crate::{
    model::{Lang, PerLang, SourceId},
    source::Sources,
};

/// The templates and catalogs of a site, built-in ones included where the site
/// has none of its own.
#[derive(Debug, Default)]
pub struct TemplateFiles {
    pub html: Vec<SourceId>,
    /// Built-in first, so that a site's strings replace single ones.
    pub catalogs: PerLang<Vec<SourceId>>,
}

impl TemplateFiles {
    /// Finds them among the sources, in the order of their paths.
    pub fn find(sources: &Sources) -> TemplateFiles {
        let mut files = TemplateFiles::default();
        for (id, source) in sources.below("templates/") {
            if source.path.name().ends_with(".html") {
                files.html.push(id);
            }
        }
        files.catalogs = PerLang::from_fn(|lang| catalogs(sources, lang));
        files
    }
}

fn catalogs(sources: &Sources, lang: Lang) -> Vec<SourceId> {
    let path = format!("templates/i18n/{}.ftl", lang.code());
    let of_lang = sources.iter().filter(|(_, source)| source.path.as_str() == path);
    of_lang.map(|(id, _)| id).collect()
}
