//! Measures the worst cases of the highlighter: for each built-in syntax, the largest blocks
//! that the limit allows, of text that is expensive for its expressions. `cargo bench --bench
//! highlight` prints the slowest blocks, and fails if one takes more than a second; `-- rust`
//! measures one syntax.

#[path = "growth/clock.rs"]
mod clock;

use std::ops::Range;

use clock::processor_time;
use giljabi::highlight::{Highlighter, is_costly};
use rayon::prelude::*;

const MOST_SECONDS: f64 = 1.0;
/// The lines of a block in which all differ. Such a block takes the same time for each further
/// line, so few are measured, and their time counts for as many as the limit allows.
const DIFFERENT_LINES: usize = 32;
/// The number of blocks that are printed, the slowest first.
const SHOWN: usize = 25;

/// The texts that blocks consist of.
const PARTS: &[&str] = &[
    "a",
    "a ",
    "ab_",
    "A",
    "0",
    "0.",
    "0x",
    "1e",
    "가",
    "é",
    "(",
    ")",
    "[",
    "{",
    "}",
    "<",
    ">",
    "\"",
    "'",
    "`",
    "\\",
    "\\\\",
    "/",
    "//",
    "/*",
    "*",
    "**",
    "#",
    "##",
    "$",
    "${",
    "$(",
    "%",
    "%{",
    "@",
    "@a ",
    "&",
    "&a",
    "|",
    "||",
    "~",
    "^",
    ":",
    "::",
    ";",
    ",",
    ".",
    "..",
    "...",
    "-",
    "--",
    "->",
    "=",
    "==",
    "=>",
    "!",
    "!!",
    "?",
    "_",
    "__",
    "\t",
    "a.",
    "a::",
    "a(",
    "a[",
    "a{",
    "a<",
    "a=",
    "a:",
    "a,",
    "a-",
    "a/",
    "a|",
    "a\"",
    "a'",
    "<a",
    "<a ",
    "</",
    "</a>",
    "<!--",
    "-->",
    "<?",
    "<%",
    "{{",
    "}}",
    "{%",
    "{#",
    "()",
    "[]",
    "{}",
    "<>",
    "(a)",
    "[a]",
    "[a](",
    "![",
    "*a*",
    "_a_",
    "a=b;",
    "a: b, ",
    "a b ",
    ".a{b:c}",
    "&:hover ",
    "a{&:b{",
    "a > b ",
    "--a-b",
    "a-b",
    "if ",
    "def ",
    "fn a(",
    "let a=",
    "new ",
    "var a = function(",
    "class A<",
    "a ? b : ",
    "select a from ",
    "\\a{",
    "\\begin{a}",
    "$a$",
    "<<a",
    "<<<",
    "r\"",
    "r#\"",
    "'a' ",
    "\"a\" ",
    "\"\\",
    "#{",
    "#[a]",
    "@{",
    "%w(",
    "q{",
    "int a(b *c, ",
    "std::vector<",
    "template<",
    "(a,b)->",
    "a b c d(",
    "a,b,c d",
    "a.b.c.d ",
    "1,2,",
    "x y=\"z\" ",
];

fn main() {
    // `cargo test` runs benches too, to check that they work.
    let measures = std::env::args().any(|a| a == "--bench");
    let wanted = std::env::args().skip(1).find(|a| !a.starts_with('-')).unwrap_or_default();
    let syntaxes = two_face::syntax::extra_newlines();
    let names = syntaxes.syntaxes().iter().map(|syntax| syntax.name.to_lowercase());
    let mut names: Vec<String> = names.filter(|name| name.contains(&wanted)).collect();
    names.truncate(if measures { usize::MAX } else { 1 });
    let mut slowest: Vec<_> = names.par_iter().flat_map_iter(|name| times(name)).collect();
    slowest.sort_by(|a, b| b.0.total_cmp(&a.0));
    println!("{} syntaxes, {} blocks", names.len(), slowest.len());
    for (seconds, name, what) in slowest.iter().take(SHOWN) {
        println!("{seconds:>7.3} s  {name}: {what}");
    }
    let slow = slowest.iter().filter(|(seconds, ..)| *seconds > MOST_SECONDS).count();
    assert!(!measures || slow == 0, "{slow} blocks take more than {MOST_SECONDS} s");
}

/// Returns the seconds that each block takes, with its syntax and its text.
fn times(name: &str) -> Vec<(f64, String, String)> {
    let mut times = Vec::new();
    for part in PARTS {
        for (shape, block) in repeated(part) {
            times.push((seconds(name, &block), name.to_owned(), format!("{part:?} {shape}")));
        }
        for (shape, line) in different(part) {
            let block = |lines: Range<usize>| lines.map(&line).collect::<String>();
            let most = most_that_fit(|count| block(0..count));
            // The first time counts what the first lines prepare, and the second may be disturbed.
            let few = (0..3).map(|nth| block(nth * DIFFERENT_LINES..(nth + 1) * DIFFERENT_LINES));
            let fewest = few.map(|few| seconds(name, &few)).fold(f64::INFINITY, f64::min);
            let what = format!("{part:?} {shape} in {most} different lines");
            let each = fewest / DIFFERENT_LINES as f64;
            times.push((each * most as f64, name.to_owned(), what));
        }
    }
    times
}

/// Returns the processor's seconds for highlighting a block.
fn seconds(name: &str, block: &str) -> f64 {
    let start = processor_time();
    Highlighter::default().tokens(Some(name), block);
    processor_time() - start
}

/// Returns how many lines the limit allows, to within a tenth.
fn most_that_fit(block: impl Fn(usize) -> String) -> usize {
    let counts = std::iter::successors(Some(1), |count| Some(count + count / 10 + 1));
    counts.take_while(|count| !is_costly(&block(*count))).last().unwrap_or(0)
}

/// Returns the largest blocks made of a text that are still highlighted: one long line, lines
/// of medium length, short lines, and long blanks. Lines that were read already cost little.
fn repeated(part: &str) -> [(&'static str, String); 4] {
    let line = |bytes: usize| part.repeat(bytes / part.len()) + "\n";
    let most = |line: &str| line.repeat(most_that_fit(|count| line.repeat(count)));
    let long = (1..).map(|nth| line(256 * nth)).take_while(|line| !is_costly(line));
    let blanks = [part, &" ".repeat(400), "a"].concat();
    [
        ("in one line", long.last().unwrap_or_default()),
        ("in lines of 500", most(&line(500))),
        ("in lines of 80", most(&line(80))),
        ("and blanks", most(&(blanks.repeat(4) + "\n"))),
    ]
}

/// Makes the line of a number.
type LineMaker<'p> = Box<dyn Fn(usize) -> String + 'p>;

/// Returns what makes the lines of a block, of which none is like another.
fn different(part: &str) -> [(&'static str, LineMaker<'_>); 4] {
    let blanks = |count: usize| " ".repeat(count);
    [
        ("and 4 blanks", Box::new(move |nth| format!("{part}{}a{nth}\n", blanks(4)))),
        ("and 24 blanks", Box::new(move |nth| format!("{part}{}a{nth}\n", blanks(24)))),
        ("behind 24 blanks", Box::new(move |nth| format!("{}{part}{nth}\n", blanks(24)))),
        ("eight times", Box::new(move |nth| format!("{}{nth}\n", part.repeat(8)))),
    ]
}
