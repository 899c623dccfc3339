//! A limit on the work of templates. The engine counts none of its steps, so templates get
//! calls that do: in the body of each loop and component, behind each block of a parent that is
//! put in again, around each value that is set, and between filters. They print nothing, and are left out of the places of errors.

use std::{cell::Cell, ops::Range};

use tera::{Error, Kwargs, State, StringInput, Value};

use super::constants::next_tag;

/// The most rounds of loops, and uses of components and of blocks of parents, for one page.
const MOST_STEPS: u32 = 5_000_000;

/// The largest value, in bytes and items, including everything in it.
const LARGEST_VALUE: usize = 4 << 20;

/// How deeply lists and maps may be nested.
const DEEPEST_VALUE: usize = 60;

/// How many bytes and items of a value count as one step.
const SIZE_OF_STEP: usize = 128;

/// How many items of a list count as one step: a filter may copy each, or write it as text.
const ITEMS_OF_STEP: usize = 16;

/// Comparing a value, or looking for something in it, is so many times as fast as copying it; reading
/// it in other ways is much faster.
const COMPARED_OF_STEP: u32 = 2;
const READ_OF_STEP: u32 = 16;

/// The most texts joined by `~` in one tag: nothing is checked between them.
const MOST_JOINED: usize = 50;

/// The most `elif` branches: the engine calls itself for each of them.
const MOST_BRANCHES: usize = 500;

/// The largest page, in bytes.
pub const LARGEST_PAGE: usize = 64 << 20;

/// The message about a larger page.
pub const TOO_LARGE: &str = "a page with more than 64 MB";

/// How many bytes of tags in the body of a loop or a component count as one step more.
const BYTES_OF_STEP: usize = 32;

/// The arguments of `step_of` with the steps of a body, and with its comparisons.
const WEIGHT: &str = "steps_of_body";
const COMPARISONS: &str = "comparisons";

/// Filters that take no time worth counting, or must see values that are not there.
const FREE_FILTERS: [&str; 5] = ["default", "safe", "glue", "glue_title", "length"];

thread_local! {
    /// The steps of the page that this thread renders.
    static STEPS: Cell<u32> = const { Cell::new(0) };
    /// The steps that copying the largest value takes which the templates of that page have set: in a
    /// round of a loop, each comparison may read the whole of it (`x in list`, `a == b`).
    static READING: Cell<u32> = const { Cell::new(0) };
}

/// Begins to count the steps of a page.
pub fn begin() {
    STEPS.set(0);
    READING.set(0);
}

/// Counts a step, and refuses arguments that are too large: `step_of(…)`.
pub fn count(args: Kwargs, _: &State) -> Result<Value, Error> {
    let own = args.get::<u32>(WEIGHT)?.unwrap_or(1);
    let comparisons = args.get::<u32>(COMPARISONS)?.unwrap_or_default();
    let compared = (READING.get() / COMPARED_OF_STEP).saturating_mul(comparisons);
    add_steps(own.saturating_add(READING.get() / READ_OF_STEP).saturating_add(compared))?;
    args.iter().try_for_each(|(_, value)| check_size(value).map(drop))?;
    Ok(Value::normal_string(""))
}

fn add_steps(steps: u32) -> Result<(), Error> {
    STEPS.set(STEPS.get().saturating_add(steps));
    match STEPS.get() > MOST_STEPS {
        true => Err(Error::message(format!(
            "more than {MOST_STEPS} rounds of loops, and uses of components and blocks, for one page"
        ))),
        false => Ok(()),
    }
}

/// The engine's function `range`, whose numbers count as steps.
pub fn range(args: Kwargs, _: &State) -> Result<Value, Error> {
    let end: i64 = args.must_get("end")?;
    let start = args.get::<i64>("start")?.unwrap_or(0);
    let step = args.get::<i64>("step_by")?.unwrap_or(1);
    if start > end || step < 1 {
        return Err(Error::message("a range whose end comes before its start"));
    }
    let count = (end - start) / step;
    check_room(usize::try_from(count).unwrap_or(usize::MAX))?;
    add_steps((count as usize / ITEMS_OF_STEP) as u32)?;
    Ok(Value::from((start..end).step_by(step as usize).collect::<Vec<i64>>()))
}

/// Returns the value unless it is too large: `value_of(v=…)`.
pub fn checked(args: Kwargs, _: &State) -> Result<Value, Error> {
    let value = args.iter().next().map_or_else(Value::none, |(_, value)| value.clone());
    let steps = check_size(&value)?;
    READING.set(READING.get().max(steps));
    Ok(value)
}

/// The same as a filter. With `lines`, every line of the value may become so many bytes longer.
pub fn filter(value: Value, args: Kwargs, _: &State) -> Result<Value, Error> {
    check_size(&value)?;
    if let (Some(text), Some(each)) = (value.as_str(), args.get::<usize>("lines")?) {
        check_room(text.lines().count().saturating_mul(each))?;
    }
    Ok(value)
}

/// The engine's filter `replace`, with a check of the size of the result before.
pub fn replace(text: StringInput, args: Kwargs, state: &State) -> Result<Value, Error> {
    let (from, to) = (args.must_get::<&str>("from")?, args.must_get::<StringInput>("to")?);
    let is_safe = state.autoescaping_enabled() && (text.is_safe() || to.is_safe());
    let (text, to) = match is_safe {
        true => (text.rendered(state)?, to.rendered(state)?),
        false => (text.as_str().into(), to.as_str().into()),
    };
    let places = text.matches(from).count();
    check_room(places.saturating_mul(to.len()).saturating_add(text.len()))?;
    let replaced = text.replace(from, &to);
    Ok(if is_safe { Value::safe_string(&replaced) } else { replaced.into() })
}

/// The engine's filter `join`, with a check of the size of the result before.
pub fn join(list: &[Value], args: Kwargs, state: &State) -> Result<Value, Error> {
    add_steps((list.len() / ITEMS_OF_STEP) as u32)?;
    let separator = args.get::<StringInput>("sep")?;
    let is_safe = state.autoescaping_enabled()
        && (list.iter().any(|item| item.is_string() && item.is_safe())
            || separator.as_ref().is_some_and(StringInput::is_safe));
    let separator = match &separator {
        Some(separator) if is_safe => separator.rendered(state)?,
        Some(separator) => separator.as_str().into(),
        None => "".into(),
    };
    list.iter().try_for_each(|item| check_size(item).map(drop))?;
    check_room(list.len().saturating_mul(separator.len()))?;
    let mut joined = String::new();
    for (at, item) in list.iter().enumerate() {
        joined.push_str(if at == 0 { "" } else { &separator });
        match (is_safe, item.is_undefined()) {
            (true, true) => {}
            (true, false) => joined.push_str(&state.escape_if_needed(item)?),
            (false, _) => joined.push_str(&item.to_string()),
        }
        check_room(joined.len())?;
    }
    Ok(if is_safe { Value::safe_string(&joined) } else { joined.into() })
}

/// The engine's filter `unique`, which compares each item with those before: each comparison counts.
pub fn unique(list: &[Value], _: Kwargs, _: &State) -> Result<Vec<Value>, Error> {
    let mut kept: Vec<Value> = Vec::new();
    for item in list {
        let compared = 1 + item.as_str().map_or(0, str::len) / SIZE_OF_STEP;
        add_steps(1 + (kept.len() * compared / ITEMS_OF_STEP) as u32)?;
        if !kept.contains(item) {
            kept.push(item.clone());
        }
    }
    Ok(kept)
}

/// Refuses a value that is too large or too deeply nested. A list may be contained in another
/// many times without taking memory, but each time counts.
/// Returns its steps, which have been counted.
fn check_size(value: &Value) -> Result<u32, Error> {
    let mut size = 0;
    let fits = add_size(value, 0, &mut size);
    let items = value.as_array().map_or(0, <[Value]>::len);
    let steps = (size / SIZE_OF_STEP + items / ITEMS_OF_STEP) as u32;
    add_steps(steps)?;
    if fits {
        Ok(steps)
    } else {
        Err(Error::message(format!(
            "a value with more than {LARGEST_VALUE} bytes or items, or nested deeper than {DEEPEST_VALUE}"
        )))
    }
}

/// Adds the size of a value; returns whether the sum is within the limit.
fn add_size(value: &Value, depth: usize, size: &mut usize) -> bool {
    *size += 1 + value.as_str().map_or(0, str::len);
    if *size > LARGEST_VALUE || depth > DEEPEST_VALUE {
        return false;
    }
    match (value.as_array(), value.as_map()) {
        (Some(list), _) => list.iter().all(|item| add_size(item, depth + 1, size)),
        (_, Some(map)) => map.values().all(|item| add_size(item, depth + 1, size)),
        _ => true,
    }
}

fn check_room(bytes: usize) -> Result<(), Error> {
    match bytes > LARGEST_VALUE {
        true => Err(Error::message(format!("a value with more than {LARGEST_VALUE} bytes"))),
        false => Ok(()),
    }
}

/// Returns the range of the first tag that the engine could not handle, and the reason.
pub fn refused_tag(template: &str) -> Option<(Range<usize>, String)> {
    let (mut rest, mut branches) = (template, 0);
    while let Some((before, tag, after)) = next_tag(rest) {
        branches += usize::from(words(tag).next() == Some("elif"));
        let is_comment = tag.starts_with("{#");
        let why = if branches > MOST_BRANCHES {
            Some(format!("more than {MOST_BRANCHES} “elif” in one template"))
        } else if !is_comment && signs(tag, '~').count() > MOST_JOINED {
            Some(format!("more than {MOST_JOINED} “~” in one tag"))
        } else {
            None
        };
        if let Some(why) = why {
            let start = template.len() - rest.len() + before.len();
            return Some((start..start + tag.len(), why));
        }
        rest = after;
    }
    None
}

/// Returns the offsets of `sign` outside the strings of a tag.
fn signs(tag: &str, sign: char) -> impl Iterator<Item = usize> {
    let mut quote = None;
    tag.char_indices().filter_map(move |(at, c)| {
        match quote {
            Some(open) if c == open => quote = None,
            None if matches!(c, '"' | '\'' | '`') => quote = Some(c),
            None if c == sign => return Some(at),
            _ => {}
        }
        None
    })
}

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
        // The variables that are being set to blocks, the innermost last.
        let mut open: Vec<(&str, &str)> = Vec::new();
        while let Some((before, tag, after)) = next_tag(rest) {
            counting.text.push_str(before);
            counting.tag(tag);
            rest = after;
            let mut words = words(tag);
            match (words.next(), words.next()) {
                (Some("raw"), _) => {
                    let end = after.find("endraw").unwrap_or(after.len());
                    counting.text.push_str(&after[..end]);
                    rest = &after[end..];
                }
                (Some("for"), _) => counting.step(tag, &[], weights.next()),
                _ if !tag.starts_with("{#") && tag.contains("super(") => {
                    counting.step(tag, &[], None)
                }
                (Some("component"), Some(name)) => {
                    counting.step(tag, &arguments(name), weights.next());
                }
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

    fn step(&mut self, tag: &str, arguments: &[String], weight: Option<BodyWeight>) {
        let BodyWeight { steps, comparisons } = weight.unwrap_or_default();
        let weight = (steps > 1).then(|| format!("{WEIGHT}={steps}"));
        let compared = (comparisons > 0).then(|| format!("{COMPARISONS}={comparisons}"));
        let arguments = arguments.iter().map(|name| format!("{name}={name}"));
        let arguments: Vec<String> = arguments.chain(weight).chain(compared).collect();
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

/// What a round of a loop or a use of a component takes.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
struct BodyWeight {
    steps: usize,
    /// How often it may read the whole of a value.
    comparisons: usize,
}

/// Returns the weight of each body of a loop or a component, in the order of their first tags.
fn weights_of_bodies(template: &str) -> Vec<BodyWeight> {
    let mut weights: Vec<BodyWeight> = Vec::new();
    // The bodies that are open: their number, and the bytes of tags and the comparisons before them.
    let mut open: Vec<(usize, usize, usize)> = Vec::new();
    let (mut rest, mut bytes, mut compared) = (template, 0, 0);
    while let Some((_, tag, after)) = next_tag(rest) {
        rest = after;
        match words(tag).next() {
            Some("raw") => rest = &after[after.find("endraw").unwrap_or(after.len())..],
            Some("for" | "component") => {
                // What a loop goes through is read once, in the body around it.
                compared += comparisons(tag).saturating_sub(1);
                open.push((weights.len(), bytes, compared));
                weights.push(BodyWeight { steps: 1, comparisons: 0 });
            }
            Some("endfor" | "endcomponent") => {
                if let Some((nth, bytes_before, compared_before)) = open.pop() {
                    weights[nth].steps = 1 + (bytes - bytes_before) / BYTES_OF_STEP;
                    weights[nth].comparisons = compared - compared_before;
                }
            }
            _ if tag.starts_with("{#") => {}
            _ => {
                bytes += tag.len();
                compared += comparisons(tag);
            }
        }
    }
    weights
}

/// Returns how often a tag may read the whole of a value: by an operator, or by a test.
fn comparisons(tag: &str) -> usize {
    let words = words_of(tag).filter(|word| matches!(*word, "in" | "is")).count();
    let operators = ["==", "!="].map(|operator| tag.matches(operator).count());
    words + operators.iter().sum::<usize>() + tag.matches(['<', '>']).count()
}

/// Returns the words of a `{% … %}` tag.
pub fn words(tag: &str) -> impl Iterator<Item = &str> {
    words_of(tag.strip_prefix("{%").unwrap_or_default().trim_start_matches('-'))
}

fn words_of(inner: &str) -> impl Iterator<Item = &str> {
    inner.split(|c: char| !(c.is_alphanumeric() || c == '_')).filter(|word| !word.is_empty())
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
    fn everything_in_a_value_counts() {
        let mut list = Value::from(vec![Value::normal_string("x")]);
        for _ in 0..30 {
            list = Value::from(vec![list.clone(), list]);
        }
        STEPS.set(0);
        assert!(check_size(&list).is_err());
        assert!(STEPS.get() > 1_000, "it took work");
        assert!(check_size(&Value::from(vec![Value::normal_string("x"); 99])).is_ok());
    }

    #[test]
    fn rounds_beside_a_large_value_take_more_steps() {
        let context = tera::Context::new();
        let set = |items: usize| {
            let list = Value::from(vec![Value::from(7); items]);
            checked(Kwargs::from([("v", list)]), &State::new(&context)).expect("it is in the limit")
        };
        let steps_of_round = || {
            let before = STEPS.get();
            count(Kwargs::default(), &State::new(&context)).expect("steps are left");
            STEPS.get() - before
        };
        begin();
        assert_eq!(steps_of_round(), 1);
        set(1_000);
        assert!(steps_of_round() < 10);
        set(1_000_000);
        set(2);
        assert!(steps_of_round() > 500);
        let weights =
            weights_of_bodies("{% for a in b %}{% if a in c or a == d %}{% endif %}{% endfor %}");
        assert_eq!(weights, [BodyWeight { steps: 2, comparisons: 2 }]);
    }

    #[test]
    fn comparisons_of_unique_items_count() {
        let context = tera::Context::new();
        let numbers = |count: i64| (0..count).map(Value::from).collect::<Vec<_>>();
        let unique = |list: &[Value]| unique(list, Kwargs::default(), &State::new(&context));
        begin();
        let twice = [numbers(100), numbers(100)].concat();
        assert_eq!(unique(&twice).expect("they are few"), numbers(100));
        assert!(unique(&numbers(20_000)).is_err());
    }

    #[test]
    fn numbers_of_a_range_count() {
        let context = tera::Context::new();
        let range =
            |end: i64| range(Kwargs::from([("end", Value::from(end))]), &State::new(&context));
        begin();
        assert_eq!(range(3).expect("a list").to_string(), "[0, 1, 2]");
        let refused = (0..1_000).find_map(|_| range(100_000).err()).expect("no step is left");
        assert!(refused.to_string().contains("rounds of loops"), "{refused}");
    }

    #[test]
    fn joining_a_list_takes_steps_and_room() {
        let (context, list) = (tera::Context::new(), vec![Value::from(7); 1_600]);
        let join = |list: &[Value]| join(list, Kwargs::default(), &State::new(&context));
        STEPS.set(MOST_STEPS - 100);
        assert_eq!(join(&list).expect("a text").as_str(), Some("7".repeat(1_600).as_str()));
        assert_eq!(STEPS.get(), MOST_STEPS);
        let refused = join(&list).expect_err("no step is left").to_string();
        assert!(refused.contains("rounds of loops"), "{refused}");
        begin();
        let words = vec![Value::normal_string(&"x".repeat(LARGEST_VALUE / 2)); 3];
        let refused = join(&words).expect_err("no room is left").to_string();
        assert!(refused.contains("bytes"), "{refused}");
    }

    #[test]
    fn tags_that_the_engine_cannot_handle_are_refused() {
        let joined = |count| format!("글 {{{{ a{} }}}}", " ~ a".repeat(count));
        assert_eq!(refused_tag(&joined(MOST_JOINED)), None);
        assert_eq!(refused_tag(&joined(MOST_JOINED + 1)).map(|(range, _)| range.start), Some(4));
        let branches =
            |count| ["{% if a %}", &"{% elif b %}".repeat(count), "{% endif %}"].concat();
        assert_eq!(refused_tag(&branches(MOST_BRANCHES)), None);
        assert!(refused_tag(&branches(MOST_BRANCHES + 1)).is_some());
    }

    #[test]
    fn calls_are_inserted_into_loops_components_and_after_values() {
        let template = "{% component c(a) %}{% for x in y -%} {% set z = x %}{% endfor %}\
                        {% set w | upper %}{{ a }}{% endset %}{# {% for #}{% raw %}{% for %}\
                        {% endraw %}{% endcomponent c %}{{ super() -}} {# super() #}";
        let counting = CountingTemplate::new(template, |_| vec!["a".to_owned()]);
        assert_eq!(
            counting.text,
            "{% component c(a) %}{{ step_of(a=a, steps_of_body=2) }}{% for x in y -%}{{ step_of() -}} \
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
