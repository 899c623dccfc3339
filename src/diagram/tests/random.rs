//! Random diagrams of every kind.

use proptest::prelude::*;

use super::id;
use crate::diagram::{
    Actor, CompareStyle, DiagramData, Signal, StepType, Tone,
    kinds::{
        compare::{Compare, ComparedItem, ComparedSignal},
        decision::{Answer, AnswerTo, Decision, Question, Verdict},
        evidence::{ChainLink, Evidence, LevelSignal},
        matrix::{Axis, Matrix, MatrixItem, ToneWords},
        rollout::{Rollout, RolloutStage},
        signals::{FlowStage, SignalNote, Signals},
        workflow::{Step, StepLink, Workflow},
    },
};

/// Returns words of 1 to 80 characters in either script.
pub fn words() -> impl Strategy<Value = String> {
    prop_oneof![
        "[A-Za-z][A-Za-z &<]{0,79}",
        "[가-힣][가-힣 ]{0,79}",
        "[가-힣A-Za-z]{1,80}",
        "[a-z가-힣]{1,8}"
    ]
    .prop_map(|text| text.trim().to_owned())
}

pub fn note() -> impl Strategy<Value = Option<String>> {
    prop::option::of(words())
}

pub fn tone() -> impl Strategy<Value = Tone> {
    prop_oneof![Just(Tone::Go), Just(Tone::Caution), Just(Tone::Stop)]
}

pub fn signal() -> impl Strategy<Value = Signal> {
    prop_oneof![Just(Signal::Quality), Just(Signal::Format), Just(Signal::Risk), Just(Signal::Cost)]
}

pub fn list<T: std::fmt::Debug>(
    item: impl Strategy<Value = T>,
    count: std::ops::RangeInclusive<usize>,
) -> impl Strategy<Value = Vec<T>> {
    prop::collection::vec(item, count)
}

pub fn signals() -> impl Strategy<Value = DiagramData> {
    let stage =
        (words(), note()).prop_map(|(label, note)| FlowStage { id: id(), label, note, icon: None });
    let signal = (signal(), words(), note()).prop_map(|(signal, label, note)| SignalNote {
        id: id(),
        signal,
        label,
        note,
    });
    (words(), list(stage, 2..=6), list(signal, 1..=5)).prop_map(|(subject, flow, signals)| {
        DiagramData::Signals(Signals { subject, flow, signals })
    })
}

pub fn step() -> impl Strategy<Value = Step> {
    let actor = prop_oneof![
        Just(None),
        Just(Some(Actor::System)),
        Just(Some(Actor::Person)),
        Just(Some(Actor::Both))
    ];
    let kind = prop_oneof![
        Just(StepType::Step),
        Just(StepType::Gate),
        Just(StepType::Fallback),
        Just(StepType::End)
    ];
    (words(), note(), actor, kind).prop_map(|(label, note, actor, kind)| Step {
        next: None,
        id: id(),
        label,
        note,
        actor,
        kind,
    })
}

pub fn workflow() -> impl Strategy<Value = DiagramData> {
    let link = (any::<prop::sample::Index>(), any::<prop::sample::Index>(), note());
    (list(step(), 1..=12), list(link, 0..=8)).prop_map(|(steps, ways)| {
        let next = |from: usize| StepLink { from, to: from + 1, label: None, place: None };
        let mut links: Vec<StepLink> = (0..steps.len().saturating_sub(1)).map(next).collect();
        for (from, to, label) in ways {
            let (from, to) = (from.index(steps.len()), to.index(steps.len()));
            match links.iter_mut().find(|link| (link.from, link.to) == (from, to)) {
                Some(link) => link.label = label,
                None if from != to => links.push(StepLink { from, to, label, place: None }),
                None => {}
            }
        }
        DiagramData::Workflow(Workflow { steps, links })
    })
}

pub fn evidence() -> impl Strategy<Value = DiagramData> {
    let signal = (signal(), words(), 1..=5_u8, note()).prop_map(|(signal, label, level, note)| {
        LevelSignal { id: id(), signal, label, level, note }
    });
    let link = (words(), note()).prop_map(|(label, note)| ChainLink { id: id(), label, note });
    (list(signal, 1..=5), list(link, 2..=6))
        .prop_map(|(signals, chain)| DiagramData::Evidence(Evidence { signals, chain }))
}

/// Generates decisions in which each question's first answer leads to the next one; the
/// others lead to any later question or to a verdict.
pub fn decision() -> impl Strategy<Value = DiagramData> {
    let answers = list((words(), any::<prop::sample::Index>(), any::<bool>()), 2..=3);
    let verdict = (words(), note(), tone()).prop_map(|(label, note, tone)| Verdict {
        id: id(),
        label,
        note,
        tone,
    });
    (list((words(), answers), 1..=6), list(verdict, 1..=6)).prop_map(|(written, verdicts)| {
        let count = written.len();
        let questions = written.into_iter().enumerate().map(|(nth, (label, answers))| {
            let to = |at: usize, index: prop::sample::Index, on: bool| match count - nth - 1 {
                0 => AnswerTo::Verdict(index.index(verdicts.len())),
                _ if at == 0 => AnswerTo::Question(nth + 1),
                later if on => AnswerTo::Question(nth + 1 + index.index(later)),
                _ => AnswerTo::Verdict(index.index(verdicts.len())),
            };
            let answers = answers.into_iter().enumerate();
            let answers = answers.map(|(at, (label, i, on))| Answer { label, to: to(at, i, on) });
            Question { label, answers: answers.collect() }
        });
        DiagramData::Decision(Decision { questions: questions.collect(), verdicts })
    })
}

pub fn matrix() -> impl Strategy<Value = DiagramData> {
    let axis =
        || (words(), words(), words()).prop_map(|(label, low, high)| Axis { label, low, high });
    let item = (words(), 0..=100_u8, 0..=100_u8, tone())
        .prop_map(|(label, x, y, tone)| MatrixItem { id: id(), label, x, y, tone });
    let tones =
        (note(), note(), note()).prop_map(|(go, caution, stop)| ToneWords { go, caution, stop });
    (axis(), axis(), tones, list(item, 1..=12))
        .prop_map(|(x, y, tones, items)| DiagramData::Matrix(Matrix { x, y, tones, items }))
}

pub fn rollout() -> impl Strategy<Value = DiagramData> {
    let criteria = || list(words(), 1..=3);
    let stage = (words(), words(), note(), criteria(), criteria()).prop_map(
        |(label, when, note, entry, exit)| RolloutStage {
            id: id(),
            label,
            when,
            note,
            entry,
            exit,
        },
    );
    list(stage, 2..=5).prop_map(|stages| DiagramData::Rollout(Rollout { stages }))
}

pub fn compare() -> impl Strategy<Value = DiagramData> {
    let signal = (prop::option::of(signal()), words()).prop_map(|(signal, label)| ComparedSignal {
        id: id(),
        signal,
        label,
    });
    let style = prop_oneof![Just(CompareStyle::Bars), Just(CompareStyle::Radar)];
    let item = (words(), list(0..=100_u8, 6..=6));
    (style, list(signal, 3..=6), list(item, 2..=3)).prop_map(|(style, signals, items)| {
        let count = signals.len();
        let item = |(label, mut scores): (String, Vec<u8>)| {
            scores.truncate(count);
            ComparedItem { label, scores }
        };
        let items = items.into_iter().map(item).collect();
        DiagramData::Compare(Compare { style, max: 100, signals, items })
    })
}
