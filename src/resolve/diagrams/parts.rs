//! A diagram as flat lists of parts: what a translation must have in common with
//! its source.

use crate::model::{
    Answer, AnswerTo, At, Choice, Compare, Decision, Diagram, DiagramKind, Evidence, Matrix,
    Question, Rollout, Signals, StepLink, Workflow,
};

/// A node of a diagram, or the diagram itself, with all that must be equal.
pub struct Part {
    pub id: At<String>,
    pub facts: Vec<Fact>,
}

/// One key and what it says; words count only as being there.
pub struct Fact {
    pub key: &'static str,
    pub value: Value,
    /// A key whose difference would make this one differ too, as would one of structure
    /// where this one is not written.
    pub follows: Option<&'static str>,
}

#[derive(PartialEq)]
pub enum Value {
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
        self.facts.push(Fact { key, value: Value::Is(value.to_string()), follows: None });
        self
    }

    /// The fact just added follows from `key`.
    fn following(mut self, key: &'static str) -> Part {
        if let Some(last) = self.facts.last_mut() {
            last.follows = Some(key);
        }
        self
    }

    fn choice<C: Choice>(self, key: &'static str, value: Option<C>) -> Part {
        self.is(key, value.map_or("–", C::name))
    }

    fn words(mut self, key: &'static str, words: Option<&String>) -> Part {
        self.facts.push(Fact { key, value: Value::Words(words.is_some()), follows: None });
        self
    }
}

pub fn whole(diagram: &Diagram) -> Part {
    let part = Part::new(&diagram.id).words("alt", diagram.alt.as_ref());
    match &diagram.kind {
        DiagramKind::Compare(compare) => {
            part.choice("style", Some(compare.style)).is("max", compare.max)
        }
        DiagramKind::Matrix(Matrix { tones, .. }) => part
            .words("tones.go", tones.go.as_ref())
            .words("tones.caution", tones.caution.as_ref())
            .words("tones.stop", tones.stop.as_ref()),
        _ => part,
    }
}

/// A list of a diagram and its parts.
pub type List = (&'static str, Vec<Part>);

pub fn lists(kind: &DiagramKind) -> Vec<List> {
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
        Part::new(&step.id)
            .choice("actor", step.actor)
            .choice("type", Some(step.kind))
            .words("note", step.note.as_ref())
            .is("links", ways(workflow, at, |link| link.label.is_some()))
            .is("next", ways(workflow, at, |_| true))
            .following("links")
    });
    vec![("steps", steps.collect())]
}

/// Where a step leads on the ways that `wanted` asks for, whatever their order.
fn ways(workflow: &Workflow, from: usize, wanted: fn(&StepLink) -> bool) -> String {
    let links = workflow.links.iter().filter(|link| link.from == from && wanted(link));
    let mut ends: Vec<usize> = links.map(|link| link.to).collect();
    ends.sort_unstable();
    names(ends.into_iter().map(|to| &*workflow.steps[to].id.value))
}

/// Names as a list would be written.
fn names<'n>(names: impl Iterator<Item = &'n str>) -> String {
    let quoted: Vec<String> = names.map(|name| format!("\"{name}\"")).collect();
    format!("[{}]", quoted.join(", "))
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
    names(question.answers.iter().map(name))
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
