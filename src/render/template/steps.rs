//! A limit on the work of templates. The engine counts none of its steps, so templates get
//! calls that do: in the body of each loop and component, and around each value that is set.
//! They print nothing, and are left out of the places of errors.

use std::cell::Cell;

use tera::{Error, Kwargs, State, Value};

use super::constants::next_tag;

/// The most rounds of loops and uses of components for one page.
const MOST_STEPS: u32 = 5_000_000;

/// The longest text or list in a variable, in bytes and items.
const LONGEST_VALUE: usize = 16 << 20;

/// The largest page, in bytes.
pub const LARGEST_PAGE: usize = 64 << 20;

/// The message of a larger one.
pub const TOO_LARGE: &str = "a page with more than 64 MB";

thread_local! {
    /// Of the page that this thread renders.
    static STEPS: Cell<u32> = const { Cell::new(0) };
}

/// Begins a page.
pub fn begin() {
    STEPS.set(0);
}

/// Counts a step, and refuses arguments that are too long: `step_of(…)`.
pub fn count(args: Kwargs, _: &State) -> Result<Value, Error> {
    STEPS.set(STEPS.get() + 1);
    if STEPS.get() > MOST_STEPS {
        return Err(Error::message(format!(
            "more than {MOST_STEPS} rounds of loops and uses of components for one page"
        )));
    }
    args.iter().try_for_each(|(_, value)| check_length(value))?;
    Ok(Value::normal_string(""))
}

/// Returns the value itself, where it is not too long: `value_of(v=…)`.
pub fn checked(args: Kwargs, _: &State) -> Result<Value, Error> {
    let value = args.iter().next().map_or_else(Value::none, |(_, value)| value.clone());
    check_length(&value)?;
    Ok(value)
}

fn check_length(value: &Value) -> Result<(), Error> {
    match value.len() {
        Some(length) if length > LONGEST_VALUE => {
            Err(Error::message(format!("a value with more than {LONGEST_VALUE} bytes or items")))
        }
        _ => Ok(()),
    }
}

/// A template with calls that count.
pub struct CountingTemplate {
    pub text: String,
    /// The offset and the length of each call in `text`.
    calls: Vec<(usize, usize)>,
}

impl CountingTemplate {
    /// Makes the counting template of `template`. `arguments` returns those of a component,
    /// by its name.
    pub fn new(template: &str, arguments: impl Fn(&str) -> Vec<String>) -> CountingTemplate {
        let mut counting =
            CountingTemplate { text: String::with_capacity(template.len()), calls: Vec::new() };
        let mut rest = template;
        // Variables whose values are blocks, the innermost last.
        let mut open: Vec<(&str, &str)> = Vec::new();
        while let Some((before, tag, after)) = next_tag(rest) {
            counting.text.push_str(before);
            counting.text.push_str(tag);
            rest = after;
            let mut words = words(tag);
            match (words.next(), words.next()) {
                (Some("raw"), _) => {
                    let end = after.find("endraw").unwrap_or(after.len());
                    counting.text.push_str(&after[..end]);
                    rest = &after[end..];
                }
                (Some("for"), _) => counting.step(tag, &[]),
                (Some("component"), Some(name)) => counting.step(tag, &arguments(name)),
                (Some(set @ ("set" | "set_global")), Some(name)) => {
                    let is_block = tag.find('=').is_none_or(|at| at > tag.find('|').unwrap_or(at));
                    if is_block { open.push((set, name)) } else { counting.check(tag, set, name) }
                }
                (Some("endset"), _) => {
                    open.pop().into_iter().for_each(|(set, name)| counting.check(tag, set, name));
                }
                _ => {}
            }
        }
        counting.text.push_str(rest);
        counting
    }

    fn step(&mut self, tag: &str, arguments: &[String]) {
        let arguments: Vec<String> =
            arguments.iter().map(|name| format!("{name}={name}")).collect();
        self.call(tag, &format!("{{{{ step_of({}) ", arguments.join(", ")), "}}");
    }

    fn check(&mut self, tag: &str, set: &str, name: &str) {
        self.call(tag, &format!("{{% {set} {name} = value_of(v={name}) "), "%}");
    }

    /// Adds a call behind `tag`, which takes away white space where the tag did.
    fn call(&mut self, tag: &str, call: &str, end: &str) {
        let start = self.text.len();
        self.text.push_str(call);
        self.text.push_str(if tag.ends_with("-%}") { "-" } else { "" });
        self.text.push_str(end);
        self.calls.push((start, self.text.len() - start));
    }

    /// Returns where a place of the counting text is in the template.
    pub fn original(&self, at: usize) -> usize {
        let calls = self.calls.iter().take_while(|(start, _)| *start < at);
        at - calls.map(|(start, length)| (*length).min(at - start)).sum::<usize>()
    }
}

/// Returns the words of a `{% … %}` tag.
fn words(tag: &str) -> impl Iterator<Item = &str> {
    let inner = tag.strip_prefix("{%").unwrap_or_default().trim_start_matches('-');
    inner.split(|c: char| !(c.is_alphanumeric() || c == '_')).filter(|word| !word.is_empty())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn calls_stand_in_loops_components_and_behind_values() {
        let template = "{% component c(a) %}{% for x in y -%} {% set z = x %}{% endfor %}\
                        {% set w | upper %}{{ a }}{% endset %}{# {% for #}{% raw %}{% for %}\
                        {% endraw %}{% endcomponent c %}";
        let counting = CountingTemplate::new(template, |_| vec!["a".to_owned()]);
        assert_eq!(
            counting.text,
            "{% component c(a) %}{{ step_of(a=a) }}{% for x in y -%}{{ step_of() -}} \
             {% set z = x %}{% set z = value_of(v=z) %}{% endfor %}{% set w | upper %}{{ a }}\
             {% endset %}{% set w = value_of(v=w) %}{# {% for #}{% raw %}{% for %}{% endraw %}\
             {% endcomponent c %}"
        );
        for word in ["for x", "set z", "endfor", "upper", "raw", "endcomponent"] {
            let (there, here) = (counting.text.find(word), template.find(word));
            assert_eq!(there.map(|at| counting.original(at)), here, "{word}");
        }
    }
}
