//! A limit on the work of templates. The engine counts none of its steps, so templates get calls that do
//! (`counting`), and its filters and functions that could take long have counterparts here. What is printed
//! is counted where it is escaped: also what is printed into values, which the engine does not limit.

use std::{borrow::Cow, cell::Cell, io};

use tera::{Error, Kwargs, State, StringInput, Value};

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

/// The most bytes that a page prints, into values too.
const MOST_PRINTED: usize = 4 * LARGEST_PAGE;

/// The largest page, in bytes.
pub const LARGEST_PAGE: usize = 64 << 20;

/// The message about a larger page.
pub const TOO_LARGE: &str = "a page with more than 64 MB";

/// The arguments of `step_of`: the parts of a `TagWeight`.
pub const STEPS_OF_BODY: &str = "steps_of_body";
pub const COMPARISONS: &str = "comparisons";
pub const PRINTS: &str = "prints";
pub const TEXT: &str = "text";

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

#[cfg(test)]
mod tests {
    use super::*;

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
}
