//! Compares a diagram with its translation: words may differ, nothing else.
//!
//! Both are laid out as the same flat list of parts, so that one comparison
//! serves every kind.

use crate::{
    diag::{Code, Diagnostic, Diagnostics},
    model::{
        Answer, AnswerTo, At, Choice, Compare, Decision, Diagram, DiagramKind, Evidence, Matrix,
        Page, Question, Rollout, Signals, Span, Workflow,
    },
};

/// Compares every translated page's diagrams with its source's, in their order.
pub fn check(pages: &[Page], diagnostics: &mut Diagnostics) {
    for page in pages.iter().filter(|page| page.document.place != page.original.place) {
        let (source, translation) = (&page.original.diagrams, &page.document.diagrams);
        for pair in source.iter().zip(translation) {
            if let (Some(source), Some(translation)) = pair {
                compare(source, translation, diagnostics);
            }
        }
        if page.document.readable && page.original.readable {
            check_count(page, diagnostics);
        }
    }
}

/// Reports a diagram that only one of the versions has.
fn check_count(page: &Page, diagnostics: &mut Diagnostics) {
    let (source, translation) = (&page.original.diagrams, &page.document.diagrams);
    for left_over in translation.iter().skip(source.len()).flatten() {
        let extra = Diagnostic::new(Code::ExtraDiagram, left_over.id.span);
        diagnostics.push(extra.arg("id", &*left_over.id.value).also(page.original.front.span));
    }
    for missing in source.iter().skip(translation.len()).flatten() {
        let lacks = Diagnostic::new(Code::MissingDiagram, page.document.front.span);
        diagnostics.push(lacks.arg("id", &*missing.id.value).also(missing.id.span));
    }
}

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

/// A node of a diagram, or the diagram itself, with all that must be equal.
struct Part {
    id: At<String>,
    facts: Vec<Fact>,
}

/// One key and what it says; words count only as being there.
struct Fact {
    key: &'static str,
    value: Value,
}

#[derive(PartialEq)]
enum Value {
    /// Structure, as it would be written.
    Is(String),
    /// Words that are there, or are not.
    Words(bool),
}

impl Part {
    fn new(id: &At<String>) -> Part {
        Part { id: id.clone(), facts: Vec::new() }
    }

    fn is(mut self, key: &'static str, value: impl ToString) -> Part {
        self.facts.push(Fact { key, value: Value::Is(value.to_string()) });
        self
    }

    fn choice<C: Choice>(self, key: &'static str, value: Option<C>) -> Part {
        self.is(key, value.map_or("–", C::name))
    }

    fn words(mut self, key: &'static str, words: Option<&String>) -> Part {
        self.facts.push(Fact { key, value: Value::Words(words.is_some()) });
        self
    }
}

fn whole(diagram: &Diagram) -> Part {
    let part = Part::new(&diagram.id).words("alt", diagram.alt.as_ref());
    match &diagram.kind {
        DiagramKind::Compare(compare) => {
            part.choice("style", Some(compare.style)).is("max", compare.max)
        }
        _ => part,
    }
}

type List = (&'static str, Vec<Part>);

fn lists(kind: &DiagramKind) -> Vec<List> {
    match kind {
        DiagramKind::Signals(signals) => of_signals(signals),
        DiagramKind::Workflow(workflow) => of_workflow(workflow),
        DiagramKind::Evidence(evidence) => of_evidence(evidence),
        DiagramKind::Decision(decision) => of_decision(decision),
        DiagramKind::Matrix(matrix) => of_matrix(matrix),
        DiagramKind::Rollout(rollout) => of_rollout(rollout),
        DiagramKind::Compare(compare) => of_compare(compare),
    }
}

fn of_signals(signals: &Signals) -> Vec<List> {
    let flow = signals.flow.iter();
    let flow = flow.map(|s| Part::new(&s.id).choice("icon", s.icon).words("note", s.note.as_ref()));
    let notes = signals
        .signals
        .iter()
        .map(|s| Part::new(&s.id).choice("signal", Some(s.signal)).words("note", s.note.as_ref()));
    vec![("flow", flow.collect()), ("signals", notes.collect())]
}

fn of_workflow(workflow: &Workflow) -> Vec<List> {
    let steps = workflow.steps.iter().enumerate().map(|(at, step)| {
        let part = Part::new(&step.id)
            .choice("actor", step.actor)
            .choice("type", Some(step.kind))
            .words("note", step.note.as_ref())
            .is("next", ways_on(workflow, at));
        labelled(workflow, at, part)
    });
    vec![("steps", steps.collect())]
}

/// Where a step leads, and which of the ways have words.
fn ways_on(workflow: &Workflow, from: usize) -> String {
    let links = workflow.links.iter().filter(|link| link.from == from);
    let names = links.map(|link| format!("\"{}\"", workflow.steps[link.to].id.value));
    format!("[{}]", names.collect::<Vec<_>>().join(", "))
}

fn labelled(workflow: &Workflow, from: usize, part: Part) -> Part {
    let links = workflow.links.iter().filter(|link| link.from == from && link.label.is_some());
    let names = links.map(|link| workflow.steps[link.to].id.value.as_str());
    part.is("links", format!("[{}]", names.collect::<Vec<_>>().join(", ")))
}

fn of_evidence(evidence: &Evidence) -> Vec<List> {
    let signals = evidence.signals.iter().map(|s| {
        Part::new(&s.id)
            .choice("signal", Some(s.signal))
            .is("level", s.level)
            .words("note", s.note.as_ref())
    });
    let chain = evidence.chain.iter();
    let chain = chain.map(|link| Part::new(&link.id).words("note", link.note.as_ref()));
    vec![("signals", signals.collect()), ("chain", chain.collect())]
}

fn of_decision(decision: &Decision) -> Vec<List> {
    let questions = decision.questions.iter();
    let questions = questions.map(|q| Part::new(&q.id).is("answers", answers(decision, q)));
    let verdicts = decision
        .verdicts
        .iter()
        .map(|v| Part::new(&v.id).choice("tone", Some(v.tone)).words("note", v.note.as_ref()));
    vec![("questions", questions.collect()), ("verdicts", verdicts.collect())]
}

fn answers(decision: &Decision, question: &Question) -> String {
    let name = |answer: &Answer| match answer.to {
        AnswerTo::Question(to) => decision.questions[to].id.value.as_str(),
        AnswerTo::Verdict(to) => decision.verdicts[to].id.value.as_str(),
    };
    let names: Vec<&str> = question.answers.iter().map(name).collect();
    format!("[{}]", names.join(", "))
}

fn of_matrix(matrix: &Matrix) -> Vec<List> {
    let items = matrix.items.iter().map(|item| {
        Part::new(&item.id).is("x", item.x).is("y", item.y).choice("tone", Some(item.tone))
    });
    vec![("items", items.collect())]
}

fn of_rollout(rollout: &Rollout) -> Vec<List> {
    let stages = rollout.stages.iter().map(|stage| {
        Part::new(&stage.id)
            .words("note", stage.note.as_ref())
            .is("entry", Criteria(stage.entry.len()))
            .is("exit", Criteria(stage.exit.len()))
    });
    vec![("stages", stages.collect())]
}

/// How many criteria there are, as `×2`.
struct Criteria(usize);

impl std::fmt::Display for Criteria {
    fn fmt(&self, f: &mut std::fmt::Formatter) -> std::fmt::Result {
        write!(f, "×{}", self.0)
    }
}

fn of_compare(compare: &Compare) -> Vec<List> {
    let signals = compare.signals.iter().map(|s| Part::new(&s.id).choice("signal", s.signal));
    let items = compare.items.iter().map(|item| {
        let scores: Vec<String> = item.scores.iter().map(u8::to_string).collect();
        Part::new(&item.id).is("scores", format!("[{}]", scores.join(", ")))
    });
    vec![("signals", signals.collect()), ("items", items.collect())]
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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{
        diag::text,
        model::{Lang, SourceId},
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
}
