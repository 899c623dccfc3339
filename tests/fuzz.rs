//! A few hundred random documents, always the same: nothing panics, nothing takes long, two
//! builds are equal, and no element of a page is misplaced or runs. `cargo run --release --example fuzz
//! -- 100000` tries more of them.

#[path = "../examples/fuzz/check.rs"]
mod check;
#[path = "../benches/growth/clock.rs"]
mod clock;
#[path = "../examples/fuzz/generate.rs"]
mod generate;
#[path = "../examples/fuzz/html_tree.rs"]
mod html_tree;

use check::Checker;
use generate::case;

const SEED: u64 = 20_261_129;

/// A busy machine may need ten times as long as another.
const MOST_SECONDS: f64 = 30.0;

#[test]
fn random_content() {
    try_documents(0..2_000, false);
}

#[test]
fn random_content_and_themes() {
    try_documents(10_000..10_400, true);
}

fn try_documents(numbers: std::ops::Range<u64>, shared: bool) {
    let pool = rayon::ThreadPoolBuilder::new().num_threads(1).stack_size(64 << 20).build();
    let wrong = pool.expect("a thread").install(|| {
        let mut checker = Checker::new(MOST_SECONDS);
        let mut check = |number| checker.check(&case(SEED, number, shared)).err();
        numbers.filter_map(|number| Some((number, check(number)?))).collect::<Vec<_>>()
    });
    assert!(wrong.is_empty(), "{wrong:#?}");
}

#[test]
fn misplaced_elements_are_found() {
    for right in [
        "<!DOCTYPE html><html><body><p>a</p><ul><li>b<li>c</ul><br></body></html>",
        "<table><tbody><tr><td><p>a</p></td></tr></tbody></table><svg><path/><g></g></svg>",
        "<dl><dt>a</dt><dd>b</dd></dl><script type=application/ld+json>'a < b </p>'</script>",
    ] {
        assert_eq!(html_tree::wrong(right), None, "{right}");
    }
    for wrong in [
        "<div>",
        "</p>",
        "<p><div></div></p>",
        "<b><i></b></i>",
        "<a><b><a></a></b></a>",
        "<table><b></b></table>",
        "<table>text</table>",
        "<ul><p>a</p></ul>",
        "<li></li>",
        "<svg><div></div></svg>",
        "<p><b><ul></ul></b></p>",
        "<h2><h3></h3></h2>",
        "<b onclick=a></b>",
        "<a href='java\nscript:a'></a>",
        "<script src=//a.example></script>",
        "<iframe></iframe>",
    ] {
        assert!(html_tree::wrong(wrong).is_some(), "{wrong}");
    }
}
