//! Finds templates and catalogs among the sources.

use crate::{
    model::{Lang, PerLang, SourceId, TemplateFile},
    source::Sources,
};

const FOLDER: &str = "templates/";

/// Returns every HTML template, sorted by name.
pub fn read(sources: &Sources) -> Vec<TemplateFile> {
    let all = sources.below(FOLDER).into_iter();
    let html = all.filter(|(_, source)| source.path.name().ends_with(".html"));
    let template = |(id, source): (SourceId, &crate::source::Source)| TemplateFile {
        source: id,
        name: source.path.as_str()[FOLDER.len()..].to_owned(),
        text: source.text().into_owned(),
    };
    html.map(template).collect()
}

/// Returns the catalogs of each language, including built-in ones that the site's own hide.
pub fn catalogs(sources: &Sources) -> PerLang<Vec<SourceId>> {
    let of_lang = |lang: Lang| {
        let path = format!("templates/i18n/{}.ftl", lang.code());
        let catalogs = sources.iter().filter(|(_, source)| source.path.as_str() == path);
        catalogs.map(|(id, _)| id).collect()
    };
    PerLang::from_fn(of_lang)
}
