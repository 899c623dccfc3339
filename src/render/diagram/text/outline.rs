//! The outline of each kind, from its data and the catalog's sentences.

use super::{Item, More, Outline, Part, actor_key, say, tone_key};
use crate::{
    i18n::Strings,
    model::{
        AnswerTo, Compare, Decision, Diagram, DiagramKind, Evidence, Matrix, Rollout, Signals,
        Step, StepLink, StepType, Tone, Verdict, Workflow,
    },
    render::diagram::decision::order,
};

/// Puts a diagram into words.
pub fn outline(diagram: &Diagram, strings: &Strings) -> Outline {
    match &diagram.kind {
        DiagramKind::Signals(signals) => of_signals(signals, strings),
        DiagramKind::Workflow(workflow) => of_workflow(workflow, strings),
        DiagramKind::Evidence(evidence) => of_evidence(evidence, strings),
        DiagramKind::Decision(decision) => of_decision(decision, strings),
        DiagramKind::Matrix(matrix) => of_matrix(matrix, strings),
        DiagramKind::Rollout(rollout) => of_rollout(rollout, strings),
        DiagramKind::Compare(compare) => of_compare(compare, strings),
    }
}

fn list(heading: Option<String>, items: impl IntoIterator<Item = Item>) -> Part {
    Part::List { heading, items: items.into_iter().collect() }
}

fn item(words: String) -> Item {
    Item { words, more: Vec::new() }
}

/// A label with its note behind it.
fn noted(label: &str, note: Option<&String>) -> String {
    match note {
        Some(note) => format!("{label} – {note}"),
        None => label.to_owned(),
    }
}

fn counted(strings: &Strings, key: &'static str, count: usize) -> String {
    say(strings, key, [("count", count.into())])
}

fn of_signals(signals: &Signals, strings: &Strings) -> Outline {
    let particulars =
        [("name", signals.use_case.as_str().into()), ("count", signals.flow.len().into())];
    let flow = signals.flow.iter().map(|stage| item(noted(&stage.label, stage.note.as_ref())));
    let notes = signals.signals.iter().map(|s| item(noted(&s.label, s.note.as_ref())));
    Outline {
        intro: say(strings, "diagram-intro-signals", particulars),
        parts: vec![
            list(Some(strings.get("diagram-flow")), flow),
            list(Some(strings.get("diagram-decision-signals")), notes),
        ],
    }
}

fn of_workflow(workflow: &Workflow, strings: &Strings) -> Outline {
    let steps = workflow.steps.iter().enumerate().map(|(nth, step)| {
        let links = workflow.links.iter().filter(|link| link.from == nth);
        let ends = links.clone().next().is_none();
        let told = links.filter(|link| link.label.is_some() || !link.is_next());
        let ways = told.map(|link| way(workflow, link, strings));
        let end = ends.then(|| strings.get("diagram-way-none"));
        Item {
            words: noted(&step_words(step, strings), step.note.as_ref()),
            more: ways.chain(end).map(More::line).collect(),
        }
    });
    Outline {
        intro: counted(strings, "diagram-intro-workflow", workflow.steps.len()),
        parts: vec![list(None, steps)],
    }
}

fn step_words(step: &Step, strings: &Strings) -> String {
    let kind = match step.kind {
        StepType::Step => None,
        StepType::Gate => Some("diagram-type-gate"),
        StepType::Fallback => Some("diagram-type-fallback"),
        StepType::End => Some("diagram-type-end"),
    };
    let keys = step.actor.map(actor_key).into_iter().chain(kind);
    let role = keys.map(|key| strings.get(key)).collect::<Vec<_>>().join(", ");
    if role.is_empty() {
        return step.label.clone();
    }
    let particulars = [("label", step.label.as_str().into()), ("role", role.into())];
    say(strings, "diagram-step", particulars)
}

fn way(workflow: &Workflow, link: &StepLink, strings: &Strings) -> String {
    let label = link.label.as_deref().unwrap_or_default();
    let to = workflow.steps[link.to].label.as_str();
    let key = match (label.is_empty(), link.is_back()) {
        (true, false) => "diagram-way",
        (true, true) => "diagram-way-back",
        (false, false) => "diagram-way-labelled",
        (false, true) => "diagram-way-back-labelled",
    };
    let number = link.to + 1;
    say(strings, key, [("number", number.into()), ("label", label.into()), ("to", to.into())])
}

fn of_evidence(evidence: &Evidence, strings: &Strings) -> Outline {
    let levels = evidence.signals.iter().map(|signal| {
        let particulars = [("label", signal.label.as_str().into()), ("value", signal.level.into())];
        let words = say(strings, "diagram-level", particulars);
        Item { words, more: signal.note.iter().cloned().map(More::line).collect() }
    });
    let chain = evidence.chain.iter().map(|link| item(noted(&link.label, link.note.as_ref())));
    Outline {
        intro: counted(strings, "diagram-intro-evidence", evidence.chain.len()),
        parts: vec![
            list(Some(strings.get("diagram-levels")), levels),
            list(Some(strings.get("diagram-chain")), chain),
        ],
    }
}

fn of_decision(decision: &Decision, strings: &Strings) -> Outline {
    let order = order(decision);
    let questions = order.iter().map(|question| Item {
        words: decision.questions[*question].label.clone(),
        more: answers(decision, *question, &order, strings),
    });
    let verdicts = decision.verdicts.iter();
    let verdicts = verdicts.map(|v| item(noted(&verdict_words(v, strings), v.note.as_ref())));
    Outline {
        intro: counted(strings, "diagram-intro-decision", decision.questions.len()),
        parts: vec![
            list(Some(strings.get("diagram-questions")), questions),
            list(Some(strings.get("diagram-verdicts")), verdicts),
        ],
    }
}

/// Where each answer leads, in the numbers that the drawing gives the questions.
fn answers(decision: &Decision, question: usize, order: &[usize], strings: &Strings) -> Vec<More> {
    let answers = decision.questions[question].answers.iter().map(|answer| {
        let label = ("label", answer.label.as_str().into());
        match answer.to {
            AnswerTo::Question(to) => {
                let number = order.iter().position(|nth| *nth == to).map_or(0, |nth| nth + 1);
                let to = ("to", decision.questions[to].label.as_str().into());
                say(strings, "diagram-answer", [label, ("number", number.into()), to])
            }
            AnswerTo::Verdict(to) => {
                let to = ("to", decision.verdicts[to].label.as_str().into());
                say(strings, "diagram-answer-verdict", [label, to])
            }
        }
    });
    answers.map(More::line).collect()
}

fn verdict_words(verdict: &Verdict, strings: &Strings) -> String {
    let tone = strings.get(tone_key(verdict.tone));
    let particulars = [("label", verdict.label.as_str().into()), ("tone", tone.into())];
    say(strings, "diagram-verdict", particulars)
}

fn of_matrix(matrix: &Matrix, strings: &Strings) -> Outline {
    let (x, y) = (&matrix.x, &matrix.y);
    let particulars = [
        ("count", matrix.items.len().into()),
        ("x", x.label.as_str().into()),
        ("x-low", x.low.as_str().into()),
        ("x-high", x.high.as_str().into()),
        ("y", y.label.as_str().into()),
        ("y-low", y.low.as_str().into()),
        ("y-high", y.high.as_str().into()),
    ];
    let head = vec![
        strings.get("diagram-column-item"),
        x.label.clone(),
        y.label.clone(),
        strings.get("diagram-column-verdict"),
    ];
    let place = |value: u8| say(strings, "diagram-position", [("value", value.into())]);
    let rows = matrix.items.iter().map(|item| {
        let tone = tone_words(matrix, item.tone, strings);
        vec![item.label.clone(), place(item.x), place(item.y), tone]
    });
    let rows = rows.collect();
    Outline {
        intro: say(strings, "diagram-intro-matrix", particulars),
        parts: vec![Part::Table { head, rows }],
    }
}

/// What a tone of a matrix means: in its editor's words, or in the catalog's.
pub fn tone_words(matrix: &Matrix, tone: Tone, strings: &Strings) -> String {
    let named = matrix.tones.get(tone).cloned();
    named.unwrap_or_else(|| strings.get(tone_key(tone)))
}

fn of_rollout(rollout: &Rollout, strings: &Strings) -> Outline {
    let stages = rollout.stages.iter().map(|stage| {
        let names = [("label", stage.label.as_str().into()), ("when", stage.when.as_str().into())];
        Item {
            words: noted(&say(strings, "diagram-stage", names), stage.note.as_ref()),
            more: vec![
                More { words: strings.get("diagram-entry"), list: stage.entry.clone() },
                More { words: strings.get("diagram-exit"), list: stage.exit.clone() },
            ],
        }
    });
    Outline {
        intro: counted(strings, "diagram-intro-rollout", rollout.stages.len()),
        parts: vec![list(None, stages)],
    }
}

fn of_compare(compare: &Compare, strings: &Strings) -> Outline {
    let mut head = vec![strings.get("diagram-column-signal")];
    head.extend(compare.items.iter().map(|item| item.label.clone()));
    let score = |value: u8| {
        say(strings, "diagram-score", [("value", value.into()), ("max", compare.max.into())])
    };
    let rows = compare.signals.iter().enumerate().map(|(nth, signal)| {
        let mut row = vec![signal.label.clone()];
        row.extend(compare.items.iter().map(|item| score(item.scores[nth])));
        row
    });
    let rows = rows.collect();
    Outline {
        intro: say(
            strings,
            "diagram-intro-compare",
            [("count", compare.items.len().into()), ("max", compare.max.into())],
        ),
        parts: vec![Part::Table { head, rows }],
    }
}
