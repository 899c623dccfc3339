//! A limit on the work of templates. The engine counts none of its steps, so templates get
//! calls that do: in the body of each loop and component, behind each block of a parent that is
//! put in again and each long part without any, around each value that is set, and between filters.
//! They print nothing, and are left out of the places of errors. What is printed is counted where it is
//! escaped: also what is printed into values, which the engine does not limit.

use std::{borrow::Cow, cell::Cell, io, mem, ops::Range};

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

/// The most commas in a tag with a list: each member may be the largest value, and none is checked
/// before the list is there.
const MOST_MEMBERS: usize = 200;

/// The longest tag, in bytes, and the most tags of a template: the engine's report of names that it does
/// not know grows with the square of their number.
const LONGEST_TAG: usize = 16 << 10;
const MOST_TAGS: usize = 3_000;

/// After so many bytes of tags outside of loops and components, steps are counted.
const TAGS_WITHOUT_STEP: usize = 1 << 10;

/// The most bytes that a page prints, into values too.
const MOST_PRINTED: usize = 4 * LARGEST_PAGE;

/// The most `elif` branches: the engine calls itself for each of them.
const MOST_BRANCHES: usize = 500;

/// The largest page, in bytes.
pub const LARGEST_PAGE: usize = 64 << 20;

/// The message about a larger page.
pub const TOO_LARGE: &str = "a page with more than 64 MB";

/// How many bytes of tags in the body of a loop or a component count as one step more.
const BYTES_OF_STEP: usize = 32;

/// The arguments of `step_of`: the parts of a `TagWeight`.
const STEPS_OF_BODY: &str = "steps_of_body";
const COMPARISONS: &str = "comparisons";
const PRINTS: &str = "prints";
const TEXT: &str = "text";

/// Filters that take no time worth counting, or must see values that are not there.
const FREE_FILTERS: [&str; 5] = ["default", "safe", "glue", "glue_title", "length"];

thread_local! {
    /// The steps of the page that this thread renders.
    static STEPS: Cell<u32> = const { Cell::new(0) };
    /// The steps that copying the largest value takes which the templates of that page have set: in a
    /// round of a loop, each comparison may read the whole of it (`x in list`, `a == b`).
    static READING: Cell<u32> = const { Cell::new(0) };
    /// The bytes of the largest text that they have set and that is printed as it is.
    static LARGEST_SAFE: Cell<usize> = const { Cell::new(0) };
    /// The bytes that the page has printed.
    static PRINTED: Cell<usize> = const { Cell::new(0) };
}

/// Begins to count the steps of a page.
pub fn begin() {
    STEPS.set(0);
    READING.set(0);
    LARGEST_SAFE.set(0);
    PRINTED.set(0);
}

/// Counts a step, and refuses arguments that are too large: `step_of(…)`.
pub fn count(args: Kwargs, _: &State) -> Result<Value, Error> {
    let own = args.get::<u32>(STEPS_OF_BODY)?.unwrap_or(1);
    let comparisons = args.get::<u32>(COMPARISONS)?.unwrap_or_default();
    let compared = (READING.get() / COMPARED_OF_STEP).saturating_mul(comparisons);
    add_steps(own.saturating_add(READING.get() / READ_OF_STEP).saturating_add(compared))?;
    for (_, value) in args.iter() {
        note_safe(value);
        check_size(value)?;
    }
    let prints = args.get::<usize>(PRINTS)?.unwrap_or_default();
    let text = args.get::<usize>(TEXT)?.unwrap_or_default();
    print(prints.saturating_mul(LARGEST_SAFE.get()).saturating_add(text))?;
    Ok(Value::normal_string(""))
}

/// Notes the size of a text that is printed as it is: the engine asks nobody when it prints one.
fn note_safe(value: &Value) {
    if let Some(text) = value.as_str().filter(|_| value.is_safe()) {
        LARGEST_SAFE.set(LARGEST_SAFE.get().max(text.len()));
    }
}

/// Counts bytes that are printed.
fn print(bytes: usize) -> Result<(), Error> {
    PRINTED.set(PRINTED.get().saturating_add(bytes));
    match is_full() {
        true => Err(Error::message(TOO_LARGE)),
        false => Ok(()),
    }
}

/// Returns whether the page has printed more than it may.
pub fn is_full() -> bool {
    PRINTED.get() > MOST_PRINTED
}

/// Prints a text as the engine does: with references in place of the signs of markup.
pub fn escape(text: &str, out: &mut dyn io::Write) -> io::Result<()> {
    print(text.len()).map_err(|_| io::ErrorKind::FileTooLarge)?;
    tera::escape_html(text, out)
}

/// The engine's filter `safe`, whose result is printed as it is.
pub fn safe(text: Cow<str>, _: Kwargs, _: &State) -> Result<Value, Error> {
    print(text.len())?;
    Ok(Value::safe_string(&text))
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
    let count = end.abs_diff(start) / step.unsigned_abs();
    let count = usize::try_from(count).unwrap_or(usize::MAX);
    check_room(count)?;
    add_steps((count / ITEMS_OF_STEP) as u32)?;
    Ok(Value::from((start..end).step_by(step as usize).collect::<Vec<i64>>()))
}

/// Returns the value unless it is too large: `value_of(v=…)`.
pub fn checked(args: Kwargs, _: &State) -> Result<Value, Error> {
    let value = args.iter().next().map_or_else(Value::none, |(_, value)| value.clone());
    let steps = check_size(&value)?;
    READING.set(READING.get().max(steps));
    note_safe(&value);
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
    for nth in 0.. {
        let (before, tag, after) = next_tag(rest)?;
        branches += usize::from(words(tag).next() == Some("elif"));
        let why = match () {
            () if nth >= MOST_TAGS => Some(format!("more than {MOST_TAGS} tags in one template")),
            () if branches > MOST_BRANCHES => {
                Some(format!("more than {MOST_BRANCHES} “elif” in one template"))
            }
            () if tag.starts_with("{#") => None,
            () => refused_in_tag(tag),
        };
        if let Some(why) = why {
            let start = template.len() - rest.len() + before.len();
            return Some((start..start + tag.len(), why));
        }
        rest = after;
    }
    None
}

/// Returns the reason why the engine could not handle one tag.
fn refused_in_tag(tag: &str) -> Option<String> {
    match () {
        () if tag.len() > LONGEST_TAG => Some(format!("a tag with more than {LONGEST_TAG} bytes")),
        () if signs(tag, '~').count() > MOST_JOINED => {
            Some(format!("more than {MOST_JOINED} “~” in one tag"))
        }
        () if signs(tag, '[').next().is_some() && signs(tag, ',').count() > MOST_MEMBERS => {
            Some(format!("more than {MOST_MEMBERS} members of a list in one tag"))
        }
        () => None,
    }
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
        assert_eq!(weights, [TagWeight { tags: 36, comparisons: 2, ..TagWeight::default() }]);
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
    fn what_is_printed_counts() {
        let context = tera::Context::new();
        let state = State::new(&context);
        begin();
        let text = "x".repeat(LARGEST_VALUE / 2);
        let printed = (0..).find(|_| escape(&text, &mut io::sink()).is_err());
        assert_eq!((printed, is_full()), (Some(MOST_PRINTED / text.len()), true));
        begin();
        assert!(safe((&*text).into(), Kwargs::default(), &state).is_ok() && !is_full());
        let value = Value::safe_string(&text);
        checked(Kwargs::from([("v", value)]), &state).expect("it is in the limit");
        let prints = |count: i64| count_of(PRINTS, count, &state);
        assert!(prints(50).is_ok() && prints(100).is_err());
    }

    fn count_of(part: &'static str, value: i64, state: &State) -> Result<Value, Error> {
        count(Kwargs::from([(part, Value::from(value))]), state)
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
        let whole = [("start", -i64::MAX), ("end", i64::MAX), ("step_by", 4)];
        let whole = Kwargs::from(whole.map(|(name, value)| (name, Value::from(value))));
        assert!(super::range(whole, &State::new(&context)).is_err());
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
        let list = |count| format!("{{{{ [a{}] }}}}", ",a".repeat(count));
        assert_eq!(refused_tag(&list(MOST_MEMBERS)), None);
        assert!(refused_tag(&list(MOST_MEMBERS + 1)).is_some());
        assert_eq!(refused_tag(&"{{ a }}".repeat(MOST_TAGS)), None);
        assert!(refused_tag(&"{{ a }}".repeat(MOST_TAGS + 1)).is_some());
        assert!(refused_tag(&format!("{{{{ '{}' }}}}", "글".repeat(LONGEST_TAG))).is_some());
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
