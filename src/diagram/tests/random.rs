//! Random diagrams of every kind.

use proptest::prelude::*;

use super::{catalogs, check, id};
use crate::diagram::{
    Actor, CompareStyle, DiagramData, Signal, StepType, Tone,
    kinds::{
        compare::{Compare, ComparedItem, ComparedSignal},
        conversation::{Conversation, MessageRole, SpokenMessage, WordMark},
        decision::{
            Answer, AnswerForm, AnswerTo, Choice, Decision, NumberRange, Question, Verdict,
        },
        evidence::{ChainLink, Evidence, LevelSignal},
        matrix::{Axis, Matrix, MatrixItem, ToneWords},
        rollout::{Rollout, RolloutStage},
        signals::{FlowStage, SignalNote, Signals},
        workflow::{Step, StepLink, Workflow},
    },
};
use crate::span::At;

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
    (list(signal, 1..=5), list(link, 2..=6)).prop_map(|(signals, chain)| {
        DiagramData::Evidence(Evidence { levels: None, signals, chain })
    })
}

/// The target of an answer: the next question, a later one, or a verdict.
type Lead = (prop::sample::Index, u8);

fn lead() -> impl Strategy<Value = Lead> {
    (any::<prop::sample::Index>(), 0..4_u8)
}

/// An answer: its words, its points, and its target.
type Piece = (String, u8, Lead);

fn pieces() -> impl Strategy<Value = Vec<Piece>> {
    list((words(), 0..=3_u8, lead()), 2..=4)
}

/// Questions of every type, each of which leads to later ones and to verdicts only.
pub fn questions(most: usize) -> impl Strategy<Value = Decision> {
    let verdict = (words(), note(), tone()).prop_map(|(label, note, tone)| Verdict {
        label,
        note,
        tone,
        ..Verdict::default()
    });
    (list((words(), 0..4_u8, pieces()), 1..=most), list(verdict, 1..=most)).prop_map(
        |(written, mut verdicts)| {
            for (nth, verdict) in verdicts.iter_mut().enumerate() {
                verdict.id = At { value: format!("v-{nth}"), span: id().span };
            }
            let (count, ends) = (written.len(), verdicts.len());
            let questions = written.into_iter().enumerate().map(|(nth, (label, form, pieces))| {
                let answers = answer_form(form, pieces, |at, lead| to(nth, at, lead, count, ends));
                let (short, help, why) = (None, None, None);
                Question { id: format!("q-{nth}"), label, short, help, why, answers }
            });
            Decision { questions: questions.collect(), verdicts }
        },
    )
}

/// Returns the target of an answer. The first answer of a question leads to the next question,
/// so that all questions are reached.
fn to(nth: usize, at: usize, (index, on): Lead, count: usize, ends: usize) -> AnswerTo {
    match count - nth - 1 {
        0 => AnswerTo::Verdict(index.index(ends)),
        _ if at == 0 => AnswerTo::Question(nth + 1),
        later if on < 2 => AnswerTo::Question(nth + 1 + index.index(later)),
        _ => AnswerTo::Verdict(index.index(ends)),
    }
}

fn answer_form(form: u8, pieces: Vec<Piece>, to: impl Fn(usize, Lead) -> AnswerTo) -> AnswerForm {
    let (last, first) = (pieces.len() - 1, pieces[0].2);
    let ranges = |pieces: Vec<Piece>| {
        let range = |(at, (label, _, lead)): (usize, Piece)| NumberRange {
            from: 2 * at as i64,
            until: (at < last).then_some(2 * at as i64 + 1),
            label: Some(label),
            to: to(at, lead),
            because: None,
        };
        pieces.into_iter().enumerate().map(range).collect()
    };
    match form {
        0 => AnswerForm::One(
            pieces
                .into_iter()
                .enumerate()
                .map(|(at, (label, points, lead))| Answer {
                    follows: Vec::new(),
                    label,
                    to: to(at, lead),
                    points,
                    because: None,
                })
                .collect(),
        ),
        1 => AnswerForm::Several {
            choices: pieces
                .into_iter()
                .enumerate()
                .map(|(at, (label, points, lead))| Choice {
                    follows: Vec::new(),
                    label,
                    to: (at % 2 == 1).then(|| to(at, lead)),
                    points,
                    because: None,
                })
                .collect(),
            otherwise: to(0, first),
        },
        2 => AnswerForm::Number { unit: None, ranges: ranges(pieces) },
        _ => AnswerForm::Points(ranges(pieces)),
    }
}

pub fn decision() -> impl Strategy<Value = DiagramData> {
    questions(10).prop_map(DiagramData::Decision)
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
        DiagramData::Compare(Compare { style, max: 100, more: None, signals, items })
    })
}

pub fn conversation() -> impl Strategy<Value = DiagramData> {
    let role =
        prop_oneof![Just(MessageRole::Asks), Just(MessageRole::Draft), Just(MessageRole::Answer)];
    let mark = (words(), words(), note()).prop_map(|(marked, tag, reason)| WordMark {
        words: At { value: marked, span: id().span },
        tag,
        reason,
    });
    let message =
        (role, words(), words(), list(mark, 0..=4)).prop_map(|(role, speaker, text, marks)| {
            SpokenMessage { id: id(), role, speaker, text, marks }
        });
    list(message, 2..=12).prop_map(|messages| DiagramData::Conversation(Conversation { messages }))
}

macro_rules! properties {
    ($($name:ident: $kind:expr,)*) => {
        $(#[test]
        fn $name() {
            let catalogs = catalogs();
            proptest!(ProptestConfig { failure_persistence: None, ..ProptestConfig::with_cases(96) },
                |(kind in $kind)| { check(kind, &catalogs)?; });
        })*
    };
}

properties! {
    signals_keep_apart: signals(),
    workflows_keep_apart: workflow(),
    evidence_keeps_apart: evidence(),
    decisions_keep_apart: decision(),
    matrices_keep_apart: matrix(),
    rollouts_keep_apart: rollout(),
    comparisons_keep_apart: compare(),
    conversations_keep_apart: conversation(),
}
