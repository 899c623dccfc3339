//! Measures the worst cases of the highlighter: for each built-in syntax, the largest blocks
//! that the limit allows, of text that is expensive for its expressions. `cargo bench --bench
//! highlight` prints the slowest blocks, and fails if one takes more than a second; `-- rust`
//! measures one syntax.

#[path = "growth/clock.rs"]
mod clock;

use clock::processor_time;
use giljabi::highlight::{Highlighter, is_costly};
use rayon::prelude::*;

const MOST_SECONDS: f64 = 1.0;
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
        for (shape, block) in shapes(part) {
            let start = processor_time();
            Highlighter::default().tokens(Some(name), &block);
            times.push((processor_time() - start, name.to_owned(), format!("{part:?} {shape}")));
        }
    }
    times
}

/// Returns the largest blocks made of a text that are still highlighted: one long line, lines
/// of medium length, short lines, long blanks, and short blanks in lines of which none is the same.
fn shapes(part: &str) -> Vec<(&'static str, String)> {
    let line = |bytes: usize| part.repeat(bytes / part.len()) + "\n";
    let most = |line: &str| {
        let fits = |count: &usize| !is_costly(&line.repeat(*count));
        let count = (0..17).map(|power| 1 << power).take_while(fits).last().unwrap_or(0);
        line.repeat(count)
    };
    let long = (1..).map(|nth| line(256 * nth)).take_while(|line| !is_costly(line));
    let blanks = [part, &" ".repeat(400), "a"].concat();
    // Lines that are read already cost nothing, so each is another one.
    let different = |blanks: usize| {
        let block: String =
            (0..64).map(|nth| format!("{part}{}a{nth}\n", " ".repeat(blanks))).collect();
        if is_costly(&block) { String::new() } else { block }
    };
    let indented: String = (0..64).map(|nth| format!("{}{part}{nth}\n", " ".repeat(24))).collect();
    vec![
        ("in one line", long.last().unwrap_or_default()),
        ("in lines of 500", most(&line(500))),
        ("in lines of 80", most(&line(80))),
        ("and blanks", most(&(blanks.repeat(4) + "\n"))),
        ("and 4 blanks in different lines", different(4)),
        ("and 24 blanks in different lines", different(24)),
        ("behind 24 blanks in different lines", indented),
    ]
}
