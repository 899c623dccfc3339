//! Reports a site's templates and strings that nothing uses.

use crate::{
    diag::{Code, Diagnostic, Diagnostics},
    i18n,
    model::{Settings, SourceId, Span},
    source::{Source, Sources},
};

/// The text of each template, by its path.
type TemplateTexts<'a> = Vec<(&'a str, &'a str)>;

/// Reports templates that no page and no template uses, and strings that no template uses.
/// Those that replace a built-in one are used.
pub(super) fn report(sources: &Sources, settings: &Settings, diagnostics: &mut Diagnostics) {
    let own = |source: &Source| !source.built_in && !sources.replaces_built_in(&source.path);
    let (mut texts, mut catalogs) = (TemplateTexts::new(), String::new());
    for (_, source) in sources.below("templates/") {
        let text = std::str::from_utf8(&source.bytes).unwrap_or_default();
        match source.path.as_str().ends_with(".ftl") {
            true => catalogs.push_str(text),
            false => texts.push((source.path.as_str(), text)),
        }
    }
    let of_site = sources.below("templates/").into_iter().filter(|(_, source)| !source.built_in);
    for (id, source) in of_site {
        let path = source.path.as_str();
        if path.ends_with(".ftl") {
            strings(id, source, sources, (&texts, &catalogs), diagnostics);
        } else if path.ends_with(".html") && own(source) && !is_used(path, settings, &texts) {
            diagnostics.push(without_effect(Span::new(id, 0..0), path, "template"));
        }
    }
}

fn without_effect(span: Span, key: &str, hint: &'static str) -> Diagnostic {
    Diagnostic::new(Code::SettingWithoutEffect, span).arg("key", key).hint(hint)
}

/// Returns whether the template at `path` renders a kind of page or is named by another
/// template: by its path, or by a component that it defines.
fn is_used(path: &str, settings: &Settings, texts: &TemplateTexts) -> bool {
    let name = path.trim_start_matches("templates/");
    let renders = settings.kinds().any(|kind| kind.info().template == name);
    let own = texts.iter().find(|(other, _)| *other == path).map_or("", |(_, text)| text);
    let defined = own.split("{% component ").skip(1);
    let defined = defined.filter_map(|rest| rest.split(['(', ' ']).next());
    let mut names: Vec<String> = defined.map(|component| ["<", component].concat()).collect();
    names.push(["\"", name, "\""].concat());
    let others = texts.iter().filter(|(other, _)| *other != path);
    renders || others.into_iter().any(|(_, text)| names.iter().any(|name| text.contains(name)))
}

/// Reports the strings of a site's catalog that are neither built in nor used.
fn strings(
    id: SourceId,
    source: &Source,
    sources: &Sources,
    (texts, catalogs): (&TemplateTexts, &str),
    diagnostics: &mut Diagnostics,
) {
    let Ok(text) = std::str::from_utf8(&source.bytes) else { return };
    let built_in = sources.built_in_bytes(&source.path).unwrap_or_default();
    let built_in = std::str::from_utf8(built_in).unwrap_or_default();
    for (key, span) in i18n::keys(id, text) {
        let starts = ["\n", &key, " ="].concat();
        let quoted = ["\"", &key, "\""].concat();
        let referred = ["{ ", &key, " }"].concat();
        let is_asked = built_in.contains(&starts)
            || catalogs.contains(&referred)
            || texts.iter().any(|(_, text)| text.contains(&quoted));
        if !is_asked {
            diagnostics.push(without_effect(span, &key, "string"));
        }
    }
}
