//! Inserts calls that count steps into a template: in the body of each loop and component, behind each
//! block of a parent that is put in again and each long part without any, around each value that is
//! set, and between filters. They print nothing, and are left out of the places of errors.

use std::mem;

use super::{
    steps::{COMPARISONS, PRINTS, STEPS_OF_BODY, TEXT},
    tags::{next_tag, signs, words, words_of},
};

/// After so many bytes of tags outside of loops and components, steps are counted.
const TAGS_WITHOUT_STEP: usize = 1 << 10;

/// How many bytes of tags in the body of a loop or a component count as one step more.
const BYTES_OF_STEP: usize = 32;

/// Filters that take no time worth counting, or must see values that are not there.
const FREE_FILTERS: [&str; 5] = ["default", "safe", "glue", "glue_title", "length"];

/// A template with inserted calls that count.
pub struct CountingTemplate {
    pub text: String,
    /// The offset and the length of each inserted call in `text`.
    calls: Vec<(usize, usize)>,
}

impl CountingTemplate {
    /// Inserts the calls into `template`. `arguments` returns the argument names of a
    /// component.
    pub fn new(template: &str, arguments: impl Fn(&str) -> Vec<String>) -> CountingTemplate {
        let mut counting =
            CountingTemplate { text: String::with_capacity(template.len()), calls: Vec::new() };
        let mut rest = template;
        let mut weights = weights_of_bodies(template).into_iter();
        // What stands outside of loops and components since steps were counted.
        let (mut outside, mut depth) = (TagWeight::default(), 0_u32);
        // The variables that are being set to blocks, the innermost last.
        let mut open: Vec<(&str, &str)> = Vec::new();
        while let Some((before, tag, after)) = next_tag(rest) {
            counting.text.push_str(before);
            counting.tag(tag);
            rest = after;
            if depth == 0 {
                outside.add(before, tag);
            }
            let mut words = words(tag);
            match (words.next(), words.next()) {
                (Some("raw"), _) => {
                    let end = after.find("endraw").unwrap_or(after.len());
                    counting.text.push_str(&after[..end]);
                    rest = &after[end..];
                }
                (Some("for"), _) => {
                    depth += 1;
                    counting.step(tag, &[], weights.next().unwrap_or_default());
                }
                (Some("component"), Some(name)) => {
                    depth += 1;
                    counting.step(tag, &arguments(name), weights.next().unwrap_or_default());
                }
                (Some("endfor" | "endcomponent"), _) => depth = depth.saturating_sub(1),
                _ if !tag.starts_with("{#") && tag.contains("super(") => {
                    counting.step(tag, &[], TagWeight::default());
                }
                (Some(set @ ("set" | "set_global")), Some(name)) => {
                    let is_block = tag.find('=').is_none_or(|at| at > tag.find('|').unwrap_or(at));
                    if is_block { open.push((set, name)) } else { counting.check(tag, set, name) }
                }
                (Some("endset"), _) => {
                    open.pop().into_iter().for_each(|(set, name)| counting.check(tag, set, name));
                }
                _ if depth == 0 && outside.tags > TAGS_WITHOUT_STEP => {
                    counting.step(tag, &[], mem::take(&mut outside));
                }
                _ => {}
            }
        }
        counting.text.push_str(rest);
        counting
    }

    /// Adds a tag, with a check before each filter except the first.
    fn tag(&mut self, tag: &str) {
        let filters: Vec<usize> = match tag.starts_with("{#") {
            true => Vec::new(),
            false => signs(tag, '|').collect(),
        };
        let mut written = 0;
        for (nth, at) in filters.into_iter().enumerate() {
            let name = tag[at + 1..].trim_start();
            let is_indent = name.starts_with("indent");
            let is_free = FREE_FILTERS.contains(&words_of(name).next().unwrap_or_default());
            let check = match is_indent {
                true => "| within_limit(lines=1000) ",
                false => "| within_limit ",
            };
            if nth > 0 || !is_free {
                self.text.push_str(&tag[written..at]);
                self.calls.push((self.text.len(), check.len()));
                self.text.push_str(check);
                written = at;
            }
        }
        self.text.push_str(&tag[written..]);
    }

    fn step(&mut self, tag: &str, arguments: &[String], weight: TagWeight) {
        let steps = 1 + weight.tags / BYTES_OF_STEP;
        let parts = [
            (STEPS_OF_BODY, if steps > 1 { steps } else { 0 }),
            (COMPARISONS, weight.comparisons),
            (PRINTS, weight.prints),
            (TEXT, weight.text),
        ];
        let parts = parts.iter().filter(|(_, value)| *value > 0);
        let parts = parts.map(|(name, value)| format!("{name}={value}"));
        let arguments = arguments.iter().map(|name| format!("{name}={name}"));
        let arguments: Vec<String> = arguments.chain(parts).collect();
        self.call(tag, &format!("{{{{ step_of({}) ", arguments.join(", ")), "}}");
    }

    fn check(&mut self, tag: &str, set: &str, name: &str) {
        self.call(tag, &format!("{{% {set} {name} = value_of(v={name}) "), "%}");
    }

    /// Adds a call after `tag`, which trims white space if the tag did.
    fn call(&mut self, tag: &str, call: &str, end: &str) {
        let start = self.text.len();
        self.text.push_str(call);
        let trims = tag.ends_with("-%}") || tag.ends_with("-}}");
        self.text.push_str(if trims { "-" } else { "" });
        self.text.push_str(end);
        self.calls.push((start, self.text.len() - start));
    }

    /// Returns the offset in the original template of an offset in the text with calls.
    pub fn original(&self, at: usize) -> usize {
        let calls = self.calls.iter().take_while(|(start, _)| *start < at);
        at - calls.map(|(start, length)| (*length).min(at - start)).sum::<usize>()
    }
}

/// What a round of a loop, a use of a component or a part of a template takes.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
struct TagWeight {
    /// The bytes of its tags.
    tags: usize,
    /// How often it may read the whole of a value.
    comparisons: usize,
    /// How often it prints a value.
    prints: usize,
    /// The bytes of what it prints as it stands.
    text: usize,
}

impl TagWeight {
    /// Adds a tag and the text before it.
    fn add(&mut self, before: &str, tag: &str) {
        self.text += before.len();
        if !tag.starts_with("{#") {
            self.tags += tag.len();
            self.comparisons += comparisons(tag);
            self.prints += usize::from(tag.starts_with("{{"));
        }
    }

    /// Returns what was added since it was `before`.
    fn since(self, before: TagWeight) -> TagWeight {
        TagWeight {
            tags: self.tags - before.tags,
            comparisons: self.comparisons - before.comparisons,
            prints: self.prints - before.prints,
            text: self.text - before.text,
        }
    }
}

/// Returns the weight of each body of a loop or a component, in the order of their first tags.
fn weights_of_bodies(template: &str) -> Vec<TagWeight> {
    let mut weights: Vec<TagWeight> = Vec::new();
    // The bodies that are open: their number, and the weight of all before them.
    let mut open: Vec<(usize, TagWeight)> = Vec::new();
    let (mut rest, mut all) = (template, TagWeight::default());
    while let Some((before, tag, after)) = next_tag(rest) {
        rest = after;
        match words(tag).next() {
            Some("raw") => {
                let end = after.find("endraw").unwrap_or(after.len());
                all.text += before.len() + end;
                rest = &after[end..];
            }
            Some("for" | "component") => {
                // What a loop goes through is read once, in the body around it.
                all.text += before.len();
                all.comparisons += comparisons(tag).saturating_sub(1);
                open.push((weights.len(), all));
                weights.push(TagWeight::default());
            }
            Some("endfor" | "endcomponent") => {
                all.text += before.len();
                if let Some((nth, start)) = open.pop() {
                    weights[nth] = all.since(start);
                }
            }
            _ => all.add(before, tag),
        }
    }
    weights
}

/// Returns how often a tag may read the whole of a value: by an operator, a test, an index, or a filter
/// before which nothing is counted.
fn comparisons(tag: &str) -> usize {
    let is_reading = |word: &&str| matches!(*word, "in" | "is" | "length" | "safe");
    let words = words_of(tag).filter(is_reading).count();
    let operators = ["==", "!="].map(|operator| tag.matches(operator).count());
    words + operators.iter().sum::<usize>() + tag.matches(['<', '>', '[']).count()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn checks_stand_between_filters() {
        let template =
            "{{ a | upper | replace(from='|', to=b | lower) }}{% set c | indent %}{# | | #}";
        let counting = CountingTemplate::new(template, |_| Vec::new());
        assert_eq!(
            counting.text,
            "{{ a | within_limit | upper | within_limit | replace(from='|', to=b | within_limit | lower) }}\
             {% set c | within_limit(lines=1000) | indent %}{# | | #}"
        );
        for word in ["upper", "replace", "lower", "indent", "{#"] {
            let (there, here) = (counting.text.find(word), template.find(word));
            assert_eq!(there.map(|at| counting.original(at)), here, "{word}");
        }
    }

    #[test]
    fn long_parts_without_loops_count_too() {
        let tags = "{{ a[0] }}".repeat(TAGS_WITHOUT_STEP / 10 + 2);
        let counting = CountingTemplate::new(&tags, |_| Vec::new());
        let step = "}}{{ step_of(steps_of_body=33, comparisons=103, prints=103) }}{{";
        assert!(counting.text.contains(step), "{}", counting.text);
        assert_eq!(counting.text.matches("step_of").count(), 1);
    }

    #[test]
    fn reading_in_a_body_counts() {
        let weights =
            weights_of_bodies("{% for a in b %}{% if a in c or a == d %}{% endif %}{% endfor %}");
        assert_eq!(weights, [TagWeight { tags: 36, comparisons: 2, ..TagWeight::default() }]);
    }

    #[test]
    fn calls_are_inserted_into_loops_components_and_after_values() {
        let template = "{% component c(a) %}{% for x in y -%} {% set z = x %}{% endfor %}\
                        {% set w | upper %}{{ a }}{% endset %}{# {% for #}{% raw %}{% for %}\
                        {% endraw %}{% endcomponent c %}{{ super() -}} {# super() #}";
        let counting = CountingTemplate::new(template, |_| vec!["a".to_owned()]);
        assert_eq!(
            counting.text,
            "{% component c(a) %}{{ step_of(a=a, steps_of_body=2, prints=1, text=22) }}\
             {% for x in y -%}{{ step_of(text=1) -}} \
             {% set z = x %}{% set z = value_of(v=z) %}{% endfor %}\
             {% set w | within_limit | upper %}{{ a }}{% endset %}{% set w = value_of(v=w) %}\
             {# {% for #}{% raw %}{% for %}{% endraw %}{% endcomponent c %}\
             {{ super() -}}{{ step_of() -}} {# super() #}"
        );
        for word in ["for x", "set z", "endfor", "upper", "raw", "endcomponent"] {
            let (there, here) = (counting.text.find(word), template.find(word));
            assert_eq!(there.map(|at| counting.original(at)), here, "{word}");
        }
    }
}
