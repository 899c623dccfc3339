//! Finds the parts of templates that are the same on every page: `{{ t(key="menu") }}`, `{{
//! <icon name="menu" /> }}`. They are rendered once, when the templates are read.

use std::borrow::Cow;

use rustc_hash::FxHashMap;
use tera::{Context, Tera};

use super::tags::next_tag;

/// The functions whose value depends only on their arguments.
const FUNCTIONS: [&str; 2] = ["t", "asset"];

/// Renders the constant parts of templates, with an engine that has all templates.
pub struct Constants<'e> {
    engine: &'e Tera,
    /// True if components get no data besides their arguments.
    closed: bool,
    rendered: FxHashMap<String, Option<String>>,
}

impl<'e> Constants<'e> {
    /// Starts without rendered parts; `engine` renders them.
    pub fn new(engine: &'e Tera) -> Self {
        let components = engine.get_component_names();
        let mut components = components.filter_map(|name| engine.get_component_definition(name));
        let closed = components.all(|component| component.args().iter().all(|a| !a.is_implicit()));
        Constants { engine, closed, rendered: FxHashMap::default() }
    }

    /// Returns `template` with its constant parts rendered.
    pub fn fold<'t>(&mut self, template: &'t str) -> Cow<'t, str> {
        if has_raw_block(template) {
            return template.into();
        }
        // A tag that trims white space would also trim that of an adjacent constant part.
        let trims = MARKS_THAT_TRIM.iter().any(|mark| template.contains(mark));
        let mut folded = String::with_capacity(template.len());
        let mut rest = template;
        while let Some((before, tag, after)) = next_tag(rest) {
            folded.push_str(before);
            let rendered = self.rendered(tag).filter(|text| !trims || is_solid(text));
            folded.push_str(rendered.unwrap_or(tag));
            rest = after;
        }
        folded.push_str(rest);
        folded.into()
    }

    /// Returns the output of `tag`, if it is the same on every page.
    fn rendered(&mut self, tag: &str) -> Option<&str> {
        let inner = tag.strip_prefix("{{")?.strip_suffix("}}")?.trim();
        let is_constant = is_constant_call(inner) || self.closed && is_constant_component(inner);
        if !is_constant {
            return None;
        }
        let rendered = self.rendered.entry(tag.to_owned()).or_insert_with(|| {
            let rendered = self.engine.render_str(tag, &Context::new(), true).ok();
            // The output would be parsed as a tag.
            rendered.filter(|text| !text.contains('{'))
        });
        rendered.as_deref()
    }
}

/// The marks of tags that trim the white space beside them.
const MARKS_THAT_TRIM: [&str; 6] = ["{{-", "{%-", "{#-", "-}}", "-%}", "-#}"];

/// Returns whether the template may contain text that only looks like tags.
fn has_raw_block(template: &str) -> bool {
    let rests = template.match_indices("raw").map(|(at, raw)| &template[at + raw.len()..]);
    rests.into_iter().any(|rest| {
        rest.trim_start_matches(|c: char| c.is_whitespace() || c == '-').starts_with("%}")
    })
}

/// Returns whether `text` neither begins nor ends with white space.
fn is_solid(text: &str) -> bool {
    !text.is_empty() && text.trim() == text
}

/// Returns whether `text` is a call of `t` with constant arguments only: `t(key="menu")`.
fn is_constant_call(text: &str) -> bool {
    let call = text.strip_suffix(')').and_then(|text| text.split_once('('));
    call.is_some_and(|(name, argument)| {
        FUNCTIONS.contains(&name) && after_argument(argument).is_some_and(str::is_empty)
    })
}

/// Returns whether `text` is a component with constant arguments only: `<icon name="menu" />`.
fn is_constant_component(text: &str) -> bool {
    let inner = text.strip_prefix('<').and_then(|text| text.strip_suffix("/>"));
    let Some(mut rest) = inner.and_then(after_name) else { return false };
    loop {
        let argument = rest.trim_start();
        match after_argument(argument) {
            Some(after) if argument.len() < rest.len() => rest = after,
            _ => return argument.is_empty(),
        }
    }
}

/// Returns the text after `name="text"`.
fn after_argument(text: &str) -> Option<&str> {
    let value = after_name(text)?.strip_prefix('=')?;
    let quote = value.chars().next().filter(|c| matches!(c, '"' | '\''))?;
    let (literal, rest) = value[1..].split_once(quote)?;
    (!literal.contains('\\')).then_some(rest)
}

fn after_name(text: &str) -> Option<&str> {
    let rest = text.trim_start_matches(|c: char| c.is_ascii_alphanumeric() || c == '_');
    (rest.len() < text.len()).then_some(rest)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn engine(templates: &[(&str, &str)]) -> Tera {
        let mut engine = Tera::new();
        engine.register_function("t", |args: tera::Kwargs, _: &tera::State| {
            args.must_get::<String>("key").map(|key| format!("<{key}>"))
        });
        engine.add_raw_templates(templates.iter().copied()).expect("templates");
        engine
    }

    const ICON: &str = "{% component icon(name, big = false) %}<i class=\"{{ name }}\">{{ t(key='x') }}</i>{% endcomponent icon %}";

    #[test]
    fn constant_parts_are_rendered_as_on_a_page() {
        let page = "<p>{{ t(key=\"a\") }}{{ <icon name='b' /> }}</p>{{ t(key='c') }}";
        let engine = engine(&[("icon.html", ICON), ("page.html", page)]);
        let folded = Constants::new(&engine).fold(page);
        assert!(!folded.contains("{{"), "{folded}");
        assert_eq!(engine.render("page.html", &Context::new()).ok().as_deref(), Some(&*folded));
    }

    #[test]
    fn everything_else_stays() {
        let space = "{% component space(name) %} {{ name }} {% endcomponent space %}";
        let engine = engine(&[("icon.html", ICON), ("space.html", space)]);
        assert_eq!(Constants::new(&engine).fold("{{ <space name=\"a\" /> }}"), " a ");
        for text in [
            "{{ t(key=key) }}",
            "{{ t(key=\"a\", n=1) }}",
            "{{ t(key=\"a\") | upper }}",
            "{{- t(key=\"a\") -}}",
            "{{ <icon name={kind} /> }}",
            "{{ <icon name=\"a\" big={true} /> }}",
            "{{ <other name=\"a\" /> }}",
            "{{ <icon> }}",
            "{{ page }}",
            "{% if t(key=\"a\") == \"b\" %}{# {{ t(key=\"a\") }} #}{% endif %}",
            "{% raw %}{{ t(key=\"a\") }}{% endraw %}",
            "{%raw%}{{ t(key=\"a\") }}{%endraw%}",
            "{%- raw\n-%}{{ t(key=\"a\") }}{% endraw %}",
            "{{ \"a }} {{ t(key='b') }} c\" }}",
            "{% set x = '%} {{ t(key=`b`) }}' %}",
            "{%- if a -%}{{ <space name=\"a\" /> }}{% endif %}",
            "{{ t(key=\"{\") }}",
            "{ {{ {",
        ] {
            assert_eq!(Constants::new(&engine).fold(text), text);
        }
    }

    #[test]
    fn a_component_that_uses_the_page_is_never_constant() {
        let looking = "{% component icon(@lang) %}{{ lang }}{% endcomponent icon %}";
        let engine = engine(&[("icon.html", looking)]);
        let text = "{{ <icon /> }}{{ t(key=\"a\") }}";
        assert_eq!(Constants::new(&engine).fold(text), "{{ <icon /> }}&lt;a&gt;");
    }
}
