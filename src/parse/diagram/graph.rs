//! The kinds that are graphs: workflow and decision. Names become positions
//! here, and what leads nowhere, to itself or in circles is reported.

use crate::{
    diag::{Code, Diagnostic},
    model::{
        Answer, AnswerTo, At, Decision, Question, Span, Step, StepLink, StepType, Tone, Verdict,
        Workflow,
    },
    parse::{
        diagram::{
            find, unique,
            values::{choice, count, counted, id, optional_choice, optional_words, words},
            words::Words,
        },
        fields::{Block, Fields},
    },
};

/// How many nodes a graph can show.
const MOST_NODES: usize = 12;

/// A link as written, with its ends still names.
struct WrittenLink {
    from: Option<At<String>>,
    to: Option<At<String>>,
    label: Option<String>,
    span: Span,
}

/// Numbered steps, each leading to the one written next unless it says otherwise.
pub fn workflow(fields: &mut Fields) -> Workflow {
    let mut nexts: Vec<Option<Vec<At<String>>>> = Vec::new();
    let steps = counted(fields, "steps", 2..=MOST_NODES, |step| {
        nexts.push(step.optional("next"));
        read_step(step)
    });
    let written = fields.optional_list("links", |link, span| WrittenLink {
        from: link.required("from"),
        to: link.required("to"),
        label: link.required::<Words>("label").map(|words| words.0),
        span,
    });
    unique(steps.iter().map(|step| &step.id), fields.block);
    let mut links = path(&steps, &nexts, fields.block);
    label_links(&steps, written, &mut links, fields.block);
    links.sort_by_key(|link| (link.from, link.is_back(), link.to));
    report_unreached_steps(&steps, &links, fields.block);
    Workflow { steps, links }
}

fn read_step(step: &mut Fields) -> Step {
    Step {
        id: id(step),
        label: words(step, "label"),
        note: optional_words(step, "note"),
        actor: optional_choice(step, "actor"),
        kind: optional_choice(step, "type").unwrap_or(StepType::Step),
    }
}

/// The links that `next` gives, or the order in which the steps are written.
fn path(steps: &[Step], nexts: &[Option<Vec<At<String>>>], block: &mut Block) -> Vec<StepLink> {
    let ids: Vec<&At<String>> = steps.iter().map(|step| &step.id).collect();
    let mut links: Vec<StepLink> = Vec::new();
    for (from, next) in nexts.iter().enumerate() {
        let Some(next) = next else {
            let to = from + 1;
            links.extend((to < steps.len()).then_some(StepLink { from, to, label: None }));
            continue;
        };
        for name in next {
            let Some(to) = find("next", name, &ids, block) else { continue };
            let double = links.iter().any(|link| (link.from, link.to) == (from, to));
            if allowed(ids[from], from, to, name.span, block) && !double {
                links.push(StepLink { from, to, label: None });
            }
        }
    }
    links
}

/// Reports a link that leads to its own start.
fn allowed(id: &At<String>, from: usize, to: usize, span: Span, block: &mut Block) -> bool {
    if from == to {
        block.report(Diagnostic::new(Code::LinkToItself, span).arg("id", &*id.value));
    }
    from != to
}

/// Labels the links that are there, and adds those that are not.
fn label_links(
    steps: &[Step],
    written: Vec<WrittenLink>,
    links: &mut Vec<StepLink>,
    block: &mut Block,
) {
    let ids: Vec<&At<String>> = steps.iter().map(|step| &step.id).collect();
    let mut seen: Vec<((usize, usize), Span)> = Vec::new();
    for link in written {
        let from = link.from.as_ref().and_then(|name| find("from", name, &ids, block));
        let to = link.to.as_ref().and_then(|name| find("to", name, &ids, block));
        let (Some(from), Some(to)) = (from, to) else { continue };
        if !allowed(ids[from], from, to, link.span, block) {
            continue;
        }
        match seen.iter().find(|(ends, _)| *ends == (from, to)) {
            Some((_, first)) => report_double(ids[from], ids[to], link.span, *first, block),
            None => {
                seen.push(((from, to), link.span));
                put(links, StepLink { from, to, label: link.label });
            }
        }
    }
}

fn put(links: &mut Vec<StepLink>, link: StepLink) {
    match links.iter_mut().find(|old| (old.from, old.to) == (link.from, link.to)) {
        Some(old) => old.label = link.label,
        None => links.push(link),
    }
}

fn report_double(from: &At<String>, to: &At<String>, span: Span, first: Span, block: &mut Block) {
    block.report(
        Diagnostic::new(Code::DuplicateLink, span)
            .arg("from", &*from.value)
            .arg("to", &*to.value)
            .also(first),
    );
}

fn report_unreached_steps(steps: &[Step], links: &[StepLink], block: &mut Block) {
    let ways = |from: usize| links.iter().filter(move |link| link.from == from).map(|l| l.to);
    let reached = reach(0, steps.len(), ways);
    for (step, _) in steps.iter().zip(&reached).filter(|(_, reached)| !**reached) {
        report_unreached(&step.id, block);
    }
}

fn report_unreached(id: &At<String>, block: &mut Block) {
    block.report(Diagnostic::new(Code::UnreachableNode, id.span).arg("id", &*id.value));
}

/// Which of `count` nodes can be reached from `start`.
fn reach<I: Iterator<Item = usize>>(
    start: usize,
    count: usize,
    ways: impl Fn(usize) -> I,
) -> Vec<bool> {
    let mut reached = vec![false; count];
    let mut ahead = vec![start];
    while let Some(node) = ahead.pop() {
        match reached.get_mut(node) {
            Some(seen) if !*seen => *seen = true,
            _ => continue,
        }
        ahead.extend(ways(node));
    }
    reached
}

/// A question as written, its answers' ends still names.
struct WrittenQuestion {
    id: At<String>,
    label: String,
    answers: Vec<(String, Option<At<String>>)>,
}

/// Questions that end in verdicts.
pub fn decision(fields: &mut Fields) -> Decision {
    let written = counted(fields, "questions", 1..=MOST_NODES - 1, |question| WrittenQuestion {
        id: id(question),
        label: words(question, "label"),
        answers: counted(question, "answers", 2..=3, |answer| {
            (words(answer, "label"), answer.required("to"))
        }),
    });
    let verdicts = counted(fields, "verdicts", 1..=MOST_NODES - 1, |verdict| Verdict {
        id: id(verdict),
        label: words(verdict, "label"),
        note: optional_words(verdict, "note"),
        tone: choice(verdict, "tone", Tone::Go),
    });
    check_size(fields, &written, &verdicts);
    let ids: Vec<&At<String>> =
        written.iter().map(|q| &q.id).chain(verdicts.iter().map(|v| &v.id)).collect();
    unique(ids.iter().copied(), fields.block);
    let questions: Vec<Question> =
        written.iter().map(|q| resolve(q, &ids, written.len(), fields.block)).collect();
    report_loops(&written, &questions, fields.block);
    report_unreached_nodes(&questions, &ids, fields.block);
    Decision { questions, verdicts }
}

fn check_size(fields: &mut Fields, questions: &[WrittenQuestion], verdicts: &[Verdict]) {
    let total = questions.len() + verdicts.len();
    let last = verdicts.last().map(|verdict| verdict.id.span);
    if let Some(span) = last.filter(|_| total > MOST_NODES) {
        count(
            fields,
            "verdicts",
            span,
            verdicts.len(),
            1..=MOST_NODES.saturating_sub(questions.len()),
        );
    }
}

fn resolve(
    written: &WrittenQuestion,
    ids: &[&At<String>],
    questions: usize,
    block: &mut Block,
) -> Question {
    let answers = written.answers.iter().filter_map(|(label, to)| {
        let at = find("to", to.as_ref()?, ids, block)?;
        let to = match at.checked_sub(questions) {
            Some(verdict) => AnswerTo::Verdict(verdict),
            None => AnswerTo::Question(at),
        };
        Some(Answer { label: label.clone(), to })
    });
    let answers = answers.collect();
    Question { id: written.id.clone(), label: written.label.clone(), answers }
}

/// Reports each answer that leads back to a question before its own.
fn report_loops(written: &[WrittenQuestion], questions: &[Question], block: &mut Block) {
    let ways = |from: usize| {
        questions.get(from).into_iter().flat_map(|question| {
            question.answers.iter().filter_map(|answer| match answer.to {
                AnswerTo::Question(to) => Some(to),
                AnswerTo::Verdict(_) => None,
            })
        })
    };
    for (from, question) in written.iter().enumerate() {
        for to in question.answers.iter().filter_map(|(_, to)| to.as_ref()) {
            let Some(target) = written.iter().position(|q| q.id.value == to.value) else {
                continue;
            };
            // The way from the target must not lead to where the answer stands.
            if target <= from && reach(target, questions.len(), ways)[from] {
                block.report(Diagnostic::new(Code::QuestionLoop, to.span).arg("id", &*to.value));
            }
        }
    }
}

fn report_unreached_nodes(questions: &[Question], ids: &[&At<String>], block: &mut Block) {
    let ways = |from: usize| {
        questions.get(from).into_iter().flat_map(|question| {
            question.answers.iter().map(|answer| match answer.to {
                AnswerTo::Question(to) => to,
                AnswerTo::Verdict(to) => questions.len() + to,
            })
        })
    };
    let reached = reach(0, ids.len(), ways);
    for (id, _) in ids.iter().zip(&reached).filter(|(_, reached)| !**reached) {
        report_unreached(id, block);
    }
}
