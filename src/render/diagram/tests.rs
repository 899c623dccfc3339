//! Whatever is written in a diagram: words stay in their boxes, no two boxes
//! meet, no edge crosses a box, and nothing leaves the drawing.

use proptest::prelude::*;

use super::{
    Arrangement, draw,
    icons::Glyph,
    scene::{LineKind, Mark, Point, Rect, Scene},
    write::MARGIN,
};
use crate::{
    diag::Diagnostics,
    model::{
        Actor, Answer, AnswerTo, At, Axis, ChainLink, Compare, CompareStyle, ComparedItem,
        ComparedSignal, Decision, Diagram, DiagramKind, Evidence, FlowStage, Icon, Lang,
        LevelSignal, Matrix, MatrixItem, PerLang, Question, Rollout, RolloutStage, Signal,
        SignalNote, Signals, SourceId, Span, Step, StepLink, StepType, Tone, Verdict, Workflow,
    },
    words::{Catalogs, SourceText},
};

fn catalogs() -> Catalogs {
    let text = |id, text| vec![SourceText { id: SourceId(id), text }];
    let files = PerLang {
        en: text(0, include_str!("../../../templates/i18n/en.ftl")),
        ko: text(1, include_str!("../../../templates/i18n/ko.ftl")),
    };
    Catalogs::read(&files, &mut Diagnostics::default())
}

fn id() -> At<String> {
    At { value: "id".to_owned(), span: Span::new(SourceId(0), 0..0) }
}

fn diagram(kind: DiagramKind) -> Diagram {
    let (title, caption) = ("Title".to_owned(), "Caption".to_owned());
    Diagram { id: id(), span: id().span, title, caption, alt: None, kind }
}

/// Words of 1 to 80 characters in either script.
fn words() -> impl Strategy<Value = String> {
    prop_oneof![
        "[A-Za-z][A-Za-z &<]{0,79}",
        "[가-힣][가-힣 ]{0,79}",
        "[가-힣A-Za-z]{1,80}",
        "[a-z가-힣]{1,8}"
    ]
    .prop_map(|text| text.trim().to_owned())
}

fn note() -> impl Strategy<Value = Option<String>> {
    prop::option::of(words())
}

fn tone() -> impl Strategy<Value = Tone> {
    prop_oneof![Just(Tone::Go), Just(Tone::Caution), Just(Tone::Stop)]
}

fn signal() -> impl Strategy<Value = Signal> {
    prop_oneof![Just(Signal::Quality), Just(Signal::Format), Just(Signal::Risk), Just(Signal::Cost)]
}

fn list<T: std::fmt::Debug>(
    item: impl Strategy<Value = T>,
    count: std::ops::RangeInclusive<usize>,
) -> impl Strategy<Value = Vec<T>> {
    prop::collection::vec(item, count)
}

fn signals() -> impl Strategy<Value = DiagramKind> {
    let stage =
        (words(), note()).prop_map(|(label, note)| FlowStage { id: id(), label, note, icon: None });
    let signal = (signal(), words(), note()).prop_map(|(signal, label, note)| SignalNote {
        id: id(),
        signal,
        label,
        note,
    });
    (words(), list(stage, 2..=6), list(signal, 1..=5)).prop_map(|(use_case, flow, signals)| {
        DiagramKind::Signals(Signals { use_case, flow, signals })
    })
}

fn step() -> impl Strategy<Value = Step> {
    let actor = prop_oneof![
        Just(None),
        Just(Some(Actor::Agent)),
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
        id: id(),
        label,
        note,
        actor,
        kind,
    })
}

fn workflow() -> impl Strategy<Value = DiagramKind> {
    let link = (any::<prop::sample::Index>(), any::<prop::sample::Index>(), note());
    (list(step(), 1..=12), list(link, 0..=8)).prop_map(|(steps, ways)| {
        let next = |from: usize| StepLink { from, to: from + 1, label: None };
        let mut links: Vec<StepLink> = (0..steps.len().saturating_sub(1)).map(next).collect();
        for (from, to, label) in ways {
            let (from, to) = (from.index(steps.len()), to.index(steps.len()));
            match links.iter_mut().find(|link| (link.from, link.to) == (from, to)) {
                Some(link) => link.label = label,
                None if from != to => links.push(StepLink { from, to, label }),
                None => {}
            }
        }
        DiagramKind::Workflow(Workflow { steps, links })
    })
}

fn evidence() -> impl Strategy<Value = DiagramKind> {
    let signal = (signal(), words(), 1..=5_u8, note()).prop_map(|(signal, label, level, note)| {
        LevelSignal { id: id(), signal, label, level, note }
    });
    let link = (words(), note()).prop_map(|(label, note)| ChainLink { id: id(), label, note });
    (list(signal, 1..=5), list(link, 2..=6))
        .prop_map(|(signals, chain)| DiagramKind::Evidence(Evidence { signals, chain }))
}

/// Each question's first answer leads to the next one; the others lead to any
/// later question or to a verdict.
fn decision() -> impl Strategy<Value = DiagramKind> {
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
            Question { id: id(), label, answers: answers.collect() }
        });
        DiagramKind::Decision(Decision { questions: questions.collect(), verdicts })
    })
}

fn matrix() -> impl Strategy<Value = DiagramKind> {
    let axis =
        || (words(), words(), words()).prop_map(|(label, low, high)| Axis { label, low, high });
    let item = (words(), 0..=100_u8, 0..=100_u8, tone())
        .prop_map(|(label, x, y, tone)| MatrixItem { id: id(), label, x, y, tone });
    (axis(), axis(), list(item, 1..=12))
        .prop_map(|(x, y, items)| DiagramKind::Matrix(Matrix { x, y, items }))
}

fn rollout() -> impl Strategy<Value = DiagramKind> {
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
    list(stage, 2..=5).prop_map(|stages| DiagramKind::Rollout(Rollout { stages }))
}

fn compare() -> impl Strategy<Value = DiagramKind> {
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
            ComparedItem { id: id(), label, scores }
        };
        let items = items.into_iter().map(item).collect();
        DiagramKind::Compare(Compare { style, max: 100, signals, items })
    })
}

/// What is wrong with a drawing.
fn faults(scene: &Scene) -> Vec<String> {
    let mut faults = Vec::new();
    let whole = Rect::new(-MARGIN, -MARGIN, scene.width + 2 * MARGIN, scene.height + 2 * MARGIN);
    let mut nodes: Vec<Rect> = Vec::new();
    let mut texts: Vec<(Rect, String)> = Vec::new();
    for mark in &scene.marks {
        let extent = extent(mark);
        if !whole.holds(extent) {
            faults.push(format!("{mark:?} leaves the drawing {whole:?}"));
        }
        match mark {
            Mark::Box { area, node: true, .. } => {
                let met = nodes.iter().filter(|other| other.meets(*area));
                faults.extend(met.map(|other| format!("{area:?} meets {other:?}")));
                nodes.push(*area);
            }
            Mark::Text(text) => {
                let (area, said) = (text.area(), text.lines.lines.join("/"));
                if text.within.is_some_and(|within| !within.holds(area)) {
                    faults.push(format!("{said} at {area:?} leaves {:?}", text.within));
                }
                let met = texts.iter().filter(|(other, _)| other.inset(1).meets(area.inset(1)));
                faults.extend(met.map(|(_, other)| format!("{said} meets {other}")));
                texts.push((area, said));
            }
            _ => {}
        }
    }
    for (segment, kind) in segments(scene) {
        let crossed = nodes.iter().filter(|node| node.inset(2).meets(segment));
        faults.extend(crossed.map(|node| format!("{kind:?} {segment:?} crosses {node:?}")));
        let crossed = texts.iter().filter(|(area, _)| area.inset(2).meets(segment));
        faults.extend(crossed.map(|(_, said)| format!("{kind:?} {segment:?} crosses {said}")));
    }
    faults
}

fn extent(mark: &Mark) -> Rect {
    let hull = |points: &[Point]| {
        let xs = points.iter().map(|p| p.x);
        let ys = points.iter().map(|p| p.y);
        let (left, top) = (xs.clone().min().unwrap_or(0), ys.clone().min().unwrap_or(0));
        let (right, bottom) = (xs.max().unwrap_or(0), ys.max().unwrap_or(0));
        Rect::new(left, top, right - left, bottom - top)
    };
    match mark {
        Mark::Box { area, .. } | Mark::Glyph { area, .. } => *area,
        Mark::Circle { centre, radius, .. } => Rect::around(*centre, 2 * radius, 2 * radius),
        Mark::Line { points, .. } | Mark::Shape { points, .. } => hull(points),
        Mark::Text(text) => text.area(),
    }
}

/// Every straight part of what joins nodes, one unit thick.
fn segments(scene: &Scene) -> Vec<(Rect, LineKind)> {
    let mut all = Vec::new();
    for mark in &scene.marks {
        let Mark::Line { points, kind, .. } = mark else { continue };
        if *kind == LineKind::Rule {
            continue;
        }
        for pair in points.windows(2) {
            let (a, b) = (pair[0], pair[1]);
            let (w, h) = ((a.x - b.x).abs().max(1), (a.y - b.y).abs().max(1));
            all.push((Rect::new(a.x.min(b.x), a.y.min(b.y), w, h), *kind));
        }
    }
    all
}

fn check(kind: DiagramKind, catalogs: &Catalogs) -> Result<(), TestCaseError> {
    let diagram = diagram(kind);
    for lang in Lang::ALL {
        for arrangement in Arrangement::ALL {
            let scene = draw(&diagram, arrangement, catalogs.get(lang));
            let faults = faults(&scene);
            prop_assert!(faults.is_empty(), "{arrangement:?} {lang:?}\n{}", faults.join("\n"));
        }
    }
    Ok(())
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
}

/// A workflow whose steps are done by `actors`, the second of them a gate.
fn steps(actors: &[Option<Actor>]) -> DiagramKind {
    let step = |(nth, actor): (usize, &Option<Actor>)| Step {
        id: id(),
        label: format!("Step {nth}"),
        note: None,
        actor: *actor,
        kind: if nth == 1 { StepType::Gate } else { StepType::Step },
    };
    let steps: Vec<Step> = actors.iter().enumerate().map(step).collect();
    let next = |from: usize| StepLink { from, to: from + 1, label: None };
    let links = (1..steps.len()).map(|to| next(to - 1)).collect();
    DiagramKind::Workflow(Workflow { steps, links })
}

fn drawn(kind: DiagramKind, arrangement: Arrangement) -> Scene {
    draw(&diagram(kind), arrangement, catalogs().get(Lang::En))
}

fn said(scene: &Scene, words: &str) -> usize {
    let lines = scene.marks.iter().filter_map(|mark| match mark {
        Mark::Text(text) => Some(text.lines.lines.join(" ")),
        _ => None,
    });
    lines.filter(|line| line == words).count()
}

#[test]
fn a_workflow_has_two_sides_only_where_both_act() {
    let (agent, person) = (Some(Actor::Agent), Some(Actor::Person));
    let sides = |actors: &[Option<Actor>]| {
        let scene = drawn(steps(actors), Arrangement::Wide);
        (said(&scene, "Agent"), said(&scene, "Person"))
    };
    assert_eq!(sides(&[None; 6]), (0, 0));
    // On the cards themselves, of which one is a gate.
    assert_eq!(sides(&[agent; 6]), (5, 0));
    // Above the two sides.
    assert_eq!(sides(&[agent, person, agent, person, agent, person]), (1, 1));
}

#[test]
fn a_gate_without_an_actor_is_drawn_once() {
    for (count, arrangement) in
        [(3, Arrangement::Wide), (6, Arrangement::Wide), (6, Arrangement::Narrow)]
    {
        let scene = drawn(steps(&vec![None; count]), arrangement);
        let signs = scene
            .marks
            .iter()
            .filter(|mark| matches!(mark, Mark::Glyph { glyph: Glyph::Icon(Icon::Gate), .. }));
        assert_eq!(signs.count(), 0, "the sign stands on the path");
        assert_eq!(said(&scene, "Gate"), 1);
    }
}

#[test]
fn a_score_of_nothing_has_no_bar() {
    let signal = || ComparedSignal { id: id(), signal: None, label: "Quality".to_owned() };
    let item =
        |scores: [u8; 2]| ComparedItem { id: id(), label: "A".to_owned(), scores: scores.into() };
    let compare = Compare {
        style: CompareStyle::Bars,
        max: 5,
        signals: vec![signal(), signal()],
        items: vec![item([0, 5]), item([1, 0])],
    };
    let scene = drawn(DiagramKind::Compare(compare), Arrangement::Wide);
    let bars = scene
        .marks
        .iter()
        .filter(|mark| matches!(mark, Mark::Box { class, .. } if class.starts_with("dg-bar")));
    assert_eq!(bars.count(), 2 + 2, "two of four scores, and the legend");
}

#[test]
fn the_stylesheet_sets_what_was_measured() {
    let css = include_str!("../../../static/assets/diagram.css");
    for style in super::measure::Style::ALL {
        let weight = if style.bold() { 700 } else { 400 };
        let (class, size) = (style.class(), style.size());
        let rule = format!(".{class} {{ font-size: {size}px; font-weight: {weight}; }}");
        assert!(css.contains(&rule), "{rule}");
    }
}
