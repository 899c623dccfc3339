//! The words of what is no Markdown: front matter and diagrams.

use crate::model::{
    Axis, Compare, Decision, Diagram, DiagramKind, Evidence, FrontMatter, KindWords, Matrix,
    Rollout, Signals, Span, Workflow,
};

/// The words of one key.
pub struct Key {
    /// `title`, `items.drafting`.
    pub name: String,
    pub span: Span,
    pub text: String,
}

/// Every key of the front matter that is translated, in a fixed order. Overrides
/// for search engines are not: each language has its own, or none.
pub fn of_front_matter(front: &FrontMatter) -> Vec<Key> {
    let key =
        |name: &str, span, text: &str| Key { name: name.to_owned(), span, text: text.to_owned() };
    let mut keys = vec![
        key("title", front.title.span, &front.title.value),
        key("description", front.description.span, &front.description.value),
    ];
    let mut of_kind = |name: &str, text: Option<String>| {
        let text = text.filter(|text| !text.is_empty());
        keys.extend(text.map(|text| key(name, front.span, &text)));
    };
    match &front.words {
        KindWords::Home | KindWords::Page => {}
        KindWords::Profile { team } => of_kind("team", team.clone()),
        KindWords::Guide { reviewer, evidence } => {
            of_kind("reviewer", reviewer.clone());
            of_kind("evidence", Some(lines(evidence)));
        }
        KindWords::Checklist { reviewer } => of_kind("reviewer", reviewer.clone()),
        KindWords::Changelog { highlights } => of_kind("highlights", Some(lines(highlights))),
        KindWords::Ranking { criteria, items } => {
            let named = |table: &str, id: &str| [table, ".", id].concat();
            keys.extend(criteria.iter().map(|words| {
                let text = with_note(&words.label, words.note.as_deref());
                key(&named("criteria", &words.id.value), words.id.span, &text)
            }));
            keys.extend(items.iter().map(|words| {
                let text = with_note(&words.label, words.reason.as_deref());
                key(&named("items", &words.id.value), words.id.span, &text)
            }));
        }
    }
    keys
}

fn lines(words: &[String]) -> String {
    words.join("\n")
}

fn with_note(label: &str, note: Option<&str>) -> String {
    note.map_or_else(|| label.to_owned(), |note| [label, "\n", note].concat())
}

/// The words of a diagram, one on each line, in the order in which they are drawn.
pub fn of_diagram(diagram: &Diagram) -> String {
    let mut words = Words(vec![&diagram.title, &diagram.caption]);
    words.also(&diagram.alt);
    match &diagram.kind {
        DiagramKind::Signals(signals) => of_signals(signals, &mut words),
        DiagramKind::Workflow(workflow) => of_workflow(workflow, &mut words),
        DiagramKind::Evidence(evidence) => of_evidence(evidence, &mut words),
        DiagramKind::Decision(decision) => of_decision(decision, &mut words),
        DiagramKind::Matrix(matrix) => of_matrix(matrix, &mut words),
        DiagramKind::Rollout(rollout) => of_rollout(rollout, &mut words),
        DiagramKind::Compare(compare) => of_compare(compare, &mut words),
    }
    words.0.join("\n")
}

/// Words in order, borrowed from a diagram.
struct Words<'a>(Vec<&'a str>);

impl<'a> Words<'a> {
    fn add(&mut self, words: &'a str) {
        self.0.push(words);
    }

    fn also(&mut self, words: &'a Option<String>) {
        self.0.extend(words.as_deref());
    }
}

fn of_signals<'a>(signals: &'a Signals, words: &mut Words<'a>) {
    words.add(&signals.use_case);
    for stage in &signals.flow {
        words.add(&stage.label);
        words.also(&stage.note);
    }
    for signal in &signals.signals {
        words.add(&signal.label);
        words.also(&signal.note);
    }
}

fn of_workflow<'a>(workflow: &'a Workflow, words: &mut Words<'a>) {
    for step in &workflow.steps {
        words.add(&step.label);
        words.also(&step.note);
    }
    workflow.links.iter().for_each(|link| words.also(&link.label));
}

fn of_evidence<'a>(evidence: &'a Evidence, words: &mut Words<'a>) {
    for signal in &evidence.signals {
        words.add(&signal.label);
        words.also(&signal.note);
    }
    for link in &evidence.chain {
        words.add(&link.label);
        words.also(&link.note);
    }
}

fn of_decision<'a>(decision: &'a Decision, words: &mut Words<'a>) {
    for question in &decision.questions {
        words.add(&question.label);
        question.answers.iter().for_each(|answer| words.add(&answer.label));
    }
    for verdict in &decision.verdicts {
        words.add(&verdict.label);
        words.also(&verdict.note);
    }
}

fn of_matrix<'a>(matrix: &'a Matrix, words: &mut Words<'a>) {
    for Axis { label, low, high } in [&matrix.x, &matrix.y] {
        [label, low, high].into_iter().for_each(|text| words.add(text));
    }
    matrix.items.iter().for_each(|item| words.add(&item.label));
}

fn of_rollout<'a>(rollout: &'a Rollout, words: &mut Words<'a>) {
    for stage in &rollout.stages {
        words.add(&stage.label);
        words.add(&stage.when);
        words.also(&stage.note);
        stage.entry.iter().chain(&stage.exit).for_each(|text| words.add(text));
    }
}

fn of_compare<'a>(compare: &'a Compare, words: &mut Words<'a>) {
    compare.signals.iter().for_each(|signal| words.add(&signal.label));
    compare.items.iter().for_each(|item| words.add(&item.label));
}
