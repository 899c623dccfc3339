//! What may differ between a diagram and its translation, and what may not.

use super::*;
use crate::{
    diag::text,
    model::{Diagram, Lang, SourceId},
    parse::diagram::read,
};

const SOURCE: &str = r#"kind = "workflow"
id = "flow"
title = "t"
caption = "c"
[[steps]]
id = "draft"
label = "Draft"
note = "n"
actor = "agent"
[[steps]]
id = "review"
label = "Review"
type = "gate"
[[steps]]
id = "launch"
label = "Launch"
[[links]]
from = "review"
to = "draft"
label = "fails"
"#;

fn diagram(toml: &str, file: u32) -> Diagram {
    let mut diagnostics = Diagnostics::default();
    let read = read(SourceId(file), toml, 0, &mut diagnostics);
    read.unwrap_or_else(|| panic!("{diagnostics:?}"))
}

/// The problems of `SOURCE` with `from` replaced by `to`, in words.
fn problems(from: &str, to: &str) -> Vec<String> {
    let mut found = Diagnostics::default();
    compare(&diagram(SOURCE, 0), &diagram(&SOURCE.replacen(from, to, 1), 1), &mut found);
    let both = |d: &Diagnostic| d.span.source == SourceId(1) && d.other.is_some();
    assert!(found.iter().all(both), "both places");
    found.iter().map(|d| text(d, Lang::En).message).collect()
}

#[test]
fn words_may_differ() {
    assert_eq!(problems("Draft", "초안"), [""; 0]);
    assert_eq!(problems("\"fails\"", "\"미달\""), [""; 0]);
}

#[test]
fn structure_may_not() {
    assert_eq!(
        problems("actor = \"agent\"", "actor = \"both\""),
        ["“actor” of “draft” is both here, but agent in the source"]
    );
    assert_eq!(
        problems("type = \"gate\"", ""),
        ["“type” of “review” is step here, but gate in the source"]
    );
    assert_eq!(
        problems("to = \"draft\"", "to = \"launch\""),
        [
            "“next” of “review” is [\"launch\"] here, but [\"launch\", \"draft\"] in the source",
            "“links” of “review” is [launch] here, but [draft] in the source",
        ]
    );
    assert_eq!(
        problems("id = \"flow\"", "id = \"flaw\""),
        ["“id” of “flaw” is flaw here, but flow in the source"]
    );
}

#[test]
fn parts_may_not_be_missing_left_over_or_moved() {
    assert_eq!(problems("note = \"n\"", ""), ["“draft” has no note in this language"]);
    assert_eq!(
        problems("type = \"gate\"", "type = \"gate\"\nnote = \"n\""),
        ["“review” has note that the source does not have"]
    );
    assert_eq!(
        problems("id = \"launch\"", "id = \"lunch\""),
        [
            "“flow” has steps.lunch that the source does not have",
            "“next” of “review” is [\"lunch\", \"draft\"] here, \
             but [\"launch\", \"draft\"] in the source",
            "“flow” has no steps.launch in this language",
        ]
    );
}

#[test]
fn the_order_is_the_sources() {
    let signals = |first: &str, second: &str| {
        let signal = |id: &str| format!("[[signals]]\nid = \"{id}\"\nlabel = \"l\"\n");
        format!(
            "kind = \"compare\"\nid = \"c\"\ntitle = \"t\"\ncaption = \"c\"\n\
             style = \"bars\"\nmax = 5\n{}{}\
             [[items]]\nid = \"x\"\nlabel = \"X\"\nscores = {{ a = 1, b = 1 }}\n\
             [[items]]\nid = \"y\"\nlabel = \"Y\"\nscores = {{ a = 2, b = 2 }}\n",
            signal(first),
            signal(second)
        )
    };
    let mut found = Diagnostics::default();
    let (source, moved) = (signals("a", "b"), signals("b", "a"));
    compare(&diagram(&source, 0), &diagram(&moved, 1), &mut found);
    let said: Vec<_> = found.iter().map(|d| text(d, Lang::En)).collect();
    assert_eq!(said.len(), 1, "{said:?}");
    assert_eq!(said[0].message, "“b” stands in another place than in the source");
    assert_eq!(said[0].hint.as_deref(), Some("keep the order of the source: a, b"));
}
