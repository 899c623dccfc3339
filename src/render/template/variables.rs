//! The texts that a template gives to names: `{% set base = "https://a.example" %}`. What is filled in
//! from elsewhere is not known.

use rustc_hash::FxHashMap;

use super::tags::next_tag;

/// The most texts that one name or attribute may have.
const MOST_TEXTS: usize = 16;

/// The names of one template, each with the texts that it may have.
#[derive(Default)]
pub struct Variables(FxHashMap<String, Vec<String>>);

impl Variables {
    /// Reads the `set` tags of `template`.
    pub fn read(template: &str) -> Variables {
        let mut variables = Variables::default();
        let mut rest = template;
        while let Some((_, tag, after)) = next_tag(rest) {
            rest = after;
            let Some((name, expression)) = assignment(tag) else { continue };
            let texts = variables.texts(expression).unwrap_or_default();
            let known = variables.0.entry(name.to_owned()).or_default();
            known.extend(texts);
            known.truncate(MOST_TEXTS);
        }
        variables
    }

    /// Returns the texts that `written` may become; none if a tag in it is not known.
    pub fn fill(&self, written: &str) -> Vec<String> {
        let mut texts = vec![String::new()];
        let mut rest = written;
        while let Some((before, tag, after)) = next_tag(rest) {
            let inner = tag.strip_prefix("{{").and_then(|tag| tag.strip_suffix("}}"));
            let Some(values) = inner.and_then(|inner| self.texts(inner)) else { return Vec::new() };
            texts = joined(&joined(&texts, &[before.to_owned()]), &values);
            rest = after;
        }
        joined(&texts, &[rest.to_owned()])
    }

    /// Returns the texts that an expression may have: a text, a name, or several joined by `~`.
    fn texts(&self, expression: &str) -> Option<Vec<String>> {
        let expression = expression.trim_matches(['-', ' ', '\t', '\n', '\r']);
        let mut texts = vec![String::new()];
        for operand in expression.split('~') {
            let (operand, filter) = operand.split_once('|').unwrap_or((operand, "safe"));
            if filter.trim() != "safe" {
                return None;
            }
            texts = joined(&texts, &self.operand(operand.trim())?);
        }
        Some(texts)
    }

    fn operand(&self, operand: &str) -> Option<Vec<String>> {
        let quote = operand.chars().next().filter(|c| matches!(c, '"' | '\'' | '`'));
        let Some(quote) = quote else { return self.0.get(operand).cloned() };
        let text = operand.strip_prefix(quote)?.strip_suffix(quote)?;
        (!text.contains([quote, '\\'])).then(|| vec![text.to_owned()])
    }
}

/// Returns the name and the value of a `set` tag.
fn assignment(tag: &str) -> Option<(&str, &str)> {
    let inner = tag.strip_prefix("{%")?.strip_suffix("%}")?.trim_matches(['-', ' ', '\n']);
    let rest = inner.strip_prefix("set_global ").or(inner.strip_prefix("set "))?;
    let (name, value) = rest.split_once('=')?;
    Some((name.trim(), value))
}

/// Returns each text of `begins` with each of `ends` behind it.
fn joined(begins: &[String], ends: &[String]) -> Vec<String> {
    let pairs =
        begins.iter().flat_map(|begin| ends.iter().map(move |end| [&**begin, end].concat()));
    pairs.take(MOST_TEXTS).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn filled(template: &str, written: &str) -> Vec<String> {
        Variables::read(template).fill(written)
    }

    #[test]
    fn texts_of_the_same_template_are_filled_in() {
        let set = "{% set a = \"https://a.example\" %}{%- set_global b = a ~ '/x' -%}";
        assert_eq!(filled(set, "{{ a }}/1.js"), ["https://a.example/1.js"]);
        assert_eq!(filled(set, "{{ b | safe }}"), ["https://a.example/x"]);
        assert_eq!(filled(set, "{{ a ~ \"/y\" }}"), ["https://a.example/y"]);
        let two = "{% if x %}{% set a = '1' %}{% else %}{% set a = '2' %}{% endif %}";
        assert_eq!(filled(two, "{{ a }}"), ["1", "2"]);
        for written in ["{{ c }}", "{{ a | upper }}", "{% if a %}b{% endif %}", "{{ f(x=a) }}"] {
            assert_eq!(filled(set, written), [""; 0], "{written}");
        }
    }
}
