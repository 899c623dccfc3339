//! One comparison for every kind: two diagrams, laid out as the same flat lists of
//! parts, and what differs, with both places.

use super::parts::{Part, Value, lists, whole};
use crate::{
    diag::{Code, Diagnostic, Diagnostics},
    model::{Diagram, Span},
};

/// Reports each difference in structure between `source` and its `translation`.
pub fn compare(source: &Diagram, translation: &Diagram, diagnostics: &mut Diagnostics) {
    if source.id.value != translation.id.value {
        let facts = ("id", &*source.id.value, &*translation.id.value);
        differs(&whole(source), &whole(translation), facts, diagnostics);
    }
    let (kind, translated) = (source.kind.name(), translation.kind.name());
    if kind != translated {
        differs(&whole(source), &whole(translation), ("kind", kind, translated), diagnostics);
        return;
    }
    compare_facts(&whole(source), &whole(translation), diagnostics);
    let (lists, translated) = (lists(&source.kind), lists(&translation.kind));
    for ((name, parts), (_, found)) in lists.iter().zip(&translated) {
        compare_list(source, translation, (name, parts), found, diagnostics);
    }
}

fn compare_list(
    source: &Diagram,
    translation: &Diagram,
    (name, parts): (&'static str, &[Part]),
    found: &[Part],
    diagnostics: &mut Diagnostics,
) {
    let in_source = |part: &&Part| parts.iter().any(|other| other.id.value == part.id.value);
    for extra in found.iter().filter(|part| !in_source(part)) {
        let key = format!("{name}.{}", extra.id.value);
        let problem = two_places(Code::DiagramExtra, extra.id.span, source.span);
        diagnostics.push(problem.arg("id", &*translation.id.value).arg("key", key));
    }
    let shared: Vec<&Part> = found.iter().filter(in_source).collect();
    let mut expected = Vec::new();
    for part in parts {
        match shared.iter().find(|other| other.id.value == part.id.value) {
            Some(other) => {
                compare_facts(part, other, diagnostics);
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

/// Reports the first part that stands elsewhere: the rest follows from it.
fn compare_order(expected: &[&Part], found: &[&Part], diagnostics: &mut Diagnostics) {
    let moved = expected.iter().zip(found).find(|(a, b)| a.id.value != b.id.value);
    let Some((_, here)) = moved else { return };
    let there = expected.iter().find(|part| part.id.value == here.id.value);
    let order: Vec<&str> = expected.iter().map(|part| part.id.value.as_str()).collect();
    let place = there.map_or(here.id.span, |part| part.id.span);
    diagnostics.push(
        two_places(Code::DiagramOrder, here.id.span, place)
            .arg("id", &*here.id.value)
            .arg("expected", order.join(", ")),
    );
}

fn compare_facts(source: &Part, translation: &Part, diagnostics: &mut Diagnostics) {
    for (wanted, found) in source.facts.iter().zip(&translation.facts) {
        if wanted.value == found.value {
            continue;
        }
        match (&wanted.value, &found.value) {
            (Value::Is(expected), Value::Is(value)) => {
                differs(source, translation, (wanted.key, expected, value), diagnostics);
            }
            (Value::Words(there), _) => {
                let code = if *there { Code::DiagramLacks } else { Code::DiagramExtra };
                let problem = two_places(code, translation.id.span, source.id.span);
                let id = &*translation.id.value;
                diagnostics.push(problem.arg("id", id).arg("key", wanted.key));
            }
            (Value::Is(_), Value::Words(_)) => {}
        }
    }
}

fn differs(
    source: &Part,
    translation: &Part,
    (key, expected, found): (&str, &str, &str),
    diagnostics: &mut Diagnostics,
) {
    diagnostics.push(
        two_places(Code::DiagramDiffers, translation.id.span, source.id.span)
            .arg("id", &*translation.id.value)
            .arg("key", key)
            .arg("found", found)
            .arg("expected", expected),
    );
}

fn two_places(code: Code, here: Span, there: Span) -> Diagnostic {
    Diagnostic::new(code, here).also(there)
}
