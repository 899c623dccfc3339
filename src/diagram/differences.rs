//! Compares diagrams of any kind with their translations: both as flat lists of parts. Each
//! difference is reported with both places.

use super::{
    Diagram,
    structure::{SharedPart, WrittenValue},
};
use crate::{
    diag::{Code, Diagnostic, Diagnostics},
    span::Span,
};

/// Reports each difference in structure between `source` and its `translation`.
pub fn report_differences(source: &Diagram, translation: &Diagram, diagnostics: &mut Diagnostics) {
    let pair = &DiagramPair { source, translation };
    let (whole, translated) = (&source.structure.whole, &translation.structure.whole);
    if source.id.value != translation.id.value {
        let ids = ("id", &*source.id.value, &*translation.id.value);
        differs(whole, translated, ids, diagnostics);
    }
    let (kind, other) = (source.data.kind(), translation.data.kind());
    if kind != other {
        let kinds = ("kind", kind.as_str(), other.as_str());
        differs(whole, translated, kinds, diagnostics);
        return;
    }
    compare_values(whole, translated, diagnostics);
    let lists = source.structure.lists.iter().zip(&translation.structure.lists);
    for ((name, parts), (_, translated)) in lists {
        compare_list(pair, (name, parts), translated, diagnostics);
    }
}

/// A diagram and its translation.
struct DiagramPair<'d> {
    source: &'d Diagram,
    translation: &'d Diagram,
}

/// Returns whether `key` is missing on both sides. Then a difference of its default results
/// from another difference, such as the order of parts.
fn is_implied(key: &str, source: &SharedPart, translation: &SharedPart) -> bool {
    translation.place(key).or(source.place(key)).is_none()
}

/// Makes a problem at `key` of a part, or at the part's id if the key is not written; the
/// second place is that in the source.
fn problem(code: Code, key: &str, source: &SharedPart, translation: &SharedPart) -> Diagnostic {
    let place = |part: &SharedPart| part.place(key).unwrap_or(part.id.span);
    two_places(code, place(translation), place(source))
}

fn compare_list(
    pair: &DiagramPair,
    (name, parts): (&'static str, &[SharedPart]),
    found: &[SharedPart],
    diagnostics: &mut Diagnostics,
) {
    let DiagramPair { source, translation } = pair;
    let in_source = |part: &&SharedPart| parts.iter().any(|other| other.id.value == part.id.value);
    for extra in found.iter().filter(|part| !in_source(part)) {
        let key = format!("{name}.{}", extra.id.value);
        let problem = two_places(Code::DiagramExtra, extra.id.span, source.span);
        diagnostics.push(problem.arg("id", &*translation.id.value).arg("key", key));
    }
    let shared: Vec<&SharedPart> = found.iter().filter(in_source).collect();
    let mut expected = Vec::new();
    for part in parts {
        match shared.iter().find(|other| other.id.value == part.id.value) {
            Some(other) => {
                compare_values(part, other, diagnostics);
                expected.push(part);
            }
            None => {
                let key = format!("{name}.{}", part.id.value);
                let problem = two_places(Code::DiagramLacks, translation.id.span, part.id.span);
                diagnostics.push(problem.arg("id", &*translation.id.value).arg("key", key));
            }
        }
    }
    compare_order(&expected, &shared, diagnostics);
}

/// Reports the first part that is out of order; further ones result from it.
fn compare_order(expected: &[&SharedPart], actual: &[&SharedPart], diagnostics: &mut Diagnostics) {
    let moved = expected.iter().zip(actual).find(|(a, b)| a.id.value != b.id.value);
    let Some((_, here)) = moved else { return };
    let original = expected.iter().find(|part| part.id.value == here.id.value);
    let order: Vec<&str> = expected.iter().map(|part| part.id.value.as_str()).collect();
    let place = original.map_or(here.id.span, |part| part.id.span);
    diagnostics.push(
        two_places(Code::DiagramOrder, here.id.span, place)
            .arg("id", &*here.id.value)
            .arg("expected", order.join(", ")),
    );
}

fn compare_values(source: &SharedPart, translation: &SharedPart, diagnostics: &mut Diagnostics) {
    let mut reported: Vec<&str> = Vec::new();
    for (wanted, actual) in source.values.iter().zip(&translation.values) {
        let follows = |key| reported.contains(&key) || is_implied(&wanted.key, source, translation);
        if wanted.written == actual.written || wanted.follows.is_some_and(follows) {
            continue;
        }
        reported.push(&wanted.key);
        match (&wanted.written, &actual.written) {
            (WrittenValue::Is(expected), WrittenValue::Is(value)) => {
                differs(source, translation, (&*wanted.key, &**expected, &**value), diagnostics);
            }
            (WrittenValue::Words(in_source), _) => {
                let code = if *in_source { Code::DiagramLacks } else { Code::DiagramExtra };
                let problem = problem(code, &wanted.key, source, translation);
                let id = &*translation.id.value;
                diagnostics.push(problem.arg("id", id).arg("key", &*wanted.key));
            }
            (WrittenValue::Is(_), WrittenValue::Words(_)) => {}
        }
    }
}

fn differs(
    source: &SharedPart,
    translation: &SharedPart,
    (key, expected, actual): (&str, &str, &str),
    diagnostics: &mut Diagnostics,
) {
    diagnostics.push(
        problem(Code::DiagramDiffers, key, source, translation)
            .arg("id", &*translation.id.value)
            .arg("key", key)
            .arg("found", actual)
            .arg("expected", expected),
    );
}

fn two_places(code: Code, here: Span, original: Span) -> Diagnostic {
    Diagnostic::new(code, here).also(original)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{diag::text, diagram::read, lang::Lang, span::SourceId};

    const SOURCE: &str = r#"kind = "workflow"
id = "flow"
title = "t"
caption = "c"
[[steps]]
id = "draft"
label = "Draft"
note = "n"
actor = "system"
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

    /// Returns the messages about a translation that is `SOURCE` with `from` replaced by `to`.
    fn problems(from: &str, to: &str) -> Vec<String> {
        let mut problems_found = Diagnostics::default();
        report_differences(
            &diagram(SOURCE, 0),
            &diagram(&SOURCE.replacen(from, to, 1), 1),
            &mut problems_found,
        );
        let has_two_places = |d: &Diagnostic| d.span.source == SourceId(1) && d.other.is_some();
        assert!(problems_found.iter().all(has_two_places), "both places");
        problems_found.iter().map(|d| text(d, Lang::En).message).collect()
    }

    #[test]
    fn the_different_value_is_marked() {
        for (from, to, marked) in [
            ("kind = \"workflow\"", "kind = \"workflow\"\nalt = \"a\"", "\"a\""),
            ("actor = \"system\"", "actor = \"both\"", "\"both\""),
            ("to = \"draft\"", "to = \"launch\"", "\"launch\""),
            ("note = \"n\"", "", "\"draft\""),
        ] {
            let translation = SOURCE.replacen(from, to, 1);
            let mut problems_found = Diagnostics::default();
            report_differences(&diagram(SOURCE, 0), &diagram(&translation, 1), &mut problems_found);
            let spans = problems_found.iter().map(|d| &translation[d.span.range()]);
            assert_eq!(spans.collect::<Vec<_>>(), [marked], "{to}");
        }
    }

    #[test]
    fn words_may_differ() {
        assert_eq!(problems("Draft", "초안"), [""; 0]);
        assert_eq!(problems("\"fails\"", "\"미달\""), [""; 0]);
    }

    #[test]
    fn structure_may_not() {
        assert_eq!(
            problems("actor = \"system\"", "actor = \"both\""),
            ["“actor” of “draft” is both here, but system in the source"]
        );
        assert_eq!(
            problems("type = \"gate\"", ""),
            ["“type” of “review” is step here, but gate in the source"]
        );
        assert_eq!(
            problems("to = \"draft\"", "to = \"launch\""),
            ["“links” of “review” is [\"launch\"] here, but [\"draft\"] in the source"]
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
                "“flow” has no steps.launch in this language",
            ]
        );
    }

    #[test]
    fn optional_words_of_answers_may_not_be_missing() {
        const DECISION: &str = r#"kind = "decision"
id = "stop"
title = "t"
caption = "c"
[[questions]]
id = "harm"
label = "Is there harm?"
answers = [{ label = "Yes", to = "stop", because = "Harm." }, { label = "No", to = "go" }]
[[verdicts]]
id = "stop"
label = "Stop"
tone = "stop"
[[verdicts]]
id = "go"
label = "Go"
tone = "go"
"#;
        let mut problems_found = Diagnostics::default();
        let translation = DECISION.replace(", because = \"Harm.\"", "");
        report_differences(&diagram(DECISION, 0), &diagram(&translation, 1), &mut problems_found);
        let messages: Vec<_> = problems_found.iter().map(|d| text(d, Lang::En).message).collect();
        assert_eq!(messages.len(), 1, "{messages:?}");
        assert!(messages[0].contains("because"), "{messages:?}");
    }

    #[test]
    fn the_order_must_be_that_of_the_source() {
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
        let mut problems_found = Diagnostics::default();
        let (source, moved) = (signals("a", "b"), signals("b", "a"));
        report_differences(&diagram(&source, 0), &diagram(&moved, 1), &mut problems_found);
        let messages: Vec<_> = problems_found.iter().map(|d| text(d, Lang::En)).collect();
        assert_eq!(messages.len(), 1, "{messages:?}");
        assert_eq!(messages[0].message, "“b” stands in another place than in the source");
        assert_eq!(messages[0].hint.as_deref(), Some("keep the order of the source: a, b"));
    }
}
